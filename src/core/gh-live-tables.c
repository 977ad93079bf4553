/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live-private.h"

#include "gh-number.h"
#include "gh-numbering.h"
#include "gh-text.h"

/* Live parts that are tables: quotas, calendar, donation days. */

void
gh_live_end_row (GhBlock *table, GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  gh_block_add_row (table, (const char *const *) cells->pdata);
  g_ptr_array_set_size (cells, 0);
}

GPtrArray *
gh_live_new_cells (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
gh_live_add_cell (GPtrArray *cells, const char *text, gboolean bold)
{
  gboolean mark = bold && *text != '\0';

  g_ptr_array_add (cells, mark ? g_strconcat ("**", text, "**", NULL) : g_strdup (text));
}

/* The table of quotas while it is made. */
typedef struct
{
  const GhSummary *summary;
  GhBlock *table;
  GPtrArray *cells;
  GhIndicator indicators[GH_N_INDICATORS];
  guint n_indicators;
  gboolean groups; /* some top row has rows below it: top rows take roman numbers */
  int top;         /* depth of the top rows: 1 if all units stand under a single root */
  GArray *numbers; /* guint: running number of each depth */
} QuotaTable;

static gboolean
has_quota (const GhTotals *totals)
{
  for (int i = 0; i < GH_N_INDICATORS; i++)
    if (totals->quota[i] >= 0)
      return TRUE;
  return FALSE;
}

static void
add_quota_cells (QuotaTable *self, const GhTotals *totals, gboolean bold)
{
  for (guint i = 0; i < self->n_indicators; i++)
    {
      gint64 value = totals->quota[self->indicators[i]];
      g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("");

      gh_live_add_cell (self->cells, text, bold);
    }
  if (self->n_indicators == 0)
    gh_live_add_cell (self->cells, GH_LIVE_BLANK, bold);
}

/* "I", "II" for groups at the top, "1", "2" in them or without groups, "1.1" below. */
static char *
next_number (QuotaTable *self, guint depth)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = self->groups ? 1 : 0;

  if (depth > 8) /* nobody reads such a number, and a damaged file may be thousands deep */
    return g_strdup ("");
  if (self->numbers->len > depth + 1)
    g_array_set_size (self->numbers, depth + 1);
  while (self->numbers->len <= depth)
    {
      guint zero = 0;

      g_array_append_val (self->numbers, zero);
    }
  g_array_index (self->numbers, guint, depth)++;
  if (self->groups && depth == 0)
    return gh_numbering_roman ((int) g_array_index (self->numbers, guint, 0));
  for (guint i = first; i <= depth; i++)
    g_string_append_printf (text, "%s%u", i > first ? "." : "",
                            g_array_index (self->numbers, guint, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_quota_below (const GhSummaryRow *row)
{
  for (int i = 0; i < GH_N_INDICATORS; i++)
    if (row->branch.quota[i] > MAX (row->own.quota[i], 0) ||
        (row->branch.quota[i] >= 0 && row->own.quota[i] < 0))
      return TRUE;
  return FALSE;
}

static void
add_quota_row (QuotaTable *self, const GhSummaryRow *row)
{
  gboolean group = !row->leaf && has_quota_below (row);
  gboolean top_group = group && row->depth == self->top;
  g_autofree char *number = next_number (self, (guint) (row->depth - self->top));

  gh_live_add_cell (self->cells, number, top_group);
  gh_live_add_cell (self->cells, row->unit->name, group);
  add_quota_cells (self, group ? &row->branch : &row->own, group);
  gh_live_end_row (self->table, self->cells);
  /* What a group was given itself needs a line, or the lines below do not add up to it. */
  if (group && has_quota (&row->own))
    {
      g_autofree char *name = g_strdup_printf ("Giao chung cho %s", row->unit->name);

      gh_live_add_cell (self->cells, "", FALSE);
      gh_live_add_cell (self->cells, name, FALSE);
      add_quota_cells (self, &row->own, FALSE);
      gh_live_end_row (self->table, self->cells);
    }
}

/* A single root that was given nothing itself is the committee's own area: its line would only
 * repeat the total. */
static void
find_top (QuotaTable *self)
{
  const GArray *rows = self->summary->rows;
  guint n_roots = 0;
  gboolean bare = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (rows, GhSummaryRow, i);

      if (row->depth > 0 || !has_quota (&row->branch))
        continue;
      n_roots++;
      bare = !row->leaf && !has_quota (&row->own);
    }
  self->top = n_roots == 1 && bare ? 1 : 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (rows, GhSummaryRow, i);

      if (row->depth == self->top && !row->leaf && has_quota_below (row))
        self->groups = TRUE;
    }
}

static void
add_quota_header (QuotaTable *self)
{
  static const char *const titles[GH_N_INDICATORS] = {
    "Số người đăng ký",
    "Số người hiến máu",
    "Số đơn vị máu",
    "Tỷ lệ cán bộ tham gia (%)",
    "Tỷ lệ chỉ tiêu năm (%)",
    "Tỷ lệ đơn vị tham gia (%)",
    "Số lượt người được tuyên truyền",
    "Số người đăng ký hiến mô, tạng",
    "Tỷ lệ người được tuyên truyền (%)",
    "Tỷ lệ túi 350 ml và 450 ml (%)",
    "Số tin, bài",
    "Chỉ tiêu khác",
  };

  gh_live_add_cell (self->cells, "TT", FALSE);
  gh_live_add_cell (self->cells, "Đơn vị", FALSE);
  for (guint i = 0; i < self->n_indicators; i++)
    gh_live_add_cell (self->cells, titles[self->indicators[i]], FALSE);
  if (self->n_indicators == 0)
    gh_live_add_cell (self->cells, "Chỉ tiêu", FALSE);
  gh_live_end_row (self->table, self->cells);
}

/* The convention stands under every table that counts blood units (no official text defines it). */
static void
add_convention_note (const GhSummary *summary, GPtrArray *blocks)
{
  static const char *const notes[] = {
    "*Ghi chú: một túi máu được tính là một đơn vị máu, không phân biệt thể tích.*",
    ("*Ghi chú: một đơn vị máu tương đương 250 ml; túi 350 ml tính 1,4 đơn vị, túi 450 ml tính 1,8 "
     "đơn vị.*"),
    "*Ghi chú: một lượt người hiến máu được tính là một đơn vị máu.*",
  };

  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "",
                                         notes[summary->dossier->campaign->convention]));
}

