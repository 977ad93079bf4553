# SPDX-License-Identifier: GPL-3.0-or-later
"""Does on the real window what the user guide says: the verbs behind "do:" in docs/guide/vi.

    page Plan                 the page, by its name in the sidebar
    click _Add unit…          a button
    menu Main menu ▸ _Help    an item of a menu
    switcher _New campaign…   a button in the list of campaigns
    select List = Item        a line of a list
    first List                its first line
    set Field = text          a field, a figure
    untick Name               a tick in front of Name
    line Name                 a line of the proposal of a plan
    findings Findings of …    the strip below the plan, opened
    file NAME                 a file chooser: a file of the run's folder
    key ctrl+z, type words    the keyboard
    see Name                  something of this name is there
    check Field = text        a field holds this
    unset Field = text        a field holds something else
    written NAME              the file is there now
    window 2                  so many windows are open
    named Menu ▸ Item         another way that the text mentions; it exists

Names are source strings of the interface and are said in the language of the run.
"""
import os
import subprocess
import sys
import time

import driver
from driver import Atspi
from journey import Journey, say

sys.path.insert(0, os.path.join(os.environ["GIOTHONG_SOURCE_ROOT"], "docs", "guide"))
import guide as source  # noqa: E402  (docs/guide)

PAGES = ["Overview", "Plan", "Units and quotas", "Calendar", "Reports"]
BUTTONS = ("push button", "toggle button", "radio button", "check box")
FIELDS = ("text", "spin button")


def show_nowhere(folder):
    """What is opened for the clerk goes to a program that shows nothing."""
    entries = os.path.join(folder, "data", "applications")
    os.makedirs(entries, exist_ok=True)
    with open(os.path.join(entries, "viewer.desktop"), "w", encoding="utf-8") as entry:
        entry.write("[Desktop Entry]\nType=Application\nName=Viewer\nMimeType=application/pdf;\nExec=true %u\n")
    with open(os.path.join(entries, "mimeapps.list"), "w", encoding="utf-8") as choice:
        choice.write("[Default Applications]\napplication/pdf=viewer.desktop\n")


