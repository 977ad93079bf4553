/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "gh-block-row.h"
#include "gh-edits.h"
#include "gh-plan-body.h"
#include "gh-toaster.h"
#include "gh-workspace.h"

/* Live parts in the editor: put in, frozen to text, made live again, each taken back by undo. */

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GtkWidget *window;
  GhPlanBody *body;
} Fixture;

static void
show (Fixture *fixture)
{
  gh_plan_body_show (fixture->body, fixture->workspace);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *toaster = g_object_new (GH_TYPE_TOASTER, NULL);

  fixture->folder = g_dir_make_tmp ("giothong-live-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, "commune", 2027, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  fixture->body = g_object_new (GH_TYPE_PLAN_BODY, NULL);
  gh_toaster_set_child (GH_TOASTER (toaster), GTK_WIDGET (fixture->body));
  gtk_window_set_child (GTK_WINDOW (fixture->window), toaster);
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (show), fixture);
  gh_workspace_load_dossier (fixture->workspace, &error);
  g_assert_no_error (error);
  show (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_signal_handlers_disconnect_by_func (fixture->workspace, show, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget))
    return strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    if (says (at, text))
      return TRUE;
  return FALSE;
}

/* The row on screen that says @text, in whatever label of it. */
static GtkWidget *
find_row (GtkWidget *widget, const char *text)
{
  if (GH_IS_BLOCK_ROW (widget) && gtk_widget_get_mapped (widget) && says (widget, text))
    return widget;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    {
      GtkWidget *found = find_row (at, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
out_of_time_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
wait_for_row (Fixture *fixture, const char *text)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (60, out_of_time_cb, &late);
  GtkWidget *row;

  while ((row = find_row (fixture->window, text)) == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  if (row == NULL)
    g_error ("no row says “%s”", text);
  g_source_remove (timeout);
  return row;
}

static const GPtrArray *
blocks (Fixture *fixture)
{
  return gh_workspace_get_dossier (fixture->workspace)->plan->blocks;
}

static guint
count_frozen (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < blocks (fixture)->len; i++)
    n += *((const GhBlock *) blocks (fixture)->pdata[i])->frozen != '\0';
  return n;
}

static void
test_freeze (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) before = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  g_autoptr (GhPlan) frozen = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  gh_plan_body_show_block (fixture->body, 9);
  row = wait_for_row (fixture, "List of targets");
  gtk_widget_activate_action (row, "block.thaw", NULL); /* disabled */
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (fixture->workspace)->plan, before));
  g_assert_true (gtk_widget_activate_action (row, "block.freeze", NULL));
  g_assert_cmpuint (count_frozen (fixture), ==, 4); /* an item a target */
  frozen = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);

  /* One step back, one forth. */
  g_assert_true (gh_workspace_undo (fixture->workspace, &error));
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (fixture->workspace)->plan, before));
  g_assert_true (gh_workspace_redo (fixture->workspace, &error));
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (fixture->workspace)->plan, frozen));

  row = wait_for_row (fixture, "Frozen: List of targets");
  gtk_widget_activate_action (row, "block.freeze", NULL); /* disabled */
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (fixture->workspace)->plan, frozen));
  g_assert_true (gtk_widget_activate_action (row, "block.thaw", NULL));
  g_assert_cmpuint (count_frozen (fixture), ==, 0);
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (fixture->workspace)->plan, before));
}

/* What is put in stands where the keyboard was, an appendix at the end. */
static void
test_insert (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n = blocks (fixture)->len;
  const GhBlock *block;

  gh_plan_body_add (fixture->body, "live:awards");
  g_assert_cmpuint (blocks (fixture)->len, ==, n + 1);
  block = blocks (fixture)->pdata[1];
  g_assert_cmpstr (block->live, ==, "awards");
  gh_plan_body_add (fixture->body, "live:annex-calendar");
  block = blocks (fixture)->pdata[n + 1];
  g_assert_cmpstr (block->live, ==, "annex-calendar");
  g_assert_true (gh_workspace_undo (fixture->workspace, NULL));
  g_assert_true (gh_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (blocks (fixture)->len, ==, n);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/live-parts/freeze", Fixture, NULL, set_up, test_freeze, tear_down);
  g_test_add ("/live-parts/insert", Fixture, NULL, set_up, test_insert, tear_down);
  return g_test_run ();
}
