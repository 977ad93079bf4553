# SPDX-License-Identifier: GPL-3.0-or-later
"""Each verb: what it prints, which keys its JSON has, which status it ends with."""
import json
import os
import re

from cli_case import DONE, FINDINGS, IO, REFUSED, USAGE, CliCase, main

PLAN = """ỦY BAN NHÂN DÂN XÃ MINH TÂN
BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN

Số: 12/KH-BCĐ

Minh Tân, ngày 10 tháng 12 năm 2026

KẾ HOẠCH

Tổ chức ngày hội hiến máu tình nguyện năm 2027

Căn cứ Kế hoạch số 20/KH-BCĐ ngày 25/11/2026 của Ban Chỉ đạo tỉnh về vận động hiến máu tình nguyện năm 2027;

Ban Chỉ đạo xã xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị máu.

II. NỘI DUNG

1. Thời gian: 07h00 - 11h30, ngày 06/3/2027 (thứ Bảy)

2. Địa điểm: Hội trường UBND xã.

III. TỔ CHỨC THỰC HIỆN

1. Hội Chữ thập đỏ xã

- Lập danh sách đăng ký gửi về Ban Chỉ đạo trước ngày 01/3/2027.

Trên đây là Kế hoạch của Ban Chỉ đạo xã./.

Nơi nhận:
- Ban Chỉ đạo tỉnh (để báo cáo);
- Lưu: VT.

TM. BAN CHỈ ĐẠO
TRƯỞNG BAN

Nguyễn Văn Bình
"""

UNITS = """Danh sách đơn vị,,,
Đơn vị,Đơn vị cấp trên,Quân số,Kết quả năm trước
Thôn Đông,Khối thôn,120,11
Thôn Tây,Khối thôn,80,
Trường THCS Minh Tân,Khối trường học,45,6
"""

KEYS = {
    "bases": {"number", "date", "issuer", "title", "text", "cited"},
    "targets": {"indicator", "comparator", "value", "unit", "basis", "text"},
    "units": {"id", "name", "parent", "kind", "headcount", "last_year"},
    "quotas": {"unit", "indicator", "value", "locked", "rule"},
    "calendar": {"title", "kind", "start", "end", "precision", "start_time", "end_time", "place",
                 "lead", "before", "text"},
    "tasks": {"organisation", "text", "deadline"},
    "recipients": {"name", "purpose"},
    "awards": {"name", "audience", "start", "end", "deadline"},
    "budget": {"content", "unit", "quantity", "price", "amount", "source", "note"},
    "results": {"unit", "session", "registered", "came", "donated", "bags_250", "bags_350",
                "bags_450", "blood_units"},
    "history": {"id", "at", "who", "label", "rows", "undone"},
}
CAMPAIGN = {"title", "year", "number", "symbol", "place", "date", "issuer", "parent_issuer", "theme",
            "start", "end", "signer_name", "signer_role", "authority"}


