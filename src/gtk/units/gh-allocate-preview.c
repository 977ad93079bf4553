/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-allocate-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-number.h"
#include "gh-quota-cell.h"
#include "gh-tsv.h"

/* PreviewRow: a unit in the preview. -1 = empty. */
typedef struct
{
  char *name;
  gint64 weight;
  gint64 old_value;
  gint64 new_value;
  gboolean locked;
} PreviewRow;

static void
preview_row_free (gpointer data)
{
  PreviewRow *row = data;

  g_free (row->name);
  g_free (row);
}

/* --- rows --------------------------------------------------------------------------------------
 */

static gint64
row_weight (GhAllocateDialog *self, const GhUnit *unit)
{
  const gint64 *weight;

  switch (_gh_allocate_dialog_rule (self))
    {
    case GH_QUOTA_RULE_HEADCOUNT:
      return unit->headcount;
    case GH_QUOTA_RULE_LAST_YEAR:
      return unit->last_year;
    case GH_QUOTA_RULE_WEIGHT:
      weight = g_hash_table_lookup (self->weights, &unit->id);
      return weight != NULL ? *weight : 0;
    case GH_QUOTA_RULE_MANUAL:
    case GH_QUOTA_RULE_EQUAL:
    case GH_QUOTA_RULE_IMPORT:
    default:
      return 1;
    }
}

/* Quotas there are of the chosen indicator, by unit; borrowed from the dossier. */
static GHashTable *
index_quotas (GhAllocateDialog *self, const GhDossier *dossier)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      if (quota->indicator == _gh_allocate_dialog_indicator (self))
        g_hash_table_insert (index, &quota->unit_id, quota);
    }
  return index;
}

void
_gh_allocate_dialog_show_rows (GhAllocateDialog *self, const GPtrArray *quotas)
{
  const GhSummary *summary = gh_workspace_get_summary (self->workspace);
  g_autoptr (GHashTable) old = index_quotas (self, summary->dossier);
  g_autoptr (GHashTable) shares = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; quotas != NULL && i < quotas->len; i++)
    {
      GhQuota *quota = g_ptr_array_index (quotas, i);

      g_hash_table_insert (shares, &quota->unit_id, quota);
    }
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *unit_row = &g_array_index (summary->rows, GhSummaryRow, i);
      const GhQuota *before = g_hash_table_lookup (old, &unit_row->unit->id);
      const GhQuota *after = g_hash_table_lookup (shares, &unit_row->unit->id);
      PreviewRow *row;

      if (!unit_row->leaf || (quotas != NULL && after == NULL))
        continue;
      row = g_new0 (PreviewRow, 1);
      row->name = g_strdup (unit_row->unit->name);
      row->weight = row_weight (self, unit_row->unit);
      row->old_value = before != NULL ? before->value : -1;
      row->new_value = after != NULL ? after->value : -1;
      row->locked =
        before != NULL && before->locked && !gtk_check_button_get_active (self->replace_locked);
      g_ptr_array_add (rows, gh_row_new (unit_row->unit->id, row, preview_row_free));
    }
  gh_row_list_update (self->rows, rows, NULL);
}

/* --- columns --------------------------------------------------------------------------------- */

static char *
name_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const PreviewRow *preview = gh_row_get_data (row);

  return g_strdup (preview->name);
}

static gint64
old_value (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const PreviewRow *preview = gh_row_get_data (row);

  return preview->old_value;
}

static gint64
new_value (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const PreviewRow *preview = gh_row_get_data (row);

  return preview->new_value;
}

static char *
locked_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const PreviewRow *preview = gh_row_get_data (row);

  return g_strdup (preview->locked ? _("locked") : "");
}

static void
show_weight (GtkListItem *item, GhAllocateDialog *self)
{
  const PreviewRow *row = gh_row_get_data (gtk_list_item_get_item (item));
  g_autofree char *text = gh_cell_count (row->weight);
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (row->weight, 0));
  /* Translators: what a screen reader says of a cell of the preview */
  g_autofree char *name = g_strdup_printf (_("Weight, %s"), row->name);

  gh_quota_cell_show (GH_QUOTA_CELL (gtk_list_item_get_child (item)), text, plain, name,
                      _gh_allocate_dialog_rule (self) == GH_QUOTA_RULE_WEIGHT
                        ? GH_QUOTA_CELL_EDITABLE
                        : GH_QUOTA_CELL_DEFAULT);
}

/* --- weights --------------------------------------------------------------------------------- */

static void
set_weight (GhAllocateDialog *self, gint64 unit_id, gint64 weight)
{
  g_hash_table_insert (self->weights, g_memdup2 (&unit_id, sizeof unit_id),
                       g_memdup2 (&weight, sizeof weight));
}

/* FALSE with a message shown if it is no number; nothing at all is none. */
static gboolean
parse_weight (GhAllocateDialog *self, const char *text, gint64 *weight)
{
  *weight = 0;
  if (*text == '\0' || gh_number_parse_count (text, weight))
    return TRUE;
  _gh_allocate_dialog_show_problem (self, _("A weight is a whole number."));
  return FALSE;
}

