/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gh-setup.h"
#include "session-fixture.h"

typedef struct
{
  int changed;
  int undo_label;
  int campaign;
  gboolean in_transaction;
} Seen;

static void
changed_cb (GhWorkspace *workspace, gpointer user_data)
{
  Seen *seen = user_data;

  seen->changed++;
  seen->in_transaction |= gh_store_in_transaction (gh_workspace_get_store (workspace));
}

static void
notify_cb (GObject *object G_GNUC_UNUSED, GParamSpec *property, gpointer user_data)
{
  Seen *seen = user_data;

  if (g_str_equal (property->name, "undo-label"))
    seen->undo_label++;
  if (g_str_equal (property->name, "campaign-id"))
    seen->campaign++;
}

static void
watch (GhWorkspace *workspace, Seen *seen)
{
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), seen);
  g_signal_connect (workspace, "notify", G_CALLBACK (notify_cb), seen);
}

static gboolean
add_unit_cb (GhStore *store, gpointer user_data, GError **error)
{
  g_autoptr (GhUnit) unit = gh_unit_new ("Trường THPT Lê Lợi");

  if (!gh_store_save_unit (store, unit, error))
    return FALSE;
  if (user_data == NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  return FALSE;
}

static void
test_edit (void)
{
  Fixture fixture;
  Seen seen = { 0 };
  g_autoptr (GError) error = NULL;
  GhDossier *before;

  fixture_open (&fixture, NULL, 2027);
  watch (fixture.workspace, &seen);
  before = gh_dossier_ref (gh_workspace_get_dossier (fixture.workspace));
  g_assert_true (gh_workspace_get_dossier (fixture.workspace) == before);

  g_assert_true (gh_workspace_edit (fixture.workspace, "thêm", add_unit_cb, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen.changed, ==, 1);
  g_assert_cmpint (seen.undo_label, ==, 1);
  g_assert_false (seen.in_transaction);
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture.workspace), ==, "thêm");
  /* The dossier of before is still whole, the new one knows the unit. */
  g_assert_cmpuint (before->units->len, ==, 0);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 1);
  gh_dossier_unref (before);

  /* A body that fails rolls all back and nobody is told of a change. */
  g_assert_false (gh_workspace_edit (fixture.workspace, "hỏng", add_unit_cb, &seen, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (seen.changed, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 1);

  g_clear_error (&error);
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_cmpint (seen.changed, ==, 2);
  g_assert_cmpstr (gh_workspace_get_redo_label (fixture.workspace), ==, "thêm");
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 0);
  fixture_close (&fixture);
}

static void
test_campaigns (void)
{
  Fixture fixture;
  Seen seen = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 first;

  fixture_open (&fixture, "commune", 2027);
  watch (fixture.workspace, &seen);
  first = gh_workspace_get_campaign_id (fixture.workspace);
  g_assert_cmpint (first, >, 0);

  /* The new one is current by the time of "changed", even if it is of an earlier year. */
  g_assert_true (gh_edit_new_campaign (fixture.workspace, "empty", 2026, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen.changed, ==, 1);
  g_assert_cmpint (seen.campaign, ==, 1);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2026);

  g_assert_false (gh_workspace_set_campaign_id (fixture.workspace, 4711, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (gh_workspace_set_campaign_id (fixture.workspace, first, &error));
  g_assert_cmpint (seen.changed, ==, 2);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2027);

  /* When the current campaign goes, the newest of the others takes its place; then there is none.
   */
  g_assert_true (gh_edit_delete_campaign (fixture.workspace, first, &error));
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2026);
  g_assert_true (gh_edit_delete_campaign (
    fixture.workspace, gh_workspace_get_campaign_id (fixture.workspace), &error));
  g_assert_no_error (error);
  g_assert_cmpint (gh_workspace_get_campaign_id (fixture.workspace), ==, 0);
  g_assert_null (gh_workspace_get_dossier (fixture.workspace));
  g_assert_null (gh_workspace_get_summary (fixture.workspace));
  g_assert_cmpuint (gh_workspace_get_findings (fixture.workspace)->len, ==, 0);
  g_assert_false (gh_edit_set_quota (fixture.workspace, 1, GH_INDICATOR_DONORS, 5, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2026);
  fixture_close (&fixture);
}

static void
test_reopen (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_open (&fixture, "sample", 0);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2027);
  g_assert_true (gh_edit_set_quota (fixture.workspace,
                                    fixture_unit (fixture.workspace, "Xã An Hòa")->id,
                                    GH_INDICATOR_BLOOD_UNITS, 99, &error));
  before = fixture_dump (fixture.workspace);
  g_clear_object (&fixture.workspace);

  /* There is no Save: all is on disk, undo included. */
  fixture.workspace = gh_workspace_open (fixture.path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  after = fixture_dump (fixture.workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture.workspace), ==,
                   "Change quota of Xã An Hòa: 71 → 99");
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_cmpint (fixture_quota (fixture.workspace, "Xã An Hòa", GH_INDICATOR_BLOOD_UNITS), ==,
                   71);
  fixture_close (&fixture);
}

