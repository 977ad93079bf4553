/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>
#include <libintl.h>

#ifdef G_OS_WIN32
#include <windows.h>

#include <io.h>
#include <shellapi.h>
#else
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

/* Clocks are put right now and then; a process this much younger is another one. */
#define CLOCK_SLACK_S 60

static gboolean
set_error (int number, GError **error)
{
  GFileError code = g_file_error_from_errno (number);

#ifdef EDQUOT
  if (number == EDQUOT)
    code = G_FILE_ERROR_NOSPC;
#endif
  if (number == EFBIG)
    code = G_FILE_ERROR_NOSPC;
  g_set_error_literal (error, G_FILE_ERROR, (int) code, g_strerror (number));
  return FALSE;
}

#ifdef G_OS_WIN32

/* --- Windows -------------------------------------------------------------------------------- */

/* FILETIME counts tenths of microseconds from 1601. */
#define UNIX_EPOCH_IN_FILETIME G_GINT64_CONSTANT (116444736000000000)
#define FILETIME_PER_SECOND    G_GINT64_CONSTANT (10000000)
/* Scanners and indexers hold a new file for a moment; programs with a document open do for good. */
#define N_RENAME_TRIES     20
#define RENAME_TRY_WAIT_US 50000

static wchar_t *
to_wide (const char *text)
{
  return (wchar_t *) g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
}

gint64
gh_platform_get_pid (void)
{
  return (gint64) GetCurrentProcessId ();
}

static gint64
get_start (HANDLE process)
{
  FILETIME start;
  FILETIME end;
  FILETIME kernel;
  FILETIME user;
  gint64 ticks;

  if (!GetProcessTimes (process, &start, &end, &kernel, &user))
    return 0;
  ticks = (gint64) ((guint64) start.dwHighDateTime << 32 | start.dwLowDateTime);
  return (ticks - UNIX_EPOCH_IN_FILETIME) / FILETIME_PER_SECOND;
}

gboolean
gh_platform_process_exists (gint64 pid, gint64 since)
{
  HANDLE process;
  DWORD status = STILL_ACTIVE;
  gint64 start;

  if (pid <= 0 || pid > G_MAXUINT32)
    return FALSE;
  process = OpenProcess (PROCESS_QUERY_LIMITED_INFORMATION, FALSE, (DWORD) pid);
  if (process == NULL)
    return GetLastError () != ERROR_INVALID_PARAMETER; /* another user's may be closed to us */
  GetExitCodeProcess (process, &status);
  start = get_start (process);
  CloseHandle (process);
  return status == STILL_ACTIVE && start <= since + CLOCK_SLACK_S;
}

gboolean
gh_platform_is_remote (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree wchar_t *root = NULL;

  if (G_IS_DIR_SEPARATOR (full[0]) && G_IS_DIR_SEPARATOR (full[1]))
    return TRUE;                       /* \\server\share */
  full[MIN (strlen (full), 3)] = '\0'; /* "C:\" */
  root = to_wide (full);
  return root != NULL && GetDriveTypeW (root) == DRIVE_REMOTE;
}

static gboolean
sync_descriptor (int fd)
{
  return _commit (fd) == 0; /* FlushFileBuffers() */
}

static int
errno_of_system (DWORD code)
{
  switch (code)
    {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return ENOENT;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
      return EEXIST;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return ENOSPC;
    case ERROR_WRITE_PROTECT:
      return EROFS;
    default:
      return EACCES;
    }
}

/* The move reaches the disk before it returns; NTFS writes names through its own journal. */
static int
move_file (const char *from, const char *to, gboolean replace)
{
  g_autofree wchar_t *wide_from = to_wide (from);
  g_autofree wchar_t *wide_to = to_wide (to);
  const DWORD flags = MOVEFILE_WRITE_THROUGH | (replace ? MOVEFILE_REPLACE_EXISTING : 0);

  if (wide_from == NULL || wide_to == NULL)
    return EINVAL;
  for (int i = 0;; i++)
    {
      DWORD code;

      if (MoveFileExW (wide_from, wide_to, flags))
        return 0;
      code = GetLastError ();
      if ((code != ERROR_SHARING_VIOLATION && code != ERROR_ACCESS_DENIED) || i == N_RENAME_TRIES ||
          g_file_test (to, G_FILE_TEST_IS_DIR))
        return errno_of_system (code);
      g_usleep (RENAME_TRY_WAIT_US);
    }
}

/* A new file has its folder's rights, which is what people expect there. */
static void
keep_rights (const char *path G_GNUC_UNUSED, int fd G_GNUC_UNUSED)
{
}

char *
gh_platform_dup_byte_path (const char *path)
{
  return g_win32_locale_filename_from_utf8 (path);
}

/* The program may have been installed anywhere, and its folder may be carried about. */
static char *
dup_folder_beside (const char *first, const char *second, const char *third)
{
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);

  return g_build_filename (root, first, second, third, NULL);
}

char *
gh_platform_dup_locale_folder (void)
{
  return dup_folder_beside ("share", "locale", NULL);
}

