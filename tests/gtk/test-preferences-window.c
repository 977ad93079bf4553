/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-preferences-window.h"
#include "gh-settings.h"
#include "gh-setup.h"
#include "widgets.h"

#include <glib/gstdio.h>

/* The window of the preferences over one that belongs to no program. */

static GtkWidget *
present (GtkWidget *parent)
{
  gh_preferences_window_present (GTK_WINDOW (parent));
  return find_window (GH_TYPE_PREFERENCES_WINDOW);
}

/* The language that was chosen stays chosen, though the program does not speak it yet. */
static void
test_language (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = present (parent);
  GtkDropDown *language = GTK_DROP_DOWN (get_child (window, "language"));
  guint spoken = gtk_drop_down_get_selected (language);
  guint other = spoken == 0 ? 1 : 0;
  guint n;
  const char *code = gh_setup_languages (&n)[other].code;

  g_assert_cmpuint (n, >, other);
  gtk_drop_down_set_selected (language, other);
  click (window, "save");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *kept = NULL;

      window = present (parent);
      language = GTK_DROP_DOWN (get_child (window, "language"));
      g_assert_cmpuint (gtk_drop_down_get_selected (language), ==, other);
      g_assert_true (gtk_widget_get_visible (get_child (window, "language_note")));
      click (window, "save");
      kept = gh_settings_get_string (gh_settings_of (parent), "interface", "language");
      g_assert_cmpstr (kept, ==, code);
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Where the settings cannot be written the clerk is told, each time. */
static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-preferences-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a-file", NULL);
  g_autofree char *path = g_build_filename (file, "settings.ini", NULL);
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;

  g_assert_true (g_file_set_contents (file, "no folder", -1, NULL));
  g_object_set_data_full (G_OBJECT (parent), "gh-settings", gh_settings_new (path), g_object_unref);
  window = present (parent);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *dialog;

      g_assert_null (find_window (GTK_TYPE_WINDOW));
      click (window, "save");
      dialog = find_window (GTK_TYPE_WINDOW);
      g_assert_nonnull (dialog);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_assert_true (gtk_widget_get_visible (window));
    }
  gtk_window_destroy (GTK_WINDOW (parent));
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preferences/language", test_language);
  g_test_add_func ("/preferences/refused", test_refused);
  return g_test_run ();
}
