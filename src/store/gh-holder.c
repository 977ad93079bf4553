/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-platform.h"
#include "gh-store-private.h"
#include "gh-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* More records than this were not left by people at work. */
#define MAX_HOLDERS 64

void
gh_holder_free (GhHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->user);
  g_free (holder->host);
  g_free (holder);
}

static GhHolder *
holder_copy (const GhHolder *holder)
{
  GhHolder *copy = g_new0 (GhHolder, 1);

  copy->user = g_strdup (holder->user);
  copy->host = g_strdup (holder->host);
  copy->pid = holder->pid;
  copy->since = holder->since;
  return copy;
}

static gboolean
is_gone (const GhHolder *holder, const char *host)
{
  return strcmp (holder->host, host) == 0 &&
         !gh_platform_process_exists (holder->pid, holder->since);
}

/* Ids of records to forget; the newest of the others becomes store->other_holder. */
static GArray *
read_holders (GhStore *store, const char *host, GError **error)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db, "SELECT id, user_name, host, pid, since FROM holder ORDER BY since, id", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (gh_stmt_step (stmt, &failure))
    {
      gint64 id = gh_stmt_take_int (stmt);
      g_autoptr (GhHolder) holder = g_new0 (GhHolder, 1);

      holder->user = gh_stmt_take_text (stmt);
      holder->host = gh_stmt_take_text (stmt);
      holder->pid = gh_stmt_take_int (stmt);
      holder->since = gh_stmt_take_int (stmt);
      if (is_gone (holder, host))
        {
          g_array_append_val (gone, id);
          continue;
        }
      gh_holder_free (store->other_holder);
      store->other_holder = g_steal_pointer (&holder);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&gone);
}

static gboolean
insert_holder (GhStore *store, const char *host, gint64 now, GError **error)
{
  g_autofree char *user = g_utf8_make_valid (g_get_user_name (), -1);
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db, "INSERT INTO holder (user_name, host, pid, since) VALUES (?, ?, ?, ?)", error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, user);
  gh_stmt_put_text (stmt, host);
  gh_stmt_put_int (stmt, gh_platform_get_pid ());
  gh_stmt_put_int (stmt, now);
  return gh_store_run_save (store, stmt, &store->holder_id, error);
}

static gboolean
replace_records (GhStore *store, gint64 now, GError **error)
{
  g_autofree char *host = g_utf8_make_valid (g_get_host_name (), -1);
  g_autoptr (GArray) gone = read_holders (store, host, error);

  if (gone == NULL)
    return FALSE;
  for (guint i = 0; i < gone->len; i++)
    if (!gh_store_delete_by_id (store, "DELETE FROM holder WHERE id = ?",
                                g_array_index (gone, gint64, i), error))
      return FALSE;
  return gh_db_exec (store->db,
                     "DELETE FROM holder WHERE id NOT IN"
                     " (SELECT id FROM holder ORDER BY since DESC, id DESC LIMIT " G_STRINGIFY (
                       MAX_HOLDERS) ")",
                     error) &&
         insert_holder (store, host, now, error);
}

gboolean
gh_holder_take (GhStore *store, gint64 now, GError **error)
{
  gboolean done = gh_db_exec (store->db, "BEGIN IMMEDIATE", error) &&
                  replace_records (store, now, error) && gh_db_exec (store->db, "COMMIT", error);

  if (!done)
    {
      gh_db_rollback (store->db);
      store->holder_id = 0;
    }
  return done;
}

void
gh_holder_release (GhStore *store)
{
  /* When it fails (stick pulled out, disk full) the record stays; on this computer it is found to
   * be gone at the next opening. */
  if (store->holder_id != 0)
    gh_store_delete_by_id (store, "DELETE FROM holder WHERE id = ?", store->holder_id, NULL);
  store->holder_id = 0;
}

gboolean
gh_holder_check_unused (GhDb *db, GError **error)
{
  g_autofree char *host = g_utf8_make_valid (g_get_host_name (), -1);
  g_autofree char *name = g_path_get_basename (gh_db_get_path (db));
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (db, "SELECT user_name, pid, since FROM holder WHERE host = ?", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, host);
  while (gh_stmt_step (stmt, &failure))
    {
      g_autofree char *user = gh_stmt_take_text (stmt);
      const gint64 pid = gh_stmt_take_int (stmt);
      const gint64 since = gh_stmt_take_int (stmt);

      if (!gh_platform_process_exists (pid, since))
        continue;
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_BUSY,
                   _("“%s” is open in Giọt Hồng on this computer (user %s). Close it there, or "
                     "choose another name."),
                   shown, user);
      return FALSE;
    }
  return gh_db_finish (failure, error);
}

GhHolder *
gh_store_dup_other_holder (GhStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return store->other_holder != NULL ? holder_copy (store->other_holder) : NULL;
}

/* --- folders -------------------------------------------------------------------------------- */

GhFolderKind
gh_store_folder_kind (const char *path)
{
  /* Names of the folders that programs keep in step with the net, folded; also "OneDrive - Sở". */
  static const char *const CLOUDS[] = {
    "onedrive",     "google drive", "googledrive",      "my drive",  "dropbox",
    "icloud drive", "iclouddrive",  "mobile documents", "nextcloud", "owncloud",
    "pcloud drive", "mega",         "box sync",
  };
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = g_filename_display_name (full);
  g_autofree char *folder = g_path_get_dirname (shown);
  g_auto (GStrv) parts = g_strsplit_set (folder, "/\\", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *fold = gh_text_fold (parts[i]);

      for (gsize k = 0; k < G_N_ELEMENTS (CLOUDS); k++)
        {
          gsize length = strlen (CLOUDS[k]);

          if (strncmp (fold, CLOUDS[k], length) == 0 &&
              (fold[length] == '\0' || strncmp (fold + length, " - ", 3) == 0 ||
               strncmp (fold + length, " (", 2) == 0))
            return GH_FOLDER_CLOUD;
        }
    }
  return gh_platform_is_remote (full) ? GH_FOLDER_NETWORK : GH_FOLDER_LOCAL;
}