void
gh_live_add_quotas (const GhSummary *summary, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) cells = gh_live_new_cells ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  QuotaTable self = { .summary = summary, .cells = cells, .numbers = numbers };

  self.table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  for (int i = 0; i < GH_N_INDICATORS; i++)
    if (summary->total.quota[i] >= 0)
      self.indicators[self.n_indicators++] = (GhIndicator) i;
  find_top (&self);
  add_quota_header (&self);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);

      if (row->depth >= self.top && has_quota (&row->branch))
        add_quota_row (&self, row);
    }
  gh_live_add_cell (cells, "", FALSE);
  gh_live_add_cell (cells, "Tổng cộng", TRUE);
  add_quota_cells (&self, &summary->total, TRUE);
  gh_live_end_row (self.table, cells);
  g_ptr_array_add (blocks, self.table);
  if (summary->total.quota[GH_INDICATOR_BLOOD_UNITS] >= 0)
    add_convention_note (summary, blocks);
}

/* A day with its weekday and hours, anything longer without. */
static char *
format_time (const GhDateSpan *span)
{
  gboolean day = span->precision == GH_PRECISION_DAY && !span->before;

  return gh_date_span_format (span, day ? GH_DATE_LONG : GH_DATE_NORMAL);
}

void
gh_live_add_calendar (const GhSummary *summary, GPtrArray *blocks)
{
  static const char *const header[] = { "TT",       "Nội dung",         "Thời gian",
                                        "Địa điểm", "Đơn vị thực hiện", NULL };
  const GPtrArray *activities = summary->dossier->activities;
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GPtrArray) cells = gh_live_new_cells ();
  int n = 0;

  gh_block_add_row (table, header);
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *time = format_time (&activity->span);
      g_autofree char *partners = NULL;
      gboolean both = *activity->lead != '\0' && *activity->partners != '\0';

      if (activity->state == GH_ACTIVITY_CANCELLED)
        continue;
      g_ptr_array_add (cells, g_strdup_printf ("%d", ++n));
      gh_live_add_cell (cells, activity->title, FALSE);
      gh_live_add_cell (cells, time, FALSE);
      gh_live_add_cell (cells, activity->place, FALSE);
      partners =
        both ? gh_text_within_sentence (activity->partners) : g_strdup (activity->partners);
      g_ptr_array_add (cells,
                       g_strconcat (activity->lead, both ? "; phối hợp: " : "", partners, NULL));
      gh_live_end_row (table, cells);
    }
  g_ptr_array_add (blocks, table);
}

static const char *
unit_name (const GhSummary *summary, gint64 unit_id)
{
  const GhSummaryRow *row = gh_summary_find (summary, unit_id);

  return row != NULL ? row->unit->name : "";
}

static void
add_sessions_total (GhBlock *table, GPtrArray *cells, gint64 expected)
{
  g_autofree char *sum = gh_number_format (expected);

  gh_live_add_cell (cells, "", FALSE);
  gh_live_add_cell (cells, "Tổng cộng", TRUE);
  for (int i = 0; i < 3; i++)
    gh_live_add_cell (cells, "", FALSE);
  gh_live_add_cell (cells, sum, TRUE);
  gh_live_end_row (table, cells);
}

void
gh_live_add_sessions (const GhSummary *summary, GPtrArray *blocks)
{
  static const char *const header[] = { "TT",       "Buổi hiến máu",   "Thời gian",
                                        "Địa điểm", "Đơn vị đăng cai", "Dự kiến (người)",
                                        NULL };
  const GPtrArray *sessions = summary->dossier->sessions;
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GPtrArray) cells = gh_live_new_cells ();
  gint64 sum = 0;
  guint n_expected = 0;

  gh_block_add_row (table, header);
  for (guint i = 0; i < sessions->len; i++)
    {
      const GhDonationSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *time = format_time (&session->span);
      gboolean known = session->expected >= 0;

      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      gh_live_add_cell (cells, session->name, FALSE);
      gh_live_add_cell (cells, time, FALSE);
      gh_live_add_cell (cells, session->place, FALSE);
      gh_live_add_cell (cells, unit_name (summary, session->host_unit_id), FALSE);
      g_ptr_array_add (cells, known ? gh_number_format (session->expected) : g_strdup (""));
      gh_live_end_row (table, cells);
      sum += known ? MIN (session->expected, G_MAXINT32) : 0;
      n_expected += known ? 1 : 0;
    }
  if (n_expected > 1)
    add_sessions_total (table, cells, sum);
  g_ptr_array_add (blocks, table);
}