class Verbs(CliCase):
    def test_help_and_usage(self):
        self.assertRegex(self.ok("--version"), r"^giothong-cli \d+\.\d+")
        text = self.ok("--help")
        for verb in ("new", "import", "show", "allocate", "check", "undo", "redo", "export", "backup",
                     "restore", "verify", "dump-layout"):
            self.assertIn(f"giothong-cli {verb} ", text)
            self.assertIn(verb, self.ok(verb, "--help"))
        self.assertEqual(self.call()[0], USAGE)
        self.fails(USAGE, "nothing")
        self.fails(USAGE, "show")
        self.fails(USAGE, "show", "campaign", self.work, "more")
        self.fails(USAGE, "show", "everything", self.work)
        self.fails(USAGE, "new", self.work, "--no-such-option")
        self.fails(USAGE, "check", self.work, "--campaign", "x")
        self.assertEqual(self.files(), [])

    def test_vietnamese_unless_chosen(self):
        env = {"LANGUAGE": "", "GIOTHONG_LANGUAGE": "en", "LC_ALL": "C"}
        self.assertIn("There is no verb “xem”", self.call("xem", env=env)[2])
        # Plain C: what is printed is UTF-8 all the same.
        self.ok("new", self.work, "--sample", env=env)
        self.assertIn("Tết Đinh Mùi", self.ok("show", "campaign", self.work, env=env))

    def test_language_of_the_settings(self):
        """Vietnamese if they do not say otherwise, from the first start to the last."""
        folder = self.path("cấu hình")
        os.makedirs(os.path.join(folder, "giothong"))
        env = {"LANGUAGE": "", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder,
               "GIOTHONG_LOCALEDIR": os.path.join(os.environ["GIOTHONG_BUILD_ROOT"], "po")}
        for settings, words in ((None, "Không có lệnh"), ("[start]\nversion=1\n", "Không có lệnh"),
                                ("[interface]\nlanguage=vi\n", "Không có lệnh"),
                                ("[interface]\nlanguage=en\n", "There is no verb")):
            if settings:
                with open(os.path.join(folder, "giothong", "settings.ini"), "w") as out:
                    out.write(settings)
            self.assertIn(words, self.call("xem", env=env)[2], settings)

    def test_templates(self):
        lines = self.ok("new", "--list-templates").splitlines()
        keys = [line.split("\t")[0] for line in lines]
        self.assertEqual(keys[0], "empty")
        self.assertIn("commune", keys)
        self.assertNotIn("sample", keys)
        for key in keys:
            path = self.path(f"{key}.giothong")
            self.ok("new", path, "--template", key, "--year", 2028)
            self.assertEqual(self.show("campaign", path)["year"], 2028)
        self.fails(USAGE, "new", self.work, "--template", "không có")
        self.fails(USAGE, "new", self.work, "--template", "commune", "--sample")
        self.fails(USAGE, "new", self.work, "--year", 99999)
        self.fails(USAGE, "new")
        self.assertFalse(os.path.exists(self.work))
        before = self.digest(path)
        self.fails(IO, "new", path)
        self.assertEqual(self.digest(path), before)

    def test_show(self):
        self.sample()
        self.assertLessEqual(CAMPAIGN, set(self.show("campaign")))
        for what, keys in KEYS.items():
            rows = self.show(what)
            self.assertGreater(len(rows), 0, what)
            for row in rows:
                self.assertLessEqual(keys, set(row), what)
            self.assertGreater(len(self.ok("show", what, self.work).splitlines()), len(rows) // 2)
        document = self.show("document")
        self.assertGreater(len(document["blocks"]), 20)
        for block in document["blocks"]:
            self.assertLessEqual({"level", "number", "kind", "text"}, set(block))
            self.assertIn(block["kind"], ("heading", "paragraph", "item", "table"))
            self.assertNotIn("{{", block["text"])
        self.assertIn("KẾ HOẠCH", self.ok("show", "document", self.work))

    def test_show_values(self):
        self.sample()
        campaign = self.show("campaign")
        self.assertEqual((campaign["year"], campaign["number"], campaign["symbol"], campaign["date"]),
                         (2027, "07", "KH-BCĐ", "2026-12-15"))
        self.assertEqual((campaign["start"], campaign["end"]), ("2027-01-05", "2027-03-15"))
        self.assertEqual(campaign["signer_role"], campaign["signer_post"])
        self.assertEqual(campaign["signer_title"], "TRƯỞNG BAN")
        self.assertEqual(len(self.show("units")), 60)
        festival = [a for a in self.show("calendar") if a["kind"] == "festival"][0]
        self.assertEqual((festival["start"], festival["start_time"]), ("2027-02-21", "06:30"))
        for result in self.show("results"):
            if result["donated"] is not None:
                units = (result["bags_250"] * 10 + result["bags_350"] * 14 + result["bags_450"] * 18) / 10
                self.assertEqual(result["blood_units"], units)
        for row in self.show("awards"):
            self.assertRegex(row["deadline"], r"^2027-\d\d-\d\d$")
        # What is blank is null, not "".
        empty = self.path("trống.giothong")
        self.ok("new", empty)
        self.assertIsNone(self.show("campaign", empty)["number"])
        self.assertIsNone(self.show("campaign", empty)["date"])
        self.assertEqual(self.show("targets", empty), [])

    def test_campaign_option(self):
        self.sample()
        self.ok("import", "plan", self.work, self.write("kế hoạch.txt", PLAN))
        ids = {}
        for i in (1, 2):
            ids[i] = self.json("show", "campaign", self.work, "--campaign", i)
        self.assertNotEqual(ids[1]["title"], ids[2]["title"])
        self.fails(USAGE, "show", "campaign", self.work, "--campaign", 99)
        # Options may stand anywhere, "--" ends them.
        out = self.ok("show", "--json", "--campaign", 2, "campaign", "--", self.work)
        self.assertEqual(json.loads(out), ids[2])

    def test_import_plan(self):
        self.ok("new", self.work)
        plan = self.write("kế hoạch năm trước.txt", PLAN)
        before = self.digest()
        dry = self.json("import", "plan", self.work, plan, "--dry-run")
        self.assertTrue(dry["dry_run"])
        self.assertEqual(self.digest(), before)
        told = self.json("import", "plan", self.work, plan)
        self.assertEqual({**told, "dry_run": True, "campaign": None}, dry)
        campaign = self.show("campaign")
        self.assertEqual((campaign["number"], campaign["symbol"], campaign["date"]),
                         ("12", "KH-BCĐ", "2026-12-10"))
        self.assertEqual(campaign["signer_name"], "Nguyễn Văn Bình")
        self.assertEqual([b["number"] for b in self.show("bases")], ["20/KH-BCĐ"])
        self.assertIn(("blood-units", 150), [(t["indicator"], t["value"]) for t in self.show("targets")])
        calendar = self.show("calendar")
        self.assertIn(("2027-03-06", "session", "07:00"),
                      [(a["start"], a["kind"], a["start_time"]) for a in calendar])
        self.assertIn(("2027-03-01", True), [(a["start"], a["before"]) for a in calendar])
        self.assertEqual([r["purpose"] for r in self.show("recipients")], ["để báo cáo", None])
        # No line is lost.
        text = self.ok("show", "document", self.work)
        squeeze = lambda s: re.sub(r"\W+", "", s).lower()
        for line in PLAN.splitlines():
            self.assertIn(squeeze(line), squeeze(text), line)
        # A second time it is the same campaign.
        before = self.digest()
        self.ok("import", "plan", self.work, plan)
        self.assertEqual(self.digest(), before)

    def test_import_units(self):
        self.ok("new", self.work)
        units = self.write("đơn vị.csv", UNITS)
        before = self.digest()
        dry = self.json("import", "units", self.work, units, "--dry-run")
        self.assertEqual(self.digest(), before)
        told = self.json("import", "units", self.work, units)
        self.assertEqual((told["added"], told["changed"], told["refused"]), (5, 0, 0))
        self.assertEqual({**told, "dry_run": True}, dry)
        rows = {u["name"]: u for u in self.show("units")}
        self.assertEqual(rows["Thôn Đông"]["parent"], "Khối thôn")
        self.assertEqual((rows["Thôn Tây"]["headcount"], rows["Thôn Tây"]["last_year"]), (80, None))
        again = self.json("import", "units", self.work, units)
        self.assertEqual((again["added"], again["changed"], again["unchanged"]), (0, 0, 3))
        self.ok("undo", self.work)
        self.assertEqual(self.show("units"), [])

    def test_import_quotas_and_calendar(self):
        self.sample()
        quotas = self.write("chỉ tiêu.csv", "Đơn vị,Đơn vị máu\nXã An Hòa,82\nXã Không Có,4\n")
        code, out, err = self.call("import", "quotas", self.work, quotas, "--json")
        self.assertEqual(code, DONE, err)
        found = [q["value"] for q in self.show("quotas")
                 if q["unit"] == "Xã An Hòa" and q["indicator"] == "blood-units"]
        self.assertEqual(found, [82])
        self.assertIn("Xã Không Có", out)
        nobody = self.write("lạ.csv", "Đơn vị,Đơn vị máu\nXã Không Có,4\n")
        before = self.digest()
        self.assertEqual(self.call("import", "quotas", self.work, nobody)[0], REFUSED)
        self.assertEqual(self.digest(), before)

        out = self.path("lịch.ics")
        self.ok("export", "calendar", self.work, "-o", out)
        count = len(self.show("calendar"))
        self.json("import", "calendar", self.work, out)
        self.assertEqual(len(self.show("calendar")), count)
        self.fails(USAGE, "import", "people", self.work, out)

    def test_check(self):
        self.sample()
        code, out, err = self.call("check", self.work, "--json")
        self.assertEqual(code, DONE, out)
        bad = self.write("hỏng.txt", PLAN.replace("ngày 06/3/2027", "ngày 31/02/2027"))
        self.ok("import", "plan", self.work, bad)
        ids = [self.json("show", "campaign", self.work, "--campaign", i)["title"] for i in (1, 2)]
        self.assertEqual(len(ids), 2)
        code, out, _ = self.call("check", self.work, "--campaign", 2, "--json")
        self.assertEqual(code, FINDINGS)
        self.assertIn("impossible-date", out)
        code, out, _ = self.call("check", self.work, "--campaign", 2)
        self.assertEqual(code, FINDINGS)
        self.assertIn("impossible-date", out)

    def test_check_fix(self):
        self.sample()
        before = self.digest()
        self.ok("check", self.work, "--fix")
        self.assertEqual(self.digest(), before, "nothing to correct, nothing written")

        bad = self.write("sai.txt", PLAN.replace("- Vận động", "- Phân đấu vận động"))
        self.ok("import", "plan", self.work, bad)
        code, out, _ = self.call("check", self.work, "--campaign", 2, "--json")
        wrong = [f for f in json.loads(out)["findings"] if f["code"] == "spelling"]
        self.assertEqual(len(wrong), 1)
        finding = wrong[0]
        self.assertEqual(finding["part"], "block")
        self.assertEqual(finding["index"], finding["block"])
        self.assertTrue(finding["fix"]["safe"])
        self.assertEqual([e["kind"] for e in finding["fix"]["edits"]], ["replace"])
        blocks = self.json("show", "document", self.work, "--campaign", 2)["blocks"]
        text = blocks[finding["index"]]["text"].encode()
        start, length = finding["start"], finding["length"]
        self.assertEqual(text[start:start + length].decode(), "Phân đấu")

        code, out, _ = self.call("check", self.work, "--campaign", 2, "--fix", "--json")
        self.assertGreaterEqual(json.loads(out)["fixed"], 1)
        self.assertNotIn("spelling", out)
        after = self.json("show", "document", self.work, "--campaign", 2)["blocks"]
        self.assertIn("Phấn đấu", after[finding["index"]]["text"])
        self.ok("undo", self.work)
        self.assertEqual(self.json("show", "document", self.work, "--campaign", 2)["blocks"], blocks)

    def test_undo_redo(self):
        self.sample()
        before = self.show("quotas")
        self.ok("allocate", self.work, "--indicator", "blood-units", "--total", 2000, "--by", "equal")
        after = self.show("quotas")
        self.assertNotEqual(before, after)
        self.assertIn("2.000", self.ok("undo", self.work))
        self.assertEqual(self.show("quotas"), before)
        self.assertIn("2.000", self.ok("redo", self.work))
        self.assertEqual(self.show("quotas"), after)
        self.fails(REFUSED, "redo", self.work)
        self.assertTrue(any("2.000" in change["label"] for change in self.show("history")))

    def test_export(self):
        self.sample()
        for kind, endings in (("plan", ("docx", "pdf", "txt")), ("summary", ("xlsx", "pdf")),
                              ("calendar", ("ics", "xlsx", "pdf"))):
            for ending in endings:
                out = self.path(f"{kind} bản đẹp.{ending}")
                self.ok("export", kind, self.work, "-o", out)
                self.assertGreater(os.path.getsize(out), 500)
            self.fails(USAGE, "export", kind, self.work, "-o", self.path("x.odt"))
        self.fails(USAGE, "export", "plan", self.work)
        self.fails(USAGE, "export", "everything", self.work, "-o", self.path("x.pdf"))
        before = self.files()
        self.fails(IO, "export", "plan", self.work, "-o", self.path("không có/x.docx"))
        self.assertEqual(self.files(), before)
        self.assertRegex(self.ok("dump-layout", self.work), r"^page 1 ")


if __name__ == "__main__":
    main()
