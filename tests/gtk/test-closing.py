#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed a moment ago is saved when the window closes."""
import json
import shutil
import subprocess
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
    driver.wait("the window to close", lambda: program.process.poll() is not None, 20)
    assert program.process.returncode == 0, program.process.returncode
    assert title(path) == before + " (xong)", title(path)


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        close_at_once(window, sample)
    driver.cli("verify", sample)

print("nothing that was typed was lost")
