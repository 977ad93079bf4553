/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** Levels of a list: Word has 9, OpenDocument 10. */
#define GH_LIST_LEVELS 10
/** No count goes beyond. */
#define GH_LIST_COUNT_MAX 32000

/**
 * GhListKind: how the levels of a list are numbered, and how far each has counted.
 * @format: "decimal" "decimalZero" "upperRoman" "lowerRoman" "upperLetter" "lowerLetter" "bullet"
 *   "none", as Word names them; others count in figures
 * @text: "%1.%2." with the counts of the levels 1 and 2, or the bullet
 * @start: first number
 * @count: last number given, -1 = not begun
 * @first: the number it began with
 * @restart: begins anew behind a paragraph of which levels: 0 = none, n = the first n, -1 = all
 * above
 * @figures: counts of the levels above are written in figures, too
 * @has_dd: "đ)" was written by hand, behind the fourth letter
 */
typedef struct
{
  char *format[GH_LIST_LEVELS];
  char *text[GH_LIST_LEVELS];
  int start[GH_LIST_LEVELS];
  int count[GH_LIST_LEVELS];
  int first[GH_LIST_LEVELS];
  int restart[GH_LIST_LEVELS];
  gboolean figures[GH_LIST_LEVELS];
  gboolean has_dd[GH_LIST_LEVELS];
} GhListKind;

GhListKind *gh_list_kind_new (void);
void gh_list_kind_free (GhListKind *kind);

/** Its own counts begin anew. */
GhListKind *gh_list_kind_copy (const GhListKind *kind);
/** Makes a level as it is in @from. */
void gh_list_kind_take_level (GhListKind *kind, const GhListKind *from, int level);
/** The next paragraph of the level has this number. */
void gh_list_kind_set_next (GhListKind *kind, int level, int number);

/** All levels begin anew. */
void gh_list_kind_restart (GhListKind *kind);

/** Counts one paragraph of @level (0 = the top); the levels below it begin anew. Returns:
 * (transfer full) (nullable): "1.1.", "-", "IV." … */
char *gh_list_kind_next (GhListKind *kind, int level);

/*
 * The fifth letter of Vietnamese is đ, which neither Word nor LibreOffice counts: where a list goes
 * from d on, its fifth is written "đ" and what follows a letter earlier. A clerk who typed "đ)"
 * between "d)" and "e)" has all as it should be.
 */
/** Whether a level that counts in small letters has come to "d". */
gboolean gh_list_kind_expects_dd (const GhListKind *kind);
/** "đ)" was typed. */
void gh_list_kind_skip_dd (GhListKind *kind);
/** Keeps the list in mind while it stands at "d)"; @letters: (element-type GhListKind): borrowed.
 */
void gh_list_letters_note (GPtrArray *letters, GhListKind *kind);
/** "đ)" was typed: for all that stand at "d)". */
void gh_list_letters_skip (const GPtrArray *letters);
