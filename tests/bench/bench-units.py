#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-units.py BENCH-UNITS: reading 11,000 units against openpyxl in read-only mode."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

import openpyxl

N_UNITS, N_RUNS = 11000, 5


def make(path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Đơn vị")
    sheet.append(["DANH SÁCH ĐƠN VỊ"])
    sheet.append(["TT", "Đơn vị", "Đơn vị cấp trên", "Loại", "Quân số", "Kết quả năm trước",
                  "Người liên hệ", "Điện thoại"])
    for i in range(N_UNITS):
        parent = f"Xã số {i // 40 + 1}" if i % 40 else None
        name = f"Trường Tiểu học số {i + 1}" if parent else f"Xã số {i // 40 + 1}"
        sheet.append([i + 1, name, parent, "trường" if parent else "xã", 20 + i * 37 % 300,
                      i * 13 % 60, f"Nguyễn Văn {i % 500}", f"09{i * 7919 % 10**8:08d}"])
    book.save(path)


def read_with_openpyxl(path):
    start = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    n_rows = sum(1 for _ in book.active.iter_rows(values_only=True))
    book.close()
    return (time.perf_counter() - start) * 1000, n_rows


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "units.xlsx")
    make(path)
    theirs, ours = [], []
    for _ in range(N_RUNS):
        theirs.append(read_with_openpyxl(path)[0])
        elapsed, n_units = subprocess.run(
            [sys.argv[1], path], capture_output=True, text=True, check=True
        ).stdout.split()
        ours.append(float(elapsed))
        assert int(n_units) == N_UNITS, n_units
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"units: {N_UNITS} rows read in {one:.0f} ms, openpyxl read-only {other:.0f} ms: "
          f"ratio {one / other:.3f} (aim 0.2)")
