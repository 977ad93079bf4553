#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py GIOTHONG EMPTY PRELOAD: from the start of the process to the first drawn frame with
the sample open, against a window with one word, alternating on the same screen. Prints the median
of the ratios; the aim is 2.0, nothing is asserted."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 11


def start(command, preload):
    """Seconds until the first frame."""
    environment = {**os.environ, "LD_PRELOAD": preload, "GTK_A11Y": "none",
                   "GIOTHONG_TODAY": "2027-02-20"}
    before = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as program:
        line = program.stdout.readline()
        seconds = time.monotonic() - before
        program.wait(20)
    if line != b"first frame\n":
        sys.exit(f"{command[0]} drew nothing")
    return seconds


giothong, empty, library = sys.argv[1:4]
with tempfile.TemporaryDirectory() as folder:
    sample = os.path.join(folder, "sample.giothong")
    subprocess.run([os.environ["GIOTHONG_CLI"], "new", sample, "--sample"], check=True, timeout=60,
                   stdout=subprocess.DEVNULL)
    start([giothong, sample], library)  # the caches of files and fonts
    start([empty], library)
    pairs = [(start([giothong, sample], library), start([empty], library)) for _ in range(RUNS)]
ours = statistics.median(pair[0] for pair in pairs)
theirs = statistics.median(pair[1] for pair in pairs)
ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
print(f"start: {ours * 1000:.0f} ms with the sample, {theirs * 1000:.0f} ms for an empty window, "
      f"ratio {ratio:.2f} (aim 2.0)")
