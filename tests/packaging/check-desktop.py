#!/usr/bin/env python3
"""check-desktop.py ROOT BUILD DESKTOP METAINFO: what a desktop and a software centre read of us. TAP.

DESKTOP and METAINFO are the merged files of the build folder. Beyond the validators, this holds the
rules of Flathub's reviewers that can be held by a program: lengths, captions, pictures in each
language, colours, translations, one version everywhere.
"""
import configparser
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

root, build, desktop, metainfo = sys.argv[1:5]
CLI = os.environ["GIOTHONG_CLI"]
ID = "io.github.giothong.GiotHong"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
results = []


def point(what, wrong, skip=None):
    results.append(not wrong)
    for line in wrong:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} {len(results)} - {what}{f' # SKIP {skip}' if skip else ''}")


def validator(what, tool, *arguments):
    if not shutil.which(tool):
        point(what, [], f"{tool} is not installed")
        return
    done = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    # these two say on success what else they saw; only what is wrong counts
    point(what, lines if done.returncode or re.search(r"^[EW]:", done.stdout, re.MULTILINE) else [])


def same(what, got, wanted):
    point(what, [] if got == wanted else [f"{got!r}, not {wanted!r}"])


# --- the desktop entry
validator("the desktop entry is valid", "desktop-file-validate", desktop)
parser = configparser.RawConfigParser(delimiters=("=",), strict=True)
parser.optionxform = str
parser.read(desktop, encoding="utf-8")
entry = parser["Desktop Entry"]
point("name, comment and keywords are translated", [f"{key} has no Vietnamese" for key in ("GenericName", "Comment", "Keywords")
      if not entry.get(f"{key}[vi]") or entry[f"{key}[vi]"] == entry[key]])
point("keywords end in a semicolon and find the field's words",
      [] if entry["Keywords[vi]"].endswith(";") and {"hiến máu", "kế hoạch", "chỉ tiêu"} <= set(entry["Keywords[vi]"].split(";")) else [entry["Keywords[vi]"]])
same("the entry starts the window with files", entry["Exec"], "giothong %U")
same("the entry names the icon", entry["Icon"], ID)

# --- metainfo
validator("the metainfo is valid", "appstreamcli", "validate", "--no-net", "--explain", metainfo)
tree = ET.parse(metainfo).getroot()


def texts(path, lang=None):
    return ["".join(node.itertext()).strip() for node in tree.findall(path) if node.get(LANG) == lang]


summary = texts("summary")[0]
point("the summary is short, a phrase, and does not repeat the name",
      [summary] if len(summary) > 35 or summary.endswith(".") or re.match(r"(An?|The) ", summary) or "Giọt" in summary else [])
point("the Vietnamese summary is as short", [text for text in texts("summary", "vi") if len(text) > 35] or ([] if texts("summary", "vi") else ["none"]))
point("the name is short", [text for text in texts("name") if len(text) > 20])
wrong = []
for path in ("summary", "description/p", "description/ul/li", "screenshots/screenshot/caption", "releases/release/description/p", "keywords/keyword"):
    n, vi = len(texts(path)), len(texts(path, "vi"))
    if n != vi:  # keywords come as a list of their own; paragraphs side by side
        wrong.append(f"{path}: {n} in English, {vi} in Vietnamese")
point("every text has its Vietnamese", wrong)
same("developer id", [node.get("id") for node in tree.findall("developer")], ["io.github.giothong"])
same("licences", [texts("metadata_license"), texts("project_license")], [["CC0-1.0"], ["GPL-3.0-or-later"]])
same("content rating", [node.get("type") for node in tree.findall("content_rating")], ["oars-1.1"])
same("launchable", texts("launchable"), [f"{ID}.desktop"])
colours = {node.get("scheme_preference"): node.text for node in tree.findall("branding/color")}
point("branding colours for light and dark", [] if set(colours) == {"light", "dark"} and all(re.fullmatch("#[0-9a-f]{6}", c) for c in colours.values()) else [str(colours)])
point("addresses are https", [node.text for node in tree.findall("url") if not node.text.startswith("https://")] + ([] if len(tree.findall("url")) >= 3 else ["too few"]))
categories = set(entry["Categories"].strip(";").split(";"))
same("the same categories in both", set(texts("categories/category")), categories)
same("the same type of file in both", set(texts("provides/mediatype")), set(entry["MimeType"].strip(";").split(";")))

# --- pictures
version = json.load(open(os.path.join(build, "meson-info", "intro-projectinfo.json"), encoding="utf-8"))["version"]
# those of the tag of this version: a branch moves on, and shows what this version has not
pictures = f"https://raw.githubusercontent.com/giothong/giothong/v{version}/"
wrong = []
shots = tree.findall("screenshots/screenshot")
if not 3 <= len(shots) <= 10 or [s.get("type") for s in shots].count("default") != 1:
    wrong.append(f"{len(shots)} pictures; one is the default")
for shot in shots:
    images = shot.findall("image")
    if {image.get(LANG) for image in images} != {None, "vi"}:
        wrong.append("a picture without its Vietnamese")
    for image in images:
        if not image.text.startswith(pictures):
            wrong.append(f"{image.text}: not below {pictures}")
            continue
        path = os.path.join(root, image.text[len(pictures):])
        if not os.path.exists(path):
            wrong.append(f"{image.text}: no such file in docs/images")
            continue
        with open(path, "rb") as png:
            head = png.read(24)
        size = struct.unpack(">II", head[16:24])
        if head[:8] != b"\x89PNG\r\n\x1a\n" or not (620 <= size[0] <= 1600 and 350 <= size[1] <= 900):
            wrong.append(f"{path}: {size}")
