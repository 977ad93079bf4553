# SPDX-License-Identifier: GPL-3.0-or-later
"""Rolling forward through the command line: the list, what is made, what is left out, refusals."""
from cli_case import REFUSED, USAGE, CliCase, main


class Roll(CliCase):
    def roll(self, *arguments, year=2028):
        return self.json("roll", self.work, "--year", year, *arguments)

    def test_list_and_make(self):
        self.sample()
        before = self.digest()
        told = self.roll("--dry-run")
        self.assertEqual(self.digest(), before)
        self.assertEqual((told["from"], told["year"], told["campaign"]), (2027, 2028, None))
        self.assertEqual([c["number"] for c in told["changes"]], list(range(1, len(told["changes"]) + 1)))
        self.assertEqual({c["group"] for c in told["changes"]},
                         {"dates", "names", "bases", "targets", "issue"})
        made = self.roll()
        self.assertEqual(made["changes"], told["changes"])
        self.assertIsNotNone(made["campaign"])
        campaign = self.show("campaign")
        self.assertEqual(campaign["year"], 2028)
        self.assertIsNone(campaign["number"])
        self.assertIsNone(campaign["date"])
        self.assertIn("Mậu Thân", campaign["title"])
        self.assertEqual(self.show("results"), [])
        festival = [a for a in self.show("calendar") if a["kind"] == "festival"]
        self.assertEqual([a["start"] for a in festival], ["2028-02-10"])  # 15 days after Tết, as before
        bases = self.show("bases")
        self.assertIn("41/KH-BCĐ", [b["number"] for b in bases])
        # every text that is listed is there
        texts = "\n".join(b["text"] for b in self.show("document")["blocks"])
        for change in made["changes"]:
            if change["wanted"] and change["subject"] == "block" and change["text"]:
                start = len(change["text"].encode()[:change["start"]].decode())
                self.assertEqual(change["text"][start:start + len(change["before"])], change["before"])
                self.assertIn(change["after"], texts)

    def test_old_one_stays(self):
        self.sample()
        old = {what: self.show(what) for what in ("campaign", "calendar", "quotas", "results", "document")}
        self.roll()
        for what, told in old.items():
            self.assertEqual(self.json("show", what, self.work, "--campaign", "1"), told)
        self.ok("undo", self.work)
        for what, told in old.items():
            self.assertEqual(self.show(what), told)
        self.ok("verify", self.work)

    def test_skip(self):
        self.sample()
        told = self.roll("--dry-run")["changes"]
        title = next(c for c in told if c["before"] == "Đinh Mùi" and c["subject"] == "plan")
        quotas = [c for c in told if c["subject"] == "quota"]
        made = self.roll("--skip", title["number"], *[w for c in quotas for w in ("--skip", c["number"])])
        self.assertFalse(made["changes"][title["number"] - 1]["wanted"])
        self.assertIn("Đinh Mùi", self.show("campaign")["title"])
        self.assertEqual(self.show("quotas"), [])

    def test_people_read_it(self):
        self.sample()
        out = self.ok("roll", self.work, "--year", 2028, "--dry-run")
        for words in ("Đinh Mùi → Mậu Thân", "\nLegal bases\n", "41/KH-BCĐ", "!"):
            self.assertIn(words, out)

    def test_refused(self):
        self.sample()
        before = self.digest()
        self.fails(REFUSED, "roll", self.work, "--year", 2027)
        for wrong in ([], ["--year", 1800], ["--year", "sang năm"], ["--year", 2028, "--skip", 0],
                      ["--year", 2028, "--skip", 9999], ["--year", 2028, "--skip", "tết"]):
            self.fails(USAGE, "roll", self.work, *wrong)
        self.assertEqual(self.digest(), before)


if __name__ == "__main__":
    main()
