#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search with the keyboard: Ctrl+Z is about its letters and not about the campaign, Escape and Up
lead from the results back to them. In the list of pages the arrows mark a row until the keyboard
leaves it."""
import json
import shutil
import tempfile

import driver
from driver import Atspi
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def n_changes(path):
    return len(json.loads(driver.cli("show", "history", path, "--json")))


def wait_focused(program, what, node):
    driver.wait(f"the keyboard in {what}", lambda: program.focused(node))


def undo_letters(program, path):
    changes = n_changes(path)
    program.press("ctrl+f")
    program.type("truong")
    entry = program.seek("entry", say("Search"))
    assert program.read(entry) == "truong"
    program.press("ctrl+z")
    driver.wait("fewer letters", lambda: program.read(entry) != "truong")
    assert n_changes(path) == changes
    program.press("ctrl+shift+z")
    driver.wait("the letters again", lambda: program.read(entry) == "truong")
    return entry


def walk_results(program, entry):
    results = program.seek("list", say("Search results"))
    driver.wait("results", lambda: (results.clear_cache(), results.get_child_count())[1] > 1)
    program.press("Down")
    wait_focused(program, "the first result", results.get_child_at_index(0))
    program.press("Up")
    wait_focused(program, "the entry", entry)
    program.press("Down", "Down")
    wait_focused(program, "the second result", results.get_child_at_index(1))
    program.press("Escape")
    wait_focused(program, "the entry again", entry)
    program.press("Escape")
    driver.wait("an empty entry", lambda: program.read(entry) == "")
    wait_focused(program, "the empty entry", entry)


def marked(program):
    """The marked row of the list of pages."""
    rows = program.seek("list", say("Pages"))
    for row in (rows.get_child_at_index(i) for i in range(rows.get_child_count())):
        row.clear_cache()
        if row.get_state_set().contains(Atspi.StateType.SELECTED):
            return row.get_name().split(":")[0]
    return None


def leave_pages(program):
    program.press("ctrl+1")
    driver.wait("the overview", lambda: marked(program) == say("Overview"))
    program.tab_to(program.seek("list", say("Pages")).get_child_at_index(0))
    program.press("Down")
    driver.wait("the row below", lambda: marked(program) == say("Plan"))
    program.press("ctrl+f")
    driver.wait("the page on screen", lambda: marked(program) == say("Overview"))


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        walk_results(window, undo_letters(window, sample))
        leave_pages(window)

print("the search was walked through with the keyboard")
