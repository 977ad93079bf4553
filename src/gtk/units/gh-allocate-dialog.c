/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-allocate-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-edits.h"
#include "gh-number.h"
#include "gh-toaster.h"

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

/* --- fields ---------------------------------------------------------------------------------- */

GhIndicator
_gh_allocate_dialog_indicator (GhAllocateDialog *self)
{
  return indicators[MIN (gtk_drop_down_get_selected (self->indicator),
                         G_N_ELEMENTS (indicators) - 1)];
}

GhQuotaRule
_gh_allocate_dialog_rule (GhAllocateDialog *self)
{
  return rules[MIN (gtk_drop_down_get_selected (self->rule), G_N_ELEMENTS (rules) - 1)];
}

void
_gh_allocate_dialog_show_problem (GhAllocateDialog *self, const char *problem)
{
  gtk_label_set_text (self->message, problem);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
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
  _gh_allocate_dialog_show_problem (self, problem);
  return FALSE;
}

static gboolean
read_fields (GhAllocateDialog *self, GhAllocation *allocation)
{
  allocation->indicator = _gh_allocate_dialog_indicator (self);
  allocation->rule = _gh_allocate_dialog_rule (self);
  allocation->parent_id = gtk_drop_down_get_selected (self->scope) == 1 ? self->parent_id : 0;
  allocation->replace_locked = gtk_check_button_get_active (self->replace_locked);
  allocation->weights = allocation->rule == GH_QUOTA_RULE_WEIGHT ? self->weights : NULL;
  return read_field (self, self->total, TRUE, _("Enter the total to share out as a whole number."),
                     &allocation->total) &&
         read_field (self, self->minimum, FALSE,
                     _("The minimum is a whole number, or empty for none."),
                     &allocation->minimum) &&
         read_field (self, self->maximum, FALSE,
                     _("The maximum is a whole number, or empty for none."), &allocation->maximum);
}

void
_gh_allocate_dialog_update (GhAllocateDialog *self)
{
  GhAllocation allocation = { 0 };
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL || self->filling)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  if (!read_fields (self, &allocation))
    _gh_allocate_dialog_show_rows (self, NULL);
  else if ((quotas = gh_edit_preview_allocation (self->workspace, &allocation, &error)) == NULL)
    {
      _gh_allocate_dialog_show_problem (self, error->message);
      _gh_allocate_dialog_show_rows (self, NULL);
    }
  else
    {
      g_autofree char *total = gh_number_format (allocation.total);
      g_autofree char *message =
        g_strdup_printf (ngettext ("%s shared out exactly to %u unit.",
                                   "%s shared out exactly to %u units.", quotas->len),
                         total, quotas->len);

      gtk_label_set_text (self->message, message);
      _gh_allocate_dialog_show_rows (self, quotas);
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

  if (gh_summary_quota_gap (summary, _gh_allocate_dialog_indicator (self), &target, &gap))
    text = gh_number_format (target);
  else if (summary->total.quota[_gh_allocate_dialog_indicator (self)] >= 0)
    text = gh_number_format (summary->total.quota[_gh_allocate_dialog_indicator (self)]);
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
  _gh_allocate_dialog_update (self);
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
      _gh_allocate_dialog_show_problem (self, error->message);
      return;
    }
  if (self->opener != NULL)
    gh_toast_undo (self->opener, _("The quotas were allocated"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (GhAllocateDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
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
  g_clear_pointer (&self->bound, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_callback_full (widget_class, "update_preview",
                                                G_CALLBACK (_gh_allocate_dialog_update));
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_allocate_dialog_init (GhAllocateDialog *self)
{
  self->rows = gh_row_list_new ();
  self->bound = g_ptr_array_new ();
  self->weights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  _gh_allocate_dialog_make_columns (self);
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
  gtk_string_list_append (scopes, _("All units"));
  if (group != NULL)
    {
      /* Translators: scope of an allocation: one group of units */
      g_autofree char *only = g_strdup_printf (_("Only %s"), group->unit->name);

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
  GtkSortListModel *sorted =
    gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                             g_object_ref (gtk_column_view_get_sorter (self->preview)));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (sorted));

  g_set_weak_pointer (&self->opener, widget);
  self->workspace = g_object_ref (workspace);
  self->parent_id = parent_id;
  gtk_column_view_set_model (self->preview, GTK_SELECTION_MODEL (selection));
  fill_choices (self);
  fill_weights (self);
  fill_total (self);
  self->filling = FALSE;
  _gh_allocate_dialog_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->total));
  return self;
}
