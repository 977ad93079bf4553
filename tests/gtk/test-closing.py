#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed a moment ago is saved when the window closes."""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def at_once(text, chord):
    """Types, and presses the key before anything is saved after a pause."""
    subprocess.run(["xdotool", "type", "--args", "1", "--delay", "10", text, "key",
                    "--clearmodifiers", chord],
                   check=True, timeout=20)


def title(path):
    return json.loads(driver.cli("show", "campaign", path, "--json"))["title"]


def close_at_once(program, path):
    before = title(path)
    program.press("ctrl+2")
    entry = program.seek("text", say("Title"), inside=program.page("GhPlanPage"))
    program.tab_to(entry)
    program.press("ctrl+End")
    at_once(" (xong)", "ctrl+w")
    driver.wait("the window to close", lambda: program.process.poll() is not None)
    assert program.process.returncode == 0, program.process.returncode
    assert title(path) == before + " (xong)", title(path)


def quota(path, unit):
    quotas = json.loads(driver.cli("show", "quotas", path, "--json"))
    return next(q["value"] for q in quotas
                if q["unit"] == unit and q["indicator"] == "registrations")


def close_in_a_cell(program, path):
    unit = "Xã An Hòa"
    assert quota(path, unit) == 93
    program.press("ctrl+3")
    name = f"{say('Quota %s, %s') % (say('people registered'), unit)}: 93"
    program.point(program.seek("table cell", name, inside=program.page("GhUnitsPage"), rows=True),
                  times=2)
    program.press("ctrl+a")
    at_once("83", "ctrl+w")
    driver.wait("the window to close", lambda: program.process.poll() is not None)
    assert program.process.returncode == 0, program.process.returncode
    assert quota(path, unit) == 83, quota(path, unit)


def stay_with_the_message(program, path):
    """What cannot be saved is said before the window goes."""
    before = title(path)
    program.press("ctrl+2")
    entry = program.seek("text", say("Title"), inside=program.page("GhPlanPage"))
    program.tab_to(entry)
    program.press("ctrl+End")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    at_once(" (roi)", "ctrl+w")
    message = program.seek("dialog", say("The plan was not changed"))
    assert os.path.basename(path) in message.get_description()
    writer.execute("ROLLBACK")
    writer.close()
    program.press("Escape")
    driver.wait("the message to go", lambda: program.root().get_child_count() == 1, 20)
    assert title(path) == before
    program.press("ctrl+w")
    driver.wait("the window to close", lambda: program.process.poll() is not None, 20)


# A process each: the accessibility client does not always outlive a program that it has seen end.
PARTS = {part.__name__: part for part in (close_at_once, close_in_a_cell, stay_with_the_message)}
if sys.argv[1:]:
    with Journey(sys.argv[2]) as window:
        window.started()
        PARTS[sys.argv[1]](window, sys.argv[2])
    sys.exit()
with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    for part in PARTS:
        subprocess.run([sys.executable, __file__, part, sample], check=True, timeout=300)
    driver.cli("verify", sample)

print("what was typed last was saved, or the window stayed to say why not")
