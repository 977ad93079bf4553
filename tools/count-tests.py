#!/usr/bin/env python3
"""count-tests.py BROKEN-BUILDS TESTLOG.json...: adds up meson's test logs, point by point.

A program that speaks TAP counts each of its points, any other counts as one. The last line printed
is "N passed, N failed, N skipped"; the exit status is 0 only if nothing failed and something passed.
"""
import json
import re
import sys

POINT = re.compile(r"^(ok|not ok)\b(?: +\d+)?([^#]*)(?:# *(SKIP)\b(.*))?", re.IGNORECASE)
PLAN_SKIP = re.compile(r"^1\.\.0 *# *SKIP(.*)", re.IGNORECASE)


def count(test):
    """(passed, failed, skipped, reasons) of one entry of a test log."""
    points = [0, 0, 0]
    reasons = []
    for line in (test.get("stdout") or "").splitlines():
        whole, match = PLAN_SKIP.match(line), POINT.match(line)
        if whole:
            points[2] += 1
            reasons.append(f"{test['name']}: {whole.group(1).strip()}")
        elif match and match.group(3):
            points[2] += 1
            reasons.append(f"{test['name']}:{match.group(2)}{(match.group(4) or '').strip()}")
        elif match:
            points[0 if match.group(1).lower() == "ok" else 1] += 1
    result = test["result"]
    if sum(points) == 0:
        points = [int(result in ("OK", "EXPECTEDFAIL")), 0, int(result == "SKIP")]
    if result not in ("OK", "SKIP", "EXPECTEDFAIL") and points[1] == 0:
        points[1] = 1  # a crash or a time-out after its last point
    return (*points, reasons)


def main():
    passed = skipped = 0
    failed = int(sys.argv[1])
    bad, reasons = [], set()
    for path in sys.argv[2:]:
        try:
            with open(path, encoding="utf-8") as log:
                tests = [json.loads(line) for line in log]
        except OSError as error:
            failed += 1
            bad.append(f"{path}: {error.strerror}")
            continue
        for test in tests:
            one = count(test)
            passed, failed, skipped = passed + one[0], failed + one[1], skipped + one[2]
            reasons.update(one[3])
            if one[1]:
                bad.append(f"{test['name']} ({test['result']})")
    for name in bad:
        print(f"failed: {name}")
    for reason in sorted(reasons):
        print(f"skipped: {reason}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
