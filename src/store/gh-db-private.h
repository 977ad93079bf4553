/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-db.h"

/* Shared by gh-db.c and gh-stmt.c alone. */

struct _GhDb
{
  /* Owned */
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* SQL → GhStmt */

  /* Borrowed */
  GThread *thread;
};

/** For the table of kept statements: @data is a GhStmt. */
void gh_stmt_free (gpointer data);
