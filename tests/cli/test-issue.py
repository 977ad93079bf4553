# SPDX-License-Identifier: GPL-3.0-or-later
"""Issuing by command line: number, freezing, paper, amendment, comparison, register."""
import sqlite3
import subprocess
import unittest

from cli_case import DONE, REFUSED, USAGE, CliCase, main

DAY = "2026-12-15"


class Issue(CliCase):
    def issue(self, *arguments):
        return self.json("issue", self.work, "--date", DAY, "--overrule", *arguments)

    def state(self):
        return self.show("campaign")["plan_state"]

    def paper(self, version, name):
        path = self.path(name)
        self.ok("export", "plan", self.work, "--version", version, "-o", path)
        with open(path, "rb") as source:
            return source.read()

    def test_way(self):
        self.sample()
        register_before = self.show("register")
        issued = self.issue("--number", 5)
        self.assertEqual(issued, {"version": 1, "number": "05", "symbol": issued["symbol"], "date": DAY})
        self.assertEqual(self.state(), "issued")
        self.assertEqual(self.show("campaign")["number"], "05")
        self.assertEqual(self.show("campaign")["date"], DAY)
        self.assertFalse([b for b in self.show("document")["blocks"] if b["kind"] == "live"])
        self.assertEqual(self.show("versions")[0]["sha256"] is not None, True)
        register = self.show("register")
        self.assertEqual([n["number"] for s in register for n in s["numbers"] if n["registered"]], ["05"])

        # Undo takes all of it back.
        self.ok("undo", self.work)
        self.assertNotEqual(self.state(), "issued")
        self.assertEqual(self.show("versions"), [])
        self.assertEqual(self.show("register"), register_before)
        self.ok("redo", self.work)
        first = self.paper(1, "một.pdf")
        self.assertTrue(first.startswith(b"%PDF-"))

        self.assertEqual(self.json("compare", self.work)["changed"], 0)
        self.assertEqual(self.ok("amend", self.work, "--reason", "đổi ngày"), "")
        self.assertEqual(self.state(), "amended")
        again = self.json("issue", self.work, "--date", "2026-12-20", "--overrule")
        self.assertEqual((again["version"], again["number"]), (2, "06"))
        self.assertEqual([v["amended_because"] for v in self.show("versions")], ["đổi ngày", None])
        self.assertEqual(self.paper(1, "lại.pdf"), first)
        self.assertNotEqual(self.paper(2, "hai.pdf"), first)
        changes = self.json("compare", self.work, "--version", 1, "--with", 2)
        self.assertEqual((changes["added"], changes["removed"]), (0, 0))
        pieces = [p for line in changes["paragraphs"] for p in line.get("pieces", [])]
        self.assertIn({"kind": "removed", "text": "05"}, pieces)
        self.assertIn({"kind": "added", "text": "06"}, pieces)
        for line in changes["paragraphs"]:
            if line["kind"] == "changed":
                for side, without in (("old", "added"), ("new", "removed")):
                    self.assertEqual("".join(p["text"] for p in line["pieces"] if p["kind"] != without),
                                     line[side])
        text = self.ok("compare", self.work, "--version", "1", "--with", "2")
        self.assertIn("[-05-]{+06+}", text)

    def test_paper_says_what_was_issued(self):
        self.sample()
        self.issue("--number", 7)
        self.paper(1, "giấy.pdf")
        self.ok("export", "plan", self.work, "-o", self.path("nay.pdf"))
        texts = [subprocess.run(["pdftotext", "-layout", self.path(name), "-"], stdout=subprocess.PIPE,
                                check=True).stdout.decode() for name in ("giấy.pdf", "nay.pdf")]
        self.assertEqual(texts[0], texts[1])
        self.assertIn("07/", texts[0])
        self.assertIn("ngày 15 tháng 12 năm 2026", texts[0])

    def test_refusals_change_nothing(self):
        self.sample()
        before = self.digest()
        self.fails(USAGE, "issue", self.work)
        self.fails(USAGE, "issue", self.work, "--date", "31/11/2026")
        self.fails(USAGE, "issue", self.work, "--date", DAY, "--number", -1)
        self.fails(USAGE, "amend", self.work)
        self.fails(USAGE, "amend", self.work, "--reason", "  ")
        self.fails(REFUSED, "amend", self.work, "--reason", "lý do")
        self.fails(REFUSED, "compare", self.work)
        self.fails(REFUSED, "export", "plan", self.work, "--version", 1, "-o", self.path("a.pdf"))
        self.fails(USAGE, "export", "plan", self.work, "--version", 1, "-o", self.path("a.docx"))
        self.fails(USAGE, "export", "summary", self.work, "--version", 1, "-o", self.path("a.pdf"))
        self.assertEqual(self.digest(), before)
        self.assertEqual(self.show("versions"), [])

    def test_findings_stand_in_the_way(self):
        self.sample()
        db = sqlite3.connect(self.work)
        with db:
            db.execute("UPDATE plan SET signer_name = ''")
        db.close()
        before = self.digest()
        for extra in ([], ["--overrule"]):
            code, out, err = self.call("issue", self.work, "--date", DAY, *extra)
            self.assertEqual((code, out), (REFUSED, ""))
            self.assertGreater(len(err.splitlines()), 1)
        self.assertEqual(self.digest(), before)

    def test_taken_number(self):
        self.sample()
        self.issue("--number", 5)
        self.ok("amend", self.work, "--reason", "lý do")
        db = sqlite3.connect(self.work)
        with db:
            db.execute("INSERT INTO document_number (series_id, number, title)"
                       " SELECT id, 6, 'Giấy mời họp' FROM document_series")
        db.close()
        before = self.digest()
        message = self.fails(REFUSED, "issue", self.work, "--date", DAY, "--number", 6, "--overrule")
        self.assertIn("Giấy mời họp", message)
        self.assertIn("07", message)
        self.assertEqual(self.digest(), before)
        self.assertEqual(self.json("issue", self.work, "--date", DAY, "--overrule")["number"], "07")

    def test_damaged_paper(self):
        self.sample()
        self.issue("--number", 5)
        db = sqlite3.connect(self.work)
        with db:
            db.execute("UPDATE document_file SET data = x'255044462d312e35'")
        db.close()
        self.fails(REFUSED, "export", "plan", self.work, "--version", 1, "-o", self.path("a.pdf"))
        self.assertNotIn("a.pdf", self.files())
        self.assertEqual(self.call("compare", self.work)[0], DONE)


if __name__ == "__main__":
    main()
