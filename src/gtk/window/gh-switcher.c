/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-switcher.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-control-names.h"
#include "gh-icon.h"
#include "gh-label.h"

struct _GhSwitcher
{
  GtkWidget parent_instance;

  /* Borrowed */
  GhWorkspace *workspace; /* while the window has it */

  /* Template children */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkLabel *place;
  GtkPopover *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (GhSwitcher, gh_switcher, GTK_TYPE_WIDGET)

static const char *
state_name (GhCampaignState state)
{
  switch (state)
    {
    case GH_CAMPAIGN_DRAFT:
      return C_("campaign", "Draft");
    case GH_CAMPAIGN_RUNNING:
      return C_("campaign", "Running");
    case GH_CAMPAIGN_CLOSED:
      return C_("campaign", "Closed");
    default:
      g_return_val_if_reached ("");
    }
}

/* "2026", where the campaign's name does not say it */
static GtkWidget *
make_year (const GhCampaign *campaign)
{
  g_autofree char *year = g_strdup_printf ("%d", campaign->year);
  GtkWidget *label = gtk_label_new (year);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_visible (label, campaign->year > 0 && strstr (campaign->name, year) == NULL);
  return label;
}

static GtkWidget *
make_row (const GhCampaign *campaign, gboolean current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tick = gh_icon_new ("gh-done-symbolic");
  GtkWidget *label = gh_label_new_line (campaign->name, NULL);
  GtkWidget *pill = gtk_label_new (state_name (campaign->state));
  g_autofree char *name = g_strdup_printf ("%s, %s", campaign->name, state_name (campaign->state));

  gtk_widget_set_opacity (tick, current ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (pill, "pill");
  if (campaign->state == GH_CAMPAIGN_RUNNING)
    gtk_widget_add_css_class (pill, "success");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_year (campaign));
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "gh-id", g_memdup2 (&campaign->id, sizeof campaign->id),
                          g_free);
  return row;
}

static void
fill_list (GhSwitcher *self)
{
  g_autoptr (GPtrArray) campaigns = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->workspace == NULL)
    return;
  /* A file that cannot be read says so elsewhere; here the list is just empty. */
  campaigns = gh_store_list_campaigns (gh_workspace_get_store (self->workspace), NULL);
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const GhCampaign *campaign = g_ptr_array_index (campaigns, i);
      gboolean current = campaign->id == gh_workspace_get_campaign_id (self->workspace);

      row = make_row (campaign, current);
      gtk_list_box_append (self->list, row);
      if (current)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
}

static void
row_activated_cb (GhSwitcher *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "gh-id");

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-campaign", "x", *id);
}

static void
popover_shown_cb (GhSwitcher *self)
{
  GtkListBoxRow *row;

  fill_list (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
command_clicked_cb (GhSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

/* Whose campaign it is: the place it is signed at, else who signs it. */
static const char *
place_of (const GhDossier *dossier)
{
  if (dossier == NULL)
    return "";
  return *dossier->plan->place != '\0' ? dossier->plan->place : dossier->plan->issuer;
}

static void
show_names (GhSwitcher *self, const char *name, const char *place)
{
  g_autofree char *beside = g_strconcat ("· ", place, NULL);
  g_autofree char *whole = NULL;
  /* The place gives way first when the window is narrow. */
  int n_chars = (int) MIN (g_utf8_strlen (name, -1), 18);

  gtk_label_set_text (self->label, name);
  gtk_label_set_width_chars (self->label, n_chars);
  gtk_label_set_text (self->place, beside);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  whole = *place != '\0' ? g_strdup_printf ("%s · %s", name, place) : g_strdup (name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), whole);
}

void
gh_switcher_update (GhSwitcher *self, GhWorkspace *workspace)
{
  GhDossier *dossier;
  g_autofree char *accessible = NULL;
  const char *name;

  g_return_if_fail (GH_IS_SWITCHER (self));

  self->workspace = workspace;
  gtk_widget_set_visible (GTK_WIDGET (self), workspace != NULL);
  if (workspace == NULL)
    return;
  dossier = gh_workspace_get_dossier (workspace);
  name = dossier != NULL ? dossier->campaign->name : _("No campaign yet");
  show_names (self, name, place_of (dossier));
  /* Translators: %s is the campaign on screen and its place */
  accessible =
    g_strdup_printf (_("Campaign: %s"), gtk_widget_get_tooltip_text (GTK_WIDGET (self->button)));
  gh_names_set_menu_button (self->button, accessible);
}

static void
gh_switcher_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_SWITCHER);

  G_OBJECT_CLASS (gh_switcher_parent_class)->dispose (object);
}

static void
gh_switcher_class_init (GhSwitcherClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_switcher_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/window/gh-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, GhSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, GhSwitcher, label);
  gtk_widget_class_bind_template_child (widget_class, GhSwitcher, place);
  gtk_widget_class_bind_template_child (widget_class, GhSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, GhSwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, command_clicked_cb);
}

static void
gh_switcher_init (GhSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
