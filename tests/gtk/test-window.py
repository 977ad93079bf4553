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
    # Where the folder of backups should be stands something else.
    with open(sample + "-backups", "w", encoding="utf-8") as file:
        file.write("in its place")
    with driver.Program(sample) as program:
        program.wait_for("push button", contains="Assigned to units")
        program.wait_for("label", contains="Today's backup copy could not be made. ")
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

        # What another program does to the file shows without a key.
        program.wait_for("push button", "Nothing to undo")
        driver.cli("redo", sample)
        program.wait_for(contains="Another program has changed this file.")
        program.wait_for("push button", contains="Undo: ")
        program.wait_for("push button", "Nothing to redo")

        # No button reads its underline aloud.
        named = [node.get_name() or "" for node in program.walk()]
        assert not [name for name in named if name.startswith("_")], named

        # Last, because the table has a thousand cells to walk through afterwards.
        program.focus_window()
        program.press("ctrl+3")
        program.wait_for(contains="Allocate quotas")
        program.quit()

print("every page was shown, a change undone, nothing complained")
