#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed stays as it is typed, however slowly; and what was typed last is what undo takes
back, and what is saved when the window closes in the middle of a word."""
import json
import shutil
import subprocess
import tempfile
import time

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

HEADING = "MỤC ĐÍCH, YÊU CẦU"
PAUSE = 0.9  # longer than a field waits before it saves


def campaign(path):
    return json.loads(driver.cli("show", "campaign", path, "--json"))


def wait_campaign(path, key, value):
    driver.wait(f"{key} to be {value!r} and not {campaign(path)[key]!r}",
                lambda: campaign(path)[key] == value)


def rush(text, *chords):
    """Letters and keys at once, before anything can be saved."""
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=True, timeout=20)
    if chords:
        subprocess.run(["xdotool", "key", *chords], check=True, timeout=20)


def type_slowly(program, field, parts):
    program.tab_to(field)
    program.press("ctrl+a")
    for part in parts:
        rush(part)
        time.sleep(PAUSE)


def pause_between_words(program, page, path):
    """A space is typed before the word that follows it."""
    for name, key in (("Short name", "name"), ("Title", "title")):
        field = program.seek("text", say(name), inside=page)
        type_slowly(program, field, ["Hien", " ", "mau"])
        wait_campaign(path, key, "Hien mau")
        assert program.read(field) == "Hien mau", program.read(field)


def pause_in_a_date(program, page, path):
    """A date is none before it is whole: 15/12/20 on the way to 15/12/2026."""
    field = program.seek("text", say("Date of issue"), inside=page)
    type_slowly(program, field, ["16/12/20", "26"])
    program.press("Return")
    wait_campaign(path, "date", "2026-12-16")
    type_slowly(program, field, ["31/11/2026"])
    program.press("Return")
    driver.wait("the date that stands", lambda: program.read(field) == "16/12/2026")


def undo_at_once(program, page, path):
    """Undo is about the word that was typed last, saved or not."""
    title = program.seek("text", say("Title"), inside=page)
    program.tab_to(title, "shift+Tab")
    program.press("ctrl+End")
    rush(" mot")
    wait_campaign(path, "title", "Hien mau mot")
    rush(" hai", "ctrl+z")
    driver.wait("the last word to go", lambda: program.read(title) == "Hien mau mot")
    wait_campaign(path, "title", "Hien mau mot")
    program.press("ctrl+shift+z")
    wait_campaign(path, "title", "Hien mau mot hai")


def leave_at_once(program, page, path):
    """From a heading with the pointer to another part: the outline shows the new words meanwhile."""
    outline = program.seek("list", say("Parts of the plan"), inside=page)
    program.tab_to(outline.get_child_at_index(0), "shift+Tab")
    program.press(*["Down"] * 6, "Return")
    driver.wait("the keyboard in the heading",
                lambda: program.focused(program.block(page, HEADING)))
    program.press("ctrl+End")
    bases = outline.get_child_at_index(1)
    way = program.aim(bases)
    rush(" CHUNG")
    subprocess.run(["xdotool", *way, "click", "1"], check=True, timeout=20)
    driver.wait("the heading in the file", lambda: HEADING + " CHUNG" in driver.cli(
        "show", "document", path, "--json"))
    driver.wait("the keyboard in the outline", lambda: program.focused(bases))


def close_at_once(program, page, path):
    program.press("Home", "Return")
    title = program.seek("text", say("Title"), inside=page)
    program.tab_to(title)
    program.press("ctrl+End")
    rush(" ba", "ctrl+q")
    driver.wait("the program to end", lambda: program.process.poll() is not None)
    assert program.process.returncode == 0, program.said()
    wait_campaign(path, "title", "Hien mau mot hai ba")


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        pause_between_words(window, plan_page, sample)
        pause_in_a_date(window, plan_page, sample)
        undo_at_once(window, plan_page, sample)
        leave_at_once(window, plan_page, sample)
        close_at_once(window, plan_page, sample)

print("what was typed stayed, was taken back and was saved")
