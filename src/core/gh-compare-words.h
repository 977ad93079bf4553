/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhCompareWords: texts cut into words, each with the number of its kind: equal words of all texts
 * that were cut with the same GhCompareWords have equal numbers.
 */
typedef struct _GhCompareWords GhCompareWords;

GhCompareWords *gh_compare_words_new (void);
void gh_compare_words_free (GhCompareWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCompareWords, gh_compare_words_free)

/** Number of kinds so far. */
guint gh_compare_words_get_n_ids (const GhCompareWords *words);
/** Number of the whole of @text, taken as one word. */
guint gh_compare_words_get_id (GhCompareWords *words, const char *text);
/** (transfer full) (element-type guint): the words, the spaces and the signs of @text, in order;
 * together they are @text. Figures stay whole ("1.750", "05/02/2027"). */
GArray *gh_compare_words_cut (GhCompareWords *words, const char *text);
/** (transfer none): the word itself. */
const char *gh_compare_words_get_text (const GhCompareWords *words, guint id);
/** Whether it is a word or a figure, and not spaces or a sign. */
gboolean gh_compare_words_is_word (const GhCompareWords *words, guint id);
