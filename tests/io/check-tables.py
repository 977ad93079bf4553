#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our workbooks and calendars, opened by other programs, and theirs by us.

check-tables.py WRITE-TABLES READ-TABLES PART    PART: summary office calendar import

summary: openpyxl reads head, table, formulas, print set-up; figures against the core's and against
a sum of our own; office: LibreOffice recalculates every formula to the value stored in it;
calendar: icalendar reads what we wrote, and we read it back; import: workbooks made by openpyxl and
LibreOffice, and CSV, read by us.
"""
import csv
import datetime
import math
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

count = 0
WRITE, READ = sys.argv[1:3]
FIRST_ROW, COLUMN_NAMES = 12, "depth name headcount q_reg reg q_units units donated b250 b350 b450"


def check(good, name, detail=""):
    global count
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {name}")
    if not good:
        print("# " + str(detail).replace("\n", "\n# "))


def same(got, wanted, name):
    check(got == wanted, name, f"got    {got!r}\nwanted {wanted!r}")


def skip(name, why):
    global count
    count += 1
    print(f"ok {count} - {name} # SKIP {why}")


def write(folder, which):
    os.makedirs(folder, exist_ok=True)
    subprocess.run([WRITE, folder, which], check=True)
    return folder


def convert(path, folder, kind):
    """LibreOffice in a profile of its own, so that it neither meets nor changes the user's."""
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, path]
    subprocess.run(command, capture_output=True, check=True, timeout=240)


# What the core says ------------------------------------------------------------------------------


def read_expected(folder):
    rows = []
    with open(os.path.join(folder, "expected.tsv"), encoding="utf-8") as file:
        for line in file.read().splitlines():
            cells = line.split("\t")
            row = dict(zip(COLUMN_NAMES.split(), cells[:2] + [int(c) if c else None for c in cells[2:]]))
            row["depth"] = int(row["depth"])
            if row["units"] is not None:
                row["units"] /= 10
            rows.append(row)
    return rows


def find_columns(sheet, head_row):
    """Column number by key, out of the two rows of the head."""
    columns, upper = {}, ""
    keys = {
        ("Quân số (người)", None): "headcount",
        ("Người đăng ký", "Chỉ tiêu"): "q_reg",
        ("Người đăng ký", "Kết quả"): "reg",
        ("Đơn vị máu", "Chỉ tiêu"): "q_units",
        ("Đơn vị máu", "Kết quả"): "units",
        ("Đã hiến", None): "donated",
        ("Túi 250 ml", None): "b250",
        ("Túi 350 ml", None): "b350",
        ("Túi 450 ml", None): "b450",
    }
    for column in range(1, sheet.max_column + 1):
        upper = sheet.cell(head_row, column).value or upper
        key = keys.get((upper, sheet.cell(head_row + 1, column).value))
        if key:
            columns[key] = column
    return columns


def number(value):
    return None if value in (None, "") else value


def differences(sheet, expected, columns):
    """Cells whose stored value is not the core's."""
    bad, at = [], FIRST_ROW
    for row in expected:
        while sheet.cell(at, 2).value == "Phần của chính đơn vị":
            at += 1
        if sheet.cell(at, 2).value != row["name"]:
            bad.append((at, sheet.cell(at, 2).value, row["name"]))
            break
        for key, column in columns.items():
            got = number(sheet.cell(at, column).value)
            if (got is None) != (row[key] is None) or (got is not None and abs(got - row[key]) > 1e-9):
                bad.append((at, key, got, row[key]))
        at += 1
    return bad


# The summary by openpyxl -------------------------------------------------------------------------


