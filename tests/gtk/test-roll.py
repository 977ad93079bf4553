#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's campaign from last year's, by keyboard alone: Esc leaves no trace; every change is in
the list and can be left out; the plan page shows the new year; one undo takes it all back."""
import json
import os
import shutil
import subprocess
import tempfile

import driver
from journey import Journey, mnemonic, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

COUNTS = say("Changes: %u. Left out: %u. To be looked at: %u.")


def show(what, path, *more):
    return json.loads(driver.cli("show", what, path, *more, "--json"))


def picture(name):
    folder = os.environ.get("GIOTHONG_PICTURES")
    if folder:
        subprocess.run(["import", "-window", "root", os.path.join(folder, name)], check=False)


def open_window(program):
    """By the list of campaigns."""
    program.point(program.seek("push button", contains=say("Campaign: %s").replace("%s", "")))
    program.seek("push button", say("_From last year’s campaign…"))
    program.press(mnemonic("_From last year’s campaign…"))
    return program.window(say("From last year’s campaign"))


def counts(program, window):
    """(changes, left out, to be looked at) as the window tells."""
    lead = COUNTS.split("%u")[0]
    words = program.seek("label", contains=lead, inside=window).get_name()
    return tuple(int(part) for part in words.replace(".", " ").replace(":", " ").split() if part.isdigit())


def leave(program, path):
    window = open_window(program)
    counts(program, window)
    program.press("Escape")
    program.wait_closed()
    assert show("campaign", path)["year"] == 2027


def listed(path):
    return json.loads(driver.cli("roll", path, "--year", "2028", "--dry-run", "--json"))["changes"]


def roll(program, path):
    changes = listed(path)
    window = open_window(program)
    program.seek("spin button", say("_Year of the campaign"), inside=window)
    before = driver.wait("the list of changes", lambda: counts(program, window))
    assert before == (sum(c["wanted"] for c in changes), 0, sum(c["look"] for c in changes)), before
    # the heading, then the period of the campaign, which is left out
    listing = program.seek("list", say("Changes"), inside=window)
    program.seek("list item", contains="05/01/2027–15/03/2027 → 05/01/2028–15/03/2028", inside=listing, rows=True)
    picture("roll.png")
    program.tab_to(program.seek("list item", contains=say("Dates"), inside=listing, rows=True))
    program.press("Down", "space")
    tied = sum(c["tie"] is not None and c["tie"] == changes[0]["tie"] for c in changes) or 1
    driver.wait("the period to be left out", lambda: counts(program, window)[1] == tied)
    program.press("space")
    driver.wait("the period to be ticked again", lambda: counts(program, window)[1] == 0)
    program.press("space")
    driver.wait("the period to be left out", lambda: counts(program, window)[1] == tied)
    program.press("Tab")
    cancel = program.seek("push button", say("_Cancel"), inside=window)
    driver.wait("the keyboard behind the list", lambda: program.focused(cancel))
    program.press("shift+Tab")
    driver.wait("the keyboard on a line again", lambda: any(
        program.focused(node) for node in program.walk(listing) if node.get_role_name() == "list item"))
    # only what is to be looked at: the first line is another one then
    program.press(mnemonic("_Only what is to be looked at"))
    driver.wait("the short list", lambda: not any(
        "05/01/2028–15/03/2028" in (node.get_name() or "") for node in program.walk(listing)))
    picture("roll-look.png")
    program.press(mnemonic("C_reate"))
    program.wait_closed()


def check_made(program, path):
    page = program.page("GhPlanPage")
    program.seek("text", contains="", inside=page)
    title = program.seek("text", say("Title"), inside=page)
    driver.wait("the new year in the title", lambda: "Mậu Thân" in program.read(title)
                and "2028" in program.read(title))
    picture("roll-plan.png")
    made = show("campaign", path)
    assert made["year"] == 2028 and made["number"] is None, made
    assert made["start"] == "2027-01-05", "the period was left out"
    assert len({c["start"] for c in show("calendar", path) if c["kind"] == "festival"} & {"2028-02-10"}) == 1


def undo(program, path):
    program.press("ctrl+z")
    driver.wait("the old campaign", lambda: show("campaign", path)["year"] == 2027)
    page = program.page("GhPlanPage")
    title = program.seek("text", say("Title"), inside=page)
    driver.wait("the old title", lambda: "Đinh Mùi" in program.read(title))


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    document = show("document", sample)
    with Journey(sample) as journey:
        journey.started()
        leave(journey, sample)
        roll(journey, sample)
        check_made(journey, sample)
        undo(journey, sample)
    assert show("document", sample) == document
    driver.cli("verify", sample)

print("a campaign was rolled forward and taken back with the keyboard alone")
