/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

/* Undo, redo and history. */

static void
set_quota (StoreFixture *fixture, gint64 campaign, gint64 unit, gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhQuota) quota = gh_quota_new (unit, GH_INDICATOR_DONORS, value);

  quota->campaign_id = campaign;
  g_assert_true (gh_store_save_quota (fixture->store, quota, &error));
  g_assert_no_error (error);
}

static void
edit_quota (StoreFixture *fixture, gint64 campaign, gint64 unit, gint64 value)
{
  g_autofree char *label = g_strdup_printf ("giao %d", (int) value);

  store_fixture_begin (fixture, label);
  set_quota (fixture, campaign, unit, value);
  store_fixture_commit (fixture);
}

static void
assert_labels (StoreFixture *fixture, const char *undo, const char *redo)
{
  g_autofree char *undo_label = gh_store_dup_undo_label (fixture->store);
  g_autofree char *redo_label = gh_store_dup_redo_label (fixture->store);

  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

static gint64
read_value (StoreFixture *fixture)
{
  return store_raw_int (fixture->path, "SELECT coalesce (max (value), -1) FROM quota");
}

static void
test_undo_redo (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);

  edit_quota (fixture, campaign, unit, 20);
  edit_quota (fixture, campaign, unit, 25);
  assert_labels (fixture, "giao 25", NULL);

  store_fixture_undo (fixture);
  g_assert_cmpint (read_value (fixture), ==, 20);
  assert_labels (fixture, "giao 20", "giao 25");
  store_fixture_reopen (fixture); /* both survive a restart */
  assert_labels (fixture, "giao 20", "giao 25");
  store_fixture_undo (fixture);
  g_assert_cmpint (read_value (fixture), ==, -1);
  store_fixture_redo (fixture);
  g_assert_cmpint (read_value (fixture), ==, 20);
  store_fixture_redo (fixture);
  g_assert_cmpint (read_value (fixture), ==, 25);
  assert_labels (fixture, "giao 25", NULL);
}

