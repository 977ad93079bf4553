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
        gh_text_begins (first_fold, "tong cong") || gh_text_begins (second_fold, "tong cong"))
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

/* A sum that is not that of its rows. @told: it is wrong as it stands, and not only once those
 * above it are put right. */
typedef struct
{
  const GhPiece *piece;
  double said;
  double sum;
  gboolean told;
} Wrong;

/** One column of figures of a table. */
typedef struct
{
  GhCheck *check;
  guint column;
  const char *title;
  GArray *wrong; /* Wrong */
  Sums sums;
  double new_groups; /* what the groups add up to once they are right */
} Column;

static gboolean
differs (double a, double b)
{
  return a - b > 0.05 || b - a > 0.05;
}

static char *
figure (double value)
{
  return gh_number_format_decimal (value, differs (value, (double) (gint64) value) ? 1 : 0);
}

/* Puts the right figure into the cell. */
static void
mend_cell (GhMend *mend, const Column *self, const Wrong *wrong)
{
  const char *from = wrong->piece->text;
  g_autofree char *sum = figure (wrong->sum);
  gsize length;

  for (guint i = 0; i < self->column && from != NULL; i++)
    {
      from = strchr (from, '\t');
      from = from != NULL ? from + 1 : NULL;
    }
  if (from == NULL)
    {
      mend->spoilt = TRUE;
      return;
    }
  from += strspn (from, " ");
  length = strcspn (from, "\t");
  while (length > 0 && from[length - 1] == ' ')
    length--;
  gh_mend_replace (mend, wrong->piece, (gsize) (from - wrong->piece->text), length, sum);
}

static void
report (const Column *self, const Wrong *wrong)
{
  g_autofree char *said = figure (wrong->said);
  g_autofree char *sum = figure (wrong->sum);
  g_autofree char *title = plain_cell (self->title);
  GhFinding *finding =
    gh_check_add (self->check, GH_SEVERITY_ERROR, "sum-mismatch", wrong->piece,
                  _("In the column “%s” the rows add up to %s, but %s is written "
                    "here. Correct the sum or the rows."),
                  title, sum, said);
  GhMend mend = gh_mend_begin (self->check, FALSE);

  finding->place.column = (int) self->column;
  for (guint i = 0; i < self->wrong->len; i++)
    mend_cell (&mend, self, &g_array_index (self->wrong, Wrong, i));
  gh_mend_end (&mend, finding,
               self->wrong->len == 1 ? g_strdup_printf (_("Change to %s"), sum)
                                     : g_strdup (_("Add up the column anew")));
}

static void
end_group (Column *self, const GhPiece *group)
{
  Sums *sums = &self->sums;

  if (group != NULL && sums->group >= 0)
    {
      Wrong wrong = { group, sums->group, sums->in_group, TRUE };
      gboolean bad = sums->n_in_group > 0 && !sums->mixed && differs (sums->group, sums->in_group);

      if (bad)
        g_array_append_val (self->wrong, wrong);
      self->new_groups += bad ? sums->in_group : sums->group;
    }
  sums->in_group = 0;
  sums->n_in_group = 0;
  sums->group = -1;
}

static void
end_table (Column *self, const GhPiece *total)
{
  const Sums *sums = &self->sums;
  Wrong wrong = { total, sums->total, sums->n_groups > 0 ? self->new_groups : sums->plain, FALSE };
  gboolean plain = !sums->mixed && !differs (sums->total, sums->plain);

  if (total == NULL || sums->total < 0 || sums->n_plain + sums->n_groups == 0 || plain)
    return;
  wrong.told = !sums->mixed && (sums->n_groups == 0 || differs (sums->total, sums->groups));
  if (wrong.told || (sums->n_groups > 0 && differs (sums->total, self->new_groups)))
    g_array_append_val (self->wrong, wrong);
}

/* The rows of one table are the pieces [@first, @end). */
static void
check_column (GhCheck *check, guint first, guint end, guint column)
{
  const GhPiece *header = g_ptr_array_index (check->pieces, first);
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (Wrong));
  Column self = { check, column, header->cells[column], wrong, { .group = -1, .total = -1 }, 0 };
  const GhPiece *group = NULL;
  const GhPiece *total = NULL;

  for (guint i = first + 1; i < end; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      RowKind kind = row_kind (piece->cells);
      double value;

      if (!read_cell (piece->cells, column, &value))
        return;
      if (kind == ROW_GROUP || kind == ROW_TOTAL)
        {
          end_group (&self, group);
          group = kind == ROW_GROUP ? piece : NULL;
          self.sums.group = kind == ROW_GROUP ? value : -1;
          total = kind == ROW_TOTAL ? piece : total;
        }
      add_row (&self.sums, kind, value);
    }
  end_group (&self, group);
  end_table (&self, total);
  for (guint i = 0; i < wrong->len; i++)
    if (g_array_index (wrong, Wrong, i).told)
      report (&self, &g_array_index (wrong, Wrong, i));
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
