/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that follows from one edit, or is asked for by one key, on the plan page: in a plan of 3,000
 * blocks (some 200 pages) and in one of 60. Processor time of the main thread, medians; what the
 * window does while it settles is told as its longest single step, which is how long it would not
 * answer. A key should take less than 16 ms, an action less than 100. Nothing is asserted. */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <time.h>

#include "gh-check.h"
#include "gh-doc-build.h"
#include "gh-edits.h"
#include "gh-fonts.h"
#include "gh-layout.h"
#include "gh-plan-find.h"
#include "gh-plan-outline.h"
#include "gh-style.h"
#include "gh-summary.h"
#include "gh-window.h"

#define ROUNDS 7

typedef struct
{
  guint n_blocks;
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GhWindow *window;
  GhPages *pages;
  double longest; /* step of the main loop while it settled, ms */
  guint round;
} Bench;

static double
now_ms (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return (double) used.tv_sec * 1000 + (double) used.tv_nsec / 1e6;
}

/* No text stands twice, and few of them give the checker something to tell. */
static GhBlock *
make_block (guint i)
{
  static const char *const rests[] = {
    "vận động cán bộ, đoàn viên và Nhân dân đủ điều kiện sức khỏe tham gia hiến máu, bảo đảm an "
    "toàn, chu đáo; phân công người trực và nước uống cho từng buổi.",
    "phối hợp với Trạm Y tế rà soát danh sách, thông báo thời gian và địa điểm trước ngày "
    "15/3/2027, báo cáo kết quả về Ban Chỉ đạo.",
    "chuẩn bị hội trường, bàn ghế, biển chỉ dẫn cho 120 người; giao Văn phòng theo dõi, đôn đốc.",
  };
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (i % 50 == 0)
    {
      text = g_strdup_printf ("PHẦN VIỆC SỐ %u", i / 50 + 1);
      number = g_strdup_printf ("%u", i / 50 + 1);
      return gh_block_new (GH_BLOCK_HEADING, 1, number, text);
    }
  if (i % 10 == 0)
    {
      number = g_strdup_printf ("%u", i % 50 / 10);
      text = g_strdup_printf ("Nội dung thứ %u của địa bàn", i);
      return gh_block_new (GH_BLOCK_HEADING, 2, number, text);
    }
  text = g_strdup_printf ("Tổ công tác thứ %u %s", i, rests[i % G_N_ELEMENTS (rests)]);
  return gh_block_new (i % 3 == 0 ? GH_BLOCK_ITEM : GH_BLOCK_PARAGRAPH, i % 3 == 0,
                       i % 3 == 0 ? "-" : "", text);
}

static void
settle (Bench *bench)
{
  gint64 quiet = g_get_monotonic_time ();
  gint64 end = quiet + 3 * G_TIME_SPAN_SECOND; /* the caret blinks on and on */

  bench->longest = 0;
  /* Longer than each delay of the page. */
  while (g_get_monotonic_time () < MIN (quiet + G_TIME_SPAN_SECOND * 6 / 10, end))
    {
      double begun = now_ms (), used;

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      used = now_ms () - begun;
      bench->longest = MAX (bench->longest, used);
      if (used > 1)
        quiet = g_get_monotonic_time ();
    }
}

static GhPlan *
copy_plan (Bench *bench)
{
  return gh_plan_copy (gh_workspace_get_dossier (bench->workspace)->plan);
}

static void
open_bench (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_new ();

  for (guint i = 0; i < bench->n_blocks; i++)
    g_ptr_array_add (plan->blocks, make_block (i));
  bench->folder = g_dir_make_tmp ("giothong-bench-XXXXXX", &error);
  g_assert_no_error (error);
  bench->path = g_build_filename (bench->folder, "plan.giothong", NULL);
  bench->workspace = gh_workspace_create (bench->path, "empty", 2027, &error);
  g_assert_no_error (error);
  gh_edit_save_plan (bench->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  bench->window = g_object_new (GH_TYPE_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1400, 900);
  gh_window_set_workspace (bench->window, bench->workspace);
  gtk_window_present (GTK_WINDOW (bench->window));
  settle (bench);
}

static void
close_bench (Bench *bench)
{
  gh_pages_unref (bench->pages);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  settle (bench);
  g_object_unref (bench->workspace);
  g_remove (bench->path);
  g_rmdir (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
}

/* --- what is measured: each once a round ----------------------------------------------------- */

static void
type_word (Bench *bench, guint index)
{
  g_autoptr (GhPlan) plan = copy_plan (bench);
  GhBlock *block = g_ptr_array_index (plan->blocks, index);
  g_autofree char *text = g_strdup_printf ("%s Lần %u.", block->text, ++bench->round);
  g_autoptr (GError) error = NULL;

  g_free (block->text);
  block->text = g_steal_pointer (&text);
  gh_edit_save_plan (bench->workspace, plan, NULL, &error);
  g_assert_no_error (error);
}

static void
open_page (Bench *bench)
{
  const GhBlock *block =
    g_ptr_array_index (gh_workspace_get_dossier (bench->workspace)->plan->blocks, 5);

  gh_window_go_to (bench->window, "block", block->id);
}

static void
edit (Bench *bench)
{
  type_word (bench, bench->n_blocks / 2 + 1);
}

static void
undo (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  gh_workspace_undo (bench->workspace, &error);
  g_assert_no_error (error);
}

static void
check (Bench *bench)
{
  gh_workspace_get_findings (bench->workspace);
}

static void
sum_up (Bench *bench)
{
  gh_workspace_get_summary (bench->workspace);
}

static void
lay_out (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDoc) doc = gh_doc_build_plan (gh_workspace_get_summary (bench->workspace));

  gh_pages_unref (bench->pages);
  bench->pages =
    gh_layout_run (doc, gh_fonts_of (GTK_WIDGET (bench->window), &error), NULL, &error);
  g_assert_no_error (error);
}

static void
find (Bench *bench)
{
  GhFind find = { .text = "tổ công tác" };
  g_autoptr (GArray) places =
    gh_plan_find (gh_workspace_get_dossier (bench->workspace)->plan, &find);

  g_assert_cmpuint (places->len, >, 0);
}

static void
replace_all (Bench *bench)
{
  GhFind find = { .text = "tổ công tác" };
  guint n;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhFix) fix = gh_plan_replace (gh_workspace_get_dossier (bench->workspace)->plan, &find,
                                           "Tổ phục vụ", NULL, &n);

  g_assert_nonnull (fix);
  gh_edit_replace_text (bench->workspace, fix, &error);
  g_assert_no_error (error);
}

