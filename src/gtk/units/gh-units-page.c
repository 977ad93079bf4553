/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-page-private.h"

#include <glib/gi18n-lib.h>

#include "gh-allocate-dialog.h"
#include "gh-cell.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-number.h"
#include "gh-settings.h"
#include "gh-toaster.h"
#include "gh-unit-editor.h"
#include "gh-units-footer.h"
#include "gh-units-import.h"

G_DEFINE_FINAL_TYPE (GhUnitsPage, gh_units_page, GH_TYPE_PAGE)

/* Counts that units can be given; shares in percent are no quotas. */
static const GhIndicator countable[] = {
  GH_INDICATOR_REGISTRATIONS, GH_INDICATOR_DONORS,        GH_INDICATOR_BLOOD_UNITS,
  GH_INDICATOR_REACH,         GH_INDICATOR_ORGAN_PLEDGES, GH_INDICATOR_ARTICLES,
};

GhWorkspace *
_gh_units_page_workspace (GhUnitsPage *self)
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

static const GhIndicator *
shown_indicators (GhUnitsPage *self)
{
  return (const GhIndicator *) (gpointer) self->shown->data;
}

void
_gh_units_page_show_totals (GhUnitsPage *self, const GhSummary *summary)
{
  gh_units_footer_show (self->footer, summary, shown_indicators (self), self->shown->len);
}

/* A column with figures cannot be hidden: nothing that counts is out of sight. */
static void
show_columns (GhUnitsPage *self, const GhSummary *summary)
{
  for (gsize i = 0; i < G_N_ELEMENTS (countable); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->columns),
                                                    gh_indicator_to_string (countable[i]));
      gboolean shown = FALSE;

      for (guint j = 0; j < self->shown->len; j++)
        shown = shown || shown_indicators (self)[j] == countable[i];
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   summary->total.quota[countable[i]] < 0);
    }
}

static void
update_status (GhUnitsPage *self)
{
  const GhUnitLine *row;
  guint n_taken;
  const GhSummary *summary;
  g_autofree char *count = NULL;
  g_autofree char *status = NULL;

  if (self->table == NULL) /* the page is going, and an ordered table loses its columns */
    return;
  row = gh_units_table_get_selected (self->table);
  n_taken = gh_units_table_count_taken (self->table);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.edit", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "units.delete", row != NULL);
  if (_gh_units_page_workspace (self) == NULL)
    return;
  summary = gh_workspace_get_summary (_gh_units_page_workspace (self));
  if (summary == NULL)
    return;
  if (n_taken > 0)
    {
      count = gh_number_format (n_taken);
      /* Translators: cells of a table, taken together */
      status = g_strdup_printf (ngettext ("%s cell selected", "%s cells selected", n_taken), count);
    }
  else if (row == NULL)
    {
      count = gh_number_format (summary->rows->len);
      status = g_strdup_printf (ngettext ("%s unit", "%s units", summary->rows->len), count);
    }
  else if (row->leaf)
    {
      g_autofree char *headcount = gh_cell_count (row->headcount);

      status = g_strdup_printf (_("%s: headcount %s"), row->name, headcount);
    }
  else
    /* Translators: a group of units, how many there are in it, how many of them have reported */
    status = g_strdup_printf (
      ngettext ("%s: %u unit, %u reported", "%s: %u units, %u reported", row->n_leaves), row->name,
      row->n_leaves, row->n_reported);
  gh_page_set_status (GH_PAGE (self), status);
}

static void
gh_units_page_refresh (GhPage *page)
{
  static const char *const need_units[] = {
    "units.allocate",    "units.expand-all", "units.collapse-all",
    "units.clear-order", "units.copy-table",
  };
  GhUnitsPage *self = GH_UNITS_PAGE (page);
  const GhSummary *summary = gh_workspace_get_summary (_gh_units_page_workspace (self));
  gboolean empty = summary == NULL || summary->rows->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "table");
  for (gsize i = 0; i < G_N_ELEMENTS (need_units); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), need_units[i], !empty);
  if (summary == NULL)
    return;
  choose_columns (self, summary);
  gh_units_table_update (self->table, summary, shown_indicators (self), self->shown->len);
  _gh_units_page_show_totals (self, summary);
  show_columns (self, summary);
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

/* --- commands -----------------------------------------------------------------------------------
 */

static void
unit_saved_cb (GhUnitEditor *editor G_GNUC_UNUSED, gint64 unit_id, GhUnitsPage *self)
{
  gh_units_table_select (self->table, unit_id);
}

