#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of units is read and looked at row by row before it is stored: what is new, changed, the
same or not usable; a row is left out by keyboard; one undo. Then another program changes a unit
whose window is open here: saving is refused once, and what was entered stays."""
import json
import os
import shutil
import subprocess
import tempfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

LIST = """Tên đơn vị,Loại hình,Thuộc,Số CBCCVC,Điện thoại
Xã An Hòa,,"Khối xã, phường",731,
Xã Bình Tân,,"Khối xã, phường",,
Trường Mầm non Sen Hồng,Trường học,Khối trường học mới,42,0912345678
Trường Mầm non Hoa Mai,Trường học,Khối trường học mới,40,
Vòng Một,,Vòng Hai,1,
Vòng Hai,,Vòng Một,1,
"""


def units(path):
    return {unit["name"]: unit for unit in json.loads(driver.cli("show", "units", path, "--json"))}


def wait_windows(program, what, count):
    driver.wait(what, lambda: program.root().get_child_count() == count)


def picture(name):
    folder = os.environ.get("GIOTHONG_PICTURES")
    if folder:
        subprocess.run(["import", "-window", "root", os.path.join(folder, name)], check=False)


def choose_file(program, path):
    program.seek("push button", say("Import _list…"))
    program.click("push button", say("Import _list…"))
    wait_windows(program, "the file chooser", 2)
    program.press("ctrl+l")
    program.type(path)
    program.press("Return")
    program.seek("frame", say("What was read in the list of units"))


def look_and_accept(program, path):
    before = units(path)
    table = program.seek("frame", say("What was read in the list of units"))
    for role, says in (("table cell", "Sen Hồng"), ("table cell", say("New", "import")),
                       ("table cell", say("As it is", "import")),
                       ("table cell", say("Changed", "import")),
                       ("table cell", "1.480 → 731"),
                       ("table cell", say("New: other rows name it as their parent")),
                       ("table cell", "Vòng Một")):
        program.seek(role, contains=says, inside=table, rows=True)
    picture("import.png")
    program.seek("label", say("To add: %u. To change: %u. As they are: %u. Left out: %u. Not usable: %u.")
                 % (3, 1, 1, 0, 2))
    tick = program.seek("check box", say("Take over %s") % "Trường Mầm non Hoa Mai", inside=table,
                        rows=True)
    assert tick.get_state_set().contains(driver.Atspi.StateType.CHECKED)
    program.press("Down", "Down", "Down", "Down", "space")  # the row of Hoa Mai
    program.seek("label", say("To add: %u. To change: %u. As they are: %u. Left out: %u. Not usable: %u.")
                 % (2, 1, 1, 1, 2))
    assert units(path) == before, "nothing is stored yet"
    program.press("alt+n")  # a mnemonic of the window
    driver.wait("the units in the file", lambda: "Trường Mầm non Sen Hồng" in units(path))
    after = units(path)
    assert "Trường Mầm non Hoa Mai" not in after and "Vòng Một" not in after
    assert after["Xã An Hòa"]["headcount"] == 731
    wait_windows(program, "the window to close", 1)
    program.press("ctrl+z")
    driver.wait("one undo", lambda: units(path) == before)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sample = driver.make_sample(folder)
        listed = os.path.join(folder, "units.csv")
        with open(listed, "w", encoding="utf-8") as file:
            file.write(LIST)
        with Journey(sample) as window:
            window.started()
            window.press("ctrl+3")
            choose_file(window, listed)
            look_and_accept(window, sample)
        driver.cli("verify", sample)
