/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include <string.h>

/*
 * Two programs with the same workspace open: each edits what it saw last. Whatever they do, no edit
 * may write over a row that the other has changed since, and none may be refused that does not.
 */

#define N_STEPS 400
#define N_SEEDS 3

typedef struct
{
  GhWorkspace *workspace;
  GHashTable *dirty; /* keys of rows that the other has changed since this one looked */
} Writer;

typedef struct
{
  Fixture fixture;
  GhStore *reader;
  Writer writers[2];
  guint n_done;
  guint n_refused;
} Pair;

/* --- the file as rows ------------------------------------------------------------------------ */

#define ID "%" G_GINT64_FORMAT

G_GNUC_PRINTF (2, 3)
static void
put_row (GHashTable *rows, const char *format, ...)
{
  va_list args;
  char *text;
  char *equals;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  equals = strchr (text, '=');
  g_hash_table_insert (rows, g_strndup (text, (gsize) (equals - text)), text);
}

static void
put_lists (GHashTable *rows, const GhDossier *dossier)
{
  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      put_row (rows, "unit/" ID "=" ID "|%s|" ID, unit->id, unit->parent_id, unit->name,
               unit->headcount);
    }
  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      put_row (rows, "quota/" ID "/%d=" ID "|%d|%d", quota->unit_id, (int) quota->indicator,
               quota->value, quota->locked, (int) quota->rule);
    }
  for (guint i = 0; i < dossier->results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (dossier->results, i);

      put_row (rows, "result/" ID "/" ID "=" ID, result->unit_id, result->session_id,
               result->donated);
    }
  for (guint i = 0; i < dossier->targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (dossier->targets, i);

      put_row (rows, "target/" ID "=%.0f", target->id, target->value);
    }
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      put_row (rows, "activity/" ID "=%s|%d", activity->id, activity->title, (int) activity->state);
    }
}

/* Key of each row → the row. */
static GHashTable *
list_rows (const GhDossier *dossier)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) plan = g_string_new ("plan=");

  g_string_append (plan, dossier->plan->title);
  for (guint i = 0; i < dossier->plan->blocks->len; i++)
    g_string_append_printf (plan, "|%s",
                            ((GhBlock *) g_ptr_array_index (dossier->plan->blocks, i))->text);
  put_row (rows, "%s", plan->str);
  put_row (rows, "campaign=%s", dossier->campaign->theme);
  put_lists (rows, dossier);
  return rows;
}

static GHashTable *
read_rows (const Pair *pair)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDossier) dossier = gh_store_load_dossier (pair->reader, 0, &error);

  g_assert_no_error (error);
  return list_rows (dossier);
}

static void
add_missing (GHashTable *differing, GHashTable *from, GHashTable *in)
{
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (g_strcmp0 (row, g_hash_table_lookup (in, key)) != 0)
      g_hash_table_add (differing, g_strdup (key));
}

/* Keys of the rows that differ. */
static GHashTable *
compare (GHashTable *a, GHashTable *b)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_missing (keys, a, b);
  add_missing (keys, b, a);
  return keys;
}

static void
assert_same (GHashTable *a, GHashTable *b)
{
  g_autoptr (GHashTable) keys = compare (a, b);

  g_assert_cmpuint (g_hash_table_size (keys), ==, 0);
}

/* --- random edits ---------------------------------------------------------------------------- */

/* @key: of the one row it means, NULL if it may mean many */
typedef gboolean (*Edit) (GhWorkspace *workspace, GRand *rand, char **key, GError **error);

static gpointer
pick (GRand *rand, const GPtrArray *list)
{
  return list->len == 0 ? NULL
                        : g_ptr_array_index (list, g_rand_int_range (rand, 0, (gint32) list->len));
}

static gboolean
edit_unit (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  const GhUnit *found = pick (rand, gh_workspace_get_dossier (workspace)->units);
  g_autoptr (GhUnit) unit = found != NULL ? gh_unit_copy (found) : gh_unit_new ("Tổ dân phố");

  unit->headcount = g_rand_int_range (rand, 0, 4);
  *key = g_strdup_printf ("unit/" ID, unit->id);
  return gh_edit_save_unit (workspace, unit, error);
}

