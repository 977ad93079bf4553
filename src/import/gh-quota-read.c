/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-outline.h"
#include "gh-proposal.h"
#include "gh-sheet-unit.h"
#include "gh-text.h"

enum
{
  FIELD_ORDER,
  FIELD_NAME,
  FIELD_REGISTRATIONS, /* from here on the quotas, in the order of quota_indicators */
  FIELD_DONORS,
  FIELD_BLOOD_UNITS,
  FIELD_REACH,
  FIELD_ORGAN_PLEDGES,
  FIELD_ARTICLES,
  FIELD_ANY, /* "Chỉ tiêu" without saying of what */
  N_FIELDS
};
#define N_QUOTAS (FIELD_ANY - FIELD_REGISTRATIONS + 1)

static const GhIndicator quota_indicators[N_QUOTAS] = {
  GH_INDICATOR_REGISTRATIONS, GH_INDICATOR_DONORS,   GH_INDICATOR_BLOOD_UNITS, GH_INDICATOR_REACH,
  GH_INDICATOR_ORGAN_PLEDGES, GH_INDICATOR_ARTICLES, GH_INDICATOR_BLOOD_UNITS,
};

static const GhSheetTitle titles[] = {
  GH_SHEET_UNIT_TITLES (FIELD_ORDER, FIELD_NAME),
  { FIELD_ORGAN_PLEDGES, "~hien tang" },
  { FIELD_ORGAN_PLEDGES, "~mo tang" },
  { FIELD_ORGAN_PLEDGES, "~hien mo" },
  { FIELD_ORGAN_PLEDGES, "~organ" },
  { FIELD_REGISTRATIONS, "registrations" },
  { FIELD_REGISTRATIONS, "registered" },
  { FIELD_REGISTRATIONS, "~dang ky" },
  { FIELD_BLOOD_UNITS, "blood units" },
  { FIELD_BLOOD_UNITS, "dvm" },
  { FIELD_BLOOD_UNITS, "~don vi mau" },
  { FIELD_BLOOD_UNITS, "~so dvm" },
  { FIELD_BLOOD_UNITS, "~tui mau" },
  { FIELD_BLOOD_UNITS, "~blood unit" },
  { FIELD_DONORS, "donors" },
  { FIELD_DONORS, "~nguoi hien" },
  { FIELD_DONORS, "~luot hien" },
  { FIELD_DONORS, "~luot nguoi hien" },
  { FIELD_DONORS, "~nguoi tham gia" },
  { FIELD_REACH, "reach" },
  { FIELD_REACH, "~truyen thong" },
  { FIELD_REACH, "~tuyen truyen" },
  { FIELD_ARTICLES, "articles" },
  { FIELD_ARTICLES, "tin bai" },
  { FIELD_ARTICLES, "~so tin" },
  { FIELD_ANY, "quota" },
  { FIELD_ANY, "chi tieu" },
  { FIELD_ANY, "~chi tieu" },
};

static const GhSheetSpec spec = {
  .titles = titles,
  .n_titles = G_N_ELEMENTS (titles),
  .n_fields = N_FIELDS,
  .name_field = FIELD_NAME,
  .order_field = FIELD_ORDER,
  .first_numeric = FIELD_REGISTRATIONS,
  .n_numeric = N_QUOTAS,
  /* What came of a quota, and what it is a share of, are no quotas. */
  .excluded = "ket qua|thuc hien duoc|da thuc hien|ty le|%|dat duoc|nam truoc|result|percent",
};

/* A row of the sheet with its figures. */
typedef struct
{
  char *name;
  char *number;
  guint row;
  guint indent;
  gboolean group;
  gboolean own; /* its figures are its own beside those of its parts */
  gint64 quotas[N_QUOTAS];
} Candidate;

typedef struct
{
  GhQuotaReading *reading;
  GhSheetTable *table; /* borrowed */
  GArray *candidates;
  GhIndicator any_indicator;
  guint total_row;
  gint64 totals[N_QUOTAS];
} Reader;

static void
quota_row_free (gpointer data)
{
  GhQuotaRow *row = data;

  g_free (row->unit);
  g_free (row);
}

void
gh_quota_reading_free (GhQuotaReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->rows);
  g_ptr_array_unref (reading->problems);
  g_free (reading);
}

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate->number);
}

static GhIndicator
get_indicator (const Reader *reader, guint quota)
{
  return quota + FIELD_REGISTRATIONS == FIELD_ANY ? reader->any_indicator : quota_indicators[quota];
}

