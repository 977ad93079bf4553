#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan from nothing to the signed paper, by the keyboard alone: begun from a template, filled in, three
faults that were typed into it found and mended by their buttons, issued, exported, opened by LibreOffice.
No pointer and no action of the accessibility bus: only keys that a clerk has."""
import json
import os
import shutil
import subprocess
import tempfile
import time

import driver
from journey import Journey, mnemonic, say

for tool in ("xdotool", "soffice", "pdftotext"):
    if shutil.which(tool) is None:
        driver.skip(f"{tool} is not installed")

TEMPLATE = "Xuân hồng: xã, phường"
BASIS = "Kế hoạch số 20/KH-BCĐ ngày 25/11/2026 của Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh " \
        "Sông Trà về vận động hiến máu tình nguyện năm 2027."
FAULTY = "Phân đấu ngày 06/03/2027 (thứ Sáu) treo đủ băng zôn trên địa bàn xã."
MENDED = "Phấn đấu ngày 06/03/2027 (thứ Bảy) treo đủ băng rôn trên địa bàn xã."


def show(path, what):
    return json.loads(driver.cli("show", what, path, "--json"))


def findings(path):
    done = subprocess.run([driver.CLI, "check", path, "--json"], stdout=subprocess.PIPE, text=True,
                          timeout=60, check=False)
    return json.loads(done.stdout)["findings"]


def begin(program):
    """From the first start page to the campaign on screen; gives back where it is kept."""
    start = program.seek("push button", say("New campaign"))
    program.focus_window()
    program.tab_to(start)
    program.press("Return")
    window = program.window(say("New campaign"))
    place = program.seek("label", contains=".giothong", inside=window).get_name()
    program.press(mnemonic("_Begin with"), "Home")
    row = program.seek("list item", TEMPLATE, inside=window)
    program.tab_to(row, "Down")
    program.tab_to(program.seek("spin button", say("_Year of the campaign"), inside=window))
    program.press("ctrl+a")
    program.type("2027")
    program.press(mnemonic("C_reate"))
    program.started()
    return place


def go_to(program, page, part):
    """A part of the plan, from the outline, to which F6 leads."""
    outline = program.seek("list", say("Parts of the plan"), inside=page)

    def in_outline():
        return any(program.focused(outline.get_child_at_index(i)) for i in range(outline.get_child_count()))
    for _ in range(4):
        if in_outline():
            break
        program.press("shift+F6")
    assert in_outline(), "F6 does not lead to the outline"
    program.press("Home")
    program.tab_to(program.seek("list item", part, inside=outline, rows=True), "Down")
    program.press("Return")


def write(program, field, text):
    """Type over what a field holds. The virtual keyboard learns each Vietnamese letter as it is typed, and
    on a busy machine the program may see the key before it: then it is typed again, slower."""
    program.tab_to(field)
    for delay in ("40", "80", "160", "240"):
        program.press("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", delay, text], check=True, timeout=120)
        program.settle()
        try:
            driver.wait(repr(text), lambda: program.read(field) == text, seconds=3)
            return
        except AssertionError:
            pass
    raise AssertionError(f"typed {text!r}, read {program.read(field)!r}")


def text_with(program, page, part):
    """The field that holds part."""
    return driver.wait(f"a field with {part!r}", lambda: next((
        node for node in program.walk(page) if node.get_role_name() == "text"
        and part in (program.text_of(node) or "")), None))


def fill_in(program, page, path):
    """What only this commune knows."""
    for name, text in (("Superior body", "Ủy ban nhân dân xã Sông Trà"),
                       ("Issuing body", "Ban Chỉ đạo vận động hiến máu tình nguyện xã Sông Trà"),
                       ("Place", "Sông Trà"), ("Date of issue", "15/12/2026")):
        write(program, program.seek("text", say(name), inside=page), text)
    program.press("Return")
    driver.wait("the date in the file", lambda: show(path, "campaign")["date"] == "2026-12-15")
    go_to(program, page, say("Legal basis"))
    write(program, text_with(program, page, "…/KH-BCĐ"), BASIS)
    go_to(program, page, say("Signature"))
    program.press("Tab")
    fields = [node for node in program.walk(page) if node.get_role_name() == "text"]
    for name, text in (("Role", "TRƯỞNG BAN"), ("Name", "Nguyễn Văn Thử")):
        field = next(node for node in fields if node.get_name() == say(name))
        write(program, field, text)
    program.press("Tab")


def plant(program, page, path):
    """A paragraph with three faults, below the first heading of the second level."""
    go_to(program, page, "2. Yêu cầu")
    program.press("ctrl+Return")
    driver.wait("an empty paragraph", lambda: "" in [b["text"] for b in show(path, "document")["blocks"]])
    write(program, program.block(page, ""), FAULTY)
    driver.wait("the sentence in the file", lambda: FAULTY in [
        b["text"] for b in show(path, "document")["blocks"]])


def mend(program, page, path):
    """In the strip: the line of each fault, Tab, and its button."""
    strip = program.seek("filler", "GhFindingsStrip", inside=page)
    program.press("F6")
    program.tab_to(program.seek("push button", inside=strip), limit=80)
    program.press("space")
    program.tab_to(program.seek("list item", inside=strip, rows=True))
    for words in ("“Phân đấu”", "06/03/2027 (thứ Sáu)", "băng zôn"):
        line = program.seek("list item", contains=words, inside=strip, rows=True)
        program.press("Home")
        program.tab_to(line, "Down")
        program.press("Tab", "Return")
        driver.wait(f"{words} to be mended",
                    lambda: not any(words.strip("“”") in one["message"] for one in findings(path)))
        program.wait_gone("list item", contains=words)
    assert MENDED in [b["text"] for b in show(path, "document")["blocks"]], show(path, "document")


def choose(program, page, state, item):
    """A step of the menu under the state of the plan."""
    go_to(program, page, say("Signature"))
    program.press("shift+F6")
    button = program.seek("push button", say(state), inside=page)
    program.tab_to(button, "shift+Tab", limit=80)
    program.press("space")
    program.tab_to(program.seek("menu item", say(item)), "Down")
    program.press("Return")


def issue(program, page, path):
    choose(program, page, "Draft", "_Submit for signature")
    driver.wait("for signature", lambda: show(path, "campaign")["plan_state"] == "for-signature")
    choose(program, page, "For signature", "_Issue…")
    window = program.window(say("Issue the plan"))
    program.seek("label", contains="01/", inside=window)
    program.press(mnemonic("_Issue"))
    driver.wait("the version", lambda: len(show(path, "versions")) == 1)
    program.wait_closed()
    assert findings(path) == [], findings(path)


def export(program, out):
    program.press("ctrl+e")
    program.tab_to(program.seek("menu item", say("Plan as Word document (.docx)…")), "Down")
    program.press("Return")
    program.wait_active(say("Export"))
    time.sleep(0.5)  # the chooser reads its folder
    program.press("ctrl+a")
    program.type(out)
    program.press("Return")
    driver.wait("the document", lambda: os.path.exists(out))
    program.wait_closed()


def opened_by_office(folder, document):
    """The words of its pages as LibreOffice lays them out."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder,
                    f"-env:UserInstallation=file://{folder}/office", document], check=True, timeout=240,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    text = subprocess.run(["pdftotext", document.replace(".docx", ".pdf"), "-"], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    return " ".join(text.split())


with tempfile.TemporaryDirectory() as folder:
    with Journey() as window:
        workspace = begin(window)
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        fill_in(window, plan_page, workspace)
        plant(window, plan_page, workspace)
        mend(window, plan_page, workspace)
        issue(window, plan_page, workspace)
        export(window, os.path.join(folder, "ke-hoach.docx"))
    paper = opened_by_office(folder, os.path.join(folder, "ke-hoach.docx"))
    for words in (MENDED, "Số: 01/KH-BCĐ", "Sông Trà, ngày 15 tháng 12 năm 2026", BASIS, "Nguyễn Văn Thử"):
        assert words in paper, words
    driver.cli("verify", workspace)

print("a plan was begun, written, mended, issued and exported with the keyboard alone")