static void
test_refresh (void)
{
  Fixture fixture;
  Seen seen = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) other = NULL;

  fixture_open (&fixture, NULL, 2027);
  watch (fixture.workspace, &seen);
  g_assert_false (gh_workspace_refresh (fixture.workspace));

  other = gh_workspace_open (fixture.path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (gh_workspace_edit (other, "thêm", add_unit_cb, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (gh_workspace_refresh (fixture.workspace));
  g_assert_cmpint (seen.changed, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 1);
  g_assert_false (gh_workspace_refresh (fixture.workspace));

  g_assert_true (gh_workspace_undo (other, &error));
  g_assert_true (gh_workspace_refresh (fixture.workspace));
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 0);
  g_clear_object (&other);
  fixture_close (&fixture);
}

/* Only what an edit has changed is read again; the rest is shared with the dossier of before. */
static void
test_parts (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDossier) before = NULL;
  g_autoptr (GhPlan) plan = NULL;
  GhDossier *after;

  fixture_open (&fixture, "sample", 2027);
  before = gh_dossier_ref (gh_workspace_get_dossier (fixture.workspace));
  plan = gh_plan_copy (before->plan);
  g_free (plan->title);
  plan->title = g_strdup ("Trích yếu khác");
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
  g_assert_no_error (error);
  after = gh_workspace_get_dossier (fixture.workspace);
  g_assert_true (after != before);
  g_assert_cmpstr (after->plan->title, ==, "Trích yếu khác");
  g_assert_cmpstr (before->plan->title, !=, "Trích yếu khác");
  g_assert_true (after->units == before->units && after->quotas == before->quotas);
  g_free (fixture_dump (fixture.workspace)); /* compares with all of it read anew */

  g_assert_true (gh_edit_set_quota (fixture.workspace,
                                    fixture_unit (fixture.workspace, "Xã An Hòa")->id,
                                    GH_INDICATOR_BLOOD_UNITS, 99, &error));
  after = gh_workspace_get_dossier (fixture.workspace);
  g_assert_true (after->units == before->units && after->quotas != before->quotas);
  g_assert_cmpstr (after->plan->title, ==, "Trích yếu khác");
  g_free (fixture_dump (fixture.workspace));

  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  after = gh_workspace_get_dossier (fixture.workspace);
  g_assert_cmpstr (after->plan->title, ==, before->plan->title);
  g_assert_true (after->units == before->units);
  g_free (fixture_dump (fixture.workspace));
  fixture_close (&fixture);
}

/* Two changes at once: ours comes after one of another program that was not looked at yet. */
static void
test_parts_of_two (void)
{
  Fixture fixture;
  Seen seen = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) other = NULL;

  fixture_open (&fixture, "sample", 2027);
  gh_workspace_get_dossier (fixture.workspace);
  other = gh_workspace_open (fixture.path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  watch (fixture.workspace, &seen);
  g_assert_false (gh_workspace_refresh (fixture.workspace)); /* it only says that it is there */
  g_assert_cmpint (seen.changed, ==, 0);

  g_assert_true (gh_workspace_edit (other, "thêm", add_unit_cb, NULL, &error));
  g_assert_true (gh_edit_set_quota (fixture.workspace,
                                    fixture_unit (fixture.workspace, "Xã An Hòa")->id,
                                    GH_INDICATOR_BLOOD_UNITS, 99, &error));
  g_assert_cmpstr (fixture_unit (fixture.workspace, "Trường THPT Lê Lợi")->name, !=, "");
  g_free (fixture_dump (fixture.workspace));
  g_assert_false (gh_workspace_refresh (fixture.workspace));
  g_assert_true (gh_workspace_refresh (other));
  g_assert_cmpint (fixture_quota (other, "Xã An Hòa", GH_INDICATOR_BLOOD_UNITS), ==, 99);
  g_clear_object (&other);
  fixture_close (&fixture);
}

