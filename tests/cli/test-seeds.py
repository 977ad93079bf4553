# SPDX-License-Identifier: GPL-3.0-or-later
"""Real plans, if they are there: how much of them is understood."""
import glob
import os
import re
import subprocess
import sys

SHARED = os.environ.get("GIOTHONG_SHARED", "")
SCORE = os.path.join(SHARED, "tools", "score-plan")
EXPECTED = sorted(glob.glob(os.path.join(SHARED, "seeds", "expected", "*.json")))

if not EXPECTED or not os.path.exists(SCORE):
    print("1..0 # SKIP no real plans in $GIOTHONG_SHARED")
    sys.exit(0)

done = subprocess.run([sys.executable, SCORE, "--parts",
                       "campaign,bases,targets,calendar,recipients", os.environ["GIOTHONG_CLI"],
                       *EXPECTED], stdout=subprocess.PIPE, text=True, timeout=240)
found = re.search(r"recall ([0-9.]+) precision ([0-9.]+)\s*$", done.stdout)
recall, precision = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
print("1..2")
print(f"{'ok' if recall >= 0.95 else 'not ok'} 1 - recall {recall} of at least 0.95")
print(f"{'ok' if precision >= 0.90 else 'not ok'} 2 - precision {precision} of at least 0.90")
if recall < 0.95 or precision < 0.90:
    print(re.sub(r"(?m)^", "# ", done.stdout))
