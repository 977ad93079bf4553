# shellcheck shell=bash
# What Giọt Hồng needs from Debian 12, and how to install it. Sourced by tools/run and tools/test.

# shellcheck disable=SC2034 # used by the scripts that source this
build_packages=(gcc libc6-dev pkg-config meson ninja-build gettext
  libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libsqlite3-dev libxlsxwriter-dev libminizip-dev
  libxml2-dev libical-dev libjson-glib-dev libpango1.0-dev libfontconfig-dev fonts-croscore libhunspell-dev)

# At run time with a window: icons, a font with all Vietnamese letters for the interface, and the
# dictionary of the spelling check.
# shellcheck disable=SC2034
window_packages=(adwaita-icon-theme fonts-noto-core librsvg2-common libgtk-4-common dbus hunspell-vi)

# shellcheck disable=SC2034
test_packages=(git python3 python3-openpyxl python3-docx python3-lxml python3-gi gir1.2-atspi-2.0
  python3-icalendar clang clang-format libclang-rt-14-dev libreoffice-writer-nogui libreoffice-calc-nogui
  poppler-utils libxml2-utils desktop-file-utils appstream sqlite3 xvfb openbox xdotool xclip imagemagick
  at-spi2-core dbus-x11 x11-utils file hunspell hunspell-vi hunspell-en-us man-db
  shared-mime-info libglib2.0-bin flatpak-builder ibus ibus-gtk4 ibus-unikey)

# Optional: to build for Windows; to run that under Wine; and with both to make and try the installer.
# shellcheck disable=SC2034
cross_packages=(gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64
  mingw-w64-x86-64-dev xz-utils dpkg-dev)
# shellcheck disable=SC2034
wine_packages=(wine wine64 fonts-wine)
# shellcheck disable=SC2034
windows_packages=("${cross_packages[@]}" "${wine_packages[@]}"
  xvfb xauth xdotool imagemagick zip nsis librsvg2-bin hunspell-vi)

# missing_packages NAME...: prints those that are not installed
missing_packages ()
{
  local name
  for name in "$@"; do
    # libreoffice-*-nogui and the full packages serve the same; either will do
    case $name in
      *-nogui) dpkg-query -W -f '${Status}\n' "${name%-nogui}" 2>/dev/null | grep -q 'ok installed' && continue ;;
    esac
    dpkg-query -W -f '${Status}\n' "$name" 2>/dev/null | grep -q 'ok installed' || echo "$name"
  done
}

# as_root COMMAND...: runs it as root, through sudo where needed; 1 where neither works
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    sudo "$@"
  else
    return 1
  fi
}

# install_packages NAME...: the archive's index may be old or missing: fetch it and try once more
install_packages ()
{
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
  as_root "${apt[@]}" install -y -q --no-install-recommends "$@" ||
    { as_root "${apt[@]}" update -q && as_root "${apt[@]}" install -y -q --no-install-recommends "$@"; }
}

# need_packages NAME...: installs what is missing, or says what to do and ends the script
need_packages ()
{
  local -a missing
  local log
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Giọt Hồng: this system has no apt-get. Install the counterparts of these Debian packages, then start again:" >&2
    echo "  ${missing[*]}" >&2
    exit 1
  fi
  echo "Installing from Debian: ${missing[*]}"
  log=$(mktemp)
  if ! install_packages "${missing[@]}" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    echo "Giọt Hồng: the packages could not be installed from here (this needs root or sudo, and the Debian archive)." >&2
    echo "Ask an administrator for this command, then start again:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  rm -f "$log"
}
