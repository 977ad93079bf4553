/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "gh-live.h"
#include "gh-template.h"
#include "session-fixture.h"

/* Templates that a clerk keeps of his own campaigns. */

static char *folder;

static char *
dup_file (const char *key)
{
  g_autofree char *name = g_strconcat (key + strlen ("my-"), ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
remove_all (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Number and day of issue are left out, and what a campaign was like. */
static char *
comparable (GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhSummary) summary = gh_summary_new ((GhDossier *) dossier);
  g_autoptr (GhPlan) plan = gh_live_resolve (summary, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%s|%s|%s|%s\n", dossier->campaign->name, dossier->campaign->theme,
                          plan->issuer, plan->title);
  for (guint i = 0; i < plan->bases->len; i++)
    g_string_append_printf (out, "%s\n", ((GhBasis *) plan->bases->pdata[i])->text);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      g_string_append_printf (out, "%d %d %s %s\n", block->kind, block->level, block->number,
                              block->text);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        {
          g_autofree char *cells = g_strjoinv ("|", block->rows->pdata[k]);

          g_string_append_printf (out, "%s\n", cells);
        }
    }
  for (guint i = 0; i < plan->recipients->len; i++)
    g_string_append_printf (out, "%s\n", ((GhRecipient *) plan->recipients->pdata[i])->name);
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      g_autofree char *when = gh_date_span_format (&activity->span, GH_DATE_LONG);

      g_string_append_printf (out, "%s %d %s\n", activity->title, activity->kind, when);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Kept and begun again in the same year, a campaign is what it was; for every template of ours. */
static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();
  Fixture fixture;

  fixture_open (&fixture, NULL, 2027);
  for (guint i = 1; i < templates->len; i++)
    for (int year = 2024; year <= 2028; year++)
      {
        const GhTemplate *templ = g_ptr_array_index (templates, i);
        g_autofree char *key = NULL;
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;
        g_autoptr (GError) error = NULL;

        if (templ->own)
          continue;
        g_assert_true (gh_edit_new_campaign (fixture.workspace, templ->key, year, NULL));
        before = comparable (fixture.workspace);
        gh_template_keep (gh_workspace_get_dossier (fixture.workspace), "Thử", &key, &error);
        g_assert_no_error (error);
        gh_edit_new_campaign (fixture.workspace, key, year, &error);
        g_assert_no_error (error);
        after = comparable (fixture.workspace);
        g_assert_cmpstr (after, ==, before);
        g_assert_true (gh_template_remove (key, &error));
      }
  fixture_close (&fixture);
}

/* In another year its dates move: what follows Tết with Tết, a Sunday stays a Sunday. */
static void
test_other_year (void)
{
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  const GhDossier *dossier;
  guint n = 0;

  fixture_open (&fixture, "commune", 2027);
  gh_template_keep (gh_workspace_get_dossier (fixture.workspace), "Xuân  xã", &key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, "my-xuan-xa");
  gh_edit_new_campaign (fixture.workspace, key, 2030, &error);
  g_assert_no_error (error);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  g_assert_nonnull (strstr (dossier->plan->title, "Canh Tuất"));
  g_assert_nonnull (strstr (dossier->plan->title, "2030"));
  g_assert_cmpstr (dossier->plan->number, ==, "");
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->kind == GH_ACTIVITY_DEADLINE)
        g_assert_false (gh_day_is_off (gh_date_span_last_day (&activity->span)));
      if (activity->kind != GH_ACTIVITY_SESSION)
        continue;
      n++;
      g_assert_cmpint (gh_day_weekday (activity->span.start), ==, 7);
      g_assert_cmpuint (activity->span.start, >=, gh_day_from_ymd (2030, 2, 13));
      g_assert_cmpuint (activity->span.start, <=, gh_day_from_ymd (2030, 2, 22));
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gh_template_remove (key, NULL));
  fixture_close (&fixture);
}

static GhPlan *
plan_with (const GhDossier *dossier, const char *text)
{
  GhPlan *plan = gh_plan_copy (dossier->plan);

  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
  return plan;
}

/* Sentences: dates and years of the campaign move, those of cited documents stay; a field that
 * names an entry of the calendar names the same entry of the new campaign. */
static void
test_texts (void)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = NULL;
  Fixture fixture;
  const GhDossier *dossier;
  const GhBlock *last;
  const GhActivity *first;
  g_autofree char *expected = NULL;

  fixture_open (&fixture, "school", 2027);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  first = dossier->activities->pdata[0];
  text =
    g_strdup_printf ("Năm 2027 (Đinh Mùi), sau năm 2026, thứ Bảy, ngày 20/03/2027, theo Kế hoạch "
                     "số 05/KH-BCĐ ngày 10/01/2027; trước 02/2028, luật 2008, 12/2027/NĐ-CP, "
                     "$(year) {{activity:%" G_GINT64_FORMAT ":title}}",
                     first->id);
  plan = plan_with (dossier, text);
  g_free (plan->number);
  plan->number = g_strdup ("17");
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, NULL));
  gh_template_keep (gh_workspace_get_dossier (fixture.workspace), "Trường", &key, &error);
  g_assert_no_error (error);
  gh_edit_new_campaign (fixture.workspace, key, 2028, &error);
  g_assert_no_error (error);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  first = dossier->activities->pdata[0];
  last = dossier->plan->blocks->pdata[dossier->plan->blocks->len - 1];
  expected =
    g_strdup_printf ("Năm 2028 (Mậu Thân), sau năm 2027, thứ Bảy, ngày 18/03/2028, theo Kế "
                     "hoạch số 05/KH-BCĐ ngày 10/01/2027; trước 02/2029, luật 2008, "
                     "12/2027/NĐ-CP, $(year) {{activity:%" G_GINT64_FORMAT ":title}}",
                     first->id);
  g_assert_cmpstr (last->text, ==, expected);
  g_assert_cmpstr (dossier->plan->number, ==, "");
  g_assert_true (gh_template_remove (key, NULL));
  fixture_close (&fixture);
}

