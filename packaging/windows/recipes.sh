# shellcheck shell=bash
# How each package of the sysroot is built; sourced by packaging/windows/sysroot. What is odd here was
# found out by trying: see packaging/windows/README.md, "Traps".

# compiler runtime DLLs go beside ours
build_runtime ()
{
  local d
  for d in libgcc_s_seh-1 libstdc++-6; do cp -f "$(dirname "$($host-gcc-posix -print-libgcc-file-name)")/$d.dll" "$prefix/bin/"; done
  cp -f /usr/$host/lib/libwinpthread-1.dll "$prefix/bin/"
}
build_meson ()
{
  rm -rf "$tools/meson"; mkdir -p "$tools/meson"
  fetch_deb pool/main/m/meson/meson_1.7.0-1_all.deb e92d04e60e784336883d537755d09b7dcb856809fa318a0931df3898e84ded95
  dpkg-deb -x "$downloads/meson_1.7.0-1_all.deb" "$tools/meson"
  meson17 --version
}
# Debian's +dfsg tarball has no win32/ folder (no Makefile.gcc, .def, .rc): compile by hand
build_zlib ()
{
  cd "$sources/zlib"
  local c="adler32.c compress.c crc32.c deflate.c gzclose.c gzlib.c gzread.c gzwrite.c infback.c inffast.c
           inflate.c inftrees.c trees.c uncompr.c zutil.c"
  # shellcheck disable=SC2086
  $host-gcc-posix -O2 -DZLIB_DLL -DZLIB_INTERNAL -shared -o "$prefix/bin/zlib1.dll" $c \
    -Wl,--out-implib,"$prefix/lib/libz.dll.a"
  cp -f zlib.h zconf.h "$prefix/include/"
  pc_file zlib 1.3.1 "zlib compression library" z
  # minizip: contrib/minizip of the same source, as a DLL
  cd contrib/minizip
  $host-gcc-posix -O2 -I../.. -I"$prefix/include" -shared -o "$prefix/bin/libminizip-1.dll" \
    ioapi.c iowin32.c mztools.c unzip.c zip.c -Wl,--out-implib,"$prefix/lib/libminizip.dll.a" -L"$prefix/lib" -lz
  mkdir -p "$prefix/include/minizip"
  cp -f ioapi.h iowin32.h mztools.h unzip.h zip.h "$prefix/include/minizip/"
  pc_file minizip 1.3.1 "Minizip zip file manipulation library" minizip zlib /minizip
}
build_libffi () { (cd "$sources/libffi" && { [ -x configure ] || autoreconf -fi; }) && by_configure libffi --disable-static --disable-docs --disable-multi-os-directory; }
build_pcre2 () { by_cmake pcre2 -DPCRE2_BUILD_PCRE2_16=OFF -DPCRE2_BUILD_PCRE2_32=OFF -DPCRE2_BUILD_PCRE2GREP=OFF \
    -DPCRE2_BUILD_TESTS=OFF -DBUILD_STATIC_LIBS=OFF -DPCRE2_SUPPORT_JIT=ON -DPCRE2_SUPPORT_UNICODE=ON; }
# only gettext-runtime's libintl
build_gettext ()
{
  rm -rf "$builds/gettext"; mkdir -p "$builds/gettext"; cd "$builds/gettext"
  "$sources/gettext/gettext-runtime/configure" --host=$host --build=x86_64-linux-gnu --prefix="$prefix" \
    CC=$host-gcc-posix CXX=$host-g++-posix CFLAGS=-O2 --enable-shared --disable-static --disable-java \
    --disable-csharp --disable-libasprintf --disable-curses --enable-threads=windows \
    --enable-relocatable --without-libiconv-prefix am_cv_func_iconv=no
  make -C intl -j"$jobs"
  make -C intl install
}
build_glib2_0 () { by_meson glib2.0 -Dtests=false -Dinstalled_tests=false -Dintrospection=disabled -Dselinux=disabled \
    -Dlibmount=disabled -Dlibelf=disabled -Ddtrace=disabled -Dsystemtap=disabled -Dsysprof=disabled \
    -Dman-pages=disabled -Ddocumentation=false -Dnls=enabled -Dxattr=false -Dglib_debug=disabled; }
build_expat () { subfolder=expat/expat by_cmake expat -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_EXAMPLES=OFF \
    -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_DOCS=OFF; }
build_libxml2 () { by_cmake libxml2 -DLIBXML2_WITH_PYTHON=OFF -DLIBXML2_WITH_ICONV=OFF -DLIBXML2_WITH_ICU=OFF \
    -DLIBXML2_WITH_LZMA=OFF -DLIBXML2_WITH_ZLIB=ON -DLIBXML2_WITH_TESTS=OFF -DLIBXML2_WITH_PROGRAMS=OFF; }
