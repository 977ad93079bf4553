#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan written as DOCX and read again is the same plan: tree, findings and facts.

check-round-trip.py plain|office

Real plans are compared with what was read from their text, where they are there; templates, whose
facts are data and not text, with their own tree, and from the first reading on with everything.
office: the same with LibreOffice between, once as DOCX and once as ODT.
"""
import collections
import concurrent.futures
import functools
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


@functools.lru_cache(maxsize=None)
def show_text(what, workspace):
    return run(CLI, "show", what, workspace, "--json")


def show(what, workspace):
    return json.loads(show_text(what, workspace))


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


@functools.lru_cache(maxsize=None)
def findings(workspace):
    found = json.loads(run(CLI, "check", workspace, "--json", codes=(0, 1)))["findings"]
    return collections.Counter((f["severity"], f["code"], re.sub(r"\*+", "", f["message"]))
                               for f in found)


def lines(value):
    return json.dumps(value, ensure_ascii=False, indent=1).split("\n")


def differ(a, b):
    return [f"- {x}" for x in a if x not in b] + [f"+ {x}" for x in b if x not in a]


def read_plan(path, workspace):
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


def convert(paths, kind, folder):
    """What LibreOffice makes of documents, all in one go, since it takes long to start."""
    out = os.path.join(folder, "office-" + str(len(os.listdir(folder))))
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", out, *paths)
    return [os.path.join(out, os.path.splitext(os.path.basename(path))[0] + "." + kind) for path in paths]


class Plan:
    """@first: what it is to be read as again; @facts: whether that was read from text, so that its facts are, too."""

    def __init__(self, name, workspace, facts):
        self.name, self.first, self.facts = name, workspace, facts

    def write(self, folder):
        path = os.path.join(folder, self.name.replace(" ", "-") + ".docx")
        run(CLI, "export", "plan", self.first, "-o", path)
        return path


def read_again(paths, folder):
    """The workspaces that the documents were read into, and all that is asked of them later."""
    os.mkdir(folder)
    workspaces = [os.path.join(folder, os.path.basename(path) + ".giothong") for path in paths]

    def read(path, workspace):
        read_plan(path, workspace)
        findings(workspace)
        for what in ("document",) + FACTS:
            show(what, workspace)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(read, paths, workspaces))
    return workspaces


def go_plain(plans, folder):
    os.mkdir(os.path.join(folder, "written"))
    for turn in ("", ", twice"):
        paths = [plan.write(os.path.join(folder, "written")) for plan in plans]
        again = read_again(paths, os.path.join(folder, "read" + turn))
        for plan, second in zip(plans, again):
            compare(plan.name + turn, plan.first, second, plan.facts)
        # What a template was read as is text, and stays as it is from then on.
        plans = [Plan(plan.name, second, True) for plan, second in zip(plans, again) if not plan.facts]


def go_office(plans, folder):
    """Through LibreOffice; what a template is read as then is what it is read as without."""
    os.mkdir(os.path.join(folder, "written"))
    paths = [plan.write(os.path.join(folder, "written")) for plan in plans]
    straight = read_again(paths, os.path.join(folder, "straight"))
    for kind in ("docx", "odt"):
        again = read_again(convert(paths, kind, folder), os.path.join(folder, kind))
        for plan, first, second in zip(plans, straight, again):
            compare(f"{plan.name}, {kind}", plan.first, second, plan.facts)
            if not plan.facts:
                compare(f"{plan.name}, {kind}, read", first, second, True)


def make_plans(folder):
    shared = os.environ.get("GIOTHONG_SHARED", "")
    seeds = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
    keys = [l.split("\t")[0] for l in run(CLI, "new", "--list-templates").split("\n") if l]
    plans = []
    for seed in seeds:
        name = "plan " + os.path.basename(seed)[:1]
        workspace = os.path.join(folder, name.replace(" ", "-") + ".giothong")
        read_plan(seed, workspace)
        plans.append(Plan(name, workspace, True))
    if not seeds:
        print("# no real plans in $GIOTHONG_SHARED")
    party = os.path.join(folder, "party.giothong")
    read_plan(os.path.join(os.path.dirname(os.path.abspath(__file__)), "plans", "dang-uy-2026.txt"), party)
    plans.append(Plan("a plan of the Party", party, True))
    for key in keys:
        workspace = os.path.join(folder, key + ".giothong")
        run(CLI, "new", workspace, "--template", key)
        # A template without text is no plan yet.
        if tree(workspace):
            plans.append(Plan("template " + key, workspace, False))
    return plans


def main():
    if not os.path.exists(CLI):
        print("1..0 # SKIP no command line")
        return
    if sys.argv[1] == "office" and shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        plans = make_plans(folder)
        (go_office if sys.argv[1] == "office" else go_plain)(plans, folder)
    print(f"1..{count}")


main()