for text in texts("screenshots/screenshot/caption") + texts("screenshots/screenshot/caption", "vi"):
    if len(text) > 100 or text.endswith("."):
        wrong.append(f"caption: {text}")
point("pictures: files that are there, in both languages, with captions", wrong)

# --- one version
releases = tree.findall("releases/release")
same("the newest release is this version", releases[0].get("version"), version)
point("releases have dates, newest first", [] if [r.get("date") for r in releases] == sorted((r.get("date") for r in releases), reverse=True) else ["order"])
changelog = open(os.path.join(root, "packaging", "debian", "changelog"), encoding="utf-8").readline()
same("Debian's changelog has this version", re.match(r"giothong \(([^)-]*)-", changelog).group(1), version)
same("giothong-cli --version", subprocess.run([CLI, "--version"], stdout=subprocess.PIPE, text=True).stdout.strip(), f"giothong-cli {version}")

# --- what the package is built with
listed = re.search(r"^build_packages=\(([^)]*)\)", open(os.path.join(root, "tools", "packages.sh"), encoding="utf-8").read(), re.MULTILINE).group(1).split()
control = open(os.path.join(root, "packaging", "debian", "control"), encoding="utf-8").read()
depends = set(re.findall(r"^ ([a-z0-9.+-]+)(?: \([^)]*\))?,$", control.split("\nPackage:")[0], re.MULTILINE))
# build-essential and meson bring these
point("Debian's build dependencies have all that tools/packages.sh installs to build", sorted(set(listed) - depends - {"gcc", "libc6-dev", "ninja-build"}))

# --- the About window names what the program stands on
used = set()
for folder, _, files in os.walk(os.path.join(root, "src")):
    for name in (n for n in files if n == "meson.build"):
        used |= set(re.findall(r"dependency\('([^']+)'", open(os.path.join(folder, name), encoding="utf-8").read()))
titles = {"gtk4": "GTK", "gio-2.0": "GLib", "glib-2.0": "GLib", "gobject-2.0": "GLib", "pangocairo": "Pango", "pangoft2": "Pango",
          "fontconfig": "Fontconfig", "sqlite3": "SQLite", "xlsxwriter": "libxlsxwriter", "libxml-2.0": "libxml2", "minizip": "minizip, zlib",
          "zlib": "minizip, zlib", "libical": "libical", "json-glib-1.0": "JSON-GLib", "hunspell": "Hunspell"}
about = open(os.path.join(root, "src", "gtk", "window", "gh-about-window.c"), encoding="utf-8").read()
named = set(re.findall(r'\{ "([^"]+)", "[^"]+",\s+"https://', about))
wanted = {titles.get(name, name) for name in used} | {"Tinos", "Noto Sans", "hunspell-vi", "Adwaita"}
point("the About window has the licence of each library, font, dictionary and icon theme", sorted(wanted - named) if len(used) > 8 else [str(used)])

# --- what is installed, and where
installed = json.load(open(os.path.join(build, "meson-info", "intro-installed.json"), encoding="utf-8"))
places = set(installed.values())
options = {o["name"]: o["value"] for o in json.load(open(os.path.join(build, "meson-info", "intro-buildoptions.json"), encoding="utf-8"))}
data = os.path.join(options["prefix"], options["datadir"])
man = os.path.join(options["prefix"], options["mandir"])
point("installed where desktops look", [f"{path} is not installed" for path in (
    f"{data}/applications/{ID}.desktop",
    f"{data}/metainfo/{ID}.metainfo.xml",
    f"{data}/mime/packages/{ID}.xml",
    f"{data}/icons/hicolor/scalable/apps/{ID}.svg",
    f"{data}/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"{data}/icons/hicolor/scalable/mimetypes/application-x-giothong.svg",
    f"{data}/bash-completion/completions/giothong-cli",
    f"{man}/man1/giothong.1", f"{man}/man1/giothong-cli.1", f"{man}/vi/man1/giothong.1", f"{man}/vi/man1/giothong-cli.1",
) if path not in places])

# --- the type of our files, by name and by content
if shutil.which("update-mime-database") and shutil.which("gio"):
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, "share", "mime", "packages")
        os.makedirs(packages)
        shutil.copy(os.path.join(root, "data", f"{ID}.mime.xml"), os.path.join(packages, f"{ID}.xml"))
        for shared in ("/usr/share/mime/packages/freedesktop.org.xml",):
            if os.path.exists(shared):
                shutil.copy(shared, packages)
        subprocess.run(["update-mime-database", os.path.join(folder, "share", "mime")], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PKGSYSTEM_ENABLE_FSYNC": "0"})
        work = os.path.join(folder, "đợt.giothong")
        subprocess.run([CLI, "new", work], check=True)
        shutil.copy(work, os.path.join(folder, "no-ending"))
        with open(os.path.join(folder, "other.db"), "wb") as other:
            head = bytearray(open(work, "rb").read())
            head[68:72] = b"ELSE"
            other.write(head)
        env = {**os.environ, "XDG_DATA_DIRS": os.path.join(folder, "share"), "XDG_DATA_HOME": os.path.join(folder, "none")}
        for name, ours in (("đợt.giothong", True), ("no-ending", True), ("other.db", False)):
            out = subprocess.run(["gio", "info", "-a", "standard::content-type", os.path.join(folder, name)],
                                 stdout=subprocess.PIPE, text=True, env=env).stdout
            point(f"{name} is {'' if ours else 'not '}a workspace", [] if ("application/x-giothong" in out) == ours else out.splitlines())
else:
    point("the type of our files", [], "update-mime-database or gio is not installed")

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
