#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of text that the reader of plans knows, files it refuses and what it says then, and the memory that hostile ones cost.

    check-plan-bytes.py PLAN_DUMP

TAP on standard output.
"""
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib

from documents import finish, ok, read

PLAN = """KẾ HOẠCH
Tổ chức hiến máu năm 2026
I. CHỈ TIÊU
- Vận động ít nhất 90 người đăng ký hiến máu.
- Tiếp nhận 70 đơn vị máu.
II. THỜI GIAN
1. Thời gian: ngày 21/3/2026 tại Nhà văn hóa xã.
"""
# The same in the letters of the fonts .VnTime and VNI-Times.
TCVN3 = """KÕ HO¹CH
Tæ chøc hiÕn m¸u n¨m 2026
I. CHØ TI£U
- VËn ®éng Ýt nhÊt 90 ng\u00adêi ®¨ng ký hiÕn m¸u.
- TiÕp nhËn 70 ®¬n vÞ m¸u.
II. THêI GIAN
1. Thêi gian: ngµy 21/3/2026 t¹i Nhµ v¨n hãa x·.
"""
VNI = """KEÁ HOAÏCH
Toå chöùc hieán maùu naêm 2026
I. CHÆ TIEÂU
- Vaän ñoäng ít nhaát 90 ngöôøi ñaêng kyù hieán maùu.
- Tieáp nhaän 70 ñôn vò maùu.
II. THÔØI GIAN
1. Thôøi gian: ngaøy 21/3/2026 taïi Nhaø vaên hoùa xaõ.
"""
LIMIT_MIB = 256


def write(path, data):
    with open(path, "wb") as out:
        out.write(data)


def check_codes(path):
    for what, data in (("UTF-8", PLAN.encode()), ("UTF-8 with its mark", b"\xef\xbb\xbf" + PLAN.encode()),
                       ("UTF-16LE with its mark", b"\xff\xfe" + PLAN.encode("utf-16-le")),
                       ("UTF-16BE with its mark", b"\xfe\xff" + PLAN.encode("utf-16-be")),
                       ("UTF-16LE", PLAN.encode("utf-16-le")), ("UTF-16BE", PLAN.encode("utf-16-be")),
                       ("lines of Windows", PLAN.replace("\n", "\r\n").encode()),
                       ("lines of old Macintosh", PLAN.replace("\n", "\r").encode()),
                       ("TCVN3", TCVN3.encode("latin-1")), ("VNI", VNI.encode("latin-1")),
                       ("TCVN3 in UTF-8", TCVN3.encode()), ("VNI in UTF-8", VNI.encode())):
        write(path, data)
        code, plan = read(path)
        ok(code == 0 and plan["campaign"]["title"] == "Tổ chức hiến máu năm 2026" and
           [t["value"] for t in plan["targets"]] == [90, 70] and [a["start"] for a in plan["calendar"]] == ["2026-03-21"],
           f"{what}: the same facts", plan)
        if code == 0:
            said = " ".join(problem["message"] for problem in plan["problems"])
            old = what.split()[0] if what.split()[0] in ("TCVN3", "VNI") else None
            ok(old is None and "old code" not in said or old is not None and f"old code {old}" in said,
               f"{what}: a conversion is told, and only that", said)


def compound(*streams):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + b"".join(
        name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry",) + streams) + bytes(2048)


def check_refusals(path):
    for what, data, words in (
            ("an old .doc", compound("1Table", "WordDocument"), (".doc", "Save As", ".docx")),
            ("a locked .docx", compound("EncryptionInfo", "EncryptedPackage"), ("password", "Protect Document")),
            ("an old .xls", compound("Workbook"), (".docx",)),
            ("an .rtf", b"{\\rtf1\\ansi K\\u7871? ho\\u7841?ch}", (".rtf", "Save As", ".docx")),
            ("a .pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", ("PDF", "paste")),
            ("a web page", b"<!DOCTYPE html>\n<html><body>I. M</body></html>", ("web page", "paste")),
            ("XML of Word 2003", b'\xef\xbb\xbf<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', (".docx",)),
            ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(40), ("picture",)),
            ("a program", b"MZ" + bytes(200), (".docx",)),
            ("nothing", b"", ("empty",)),
            ("zeros in UTF-16", b"\xff\xfe" + PLAN[:60].encode("utf-16-le") + bytes(2) + PLAN.encode("utf-16-le"), (".docx",)),
    ):
        write(path, data)
        code, text = read(path)
        ok(code == 3 and all(word in text for word in words) and os.path.basename(path) in text,
           f"refused with what to do: {what}", (code, text))


def measured(path):
    """(exit status, message, MiB at the most) of reading a file."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen([sys.argv[1], path], stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        return child.returncode, err.read().decode(), usage.ru_maxrss / 1024


DOCX = ('<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
        "</w:body></w:document>")
