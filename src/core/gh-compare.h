/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What was changed between two texts: paragraph by paragraph, and word by word in a paragraph that
 * is still the same one. */

/** GhCompareKind: in JSON "same" "added" "removed" "changed". A piece is never "changed". */
typedef enum
{
  GH_COMPARE_SAME,
  GH_COMPARE_ADDED,
  GH_COMPARE_REMOVED,
  GH_COMPARE_CHANGED,
} GhCompareKind;

const char *gh_compare_kind_to_string (GhCompareKind kind);
gboolean gh_compare_kind_from_string (const char *text, GhCompareKind *kind);

/** GhComparePiece: a run of words of a changed paragraph. */
typedef struct
{
  GhCompareKind kind;
  char *text;
} GhComparePiece;

/**
 * GhCompareLine: a paragraph (a line of the texts).
 * @old_text: "" if it was added; @new_text: "" if it was removed
 * @pieces: (element-type GhComparePiece): only of a changed paragraph; else empty. Those that were
 *   not added make the old text, those that were not removed make the new one.
 */
typedef struct
{
  GhCompareKind kind;
  char *old_text;
  char *new_text;
  GPtrArray *pieces;
} GhCompareLine;

/**
 * gh_compare_texts: compares @old_text with @new_text. The time grows with the length of the texts
 * and no more than a fixed number of times with how much of them differs.
 *
 * Returns: (transfer full) (element-type GhCompareLine): in the order of the texts; what was
 *   removed stands before what was added in its place
 */
GPtrArray *gh_compare_texts (const char *old_text, const char *new_text);

/** (transfer full) (nullable): the new text, made from @old_text; %NULL if @lines (of
 * gh_compare_texts()) were made from another text. */
char *gh_compare_apply (const GPtrArray *lines, const char *old_text);

/** How many paragraphs are of this kind. */
guint gh_compare_count (const GPtrArray *lines, GhCompareKind kind);
