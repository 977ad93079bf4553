#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is pasted and looked through by keyboard alone: one line refused, one target's figure and
one date corrected after a wrong one was refused with a reason, one refusal taken back; taken over,
the workspace holds exactly that; then all of it is undone."""
import json
import os
import shutil
import subprocess
import tempfile

import driver
from journey import Journey, mnemonic, say
from plans import commune_plan

if shutil.which("xdotool") is None or shutil.which("xclip") is None:
    driver.skip("xdotool or xclip is not installed")

PLAN = commune_plan("""
- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị máu.

II. NỘI DUNG

1. Thời gian: 07h00 - 11h30, ngày 06/03/2027 (thứ Bảy) tại Nhà văn hóa xã.

III. TỔ CHỨC THỰC HIỆN

1. Hội Chữ thập đỏ xã

- Tổng hợp danh sách đăng ký, gửi Ban Chỉ đạo trước ngày 20/02/2027.
""")


def show(path, what):
    return json.loads(driver.cli("show", what, path, "--json"))


def copy(text, *kind):
    """Put text on the clipboard, as another program does."""
    subprocess.run(["xclip", "-selection", "clipboard", *kind], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20)


def field(program, name):
    return program.seek("text", say(name), inside=program.window(say("What was read in the plan")))


def retype(program, text):
    program.press("ctrl+a")
    program.type(text)


def paste(program):
    program.press("F10")
    program.click("menu item", say("Paste a pla_n…"))
    program.wait_active(say("Paste the text of a plan"))
    node = program.seek("text", say("Text of the plan"))
    driver.wait("the keyboard in the text", lambda: program.focused(node))
    copy("<style>p {}</style><ol type=I><li>MỤC ĐÍCH</ol><p>Số&nbsp;<b>một</b>", "-t", "text/html")
    program.press("ctrl+v")
    driver.wait("the text of a page", lambda: program.read(node) == "I. MỤC ĐÍCH\nSố một")
    program.press("ctrl+a")
    copy(PLAN)
    program.press("ctrl+v")
    driver.wait("the pasted text", lambda: "12/KH-BCĐ" in program.read(node))
    assert "Số một" not in program.read(node)
    program.press(mnemonic("_Read the text"))
    program.wait_active(say("What was read in the plan"))


def look_through(program):
    # One line is refused by Space; its sentence is chosen on the other side.
    program.go_to_line("200")
    program.press("space")
    driver.wait("the line refused", lambda: any(
        "200" in name and say("stays as text") in name for name, _ in program.lines()))
    # Tab leaves the lines, Shift+Tab comes back to the same.
    program.press("Tab")
    cancel = program.seek("push button", say("_Cancel"), inside=program.window(say("What was read in the plan")))
    driver.wait("the keyboard behind the lines", lambda: program.focused(cancel))
    program.press("shift+Tab")
    driver.wait("the keyboard back on the line", lambda: any(
        "200" in name and program.focused(row) for name, row in program.lines()))
    # The figure of another: a word is refused with a reason, the keyboard stays there.
    program.go_to_line("150")
    program.press("F2")
    figure = field(program, "Figure")
    program.tab_to(figure)
    retype(program, "mot tram")
    program.press("Return")
    driver.wait("the reason", lambda: any("mot tram" in (node.get_name() or "")
                                          for node in program.matches("label", contains="150, 1.450")))
    assert program.focused(figure)
    retype(program, "165")
    program.press("Return")
    driver.wait("the figure corrected", lambda: any(
        "165" in name and say("corrected") in name for name, _ in program.lines()))
    # A date.
    program.go_to_line("06/03/2027")
    program.press("Return")
    date = field(program, "Date")
    program.tab_to(date)
    retype(program, "07h00 - 11h30, 13/03/2027")
    program.press("Return")
    driver.wait("the date corrected", lambda: any("13/03/2027" in name for name, _ in program.lines()))
    # A refusal by mistake is taken back; Escape leaves an editor without harm.
    program.go_to_line("Lưu: VT")
    program.press("space")
    driver.wait("the recipient refused", lambda: any(
        "Lưu: VT" in name and say("stays as text") in name for name, _ in program.lines()))
    program.press("ctrl+z")
    driver.wait("the recipient back", lambda: not any(
        "Lưu: VT" in name and say("stays as text") in name for name, _ in program.lines()))
    program.go_to_line("Lưu: VT")
    program.press("F2")
    program.tab_to(field(program, "Purpose"))
    program.type("x")
    program.press("Escape")
    driver.wait("the keyboard back on the line", lambda: any(
        "Lưu: VT" in name and program.focused(row) for name, row in program.lines()))
    assert "x" not in next(name for name, _ in program.lines() if "Lưu: VT" in name)


def check(path, before):
    campaign = show(path, "campaign")
    assert campaign["number"] == "12" and campaign["signer_name"] == "Nguyễn Văn Bình", campaign
    assert [target["value"] for target in show(path, "targets")] == [165], show(path, "targets")
    calendar = show(path, "calendar")
    event = next(entry for entry in calendar if entry["start"].startswith("2027-03"))
    assert (event["start"], event["start_time"], event["place"]) == ("2027-03-13", "07:00", "Nhà văn hóa xã"), event
    assert any(entry["start"] == "2027-02-20" and entry["before"] for entry in calendar), calendar
    assert [r["name"] for r in show(path, "recipients")] == ["Ban Chỉ đạo tỉnh", "Lưu: VT"], show(path, "recipients")
    assert len(show(path, "tasks")) == 1
    text = " ".join(block["text"] for block in show(path, "document")["blocks"])
    assert "200 người đăng ký" in text and "150 đơn vị máu" in text, "the sentences stay as they are"
    assert before["number"] != "12"


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dot.giothong")
        driver.cli("new", path)
        before = show(path, "campaign")
        with Journey(path) as program:
            program.started()
            paste(program)
            look_through(program)
            assert show(path, "campaign") == before, "nothing is stored before it is taken over"
            program.press(mnemonic("_Take over"))
            program.wait_closed()
            driver.wait("the plan in the file", lambda: show(path, "campaign")["number"] == "12")
            check(path, before)
            program.press("ctrl+z")
            driver.wait("all of it undone", lambda: show(path, "campaign") == before)
            assert show(path, "targets") == [] and show(path, "calendar") == []
        driver.cli("verify", path)


if __name__ == "__main__":
    main()