static void
test_names (void)
{
  g_autofree char *key = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  const GhTemplate *last;
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  GhDossier *dossier;

  fixture_open (&fixture, "sample", 0);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  g_assert_true (gh_template_keep (dossier, "Mẫu", &key, NULL));
  g_assert_false (gh_template_keep (dossier, " Mẫu ", NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gh_template_keep (dossier, "  ", NULL, NULL));
  g_assert_true (gh_template_keep (dossier, "mau!", &other, NULL));
  g_assert_cmpstr (other, ==, "my-mau-2");
  g_assert_false (gh_template_rename (other, "Mẫu", NULL));
  gh_template_rename (other, "An toàn", &error);
  g_assert_no_error (error);
  templates = gh_template_list ();
  g_ptr_array_set_free_func (templates, (GDestroyNotify) gh_template_free);
  last = templates->pdata[templates->len - 1];
  g_assert_cmpstr (last->name, ==, "Mẫu");
  g_assert_true (last->own);
  g_assert_cmpstr (((GhTemplate *) templates->pdata[templates->len - 2])->name, ==, "An toàn");
  g_assert_true (gh_template_remove (key, NULL) && gh_template_remove (other, NULL));
  g_assert_false (gh_template_remove (key, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_assert_false (gh_template_remove ("commune", NULL));
  g_assert_false (gh_template_remove ("my-../../x", NULL));
  fixture_close (&fixture);
}

/* Nothing of a person but the signer: contacts, units and results stay behind. */
static void
test_private (void)
{
  g_autofree char *key = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  Fixture fixture;
  GhDossier *dossier;

  fixture_open (&fixture, "sample", 0);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  g_assert_true (gh_template_keep (dossier, "Mẫu", &key, NULL));
  path = dup_file (key);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      g_assert_true (*unit->contact == '\0' || strstr (text, unit->contact) == NULL);
      g_assert_true (*unit->phone == '\0' || strstr (text, unit->phone) == NULL);
    }
  g_assert_null (strstr (text, "\"number\" : \"15"));
  g_assert_true (gh_template_remove (key, NULL));
  fixture_close (&fixture);
}

/* Files that anybody may have put there are refused or harmless, never fatal. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"campaign\":{},\"plan\":{},\"x\":");
  static const char *const bad[] = {
    "",
    "[]",
    "{",
    "{\"campaign\":[],\"plan\":{}}",
    "{\"campaign\":{},\"plan\":{\"blocks\":{}}}",
    "{\"campaign\":{},\"plan\":{\"blocks\":[1]}}",
    "{\"campaign\":{},\"plan\":{\"blocks\":[{\"p\":null}]}}",
    "{\"campaign\":{\"name\":7},\"plan\":{}}",
    "{\"campaign\":{},\"plan\":{\"blocks\":[{\"table\":[[1]]}]}}",
    "{\"campaign\":{},\"plan\":{},\"targets\":[{\"value\":\"x\"}]}",
    "{\"campaign\":{},\"plan\":{},\"name\":\"\xff\"}",
  };
  static const char *const odd[] = {
    "{\"campaign\":{},\"plan\":{}}",
    "{\"campaign\":{\"name\":\"A\",\"period\":\"02-29..nie\"},\"plan\":{\"date\":\"tet+9999+9999\","
    "\"blocks\":[{},{\"block\":\"no\",\"level\":-5},{\"block\":\"table\"},{\"p\":\"$(tet-9999-9999-"
    "9999) {{activity:@99999999999999999999:date}} {{activity:@\"}]}}",
    "{\"campaign\":{\"name\":\"A\"},\"plan\":{},\"budget\":[{\"quantity\":-9}],\"activities\":[{"
    "\"when\":\"0001-01-01<mon-5\"}]}",
    "{\"campaign\":{\"name\":\"A\"},\"plan\":{},\"budget\":[{\"quantity\":9000000000000000000,"
    "\"price\":9000000000000000000}]}",
  };
  g_autofree char *path = dup_file ("my-bad");
  Fixture fixture;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture_open (&fixture, NULL, 2027);
  for (gsize i = 0; i <= G_N_ELEMENTS (bad); i++)
    {
      const char *text = i < G_N_ELEMENTS (bad) ? bad[i] : deep->str;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = fixture_dump (fixture.workspace);
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_false (gh_edit_new_campaign (fixture.workspace, "my-bad", 2027, &error));
      g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
      after = fixture_dump (fixture.workspace);
      g_assert_cmpstr (after, ==, before);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_assert_true (g_file_set_contents (path, odd[i], -1, NULL));
      gh_edit_new_campaign (fixture.workspace, "my-bad", 2027, NULL);
    }
  g_unlink (path);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("gh-templates-XXXXXX", NULL);
  g_setenv ("GIOTHONG_TEMPLATEDIR", folder, TRUE);
  g_test_add_func ("/own-templates/round-trip", test_round_trip);
  g_test_add_func ("/own-templates/other-year", test_other_year);
  g_test_add_func ("/own-templates/texts", test_texts);
  g_test_add_func ("/own-templates/names", test_names);
  g_test_add_func ("/own-templates/private", test_private);
  g_test_add_func ("/own-templates/hostile", test_hostile);
  status = g_test_run ();
  remove_all ();
  g_free (folder);
  return status;
}
