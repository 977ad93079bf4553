/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * GhZip: the entries of a ZIP package (.docx, .xlsx) that came from outside, for reading only.
 *
 * Limits hold against bombs, before anything is unpacked and again while unpacking: 64 MiB packed,
 * 4,096 entries, 192 MiB for one entry and 384 MiB for all unpacked, 250 times its packed size for
 * an entry over 4 MiB. A real workbook of 11,000 rows stays below a tenth of each.
 *
 * Invariants: (1) each name stands in it once: of entries with the same name none is readable,
 * the package is refused; (2) an entry is given out only whole and with its CRC right.
 */
typedef struct _GhZip GhZip;

/**
 * gh_zip_open_bytes:
 * @bytes: the package; a reference is kept
 * @name: how messages call the file ("đăng ký.xlsx")
 * @error: GH_IMPORT_ERROR_FORMAT (no ZIP package, damaged, locked with a password) or
 *   GH_IMPORT_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable)
 */
GhZip *gh_zip_open_bytes (GBytes *bytes, const char *name, GError **error);

/** Reads @file into memory and opens it; also fails with the errors of GIO. */
GhZip *gh_zip_open_file (GFile *file, GCancellable *cancellable, GError **error);

/** The whole content of @file, at most @limit bytes (GH_IMPORT_ERROR_LIMIT beyond); for any
 * importer that takes a file into memory. Errors of GIO keep their code, with a message for a
 * clerk. */
GBytes *gh_import_load (GFile *file, gsize limit, GCancellable *cancellable, GError **error);

/** (transfer full): text of bytes that are no UTF-8: signs of Latin-1 for a text in an old
 * Vietnamese code (see gh-legacy.h), else as Windows Vietnamese (1258). */
char *gh_import_decode_bytes (const guint8 *bytes, gsize length);

/** Whether the bytes begin as a ZIP package does. */
gboolean gh_zip_looks_like (const guint8 *bytes, gsize length);

gboolean gh_zip_has (GhZip *zip, const char *entry);

/** (transfer container) (element-type utf8): the names in package order; borrowed from @zip. */
GPtrArray *gh_zip_list (GhZip *zip);

/**
 * gh_zip_read: unpacks one entry, e.g. "xl/workbook.xml" (case matters, "/" between folders).
 * @error: GH_IMPORT_ERROR_FORMAT if it is missing or damaged, GH_IMPORT_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *gh_zip_read (GhZip *zip, const char *entry, GError **error);

/** The same of an entry that may have @limit bytes at most (GH_IMPORT_ERROR_LIMIT beyond). */
GBytes *gh_zip_read_part (GhZip *zip, const char *entry, gsize limit, GError **error);

void gh_zip_free (GhZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhZip, gh_zip_free)
