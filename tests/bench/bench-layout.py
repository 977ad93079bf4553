#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes until a long plan is laid out, here and in LibreOffice.

    bench-layout.py BENCH_LAYOUT

LibreOffice starts, reads the DOCX, lays it out and writes a PDF; the start is measured by an empty
document and taken off. Processor time, which a busy machine does not stretch. Prints the ratios;
asserts nothing.
"""
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile


def convert(folder, path):
    used = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    begun = used()
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", os.path.join(folder, "out"), path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (used() - begun) * 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.docx")
        out = subprocess.run([sys.argv[1], path], check=True, stdout=subprocess.PIPE,
                             text=True).stdout
        pages, ours = re.search(r"pages (\d+) ms ([\d.]+)", out).groups()
        print("\n".join(re.findall(r"(?m)^key: .*", out)))
        print(f"layout: {pages} pages with a thousand rows in {float(ours):.0f} ms")
        if shutil.which("soffice") is None:
            print("layout: LibreOffice is not there")
            return
        empty = os.path.join(folder, "empty.txt")
        with open(empty, "w", encoding="utf-8") as file:
            file.write("Kế hoạch\n")
        convert(folder, empty)
        start = convert(folder, empty)
        theirs = convert(folder, path)
        print(f"layout: LibreOffice {theirs:.0f} ms, {theirs / float(ours):.0f} times ours (aim 20);"
              f" without its start {(theirs - start) / float(ours):.0f} times")


main()
