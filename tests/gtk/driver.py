# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person with a screen reader and a keyboard would.

    with Program(path) as program:
        program.wait_for("push button", "Allocate quotas…")
        program.press("ctrl+3")
        program.click("push button", "Allocate quotas…")
    # leaving the block ends the program and fails on anything it said on stderr

Run through with-display. Roles and names are those of the accessibility tree, so a thing that
cannot be found here cannot be found by a blind clerk either. What GTK 4.8 does not answer:
whether a widget below a window is showing (hidden stack pages keep their size); use wait_for on
something that only that page has.
"""
import os
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter("ignore")
# The accessibility client warns of windows that are just going; that must not end the test. What the
# program says is looked at when it ends.
os.environ.pop("G_DEBUG", None)


def skip(reason):
    """End the test as skipped, saying why."""
    print("SKIP:", reason)
    sys.exit(77)


try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    # A busy machine answers late: the 0.8 s that the client waits by itself are not enough.
    Atspi.set_timeout(20000, 60000)
except (ImportError, ValueError):
    skip("the accessibility bindings (python3-gi, gir1.2-atspi-2.0) are not installed")

BUILD = os.environ["GIOTHONG_BUILD_ROOT"]
CLI = os.environ["GIOTHONG_CLI"]


def wait(what, check, seconds=60):
    """Call check() until it gives something; give that back, or fail naming what was waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s for {what}")


def cli(*arguments):
    """Run giothong-cli, give back its standard output."""
    done = subprocess.run([CLI, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def make_sample(folder):
    """A workspace with the sample campaign; returns its path."""
    path = os.path.join(folder, "sample.giothong")
    cli("new", path, "--sample")
    return path


def greet(environment):
    """Have the questions of the first start behind us, unless there are settings already."""
    home = environment.get("XDG_CONFIG_HOME") or os.path.join(environment["HOME"], ".config")
    path = os.path.join(home, "giothong", "settings.ini")
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as settings:
            settings.write("[start]\ngreeted=1\n")


class Program:
    """One run of the window on a workspace (or on the start page)."""

    def __init__(self, *arguments, today="2027-02-20", environment=None, greeted=True):
        self.arguments = arguments
        self.environment = {**os.environ, "GIOTHONG_TODAY": today, **(environment or {})}
        if greeted:
            greet(self.environment)
        self.process = None
        self.log = None

    def __enter__(self):
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([os.path.join(BUILD, "src/gtk/giothong"), *self.arguments],
                                        env=self.environment, stderr=self.log)
        wait("the program on the accessibility bus", self.root)
        return self

    def __exit__(self, kind, value, trace):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        said = self.said()
        if kind is None and said:
            raise AssertionError("the program complained:\n" + said)
        if kind is not None and said:
            print(said, file=sys.stderr)

    def said(self):
        """What stood on stderr so far."""
        self.log.flush()
        self.log.seek(0)
        return self.log.read().strip()

    def kill(self):
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.wait(60)

    def quit(self):
        """End it as a person does, so that it keeps its settings."""
        self.focus_window()
        subprocess.run(["xdotool", "key", "--clearmodifiers", "ctrl+q"], check=True, timeout=20)
        status = self.process.wait(60)
        assert status == 0, f"the program ended with {status}"

    def root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.said()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            except gi.repository.GLib.Error:  # one that is going
                pass
        return None

    def walk(self, node=None, depth=0):
        """Every accessible below node (or of the program)."""
        node = node or self.root()
        if node is None or depth > 60:
            return
        node.clear_cache()  # names and states as they are now
        yield node
        try:
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except gi.repository.GLib.Error:  # gone meanwhile
            return
        for child in children:
            if child is not None:
                yield from self.walk(child, depth + 1)

    def matches(self, role=None, name=None, contains=None):
        """Yield what has this role and name; a caller that needs one need not walk the rest."""
        for node in self.walk():
            try:
                label = node.get_name() or ""
                if role is not None and node.get_role_name() != role:
                    continue
            except gi.repository.GLib.Error:  # gone meanwhile
                continue
            if (name is None or label == name) and (contains is None or contains in label):
                yield node

    def find_all(self, role=None, name=None, contains=None):
        return list(self.matches(role, name, contains))

    def wait_for(self, role=None, name=None, contains=None, seconds=60):
        """The first accessible with this role and name (or with contains in its name)."""
        what = f"{role} {name or contains!r}"
        return wait(what, lambda: next(self.matches(role, name, contains), None), seconds)

    def wait_gone(self, role, name=None, contains=None, seconds=60):
        wait(f"{role} {name or contains!r} to go",
             lambda: next(self.matches(role, name, contains), None) is None, seconds)

    def click(self, role, name=None, contains=None):
        """Activate what has this role and name."""
        node = self.wait_for(role, name, contains)
        assert node.get_n_actions() > 0, f"{role} {name or contains!r} cannot be activated"
        node.do_action(0)
        time.sleep(0.4)  # an activated button says "clicked" after a quarter of a second
        return node

    def set_text(self, role, name, text):
        node = self.wait_for(role, name)
        assert Atspi.EditableText.set_text_contents(node, text), f"{name} takes no text"
        return node

    def text_of(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def active_window(self):
        """(id, title) of the window that has the keyboard, if it is one of the program's."""
        words = []
        for question in ("getactivewindow", "getwindowpid", "getwindowname"):
            command = ["xdotool", question, *words[:1]]
            words.append(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        text=True, check=False, timeout=20).stdout.strip())
            if not words[-1]:
                return None
        return (words[0], words[2]) if words[1] == str(self.process.pid) else None

    def focus_window(self):
        """Give the keyboard to the program's window."""
        def activated():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                   check=False, timeout=20).stdout.split()
            try:
                subprocess.run(["xdotool", "windowactivate", "--sync", *found[-1:]], timeout=5,
                               stderr=subprocess.DEVNULL, check=False)
            except subprocess.TimeoutExpired:  # no window manager yet, or the window has gone
                pass
            return self.active_window()
        wait("the keyboard in a window of the program", activated)
        self.settle()

    def wait_active(self, title):
        """Wait until the window of this title has the keyboard."""
        wait(f"the keyboard in the window {title!r}", lambda: (self.active_window() or (0, ""))[1] == title)
        self.settle()

    def settle(self):
        """Wait until the program has taken the keys that were sent to it: it answers a question only
        after what came before."""
        try:
            root = self.root()
            for _ in range(3):
                root.clear_cache()
                root.get_child_count()
        except (AssertionError, AttributeError, gi.repository.GLib.Error):  # a key may have ended it
            pass

    def press(self, *chords):
        """Key chords: press("ctrl+z"), press("Tab", "Return")."""
        for chord in chords:
            subprocess.run(["xdotool", "key", "--clearmodifiers", chord], check=True, timeout=20)
            time.sleep(0.15)
            self.settle()

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, timeout=60)
        time.sleep(0.3)
        self.settle()
