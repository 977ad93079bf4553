#!/usr/bin/env python3
"""check-layers.py ROOT: the layers of the house hold. TAP.

Each folder of src may include its own headers, those of the folders it stands on, and the outside
headers of its dependencies; who may include sqlite3.h, xlsxwriter.h and GTK is fixed.
"""
import os
import re
import sys

BELOW = {
    "platform": set(),
    "core": set(),
    "store": {"core", "platform"},
    "doc": {"core"},
    "import": {"core"},
    "export": {"core", "doc", "platform"},
    "spell": {"core"},
    "session": {"core", "platform", "store", "doc", "import", "export", "spell"},
    "cli": {"core", "store", "doc", "import", "export", "session", "platform"},
    "gtk": {"core", "store", "doc", "import", "export", "session", "platform"},
}
# header prefix → folders that may include it
OUTSIDE = {
    "sqlite3.h": {"store"},
    "xlsxwriter.h": {"export"},
    "gtk/": {"gtk"},
    "gdk/": {"gtk"},
    "libxml/": {"import", "export"},
    "libical/": {"import", "export"},
    "minizip/": {"import", "export"},
    "json-glib/": {"session", "cli"},
    "cairo": {"doc", "export", "gtk"},
    "pango/": {"doc", "gtk"},
    "fontconfig/": {"doc"},
    "hunspell/": {"spell"},
    "gio/": {"platform", "store", "doc", "import", "export", "session", "cli", "gtk"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
IMPURE = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|g_get_monotonic_time|time|fopen|g_fopen|g_file_get_contents|setlocale|g_getenv|getenv|g_random_\w+)\s*\(")
GLOBAL = re.compile(r"^static\s+(?!const\b|inline\b|G_DEFINE)(?:[\w]+[\s*]+)+\w+(?:\[[^\]]*\])?\s*(?:=[^;]*)?;", re.MULTILINE)
# Which system it is, and what only one of them has: src/platform alone may ask.
SYSTEM = re.compile(r"\b(_WIN32|__MINGW\w+|__linux__|__unix__|G_OS_\w+|g_win32_\w+)\b|<(windows\.h|io\.h|unistd\.h|fcntl\.h|signal\.h|dlfcn\.h|sys/\w+\.h|glib-unix\.h)>")
# What GObject gives a class once, in class_init; nobody writes it afterwards.
CLASS_TABLE = re.compile(r"(\*properties\[N_PROPS\]|guint signals\[N_SIGNALS\])")


def sources(root, folder):
    for base, _, names in os.walk(os.path.join(root, "src", folder)):
        for name in sorted(names):
            if name.endswith((".c", ".h")):
                yield os.path.join(base, name)


def without_comments(text):
    return re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.DOTALL)


def main():
    root = sys.argv[1]
    home = {os.path.basename(path): folder for folder in BELOW for path in sources(root, folder)}
    print(f"1..{len(BELOW) + 4}")
    impure, mutable, bound, slow = [], [], [], []
    for n, folder in enumerate(BELOW, 1):
        wrong = []
        for path in sources(root, folder):
            with open(path, encoding="utf-8") as source:
                text = without_comments(source.read())
            where = os.path.relpath(path, root)
            for _, header in INCLUDE.findall(text):
                other = home.get(os.path.basename(header))
                if other and other != folder and other not in BELOW[folder]:
                    wrong.append(f"{where} includes {header} of {other}")
                for prefix, allowed in OUTSIDE.items():
                    if header.startswith(prefix) and folder not in allowed:
                        wrong.append(f"{where} includes {header}")
            if folder != "platform":
                bound += [f"{where}: {m.group(0)}" for m in SYSTEM.finditer(text)]
            if folder in ("core", "import"):
                slow += [f"{where}: g_str_has_prefix()" for _ in re.findall(r"\bg_str_has_prefix\b", text)]
            if folder == "core":
                impure += [f"{where} calls {call}()" for call in IMPURE.findall(text)]
            if folder != "gtk" and path.endswith(".c"):
                mutable += [f"{where}: {m.group(0).strip()[:80]}" for m in GLOBAL.finditer(text)
                            if "G_GNUC" not in m.group(0) and "(" not in m.group(0).split("=")[0]
                            and not CLASS_TABLE.search(m.group(0))]
        for line in wrong:
            print(f"# {line}")
        print(f"{'not ok' if wrong else 'ok'} {n} - {folder} stands only on {', '.join(sorted(BELOW[folder])) or 'nothing'}")
    for line in impure + mutable + bound + slow:
        print(f"# {line}")
    print(f"{'not ok' if impure else 'ok'} {len(BELOW) + 1} - core is pure: no clock, no files, no environment, no chance")
    print(f"{'not ok' if mutable else 'ok'} {len(BELOW) + 2} - no mutable globals below the window")
    print(f"{'not ok' if bound else 'ok'} {len(BELOW) + 3} - only src/platform knows which system it is")
    print(f"{'not ok' if slow else 'ok'} {len(BELOW) + 4} - texts of any length are asked for their beginning with gh_text_begins()")
    return 1 if impure or mutable or bound or slow else 0


if __name__ == "__main__":
    sys.exit(main())
