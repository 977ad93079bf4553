/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-page.h"

#include <glib/gi18n-lib.h>

#include "gh-allocate-dialog.h"
#include "gh-cell.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-number.h"
#include "gh-settings.h"
#include "gh-toaster.h"
#include "gh-unit-editor.h"
#include "gh-units-import.h"
#include "gh-units-table.h"

struct _GhUnitsPage
{
  GhPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkEditable *filter;
  GhUnitsTable *table;
  GtkBox *footer;
  GtkMenuButton *menu;

  /* Owned */
  GArray *shown;   /* GhIndicator: columns as last given to the table */
  guint extra;     /* bits: indicators shown though nothing is entered for them yet */
  gboolean opened; /* the branches were opened once */
};

G_DEFINE_FINAL_TYPE (GhUnitsPage, gh_units_page, GH_TYPE_PAGE)

/* Counts that units can be given; shares in percent are no quotas. */
static const GhIndicator countable[] = {
  GH_INDICATOR_REGISTRATIONS, GH_INDICATOR_DONORS,        GH_INDICATOR_BLOOD_UNITS,
  GH_INDICATOR_REACH,         GH_INDICATOR_ORGAN_PLEDGES, GH_INDICATOR_ARTICLES,
};

static GhWorkspace *
workspace_of (GhUnitsPage *self)
{
  return gh_page_get_workspace (GH_PAGE (self));
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
choose_columns (GhUnitsPage *self, const GhSummary *summary)
{
  GhIndicator used[GH_N_INDICATORS];
  guint n_used = gh_summary_indicators (summary, used, GH_N_INDICATORS);
  guint wanted = self->extra;

  for (guint i = 0; i < n_used; i++)
    wanted |= 1u << used[i];
  if (wanted == 0)
    wanted = 1u << GH_INDICATOR_REGISTRATIONS | 1u << GH_INDICATOR_BLOOD_UNITS;
  g_array_set_size (self->shown, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (countable); i++)
    if (wanted & 1u << countable[i])
      g_array_append_val (self->shown, countable[i]);
}

/* "Đã giao 1.200 / 1.250 · còn thiếu 50", with a tick at 0 */
static GtkWidget *
make_total (const GhSummary *summary, GhIndicator indicator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (gh_indicator_name (indicator));
  GtkWidget *figures, *icon, *gap_label;
  g_autofree char *total = gh_cell_count (summary->total.quota[indicator]);
  g_autofree char *text = NULL, *gap_text = NULL, *gap_figure = NULL;
  gint64 gap = 0;
  gint64 target = 0;
  gboolean has_target = gh_summary_quota_gap (summary, indicator, &target, &gap);
  g_autofree char *target_figure = gh_number_format (target);

  gtk_widget_add_css_class (name, "dim-label");
  /* Translators: assigned quota / target */
  text = has_target ? g_strdup_printf (_ ("assigned %s of %s"), total, target_figure)
                    : g_strdup_printf (_ ("assigned %s"), total);
  figures = gtk_label_new (text);
  gtk_widget_add_css_class (figures, "numeric");
  gtk_widget_add_css_class (figures, "strong");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figures);

  gap_figure = gh_number_format (ABS (gap));
  if (!has_target)
    gap_text = g_strdup (_ ("no target set"));
  else if (gap == 0)
    gap_text = g_strdup (_ ("matches the target"));
  else if (gap > 0)
    gap_text = g_strdup_printf (_ ("%s still to assign"), gap_figure);
  else
    gap_text = g_strdup_printf (_ ("%s above the target"), gap_figure);
  icon = gtk_image_new_from_icon_name (has_target && gap == 0 ? "object-select-symbolic"
                                                              : "dialog-warning-symbolic");
  gtk_widget_set_visible (icon, has_target);
  gap_label = gtk_label_new (gap_text);
  gtk_widget_add_css_class (gap_label, "numeric");
  if (has_target)
    {
      gtk_widget_add_css_class (icon, gap == 0 ? "success" : "warning");
      gtk_widget_add_css_class (gap_label, gap == 0 ? "success" : "warning");
    }
  else
    gtk_widget_add_css_class (gap_label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gap_label);
  return box;
}

static void
show_totals (GhUnitsPage *self, const GhSummary *summary)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->footer))) != NULL)
    gtk_box_remove (self->footer, child);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_box_append (self->footer,
                    make_total (summary, g_array_index (self->shown, GhIndicator, i)));
}

