#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/the-thuc.md and the tests it names: each is there, and each test of a rule has its row."""
import glob
import os
import re
import sys

ROOT = sys.argv[1]


def read(*parts):
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return file.read()


def main():
    rows = [l for l in read("docs", "the-thuc.md").split("\n") if l.startswith("| ")]
    named = {n for row in rows for n in re.findall(r"`([^` ]+)`", row)}
    functions = set(
        re.findall(r"(?m)^def ((?:docx|pdf)_\w+)", read("tests", "io", "check-plan-rules.py"))
    )
    # One function there is a test of both papers.
    capitals = re.findall(
        r"(?m)^def (capitals_\w+)", read("tests", "io", "check-plan-capitals.py")
    )
    functions |= {f"{kind}_{name}" for name in capitals for kind in ("docx", "pdf")}
    faults = read("tests", "core", "faulty-plans.c") + read("tests", "core", "test-check.c")
    paths = "".join(
        read(os.path.relpath(p, ROOT)) for p in glob.glob(os.path.join(ROOT, "tests", "*", "*.c"))
    )
    tests = []
    for name in sorted(named):
        if name.startswith("check:"):
            good = f'"{name[6:]}"' in faults
        elif name.startswith("/"):
            good = f'("{name}"' in paths
        else:
            good = name in functions
        tests.append((good, f"{name} is a test"))
    for function in sorted(functions):
        tests.append((function in named, f"{function} has a row"))
    for i, (good, name) in enumerate(tests):
        print(f"{'ok' if good else 'not ok'} {i + 1} - {name}")
    print(f"1..{len(tests)}")


main()