static void
test_nothing_to_do (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  assert_labels (fixture, NULL, NULL);
  g_assert_false (gh_store_undo (fixture->store, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (gh_store_redo (fixture->store, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
}

static void
test_new_edit_drops_redo (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);
  const GhChange *change;

  edit_quota (fixture, campaign, unit, 20);
  edit_quota (fixture, campaign, unit, 25);
  store_fixture_undo (fixture);
  edit_quota (fixture, campaign, unit, 30);
  assert_labels (fixture, "giao 30", NULL);
  store_fixture_undo (fixture);
  assert_labels (fixture, "giao 20", "giao 30"); /* 25 is out of reach, but not forgotten */
  g_assert_cmpint (read_value (fixture), ==, 20);

  history = gh_store_list_history (fixture->store, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  change = history->pdata[1];
  g_assert_cmpstr (change->label, ==, "giao 25");
  g_assert_true (change->undone);
  g_assert_cmpint (change->at, ==, STORE_NOW);
  g_assert_cmpuint (change->n_rows, ==, 2); /* the quota and its revision */
  g_assert_nonnull (g_strstr_len (change->who, -1, "@"));
  g_assert_false (((const GhChange *) history->pdata[2])->undone);
}

static void
test_no_trace (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_sets;

  edit_quota (fixture, campaign, unit, 20);
  edit_quota (fixture, campaign, unit, 21);
  store_fixture_undo (fixture);
  n_sets = store_raw_int (fixture->path, "SELECT count (*) FROM change_set");
  before = store_dump (fixture->path);

  edit_quota (fixture, campaign, unit, 20); /* the same value */
  store_fixture_begin (fixture, "bỏ");
  set_quota (fixture, campaign, unit, 99);
  gh_store_rollback (fixture->store);
  g_assert_false (gh_store_in_transaction (fixture->store));

  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM change_set"), ==, n_sets);
  assert_labels (fixture, "giao 20", "giao 21"); /* an edit without effect drops no redo */

  /* A failed save leaves the rest of the transaction to the caller: rolled back, all is as before.
   */
  store_fixture_begin (fixture, "sai");
  g_assert_false (
    gh_store_clear_quota (fixture->store, campaign, unit, GH_INDICATOR_DONORS, NULL) &&
    gh_store_delete_campaign (fixture->store, campaign, NULL) &&
    gh_store_delete_unit (fixture->store, unit, NULL) &&
    gh_store_save_quota (
      fixture->store, &(GhQuota){ .campaign_id = campaign, .unit_id = unit, .value = 1 }, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  gh_store_rollback (fixture->store);
  g_free (after);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
expect_conflict (StoreFixture *fixture, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (fixture->path);
  g_autofree char *after = NULL;

  g_assert_false (redo ? gh_store_redo (fixture->store, STORE_NOW, &error)
                       : gh_store_undo (fixture->store, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_test_message ("refused: %s", error->message);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_conflict (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);

  edit_quota (fixture, campaign, unit, 20);
  edit_quota (fixture, campaign, unit, 25);

  /* Changed behind our back: undo must not overwrite it. */
  store_raw_exec (fixture->path, "UPDATE quota SET value = 77");
  expect_conflict (fixture, FALSE);
  store_raw_exec (fixture->path, "UPDATE quota SET value = 25");
  store_fixture_undo (fixture);
  store_raw_exec (fixture->path, "UPDATE quota SET locked = 1");
  expect_conflict (fixture, TRUE);
  store_raw_exec (fixture->path, "UPDATE quota SET locked = 0");
  store_fixture_redo (fixture);

  store_raw_exec (fixture->path, "DELETE FROM quota");
  expect_conflict (fixture, FALSE);
}

/* Undo of an insert on whose row somebody else's hangs. */
static void
test_conflict_dependants (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_add_unit (fixture, "Xã A", 0);
  store_raw_exec (fixture->path,
                  "INSERT INTO contact (unit_id, name, fold, sort_key) VALUES (1, 'B', 'b', 'b')");
  expect_conflict (fixture, FALSE);
  store_raw_exec (fixture->path, "DELETE FROM contact");
  store_fixture_undo (fixture);
}

/* A second window on the same file: its edits are part of the same history. */
static void
test_two_stores (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) other = NULL;
  g_autoptr (GhHolder) holder = NULL;
  gint64 version = gh_store_get_data_version (fixture->store);
  g_autoptr (GhUnit) unit = gh_unit_new ("Xã của cửa sổ kia");

  other = gh_store_open (fixture->path, GH_STORE_DEFAULT, STORE_NOW, &error);
  g_assert_no_error (error);
  holder = gh_store_dup_other_holder (other);
  g_assert_nonnull (holder); /* we are still here */
  g_assert_true (gh_store_begin (other, "kia", STORE_NOW, &error));
  g_assert_true (gh_store_save_unit (other, unit, &error));
  g_assert_true (gh_store_commit (other, &error));
  g_assert_no_error (error);

  g_assert_cmpint (gh_store_get_data_version (fixture->store), !=, version);
  g_assert_true (gh_store_has_news (fixture->store));
  g_assert_cmpint (gh_store_take_changes (fixture->store), ==, GH_DOSSIER_UNITS);
  g_assert_false (gh_store_has_news (fixture->store));
  g_assert_cmpint (gh_store_take_changes (fixture->store), ==, GH_DOSSIER_NOTHING);
  assert_labels (fixture, "kia", NULL);
  store_fixture_undo (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM unit"), ==, 0);
  g_assert_cmpint (gh_store_take_changes (other), ==, GH_DOSSIER_UNITS);
}

/* The log must hold numbers and texts exactly. */
static void
test_exact_values (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GhUnit) unit =
    gh_unit_new ("\"Xã\" \\ / \b\f\n\r\t\x01\x1f ' ''; -- $.name ☺𝄞\xef\xbf\xbf");

  unit->headcount = G_MAXINT64;
  unit->last_year = 9007199254740993; /* not a double */
  store_fixture_begin (fixture, "số lớn");
  g_assert_true (gh_store_save_unit (fixture->store, unit, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  before = store_dump (fixture->path);

  store_fixture_begin (fixture, "xóa");
  g_assert_true (gh_store_delete_unit (fixture->store, unit->id, &error));
  store_fixture_commit (fixture);
  store_fixture_undo (fixture);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* --- property: undo all is the start, redo all is the end ----------------------------------- */

typedef struct
{
  StoreFixture *fixture;
  GArray *campaigns;
  GArray *units;
} Player;

static gint64
pick (const GArray *ids)
{
  return g_array_index (ids, gint64, g_test_rand_int_range (0, (int) ids->len));
}

static void
forget (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index_fast (ids, i);
        return;
      }
}

static char *
random_text (void)
{
  static const char *const WORDS[] = { "Xã", "Phường \"Đ\"", "Ô\\", "trường\n", "%_", "ỷ", "" };

  return g_strdup_printf ("u%d %s %s", g_test_rand_int_range (0, 1000),
                          WORDS[g_test_rand_int_range (0, G_N_ELEMENTS (WORDS))],
                          WORDS[g_test_rand_int_range (0, G_N_ELEMENTS (WORDS))]);
}

static void
play_unit (Player *player)
{
  g_autofree char *name = random_text ();
  g_autoptr (GhUnit) unit = gh_unit_new (name);
  gint64 id;

  unit->parent_id = player->units->len > 0 && g_test_rand_bit () ? pick (player->units) : 0;
  unit->headcount = g_test_rand_int_range (-1, 500);
  if (player->units->len > 3 && g_test_rand_bit ())
    {
      id = pick (player->units);
      if (g_test_rand_bit ())
        {
          if (gh_store_delete_unit (player->fixture->store, id, NULL)) /* refused with children */
            forget (player->units, id);
          return;
        }
      unit->id = id;
    }
  if (gh_store_save_unit (player->fixture->store, unit, NULL) && unit->id != 0) /* rings refused */
    {
      forget (player->units, unit->id);
      g_array_append_val (player->units, unit->id);
    }
}

static void
play_plan (Player *player)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan =
    gh_store_load_plan (player->fixture->store, pick (player->campaigns), &error);
  int n_changes = g_test_rand_int_range (1, 4);

  g_assert_no_error (error);
  for (int i = 0; i < n_changes; i++)
    {
      g_autofree char *text = random_text ();
      int index = g_test_rand_int_range (0, (int) plan->blocks->len + 1);

      if ((guint) index < plan->blocks->len && g_test_rand_bit ())
        g_ptr_array_remove_index (plan->blocks, (guint) index);
      else
        g_ptr_array_insert (plan->blocks, index, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
    }
  g_assert_true (gh_store_save_plan (player->fixture->store, plan, &error));
  g_assert_no_error (error);
}

static void
play_figures (Player *player)
{
  g_autoptr (GhResult) result = gh_result_new (pick (player->units), 0);

  result->campaign_id = pick (player->campaigns);
  result->donated = g_test_rand_int_range (-1, 90);
  if (g_test_rand_bit ())
    g_assert_true (gh_store_save_result (player->fixture->store, result, NULL));
  else
    set_quota (player->fixture, result->campaign_id, result->unit_id,
               g_test_rand_int_range (0, 90));
}

static void
play_campaign (Player *player)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (player->campaigns->len > 2)
    {
      id = pick (player->campaigns);
      g_assert_true (gh_store_delete_campaign (player->fixture->store, id, &error));
      g_assert_no_error (error);
      forget (player->campaigns, id);
      return;
    }
  id = store_fixture_add_campaign (player->fixture, "Đợt", 2027);
  g_array_append_val (player->campaigns, id);
}

static void
play_transaction (Player *player)
{
  int n_steps = g_test_rand_int_range (1, 5);

  store_fixture_begin (player->fixture, "ngẫu nhiên");
  for (int i = 0; i < n_steps; i++)
    {
      int what = g_test_rand_int_range (0, 8);

      if (what < 3 || player->units->len == 0)
        play_unit (player);
      else if (what == 3 || player->campaigns->len == 0)
        play_campaign (player);
      else if (what < 6)
        play_plan (player);
      else
        play_figures (player);
    }
  store_fixture_commit (player->fixture);
}

static void
undo_all (StoreFixture *fixture)
{
  g_autofree char *label = NULL;

  while ((label = gh_store_dup_undo_label (fixture->store)) != NULL)
    {
      store_fixture_undo (fixture);
      g_clear_pointer (&label, g_free);
    }
}

static void
redo_all (StoreFixture *fixture)
{
  g_autofree char *label = NULL;

  while ((label = gh_store_dup_redo_label (fixture->store)) != NULL)
    {
      store_fixture_redo (fixture);
      g_clear_pointer (&label, g_free);
    }
}

static void
test_random_edits (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *start = store_dump (fixture->path);

  for (int run = 0; run < 4; run++)
    {
      g_autoptr (GArray) campaigns = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
      Player player = { fixture, campaigns, units };
      g_autofree char *end = NULL;
      g_autofree char *again = NULL;
      g_autofree char *back = NULL;

      for (int i = 0; i < 25; i++)
        play_transaction (&player);
      end = store_dump (fixture->path);
      undo_all (fixture);
      store_fixture_reopen (fixture);
      back = store_dump (fixture->path);
      g_assert_cmpstr (back, ==, start);
      redo_all (fixture);
      again = store_dump (fixture->path);
      g_assert_cmpstr (again, ==, end);
      undo_all (fixture); /* the next run plays from the start, and drops this branch */
    }
  g_assert_true (gh_store_verify (fixture->path, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/log/undo-redo", test_undo_redo);
  store_test_add ("/store/log/nothing-to-do", test_nothing_to_do);
  store_test_add ("/store/log/new-edit-drops-redo", test_new_edit_drops_redo);
  store_test_add ("/store/log/no-trace", test_no_trace);
  store_test_add ("/store/log/conflict", test_conflict);
  store_test_add ("/store/log/conflict-dependants", test_conflict_dependants);
  store_test_add ("/store/log/two-stores", test_two_stores);
  store_test_add ("/store/log/exact-values", test_exact_values);
  store_test_add ("/store/log/random-edits", test_random_edits);
  return g_test_run ();
}
