/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Vietnamese text. All texts are UTF-8; what comes from outside passes gh_text_nfc() first. */

/**
 * gh_text_nfc: (transfer full): @text in NFC with NBSP and other odd spaces made plain spaces, CR
 * removed, invalid UTF-8 replaced by U+FFFD and control characters but tab and newline dropped.
 * @length: bytes, or -1 if nul-terminated
 */
char *gh_text_nfc (const char *text, gssize length);

/** (transfer full): key to compare and search by: lower case, no marks, đ → d, spaces single,
 * quotes and dashes plain; "Hoà" and "Hòa" give the same key. */
char *gh_text_fold (const char *text);

/** (transfer full): key whose strcmp() order is that of a Vietnamese dictionary (ă after a, â, …
 * đ after d; then tone: ngang huyền hỏi ngã sắc nặng); digits by value, so "Tổ 2" < "Tổ 10". */
char *gh_text_sort_key (const char *text);

/** As gh_text_sort_key() for a person: given name first (Vietnamese lists), then the rest. */
char *gh_text_person_sort_key (const char *name);

/** Whether @needle stands in @text, both folded. An empty needle stands everywhere. */
gboolean gh_text_contains_folded (const char *text, const char *needle);

/** (transfer full): without leading and trailing spaces, inner runs of spaces single. */
char *gh_text_squeeze (const char *text);

/** (transfer full): without the inline marks "**bold**" and "*italic*" (see gh-markup.h). */
char *gh_text_strip_marks (const char *text);

/** (transfer full): upper case by Unicode ("đ" → "Đ"), for the components written IN HOA. */
char *gh_text_upper (const char *text);
