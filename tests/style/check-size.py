#!/usr/bin/env python3
"""check-size.py ROOT: files and functions stay small enough to read. TAP.

Caps: .c 800 lines, functions 60 (tables of data and class_init apart), templates 300.
"""
import glob
import os
import re
import sys

EXCEPTIONS = set()  # starts empty, and had better stay so
FUNCTION = re.compile(r"^([a-z_][a-z0-9_]*) \(", re.MULTILINE)


def long_functions(path):
    """(name, lines) of the functions over the cap: GNU style puts name, { and } into column 0."""
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    name = start = None
    for number, line in enumerate(lines):
        match = FUNCTION.match(line)
        if match:
            name = match.group(1)
        elif line == "{" and name:
            start = number
        elif line == "}" and start is not None:
            if number - start > 60 and not name.endswith("_class_init"):
                yield name, number - start
            name = start = None


def main():
    root = sys.argv[1]
    c_files = sorted(glob.glob(os.path.join(root, "src", "**", "*.[ch]"), recursive=True) +
                     glob.glob(os.path.join(root, "tests", "**", "*.c"), recursive=True))
    templates = sorted(glob.glob(os.path.join(root, "ui", "**", "*.ui"), recursive=True))
    length = {path: sum(1 for _ in open(path, encoding="utf-8")) for path in c_files + templates}
    big = [f"{os.path.relpath(p, root)}: {length[p]} lines" for p in c_files if length[p] > 800]
    wide = [f"{os.path.relpath(p, root)}: {length[p]} lines" for p in templates if length[p] > 300]
    long = [f"{os.path.relpath(p, root)}: {name} has {n} lines" for p in c_files if p.startswith(os.path.join(root, "src"))
            for name, n in long_functions(p) if name not in EXCEPTIONS]
    spdx = [os.path.relpath(p, root) for p in c_files
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in open(p, encoding="utf-8").readline()]
    failed = False
    checks = [("no .c file over 800 lines", big), ("no template over 300 lines", wide),
              ("no function over 60 lines", long), ("every source names its licence", spdx)]
    print(f"1..{len(checks)}")
    for n, (what, wrong) in enumerate(checks, 1):
        for line in wrong:
            print(f"# {line}")
        print(f"{'not ok' if wrong else 'ok'} {n} - {what}")
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
