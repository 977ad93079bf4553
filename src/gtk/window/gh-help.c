/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-help.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-platform.h"
#include "gh-setup.h"

/* What the guide says about each screen, by the name of its class: the innermost one counts. A
 * window that stands here for nothing of its own (a file chooser, a question) has the page of the
 * window it belongs to. */
static const struct
{
  const char *class_name;
  const char *page;
} topics[] = {
  { "GhStartPage", "first-start" },
  { "GhNewWindow", "new-campaign" },
  { "GhCampaignWindow", "campaigns" },
  { "GhPasteWindow", "last-year" },
  { "GhProposalWindow", "last-year" },
  { "GhRollWindow", "roll" },
  { "GhOverviewPage", "overview" },
  { "GhPlanPage", "plan" },
  { "GhFindingsStrip", "check" },
  { "GhIssueWindow", "issue" },
  { "GhAmendWindow", "issue" },
  { "GhVersionsWindow", "issue" },
  { "GhCompareWindow", "issue" },
  { "GhRegisterWindow", "issue" },
  { "GhUnitsPage", "units" },
  { "GhUnitEditor", "units" },
  { "GhUnitsImportWindow", "units" },
  { "GhAllocateDialog", "allocate" },
  { "GhCalendarPage", "calendar" },
  { "GhActivityWindow", "calendar" },
  { "GhObservancesWindow", "calendar" },
  { "GhPreferencesWindow", "preferences" },
  { "GhReportsPage", "export" },
  { "GhHistoryWindow", "undo" },
  { "GtkShortcutsWindow", "keys" },
};

static const char *
find_topic (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), topics[i].class_name) == 0)
      return topics[i].page;
  return NULL;
}

/* The page on screen when nothing in it has the keyboard. */
static const char *
find_topic_below (GtkWidget *widget)
{
  const char *page = find_topic (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && page == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      page = find_topic_below (child);
  return page;
}

const char *
gh_help_find_page (GtkWindow *window)
{
  const char *page = NULL;

  for (; window != NULL && page == NULL; window = gtk_window_get_transient_for (window))
    {
      for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL && page == NULL;
           widget = gtk_widget_get_parent (widget))
        page = find_topic (widget);
      if (page == NULL)
        page = find_topic_below (GTK_WIDGET (window));
    }
  return page != NULL ? page : "index";
}

/* --- opening ------------------------------------------------------------------------------------
 */

static char *
dup_path (const char *page)
{
  g_autofree char *folder = gh_setup_dup_guide_folder ();
  g_autofree char *name = g_strconcat (page, ".html", NULL);

  return g_build_filename (folder, gh_setup_get_language (), name, NULL);
}

static void
path_answered_cb (GtkWidget *widget, int button, gpointer user_data)
{
  if (button == 1)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), user_data);
}

void
gh_help_open (GtkWindow *window, const char *page)
{
  const char *const buttons[] = { _("_Close"), _("_Copy the path"), NULL };
  g_autofree char *path = dup_path (page);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (window)));

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: the path of a file */
      body = g_strdup_printf (_("This file of the program is missing: %s\n\n"
                                "Install Giọt Hồng again; your workspaces stay as they are."),
                              path);
      gh_dialog_message (GTK_WIDGET (window), _("The user guide is not there"), body);
    }
  else if (!gh_platform_open (path, G_APP_LAUNCH_CONTEXT (context), &error))
    {
      body = g_strdup_printf (
        /* Translators: the path of a file, then why it could not be opened */
        _("Open this file with a web browser: %s\n\n%s"), path, error->message);
      gh_dialog_ask (GTK_WIDGET (window), _("No program opened the user guide"), body, buttons,
                     FALSE, path_answered_cb, g_steal_pointer (&path), g_free);
    }
}

/* --- F1 ---------------------------------------------------------------------------------------
 */

static gboolean
f1_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  gh_help_open (GTK_WINDOW (widget), gh_help_find_page (GTK_WINDOW (widget)));
  return TRUE;
}

/* The application's keys reach its main windows only; the others get F1 from here. */
static void
windows_changed_cb (GListModel *windows, guint position, guint removed G_GNUC_UNUSED, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *controller;

      if (!GTK_IS_WINDOW (window) || GTK_IS_APPLICATION_WINDOW (window) ||
          g_object_get_data (G_OBJECT (window), "gh-help") != NULL)
        continue;
      controller = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                          gtk_callback_action_new (f1_cb, NULL, NULL)));
      gtk_widget_add_controller (window, controller);
      g_object_set_data (G_OBJECT (window), "gh-help", controller);
    }
}

void
gh_help_watch (GtkApplication *application)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), application,
                           0);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows));
}
