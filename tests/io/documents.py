# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of word processors' documents share: a made-up plan, its facts, damage."""
import json
import os
import random
import shutil
import subprocess
import sys
import zipfile

COUNT = 0
FAILED = 0


def ok(good, text, note=""):
    global COUNT, FAILED
    COUNT += 1
    FAILED += not good
    print(f"{'ok' if good else 'not ok'} {COUNT} {text}")
    if not good:
        print("#", str(note)[:600].replace("\n", "\n# "))


def read(path):
    done = subprocess.run([sys.argv[1], path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return done.returncode, json.loads(done.stdout) if done.returncode == 0 else done.stderr.decode()


def side_by_side(document, left, right):
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right)):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def write_plan(path):
    import docx
    document = docx.Document()
    side_by_side(document, ["UBND XÃ AN PHÚ", "BAN CHỈ ĐẠO VẬN ĐỘNG", "HIẾN MÁU TÌNH NGUYỆN", "Số: 12/KH-BCĐ"],
                 ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                  "An Phú, ngày 05 tháng 3 năm 2026"])
    for line in ("KẾ HOẠCH", "Tổ chức Ngày hội hiến máu năm 2026"):
        document.add_paragraph().add_run(line).bold = True
    document.add_paragraph().add_run("Căn cứ Kế hoạch số 3/KH-BCĐ ngày 02/02/2026 của Ban Chỉ đạo tỉnh;").italic = True
    document.add_paragraph("Ban Chỉ đạo xã xây dựng kế hoạch như sau:")
    document.add_paragraph().add_run("I. CHỈ TIÊU").bold = True
    document.add_paragraph("Vận động ít nhất 90 người đăng ký hiến máu.", style="List Bullet")
    document.add_paragraph("Tiếp nhận 70 đơn vị máu.", style="List Bullet")
    document.add_paragraph().add_run("II. NỘI DUNG").bold = True
    document.add_paragraph("Truyền thông", style="List Number")
    item = document.add_paragraph("Hiến máu: ", style="List Number")
    item.add_run("7h30 ngày 21/3/2026").bold = True
    item.add_run(" tại Nhà văn hóa xã.")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells + table.rows[1].cells,
                          ("TT", "Nội dung", "Thời gian", "1", "Họp triển khai", "10/3/2026")):
        cell.text = text
    document.add_paragraph("Trên đây là kế hoạch của Ban Chỉ đạo xã./.")
    side_by_side(document, ["Nơi nhận:", "- BCĐ tỉnh (để báo cáo);", "- Lưu: VT."],
                 ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "Lê Thị Mai"])
    document.save(path)


def check_plan(path, what):
    code, plan = read(path)
    ok(code == 0, f"{what}: read", plan)
    if code != 0:
        return
    campaign = plan["campaign"]
    ok((campaign["number"], campaign["symbol"], campaign["place"], campaign["date"])
       == ("12", "KH-BCĐ", "An Phú", "2026-03-05"), f"{what}: header from a table", campaign)
    ok(campaign["title"] == "Tổ chức Ngày hội hiến máu năm 2026", f"{what}: title", campaign["title"])
    ok(campaign["parent_issuer"] == "UBND XÃ AN PHÚ"
       and campaign["issuer"] == "BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN", f"{what}: issuer", campaign)
    ok(campaign["signer_name"] == "Lê Thị Mai" and campaign["authority"] == "TM. BAN CHỈ ĐẠO"
       and campaign["signer_role"] == "TRƯỞNG BAN", f"{what}: signature", campaign)
    ok([b["number"] for b in plan["bases"]] == ["3/KH-BCĐ"], f"{what}: base", plan["bases"])
    ok([t["value"] for t in plan["targets"]] == [90, 70], f"{what}: targets", plan["targets"])
    ok(sorted(a["start"] for a in plan["calendar"]) == ["2026-03-10", "2026-03-21"], f"{what}: calendar",
       plan["calendar"])
    ok([(r["name"], r["purpose"]) for r in plan["recipients"]]
       == [("BCĐ tỉnh", "để báo cáo"), ("Lưu: VT", None)], f"{what}: recipients", plan["recipients"])
    blocks = [(b["kind"], b["number"]) for b in plan["blocks"]]
    ok(("heading", "I") in blocks and ("item", "-") in blocks and ("table", None) in blocks,
       f"{what}: headings, bullets, table", blocks)
    ok(any(b["number"] == "2" and "**7h30 ngày 21/3/2026**" in (b["text"] or "") for b in plan["blocks"]),
       f"{what}: numbers of lists and bold runs", plan["blocks"])


def refused(path, what):
    code, text = read(path)
    ok(code == 3 and len(text) > 20, f"refused with a message: {what}", (code, text))


def check_damaged(path):
    """The package at this path, cut, locked and with bytes changed: read or refused, never more."""
    with open(path, "rb") as source:
        data = bytearray(source.read())
    for cut in (10, len(data) // 2, len(data) - 5):
        with open(path, "wb") as out:
            out.write(data[:cut])
        refused(path, f"cut after {cut} bytes")
    flipped = bytearray(data)
    flipped[flipped.find(b"PK\x01\x02") + 8] |= 1
    with open(path, "wb") as out:
        out.write(flipped)
    refused(path, "password")
    rand = random.Random(8)
    good = True
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(rand.randint(1, 6)):
            broken[rand.randrange(len(broken))] = rand.randrange(256)
        with open(path, "wb") as out:
            out.write(broken)
        good = good and read(path)[0] in (0, 3)
    ok(good, "150 damaged packages: read or refused, never more")


TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>%s</Types>')
PART = '<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>'
RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
REL = '<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'


def write_package(path, spaces, body, **parts):
    """A whole package that Word and LibreOffice open; parts are named by their file in word/."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", TYPES % (PART % ("document", "document.main") + "".join(PART % (n, n) for n in parts)))
        out.writestr("_rels/.rels", RELS % (REL % (1, "officeDocument", "word/document.xml")))
        out.writestr("word/_rels/document.xml.rels", RELS % "".join(REL % (i, name, name + ".xml") for i, name in enumerate(parts)))
        out.writestr("word/document.xml", f'<?xml version="1.0"?><w:document {spaces}><w:body>{body}</w:body></w:document>')
        for name, text in parts.items():
            out.writestr(f"word/{name}.xml", f'<?xml version="1.0"?><w:{name} {spaces}>{text}</w:{name}>')


def convert_all(folder, paths, kind):
    """What LibreOffice makes of documents, all in one go; None where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        ok(True, f"LibreOffice, {kind} # SKIP not installed")
        return None
    out = os.path.join(folder, "office")
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                    "--outdir", out] + paths, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=200)
    return [os.path.join(out, os.path.splitext(os.path.basename(path))[0] + "." + kind) for path in paths]


def convert(folder, path, kind):
    made = convert_all(folder, [path], kind)
    return made[0] if made is not None else None


def finish():
    print(f"1..{COUNT}")
    sys.exit(1 if FAILED else 0)