build_libpng1_6 () { by_cmake libpng1.6 -DPNG_TESTS=OFF -DPNG_TOOLS=OFF -DPNG_STATIC=OFF -DPNG_SHARED=ON; }
build_libjpeg_turbo () { by_cmake libjpeg-turbo -DENABLE_STATIC=OFF -DENABLE_SHARED=ON -DWITH_TURBOJPEG=OFF -DWITH_JAVA=OFF; }
build_tiff () { by_cmake tiff -Djpeg=ON -Dzlib=ON -Dlzma=OFF -Dzstd=OFF -Dwebp=OFF -Djbig=OFF -Dlerc=OFF \
    -Dlibdeflate=OFF -Dpixarlog=OFF -Dcxx=OFF -Dtiff-tools=OFF -Dtiff-tests=OFF -Dtiff-contrib=OFF -Dtiff-docs=OFF; }
build_gdk_pixbuf () { by_meson gdk-pixbuf -Dbuiltin_loaders=all -Dpng=enabled -Djpeg=enabled -Dtiff=enabled -Dgif=enabled \
    -Dothers=disabled -Dman=false -Dtests=false -Dinstalled_tests=false -Dgtk_doc=false -Ddocs=false \
    -Dintrospection=disabled -Drelocatable=true -Dnative_windows_loaders=false; }
build_pixman () { by_meson pixman -Dtests=disabled -Ddemos=disabled -Dgtk=disabled -Dlibpng=disabled -Dopenmp=disabled; }
build_freetype () { by_meson freetype -Dharfbuzz=disabled -Dbrotli=disabled -Dbzip2=disabled -Dpng=enabled -Dzlib=system -Dtests=disabled; }
# its own font map for paper: the same pages on every machine (FcConfigAppFontAddDir)
build_fontconfig ()
{
  by_meson fontconfig -Ddoc=disabled -Dtests=disabled -Dtools=disabled -Dcache-build=disabled -Dnls=disabled; }
# mingw-w64 10 has no __memcpy_chk & co. in its CRT: no _FORTIFY_SOURCE
build_cairo ()
{
  sed -i '/_FORTIFY_SOURCE/d' "$sources/cairo/meson.build"
  by_meson cairo -Dtests=disabled -Dgtk_doc=false -Dxlib=disabled -Dxcb=disabled -Dfreetype=enabled \
    -Dfontconfig=enabled -Ddwrite=enabled -Dpng=enabled -Dzlib=enabled -Dglib=enabled -Dspectre=disabled \
    -Dsymbol-lookup=disabled -Dgtk2-utils=disabled -Dlzo=disabled; }
build_fribidi () { by_meson fribidi -Ddocs=false -Dtests=false -Dbin=false; }
build_harfbuzz () { by_meson harfbuzz -Dglib=enabled -Dgobject=disabled -Dcairo=disabled -Dfreetype=enabled -Dicu=disabled \
    -Dgdi=enabled -Ddirectwrite=enabled -Dtests=disabled -Ddocs=disabled -Dbenchmark=disabled -Dutilities=disabled \
    -Dintrospection=disabled; }