class GuideRun(Journey):
    """One run of the program; folder is where files are chosen and written."""

    def __init__(self, folder, *arguments):
        super().__init__(*arguments)
        self.folder = folder
        self.environment.update({"HOME": folder, "XDG_CONFIG_HOME": os.path.join(folder, "config"),
                                 "XDG_DATA_HOME": os.path.join(folder, "data"),
                                 "GIOTHONG_TEMPLATEDIR": os.path.join(folder, "templates")})
        driver.greet(self.environment)
        show_nowhere(folder)

    def said(self):
        """GTK's print dialog looks for printers on a bus that the machine of a test need not have."""
        return "\n".join(line for line in super().said().splitlines() if line and "avahi printers" not in line)

    # --- finding ------------------------------------------------------------------------------

    def windows(self):
        root = self.root()
        root.clear_cache()
        return [root.get_child_at_index(i) for i in range(root.get_child_count())]

    def front(self):
        """The window that was opened last."""
        return self.windows()[-1]

    def one_of(self, roles, name, inside=None, rows=True, seconds=60):
        """The first node of one of these roles and this name; what is hidden comes last."""
        def search(node, depth=0):
            try:
                node.clear_cache()
                role, its_name = node.get_role_name(), node.get_name() or ""
                if (roles is None or role in roles) and its_name == name and self.shown(node):
                    return node
                if depth > 40 or (role == "table" and not rows):
                    return None
                for i in range(node.get_child_count()):
                    child = node.get_child_at_index(i)
                    found = search(child, depth + 1) if child is not None else None
                    if found:
                        return found
            except driver.gi.repository.GLib.Error:  # gone meanwhile
                pass
            return None
        return driver.wait(f"{roles or 'anything'} {name!r}", lambda: search(inside or self.front()), seconds)

    @staticmethod
    def shown(node):
        return node.get_state_set().contains(Atspi.StateType.VISIBLE)

    def activate(self, node):
        """Press a button; that of a menu holds the one which can be pressed."""
        while node.get_n_actions() == 0:
            node = node.get_child_at_index(0)
        node.do_action(0)
        time.sleep(0.5)  # an activated button says "clicked" after a quarter of a second

    # --- verbs --------------------------------------------------------------------------------

    def do(self, command):
        """One line of a do: comment."""
        verb, _, rest = command.partition(" ")
        getattr(self, "do_" + verb)(rest)

    def do_page(self, name):
        self.seek("list", say("Pages"))
        self.focus_window()
        self.press(f"ctrl+{PAGES.index(name) + 1}")
        pages = self.seek("list", say("Pages"))
        row = driver.wait(f"the page {name}", lambda: next(
            (r for r in (pages.get_child_at_index(i) for i in range(pages.get_child_count()))
             if say(name) in (r.get_name() or "")), None))
        driver.wait(f"the page {name} chosen", lambda: (row.clear_cache() or row.get_state_set()).contains(
            Atspi.StateType.SELECTED))

    def do_click(self, name):
        self.activate(self.one_of(BUTTONS, say(name)))

    def do_menu(self, path):
        button, item = (say(part.strip()) for part in path.split("▸"))
        self.focus_window()
        self.activate(self.seek("push button", button, inside=self.windows()[0]))
        wanted = self.seek("menu item", item)
        for _ in range(20):
            if self.focused(wanted):
                break
            self.press("Down")
        assert self.focused(wanted), f"{item} cannot be reached with the keyboard"
        self.press("Return")
        time.sleep(0.5)

    def do_switcher(self, name):
        button = self.seek("push button", contains=say("Campaign: %s").split("%s")[0])
        self.activate(button)
        # The list pops up beside the button, inside the same group.
        self.activate(self.seek("push button", say(name), inside=button.get_parent()))

    def line(self, holder, item):
        """The line of a list that is called so, or says so."""
        def search():
            holder.clear_cache()
            for i in range(holder.get_child_count()):
                row = holder.get_child_at_index(i)
                if row is not None and any((node.get_name() or "") == item for node in self.below(row)):
                    return row
            return None
        return driver.wait(f"the line {item!r}", search)

    def do_select(self, pair):
        name, item = (say(part.strip()) for part in pair.split("="))
        holder = self.seek("list", contains=name, inside=self.front())
        self.focus_window()
        self.point(self.line(holder, item))
        time.sleep(0.5)

    def do_first(self, name):
        self.focus_window()
        self.point(self.seek("list", say(name)).get_child_at_index(0))
        time.sleep(0.5)

    def field(self, name):
        return self.one_of(FIELDS, say(name), rows=False)

    def do_set(self, pair):
        name, text = (part.strip() for part in pair.split("="))
        node = self.field(name)
        if node.get_role_name() == "spin button":
            assert Atspi.Value.set_current_value(node, float(text)), name
        else:
            assert Atspi.EditableText.set_text_contents(node, text), name
        time.sleep(0.7)  # typed text is kept a moment after the last letter

    def do_check(self, pair):
        name, text = (part.strip() for part in pair.split("="))
        driver.wait(f"{text!r} in {name}", lambda: self.read(self.field(name)) == text)

    def do_unset(self, pair):
        name, text = (part.strip() for part in pair.split("="))
        driver.wait(f"{name} other than {text!r}", lambda: self.read(self.field(name)) != text)

    def do_untick(self, name):
        self.do_line(name)
        box = self.seek("check box", contains=say(name), inside=self.front(), rows=True)
        assert box.get_state_set().contains(Atspi.StateType.CHECKED)
        self.press("space")
        driver.wait(f"{name} without its tick", lambda: not (
            box.clear_cache() or box.get_state_set()).contains(Atspi.StateType.CHECKED))

    def do_line(self, name):
        self.focus_window()
        self.go_to_line(say(name) + ":")

    def do_file(self, name):
        path = os.path.join(self.folder, name)
        count = len(self.windows())
        driver.wait("the file chooser", lambda: len(self.windows()) >= 2)
        self.wait_active(self.front().get_name())
        time.sleep(1)  # it reads its folder
        if not os.path.exists(path):  # a name to save under is there already
            self.press("ctrl+a")
        self.type(path)
        self.press("Return")
        driver.wait("the file chooser to close", lambda: len(self.windows()) < max(count, 2)
                    or os.path.exists(path))
        time.sleep(1)

    def do_key(self, chord):
        self.focus_window()
        self.press(chord)
        time.sleep(0.3)

    def do_type(self, text):
        self.type(text)

    def do_see(self, name):
        text = say(name)
        if "%" in text:
            head = text.split("%")[0]
            driver.wait(text, lambda: next((node for window in self.windows() for node in self.below(window)
                                            if (node.get_name() or "").startswith(head)), None))
            return
        self.one_of(None, text)

    def below(self, node, depth=0):
        """All but what stands in tables."""
        try:
            node.clear_cache()
            yield node
            if depth > 40 or node.get_role_name() == "table":
                return
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None:
                    yield from self.below(child, depth + 1)
        except driver.gi.repository.GLib.Error:  # gone meanwhile
            pass

    def do_findings(self, name):
        self.focus_window()
        self.point(self.seek("label", contains=say("Check: %s, %s, %s").split("%")[0], inside=self.page("GhPlanPage")))
        found = self.seek("list", say(name))
        driver.wait("a finding", lambda: found.clear_cache() or found.get_child_count() > 0)
        time.sleep(0.5)

    def do_written(self, name):
        path = os.path.join(self.folder, name)
        driver.wait(f"the file {name}", lambda: os.path.exists(path) and os.path.getsize(path) > 0)

    def do_window(self, count):
        driver.wait(f"{count} windows", lambda: len(self.windows()) == int(count))

    def do_named(self, path):
        for part in path.split("▸"):
            assert say(part.strip()) != part.strip() or part.strip() == "Excel", f"not translated: {part}"


