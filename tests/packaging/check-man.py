#!/usr/bin/env python3
"""check-man.py ROOT: the manual pages say what --help says, no less and no more. TAP.

Each verb and each option of giothong-cli stands in the English and in the Vietnamese page, under
its verb; nothing stands there that the program does not know. mandoc or man, where installed, find
nothing to complain about.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

root = sys.argv[1]
CLI = os.environ["GIOTHONG_CLI"]
MAN = os.path.join(root, "data", "man")
COMMON = {"--json", "--campaign", "--help"}
results = []


def point(what, wrong, skip=None):
    results.append(not wrong)
    for line in wrong:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {len(results)} - {what}{f' # SKIP {skip}' if skip else ''}")


def said(*arguments, language="en"):
    return subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, text=True, check=True, timeout=60,
                          env={**os.environ, "GIOTHONG_LANGUAGE": language}).stdout


def plain(line):
    """A line of roff as it is read."""
    line = re.sub(r"\\f[A-Z]", "", line)
    macro = re.match(r"\.(BR|BI|RB|RI|IR|IB|B|I|SH|TP|TQ|RS|RE|PP|TH) ?(.*)", line)
    if macro:
        text = macro.group(2)
        if len(macro.group(1)) == 2 and macro.group(1) in ("BR", "BI", "RB", "RI", "IR", "IB"):
            text = "".join(a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', text))
        line = text
    return line.replace(r"\-", "-").replace(r"\&", "").replace(r"\|", "").replace(r"\:", "")


def sections(path):
    """{title: [(raw, plain)]}"""
    found, lines = {}, None
    for raw in open(path, encoding="utf-8").read().splitlines():
        if raw.startswith(".SH "):
            lines = found.setdefault(raw[4:], [])
        elif lines is not None:
            lines.append((raw, plain(raw)))
    return found


def verbs_of(lines):
    """{verb: (its usage, its options)} of the section of verbs."""
    found, verb, depth, tag = {}, None, 0, False
    for raw, text in lines:
        depth += raw == ".RS"
        depth -= raw == ".RE"
        if tag and depth == 0 and raw.startswith(".B "):
            verb = text.split()[0]
            found.setdefault(verb, ([], set()))[0].append(text)
        elif tag and depth == 1 and verb:
            found[verb][1].update(re.findall(r"--[a-z-]*[a-z]", text))
        tag = raw in (".TP", ".TQ")
    return found


help_text = said("--help")
usages = dict(re.findall(r"^  giothong-cli ([a-z-]+) (.*)$", help_text, re.MULTILINE))
options = {verb: set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said(verb, "--help"), re.MULTILINE)) - COMMON for verb in usages}
point("--help lists verbs, and each its options", [] if len(usages) >= 10 and any(options.values()) else [help_text])

for page, titles in (("giothong-cli.1", ("VERBS", "OPTIONS", "EXIT STATUS")),
                     ("giothong-cli.vi.1", ("CÁC LỆNH", "TÙY CHỌN", "MÃ KẾT THÚC"))):
    parts = sections(os.path.join(MAN, page))
    missing = [f"{page} has no section {title}" for title in titles if title not in parts]
    point(f"{page} has its sections", missing)
    if missing:
        continue
    written = verbs_of(parts[titles[0]])
    point(f"{page}: the verbs of --help, in their order",
          [] if list(written) == list(usages) else [f"page {list(written)}", f"help {list(usages)}"])
    for verb in usages:
        lines, mine = written.get(verb, ([], set()))
        wrong = [f"{verb}: {option} is missing" for option in sorted(options[verb] - mine)]
        wrong += [f"{verb}: there is no {option}" for option in sorted(mine - options[verb])]
        first = usages[verb].split(" ")[0]
        if "|" in first and not any(line.split()[1:2] == [first] for line in lines):
            wrong.append(f"{verb}: the page does not say {first}")
        point(f"{page}: {verb} and its options", wrong)
    common = {option for raw, text in parts[titles[1]] for option in re.findall(r"--[a-z-]*[a-z]", text)}
    point(f"{page}: the options of every verb", [f"{option} is missing" for option in sorted((COMMON | {"--version"}) - common)])
    tags = [line[1] for before, line in zip(parts[titles[2]], parts[titles[2]][1:]) if before[0] == ".TP"]
    point(f"{page}: exit statuses 0 to 4", [] if tags == list("01234") else [str(tags)])

# the window's options
declared = set()
for name in os.listdir(os.path.join(root, "src", "gtk")) + [os.path.join("window", n) for n in os.listdir(os.path.join(root, "src", "gtk", "window"))]:
    if name.endswith(".c"):
        source = open(os.path.join(root, "src", "gtk", name), encoding="utf-8").read()
        declared |= set(re.findall(r'(?:\{ |add_main_option \([^"]*)"([a-z-]+)",[^{}"]*G_OPTION_ARG', source))
for page, title in (("giothong.1", "OPTIONS"), ("giothong.vi.1", "TÙY CHỌN")):
    written = {option for _, text in sections(os.path.join(MAN, page))[title] for option in re.findall(r"--([a-z-]*[a-z])", text)}
    point(f"{page}: the options of the window", sorted(declared ^ (written - {"help"})) if len(declared) > 1 else [str(declared)])

# each example is a command the program understands as far as its verb and options go
for page in ("giothong-cli.1", "giothong-cli.vi.1"):
    wrong = []
    examples = [text for lines in sections(os.path.join(MAN, page)).values() for _, text in lines if text.startswith("giothong-cli ") and ".giothong" in text]
    for example in examples:
        words = example.split()
        wrong += [] if words[1] in usages else [f"no such verb: {example}"]
        wrong += [f"no such option: {word}: {example}" for word in words if word.startswith("--") and word not in options.get(words[1], set()) | COMMON]
    point(f"{page}: {len(examples)} examples", wrong if examples else ["no examples"])

pages = sorted(name for name in os.listdir(MAN) if name.endswith(".1"))
point("each page in English and in Vietnamese", [f"{name} has no counterpart" for name in pages
      if (name.replace(".vi.1", ".1") if name.endswith(".vi.1") else name.replace(".1", ".vi.1")) not in pages])
with tempfile.TemporaryDirectory() as folder:
    for page in pages:
        if not shutil.which("man"):
            point(f"{page} is sound", [], "man is not installed")
            continue
        # Where it is installed, as lintian looks at it: from the folder man takes the language, and its rules of hyphens.
        place = os.path.join(folder, "man", *(["vi"] if page.endswith(".vi.1") else []), "man1", page.replace(".vi.1", ".1"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        shutil.copy(os.path.join(MAN, page), place)
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", place], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, timeout=60,
                              env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "120"})
        point(f"{page} is sound", done.stderr.splitlines())

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