ODT = ('<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>',
       "</office:text></office:body></office:document-content>")
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def write_part(path, name, chunks, first=()):
    """A package with a part made of chunks (text, times), without ever holding it whole."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for other, text in first:
            out.writestr(other, text)
        with out.open(name, "w", force_zip64=True) as part:
            for text, times in chunks:
                block = text.encode() * max(1, min(times, (1 << 20) // len(text.encode())))
                n = times * len(text.encode())
                while n > 0:
                    part.write(block[:n])
                    n -= len(block)


def lying(path, size):
    """A package that says its part is small; deflated it is a gigabyte."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(pack.compress(b"<w:p>" * 200000) for _ in range(200)) + pack.flush()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        out.writestr("word/document.xml", data)
    with open(path, "rb") as source:
        raw = bytearray(source.read())
    local, central = raw.find(b"PK\x03\x04"), raw.rfind(b"PK\x01\x02")
    for at, method, length in ((local, 8, 22), (central, 10, 24)):
        raw[at + method:at + method + 2] = (8).to_bytes(2, "little")
        raw[at + length:at + length + 4] = size.to_bytes(4, "little")
    write(path, bytes(raw))


def hostile(path):
    """(what, how to write it, whether it must be refused)"""
    nest = "<w:tbl><w:tr><w:tc>"
    row = "<w:tr><w:tc><w:p><w:r><w:t>m</w:t></w:r></w:p></w:tc></w:tr>"
    entity = '<!DOCTYPE d [<!ENTITY a "hiến máu">' + "".join(
        f'<!ENTITY {chr(98 + i)} "' + f"&{chr(97 + i)};" * 10 + '">' for i in range(9)) + "]>"
    docx, odt, meta = "word/document.xml", "content.xml", [("mimetype", TEXT_TYPE)]
    one = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    yield "1 GB of nested tables", lambda: write_part(path, docx, [(DOCX[0], 1), (nest, (1 << 30) // len(nest))]), True
    yield "45 MB of nested tables", lambda: write_part(path, docx, [(DOCX[0], 1), (nest, (45 << 20) // len(nest))]), True
    yield "1 GB that says it is small", lambda: lying(path, 4096), True
    yield "1 GB of an OpenDocument", lambda: write_part(path, odt, [(ODT[0], 1), ("<table:table><table:table-row>", 36 << 20)], meta), True
    yield "entities of Word", lambda: write_part(path, docx, [(DOCX[0].replace("<w:d", entity + "<w:d") + one % "&j;" + DOCX[1], 1)]), True
    yield "entities of OpenDocument", lambda: write_part(
        path, odt, [(ODT[0].replace("<office:document", entity + "<office:document", 1) + "<text:p>&j;</text:p>" + ODT[1], 1)], meta), True
    yield "an entity from a file", lambda: write_part(path, docx, [(DOCX[0].replace(
        "<w:d", '<!DOCTYPE d [<!ENTITY j SYSTEM "file:///etc/passwd">]><w:d') + one % "&j;" + DOCX[1], 1)]), True
    yield "paths that lead elsewhere", lambda: write_part(path, "../../word/document.xml", [(DOCX[0] + DOCX[1], 1)],
                                                          [("/word/document.xml", "x"), ("word\\document.xml", "x")]), True
    yield "a table of 45 MB", lambda: write_part(
        path, docx, [(DOCX[0] + one % "KẾ HOẠCH" + "<w:tbl>", 1), (row, (45 << 20) // len(row)), ("</w:tbl>" + DOCX[1], 1)]), False
    yield "45 MB of styles", lambda: write_part(
        path, "word/styles.xml", [("<w:styles xmlns:w='w'>", 1)] + [(f'<w:style w:styleId="s{i}"/>', 1) for i in range(300000)] +
        [("<w:style w:styleId='a'/>", 1 << 20), ("</w:styles>", 1)], [(docx, DOCX[0] + one % "KẾ HOẠCH" + one % "I. MỘT" + DOCX[1])]), False
    yield "45 MB of text", lambda: write_part(
        path, docx, [(DOCX[0] + one % "KẾ HOẠCH", 1), (one % "I. Hiến máu ngày 21/3/2026;", 700000), (DOCX[1], 1)]), False
    yield "45 MB of spans", lambda: write_part(
        path, odt, [(ODT[0] + "<text:p>KẾ HOẠCH</text:p>", 1), ("<text:p><text:span>I. 90 đơn vị máu</text:span></text:p>", 800000),
                    (ODT[1], 1)], meta), False


def check_hostile(folder):
    path = os.path.join(folder, "thù địch.docx")
    with open(sys.argv[1], "rb") as program:
        checked = b"__asan_init" in program.read()
    for what, make, must in hostile(path):
        if checked and not must:  # large ones that are read: the plain build does
            continue
        make()
        code, text, used = measured(path)
        ok(code == 3 and len(text) > 20 or code == 0 and not must, f"{'refused' if must else 'read or refused'}: {what}", (code, text))
        if checked or "GIOTHONG_EXE_WRAPPER" in os.environ:
            ok(True, f"memory: {what} # SKIP a sanitizer or another system is measured, too")
        else:
            print(f"# {used:.0f} MiB")
            ok(used < LIMIT_MIB, f"memory: {what}: below {LIMIT_MIB} MiB", used)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "kế hoạch.txt")
        check_codes(path)
        check_refusals(path)
        check_hostile(folder)
    finish()


if __name__ == "__main__":
    main()
