/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-number.h"
#include "gh-text.h"

/* Tables that were typed: their total row has to be the sum of the rows, groups of theirs. */

typedef enum
{
  ROW_PLAIN,
  ROW_GROUP, /* its number is roman */
  ROW_TOTAL,
  ROW_OTHER, /* "1.1": below a row that counts already */
} RowKind;

static char *
plain_cell (const char *cell)
{
  g_autofree char *bare = gh_text_strip_marks (cell);

  return gh_text_squeeze (bare);
}

static RowKind
row_kind (char **cells)
{
  g_autofree char *first = cells[0] != NULL ? plain_cell (cells[0]) : g_strdup ("");
  g_autofree char *second =
    cells[0] != NULL && cells[1] != NULL ? plain_cell (cells[1]) : g_strdup ("");
  g_autofree char *first_fold = gh_text_fold (first);
  g_autofree char *second_fold = gh_text_fold (second);
  static const char *const totals[] = { "tong cong", "tong so", "tong", "cong", "cong:", "tong:" };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_str_equal (first_fold, totals[i]) || g_str_equal (second_fold, totals[i]) ||
        g_str_has_prefix (first_fold, "tong cong") || g_str_has_prefix (second_fold, "tong cong"))
      return ROW_TOTAL;
  if (*first != '\0' && strspn (first, "IVX") == strlen (first))
    return ROW_GROUP;
  if (strspn (first, "0123456789") > 0 && strchr (first, '.') != NULL &&
      !g_str_has_suffix (first, "."))
    return ROW_OTHER;
  return ROW_PLAIN;
}

/* Shares, years and numbers of telephones do not add up. */
static gboolean
is_sum_column (const char *header)
{
  g_autofree char *fold = gh_text_fold (header);

  return strchr (fold, '%') == NULL &&
         !gh_check_has_word (fold, "tt|stt|ty le|ti le|nam sinh|dien thoai|sdt|ngay|thoi gian|"
                                   "ghi chu|lan|gio");
}

/* The figure of a cell: -1 if it is empty, FALSE if it is something else. */
static gboolean
read_cell (char **cells, guint column, double *value)
{
  g_autofree char *text = NULL;

  *value = -1;
  if (column >= g_strv_length (cells))
    return TRUE;
  text = plain_cell (cells[column]);
  if (*text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "–"))
    return TRUE;
  return gh_number_parse (text, value) && *value >= 0;
}

/* Sums of one column. */
typedef struct
{
  double plain;
  double groups;
  double in_group; /* since the last group row */
  double group;    /* figure of the last group row, -1 = none */
  double total;    /* -1 = none */
  guint n_plain;
  guint n_groups;
  guint n_in_group;
  gboolean mixed; /* rows that are neither: sums of plain rows mean nothing */
} Sums;

/* Takes the next row into @sums; the group before it is over if it is a group or the total. */
static void
add_row (Sums *sums, RowKind kind, double value)
{
  if (kind == ROW_TOTAL)
    sums->total = value;
  else if (kind == ROW_OTHER)
    sums->mixed = TRUE;
  else if (kind == ROW_GROUP && value >= 0)
    {
      sums->groups += value;
      sums->n_groups++;
    }
  else if (kind == ROW_PLAIN && value >= 0)
    {
      sums->plain += value;
      sums->n_plain++;
      sums->in_group += value;
      sums->n_in_group++;
    }
}

static void
report (GhCheck *check, const GhPiece *piece, const char *column, double said, double sum)
{
  g_autofree char *said_text =
    gh_number_format_decimal (said, said > (double) (gint64) said ? 1 : 0);
  g_autofree char *sum_text = gh_number_format_decimal (sum, sum > (double) (gint64) sum ? 1 : 0);
  g_autofree char *title = plain_cell (column);

  gh_check_add (check, GH_SEVERITY_ERROR, "sum-mismatch", piece,
                _("In the column “%s” the rows add up to %s, but %s is written "
                                   "here. Correct the sum or the rows."),
                   title, sum_text, said_text);
}

static gboolean
differs (double a, double b)
{
  return a - b > 0.05 || b - a > 0.05;
}

static void
end_group (GhCheck *check, const GhPiece *group, const char *column, Sums *sums)
{
  if (group != NULL && sums->group >= 0 && sums->n_in_group > 0 && !sums->mixed &&
      differs (sums->group, sums->in_group))
    report (check, group, column, sums->group, sums->in_group);
  sums->in_group = 0;
  sums->n_in_group = 0;
  sums->group = -1;
}

/* The rows of one table are the pieces [@first, @end). */
static void
check_column (GhCheck *check, guint first, guint end, guint column)
{
  const GhPiece *header = g_ptr_array_index (check->pieces, first);
  const char *title = header->cells[column];
  const GhPiece *group = NULL;
  const GhPiece *total = NULL;
  Sums sums = { .group = -1, .total = -1 };

  for (guint i = first + 1; i < end; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      RowKind kind = row_kind (piece->cells);
      double value;

      if (!read_cell (piece->cells, column, &value))
        return;
      if (kind == ROW_GROUP || kind == ROW_TOTAL)
        {
          end_group (check, group, title, &sums);
          group = kind == ROW_GROUP ? piece : NULL;
          sums.group = kind == ROW_GROUP ? value : -1;
          total = kind == ROW_TOTAL ? piece : total;
        }
      add_row (&sums, kind, value);
    }
  end_group (check, group, title, &sums);
  if (total == NULL || sums.total < 0 || sums.n_plain + sums.n_groups == 0)
    return;
  if (sums.n_groups > 0 && !differs (sums.total, sums.groups))
    return;
  if (sums.mixed || !differs (sums.total, sums.plain))
    return;
  report (check, total, title, sums.total, sums.n_groups > 0 ? sums.groups : sums.plain);
}

void
gh_check_tables (GhCheck *check)
{
  const guint columns_max = 40;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *header = g_ptr_array_index (check->pieces, i);
      guint end = i + 1;
      guint n_columns;

      if (header->kind != GH_PIECE_ROW || header->row != 0)
        continue;
      while (end < check->pieces->len &&
             ((GhPiece *) g_ptr_array_index (check->pieces, end))->kind == GH_PIECE_ROW &&
             ((GhPiece *) g_ptr_array_index (check->pieces, end))->row > 0)
        end++;
      n_columns = MIN (g_strv_length (header->cells), columns_max);
      for (guint column = 1; column < n_columns && !header->live; column++)
        if (is_sum_column (header->cells[column]))
          check_column (check, i, end, column);
    }
}
