/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sheet-merge.h"

#include <string.h>

#include "gh-sheet-private.h"

#define MAX_MERGES         20000
#define MAX_MERGED_COLUMNS 64

/* Work that merged ranges of one sheet may cause: hostile ones would otherwise multiply. A real
 * sheet of 11,000 rows with three merged columns stays below 50,000. */
#define MERGE_BUDGET 2000000

/* A merged range; what stands in its first cell is given again in the others while it lasts. */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
  GhCell cell; /* @text owned, %NULL until its first cell was read */
} Merge;

struct _GhSheetMerges
{
  GArray *ranges; /* Merge, by first row */
  guint n_begun;  /* of @ranges: how many begin above or in the row */
  guint budget;
};

static void
merge_clear (gpointer data)
{
  Merge *merge = data;

  g_free ((char *) merge->cell.text);
}

const char *
gh_sheet_parse_reference (const char *text, guint *column, guint *row)
{
  guint letters = 0;
  guint digits = 0;

  for (; g_ascii_isupper (*text); text++)
    if ((letters = letters * 26 + (guint) (*text - 'A') + 1) > GH_SHEET_MAX_COLUMNS)
      return NULL;
  for (; g_ascii_isdigit (*text); text++)
    if ((digits = digits * 10 + (guint) (*text - '0')) > GH_SHEET_MAX_ROWS)
      return NULL;
  if (letters == 0 || digits == 0)
    return NULL;
  *column = letters - 1;
  *row = digits;
  return text;
}

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  const Merge *left = a;
  const Merge *right = b;

  if (left->first_row != right->first_row)
    return left->first_row < right->first_row ? -1 : 1;
  return left->first_column < right->first_column ? -1 : left->first_column > right->first_column;
}

static void
add_merge (GArray *ranges, const char *range)
{
  Merge merge = { 0 };
  const char *rest = gh_sheet_parse_reference (range, &merge.first_column, &merge.first_row);

  if (rest == NULL || *rest != ':' || ranges->len >= MAX_MERGES ||
      gh_sheet_parse_reference (rest + 1, &merge.last_column, &merge.last_row) == NULL ||
      merge.last_column < merge.first_column || merge.last_row < merge.first_row)
    return;
  g_array_append_val (ranges, merge);
}

/*
 * The merged ranges stand after the rows in the part, where a reader of rows comes too late. They
 * are short and written by programs in one form, so they are looked up from the end of the part
 * before it is parsed; whoever writes them otherwise loses only the repetition of their content.
 */
GhSheetMerges *
gh_sheet_merges_new (GBytes *bytes)
{
  GhSheetMerges *merges = g_new0 (GhSheetMerges, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *rows_end = g_strrstr_len (data, (gssize) length, "sheetData");
  const char *end = data + length;

  merges->ranges = g_array_new (FALSE, FALSE, sizeof (Merge));
  g_array_set_clear_func (merges->ranges, merge_clear);
  merges->budget = MERGE_BUDGET;
  for (const char *at = rows_end; at != NULL && at < end;)
    {
      char range[32] = "";
      const char *tag = g_strstr_len (at, end - at, "mergeCell ");
      const char *reference = tag != NULL ? g_strstr_len (tag, end - tag, "ref=\"") : NULL;

      if (reference == NULL)
        break;
      reference += strlen ("ref=\"");
      for (gsize i = 0; i + 1 < sizeof range && reference + i < end && reference[i] != '"'; i++)
        range[i] = reference[i];
      add_merge (merges->ranges, range);
      at = reference;
    }
  g_array_sort (merges->ranges, compare_merges);
  return merges;
}

void
gh_sheet_merges_free (GhSheetMerges *merges)
{
  g_array_unref (merges->ranges);
  g_free (merges);
}

static guint
find_position (const GArray *cells, guint column)
{
  guint i = 0;

  while (i < cells->len && g_array_index (cells, GhCell, i).column < column)
    i++;
  return i;
}

/* Remembers the content of a range in its first row, and repeats it in the cells that are empty.
 * Ranges as wide as a sheet are titles: nobody asks for more than their first columns. */
static void
apply_merge (Merge *merge, guint row, GArray *cells)
{
  const guint last = MIN (merge->last_column, merge->first_column + MAX_MERGED_COLUMNS);
  guint at = find_position (cells, merge->first_column);

  if (row == merge->first_row && at < cells->len)
    {
      GhCell *first = &g_array_index (cells, GhCell, at);

      if (first->column != merge->first_column)
        return;
      first->span = merge->last_column - merge->first_column + 1;
      merge->cell = *first;
      merge->cell.text = g_strdup (first->text);
      merge->cell.merged = TRUE;
    }
  if (merge->cell.text == NULL)
    return;
  for (guint column = merge->first_column; column <= last; column++)
    {
      GhCell copy = merge->cell;

      at = find_position (cells, column);
      if (at < cells->len && g_array_index (cells, GhCell, at).column == column)
        continue;
      copy.column = column;
      g_array_insert_val (cells, at, copy);
    }
}

/* The ranges are sorted by first row; those that ended are dropped from the front part in place. */
void
gh_sheet_merges_apply (GhSheetMerges *merges, guint row, GArray *cells)
{
  guint kept = 0;

  while (merges->n_begun < merges->ranges->len &&
         g_array_index (merges->ranges, Merge, merges->n_begun).first_row <= row)
    merges->n_begun++;
  for (guint i = 0; i < merges->n_begun && merges->budget > 0; i++)
    {
      Merge *merge = &g_array_index (merges->ranges, Merge, i);
      guint cost = 1 + MIN (merge->last_column - merge->first_column, MAX_MERGED_COLUMNS);

      if (merge->last_row < row)
        continue;
      merges->budget -= MIN (merges->budget, cost);
      apply_merge (merge, row, cells);
      if (kept != i)
        {
          Merge ended = g_array_index (merges->ranges, Merge, kept);

          g_array_index (merges->ranges, Merge, kept) = *merge;
          *merge = ended;
        }
      kept++;
    }
  if (kept < merges->n_begun)
    {
      g_array_remove_range (merges->ranges, kept, merges->n_begun - kept);
      merges->n_begun = kept;
    }
}
