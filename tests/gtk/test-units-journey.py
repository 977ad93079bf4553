#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of units by keyboard, as in a spreadsheet: entry over several rows, cells taken together,
copied, filled and pasted with one undo; totals follow while a figure is typed; the order and the
widths of the columns are there again after a restart."""
import json
import shutil
import subprocess
import tempfile

import driver
from journey import Journey, say, say_count

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

PEOPLE, BLOOD = "registrations", "blood-units"
MOST_FIRST = ["Khối xã, phường", "Phường Bình An", "Xã An Hòa", "Xã Long Phú"]
NAMES = {PEOPLE: "people registered", BLOOD: "blood units"}


def cell(indicator, unit, value):
    """What a screen reader says of the unit's quota."""
    return f"{say('Quota %s, %s') % (say(NAMES[indicator]), unit)}: {value}"


def quotas(path):
    """(unit, indicator) → what is stored."""
    listed = json.loads(driver.cli("show", "quotas", path, "--json"))
    return {(q["unit"], q["indicator"]): q["value"] for q in listed}


def wait_stored(path, wanted):
    def there():
        now = quotas(path)
        return all(now.get(key) == value for key, value in wanted.items())
    try:
        driver.wait("the quotas in the file", there)
    except AssertionError:
        now = quotas(path)
        raise AssertionError({key: (now.get(key), value) for key, value in wanted.items()})


def history(path):
    return len(json.loads(driver.cli("show", "history", path, "--json")))


def find_cell(program, indicator, unit, value):
    return program.seek("table cell", contains=cell(indicator, unit, value),
                        inside=program.page("GhUnitsPage"), rows=True)


def footer_says(program, text):
    program.seek("label", text, inside=program.seek("panel", say("Total against target")))


def status_says(program, text):
    program.seek("label", text)


def enter_by_keyboard(program, path):
    """F2, Enter goes down, Tab right, Esc leaves without harm."""
    program.point(find_cell(program, PEOPLE, "Xã An Hòa", 93))
    program.press("F2", "ctrl+a")
    program.type("90")
    program.press("Return")           # down to Xã Bình Tân
    program.type("80")
    program.press("Return")           # down to Xã Cẩm Sơn
    program.press("F2", "ctrl+a")
    program.type("61")
    program.press("Tab")              # right, to its blood units
    program.type("47")
    program.press("Return")
    wait_stored(path, {("Xã An Hòa", PEOPLE): 90, ("Xã Bình Tân", PEOPLE): 80,
                       ("Xã Cẩm Sơn", PEOPLE): 61, ("Xã Cẩm Sơn", BLOOD): 47})
    before = quotas(path)
    program.press("F2", "ctrl+a")     # Xã Đại Lộc, blood units
    program.type("999")
    footer_says(program, say("assigned %s of %s") % ("2.385", "1.440"))
    program.seek("table cell", contains=cell(BLOOD, "Khối xã, phường", "1.750"),
                 inside=program.page("GhUnitsPage"), rows=True)
    program.press("Escape")
    footer_says(program, say("assigned %s of %s") % ("1.441", "1.440"))
    assert quotas(path) == before
    # What is no figure is refused, and the old one stays.
    program.press("F2", "ctrl+a")
    program.type("ba")
    program.press("Return")
    program.seek("label", contains="ba")
    assert quotas(path) == before
    for _ in range(4):
        program.press("ctrl+z")
    wait_stored(path, {("Xã An Hòa", PEOPLE): 93, ("Xã Bình Tân", PEOPLE): 83,
                       ("Xã Cẩm Sơn", PEOPLE): 60, ("Xã Cẩm Sơn", BLOOD): 46})


