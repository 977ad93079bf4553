#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is new is shown once after an update, never on a first start; the About window names the
licences of what the program is made of."""
import os
import shutil
import subprocess
import sys
import tempfile

import driver
from steps import GuideRun, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def settings_of(folder):
    return os.path.join(folder, "config/giothong/settings.ini")


def updated(folder):
    """The version that ran before was an older one."""
    os.makedirs(os.path.dirname(settings_of(folder)))
    with open(settings_of(folder), "w", encoding="utf-8") as settings:
        settings.write("[start]\ngreeted=1\nversion=0.0.9\n")
    with GuideRun(folder) as run:
        driver.wait("the news", lambda: len(run.windows()) == 2)
        assert run.front().get_name() == say("What’s new"), run.front().get_name()
        assert [n for n in run.below(run.front()) if "0.1.0" in (n.get_name() or "")]

        def kept():
            with open(settings_of(folder), encoding="utf-8") as settings:
                return "version=0.0.9" not in settings.read()
        driver.wait("the version in the settings", kept)


def again(folder):
    """Not a second time, but in the menu; and the About window."""
    with GuideRun(folder) as run:
        run.seek("push button", say("Open the sample"))
        assert len(run.windows()) == 1
        run.do_menu("Main menu ▸ What’s ne_w")
        run.do_window("2")
        run.press("Escape")
        run.do_window("1")
        run.do_menu("Main menu ▸ _About Giọt Hồng")
        run.do_window("2")
        for text in ("SQLite", "libxlsxwriter", "Tinos", "BSD-2-Clause", "Hunspell"):
            run.one_of(None, text)
        run.do_click("_Copy")
        run.press("Escape")
        run.do_window("1")


PARTS = {"updated": updated, "again": again}
if sys.argv[1:]:
    PARTS[sys.argv[1]](sys.argv[2])
    sys.exit()
with tempfile.TemporaryDirectory() as place:
    for part in PARTS:
        subprocess.run([sys.executable, __file__, part, place], check=True, timeout=300)
print("what is new was shown once; the licences are named")
