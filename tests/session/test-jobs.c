/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-job.h"
#include "session-fixture.h"

typedef struct
{
  GMainLoop *loop;
  GThread *thread;
  GError *error;
  int finished;
  int progress;
  gboolean was_running;
} Watch;

static void
finished_cb (GhJob *job, GError *error, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_true (g_thread_self () == watch->thread);
  watch->was_running = gh_job_is_running (job);
  watch->error = error != NULL ? g_error_copy (error) : NULL;
  watch->finished++;
  g_main_loop_quit (watch->loop);
}

static void
progress_cb (GhJob *job G_GNUC_UNUSED, GParamSpec *property G_GNUC_UNUSED, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_true (g_thread_self () == watch->thread);
  watch->progress++;
}

/* Runs @job to its end; @cancel: the user changes their mind at once. */
static void
run (GhJob *job, Watch *watch, gboolean cancel)
{
  watch->loop = g_main_loop_new (NULL, FALSE);
  watch->thread = g_thread_self ();
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), watch);
  g_signal_connect (job, "notify::progress", G_CALLBACK (progress_cb), watch);
  g_assert_false (gh_job_is_running (job));
  gh_job_start (job);
  g_assert_true (gh_job_is_running (job));
  if (cancel)
    gh_job_cancel (job);
  g_main_loop_run (watch->loop);
  g_main_loop_unref (watch->loop);
  g_assert_cmpint (watch->finished, ==, 1);
  g_assert_false (watch->was_running);
}

static gboolean
count_cb (GhJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  int *steps = data;

  for (int i = 0; i < 20000; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gh_job_set_progress (job, i / 20000.0);
      (*steps)++;
    }
  return TRUE;
}

static void
test_progress (void)
{
  int steps = 0;
  Watch watch = { 0 };
  g_autoptr (GhJob) job = gh_job_new ("Đếm", count_cb, &steps, NULL);

  run (job, &watch, FALSE);
  g_assert_no_error (watch.error);
  g_assert_cmpint (steps, ==, 20000);
  g_assert_cmpfloat (gh_job_get_progress (job), ==, 1.0);
  g_assert_cmpstr (gh_job_get_title (job), ==, "Đếm");
  /* Told now and then, not 20,000 times. */
  g_assert_cmpint (watch.progress, >=, 1);
  g_assert_cmpint (watch.progress, <, 2000);
}

static void
test_cancel (void)
{
  int steps = 0;
  Watch watch = { 0 };
  g_autoptr (GhJob) job = gh_job_new ("Đếm", count_cb, &steps, NULL);

  gh_job_cancel (job); /* before it begins: nothing is done at all */
  run (job, &watch, TRUE);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (steps, ==, 0);
  g_clear_error (&watch.error);
}