def check_small(folder):
    book = openpyxl.load_workbook(os.path.join(folder, "summary.xlsx"))
    values = openpyxl.load_workbook(os.path.join(folder, "summary.xlsx"), data_only=True)
    same(book.sheetnames, ["Tổng hợp", "Lịch", "Mục tiêu"], "three sheets")
    same(book.properties.title, "Chiến dịch Tết và Lễ hội Xuân hồng 2027", "title of the file")
    sheet = book["Tổng hợp"]
    texts = [c.value for row in sheet.iter_rows(1, 8) for c in row if c.value]
    same(
        texts,
        [
            "ỦY BAN NHÂN DÂN HUYỆN BÌNH AN",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN HUYỆN BÌNH AN",
            "Độc lập - Tự do - Hạnh phúc",
            "—————",
            "Bình An, ngày 05 tháng 3 năm 2027",
            "TỔNG HỢP CHỈ TIÊU VÀ KẾT QUẢ VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN",
            "Chiến dịch Tết và Lễ hội Xuân hồng 2027",
            "(Số liệu tính đến ngày 05/03/2027)",
        ],
        "official head",
    )
    for name in book.sheetnames:
        page = book[name]
        head = 11 if name == "Tổng hợp" else 10
        same(page.print_title_rows, f"$10:${head}", f"{name}: head repeated in print")
        same(page.freeze_panes, f"C{head + 1}", f"{name}: panes frozen")
        same(
            (page.page_setup.orientation, int(page.page_setup.paperSize), page.page_setup.fitToWidth or 1,
             page.sheet_properties.pageSetUpPr.fitToPage),
            ("landscape", 9, 1, True),
            f"{name}: A4 landscape, fit to width",
        )
        same(page.page_setup.fitToHeight, 0, f"{name}: as many pages long as it takes")
        check("&P" in page.oddFooter.center.text, f"{name}: page number", page.oddFooter.center.text)
        area = page.print_area
        area = area[0] if isinstance(area, list) else area
        check(area.startswith("$A$1:") or "$A$1:" in area, f"{name}: print area", area)
    fonts = {c.font.name for p in book for row in p.iter_rows() for c in row if c.value is not None}
    same(fonts, {"Times New Roman"}, "one font")
    expected = read_expected(folder)
    same(differences(values["Tổng hợp"], expected, find_columns(sheet, 10)), [], "figures of the core")
    names = [r[1].value for r in sheet.iter_rows(FIRST_ROW, sheet.max_row)]
    total = FIRST_ROW + names.index("TỔNG CỘNG")
    same(sheet.cell(total, 4).value, "=SUM(D12)", "the total is the sum of the top")
    same(sheet.cell(12, 4).value, "=SUM(D13,D17,D22:D23)", "a branch is the sum of its parts")
    same(sheet.cell(17, 4).value, "=SUM(D18:D19)", "with a line for its own figures")
    same(sheet.cell(23, 4).value, '=IF(COUNT(D24:D25)=0,"",SUM(D24:D25))', "unknown is not zero")
    same(number(values["Tổng hợp"].cell(23, 4).value), None, "and looks empty")
    same(
        sheet.cell(14, 6).value,
        '=IF(COUNT(D14:E14)<2,"",IF(D14=0,"",E14/D14))',
        "percent column is live",
    )
    bottom = [c.value for row in sheet.iter_rows(total + 1) for c in row if c.value]
    check("250 ml" in bottom[0] and "quy đổi" in bottom[0], "the unit's convention is printed", bottom)
    same(
        bottom[2:],
        ["NGƯỜI LẬP BIỂU", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "(Ký, ghi rõ họ tên)",
         "PHÓ CHỦ TỊCH UBND HUYỆN", "Lê Thị Hồng Vân"],
        "signature",
    )
    check_other_sheets(values, book)


def check_other_sheets(values, book):
    calendar = values["Lịch"]
    same(
        [c.value for c in calendar[13]][1:6],
        ["Gửi danh sách đăng ký", "Hạn cuối", "trước 20/02/2027",
         datetime.datetime(2027, 2, 19), datetime.datetime(2027, 2, 19)],
        "a deadline with real dates",
    )
    targets, live = values["Mục tiêu"], book["Mục tiêu"]
    row = [c.value for c in targets[11]]
    same(row[1:8], ["Người đăng ký", "ít nhất", 240, "người", 240, 0, 126], "target, quotas, result")
    check(abs(row[8] - 126 / 240) < 1e-12, "share of the target reached", row)
    same(live["F11"].value, "='Tổng hợp'!$D$26", "quota sum refers to the first sheet")
    same(targets["C12"].value, "từ 150 đến 180", "a range")
    same([targets[f"E{i}"].value for i in (13, 14)], ["%", "%"], "a share says so without a unit")
    same([number(c.value) for c in targets[14]][5:9], [None] * 4, "nothing said stays empty")


