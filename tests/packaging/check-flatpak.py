#!/usr/bin/env python3
"""check-flatpak.py ROOT BUILD: the Flatpak's manifest, as far as it can be held without the network. TAP.

flatpak-builder reads it; what it may touch is what was promised; each source is pinned; and the
program builds outside with the same options and installs what the sandbox will export.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

root, build = sys.argv[1:3]
ID = "io.github.giothong.GiotHong"
MANIFEST = os.path.join(root, "flatpak", f"{ID}.yml")
results = []


def point(what, wrong, skip=None):
    results.append(not wrong)
    for line in wrong:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {len(results)} - {what}{f' # SKIP {skip}' if skip else ''}")


def run(*command, **keywords):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **keywords)


if not shutil.which("flatpak-builder"):
    print("1..0 # SKIP flatpak-builder is not installed")
    sys.exit(0)

shown = run("flatpak-builder", "--show-manifest", MANIFEST)
point("flatpak-builder reads the manifest", shown.stderr.splitlines() if shown.returncode else [])
if shown.returncode:
    print("1..1")
    sys.exit(1)
manifest = json.loads(shown.stdout)

point("it is ours", [] if (manifest["id"], manifest["command"]) == (ID, "giothong") else [manifest["id"]])
args = set(manifest["finish-args"])
point("no files, no network, no bus, no device but the graphics card",
      sorted(args ^ {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}))

# show-manifest leaves out what it does not know, so that a word misspelt is a word missing
text = open(MANIFEST, encoding="utf-8").read()
names = re.findall(r"^  - name: (\S+)", text, re.MULTILINE)
modules = {module["name"]: module for module in manifest["modules"]}
point("all modules are read, ours is the last", [] if list(modules) == names and names[-1] == "giothong" else [str(list(modules))])
wrong = []
for name, module in modules.items():
    for source in module["sources"]:
        where = f"{name}: {source.get('url', source.get('path', ''))}"
        if name == "giothong":
            wrong += [] if source["type"] == "dir" and source["path"] == ".." else [where]
        elif source["type"] not in ("archive", "file") or not re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")):
            wrong.append(f"{where}: not pinned by a sha256")
        elif not source["url"].startswith("https://"):
            wrong.append(f"{where}: not https")
point("every source has a sha256 and comes over https", wrong)
for word in ("config-opts", "build-commands", "subdir", "mirror-urls", "dest-filename", "post-install", "cleanup", "skip"):
    point(f"{word} is read as often as written",
          [] if len(re.findall(rf"^ *{word}:", text, re.MULTILINE)) == shown.stdout.count(f'"{word}" :') else [shown.stdout[:2000]])

# --- what the runtime lacks, and only that, is a module
needed = set()
for folder, _, files in os.walk(os.path.join(root, "src")):
    for name in files:
        if name == "meson.build":
            needed |= set(re.findall(r"dependency\('([^']+)'", open(os.path.join(folder, name), encoding="utf-8").read()))
runtime = {"fontconfig", "gio-2.0", "glib-2.0", "gobject-2.0", "gtk4", "hunspell", "json-glib-1.0", "libxml-2.0", "pangocairo", "pangoft2", "sqlite3", "zlib"}
given = {"minizip": "minizip", "libxlsxwriter": "xlsxwriter", "libical": "libical"}
missing = needed - runtime - set(given.values())
point("each library is in GNOME's runtime or a module", sorted(missing) + [f"no module {m}" for m in given if m not in modules])

# --- the program, with the manifest's options, outside
meson = shutil.which("meson")
options = modules["giothong"].get("config-opts", [])
known = {option["name"] for option in json.load(open(os.path.join(build, "meson-info", "intro-buildoptions.json"), encoding="utf-8"))}
wrong = [option for option in options if re.sub(r"^(-D|--)", "", option).split("=")[0] not in known]
point("its options are options of ours", wrong)
with tempfile.TemporaryDirectory() as work:
    done = run(meson, "setup", os.path.join(work, "build"), root, "--prefix=/app", "--libdir=lib", *options)
    point("it configures with them", done.stdout.splitlines()[-5:] if done.returncode else [])
    if done.returncode == 0:
        info = json.load(open(os.path.join(work, "build", "meson-info", "intro-installed.json"), encoding="utf-8"))
        places = set(info.values())
        wanted = [f"/app/bin/giothong", "/app/bin/giothong-cli", f"/app/share/applications/{ID}.desktop", f"/app/share/metainfo/{ID}.metainfo.xml",
                  f"/app/share/mime/packages/{ID}.xml", f"/app/share/icons/hicolor/scalable/apps/{ID}.svg", f"/app/share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg"]
        point("it installs what the sandbox exports", [place for place in wanted if place not in places])
        targets = json.load(open(os.path.join(work, "build", "meson-info", "intro-targets.json"), encoding="utf-8"))
        point("it builds no tests", [t["name"] for t in targets if "/tests/" in t["defined_in"]])
        # Flatpak exports only files whose names begin with the id
        exported = [p for p in places if re.match(r"/app/share/(applications|mime/packages|metainfo)/", p)]
        point("what is exported bears the id", [p for p in exported if not os.path.basename(p).startswith(ID)])
        config = open(os.path.join(work, "build", "config.h"), encoding="utf-8").read()
        fonts = re.search(r'GH_PKGDATADIR "([^"]*)"', config).group(1) + "/fonts"
        commands = " ".join(modules["tinos"]["build-commands"]).replace("${FLATPAK_DEST}", "/app")
        point("the font goes where the program looks", [] if f"{fonts} " in commands else [fonts])
        words = fonts.removesuffix("fonts") + "hunspell"
        commands = " ".join(modules["hunspell-vi"]["build-commands"]).replace("${FLATPAK_DEST}", "/app")
        point("the dictionary goes where the program looks", [] if f"{words} " in commands else [words])

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
