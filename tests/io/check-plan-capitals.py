#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Capital letters on the papers: our own words by the rules of capitals.py, the clerk's as typed.

check-plan-capitals.py docx|pdf

A point for each function capitals_… and each format: docx_capitals_…, pdf_capitals_…; the names
stand in docs/the-thuc.md, and a test of the suite style holds the two against each other. Our own
words are the templates and the sample; the clerk's, two plans made up for this.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.etree import ElementTree

import capitals

CLI = os.environ.get("GIOTHONG_CLI", "")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# What an office fills in, by template.
OFFICES = {
    "commune": ("Ban Chỉ đạo vận động hiến máu tình nguyện xã Suối Mây", "Ủy ban nhân dân xã Suối Mây"),
    "district": ("Ban Chỉ đạo vận động hiến máu tình nguyện huyện Suối Mây",
                 "Ủy ban nhân dân huyện Suối Mây"),
    "department": ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Hòa Xuân"),
    "sector": ("Ban Chỉ đạo vận động hiến máu tình nguyện ngành Y tế",
               "Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh Hòa Xuân"),
    "school": ("Trường Cao đẳng Suối Mây", "Sở Giáo dục và Đào tạo Hòa Xuân"),
    "emulation": ("Sở Giáo dục và Đào tạo Hòa Xuân", "Ủy ban nhân dân tỉnh Hòa Xuân"),
    "hospital": ("Bệnh viện Đa khoa Suối Mây", "Sở Y tế Hòa Xuân"),
    "youth-union": ("Ban Thường vụ Đoàn xã Suối Mây", "Tỉnh đoàn Hòa Xuân"),
    "donation-day": ("Công ty cổ phần May Suối Mây", ""),
}
HEAD = """ỦY BAN NHÂN DÂN XÃ SUỐI MÂY
BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-BCĐ
Suối Mây, ngày 12 tháng 01 năm 2027

KẾ HOẠCH
Tổ chức đợt hiến máu đầu năm của xã Suối Mây

Căn cứ Kế hoạch số 08/KH-BCĐ ngày 05/01/2027 của Ban Chỉ đạo tỉnh Hòa Xuân về công tác năm 2027.

I. NỘI DUNG
"""
TAIL = """
II. TỔ CHỨC THỰC HIỆN
Trên đây là Kế hoạch của Ban Chỉ đạo xã./.

Nơi nhận:
- Ban Chỉ đạo tỉnh;
- Lưu: VT.

TM. BAN CHỈ ĐẠO
TRƯỞNG BAN
PHÓ CHỦ TỊCH UBND XÃ
Đinh Thị Suối
"""
# As nobody should write, and as it has to stay all the same.
ODD = (
    "Ban chỉ ĐẠO giao các thôn Chuẩn Bị; Sau đó BÁO CÁO Về hội chữ thập đỏ.",
    "thầy thuốc dùng mạng xã hội zALO, eOffice và VNeID; đơn vị mL, kW và pH.",
    "Đường đi: đƯờNG Ấp Ba, ẤP BỐN, quốc Lộ 1a, ỷ lại Ỷ LẠI, ỹ Ỹ, ửng ỬNG, ẵm ẴM, ợt ỢT, ễnh ỄNH.",
    "Chủ đề là giọt MÁU Nghĩa tình, kèm lời i I l L và chữ ß ﬁ Ǆ không đổi.",
)


def run(*arguments, codes=(0,)):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode not in codes:
        raise RuntimeError(f"{arguments}: {done.stderr}")
    return done.stdout


