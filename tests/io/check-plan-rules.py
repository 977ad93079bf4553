#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of Nghị định 30/2020/NĐ-CP on the papers we write, one test a rule and format.

check-plan-rules.py PLAN-FILES docx|pdf

docs/the-thuc.md names each function here beside the rule it stands for; a test of the suite style
holds the two against each other. In the DOCX the XML is read, in the PDF places are measured.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MM = 72 / 25.4
SENTENCE = "Các đơn vị chủ động tuyên truyền"


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def expect(good, *detail):
    if not good:
        raise AssertionError(detail)


# DOCX ------------------------------------------------------------------------------------------


class Docx:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.trees = {
                n: ElementTree.fromstring(package.read(n))
                for n in package.namelist()
                if n.endswith(".xml")
            }
            self.relations = ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))
        self.body = self.trees["word/document.xml"].find(W + "body")
        self.styles = {
            s.get(W + "styleId"): s for s in self.trees["word/styles.xml"].iter(W + "style")
        }
        self.sections = list(self.body.iter(W + "sectPr"))

    def style(self, style, path, attribute="val"):
        found = self.styles[style].find("/".join(W + p for p in path.split("/")))
        return None if found is None else found.get(W + attribute)

    def paragraphs(self, style):
        return [
            p
            for p in self.body.iter(W + "p")
            if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val") == style
        ]

    def texts(self, style):
        return ["".join(t.text or "" for t in p.iter(W + "t")) for p in self.paragraphs(style)]

    def looks(self, style, low, high, bold, italic, align):
        """Size, weight, slant and place of a style that is used, and of its runs."""
        size = int(self.style(style, "rPr/sz")) / 2
        expect(low <= size <= high, style, size)
        expect(self.style(style, "rPr/szCs") == self.style(style, "rPr/sz"), style)
        expect(self.style(style, "rPr/b") == str(bold), style)
        expect(self.style(style, "rPr/i") == str(italic), style)
        expect(self.style(style, "pPr/jc") == align, style)
        expect(self.paragraphs(style), style, "is not used")
        for paragraph in self.paragraphs(style):
            expect(not list(paragraph.iter(W + "sz")), style, "a run has its own size")

    def mm(self, section, element, attribute):
        return int(section.find(W + element).get(W + attribute)) / 1440 * 25.4

    def rule_after(self, style):
        """The paragraph under one of @style that is the line, and its share of the text's width."""
        parents = {c: p for p in self.body.iter() for c in p}
        paragraph = self.paragraphs(style)[0]
        siblings = list(parents[paragraph])
        rule = siblings[siblings.index(paragraph) + 1]
        expect(rule.find(f"{W}pPr/{W}pStyle").get(W + "val") == "GhRule", style)
        return rule


def docx_paper(docx):
    for section in docx.sections:
        size = sorted((docx.mm(section, "pgSz", "w"), docx.mm(section, "pgSz", "h")))
        expect(abs(size[0] - 210) < 0.2 and abs(size[1] - 297) < 0.2, size)
    across = [s.find(W + "pgSz").get(W + "orient") == "landscape" for s in docx.sections]
    expect(across == [False, False, True], across)


def docx_margins(docx):
    for section in docx.sections:
        mm = {s: docx.mm(section, "pgMar", s) for s in ("top", "bottom", "left", "right")}
        expect(19.9 <= mm["top"] <= 25 and 19.9 <= mm["bottom"] <= 25, mm)
        expect(29.9 <= mm["left"] <= 35 and 14.9 <= mm["right"] <= 20.1, mm)


def docx_font(docx):
    slots = [
        fonts.get(W + slot)
        for name, tree in docx.trees.items()
        for fonts in tree.iter(W + "rFonts")
        for slot in ("ascii", "hAnsi", "eastAsia", "cs")
    ]
    expect(set(slots) == {"Times New Roman"}, set(slots))
    colours = {c.get(W + "val") for t in docx.trees.values() for c in t.iter(W + "color")}
    expect(colours == {"000000"}, colours)
    languages = {l.get(W + "val") for t in docx.trees.values() for l in t.iter(W + "lang")}
    expect(languages == {"vi-VN"}, languages)


def docx_page_number(docx):
    field = "".join(i.text for i in docx.trees["word/header1.xml"].iter(W + "instrText"))
    expect(field.strip() == "PAGE", field)
    expect(not list(docx.trees["word/header2.xml"].iter(W + "instrText")))
    expect(docx.style("Header", "pPr/jc") == "center")
    expect(13 <= int(docx.style("Header", "rPr/sz")) / 2 <= 14)
    expect(docx.style("Header", "rPr/i") == "0")
    for section in docx.sections:
        types = [h.get(W + "type") for h in section.iter(W + "headerReference")]
        expect(types == ["default", "first"], types)
        expect(section.find(W + "titlePg") is not None)
        expect(section.find(W + "pgNumType").get(W + "start") == "1")
        expect(section.find(W + "pgNumType").get(W + "fmt") in (None, "decimal"))
        expect(docx.mm(section, "pgMar", "header") < docx.mm(section, "pgMar", "top"))