def prepare(folder, name):
    """A file that a procedure begins with."""
    path = os.path.join(folder, name)
    sample = os.path.join(folder, "of-the-run.giothong")
    if name == "plan.docx":
        driver.cli("new", sample, "--sample")
        driver.cli("export", "plan", sample, "-o", path)
        os.remove(sample)
    elif name.endswith(".giothong"):
        driver.cli("new", path, "--sample")
    elif name.endswith(".csv"):
        with open(path, "w", encoding="utf-8") as table:
            table.write("Tên đơn vị,Quân số\nTrường Tiểu học Mẫu,40\nTrạm Y tế Mẫu,12\n")


def procedures(page):
    """The runs of a page: (what it starts with, its steps)."""
    path = os.path.join(os.environ["GIOTHONG_SOURCE_ROOT"], "docs", "guide", "vi", page + ".md")
    found = []
    for block in source.read_page(path):
        if block.kind == "start":
            found.append((block.text.split(), []))
        elif block.kind == "step":
            found[-1][1].append(block)
    return found


def picture():
    """What the screen shows when a step fails, for who asks for it."""
    path = os.environ.get("GIOTHONG_GUIDE_PICTURE")
    if path:
        subprocess.run(["import", "-window", "root", path], check=False, timeout=20)


def follow(folder, start, steps):
    """Start the program as the procedure wants it and take every step."""
    for name in start[1:]:
        prepare(folder, name)
    arguments = []
    if start[0] in ("sample", "issued"):
        arguments = [driver.make_sample(folder)]
    if start[0] == "issued":
        driver.cli("issue", arguments[0], "--date", "2027-01-15", "--overrule")
    with GuideRun(folder, *arguments) as run:
        if arguments:
            run.started()
        else:
            run.seek("push button", say("Open the sample"))
            run.focus_window()
        for step in steps:
            for command in step.do:
                try:
                    run.do(command)
                except AssertionError as error:
                    picture()
                    raise AssertionError(f"step {step.number} (line {step.line}), “{command}”: {error}") from error