static void
test_failed_create (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture_open (&fixture, NULL, 2027);
  path = g_build_filename (fixture.folder, "mới.giothong", NULL);
  g_assert_null (gh_workspace_create (path, "no-such-template", 2027, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* What is there already is never overwritten. */
  g_assert_null (gh_workspace_create (fixture.path, NULL, 2027, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  fixture_close (&fixture);
}

/* What a workspace begins with is no edit of the clerk's: undo stops before it. */
static void
test_undo_floor (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  fixture_open (&fixture, "sample", 2027);
  g_assert_null (gh_workspace_get_undo_label (fixture.workspace));
  g_assert_false (gh_workspace_undo (fixture.workspace, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (gh_workspace_get_campaign_id (fixture.workspace), !=, 0);
  history = gh_store_list_history (gh_workspace_get_store (fixture.workspace), 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, >, 0);
  fixture_close (&fixture);
}

static gint64
fixed_clock (gpointer user_data)
{
  return *(const gint64 *) user_data;
}

static void
test_clock (void)
{
  Fixture fixture;
  gint64 now = G_GINT64_CONSTANT (1800000000); /* 15/01/2027 15:00 in Việt Nam */
  g_autofree char *iso = NULL;
  g_autofree char *set = NULL;
  gint64 before, read;

  fixture_open (&fixture, NULL, 2027);
  gh_workspace_set_clock (fixture.workspace, fixed_clock, &now);
  g_assert_cmpint (gh_workspace_get_now (fixture.workspace), ==, now);
  iso = gh_day_format_iso (gh_workspace_get_today (fixture.workspace));
  g_assert_cmpstr (iso, ==, "2027-01-15");

  g_setenv ("GIOTHONG_TODAY", "2027-02-24", TRUE);
  gh_workspace_set_clock (fixture.workspace, NULL, NULL);
  set = gh_day_format_iso (gh_workspace_get_today (fixture.workspace));
  g_assert_cmpstr (set, ==, "2027-02-24");
  g_setenv ("GIOTHONG_TODAY", "2027-02-31", TRUE); /* no day: the computer's clock holds */
  before = g_get_real_time () / G_USEC_PER_SEC;
  read = gh_setup_now ();
  g_assert_cmpint (read, >=, before);
  g_assert_cmpint (read, <=, g_get_real_time () / G_USEC_PER_SEC);
  g_unsetenv ("GIOTHONG_TODAY");
  fixture_close (&fixture);
}

/* Left open overnight: what is late has moved, and everybody is told once. */
static void
test_new_day (void)
{
  Fixture fixture;
  gint64 now = G_GINT64_CONSTANT (1800000000); /* 15/01/2027 15:00 in Việt Nam */
  Seen seen = { 0 };

  fixture_open (&fixture, NULL, 2027);
  gh_workspace_set_clock (fixture.workspace, fixed_clock, &now);
  watch (fixture.workspace, &seen);
  now += 3600;
  gh_workspace_follow_day (fixture.workspace);
  g_assert_cmpint (seen.changed, ==, 0);
  now += 9 * 3600;
  gh_workspace_follow_day (fixture.workspace);
  g_assert_cmpint (seen.changed, ==, 1);
  gh_workspace_follow_day (fixture.workspace);
  g_assert_cmpint (seen.changed, ==, 1);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/edit", test_edit);
  g_test_add_func ("/workspace/campaigns", test_campaigns);
  g_test_add_func ("/workspace/reopen", test_reopen);
  g_test_add_func ("/workspace/refresh", test_refresh);
  g_test_add_func ("/workspace/parts", test_parts);
  g_test_add_func ("/workspace/parts-of-two", test_parts_of_two);
  g_test_add_func ("/workspace/failed-create", test_failed_create);
  g_test_add_func ("/workspace/undo-floor", test_undo_floor);
  g_test_add_func ("/workspace/clock", test_clock);
  g_test_add_func ("/workspace/new-day", test_new_day);
  return g_test_run ();
}
