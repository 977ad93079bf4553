# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line tests share: a folder of their own and the program to call."""
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["GIOTHONG_CLI"]
WINDOWS = CLI.endswith(".exe")
DONE, FINDINGS, USAGE, REFUSED, IO = range(5)


class CliCase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="giothong cli ế ")
        self.work = self.path("đợt xuân.giothong")
        self.program = CLI

    def tearDown(self):
        for root, _, _ in os.walk(self.folder):
            os.chmod(root, 0o700)
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        with open(self.path(name), "wb") as out:
            out.write(data)
        return self.path(name)

    def call(self, *arguments, env=None, preexec_fn=None):
        done = subprocess.run([self.program, *[str(a) for a in arguments]], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env={**os.environ, **(env or {})}, timeout=120,
                              preexec_fn=preexec_fn)
        self.assertGreaterEqual(done.returncode, 0, f"crashed: {arguments}\n{done.stderr.decode()}")
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def ok(self, *arguments, **keywords):
        code, out, err = self.call(*arguments, **keywords)
        self.assertEqual(code, DONE, f"{arguments}: {err}")
        return out

    def fails(self, status, *arguments, **keywords):
        """The status, one message on standard error, nothing on standard output."""
        code, out, err = self.call(*arguments, **keywords)
        self.assertEqual(code, status, f"{arguments}: {err}")
        self.assertEqual(out, "")
        self.assertTrue(err.startswith("giothong-cli: "), err)
        return err

    def json(self, *arguments):
        return json.loads(self.ok(*arguments, "--json"))

    def show(self, what, path=None):
        return self.json("show", what, path or self.work)

    def sample(self):
        self.ok("new", self.work, "--sample")
        return self.work

    def digest(self, path=None):
        with open(path or self.work, "rb") as source:
            return hashlib.sha256(source.read()).hexdigest()

    def files(self):
        return sorted(os.listdir(self.folder))


def main():
    unittest.main(verbosity=2)
