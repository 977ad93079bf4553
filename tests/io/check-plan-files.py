#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers we write, opened by other programs: python-docx, LibreOffice, poppler.

check-plan-files.py PLAN-FILES PART    PART: layout docx pdf office seeds cli

layout: lines and pages as golden/plan.layout has them (GIOTHONG_UPDATE_GOLDEN=1 writes it anew);
docx: the components of the decree on the XML, section by section; pdf: fonts, text, outline;
office: LibreOffice reads and lays out the DOCX; seeds and cli: real plans keep every sentence.
"""
import difflib
import filecmp
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
count = 0


def check(good, name, detail=""):
    global count
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {name}")
    if not good and detail:
        print("# " + str(detail).replace("\n", "\n# "))


def skip(name, why):
    global count
    count += 1
    print(f"ok {count} - {name} # SKIP {why}")


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


# The XML of the package ------------------------------------------------------------------------


class Package:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.bad = package.testzip()
            self.parts = {n: package.read(n) for n in package.namelist()}
        self.trees = {
            n: ElementTree.fromstring(b)
            for n, b in self.parts.items()
            if n.endswith((".xml", ".rels"))
        }
        self.document = self.trees["word/document.xml"]
        self.styles = {
            s.get(W + "styleId"): s for s in self.trees["word/styles.xml"].iter(W + "style")
        }

    def style(self, role, path, attribute="val"):
        found = self.styles[role].find("/".join(W + p for p in path.split("/")))
        return None if found is None else found.get(W + attribute)

    def paragraphs(self, style):
        return [
            p
            for p in self.document.iter(W + "p")
            if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val") == style
        ]


def letters(paragraph):
    out = ""
    for node in paragraph.iter():
        if node.tag == W + "t":
            out += node.text or ""
        elif node.tag in (W + "br", W + "tab"):
            out += " "
    return out


# id: lowest and highest size in points, bold, italic, alignment (NĐ 30/2020, Phụ lục I)
COMPONENTS = {
    "GhNation": (12, 13, 1, 0, "center"),
    "GhMotto": (13, 14, 1, 0, "center"),
    "GhParentIssuer": (12, 13, 0, 0, "center"),
    "GhIssuer": (12, 13, 1, 0, "center"),
    "GhNumber": (13, 13, 0, 0, "center"),
    "GhPlaceDate": (13, 14, 0, 1, "center"),
    "GhKind": (13, 14, 1, 0, "center"),
    "GhTitle": (13, 14, 1, 0, "center"),
    "GhBasis": (13, 14, 0, 1, "both"),
    "Heading1": (13, 14, 1, 0, "both"),
    "Heading2": (13, 14, 1, 0, "both"),
    "Heading3": (13, 14, 1, 0, "both"),
    "BodyText": (13, 14, 0, 0, "both"),
    "GhItem": (13, 14, 0, 0, "both"),
    "GhRecipientsHead": (12, 12, 1, 1, "left"),
    "GhRecipient": (11, 11, 0, 0, "left"),
    "GhAuthority": (13, 14, 1, 0, "center"),
    "GhSignerPost": (13, 14, 1, 0, "center"),
    "GhSignerName": (13, 14, 1, 0, "center"),
    "GhAppendixHead": (14, 14, 1, 0, "center"),
    "GhAppendixTitle": (13, 14, 1, 0, "center"),
    "GhAppendixNote": (13, 14, 0, 1, "center"),
}


def check_components(package):
    for role, (low, high, bold, italic, align) in COMPONENTS.items():
        size = int(package.style(role, "rPr/sz")) / 2
        found = (
            package.style(role, "rPr/b"),
            package.style(role, "rPr/i"),
            package.style(role, "pPr/jc"),
        )
        check(
            low <= size <= high
            and found == (str(bold), str(italic), align)
            and package.paragraphs(role),
            f"{role}: size, weight, slant, alignment, used",
            f"{size} {found} used {len(package.paragraphs(role))} times",
        )
    for role in ("BodyText", "GhItem", "GhBasis"):
        line = int(package.style(role, "pPr/spacing", "line")) / 240
        before = int(package.style(role, "pPr/spacing", "before")) / 20
        indent = int(package.style(role, "pPr/ind", "firstLine")) / 1440 * 25.4
        check(
            1 <= line <= 1.5 and before >= 6 and min(abs(indent - 10), abs(indent - 12.7)) < 0.1,
            f"{role}: line 1 to 1,5, 6 pt between paragraphs, indent 1 or 1,27 cm",
            (line, before, indent),
        )


def check_fonts(package):
    slots = [
        fonts.get(W + slot)
        for name in ("word/styles.xml", "word/document.xml", "word/header1.xml")
        for fonts in package.trees[name].iter(W + "rFonts")
        for slot in ("ascii", "hAnsi", "eastAsia", "cs")
    ]
    check(slots and set(slots) == {"Times New Roman"}, "Times New Roman in every slot", set(slots))
    colours = {
        c.get(W + "val") for t in package.trees.values() for c in t.iter(W + "color")
    }
    check(colours == {"000000"}, "letters are black", colours)


def check_sections(package):
    sections = list(package.document.iter(W + "sectPr"))
    check(len(sections) == 3, "a section for the plan and one for each appendix", len(sections))
    for i, section in enumerate(sections):
        margins = section.find(W + "pgMar")
        paper = section.find(W + "pgSz")
        mm = {s: int(margins.get(W + s)) / 1440 * 25.4 for s in ("top", "bottom", "left", "right")}
        size = sorted(int(paper.get(W + s)) / 1440 * 25.4 for s in ("w", "h"))
        landscape = paper.get(W + "orient") == "landscape"
        check(
            19.9 <= mm["top"] <= 25.1
            and 19.9 <= mm["bottom"] <= 25.1
            and 29.9 <= mm["left"] <= 35.1
            and 14.9 <= mm["right"] <= 20.1
            and abs(size[0] - 210) < 0.2
            and abs(size[1] - 297) < 0.2,
            f"section {i + 1}: A4 and margins",
            (mm, size),
        )
        check(
            section.find(W + "titlePg") is not None
            and section.find(W + "pgNumType").get(W + "start") == "1"
            and landscape == (i == 2),
            f"section {i + 1}: numbered from 1, not on its first page; lies as it should",
        )
    field = "".join(package.trees["word/header1.xml"].itertext())
    check("PAGE" in field, "page number is a field")
    check(
        "PAGE" not in "".join(package.trees["word/header2.xml"].itertext()),
        "first page has no number",
    )


def check_texts(package):
    one = lambda role: [letters(p) for p in package.paragraphs(role)]
    check(one("GhNation") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "Quốc hiệu")
    check(one("GhMotto") == ["Độc lập - Tự do - Hạnh phúc"], "Tiêu ngữ")
    check(one("GhNumber") == ["Số: 05/KH-BCĐ"], "number", one("GhNumber"))
    check(
        one("GhPlaceDate") == ["Bình An, ngày 07 tháng 12 năm 2026"], "place and date"
    )
    bases = one("GhBasis")
    check([b[-1] for b in bases] == [";", "."], "bases end in ; and the last in .", bases)
    check(
        one("GhRecipient")[0] == "- Ban Chỉ đạo tỉnh (để báo cáo);"
        and one("GhRecipient")[-1] == "- Lưu: VT, Hội CTĐ.",
        "recipients",
        one("GhRecipient"),
    )
    check(one("GhAppendixHead") == ["Phụ lục I", "Phụ lục II"], "appendices are numbered")
    check("Chỉ tiêu & <thời gian>" in one("Heading2")[1], "letters of XML are kept")
    nfc = "".join(package.document.itertext())
    check(nfc == unicodedata.normalize("NFC", nfc), "text is NFC")


def check_rules(package):
    """The lines under components: Tiêu ngữ as long as the text, the others 1/3 to 1/2."""
    rules = package.paragraphs("GhRule")
    border = package.styles["GhRule"].find(f"{W}pPr/{W}pBdr/{W}top")
    check(border is not None and border.get(W + "val") == "single", "lines are borders")
    check(len(rules) == 3, "lines under issuer, Tiêu ngữ and title", len(rules))


def check_tables(package):
    tables = list(package.document.iter(W + "tbl"))
    framed = [t for t in tables if t.find(f"{W}tblPr/{W}tblBorders/{W}top").get(W + "val") != "nil"]
    check(len(tables) == 5 and len(framed) == 3, "columns have no frame, tables have one")
    check(
        all(len(list(t.iter(W + "tblHeader"))) == 1 for t in framed), "head rows are repeated"
    )
    bold = [
        "".join(r.itertext())
        for r in package.document.iter(W + "r")
        if r.find(f"{W}rPr/{W}b") is not None
    ]
    check("vượt chỉ tiêu" in bold, "inline bold is kept")


def part_docx(tool, folder):
    again = os.path.join(folder, "again")
    os.mkdir(again)
    run(tool, again)
    for name in ("plan", "summary", "calendar"):
        for ending in ("docx", "pdf", "txt"):
            file = f"{name}.{ending}"
            same = filecmp.cmp(os.path.join(folder, file), os.path.join(again, file), False)
            check(same, f"{file}: the same input gives the same bytes")
    package = Package(os.path.join(folder, "plan.docx"))
    check(package.bad is None, "the package is whole")
    check_components(package)
    check_fonts(package)
    check_sections(package)
    check_texts(package)
    check_rules(package)
    check_tables(package)
    for name in ("summary", "calendar"):
        other = Package(os.path.join(folder, f"{name}.docx"))
        check(other.bad is None and len(list(other.document.iter(W + "tbl"))) >= 2, f"{name}.docx")


# Layout ----------------------------------------------------------------------------------------


def part_layout(tool, folder):
    golden = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden", "plan.layout")
    path = os.path.join(folder, "plan.layout")
    if os.environ.get("GIOTHONG_UPDATE_GOLDEN"):
        shutil.copy(path, golden)
    with open(golden, encoding="utf-8") as old, open(path, encoding="utf-8") as new:
        lines = list(difflib.unified_diff(old.readlines(), new.readlines(), "golden", "now", n=1))
    check(not lines, "lines and pages stand where they stood", "".join(lines[:40]))


# PDF -------------------------------------------------------------------------------------------


def part_pdf(tool, folder):
    for name in ("plan", "summary", "calendar"):
        path = os.path.join(folder, f"{name}.pdf")
        rows = run("pdffonts", path).splitlines()[2:]
        good = all(re.search(r"Tinos.*\byes +yes +yes\b", row) for row in rows)
        check(rows and good, f"{name}.pdf: one family, embedded, subset, with text", "\n".join(rows))
    path = os.path.join(folder, "plan.pdf")
    info = run("pdfinfo", "-l", "99", path)
    check("Title:" in info and "KẾ HOẠCH Vận động" in info, "PDF title", info)
    check("Ban Chỉ đạo vận động" in info, "PDF author", info)
    sizes = re.findall(r"Page +(\d+) size: +([\d.]+) x ([\d.]+)", info)
    check(
        all(sorted((round(float(w)), round(float(h)))) == [595, 842] for _, w, h in sizes)
        and float(sizes[0][1]) < float(sizes[0][2])
        and float(sizes[-1][1]) > float(sizes[-1][2]),
        "pages are A4, the wide appendix lies across",
        sizes,
    )
    pages = run("pdftotext", "-layout", path, "-").split("\f")[:-1]
    numbers = [re.match(r"\s*(\d*)\s*$", p.lstrip("\n").split("\n")[0]) for p in pages]
    numbers = [m.group(1) if m else "" for m in numbers]
    starts = [i for i, p in enumerate(pages) if re.search(r"(?m)^\s*Phụ lục I+\s*$", p)]
    check(numbers[0] == "" and numbers[1] == "2", "page 1 has no number, page 2 has", numbers)
    check(
        len(starts) == 2 and all(numbers[s] == "" and numbers[s + 1] == "2" for s in starts),
        "appendices are numbered from 1 again",
        (starts, numbers),
    )
    text = run("pdftotext", "-raw", path, "-")
    check(text == unicodedata.normalize("NFC", text), "PDF text is NFC")
    bare = re.sub(r"\s", "", text)
    check(bare.count("Trênđâylàkếhoạchcủa") == 1, "PDF text comes back")
    for head in ("I. MỤC ĐÍCH, YÊU CẦU", "III. TỔ CHỨC THỰC HIỆN"):
        check(head in text, f"PDF heading “{head}”")
    outline = run("pdftohtml", "-xml", "-i", "-stdout", path).partition("<outline>")[2]
    check("MỤC ĐÍCH" in outline, "PDF has bookmarks", outline[:300])


# LibreOffice and python-docx -------------------------------------------------------------------


def convert(folder, kind, path):
    profile = "file://" + os.path.join(folder, "profile")
    run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
        "--outdir", os.path.join(folder, "office"), path)


ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def counted(form, value):
    """The value as Word's list format writes it."""
    if form == "lowerLetter":
        return chr(ord("a") + value - 1)
    if form != "upperRoman":
        return str(value)
    text = ""
    for worth, sign in ROMAN:
        while value >= worth:
            text, value = text + sign, value - worth
    return text


