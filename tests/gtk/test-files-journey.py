#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files from the start page: damaged, newer and missing ones are refused with a message and nothing
is lost; a backup is restored; the campaigns of a workspace are switched with the keyboard."""
import hashlib
import os
import shutil
import sqlite3
import tempfile
import time

import driver
from journey import Journey, say

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

OLDER_PLAN = """BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN
XÃ SÔNG TRONG

Số: 05/KH-BCĐ
Sông Trong, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Tổ chức Ngày hội hiến máu tình nguyện năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Vận động nhân dân tham gia hiến máu tình nguyện.
"""


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def remember(paths):
    """Settings as an earlier run left them, with these recent workspaces."""
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "giothong")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as settings:
        settings.write("[start]\ngreeted=1\n\n[recent]\npaths=" + ";".join(paths) + ";\n")


def make_files(folder):
    """A sound workspace and three that cannot be opened."""
    sound = driver.make_sample(folder)
    damaged = os.path.join(folder, "damaged.giothong")
    with open(sound, "rb") as source, open(damaged, "wb") as target:
        target.write(source.read()[:5000])
    newer = os.path.join(folder, "newer.giothong")
    shutil.copy(sound, newer)
    database = sqlite3.connect(newer)
    database.execute("PRAGMA user_version = 9999")
    database.commit()
    database.close()
    return sound, damaged, newer, os.path.join(folder, "missing.giothong")


def windows(program):
    root = program.root()
    root.clear_cache()
    return [root.get_child_at_index(i) for i in range(root.get_child_count())]


def recent(program, name):
    """The row of a recent workspace; its name grows when its figures are read."""
    return program.seek("list item", contains=name, inside=program.seek(
        "list", say("Recent workspaces")), rows=True)


def refused(program, name, heading):
    program.point(recent(program, name))
    message = program.seek("dialog", heading)
    program.seek("label", heading, inside=message)
    assert message.get_description(), "a screen reader is told what to do"
    program.press("Escape")
    driver.wait("the message to go", lambda: len(windows(program)) == 1)


def refuse_all(program, damaged, newer, missing):
    before = {path: digest(path) for path in (damaged, newer)}
    program.seek("label", say("The file cannot be read; open it to see why"),
                 inside=recent(program, "damaged"), rows=True)
    refused(program, "damaged", say("The file could not be opened"))
    refused(program, "newer", say("The file could not be opened"))
    refused(program, "missing", say("The file is not there"))
    assert {path: digest(path) for path in before} == before
    assert not os.path.exists(missing)
    listed = program.seek("list", say("Recent workspaces"))
    listed.clear_cache()
    names = [listed.get_child_at_index(i).get_name() for i in range(listed.get_child_count())]
    # Only what is not there goes from the list.
    assert len(names) == 3 and not any("missing" in name for name in names), names


def campaign(program):
    return program.seek("push button", contains=say("Campaign: %s").replace("%s", "")).get_name()


def switch(program, path):
    """Down to the older campaign and back, with the keyboard."""
    first = campaign(program)
    assert "Bình An" in first, first
    button = program.seek("push button", first)
    program.point(button)
    listed = program.seek("list", say("Campaigns"))
    driver.wait("two campaigns", lambda: (listed.clear_cache(), listed.get_child_count())[1] == 2)
    names = [listed.get_child_at_index(i).get_name() for i in range(2)]
    assert names[0].startswith("Xuân hồng 2027"), names  # the newest year first
    program.press("Down", "Return")
    driver.wait("the other campaign", lambda: campaign(program) != first)
    program.point(program.seek("push button", campaign(program)))
    program.press("Up", "Return")
    driver.wait("the first campaign", lambda: campaign(program) == first)
    driver.cli("verify", path)


def wait_chooser(program, title):
    program.wait_active(title)
    time.sleep(1)  # it reads its folder


def restore(program, backup, target):
    """Through the main menu and two file choosers."""
    program.press("F10")
    program.seek("menu item", say("_Restore a backup…")).do_action(0)
    wait_chooser(program, say("Restore a backup"))
    program.press("ctrl+l", "ctrl+a")
    program.type(backup)
    program.press("Return")
    wait_chooser(program, say("Restore it as"))
    program.press("ctrl+a")
    program.type(target)
    program.press("Return")
    driver.wait("the restored file", lambda: os.path.exists(target))
    program.seek("list", say("Pages"))


with tempfile.TemporaryDirectory() as folder:
    sound, damaged, newer, missing = make_files(folder)
    remember([damaged, newer, missing, sound])
    older = os.path.join(folder, "older.txt")
    with open(older, "w", encoding="utf-8") as text:
        text.write(OLDER_PLAN)
    driver.cli("import", "plan", sound, older)
    backup = os.path.join(folder, "backup.giothong")
    shutil.copy(sound, backup)
    kept = digest(backup)
    with Journey() as window:
        window.seek("list", say("Recent workspaces"))
        window.focus_window()
        refuse_all(window, damaged, newer, missing)
        window.point(recent(window, "sample"))
        window.started()
        if "2027" not in campaign(window):
            window.point(window.seek("push button", campaign(window)))
            window.press("Up", "Return")
            driver.wait("the newest campaign", lambda: "2027" in campaign(window))
        switch(window, sound)
    restored = os.path.join(folder, "restored.giothong")
    with Journey() as window:
        window.seek("list", say("Recent workspaces"))
        window.focus_window()
        restore(window, backup, restored)
    assert digest(backup) == kept
    driver.cli("verify", restored)
    for what in ("campaign", "quotas", "calendar"):
        assert driver.cli("show", what, restored, "--json") == driver.cli("show", what, backup, "--json")

print("bad files were refused and left alone, campaigns switched, a backup restored")
