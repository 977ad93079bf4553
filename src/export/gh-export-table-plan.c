/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-table.h"

#include <math.h>
#include <string.h>

#include "gh-numbering.h"

#define MAX_NUMBERED_LEVEL 8

const GhSummaryRow *
gh_table_get_row (const GhTable *table, guint i)
{
  return &g_array_index (table->summary->rows, GhSummaryRow, i);
}

double
gh_table_get_figure (const GhColumn *column, const GhTotals *totals)
{
  gint64 quota = totals->quota[column->indicator];
  gint64 result;
  gint64 count;

  switch (column->kind)
    {
    case GH_COLUMN_HEADCOUNT:
      return totals->headcount >= 0 ? (double) totals->headcount : NAN;
    case GH_COLUMN_QUOTA:
      return quota >= 0 ? (double) quota : NAN;
    case GH_COLUMN_RESULT:
      result = gh_totals_result_tenths (totals, column->indicator);
      return result >= 0 ? (double) result / 10.0 : NAN;
    case GH_COLUMN_PERCENT:
      result = gh_totals_result_tenths (totals, column->indicator);
      return quota > 0 && result >= 0 ? (double) result / 10.0 / (double) quota : NAN;
    case GH_COLUMN_COUNT:
      count = G_STRUCT_MEMBER (gint64, totals, column->offset);
      return count >= 0 ? (double) count : NAN;
    default:
      g_return_val_if_reached (NAN);
    }
}

static void
add_column (GhTable *table,
            GhColumnKind kind,
            GhIndicator indicator,
            gsize offset,
            const char *head)
{
  GhColumn *column = &table->columns[table->n_columns];
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  g_assert (table->n_columns < GH_EXPORT_MAX_COLUMNS);
  *column = (GhColumn){ .kind = kind, .indicator = indicator, .offset = offset, .head = head };
  column->decimal = kind == GH_COLUMN_RESULT && indicator == GH_INDICATOR_BLOOD_UNITS &&
                    table->summary->dossier->campaign->convention == GH_CONVENTION_250_ML;
  lxw_rowcol_to_cell (cell, 0, (lxw_col_t) (table->n_columns + 2));
  cell[strcspn (cell, "0123456789")] = '\0';
  g_strlcpy (column->letters, cell, sizeof column->letters);
  table->widths[table->n_columns + 2] = kind == GH_COLUMN_PERCENT ? 8.5 : 9.5;
  table->n_columns++;
}

gboolean
gh_table_has_results (GhIndicator indicator)
{
  return indicator == GH_INDICATOR_REGISTRATIONS || indicator == GH_INDICATOR_DONORS ||
         indicator == GH_INDICATOR_BLOOD_UNITS;
}

static void
add_indicator_columns (GhTable *table, GhIndicator indicator)
{
  add_column (table, GH_COLUMN_QUOTA, indicator, 0, "Chỉ tiêu");
  if (!gh_table_has_results (indicator))
    return;
  add_column (table, GH_COLUMN_RESULT, indicator, 0, "Kết quả");
  add_column (table, GH_COLUMN_PERCENT, indicator, 0, "Tỷ lệ đạt");
}

/* Figures without a quota, where anybody reported them. */
static void
add_detail_columns (GhTable *table, const gboolean *chosen)
{
  const GhTotals *total = &table->summary->total;
  const struct
  {
    gsize offset;
    const char *head;
    gboolean shown;
  } details[] = {
    { G_STRUCT_OFFSET (GhTotals, registered), "Đăng ký", !chosen[GH_INDICATOR_REGISTRATIONS] },
    { G_STRUCT_OFFSET (GhTotals, came), "Đến hiến", TRUE },
    { G_STRUCT_OFFSET (GhTotals, deferred), "Trì hoãn", TRUE },
    { G_STRUCT_OFFSET (GhTotals, donated), "Đã hiến", !chosen[GH_INDICATOR_DONORS] },
    { G_STRUCT_OFFSET (GhTotals, bags_250), "Túi 250 ml", TRUE },
    { G_STRUCT_OFFSET (GhTotals, bags_350), "Túi 350 ml", TRUE },
    { G_STRUCT_OFFSET (GhTotals, bags_450), "Túi 450 ml", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i].shown && G_STRUCT_MEMBER (gint64, total, details[i].offset) >= 0)
      add_column (table, GH_COLUMN_COUNT, GH_INDICATOR_OTHER, details[i].offset, details[i].head);
}

