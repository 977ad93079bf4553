/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Marked text: one paragraph of a plan as it is stored, with "**bold**", "*italic*" and fields such
 * as "{{year}}" (gh-live.h). There are three ways to count in it: the stored text; the runs; and
 * the plain text, which is the texts of the runs one after the other: without marks, fields as
 * written.
 *
 * Stars without a partner in their line, with spaces on both sides, between two digits or more than
 * three stay letters. Bold and italic are told apart, so they may overlap.
 */

/** GhMark: one mark that is not a letter. */
typedef struct
{
  gsize offset; /* of its first star in the stored text */
  int stars;    /* 1 italic, 2 bold */
  gboolean opens;
} GhMark;

/** (transfer full) (element-type GhMark): the marks of @text in order. Linear. */
GArray *gh_marked_find (const char *text);

/** GhMarkedRun: letters of one style, or one field. */
typedef struct
{
  char *text; /* letters; of a field "{{year}}" as it is written; never empty */
  char *key;  /* of a field "year"; %NULL for letters */
  gboolean bold;
  gboolean italic;
} GhMarkedRun;

/** (transfer full) (element-type GhMarkedRun) */
GPtrArray *gh_marked_runs_new (void);
/** Adds a run; @key: (nullable): of a field. Letters go on in the last run if the style is its. */
void gh_marked_runs_add (GPtrArray *runs,
                         const char *text,
                         gssize length,
                         const char *key,
                         gboolean bold,
                         gboolean italic);

/** (transfer full) (element-type GhMarkedRun): what @text shows. Every well-formed field is a run
 * of its own, whether the program knows it or not. */
GPtrArray *gh_marked_parse (const char *text);

/**
 * gh_marked_format: (transfer full): the text that shows @runs. The style of blanks at the ends of
 * a style is lost, and italic never begins or ends within a figure. All letters stay; stars among
 * them that would stand in the way of the marks cost the text its style, and stars that make a pair
 * become one.
 */
char *gh_marked_format (const GPtrArray *runs);

/** Whether both texts show the same. */
gboolean gh_marked_equal (const char *a, const char *b);

/** (transfer full): the runs between two plain offsets; a field that is cut counts as letters. */
GPtrArray *gh_marked_cut (const GPtrArray *runs, gsize start, gsize end);
/** Length of the plain text in bytes. */
gsize gh_marked_length (const GPtrArray *runs);

/** Offset in the plain text of a byte of the stored one, no further than its end. */
gsize gh_marked_to_plain (const char *text, gsize offset);
/** Offset in the stored text of a plain one: behind marks that end there, before those that begin.
 */
gsize gh_marked_to_stored (const char *text, gsize plain);

/** Cuts @text at a byte, on a letter; marks are closed and opened again.
 * @head, @tail: (out) (transfer full) */
void gh_marked_split (const char *text, gsize offset, char **head, char **tail);
/** (transfer full): @a and @b as one text, with @between between them. */
char *gh_marked_join (const char *a, const char *between, const char *b);