static gboolean
add_unit (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  g_autoptr (GhUnit) unit = gh_unit_new ("Khu phố");
  const GhUnit *parent = pick (rand, gh_workspace_get_dossier (workspace)->units);

  unit->parent_id = parent != NULL && g_rand_boolean (rand) ? parent->id : 0;
  *key = g_strdup_printf ("unit/" ID, unit->parent_id);
  return gh_edit_save_unit (workspace, unit, error);
}

static gboolean
delete_unit (GhWorkspace *workspace, GRand *rand, char **key G_GNUC_UNUSED, GError **error)
{
  const GPtrArray *units = gh_workspace_get_dossier (workspace)->units;
  gint64 id = 0;

  if (units->len < 4)
    return TRUE;
  for (guint i = 0; i < units->len; i++) /* the newest: its number may be used again */
    id = MAX (id, ((const GhUnit *) g_ptr_array_index (units, i))->id);
  if (g_rand_boolean (rand))
    id = ((const GhUnit *) pick (rand, units))->id;
  for (guint i = 0; i < units->len; i++)
    if (((const GhUnit *) g_ptr_array_index (units, i))->parent_id == id)
      return TRUE;
  return gh_edit_delete_unit (workspace, id, error);
}

static gboolean
edit_quota (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  const GhUnit *unit = pick (rand, gh_workspace_get_dossier (workspace)->units);
  GhIndicator indicator = g_rand_boolean (rand) ? GH_INDICATOR_BLOOD_UNITS : GH_INDICATOR_DONORS;

  if (unit == NULL)
    return TRUE;
  *key = g_strdup_printf ("quota/" ID "/%d", unit->id, (int) indicator);
  return gh_edit_set_quota (workspace, unit->id, indicator, g_rand_int_range (rand, -1, 3), error);
}

static gboolean
edit_result (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  const GhUnit *unit = pick (rand, gh_workspace_get_dossier (workspace)->units);
  g_autoptr (GhResult) result = NULL;

  if (unit == NULL)
    return TRUE;
  result = gh_result_new (unit->id, 0);
  result->donated = g_rand_int_range (rand, 0, 3);
  *key = g_strdup_printf ("result/" ID "/0", unit->id);
  return gh_edit_save_result (workspace, result, error);
}

static gboolean
edit_target (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  const GhTarget *found = pick (rand, gh_workspace_get_dossier (workspace)->targets);
  g_autoptr (GhTarget) target =
    found != NULL ? gh_target_copy (found)
                  : gh_target_new (GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 5);

  *key = g_strdup_printf ("target/" ID, target->id);
  if (found != NULL && g_rand_int_range (rand, 0, 4) == 0)
    return gh_edit_delete_target (workspace, target->id, error);
  target->value = target->value_to = g_rand_int_range (rand, 0, 3);
  return gh_edit_save_target (workspace, target, error);
}

static gboolean
edit_activity (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  static const GhDateSpan none = GH_DATE_SPAN_INIT;
  const GhActivity *found = pick (rand, gh_workspace_get_dossier (workspace)->activities);
  g_autoptr (GhActivity) activity = gh_activity_new ("Lễ ra quân", GH_ACTIVITY_LAUNCH, &none);
  int what = g_rand_int_range (rand, 0, 4);

  *key = g_strdup_printf ("activity/" ID, found != NULL && what > 0 ? found->id : 0);
  if (found == NULL || what == 0)
    return gh_edit_save_activity (workspace, activity, error);
  if (what == 1)
    return gh_edit_delete_activity (workspace, found->id, error);
  return gh_edit_set_activity_state (workspace, found->id,
                                     (GhActivityState) g_rand_int_range (rand, 0, 3), error);
}

