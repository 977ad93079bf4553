#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check finds is mended from its line: a finding leads to its very words, its button mends
them, a toast takes the fix back, and those that leave no doubt are mended together."""
import json
import os
import shutil
import subprocess
import tempfile

import driver
from driver import Atspi
from journey import Journey, say, say_count
from plans import commune_plan

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

PLAN = commune_plan("""
- Phân đấu vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị máu.

II. NỘI DUNG

1. Thời gian: 07h00 - 11h30, ngày 06/03/2027 (thứ Sáu), treo băng zôn tại Hà nội.

III. TỔ CHỨC THỰC HIỆN

1. Hội Chữ thập đỏ xã

- Lập danh sách đăng ký gửi về Ban Chỉ đạo trước ngày 02/03/2027.
""")


def document(path):
    """All texts of the plan's body, a line each."""
    found = json.loads(driver.cli("show", "document", path, "--json"))["blocks"]
    return "\n".join(block["text"] for block in found)


def wait_document(path, *said):
    driver.wait(f"{said} in the plan", lambda: all(words in document(path) for words in said))


def finding(program, words):
    return program.seek("list item", contains=words, rows=True)


def selection(program):
    """The words that are selected somewhere in the body."""
    found = []
    for node in program.walk(program.seek("list", say("Body of the plan"))):
        if node.get_role_name() == "text" and Atspi.Text.get_n_selections(node):
            chosen = Atspi.Text.get_selection(node, 0)
            found.append(program.text_of(node)[chosen.start_offset:chosen.end_offset])
    return found


def open_strip(program):
    program.press("ctrl+2")
    program.point(program.seek("label", contains=say("Check: %s, %s, %s").split(":")[0] + ":"))
    finding(program, "Phấn đấu")


def lead_to_words(program):
    program.point(finding(program, "“Phân đấu”"))
    driver.wait("the misspelt words selected", lambda: "Phân đấu" in selection(program))


def mend_one(program, path):
    before = document(path)
    label = say("Change to %s") % "thứ Bảy"
    program.point(program.seek("push button", say("Fix: %s") % label, rows=True))
    wait_document(path, "06/03/2027 (thứ Bảy)")
    program.wait_gone("push button", say("Fix: %s") % label)
    program.seek("label", say("Fixed: %s") % label)
    assert (say("Fix: %s") % label) in driver.cli("show", "history", path)
    program.click("push button", say("Undo"))
    driver.wait("the fix taken back", lambda: document(path) == before)
    finding(program, "thứ Sáu")


def mend_with_keyboard(program, path):
    """Out of the body, to the line and by Tab to its button; the keyboard stays in the list afterwards."""
    line = finding(program, "“Phân đấu”")
    program.point(line)
    driver.wait("the misspelt words selected", lambda: "Phân đấu" in selection(program))
    program.press("F6")
    program.tab_to(line, limit=80)
    program.press("Tab", "Return")
    wait_document(path, "Phấn đấu vận động")
    program.wait_gone("list item", contains="“Phân đấu”")
    driver.wait("the keyboard in the list of findings", lambda: any(
        program.focused(node) for node in program.walk(
            program.seek("list", say("Findings of the check")))))
    program.press("ctrl+z")
    wait_document(path, "Phân đấu vận động")
    finding(program, "“Phân đấu”")


def codes(path, key):
    found = subprocess.run([driver.CLI, "check", path, "--json"], timeout=60, text=True,
                           stdout=subprocess.PIPE, check=False).stdout
    return [one["message"] for one in json.loads(found)[key]]


def ignore_one(program, path):
    """By the key Delete; its sentence stands below the message. Shown again by the strip's button."""
    line = finding(program, "“Phân đấu”")
    assert any("Phân đấu vận động ít nhất 200" in (node.get_name() or "") for node in program.walk(line)
               if node.get_role_name() == "label"), "the sentence below the message"
    program.point(line)
    driver.wait("the keyboard at the words", lambda: "Phân đấu" in selection(program))
    program.press("F6")
    program.tab_to(line, limit=80)
    program.press("Delete")
    program.wait_gone("list item", contains="“Phân đấu”")
    driver.wait("one ignored", lambda: len(codes(path, "ignored")) == 1)
    assert "Phân đấu" in codes(path, "ignored")[0]
    program.click("push button", say_count("Show %u ignored", "Show %u ignored", 1))
    finding(program, "“Phân đấu”")
    driver.wait("none ignored", lambda: not codes(path, "ignored"))


def mend_all(program, path):
    before = document(path)
    program.point(program.seek("push button", say("_Fix all")))
    program.click("menu item", f"{say('All of these')} (3)")
    wait_document(path, "Phấn đấu", "băng rôn", "Hà Nội", "(thứ Sáu)")
    program.wait_gone("list item", contains="băng zôn")
    program.press("ctrl+z")
    driver.wait("all taken back at once", lambda: document(path) == before)


def main():
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "kế hoạch.txt")
        path = os.path.join(folder, "đợt.giothong")
        with open(text, "w", encoding="utf-8") as plan:
            plan.write(PLAN)
        driver.cli("new", path)
        driver.cli("import", "plan", path, text)
        with Journey(path) as program:
            program.started()
            open_strip(program)
            lead_to_words(program)
            mend_one(program, path)
            mend_with_keyboard(program, path)
            ignore_one(program, path)
            mend_all(program, path)


if __name__ == "__main__":
    main()
