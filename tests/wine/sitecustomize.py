# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the Python tests start Windows programs from Linux: read by Python itself when this folder
is on PYTHONPATH, which the tests' environment says in a cross build. A command whose program ends
in ".exe" goes through the cross file's exe_wrapper, as meson does for the programs it starts.
"""
import os
import subprocess

WRAPPER = os.environ.get("GIOTHONG_EXE_WRAPPER")


class Popen(subprocess.Popen):
    def __init__(self, args, *rest, **keywords):
        if WRAPPER and isinstance(args, (list, tuple)) and os.fspath(args[0]).endswith(".exe"):
            args = [WRAPPER, *args]
        super().__init__(args, *rest, **keywords)


subprocess.Popen = Popen