def read_docx(path):
    """The texts of the paper: (kind, text)."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml")).find(W + "body")
    framed = {
        p for t in body.iter(W + "tbl") if list(t.iter(W + "tblHeader")) for p in t.iter(W + "p")
    }
    texts = []
    for paragraph in body.iter(W + "p"):
        text = "".join(
            e.text or "" if e.tag == W + "t" else " "
            for e in paragraph.iter()
            if e.tag in (W + "t", W + "br", W + "tab")
        )
        texts.append(("cell" if paragraph in framed else "text", text))
    return [(k, " ".join(t.split())) for k, t in texts if t.strip()]


def read_pdf(path):
    texts, kind = [], None
    for line in run("pdfinfo", "-struct-text", path).split("\n"):
        tag = re.match(r" *(P|H\d|TH|TD|LBody|Caption|Title)\b(?! \(inline)", line)
        if tag:
            kind = "cell" if tag[1] in ("TH", "TD") else "text"
            texts.append([kind, ""])
        quoted = re.match(r' *"(.*)"$', line)
        if quoted and texts:
            texts[-1][1] += quoted[1]
    return [(k, " ".join(t.split())) for k, t in texts if t.strip()]


class Paper:
    """A plan, on paper; @lines: what has to stand there letter for letter."""

    def __init__(self, folder, kind, name, lines=()):
        self.name, self.lines = name, list(lines)
        workspace = os.path.join(folder, name + ".giothong")
        path = os.path.join(folder, f"{name}.{kind}")
        run(CLI, "export", "plan", workspace, "-o", path)
        self.texts = {"docx": read_docx, "pdf": read_pdf}[kind](path)
        if not self.lines:
            self.lines = stored_lines(workspace)


def stored_lines(workspace):
    """What is kept of a plan, without what is printed in capitals."""
    show = lambda what: json.loads(run(CLI, "show", what, workspace, "--json"))
    campaign = show("campaign")
    lines = [campaign["title"], campaign["signer_name"]]
    lines += [b["text"] for b in show("bases")]
    lines += [r["name"] for r in show("recipients")]
    for block in show("document")["blocks"]:
        # The title of an appendix is printed in capitals, whatever letters it has.
        text = block["text"] or ""
        lines += [] if block.get("appendix") else re.split(r"[\n\t]", text.replace("*", ""))
    return [l for l in lines if l]


def template(folder, key, workspace):
    issuer, parent = OFFICES[key]
    run(CLI, "new", workspace, "--template", key)
    run(CLI, "set", workspace, f"issuer={issuer}", f"parent_issuer={parent}", "province=Hòa Xuân",
        "place=Suối Mây", "signer_name=Đinh Thị Suối")


def imported(folder, name, lines):
    source, workspace = (os.path.join(folder, name + e) for e in (".txt", ".giothong"))
    with open(source, "w", encoding="utf-8") as file:
        file.write(HEAD + "\n".join("- " + l for l in lines) + TAIL)
    run(CLI, "new", workspace)
    run(CLI, "import", "plan", workspace, source)


def make_papers(folder, kind):
    path = lambda name: os.path.join(folder, name + ".giothong")
    keys = [l.split("\t")[0] for l in run(CLI, "new", "--list-templates").split("\n") if l]
    keys.remove("empty")
    for key in keys:
        template(folder, key, path(key))
    run(CLI, "new", path("sample"), "--sample")
    right = [r for r, _ in capitals.RULES.values()]
    wrong = [w for _, w in capitals.RULES.values()]
    imported(folder, "right", right)
    imported(folder, "wrong", wrong)
    imported(folder, "odd", ODD)
    own = [Paper(folder, kind, name) for name in keys + ["sample"]]
    fixed = ["Độc lập - Tự do - Hạnh phúc", "Suối Mây, ngày 12 tháng 01 năm 2027", "Nơi nhận:",
             "Tổ chức đợt hiến máu đầu năm của xã Suối Mây", "Đinh Thị Suối"]
    clerks = [Paper(folder, kind, name, lines + fixed)
              for name, lines in (("right", right), ("wrong", wrong), ("odd", list(ODD)))]
    return own, clerks


def check_rule(rule, own, clerks):
    """Nothing wrong in our words and in the sentence that is right; the wrong one is found."""
    good, bad = capitals.RULES[rule]
    faults = [f"{p.name}: {f}" for p in own + clerks[:1] for f in rule(p.texts)]
    in_wrong = [t for t in clerks[1].texts if squeeze(bad) in squeeze(t[1])]
    if len(in_wrong) != 1 or not rule(in_wrong):
        faults.append(f"not found: {bad}")
    if not any(squeeze(good) in squeeze(t) for _, t in clerks[0].texts):
        faults.append(f"not there: {good}")
    return faults


# The functions that are named in docs/the-thuc.md.


def capitals_sentences(own, clerks):
    return check_rule(capitals.sentences, own, clerks)


def capitals_units(own, clerks):
    return check_rule(capitals.units, own, clerks)


def capitals_joined_units(own, clerks):
    return check_rule(capitals.joined_units, own, clerks)


def capitals_bodies(own, clerks):
    return check_rule(capitals.bodies, own, clerks)


def capitals_special(own, clerks):
    return check_rule(capitals.special, own, clerks)


def capitals_tet(own, clerks):
    return check_rule(capitals.tet, own, clerks)


def capitals_lunar_years(own, clerks):
    return check_rule(capitals.lunar_years, own, clerks)


def capitals_weekdays(own, clerks):
    return check_rule(capitals.weekdays, own, clerks)


def capitals_holidays(own, clerks):
    return check_rule(capitals.holidays, own, clerks)


def capitals_posts(own, clerks):
    return check_rule(capitals.posts, own, clerks)


def capitals_documents(own, clerks):
    return check_rule(capitals.documents, own, clerks)


def capitals_parts(own, clerks):
    return check_rule(capitals.parts, own, clerks)


def squeeze(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def missing(paper, lines):
    whole = squeeze("\n".join(t for _, t in paper.texts))
    return [f"{paper.name}: {l}" for l in lines if squeeze(l) not in whole]


def capitals_kept(own, clerks):
    """Letter for letter as it is kept, and one letter that was changed is missed."""
    faults = [f for p in own + clerks for f in missing(p, p.lines)]
    for paper in own + clerks:
        swapped = [l.swapcase() for l in paper.lines if l.swapcase() != l and len(l) > 20]
        if not swapped or len(missing(paper, swapped)) != len(swapped):
            faults.append(f"{paper.name}: other letters are not missed")
    if len(sum((p.lines for p in own), [])) < 300:
        faults.append("there is little to compare")
    return faults


def main():
    kind = sys.argv[1]
    if not os.path.exists(CLI):
        print("1..0 # SKIP no command line")
        return
    if kind == "pdf" and shutil.which("pdfinfo") is None:
        print("1..0 # SKIP poppler-utils is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        own, clerks = make_papers(folder, kind)
    tests = [(n, f) for n, f in globals().items() if n.startswith("capitals_")]
    for i, (name, function) in enumerate(tests):
        faults = function(own, clerks)
        print(f"{'not ok' if faults else 'ok'} {i + 1} - {kind}_{name}")
        for fault in faults[:20]:
            print("# " + fault)
    print(f"1..{len(tests)}")


main()