def fill_and_paste(program, path):
    """Each of these is one edit, and one undo takes it back."""
    original = quotas(path)
    program.point(find_cell(program, PEOPLE, "Xã An Hòa", 93))
    program.press("shift+Down", "shift+Down", "shift+Right")
    status_says(program, say_count("%s cell selected", "%s cells selected", 6))
    before = history(path)
    program.type("12")
    program.press("ctrl+Return")
    six = [(unit, what) for unit in ("Xã An Hòa", "Xã Bình Tân", "Xã Cẩm Sơn")
           for what in (PEOPLE, BLOOD)]
    wait_stored(path, {key: 12 for key in six})
    assert history(path) == before + 1
    toast = say_count("%u quota was entered", "%u quotas were entered", 6)
    program.seek("label", toast)
    program.press("ctrl+z")
    wait_stored(path, {key: original[key] for key in six})

    # Two rows and two columns are copied and pasted further down.
    program.point(find_cell(program, PEOPLE, "Xã An Hòa", 93))
    program.press("shift+Down", "shift+Right", "ctrl+c", "Down", "Down", "Left", "ctrl+v")
    wait_stored(path, {("Xã Đại Lộc", PEOPLE): 93, ("Xã Đại Lộc", BLOOD): 71,
                       ("Xã Đông Mỹ", PEOPLE): 83, ("Xã Đông Mỹ", BLOOD): 64})
    program.press("ctrl+z")
    wait_stored(path, original)

    # Fill down, as in Excel; emptied cells are empty, not zero.
    program.point(find_cell(program, BLOOD, "Xã Đông Mỹ", 43))
    program.press("shift+Down", "ctrl+d")
    wait_stored(path, {("Xã Hòa Lợi", BLOOD): 43})
    program.press("Delete")
    wait_stored(path, {("Xã Hòa Lợi", BLOOD): None, ("Xã Đông Mỹ", BLOOD): None})
    find_cell(program, BLOOD, "Xã Hòa Lợi", "–")
    program.press("ctrl+z", "ctrl+z")
    wait_stored(path, original)


def drag(program, start, distance):
    """Pull the edge of a column with the pointer."""
    window = subprocess.run(["xdotool", "getactivewindow"], stdout=subprocess.PIPE, text=True,
                            check=True, timeout=20).stdout.strip()
    x, y = start
    subprocess.run(["xdotool", "mousemove", "--window", window, str(x), str(y), "mousedown", "1"],
                   check=True, timeout=20)
    for step in range(0, distance + 1, 10):
        subprocess.run(["xdotool", "mousemove", "--window", window, str(x + step), str(y), "sleep",
                        "0.03"], check=True, timeout=20)
    subprocess.run(["xdotool", "mouseup", "1"], check=True, timeout=20)


def head(program, title):
    """The head of a column: (left, right, middle height) in the window."""
    table = program.seek("tree table", inside=program.page("GhUnitsPage"))
    box = program.seek("label", title, inside=table, rows=True).get_extents(
        driver.Atspi.CoordType.WINDOW)
    return box.x, box.x + box.width, box.y + box.height // 2


def shown_order(program):
    """Three units and their group, from the top; GTK takes row widgets up again in any order."""
    table = program.seek("tree table", inside=program.page("GhUnitsPage"))
    names = ["Khối xã, phường", "Xã An Hòa", "Xã Long Phú", "Phường Bình An"]
    return sorted(names, key=lambda name: program.seek("label", name, inside=table, rows=True)
                  .get_extents(driver.Atspi.CoordType.WINDOW).y)


def sort_and_widen(program):
    """By last year, most first: groups and their units stay together."""
    title = program.seek("label", say("Last year"), inside=program.seek(
        "tree table", inside=program.page("GhUnitsPage")), rows=True)
    program.point(title)
    driver.wait("the order", lambda: shown_order(program) == [
        "Khối xã, phường", "Xã Long Phú", "Xã An Hòa", "Phường Bình An"])
    program.point(title)
    driver.wait("the order the other way", lambda: shown_order(program) == MOST_FIRST)
    before = distance(program)
    # The edge of the column "Last year" is right of the arrow in its head.
    _, right, height = head(program, say("Last year"))
    drag(program, (right + 23, height), 60)
    driver.wait("a wider column", lambda: distance(program) >= before + 40)
    return distance(program)


def distance(program):
    """How far the head of "Last year" is from that of "Headcount", left of it."""
    return head(program, say("Last year"))[0] - head(program, say("Headcount"))[0]


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+3")
        enter_by_keyboard(window, sample)
        fill_and_paste(window, sample)
        width = sort_and_widen(window)
        window.quit()
    with Journey(sample) as window:
        window.started()
        window.press("ctrl+3")
        driver.wait("the order of the last run", lambda: shown_order(window) ==
                    MOST_FIRST)
        driver.wait("the width of the last run", lambda: abs(distance(window) - width) <= 1)
    driver.cli("verify", sample)

print("quotas were entered, filled and pasted by keyboard; the table was as it was left")
