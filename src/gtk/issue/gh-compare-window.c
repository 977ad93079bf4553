/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare-window.h"

#include <glib/gi18n-lib.h>

#include "gh-compare-view.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"

struct _GhCompareWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GPtrArray *versions; /* GhPlanVersion, newest first, as in the choice */
  gint64 campaign_id;  /* whose they are */

  /* Template children */
  GtkDropDown *choice;
  GtkLabel *counts;
  GtkWidget *nothing;
  GhCompareView *view;
  GtkCheckButton *whole;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GhCompareWindow, gh_compare_window, GTK_TYPE_WINDOW)

static void
show_counts (GhCompareWindow *self, const GPtrArray *lines)
{
  guint changed = gh_compare_count (lines, GH_COMPARE_CHANGED);
  guint added = 0;
  guint removed = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const GhCompareLine *line = g_ptr_array_index (lines, i);

      added += line->kind == GH_COMPARE_ADDED && *line->new_text != '\0';
      removed += line->kind == GH_COMPARE_REMOVED && *line->old_text != '\0';
    }
  /* Translators: numbers of paragraphs. */
  text =
    g_strdup_printf (_("Paragraphs changed: %u, added: %u, removed: %u"), changed, added, removed);
  gtk_label_set_text (self->counts, text);
  gtk_widget_set_visible (self->nothing, changed + added + removed == 0 &&
                                           !gtk_check_button_get_active (self->whole));
}

static void
compare (GhCompareWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->filling || self->versions == NULL || selected >= self->versions->len)
    return;
  lines = gh_workspace_compare (
    self->workspace,
    ((const GhPlanVersion *) g_ptr_array_index (self->versions, selected))->version, 0, &error);
  if (lines == NULL)
    {
      gh_dialog_error (GTK_WIDGET (self), _("The comparison could not be made"), error);
      return;
    }
  gh_compare_view_show (self->view, lines);
  show_counts (self, lines);
}

static void
whole_toggled_cb (GhCompareWindow *self)
{
  gh_compare_view_set_whole (self->view, gtk_check_button_get_active (self->whole));
  compare (self);
}

static char *
name_version (const GhPlanVersion *version)
{
  g_autofree char *number = gh_plan_version_format_number (version);
  g_autofree char *day = version->issued_on != 0 ? gh_day_format (version->issued_on) : NULL;

  /* Translators: %d counts the times the plan was issued, %s is its number, %s the date. */
  return g_strdup_printf (_("Version %d: number %s, %s"), version->version, number,
                          day != NULL ? day : "…");
}

/* @wanted: version to choose, 0 = the newest */
static void
fill (GhCompareWindow *self, int wanted)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (self->workspace, NULL);
  guint selected = 0;

  self->campaign_id = gh_workspace_get_campaign_id (self->workspace);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_version_free);
  while (versions != NULL && versions->len > 0)
    {
      GhPlanVersion *version = g_ptr_array_steal_index (versions, versions->len - 1);
      g_autofree char *name = name_version (version);

      if (version->version == wanted)
        selected = self->versions->len;
      g_ptr_array_add (self->versions, version);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
  compare (self);
}

static int
get_chosen (GhCompareWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return self->versions != NULL && selected < self->versions->len
           ? ((const GhPlanVersion *) g_ptr_array_index (self->versions, selected))->version
           : 0;
}

/* The plan is edited beside this window. */
static void
workspace_changed_cb (GhCompareWindow *self)
{
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (self->workspace, NULL);
  gboolean same_plan = gh_workspace_get_campaign_id (self->workspace) == self->campaign_id;

  if (versions == NULL || versions->len == 0)
    gtk_window_close (GTK_WINDOW (self)); /* the issuing was undone */
  else if (same_plan && versions->len == self->versions->len)
    compare (self);
  else
    fill (self, same_plan ? get_chosen (self) : 0);
}

static void
gh_compare_window_dispose (GObject *object)
{
  GhCompareWindow *self = GH_COMPARE_WINDOW (object);

  self->filling = TRUE; /* the choice goes as well */
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_compare_window_parent_class)->dispose (object);
}

static void
gh_compare_window_class_init (GhCompareWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_compare_window_dispose;

  g_type_ensure (GH_TYPE_COMPARE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/issue/gh-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhCompareWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, GhCompareWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, GhCompareWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhCompareWindow, view);
  gtk_widget_class_bind_template_child (widget_class, GhCompareWindow, whole);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, whole_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_compare_window_init (GhCompareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

void
gh_compare_window_present (GtkWidget *parent, GhWorkspace *workspace, int version)
{
  GhCompareWindow *self =
    g_object_new (GH_TYPE_COMPARE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->workspace = g_object_ref (workspace);
  fill (self, version);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
