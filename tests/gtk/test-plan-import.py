#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan goes in and comes out: chosen in the file chooser, read as a proposal, one line refused,
taken over; then the print dialog opens on it and is left without harm."""
import json
import os
import shutil
import tempfile

import driver
from journey import Journey, say
from plans import commune_plan

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

PLAN = commune_plan("""
- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị máu.

II. NỘI DUNG

1. Thời gian: 07h00 - 11h30, ngày 06/03/2027 (thứ Bảy) tại Nhà văn hóa xã.
""")


class Import(Journey):
    """GTK looks for printers of the network, and says so where there is no system bus."""

    def said(self):
        return "\n".join(line for line in super().said().splitlines() if "avahi" not in line)


def show(path, what):
    return json.loads(driver.cli("show", what, path, "--json"))


def wait_windows(program, what, count):
    """GTK's own dialogs have no role that says so: count the windows."""
    driver.wait(what, lambda: program.root().get_child_count() == count)


def choose_file(program, text):
    """Through GTK's own chooser: its place entry takes a path that is typed."""
    program.press("F10")
    program.click("menu item", say("_Import a plan…"))
    program.wait_active(say("Import a plan"))
    program.press("ctrl+l")
    program.type(text)
    program.press("Return")


def refuse_and_accept(program, path):
    program.wait_active(say("What was read in the plan"))
    program.go_to_line("150")
    program.press("space")
    driver.wait("the line refused", lambda: any(
        "150" in name and say("stays as text") in name for name, _ in program.lines()))
    assert show(path, "campaign")["number"] != "12", "nothing is stored yet"
    program.click("push button", say("_Take over"))
    driver.wait("the plan in the file", lambda: show(path, "campaign")["number"] == "12")
    wait_windows(program, "the proposal to close", 1)
    values = [target["value"] for target in show(path, "targets")]
    assert 200 in values and 150 not in values, values
    assert any("150 đơn vị máu" in block["text"] for block in show(path, "document")["blocks"]), \
        "what is not taken over stays in the text"


def print_dialog(program):
    program.press("ctrl+2")
    program.seek("push button", say("_Print…"))
    program.press("ctrl+p")
    wait_windows(program, "the print dialog", 2)
    program.wait_active(program.root().get_child_at_index(1).get_name())
    program.press("Escape")
    wait_windows(program, "the print dialog to go", 1)


def main():
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "kehoach.txt")
        path = os.path.join(folder, "dot.giothong")
        with open(text, "w", encoding="utf-8") as plan:
            plan.write(PLAN)
        driver.cli("new", path)
        with Import(path) as program:
            program.started()
            choose_file(program, text)
            refuse_and_accept(program, path)
            print_dialog(program)
        driver.cli("verify", path)


if __name__ == "__main__":
    main()