static gboolean
fail_cb (GhJob *job G_GNUC_UNUSED,
         gpointer data G_GNUC_UNUSED,
         GCancellable *cancellable G_GNUC_UNUSED,
         GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_error (void)
{
  gboolean freed = FALSE;
  Watch watch = { 0 };
  GhJob *job = gh_job_new ("Hỏng", fail_cb, &freed, set_flag);

  run (job, &watch, FALSE);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&watch.error);
  g_object_unref (job);
  /* The worker may hold the last reference for a moment. */
  for (int i = 0; i < 5000 && !freed; i++)
    g_usleep (1000);
  g_assert_true (freed);
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_export (void)
{
  Fixture fixture;
  Watch watch = { 0 };
  Watch second = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GhJob) cancelled = NULL;
  int n;

  fixture_open (&fixture, "sample", 0);
  path = g_build_filename (fixture.folder, "kế hoạch.txt", NULL);
  job = gh_job_new_export (fixture.workspace, GH_EXPORT_PLAN, path);
  /* The job holds the dossier of this moment: what is edited meanwhile does not reach it. */
  g_assert_true (gh_edit_set_quota (fixture.workspace,
                                    fixture_unit (fixture.workspace, "Xã An Hòa")->id,
                                    GH_INDICATOR_BLOOD_UNITS, 4321, &error));
  run (job, &watch, FALSE);
  g_assert_no_error (watch.error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (g_strstr_len (text, -1, "Đinh Mùi"));
  g_assert_null (g_strstr_len (text, -1, "4.321"));

  /* Cancelled: no file, no leftovers beside it. */
  n = count_files (fixture.folder);
  other = g_build_filename (fixture.folder, "khác.docx", NULL);
  cancelled = gh_job_new_export (fixture.workspace, GH_EXPORT_PLAN, other);
  run (cancelled, &second, TRUE);
  if (second.error != NULL) /* it may have been faster than the cancel */
    {
      g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (count_files (fixture.folder), ==, n);
    }
  g_clear_error (&second.error);
  fixture_close (&fixture);
}

static void
test_backup (void)
{
  Fixture fixture;
  Watch watch = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GhWorkspace) copy = NULL;

  fixture_open (&fixture, "sample", 0);
  path = g_build_filename (fixture.folder, "bản sao.giothong", NULL);
  before = fixture_dump (fixture.workspace);
  job = gh_job_new_backup (fixture.workspace, path);
  run (job, &watch, FALSE);
  g_assert_no_error (watch.error);
  g_assert_true (gh_store_verify (path, &error));
  copy = gh_workspace_open (path, GH_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  copied = fixture_dump (copy);
  g_assert_cmpstr (before, ==, copied);
  g_clear_object (&copy);
  fixture_close (&fixture);
}

static void
test_read (void)
{
  Fixture fixture;
  Watch watch = { 0 };
  Watch second = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GhJob) lost = NULL;
  g_autoptr (GhUnitReading) units = NULL;

  fixture_open (&fixture, NULL, 2027);
  path = g_build_filename (fixture.folder, "đơn vị.csv", NULL);
  g_assert_true (g_file_set_contents (path, "Đơn vị,Quân số\nXã Long Sơn,120\n", -1, &error));
  job = gh_job_new_read_units (path);
  run (job, &watch, FALSE);
  g_assert_no_error (watch.error);
  units = gh_job_steal_units (job);
  g_assert_cmpuint (units->rows->len, ==, 1);
  g_assert_null (gh_job_steal_units (job));

  missing = g_build_filename (fixture.folder, "không có.docx", NULL);
  lost = gh_job_new_read_plan (fixture.workspace, missing);
  run (lost, &second, FALSE);
  g_assert_nonnull (second.error);
  g_assert_null (gh_job_steal_plan (lost));
  g_clear_error (&second.error);
  fixture_close (&fixture);
}

/* A text of 2 MB: its reading tells how far it is, and ends when nobody waits for it. */
static void
test_read_text (void)
{
  Fixture fixture;
  Watch watch = { 0 };
  Watch second = { 0 };
  Watch third = { 0 };
  g_autoptr (GString) text =
    g_string_new ("KẾ HOẠCH\n\nVận động hiến máu năm 2027\n\nI. MỤC ĐÍCH\n\n");
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GhJob) given_up = NULL;
  g_autoptr (GhJob) other = NULL;
  g_autoptr (GhPlanReading) plan = NULL;

  fixture_open (&fixture, NULL, 2027);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "- Xã %u vận động ít nhất %u người hiến máu trước ngày %u/3.\n",
                            i, i % 90 + 10, i % 28 + 1);
  job = gh_job_new_read_plan_text (fixture.workspace, text->str);
  run (job, &watch, FALSE);
  g_assert_no_error (watch.error);
  g_assert_cmpint (watch.progress, >, 1);
  plan = gh_job_steal_plan (job);
  g_assert_nonnull (plan);
  g_assert_cmpint (plan->campaign->year, ==, 2027);

  given_up = gh_job_new_read_plan_text (fixture.workspace, text->str);
  run (given_up, &second, TRUE);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (gh_job_steal_plan (given_up));

  other = gh_job_new_read_plan_text (fixture.workspace, "Mời anh em ăn trưa.");
  run (other, &third, FALSE);
  g_assert_error (third.error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY);
  g_clear_error (&second.error);
  g_clear_error (&third.error);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/progress", test_progress);
  g_test_add_func ("/jobs/cancel", test_cancel);
  g_test_add_func ("/jobs/error", test_error);
  g_test_add_func ("/jobs/export", test_export);
  g_test_add_func ("/jobs/backup", test_backup);
  g_test_add_func ("/jobs/read", test_read);
  g_test_add_func ("/jobs/read-text", test_read_text);
  return g_test_run ();
}
