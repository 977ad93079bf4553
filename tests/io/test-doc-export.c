/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is refused, and that a refused export leaves what was there. */

typedef struct
{
  char *folder;
  GhSummary *summary;
  GhFontSet *fonts; /* NULL where the machine has none */
} Fixture;

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const char *folders[] = { "/usr/share/fonts/truetype/croscore", NULL };
  GhPlan *plan = gh_plan_new ();
  g_autoptr (GhDossier) dossier = gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), plan);

  g_ptr_array_add (
    plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Kế hoạch <&> \x01\x0b\xef\xbf\xbf./."));
  fixture->summary = gh_summary_new (dossier);
  fixture->folder = g_dir_make_tmp ("gh-export-XXXXXX", NULL);
  fixture->fonts = gh_font_set_new (folders, NULL);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[] = { "plan.DOCX", "plan.pdf", "plan.txt", "plan.odt" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  /* Fails if anything else was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  gh_summary_free (fixture->summary);
  gh_font_set_unref (fixture->fonts);
}

static gboolean
export_plan (Fixture *fixture, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GhExportOptions options = { .path = path, .fonts = fixture->fonts, .cancellable = cancellable };

  return gh_export_plan (fixture->summary, &options, error);
}

static void
test_endings (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (export_plan (fixture, "plan.DOCX", NULL, &error));
  g_assert_true (export_plan (fixture, "plan.txt", NULL, &error));
  if (fixture->fonts != NULL)
    g_assert_true (export_plan (fixture, "plan.pdf", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (export_plan (fixture, "plan.odt", NULL, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "plan.odt"));
}

static void
test_no_folder (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (export_plan (fixture, "nowhere/plan.docx", NULL, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
}

static void
test_cancelled (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[] = { "plan.txt", "plan.DOCX", "plan.pdf" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < (fixture->fonts != NULL ? 3u : 2u); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
      g_assert_false (export_plan (fixture, names[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "as it was");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/endings", Fixture, NULL, set_up, test_endings, tear_down);
  g_test_add ("/export/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/export/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