static void
follow (Bench *bench)
{
  const GPtrArray *blocks = gh_workspace_get_dossier (bench->workspace)->plan->blocks;
  const GhBlock *block = g_ptr_array_index (blocks, (++bench->round * 7 + 1) % blocks->len);

  gh_window_go_to (bench->window, "block", block->id);
}

static void
follow_far (Bench *bench)
{
  const GPtrArray *blocks = gh_workspace_get_dossier (bench->workspace)->plan->blocks;
  const GhBlock *block = g_ptr_array_index (blocks, (++bench->round % 2) * (blocks->len - 5) + 3);

  gh_window_go_to (bench->window, "block", block->id);
}

typedef struct
{
  const char *name;
  void (*before) (Bench *bench); /* not measured */
  void (*run) (Bench *bench);
  gboolean once;
} Step;

static const Step steps[] = {
  { "the page of the plan, first", NULL, open_page, TRUE },
  { "a word: saved and shown", NULL, edit, FALSE },
  { "undo", edit, undo, FALSE },
  { "sums", edit, sum_up, FALSE },
  { "check", edit, check, FALSE },
  { "pages after an edit", edit, lay_out, FALSE },
  { "find in all", NULL, find, FALSE },
  { "replace all", NULL, replace_all, FALSE },
  { "undo of replace all", replace_all, undo, FALSE },
  { "to a block near", NULL, follow, FALSE },
  { "to a block far", NULL, follow_far, FALSE },
};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (Bench *bench, const Step *step, double *run, double *after)
{
  double runs[ROUNDS], afters[ROUNDS];
  int n = step->once ? 1 : ROUNDS;

  for (int i = 0; i < n; i++)
    {
      double begun;

      if (step->before != NULL)
        step->before (bench);
      begun = now_ms ();
      step->run (bench);
      runs[i] = now_ms () - begun;
      settle (bench);
      afters[i] = bench->longest;
      if (step->run == replace_all)
        {
          undo (bench);
          settle (bench);
        }
    }
  qsort (runs, (gsize) n, sizeof *runs, compare_doubles);
  qsort (afters, (gsize) n, sizeof *afters, compare_doubles);
  *run = runs[n / 2];
  *after = afters[n / 2];
}

/* Each second word of one paragraph of @n words; what is four times as long may take four times as
 * long. */
static double
replace_in_one (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GhPlan) plan = gh_plan_new ();
  GhFind find = { .text = "an" };
  guint n_found = 0;
  double begun;

  for (guint i = 0; i < n; i++)
    g_string_append (text, i % 2 == 0 ? "**an** " : "{{year}} toàn ");
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text->str));
  begun = now_ms ();
  {
    g_autoptr (GArray) places = gh_plan_find (plan, &find);
    g_autoptr (GhFix) fix G_GNUC_UNUSED = gh_plan_replace (plan, &find, "yên", NULL, &n_found);

    g_assert_cmpuint (places->len, ==, n_found);
  }
  return now_ms () - begun;
}

int
main (void)
{
  double one = replace_in_one (6000);
  double four = replace_in_one (24000);
  Bench few = { .n_blocks = 60 };
  Bench many = { .n_blocks = 3000 };

  gtk_init ();
  gh_style_init (gdk_display_get_default ());
  open_bench (&few);
  open_bench (&many);
  g_print ("%-28s %21s %21s %7s\n", "ms of the main thread", "60 blocks", "3,000 blocks", "ratio");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double run[2], after[2];

      measure (&few, &steps[i], &run[0], &after[0]);
      measure (&many, &steps[i], &run[1], &after[1]);
      g_print ("%-28s %7.2f, then <= %5.1f %7.2f, then <= %5.1f %7.1f\n", steps[i].name, run[0],
               after[0], run[1], after[1], run[1] / MAX (run[0], 0.001));
    }
  g_print ("a word found and replaced 6,000 times in one paragraph: %.1f ms, 24,000 times: %.1f ms "
           "(%.1f times)\n",
           one, four, four / one);
  close_bench (&few);
  close_bench (&many);
  return 0;
}
