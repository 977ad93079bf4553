#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the user guide from the real window. Called by tools/make-pictures.

    guide_pictures.py FOLDER [NAME...]
"""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.environ["GIOTHONG_SOURCE_ROOT"], "tests", "gtk"))
import driver  # noqa: E402
import steps  # noqa: E402

# name: what the run starts with, what is done before the picture is taken (see tests/gtk/steps.py)
PICTURES = {
    "overview": ("sample", ["page Overview"]),
    "start": ("none", []),
    "welcome": ("fresh", []),
    "new": ("none", ["click New campaign"]),
    "proposal": ("none plan.docx", ["click Import a plan", "file plan.docx", "see What was read in the plan", "line blood units"]),
    "plan": ("sample", ["page Plan"]),
    "check": ("sample", ["page Plan", "set Symbol =", "findings Findings of the check"]),
    "units": ("sample", ["page Units and quotas"]),
    "allocate": ("sample", ["page Units and quotas", "click Allocate _quotas…", "set Mi_nimum for each unit = 5"]),
    "calendar": ("sample", ["page Calendar"]),
    "reports": ("sample", ["page Reports"]),
    "roll": ("sample", ["switcher _From last year’s campaign…", "see Changes"]),
}


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], stdout=subprocess.PIPE, text=True, check=True, timeout=30).stdout.strip()


def take(name, out):
    start, commands = PICTURES[name]
    with tempfile.TemporaryDirectory() as place:
        folder = "/tmp/tai-lieu"  # is seen in some pictures
        if os.path.islink(folder):
            os.remove(folder)
        os.symlink(place, folder)
        for file in start.split()[1:]:
            steps.prepare(folder, file)
        arguments = [driver.make_sample(folder)] if start == "sample" else []
        run = steps.GuideRun(folder, *arguments)
        if start == "fresh":
            os.remove(os.path.join(folder, "config/giothong/settings.ini"))
        with run:
            if arguments:
                run.started()
            else:
                run.seek("push button", steps.say("Open the sample"))
                run.focus_window()
            if start != "fresh":
                xdotool("windowsize", "--sync", xdotool("getactivewindow"), "1240" if name == "plan" else "1120", "680")  # wide enough for the preview
            for command in commands:
                run.do(command)
            xdotool("mousemove", "1360", "760")
            time.sleep(3)
            run.focus_window()
            picture = os.path.join(out, name + ".png")
            subprocess.run(["import", "-window", xdotool("getactivewindow"), "-strip", picture], check=True, timeout=60)
    # Few colours: the window has few, and the pictures are installed with the program.
    subprocess.run(["convert", picture, "-colors", "96", "-define", "png:compression-level=9", "png8:" + picture],
                   check=True, timeout=60)
    print(f"{picture}: {os.path.getsize(picture) // 1024} KiB", flush=True)


if len(sys.argv) == 3 and sys.argv[2] in PICTURES:
    take(sys.argv[2], sys.argv[1])
    sys.exit()
os.makedirs(sys.argv[1], exist_ok=True)
for wanted in sys.argv[2:] or PICTURES:
    # A process each: the accessibility client does not always outlive a program that it has seen end.
    subprocess.run([sys.executable, __file__, sys.argv[1], wanted], check=True, timeout=240)
