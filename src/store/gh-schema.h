/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-db.h"

/* "GHng": PRAGMA application_id of every workspace. */
#define GH_SCHEMA_APPLICATION_ID 0x47486e67

/**
 * GhSchema: the steps that make the schema, oldest first: step i leads from version i to i + 1.
 * @steps: (array length=n_steps): SQL of each step; borrowed
 * @digest: (nullable): gh_schema_dup_digest() of what all steps make; borrowed. A file that has it
 *   needs no second database to be compared with.
 */
typedef struct
{
  const char *const *steps;
  int n_steps;
  const char *digest;
} GhSchema;

/** The released steps: data/sql, embedded in the library; static. */
const GhSchema *gh_schema_get_released (void);

/** GhColumn: @default_sql: (nullable): as SQL text. */
typedef struct
{
  char *name;
  char *default_sql;
} GhColumn;

/** GhTable: a table of user data; its key is "id". */
typedef struct
{
  char *name;
  GPtrArray *columns; /* GhColumn, "id" among them */
} GhTable;

/** (transfer full) (element-type GhTable): the tables whose changes are logged, by name. */
GPtrArray *gh_schema_list_tables (GhDb *db, GError **error);
/** Borrowed, or %NULL. */
const GhTable *gh_schema_find_table (const GPtrArray *tables, const char *name);

/** (transfer full): SHA-256 over all objects of the schema, white space and quotes aside. */
char *gh_schema_dup_digest (GhDb *db, GError **error);

/**
 * gh_schema_compare: that @db has the objects @schema makes up to @version, and no others.
 * Whatever is too much is HOSTILE (a trigger, a view, a table not ours), what is missing or
 * different is DAMAGED.
 */
gboolean gh_schema_compare (GhDb *db, const GhSchema *schema, int version, GError **error);

/**
 * gh_schema_migrate: from @version to the newest in one transaction, foreign keys checked at its
 * end: all or nothing. @version 0 is an empty file.
 */
gboolean gh_schema_migrate (GhDb *db, const GhSchema *schema, int version, GError **error);
