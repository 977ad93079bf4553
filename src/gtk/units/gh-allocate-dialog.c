/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-allocate-dialog.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-edits.h"
#include "gh-names.h"
#include "gh-number.h"
#include "gh-quota-cell.h"
#include "gh-row.h"
#include "gh-toaster.h"

struct _GhAllocateDialog
{
  GtkWindow parent_instance;

  /* Template children */
  GtkDropDown *indicator;
  GtkEditable *total;
  GtkDropDown *rule;
  GtkDropDown *scope;
  GtkEditable *minimum;
  GtkEditable *maximum;
  GtkCheckButton *replace_locked;
  GtkColumnView *preview;
  GtkLabel *message;
  GtkWidget *apply;

  /* Owned */
  GhWorkspace *workspace;
  GhRowList *rows;
  GHashTable *weights; /* gint64 unit → gint64 weight set by hand */

  /* Borrowed */
  GtkWidget *opener;

  gint64 parent_id;
  gboolean filling; /* fields are being set by us */
};

G_DEFINE_FINAL_TYPE (GhAllocateDialog, gh_allocate_dialog, GTK_TYPE_WINDOW)

/* What can be shared out, and the rules to do it by, in the order of their drop-downs. */
static const GhIndicator indicators[] = {
  GH_INDICATOR_REGISTRATIONS, GH_INDICATOR_DONORS,        GH_INDICATOR_BLOOD_UNITS,
  GH_INDICATOR_REACH,         GH_INDICATOR_ORGAN_PLEDGES, GH_INDICATOR_ARTICLES,
};
static const GhQuotaRule rules[] = {
  GH_QUOTA_RULE_HEADCOUNT,
  GH_QUOTA_RULE_LAST_YEAR,
  GH_QUOTA_RULE_EQUAL,
  GH_QUOTA_RULE_WEIGHT,
};

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

/* --- preview --------------------------------------------------------------------------------- */

static GhIndicator
chosen_indicator (GhAllocateDialog *self)
{
  return indicators[MIN (gtk_drop_down_get_selected (self->indicator),
                         G_N_ELEMENTS (indicators) - 1)];
}

static GhQuotaRule
chosen_rule (GhAllocateDialog *self)
{
  return rules[MIN (gtk_drop_down_get_selected (self->rule), G_N_ELEMENTS (rules) - 1)];
}

/* FALSE with a message shown if a field is no number; an empty bound is none (-1). */
static gboolean
read_field (GhAllocateDialog *self,
            GtkEditable *field,
            gboolean required,
            const char *problem,
            gint64 *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  *value = -1;
  if ((*text == '\0' && !required) || gh_number_parse_count (text, value))
    return TRUE;
  gtk_label_set_text (self->message, problem);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  return FALSE;
}

static gboolean
read_fields (GhAllocateDialog *self, GhAllocation *allocation)
{
  allocation->indicator = chosen_indicator (self);
  allocation->rule = chosen_rule (self);
  allocation->parent_id = gtk_drop_down_get_selected (self->scope) == 1 ? self->parent_id : 0;
  allocation->replace_locked = gtk_check_button_get_active (self->replace_locked);
  allocation->weights = allocation->rule == GH_QUOTA_RULE_WEIGHT ? self->weights : NULL;
  return read_field (
    self, self->total, TRUE,
    _ ("Enter the total to share out as a whole number."), &allocation->total) &&
    read_field (self, self->minimum, FALSE,
                _ ("The minimum is a whole number, or empty for none."), &allocation->minimum) &&
                read_field (self, self->maximum, FALSE,
                            _ ("The maximum is a whole number, or empty for none."),
                               &allocation->maximum);
}

static gint64
row_weight (GhAllocateDialog *self, const GhUnit *unit)
{
  const gint64 *weight;

  switch (chosen_rule (self))
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

      if (quota->indicator == chosen_indicator (self))
        g_hash_table_insert (index, &quota->unit_id, quota);
    }
  return index;
}

/* @quotas: (nullable): the shares; without them the present figures are shown alone */
static void
show_rows (GhAllocateDialog *self, const GPtrArray *quotas)
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

