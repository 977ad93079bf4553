/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live-private.h"

#include "gh-number.h"

/* Live parts that are tables: award rounds and budget; and the annexes. */

void
gh_live_add_awards (const GhSummary *summary, GPtrArray *blocks)
{
  static const char *const header[] = {
    "TT", "Đợt khen thưởng", "Đối tượng", "Thời gian tính thành tích", "Thời hạn gửi hồ sơ", NULL
  };
  const GPtrArray *rounds = summary->dossier->awards;
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GPtrArray) cells = gh_live_new_cells ();

  gh_block_add_row (table, header);
  for (guint i = 0; i < rounds->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (rounds, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *period = gh_date_span_format (&round->period, GH_DATE_NORMAL);
      g_autofree char *deadline = gh_date_span_format (&round->deadline, GH_DATE_NORMAL);

      gh_live_add_cell (cells, number, FALSE);
      gh_live_add_cell (cells, round->name, FALSE);
      gh_live_add_cell (cells, round->audience, FALSE);
      gh_live_add_cell (cells, period, FALSE);
      gh_live_add_cell (cells, deadline, FALSE);
      gh_live_end_row (table, cells);
    }
  g_ptr_array_add (blocks, table);
}

/* Columns that only some budgets need. */
typedef struct
{
  gboolean source;
  gboolean note;
} BudgetColumns;

static void
add_count (GPtrArray *cells, gint64 value, gboolean bold)
{
  g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("");

  gh_live_add_cell (cells, text, bold);
}

static void
add_header (GhBlock *table, GPtrArray *cells, const BudgetColumns *columns)
{
  static const char *const titles[] = { "TT",       "Nội dung",       "Đơn vị tính",
                                        "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    gh_live_add_cell (cells, titles[i], FALSE);
  if (columns->source)
    gh_live_add_cell (cells, "Nguồn kinh phí", FALSE);
  if (columns->note)
    gh_live_add_cell (cells, "Ghi chú", FALSE);
  gh_live_end_row (table, cells);
}

static void
add_line (GhBlock *table,
          GPtrArray *cells,
          const BudgetColumns *columns,
          const GhBudgetLine *line,
          guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  gh_live_add_cell (cells, number, FALSE);
  gh_live_add_cell (cells, line->content, FALSE);
  gh_live_add_cell (cells, line->unit, FALSE);
  add_count (cells, line->quantity, FALSE);
  add_count (cells, line->price, FALSE);
  add_count (cells, gh_budget_line_amount (line), FALSE);
  if (columns->source)
    gh_live_add_cell (cells, line->source, FALSE);
  if (columns->note)
    gh_live_add_cell (cells, line->note, FALSE);
  gh_live_end_row (table, cells);
}

static void
add_total (GhBlock *table, GPtrArray *cells, const BudgetColumns *columns, const char *total)
{
  gh_live_add_cell (cells, "", FALSE);
  gh_live_add_cell (cells, "Tổng cộng", TRUE);
  for (int i = 0; i < 3; i++)
    gh_live_add_cell (cells, "", FALSE);
  gh_live_add_cell (cells, total, TRUE);
  for (int i = 0; i < columns->source + columns->note; i++)
    gh_live_add_cell (cells, "", FALSE);
  gh_live_end_row (table, cells);
}

/* While a line has no amount there is no total to sign, so none is printed. */
void
gh_live_add_budget (const GhSummary *summary, GPtrArray *blocks)
{
  const GPtrArray *lines = summary->dossier->budget;
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GPtrArray) cells = gh_live_new_cells ();
  BudgetColumns columns = { FALSE, FALSE };
  guint n_unknown;
  gint64 total = gh_budget_total (lines, &n_unknown);
  gboolean whole = total >= 0 && n_unknown == 0;
  g_autofree char *figure = whole ? gh_number_format (total) : g_strdup (GH_LIVE_BLANK);

  for (guint i = 0; i < lines->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (lines, i);

      columns.source = columns.source || *line->source != '\0';
      columns.note = columns.note || *line->note != '\0';
    }
  add_header (table, cells, &columns);
  for (guint i = 0; i < lines->len; i++)
    add_line (table, cells, &columns, g_ptr_array_index (lines, i), i + 1);
  add_total (table, cells, &columns, figure);
  g_ptr_array_add (blocks, table);
  if (whole)
    {
      g_autofree char *words = gh_number_in_words (total);
      g_autofree char *line = g_strdup_printf ("*Bằng chữ: %s đồng.*", words);

      g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", line));
    }
}

static void
add_annex (GPtrArray *blocks, const char *title)
{
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_APPENDIX, 1, "", title));
}

void
gh_live_add_quotas_annex (const GhSummary *summary, GPtrArray *blocks)
{
  add_annex (blocks, "CHỈ TIÊU GIAO CHO CÁC ĐƠN VỊ");
  gh_live_add_quotas (summary, blocks);
}

void
gh_live_add_calendar_annex (const GhSummary *summary, GPtrArray *blocks)
{
  add_annex (blocks, "LỊCH CÁC HOẠT ĐỘNG");
  gh_live_add_calendar (summary, blocks);
}

void
gh_live_add_budget_annex (const GhSummary *summary, GPtrArray *blocks)
{
  add_annex (blocks, "DỰ TOÁN KINH PHÍ");
  gh_live_add_budget (summary, blocks);
}