static gboolean
edit_plan (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (workspace)->plan);
  GhBlock *block = pick (rand, plan->blocks);

  *key = g_strdup ("plan");
  if (block == NULL || g_rand_int_range (rand, 0, 4) == 0)
    g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Thêm"));
  else if (g_rand_int_range (rand, 0, 3) == 0)
    g_ptr_array_remove (plan->blocks, block);
  else
    {
      g_free (block->text);
      block->text = g_strdup_printf ("Đoạn %d", g_rand_int_range (rand, 0, 3));
    }
  return gh_edit_save_plan (workspace, plan, NULL, error);
}

static gboolean
edit_campaign (GhWorkspace *workspace, GRand *rand, char **key, GError **error)
{
  g_autoptr (GhCampaign) campaign =
    gh_campaign_copy (gh_workspace_get_dossier (workspace)->campaign);

  g_free (campaign->theme);
  campaign->theme = g_strdup_printf ("Chủ đề %d", g_rand_int_range (rand, 0, 3));
  *key = g_strdup ("campaign");
  return gh_edit_save_campaign (workspace, campaign, error);
}

/* Worked out from all units and quotas, which must be as they were. */
static gboolean
allocate (GhWorkspace *workspace, GRand *rand, char **key G_GNUC_UNUSED, GError **error)
{
  GhAllocation allocation = { .indicator = GH_INDICATOR_BLOOD_UNITS,
                              .total = g_rand_int_range (rand, 100, 103),
                              .rule = GH_QUOTA_RULE_EQUAL,
                              .minimum = -1,
                              .maximum = -1,
                              .replace_locked = TRUE };

  return gh_edit_allocate (workspace, &allocation, error);
}

static gboolean
undo (GhWorkspace *workspace, GRand *rand, char **key G_GNUC_UNUSED, GError **error)
{
  return g_rand_boolean (rand) ? gh_workspace_undo (workspace, error)
                               : gh_workspace_redo (workspace, error);
}

static const Edit edits[] = {
  edit_unit,   edit_unit,   add_unit,      delete_unit, edit_quota,    edit_quota, edit_result,
  edit_target, edit_target, edit_activity, edit_plan,   edit_campaign, allocate,   undo,
};

/* --- the property ---------------------------------------------------------------------------- */

/* A row that the edit made cannot have been changed by anybody, even if its number was used before;
 * but a cell is known by its place. */
static gboolean
was_overwritten (const char *key, GHashTable *before, GHashTable *dirty)
{
  gboolean cell = g_str_has_prefix (key, "quota/") || g_str_has_prefix (key, "result/");

  return g_hash_table_contains (dirty, key) && (cell || g_hash_table_contains (before, key));
}

static void
check_done (Pair *pair, int who, Edit edit, GHashTable *before, GHashTable *after)
{
  Writer *writer = &pair->writers[who];
  g_autoptr (GHashTable) changed = compare (before, after);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (edit != undo && was_overwritten (key, before, writer->dirty))
        g_error ("%s was changed by both", (const char *) key);
      g_hash_table_add (pair->writers[1 - who].dirty, g_strdup (key));
    }
  pair->n_done++;
}