static void
update_preview (GhAllocateDialog *self)
{
  GhAllocation allocation = { 0 };
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL || self->filling)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  if (!read_fields (self, &allocation))
    show_rows (self, NULL);
  else if ((quotas = gh_edit_preview_allocation (self->workspace, &allocation, &error)) == NULL)
    {
      gtk_label_set_text (self->message, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
      show_rows (self, NULL);
    }
  else
    {
      g_autofree char *total = gh_number_format (allocation.total);
      g_autofree char *message =
        g_strdup_printf (ngettext ("%s shared out exactly to %u unit.",
                                   "%s shared out exactly to %u units.", quotas->len),
                         total, quotas->len);

      gtk_label_set_text (self->message, message);
      show_rows (self, quotas);
    }
  gtk_widget_set_sensitive (self->apply, quotas != NULL && quotas->len > 0);
}

/* The target is what one usually shares out. */
static void
fill_total (GhAllocateDialog *self)
{
  const GhSummary *summary = gh_workspace_get_summary (self->workspace);
  gint64 target, gap;
  g_autofree char *text = NULL;

  if (gh_summary_quota_gap (summary, chosen_indicator (self), &target, &gap))
    text = gh_number_format (target);
  else if (summary->total.quota[chosen_indicator (self)] >= 0)
    text = gh_number_format (summary->total.quota[chosen_indicator (self)]);
  gtk_editable_set_text (self->total, text != NULL ? text : "");
}

static void
indicator_changed_cb (GhAllocateDialog *self)
{
  if (self->workspace == NULL || self->filling)
    return;
  self->filling = TRUE;
  fill_total (self);
  self->filling = FALSE;
  update_preview (self);
}

static void
apply_cb (GhAllocateDialog *self)
{
  GhAllocation allocation = { 0 };
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->apply) || !read_fields (self, &allocation))
    return;
  if (!gh_edit_allocate (self->workspace, &allocation, &error))
    {
      gtk_label_set_text (self->message, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
      return;
    }
  if (self->opener != NULL)
    gh_toast_undo (self->opener, _ ("The quotas were allocated"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (GhAllocateDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
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

  return g_strdup (preview->locked ? _ ("locked") : "");
}

static void
show_weight (GtkListItem *item, GhAllocateDialog *self)
{
  const PreviewRow *row = gh_row_get_data (gtk_list_item_get_item (item));
  g_autofree char *text = gh_cell_count (row->weight);
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (row->weight, 0));
  /* Translators: what a screen reader says of a cell of the preview */
  g_autofree char *name = g_strdup_printf (_ ("Weight, %s"), row->name);

  gh_quota_cell_show (GH_QUOTA_CELL (gtk_list_item_get_child (item)), text, plain, name,
                      chosen_rule (self) == GH_QUOTA_RULE_WEIGHT ? GH_QUOTA_CELL_EDITABLE
                                                                 : GH_QUOTA_CELL_DEFAULT);
}

static void
weight_committed_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhAllocateDialog *self = GH_ALLOCATE_DIALOG (gtk_widget_get_root (GTK_WIDGET (cell)));
  gint64 id = gh_row_get_id (gtk_list_item_get_item (item));
  gint64 weight = 0;

  if (*text != '\0' && !gh_number_parse_count (text, &weight))
    {
      gtk_label_set_text (self->message, _ ("A weight is a whole number."));
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
      return;
    }
  g_hash_table_insert (self->weights, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&weight, sizeof weight));
  update_preview (self);
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
  gtk_list_item_set_child (item, cell);
}

static void
weight_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed",
                           G_CALLBACK (weight_row_changed_cb), item, 0);
  show_weight (item, g_object_get_data (G_OBJECT (factory), "gh-dialog"));
}

static void
weight_unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), weight_row_changed_cb, item);
  gh_quota_cell_drop (GH_QUOTA_CELL (gtk_list_item_get_child (item)));
}

