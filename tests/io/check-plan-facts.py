#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the plan reader reads in plans of many hands, against what a careful clerk reads in them.

    check-plan-facts.py PLAN_DUMP FOLDER

Each FOLDER/X.json names its text and the expected facts. Wanted: recall 0.95 and precision 0.90 in
every plan. TAP on standard output.
"""
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

KEYS = {"bases": ["number", "date"], "targets": ["indicator", "value"],
        "calendar": ["start", "end"], "recipients": ["name"]}


def plain(text):
    text = unicodedata.normalize("NFC", str(text)).lower()
    text = re.sub(r"[*_“”\"'‘’]", "", text).replace("–", "-").replace("—", "-")
    text = re.sub(r"\s*([-/])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:/")


def same(want, got):
    if want is None or got is None:
        return want is None and got in (None, "")
    if isinstance(want, (int, float)) and isinstance(got, (int, float)):
        return abs(want - got) < 1e-9
    return plain(want) == plain(got)


def matches(want, got):
    for choice in want.get("any_of", [want]):
        choice = {**{k: v for k, v in want.items() if k != "any_of"}, **choice}
        words = choice.pop("title_has", None)
        if not all(same(v, got.get(k)) for k, v in choice.items() if k not in ("optional", "note")):
            continue
        hay = plain(" ".join(str(got.get(k) or "") for k in ("title", "text", "name", "place", "lead")))
        if words is None or plain(words) in hay:
            return True
    return False


def check(dump, path):
    with open(path, encoding="utf-8") as source:
        expected = json.load(source)
    text = os.path.join(os.path.dirname(path), expected["input"])
    data = json.loads(subprocess.run([dump, text], stdout=subprocess.PIPE, check=True).stdout)
    wanted = found = said = 0
    notes = []
    for key, want in expected["campaign"].items():
        choices = want if isinstance(want, list) else [want]
        wanted += 1
        said += 1
        if any(same(c, data["campaign"].get(key)) for c in choices):
            found += 1
        else:
            notes.append(f"{key}: {data['campaign'].get(key)!r}")
    for part in KEYS:
        free = list(data[part])
        need = [w for w in expected.get(part, []) if not w.get("optional")]
        for want in need:
            hit = next((g for g in free if matches(want, g)), None)
            if hit is None:
                notes.append(f"{part}: missed {json.dumps(want, ensure_ascii=False)}")
            else:
                free.remove(hit)
                found += 1
                said += 1
        spare = [g for g in free if not any(matches(w, g) for w in expected.get(part, []))]
        notes += [f"{part}: not expected {json.dumps(g, ensure_ascii=False)[:200]}" for g in spare]
        wanted += len(need)
        said += len(spare)
    return found, wanted, said, notes


def main():
    dump, folders = sys.argv[1], sys.argv[2:]
    shared = os.path.join(os.environ.get("GIOTHONG_SHARED", ""), "seeds", "expected")
    paths = sorted(path for folder in folders + [shared] for path in glob.glob(os.path.join(folder, "*.json")))
    print(f"1..{len(paths) + 1}")
    bad = 0
    for i, path in enumerate(paths, 1):
        found, wanted, said, notes = check(dump, path)
        good = found >= 0.95 * wanted and found >= 0.90 * said
        bad += not good
        for note in notes:
            print("#", note)
        print(f"{'ok' if good else 'not ok'} {i} {os.path.basename(path)}: {found} of {wanted}, {said} said")
    if os.path.isdir(shared):
        print(f"ok {len(paths) + 1} real plans are there")
    else:
        print(f"ok {len(paths) + 1} real plans # SKIP no folder of real plans in GIOTHONG_SHARED")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
