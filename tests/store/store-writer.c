/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store.h"

#include <stdio.h>
#include <string.h>

/* store-writer FILE: opens (or creates) the workspace and commits numbered edits for ever, saying
 * each number on stdout once it is on disk. test-kill.py kills it. Now and then it takes its last
 * edit back and repeats it: "undoing N" is said before, "N" again after.
 *
 * store-writer --verify FILE: opens it, checks everything, says how many edits are there. */

#define NOW      G_GINT64_CONSTANT (4955653800)
#define N_QUOTAS 60 /* changed by each edit, so that a commit writes a number of pages */

static void
check (gboolean done, const GError *error)
{
  if (done)
    return;
  g_printerr ("store-writer: %s\n", error != NULL ? error->message : "failed");
  exit (3);
}

static void
say (const char *format, int number)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  printf (format, number);
#pragma GCC diagnostic pop
  fflush (stdout);
}

static int
find_last (GhStore *store, GArray *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = gh_store_list_units (store, &error);
  int last = 0;

  check (units != NULL, error);
  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = units->pdata[i];
      int number = 0;

      if (sscanf (unit->name, "edit %d", &number) == 1)
        last = MAX (last, number);
      if (ids->len < N_QUOTAS)
        g_array_append_val (ids, unit->id);
    }
  return last;
}

static gint64
find_campaign (GhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = gh_store_list_campaigns (store, &error);
  g_autoptr (GhCampaign) campaign = NULL;

  check (campaigns != NULL, error);
  if (campaigns->len > 0)
    return ((const GhCampaign *) campaigns->pdata[0])->id;
  campaign = gh_campaign_new ("Đợt", 2027);
  check (gh_store_begin (store, "campaign", NOW, &error), error);
  check (gh_store_save_campaign (store, campaign, &error), error);
  check (gh_store_commit (store, &error), error);
  return campaign->id;
}

static void
edit (GhStore *store, gint64 campaign, int number, GArray *ids)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("edit %d", number);
  g_autoptr (GhUnit) unit = gh_unit_new (name);

  check (gh_store_begin (store, name, NOW, &error), error);
  check (gh_store_save_unit (store, unit, &error), error);
  for (guint i = 0; i < ids->len; i++)
    {
      GhQuota quota = { .campaign_id = campaign,
                        .unit_id = g_array_index (ids, gint64, i),
                        .indicator = GH_INDICATOR_DONORS,
                        .value = number };

      check (gh_store_save_quota (store, &quota, &error), error);
    }
  check (gh_store_commit (store, &error), error);
  if (ids->len < N_QUOTAS)
    g_array_append_val (ids, unit->id);
}

static int
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) store = gh_store_open (path, GH_STORE_DEFAULT, NOW, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  check (store != NULL, error);
  say ("%d\n", find_last (store, ids));
  g_clear_pointer (&store, gh_store_close);
  check (gh_store_verify (path, &error), error);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) store = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 campaign;
  int number;

  if (argc == 3 && strcmp (argv[1], "--verify") == 0)
    return verify (argv[2]);
  check (argc == 2, NULL);
  store = g_file_test (argv[1], G_FILE_TEST_EXISTS)
            ? gh_store_open (argv[1], GH_STORE_DEFAULT, NOW, &error)
            : gh_store_create (argv[1], NOW, &error);
  check (store != NULL, error);
  campaign = find_campaign (store);
  number = find_last (store, ids);
  for (;;)
    {
      edit (store, campaign, ++number, ids);
      say ("%d\n", number);
      if (number % 5 != 0)
        continue;
      say ("undoing %d\n", number);
      check (gh_store_undo (store, NOW, &error), error);
      check (gh_store_redo (store, NOW, &error), error);
      say ("%d\n", number);
    }
}
