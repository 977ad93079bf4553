#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a program in the middle of issuing (SIGKILL), at random moments: the plan is issued whole,
with number, version and paper, or not at all. test-kill-issue.py WRITER [TIMES]"""

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# A run lives up to this long after the writer has begun: long enough for a round or two; longer on a
# machine too busy for that.
LONGEST_LIFE_S = 0.4
LIMIT_S = 4


def run_and_kill(writer, path, rng, longest):
    """Whether it got to issue anything."""
    with subprocess.Popen([writer, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        first = child.stdout.readline()
        time.sleep(rng.random() * longest)
        child.send_signal(signal.SIGKILL)
        out, err = child.communicate()
    if child.returncode != -signal.SIGKILL or first.strip() != b"ready":
        raise AssertionError(f"the writer ended by itself ({child.returncode}): {err.decode()}")
    return b"issued" in out


def check(path):
    connection = sqlite3.connect(path)
    try:
        state, number = connection.execute("SELECT state, number FROM plan").fetchone()
        versions = connection.execute("SELECT number, file_sha256 FROM plan_version").fetchall()
        numbers = connection.execute("SELECT number FROM document_number").fetchall()
        files = dict(connection.execute("SELECT sha256, data FROM document_file").fetchall())
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise AssertionError("integrity_check")
    finally:
        connection.close()
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() != name:
            raise AssertionError("a file is not what its name says")
    whole = (state, number, len(versions), numbers) == ("issued", "05", 1, [(5,)])
    nothing = state != "issued" and not versions and not numbers
    if not whole and not nothing:
        raise AssertionError(f"half issued: {state}, {number}, {versions}, {numbers}")
    if whole and versions[0][1] not in files:
        raise AssertionError("issued without its paper")
    return whole


def main():
    writer, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    seed = int(os.environ.get("GIOTHONG_TEST_SEED", random.randrange(1 << 32)))
    rng = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="giothong-kill-issue-")
    path = os.path.join(folder, "a.giothong")
    seen = {True: 0, False: 0}
    n_busy, n_journals, longest = 0, 0, LONGEST_LIFE_S
    print("1..1")
    print(f"# seed {seed}")
    try:
        for i in range(times):
            n_busy += run_and_kill(writer, path, rng, longest)
            if n_busy <= i // 4:
                longest = min(1.5 * longest, LIMIT_S)
            n_journals += os.path.exists(path + "-journal")
            if i % 4 == 0:  # each fourth time the program itself finds what the crash left
                subprocess.run([writer, "--verify", path], check=True, stdout=subprocess.DEVNULL)
            seen[check(path)] += 1
        subprocess.run([writer, "--verify", path], check=True, stdout=subprocess.DEVNULL)
        print(f"# {times} times killed: {seen[True]} times issued, {seen[False]} not,"
              f" {n_journals} commits found interrupted")
        if not n_busy:
            raise AssertionError("the writer never got to issue")
        print("ok 1 /session/kill-issue")
    except (AssertionError, subprocess.CalledProcessError) as error:
        print(f"# {error}\nnot ok 1 /session/kill-issue")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
