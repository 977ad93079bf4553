#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader that asks everything of everything, also of what has gone meanwhile: the start page,
the sample, page after page, a menu. The program must still be there, and have nothing to say.

Offsets into texts are those of the text. GTK 4.8 itself reads beyond the text of a label when it is
asked for the string at an offset behind its end or before its beginning (GetStringAtOffset), and may
fall: that is its own, in code no program can come between, and no screen reader asks for it."""
import shutil
import tempfile

import driver
from driver import Atspi

if shutil.which("xdotool") is None:
    driver.skip("xdotool is not installed")

LIMIT = 250  # of a tree, so that the table of units does not take a minute


def ask(node):
    """Every question of the interfaces that GTK answers; that a node has gone is an answer."""
    def question(function, *arguments):
        try:
            return function(*arguments)
        except (driver.gi.repository.GLib.Error, AttributeError):
            return None

    for function in (node.get_name, node.get_role_name, node.get_description, node.get_attributes,
                     node.get_relation_set, node.get_index_in_parent, node.get_parent):
        question(function)
    question(lambda: node.get_state_set().get_states())
    question(node.get_child_at_index, 999)
    interfaces = question(node.get_interfaces) or []
    if "Component" in interfaces:
        question(Atspi.Component.get_extents, node, Atspi.CoordType.WINDOW)
        question(Atspi.Component.get_accessible_at_point, node, 100, 100, Atspi.CoordType.WINDOW)
    if "Action" in interfaces:
        for i in range(question(node.get_n_actions) or 0):
            question(Atspi.Action.get_action_name, node, i)
            question(Atspi.Action.get_key_binding, node, i)
    if "Value" in interfaces:
        question(Atspi.Value.get_current_value, node)
    if "Selection" in interfaces:
        question(Atspi.Selection.get_n_selected_children, node)
        question(Atspi.Selection.get_selected_child, node, 0)
    if "Text" in interfaces:
        length = question(Atspi.Text.get_character_count, node) or 0
        question(Atspi.Text.get_text, node, 0, length)
        question(Atspi.Text.get_caret_offset, node)
        question(Atspi.Text.get_selection, node, 0)
        for offset in {0, length // 2, max(length - 1, 0)}:
            question(Atspi.Text.get_string_at_offset, node, offset, Atspi.TextGranularity.WORD)
            question(Atspi.Text.get_text_attributes, node, offset)


def sweep(program, gone=()):
    """Asks the tree as it is, then what was there before; returns the tree."""
    nodes = []
    for node in program.walk():
        nodes.append(node)
        if len(nodes) == LIMIT:
            break
    for node in [*nodes, *gone]:
        ask(node)
    assert program.root() is not None
    return nodes


with tempfile.TemporaryDirectory() as folder:
    sample = driver.make_sample(folder)
    with driver.Program() as program:
        program.wait_for("push button", "Open the sample")
        nodes = sweep(program)
        nodes = sweep(program, nodes)
        program.click("push button", "Open the sample")
        program.wait_for("push button", contains="Assigned to units")
        sweep(program, nodes)
    with driver.Program(sample) as program:
        program.wait_for("push button", contains="Assigned to units")
        nodes = sweep(program)
        program.focus_window()
        for key in ("ctrl+2", "ctrl+4", "ctrl+5", "F10"):
            program.press(key)
            nodes = sweep(program, nodes)

print("everything was asked, nothing fell")
