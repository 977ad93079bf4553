# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspace as a file: backup, restore, verify, hostile inputs, two writers, no room to write."""
import io
import os
import shutil
import subprocess
import unittest
import zipfile

from cli_case import CLI, DONE, IO, REFUSED, USAGE, WINDOWS, CliCase, main


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


class Files(CliCase):
    def test_backup_restore_verify(self):
        self.sample()
        copy = self.path("bản sao.giothong")
        self.ok("backup", self.work, "-o", copy)
        self.ok("verify", copy)
        self.assertEqual(self.show("quotas", copy), self.show("quotas"))
        before = self.digest()
        self.fails(USAGE, "backup", self.work, "-o", self.work)
        if hasattr(os, "symlink"):
            os.symlink(self.work, self.path("lối tắt"))
            self.fails(USAGE, "backup", self.work, "-o", self.path("lối tắt"))
            os.unlink(self.path("lối tắt"))
        self.fails(USAGE, "backup", self.work)
        self.assertEqual(self.digest(), before)

        self.ok("allocate", self.work, "--indicator", "donors", "--total", 9, "--by", "equal")
        changed = self.show("quotas")
        self.fails(IO, "restore", copy, "-o", self.work)
        self.assertEqual(self.show("quotas"), changed)
        self.ok("restore", copy, "-o", self.work, "--replace")
        self.assertEqual(self.show("quotas"), self.show("quotas", copy))
        fresh = self.path("mới.giothong")
        self.ok("restore", copy, "-o", fresh)
        self.ok("verify", fresh)

    def test_backup_spares_others(self):
        self.sample()
        letter = self.write("luận văn.docx", "Kính gửi")
        before = self.digest(letter)
        self.fails(IO, "backup", self.work, "-o", letter)
        self.assertEqual(self.digest(letter), before)

    def test_odd_names(self):
        self.sample()
        os.rename(self.work, self.path("-đợt.giothong"))
        here = os.getcwd()
        os.chdir(self.folder)
        try:
            self.ok("show", "campaign", "--", "-đợt.giothong")
            self.ok("show", "--json", "--", "campaign", "-đợt.giothong")
            self.ok("verify", "--", "-đợt.giothong")
            self.ok("new", ":memory:")
            self.ok("show", "campaign", ":memory:")
        finally:
            os.chdir(here)

    def test_unreadable_inputs(self):
        """A clerk reads what is wrong in one language, with the name of the file."""
        self.sample()
        before = self.digest()
        for what in ("plan", "units", "quotas", "calendar"):
            err = self.fails(IO, "import", what, self.work, self.path("không có.docx"))
            self.assertIn("The file “không có.docx” is not there", err)
            err = self.fails(IO, "import", what, self.work, self.folder)
            self.assertIn("is a folder", err)
        for text in ("KẾ HOẠCH\n", "\n\n", "# # #"):
            name = self.write("rỗng.txt", text)
            self.assertIn("“rỗng.txt”", self.fails(REFUSED, "import", "plan", self.work, name))
        self.assertEqual(self.digest(), before)

    def test_old_codes(self):
        """Texts from before Unicode, as bytes, as pasted signs and in workbooks."""
        plan = ("KÕ HO¹CH\nHiÕn m¸u t×nh nguyÖn n¨m 2027\n\nI. MôC TI£U\n"
                "- VËn ®éng tiÕp nhËn 150 ®¬n vÞ m¸u trong n¨m 2027.\n")
        units = "TT;§¬n vÞ;Qu©n sè\n1;X· An Hßa;120\n2;Tr\u00ad\u00eang THPT B¾c S¬n;80\n"
        for encoding in ("utf-8", "latin-1"):
            self.work = self.path(f"{encoding}.giothong")
            self.ok("new", self.work)
            code, _, err = self.call("import", "units", self.work,
                                     self.write("đv.csv", units.encode(encoding)))
            self.assertEqual(code, DONE, err)
            self.assertIn("TCVN3 (ABC)", err)
            self.assertEqual([u["name"] for u in self.show("units")],
                             ["Xã An Hòa", "Trường THPT Bắc Sơn"])
            code, _, err = self.call("import", "plan", self.work,
                                     self.write("kh.txt", plan.encode(encoding)))
            self.assertEqual(code, DONE, err)
            self.assertIn("TCVN3 (ABC)", err)
            self.assertEqual(self.show("campaign")["title"], "Hiến máu tình nguyện năm 2027")
            self.assertEqual([t["value"] for t in self.show("targets")], [150])

    def test_not_a_workspace(self):
        self.sample()
        with open(self.work, "rb") as source:
            data = source.read()
        hostile = {
            "text.giothong": "Không phải tập tin đợt".encode(),
            "empty.giothong": b"",
            "cut.giothong": data[:5000],
            "noise.giothong": data[:2048] + bytes(range(256)) * 40 + data[12288:],
            "zip.giothong": package({"a": "b"}),
        }
        for name, content in hostile.items():
            path = self.write(name, content)
            for verb in (["verify", path], ["show", "campaign", path], ["check", path], ["undo", path],
                         ["allocate", path, "--indicator", "donors", "--total", "5", "--by", "equal"],
                         ["restore", path, "-o", self.path("ra.giothong")]):
                self.fails(REFUSED, *verb)
            with open(path, "rb") as source:
                self.assertEqual(source.read(), content, name)
        self.assertFalse(os.path.exists(self.path("ra.giothong")))
        self.fails(IO, "show", "campaign", self.path("không có.giothong"))
        self.assertFalse(os.path.exists(self.path("không có.giothong")))

    def test_hostile_inputs(self):
        self.sample()
        before = self.digest()
        bomb = package({"xl/worksheets/sheet1.xml": b"\0" * (600 << 20),
                        "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
        entity = package({"[Content_Types].xml": "<Types/>", "word/document.xml":
                          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                          '<w:document>&a;</w:document>'})
        inputs = {
            "trống.xlsx": b"", "trống.csv": b"", "cắt.xlsx": package({"a": "b" * 9000})[:90],
            "lạ.xlsx": package({"a.txt": "không phải bảng tính"}), "bom.xlsx": bomb,
            "nhiễu.xlsx": bytes(range(256)) * 64, "nhiễu.ics": b"BEGIN:VCALENDAR\0\xff\xfe",
        }
        for name, content in inputs.items():
            path = self.write(name, content)
            for what in ("units", "quotas", "calendar"):
                err = self.fails(REFUSED, "import", what, self.work, path)
                self.assertNotIn("\x1b", err)
        for name, content in {"thực thể.docx": entity, "cắt.docx": package({"a": "b"})[:40],
                              "bom.docx": package({"word/document.xml": b" " * (600 << 20)})}.items():
            self.assertEqual(self.call("import", "plan", self.work, self.write(name, content))[0], REFUSED)
        self.fails(IO, "import", "units", self.work, self.path("không có.csv"))
        self.fails(IO, "import", "plan", self.work, self.folder)
        self.assertEqual(self.digest(), before)

    def test_hostile_arguments(self):
        self.sample()
        quotes = "" if WINDOWS else '"b"'  # no name there may have them
        odd = self.path(f"-x; rm 'a' {quotes} $(c) `d` %s %n.giothong")
        shutil.copy(self.work, odd)
        self.assertEqual(len(self.show("units", odd)), 60)
        self.fails(USAGE, "show", "--", "--json", odd)
        self.assertNotIn("\x1b", self.fails(USAGE, "show", "\x1b[31mcampaign", self.work) + self.fails(
            IO, "show", "campaign", self.path("\x1b[31m.giothong")))
        self.fails(USAGE, "show", "x" * (1000 if WINDOWS else 100000), self.work)
        code, _, err = self.call("show", b"\xff\xfe".decode("latin-1"), self.work)
        self.assertEqual(code, USAGE, err)

    def test_two_writers(self):
        self.sample()
        calls = [subprocess.Popen([CLI, "allocate", self.work, "--indicator", "donors", "--total",
                                   str(100 + i), "--by", "equal"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE) for i in range(6)]
        codes = []
        for call in calls:
            err = call.communicate(timeout=120)[1]
            codes.append(call.returncode)
            # Kept waiting too long, or held against what another has written meanwhile.
            self.assertIn(call.returncode, (DONE, IO, REFUSED), err)
        self.ok("verify", self.work)
        # Each that said it was done is in the history, the others are not.
        donors = [c for c in self.show("history") if c["rows"] and "Share out 10" in c["label"]]
        self.assertGreaterEqual(len(donors), codes.count(DONE))
        self.assertGreater(codes.count(DONE), 0)
        total = sum(q["value"] for q in self.show("quotas") if q["indicator"] == "donors")
        self.assertIn(f"Share out {total} ", donors[0]["label"])

    def test_no_room(self):
        self.sample()
        with open("/dev/full", "w") as full:
            done = subprocess.run([CLI, "show", "units", self.work], stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, IO)

    @unittest.skipIf(WINDOWS, "rights are POSIX's")
    def test_read_only_folder(self):
        self.sample()
        self.call("allocate", self.work, "--indicator", "donors", "--total", "8", "--by", "equal")
        locked = self.path("khóa")
        os.mkdir(locked)
        inside = os.path.join(locked, "đợt.giothong")
        shutil.copy(self.work, inside)
        os.chmod(inside, 0o444)
        os.chmod(locked, 0o555)
        os.chmod(self.folder, 0o755)
        if os.geteuid() == 0:  # nobody cannot look into root's folders, where the build may be
            self.program = shutil.copy(CLI, self.path("giothong-cli"))

        def drop():
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)

        # Reading works, writing says why not and changes nothing.
        self.assertEqual(self.call("show", "units", inside, preexec_fn=drop)[0], DONE)
        before = self.digest(inside)
        for verb in (["allocate", inside, "--indicator", "donors", "--total", "9", "--by", "equal"],
                     ["undo", inside], ["new", os.path.join(locked, "mới.giothong")],
                     ["export", "plan", inside, "-o", os.path.join(locked, "k.docx")],
                     ["backup", inside, "-o", os.path.join(locked, "s.giothong")]):
            self.fails(IO, *verb, preexec_fn=drop)
        self.assertEqual(self.digest(inside), before)
        self.assertEqual(os.listdir(locked), ["đợt.giothong"])


if __name__ == "__main__":
    main()
