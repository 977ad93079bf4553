#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader calls things, window by window: every control has a name of its own (GTK falls
back on the class, "GtkToggleButton"), none is met twice, no name reads an underline; and every
dialog is left by Escape."""
import re
import shutil
import tempfile

import driver
from journey import Journey, say
from plans import commune_plan

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "spin button", "combo box",
            "slider", "list item", "table row", "menu item", "page tab", "entry", "link"}
PLAN = commune_plan("- Tiếp nhận ít nhất 150 đơn vị máu ngày 06/03/2027.")
A_FEW = 3  # rows of a list; the others are made alike


def faults(node, line=(), found=None):
    """What is wrong with the controls below node."""
    found = [] if found is None else found
    node.clear_cache()
    role, name = node.get_role_name(), node.get_name() or ""
    where = " > ".join(f"{r} {n!r}" for r, n in (*line[-3:], (role, name)))
    if role == "table row" and line and line[-1][0] == "tree table":
        return found  # the heads of the columns, which take no keyboard
    if role in CONTROLS and (not name or re.match("G(tk|h)[A-Z]", name)):
        found.append("no name: " + where)
    if role in CONTROLS and name.startswith("_"):
        found.append("an underline: " + where)
    if role == "push button" and line and line[-1][0] == "push button":
        found.append("a button in a button: " + where)
    rows = 0
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None:
            continue
        rows += child.get_role_name() in ("table row", "list item")
        if rows > A_FEW:
            break
        faults(child, (*line, (role, name)), found)
    return found


def windows(program):
    root = program.root()
    root.clear_cache()
    return [root.get_child_at_index(i) for i in range(root.get_child_count())]


def check(program, what, window=None):
    found = faults(window or windows(program)[-1])
    assert not found, what + ":\n" + "\n".join(found)


def dialog(program, what, open_it):
    """Opens a window, looks at it, leaves it by Escape."""
    before = len(windows(program))
    open_it()
    driver.wait(what, lambda: len(windows(program)) > before)
    check(program, what)
    program.press("Escape")
    driver.wait(what + " to be left by Escape", lambda: len(windows(program)) == before)
    program.focus_window()


def menu(program, item):
    def open_it():
        program.press("F10")
        program.click("menu item", say(item))
    return open_it


def check_proposal(program):
    """What was read in a plan, and the editor of a line."""
    program.seek("push button", contains=say("Paste a plan")).do_action(0)
    program.wait_active(say("Paste the text of a plan"))
    driver.Atspi.EditableText.set_text_contents(program.seek("text", say("Text of the plan")), PLAN)
    program.click("push button", say("_Read the text"))
    program.wait_active(say("What was read in the plan"))
    check(program, "a proposal")
    program.press("Down", "Down", "F2")
    program.seek("push button", say("Leave as it _was"))
    check(program, "the editor of a line")
    program.press("Escape", "Escape")
    driver.wait("the proposal to be left by Escape", lambda: len(windows(program)) == 1)
    program.focus_window()


def button(program, name, page):
    return lambda: program.seek("push button", say(name), inside=program.page(page)).do_action(0)


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as program:
        program.started()
        check(program, "the overview")
        program.press("ctrl+2")
        program.page("GhPlanPage")
        for _ in range(20):  # all parts, down to the signature
            program.press("Down")
        check(program, "the plan", program.page("GhPlanPage"))
        for item in ("_History of changes", "P_references…", "What’s ne_w", "_About Giọt Hồng"):
            dialog(program, item, menu(program, item))
        program.press("ctrl+4")
        program.page("GhCalendarPage")
        check(program, "the calendar", program.page("GhCalendarPage"))
        dialog(program, "an activity", button(program, "_Add…", "GhCalendarPage"))
        program.press("ctrl+5")
        check(program, "the reports", program.page("GhReportsPage"))
        program.press("ctrl+3")
        check(program, "the units", program.page("GhUnitsPage"))
        dialog(program, "the editor of a unit", button(program, "_Add unit…", "GhUnitsPage"))
        dialog(program, "the allocation", button(program, "Allocate _quotas…", "GhUnitsPage"))
    with Journey() as program:
        program.seek("push button", contains=say("Open the sample"))
        program.focus_window()
        check(program, "the start page")
        dialog(program, "a new workspace",
               lambda: program.seek("push button", contains=say("New campaign")).do_action(0))
        dialog(program, "a plan that is pasted",
               lambda: program.seek("push button", contains=say("Paste a plan")).do_action(0))
        check_proposal(program)

print("every control has a name, once; every window is left by Escape")