# Wine 8's DirectWrite draws text stretched and clipped: let cairo use GDI there
build_pango1_0 ()
{
  grep -q use_gdi_faces "$sources/pango1.0/pango/pangocairo-win32font.c" || patch -d "$sources/pango1.0" -p1 <<'EOF'
--- a/pango/pangocairo-win32font.c
+++ b/pango/pangocairo-win32font.c
@@ -83,6 +83,23 @@
 G_DEFINE_TYPE_WITH_CODE (PangoCairoWin32Font, pango_cairo_win32_font, PANGO_TYPE_WIN32_FONT,
     { G_IMPLEMENT_INTERFACE (PANGO_TYPE_CAIRO_FONT, cairo_font_iface_init) });
 
+/* Wine 8's DirectWrite draws glyphs stretched and clipped: there, or where
+ * PANGO_WIN32_GDI=1 asks for it, cairo draws text with GDI.
+ */
+static gboolean
+use_gdi_faces (void)
+{
+  static int use = -1;
+
+  if (use < 0)
+    {
+      const char *e = getenv ("PANGO_WIN32_GDI");
+      use = e ? e[0] == '1'
+              : GetProcAddress (GetModuleHandleW (L"ntdll.dll"), "wine_get_version") != NULL;
+    }
+  return use;
+}
+
 static cairo_font_face_t *
 pango_cairo_win32_font_create_font_face (PangoCairoFont *font)
 {
@@ -91,7 +108,8 @@
   void *dwrite_font_face = NULL;
 
 #ifdef HAVE_CAIRO_WIN32_DIRECTWRITE
-  dwrite_font_face = pango_win32_font_get_dwrite_font_face (win32font);
+  if (!use_gdi_faces ())
+    dwrite_font_face = pango_win32_font_get_dwrite_font_face (win32font);
   if (dwrite_font_face != NULL)
     {
       cairo_font_face_t *cairo_face = cairo_dwrite_font_face_create_for_dwrite_fontface (dwrite_font_face);
EOF
  by_meson pango1.0 -Dintrospection=disabled -Dfontconfig=enabled -Dfreetype=enabled -Dcairo=enabled \
    -Dlibthai=disabled -Dxft=disabled -Dsysprof=disabled -Dbuild-testsuite=false -Dbuild-examples=false \
    -Ddocumentation=false -Dman-pages=false; }
build_graphene () { by_meson graphene -Dintrospection=disabled -Dtests=false -Dinstalled_tests=false -Dgtk_doc=false; }
build_libepoxy () { by_meson libepoxy -Degl=no -Dglx=no -Dx11=false -Dtests=false -Ddocs=false; }
build_gtk4 () { by_meson gtk4 -Dx11-backend=false -Dwayland-backend=false -Dbroadway-backend=false -Dwin32-backend=true \
    -Dmedia-gstreamer=disabled -Dprint-cups=disabled -Dprint-cpdb=disabled -Dvulkan=disabled -Dcloudproviders=disabled \
    -Dsysprof=disabled -Dtracker=disabled -Dcolord=disabled -Daccesskit=disabled -Dintrospection=disabled \
    -Ddocumentation=false -Dman-pages=false -Dbuild-demos=false -Dbuild-testsuite=false -Dbuild-examples=false \
    -Dbuild-tests=false -Dprofile=default; }
# amalgamation made natively, then one DLL
build_sqlite3 ()
{
  rm -rf "$builds/sqlite3"; mkdir -p "$builds/sqlite3"; cd "$builds/sqlite3"
  "$sources/sqlite3/configure" --disable-tcl --disable-readline >/dev/null
  make sqlite3.c sqlite3.h
  $host-gcc-posix -O2 -shared -o "$prefix/bin/libsqlite3-0.dll" sqlite3.c \
    -DSQLITE_API='__declspec(dllexport)' -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE \
    -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_UNLOCK_NOTIFY -DSQLITE_SECURE_DELETE \
    -Wl,--out-implib,"$prefix/lib/libsqlite3.dll.a"
  cp -f sqlite3.h "$sources/sqlite3/src/sqlite3ext.h" "$prefix/include/"
  pc_file sqlite3 3.46.1 "SQL database engine" sqlite3
}
build_libxlsxwriter () { by_cmake libxlsxwriter -DBUILD_TESTS=OFF -DBUILD_EXAMPLES=OFF -DUSE_SYSTEM_MINIZIP=ON -DZLIB_ROOT="$prefix"; }
build_libical3 () { by_cmake libical3 -DICAL_GLIB=OFF -DICAL_GLIB_VAPI=OFF -DGOBJECT_INTROSPECTION=OFF -DWITH_CXX_BINDINGS=OFF \
    -DICAL_BUILD_DOCS=OFF -DLIBICAL_BUILD_TESTING=OFF -DSHARED_ONLY=ON -DCMAKE_DISABLE_FIND_PACKAGE_ICU=TRUE \
    -DCMAKE_DISABLE_FIND_PACKAGE_BDB=TRUE; }
# hicolor's index; Adwaita's symbolic icons as .symbolic.png, so that no SVG loader is needed
build_icons ()
{
  local t=$tools/icons out=$prefix/share/icons ctx z dirs=""
  rm -rf "$t" "$out"; mkdir -p "$t" "$out/hicolor" "$out/Adwaita"
  fetch_deb pool/main/a/adwaita-icon-theme/adwaita-icon-theme_48.1-1_all.deb f60b0577aee314d43d6908ca7f0b8f07dc48e2bb766e7e25035330817e0e827c
  fetch_deb pool/main/h/hicolor-icon-theme/hicolor-icon-theme_0.18-2_all.deb d91fef83a186d3fc9fff293bfd7da4f684f736d15459d258a5a0d251168c1a35
  dpkg-deb -x "$downloads/adwaita-icon-theme_48.1-1_all.deb" "$t"
  dpkg-deb -x "$downloads/hicolor-icon-theme_0.18-2_all.deb" "$t"
  cp "$t/usr/share/icons/hicolor/index.theme" "$out/hicolor/"
  for z in 16 24 32 48 64; do
    for ctx in "$t"/usr/share/icons/Adwaita/symbolic/*/; do
      ctx=$(basename "$ctx"); dirs+="${z}x$z/$ctx,"; mkdir -p "$out/Adwaita/${z}x$z/$ctx"
      find "$t/usr/share/icons/Adwaita/symbolic/$ctx" -name '*-symbolic*.svg' -print0 \
        | xargs -0 -r -P "$jobs" -I{} gtk4-encode-symbolic-svg {} "${z}x$z" -o "$out/Adwaita/${z}x$z/$ctx"
    done
  done
  { printf '[Icon Theme]\nName=Adwaita\nInherits=hicolor\nHidden=true\nDirectories=%s\n' "${dirs%,}"
    tr , '\n' <<<"${dirs%,}" | while read -r ctx; do
      printf '\n[%s]\nSize=%s\nType=Threshold\n' "$ctx" "${ctx%%x*}"
    done; } >"$out/Adwaita/index.theme"
  cp "$t/usr/share/doc/adwaita-icon-theme/copyright" "$out/Adwaita/COPYING"
  find "$out" -name '*.png' | wc -l
}
# shellcheck disable=SC2034 # read by fetch
tarball_json_glib="pool/main/j/json-glib/json-glib_1.10.8+ds.orig.tar.xz ecf9ee6822d6a5e4f63e7adbd39745a4875f19bd9975b0afa5e20c98d43f4b32"
build_json_glib ()
{
  # It asks for a newer meson than Debian 12 has, but uses nothing of it.
  sed -i "s/meson_version: '>= 1\.[12]\.0'/meson_version: '>= 1.0.0'/" "$sources/json-glib/meson.build"
  by_meson json-glib -Dtests=false -Dconformance=false -Dinstalled_tests=false -Dintrospection=disabled \
    -Ddocumentation=disabled -Dman=false -Dnls=disabled
}

# shellcheck disable=SC2034 # read by fetch
tarball_hunspell="pool/main/h/hunspell/hunspell_1.7.1.orig.tar.gz b2d9c5369c2cc7f321cb5983fda2dbf007dce3d9e17519746840a6f0c4bf7444"
# The library alone, and no configure: ten files, and a header that autoconf would have made
build_hunspell ()
{
  cd "$sources/hunspell/src/hunspell"
  sed 's/@HUNSPELL_VERSION_MAJOR@/1/; s/@HUNSPELL_VERSION_MINOR@/7/' hunvisapi.h.in >hunvisapi.h
  mkdir -p "$prefix/include/hunspell"
  # shellcheck disable=SC2035
  $host-g++-posix -O2 -std=c++11 -DBUILDING_LIBHUNSPELL -shared -o "$prefix/bin/libhunspell-1.7-0.dll" *.cxx \
    -Wl,--out-implib,"$prefix/lib/libhunspell-1.7.dll.a"
  cp -f hunspell.h hunspell.hxx hunvisapi.h w_char.hxx atypes.hxx "$prefix/include/hunspell/"
  pc_file hunspell 1.7.1 "Hunspell spelling checking library" hunspell-1.7
}

# In this order: each needs only what stands above it.
build_all ()
{
  package runtime 12.2.0
  package meson 1.7.0-1
  package zlib 1:1.3.dfsg+really1.3.1-1
  package libffi 3.4.8-2
  package pcre2 10.46-1~deb13u2
  package gettext 0.21-12
  package glib2.0 2.84.4-3~deb13u5
  package json-glib 1.10.8+ds-2
  package hunspell 1.7.1-1
  package expat 2.8.3-1~deb13u1
  package libxml2 2.12.7+dfsg+really2.9.14-2.1+deb13u3
  package libpng1.6 1.6.48-1+deb13u5
  package libjpeg-turbo 1:2.1.5-2
  package tiff 4.7.0-3+deb13u3
  package gdk-pixbuf 2.42.12+dfsg-4+deb13u1
  package pixman 0.44.0-3
  package freetype 2.13.3+dfsg-1+deb13u1
  package fontconfig 2.15.0-2.3
  package cairo 1.18.4-1
  package fribidi 1.0.16-1
  package harfbuzz 10.2.0-1+deb13u1
  package pango1.0 1.56.3-1
  package graphene 1.10.8-5
  package libepoxy 1.5.10-1
  package gtk4 4.18.6+ds-2
  package sqlite3 3.46.1-7+deb13u2
  package libxlsxwriter 1.1.4-2
  package libical3 3.0.20-1
  package icons 48.1
}
