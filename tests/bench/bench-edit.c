/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <time.h>

#include "gh-edits.h"
#include "gh-plan-body.h"
#include "gh-plan-edit.h"
#include "gh-plan-outline.h"
#include "gh-workspace.h"

/*
 * A word is typed into a plan of 3,000 blocks (some 200 pages) and into one of 30: processor time
 * until it is saved and shown, side by side. Nothing is asserted.
 */

#define ROUNDS 20

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GtkWidget *window;
  GhPlanBody *body;
  GhPlanOutline *outline;
  double shown; /* seconds spent on showing */
} Bench;

static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
show (Bench *bench)
{
  double begin = now ();

  gh_plan_outline_show (bench->outline, gh_workspace_get_dossier (bench->workspace)->plan);
  gh_plan_body_show (bench->body, bench->workspace);
  bench->shown += now () - begin;
}

static void
open_bench (Bench *bench, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i / 10 + 1);

      g_ptr_array_add (plan->blocks,
                       i % 10 == 0
                         ? gh_block_new (GH_BLOCK_HEADING, 2, number, "Công tác tuyên truyền")
                         : gh_block_new (GH_BLOCK_PARAGRAPH, 0, "",
                                         "Vận động cán bộ, đoàn viên và Nhân dân đủ điều kiện sức "
                                         "khỏe tham gia hiến máu, bảo đảm an toàn, chu đáo."));
    }
  bench->folder = g_dir_make_tmp ("giothong-bench-XXXXXX", &error);
  g_assert_no_error (error);
  bench->path = g_build_filename (bench->folder, "plan.giothong", NULL);
  bench->workspace = gh_workspace_create (bench->path, "empty", 2027, &error);
  g_assert_no_error (error);
  gh_edit_save_plan (bench->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  bench->body = g_object_new (GH_TYPE_PLAN_BODY, NULL);
  bench->outline = g_object_new (GH_TYPE_PLAN_OUTLINE, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (bench->body), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bench->outline));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bench->body));
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 800, 700);
  gtk_window_set_child (GTK_WINDOW (bench->window), box);
  g_signal_connect_swapped (bench->workspace, "changed", G_CALLBACK (show), bench);
  show (bench);
  gtk_window_present (GTK_WINDOW (bench->window));
}

static void
close_bench (Bench *bench)
{
  g_signal_handlers_disconnect_by_func (bench->workspace, show, bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_object_unref (bench->workspace);
  g_remove (bench->path);
  g_rmdir (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
}

static void
draw (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Milliseconds of work for one edit, and what of it was showing and drawing. */
static void
measure (Bench *bench, gboolean split, double *saved_ms, double *shown_ms, double *drawn_ms)
{
  double begin, done;
  double drawn = 0;

  draw ();
  bench->shown = 0;
  begin = now ();
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (bench->workspace)->plan);
      GhBlock *block = g_ptr_array_index (plan->blocks, 1);
      g_autoptr (GError) error = NULL;
      guint caret;

      if (split)
        gh_plan_edit_split (plan, 1, 9, &caret);
      else
        {
          char *text = g_strdup_printf ("%s từ %d", block->text, i);

          g_free (block->text);
          block->text = text;
        }
      gh_edit_save_plan (bench->workspace, plan, NULL, &error);
      g_assert_no_error (error);
      done = now ();
      draw ();
      drawn += now () - done;
    }
  *saved_ms = (now () - begin - bench->shown - drawn) * 1000 / ROUNDS;
  *shown_ms = bench->shown * 1000 / ROUNDS;
  *drawn_ms = drawn * 1000 / ROUNDS;
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 30, 3000 };
  double all[2][2];

  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench bench = { .path = NULL };

      open_bench (&bench, sizes[i]);
      for (int split = 0; split < 2; split++)
        {
          double saved, shown, drawn;

          measure (&bench, split, &saved, &shown, &drawn);
          all[i][split] = saved + shown + drawn;
          g_print ("%4u blocks, %s: saved %.1f ms, shown %.1f ms, drawn %.1f ms of work\n",
                   sizes[i], split ? "Enter" : "a word", saved, shown, drawn);
        }
      close_bench (&bench);
    }
  g_print ("3,000 blocks to 30: a word %.1f times, Enter %.1f times the work\n",
           all[1][0] / all[0][0], all[1][1] / all[0][1]);
  return 0;
}
