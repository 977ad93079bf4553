#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as OpenDocument texts, written by LibreOffice and by hand, and hostile packages.

    check-plan-odt.py PLAN_DUMP

TAP on standard output.
"""
import os
import tempfile
import zipfile

from documents import check_damaged, check_plan, convert, finish, ok, read, refused, write_plan

TEXT_TYPE = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
    ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")))
STYLES = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties
 fo:font-style="italic"/></style:style>
<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="T4" style:family="text" style:parent-style-name="T4"/>
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2" style:num-suffix="."/>
 <text:list-level-style-bullet text:level="4" text:bullet-char="-"/>
</text:list-style>"""
P = "<text:p>%s</text:p>"
ITEM = "<text:list-item>%s</text:list-item>"


def package(path, body, head="", styles=STYLES, kind=TEXT_TYPE, extra=()):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", kind)
        out.writestr("content.xml", f'<?xml version="1.0"?>{head}<office:document-content {SPACES}><office:automatic-styles>'
                     f"{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
                     "</office:document-content>")
        for name, data in extra:
            out.writestr(name, data)


def items(*texts, attributes="", style='text:style-name="L1"'):
    return f"<text:list {style} {attributes}>" + "".join(ITEM % (text if "<" in text else P % text)
                                                         for text in texts) + "</text:list>"


OUTLINE = ("styles.xml", f"""<?xml version="1.0"?><office:document-styles {SPACES}><office:styles><text:outline-style
 style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>
 </office:styles></office:document-styles>""")


def blocks(path, body, *extra, styles=STYLES):
    """(number, text) of what a plan with this body says below its header."""
    package(path, P % "KẾ HOẠCH" + P % "Tổ chức hiến máu năm 2026" + P % "Ban Chỉ đạo xây dựng kế hoạch như sau:" + body,
            styles=styles, extra=extra)
    code, plan = read(path)
    assert code == 0, plan
    return [(block["number"], block["text"]) for block in plan["blocks"]]


def plan_rows(path):
    return next((b["rows"] for b in read(path)[1]["blocks"] if b["kind"] == "table"), "")


def check_lists(path):
    found = blocks(path, items("MỤC ĐÍCH") + P % "Tuyên truyền rộng rãi." +
                   items("NỘI DUNG" , attributes='text:continue-numbering="true"') +
                   items(items("Thời gian", "Địa điểm", style=""), attributes='text:continue-numbering="true"'))
    ok([number for number, _ in found if number] == ["I", "II", "1", "2"], "lists go on, levels nest", found)
    found = blocks(path, items("MỤC ĐÍCH", P % "NỘI DUNG" + items("Một là", "Hai là", style=""),
                               P % "TỔ CHỨC" + items("Ba là", style="")))
    ok([number for number, _ in found if number] == ["I", "II", "1", "2", "III", "1"], "levels begin anew", found)
    found = blocks(path, items("MỤC ĐÍCH") + items("NỘI DUNG"))
    ok([number for number, _ in found if number] == ["I", "I"], "a list of its own begins anew", found)
    deep = items(items(items("Gạch đầu dòng", style=""), style=""), style="")
    found = blocks(path, items(P % "MỤC ĐÍCH" + deep))
    ok(found[-1][0] == "-", "a bullet three levels down", found)
    found = blocks(path, items(P % "MỤC ĐÍCH" + P % "Đoạn tiếp theo của mục."))
    ok(found[-1][1] == "Đoạn tiếp theo của mục." and not found[-1][0], "only an item's first paragraph counts", found)
    found = blocks(path, '<text:h text:outline-level="1">MỤC ĐÍCH</text:h><text:h text:outline-level="1" text:restart-numbering="true"'
                   ' text:start-value="4">NỘI DUNG</text:h>', OUTLINE)
    ok([number for number, _ in found if number] == ["I", "IV"], "headings that count anew", found)
    letters = STYLES.replace('style:num-format="I" style:num-suffix="."', 'style:num-format="a" style:num-suffix=")"')
    found = blocks(path, items(*[P % f"điểm {i};" for i in range(5)]), styles=letters)
    ok([number for number, _ in found if number] == ["a)", "b)", "c)", "d)", "đ)"], "small letters", found)
    late = items("điểm năm;", "điểm sáu;").replace("<text:list-item>", '<text:list-item text:start-value="5">', 1)
    found = blocks(path, late, styles=letters)
    ok([number for number, _ in found if number] == ["e)", "f)"], "small letters that begin at e keep what is on paper", found)


