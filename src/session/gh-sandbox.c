/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sandbox.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-store.h"

/* Flatpak puts it into every sandbox. */
#define FLATPAK_INFO "/.flatpak-info"

gboolean
gh_sandbox_is_active (void)
{
  const char *given = g_getenv ("GIOTHONG_SANDBOX");

  if (given != NULL && *given != '\0')
    return g_str_equal (given, "1");
  return g_file_test (FLATPAK_INFO, G_FILE_TEST_EXISTS);
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && G_IS_DIR_SEPARATOR (path[length]);
}

gboolean
gh_sandbox_is_portal (const char *path)
{
  g_autofree char *full = NULL;
  g_autofree char *mount = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  full = g_canonicalize_filename (path, NULL);
  mount = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  return is_below (full, mount) || is_below (full, "/run/flatpak/doc");
}

char *
gh_sandbox_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "Giọt Hồng", NULL);
}

char *
gh_sandbox_dup_free_path (const char *path)
{
  g_autofree char *folder = gh_sandbox_dup_folder ();
  g_autofree char *base = g_path_get_basename (path);
  const char *dot = strrchr (base, '.');
  g_autofree char *stem =
    dot != NULL && dot != base ? g_strndup (base, (gsize) (dot - base)) : NULL;

  for (int i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (base)
                                     : g_strdup_printf ("%s (%d)%s", stem != NULL ? stem : base, i,
                                                        stem != NULL ? dot : "");
      g_autofree char *free_path = g_build_filename (folder, name, NULL);

      if (!g_file_test (free_path, G_FILE_TEST_EXISTS) || i >= 1000)
        return g_steal_pointer (&free_path);
    }
}

gboolean
gh_sandbox_copy (const char *source, const char *target, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = g_file_new_for_path (target);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *shown = g_filename_display_basename (source);
  g_autoptr (GError) reason = NULL;

  /* If it cannot be made, the copy says why. */
  g_mkdir_with_parents (folder, 0700);
  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &reason))
    return TRUE;
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_unlink (target);
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
               _("“%s” could not be copied: %s Nothing was changed."), shown, reason->message);
  return FALSE;
}

char *
gh_sandbox_dup_stamp (const char *path)
{
  GStatBuf state;

  if (g_stat (path, &state) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, (gint64) state.st_size,
                          (gint64) state.st_mtime);
}

char *
gh_sandbox_make_temporary (GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "giothong", NULL);
  g_autofree char *folder = g_build_filename (cache, "copy-XXXXXX", NULL);

  g_mkdir_with_parents (cache, 0700);
  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
                   _("There is no place for a copy: the folder “%s” cannot be written."), cache);
      return NULL;
    }
  return g_build_filename (folder, "workspace.giothong", NULL);
}

void
gh_sandbox_discard (const char *temporary)
{
  g_autofree char *folder = g_path_get_dirname (temporary);

  g_unlink (temporary);
  g_rmdir (folder);
}
