#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is exported from its card; the toast opens the folder with the desktop's program for
folders; the card remembers; an export that fails says why and changes nothing. The plan is written as
text, and as a PDF that is opened at once where the menu says so."""
import os
import shutil
import tempfile
import time
import zipfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

REPORT = "Calendar of activities"


def make_file_manager(folder):
    """A program for folders that only writes down what it was asked to show."""
    shown = os.path.join(folder, "shown")
    program = os.path.join(folder, "file-manager")
    with open(program, "w", encoding="utf-8") as script:
        script.write(f"#!/bin/sh\nprintf '%s\\n' \"$1\" >>'{shown}'\n")
    os.chmod(program, 0o755)
    entries = os.path.join(os.environ["XDG_DATA_HOME"], "applications")
    os.makedirs(entries, exist_ok=True)
    os.makedirs(os.environ["XDG_CONFIG_HOME"], exist_ok=True)
    with open(os.path.join(entries, "file-manager.desktop"), "w", encoding="utf-8") as entry:
        entry.write("[Desktop Entry]\nType=Application\nName=Files\nMimeType=inode/directory;application/pdf;\n"
                    f"Exec={program} %u\n")
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "mimeapps.list"), "w",
              encoding="utf-8") as choice:
        choice.write("[Default Applications]\ninode/directory=file-manager.desktop\napplication/pdf=file-manager.desktop\n")
    return shown


def export(program, english_format, path, report=None):
    """The button on the card, then the name in the file chooser."""
    button = program.seek("push button", say("Export %s as %s") % (say(report or REPORT), say(english_format)),
                          inside=program.page("GhReportsPage"))
    button.do_action(0)
    program.wait_active(say("Export"))
    time.sleep(0.5)  # the chooser reads its folder
    program.press("ctrl+a")
    program.type(path)
    program.press("Return")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def check_export(program, folder, shown):
    out = os.path.join(folder, "lich.xlsx")
    export(program, "Excel", out)
    driver.wait("the workbook", lambda: os.path.exists(out))
    program.wait_closed()
    program.seek("label", say("Exported: %s") % "lich.xlsx")
    program.seek("push button", say("_Open"))
    program.click("push button", say("Open _folder"))
    driver.wait("the folder to be shown", lambda: os.path.exists(shown) and read(shown))
    assert read(shown).strip().endswith(os.path.basename(folder)), read(shown)
    with zipfile.ZipFile(out) as workbook:
        assert "xl/workbook.xml" in workbook.namelist()
    page = program.page("GhReportsPage")
    program.seek("label", contains="lich.xlsx", inside=page)
    program.seek("push button", say("Open the last export"), inside=page)


def check_text(program, folder):
    """The plan as plain text, with what the paper says."""
    out = os.path.join(folder, "ke-hoach.txt")
    export(program, "TXT", out, report="Campaign plan")
    driver.wait("the text", lambda: os.path.exists(out))
    program.wait_closed()
    lines = read(out).splitlines()
    for line in ("KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU", "Nơi nhận:"):
        assert line in lines, line


def check_opened(program, folder, shown):
    """Beside printing: the PDF goes to the program that shows such files without another click."""
    out = os.path.join(folder, "ke-hoach.pdf")
    before = read(shown)
    program.press("ctrl+e")
    program.tab_to(program.seek("menu item", say("Export the plan as PDF and _open it…")), "Down")
    program.press("Return")
    program.wait_active(say("Export"))
    time.sleep(0.5)
    program.press("ctrl+a")
    program.type(out)
    program.press("Return")
    driver.wait("the PDF to be shown", lambda: read(shown) != before)
    assert read(shown)[len(before):].strip().endswith("ke-hoach.pdf"), read(shown)
    with open(out, "rb") as paper:
        assert paper.read(5) == b"%PDF-"
    program.wait_closed()


def check_failure(program, folder):
    """Over a file of which somebody else keeps the folder: a message that names it; nothing is left.
    When the folder is let go, the message's button writes it after all."""
    kept = os.path.join(folder, "kept")
    os.makedirs(kept)
    os.chmod(kept, 0o555)
    if os.access(kept, os.W_OK):  # nothing is read-only for the superuser
        os.rmdir(kept)
        kept = "/proc/self"
    free = os.path.join(folder, "free")
    os.makedirs(free)
    place = os.path.join(folder, "place")
    os.symlink(kept, place)
    before = sorted(os.listdir(folder))
    export(program, "iCalendar", os.path.join(place, "lich.ics"))
    window = program.window(say("The file could not be written"))
    program.seek("label", contains="lich.ics", inside=window)
    program.click("push button", say("_Try again"))
    time.sleep(1)
    window = program.window(say("The file could not be written"))
    assert sorted(os.listdir(folder)) == before, "the failed export left something behind"
    program.seek("label", contains="lich.xlsx", inside=program.page("GhReportsPage"))
    os.unlink(place)
    os.symlink(free, place)
    program.click("push button", say("_Try again"))
    driver.wait("the calendar", lambda: os.path.exists(os.path.join(free, "lich.ics")))
    program.wait_closed()
    program.seek("label", say("Exported: %s") % "lich.ics")


with tempfile.TemporaryDirectory() as folder:
    opened = make_file_manager(folder)
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+5")
        check_export(window, folder, opened)
        check_text(window, folder)
        check_opened(window, folder, opened)
        check_failure(window, folder)

print("a report was exported, its folder shown; one that failed said so, and was tried again")
