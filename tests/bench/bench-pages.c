/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a click on a page takes until its frame is drawn, the first time (the
 * page is made and filled) and again. A click should take less than 100 ms. */
#include "config.h"

#include <time.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "gh-edits.h"
#include "gh-page-info.h"
#include "gh-style.h"
#include "gh-window.h"

#define N_EDITS 20

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Shows the page and says how long it took until a frame with it was drawn: elapsed, and processor
 * time of all threads, which a busy machine does not stretch. */
static void
visit (GhWindow *window, const char *page, const char *which)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  clock_t used = clock ();
  gint64 begun = g_get_monotonic_time ();
  gboolean painted = FALSE;
  gulong id;

  gh_window_show_page (window, page);
  id = g_signal_connect_swapped (frames, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (frames, id);
  g_print ("pages: %s of %s: %.0f ms, %.0f ms of processor time (aim 100)\n", which, page,
           (double) (g_get_monotonic_time () - begun) / 1000,
           (double) (clock () - used) * 1000 / CLOCKS_PER_SEC);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* What the plan page does for one pause in typing: saves, and shows what follows from it. */
static void
edit_plan (GhWindow *window, GhWorkspace *workspace)
{
  clock_t saving = 0, showing = 0;

  /* With the body on screen. */
  gh_window_go_to (window, "block",
                   ((GhBlock *) gh_workspace_get_dossier (workspace)->plan->blocks->pdata[0])->id);
  settle ();
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (workspace)->plan);
      GhBlock *block = g_ptr_array_index (plan->blocks, plan->blocks->len / 2);
      g_autofree char *text = g_strdup_printf ("%s %d", block->text, i);
      g_autoptr (GError) error = NULL;
      clock_t begun = clock ();

      g_free (block->text);
      block->text = g_steal_pointer (&text);
      gh_edit_save_plan (workspace, plan, NULL, &error);
      g_assert_no_error (error);
      saving += clock () - begun;
      begun = clock ();
      settle ();
      showing += clock () - begun;
    }
  g_print (
    "pages: an edit of the plan: %.1f ms until it is saved and shown, %.0f ms for preview and "
    "checks after it (processor time)\n",
    (double) saving * 1000 / CLOCKS_PER_SEC / N_EDITS,
    (double) showing * 1000 / CLOCKS_PER_SEC / N_EDITS);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.giothong", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = NULL;
  GhWindow *window;
  guint n;
  const GhPageInfo *infos = gh_page_infos (&n);

  gtk_init ();
  gh_style_init (gdk_display_get_default ());
  workspace = gh_workspace_create (path, "sample", 2027, &error);
  g_assert_no_error (error);
  window = g_object_new (GH_TYPE_WINDOW, NULL);
  gh_window_set_workspace (window, workspace);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < n; i++)
      {
        /* From the last page to the first: each click goes to another page. */
        visit (window, infos[n - 1 - i].name, round == 0 ? "first visit" : "next visit");
        settle ();
      }
  edit_plan (window, workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&workspace);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
