/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * CliTable: a table for people: columns as wide as what stands in them, by what a terminal shows.
 */
typedef struct _CliTable CliTable;

/**
 * @heads: parted by "|", so that a translator sees the whole row
 * @align: 'l' or 'r' (figures) for each column; the last one holds for all that follow
 */
CliTable *cli_table_new (const char *heads, const char *align);
void cli_table_free (CliTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliTable, cli_table_free)

/** Adds the next cell, left to right, row by row; %NULL and "" are shown as nothing. */
void cli_table_add (CliTable *table, const char *text);
/** A figure as offices write it; "–" below 0. */
void cli_table_add_count (CliTable *table, gint64 value);

/** (transfer full): the text of the table with its line ends. */
char *cli_table_format (CliTable *table);