def docx_line_spacing(docx):
    for style in ("BodyText", "GhItem", "GhBasis", "Heading1", "Heading2", "Heading3"):
        line = int(docx.style(style, "pPr/spacing", "line")) / 240
        expect(docx.style(style, "pPr/spacing", "lineRule") == "auto" and 1 <= line <= 1.5, line)


def docx_paragraph_spacing(docx):
    for style in ("BodyText", "GhItem", "GhBasis", "Heading1", "Heading2", "Heading3"):
        expect(int(docx.style(style, "pPr/spacing", "before")) >= 120, style)


def docx_indent(docx):
    indents = {
        round(int(docx.style(style, "pPr/ind", "firstLine")) / 1440 * 25.4, 1)
        for style in ("BodyText", "GhItem", "GhBasis", "Heading1", "Heading2", "Heading3")
    }
    levels = docx.trees["word/numbering.xml"].iter(W + "ind")
    indents |= {round(int(i.get(W + "firstLine")) / 1440 * 25.4, 1) for i in levels}
    expect(indents in ({10.0}, {12.7}), indents)


def docx_justified(docx):
    for style in ("BodyText", "GhItem", "GhBasis"):
        expect(docx.style(style, "pPr/jc") == "both", style)
    # Or Word would stretch a line that ends in a line break, as the PDF does not.
    expect(list(docx.trees["word/settings.xml"].iter(W + "doNotExpandShiftReturn")))


def docx_nation(docx):
    docx.looks("GhNation", 12, 13, 1, 0, "center")
    expect(docx.texts("GhNation") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])


def docx_motto(docx):
    docx.looks("GhMotto", 13, 14, 1, 0, "center")
    expect(docx.texts("GhMotto") == ["Độc lập - Tự do - Hạnh phúc"])
    expect(docx.style("GhMotto", "pPr/spacing", "line") == "240")


def line_share(docx, style):
    """Length of the line under @style as a share of its cell or page."""
    rule = docx.rule_after(style)
    indent = rule.find(f"{W}pPr/{W}ind")
    expect(indent.get(W + "left") == indent.get(W + "right"), "not centred")
    border = docx.styles["GhRule"].find(f"{W}pPr/{W}pBdr/{W}top")
    expect(border.get(W + "val") == "single")
    return int(indent.get(W + "left"))


def docx_motto_line(docx):
    side = line_share(docx, "GhMotto")
    room = 160 * MM * 20 * 0.56
    # 26 letters of 13 pt, bold: by the advances of Times New Roman 165 pt.
    expect(abs(room - 2 * side - 165 * 20) < 165, room - 2 * side)


def docx_issuer_line(docx):
    side = line_share(docx, "GhIssuer")
    room = (160 * MM * 0.44 - 8) * 20
    expect(room / 4 < room - 2 * side < room / 2, room, side)


def docx_title_line(docx):
    side = line_share(docx, "GhTitle")
    room = 160 * MM * 20
    expect(room / 4 < room - 2 * side <= room / 2, room, side)


def docx_parent(docx):
    docx.looks("GhParentIssuer", 12, 13, 0, 0, "center")
    expect(docx.texts("GhParentIssuer") == ["ỦY BAN NHÂN DÂN HUYỆN BÌNH AN"])


def docx_issuer(docx):
    docx.looks("GhIssuer", 12, 13, 1, 0, "center")
    expect(docx.texts("GhIssuer") == ["BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN"])


def docx_number(docx):
    docx.looks("GhNumber", 13, 13, 0, 0, "center")
    expect(docx.texts("GhNumber") == ["Số: 05/KH-BCĐ"])


def docx_place_date(docx):
    docx.looks("GhPlaceDate", 13, 14, 0, 1, "center")
    expect(docx.texts("GhPlaceDate") == ["Bình An, ngày 07 tháng 12 năm 2026"])


def docx_same_row(docx):
    rows = [r for r in docx.body.iter(W + "tr")]
    styles = lambda r: {s.get(W + "val") for s in r.iter(W + "pStyle")}
    expect(any({"GhNumber", "GhPlaceDate"} <= styles(r) for r in rows), "number and date")
    expect(any({"GhRecipientsHead", "GhAuthority"} <= styles(r) for r in rows), "Nơi nhận")


def docx_kind(docx):
    docx.looks("GhKind", 13, 14, 1, 0, "center")
    expect(docx.texts("GhKind") == ["KẾ HOẠCH"])


def docx_title(docx):
    docx.looks("GhTitle", 13, 14, 1, 0, "center")
    expect(not docx.texts("GhTitle")[0].startswith("V/v"))


def docx_bases(docx):
    docx.looks("GhBasis", 13, 14, 0, 1, "both")
    expect([t[-1] for t in docx.texts("GhBasis")] == [";", "."], docx.texts("GhBasis"))


def docx_body(docx):
    docx.looks("BodyText", 13, 14, 0, 0, "both")
    expect(docx.texts("BodyText")[-1].endswith("./."))


def numbering(docx):
    """numId: its levels as (format, text)."""
    tree = docx.trees["word/numbering.xml"]
    kinds = {
        a.get(W + "abstractNumId"): [
            (l.find(W + "numFmt").get(W + "val"), l.find(W + "lvlText").get(W + "val"))
            for l in a.iter(W + "lvl")
        ]
        for a in tree.iter(W + "abstractNum")
    }
    return {
        n.get(W + "numId"): kinds[n.find(W + "abstractNumId").get(W + "val")]
        for n in tree.iter(W + "num")
    }


