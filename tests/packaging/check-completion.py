#!/usr/bin/env python3
"""check-completion.py ROOT: the bash completion of giothong-cli, sourced in a bash of its own and
asked for completions as the shell asks. TAP."""
import os
import re
import subprocess
import sys
import tempfile

root = sys.argv[1]
CLI = os.environ["GIOTHONG_CLI"]
SCRIPT = os.path.join(root, "data", "completion", "giothong-cli")
results = []

# Sets up what readline would; compopt works only within readline, which is no concern here.
ASK = r"""
set -u
source "$1"
cd "$2"
shift 2
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_giothong_cli
printf '%s\n' "${COMPREPLY[@]+"${COMPREPLY[@]}"}"
"""


def point(what, good, detail=""):
    results.append(bool(good))
    if not good:
        print(f"# {detail}")
    print(f"{'ok' if good else 'not ok'} {len(results)} - {what}")


def ask(folder, *words):
    done = subprocess.run(["bash", "--norc", "-c", ASK, "bash", SCRIPT, folder, CLI, *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    if done.returncode or done.stderr.strip():
        return [f"status {done.returncode}: {done.stderr}"]
    return sorted(line for line in done.stdout.splitlines() if line)


def expect(folder, words, wanted):
    got = ask(folder, *words)
    point(f"{' '.join(words)!r} gives {' '.join(wanted) or 'nothing'}", got == sorted(wanted), f"got {got}")


def said(*arguments):
    return subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout


with tempfile.TemporaryDirectory(prefix="đợt xuân ") as folder:
    os.mkdir(os.path.join(folder, "thư mục"))
    for name in ("xuân hồng.giothong", "năm trước.docx", "năm trước.odt", "đơn vị.XLSX", "lịch.ics", "khác.png", "plan.pdf"):
        open(os.path.join(folder, name), "w").close()

    usages = dict(re.findall(r"^  giothong-cli ([a-z-]+) (.*)$", said("--help"), re.MULTILINE))
    expect(folder, [""], [*usages, "--help", "--version"])
    expect(folder, ["re"], ["redo", "restore"])
    expect(folder, ["nonsense", ""], [])
    for verb, usage in usages.items():
        options = re.findall(r"^  (?:-\w, )?(--[a-z-]+=?)", said(verb, "--help"), re.MULTILINE)
        expect(folder, [verb, "--"], options)
        first = usage.split(" ")[0]
        if "|" in first:
            expect(folder, [verb, ""], first.split("|"))
    expect(folder, ["show", "ca"], ["calendar", "campaign"])
    templates = [line.split("\t")[0] for line in said("new", "--list-templates").splitlines()]
    expect(folder, ["new", "a.giothong", "--template", ""], templates)
    expect(folder, ["new", "a.giothong", "--template", "=", "d"], [t for t in templates if t.startswith("d")])
    rules = re.search(r"--by (\S+)", usages["allocate"]).group(1).split("|")
    expect(folder, ["allocate", "a.giothong", "--by", ""], rules)
    expect(folder, ["allocate", "a.giothong", "--total", ""], [])
    # each indicator offered is one that can be shared out
    work = os.path.join(folder, "thử.giothong")
    said("new", work, "--sample")
    for indicator in ask(folder, "allocate", "a.giothong", "--indicator", ""):
        done = subprocess.run([CLI, "allocate", work, "--indicator", indicator, "--total", "1000", "--by", "equal", "--dry-run"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        point(f"{indicator} can be allocated", done.returncode == 0, done.stderr)
    os.remove(work)
    # names of files, with spaces and Vietnamese letters
    expect(folder, ["check", ""], ["thư mục", "xuân hồng.giothong"])
    expect(folder, ["check", "--json", "x"], ["xuân hồng.giothong"])
    expect(folder, ["import", "plan", "xuân hồng.giothong", "n"], ["năm trước.docx", "năm trước.odt"])
    expect(folder, ["import", "units", "xuân hồng.giothong", ""], ["thư mục", "đơn vị.XLSX"])
    expect(folder, ["import", "--dry-run", "calendar", "xuân hồng.giothong", "l"], ["lịch.ics"])
    expect(folder, ["export", "plan", "xuân hồng.giothong", "-o", "p"], ["plan.pdf"])
    expect(folder, ["export", "calendar", "xuân hồng.giothong", "-o", ""], ["lịch.ics", "plan.pdf", "thư mục", "đơn vị.XLSX"])
    expect(folder, ["backup", "-o", "x"], ["xuân hồng.giothong"])
    expect(folder, ["undo", "xuân hồng.giothong", ""], [])

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
