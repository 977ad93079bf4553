#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar by keyboard: the three views, an activity edited on the timeline, done, taken back,
late; the overview follows. Its figures lead to their pages, its rows open their activity."""
import json
import shutil
import tempfile
import time

import driver
from driver import Atspi
from journey import Journey, mnemonic, say, say_count

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

TITLE = "Buổi hiến máu “Blouse trắng - Trái tim hồng”"
NEW = "Buổi hiến máu tại Bệnh viện"


def stored(path, title):
    activities = json.loads(driver.cli("show", "calendar", path, "--json"))
    return next((a for a in activities if a["title"] == title), None)


def count_all(path):
    return len(json.loads(driver.cli("show", "calendar", path, "--json")))


def wait_stored(path, title, check):
    driver.wait(f"{title} in the file", lambda: check(stored(path, title)))


def selected_page(program):
    pages = program.seek("list", say("Pages"))
    for i in range(pages.get_child_count()):
        row = pages.get_child_at_index(i)
        row.clear_cache()
        if row.get_state_set().contains(Atspi.StateType.SELECTED):
            return row.get_name()
    return None


def check_figures(program):
    """Every figure is a link to its page, with the keyboard."""
    for caption, page in (("Target (%s)", "Plan"), ("Assigned to units", "Units and quotas"),
                          ("Registered (persons)", "Units and quotas"), ("Received", "Reports")):
        program.press("ctrl+1")
        overview = program.page("GhOverviewPage")
        start = say(caption).split("%s")[0]
        figure = program.seek("push button", contains=start, inside=overview)
        program.tab_to(figure)
        program.press("Return")
        driver.wait(f"{caption} to lead to {page}", lambda: selected_page(program) == say(page))


def todo_row(program, title):
    todo = program.seek("list", say("To do"), inside=program.page("GhOverviewPage"))
    return program.seek("list item", contains=title, inside=todo)


def check_todo(program):
    """Enter on a row opens its activity; Escape leaves without harm."""
    program.press("ctrl+1")
    row = todo_row(program, TITLE)
    program.tab_to(row.get_parent().get_child_at_index(0))
    for _ in range(10):
        if program.focused(row):
            break
        program.press("Down")
    program.press("Return")
    window = program.window(say("Activity"))
    name = program.seek("text", say("_Title"), inside=window)
    driver.wait("the title", lambda: program.read(name) == TITLE)
    program.wait_active(say("Activity"))
    program.press("Escape")
    program.wait_closed()
    assert selected_page(program) == say("Overview")


def rows_of(program, english):
    return program.seek("list", say(english), inside=program.page("GhCalendarPage"))


def row_in(program, english, title, contains=""):
    """The row of an activity, once its name also says so much."""
    def find():
        row = program.seek("list item", contains=title, inside=rows_of(program, english))
        return row if contains in row.get_name() else None
    return driver.wait(f"{title!r} with {contains!r}", find)


def walk_to(program, row):
    """With the arrow keys, from the row that has the keyboard."""
    rows = row.get_parent()
    for _ in range(rows.get_child_count()):
        if program.focused(row):
            return
        program.press("Down")
    raise AssertionError(f"{row.get_name()} is not reached")


def check_views(program):
    """Month, list, timeline by the underlined letters; every view has the activity."""
    program.press("ctrl+4", mnemonic("_Month"))
    page = program.page("GhCalendarPage")
    program.seek("push button", contains=TITLE, inside=page)
    program.press(mnemonic("_List"))
    row_in(program, "Activities", TITLE)
    program.press(mnemonic("_Progress"))
    row = row_in(program, "Progress of the activities", TITLE, "26/02/2027")
    assert say("donation day", "activity kind") in row.get_name(), row.get_name()


def edit(program, changes):
    """In the editor that is opening; sets fields and saves with Enter."""
    window = program.window(say("Activity"))
    program.wait_active(say("Activity"))
    for name, text in changes:
        field = program.seek("text", name, inside=window)
        assert Atspi.EditableText.set_text_contents(field, text), name
    time.sleep(0.3)
    program.press("Return")
    program.wait_closed()


def check_timeline(program, path):
    """Edit and mark as done on the timeline; the keyboard stays on the row."""
    first = rows_of(program, "Progress of the activities").get_child_at_index(0)
    row = row_in(program, "Progress of the activities", TITLE)
    page = program.page("GhCalendarPage")
    program.tab_to(program.seek("push button", say("_Add…"), inside=page), limit=60)
    program.press("Tab")
    program.press("Home")
    driver.wait("the first row to have the keyboard", lambda: program.focused(first))
    walk_to(program, row)
    program.press("Return")
    edit(program, [(say("_Title"), NEW)])
    wait_stored(path, NEW, bool)
    row = row_in(program, "Progress of the activities", NEW)
    assert program.focused(row), "the keyboard left the row that was edited"

    program.press("Right", "Left", mnemonic("Mark as _done"))
    wait_stored(path, NEW, lambda a: a["state"] == "done")
    row_in(program, "Progress of the activities", NEW, say("Done", "activity"))
    program.seek("push button", say("Not _done yet"), inside=page)
    program.press("ctrl+z")
    wait_stored(path, NEW, lambda a: a["state"] == "planned")


def check_late(program, path):
    """What is moved into the past is late: on the timeline, in the list and on the overview."""
    row = row_in(program, "Progress of the activities", NEW)
    walk_to(program, row)
    program.press("Return")
    edit(program, [(say("Date"), "10/02/2027")])
    wait_stored(path, NEW, lambda a: a["start"] == "2027-02-10")
    late = say_count("%u day overdue", "%u days overdue", 10)
    row_in(program, "Progress of the activities", NEW, late)
    program.press("ctrl+1")
    todo = todo_row(program, NEW).get_parent()
    todo.clear_cache()
    assert NEW in todo.get_child_at_index(0).get_name(), "the late one comes first"
    assert late in todo.get_child_at_index(0).get_name()
    program.press("ctrl+z")
    driver.wait("it to be due again", lambda: late not in todo_row(program, NEW).get_name())
    program.press("ctrl+z")
    wait_stored(path, TITLE, bool)


def add_standing_days(program, path):
    """Two days of the year are ticked and stand in the calendar; one undo takes both back."""
    names = ["Tết Trung thu", "Ngày Phụ nữ Việt Nam"]
    count = count_all(path)
    program.press("ctrl+4")
    program.click("push button", say("_Standing days…"))
    window = program.seek("frame", say("Standing days of the year"))
    program.seek("check box", contains=say("In the calendar already: %s").split("%s")[0], inside=window)
    for name in names:
        box = program.seek("check box", contains=name, inside=window)
        program.tab_to(box, limit=80)
        program.press("space")
    program.press(mnemonic("_Add to the calendar"))
    driver.wait("both days", lambda: count_all(path) == count + 2, 20)
    assert all(stored(path, name) for name in names)
    program.press("ctrl+z")
    driver.wait("one undo", lambda: count_all(path) == count, 20)


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        check_figures(window)
        check_todo(window)
        check_views(window)
        check_timeline(window, sample)
        check_late(window, sample)
        add_standing_days(window, sample)
        window.quit()
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+4")
        # The view is remembered: the timeline is there without being asked for.
        row_in(window, "Progress of the activities", TITLE)

print("three views by keyboard; an activity edited, done, taken back, late; figures and rows lead on")