def level_of(docx, paragraph):
    number = paragraph.find(f"{W}pPr/{W}numPr")
    if number is None or number.find(W + "numId").get(W + "val") == "0":
        return None
    levels = numbering(docx)[number.find(W + "numId").get(W + "val")]
    return levels[int(number.find(W + "ilvl").get(W + "val"))]


def docx_parts(docx):
    docx.looks("Heading1", 13, 14, 1, 0, "both")
    kinds = {level_of(docx, p) for p in docx.paragraphs("Heading1")}
    expect(kinds == {("upperRoman", "%1.")}, kinds)
    expect(docx.texts("Heading1")[0] == "MỤC ĐÍCH, YÊU CẦU", docx.texts("Heading1"))


def docx_clause_titles(docx):
    docx.looks("Heading2", 13, 14, 1, 0, "both")
    docx.looks("Heading3", 13, 14, 1, 0, "both")
    kinds = {level_of(docx, p) for p in docx.paragraphs("Heading2")}
    expect(kinds == {("decimal", "%2.")}, kinds)
    kinds = {level_of(docx, p) for p in docx.paragraphs("Heading3")}
    expect(kinds == {("decimal", "%2.%3.")}, kinds)


def docx_clauses(docx):
    docx.looks("GhItem", 13, 14, 0, 0, "both")
    kinds = [level_of(docx, p) for p in docx.paragraphs("GhItem")]
    expect(kinds.count(("decimal", "%1.")) == 2, kinds)
    expect(("bullet", "-") in kinds and ("bullet", "+") in kinds, kinds)


def docx_points(docx):
    """a, b, c, d, đ, e: Word's own letters have no đ, so such a list has its letters as text; one
    that ends before it is Word's."""
    items = docx.paragraphs("GhItem")
    written = [t[:2] for t in docx.texts("GhItem") if t.endswith("Phụ lục I.")]
    expect(written == ["a)", "b)", "c)", "d)", "đ)", "e)"], written)
    kinds = [level_of(docx, p) for p in items]
    expect(kinds.count(("lowerLetter", "%1)")) == 3, kinds)