class Lists:
    """Word's automatic numbers, counted from numbering.xml alone."""

    def __init__(self, package):
        tree = package.trees.get("word/numbering.xml")
        value = lambda node, name: node.find(W + name).get(W + "val")
        self.levels, self.kind, self.counts = {}, {}, {}
        for kind in tree.iter(W + "abstractNum") if tree is not None else []:
            self.levels[kind.get(W + "abstractNumId")] = [
                (value(l, "numFmt"), value(l, "lvlText"), int(value(l, "start"))) for l in kind.iter(W + "lvl")]
        for number in tree.iter(W + "num") if tree is not None else []:
            self.kind[number.get(W + "numId")] = value(number, "abstractNumId")

    def label(self, paragraph):
        number = paragraph.find(f"{W}pPr/{W}numPr")
        kind = self.kind.get(number.find(W + "numId").get(W + "val")) if number is not None else None
        if kind is None:
            return ""
        level, levels = int(number.find(W + "ilvl").get(W + "val")), self.levels[kind]
        counts = self.counts.setdefault(kind, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for below in [l for l in counts if l > level]:
            del counts[below]
        return re.sub(r"%(\d)", lambda m: counted(
            levels[int(m[1]) - 1][0], counts.get(int(m[1]) - 1, levels[int(m[1]) - 1][2])), levels[level][1]) + " "


def docx_text(path):
    package = Package(path)
    lists = Lists(package)
    return "\n".join(lists.label(p) + letters(p) for p in package.document.iter(W + "p"))


def part_office(tool, folder):
    try:
        import docx
    except ImportError:
        skip("python-docx", "python-docx is not there")
    else:
        document = docx.Document(os.path.join(folder, "plan.docx"))
        check(len(document.sections) == 3 and len(document.tables) == 5, "python-docx reads it")
    if shutil.which("soffice") is None:
        skip("LibreOffice", "LibreOffice is not there")
        return
    for name in ("plan", "summary", "calendar"):
        convert(folder, "pdf", os.path.join(folder, f"{name}.docx"))
        ours = run("pdfinfo", os.path.join(folder, f"{name}.pdf"))
        theirs = run("pdfinfo", os.path.join(folder, "office", f"{name}.pdf"))
        n_ours, n_theirs = (int(re.search(r"Pages: +(\d+)", t).group(1)) for t in (ours, theirs))
        check(abs(n_ours - n_theirs) <= 1, f"{name}: as many pages in both", (n_ours, n_theirs))
    text = run("pdftotext", "-raw", os.path.join(folder, "office", "plan.pdf"), "-")
    source = docx_text(os.path.join(folder, "plan.docx"))
    bare = lambda t: re.sub(r"\s", "", t)
    missing = [l for l in source.split("\n") if len(l) > 40 and bare(l) not in bare(text)]
    # A paragraph over a page's end has the page number in it.
    check(len(missing) <= 8, "LibreOffice shows the text", "\n".join(missing))


# Real plans ------------------------------------------------------------------------------------


def bare_text(text):
    return re.sub(r"[*\s]", "", unicodedata.normalize("NFC", text))


def lost_sentences(seed, text):
    """Sentences of @seed that do not stand in @text, once and in order. Blanks of the issue line
    and the form of the number are ours to write."""
    out, whole, position, lost = bare_text(text), bare_text(seed), 0, []
    for line in re.split(r"[\n\t]", seed):
        for part in re.split(r"(?<=[.;:!?])\s", line):
            key = bare_text(re.sub(r"^\s*[-+*•]*\s*", "", part))
            if not key or re.search(r"ngàytháng\d+năm\d+$", key):
                continue
            found = out.find(key, position)
            if found < 0 or (len(key) > 25 and out.count(key) != whole.count(key)):
                lost.append(part)
            if found >= 0:
                position = found + len(key)
    return lost


def part_seeds(tool, folder):
    shared = os.environ.get("GIOTHONG_SHARED", "")
    seeds = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
    if not seeds:
        skip("real plans", "no real plans in $GIOTHONG_SHARED")
        return
    for seed in seeds:
        name = os.path.basename(seed)[:1]
        out = os.path.join(folder, name)
        os.mkdir(out)
        run(tool, out, seed)
        with open(seed, encoding="utf-8") as file:
            source = file.read()
        path = os.path.join(out, "plan.docx")
        lost = lost_sentences(source, docx_text(path))
        check(not lost, f"plan {name}: every sentence in the DOCX", "\n".join(lost))
        with open(os.path.join(out, "plan.txt"), encoding="utf-8") as file:
            lost = lost_sentences(source, file.read())
        check(not lost, f"plan {name}: every sentence in the text", "\n".join(lost))
        fonts = run("pdffonts", os.path.join(out, "plan.pdf")).splitlines()[2:]
        check(all("Tinos" in f and "yes yes yes" in f for f in fonts), f"plan {name}: PDF fonts")
        if shutil.which("soffice") is None:
            skip(f"plan {name}: LibreOffice", "LibreOffice is not there")
            continue
        convert(out, "txt:Text", path)
        with open(os.path.join(out, "office", "plan.txt"), encoding="utf-8-sig") as file:
            lost = lost_sentences(source, file.read())
        check(not lost, f"plan {name}: every sentence in LibreOffice", "\n".join(lost))


def part_cli(tool, folder):
    """The same through the command line and the workspace."""
    cli = os.environ.get("GIOTHONG_CLI", "")
    shared = os.environ.get("GIOTHONG_SHARED", "")
    seeds = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
    if not seeds or not os.path.exists(cli):
        skip("real plans", "no real plans in $GIOTHONG_SHARED, or no command line")
        return
    for seed in seeds:
        name = os.path.basename(seed)[:1]
        base = os.path.join(folder, name)
        run(cli, "new", f"{base}.giothong")
        run(cli, "import", "plan", f"{base}.giothong", seed)
        for ending in ("docx", "pdf", "txt"):
            run(cli, "export", "plan", f"{base}.giothong", "-o", f"{base}.{ending}")
        with open(seed, encoding="utf-8") as file:
            source = file.read()
        with open(f"{base}.txt", encoding="utf-8") as file:
            lost = lost_sentences(source, file.read())
        lost += lost_sentences(source, docx_text(f"{base}.docx"))
        check(not lost, f"plan {name}: every sentence through the workspace", "\n".join(lost))


def main():
    tool, part = sys.argv[1:3]
    parts = {
        "cli": part_cli,
        "docx": part_docx,
        "layout": part_layout,
        "office": part_office,
        "pdf": part_pdf,
        "seeds": part_seeds,
    }
    if part != "docx" and shutil.which("pdffonts") is None:
        skip(part, "poppler-utils is not there")
    else:
        with tempfile.TemporaryDirectory() as folder:
            if part not in ("seeds", "cli"):
                run(tool, folder)
            parts[part](tool, folder)
    print(f"1..{count}")


main()
