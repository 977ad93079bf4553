/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Looking for words in Vietnamese text, marks of tone kept: "nắm" is not "năm". A list of words is
 * one string with '|' between ("sơ kết|tổng kết"), in lower case; a word is found only as a whole
 * (no letter or digit before or after it). Texts to look in went through gh_words_lower().
 */

/** Longest stretch that one look around a place reads, in bytes: keeps every reader linear. */
#define GH_WORDS_WINDOW 400

/**
 * gh_words_lower: (transfer full): lower case of NFC @text with old-style tones moved ("uỷ" →
 * "ủy"), of the same length in bytes, so that every offset holds in both. Asterisks (marks)
 * become U+0001, which counts as no letter.
 */
char *gh_words_lower (const char *text);

/**
 * gh_words_find: the earliest place in @low[0, @length) where one of @words stands; the longest of
 * them at that place.
 * @found: (out) (optional): length of what was found
 * Returns: (nullable): pointer into @low
 */
const char *gh_words_find (const char *low, gsize length, const char *words, gsize *found);
/** As gh_words_find(), but the last place. */
const char *gh_words_find_last (const char *low, gsize length, const char *words, gsize *found);
/** Whether one of @words stands in the nul-terminated @low. */
gboolean gh_words_has (const char *low, const char *words);
gboolean gh_words_has_within (const char *low, gsize length, const char *words);
/** Length of the word of @words that @low begins with, 0 if none. */
gsize gh_words_begin (const char *low, const char *words);

/** At least two letters, and none of them small. */
gboolean gh_words_is_upper (const char *text);
/** First letter is a small one (spaces, marks and brackets skipped). */
gboolean gh_words_begins_small (const char *text);
/** Last character but spaces and marks; 0 if there is none. */
gunichar gh_words_last_char (const char *text);
/** Whether @text holds any letter or digit. */
gboolean gh_words_any (const char *text);

/** Skips spaces and marks ('*' or U+0001). */
const char *gh_words_skip (const char *text);
/** (transfer full): @length bytes cut back to whole characters, trimmed of spaces, marks left
 * unpaired, and of the characters of @strip (ASCII) at both ends. */
char *gh_words_slice (const char *text, gsize length, const char *strip);
/** (transfer full): at most @n_chars characters, cut at a space with "…". */
char *gh_words_shorten (const char *text, glong n_chars);
/** (transfer full): first letter upper case. */
char *gh_words_capitalise (const char *text);

/** (transfer full): the first @length bytes of @text or fewer, whole characters. */
char *gh_words_head (const char *text, gsize length);

/**
 * gh_words_sentence: the sentence around an offset: from after the last of ". ; ! ?" to the next
 * (a dot inside a figure, a date or an abbreviation ends none). At most %GH_WORDS_WINDOW × 4 bytes
 * to each side.
 */
void gh_words_sentence (const char *text, gsize offset, gsize *start, gsize *end);