static GhAllocateDialog *
cell_dialog (GhQuotaCell *cell)
{
  return GH_ALLOCATE_DIALOG (gtk_widget_get_root (GTK_WIDGET (cell)));
}

static void
weight_committed_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhAllocateDialog *self = cell_dialog (cell);
  GhRow *row = gtk_list_item_get_item (item);
  gint64 weight;

  if (self == NULL || row == NULL || !parse_weight (self, text, &weight))
    return;
  set_weight (self, gh_row_get_id (row), weight);
  _gh_allocate_dialog_update (self);
}

/* A column of figures goes into this row and those below it. */
static void
weight_pasted_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhAllocateDialog *self = cell_dialog (cell);
  g_autoptr (GPtrArray) lines = gh_tsv_parse (text);
  g_autofree gint64 *weights = g_new0 (gint64, lines->len + 1);
  GListModel *rows;

  if (self == NULL || gtk_list_item_get_item (item) == NULL)
    return;
  for (guint i = 0; i < lines->len; i++)
    if (!parse_weight (self, ((char **) g_ptr_array_index (lines, i))[0], &weights[i]))
      return;
  rows = G_LIST_MODEL (gtk_column_view_get_model (self->preview));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GhRow) row = g_list_model_get_item (rows, gtk_list_item_get_position (item) + i);

      if (row != NULL)
        set_weight (self, gh_row_get_id (row), weights[i]);
    }
  _gh_allocate_dialog_update (self);
}

static void
weight_moved_cb (GhQuotaCell *cell,
                 int columns G_GNUC_UNUSED,
                 int rows,
                 gboolean extend G_GNUC_UNUSED,
                 GtkListItem *item)
{
  GhAllocateDialog *self = cell_dialog (cell);
  guint to = gtk_list_item_get_position (item) + (guint) rows; /* below 0: more than there are */

  if (self == NULL || rows == 0 ||
      to >= g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->preview))))
    return;
  gtk_widget_activate_action (GTK_WIDGET (cell), "list.scroll-to-item", "u", to);
  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->bound, i)) == to)
      gtk_widget_grab_focus (gtk_list_item_get_child (g_ptr_array_index (self->bound, i)));
}

static void
weight_row_changed_cb (GhRow *row G_GNUC_UNUSED, GtkListItem *item)
{
  GtkRoot *root = gtk_widget_get_root (gtk_list_item_get_child (item));

  if (root != NULL)
    show_weight (item, GH_ALLOCATE_DIALOG (root));
}

static void
weight_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *cell = gh_quota_cell_new ();

  g_signal_connect (cell, "committed", G_CALLBACK (weight_committed_cb), item);
  g_signal_connect (cell, "pasted", G_CALLBACK (weight_pasted_cb), item);
  g_signal_connect (cell, "move", G_CALLBACK (weight_moved_cb), item);
  gtk_list_item_set_child (item, cell);
}

static void
weight_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GhAllocateDialog *self = g_object_get_data (G_OBJECT (factory), "gh-dialog");

  g_ptr_array_add (self->bound, item);
  g_signal_connect_object (gtk_list_item_get_item (item), "changed",
                           G_CALLBACK (weight_row_changed_cb), item, 0);
  show_weight (item, self);
}

static void
weight_unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GhAllocateDialog *self = g_object_get_data (G_OBJECT (factory), "gh-dialog");

  g_ptr_array_remove_fast (self->bound, item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), weight_row_changed_cb, item);
  gh_quota_cell_drop (GH_QUOTA_CELL (gtk_list_item_get_child (item)));
}

void
_gh_allocate_dialog_make_columns (GhAllocateDialog *self)
{
  GtkListItemFactory *weight = gtk_signal_list_item_factory_new ();
  const char *unit = _("Unit"), *now = _("Now"), *will_be = _("Will be");
  const GhColumn columns[] = {
    { .id = "unit", .title = unit, .text = name_text },
    { .id = "now", .title = now, .n_chars = 7, .figure = old_value },
    { .id = "new", .title = will_be, .n_chars = 7, .flags = GH_CELL_BOLD, .figure = new_value },
    { .id = "locked", .title = "", .n_chars = 10, .flags = GH_CELL_DIM, .text = locked_text },
  };
  const GhColumn weights = { .id = "weight", .title = _("Weight"), .n_chars = 7 };

  g_object_set_data (G_OBJECT (weight), "gh-dialog", self);
  g_signal_connect (weight, "setup", G_CALLBACK (weight_setup_cb), NULL);
  g_signal_connect (weight, "bind", G_CALLBACK (weight_bind_cb), NULL);
  g_signal_connect (weight, "unbind", G_CALLBACK (weight_unbind_cb), NULL);
  gh_columns_set_name (self->preview, _("What each unit would get"));
  gh_columns_append (self->preview, columns, G_N_ELEMENTS (columns));
  gh_column_insert (self->preview, 1, &weights, weight);
}
