#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user guide: from its source (docs/guide/<language>/*.md) to plain HTML pages.

    guide.py SOURCE LANGUAGE OUT [--depfile FILE]

The source is a small part of Markdown, read strictly: what is not known here is an error with file
and line, so that nothing is lost silently. docs/guide/README.md says what may be written. The tests
read the same pages through read_page(). Needs nothing but Python.
"""
import html
import os
import re
import shutil
import sys

WORDS = {
    "vi": {"title": "Hướng dẫn sử dụng Giọt Hồng", "contents": "Mục lục", "other": "English", "previous": "Trang trước",
           "next": "Trang sau", "note": "Lưu ý"},
    "en": {"title": "Giọt Hồng user guide", "contents": "Contents", "other": "Tiếng Việt", "previous": "Previous", "next": "Next",
           "note": "Note"},
}
INLINE = re.compile(r"\*\*(?P<control>[^*]+)\*\*|`(?P<code>[^`]+)`|\[(?P<label>[^\]]+)\]\((?P<link>[^)]+)\)|\*(?P<em>[^*]+)\*")
HEADING = re.compile(r"(#{1,3}) (.+?)(?: \{#([a-z-]+)\})?$")
FIGURE = re.compile(r"!\[([^\]]+)\]\((images/[a-z-]+\.png)\)$")
COMMENT = re.compile(r"<!-- (start|do): (.+) -->$")
KEYS = re.compile(r"(?:Ctrl|Shift|Alt|F\d+|Enter|Esc|Tab|Delete|Space|[↑↓←→])(?:\+.+)?$")


class GuideError(Exception):
    """Something in the source that this program does not know."""


class Block:
    """One block of a page: kind "heading", "text", "step", "item", "note", "figure", "row" or "start"."""

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line
        self.level = 0      # of a heading
        self.anchor = None  # of a heading
        self.image = None   # of a figure
        self.number = 0     # of a step
        self.do = []        # of a step: what a test does to try it, in the words of tests/gtk/steps.py

    def controls(self):
        """What is named in the text: one list per **menu ▸ item**."""
        return [[part.strip() for part in match.group("control").split("▸")]
                for match in INLINE.finditer(self.text) if match.group("control")]

    def links(self):
        return [match.group("link") for match in INLINE.finditer(self.text) if match.group("link")]


def _open(line, number, path, blocks):
    """The block that begins on this line."""
    heading, figure, comment = HEADING.match(line), FIGURE.match(line), COMMENT.match(line)
    if heading:
        block = Block("heading", heading.group(2), number)
        block.level, block.anchor = len(heading.group(1)), heading.group(3)
    elif figure:
        block = Block("figure", figure.group(1), number)
        block.image = figure.group(2)
    elif comment and comment.group(1) == "start":
        block = Block("start", comment.group(2), number)
    elif re.match(r"\d+\. ", line):
        block = Block("step", line.split(". ", 1)[1], number)
        block.number = int(line.split(".")[0])
        last = next((b for b in reversed(blocks) if b.kind in ("step", "heading", "start")), None)
        if block.number != (last.number + 1 if last is not None and last.kind == "step" and block.number != 1 else 1):
            raise GuideError(f"{path}:{number}: step {block.number} is out of order")
    elif line.startswith("- "):
        block = Block("item", line[2:], number)
    elif line.startswith("> "):
        block = Block("note", line[2:], number)
    elif line.startswith("|"):
        block = Block("row", line, number)
    elif re.match(r"[#!<>\d`~=_+]|  ", line):
        raise GuideError(f"{path}:{number}: not known here: {line[:60]}")
    else:
        block = Block("text", line, number)
    return block


def read_page(path):
    """The blocks of a page, the first of them its title."""
    blocks = []
    open_block = None
    with open(path, encoding="utf-8") as source:
        for number, line in enumerate(source.read().split("\n"), 1):
            stripped = line.strip()
            comment = COMMENT.match(stripped)
            if not stripped:
                open_block = None
            elif comment and comment.group(1) == "do":
                if open_block is None or open_block.kind != "step":
                    raise GuideError(f"{path}:{number}: a do without a step")
                open_block.do.append(comment.group(2))
            elif open_block is not None and line.startswith("   ") and open_block.kind in ("step", "item"):
                open_block.text += " " + stripped
            elif open_block is not None and open_block.kind == "note" and line.startswith("> "):
                open_block.text += " " + line[2:]
            elif open_block is not None and open_block.kind == "text" and not re.match(r"[-#!<>|]|\d+\. ", line):
                open_block.text += " " + stripped
            else:
                open_block = _open(line, number, path, blocks)
                blocks.append(open_block)
    if not blocks or blocks[0].kind != "heading" or blocks[0].level != 1:
        raise GuideError(f"{path}:1: a page begins with its title")
    return blocks


def page_order(folder):
    """The names of the pages in the order of the contents, "index" first."""
    names = ["index"]
    for block in read_page(os.path.join(folder, "index.md")):
        names += [link[:-len(".md")] for link in block.links() if link.endswith(".md") and link[:-len(".md")] not in names]
    return names


def _inline(text):
    out, at = [], 0
    for match in INLINE.finditer(text):
        out.append(html.escape(text[at:match.start()], quote=False))
        at = match.end()
        if match.group("control"):
            parts = [html.escape(part.strip(), quote=False) for part in match.group("control").split("▸")]
            out.append(' <span class="then">▸</span> '.join(f"<b>{part}</b>" for part in parts))
        elif match.group("code"):
            name = "kbd" if KEYS.match(match.group("code")) else "code"
            out.append(f"<{name}>{html.escape(match.group('code'), quote=False)}</{name}>")
        elif match.group("em"):
            out.append(f"<em>{html.escape(match.group('em'), quote=False)}</em>")
        else:
            target = re.sub(r"\.md(?=#|$)", ".html", match.group("link"))
            out.append(f'<a href="{html.escape(target)}">{_inline(match.group("label"))}</a>')
    out.append(html.escape(text[at:], quote=False))
    return "".join(out)


def _cells(row):
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _body(blocks, words):
    out = []
    closing = None  # what ends the list or table that is open
    kinds = {"step": ("<ol>", "</ol>"), "item": ("<ul>", "</ul>"), "row": ("<table>", "</table>")}
    previous = None
    for block in blocks:
        if closing and (previous.kind != block.kind or (block.kind == "step" and block.number == 1)):
            out.append(closing)
            closing = None
        if block.kind in kinds and not closing:
            out.append(kinds[block.kind][0])
            closing = kinds[block.kind][1]
        if block.kind == "heading":
            anchor = f' id="{block.anchor}"' if block.anchor else ""
            out.append(f"<h{block.level}{anchor}>{_inline(block.text)}</h{block.level}>")
        elif block.kind == "figure":
            alt = html.escape(block.text)
            out.append(f'<figure><a href="{block.image}"><img src="{block.image}" alt="{alt}"></a><figcaption>{_inline(block.text)}</figcaption></figure>')
        elif block.kind in ("step", "item"):
            out.append(f"<li>{_inline(block.text)}</li>")
        elif block.kind == "note":
            out.append(f'<p class="note"><strong>{words["note"]}.</strong> {_inline(block.text)}</p>')
        elif block.kind == "row":
            cell = "th" if previous.kind != "row" else "td"
            if not re.fullmatch(r"[|: -]+", block.text):
                out.append("<tr>" + "".join(f"<{cell}>{_inline(c)}</{cell}>" for c in _cells(block.text)) + "</tr>")
        elif block.kind == "text":
            out.append(f"<p>{_inline(block.text)}</p>")
        previous = block
    if closing:
        out.append(closing)
    return "\n".join(out)


def _contents(folder, current):
    out = []
    for block in read_page(os.path.join(folder, "index.md"))[1:]:
        if block.kind == "heading":
            out.append(f"<h2>{_inline(block.text)}</h2>")
        for match in INLINE.finditer(block.text):
            if match.group("link") and block.kind == "item":
                name = match.group("link")[:-len(".md")]
                here = ' aria-current="page"' if name == current else ""
                out.append(f'<a href="{name}.html"{here}>{html.escape(match.group("label"))}</a>')
    return "\n".join(out)


def write_page(folder, language, name, order, out):
    words = WORDS[language]
    blocks = read_page(os.path.join(folder, name + ".md"))
    other = "en" if language == "vi" else "vi"
    at = order.index(name)
    turn = [f'<a class="{way}" href="{order[to]}.html">{words[way]}</a>' for way, to in (("previous", at - 1), ("next", at + 1))
            if 0 <= to < len(order)]
    title = blocks[0].text if name == "index" else f"{blocks[0].text} – {words['title']}"
    with open(os.path.join(out, name + ".html"), "w", encoding="utf-8", newline="\n") as page:
        page.write(f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<link rel="stylesheet" href="guide.css">
</head>
<body>
<nav aria-label="{words['contents']}">
<a class="home" href="index.html">Giọt Hồng</a>
{_contents(folder, name)}
<a class="other" lang="{other}" hreflang="{other}" href="../{other}/{name}.html">{words['other']}</a>
</nav>
<main>
{_body(blocks, words)}
<p class="turn">{' '.join(turn)}</p>
</main>
</body>
</html>
""")


def build(source, language, out):
    """Write the pages of one language; returns the files that were read."""
    folder = os.path.join(source, language)
    order = page_order(folder)
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(os.path.join(out, "images"))
    read = [os.path.join(source, "guide.css")] + [os.path.join(folder, name + ".md") for name in order]
    shutil.copyfile(os.path.join(source, "guide.css"), os.path.join(out, "guide.css"))
    pictures = {block.image for name in order for block in read_page(os.path.join(folder, name + ".md")) if block.image}
    for picture in sorted(pictures):
        path = os.path.join(source, "vi", picture)  # the window as the clerks see it, in both languages
        read.append(path)
        shutil.copyfile(path, os.path.join(out, picture))
    for name in order:
        write_page(folder, language, name, order, out)
    return read


def main(arguments):
    source, language, out = arguments[:3]
    try:
        read = build(source, language, out)
    except (GuideError, OSError) as error:
        sys.exit(f"guide.py: {error}")
    if arguments[3:4] == ["--depfile"]:
        with open(arguments[4], "w", encoding="utf-8") as depfile:
            depfile.write(f"{out}: " + " ".join(path.replace(" ", "\\ ") for path in read) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
