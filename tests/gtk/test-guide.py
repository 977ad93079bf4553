#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every step of the user guide, taken on the real window by what stands beside it.

    test-guide.py             all pages
    test-guide.py PAGE...     these pages
    test-guide.py PAGE N      the procedure N of a page, from 0
"""
import os
import shutil
import subprocess
import sys
import tempfile

import driver
import steps

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

if len(sys.argv) == 3 and sys.argv[2].isdigit():
    with tempfile.TemporaryDirectory() as folder:
        start, taken = steps.procedures(sys.argv[1])[int(sys.argv[2])]
        steps.follow(folder, start, taken)
    sys.exit()

ROOT = os.path.join(os.environ["GIOTHONG_SOURCE_ROOT"], "docs", "guide", "vi")
PAGES = sys.argv[1:] or steps.source.page_order(ROOT)
failed, count = [], 0
for page in PAGES:
    for number, (_, taken) in enumerate(steps.procedures(page)):
        count += len(taken)
        # A process each: the accessibility client does not always outlive a program that it has seen end.
        done = subprocess.run([sys.executable, __file__, page, str(number)], timeout=240, check=False)
        print(f"{page} {number + 1}: {len(taken)} steps {'failed' if done.returncode else 'taken'}", flush=True)
        if done.returncode:
            failed.append(f"{page} {number + 1}")
assert not failed, f"failed: {', '.join(failed)}"
print(f"{count} steps of the guide were taken")
