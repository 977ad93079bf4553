#!/usr/bin/env python3
"""check-files.py ROOT: what other programs say of our files. TAP.

tools/format over the sources, xmllint over templates and resources, bash -n over scripts, the
desktop's validators over desktop entry and metainfo, msgfmt over the catalogue (which must be whole),
icons drawn from their drawings, and no path or name that means nothing to a stranger.
"""
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

root = sys.argv[1]
results = []


def files(*patterns):
    found = []
    for pattern in patterns:
        found += glob.glob(os.path.join(root, pattern), recursive=True)
    return sorted(found)


def run(*command):
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def point(what, wrong, skip=None):
    results.append(not wrong)
    for line in wrong[:40]:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {len(results)} - {what}{f' # SKIP {skip}' if skip else ''}")


def check(what, tool, command, paths):
    """One point: the tool, given all the paths, is content."""
    if not shutil.which(tool):
        point(what, [], f"{tool} is not installed")
        return
    if not paths:
        point(what, ["no such file"])
        return
    code, out = run(*command, *paths)
    point(what, out.splitlines() or ["exit status %d" % code] if code else [])


sources = files("src/**/*.[ch]", "tests/**/*.[ch]")
check("sources are as tools/format writes them", "clang-format", [sys.executable, os.path.join(root, "tools", "format"), "--check"], sources)
check("templates and resources are well-formed XML", "xmllint", ["xmllint", "--noout", "--nonet"], files("ui/**/*.ui", "ui/**/*.xml", "data/**/*.xml"))
check("scripts are sound bash", "bash", ["bash", "-n"], [p for p in files("tools/*", ".ci/*", "flatpak/*", "packaging/*/*") if os.path.isfile(p) and open(p, "rb").readline().startswith(b"#!/bin/bash")])
with tempfile.TemporaryDirectory() as folder:  # the validator wants the ending .desktop
    copies = [shutil.copy(p, os.path.join(folder, os.path.basename(p)[:-len(".in")])) for p in files("data/*.desktop.in")]
    check("desktop entry is valid", "desktop-file-validate", ["desktop-file-validate"], copies)
check("metainfo is valid", "appstreamcli", ["appstreamcli", "validate", "--no-net", "--explain"], files("data/*.metainfo.xml", "data/*.metainfo.xml.in"))

listed = {line.strip() for line in open(os.path.join(root, "po", "POTFILES.in"), encoding="utf-8") if line.strip() and not line.startswith("#")} \
    if os.path.exists(os.path.join(root, "po", "POTFILES.in")) else set()
TRANSLATED = re.compile(r"\b(?:N|C|NC)?_ ?\(\"|\bngettext \(|translatable=\"yes\"")
wanted = {os.path.relpath(p, root) for p in files("src/**/*.c", "ui/**/*.ui") if TRANSLATED.search(open(p, encoding="utf-8").read())}
point("po/POTFILES.in lists what has text to translate, and nothing that is gone",
      [f"missing: {p}" for p in sorted(wanted - listed)] + [f"not there: {p}" for p in sorted(listed) if not os.path.exists(os.path.join(root, p))])

if shutil.which("msgfmt") and shutil.which("xgettext"):
    code, out = run("msgfmt", "-c", "--statistics", "-o", os.devnull, "po/vi.po")
    wrong = out.splitlines() if code or "untranslated" in out or "fuzzy" in out else []
    code, pot = run("xgettext", "--from-code=UTF-8", "-k_", "-kN_", "-kC_:1c,2", "-kNC_:1c,2", "-kngettext:1,2", "-ktranslatable", "-o", "-", "-f", "po/POTFILES.in")
    with tempfile.NamedTemporaryFile("w", suffix=".pot", encoding="utf-8") as fresh:
        fresh.write("\n".join(line for line in pot.splitlines() if "xgettext: warning" not in line).replace("charset=CHARSET", "charset=UTF-8") + "\n")
        fresh.flush()
        code, out = run("msgcmp", "po/vi.po", fresh.name)
    point("po/vi.po is whole", wrong + (out.splitlines() if code else []))
else:
    point("po/vi.po is whole", [], "gettext is not installed")

icons = os.path.join(root, "data", "icons")
with open(os.path.join(icons, "16x16", "drawn-from.sha256"), encoding="utf-8") as file:
    noted = {path: digest for digest, path in (line.split() for line in file)}
drawn = {os.path.relpath(p, icons): hashlib.sha256(open(p, "rb").read()).hexdigest() for p in files("data/icons/symbolic/*.svg")}
resource = open(os.path.join(icons, "icons.gresource.xml"), encoding="utf-8").read()
pictures = [f"16x16/{os.path.basename(p)[:-len('.svg')]}.symbolic.png" for p in drawn]
point("icons are drawn at 16 pixels from their drawings (tools/update-icons), and part of the program",
      [f"drawn from another: {p}" for p in sorted(drawn | noted) if drawn.get(p) != noted.get(p)]
      + [f"not a resource: {p}" for p in sorted([*drawn, *pictures]) if f">{p}<" not in resource]
      + [f"not there: {p}" for p in sorted(pictures) if not os.path.exists(os.path.join(icons, p))])

STRANGE = re.compile(r"/(?:work|farm|root)/|\b(?:TODO|FIXME|XXX)\b|[Cc]oming soon")
strange = []
for path in files("src/**/*.[ch]", "ui/**/*.ui", "data/**/*.*", "tests/**/*.[chp]*", "tools/*", ".ci/*", "docs/**/*.md", "README.md", "meson.build", "src/**/meson.build"):
    if os.path.isfile(path) and not path.endswith((".pyc", ".png", ".docx", ".xlsx", ".giothong", "check-files.py")):
        for number, line in enumerate(open(path, encoding="utf-8", errors="replace"), 1):
            if STRANGE.search(line):
                strange.append(f"{os.path.relpath(path, root)}:{number}: {line.strip()[:90]}")
point("no machine's paths, no promises instead of work", strange)

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
