#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a block as a clerk writes it: bold letters, quotes, a field that follows the data, copies
of both, and words found and replaced; all with the keyboard, all of it undone and stored as marked text."""
import json
import shutil
import tempfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

HEADING = "MỤC ĐÍCH, YÊU CẦU"


def texts(path):
    found = json.loads(driver.cli("show", "document", path, "--json"))["blocks"]
    return [block["text"] for block in found]


def wait_text(path, text):
    driver.wait(f"{text!r} in {texts(path)[:6]}", lambda: text in texts(path))


def open_paragraph(program, page, path):
    """A paragraph of our own below the first heading."""
    outline = program.seek("list", say("Parts of the plan"), inside=page)
    program.tab_to(outline.get_child_at_index(0), "shift+Tab")
    program.press(*["Down"] * 6, "Return")
    block = program.block(page, HEADING)
    program.point(block)
    driver.wait("the keyboard in the heading", lambda: program.focused(block))
    program.press("ctrl+Return")
    driver.wait("a paragraph", lambda: "" in texts(path))
    empty = program.block(page, "")
    driver.wait("the keyboard in it", lambda: program.focused(empty))
    return empty


def write(program, block, path):
    program.type("Nam ")
    program.press("ctrl+b")
    program.type("hien")
    program.press("ctrl+b")
    program.type(" \"mau\"")
    wait_text(path, "Nam **hien** “mau”")
    # Right after it a quote is what was typed, before it is undone with the rest.
    program.type(" \"")
    driver.wait("the quote", lambda: program.read(block).endswith("“"))
    program.press("ctrl+z")
    driver.wait("the sign that was typed", lambda: program.read(block) == "Nam hien “mau” \"")
    program.press("BackSpace", "BackSpace")
    wait_text(path, "Nam **hien** “mau”")


def insert_field(program, block, path):
    """The year, found in the list by its name; it is read as its value and taken away whole."""
    program.press("Home", "ctrl+Right")
    program.type(" ")
    program.press("ctrl+shift+f")
    field = program.seek("entry", say("Field to insert"), rows=True)
    driver.wait("the keyboard in the list of fields", lambda: program.focused(field))
    program.type("nam")
    program.press("Return")
    driver.wait("the year", lambda: program.read(block).startswith("Nam 2027 hien"))
    wait_text(path, "Nam 2027 **hien** “mau”")
    program.press("BackSpace")
    wait_text(path, "Nam  **hien** “mau”")
    program.press("ctrl+z")
    driver.wait("the year again", lambda: program.read(block).startswith("Nam 2027 hien"))


def copy(program, block, path):
    program.press("ctrl+a", "ctrl+c", "End")
    program.type(" ")
    program.press("ctrl+v")
    wait_text(path, "Nam 2027 **hien** “mau” Nam 2027 **hien** “mau”")


def replace(program, page, path):
    program.press("ctrl+h")
    entry = program.seek("entry", say("Find in the plan"), inside=page)
    driver.wait("the keyboard in the bar", lambda: program.focused(entry))
    program.type("hien \"mau")
    program.seek("label", say("%u of %u") % (1, 2), inside=page)
    program.press("F3")
    program.seek("label", say("%u of %u") % (2, 2), inside=page)
    program.tab_to(program.seek("text", say("Replace by"), inside=page))
    program.type("cho")
    program.click("push button", say("Replace _all"))
    wait_text(path, "Nam 2027 **cho**” Nam 2027 **cho**”")
    program.seek("label", say("Not found"), inside=page)
    program.press("Escape")
    driver.wait("the bar to close", lambda: not program.focused(entry))
    program.press("ctrl+z")
    wait_text(path, "Nam 2027 **hien** “mau” Nam 2027 **hien** “mau”")


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        text = open_paragraph(window, plan_page, sample)
        write(window, text, sample)
        insert_field(window, text, sample)
        copy(window, text, sample)
        replace(window, plan_page, sample)
    driver.cli("verify", sample)

print("the text was written, copied, searched and replaced with the keyboard")
