# SPDX-License-Identifier: GPL-3.0-or-later
"""Allocation through the command line: exact sums, rules, locks, refusals, many units."""
import random

from cli_case import DONE, REFUSED, USAGE, CliCase, main


class Allocate(CliCase):
    def allocate(self, *arguments):
        return self.json("allocate", self.work, "--indicator", "blood-units", *arguments)

    def test_rules(self):
        self.sample()
        locked = {q["unit"]: q["value"] for q in self.show("quotas")
                  if q["locked"] and q["indicator"] == "blood-units"}
        for rule in ("headcount", "last-year", "equal", "weight"):
            told = self.allocate("--total", 1777, "--by", rule, "--min", 3)
            self.assertEqual(told["total"], 1777)
            self.assertEqual(sum(q["value"] for q in told["quotas"]), 1777)
            stored = {q["unit"]: q["value"] for q in self.show("quotas")
                      if q["indicator"] == "blood-units"}
            self.assertEqual(stored, {q["unit"]: q["value"] for q in told["quotas"]})
            self.assertGreaterEqual(min(stored.values()), 3)
            for unit, value in locked.items():
                self.assertEqual(stored[unit], value)
        told = self.allocate("--total", 540, "--by", "equal", "--replace-locked")
        self.assertEqual({q["value"] for q in told["quotas"]}, {10})
        told = self.allocate("--total", 100, "--by", "weight", "--below", "Khối y tế",
                             "--weight", "Trạm Y tế xã An Hòa=96", "--replace-locked")
        self.assertEqual({q["unit"]: q["value"] for q in told["quotas"]}["Trạm Y tế xã An Hòa"], 96)

    def test_dry_run(self):
        self.sample()
        before = self.digest()
        told = self.allocate("--total", 1777, "--by", "headcount", "--dry-run")
        self.assertEqual(told["total"], 1777)
        self.assertEqual(self.digest(), before)

    def test_refused(self):
        self.sample()
        before = self.digest()
        for wrong in (["--total", 10, "--by", "headcount", "--min", 50],
                      ["--total", 1000000, "--by", "headcount", "--max", 5]):
            self.fails(REFUSED, "allocate", self.work, "--indicator", "blood-units", *wrong)
        for wrong in (["--total", "nhiều", "--by", "equal"], ["--total", -5, "--by", "equal"],
                      ["--total", 5, "--by", "import"], ["--total", 5], ["--by", "equal"],
                      ["--total", 5, "--by", "equal", "--below", "Xã Không Có"],
                      ["--total", 5, "--by", "weight", "--weight", "Xã An Hòa"],
                      ["--total", 5, "--by", "equal", "--weight", "Xã An Hòa=2"],
                      ["--total", 5, "--by", "equal", "--min", "-9"],
                      ["--total", "99999999999999999999", "--by", "equal"]):
            self.fails(USAGE, "allocate", self.work, "--indicator", "blood-units", *wrong)
        self.fails(USAGE, "allocate", self.work, "--total", 5, "--by", "equal")
        self.fails(USAGE, "allocate", self.work, "--indicator", "year-percent", "--total", 5, "--by",
                   "equal")
        self.assertEqual(self.digest(), before)
        empty = self.path("trống.giothong")
        self.ok("new", empty)
        self.fails(REFUSED, "allocate", empty, "--indicator", "donors", "--total", 5, "--by", "equal")

    def test_many_units(self):
        chance = random.Random(11000)
        self.ok("new", self.work)
        lines = ["Đơn vị,Đơn vị cấp trên,Quân số"]
        lines += [f"Đơn vị số {i},Khối {i % 110},{chance.randint(0, 400)}" for i in range(11000)]
        units = self.write("nhiều.csv", "\n".join(lines) + "\n")
        told = self.json("import", "units", self.work, units)
        self.assertEqual(told["added"], 11110)
        told = self.json("allocate", self.work, "--indicator", "registrations", "--total", 123457,
                         "--by", "headcount")
        self.assertEqual(len(told["quotas"]), 11000)
        self.assertEqual(sum(q["value"] for q in told["quotas"]), 123457)
        self.assertEqual(self.call("undo", self.work)[0], DONE)
        self.assertEqual(self.show("quotas"), [])


if __name__ == "__main__":
    main()