def check_sums(folder):
    """A sum of our own, over the leaves' cells by depth, without any formula."""
    values = openpyxl.load_workbook(os.path.join(folder, "summary.xlsx"), data_only=True)["Tổng hợp"]
    expected = read_expected(folder)
    columns = find_columns(values, 10)
    bad = differences(values, expected, columns)
    same(bad[:5], [], f"{folder}: figures of the core")
    leaves = [r for i, r in enumerate(expected[:-1]) if expected[i + 1]["depth"] <= r["depth"]]
    last = FIRST_ROW + len(expected) - 1
    for key, column in columns.items():
        own = sum(r[key] for r in leaves if r[key] is not None)
        stored = number(values.cell(last, column).value) or 0
        check(math.isclose(own, stored, abs_tol=1e-6), f"sum of {key}", (own, stored))


def part_summary(folder):
    small = write(os.path.join(folder, "small"), "small")
    check_small(small)
    wide = write(os.path.join(folder, "wide"), "wide")
    check_sums(wide)
    book = openpyxl.load_workbook(os.path.join(wide, "summary.xlsx"))["Tổng hợp"]
    total = [c.value for c in book[FIRST_ROW + 1200]]
    check(str(total[2]).startswith("=SUMIF("), "400 branches add up by level", total[2])
    again = write(os.path.join(folder, "again"), "small")
    for name in ("summary.xlsx", "calendar.xlsx", "calendar.ics"):
        with open(os.path.join(small, name), "rb") as one, open(os.path.join(again, name), "rb") as two:
            check(one.read() == two.read(), f"{name}: the same input gives the same file")
    check_locale(folder)


def check_locale(folder):
    """Under a decimal comma the file is the same."""
    locales = os.path.join(folder, "locales")
    os.makedirs(locales)
    made = shutil.which("localedef") and subprocess.run(
        ["localedef", "-i", "vi_VN", "-f", "UTF-8", os.path.join(locales, "vi_VN.UTF-8")],
        capture_output=True,
    )
    if not made or not os.path.isdir(os.path.join(locales, "vi_VN.UTF-8")):
        return skip("workbook under vi_VN", "the vi_VN locale cannot be made here")
    target = os.path.join(folder, "vi")
    os.makedirs(target)
    environment = {**os.environ, "LOCPATH": locales, "LC_ALL": "vi_VN.UTF-8"}
    environment["ASAN_OPTIONS"] = "detect_leaks=0"  # setlocale() keeps what it read from LOCPATH
    subprocess.run([WRITE, target, "small"], check=True, env=environment)
    with zipfile.ZipFile(os.path.join(target, "summary.xlsx")) as one:
        with zipfile.ZipFile(os.path.join(folder, "small", "summary.xlsx")) as two:
            for name in one.namelist():
                check(one.read(name) == two.read(name), f"under vi_VN: {name}")


# LibreOffice -------------------------------------------------------------------------------------


def read_recalculated(path, folder):
    """Values after a conversion without the stored ones: LibreOffice has to work them out."""
    bare = os.path.join(folder, "bare.xlsx")
    book = openpyxl.load_workbook(path)  # openpyxl keeps formulas and drops their values
    book.save(bare)
    convert(bare, folder, "ods")
    os.remove(bare)
    convert(os.path.join(folder, "bare.ods"), folder, "xlsx")
    return openpyxl.load_workbook(bare, data_only=True)


