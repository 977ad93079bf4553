#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan goes to the signer, is issued with the number of the register, amended, compared and issued
again, with the keyboard alone; the paper that was kept says what was issued; undo goes back."""
import json
import os
import shutil
import subprocess
import tempfile

import driver
from driver import Atspi
from journey import Journey, mnemonic, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")
if shutil.which("pdftotext") is None:
    driver.skip("pdftotext is not installed")


def show(path, what):
    return json.loads(driver.cli("show", what, path, "--json"))


def wait_state(path, state):
    driver.wait(f"the state {state}", lambda: show(path, "campaign")["plan_state"] == state)


def choose(program, page, state, item):
    """A step of the menu under the state of the plan, by keyboard."""
    button = program.seek("push button", say(state), inside=page)
    program.tab_to(button, "shift+Tab")
    program.press("space")
    program.tab_to(program.seek("menu item", say(item)), "Down")
    program.press("Return")


def issue(program, path, number, n_versions):
    """In the window that asks: the number is there, Alt and the letter issue."""
    window = program.window(say("Issue the plan"))
    program.seek("label", contains=f"{number}/", inside=window)
    program.press(mnemonic("_Issue"))
    driver.wait("the version", lambda: len(show(path, "versions")) == n_versions)
    program.wait_closed()
    assert show(path, "versions")[-1]["number"] == number
    wait_state(path, "issued")


def paper_text(folder, path, version):
    paper = os.path.join(folder, f"{version}.pdf")
    driver.cli("export", "plan", path, "--version", str(version), "-o", paper)
    return subprocess.run(["pdftotext", "-layout", paper, "-"], stdout=subprocess.PIPE, check=True,
                          text=True).stdout


def check_frozen(folder, path):
    """What is printed now is what was kept, and nothing in it comes from the data any more."""
    now = os.path.join(folder, "now.pdf")
    driver.cli("export", "plan", path, "-o", now)
    text = subprocess.run(["pdftotext", "-layout", now, "-"], stdout=subprocess.PIPE, check=True,
                          text=True).stdout
    assert text == paper_text(folder, path, 1)
    assert not [b for b in show(path, "document")["blocks"] if b["kind"] == "live"]


def is_read_only(node):
    node.clear_cache()
    states = node.get_state_set()
    return states.contains(Atspi.StateType.READ_ONLY) and not states.contains(Atspi.StateType.EDITABLE)


def type_in_issued(program, page, path):
    """Nothing can be typed into an issued plan; whoever tries is told why, and led to the way."""
    place = program.seek("text", say("Place"), inside=page)
    name = program.seek("text", say("Short name"), inside=page)
    driver.wait("a field that is read only", lambda: is_read_only(place))
    assert is_read_only(program.seek("text", say("Title"), inside=page))
    assert not is_read_only(name)  # the campaign's, not the paper's
    before = program.read(place)
    program.tab_to(name)
    program.tab_to(place)
    program.press("Right", "Home")
    told = say("The plan is issued: its text stays as it was signed.")
    assert next(program.matches("label", told), None) is None
    program.type("x")
    program.seek("label", told)
    assert program.read(place) == before and show(path, "campaign")["place"] == before
    program.click("push button", say("_Amend…"))
    program.window(say("Amend the issued plan"))
    program.press("Escape")
    program.wait_closed()
    wait_state(path, "issued")


def amend(program, page, path):
    choose(program, page, "Issued", "_Amend…")
    program.window(say("Amend the issued plan"))
    program.type("doi ten")
    program.press("Return")
    wait_state(path, "amended")
    program.wait_closed()
    assert show(path, "versions")[0]["amended_because"] == "doi ten"
    title = program.seek("text", say("Title"), inside=page)
    before = program.read(title)
    driver.wait("a field to type in", lambda: not is_read_only(title))
    program.tab_to(title)
    program.press("ctrl+End")
    program.type(" (sua)")
    driver.wait("the title in the file", lambda: show(path, "campaign")["title"] == before + " (sua)")
    return before


def compare(program, page, path):
    """The comparison shows the changed title, and it alone."""
    choose(program, page, "Amended", "_Compare with what was issued…")
    window = program.window(say("Changed since the plan was issued"))
    program.seek("list item", contains="(sua)", inside=window, rows=True)
    rows = [node for node in program.walk(window) if node.get_role_name() == "list item"
            and say("Changed", "comparison") in (node.get_name() or "")]
    changes = json.loads(driver.cli("compare", path, "--json"))
    assert (changes["changed"], changes["added"], changes["removed"]) == (1, 0, 0), changes
    assert len(rows) == 1, [row.get_name() for row in rows]
    added = [piece["text"] for line in changes["paragraphs"] for piece in line.get("pieces", [])
             if piece["kind"] == "added"]
    assert "".join(added).strip().lower() == "(sua)", added
    program.press("Escape")
    program.wait_closed()


def see_versions(program, page):
    choose(program, page, "Issued", "Issued _versions…")
    window = program.window(say("Issued versions"))
    program.seek("push button", say("_Open PDF"), inside=window)
    program.press("Escape")
    program.wait_closed()
    choose(program, page, "Issued", "_Register of documents…")
    program.window(say("Register of documents"))
    program.press("Escape")
    program.wait_closed()


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        if show(sample, "campaign")["plan_state"] == "for-signature":
            choose(window, plan_page, "For signature", "_Back to draft")
            wait_state(sample, "draft")
        choose(window, plan_page, "Draft", "_Submit for signature")
        wait_state(sample, "for-signature")
        suggested = max((s["next"] for s in show(sample, "register")), default="01")
        choose(window, plan_page, "For signature", "_Issue…")
        own = show(sample, "campaign")["number"]
        number = own if own else suggested
        issue(window, sample, number, 1)
        check_frozen(folder, sample)
        first = paper_text(folder, sample, 1)
        see_versions(window, plan_page)
        type_in_issued(window, plan_page, sample)
        amend(window, plan_page, sample)
        compare(window, plan_page, sample)
        choose(window, plan_page, "Amended", "_Issue again…")
        issue(window, sample, "01", 2)  # dated today, in 2027, whose register is empty
        assert paper_text(folder, sample, 1) == first
        window.press("ctrl+z")
        wait_state(sample, "amended")
        assert len(show(sample, "versions")) == 1
        window.press("ctrl+z")
        driver.wait("the title taken back",
                    lambda: "(sua)" not in show(sample, "campaign")["title"])
    driver.cli("verify", sample)

print("the plan was issued, amended, compared and issued again with the keyboard alone")