def docx_authority(docx):
    docx.looks("GhAuthority", 13, 14, 1, 0, "center")
    expect(docx.texts("GhAuthority") == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"])


def docx_signer(docx):
    docx.looks("GhSignerPost", 13, 14, 1, 0, "center")
    docx.looks("GhSignerName", 13, 14, 1, 0, "center")
    expect(docx.texts("GhSignerPost") == ["PHÓ CHỦ TỊCH UBND HUYỆN"])
    expect(docx.texts("GhSignerName") == ["Trần Thị Mai"])
    room = docx.paragraphs("GhSignatureSpace")[0].find(f"{W}pPr/{W}spacing")
    expect(int(room.get(W + "before")) + int(room.get(W + "after")) >= 800)


def docx_recipients(docx):
    docx.looks("GhRecipientsHead", 12, 12, 1, 1, "left")
    docx.looks("GhRecipient", 11, 11, 0, 0, "left")
    lines = docx.texts("GhRecipient")
    expect(docx.texts("GhRecipientsHead") == ["Nơi nhận:"])
    expect(all(l.startswith("- ") and l[-1] == ";" for l in lines[:-1]), lines)
    expect(lines[-1] == "- Lưu: VT, Hội CTĐ.", lines)


def docx_appendix(docx):
    docx.looks("GhAppendixHead", 14, 14, 1, 0, "center")
    docx.looks("GhAppendixTitle", 13, 14, 1, 0, "center")
    docx.looks("GhAppendixNote", 13, 14, 0, 1, "center")
    expect(docx.texts("GhAppendixHead") == ["Phụ lục I", "Phụ lục II"])
    expect(all(t == t.upper() for t in docx.texts("GhAppendixTitle")))
    expect(docx.texts("GhAppendixNote")[0].startswith("(Kèm theo Kế hoạch số 05/KH-BCĐ ngày 07"))
    expect(len(docx.sections) == 3, len(docx.sections))


def docx_breaks(docx):
    """Headings stay with what follows, rows whole, heads of tables come again, and who signs has
    the text above on the page."""
    for style in ("Heading1", "Heading2", "Heading3", "GhAuthority", "GhAppendixHead"):
        expect(docx.styles[style].find(f"{W}pPr/{W}keepNext") is not None, style)
    expect(docx.styles["BodyText"].find(f"{W}pPr/{W}widowControl") is not None)
    rows = list(docx.body.iter(W + "tr"))
    expect(all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows))
    framed = [t for t in docx.body.iter(W + "tbl") if list(t.iter(W + "tblHeader"))]
    expect(len(framed) == 3, len(framed))
    end = [p for p in docx.paragraphs("BodyText")][-2:]
    expect(all(p.find(f"{W}pPr/{W}keepNext") is not None for p in end))
    starts = [p for p in docx.body.iter(W + "p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    expect([("".join(p.itertext())) for p in starts] == ["TỔ CHỨC THỰC HIỆN"], len(starts))
    kept = lambda p: p.find(f"{W}pPr/{W}keepNext") is not None
    for name in ("summary", "signed"):
        body = Docx(os.path.join(os.path.dirname(docx.path), name + ".docx")).body
        table = [t for t in body.iter(W + "tbl") if list(t.iter(W + "tblHeader"))][-1]
        rows = [list(r.iter(W + "p")) for r in table.iter(W + "tr")]
        expect(all(map(kept, rows[0] + rows[-1])) and not any(map(kept, rows[-2])), name)
        under = list(body)[list(body).index(table) + 1:]
        notes = [p for p in under[:-1] if p.tag == W + "p"][:-1]
        expect(notes and all(map(kept, notes)), name, "what stands between goes along")


# The order of elements in the schema of ECMA-376 (those we use).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr spacing ind jc "
    "outlineLvl rPr sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs lang",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW tcMar vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "numPr": "ilvl numId",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "abstractNum": "multiLevelType lvl",
    "numbering": "abstractNum num",
    "style": "name basedOn qFormat pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "styles": "docDefaults style",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "p": "pPr bookmarkStart r hyperlink bookmarkEnd",
    "hyperlink": "r",
    "compat": "doNotExpandShiftReturn compatSetting",
    "r": "rPr t tab br fldChar instrText",
}


def docx_schema(docx):
    """Word repairs or refuses a file whose elements stand in another order than the schema's."""
    for name, tree in docx.trees.items():
        for element in tree.iter():
            order = ORDER.get(element.tag.replace(W, ""))
            if order is None or not element.tag.startswith(W):
                continue
            places = [
                order.split().index(c.tag.replace(W, "")) if c.tag.replace(W, "") in order.split()
                else -1
                for c in element
            ]
            expect(-1 not in places, name, element.tag, [c.tag for c in element])
            if element.tag == W + "p":
                expect(0 not in places[1:], name, "pPr comes first")
            elif element.tag != W + "r":
                expect(places == sorted(places), name, element.tag, [c.tag for c in element])
        for cell in tree.iter(W + "tc"):
            expect(cell[-1].tag == W + "p", "a cell ends in a paragraph")
        for table in tree.iter(W + "tbl"):
            widths = [int(g.get(W + "w")) for g in table.iter(W + "gridCol")]
            expect(all(len(r.findall(W + "tc")) == len(widths) for r in table.iter(W + "tr")))
    used = {n.get(W + "val") for t in docx.trees.values() for n in t.iter(W + "numId")} - {"0"}
    expect(used <= set(numbering(docx)), used)
    styles = {s.get(W + "val") for t in docx.trees.values() for s in t.iter(W + "pStyle")}
    expect(styles <= set(docx.styles), styles - set(docx.styles))


def docx_links(docx):
    """What the PDF leads to, the DOCX does: addresses, and the appendices it names."""
    relations = {
        r.get("Id"): (r.get("Target"), r.get("TargetMode"), r.get("Type").rpartition("/")[2])
        for r in docx.relations
    }
    text = lambda e: "".join(t.text or "" for t in e.iter(W + "t"))
    links = list(docx.body.iter(W + "hyperlink"))
    outside = {text(l): relations[l.get(R + "id")] for l in links if l.get(R + "id")}
    expect(outside == {
        "hoichuthapdo@binhan.gov.vn": ("mailto:hoichuthapdo@binhan.gov.vn", "External",
                                       "hyperlink"),
        "https://binhan.gov.vn/hienmau": ("https://binhan.gov.vn/hienmau", "External",
                                          "hyperlink"),
    }, outside)
    inside = [(text(l), l.get(W + "anchor")) for l in links if l.get(W + "anchor")]
    expect(inside == [("Phụ lục I", "phu_luc_1")] * 6, inside)
    heads = {}
    for head in docx.paragraphs("GhAppendixHead"):
        start, end = head.find(W + "bookmarkStart"), head.find(W + "bookmarkEnd")
        expect(start.get(W + "id") == end.get(W + "id"), "a bookmark ends")
        expect(re.fullmatch(r"[a-z]\w{,39}", start.get(W + "name")), "a name that Word takes")
        heads[start.get(W + "name")] = text(head)
    expect(heads == {"phu_luc_1": "Phụ lục I", "phu_luc_2": "Phụ lục II"}, heads)
    # Black, as everything: a link has no look of its own.
    expect(not list(docx.body.iter(W + "rStyle")) and not list(docx.body.iter(W + "u")))


def docx_well_formed(docx):
    if shutil.which("xmllint") is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(docx.path) as package:
            package.extractall(folder)
            files = [os.path.join(folder, n) for n in package.namelist()]
        run("xmllint", "--noout", "--nonet", *files)


# PDF -------------------------------------------------------------------------------------------


class Line:
    def __init__(self, element, page, fonts, zoom):
        self.page = page
        self.top, self.left, self.width, self.height = (
            float(element.get(k)) / zoom for k in ("top", "left", "width", "height")
        )
        self.text = "".join(element.itertext())
        size, family = fonts[element.get("font")]
        self.size = size / zoom
        self.bold = "Bold" in family
        self.italic = "Italic" in family
        self.family = family

    right = property(lambda self: self.left + self.width)
    centre = property(lambda self: self.left + self.width / 2)


def join_pieces(pieces):
    """A line has a piece for each font of the PDF; a column, a gap before it."""
    lines = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last and abs(piece.top - last.top) < 3 and abs(piece.left - last.right) < 1.5:
            last.text += piece.text
            last.width = piece.right - last.left
        else:
            lines.append(piece)
    return lines


class Pdf:
    """Lines with their places (points) and fonts, by pdftohtml."""

    ZOOM = 3  # the most that pdftohtml takes

    def __init__(self, path):
        self.path = path
        xml = run("pdftohtml", "-xml", "-i", "-hidden", "-fontfullname", "-zoom", str(self.ZOOM),
                  "-stdout", path)
        xml = re.sub(r"(?s)<outline>.*</outline>", "", xml)
        xml = re.sub(r"</?a[^>]*>", "", xml)
        fonts, self.lines, self.pages = {}, [], []
        for page in ElementTree.fromstring(xml).iter("page"):
            for spec in page.iter("fontspec"):
                fonts[spec.get("id")] = (float(spec.get("size")), spec.get("family"))
            self.pages.append(tuple(float(page.get(k)) / self.ZOOM for k in ("width", "height")))
            number = int(page.get("number"))
            pieces = [Line(t, number, fonts, self.ZOOM) for t in page.iter("text")]
            self.lines += join_pieces(pieces)

    def find(self, text, page=None):
        found = [l for l in self.lines if text in l.text and page in (None, l.page)]
        expect(found, text, "is not there")
        return found[0]

    def rules(self, page):
        """(x, y, width) of the thin lines of a page."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.svg")
            run("pdftocairo", "-svg", "-f", str(page), "-l", str(page), self.path, path)
            svg = ElementTree.parse(path)
        found = []
        for element in svg.iter("{http://www.w3.org/2000/svg}path"):
            points = re.findall(r"[ML] (-?[\d.]+) (-?[\d.]+)", element.get("d", ""))
            if len(points) != 5 and len(points) != 4 or "C" in element.get("d", ""):
                continue
            xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
            matrix = re.search(r"matrix\(([^)]*)\)", element.get("transform", ""))
            if matrix:
                a, b, c, d, e, f = (float(v) for v in re.split(r"[, ]+", matrix[1].strip()))
                xs, ys = [a * x + c * y + e for x, y in zip(xs, ys)], [
                    b * x + d * y + f for x, y in zip(xs, ys)]
            if max(ys) - min(ys) < 1.2 and max(xs) - min(xs) > 5:
                found.append((min(xs), min(ys), max(xs) - min(xs)))
        return found

    def rule_under(self, line):
        found = [r for r in self.rules(line.page)
                 if 0 < r[1] - line.top < 2.2 * line.size and line.left - 3 < r[0] + r[2] / 2 <
                 line.right + 3]
        expect(len(found) == 1, line.text, found)
        return found[0]


def looks(line, low, high, bold, italic):
    expect(low - 0.1 <= line.size <= high + 0.1, line.text, line.size)
    expect(line.bold == bool(bold) and line.italic == bool(italic), line.text, line.family)


def pdf_paper(pdf):
    for page in pdf.pages:
        size = sorted(p / MM for p in page)
        expect(abs(size[0] - 210) < 0.5 and abs(size[1] - 297) < 0.5, size)
    expect(pdf.pages[0][0] < pdf.pages[0][1] and pdf.pages[-1][0] > pdf.pages[-1][1])


def pdf_margins(pdf):
    for line in pdf.lines:
        width, height = pdf.pages[line.page - 1]
        # The page number stands in the top margin.
        if re.fullmatch(r"\d+", line.text.strip()) and line.top < 20 * MM - 1:
            continue
        expect(line.left >= 30 * MM - 0.6 and line.right <= width - 15 * MM + 0.6, line.text)
        expect(line.top >= 20 * MM - 3 and line.top + line.height <= height - 20 * MM + 3, line.text)


def pdf_font(pdf):
    expect(all("Tinos" in l.family for l in pdf.lines), {l.family for l in pdf.lines})
    rows = run("pdffonts", pdf.path).splitlines()[2:]
    expect(rows and all(re.search(r"\byes +yes +yes\b", row) for row in rows), rows)


def pdf_page_number(pdf):
    first = {1} | {l.page for l in pdf.lines if re.fullmatch(r"Phụ lục I+", l.text.strip())}
    number = 0
    for page in range(1, len(pdf.pages) + 1):
        number = 1 if page in first else number + 1
        above = [l for l in pdf.lines if l.page == page and l.top < 20 * MM - 4]
        if number == 1:
            expect(not above, page, [l.text for l in above])
            continue
        expect([l.text.strip() for l in above] == [str(number)], page, [l.text for l in above])
        looks(above[0], 13, 14, 0, 0)
        middle = (30 * MM + pdf.pages[page - 1][0] - 20 * MM) / 2
        expect(abs(above[0].centre - middle) < 1, above[0].centre)
    expect(len(first) == 3, first)


def body_lines(pdf):
    start = pdf.find(SENTENCE)
    return [l for l in pdf.lines if l.page == start.page and l.top >= start.top][:4]


def pdf_line_spacing(pdf):
    lines = body_lines(pdf)
    for a, b in zip(lines[:3], lines[1:3]):
        pitch = (b.top - a.top) / (a.size * 1.149)
        expect(0.99 <= pitch <= 1.5, pitch)


def pdf_paragraph_spacing(pdf):
    title, text = pdf.find("1. Yêu cầu chung"), pdf.find(SENTENCE)
    lines = body_lines(pdf)
    pitch = lines[1].top - lines[0].top
    expect(text.top - title.top >= pitch + 5.9, text.top - title.top, pitch)


def pdf_indent(pdf):
    indents = {
        round((pdf.find(t).left - 30 * MM) / MM, 1)
        for t in (SENTENCE, "Căn cứ Kế hoạch", "I. MỤC ĐÍCH", "1. Yêu cầu", "2.1. Chỉ tiêu",
                  "a) Tiếp nhận", "đ) Vận động")
    }
    expect(all(abs(i - 12.7) < 0.15 for i in indents) or all(abs(i - 10) < 0.15 for i in indents),
           indents)


def pdf_justified(pdf):
    right = pdf.pages[0][0] - 20 * MM
    lines = body_lines(pdf)[:2]
    # The space at which a line is broken stands in the margin.
    expect(all(abs(l.right - right) < 6 for l in lines), [l.right for l in lines], right)
    expect(all(abs(l.left - 30 * MM) < 0.6 for l in lines[1:]), [l.left for l in lines])


def pdf_nation(pdf):
    line = pdf.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1)
    looks(line, 12, 13, 1, 0)
    expect(line.left > pdf.pages[0][0] / 2 - 30 and line.top < 30 * MM)


def pdf_motto(pdf):
    nation, line = pdf.find("CỘNG HÒA", 1), pdf.find("Độc lập - Tự do - Hạnh phúc", 1)
    looks(line, 13, 14, 1, 0)
    expect(abs(line.centre - nation.centre) < 1, line.centre, nation.centre)
    expect(line.top - nation.top < 1.3 * line.size, "single spacing")


def pdf_motto_line(pdf):
    line = pdf.find("Độc lập", 1)
    x, _, width = pdf.rule_under(line)
    expect(abs(width - line.width) < 2 and abs(x - line.left) < 2, x, width, line.width)


def pdf_parent(pdf):
    for text in ("ỦY BAN NHÂN DÂN",):
        looks(pdf.find(text, 1), 12, 13, 0, 0)
    expect(pdf.find("ỦY BAN NHÂN DÂN", 1).centre < pdf.pages[0][0] / 2)


def pdf_issuer(pdf):
    line, parent = pdf.find("BAN CHỈ ĐẠO VẬN ĐỘNG", 1), pdf.find("ỦY BAN NHÂN DÂN", 1)
    looks(line, 12, 13, 1, 0)
    expect(abs(line.centre - parent.centre) < 1 and line.top > parent.top)


def pdf_issuer_line(pdf):
    line = pdf.find("HIẾN MÁU TÌNH NGUYỆN", 1)
    x, _, width = pdf.rule_under(line)
    longest = max(line.width, pdf.find("BAN CHỈ ĐẠO VẬN ĐỘNG", 1).width)
    expect(longest / 3 - 1 <= width <= longest / 2 + 1, width, longest)
    expect(abs(x + width / 2 - line.centre) < 1.5)


def pdf_number(pdf):
    line = pdf.find("Số: 05/KH-BCĐ", 1)
    looks(line, 13, 13, 0, 0)
    expect(abs(line.centre - pdf.find("BAN CHỈ ĐẠO VẬN ĐỘNG", 1).centre) < 1.5)


def pdf_place_date(pdf):
    line = pdf.find("Bình An, ngày 07 tháng 12 năm 2026", 1)
    looks(line, 13, 14, 0, 1)
    expect(abs(line.centre - pdf.find("Độc lập", 1).centre) < 1.5)


def pdf_same_row(pdf):
    pairs = (("Số: 05/KH-BCĐ", "Bình An, ngày"), ("Nơi nhận:", "TM. BAN CHỈ ĐẠO"))
    for left, right in pairs:
        a, b = pdf.find(left), pdf.find(right)
        # Lines of two sizes: what is level is where the lines begin.
        expect(a.page == b.page and abs(a.top - b.top) < 3.5, a.top, b.top)


def pdf_kind(pdf):
    line = next(l for l in pdf.lines if l.text.strip() == "KẾ HOẠCH")
    looks(line, 13, 14, 1, 0)
    expect(abs(line.centre - (30 * MM + pdf.pages[0][0] - 20 * MM) / 2) < 1.5)


def pdf_title(pdf):
    line = pdf.find("Vận động hiến máu tình nguyện dịp", 1)
    looks(line, 13, 14, 1, 0)
    expect(abs(line.centre - pdf.find("KẾ HOẠCH", 1).centre) < 3, line.centre)


def pdf_title_line(pdf):
    lines = [l for l in pdf.lines if l.page == 1 and l.bold and "năm 2027 trên địa" in l.text]
    x, _, width = pdf.rule_under(lines[0])
    longest = max(lines[0].width, pdf.find("Vận động hiến máu tình nguyện dịp", 1).width)
    expect(longest / 3 - 1 <= width <= longest / 2 + 1, width, longest)
    expect(abs(x + width / 2 - lines[0].centre) < 1.5)


def pdf_bases(pdf):
    looks(pdf.find("Căn cứ Kế hoạch số 12/KH-BCĐ", 1), 13, 14, 0, 1)
    looks(pdf.find("Thực hiện Chương trình", 1), 13, 14, 0, 1)


def pdf_body(pdf):
    looks(pdf.find(SENTENCE), 13, 14, 0, 0)
    expect(pdf.find("Trên đây là kế hoạch").text.rstrip().endswith("./."))


def pdf_parts(pdf):
    for text in ("I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"):
        looks(pdf.find(text), 13, 14, 1, 0)


def pdf_clause_titles(pdf):
    for text in ("1. Yêu cầu chung", "2.1. Chỉ tiêu chung"):
        looks(pdf.find(text), 13, 14, 1, 0)


def pdf_clauses(pdf):
    looks(pdf.find("1. Hội Chữ thập đỏ huyện chủ trì."), 13, 14, 0, 0)
    looks(pdf.find("2. Trung tâm Y tế huyện"), 13, 14, 0, 0)


def pdf_points(pdf):
    lines = [pdf.find(f"{letter}) Vận động theo") for letter in "abcdđe"]
    places = [(l.page, l.top) for l in lines]
    expect(places == sorted(places), places)
    looks(lines[4], 13, 14, 0, 0)


def pdf_authority(pdf):
    line = pdf.find("TM. BAN CHỈ ĐẠO")
    looks(line, 13, 14, 1, 0)
    expect(line.left > pdf.pages[0][0] / 2, "right half")
    looks(pdf.find("TRƯỞNG BAN", line.page), 13, 14, 1, 0)


def pdf_signer(pdf):
    head, post, name = (pdf.find(t) for t in ("TRƯỞNG BAN", "PHÓ CHỦ TỊCH", "Trần Thị Mai"))
    looks(post, 13, 14, 1, 0)
    looks(name, 13, 14, 1, 0)
    expect(abs(name.centre - head.centre) < 1.5 and head.page == name.page)
    expect(post.top - head.top > 60, "room for the signature")


def pdf_recipients(pdf):
    head = pdf.find("Nơi nhận:")
    looks(head, 12, 12, 1, 1)
    for text in ("- Ban Chỉ đạo tỉnh", "- Lưu: VT, Hội CTĐ."):
        line = pdf.find(text, head.page)
        looks(line, 11, 11, 0, 0)
        expect(abs(line.left - 30 * MM) < 0.6)


def pdf_appendix(pdf):
    heads = [l for l in pdf.lines if re.fullmatch(r"Phụ lục I+", l.text.strip())]
    expect(len(heads) == 2, len(heads))
    for head in heads:
        middle = (30 * MM + pdf.pages[head.page - 1][0] - 20 * MM) / 2
        looks(head, 14, 14, 1, 0)
        expect(abs(head.centre - middle) < 1.5 and head.top < 20 * MM + 4, head.top)
    title = pdf.find("BẢNG PHÂN BỔ CHỈ TIÊU")
    looks(title, 13, 14, 1, 0)
    looks(pdf.find("(Kèm theo Kế hoạch số 05/KH-BCĐ"), 13, 14, 0, 1)


def pdf_breaks(pdf):
    signer = pdf.find("Trần Thị Mai")
    body = [l for l in pdf.lines if l.page == signer.page and 13 <= l.size and not l.bold
            and l.top < pdf.find("TM. BAN CHỈ ĐẠO").top and l.top > 20 * MM - 4]
    expect(len({round(l.top) for l in body}) >= 2, len(body))
    for page in range(1, len(pdf.pages) + 1):
        lines = [l for l in pdf.lines if l.page == page]
        last = max(lines, key=lambda l: l.top)
        expect(not (last.bold and re.match(r"[IVX]+\.|\d+\.", last.text)), last.text)
    expect(pdf.find("III. TỔ CHỨC THỰC HIỆN").top < 20 * MM + 4, "the new page")


def pdf_tags(pdf):
    """What a screen reader reads."""
    info = run("pdfinfo", pdf.path)
    expect(re.search(r"Tagged: +yes", info), info)
    tree = run("pdfinfo", "-struct-text", pdf.path)
    expect(tree.startswith("Document\n  Sect\n"), tree[:60])
    expect(tree.count("\n  Sect") == 3, tree.count("\n  Sect"))
    for tag, text in (("H1", "I. MỤC ĐÍCH, YÊU CẦU"), ("H2", "1. Yêu cầu chung"),
                      ("H3", "2.1. Chỉ tiêu chung"), ("H1", "Phụ lục II"), ("TH", "Nội dung"),
                      ("LBody", "- Ban Chỉ đạo tỉnh (để báo cáo);")):
        expect(re.search(rf'\b{tag}\b[^\n]*\n\s+"{re.escape(text)}"', tree), tag, text)
    rows = [len(re.findall(r"\n        T[HD]\b", row)) for row in re.split(r"\n      TR", tree)[1:]]
    expect({4, 5, 8} == set(rows), "every row has all cells", set(rows))
    expect("chứcvà" not in tree and "chức và" in tree, "words stay apart at the ends of lines")
    expect(not re.search(r'"\d"\n', tree.split("Table")[0]), "page numbers are no text")
    once = "".join(tree.split())
    expect(once.count("PhụlụcII") == 1 and once.count('"Thờigian"') == 3, "heads are read once")


DRAWS = {"Tj", "TJ", "'", "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}


def page_contents(data):
    """What each page draws, in order; an object that comes again counts."""
    objects = dict(re.findall(rb"(?ms)^(\d+) 0 obj\n(.*?)endobj", data))
    pages = [o for _, o in sorted(objects.items(), key=lambda i: int(i[0])) if b"/Type /Page " in o]
    numbers = [re.search(rb"/Contents (\d+) 0 R", o)[1] for o in pages]
    streams = [re.search(rb"(?s)stream\n(.*)\nendstream", objects[n])[1] for n in numbers]
    return [zlib.decompress(s).decode("latin-1").split("\n") for s in streams]


def pdf_artifacts(pdf):
    """What is no text of the document is marked as such, and nothing is drawn without a mark."""
    with open(pdf.path, "rb") as file:
        data = file.read()
    contents = page_contents(data)
    expect(len(contents) == len(pdf.pages), len(contents))
    for page, lines in enumerate(contents, 1):
        depth = 0
        for line in lines:
            words = line.split()
            depth += line.startswith("/") and words[-1] in ("BDC", "BMC")
            depth -= line == "EMC"
            expect(depth in (0, 1), page, "tags are not nested", line)
            expect(depth or not words or words[-1] not in DRAWS, page, line)
        expect(depth == 0, page)
        text = "\n".join(lines)
        expect(text.count("/Artifact << /Type /Layout >> BDC") >= (3 if page == 1 else 0), page)
        numbered = any(l.page == page and l.top < 20 * MM - 4 for l in pdf.lines)
        # cairo 1.18 marks letters itself.
        marked = "/Type /Pagination" in text or "/Artifact BMC" in text
        expect(marked == numbered, page, "the page number")
    # The marks do not change what is seen: the file before they were added is its beginning.
    with tempfile.TemporaryDirectory() as folder:
        before = os.path.join(folder, "before.pdf")
        with open(before, "wb") as file:
            file.write(data[: data.index(b"%%EOF") + 6])
        pictures = [
            subprocess.run(["pdftoppm", "-r", "50", "-gray", p], check=True, capture_output=True).stdout
            for p in (before, pdf.path)
        ]
    expect(len(pictures[0]) > 100000 and pictures[0] == pictures[1], "the same pictures")


def pdf_language(pdf):
    with open(pdf.path, "rb") as file:
        data = file.read()
    expect(data.count(b"/Lang (vi-VN)") == 1 and b"/DisplayDocTitle true" in data)
    if shutil.which("qpdf"):
        run("qpdf", "--check", pdf.path)
    info = run("pdfinfo", pdf.path)
    expect("Title:" in info and "KẾ HOẠCH Vận động" in info and "Ban Chỉ đạo" in info, info)
    expect("2027" in re.search(r"CreationDate: *(.*)", info)[1], "the clock of the options")


def pdf_links(pdf):
    urls = run("pdfinfo", "-url", pdf.path)
    expect("mailto:hoichuthapdo@binhan.gov.vn" in urls, urls)
    expect("https://binhan.gov.vn/hienmau" in urls and "hienmau." not in urls, urls)
    page = pdf.find("Phụ lục I", pdf.find("BẢNG PHÂN BỔ").page).page
    html = run("pdftohtml", "-xml", "-i", "-stdout", pdf.path)
    targets = set(re.findall(r'<a href="[^"]*?#(\d+)">', html.partition("<outline>")[0]))
    expect(targets == {str(page)}, targets, page)
    tree = run("pdfinfo", "-struct-text", pdf.path)
    named = re.findall(r'Link [^\n]*\n *Object [^\n]*\n *"Phụ lục I"\n', tree)
    expect(len(named) == 6, "each link has its words", len(named))


def pdf_outline(pdf):
    outline = run("pdftohtml", "-xml", "-i", "-stdout", pdf.path).partition("<outline>")[2]
    for text in ("I. MỤC ĐÍCH", "2.1. Chỉ tiêu chung", "Phụ lục II"):
        expect(text in outline, text)


def main():
    tool, kind = sys.argv[1:3]
    if kind == "pdf" and shutil.which("pdftohtml") is None:
        print("1..0 # SKIP poppler-utils is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        run(tool, folder)
        path = os.path.join(folder, f"plan.{kind}")
        paper = Docx(path) if kind == "docx" else Pdf(path)
        paper.path = path
        tests = [(n, f) for n, f in globals().items() if n.startswith(kind + "_")]
        for i, (name, function) in enumerate(tests):
            try:
                function(paper)
                print(f"ok {i + 1} - {name}")
            except (AssertionError, AttributeError, IndexError, StopIteration) as fault:
                print(f"not ok {i + 1} - {name}\n# {type(fault).__name__} {fault}")
        print(f"1..{len(tests)}")


main()
