/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-search.h"

#include "gh-store-private.h"
#include "gh-text.h"

#include <string.h>

/* Each word of the query must stand in the text; more words than this are ignored. */
#define MAX_WORDS 6

/* What is found, best first: the whole query at the beginning (0), somewhere (1), only its words
 * (2). ?1 = campaign, ?2 = limit, ?3 = query, ?4 … ?9 = words, as patterns of LIKE. */
#define WORDS                                                                                      \
  " LIKE ?4 ESCAPE '\\' AND fold LIKE ?5 ESCAPE '\\' AND fold LIKE ?6 ESCAPE '\\'"                 \
  " AND fold LIKE ?7 ESCAPE '\\' AND fold LIKE ?8 ESCAPE '\\' AND fold LIKE ?9 ESCAPE '\\'"

/* A table has no text of its own: it is named by its header row. */
#define TABLE_HEADER                                                                               \
  " (SELECT group_concat (c.value, ' ') FROM plan_block_row h, json_each (h.cells) c"              \
  " WHERE h.block_id = b.id AND h.position = 0)"

static const char SEARCH[] =
  "SELECT kind, id, title, detail FROM ("
  "SELECT 0 AS kind, id, name AS title, kind AS detail, fold, sort_key AS rank FROM unit"
  " WHERE fold" WORDS " UNION ALL "
  "SELECT 1, id, title, coalesce (span_start, ''), fold, coalesce (span_start, '9') FROM activity"
  " WHERE campaign_id = ?1 AND fold" WORDS " UNION ALL "
  "SELECT 2, b.id, coalesce (nullif (b.text, '')," TABLE_HEADER
  ", ''), b.number, b.fold, substr ('0000000000000000000' || b.position, -19)"
  " FROM plan_block b JOIN plan p ON p.id = b.plan_id WHERE p.campaign_id = ?1 AND b.fold" WORDS
  " UNION ALL "
  "SELECT 3, r.id, r.name, r.purpose, r.fold, substr ('0000000000000000000' || r.position, -19)"
  " FROM plan_recipient r JOIN plan p ON p.id = r.plan_id"
  " WHERE p.campaign_id = ?1 AND r.fold" WORDS ")"
  " ORDER BY CASE WHEN substr (fold, 1, length (?3)) = ?3 THEN 0"
  " WHEN instr (fold, ?3) > 0 THEN 1 ELSE 2 END, kind, rank, id LIMIT ?2";

void
gh_found_free (GhFound *found)
{
  if (found == NULL)
    return;
  g_free (found->title);
  g_free (found->detail);
  g_free (found);
}

static char *
make_pattern (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
put_words (GhStmt *stmt, const char *fold)
{
  g_auto (GStrv) words = g_strsplit (fold, " ", -1);
  gsize n_put = 0;

  for (gsize i = 0; words[i] != NULL && n_put < MAX_WORDS; i++)
    {
      g_autofree char *pattern = NULL;

      if (words[i][0] == '\0')
        continue;
      pattern = make_pattern (words[i]);
      gh_stmt_put_text (stmt, pattern);
      n_put++;
    }
  for (; n_put < MAX_WORDS; n_put++)
    gh_stmt_put_text (stmt, "%");
}

GPtrArray *
gh_store_search (GhStore *store, gint64 campaign_id, const char *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_found_free);
  g_autoptr (GhStmt) stmt = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *fold = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (store != NULL && query != NULL, NULL);

  folded = gh_text_fold (query);
  fold = gh_text_squeeze (folded);
  if (fold[0] == '\0')
    return g_steal_pointer (&all);
  stmt = gh_db_prepare (store->db, SEARCH, error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, campaign_id);
  gh_stmt_put_int (stmt, limit);
  gh_stmt_put_text (stmt, fold);
  put_words (stmt, fold);
  while (gh_stmt_step (stmt, &failure))
    {
      GhFound *found = g_new0 (GhFound, 1);
      g_autofree char *title = NULL;

      g_ptr_array_add (all, found);
      found->kind = (GhFoundKind) gh_stmt_take_int (stmt);
      found->id = gh_stmt_take_int (stmt);
      title = gh_stmt_take_text (stmt);
      found->title = gh_text_strip_marks (title);
      found->detail = gh_stmt_take_text (stmt);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&all);
}
