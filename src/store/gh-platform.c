/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-store.h"

#ifdef G_OS_WIN32
#include <io.h>
#include <windows.h>
#else
#include <signal.h>
#include <unistd.h>
#endif

#ifdef G_OS_WIN32

gint64
gh_platform_get_pid (void)
{
  return (gint64) GetCurrentProcessId ();
}

gboolean
gh_platform_process_exists (gint64 pid)
{
  HANDLE process = OpenProcess (PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD) pid);
  DWORD status = STILL_ACTIVE;

  if (process == NULL)
    return GetLastError () != ERROR_INVALID_PARAMETER;
  GetExitCodeProcess (process, &status);
  CloseHandle (process);
  return status == STILL_ACTIVE;
}

gboolean
gh_platform_is_remote (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree gunichar2 *root = NULL;

  if (G_IS_DIR_SEPARATOR (full[0]) && G_IS_DIR_SEPARATOR (full[1]))
    return TRUE;                       /* \\server\share */
  full[MIN (strlen (full), 3)] = '\0'; /* "C:\" */
  root = g_utf8_to_utf16 (full, -1, NULL, NULL, NULL);
  return root != NULL && GetDriveTypeW ((const wchar_t *) root) == DRIVE_REMOTE;
}

static gboolean
sync_descriptor (int fd)
{
  return _commit (fd) == 0;
}

static void
sync_folder (const char *path G_GNUC_UNUSED)
{
  /* NTFS writes names through its own journal. */
}

#else

gint64
gh_platform_get_pid (void)
{
  return (gint64) getpid ();
}

gboolean
gh_platform_process_exists (gint64 pid)
{
  if (pid <= 0 || pid > G_MAXINT)
    return FALSE;
  return kill ((pid_t) pid, 0) == 0 || errno != ESRCH;
}

gboolean
gh_platform_is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = NULL;

  if (folder == NULL)
    return FALSE;
  info = g_file_query_filesystem_info (folder, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static gboolean
sync_descriptor (int fd)
{
  return fsync (fd) == 0;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  /* Some file systems cannot sync a folder; then there is nothing better to do. */
  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

#endif

static gboolean
set_file_error (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  switch (number)
    {
    case ENOSPC:
    case EFBIG:
#ifdef EDQUOT
    case EDQUOT:
#endif
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_FULL,
                   _("The disk that holds “%s” is full. Nothing was changed: free some space and "
                     "try again."),
                      shown);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written: its folder is read-only. Choose a folder of your "
                     "own."),
                      shown);
      break;
    default:
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
                   _("“%s” could not be written (%s)."), shown, g_strerror (number));
    }
  return FALSE;
}

gboolean
gh_platform_sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR, 0);
  gboolean done;
  int number;

  if (fd < 0)
    return set_file_error (path, errno, error);
  done = sync_descriptor (fd);
  number = errno;
  g_close (fd, NULL);
  return done || set_file_error (path, number, error);
}

char *
gh_platform_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *pattern = g_strconcat (".", name, ".XXXXXX", NULL);
  g_autofree char *temporary = g_build_filename (folder, pattern, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR, 0666);

  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&temporary);
}

gboolean
gh_platform_put_in_place (const char *temporary, const char *path, gboolean replace, GError **error)
{
  if (!gh_platform_sync_file (temporary, error))
    return FALSE;
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    return set_file_error (path, EEXIST, error);
  if (g_rename (temporary, path) != 0)
    return set_file_error (path, errno, error);
  sync_folder (path);
  return TRUE;
}