void
gh_table_choose_columns (GhTable *table)
{
  GhIndicator indicators[GH_N_INDICATORS];
  guint n = gh_summary_indicators (table->summary, indicators, GH_N_INDICATORS);
  gboolean chosen[GH_N_INDICATORS] = { FALSE };
  gboolean any = FALSE;

  table->widths[0] = 6;
  table->widths[1] = 34;
  if (table->summary->total.headcount >= 0)
    add_column (table, GH_COLUMN_HEADCOUNT, GH_INDICATOR_OTHER, 0, "Quân số (người)");
  for (guint i = 0; i < n; i++)
    any |= chosen[indicators[i]] = !gh_indicator_is_percent (indicators[i]);
  if (table->summary->total.blood_units_tenths >= 0)
    any = chosen[GH_INDICATOR_BLOOD_UNITS] = TRUE;
  if (!any)
    chosen[GH_INDICATOR_REGISTRATIONS] = chosen[GH_INDICATOR_BLOOD_UNITS] = TRUE;
  for (int i = 0; i < GH_N_INDICATORS; i++)
    if (chosen[i])
      add_indicator_columns (table, (GhIndicator) i);
  add_detail_columns (table, chosen);
  table->look = (GhSheetLook){ table->n_columns + 2, table->widths };
}

static gboolean
has_own_figures (const GhTable *table, const GhSummaryRow *row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (!isnan (gh_table_get_figure (&table->columns[i], &row->own)))
      return TRUE;
  return FALSE;
}

/* Where each row will stand: under a branch with figures of its own comes a line for these, so that
 * the branch is the sum of what stands below it. */
static void
place_units (GhTable *table)
{
  guint n_rows = table->summary->rows->len;
  guint at = table->first_row;

  table->rows = g_new0 (guint, n_rows + 1);
  table->own_rows = g_new0 (guint, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      const GhSummaryRow *row = gh_table_get_row (table, i);

      table->rows[i] = at++;
      if (!row->leaf && has_own_figures (table, row))
        table->own_rows[i] = at++;
    }
  table->total_row = at;
}

/* A single unit at the top is the committee's own area and takes no number; the next level has
 * roman numbers if it has branches, then follow 1, 2, 3 and below them 1.1, 1.2. */
static void
number_rows (GhTable *table)
{
  guint n_rows = table->summary->rows->len;
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  gboolean romans = FALSE;
  guint n_roots = 0;
  int top;

  for (guint i = 0; i < n_rows; i++)
    n_roots += gh_table_get_row (table, i)->depth == 0 ? 1 : 0;
  top = n_roots == 1 && n_rows > 1 ? 1 : 0;
  for (guint i = 0; i < n_rows && !romans; i++)
    romans = gh_table_get_row (table, i)->depth == top && !gh_table_get_row (table, i)->leaf;

  table->numbers = g_new0 (char *, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      guint level = (guint) MAX (gh_table_get_row (table, i)->depth - top, 0);
      guint number;

      /* Nobody reads a number of ten parts, and a damaged file may be thousands deep. */
      if (gh_table_get_row (table, i)->depth < top || level > MAX_NUMBERED_LEVEL)
        {
          table->numbers[i] = g_strdup ("");
          continue;
        }
      g_array_set_size (counts, level + 1);
      g_ptr_array_set_size (path, (int) level + 1);
      number = ++g_array_index (counts, guint, level);
      if (level == 0 && romans)
        table->numbers[i] = gh_numbering_roman ((int) number);
      else if (level <= (romans ? 1u : 0u))
        table->numbers[i] = g_strdup_printf ("%u", number);
      else
        table->numbers[i] =
          g_strdup_printf ("%s.%u", (char *) g_ptr_array_index (path, level - 1), number);
      g_ptr_array_index (path, level) = table->numbers[i];
    }
}

void
gh_table_place_rows (GhTable *table)
{
  place_units (table);
  number_rows (table);
}

void
gh_table_clear (GhTable *table)
{
  for (guint i = 0; table->numbers != NULL && i < table->summary->rows->len; i++)
    g_free (table->numbers[i]);
  g_free (table->numbers);
  g_free (table->rows);
  g_free (table->own_rows);
}
