#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample in the real window: every page, undo of a change, search; nothing on stderr."""
import json
import shutil
import tempfile

import driver

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def activity_states(path):
    # "show calendar" has no state; the history says what was done and what was taken back.
    return json.loads(driver.cli("show", "history", path, "--json"))


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with driver.Program(sample) as program:
        program.wait_for("push button", contains="Assigned to units")
        program.focus_window()

        # Every page by its key, known by something that only it has.
        program.press("ctrl+2")
        program.press("ctrl+4")
        program.wait_for(None, "Month")
        program.press("ctrl+5")
        program.wait_for("push button", "Export Campaign plan as Word")
        program.press("ctrl+1")

        # Mark something as done, and take it back with the keyboard.
        before = len(activity_states(sample))
        program.click("push button", contains="Mark as done: ")
        driver.wait("the change on the disk", lambda: len(activity_states(sample)) == before + 1)
        undo = program.wait_for("push button", contains="Undo: ")
        assert undo is not None
        program.press("ctrl+z")
        program.wait_for("push button", contains="Redo: ")

        # No button reads its underline aloud.
        named = [node.get_name() or "" for node in program.walk()]
        assert not [name for name in named if name.startswith("_")], named

        # Last, because the table has a thousand cells to walk through afterwards.
        program.focus_window()
        program.press("ctrl+3")
        program.wait_for(contains="Allocate quotas")

print("every page was shown, a change undone, nothing complained")