char *
gh_platform_dup_data_folder (const char *name)
{
  return dup_folder_beside ("share", GETTEXT_PACKAGE, name);
}

/* The first page would wait for minutes where there are hundreds of fonts, and a cache would stay
 * in the user's folder when the program is gone. */
void
gh_platform_set_up_fonts (void)
{
  g_autofree char *folder = gh_platform_dup_data_folder ("fontconfig");
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_setenv ("FONTCONFIG_FILE", path, FALSE);
}

/* gettext asks Windows itself for the language of messages where LANGUAGE does not say. */
void
gh_platform_set_locale (void)
{
  setlocale (LC_ALL, "");
}

void
gh_platform_bind_text_domain (const char *domain, const char *folder)
{
  g_autofree wchar_t *wide = to_wide (folder);

  if (wide != NULL)
    wbindtextdomain (domain, wide);
  bind_textdomain_codeset (domain, "UTF-8");
}

struct _GhCNumeric
{
  int per_thread;
  char *previous;
};

GhCNumeric *
gh_c_numeric_begin (void)
{
  GhCNumeric *numeric = g_new0 (GhCNumeric, 1);

  numeric->per_thread = _configthreadlocale (_ENABLE_PER_THREAD_LOCALE);
  numeric->previous = g_strdup (setlocale (LC_NUMERIC, NULL));
  setlocale (LC_NUMERIC, "C");
  return numeric;
}

void
gh_c_numeric_end (GhCNumeric *numeric)
{
  if (numeric == NULL)
    return;
  setlocale (LC_NUMERIC, numeric->previous);
  _configthreadlocale (numeric->per_thread);
  g_free (numeric->previous);
  g_free (numeric);
}

char **
gh_platform_dup_arguments (char **argv G_GNUC_UNUSED)
{
  SetConsoleOutputCP (CP_UTF8);
  _setmode (_fileno (stdout), _O_BINARY);
  return g_win32_get_command_line ();
}

/* In Windows' words, which know that no program is there for such files; errno has none for that.
 */
static gboolean
set_shell_error (INT_PTR answer, GError **error)
{
  const gboolean gone = answer == SE_ERR_FNF || answer == SE_ERR_PNF;
  g_autofree char *words =
    g_win32_error_message (answer == SE_ERR_NOASSOC ? ERROR_NO_ASSOCIATION : (int) GetLastError ());

  g_set_error_literal (error, G_FILE_ERROR, gone ? G_FILE_ERROR_NOENT : G_FILE_ERROR_FAILED, words);
  return FALSE;
}

gboolean
gh_platform_open (const char *path, GAppLaunchContext *context G_GNUC_UNUSED, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree wchar_t *wide = to_wide (full);
  INT_PTR answer;

  if (wide == NULL)
    return set_error (EINVAL, error);
  answer = (INT_PTR) ShellExecuteW (NULL, NULL, wide, NULL, NULL, SW_SHOWNORMAL);
  if (answer > 32) /* that is how it says yes */
    return TRUE;
  return set_shell_error (answer, error);
}

void
gh_platform_add_fonts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree wchar_t *wide = to_wide (path);

      if (wide != NULL && g_str_has_suffix (name, ".ttf"))
        AddFontResourceExW (wide, FR_PRIVATE, NULL);
    }
}

#else

/* --- POSIX ---------------------------------------------------------------------------------- */

gint64
gh_platform_get_pid (void)
{
  return (gint64) getpid ();
}

/* When this process began, in seconds since 1970; 0 if that cannot be told. proc(5): the twentieth
 * word behind the name counts ticks since the machine was started. */
static gint64
get_own_start (void)
{
  g_autofree char *stat = NULL;
  g_autofree char *uptime = NULL;
  const char *p = NULL;
  double ticks = (double) sysconf (_SC_CLK_TCK);
  double age;

  if (ticks > 0 && g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) &&
      g_file_get_contents ("/proc/uptime", &uptime, NULL, NULL))
    p = strrchr (stat, ')');
  for (int i = 0; i < 20 && p != NULL; i++)
    p = strchr (p + 1, ' ');
  if (p == NULL)
    return 0;
  age = g_ascii_strtod (uptime, NULL) - g_ascii_strtod (p, NULL) / ticks;
  return age >= 0 ? g_get_real_time () / G_USEC_PER_SEC - (gint64) age : 0;
}

