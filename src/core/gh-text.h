/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Vietnamese text. All texts are UTF-8; what comes from outside passes gh_text_nfc() first. */

/**
 * gh_text_nfc: (transfer full): @text in NFC with NBSP and other odd spaces made plain spaces,
 * every kind of line break (CR LF, CR, VT, FF, U+2028 …) made a newline, invalid UTF-8 and
 * non-characters replaced by U+FFFD, control and invisible format characters but tab and newline
 * dropped, and no more than 16 marks left on one letter. Idempotent; linear in the text.
 * @length: bytes, or -1 if nul-terminated
 */
char *gh_text_nfc (const char *text, gssize length);
/** Whether @text is seen at a glance to be what gh_text_nfc() gives: so are nearly all texts. */
gboolean gh_text_is_plain (const char *text);

/** Whether @text begins with @prefix. Of g_str_has_prefix() GLib 2.76 made a macro that measures
 * the whole text each time: asked at each place of a text of megabytes, it takes minutes. */
static inline gboolean
gh_text_begins (const char *text, const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

/** (transfer full): key to compare and search by: lower case, no marks, đ → d, spaces single and
 * none at the ends, quotes and dashes plain; "Hoà" and "Hòa" give the same key, and so do
 * composed and decomposed text. Folding a key changes nothing. */
char *gh_text_fold (const char *text);

/** (transfer full): key whose strcmp() order is that of a Vietnamese dictionary: syllable by
 * syllable, in each the letters first (ă after a, â, … đ after d), then the tone (ngang huyền hỏi
 * ngã sắc nặng), so "ba lô" < "bà con"; digits by value, so "Tổ 2" < "Tổ 10". Case, tone
 * placement and spaces do not count. Valid UTF-8, printable; longer than @text. */
char *gh_text_sort_key (const char *text);

/** As gh_text_sort_key() for a person: given name first (Vietnamese lists), then the rest. */
char *gh_text_person_sort_key (const char *name);

/** Whether @needle stands in @text, both folded. An empty needle stands everywhere. */
gboolean gh_text_contains_folded (const char *text, const char *needle);

/** (transfer full): without leading and trailing spaces, inner runs of spaces single. */
char *gh_text_squeeze (const char *text);

/** (transfer full): without the inline marks "**bold**" and "*italic*"; stars without a partner in
 * their line, with spaces on both sides, between two digits or more than three stay letters. */
char *gh_text_strip_marks (const char *text);

/** (transfer full): upper case by Unicode ("đ" → "Đ"), for the components written IN HOA. */
char *gh_text_upper (const char *text);

/** (transfer full): as it stands behind a colon or semicolon, where no sentence begins: the first
 * letter small if the words are known to begin no name ("Lập danh sách", "Các xã"), else as it is.
 */
char *gh_text_within_sentence (const char *text);

/** (transfer full): the first letter in upper case, the rest as it is. */
char *gh_text_begin_sentence (const char *text);
