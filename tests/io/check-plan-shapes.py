#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One plan in the shapes that Google Docs, Word and WPS give a .docx: read the same as typed as text.

    check-plan-shapes.py PLAN_DUMP

TAP on standard output.
"""
import os
import re
import tempfile
from xml.sax.saxutils import escape

from documents import convert_all, finish, ok, read, write_package

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/'
      'wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/'
      'markup-compatibility/2006" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14"')
LEFT = ["UBND HUYỆN BÌNH LONG", "**BAN CHỈ ĐẠO VẬN ĐỘNG**", "**HIẾN MÁU TÌNH NGUYỆN**", "Số: 07/KH-BCĐ"]
RIGHT = ["**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**", "*Bình Long, ngày 12 tháng 01 năm 2027*"]
FOOT = ["**Nơi nhận:**", "- BCĐ tỉnh (để báo cáo);", "- UBND các xã, thị trấn;", "- Lưu: VT."]
SIGNED = ["**TM. BAN CHỈ ĐẠO**", "**TRƯỞNG BAN**", "**Phan Thị Ngọc Lan**"]
# Kind, text: 1 = part (I.), 2 = heading (1.), 3 = letter (a)), "-" = bullet, "" = paragraph.
BODY = [
    ("", "**KẾ HOẠCH**"), ("", "**Vận động hiến máu tình nguyện năm 2027**"),
    ("", "*Căn cứ Kế hoạch số 15/KH-BCĐ ngày 05/01/2027 của Ban Chỉ đạo tỉnh về vận động hiến máu năm 2027;*"),
    ("", "Ban Chỉ đạo huyện xây dựng kế hoạch như sau:"),
    (1, "**MỤC ĐÍCH, YÊU CẦU**"), (2, "**Mục đích**"), ("-", "Nâng cao nhận thức của Nhân dân về hiến máu;"),
    ("-", "Bảo đảm đủ máu cho cấp cứu và điều trị."), (2, "**Yêu cầu**"), ("", "Công tác tổ chức an toàn, đúng quy định."),
    (1, "**CHỈ TIÊU**"), ("-", "Vận động ít nhất 450 người đăng ký hiến máu."), ("-", "Tiếp nhận 380 đơn vị máu."),
    (1, "**NỘI DUNG**"), (2, "**Tuyên truyền**"), (3, "Trên hệ thống truyền thanh của các xã;"), (3, "Trên trang thông tin điện tử của huyện;"),
    (3, "Bằng pano, khẩu hiệu;"), (3, "Qua sinh hoạt của các đoàn thể;"), (3, "Tại các trường học."),
    (2, "**Tổ chức tiếp nhận máu**"), ("", "Từ 7h30 ngày 20/3/2027 tại Nhà văn hóa huyện."),
    (1, "**TỔ CHỨC THỰC HIỆN**"), (2, "**Trung tâm Y tế huyện**"), ("-", "Chuẩn bị địa điểm trước ngày 15/3/2027."),
    (2, "**Các xã, thị trấn**"), ("-", "Lập danh sách người đăng ký."),
    ("", "Trên đây là Kế hoạch vận động hiến máu tình nguyện năm 2027, đề nghị các đơn vị triển khai thực hiện./."),
]


def typed():
    """The plan as text, numbers written out."""
    lines = LEFT + RIGHT
    roman, counts = ["I.", "II.", "III.", "IV."], {1: 0, 2: 0, 3: 0}
    for kind, text in BODY:
        if kind in counts:
            counts[kind] += 1
            counts.update({deeper: 0 for deeper in counts if deeper > kind})
            label = {1: roman[counts[1] - 1], 2: f"{counts[2]}.", 3: "abcdđe"[counts[3] - 1] + ")"}[kind]
            # The weight of a heading is that of its style.
            lines.append(label + " " + text.strip("*"))
        else:
            lines.append(("- " if kind == "-" else "") + text)
    return "\n".join(lines + FOOT + SIGNED) + "\n"


def pieces(text):
    """(text, bold, italic)"""
    for part in re.findall(r"\*\*.+?\*\*|\*.+?\*|[^*]+", text):
        yield part.strip("*"), part.startswith("**"), part.startswith("*") and not part.startswith("**")


def lvl(level, form, text, more=""):
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:u w:val="none"/></w:rPr></w:lvl>')


def abstract(number, *levels):
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>' + "".join(levels) + "</w:abstractNum>"


def num(number, kind, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'


class Google:
    """A list of its own for each run of items, numbers straight at the paragraph, a run a word, everything said twice."""

    name = "Google Docs"
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="normal"/></w:style>' + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{i}"><w:name w:val="heading {i}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:keepNext w:val="1"/><w:pageBreakBefore w:val="0"/></w:pPr><w:rPr><w:b w:val="1"/></w:rPr></w:style>' for i in (1, 2, 3))
    RSID = 'w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000"'

    def __init__(self):
        self.lists, self.count, self.mark = [abstract(1, lvl(0, "upperRoman", "%1.")), num(1, 1)], 1, 0
        self.kind, self.current = None, {}

    def list_of(self, kind):
        if kind == 1:
            self.current = {}
            return 1
        if kind not in self.current or (kind == "-" and self.kind != "-") or (kind == 3 and self.kind != 3):
            self.count += 1
            form, text = {2: ("decimal", "%1."), 3: ("lowerLetter", "%1)"), "-": ("bullet", "●")}[kind]
            self.lists.insert(0, abstract(self.count, lvl(0, form, text), lvl(1, "bullet", "○")))
            self.lists.append(num(self.count, self.count))
            self.current[kind] = self.count
        return self.current[kind]

    def runs(self, text):
        out = ""
        for part, bold, italic in pieces(text):
            look = ('<w:b w:val="1"/><w:bCs w:val="1"/>' if bold else "") + ('<w:i w:val="1"/><w:iCs w:val="1"/>' if italic else "")
            for word in re.findall(r"\S+\s*|\s+", part):
                out += (f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>{look}<w:rtl w:val="0"/></w:rPr>'
                        f'<w:t xml:space="preserve">{escape(word)}</w:t></w:r>')
        return out

    def paragraph(self, kind, text):
        self.mark += 1
        properties = ""
        if kind != "":
            properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.list_of(kind)}"/></w:numPr><w:ind w:left="720" w:hanging="360"/>'
        if kind == 1:
            properties = '<w:pStyle w:val="Heading1"/>' + properties
        self.kind = kind
        runs = self.runs(text)
        if self.mark % 3 == 0:
            runs = f'<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_{self.mark}"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
        if self.mark % 4 == 0:
            runs = f'<w:hyperlink r:id="rId7">{runs}</w:hyperlink>'
        return (f'<w:p {self.RSID} w14:paraId="{self.mark:08X}"><w:pPr>{properties}<w:rPr><w:b w:val="1"/></w:rPr></w:pPr>'
                f'<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_x{self.mark}" w:id="{self.mark}"/><w:bookmarkEnd w:id="{self.mark}"/>'
                f'{runs}</w:p>')

    def side_by_side(self, left, right):
        cells = "".join("<w:tc><w:tcPr><w:shd w:fill=\"auto\" w:val=\"clear\"/></w:tcPr>" + "".join(self.paragraph("", line) for line in lines) +
                        "</w:tc>" for lines in (left, right))
        return f'<w:tbl><w:tblPr><w:tblStyle w:val="Table1"/></w:tblPr><w:tblGrid/><w:tr><w:trPr><w:cantSplit w:val="0"/></w:trPr>{cells}</w:tr></w:tbl>'

    def numbering(self):
        return "".join(sorted(self.lists, key=lambda part: part.startswith("<w:num ")))


class Word(Google):
    """Numbers in the styles; runs broken wherever it was edited or a word was taken for a mistake."""

    name = "Word"
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Binhthng"><w:name w:val="Normal"/></w:style>' + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="Binhthng"/><w:pPr><w:numPr>{level}'
        f'<w:numId w:val="1"/></w:numPr>{outline}</w:pPr>{look}</w:style>' for name, title, level, outline, look in (
            ("u1", "heading 1", "", '<w:outlineLvl w:val="0"/>', "<w:rPr><w:b/></w:rPr>"),
            ("u2", "heading 2", '<w:ilvl w:val="1"/>', '<w:outlineLvl w:val="1"/>', "<w:rPr><w:b/></w:rPr>"),
            ("Diem", "Điểm", '<w:ilvl w:val="2"/>', "", "")))
    LEVELS = (lvl(0, "upperRoman", "%1.", '<w:pStyle w:val="u1"/>'), lvl(1, "decimal", "%2.", '<w:pStyle w:val="u2"/>'),
              lvl(2, "lowerLetter", "%3)", '<w:pStyle w:val="Diem"/>'))

    def numbering(self):
        return (abstract(0, *self.LEVELS) + abstract(1, lvl(0, "bullet", "-"), lvl(1, "bullet", "o")) + num(1, 0) + num(2, 1))

    def runs(self, text):
        out = ""
        for number, (part, bold, italic) in enumerate(pieces(text)):
            look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "") + '<w:sz w:val="28"/><w:lang w:val="vi-VN"/>'
            for at in range(0, len(part), 5):
                run = (f'<w:r w:rsidRPr="00A{number:05X}"><w:rPr>{look}</w:rPr><w:lastRenderedPageBreak/>'
                       f'<w:t xml:space="preserve">{escape(part[at:at + 5])}</w:t></w:r>')
                if at % 3 == 0:
                    run = f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>'
                elif at % 3 == 1:
                    run = ('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:smartTagPr><w:attr w:name="a" '
                           f'w:val="b"/></w:smartTagPr>{run}</w:smartTag>')
                out += run
        return out

    def paragraph(self, kind, text):
        self.mark += 1
        properties = {1: '<w:pStyle w:val="u1"/>', 2: '<w:pStyle w:val="u2"/>', 3: '<w:pStyle w:val="Diem"/>', "": "",
                      "-": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'}[kind]
        return (f'<w:p w:rsidR="00{self.mark:06X}" w:rsidRDefault="00B11111" w14:paraId="{self.mark:08X}"><w:pPr>{properties}<w:spacing w:before='
                f'"60"/><w:jc w:val="both"/></w:pPr><w:bookmarkStart w:id="{self.mark}" w:name="_Hlk{self.mark}"/>{self.runs(text)}'
                f'<w:bookmarkEnd w:id="{self.mark}"/></w:p>')


class Wps(Word):
    """Numbers at the paragraph, levels of one list each with "begins at"; looks said at the paragraph's end and at each run."""

    name = "WPS"
    styles = ('<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults><w:latentStyles w:count="260"/>'
              '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>')

    def __init__(self):
        super().__init__()
        self.nums, self.starts = [], 9

    def numbering(self):
        return (abstract(0, lvl(0, "upperRoman", "%1.", '<w:suff w:val="space"/>')) + abstract(1, lvl(0, "decimal", "%1.", '<w:suff w:val="space"/>')) +
                abstract(2, lvl(0, "lowerLetter", "%1)")) + abstract(3, lvl(0, "bullet", "\uf0b7")) + num(1, 0) + num(4, 3) + "".join(self.nums))

    def paragraph(self, kind, text):
        if kind == 1 or (kind == 2 and self.kind == 3):
            self.current = {k: v for k, v in self.current.items() if k == 2 and kind == 2}
        if kind in (2, 3) and kind not in self.current:
            self.starts += 1
            self.current[kind] = self.starts
            self.nums.append(num(self.starts, kind - 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'))
        self.mark, self.kind = self.mark + 1, kind
        number = {1: 1, "-": 4, "": 0}.get(kind, self.current.get(kind))
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return (f'<w:p><w:pPr><w:pStyle w:val="1"/><w:keepNext w:val="0"/>{properties}<w:snapToGrid w:val="0"/><w:rPr><w:rFonts w:hint="eastAsia"/>'
                f'<w:b/></w:rPr></w:pPr>{self.runs(text)}</w:p>')


def write(path, shape):
    body = shape.side_by_side(LEFT, RIGHT) + "".join(shape.paragraph(kind, text) for kind, text in BODY) + shape.side_by_side(FOOT, SIGNED)
    body += '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    write_package(path, NS, body, styles=shape.styles, numbering=shape.numbering())


def check_same(path, plan, what):
    code, found = read(path)
    ok(code == 0, f"{what}: read", found)
    for key in sorted(plan) if code == 0 else ():
        same = found[key] == plan[key]
        pairs = zip(found[key], plan[key]) if isinstance(plan[key], list) and len(plan[key]) == len(found[key]) else [(found[key], plan[key])]
        ok(same, f"{what}: the same {key}", [pair for pair in pairs if pair[0] != pair[1]])


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(typed())
        code, plan = read(path)
        ok(code == 0 and len(plan["targets"]) == 2 and len(plan["calendar"]) >= 2 and len(plan["recipients"]) == 3 and
           plan["campaign"]["number"] == "07", "the plan as text says what it should", plan)
        paths = []
        for shape in (Google(), Word(), Wps()):
            paths.append((os.path.join(folder, shape.name.replace(" ", "-") + ".docx"), shape.name))
            write(paths[-1][0], shape)
            check_same(paths[-1][0], plan, shape.name)
        for kind in ("docx", "odt"):
            made = convert_all(folder, [path for path, _ in paths], kind)
            for path, (_, name) in zip(made or [], paths):
                check_same(path, plan, f"{name}, through LibreOffice as .{kind}")
    finish()


if __name__ == "__main__":
    main()
