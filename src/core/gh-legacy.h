/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Vietnamese texts from before Unicode, whose letters are signs of Latin-1 that a font of its own
 * (".VnTime", "VNI-Times") draws as others: "§¬n vÞ" and "Ñôn vò" are both "Đơn vị".
 */
typedef enum
{
  GH_LEGACY_NONE,
  GH_LEGACY_TCVN3, /* TCVN 5712-3, called ABC */
  GH_LEGACY_VNI,
} GhLegacy;

/** What @text (UTF-8) is written in; GH_LEGACY_NONE for Unicode and for whatever is not sure. */
GhLegacy gh_legacy_detect (const char *text);

/** Whether @text has letters that only Unicode has: one cell of a table may, among others that do
 * not. */
gboolean gh_legacy_is_unicode (const char *text);

/** (transfer full): @text in Unicode; not yet in NFC. GH_LEGACY_NONE copies it. */
char *gh_legacy_convert (GhLegacy legacy, const char *text);

/** (transfer full): bytes that are no UTF-8, each as the sign of Latin-1 it stands for, for
 * gh_legacy_detect(). */
char *gh_legacy_from_bytes (const guint8 *bytes, gsize length);

/** As offices call it: "TCVN3 (ABC)", "VNI"; "" for GH_LEGACY_NONE. */
const char *gh_legacy_name (GhLegacy legacy);