/* A column "Chỉ tiêu" alone: its brackets, or the titles above the table, say of what. */
static void
guess_any_indicator (Reader *reader)
{
  const char *title = reader->table->titles[FIELD_ANY];
  g_autofree char *text = NULL;
  gboolean units;

  reader->any_indicator = GH_INDICATOR_BLOOD_UNITS;
  if (title == NULL)
    return;
  text = gh_text_fold (title);
  units = strstr (text, "mau") != NULL && strstr (text, "don vi") != NULL;
  if (!units && (strstr (text, "dang ky") != NULL || strstr (text, "nguoi") != NULL))
    reader->any_indicator = GH_INDICATOR_REGISTRATIONS;
  else if (!units && strstr (text, "mau") == NULL &&
           strstr (reader->table->above, "nguoi") != NULL &&
           strstr (reader->table->above, "don vi tinh") != NULL)
    reader->any_indicator = GH_INDICATOR_REGISTRATIONS;
  else if (!units)
    gh_sheet_table_report (reader->table, reader->reading->problems, reader->table->head_row,
                           FIELD_ANY, FALSE,
                           g_strdup (_("The title does not say what is counted; the column was "
                                       "read as blood units.")));
}

static void
read_own_share (Reader *reader, const GhSheetRow *row)
{
  Candidate *above = &g_array_index (reader->candidates, Candidate, reader->candidates->len - 1);

  above->own = TRUE;
  for (guint i = 0; i < N_QUOTAS; i++)
    gh_sheet_table_read_count (reader->table, row, FIELD_REGISTRATIONS + i, &above->quotas[i],
                               reader->reading->problems);
}

static void
read_row (Reader *reader, const GhSheetRow *row)
{
  GPtrArray *problems = reader->reading->problems;
  const GhCell *cell = gh_sheet_table_get (reader->table, row, FIELD_NAME);
  Candidate candidate = { .row = row->number };
  gboolean any = FALSE;

  candidate.name = gh_sheet_read_unit (reader->table, row, &candidate.number, &candidate.group);
  candidate.indent = cell != NULL ? cell->indent : 0;
  if (reader->candidates->len > 0 && gh_sheet_is_own_share (candidate.name))
    {
      candidate_clear (&candidate);
      read_own_share (reader, row);
      return;
    }
  for (guint i = 0; i < N_QUOTAS; i++)
    {
      gh_sheet_table_read_count (reader->table, row, FIELD_REGISTRATIONS + i, &candidate.quotas[i],
                                 problems);
      any |= candidate.quotas[i] >= 0;
    }
  if (*candidate.name == '\0' && any)
    gh_sheet_table_report (
      reader->table, problems, row->number, FIELD_NAME, TRUE,
      g_strdup (_("The name of the unit is missing; the row was not taken.")));
  if (*candidate.name == '\0')
    {
      candidate_clear (&candidate);
      return;
    }
  g_array_append_val (reader->candidates, candidate);
}

/* A branch's figure is the sum of what stands below it, not a quota of its own. */
static void
drop_subtotal (Reader *reader, Candidate *candidate, guint quota, gint64 below)
{
  if (candidate->quotas[quota] < 0 || below < 0 || candidate->own)
    return;
  if (candidate->quotas[quota] != below)
    gh_sheet_table_report_sum (reader->table, reader->reading->problems, candidate->row,
                               FIELD_REGISTRATIONS + (int) quota, candidate->name,
                               (const gint64[]){ candidate->quotas[quota], below });
  candidate->quotas[quota] = -1;
}

static void
drop_subtotals (Reader *reader)
{
  guint n = reader->candidates->len;
  g_autofree GhOutlineRow *outline = g_new0 (GhOutlineRow, n + 1);
  g_autofree gint64 *below = g_new (gint64, (gsize) n * N_QUOTAS + 1);

  for (guint i = 0; i < n; i++)
    {
      const Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);

      outline[i].number = candidate->number;
      outline[i].indent = candidate->indent;
      outline[i].group = candidate->group;
    }
  if (!gh_outline_link (outline, n))
    return;
  for (gsize i = 0; i < (gsize) n * N_QUOTAS; i++)
    below[i] = -1;
  for (guint i = n; i-- > 0;)
    {
      Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);

      for (guint k = 0; k < N_QUOTAS; k++)
        {
          gint64 *sum = &below[(gsize) i * N_QUOTAS + k];

          drop_subtotal (reader, candidate, k, *sum);
          if (candidate->quotas[k] >= 0)
            *sum = MAX (*sum, 0) + candidate->quotas[k];
          if (outline[i].parent >= 0 && *sum >= 0)
            {
              gint64 *above = &below[(gsize) outline[i].parent * N_QUOTAS + k];

              *above = MAX (*above, 0) + *sum;
            }
        }
    }
}

