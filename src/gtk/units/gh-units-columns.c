/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-column.h"
#include "gh-number.h"
#include "gh-tsv.h"
#include "gh-units-table-private.h"

/* --- texts and figures ----------------------------------------------------------------------- */

static char *
name_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return g_strdup (unit->name);
}

static gboolean
is_group (GhRow *row)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return !unit->leaf;
}

static const char *
name_key (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return unit->sort;
}

static gint64
headcount_of (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return unit->headcount;
}

static gint64
last_year_of (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return unit->last_year;
}

static gint64
quota_of (GhRow *row, gpointer user_data)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return unit->cells[INDICATOR_OF (user_data)].quota;
}

static gint64
result_of (GhRow *row, gpointer user_data)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return unit->cells[INDICATOR_OF (user_data)].result_tenths;
}

static char *
result_text (GhRow *row, gpointer user_data)
{
  return gh_cell_tenths (result_of (row, user_data));
}

/* In ten-thousandths, to order by. */
static gint64
percent_of (GhRow *row, gpointer user_data)
{
  gint64 quota = quota_of (row, user_data);
  gint64 result = result_of (row, user_data);

  return quota <= 0 || result < 0 ? -1 : result * 1000 / quota;
}

static char *
percent_text (GhRow *row, gpointer user_data)
{
  if (percent_of (row, user_data) < 0)
    return g_strdup ("–");
  return gh_number_format_percent (result_of (row, user_data), quota_of (row, user_data) * 10);
}

/* --- columns --------------------------------------------------------------------------------- */

static gboolean
has_results (GhIndicator indicator)
{
  return indicator == GH_INDICATOR_REGISTRATIONS || indicator == GH_INDICATOR_DONORS ||
         indicator == GH_INDICATOR_BLOOD_UNITS;
}

static void
ensure_column (GhUnitsTable *self, guint position, const GhColumn *column)
{
  GtkListItemFactory *factory = NULL;

  if (gh_column_find (self->view, column->id, NULL) != NULL)
    return;
  if (column->text == NULL && column->figure == quota_of)
    factory = gh_units_table_make_quota_factory (self, INDICATOR_OF (column->user_data));
  gh_column_insert (self->view, position, column, factory);
}

/* The columns of an indicator, from @position on; returns where the next ones begin. */
static guint
ensure_indicator (GhUnitsTable *self, guint position, GhIndicator indicator)
{
  gpointer data = GINT_TO_POINTER (indicator);
  const char *name = gh_indicator_to_string (indicator);
  g_autofree char *quota_id = g_strconcat ("quota-", name, NULL);
  g_autofree char *result_id = g_strconcat ("result-", name, NULL);
  g_autofree char *percent_id = g_strconcat ("percent-", name, NULL);
  /* Translators: head of a column: "Chỉ tiêu: người đăng ký" */
  g_autofree char *title = g_strdup_printf (_("Quota: %s"), gh_indicator_name (indicator));
  const char *result_title = _("Result");
  const GhColumn columns[] = {
    { .id = quota_id, .title = title, .n_chars = 7, .figure = quota_of, .user_data = data },
    { .id = result_id,
      .title = result_title,
      .n_chars = 7,
      .flags = GH_CELL_NUMBER,
      .text = result_text,
      .strong = is_group,
      .figure = result_of,
      .user_data = data },
    { .id = percent_id,
      .title = "%",
      .n_chars = 6,
      .flags = GH_CELL_NUMBER | GH_CELL_DIM,
      .text = percent_text,
      .strong = is_group,
      .figure = percent_of,
      .user_data = data },
  };
  guint n = has_results (indicator) ? G_N_ELEMENTS (columns) : 1;

  for (guint i = 0; i < n; i++)
    ensure_column (self, position + i, &columns[i]);
  return position + n;
}

static gboolean
is_shown (GhUnitsTable *self, GhIndicator indicator)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (g_array_index (self->indicators, GhIndicator, i) == indicator)
      return TRUE;
  return FALSE;
}

/* Takes away the columns of indicators that are not shown now. */
static void
remove_others (GhUnitsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = g_list_model_get_n_items (columns); i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *dash = strchr (gh_column_get_id (column), '-');
      GhIndicator indicator;

      if (dash != NULL && gh_indicator_from_string (dash + 1, &indicator) &&
          !is_shown (self, indicator))
        gh_column_remove (self->view, column);
    }
}

void
gh_units_table_make_columns (GhUnitsTable *self)
{
  const char *unit = _("Unit"), *headcount = _("Headcount"), *last_year = _("Last year");
  const GhColumn columns[] = {
    { .id = "unit",
      .title = unit,
      .flags = GH_CELL_TREE,
      .text = name_text,
      .strong = is_group,
      .key = name_key },
    { .id = "headcount",
      .title = headcount,
      .n_chars = 6,
      .strong = is_group,
      .figure = headcount_of },
    { .id = "last-year",
      .title = last_year,
      .n_chars = 6,
      .strong = is_group,
      .figure = last_year_of },
  };
  guint position = G_N_ELEMENTS (columns);

  remove_others (self);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ensure_column (self, i, &columns[i]);
  for (guint i = 0; i < self->indicators->len; i++)
    position = ensure_indicator (self, position, g_array_index (self->indicators, GhIndicator, i));
}

/* --- the table as text ----------------------------------------------------------------------- */

/* (transfer full): without points between the thousands, which a spreadsheet may take for decimals
 */
static char *
plain_text (gint64 figure)
{
  return figure < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, figure);
}

static char *
plain_tenths (gint64 tenths)
{
  if (tenths < 0 || tenths % 10 == 0)
    return plain_text (tenths < 0 ? -1 : tenths / 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%d", tenths / 10, (int) (tenths % 10));
}

/* The text of a cell for a spreadsheet: nothing where nothing is known. */
static void
append_text (GString *text, char *cell, gboolean first)
{
  gh_tsv_append (text, g_strcmp0 (cell, "–") == 0 ? "" : cell, first);
  g_free (cell);
}

static void
append_unit (GhUnitsTable *self, GString *text, GhRow *row)
{
  append_text (text, name_text (row, NULL), TRUE);
  append_text (text, plain_text (headcount_of (row, NULL)), FALSE);
  append_text (text, plain_text (last_year_of (row, NULL)), FALSE);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      GhIndicator indicator = g_array_index (self->indicators, GhIndicator, i);
      gpointer data = GINT_TO_POINTER (indicator);

      append_text (text, plain_text (quota_of (row, data)), FALSE);
      if (has_results (indicator))
        {
          append_text (text, plain_tenths (result_of (row, data)), FALSE);
          append_text (text, percent_text (row, data), FALSE);
        }
    }
  g_string_append_c (text, '\n');
}

char *
gh_units_table_dup_tsv (GhUnitsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gh_tsv_append (text, gtk_column_view_column_get_title (column), i == 0);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      append_unit (self, text, gh_units_table_item_row (item));
    }
  return g_string_free (text, FALSE);
}
