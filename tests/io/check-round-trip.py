#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan written as DOCX and read again is the same plan: tree, findings and facts.

check-round-trip.py plain|office

Real plans are compared with what was read from their text, where they are there; templates, whose
facts are data and not text, with their own tree, and from the first reading on with everything.
office: the same with LibreOffice between, as DOCX and as ODT.
"""
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CLI = os.environ.get("GIOTHONG_CLI", "")
FACTS = ("campaign", "bases", "targets", "calendar", "tasks", "recipients", "awards")
count = 0


def report(good, name, detail=()):
    global count
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {name}")
    for line in [] if good else list(detail)[:20]:
        print("# " + str(line)[:300])


def run(*arguments, codes=(0,)):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode not in codes:
        raise RuntimeError(f"{arguments}: {done.stderr}")
    return done.stdout


def show(what, workspace):
    return json.loads(run(CLI, "show", what, workspace, "--json"))


def letters(text):
    """Text as letters with what they look like: "**a *b***" and "**a** ***b***" are the same."""
    out, bold, italic = [], False, False
    for piece in re.split(r"(\*+)", text or ""):
        if re.fullmatch(r"\*{1,3}", piece):
            bold ^= len(piece) >= 2
            italic ^= len(piece) != 2
        else:
            out += [(c, bold, italic) if not c.isspace() else (c,) for c in piece]
    return tuple(out)


def tree(workspace):
    blocks = []
    for block in show("document", workspace)["blocks"]:
        # "Phụ lục I" is written by us above the title, and read as a line of its own.
        if block.get("appendix") and re.fullmatch(r"Phụ lục( [IVX]+)?", block["text"]):
            continue
        # Written anew under the title of each appendix.
        if not (block["text"] or "").startswith("(Kèm theo "):
            # Bold figures of a total are the table's own look.
            # Empty cells at the end of a row leave no trace in a line of text.
            rows = json.dumps([trimmed(bare(row)) for row in block.get("rows") or []], ensure_ascii=False)
            text = block["text"]
            if block["kind"] == "table":
                text = "\n".join(line.rstrip("\t") for line in bare(text).split("\n"))
            blocks.append((block["kind"], block["level"], block["number"], letters(text), rows))
    return blocks


def trimmed(row):
    while row and not row[-1]:
        row = row[:-1]
    return row


def bare(value):
    """Without numbers of rows, which count anew."""
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items() if k not in ("id", "block")}
    if isinstance(value, list):
        return [bare(v) for v in value]
    return re.sub(r"\*+", "", value) if isinstance(value, str) else value


def findings(workspace):
    found = json.loads(run(CLI, "check", workspace, "--json", codes=(0, 1)))["findings"]
    return collections.Counter((f["severity"], f["code"], re.sub(r"\*+", "", f["message"]))
                               for f in found)


def lines(value):
    return json.dumps(value, ensure_ascii=False, indent=1).split("\n")


def differ(a, b):
    return [f"- {x}" for x in a if x not in b] + [f"+ {x}" for x in b if x not in a]


def read_plan(path, workspace):
    if os.path.exists(workspace):
        os.unlink(workspace)
    run(CLI, "new", workspace)
    run(CLI, "import", "plan", workspace, path)


def compare(name, first, second, facts):
    a, b = tree(first), tree(second)
    plain = lambda t: [(k, l, n, "".join(c[0] for c in x), r) for k, l, n, x, r in t]
    report(a == b, f"{name}: the same tree", differ(plain(a), plain(b)) or differ(a, b))
    if not facts:
        return
    for what in FACTS:
        a, b = bare(show(what, first)), bare(show(what, second))
        for campaign in (a, b) if what == "campaign" else ():
            # Printed in capitals, and read so.
            for key in ("issuer", "parent_issuer"):
                campaign[key] = (campaign[key] or "").upper()
        report(a == b, f"{name}: the same {what}", differ(lines(a), lines(b)))
    a, b = findings(first), findings(second)
    report(a == b, f"{name}: the same findings", differ(list(a), list(b)))


def write(workspace, folder, kind):
    """The plan as a DOCX, or what LibreOffice makes of it."""
    path = os.path.join(folder, "plan.docx")
    run(CLI, "export", "plan", workspace, "-o", path)
    if kind == "docx":
        return path
    profile = "file://" + os.path.join(os.path.dirname(folder), "profile")
    run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
        kind.replace("office-", ""), "--outdir", os.path.join(folder, "office"), path)
    return os.path.join(folder, "office", "plan." + kind.replace("office-", ""))


def go_round(name, workspace, folder, kinds, facts):
    for kind in kinds:
        again = os.path.join(folder, f"{kind}.giothong")
        read_plan(write(workspace, folder, kind), again)
        compare(f"{name}, {kind}", workspace, again, facts)
        if not facts:
            twice = os.path.join(folder, f"{kind}-2.giothong")
            read_plan(write(again, folder, kind), twice)
            compare(f"{name}, {kind}, twice", again, twice, True)


def main():
    kinds = {"plain": ["docx"], "office": ["office-docx", "office-odt"]}[sys.argv[1]]
    if not os.path.exists(CLI):
        print("1..0 # SKIP no command line")
        return
    if sys.argv[1] == "office" and shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is not there")
        return
    shared = os.environ.get("GIOTHONG_SHARED", "")
    seeds = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
    keys = [l.split("\t")[0] for l in run(CLI, "new", "--list-templates").split("\n") if l]
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            name = "plan " + os.path.basename(seed)[:1]
            place = os.path.join(folder, name.replace(" ", "-"))
            os.mkdir(place)
            read_plan(seed, os.path.join(place, "seed.giothong"))
            go_round(name, os.path.join(place, "seed.giothong"), place, kinds, True)
        if not seeds:
            print("# no real plans in $GIOTHONG_SHARED")
        for key in keys if sys.argv[1] == "plain" else keys[1:3]:
            place = os.path.join(folder, key)
            os.mkdir(place)
            path = os.path.join(place, "template.giothong")
            run(CLI, "new", path, "--template", key)
            # A template without text is no plan yet.
            if tree(path):
                go_round(f"template {key}", path, place, kinds, False)
    print(f"1..{count}")


main()
