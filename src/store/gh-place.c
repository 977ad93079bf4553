/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-place.h"

#include "gh-platform.h"
#include "gh-store.h"

#include <glib/gi18n-lib.h>

/* Takes @reason. */
static gboolean
set_error (const char *path, GError *reason, GError **error)
{
  g_autoptr (GError) taken = reason;
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (taken, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_FULL,
                 _("The disk that holds “%s” is full. Nothing was changed: free some space and "
                   "try again."),
                 shown);
  else if (g_error_matches (taken, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (taken, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (taken, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY,
                 _("“%s” cannot be written: its folder is read-only. Choose a folder of your "
                   "own."),
                 shown);
  else
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO, _("“%s” could not be written (%s)."),
                 shown, taken->message);
  return FALSE;
}

gboolean
gh_place_sync_file (const char *path, GError **error)
{
  GError *reason = NULL;

  return gh_platform_sync_file (path, &reason) || set_error (path, reason, error);
}

char *
gh_place_make_temporary (const char *path, GError **error)
{
  GError *reason = NULL;
  char *temporary = gh_platform_make_temporary (path, &reason);

  if (temporary == NULL)
    set_error (path, reason, error);
  return temporary;
}

gboolean
gh_place_put_in_place (const char *temporary, const char *path, gboolean replace, GError **error)
{
  GError *reason = NULL;

  return gh_platform_put_in_place (temporary, path, replace, &reason) ||
         set_error (path, reason, error);
}