def part_office(folder):
    if not shutil.which("soffice"):
        return skip("recalculation", "LibreOffice is not there")
    for which in ("small", "wide"):
        source = write(os.path.join(folder, which), which)
        path = os.path.join(source, "summary.xlsx")
        formulas = openpyxl.load_workbook(path)
        stored = openpyxl.load_workbook(path, data_only=True)
        fresh = read_recalculated(path, source)
        n_formulas, bad = 0, []
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if not str(cell.value).startswith("="):
                        continue
                    n_formulas += 1
                    old = number(stored[sheet.title][cell.coordinate].value)
                    new = number(fresh[sheet.title][cell.coordinate].value)
                    if (old is None) != (new is None) or (old is not None and abs(old - new) > 1e-9):
                        bad.append((sheet.title, cell.coordinate, cell.value, old, new))
        check(n_formulas > 50, f"{which}: {n_formulas} formulas", n_formulas)
        same(bad[:5], [], f"{which}: every stored value is the recalculated one")
    convert(os.path.join(folder, "small", "summary.xlsx"), folder, "pdf")
    pages = subprocess.run(
        ["pdftotext", "-layout", os.path.join(folder, "summary.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout.split("\f")
    same(len([p for p in pages if p.strip()]), 3, "one page a sheet")
    check("1.000" in pages[2] and "52,5%" in pages[0], "figures in Vietnamese spelling", pages[2])


# The calendar ------------------------------------------------------------------------------------


def read_with_us(what, path):
    done = subprocess.run([READ, what, path], capture_output=True, text=True)
    rows = [line.split("\t")[1:] for line in done.stdout.splitlines() if line.startswith("row\t")]
    problems = [line.split("\t")[1:] for line in done.stdout.splitlines() if line.startswith("problem")]
    return done.returncode, rows, problems, done.stderr


def check_events(path):
    import icalendar

    with open(path, "rb") as file:
        data = file.read()
    lines = data.split(b"\r\n")
    check(max(len(line) for line in lines) <= 75 and b"\n" not in b"".join(lines), "lines folded at 75")
    for line in lines:
        line.decode("utf-8")  # no letter is cut by a fold
    calendar = icalendar.Calendar.from_ical(data)
    events = {str(e["SUMMARY"]): e for e in calendar.walk("VEVENT")}
    same((len(events), len(calendar.walk("VTODO"))), (8, 1), "every entry is there")
    same(len({str(e["UID"]) for e in events.values()}), 8, "UIDs differ")
    launch = events['Lễ phát động chiến dịch, hưởng ứng "Xuân hồng"; có mưa thì lùi']
    zone = datetime.timezone(datetime.timedelta(hours=7))
    same(
        (launch["DTSTART"].dt.astimezone(zone).isoformat(), launch["DTEND"].dt.astimezone(zone).isoformat()),
        ("2027-01-09T07:30:00+07:00", "2027-01-09T11:30:00+07:00"),
        "hours in Vietnam",
    )
    same(str(launch["LOCATION"]), "Hội trường A, UBND huyện", "place")
    deadline = events["Gửi danh sách đăng ký"]
    same(
        (deadline["DTSTART"].dt, deadline["DTEND"].dt),
        (datetime.date(2027, 2, 19), datetime.date(2027, 2, 20)),
        "before the 20th: the last day is the 19th, the end is exclusive",
    )
    same([a["TRIGGER"].dt.total_seconds() / 3600 for a in deadline.walk("VALARM")], [-64, -16], "alarms")
    month = events["Tuyên truyền trên hệ thống loa của các xã, thị trấn"]
    same((month["DTSTART"].dt, month["DTEND"].dt),
         (datetime.date(2027, 2, 1), datetime.date(2027, 3, 1)), "a month as a whole")
    check("chưa ấn định ngày" in month["DESCRIPTION"], "and says that no day is set", month["DESCRIPTION"])
    same(str(month["TRANSP"]), "TRANSPARENT", "days of a campaign make nobody busy")
    days = events["Ngày hiến máu tập trung"]
    same(dict(days["RRULE"]), {"FREQ": ["DAILY"], "COUNT": [2]}, "the same hours on each of two days")
    same(str(events["Giao lưu văn nghệ"]["STATUS"]), "CANCELLED", "state")
    same([str(c) for c in month["CATEGORIES"].cats], ["Tuyên truyền"], "category")


def part_calendar(folder):
    small = write(os.path.join(folder, "small"), "small")
    try:
        check_events(os.path.join(small, "calendar.ics"))
    except ImportError:
        skip("calendar by another program", "python3-icalendar is not there")
    state, by_ics, problems, _ = read_with_us("calendar", os.path.join(small, "calendar.ics"))
    same((state, len(by_ics), problems), (0, 9, []), "we read our calendar back without a doubt")
    same(by_ics[2][:9], ["Gửi danh sách đăng ký", "deadline", "planned", "2027-02-20", "2027-02-20",
                         "day", "-1", "-1", "1"], "with its deadline")
    same([r[5] for r in by_ics], ["day", "month", "day", "span", "month-part", "span", "quarter",
                                  "year", "day"], "with each precision")
    state, by_xlsx, problems, _ = read_with_us("calendar", os.path.join(small, "calendar.xlsx"))
    same([r[:-1] for r in by_xlsx], [r[:-1] for r in by_ics], "the workbook says the same")
    check(all(p[0] == "note" for p in problems), "nothing of it is lost", problems)
    foreign = os.path.join(folder, "foreign.ics")
    with open(foreign, "w", encoding="utf-8", newline="") as file:
        file.write(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
            "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Họp giao ban\r\nDTSTART:20270301T013000Z\r\n"
            "DTEND:20270301T033000Z\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Tập huấn\r\nDTSTART;VALUE=DATE:20270302\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Họp tuần\r\nDTSTART;TZID=Europe/Paris:20270303T230000\r\n"
            "DURATION:PT2H\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:4\r\nDTSTART;VALUE=DATE:20270305\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    state, rows, problems, _ = read_with_us("calendar", foreign)
    same(rows[0][3:8], ["2027-03-01", "2027-03-01", "day", "510", "630"], "UTC becomes Vietnam's hour")
    same(rows[1][3:8], ["2027-03-02", "2027-03-02", "day", "-1", "-1"], "a day without an end")
    if READ.endswith(".exe"):  # Windows has other names for its zones
        check(any("time zone" in p[2] for p in problems), "an unknown zone is told", problems)
    else:
        same(rows[2][3:8], ["2027-03-04", "2027-03-04", "day", "300", "420"], "another zone's evening")
    same([p[0] for p in problems], ["note", "fatal"], "repetition and missing title are reported")


# Import ------------------------------------------------------------------------------------------

UNITS = [
    ["Điện thoại", "Đơn vị cấp trên", "Quân số (người)", "Ghi chú", "Tên đơn vị", "STT",
     "Kết quả năm 2026", "Loại", "E-mail", "Đầu mối", "Xếp hạng"],
    [912345678, "Huyện Bình An", 45, "miền núi", "Xã An Hòa", 1, 30, "xã", "a@vi.du", "Lê An", 3],
    ["0987 654 321", "Huyện Bình An", "1.200", None, "Thị trấn Bình An", 2, "12,5", "thị trấn", None, None, 1],
    [None, None, "x", None, "Trường Tiểu học Số 2 ", 3, None, "trường", None, None, None],
    [None, None, 5, None, None, 4, None, None, None, None, None],
    [None, None, 7, None, "Xã  An Hoà", 5, None, None, None, None, None],
    [None, "Huyện Bình An", 8, None, "xã an hòa", 6, None, None, None, None, None],
    [None, None, 1300, None, "Tổng cộng", None, None, None, None, None, None],
    [None, None, None, None, "NGƯỜI LẬP BIỂU", None, None, None, None, None, None],
]


def make_units(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["DANH SÁCH ĐƠN VỊ THAM GIA HIẾN MÁU"])
    sheet.merge_cells("A1:K1")
    sheet.append(["(Kèm theo Kế hoạch số 03/KH-BCĐ ngày 10/12/2026)"])
    sheet.append([])
    for row in UNITS:
        sheet.append(row)
    sheet["C8"] = None
    sheet["C8"].value = "#N/A"
    hidden = book.create_sheet("Nháp")
    hidden.append(["Đơn vị", "Quân số"])
    hidden.append(["Đơn vị nháp", 1])
    hidden.sheet_state = "hidden"
    book.save(path)


def check_units(path, label, sheet):
    state, rows, problems, message = read_with_us("units", path)
    same(state, 0, f"{label}: read {message}")
    names = [r[1] for r in rows]
    same(names, ["Xã An Hòa", "Thị trấn Bình An", "Trường Tiểu học Số 2", "Xã An Hoà"], f"{label}: units")
    if len(rows) < 2:
        return
    same(rows[0][2:], ["Huyện Bình An", "xã", "45", "30", "Lê An", "0912345678", "a@vi.du", "miền núi"],
         f"{label}: every column, in any order")
    same(rows[1][2:5], ["Huyện Bình An", "thị trấn", "1200"], f"{label}: a number typed as text")
    texts = " | ".join(" ".join(p) for p in problems)
    for wanted in ("12,5", "name of the unit is missing", "stands in row", "The total says 1.300",
                   "Xếp hạng", "below the table"):
        check(wanted in texts, f"{label}: reports “{wanted}”", texts)
    if sheet:
        check(f"sheet “{sheet}”, row 6, column G" in texts, f"{label}: with the place", texts)


def part_import(folder):
    path = os.path.join(folder, "units.xlsx")
    make_units(path)
    check_units(path, "openpyxl", "Danh sách")
    if shutil.which("soffice"):
        os.makedirs(os.path.join(folder, "lo"))
        convert(path, os.path.join(folder, "lo"), "ods")
        convert(os.path.join(folder, "lo", "units.ods"), os.path.join(folder, "lo"), "xlsx")
        check_units(os.path.join(folder, "lo", "units.xlsx"), "LibreOffice", "Danh sách")
    else:
        skip("LibreOffice's workbook", "LibreOffice is not there")
    for encoding, separator in (("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t")):
        path = os.path.join(folder, f"units-{encoding}.csv")
        with open(path, "w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=separator)
            writer.writerow(["DANH SÁCH ĐƠN VỊ, 2026"])
            writer.writerows([["0912345678" if c == 912345678 else c for c in r] for r in UNITS])
        check_units(path, f"{encoding} {separator!r}", "")
    import_trees(folder)
    import_quotas(folder)
    import_refused(folder)


def tree_of(folder, name, rows, change=None):
    path = os.path.join(folder, name + ".xlsx")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    book.save(path)
    _, got, problems, message = read_with_us("units", path)
    return [(r[1], r[2], r[4]) for r in got], problems, message


def import_trees(folder):
    head = ["TT", "Đơn vị", "Quân số"]
    wanted = [("Khối xã", "", "-1"), ("Xã A", "Khối xã", "5"), ("Thôn 1", "Xã A", "-1"),
              ("Xã B", "Khối xã", "6"), ("Khối trường", "", "-1"), ("Trường C", "Khối trường", "7")]
    rows = [head, ["I", "Khối xã", 11], [1, "Xã A", 5], ["1.1", "Thôn 1"], [2, "Xã B", 6],
            ["II", "Khối trường"], [1, "Trường C", 7]]
    same(tree_of(folder, "roman", rows)[0], wanted, "roman and arabic numbers make a tree")
    rows = [["Đơn vị", "Quân số"], ["I. Khối xã", 11], ["1. Xã A", 5], ["- Thôn 1"], ["2) Xã B", 6],
            ["II. Khối trường"], ["1. Trường C", 7]]
    same(tree_of(folder, "prefix", rows)[0], wanted, "numbers before the names too")
    rows = [["Đơn vị", "Quân số"], ["Khối xã", 11], ["  Xã A", 5], ["    Thôn 1"], ["  Xã B", 6],
            ["Khối trường"], ["  Trường C", 7]]
    same(tree_of(folder, "spaces", rows)[0], wanted, "spaces before the names too")

    def indent(sheet):
        for at, step in zip(range(3, 8), (1, 2, 1, 0, 1)):
            sheet.cell(at, 1).alignment = openpyxl.styles.Alignment(indent=step)

    rows = [[c.strip() if isinstance(c, str) else c for c in r] for r in rows]
    same(tree_of(folder, "indent", rows, indent)[0], wanted, "indentation of cells too")
    rows = [head, ["KHỐI XÃ"], [1, "Xã A", 5], [2, "Xã B", 6], ["KHỐI TRƯỜNG"], [1, "Trường C", 7]]

    def merge(sheet):
        sheet.merge_cells("A2:C2")
        sheet.merge_cells("A5:C5")

    same([r[:2] for r in tree_of(folder, "headings", rows, merge)[0]],
         [("KHỐI XÃ", ""), ("Xã A", "KHỐI XÃ"), ("Xã B", "KHỐI XÃ"), ("KHỐI TRƯỜNG", ""),
          ("Trường C", "KHỐI TRƯỜNG")], "headings across the table too")
    rows = [["Đơn vị cấp trên", "Đơn vị"], ["Khối xã", "Xã A"], [None, "Xã B"], ["Khối trường", "Trường C"]]
    same(tree_of(folder, "merged", rows, lambda s: s.merge_cells("A2:A3"))[0],
         [("Xã A", "Khối xã", "-1"), ("Xã B", "Khối xã", "-1"), ("Trường C", "Khối trường", "-1")],
         "a parent merged over its rows")
    rows = [head, [1, "Tổng công ty Điện", 5], [2, "Công an huyện", 6], [3, "Cộng đồng Họ Đạo", 1],
            [None, "Tổng số:", 12]]
    same([r[0] for r in tree_of(folder, "totals", rows)[0]],
         ["Tổng công ty Điện", "Công an huyện", "Cộng đồng Họ Đạo"], "names that begin like totals")


def import_quotas(folder):
    path = os.path.join(folder, "quotas.xlsx")
    book = openpyxl.Workbook()
    for row in [
        ["BẢNG GIAO CHỈ TIÊU"],
        ["TT", "Đơn vị", "Chỉ tiêu", None, "Tỷ lệ %"],
        [None, None, "Đăng ký (người)", "Đơn vị máu", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(4)/(3)"],
        ["I", "Khối xã", 30, 21, None],
        [1, "Xã A", 10, 0, None],
        [2, "Xã B", 20, "20", None],
        ["II", "Khối trường", None, None, None],
        [1, "Trường C", "-", 5, None],
        [None, "Tổng cộng", 31, 25, None],
    ]:
        book.active.append(row)
    for area in ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "A1:E1"):
        book.active.merge_cells(area)
    book.save(path)
    _, rows, problems, message = read_with_us("quotas", path)
    same([r[1:] for r in rows],
         [["Xã A", "registrations", "10"], ["Xã A", "blood-units", "0"], ["Xã B", "registrations", "20"],
          ["Xã B", "blood-units", "20"], ["Trường C", "blood-units", "5"]],
         "quotas under a head of two rows; empty is not zero " + message)
    texts = " | ".join(" ".join(p) for p in problems)
    check("subtotal of “Khối xã” says 21" in texts and "add up to 20" in texts, "a wrong subtotal", texts)
    check("total says 31" in texts and "total says 25" not in texts, "a wrong total", texts)


def import_refused(folder):
    cases = {
        "empty.csv": (b"", "is empty"),
        "words.csv": ("Kính gửi các đơn vị\nĐề nghị gửi danh sách\n".encode(), "column titles"),
        "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .xlsx"),
        "head.csv": ("Đơn vị,Quân số\n".encode(), "no unit below"),
        "broken.xlsx": (b"PK\x03\x04" + bytes(100), ""),
    }
    for name, (data, wanted) in cases.items():
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        state, rows, _, message = read_with_us("units", path)
        check(state == 3 and not rows and wanted in message and name in message, f"{name} is refused", message)
    path = os.path.join(folder, "1258.csv")
    with open(path, "wb") as file:  # tone marks of windows-1258 follow their letters
        file.write("Đơn vị,Quân sô".encode("cp1258", "ignore") + b"\xec\nX\xe3 An H\xf2a,5\n")
    state, rows, problems, message = read_with_us("units", path)
    check(any("1258" in p[2] for p in problems) or state == 3, "windows-1258 is told", (message, problems))


with tempfile.TemporaryDirectory() as temporary:
    globals()["part_" + sys.argv[3]](temporary)
print(f"1..{count}")