static void
check_refused (Pair *pair,
               int who,
               const char *key,
               GHashTable *before,
               GHashTable *after,
               const GError *error)
{
  Writer *writer = &pair->writers[who];

  assert_same (before, after);
  if (g_error_matches (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT) && key != NULL)
    {
      const char *unit = strstr (key, "/");
      g_autofree char *its_unit = NULL;

      if (!g_str_has_prefix (key, "unit/") && unit != NULL)
        its_unit = g_strdup_printf ("unit/" ID, g_ascii_strtoll (unit + 1, NULL, 10));
      g_assert_true (g_hash_table_contains (writer->dirty, key) ||
                     (its_unit != NULL && g_hash_table_contains (writer->dirty, its_unit)));
    }
  pair->n_refused += g_error_matches (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
}

static void
step (Pair *pair, GRand *rand)
{
  int who = g_rand_int_range (rand, 0, 2);
  Writer *writer = &pair->writers[who];
  Edit edit = edits[g_rand_int_range (rand, 0, G_N_ELEMENTS (edits))];
  g_autoptr (GHashTable) before = read_rows (pair);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GHashTable) shown = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  gboolean done;

  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      gh_workspace_refresh (writer->workspace);
      g_hash_table_remove_all (writer->dirty);
    }
  done = edit (writer->workspace, rand, &key, &error);
  after = read_rows (pair);
  if (done)
    check_done (pair, who, edit, before, after);
  else
    check_refused (pair, who, key, before, after, error);
  if (done && edit == delete_unit && g_hash_table_size (before) == g_hash_table_size (after))
    return; /* it found none to delete, and has not looked */

  /* Either way it sees the file as it is now. */
  shown = list_rows (gh_workspace_get_dossier (writer->workspace));
  assert_same (shown, after);
  g_hash_table_remove_all (writer->dirty);
}

static void
changed_cb (GhWorkspace *workspace)
{
  gh_workspace_get_dossier (workspace); /* as a window does */
}

static void
pair_open (Pair *pair)
{
  g_autoptr (GError) error = NULL;

  fixture_open (&pair->fixture, "sample", 2027);
  pair->writers[0].workspace = g_object_ref (pair->fixture.workspace);
  pair->writers[1].workspace = gh_workspace_open (pair->fixture.path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  pair->reader = gh_store_open (pair->fixture.path, GH_STORE_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      pair->writers[i].dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_signal_connect (pair->writers[i].workspace, "changed", G_CALLBACK (changed_cb), NULL);
      gh_workspace_refresh (pair->writers[i].workspace);
      gh_workspace_get_dossier (pair->writers[i].workspace);
    }
}

static void
pair_close (Pair *pair)
{
  for (int i = 0; i < 2; i++)
    {
      g_hash_table_unref (pair->writers[i].dirty);
      g_object_unref (pair->writers[i].workspace);
    }
  gh_store_close (pair->reader);
  fixture_close (&pair->fixture);
}

static void
test_random (gconstpointer seed)
{
  Pair pair = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));

  pair_open (&pair);
  for (int i = 0; i < N_STEPS; i++)
    step (&pair, rand);
  g_test_message ("%u done, %u refused", pair.n_done, pair.n_refused);
  g_assert_cmpuint (pair.n_done, >, N_STEPS / 2);
  g_assert_cmpuint (pair.n_refused, >, N_STEPS / 50);
  pair_close (&pair);
}

/* --- single cases ---------------------------------------------------------------------------- */

