# shellcheck shell=bash
# What the scripts of packaging/windows share; sourced by them.
# shellcheck disable=SC2034 # used by the scripts that source this

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/packaging/windows
host=x86_64-w64-mingw32
# Everything that is made here lies in one folder, which git does not see.
work=${GH_WINDOWS_BUILD:-$root/build-windows}
toolchain=$work/toolchain
# shellcheck source=tools/packages.sh
. "$root/tools/packages.sh"

say () { printf '%s\n' "$*"; }
die () { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# write_toolchain SYSROOT: the cross file, wine-run and what it loads into Wine's server, all in $toolchain
write_toolchain ()
{
  local sysroot=$1 compiler="'$host-gcc-posix'" cpp="'$host-g++-posix'"
  mkdir -p "$toolchain"
  gcc -D_GNU_SOURCE -O1 -Wall -Wextra -Werror -shared -fPIC -o "$toolchain/wine-patience.so.new" "$here/wine-patience.c"
  mv -f "$toolchain/wine-patience.so.new" "$toolchain/wine-patience.so"
  if command -v ccache >/dev/null 2>&1; then
    compiler="['ccache', '$host-gcc-posix']" cpp="['ccache', '$host-g++-posix']"
  fi
  cat >"$toolchain/wine-run.new" <<EOF
#!/bin/sh
# Runs a Windows program under Wine, with the sysroot's libraries where GH_WINE_ALONE is not set.
# Wine takes names of files by the locale: it has to be one of UTF-8. GLib asks LANG before it asks the
# console, which under Wine without a terminal answers as none does on Windows; GLib 2.84 ends over it.
case \${LC_ALL-} in *UTF-8|*utf8) ;; *) LC_ALL=C.UTF-8 ;; esac
LANG=\${LANG:-\$LC_ALL}
WINEPREFIX=\${WINEPREFIX:-$toolchain/wineprefix}
WINEDEBUG=\${WINEDEBUG:--all}
WINEDLLOVERRIDES=\${WINEDLLOVERRIDES:-mscoree,mshtml=}
[ -n "\${GH_WINE_ALONE-}" ] || WINEPATH="Z:$(printf '%s' "$sysroot/bin" | tr / '\\')\${WINEPATH:+;\$WINEPATH}"
# The server, which the first program starts.
LD_PRELOAD=$toolchain/wine-patience.so\${LD_PRELOAD:+:\$LD_PRELOAD}
export LC_ALL LANG WINEPREFIX WINEDEBUG WINEDLLOVERRIDES WINEPATH LD_PRELOAD
# Wine's own services, which a program starts when it needs them, keep its channel for errors long after
# its end, and whoever reads along would wait for them. So that is a file here.
errors=\$(mktemp)
trap 'rm -f "\$errors"' EXIT
/usr/lib/wine/wine64 "\$@" 2>"\$errors"
status=\$?
cat "\$errors" >&2
exit \$status
EOF
  chmod +x "$toolchain/wine-run.new"
  mv -f "$toolchain/wine-run.new" "$toolchain/wine-run"
  cat >"$toolchain/$host.ini" <<EOF
# meson cross file: Debian 12 -> Windows x64
[constants]
sysroot = '$sysroot'
[binaries]
c = $compiler
cpp = $cpp
ar = '$host-gcc-ar-posix'
ranlib = '$host-gcc-ranlib-posix'
nm = '$host-gcc-nm-posix'
strip = '$host-strip'
windres = '$host-windres'
dlltool = '$host-dlltool'
objcopy = '$host-objcopy'
# meson 1.0 reads the first name, later ones the second
pkgconfig = '/usr/bin/pkg-config'
pkg-config = '/usr/bin/pkg-config'
cmake = '/usr/bin/cmake'
exe_wrapper = '$toolchain/wine-run'
# helpers of this machine, never the .exe ones of the sysroot
glib-compile-resources = '/usr/bin/glib-compile-resources'
glib-compile-schemas = '/usr/bin/glib-compile-schemas'
glib-genmarshal = '/usr/bin/glib-genmarshal'
glib-mkenums = '/usr/bin/glib-mkenums'
gdbus-codegen = '/usr/bin/gdbus-codegen'
sassc = '/usr/bin/sassc'
[properties]
needs_exe_wrapper = true
pkg_config_libdir = sysroot / 'lib' / 'pkgconfig' + ':' + sysroot / 'share' / 'pkgconfig'
[built-in options]
c_args = ['-I' + sysroot / 'include']
cpp_args = ['-I' + sysroot / 'include']
c_link_args = ['-L' + sysroot / 'lib']
cpp_link_args = ['-L' + sysroot / 'lib']
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
EOF
}

# make_prefix FOLDER: a Wine prefix that says Windows 10 (new ones say 7, and GTK 4 wants 10)
make_prefix ()
{
  [ ! -e "$1/.windows10" ] || return 0
  WINEPREFIX=$1 timeout 300 "$toolchain/wine-run" winecfg /v win10 >"$1.log" 2>&1 </dev/null && touch "$1/.windows10"
}

# start_wine FOLDER / stop_wine FOLDER: keeps the server of the prefix running between programs, which
# saves each its start.
wine_server () { LD_PRELOAD=$toolchain/wine-patience.so WINEPREFIX=$1 /usr/lib/wine/wineserver64 "$2" </dev/null >/dev/null 2>&1 || true; }
start_wine () { wine_server "$1" -p; }
stop_wine () { wine_server "$1" -k; }