static void
update_status (GhUnitsPage *self)
{
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  const GhSummary *summary;
  g_autofree char *count = NULL;
  g_autofree char *status = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.edit", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.delete", row != NULL);
  if (workspace_of (self) == NULL)
    return;
  summary = gh_workspace_get_summary (workspace_of (self));
  if (summary == NULL)
    return;
  if (row == NULL)
    {
      count = gh_number_format (summary->rows->len);
      status = g_strdup_printf (ngettext ("%s unit", "%s units", summary->rows->len), count);
    }
  else if (row->leaf)
    {
      g_autofree char *headcount = gh_cell_count (row->headcount);

      status = g_strdup_printf (_ ("%s: headcount %s"), row->name, headcount);
    }
  else
    status =
      g_strdup_printf (_ ("%s: %u units, %u reported"), row->name, row->n_leaves, row->n_reported);
  gh_page_set_status (GH_PAGE (self), status);
}

static void
gh_units_page_refresh (GhPage *page)
{
  GhUnitsPage *self = GH_UNITS_PAGE (page);
  const GhSummary *summary = gh_workspace_get_summary (workspace_of (self));
  gboolean empty = summary == NULL || summary->rows->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "table");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.allocate", !empty);
  if (summary == NULL)
    return;
  choose_columns (self, summary);
  gh_units_table_update (self->table, summary, (const GhIndicator *) (gpointer) self->shown->data,
                         self->shown->len);
  if (!self->opened && !empty)
    {
      gh_units_table_set_expanded (self->table, TRUE);
      self->opened = TRUE;
    }
  show_totals (self, summary);
  update_status (self);
}

static gboolean
gh_units_page_go_to (GhPage *page, const char *kind, gint64 id)
{
  GhUnitsPage *self = GH_UNITS_PAGE (page);

  if (g_strcmp0 (kind, "unit") != 0)
    return FALSE;
  gtk_editable_set_text (self->filter, "");
  return gh_units_table_select (self->table, id);
}

/* --- edits ----------------------------------------------------------------------------------- */

static gboolean
parse_quota (const char *text, gint64 *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0' || g_strcmp0 (trimmed, "–") == 0 || g_strcmp0 (trimmed, "-") == 0)
    {
      *value = -1;
      return TRUE;
    }
  return gh_number_parse_count (trimmed, value);
}

static void
quota_entered_cb (GhUnitsPage *self, gint64 unit_id, int indicator, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (!parse_quota (text, &value))
    {
      g_autofree char *message =
        g_strdup_printf (_ ("“%s” is not a whole number; the quota stays as it was."), text);

      gh_toast (GTK_WIDGET (self), message);
      return;
    }
  if (!gh_edit_set_quota (workspace_of (self), unit_id, (GhIndicator) indicator, value, &error))
    gh_dialog_error (GTK_WIDGET (self), _ ("The quota was not changed"), error);
}

static void
quotas_pasted_cb (GhUnitsPage *self, gint64 unit_id, int indicator, const char *text)
{
  g_autofree char *clean = g_strchomp (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  g_autoptr (GArray) ids = gh_units_table_list_from (self->table, unit_id, g_strv_length (lines));
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 value;

      if (!parse_quota (lines[i], &value))
        {
          g_autofree char *message = g_strdup_printf (
            _ ("Line %u, “%s”, is not a whole number; nothing was pasted."), i + 1, lines[i]);

          gh_toast (GTK_WIDGET (self), message);
          return;
        }
      g_ptr_array_add (
        quotas, gh_quota_new (g_array_index (ids, gint64, i), (GhIndicator) indicator, value));
    }
  if (!gh_edit_set_quotas (workspace_of (self), quotas, &error))
    gh_dialog_error (GTK_WIDGET (self), _ ("The quotas were not changed"), error);
}

static void
lock_toggled_cb (GhUnitsPage *self, gint64 unit_id, int indicator)
{
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  g_autoptr (GError) error = NULL;

  if (row == NULL || row->unit_id != unit_id || row->cells[indicator].quota < 0)
    return;
  if (!gh_edit_lock_quota (workspace_of (self), unit_id, (GhIndicator) indicator,
                           !row->cells[indicator].locked, &error))
    gh_dialog_error (GTK_WIDGET (self), _ ("The quota was not changed"), error);
}

static void
unit_saved_cb (GhUnitEditor *editor G_GNUC_UNUSED, gint64 unit_id, GhUnitsPage *self)
{
  gh_units_table_select (self->table, unit_id);
}

