/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"
#include "gh-platform.h"

#include <glib/gi18n-lib.h>

/* As many as Linux follows. */
#define MAX_LINKS 40

/* What the clerk can do about @reason; the system's own words are of no help to them. */
static char *
describe_failure (const char *path, const GError *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  if (reason->domain != G_FILE_ERROR)
    return g_strdup_printf (_("“%s” could not be written: %s"), name, reason->message);

  if (reason->code == G_FILE_ERROR_NOSPC)
    return g_strdup_printf (_("The disk is full: “%s” was not written. Make room or choose "
                              "another folder, then export again."),
                            name);

  if (reason->code == G_FILE_ERROR_NOENT || reason->code == G_FILE_ERROR_NOTDIR)
    return g_strdup_printf (_("“%s” could not be written: its folder does not exist. Choose "
                              "another folder."),
                            name);

  if (reason->code == G_FILE_ERROR_ISDIR)
    return g_strdup_printf (_("“%s” is a folder. Choose another name for the file."), name);

  if (reason->code == G_FILE_ERROR_ACCES || reason->code == G_FILE_ERROR_PERM ||
      reason->code == G_FILE_ERROR_ROFS || reason->code == G_FILE_ERROR_TXTBSY)
    return g_strdup_printf (_("“%s” may not be written. If it is open in Excel or Word, close it "
                              "there; if the folder is read-only, choose another."),
                            name);

  return g_strdup_printf (_("“%s” could not be written: %s"), name, reason->message);
}

/* (transfer full): what a chain of symbolic links leads to: the link stays, the file is replaced. A
 * ring of links is left to the system, which refuses it. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (int i = 0; i < MAX_LINKS && g_file_test (at, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (target == NULL)
        break;
      g_free (at);
      at =
        g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
  return g_steal_pointer (&at);
}

gboolean
gh_export_write_bytes (const char *path, const void *bytes, gsize length, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *message = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (length <= G_MAXSSIZE, FALSE);

  target = follow_links (path);
  /* A folder would be renamed over on some systems and be refused late on others. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error_literal (&reason, G_FILE_ERROR, G_FILE_ERROR_ISDIR, "");
  else if (gh_platform_write_file (target, bytes, length, &reason))
    return TRUE;

  message = describe_failure (path, reason);
  g_set_error_literal (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE, message);
  return FALSE;
}
