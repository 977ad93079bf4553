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
 */
typedef struct
{
  char *format[GH_LIST_LEVELS];
  char *text[GH_LIST_LEVELS];
  int start[GH_LIST_LEVELS];
  int count[GH_LIST_LEVELS];
} GhListKind;

GhListKind *gh_list_kind_new (void);
void gh_list_kind_free (GhListKind *kind);

/** All levels begin anew. */
void gh_list_kind_restart (GhListKind *kind);

/** Counts one paragraph of @level (0 = the top); the levels below it begin anew. Returns:
 * (transfer full) (nullable): "1.1.", "-", "IV." … */
char *gh_list_kind_next (GhListKind *kind, int level);
