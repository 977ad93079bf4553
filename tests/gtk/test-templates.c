/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gh-activity-window.h"
#include "gh-calendar-page.h"
#include "gh-campaign-window.h"
#include "gh-date-entry.h"
#include "gh-history-window.h"
#include "gh-new-window.h"
#include "gh-observances-window.h"
#include "gh-overview-page.h"
#include "gh-page-info.h"
#include "gh-paste-window.h"
#include "gh-plan-page.h"
#include "gh-preferences-window.h"
#include "gh-proposal-window.h"
#include "gh-reports-page.h"
#include "gh-search-box.h"
#include "gh-sidebar.h"
#include "gh-start-page.h"
#include "gh-style.h"
#include "gh-switcher.h"
#include "gh-units-import-window.h"
#include "gh-units-page.h"
#include "gh-window.h"
#include "widgets.h"

/* Each class with a template is made, shown and thrown away: with fatal warnings that finds every
 * misspelt id, handler and property. */

static void
show_type (gconstpointer data)
{
  GType type = ((GType (*) (void)) (gpointer) data) ();
  gpointer object = g_object_new (type, NULL);
  GtkWidget *window = object;

  if (!GTK_IS_WINDOW (object))
    {
      window = gtk_window_new ();
      gtk_window_set_child (GTK_WINDOW (window), object);
    }
  g_object_add_weak_pointer (G_OBJECT (object), &object);
  gtk_window_present (GTK_WINDOW (window));
  spin (100);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 200 && object != NULL; i++)
    spin (50);
  g_assert_null (object); /* nothing keeps it alive */
}

/* A workspace goes through all pages of a window, and away again. */
static void
show_workspace (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.giothong", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = gh_workspace_create (path, "sample", 2027, &error);
  GhWindow *window = g_object_new (GH_TYPE_WINDOW, NULL);
  guint n;
  const GhPageInfo *infos = gh_page_infos (&n);

  g_assert_no_error (error);
  gh_window_set_workspace (window, workspace);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < n; i++)
    {
      gh_window_show_page (window, infos[i].name);
      g_assert_true (
        G_TYPE_CHECK_INSTANCE_TYPE (gh_window_get_page (window), infos[i].get_type ()));
      spin (100);
    }
  gh_window_set_workspace (window, NULL);
  g_assert_null (gh_window_get_page (window));
  spin (50);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (50);
  g_clear_object (&workspace);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } types[] = {
    { "activity-window", gh_activity_window_get_type },
    { "calendar-page", gh_calendar_page_get_type },
    { "campaign-window", gh_campaign_window_get_type },
    { "date-entry", gh_date_entry_get_type },
    { "history-window", gh_history_window_get_type },
    { "new-window", gh_new_window_get_type },
    { "observances-window", gh_observances_window_get_type },
    { "overview-page", gh_overview_page_get_type },
    { "paste-window", gh_paste_window_get_type },
    { "plan-page", gh_plan_page_get_type },
    { "preferences-window", gh_preferences_window_get_type },
    { "proposal-window", gh_proposal_window_get_type },
    { "reports-page", gh_reports_page_get_type },
    { "search-box", gh_search_box_get_type },
    { "sidebar", gh_sidebar_get_type },
    { "start-page", gh_start_page_get_type },
    { "switcher", gh_switcher_get_type },
    { "units-import-window", gh_units_import_window_get_type },
    { "units-page", gh_units_page_get_type },
    { "window", gh_window_get_type },
  };

  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  gh_style_init (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strdup_printf ("/gtk/template/%s", types[i].name);

      g_test_add_data_func (name, (gconstpointer) types[i].get_type, show_type);
    }
  g_test_add_func ("/gtk/workspace", show_workspace);
  return g_test_run ();
}
