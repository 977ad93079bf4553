#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a writer (SIGKILL) at random moments: no edit it said was on disk may be lost, and the file
must be sound each time. test-kill.py WRITER [TIMES]"""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# A run lives up to this long after its start: long enough to be killed while it opens the file,
# while it commits and between commits; longer on a machine too busy for that.
LONGEST_LIFE_S = 0.12
LIMIT_S = 4


def run_and_kill(writer, path, rng, longest):
    """What the writer said until it was killed."""
    with subprocess.Popen([writer, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        time.sleep(rng.random() * longest)
        child.send_signal(signal.SIGKILL)
        out, err = child.communicate()
    # A line cut in the middle was not said.
    said = out.decode().split("\n")[:-1]
    return said, err.decode().strip(), child.returncode


def stored_numbers(path):
    connection = sqlite3.connect(path)
    try:
        state = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        names = connection.execute("SELECT name FROM unit").fetchall()
        # One edit is one transaction: all the quotas carry the number of one edit.
        values = connection.execute("SELECT DISTINCT value FROM quota").fetchall()
    finally:
        connection.close()
    if state != [("ok",)]:
        raise AssertionError(f"integrity_check: {state[:3]}")
    if orphans:
        raise AssertionError(f"foreign_key_check: {orphans[:3]}")
    return {int(m[1]) for (n,) in names if (m := re.fullmatch(r"edit (\d+)", n))}, values


def check(path, acknowledged, said):
    """Raises unless all that was acknowledged is there; gives the numbers that are."""
    numbers, values = stored_numbers(path)
    undoing = re.fullmatch(r"undoing (\d+)", said[-1]) if said else None
    expected = acknowledged - ({int(undoing[1])} if undoing else set())
    lost = expected - numbers
    if lost:
        raise AssertionError(f"lost: {sorted(lost)[:5]}")
    extra = numbers - acknowledged
    if len(extra) > 1:  # committed, and killed before it could say so
        raise AssertionError(f"edits nobody made: {sorted(extra)[:5]}")
    if len(values) > 1:
        raise AssertionError(f"half an edit: {values}")
    return numbers


def main():
    writer, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(os.environ.get("GIOTHONG_TEST_SEED", random.randrange(1 << 32)))
    rng = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="giothong-kill-")
    path = os.path.join(folder, "a.giothong")
    acknowledged, n_journals, longest = set(), 0, LONGEST_LIFE_S
    print("1..1")
    print(f"# seed {seed}")
    try:
        for i in range(times):
            said, err, status = run_and_kill(writer, path, rng, longest)
            if status != -signal.SIGKILL:
                raise AssertionError(f"run {i}: the writer ended by itself ({status}): {err}")
            acknowledged |= {int(line) for line in said if line.isdigit()}
            if not acknowledged and i % 10 == 9:
                longest = min(2 * longest, LIMIT_S)
            if not os.path.exists(path):  # killed before the new file had its name
                if acknowledged:
                    raise AssertionError(f"run {i}: the file is gone")
                continue
            n_journals += os.path.exists(path + "-journal")
            # Each second time the program itself is the first to find what the crash left.
            if i % 2:
                subprocess.run([writer, "--verify", path], check=True, stdout=subprocess.DEVNULL)
            acknowledged = check(path, acknowledged, said)
        subprocess.run([writer, "--verify", path], check=True, stdout=subprocess.DEVNULL)
        print(f"# {times} times killed, {len(acknowledged)} edits kept,"
              f" {n_journals} commits found interrupted")
        if not acknowledged:
            raise AssertionError("the writer never got to write")
        print("ok 1 /store/kill")
    except (AssertionError, subprocess.CalledProcessError) as error:
        print(f"# {error}\nnot ok 1 /store/kill")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
