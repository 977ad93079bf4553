#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 opens the page of the guide about where one stands, in the language of the interface, with the
program the system has for web pages; without one it says where the page is."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

ROOT = os.environ["GIOTHONG_SOURCE_ROOT"]
GUIDE = os.path.join(driver.BUILD, "docs/guide")


def check_topics():
    """Every page of the guide that the program knows is there; every window and page has one."""
    with open(os.path.join(ROOT, "src/gtk/window/gh-help.c"), encoding="utf-8") as source:
        topics = dict(re.findall(r'\{ "(G\w+)", "([a-z-]+)" \}', source.read()))
    assert len(topics) > 10, topics
    for language in ("vi", "en"):
        for page in set(topics.values()) | {"index"}:
            assert os.path.exists(os.path.join(GUIDE, language, page + ".html")), f"{language}/{page}"
    templates = {}
    for path in glob.glob(os.path.join(ROOT, "ui/**/*.ui"), recursive=True):
        with open(path, encoding="utf-8") as template:
            templates.update(re.findall(r'<template class="(\w+)" parent="(\w+)"', template.read()))
    wanted = {name for name, parent in templates.items() if parent in ("GhPage", "GtkWindow")}
    missing = wanted - topics.keys() - {"GhWindow"}
    assert not missing, f"gh-help.c has no page of the guide for {sorted(missing)}"


class Browser:
    """A stand-in for the browser of the system: writes down what it was asked to open."""

    def __init__(self, folder):
        self.asked = os.path.join(folder, "asked")
        data = os.path.join(folder, "data")
        os.makedirs(os.path.join(data, "applications"))
        with open(os.path.join(data, "applications/browser.desktop"), "w", encoding="utf-8") as entry:
            entry.write("[Desktop Entry]\nType=Application\nName=Browser\nMimeType=text/html;\n"
                        f'Exec=sh -c "echo %u >>{self.asked}"\n')
        with open(os.path.join(data, "applications/mimeapps.list"), "w", encoding="utf-8") as list_file:
            list_file.write("[Default Applications]\ntext/html=browser.desktop\n")
        self.environment = {"XDG_DATA_HOME": data, "GIOTHONG_GUIDEDIR": GUIDE}

    def wait_page(self, page):
        """The last page asked for is this one."""
        def asked():
            if os.path.exists(self.asked):
                with open(self.asked, encoding="utf-8") as lines:
                    return lines.read().replace("file://", "").split("\n")[-2:] == [f"{GUIDE}/{page}.html", ""]
            return False
        driver.wait(f"the browser with {page}", asked)


def start(environment, *arguments, language="en"):
    """A run of the window in this language."""
    run = Journey(*arguments)
    run.environment.update(environment)
    if language == "en":
        run.environment.update({"LANGUAGE": "en", "GIOTHONG_LANGUAGE": "en"})
    return run


def pages(program, browser):
    """One page after the other."""
    program.seek("list", say("Pages"))
    program.focus_window()
    for key, page in (("1", "overview"), ("2", "plan"), ("3", "units"), ("4", "calendar"), ("5", "export")):
        program.press("ctrl+" + key, "F1")
        browser.wait_page("vi/" + page)


def front(program):
    """The window that was opened last."""
    root = program.root()
    return root.get_child_at_index(root.get_child_count() - 1)


def dialog(program, browser, key, english, page):
    """A dialog of a page; the innermost screen counts."""
    program.press(key)
    button = program.seek("push button", say(english))
    button.do_action(0)
    driver.wait("the dialog", lambda: program.root().get_child_count() > 1)
    program.wait_active(front(program).get_name())
    program.press("F1")
    browser.wait_page("vi/" + page)
    program.press("Escape")
    driver.wait("the main window alone", lambda: program.root().get_child_count() == 1)


def message(program):
    """The message that comes up; it is looked into only once it stands."""
    driver.wait("the message", lambda: program.root().get_child_count() > 1)
    time.sleep(1)
    return front(program)


def vietnamese(sample, folder):
    browser = Browser(folder)
    with start(browser.environment, sample, language="vi") as program:
        pages(program, browser)
        dialog(program, browser, "ctrl+3", "Allocate _quotas…", "allocate")
        dialog(program, browser, "ctrl+4", "_Add…", "calendar")


class ShortcutsRun(Journey):
    def said(self):
        """GTK 4.8 warns of its own labels there, of those between the keys of "1...5"."""
        return "\n".join(line for line in super().said().splitlines() if line and "reported min width" not in line)


def shortcuts(sample, folder):
    """The list of keys, a window of GTK's own."""
    browser = Browser(folder)
    run = ShortcutsRun(sample)
    run.environment.update(browser.environment)
    with run as program:
        program.seek("list", say("Pages"))
        program.focus_window()
        program.press("ctrl+question")
        message(program)
        program.press("F1")
        browser.wait_page("vi/keys")
        program.press("Escape")
        driver.wait("the main window alone", lambda: program.root().get_child_count() == 1)


def english(sample, folder):
    browser = Browser(folder)
    with start(browser.environment, sample) as program:
        program.seek("list", "Pages")
        program.focus_window()
        program.press("ctrl+2", "F1")
        browser.wait_page("en/plan")


def start_page(_sample, folder):
    browser = Browser(folder)
    with start(browser.environment) as program:
        program.seek("push button", "Open the sample")
        program.focus_window()
        program.press("F1")
        browser.wait_page("en/first-start")


def without_browser(folder):
    """An environment in which nothing opens web pages."""
    for part in ("mime", "icons", "glib-2.0", "fonts"):
        os.symlink(os.path.join("/usr/share", part), os.path.join(folder, part))
    return {"XDG_DATA_HOME": folder, "XDG_DATA_DIRS": folder}


def no_browser(sample, folder):
    with start({**without_browser(folder), "GIOTHONG_GUIDEDIR": GUIDE}, sample) as program:
        program.seek("list", "Pages")
        program.focus_window()
        program.press("ctrl+3", "F1")
        said = message(program)
        program.seek("label", "No program opened the user guide", inside=said)
        program.seek("label", contains=f"{GUIDE}/en/units.html", inside=said)
        program.seek("push button", "Copy the path", inside=said).do_action(0)
        driver.wait("the main window alone", lambda: program.root().get_child_count() == 1)


def no_guide(sample, folder):
    with start({**without_browser(folder), "GIOTHONG_GUIDEDIR": folder}, sample) as program:
        program.seek("list", "Pages")
        program.focus_window()
        program.press("F1")
        program.seek("label", "The user guide is not there", inside=message(program))


PARTS = {part.__name__: part for part in (vietnamese, english, shortcuts, start_page, no_browser, no_guide)}
with tempfile.TemporaryDirectory() as place:
    if sys.argv[1:]:
        PARTS[sys.argv[1]](driver.make_sample(place), place)
        sys.exit()
check_topics()
# A process each: the accessibility client does not always outlive a program that it has seen end.
for name in PARTS:
    subprocess.run([sys.executable, __file__, name], check=True, timeout=300)
print("F1 opened the right page everywhere")
