#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py GIOTHONG EMPTY PRELOAD: from the start of the process to the first drawn frame with
the sample open, against a window with one word, in turns on the same screen.

Three ratios, the aim of each is 2.0 and nothing is asserted: the median of the turns is what a clerk
waits; the least of each side is what it costs when nothing else runs; processor time, of all threads,
is the steadiest on a busy machine."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

WARMING, TURNS = 2, 25


def start(command, preload):
    """Seconds until the first frame, and seconds of processor time until then."""
    environment = {**os.environ, "LD_PRELOAD": preload, "GTK_A11Y": "none",
                   "GIOTHONG_TODAY": "2027-02-20"}
    before = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as program:
        line = program.stdout.readline()
        seconds = time.monotonic() - before
        used = os.wait4(program.pid, 0)[2]
        program.returncode = 0
    if line != b"first frame\n":
        sys.exit(f"{command[0]} drew nothing")
    return seconds, used.ru_utime + used.ru_stime


def compare(ours, theirs, figure):
    """Medians and the three ratios of one figure: elapsed (0) or processor time (1)."""
    a, b = [run[figure] for run in ours], [run[figure] for run in theirs]
    return (statistics.median(a) * 1000, statistics.median(b) * 1000,
            statistics.median(x / y for x, y in zip(a, b)), min(a) / min(b))


giothong, empty, library = sys.argv[1:4]
with tempfile.TemporaryDirectory() as folder:
    sample = os.path.join(folder, "sample.giothong")
    subprocess.run([os.environ["GIOTHONG_CLI"], "new", sample, "--sample"], check=True, timeout=60,
                   stdout=subprocess.DEVNULL)
    turns = [(start([giothong, sample], library), start([empty], library))
             for _ in range(WARMING + TURNS)][WARMING:]  # first the caches of files and fonts
ours, theirs = zip(*turns)
window, bare, ratio, least = compare(ours, theirs, 0)
print(f"start: {window:.0f} ms with the sample, {bare:.0f} ms for an empty window, "
      f"ratio {ratio:.2f} (aim 2.0), of the least {least:.2f}")
window, bare, ratio, _ = compare(ours, theirs, 1)
print(f"start: {window:.0f} ms of processor time with the sample, {bare:.0f} ms for an empty window, "
      f"ratio {ratio:.2f}")
