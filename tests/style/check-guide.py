#!/usr/bin/env python3
"""check-guide.py ROOT: the user guide holds together. TAP.

The pages are built; no link, anchor or picture is dead; both languages have the same pages, steps,
anchors and pictures; what stands in bold is a word of the interface, the same one in both languages;
spelling, as hunspell knows it. tests/gtk/test-guide.py tries the steps.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

root = sys.argv[1]
sys.path.insert(0, os.path.join(root, "docs", "guide"))
sys.dont_write_bytecode = True
import guide  # noqa: E402

SOURCE = os.path.join(root, "docs", "guide")
results = []


def point(what, wrong, skip=None):
    results.append(not wrong)
    for line in wrong[:200]:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {len(results)} - {what}{f' # SKIP {skip}' if skip else ''}")


def catalogue():
    """Source string → translations, without the underlines of mnemonics; and which are for the terminal."""
    with open(os.path.join(root, "po", "vi.po"), encoding="utf-8") as po:
        entries = po.read().split("\n\n")
    words, terminal = {}, set()
    for entry in entries:
        places = re.findall(r"^#: (.*)", entry, re.MULTILINE)
        parts = re.findall(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[0\])?) ((?:".*"\n?)+)', entry + "\n", re.MULTILINE)
        texts = {key.replace("[0]", ""): "".join(re.findall(r'"(.*)"', value)).replace('\\"', '"') for key, value in parts}
        words.setdefault(plain(texts.get("msgid", "")), set()).add(plain(texts.get("msgstr", "")))
        if places and all(place.startswith("src/cli/") for line in places for place in line.split()):
            terminal.add(plain(texts.get("msgid", "")))
    return words, terminal


def plain(text):
    return re.sub(r"\(_.\)|_", "", text)


def anchors(blocks):
    return [block.anchor for block in blocks if block.anchor]


def shape(blocks):
    """What both languages must have in common."""
    return [(b.kind, b.level, b.anchor, b.image, b.number, len(b.controls())) for b in blocks if b.kind != "start"]


pages = {}
wrong = []
for language in ("vi", "en"):
    folder = os.path.join(SOURCE, language)
    try:
        order = guide.page_order(folder)
        pages[language] = {name: guide.read_page(os.path.join(folder, name + ".md")) for name in order}
        with tempfile.TemporaryDirectory() as out:
            guide.build(SOURCE, language, os.path.join(out, language))
    except (guide.GuideError, OSError) as error:
        wrong.append(str(error))
        continue
    there = {os.path.basename(path)[:-len(".md")] for path in glob.glob(os.path.join(folder, "*.md"))}
    wrong += [f"{language}/{name}.md is not in the contents" for name in sorted(there - set(order))]
point("the pages are built, and all of them are in the contents", wrong)
if wrong:
    print(f"1..{len(results)}")
    sys.exit(1)

wrong = []
for language, of_language in pages.items():
    for name, blocks in of_language.items():
        for block in blocks:
            for link in block.links():
                page, _, anchor = link.partition("#")
                target = of_language.get(page[:-len(".md")] if page else name)
                if target is None or (anchor and anchor not in anchors(target)):
                    wrong.append(f"{language}/{name}.md:{block.line}: {link}")
    shown = {block.image for blocks in of_language.values() for block in blocks if block.image}
    there = {"images/" + os.path.basename(path) for path in glob.glob(os.path.join(SOURCE, "vi", "images", "*"))}
    wrong += [f"{language}: {picture} is shown nowhere" for picture in sorted(there - shown)]
point("no link, anchor or picture is dead", wrong)

wrong = [f"only in one language: {name}" for name in sorted(pages["vi"].keys() ^ pages["en"].keys())]
for name in pages["vi"].keys() & pages["en"].keys():
    a, b = shape(pages["vi"][name]), shape(pages["en"][name])
    wrong += [f"{name}: {x} in Vietnamese, {y} in English" for x, y in zip(a, b) if x != y][:3]
    wrong += [f"{name}: {len(a)} blocks in Vietnamese, {len(b)} in English"] if len(a) != len(b) else []
point("both languages have the same pages, steps, anchors and controls", wrong)

words, terminal = catalogue()
wrong = []
for name, blocks in pages["en"].items():
    others = [b for b in pages["vi"].get(name, []) if b.kind != "start"]
    for block, other in zip(blocks, others):
        for path, its in zip(block.controls(), other.controls()):
            for english, vietnamese in zip(path, its):
                if english == vietnamese == "Giọt Hồng":
                    continue
                if english not in words:
                    wrong.append(f"en/{name}.md:{block.line}: the interface has no “{english}”")
                elif vietnamese not in words[english]:
                    wrong.append(f"vi/{name}.md:{other.line}: “{english}” is {sorted(words[english])} there, not “{vietnamese}”")
point("what is in bold stands in the interface, in both languages", wrong)

wrong = []
for name, blocks in pages["vi"].items():
    for block in (b for b in blocks if b.kind == "step"):
        said = {plain(part.strip()) for do in block.do for part in re.split(r"[▸=]", do.partition(" ")[2])}
        tried = said | {translation for word in said for translation in words.get(word, ())}
        wrong += [f"vi/{name}.md:{block.line}: step {block.number} says nothing to try"] if not block.do else []
        wrong += [f"vi/{name}.md:{block.line}: “{part}” is named but not tried" for path in block.controls() for part in path if part not in tried]
point("every step says how it is tried, with all that it names", wrong)


def spelling(language, dictionary, texts):
    what = f"spelling: {language}"
    if not shutil.which("hunspell"):
        return point(what, [], "hunspell is not installed")
    known = subprocess.run(["hunspell", "-D"], input="", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout
    if f"/{dictionary}" not in known:
        return point(what, [], f"the dictionary {dictionary} is not installed")
    lines, places = [], []
    for place, text in texts:
        lines.append(re.sub(r"`[^`]*`|\([^)]*\.(?:md|png)[^)]*\)|%\d*\.?\w|https?:\S+|\\n|\S*[_/.@]\w\S*", " ", text).replace("’", "'"))
        places.append(place)
    words_file = os.path.join(SOURCE, f"words-{language}.txt")
    done = subprocess.run(["hunspell", "-d", dictionary, "-p", words_file, "-i", "utf-8", "-l"], input="\n".join(lines),
                          stdout=subprocess.PIPE, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    unknown = {word for word in done.stdout.split() if not re.search(r"\d", word) and len(word) > 1}
    found = []
    for word in sorted(unknown):
        where = next((place for place, line in zip(places, lines) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line)), "?")
        found.append(f"{where}: {word}")
    return point(what, found)


def guide_texts(language):
    for name, blocks in pages[language].items():
        for block in blocks:
            if block.kind != "start":
                # In English, words in italics are what stands in Vietnamese documents.
                text = re.sub(r"(?<!\*)\*[^*]+\*(?!\*)", " ", block.text) if language == "en" else block.text
                yield f"{language}/{name}.md:{block.line}", text


def catalogue_texts():
    for english, translations in words.items():
        for text in translations:
            if english and english not in terminal:  # verbs and options are English there
                yield "po/vi.po", text


spelling("vi", "vi_VN", [*guide_texts("vi"), *catalogue_texts()])
spelling("en", "en_US", guide_texts("en"))
print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