gboolean
gh_platform_process_exists (gint64 pid, gint64 since)
{
  if (pid <= 0 || pid > G_MAXINT)
    return FALSE;
  /* Ids begin anew in each sandbox: a crash of yesterday may have had the one of today. */
  if (pid == (gint64) getpid ())
    return get_own_start () <= since + CLOCK_SLACK_S;
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

static int
move_file (const char *from, const char *to, gboolean replace)
{
  if (!replace && g_file_test (to, G_FILE_TEST_EXISTS))
    return EEXIST;
  if (g_rename (from, to) != 0)
    return errno;
  sync_folder (to);
  return 0;
}

static void
keep_rights (const char *path, int fd)
{
  GStatBuf old;

  if (g_stat (path, &old) == 0 && fchmod (fd, old.st_mode & 07777) != 0)
    g_debug ("%s: %s", path, g_strerror (errno)); /* some file systems have none */
}

char *
gh_platform_dup_byte_path (const char *path)
{
  return g_strdup (path);
}

char *
gh_platform_dup_locale_folder (void)
{
  return g_strdup (GH_LOCALEDIR);
}

char *
gh_platform_dup_data_folder (const char *name)
{
  return g_build_filename (GH_PKGDATADIR, name, NULL);
}

void
gh_platform_set_up_fonts (void)
{
}

/* gettext translates nothing while the locale for messages is plain "C", and newer C libraries
 * take "C.UTF-8" for the same: then any other UTF-8 locale of the machine serves, for messages
 * alone. */
static void
choose_message_locale (void)
{
  static const char *const names[] = { "vi_VN.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };
  const char *now = setlocale (LC_MESSAGES, NULL);

  if (now != NULL && !g_str_has_prefix (now, "C") && !g_str_equal (now, "POSIX"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_MESSAGES, names[i]) != NULL)
      return;
}

void
gh_platform_set_locale (void)
{
  if (setlocale (LC_ALL, "") == NULL || !g_get_charset (NULL))
    setlocale (LC_ALL, "C.UTF-8");
  choose_message_locale ();
}

void
gh_platform_bind_text_domain (const char *domain, const char *folder)
{
  bindtextdomain (domain, folder);
  bind_textdomain_codeset (domain, "UTF-8");
}

struct _GhCNumeric
{
  locale_t own;
  locale_t previous;
};

GhCNumeric *
gh_c_numeric_begin (void)
{
  GhCNumeric *numeric = g_new0 (GhCNumeric, 1);

  numeric->own = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  numeric->previous = uselocale (numeric->own);
  return numeric;
}

void
gh_c_numeric_end (GhCNumeric *numeric)
{
  if (numeric == NULL)
    return;
  uselocale (numeric->previous);
  if (numeric->own != (locale_t) 0)
    freelocale (numeric->own);
  g_free (numeric);
}

char **
gh_platform_dup_arguments (char **argv)
{
  return g_strdupv (argv);
}

gboolean
gh_platform_open (const char *path, GAppLaunchContext *context, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  return g_app_info_launch_default_for_uri (uri, context, error);
}

void
gh_platform_add_fonts (const char *folder G_GNUC_UNUSED)
{
}

#endif

/* --- both ----------------------------------------------------------------------------------- */

gboolean
gh_platform_sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR, 0);
  gboolean done;
  int number;

  if (fd < 0)
    return set_error (errno, error);
  done = sync_descriptor (fd);
  number = errno;
  g_close (fd, NULL);
  return done || set_error (number, error);
}

/* File systems take names of 255 bytes (Windows of 255 letters, which are not more). */
#define MAX_NAME_BYTES    255
#define TEMPORARY_PATTERN ".XXXXXX"

/* What is left of a long name ends at a whole letter: some systems refuse other bytes. */
static void
shorten_name (char *name)
{
  gsize room = MAX_NAME_BYTES - strlen (TEMPORARY_PATTERN) - strlen (".");

  if (strlen (name) <= room)
    return;
  while (room > 0 && ((guchar) name[room] & 0xc0) == 0x80)
    room--;
  name[room] = '\0';
}

static int
open_temporary (const char *path, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *pattern = NULL;

  shorten_name (name);
  pattern = g_strconcat (".", name, TEMPORARY_PATTERN, NULL);
  *temporary = g_build_filename (folder, pattern, NULL);
#ifdef O_BINARY
  return g_mkstemp_full (*temporary, O_RDWR | O_BINARY, 0666);
#else
  return g_mkstemp_full (*temporary, O_RDWR, 0666);
#endif
}

char *
gh_platform_make_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, &temporary);

  if (fd < 0)
    {
      set_error (errno, error);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&temporary);
}

gboolean
gh_platform_put_in_place (const char *temporary, const char *path, gboolean replace, GError **error)
{
  int number;

  if (!gh_platform_sync_file (temporary, error))
    return FALSE;
  number = move_file (temporary, path, replace);
  return number == 0 || set_error (number, error);
}

static int
write_descriptor (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      const unsigned part = (unsigned) MIN (length, 1u << 24);
      const gssize n = write (fd, bytes, part);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n > 0)
        {
          bytes += n;
          length -= (gsize) n;
        }
    }
  return 0;
}

gboolean
gh_platform_write_file (const char *path, const void *bytes, gsize length, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, &temporary);
  int number;

  if (fd < 0)
    return set_error (errno, error);
  keep_rights (path, fd);
  number = write_descriptor (fd, bytes, length);
  if (!g_close (fd, NULL) && number == 0)
    number = EIO;
  if (number == 0 && gh_platform_put_in_place (temporary, path, TRUE, error))
    return TRUE;
  g_unlink (temporary);
  return number == 0 ? FALSE : set_error (number, error);
}
