/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-toaster.h"
#include "gh-window-private.h"

/* Findings are read after the page has been drawn: a check is no part of an edit. */
#define BADGE_DELAY_MS 300
/* How often the window looks whether another program has written: a few bytes of the file. */
#define NEWS_INTERVAL_S 3

static char *
dup_holder_notice (GhStore *store)
{
  g_autoptr (GhHolder) holder = gh_store_dup_other_holder (store);
  g_autoptr (GDateTime) since = NULL;
  g_autofree char *time = NULL;

  if (holder == NULL)
    return NULL;
  since = g_date_time_new_from_unix_local (holder->since);
  time = since != NULL ? g_date_time_format (since, "%H:%M %d/%m/%Y") : g_strdup ("?");
  return g_strdup_printf (
    /* Translators: user name, computer, time */
    _("%s has had this file open on the computer %s since %s. Agree who works on it before you "
      "change anything, so that nobody's work gets in the way of another's."),
    holder->user, holder->host, time);
}

static char *
dup_folder_notice (const char *path)
{
  switch (gh_store_folder_kind (path))
    {
    case GH_FOLDER_NETWORK:
      return g_strdup (
        _("The file lies in a network folder. Only one person may have it open at a "
          "time; back it up to this computer now and then."));
    case GH_FOLDER_CLOUD:
      return g_strdup (
        _("The file lies in a folder that is synchronised with the internet (OneDrive, "
          "Google Drive, Dropbox). Such folders can damage a file that is open: move "
          "it to a folder of this computer and keep only backups there."));
    case GH_FOLDER_LOCAL:
    default:
      return NULL;
    }
}

static char *
dup_backup_notice (GhStore *store)
{
  const char *problem = gh_store_get_backup_problem (store);

  if (problem == NULL)
    return NULL;
  /* Translators: %s is a sentence that says why */
  return g_strdup_printf (_("Today's backup copy could not be made. %s You can work as usual; "
                            "back the file up to another "
                            "place by hand (main menu) before you leave."),
                          problem);
}

void
_gh_window_show_notices (GhWindow *self)
{
  GhStore *store = gh_workspace_get_store (self->workspace);
  g_autofree char *holder = dup_holder_notice (store);
  g_autofree char *backup = dup_backup_notice (store);
  g_autofree char *folder = dup_folder_notice (gh_workspace_get_path (self->workspace));
  const char *notices[] = { holder, backup, folder };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    if (notices[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", notices[i]);
  gtk_label_set_text (self->notice_label, text->str);
  gtk_revealer_set_reveal_child (self->notice, text->len > 0);
}

/* --- other programs ----------------------------------------------------------------------------
 */

static gboolean
look_cb (gpointer user_data)
{
  GhWindow *self = user_data;

  /* A window that is left open overnight says in the morning what is due on that day. */
  gh_workspace_follow_day (self->workspace);
  if (gh_workspace_refresh (self->workspace))
    gh_toast (GTK_WIDGET (self),
              _("Another program has changed this file. You see it as it is now."));
  return G_SOURCE_CONTINUE;
}

void
_gh_window_look_for_news (GhWindow *self)
{
  g_clear_handle_id (&self->news_id, g_source_remove);
  if (self->workspace != NULL)
    self->news_id =
      g_timeout_add_seconds_full (G_PRIORITY_LOW, NEWS_INTERVAL_S, look_cb, self, NULL);
}

void
_gh_window_update_plan_badge (GhWindow *self)
{
  const GPtrArray *findings = gh_workspace_get_findings (self->workspace);
  g_autofree char *explanation = NULL;
  guint n_errors = 0;
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n_errors += finding->severity == GH_SEVERITY_ERROR;
      n += finding->severity != GH_SEVERITY_HINT;
    }
  explanation =
    g_strdup_printf (ngettext ("%u finding to look at", "%u findings to look at", n), n);
  gh_sidebar_set_badge (self->sidebar, "plan", n, n_errors > 0 ? "error" : "warning", explanation);
}

static void
update_calendar_badge (GhWindow *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  guint32 today = gh_workspace_get_today (self->workspace);
  g_autofree char *explanation = NULL;
  guint n = 0;

  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    n += gh_activity_due (g_ptr_array_index (dossier->activities, i), today) == GH_DUE_LATE;
  explanation = g_strdup_printf (ngettext ("%u activity overdue", "%u activities overdue", n), n);
  gh_sidebar_set_badge (self->sidebar, "calendar", n, "error", explanation);
}

static gboolean
badges_cb (gpointer user_data)
{
  GhWindow *self = user_data;

  self->badges_id = 0;
  if (self->workspace != NULL)
    {
      update_calendar_badge (self);
      if (gh_workspace_start_check (self->workspace))
        _gh_window_update_plan_badge (self);
    }
  return G_SOURCE_REMOVE;
}

void
_gh_window_queue_badges (GhWindow *self)
{
  g_clear_handle_id (&self->badges_id, g_source_remove);
  self->badges_id = g_timeout_add_full (G_PRIORITY_LOW, BADGE_DELAY_MS, badges_cb, self, NULL);
}

void
_gh_window_update_saved (GhWindow *self)
{
  gint64 saved;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->workspace, "last-saved", &saved, NULL);
  time = saved > 0 ? g_date_time_new_from_unix_local (saved) : NULL;
  if (time == NULL)
    {
      gh_sidebar_set_saved (self->sidebar, _("Every change is saved at once"));
      return;
    }
  clock = g_date_time_format (time, "%H:%M");
  /* Translators: %s is a time such as 14:05 */
  text = g_strdup_printf (_("Saved %s"), clock);
  gh_sidebar_set_saved (self->sidebar, text);
}
