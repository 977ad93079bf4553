# SPDX-License-Identifier: GPL-3.0-or-later
"""What the long journeys through the window share: the Vietnamese interface, quick ways through
large pages, the real pointer.

A page that was shown stays in the accessibility tree, and the table of units alone has two
thousand nodes; so a journey looks inside one page, and inside no row that it does not ask for.
"""
import gettext
import os
import re
import subprocess
import time

import driver
from driver import Atspi

LOCALES = os.path.join(driver.BUILD, "po")
_catalogue = gettext.translation("giothong", LOCALES, ["vi"])
_ROWS = ("table row", "list item")


def say(english, context=None):
    """The words of the Vietnamese interface for a source string, without a mnemonic's underline."""
    words = _catalogue.pgettext(context, english) if context else _catalogue.gettext(english)
    return re.sub(r"\(_.\)|_", "", words)


def say_count(one, many, count):
    """The same of a source string that counts."""
    return _catalogue.ngettext(one, many, count) % count


def mnemonic(english):
    """The key chord of a button's underlined letter in the Vietnamese interface."""
    return "alt+" + re.search("_(.)", _catalogue.gettext(english)).group(1).lower()


class Journey(driver.Program):
    """One run of the Vietnamese window."""

    def __init__(self, *arguments, greeted=True):
        super().__init__(*arguments, greeted=greeted, environment={
            "LANGUAGE": "vi", "GIOTHONG_LANGUAGE": "vi", "GIOTHONG_LOCALEDIR": LOCALES})

    def seek(self, role, name=None, contains=None, inside=None, rows=False, seconds=60):
        """The first such node below inside, an accessible; looks into rows only with rows."""
        def search(node):
            try:
                node.clear_cache()
                its_role, its_name = node.get_role_name(), node.get_name() or ""
                if its_role == role and (name is None or its_name == name) and \
                        (contains is None or contains in its_name):
                    return node
                if not rows and its_role in _ROWS:
                    return None
                for i in range(node.get_child_count()):
                    child = node.get_child_at_index(i)
                    found = search(child) if child is not None else None
                    if found:
                        return found
            except driver.gi.repository.GLib.Error:  # gone meanwhile
                pass
            return None
        return driver.wait(f"{role} {name or contains!r}",
                           lambda: search(inside or self.root()), seconds)

    def started(self):
        """Wait for the campaign on screen (on the page that was open last) and take the keyboard."""
        self.seek("list", say("Pages"))
        self.focus_window()

    def page(self, class_name):
        """The page of this class; it must have been shown."""
        return self.seek("filler", class_name)

    def window(self, title, seconds=60):
        """The window of this title, once it is on screen."""
        def find():
            root = self.root()
            root.clear_cache()
            children = [root.get_child_at_index(i) for i in range(root.get_child_count())]
            return next((child for child in children if child and child.get_name() == title), None)
        return driver.wait(f"the window {title!r}", find, seconds)

    def wait_closed(self, seconds=60):
        """Wait until only the main window is left."""
        def alone():
            root = self.root()
            root.clear_cache()
            return root.get_child_count() == 1
        driver.wait("the window to close", alone, seconds)
        self.focus_window()

    def block(self, page, text):
        """The field of the block of the plan with this text."""
        body = self.seek("list", say("Body of the plan"), inside=page)

        def search(node):
            node.clear_cache()
            if node.get_role_name() == "text" and node.get_name() == say("Text") and \
                    self.text_of(node) == text:
                return node
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                found = search(child) if child is not None else None
                if found:
                    return found
            return None
        return driver.wait(f"the block {text!r}", lambda: search(body))

    def read(self, node):
        """The text in a field now."""
        node.clear_cache()
        return self.text_of(node)

    def lines(self):
        """The lines of the proposal of a plan: (name, node)."""
        holder = self.seek("list", say("What was understood"))
        found = []
        for i in range(holder.get_child_count()):
            row = holder.get_child_at_index(i)
            if row is not None:
                row.clear_cache()
                found.append((row.get_name() or "", row))
        return found

    def go_to_line(self, part):
        """Walk with the arrows to the line of the proposal whose name has part."""
        lines = self.lines()
        here = driver.wait("the keyboard in the lines", lambda: next(
            (i + 1 for i, (_, row) in enumerate(lines) if self.focused(row)), None)) - 1
        there = next(i for i, (name, _) in enumerate(lines) if part in name)
        self.press(*["Down" if there > here else "Up"] * abs(there - here))
        driver.wait(f"the keyboard on {part!r}", lambda: self.focused(lines[there][1]))

    def focused(self, node):
        node.clear_cache()
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def tab_to(self, node, chord="Tab", limit=40):
        """Walk with the keyboard until node has the focus."""
        for _ in range(limit):
            if self.focused(node):
                return
            self.press(chord)
        raise AssertionError(f"{node.get_name()!r} is not reached with {limit} times {chord}")

    def extents(self, node):
        """Where a node stands in its window, once it stands still."""
        def still():
            before = node.get_extents(Atspi.CoordType.WINDOW)
            time.sleep(0.1)
            self.settle()
            box = node.get_extents(Atspi.CoordType.WINDOW)
            same = (box.x, box.y, box.width, box.height) == (before.x, before.y, before.width, before.height)
            return box if same and box.width > 0 else None
        return driver.wait(f"{node.get_name()!r} to stand still", still)

    def aim(self, node):
        """Arguments that make xdotool move to the middle of a node of the main window."""
        box = self.extents(node)
        window = subprocess.run(["xdotool", "getactivewindow"], stdout=subprocess.PIPE, text=True,
                                check=True, timeout=20).stdout.strip()
        return ["mousemove", "--window", window, str(box.x + box.width // 2),
                str(box.y + box.height // 2)]

    def point(self, node, times=1):
        """Click with the pointer at the middle of a node of the main window."""
        subprocess.run(["xdotool", *self.aim(node), "click", "--repeat", str(times), "--delay",
                        "60", "1"], check=True, timeout=20)
        time.sleep(0.3)
        self.settle()
