#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a Flatpak's sandbox: a workspace that a portal hands in is copied once for each of its
states and stays as it was; what is no workspace leaves nothing behind."""
import hashlib
import os
import shutil
import tempfile

import driver

NOTE = "You work on a copy of this file"


def digest(path):
    with open(path, "rb") as source:
        return hashlib.sha256(source.read()).hexdigest()


with tempfile.TemporaryDirectory(prefix="giothong sandbox ") as folder:
    own = os.path.join(folder, "data", "Giọt Hồng")
    sandbox = {"GIOTHONG_SANDBOX": "1", "XDG_DATA_HOME": os.path.join(folder, "data"), "XDG_CONFIG_HOME": os.path.join(folder, "config"),
               "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"]}
    # what stands for the mount of the document portal: a file alone in a folder
    portal = os.path.join(os.environ["XDG_RUNTIME_DIR"], "doc", "1a2b3c")
    os.makedirs(portal)
    handed_in = os.path.join(portal, "đợt.giothong")
    shutil.move(driver.make_sample(folder), handed_in)
    before = digest(handed_in)

    def copies():
        return sorted(name for name in os.listdir(own) if name.endswith(".giothong")) if os.path.isdir(own) else []

    with driver.Program(handed_in, environment=sandbox) as program:
        program.wait_for("label", NOTE)
    assert copies() == ["đợt.giothong"], copies()
    assert os.listdir(portal) == ["đợt.giothong"], os.listdir(portal)
    assert digest(handed_in) == before, "the file that was handed in has changed"

    # the same file again: the same copy, and no word about it
    with driver.Program(handed_in, environment=sandbox) as program:
        program.wait_for(contains="Xuân hồng 2027")
        assert not program.find_all("label", NOTE)
    assert copies() == ["đợt.giothong"], copies()

    # changed outside since: another copy, the first stays
    os.utime(handed_in, (1, 1))
    with driver.Program(handed_in, environment=sandbox) as program:
        program.wait_for("label", NOTE)
    assert copies() == ["đợt (2).giothong", "đợt.giothong"], copies()

    with open(os.path.join(portal, "other.giothong"), "w", encoding="utf-8") as other:
        other.write("not a workspace")
    with driver.Program(other.name, environment=sandbox) as program:
        program.wait_for("label", "The file could not be opened")
    assert len(copies()) == 2, copies()
    shutil.rmtree(os.path.dirname(portal))
print("the sandbox is kept")