static void
open_editor (GhUnitsPage *self, gint64 unit_id, gint64 parent_id)
{
  GhUnitEditor *editor =
    gh_unit_editor_new (GTK_WIDGET (self), _gh_units_page_workspace (self), unit_id, parent_id);

  g_signal_connect_object (editor, "saved", G_CALLBACK (unit_saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  const GhDossier *dossier = gh_workspace_get_dossier (_gh_units_page_workspace (self));
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
  message = g_strdup_printf (_("“%s” was deleted"), row->name);
  if (gh_edit_delete_unit (_gh_units_page_workspace (self), row->unit_id, &error))
    gh_toast_undo (widget, message);
  else
    gh_dialog_error (widget, _("The unit was not deleted"), error);
}

static void
allocate_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  gint64 parent_id = row != NULL && !row->leaf ? row->unit_id : 0;

  gtk_window_present (
    GTK_WINDOW (gh_allocate_dialog_new (widget, _gh_units_page_workspace (self), parent_id)));
}

static void
import_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  gh_units_import_start (GH_PAGE (widget));
}

static void
expand_action (GtkWidget *widget, const char *name, GVariant *target G_GNUC_UNUSED)
{
  gh_units_table_set_expanded (GH_UNITS_PAGE (widget)->table,
                               g_str_equal (name, "units.expand-all"));
}

static void
copy_table_action (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *target G_GNUC_UNUSED)
{
  g_autofree char *text = gh_units_table_dup_tsv (GH_UNITS_PAGE (widget)->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gh_toast (widget, _("The table was copied; paste it into Excel or Word."));
}

static void
clear_order_action (GtkWidget *widget,
                    const char *name G_GNUC_UNUSED,
                    GVariant *target G_GNUC_UNUSED)
{
  gh_units_table_clear_order (GH_UNITS_PAGE (widget)->table);
}

/* Shows a column for an indicator that has no figures yet, so that one can enter them. */
static void
column_shown_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  GhUnitsPage *self = user_data;
  const GhSummary *summary = gh_workspace_get_summary (_gh_units_page_workspace (self));
  GhIndicator indicator;

  if (summary == NULL ||
      !gh_indicator_from_string (g_action_get_name (G_ACTION (action)), &indicator))
    return;
  /* Also those that were not chosen but shown because there was nothing else. */
  for (guint i = 0; i < self->shown->len; i++)
    if (summary->total.quota[shown_indicators (self)[i]] < 0)
      self->extra |= 1u << shown_indicators (self)[i];
  if (g_variant_get_boolean (state))
    self->extra |= 1u << indicator;
  else
    self->extra &= ~(1u << indicator);
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "units", "extra-columns",
                       (int) self->extra);
  gh_units_page_refresh (GH_PAGE (self));
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
  g_autoptr (GMenu) copy = g_menu_new ();

  g_menu_append (unit, _("_Edit unit…"), "units.edit");
  g_menu_append (unit, _("_Delete unit"), "units.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (unit));
  g_menu_append (view, _("E_xpand all"), "units.expand-all");
  g_menu_append (view, _("_Collapse all"), "units.collapse-all");
  g_menu_append (view, _("_Order of the list"), "units.clear-order");
  for (gsize i = 0; i < G_N_ELEMENTS (countable); i++)
    {
      g_autofree char *action =
        g_strconcat ("unitcolumns.", gh_indicator_to_string (countable[i]), NULL);

      g_menu_append (columns, gh_indicator_name (countable[i]), action);
    }
  g_menu_append_submenu (view, _("Show or hide a _quota column"), G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append (copy, _("Cop_y the table"), "units.copy-table");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (menu);
}

/* The page is filled before it is realized. */
static void
gh_units_page_root (GtkWidget *widget)
{
  GhUnitsPage *self = GH_UNITS_PAGE (widget);

  GTK_WIDGET_CLASS (gh_units_page_parent_class)->root (widget);
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
  g_clear_object (&GH_UNITS_PAGE (object)->columns);

  G_OBJECT_CLASS (gh_units_page_parent_class)->finalize (object);
}

static void
gh_units_page_class_init (GhUnitsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = gh_units_page_dispose;
  object_class->finalize = gh_units_page_finalize;
  widget_class->root = gh_units_page_root;
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
  gtk_widget_class_bind_template_callback_full (widget_class, "quota_entered_cb",
                                                G_CALLBACK (_gh_units_page_quota_entered_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "quota_typed_cb",
                                                G_CALLBACK (_gh_units_page_quota_typed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "quotas_entered_cb",
                                                G_CALLBACK (_gh_units_page_quotas_entered_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "lock_toggled_cb",
                                                G_CALLBACK (_gh_units_page_lock_toggled_cb));
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_status);

  gtk_widget_class_install_action (widget_class, "units.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "units.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "units.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "units.allocate", NULL, allocate_action);
  gtk_widget_class_install_action (widget_class, "units.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "units.expand-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "units.collapse-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "units.clear-order", NULL, clear_order_action);
  gtk_widget_class_install_action (widget_class, "units.copy-table", NULL, copy_table_action);
}

static void
add_column_actions (GhUnitsPage *self)
{
  self->columns = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (countable); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
        gh_indicator_to_string (countable[i]), NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (column_shown_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->columns), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "unitcolumns", G_ACTION_GROUP (self->columns));
}

static void
gh_units_page_init (GhUnitsPage *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (GhIndicator));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu, menu);
  gh_names_set_menu_button (self->menu, _("More for units"));
  add_column_actions (self);
  update_status (self);
}