static void
open_editor (GhUnitsPage *self, gint64 unit_id, gint64 parent_id)
{
  GhUnitEditor *editor =
    gh_unit_editor_new (GTK_WIDGET (self), workspace_of (self), unit_id, parent_id);

  g_signal_connect_object (editor, "saved", G_CALLBACK (unit_saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  const GhDossier *dossier = gh_workspace_get_dossier (workspace_of (self));
  gint64 parent_id = 0;

  /* Into the selected group, or beside the selected unit. */
  if (row != NULL && !row->leaf)
    parent_id = row->unit_id;
  else if (row != NULL && dossier != NULL)
    for (guint i = 0; i < dossier->units->len; i++)
      {
        const GhUnit *unit = g_ptr_array_index (dossier->units, i);

        if (unit->id == row->unit_id)
          parent_id = unit->parent_id;
      }
  open_editor (self, 0, parent_id);
}

static void
edit_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);

  if (row != NULL)
    open_editor (self, row->unit_id, 0);
}

static void
unit_activated_cb (GhUnitsPage *self, gint64 unit_id)
{
  open_editor (self, unit_id, 0);
}

static void
delete_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (row == NULL)
    return;
  message = g_strdup_printf (_ ("“%s” was deleted"), row->name);
  if (gh_edit_delete_unit (workspace_of (self), row->unit_id, &error))
    gh_toast_undo (widget, message);
  else
    gh_dialog_error (widget, _ ("The unit was not deleted"), error);
}

static void
allocate_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  gint64 parent_id = row != NULL && !row->leaf ? row->unit_id : 0;

  gtk_window_present (GTK_WINDOW (gh_allocate_dialog_new (widget, workspace_of (self), parent_id)));
}

static void
import_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  gh_units_import_start (widget, workspace_of (GH_UNITS_PAGE (widget)));
}

static void
expand_action (GtkWidget *widget, const char *name, GVariant *target G_GNUC_UNUSED)
{
  gh_units_table_set_expanded (GH_UNITS_PAGE (widget)->table,
                               g_str_equal (name, "units.expand-all"));
}

/* Shows a column for an indicator that has no figures yet, so that one can enter them. */
static void
column_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  GhIndicator indicator;

  if (gh_indicator_from_string (g_variant_get_string (target, NULL), &indicator))
    {
      self->extra ^= 1u << indicator;
      gh_settings_set_int (gh_settings_of (widget), "units", "extra-columns", (int) self->extra);
      gh_units_page_refresh (GH_PAGE (self));
    }
}

static void
filter_changed_cb (GhUnitsPage *self)
{
  gh_units_table_set_filter (self->table, gtk_editable_get_text (self->filter));
}

/* --- class ----------------------------------------------------------------------------------- */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) unit = g_menu_new (), view = g_menu_new (), columns = g_menu_new ();

  g_menu_append (unit, _ ("_Edit unit…"), "units.edit");
  g_menu_append (unit, _ ("_Delete unit"), "units.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (unit));
  g_menu_append (view, _ ("E_xpand all"), "units.expand-all");
  g_menu_append (view, _ ("_Collapse all"), "units.collapse-all");
  for (gsize i = 0; i < G_N_ELEMENTS (countable); i++)
    {
      g_autofree char *action =
        g_strdup_printf ("units.column::%s", gh_indicator_to_string (countable[i]));

      g_menu_append (columns, gh_indicator_name (countable[i]), action);
    }
  g_menu_append_submenu (view, _ ("Show or hide a _quota column"), G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  return G_MENU_MODEL (menu);
}

static void
gh_units_page_realize (GtkWidget *widget)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);

  GTK_WIDGET_CLASS (gh_units_page_parent_class)->realize (widget);
  self->extra |=
    (guint) MAX (gh_settings_get_int (gh_settings_of (widget), "units", "extra-columns", 0), 0);
}

static void
gh_units_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_UNITS_PAGE);

  G_OBJECT_CLASS (gh_units_page_parent_class)->dispose (object);
}

static void
gh_units_page_finalize (GObject *object)
{
  g_clear_pointer (&GH_UNITS_PAGE (object)->shown, g_array_unref);

  G_OBJECT_CLASS (gh_units_page_parent_class)->finalize (object);
}

static void
gh_units_page_class_init (GhUnitsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = gh_units_page_dispose;
  object_class->finalize = gh_units_page_finalize;
  widget_class->realize = gh_units_page_realize;
  GH_PAGE_CLASS (class)->refresh = gh_units_page_refresh;
  GH_PAGE_CLASS (class)->go_to = gh_units_page_go_to;

  g_type_ensure (GH_TYPE_UNITS_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/units/gh-units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GhUnitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsPage, table);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsPage, footer);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, quota_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, quotas_pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_status);

  gtk_widget_class_install_action (widget_class, "units.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "units.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "units.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "units.allocate", NULL, allocate_action);
  gtk_widget_class_install_action (widget_class, "units.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "units.expand-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "units.collapse-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "units.column", "s", column_action);
}

static void
gh_units_page_init (GhUnitsPage *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (GhIndicator));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu, menu);
  update_status (self);
}
