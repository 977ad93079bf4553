/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-amend-window.h"
#include "gh-ask-name.h"
#include "gh-campaign-window.h"
#include "gh-dialogs.h"
#include "gh-history-window.h"
#include "gh-new-window.h"
#include "gh-page-info.h"
#include "gh-paste-window.h"
#include "gh-proposal-window.h"
#include "gh-rich-field.h"
#include "gh-roll-window.h"
#include "gh-settings.h"
#include "gh-template.h"
#include "gh-toaster.h"
#include "gh-window-private.h"

/* --- pages ------------------------------------------------------------------------------------ */

static void
show_page_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  const char *name = g_variant_get_string (target, NULL);

  if (gh_page_info_find (name) != NULL)
    gh_window_show_page (GH_WINDOW (user_data), name);
}

static void
go_to_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  const char *kind;
  gint64 id;

  g_variant_get (target, "(&sx)", &kind, &id);
  gh_window_go_to (GH_WINDOW (user_data), kind, id);
}

static void
search_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  gh_search_box_start (GH_WINDOW (user_data)->search);
}

void
_gh_window_update_fold (GhWindow *self)
{
  gboolean wanted =
    gh_settings_get_int (gh_settings_of (GTK_WIDGET (self)), "window", "sidebar", TRUE);
  gboolean shown = self->narrow ? self->unfolded_by_hand : wanted;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-sidebar");

  gh_sidebar_set_folded (self->sidebar, !shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

static void
show_sidebar_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *state, gpointer user_data)
{
  GhWindow *self = user_data;

  if (self->narrow)
    self->unfolded_by_hand = g_variant_get_boolean (state);
  else
    gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "window", "sidebar",
                         g_variant_get_boolean (state));
  _gh_window_update_fold (self);
}

static void
close_notice_cb (GSimpleAction *action G_GNUC_UNUSED,
                 GVariant *target G_GNUC_UNUSED,
                 gpointer user_data)
{
  gtk_revealer_set_reveal_child (GH_WINDOW (user_data)->notice, FALSE);
}

/* --- undo, redo ------------------------------------------------------------------------------- */

/* The keys of actions reach the window before the field that the keyboard is in. */
void
_gh_window_save_typing (GhWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL)
    gtk_widget_activate_action (focus, "field.save", NULL);
}

/* FALSE if there was nothing to take back: an entry does not say so beforehand. */
static gboolean
undo_entry (GtkEditable *entry, gboolean redo)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (entry));

  if (gtk_editable_get_enable_undo (entry))
    gtk_widget_activate_action (GTK_WIDGET (entry), redo ? "text.redo" : "text.undo", NULL);
  return g_strcmp0 (gtk_editable_get_text (entry), before) != 0;
}

/* The quote that was just made of " is taken back as such, as in a word processor. */
static gboolean
undo_quote (GtkWidget *focus)
{
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, GH_TYPE_RICH_FIELD) : NULL;

  return field != NULL && gh_rich_field_undo_quote (GH_RICH_FIELD (field));
}

/* While letters are being typed, undo is about those; a field of the plan saves them first, so that
 * it is they that are taken back. */
static gboolean
undo_typing (GhWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkTextBuffer *buffer;

  if (!redo && undo_quote (focus))
    return TRUE;
  _gh_window_save_typing (self);
  if (GTK_IS_TEXT (focus))
    return undo_entry (GTK_EDITABLE (focus), redo);
  if (!GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  if (redo ? !gtk_text_buffer_get_can_redo (buffer) : !gtk_text_buffer_get_can_undo (buffer))
    return FALSE;
  if (redo)
    gtk_text_buffer_redo (buffer);
  else
    gtk_text_buffer_undo (buffer);
  return TRUE;
}

static void
undo_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GhWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!undo_typing (self, FALSE) && gh_workspace_get_undo_label (self->workspace) != NULL &&
      !gh_workspace_undo (self->workspace, &error))
    gh_dialog_error (GTK_WIDGET (self), _("This cannot be undone"), error);
}

