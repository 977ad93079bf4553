#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of the plan are dragged with the real pointer: one by its handle in the body, a whole part
by its heading in the outline. Both are taken back by one undo."""
import json
import shutil
import subprocess
import tempfile
import time

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def blocks(path):
    return json.loads(driver.cli("show", "document", path, "--json"))["blocks"]


def texts(path):
    return [block["text"] for block in blocks(path)]


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=20)
    time.sleep(0.12)


def drag(program, start, end):
    """From one place of the window to another, as a hand does: pressed, moved in steps, let go."""
    window = program.active_window()[0]
    xdotool("mousemove", "--window", window, *start)
    xdotool("mousedown", 1)
    steps = 12
    for step in range(1, steps + 1):
        x = start[0] + (end[0] - start[0]) * step // steps
        y = start[1] + (end[1] - start[1]) * step // steps
        xdotool("mousemove", "--window", window, x, y)
    xdotool("mousemove_relative", "--", 1, 0)
    time.sleep(0.4)
    xdotool("mouseup", 1)
    program.settle()


def row_of(node):
    while node.get_role_name() != "list item":
        node = node.get_parent()
    return node


def handle_of(program, row):
    """The middle of what a block is dragged by."""
    box = program.extents(program.seek("image", inside=row, rows=True))
    return box.x + box.width // 2, box.y + box.height // 2


def drag_block(program, page, path):
    """A paragraph goes below the next one."""
    before = blocks(path)
    index = next(i for i in range(len(before) - 1)
                 if all(block["kind"] in ("paragraph", "item") for block in before[i:i + 2]))
    first, second = before[index]["text"], before[index + 1]["text"]
    moved = row_of(program.block(page, first))
    below = program.extents(row_of(program.block(page, second)))
    drag(program, handle_of(program, moved), (below.x + 60, below.y + below.height - 4))
    wanted = [block["text"] for block in before]
    wanted[index], wanted[index + 1] = second, first
    driver.wait("the block to be below the next", lambda: texts(path) == wanted)
    program.press("ctrl+z")
    driver.wait("undo", lambda: texts(path) == [block["text"] for block in before])


def drag_part(program, page, path):
    """The second part goes before the first, with all that is in it."""
    before = texts(path)
    headings = [i for i, block in enumerate(blocks(path))
                if block["kind"] == "heading" and block["level"] == 1]
    outline = program.seek("list", say("Parts of the plan"), inside=page)

    def line(text):
        row = program.seek("list item", contains=text, inside=outline)
        return program.extents(row)

    first, second = line(before[headings[0]]), line(before[headings[1]])
    drag(program, (second.x + 80, second.y + second.height // 2), (first.x + 80, first.y + 4))
    one, two, three = headings[:3]
    wanted = before[two:three] + before[one:two] + before[three:]
    driver.wait("the part to be the first", lambda: texts(path)[one:] == wanted)
    program.press("ctrl+z")
    driver.wait("undo", lambda: texts(path) == before)


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+2")
        plan_page = window.page("GhPlanPage")
        heading = next(block["text"] for block in blocks(sample) if block["kind"] == "heading")
        parts = window.seek("list", say("Parts of the plan"), inside=plan_page)
        window.point(window.seek("list item", contains=heading, inside=parts))
        drag_block(window, plan_page, sample)
        drag_part(window, plan_page, sample)

print("blocks and parts went where they were dragged")