def check_letters(path):
    found = blocks(path, P % ('Từ<text:s text:c="2"/>ngày <text:span text:style-name="T1">01/3</text:span>, '
                              '<text:span text:style-name="T2">rất  gấp</text:span> <text:span text:style-name="T4">nhé'
                              "</text:span>."))
    text = found[-1][1]
    ok("**01/3**" in text and "***rất gấp***" in text and "nhé." in text, "bold, inherited and italic", found)
    signs = STYLES + "".join(f'<style:style style:name="{name}" style:family="text"><style:text-properties style:font-name="{font}"/>'
                             "</style:style>" for name, font in (("S1", "Symbol1"), ("S2", "Wingdings")))
    found = blocks(path, P % ('<text:span text:style-name="S2">\uf0d8</text:span> Người <text:span text:style-name="S1">\uf0b3</text:span>'
                              ' 18 tuổi <text:span text:style-name="S2">\uf0e0</text:span> hiến máu.'), styles=signs)
    ok(found[-1] == ("•", "Người ≥ 18 tuổi → hiến máu."), "signs as letters of their fonts", found)
    found = blocks(path, '<text:p text:style-name="P1">Địa điểm: <text:span text:style-name="T3">trụ sở xã.</text:span></text:p>')
    ok("**Địa điểm:** trụ sở xã." in found[-1][1], "a bold paragraph with a part that is not", found)


def check_left_out(path):
    note = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>GHI CHÚ</text:p></text:note-body></text:note>'
    box = ('<draw:frame><draw:text-box><text:p>Chữ trong khung.</text:p></draw:text-box><svg:title>HÌNH</svg:title>'
           "</draw:frame>")
    found = blocks(path, f"<text:tracked-changes><text:p>ĐÃ XÓA</text:p></text:tracked-changes>"
                   f"<text:p>Trước{note} <text:soft-page-break/>sau.{box}<text:placeholder>&lt;GỢI Ý&gt;</text:placeholder></text:p><office:annotation><text:p>NHẬN XÉT</text:p></office:annotation>")
    text = " ".join(text for _, text in found)
    ok("Trước sau." in text and "Chữ trong khung." in text, "text boxes are read, notes do not part a sentence", found)
    ok(not any(word in text for word in ("GHI CHÚ", "HÌNH", "ĐÃ XÓA", "NHẬN XÉT", "GỢI Ý")), "deleted text, notes, remarks", found)


def check_tables(path):
    cell = "<table:table-cell>%s</table:table-cell>"
    rows = (cell % (P % "TT") + cell % (P % "Nội dung") + cell % (P % "Thời gian"),
            cell % (P % "1") + cell % (P % "Họp triển khai") + cell % (P % "10/3/2026"),
            '<table:table-cell table:number-columns-spanned="2">%s</table:table-cell>' % (P % "Hiến máu tại xã") +
            "<table:covered-table-cell>" + P % "KHUẤT" + "</table:covered-table-cell>" + cell % (P % "21/3/2026"))
    package(path, P % "KẾ HOẠCH" + P % "Tổ chức hiến máu năm 2026" + P % "Nội dung như sau:" + "<table:table>" +
            "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>")
    code, plan = read(path)
    tables = [block for block in plan["blocks"] if block["kind"] == "table"] if code == 0 else plan
    counted = "".join(f"<table:table-row>{cell % first}{cell % (P % second)}</table:table-row>" for first, second in (
        (P % "TT", "Việc"), (items(P % ""), "Họp"), (items(P % "", attributes='text:continue-numbering="true"'), "Phát động")))
    found = blocks(path, f"<table:table>{counted}</table:table>" + P % "Hết.", styles=STYLES.replace('"I"', '"1"'))
    ok("1.\tHọp" in str(plan_rows(path)) and "2.\tPhát động" in str(plan_rows(path)), "a column that is counted", found)
    ok(any("Hiến máu tại xã\\t\\t21/3/2026" in str(table) for table in tables), "covered cells keep the columns", tables)


def check_hostile(folder):
    path = os.path.join(folder, "h.odt")
    package(path, P % "Một.", '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>')
    refused(path, "document type")
    package(path, "<text:p>" * 100000)
    refused(path, "endless nesting")
    package(path, "<text:list><text:list-item>" * 150 + P % "x" + "</text:list-item></text:list>" * 150)
    refused(path, "lists in lists")
    package(path, P % "KẾ HOẠCH", kind="application/vnd.oasis.opendocument.spreadsheet")
    refused(path, "a table")
    package(path, P % "x", extra=[("META-INF/manifest.xml", "<manifest:encryption-data/>")])
    refused(path, "locked")
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mimetype", TEXT_TYPE)
    refused(path, "without content")
    package(path, "<table:table>" + "<table:table-row>" + '<table:table-cell table:number-columns-repeated="2000000000"/>' * 3
            + "</table:table-row></table:table>" + P % "KẾ HOẠCH" + P % "Vận động ít nhất 90 người đăng ký hiến máu.")
    ok(read(path)[0] in (0, 3), "two thousand million cells")
    package(path, items("MỤC ĐÍCH") + P % '<text:span text:style-name="T1">Một</text:span>.')
    check_damaged(path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.docx")
        try:
            write_plan(path)
        except ImportError:
            ok(True, "python-docx # SKIP not installed")
        else:
            made = convert(folder, path, "odt")
            if made is not None:
                check_plan(made, "LibreOffice")
        made = os.path.join(folder, "made.odt")
        check_lists(made)
        check_letters(made)
        check_left_out(made)
        check_tables(made)
        check_hostile(folder)
    finish()


if __name__ == "__main__":
    main()