static void
check_totals (Reader *reader)
{
  for (guint k = 0; k < N_QUOTAS; k++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < reader->candidates->len; i++)
        sum += MAX (g_array_index (reader->candidates, Candidate, i).quotas[k], 0);
      if (reader->totals[k] >= 0 && reader->totals[k] != sum)
        gh_sheet_table_report_sum (reader->table, reader->reading->problems, reader->total_row,
                                   FIELD_REGISTRATIONS + (int) k, "",
                                   (const gint64[]){ reader->totals[k], sum });
    }
}

static void
take_rows (Reader *reader)
{
  for (guint i = 0; i < reader->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);

      for (guint k = 0; k < N_QUOTAS; k++)
        {
          GhQuotaRow *row;

          if (candidate->quotas[k] < 0)
            continue;
          row = g_new0 (GhQuotaRow, 1);
          row->unit = g_strdup (candidate->name);
          row->indicator = get_indicator (reader, k);
          row->value = candidate->quotas[k];
          row->row = candidate->row;
          g_ptr_array_add (reader->reading->rows, row);
        }
    }
}

static gboolean
read_table (GhQuotaReading *reading, GhSheetTable *table, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  g_autoptr (GError) failure = NULL;
  Reader reader = { .reading = reading, .table = table, .candidates = candidates };
  const GhSheetRow *row;

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < N_QUOTAS; i++)
    reader.totals[i] = -1;
  guess_any_indicator (&reader);
  if (!gh_sheet_book_start (table->book, table->sheet, error))
    return FALSE;
  while ((row = gh_sheet_book_next (table->book, &failure)) != NULL)
    {
      GhSheetRowKind kind = gh_sheet_table_classify (table, row);

      if (row->number % 512 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (kind == GH_SHEET_ROW_UNIT)
        read_row (&reader, row);
      for (guint i = 0; kind == GH_SHEET_ROW_TOTAL && i < N_QUOTAS; i++)
        gh_sheet_table_read_count (table, row, FIELD_REGISTRATIONS + i, &reader.totals[i],
                                   reading->problems);
      if (kind == GH_SHEET_ROW_TOTAL)
        reader.total_row = row->number;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  drop_subtotals (&reader);
  check_totals (&reader);
  take_rows (&reader);
  gh_sheet_table_report_unread (table, reading->problems);
  return TRUE;
}

static gboolean
has_quota_column (const GhSheetTable *table)
{
  for (guint i = 0; i < N_QUOTAS; i++)
    if (table->columns[FIELD_REGISTRATIONS + i] >= 0)
      return TRUE;
  return FALSE;
}

GhQuotaReading *
gh_quota_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *wanted = _("“Đơn vị”, “Đăng ký (người)”, “Đơn vị máu”");
  g_autoptr (GhSheetBook) book = gh_sheet_book_open_file (file, cancellable, error);
  g_autoptr (GhQuotaReading) reading = g_new0 (GhQuotaReading, 1);
  g_autoptr (GPtrArray) tables = NULL;

  reading->rows = g_ptr_array_new_with_free_func (quota_row_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  if (book == NULL)
    return NULL;
  tables = gh_sheet_tables_find (book, &spec, wanted, error);
  if (tables == NULL)
    return NULL;
  if (gh_sheet_book_get_note (book) != NULL)
    gh_problems_add (reading->problems, g_strdup (gh_sheet_book_get_name (book)), FALSE,
                     g_strdup (gh_sheet_book_get_note (book)));
  for (guint i = 0; i < tables->len; i++)
    if (has_quota_column (g_ptr_array_index (tables, i)) &&
        !read_table (reading, g_ptr_array_index (tables, i), cancellable, error))
      return NULL;
  if (reading->rows->len == 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY,
                   _("“%s” has no quotas. It needs a column with the names of the units and one "
                     "with figures: %s."),
                   gh_sheet_book_get_name (book), wanted);
      return NULL;
    }
  return g_steal_pointer (&reading);
}
