#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One quota is changed in the table: the footer, the overview, the plan and the exported document
follow; undo takes all of it back; a power cut in the middle of an edit loses nothing."""
import json
import os
import shutil
import subprocess
import tempfile
import zipfile

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

UNIT = "Xã An Hòa"
PEOPLE, BLOOD = "registrations", "blood-units"


def cell(indicator, value):
    """What a screen reader says of the unit's quota."""
    name = {PEOPLE: "people registered", BLOOD: "blood units"}[indicator]
    return f"{say('Quota %s, %s') % (say(name), UNIT)}: {value}"


def stored(path, indicator):
    quotas = json.loads(driver.cli("show", "quotas", path, "--json"))
    return next(q["value"] for q in quotas if q["unit"] == UNIT and q["indicator"] == indicator)


def plan(path):
    return driver.cli("show", "document", path)


def sound(path):
    """The file is whole and the program says so."""
    driver.cli("verify", path)


def wait_stored(path, indicator, value):
    driver.wait(f"{indicator} {value} in the file", lambda: stored(path, indicator) == value)


def assigned(program, value, target):
    """Wait for the footer of the table."""
    footer = program.seek("panel", say("Total against target"))
    program.seek("label", say("assigned %s of %s") % (value, target), inside=footer)
    return footer


def overview(program, value):
    program.press("ctrl+1")
    program.seek("push button", contains=f"{say('Assigned to units')}: {value}.",
                 inside=program.page("GhOverviewPage"))


def change(program, path):
    """With the pointer in one column, with the keyboard alone in the other."""
    program.press("ctrl+3")
    units = program.page("GhUnitsPage")
    assigned(program, "1.900", "1.900")
    program.point(program.seek("table cell", cell(PEOPLE, 93), inside=units, rows=True), times=2)
    program.press("ctrl+a")
    program.type("83")
    program.press("Return")
    wait_stored(path, PEOPLE, 83)
    footer = assigned(program, "1.890", "1.900")
    program.seek("label", say("%s still to assign") % "10", inside=footer)

    # Enter has gone on to the unit below; back up, one column to the right.
    program.press("Up", "Right")
    program.type("67")
    program.press("Return")
    wait_stored(path, BLOOD, 67)
    assigned(program, "1.436", "1.440")
    program.seek("table cell", contains=cell(BLOOD, 67), inside=units, rows=True)


def follow(program, path):
    """The overview, the plan and its check say the same."""
    overview(program, "1.436")
    sentence = "Tổng chỉ tiêu 1.890 người đăng ký và 1.436 đơn vị máu"
    assert sentence in plan(path), plan(path)
    assert f"1\t{UNIT}\t83\t67" in plan(path)
    program.press("ctrl+2")
    page = program.page("GhPlanPage")
    program.seek("document text", contains="8", inside=page)  # pages of the preview
    program.seek("label", contains=say("Check: %s, %s, %s").split("%s")[0], inside=page)
    findings = subprocess.run([driver.CLI, "check", path, "--json"], timeout=60, text=True,
                                     stdout=subprocess.PIPE, check=False).stdout
    assert "sum-mismatch" in findings, findings


def export(program, path):
    """Through the menu and the file chooser of the window."""
    out = os.path.join(os.path.dirname(path), "out.docx")
    program.press("ctrl+e")
    program.press("Return")
    program.wait_active(say("Export"))
    program.press("ctrl+a")
    program.type(out)
    program.press("Return")
    driver.wait("the document", lambda: os.path.exists(out))
    program.seek("label", contains=say("Exported: %s") % "out.docx")
    with zipfile.ZipFile(out) as document:
        text = document.read("word/document.xml").decode()
    assert "1.890 người đăng ký và 1.436 đơn vị máu" in text


def take_back(program, path, before):
    program.focus_window()
    program.press("ctrl+z")
    wait_stored(path, BLOOD, 71)
    program.press("ctrl+z")
    wait_stored(path, PEOPLE, 93)
    assert plan(path) == before
    overview(program, "1.440")
    program.press("ctrl+3")
    footer = assigned(program, "1.900", "1.900")
    program.seek("label", say("matches the target"), inside=footer)


def cut_in_field(path):
    """The power goes half a second after the last letter in a field of the plan."""
    theme = json.loads(driver.cli("show", "campaign", path, "--json"))["theme"]
    with Journey(path) as program:
        program.started()
        program.press("ctrl+2")
        field = program.seek("text", say("Theme"), inside=program.page("GhPlanPage"))
        program.point(field)
        program.press("End")
        program.type(" 27")
        driver.wait("the saved field", lambda: json.loads(
            driver.cli("show", "campaign", path, "--json"))["theme"] == theme + " 27")
        program.kill()
        assert not program.said(), program.said()
    sound(path)


def cut_in_cell(path):
    """A quota is committed, the next one is being typed when the power goes."""
    with Journey(path) as program:
        program.started()
        # What the first power cut left behind does not look like somebody else's work.
        notice = program.seek("push button", say("Close this notice")).get_parent()
        notice.clear_cache()
        said = notice.get_child_at_index(0).get_name()
        assert said in ("", "GtkLabel"), said
        program.press("ctrl+2")
        field = program.seek("text", say("Theme"), inside=program.page("GhPlanPage"))
        assert program.read(field).endswith(" 27"), program.read(field)
        program.press("ctrl+3")
        units = program.page("GhUnitsPage")
        program.point(program.seek("table cell", cell(PEOPLE, 93), inside=units, rows=True), 2)
        program.press("ctrl+a")
        program.type("98")
        program.press("Return")
        wait_stored(path, PEOPLE, 98)
        program.type("777")
        program.seek("text", contains=say("people registered"), inside=units, rows=True)
        program.kill()
        assert not program.said(), program.said()
    sound(path)
    assert stored(path, PEOPLE) == 98
    assert "777" not in driver.cli("show", "quotas", path)


def reopen(path):
    with Journey(path) as program:
        program.started()
        program.press("ctrl+3")
        program.seek("table cell", contains=cell(PEOPLE, 98), inside=program.page("GhUnitsPage"),
                     rows=True)
        assigned(program, "1.905", "1.900")
        program.press("ctrl+z")
        wait_stored(path, PEOPLE, 93)
    sound(path)


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    original = plan(sample)
    with Journey(sample) as window:
        window.started()
        overview(window, "1.440")
        change(window, sample)
        follow(window, sample)
        export(window, sample)
        take_back(window, sample, original)
    sound(sample)
    cut_in_field(sample)
    cut_in_cell(sample)
    reopen(sample)

print("one quota was changed everywhere, taken back, exported; two power cuts lost nothing")
