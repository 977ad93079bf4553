# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a plan without a window, from each template: made, filled in, checked, written, issued,
amended, compared, rolled forward."""
import os

from cli_case import REFUSED, USAGE, CliCase, main

FILLED = ["province=tỉnh Hòa Xuân", "parent_issuer=Ủy ban nhân dân xã Đông Hà", "issuer=Ban Chỉ đạo xã Đông Hà",
          "symbol=KH-BCĐ", "place=Đông Hà", "signer_name=Lê Thị Mẫu"]
# Of the old three levels.
YEARS = {"district": 2024}


class WholeWayTest(CliCase):
    def templates(self):
        return [line.split("\t")[0] for line in self.ok("new", "--list-templates").splitlines()]

    def findings(self, severity):
        _, out, _ = self.call("check", self.work, "--json")
        return [f for f in self.parse(out)["findings"] if f["severity"] == severity]

    def parse(self, text):
        import json
        return json.loads(text)

    def go(self, template):
        year = YEARS.get(template, 2027)
        self.ok("new", self.work, "--template", template, "--year", year)
        if template == "empty":
            return
        self.ok("set", self.work, *FILLED)
        self.assertEqual(self.findings("error"), [], template)
        for ending in ("txt", "docx", "pdf"):
            out = self.path("ra." + ending)
            self.ok("export", "plan", self.work, "-o", out)
            self.assertGreater(os.path.getsize(out), 500)
            if ending == "txt":
                with open(out, encoding="utf-8") as text:
                    printed = text.read()
                self.assertIn("Lê Thị Mẫu", printed)
                self.assertNotIn("{{", printed)
                self.assertNotIn("$(", printed)
        issued = self.json("issue", self.work, "--date", f"{year - 1}-11-30" if template != "sector" else f"{year}-05-05")
        self.assertEqual(issued["version"], 1)
        self.fails(REFUSED, "set", self.work, "place=Khác")
        self.ok("amend", self.work, "--reason", "đổi tên")
        self.assertEqual({line["kind"] for line in self.json("compare", self.work)["paragraphs"]}, {"same"})
        self.ok("set", self.work, "title=Một trích yếu khác")
        changed = [line for line in self.json("compare", self.work)["paragraphs"] if line["kind"] != "same"]
        self.assertTrue(changed)
        self.assertIn("Một trích yếu khác", " ".join(line.get("new") or "" for line in changed))
        before = self.show("calendar")
        self.ok("roll", self.work, "--year", year + 1)
        self.assertEqual(self.show("campaign")["year"], year + 1)
        self.assertEqual(len(self.show("calendar")), len(before))
        document = self.show("document")["blocks"]
        self.assertTrue([b for b in document if b.get("live")], "the parts are live again")
        self.assertEqual(self.findings("error"), [], template)

    def test_templates(self):
        for template in self.templates():
            with self.subTest(template):
                self.work = self.path(template + ".giothong")
                self.go(template)

    def test_set(self):
        self.ok("new", self.work, "--template", "commune", "--year", 2027)
        self.ok("set", self.work, "province=tỉnh Hòa Xuân", "place= An Hòa ", "signer_name=Lê Thị Mẫu")
        campaign = self.show("campaign")
        self.assertEqual((campaign["place"], campaign["signer_name"]), ("An Hòa", "Lê Thị Mẫu"))
        self.assertIn("tỉnh Hòa Xuân", self.show("bases")[2]["text"])
        before = self.digest()
        self.ok("set", self.work, "place=An Hòa")
        for wrong in ([], ["place"], ["nơi=x"], ["number=5"], ["=x"]):
            self.fails(USAGE, "set", self.work, *wrong)
        self.assertEqual(self.digest(), before)
        self.ok("undo", self.work)
        self.assertIsNone(self.show("campaign")["signer_name"])


if __name__ == "__main__":
    main()
