/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-campaign-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-date-entry.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-follow.h"
#include "gh-toaster.h"

struct _GhCampaignWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhDossier *base; /* as it was when the window opened */

  /* Template children */
  GtkDropDown *convention;
  GtkEntry *name;
  GtkLabel *note;
  GhDateEntry *period;
  GtkDropDown *state;
  GtkEntry *theme;
};

G_DEFINE_FINAL_TYPE (GhCampaignWindow, gh_campaign_window, GTK_TYPE_WINDOW)

static void
convention_changed_cb (GhCampaignWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->convention);

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_label_set_text (self->note, gh_unit_convention_note ((GhUnitConvention) selected));
}

static void
show_campaign (GhCampaignWindow *self)
{
  const GhCampaign *campaign = self->base->campaign;

  gtk_editable_set_text (GTK_EDITABLE (self->name), campaign->name);
  gtk_editable_set_text (GTK_EDITABLE (self->theme), campaign->theme);
  gh_date_entry_set_span (self->period, &campaign->period, campaign->year);
  gtk_drop_down_set_selected (self->state, campaign->state);
  gtk_drop_down_set_selected (self->convention, campaign->convention);
  convention_changed_cb (self);
}

static gboolean
take_entries (GhCampaignWindow *self, GhCampaign *campaign)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (*g_strstrip (name) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      gh_dialog_message (GTK_WIDGET (self), _("The campaign could not be saved"),
                         _("Give the campaign a name."));
      return FALSE;
    }
  if (!gh_date_entry_get_span (self->period, &campaign->period))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->period));
      return FALSE;
    }
  g_free (campaign->name);
  campaign->name = g_steal_pointer (&name);
  g_free (campaign->theme);
  campaign->theme = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->theme)));
  campaign->state = (GhCampaignState) gtk_drop_down_get_selected (self->state);
  campaign->convention = (GhUnitConvention) gtk_drop_down_get_selected (self->convention);
  return TRUE;
}

/* After another program was faster. */
static void
follow_campaign (GhCampaignWindow *self)
{
  g_autoptr (GhDossier) old = g_steal_pointer (&self->base);
  const GhCampaign *before = old->campaign;
  const GhCampaign *now;
  GhDateSpan period;

  self->base = gh_dossier_ref (gh_workspace_get_dossier (self->workspace));
  now = self->base->campaign;
  gh_follow_text (GTK_EDITABLE (self->name), before->name, now->name);
  gh_follow_text (GTK_EDITABLE (self->theme), before->theme, now->theme);
  if (gh_date_entry_get_span (self->period, &period) &&
      gh_date_span_equal (&period, &before->period))
    gh_date_entry_set_span (self->period, &now->period, now->year);
  gh_follow_choice (self->state, before->state, now->state);
  gh_follow_choice (self->convention, before->convention, now->convention);
}

static void
save_clicked_cb (GhCampaignWindow *self)
{
  g_autoptr (GhCampaign) campaign = gh_campaign_copy (self->base->campaign);
  g_autoptr (GError) error = NULL;

  if (!take_entries (self, campaign))
    return;
  if (gh_edit_save_campaign_from (self->workspace, self->base, campaign, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT) &&
      gh_workspace_get_campaign_id (self->workspace) == campaign->id)
    follow_campaign (self);
  gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be saved"), error);
}

static void
delete_clicked_cb (GhCampaignWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!gh_edit_delete_campaign (self->workspace, self->base->campaign->id, &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be deleted"), error);
      return;
    }
  /* Translators: %s is the name of a campaign */
  text = g_strdup_printf (_("Deleted the campaign %s"), self->base->campaign->name);
  gh_toast_undo (GTK_WIDGET (parent), text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gh_campaign_window_dispose (GObject *object)
{
  GhCampaignWindow *self = GH_CAMPAIGN_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->base, gh_dossier_unref);

  G_OBJECT_CLASS (gh_campaign_window_parent_class)->dispose (object);
}

static void
gh_campaign_window_class_init (GhCampaignWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_campaign_window_dispose;

  g_type_ensure (GH_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/window/gh-campaign-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, convention);
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, name);
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, note);
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, period);
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, state);
  gtk_widget_class_bind_template_child (widget_class, GhCampaignWindow, theme);
  gtk_widget_class_bind_template_callback (widget_class, convention_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_campaign_window_init (GhCampaignWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  gh_date_entry_set_label (self->period, _("Period"));
}

void
gh_campaign_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  GhCampaignWindow *self;

  g_return_if_fail (dossier != NULL);

  self = g_object_new (GH_TYPE_CAMPAIGN_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       "modal", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  self->base = gh_dossier_ref (dossier);
  show_campaign (self);
  gtk_window_present (GTK_WINDOW (self));
}