static void
redo_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GhWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!undo_typing (self, TRUE) && gh_workspace_get_redo_label (self->workspace) != NULL &&
      !gh_workspace_redo (self->workspace, &error))
    gh_dialog_error (GTK_WIDGET (self), _("This cannot be redone"), error);
}

/* --- campaigns -------------------------------------------------------------------------------- */

static void
set_campaign_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  GhWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  _gh_window_save_typing (self);
  if (!gh_workspace_set_campaign_id (self->workspace, g_variant_get_int64 (target), &error))
    gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be opened"), error);
}

static void
new_campaign_cb (GSimpleAction *action G_GNUC_UNUSED,
                 GVariant *target G_GNUC_UNUSED,
                 gpointer user_data)
{
  gh_new_window_present (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

static void
roll_campaign_cb (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *target G_GNUC_UNUSED,
                  gpointer user_data)
{
  _gh_window_save_typing (user_data);
  gh_roll_window_present (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

static void
campaign_details_cb (GSimpleAction *action G_GNUC_UNUSED,
                     GVariant *target G_GNUC_UNUSED,
                     gpointer user_data)
{
  gh_campaign_window_present (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

static gboolean
template_named_cb (GtkWidget *widget, const char *name, gpointer user_data G_GNUC_UNUSED)
{
  GhWindow *self = GH_WINDOW (widget);
  const GhDossier *dossier =
    self->workspace != NULL ? gh_workspace_get_dossier (self->workspace) : NULL;
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return TRUE;
  if (!gh_template_keep (dossier, name, NULL, &error))
    {
      gh_dialog_error (widget, _("The template was not saved"), error);
      return FALSE;
    }
  gh_toast (widget, _("The template stands at the end of the list for new campaigns."));
  return TRUE;
}

static void
keep_template_cb (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *target G_GNUC_UNUSED,
                  gpointer user_data)
{
  GhWindow *self = user_data;
  const GhDossier *dossier;

  _gh_window_save_typing (self);
  dossier = gh_workspace_get_dossier (self->workspace);
  if (dossier == NULL)
    return;
  gh_ask_name (
    GTK_WIDGET (self), _("Save as a template"), _("_Name of the template"),
    _("Plan, targets, calendar, award rounds and budget are kept, with dates as rules "
      "where that is certain. Number, units, quotas, registrations and results are not."),
    dossier->campaign->name, _("_Save"), template_named_cb, NULL, NULL);
}

static void
import_plan_cb (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *target G_GNUC_UNUSED,
                gpointer user_data)
{
  gh_proposal_choose (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

static void
paste_plan_cb (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *target G_GNUC_UNUSED,
               gpointer user_data)
{
  gh_paste_window_present (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

/* --- the file --------------------------------------------------------------------------------- */

static void
history_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  gh_history_window_present (GTK_WIDGET (user_data), GH_WINDOW (user_data)->workspace);
}

static void
backed_up (GtkWidget *widget, GhJob *job G_GNUC_UNUSED, gpointer user_data)
{
  g_autofree char *name = g_filename_display_basename (user_data);
  g_autofree char *text = NULL;
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (user_data));
  g_autofree char *action = g_action_print_detailed_name ("win.open-folder", target);

  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Backed up and verified: %s"), name);
  gh_toast_action (widget, text, _("Open _folder"), action, NULL, NULL);
}

static void
backup_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data G_GNUC_UNUSED)
{
  GhWindow *self = GH_WINDOW (widget);
  char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  gh_jobs_run (widget, gh_job_new_backup (self->workspace, path),
               _("The backup could not be made"), backed_up, path, g_free);
}

static void
backup_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GhWindow *self = user_data;
  g_autofree char *base = g_path_get_basename (gh_workspace_get_path (self->workspace));
  char *dot = strrchr (base, '.');
  g_autofree char *day = gh_day_format_iso (gh_workspace_get_today (self->workspace));
  g_autofree char *name = NULL;

  if (dot != NULL)
    *dot = '\0';
  name = g_strdup_printf ("%s %s.giothong", base, day);
  gh_dialog_save_file (GTK_WIDGET (self), _("Back up the workspace"), name,
                       gh_file_types_workspace, backup_chosen_cb, NULL);
}

static gboolean
verify_in_thread (GhJob *job G_GNUC_UNUSED,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  /* Whoever has cancelled waits for no answer. */
  return gh_store_verify (data, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
verified (GtkWidget *widget, GhJob *job G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  gh_toast (widget, _("The file is sound: everything in it can be read."));
}

static void
verify_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GhWindow *self = user_data;

  gh_jobs_run (GTK_WIDGET (self),
               gh_job_new (_("Verifying the file"), verify_in_thread,
                           g_strdup (gh_workspace_get_path (self->workspace)), g_free),
               _("The file could not be verified"), verified, NULL, NULL);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* By a button of a message, which may stand there longer than the plan is issued. */
static void
amend_plan_cb (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer user_data)
{
  GhWindow *self = user_data;
  const GhDossier *dossier =
    self->workspace != NULL ? gh_workspace_get_dossier (self->workspace) : NULL;

  if (dossier != NULL && dossier->plan->state == GH_PLAN_ISSUED)
    gh_amend_window_present (GTK_WIDGET (self), self->workspace);
}

static const GActionEntry entries[] = {
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "go-to", .activate = go_to_cb, .parameter_type = "(sx)" },
  { .name = "search", .activate = search_cb },
  { .name = "show-sidebar", .state = "true", .change_state = show_sidebar_cb },
  { .name = "close-notice", .activate = close_notice_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "set-campaign", .activate = set_campaign_cb, .parameter_type = "x" },
  { .name = "new-campaign", .activate = new_campaign_cb },
  { .name = "roll-campaign", .activate = roll_campaign_cb },
  { .name = "campaign-details", .activate = campaign_details_cb },
  { .name = "keep-template", .activate = keep_template_cb },
  { .name = "import-plan", .activate = import_plan_cb },
  { .name = "paste-plan", .activate = paste_plan_cb },
  { .name = "amend-plan", .activate = amend_plan_cb },
  { .name = "history", .activate = history_cb },
  { .name = "backup", .activate = backup_cb },
  { .name = "verify", .activate = verify_cb },
};

void
_gh_window_add_actions (GhWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (GhWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_undo_tip (GtkButton *button, const char *format, const char *none, const char *label)
{
  /* The format is one of two translated literals below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *tip = label != NULL ? g_strdup_printf (format, label) : g_strdup (none);
#pragma GCC diagnostic pop

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

void
_gh_window_update_actions (GhWindow *self)
{
  gboolean open = self->workspace != NULL;
  const char *undo = open ? gh_workspace_get_undo_label (self->workspace) : NULL;
  const char *redo = open ? gh_workspace_get_redo_label (self->workspace) : NULL;
  gboolean campaign = open && gh_workspace_get_campaign_id (self->workspace) != 0;

  static const char *const need_workspace[] = { "show-page",    "go-to",        "search",
                                                "show-sidebar", "set-campaign", "new-campaign",
                                                "history",      "backup",       "verify" };

  for (guint i = 0; i < G_N_ELEMENTS (need_workspace); i++)
    enable (self, need_workspace[i], open);
  enable (self, "campaign-details", campaign);
  enable (self, "roll-campaign", campaign);
  enable (self, "keep-template", campaign);
  /* Also without a label, for letters that have just been typed: undo_cb looks. */
  enable (self, "undo", open);
  enable (self, "redo", open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo_button), undo != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->redo_button), redo != NULL);
  /* Translators: %s names an edit: "change of quota 20 → 25" */
  set_undo_tip (self->undo_button, _("Undo: %s"), _("Nothing to undo"), undo);
  /* Translators: %s names an edit: "change of quota 20 → 25" */
  set_undo_tip (self->redo_button, _("Redo: %s"), _("Nothing to redo"), redo);
  _gh_window_update_export_actions (self);
}