/* A window that was opened before somebody else's change, and whose workspace has seen it since. */
static void
test_open_window (void)
{
  Pair pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDossier) base = NULL;
  g_autoptr (GhUnit) mine = NULL;
  g_autoptr (GhUnit) theirs = NULL;
  g_autofree char *text = NULL;
  GhWorkspace *one, *two;

  pair_open (&pair);
  one = pair.writers[0].workspace;
  two = pair.writers[1].workspace;
  base = gh_dossier_ref (gh_workspace_get_dossier (one));
  mine = gh_unit_copy (fixture_unit (one, "Xã An Hòa"));
  theirs = gh_unit_copy (mine);
  theirs->headcount = 77;
  g_assert_true (gh_edit_save_unit (two, theirs, &error));
  g_assert_true (gh_workspace_refresh (one));

  mine->last_year = 5;
  g_assert_false (gh_edit_save_unit_from (one, base, mine, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Xã An Hòa")); /* says what the other did */
  g_clear_error (&error);
  g_assert_cmpint (fixture_unit (one, "Xã An Hòa")->headcount, ==, 77);

  /* Another unit is free to be saved from the same window's state. */
  g_clear_pointer (&mine, gh_unit_free);
  mine = gh_unit_copy (fixture_unit (one, "Trường THPT Lê Lợi"));
  mine->headcount = 88;
  g_assert_true (gh_edit_save_unit_from (one, base, mine, &error));
  g_assert_no_error (error);
  text = fixture_dump (one);
  pair_close (&pair);
}

/* Undo takes back what its label said, not what another program did a moment ago. */
static void
test_undo (void)
{
  Pair pair = { 0 };
  g_autoptr (GError) error = NULL;
  GhWorkspace *one, *two;
  gint64 unit;

  pair_open (&pair);
  one = pair.writers[0].workspace;
  two = pair.writers[1].workspace;
  unit = fixture_unit (one, "Xã An Hòa")->id;
  g_assert_true (gh_edit_set_quota (one, unit, GH_INDICATOR_BLOOD_UNITS, 41, &error));
  g_assert_true (gh_edit_set_quota (two, unit, GH_INDICATOR_DONORS, 42, &error));
  g_assert_false (gh_workspace_undo (one, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (fixture_quota (one, "Xã An Hòa", GH_INDICATOR_DONORS), ==, 42);
  g_assert_nonnull (strstr (gh_workspace_get_undo_label (one), "42"));
  g_assert_true (gh_workspace_undo (one, &error));
  g_assert_cmpint (fixture_quota (one, "Xã An Hòa", GH_INDICATOR_DONORS), !=, 42);
  pair_close (&pair);
}

/* What is hung on a unit that is gone does not land on the one that got its number. */
static void
test_number_used_again (void)
{
  Pair pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnit) old = gh_unit_new ("Trạm cũ");
  g_autoptr (GhUnit) new = gh_unit_new ("Trạm mới");
  GhWorkspace *one, *two;

  pair_open (&pair);
  one = pair.writers[0].workspace;
  two = pair.writers[1].workspace;
  g_assert_true (gh_edit_save_unit (one, old, &error));
  g_assert_true (gh_workspace_refresh (two));
  g_assert_true (gh_edit_delete_unit (two, old->id, &error));
  g_assert_true (gh_edit_save_unit (two, new, &error));
  g_assert_cmpint (new->id, ==, old->id);
  g_assert_false (gh_edit_set_quota (one, old->id, GH_INDICATOR_BLOOD_UNITS, 9, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  pair_close (&pair);
}

/* A cell of a table that the other changed in a block which is deleted here. */
static void
test_table_row (void)
{
  Pair pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) mine = NULL;
  g_autoptr (GhPlan) theirs = NULL;
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  char *cells[] = { (char *) "Ngày", (char *) "Việc", NULL };
  GhWorkspace *one, *two;

  pair_open (&pair);
  one = pair.writers[0].workspace;
  two = pair.writers[1].workspace;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (table->rows, g_strdupv (cells));
  mine = gh_plan_copy (gh_workspace_get_dossier (one)->plan);
  g_ptr_array_add (mine->blocks, table);
  g_assert_true (gh_edit_save_plan (one, mine, NULL, &error));
  g_assert_true (gh_workspace_refresh (two));

  theirs = gh_plan_copy (gh_workspace_get_dossier (two)->plan);
  table = g_ptr_array_index (theirs->blocks, theirs->blocks->len - 1);
  g_free (((char **) g_ptr_array_index (table->rows, 0))[0]);
  ((char **) g_ptr_array_index (table->rows, 0))[0] = g_strdup ("Thứ");
  g_assert_true (gh_edit_save_plan (two, theirs, NULL, &error));
  g_assert_no_error (error);

  g_clear_pointer (&mine, gh_plan_free);
  mine = gh_plan_copy (gh_workspace_get_dossier (one)->plan);
  g_ptr_array_remove_index (mine->blocks, mine->blocks->len - 1);
  g_assert_false (gh_edit_save_plan (one, mine, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  pair_close (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/two-writers/random/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random);
    }
  g_test_add_func ("/two-writers/open-window", test_open_window);
  g_test_add_func ("/two-writers/undo", test_undo);
  g_test_add_func ("/two-writers/number-used-again", test_number_used_again);
  g_test_add_func ("/two-writers/table-row", test_table_row);
  return g_test_run ();
}
