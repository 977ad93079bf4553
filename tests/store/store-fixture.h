/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-store.h"

#include <glib.h>

/* A moment: 09:30 in Viet Nam, so far ahead that no process that runs the tests began later, which
 * would make it another one than the record of it names. */
#define STORE_NOW G_GINT64_CONSTANT (4955653800)
#define STORE_DAY G_GINT64_CONSTANT (86400)

/** StoreFixture: a new workspace in a folder of its own, which is removed afterwards. */
typedef struct
{
  char *folder;
  char *path; /* folder/Xuân hồng.giothong */
  GhStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

void store_fixture_begin (StoreFixture *fixture, const char *label);
void store_fixture_commit (StoreFixture *fixture);
void store_fixture_undo (StoreFixture *fixture);
void store_fixture_redo (StoreFixture *fixture);
void store_fixture_close (StoreFixture *fixture);
void store_fixture_reopen (StoreFixture *fixture);
/** Opens, and expects to be refused with @code; a message that names nothing is a failure. */
void store_fixture_expect_refused (StoreFixture *fixture, const char *path, GhStoreError code);

/** The id of a new campaign, saved. */
gint64 store_fixture_add_campaign (StoreFixture *fixture, const char *name, int year);
gint64 store_fixture_add_unit (StoreFixture *fixture, const char *name, gint64 parent_id);

/** Raw SQL by a connection of its own, without our settings: what a hostile or helpful stranger
 * would do. */
void store_raw_exec (const char *path, const char *sql);
gint64 store_raw_int (const char *path, const char *sql);
/** (transfer full): every row of every table of user data, as text. */
char *store_dump (const char *path);
/** (transfer full): names, sizes and SHA-256 of the files in a folder. */
char *store_list_folder (const char *folder);
void store_remove_tree (const char *path);

#define store_test_add(name, func)                                                                 \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
