/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gh-application.h"
#include "gh-place-row.h"
#include "gh-proposal-window.h"
#include "gh-window.h"

#define PLAN                                                                                                             \
  "Số: 12/KH-BCĐ\n\nSông Trà, ngày 10 tháng 12 năm 2027\n\nKẾ HOẠCH\n\nTổ chức ngày hội hiến máu " \
  "năm 2028\n\nI. MỤC ĐÍCH\n\n- Tiếp nhận ít nhất 150 đơn vị máu.\n\nNơi nhận:\n- Lưu: VT.\n"

/* Files dropped onto the window. The pointer cannot be made to drag from another program, so the
 * window's own drop target is told of the file. */

static gboolean
drop (GhWindow *window, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  return taken;
}

/* Whether a window stands in front of @window. */
static gboolean
has_message (GhWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return TRUE;
  return FALSE;
}

static guint
count_windows (GhApplication *application)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
close_windows (GhApplication *application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
}

/* The row that asks where to keep a new workspace. */
static GtkWidget *
find_place (GtkWidget *widget)
{
  GtkWidget *found = GH_IS_PLACE_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_place (child);
  return found;
}

static gboolean
proposes_for (GhWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

          if (GH_IS_PROPOSAL_WINDOW (one))
            return gtk_window_get_transient_for (one) == GTK_WINDOW (window) &&
                   !gtk_widget_get_visible (find_place (GTK_WIDGET (one)));
        }
      g_usleep (1000);
    }
  return FALSE;
}

static void
test_drop (gconstpointer data)
{
  GhApplication *application = GH_APPLICATION ((gpointer) data);
  g_autofree char *folder = g_dir_make_tmp ("giothong-drop-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "tốt.giothong", NULL);
  g_autofree char *other = g_build_filename (folder, "khác.giothong", NULL);
  g_autofree char *bad = g_build_filename (folder, "hỏng.giothong", NULL);
  g_autofree char *plan = g_build_filename (folder, "kế hoạch.TXT", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GhWindow *window;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GhWorkspace) workspace G_GNUC_UNUSED =
        gh_workspace_create (i == 0 ? good : other, "sample", 2027, &error);

      g_assert_no_error (error);
    }
  g_assert_true (g_file_set_contents (bad, "no workspace", -1, NULL));

  window = gh_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (gh_window_get_workspace (window));

  /* What cannot be read is said, and left as it is. */
  g_assert_true (drop (window, bad));
  g_assert_null (gh_window_get_workspace (window));
  g_assert_true (has_message (window));
  g_assert_true (g_file_get_contents (bad, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "no workspace");

  g_assert_true (drop (window, good));
  g_assert_nonnull (gh_window_get_workspace (window));
  g_assert_cmpstr (gh_workspace_get_path (gh_window_get_workspace (window)), ==, good);

  /* The same file again is in front already; another one gets a window of its own. */
  g_assert_true (drop (window, good));
  g_assert_cmpuint (count_windows (application), ==, 1);
  g_assert_true (drop (window, other));
  g_assert_cmpuint (count_windows (application), ==, 2);
  g_assert_cmpstr (gh_workspace_get_path (gh_window_get_workspace (window)), ==, good);

  /* A plan is read into the workspace that it was dropped on. */
  g_assert_true (g_file_set_contents (plan, PLAN, -1, NULL));
  g_assert_true (drop (window, plan));
  g_assert_true (proposes_for (window));

  close_windows (application);
  g_remove (plan);
  g_remove (good);
  g_remove (other);
  g_remove (bad);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GhApplication) application = NULL;
  int status;

  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  application = gh_application_new ();
  g_application_set_default (G_APPLICATION (application));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_data_func ("/drop/files", application, test_drop);
  status = g_test_run ();
  g_application_set_default (NULL);
  return status;
}
