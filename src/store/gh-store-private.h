/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-db.h"
#include "gh-schema.h"
#include "gh-store.h"

struct _GhStore
{
  /* Owned */
  GhDb *db;
  char *path;
  GPtrArray *tables; /* GhTable: those in the change log; NULL until the first transaction */
  GhHolder *other_holder;
  char *backup_problem;

  /* Borrowed */
  const GhSchema *schema;

  /* The open transaction */
  gint64 set_id; /* 0 = none */
  gint64 now;    /* seconds since 1970, as given to begin */
  char *label;

  /* What gh_store_take_changes() has told of */
  gint64 seen_version;
  GhMoment seen;

  /* The sets whose labels were last given for undo and redo; -1 = none since the last change */
  gint64 told_undo;
  gint64 told_redo;

  gint64 holder_id; /* our row of holder, 0 = none */
  gboolean read_only;
};

/** GhStoreOptions: what tests and migrations need beyond gh_store_open().
 * @schema: must live as long as the store
 */
typedef struct
{
  GhStoreFlags flags;
  gint64 now;
  const GhSchema *schema;
  gboolean no_backup; /* a workspace just made has nothing to back up */
} GhStoreOptions;

GhStore *gh_store_open_full (const char *path, const GhStoreOptions *options, GError **error);

/** (transfer full): user and computer, as the history shows them. */
char *gh_store_dup_who (void);

/* For the save functions: an open transaction is the caller's duty. */
#define gh_store_return_unless_writing(store)                                                      \
  g_return_val_if_fail ((store) != NULL && (store)->set_id != 0, FALSE)

/** Makes a struct of the row that @stmt stands at; %NULL with @error if it cannot be one. */
typedef gpointer (*GhStoreReadFunc) (GhStmt *stmt, GError **error);

/** (transfer full): a struct for each row of a constant query. @id: (nullable): for its one "?" */
GPtrArray *gh_store_read_list (GhStore *store,
                               const char *sql,
                               const gint64 *id,
                               GhStoreReadFunc read,
                               GDestroyNotify free_func,
                               GError **error);
/** Puts @loaded (taken) in the place of *@list; %FALSE if it is %NULL. */
gboolean gh_store_replace_list (GPtrArray **list, GPtrArray *loaded);
/** Deletes by a constant statement with one "?": the id. */
gboolean gh_store_delete_by_id (GhStore *store, const char *sql, gint64 id, GError **error);
/** Runs @stmt; an insert must change a row, an update without one is NOT_FOUND. @id: set when 0. */
gboolean gh_store_run_save (GhStore *store, GhStmt *stmt, gint64 *id, GError **error);
gboolean gh_store_set_not_found (GError **error);

/* gh-dossier-store.c */

/** Reads @parts inside of a transaction; @old: (nullable): where the other parts come from. */
GhDossier *gh_dossier_load_parts (GhStore *store,
                                  gint64 campaign_id,
                                  GhDossier *old,
                                  GhDossierParts parts,
                                  GError **error);

/* gh-store-changes.c */

/** What is there now is no change for gh_store_take_changes(). */
void gh_store_note_newest (GhStore *store);
gboolean gh_store_read_moment (GhStore *store, GhMoment *moment, GError **error);
/** What a logged table is a part of; a table that is not known counts as everything. */
GhDossierParts gh_store_part_of_table (const char *name);

/* gh-file-store.c */

/** (transfer full): keeps @bytes under their SHA-256, which it gives. */
char *gh_store_put_file (GhStore *store, GBytes *bytes, const char *media_type, GError **error);
/** (transfer full): the file of that name, if it is of that type and has that hash; else
 * GH_STORE_ERROR_DAMAGED. */
GBytes *
gh_store_load_file (GhStore *store, const char *sha256, const char *media_type, GError **error);
/** Deletes the files that nothing names and no undo or redo could make anything name again. Outside
 * of a transaction. */
gboolean gh_store_drop_orphans (GhStore *store, GError **error);

/* gh-store-file.c */

/** Looks at the first bytes of the file without SQLite: refuses what is not a workspace. Changes
 * nothing. @version: (out): its schema version. */
gboolean gh_store_check_header (const char *path, int newest, int *version, GError **error);
/** Opens the file, compares its schema with @schema at its version, runs quick_check (or the whole
 * integrity_check if @full). Changes nothing, unless an interrupted commit has to be taken back. */
GhDb *gh_store_open_checked (const char *path,
                             const GhSchema *schema,
                             gboolean writable,
                             gboolean full,
                             GError **error);

/* gh-change-triggers.c */

/* In current_set: the triggers write no log while a set is replayed. */
#define GH_CHANGE_LOG_REPLAYING "0"

/** Makes the temporary triggers that write the change log, unless they are there. Before the first
 * write, outside of a transaction. */
gboolean gh_change_log_attach (GhStore *store, GError **error);

/* gh-holder.c */

/** Finds other holders, forgets those that are gone and writes our own record. */
gboolean gh_holder_take (GhStore *store, gint64 now, GError **error);
void gh_holder_release (GhStore *store);
/** Refuses with GH_STORE_ERROR_BUSY while a program on this computer has @db's file open. */
gboolean gh_holder_check_unused (GhDb *db, GError **error);

/* gh-backup.c */

/** Copies the database of @db to @path (must not exist yet), verified and synced. */
gboolean gh_backup_copy (GhDb *db,
                         const char *path,
                         const GhSchema *schema,
                         GhStoreProgress progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);
/** The dated copy of the day, unless there is one; old ones are thinned out. */
gboolean
gh_backup_daily (GhDb *db, const char *path, const GhSchema *schema, gint64 now, GError **error);
/** A copy that says from which version: NAME-YYYY-MM-DD-HHMMSS-vN.giothong. */
gboolean gh_backup_before_migration (GhDb *db,
                                     const char *path,
                                     const GhSchema *schema,
                                     int version,
                                     gint64 now,
                                     GError **error);
/** (transfer full) (nullable): the newest backup of @path that is sound. */
char *gh_backup_find_newest_good (const char *path, const GhSchema *schema);
