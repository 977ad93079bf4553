/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "gh-office.h"
#include "gh-setup.h"
#include "gh-template.h"
#include "session-fixture.h"

static GhOffice *
make_office (void)
{
  GhOffice *office = gh_office_new ();

  office->level = GH_OFFICE_LEVEL_COMMUNE;
  gh_office_set (office, GH_OFFICE_PROVINCE, "tỉnh Hòa Xuân");
  gh_office_set (office, GH_OFFICE_PARENT, "Ủy ban nhân dân xã An Hòa");
  gh_office_set (office, GH_OFFICE_ISSUER, "  Ban Chỉ đạo vận động hiến máu xã An Hòa ");
  gh_office_set (office, GH_OFFICE_PLACE, "An Hòa");
  gh_office_set (office, GH_OFFICE_HEAD_NAME, "Trần Thị Mẫu");
  gh_office_set (office, GH_OFFICE_DEPUTY_AUTHORITY, "KT. TRƯỞNG BAN");
  gh_office_set (office, GH_OFFICE_DEPUTY_ROLE, "PHÓ TRƯỞNG BAN");
  gh_office_set (office, GH_OFFICE_DEPUTY_NAME, "Lê Văn Thử");
  return office;
}

static char *
dump_plan (const GhPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->bases->len; i++)
    g_string_append_printf (text, "%s\n", ((GhBasis *) g_ptr_array_index (plan->bases, i))->text);
  for (guint i = 0; i < plan->blocks->len; i++)
    g_string_append_printf (text, "%s\n", ((GhBlock *) g_ptr_array_index (plan->blocks, i))->text);
  return g_string_free (text, FALSE);
}

/* Names go into the head, the signature and the blanks of the text. */
static void
test_new_campaign (void)
{
  g_autoptr (GhOffice) office = make_office ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  const GhPlan *plan;
  Fixture fixture;

  fixture_open (&fixture, "empty", 2027);
  before = fixture_dump (fixture.workspace);
  g_assert_true (gh_edit_new_campaign_for (fixture.workspace, "commune", 2028, office, &error));
  g_assert_no_error (error);
  plan = gh_workspace_get_dossier (fixture.workspace)->plan;
  g_assert_cmpstr (plan->parent_issuer, ==, "Ủy ban nhân dân xã An Hòa");
  g_assert_cmpstr (plan->issuer, ==, "Ban Chỉ đạo vận động hiến máu xã An Hòa");
  g_assert_cmpstr (plan->symbol, ==, "KH-BCĐ"); /* not entered: the template's */
  g_assert_cmpstr (plan->place, ==, "An Hòa");
  /* The head signs; only the name was entered, the rest is the template's. */
  g_assert_cmpstr (plan->authority, ==, "TM. BAN CHỈ ĐẠO");
  g_assert_cmpstr (plan->signer_role, ==, "TRƯỞNG BAN");
  g_assert_cmpstr (plan->signer_post, ==, "PHÓ CHỦ TỊCH UBND XÃ");
  g_assert_cmpstr (plan->signer_name, ==, "Trần Thị Mẫu");
  text = dump_plan (plan);
  g_assert_nonnull (strstr (text, "tỉnh Hòa Xuân"));
  g_assert_null (strstr (text, "tỉnh …"));
  g_assert_null (strstr (text, "xã …"));
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  after = fixture_dump (fixture.workspace);
  g_assert_cmpstr (after, ==, before);
  fixture_close (&fixture);
}

static void
test_deputy (void)
{
  g_autoptr (GhOffice) office = make_office ();
  g_autoptr (GhPlan) plan = gh_plan_new ();

  office->deputy_signs = TRUE;
  g_free (plan->signer_post);
  plan->signer_post = g_strdup ("PHÓ CHỦ TỊCH UBND XÃ");
  gh_office_fill_plan (office, plan);
  g_assert_cmpstr (plan->authority, ==, "KT. TRƯỞNG BAN");
  g_assert_cmpstr (plan->signer_role, ==, "PHÓ TRƯỞNG BAN");
  g_assert_cmpstr (plan->signer_post, ==, ""); /* the head's post is not the deputy's */
  g_assert_cmpstr (plan->signer_name, ==, "Lê Văn Thử");
}

/* An office nobody has entered changes nothing, for any template. */
static void
test_nothing_entered (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();
  g_autoptr (GhOffice) nobody = gh_office_new ();

  g_ptr_array_set_free_func (templates, (GDestroyNotify) gh_template_free);
  for (guint i = 0; i < templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (templates, i);
      g_autoptr (GhPlan) filled = NULL;
      Fixture fixture;

      fixture_open (&fixture, templ->key, 2027);
      filled = gh_plan_copy (gh_workspace_get_dossier (fixture.workspace)->plan);
      gh_office_fill_plan (nobody, filled);
      g_assert_true (gh_plan_equal (filled, gh_workspace_get_dossier (fixture.workspace)->plan));
      fixture_close (&fixture);
    }
}

/* Every level but two has a template that is there. */
static void
test_levels (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();
  guint n = 0;

  g_ptr_array_set_free_func (templates, (GDestroyNotify) gh_template_free);
  for (int level = GH_OFFICE_LEVEL_UNKNOWN; level <= GH_OFFICE_LEVEL_COMPANY; level++)
    {
      const char *key = gh_office_level_template ((GhOfficeLevel) level);
      gboolean found = key == NULL;

      for (guint i = 0; i < templates->len && !found; i++)
        found = g_str_equal (((GhTemplate *) g_ptr_array_index (templates, i))->key, key);
      g_assert_true (found);
      n += key != NULL;
    }
  g_assert_cmpuint (n, ==, 6);
}

/* The language chosen in the preferences comes before the machine's, after the environment's. */
static void
test_language (void)
{
  g_autofree char *path = gh_setup_dup_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, "[interface]\nlanguage=vi\n", -1, &error);
  g_assert_no_error (error);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_unsetenv ("GIOTHONG_LANGUAGE");
  gh_setup_locale ();
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "vi");
  g_setenv ("GIOTHONG_LANGUAGE", "en", TRUE);
  gh_setup_locale ();
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
  g_assert_cmpstr (gh_setup_get_language (), ==, "en");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *config = g_dir_make_tmp ("gh-office-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS: with more than one test it leaks in GLib 2.74. */
  g_assert_nonnull (config);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/new-campaign", test_new_campaign);
  g_test_add_func ("/office/deputy", test_deputy);
  g_test_add_func ("/office/nothing-entered", test_nothing_entered);
  g_test_add_func ("/office/levels", test_levels);
  g_test_add_func ("/office/language", test_language);
  status = g_test_run ();
  g_rmdir (config);
  return status;
}