static void
make_columns (GhAllocateDialog *self)
{
  GtkListItemFactory *weight = gtk_signal_list_item_factory_new ();
  const char *unit = _ ("Unit"), *now = _ ("Now"), *will_be = _ ("Will be");
  const GhColumn columns[] = {
    { .id = "unit", .title = unit, .text = name_text },
    { .id = "now", .title = now, .n_chars = 7, .figure = old_value },
    { .id = "new", .title = will_be, .n_chars = 7, .flags = GH_CELL_BOLD, .figure = new_value },
    { .id = "locked", .title = "", .n_chars = 10, .flags = GH_CELL_DIM, .text = locked_text },
  };
  const GhColumn weights = { .id = "weight", .title = _ ("Weight"), .n_chars = 7 };

  g_object_set_data (G_OBJECT (weight), "gh-dialog", self);
  g_signal_connect (weight, "setup", G_CALLBACK (weight_setup_cb), NULL);
  g_signal_connect (weight, "bind", G_CALLBACK (weight_bind_cb), NULL);
  g_signal_connect (weight, "unbind", G_CALLBACK (weight_unbind_cb), NULL);
  gh_columns_set_name (self->preview, _ ("What each unit would get"));
  gh_columns_append (self->preview, columns, G_N_ELEMENTS (columns));
  gh_column_insert (self->preview, 1, &weights, weight);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
gh_allocate_dialog_dispose (GObject *object)
{
  GhAllocateDialog *self = GH_ALLOCATE_DIALOG (object);

  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_allocate_dialog_parent_class)->dispose (object);
}

static void
gh_allocate_dialog_finalize (GObject *object)
{
  GhAllocateDialog *self = GH_ALLOCATE_DIALOG (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->weights, g_hash_table_unref);

  G_OBJECT_CLASS (gh_allocate_dialog_parent_class)->finalize (object);
}

static void
gh_allocate_dialog_class_init (GhAllocateDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_allocate_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_allocate_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/units/gh-allocate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, indicator);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, total);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, rule);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, minimum);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, maximum);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, replace_locked);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GhAllocateDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, indicator_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_allocate_dialog_init (GhAllocateDialog *self)
{
  self->rows = gh_row_list_new ();
  self->weights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  make_columns (self);
}

static void
fill_choices (GhAllocateDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) rule_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  const GhSummary *summary = gh_workspace_get_summary (self->workspace);
  const GhSummaryRow *group = gh_summary_find (summary, self->parent_id);
  GhIndicator used[GH_N_INDICATORS];
  guint n_used = gh_summary_indicators (summary, used, GH_N_INDICATORS);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      gtk_string_list_append (names, gh_indicator_name (indicators[i]));
      if (n_used > 0 && indicators[i] == used[n_used - 1])
        selected = i;
    }
  gtk_drop_down_set_model (self->indicator, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->indicator, selected);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    gtk_string_list_append (rule_names, gh_quota_rule_name (rules[i]));
  gtk_drop_down_set_model (self->rule, G_LIST_MODEL (rule_names));
  gtk_string_list_append (scopes, _ ("All units"));
  if (group != NULL)
    {
      /* Translators: scope of an allocation: one group of units */
      g_autofree char *only = g_strdup_printf (_ ("Only %s"), group->unit->name);

      gtk_string_list_append (scopes, only);
    }
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (scopes));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope), group != NULL);
}

/* Every weight begins as 1. */
static void
fill_weights (GhAllocateDialog *self)
{
  const GhSummary *summary = gh_workspace_get_summary (self->workspace);
  const gint64 one = 1;

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);

      if (row->leaf)
        g_hash_table_insert (self->weights, g_memdup2 (&row->unit->id, sizeof row->unit->id),
                             g_memdup2 (&one, sizeof one));
    }
}

GhAllocateDialog *
gh_allocate_dialog_new (GtkWidget *widget, GhWorkspace *workspace, gint64 parent_id)
{
  GhAllocateDialog *self = g_object_new (GH_TYPE_ALLOCATE_DIALOG, "transient-for",
                                         GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
  g_autoptr (GtkNoSelection) selection =
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));

  g_set_weak_pointer (&self->opener, widget);
  self->workspace = g_object_ref (workspace);
  self->parent_id = parent_id;
  gtk_column_view_set_model (self->preview, GTK_SELECTION_MODEL (selection));
  fill_choices (self);
  fill_weights (self);
  fill_total (self);
  self->filling = FALSE;
  update_preview (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->total));
  return self;
}
