#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A campaign is begun and its details changed with the keyboard alone: a year that is still being
typed counts, a name that is missing is asked for."""
import json
import os
import shutil
import tempfile

import driver
from journey import Journey, mnemonic, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")


def campaign(path):
    return json.loads(driver.cli("show", "campaign", path, "--json"))


def command(program, label):
    """A command of the campaign switcher."""
    program.point(program.seek("push button", contains=say("Campaign: %s").replace("%s", "")))
    program.seek("push button", say(label))
    program.press(mnemonic(label))


def begin(program, path):
    command(program, "_New campaign…")
    window = program.window(say("New campaign"))
    program.tab_to(program.seek("spin button", say("_Year of the campaign"), inside=window))
    program.press("ctrl+a")
    program.type("2031")
    program.press(mnemonic("C_reate"))
    program.wait_closed()
    assert campaign(path)["year"] == 2031, campaign(path)["year"]


def rename(program, path):
    before = campaign(path)
    command(program, "_Details of this campaign…")
    window = program.window(say("Details of the campaign"))
    name = program.seek("text", say("_Name"), inside=window)
    program.tab_to(name)
    program.press("ctrl+a")
    program.type("  ")
    program.press("Return")
    message = program.seek("dialog", say("The campaign could not be saved"))
    assert message.get_description() == say("Give the campaign a name.")
    program.press("Escape")
    driver.wait("the keyboard in the name", lambda: program.focused(name))
    assert campaign(path) == before
    program.press("ctrl+a")
    program.type(" Dot thu ")
    program.press("Return")
    program.wait_closed()
    assert "Dot thu" in program.seek(
        "push button", contains=say("Campaign: %s").replace("%s", "")).get_name()


def keep(program, path, folder):
    """A plan is kept as a template, begun with, renamed and removed."""
    command(program, "_Save as a template…")
    window = program.window(say("Save as a template"))
    name = program.seek("text", say("_Name of the template"), inside=window)
    program.tab_to(name)
    program.press("ctrl+a")
    program.type("Mau thu")
    program.press("Return")
    program.wait_closed()
    assert os.listdir(folder) == ["mau-thu.json"], os.listdir(folder)
    command(program, "_New campaign…")
    window = program.window(say("New campaign"))
    program.seek("list item", "Mau thu", inside=window)
    program.press(mnemonic("_Begin with"))
    program.press("End")
    program.seek("push button", say("Re_name…"), inside=window)
    program.tab_to(program.seek("spin button", say("_Year of the campaign"), inside=window))
    program.press("ctrl+a")
    program.type("2032")
    program.press(mnemonic("C_reate"))
    program.wait_closed()
    assert campaign(path)["year"] == 2032, campaign(path)["year"]


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    templates = os.path.join(folder, "templates")
    os.environ["GIOTHONG_TEMPLATEDIR"] = templates
    with Journey(sample) as journey:
        journey.started()
        begin(journey, sample)
        rename(journey, sample)
        keep(journey, sample, templates)
    driver.cli("verify", sample)

print("a campaign was begun and named with the keyboard alone")
