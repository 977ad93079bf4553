#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan is written with the keyboard alone: its title, the text of a block, a paragraph added, moved
and removed, split, indented and joined, undone; a mistake is found by the check, and its line leads to the block."""
import json
import shutil
import tempfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

HEADING = "MỤC ĐÍCH, YÊU CẦU"


def blocks(path):
    """The texts of the plan's body, in order."""
    found = json.loads(driver.cli("show", "document", path, "--json"))["blocks"]
    return [block["text"] for block in found]


def wait_blocks(path, what, check):
    driver.wait(what, lambda: check(blocks(path)))


def write_title(program, page, path):
    """From the outline, where the page puts the keyboard, to the title, by Tab."""
    title = program.seek("text", say("Title"), inside=page)
    before = program.read(title)
    program.tab_to(title)
    program.press("ctrl+End")
    program.type(" (sua)")
    driver.wait("the title in the file", lambda: json.loads(driver.cli(
        "show", "campaign", path, "--json"))["title"] == before + " (sua)")
    program.press("ctrl+z")
    driver.wait("the title taken back", lambda: program.read(title) == before)


def write_block(program, page, path):
    """From the outline to a heading of the body; its text."""
    outline = program.seek("list", say("Parts of the plan"), inside=page).get_child_at_index(0)
    program.tab_to(outline, "shift+Tab")
    program.press(*["Down"] * 6, "Return")
    keeps_keyboard(program, page, HEADING)
    program.press("ctrl+End")
    program.type(" CHUNG")
    wait_blocks(path, "the block in the file", lambda texts: HEADING + " CHUNG" in texts)


def keeps_keyboard(program, page, text):
    """A moved block has the keyboard still."""
    driver.wait(f"the keyboard in {text!r}", lambda: program.focused(program.block(page, text)))


def add_block(program, page, path):
    """Ctrl+Enter makes a paragraph below, Alt+Down moves it, Ctrl+Shift+Delete removes it."""
    n_blocks = len(blocks(path))
    place = blocks(path).index(HEADING + " CHUNG")
    program.press("ctrl+Return")
    wait_blocks(path, "one more block", lambda texts: len(texts) == n_blocks + 1)
    keeps_keyboard(program, page, "")
    program.type("Them mot doan")
    wait_blocks(path, "the paragraph", lambda texts: texts[place + 1] == "Them mot doan")
    program.press("alt+Down")
    wait_blocks(path, "the paragraph below", lambda texts: texts[place + 2] == "Them mot doan")
    keeps_keyboard(program, page, "Them mot doan")
    program.press("alt+Up")
    wait_blocks(path, "the paragraph above", lambda texts: texts[place + 1] == "Them mot doan")
    keeps_keyboard(program, page, "Them mot doan")
    program.press("ctrl+shift+Delete")
    wait_blocks(path, "the paragraph gone", lambda texts: len(texts) == n_blocks)
    program.seek("label", say("The block was removed"))
    program.press("ctrl+z")
    wait_blocks(path, "the paragraph back", lambda texts: texts[place + 1] == "Them mot doan")
    keeps_keyboard(program, page, "Them mot doan")


def change_structure(program, page, path):
    """Enter splits, Tab indents, Backspace joins; the numbers follow, and undo brings it all back."""
    def numbers():
        found = json.loads(driver.cli("show", "document", path, "--json"))["blocks"]
        return [(block["number"], block["text"]) for block in found]
    before = numbers()
    program.press("ctrl+End", "Return")
    keeps_keyboard(program, page, "")
    program.type("hai ba")
    wait_blocks(path, "the second paragraph", lambda texts: "hai ba" in texts)
    program.press("Tab")
    driver.wait("a dash", lambda: ("-", "hai ba") in numbers())
    program.press("Return")
    program.type("bon")
    driver.wait("another dash", lambda: ("-", "bon") in numbers())
    program.press("Tab")
    driver.wait("a plus", lambda: ("+", "bon") in numbers())
    program.press("shift+Tab", "Home", "BackSpace")
    driver.wait("one item", lambda: ("-", "hai ba bon") in numbers())
    keeps_keyboard(program, page, "hai ba bon")
    for _ in range(12):
        if numbers() == before:
            break
        program.press("ctrl+z")
        program.settle()
    assert numbers() == before, numbers()
    keeps_keyboard(program, page, "Them mot doan")


def find_mistake(program, page, path):
    """A date that does not exist; the check says so, and its line leads back to the block."""
    mistake = "Hoan thanh truoc ngay 31/02/2027."
    program.press("ctrl+a")
    program.type(mistake)
    wait_blocks(path, "the mistake", lambda texts: any("31/02/2027" in text for text in texts))
    # To the last part, so that the body is out of sight; from there by Tab to the strip.
    program.press("shift+F6")
    program.press("End")
    strip = program.seek("filler", "GhFindingsStrip", inside=page)
    program.tab_to(program.seek("push button", inside=strip))
    program.press("space")
    program.tab_to(program.seek("list item", contains="31/02/2027", inside=strip, rows=True))
    program.press("Return")
    driver.wait("the keyboard in the block", lambda: program.focused(
        program.block(page, mistake)))


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        write_title(window, plan_page, sample)
        write_block(window, plan_page, sample)
        add_block(window, plan_page, sample)
        change_structure(window, plan_page, sample)
        find_mistake(window, plan_page, sample)
    driver.cli("verify", sample)

print("the plan was written, changed and checked with the keyboard alone")
