/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The SQLite file format, section 1.3: offsets in the header of the database file. */
#define HEADER_BYTES             100
#define OFFSET_PAGE_SIZE         16
#define OFFSET_WRITE_VERSION     18
#define OFFSET_READ_VERSION      19
#define OFFSET_CHANGE_COUNTER    24
#define OFFSET_N_PAGES           28
#define OFFSET_USER_VERSION      60
#define OFFSET_APPLICATION_ID    68
#define OFFSET_VERSION_VALID_FOR 92

#define N_SIZE_TRIES     3
#define SIZE_TRY_WAIT_US 50000

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static gboolean
set_not_workspace (const char *path, GError **error)
{
  g_autofree char *shown = dup_shown_name (path);

  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_WORKSPACE,
               _("“%s” is not a workspace of Giọt Hồng. Choose a file that ends in .giothong."),
               shown);
  return FALSE;
}

static gboolean
set_truncated (const char *path, GError **error)
{
  g_autofree char *shown = dup_shown_name (path);

  g_set_error (
    error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_WORKSPACE,
    _("“%s” is cut off: its end is missing. Copy it again from where it came, or restore "
      "a backup."),
    shown);
  return FALSE;
}

static gboolean
set_cannot_read (const char *path, const GError *cause, GError **error)
{
  g_autofree char *shown = dup_shown_name (path);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
                 _("The file “%s” is not there: it was moved, renamed or deleted."), shown);
  else
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO, _("“%s” could not be read (%s)."),
                 shown, cause->message);
  return FALSE;
}

static gboolean
read_header (const char *path, guint8 *header, goffset *size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  gsize n_read = 0;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (info == NULL)
    return set_cannot_read (path, cause, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return set_not_workspace (path, error);
  *size = g_file_info_get_size (info);
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, HEADER_BYTES,
                                                  &n_read, NULL, &cause))
    return set_cannot_read (path, cause, error);
  if (n_read < HEADER_BYTES)
    return set_not_workspace (path, error);
  return TRUE;
}

/* Whether the file is as long as its header says. While a commit runs, or after one that was
 * interrupted, a journal lies beside it and the length says nothing. */
static gboolean
is_whole (const char *path, const guint8 *header, goffset size)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint32 page_size = (guint32) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  goffset n_pages = read_be32 (header + OFFSET_N_PAGES);

  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return FALSE;
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  if (read_be32 (header + OFFSET_CHANGE_COUNTER) != read_be32 (header + OFFSET_VERSION_VALID_FOR))
    return size % page_size == 0; /* the page count was written by something very old */
  return n_pages > 0 && size >= n_pages * page_size;
}

static gboolean
check_kind (const char *path, const guint8 *header, int newest, int *version, GError **error)
{
  g_autofree char *shown = dup_shown_name (path);
  guint32 user_version = read_be32 (header + OFFSET_USER_VERSION);

  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      read_be32 (header + OFFSET_APPLICATION_ID) != GH_SCHEMA_APPLICATION_ID || user_version == 0)
    return set_not_workspace (path, error);
  if (user_version > (guint32) newest)
    {
      g_set_error (
        error, GH_STORE_ERROR, GH_STORE_ERROR_NEWER,
        _("“%s” was written by a newer version of Giọt Hồng. Install the newest version "
          "on this computer, then open it again. The file was not changed."),
        shown);
      return FALSE;
    }
  if (header[OFFSET_WRITE_VERSION] != 1 || header[OFFSET_READ_VERSION] != 1)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_HOSTILE,
                   _("“%s” has been altered by another program (its journal mode). It was not "
                     "opened: restore a backup."),
                   shown);
      return FALSE;
    }
  *version = (int) user_version;
  return TRUE;
}

gboolean
gh_store_check_header (const char *path, int newest, int *version, GError **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  goffset size = 0;

  for (int i = 0; i < N_SIZE_TRIES; i++)
    {
      if (!read_header (path, header, &size, error) ||
          !check_kind (path, header, newest, version, error))
        return FALSE;
      if (is_whole (path, header, size))
        return TRUE;
      /* Another program may just be between growing the file and deleting its journal. */
      g_usleep (SIZE_TRY_WAIT_US);
    }
  return set_truncated (path, error);
}

static gboolean
check_pages (GhDb *db, gboolean full, GError **error)
{
  g_autofree char *answer = NULL;
  GError *failure = NULL;

  /* Not by way of the functions pragma_…(): SQLite 3.46 takes their number for a table's name. */
  answer = gh_db_query_text (db, full ? "PRAGMA integrity_check (20)" : "PRAGMA quick_check (1)",
                             &failure);
  if (!gh_db_finish (failure, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    {
      gh_db_set_error (db, SQLITE_CORRUPT, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_journal_mode (GhDb *db, GError **error)
{
  g_autofree char *mode = gh_db_query_text (db, "PRAGMA journal_mode", error);

  if (mode == NULL)
    return FALSE;
  if (strcmp (mode, "delete") != 0 && strcmp (mode, "memory") != 0)
    {
      gh_db_set_error (db, SQLITE_CORRUPT, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_contents (GhDb *db, const GhSchema *schema, int version, gboolean full, GError **error)
{
  gint64 orphans = 0;

  /* The schema first: quick_check evaluates the CHECKs of the file. */
  if (!gh_schema_compare (db, schema, version, error) || !check_journal_mode (db, error) ||
      !check_pages (db, full, error))
    return FALSE;
  if (full &&
      !gh_db_query_int (db, "SELECT count (*) FROM pragma_foreign_key_check", &orphans, error))
    return FALSE;
  if (orphans > 0)
    {
      gh_db_set_error (db, SQLITE_CORRUPT, error);
      return FALSE;
    }
  return TRUE;
}

/* Names the newest good backup in the message, which is what the clerk needs to know. */
static void
add_backup_hint (const char *path, const GhSchema *schema, GError **error)
{
  g_autofree char *backup = NULL;
  g_autofree char *shown = NULL;
  GError *told;

  if (error == NULL || !g_error_matches (*error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED))
    return;
  backup = gh_backup_find_newest_good (path, schema);
  if (backup == NULL)
    return;
  shown = g_filename_display_name (backup);
  told = g_error_new (GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED,
                      _("%s The newest good backup is %s."), (*error)->message, shown);
  g_clear_error (error);
  *error = told;
}

GhDb *
gh_store_open_checked (const char *path,
                       const GhSchema *schema,
                       gboolean writable,
                       gboolean full,
                       GError **error)
{
  g_autofree char *full_path = g_canonicalize_filename (path, NULL); /* ":memory:" is a name */
  g_autoptr (GhDb) db = NULL;
  GError *failure = NULL;
  int version = 0;

  if (!gh_store_check_header (path, schema->n_steps, &version, error))
    return NULL;
  db = gh_db_open (full_path, writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);
  if (db == NULL)
    return NULL;
  if (writable && sqlite3_db_readonly (gh_db_get_handle (db), "main") == 1)
    {
      gh_db_set_error (db, SQLITE_READONLY, error);
      return NULL;
    }
  if (!check_contents (db, schema, version, full, &failure))
    {
      add_backup_hint (path, schema, &failure);
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&db);
}
