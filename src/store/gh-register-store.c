/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

#include "gh-text.h"

/* The registers of documents. Invariants: (1) a register has a number once; (2) one committee has
 * one register a year, however its name is spelled: names are compared here and not by SQL. */

static gpointer
read_series (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhDocumentSeries *series = gh_document_series_new ("", 0);

  series->id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &series->committee);
  series->year = (int) gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &series->symbol);
  return series;
}

static gpointer
read_number (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhDocumentNumber *number = gh_document_number_new (0);
  gint64 n;

  number->id = gh_stmt_take_int (stmt);
  n = gh_stmt_take_int (stmt);
  number->number = (int) CLAMP (n, 1, GH_DOCUMENT_NUMBER_MAX);
  number->campaign_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &number->document_kind);
  gh_stmt_take_into (stmt, &number->title);
  number->issued_on = gh_stmt_take_day (stmt);
  return number;
}

static gboolean
load_numbers (GhStore *store, GhDocumentSeries *series, GError **error)
{
  return gh_store_replace_list (
    &series->numbers,
    gh_store_read_list (store,
                        "SELECT id, number, campaign_id, document_kind, title, issued_on"
                        " FROM document_number WHERE series_id = ? ORDER BY number, id",
                        &series->id, read_number, (GDestroyNotify) gh_document_number_free, error));
}

/* --- plans that nobody entered --------------------------------------------------------------- */

/* Plans that bear a number and a date, or were issued, without the register knowing: written before
 * there was one, or read from a file. */
#define STRAYS                                                                                     \
  "SELECT issuer, issue_year, issue_month, issue_day, number, symbol, campaign_id, document_kind," \
  " title FROM plan p WHERE issue_year > 0 AND number <> ''"                                       \
  " AND (state IN ('issued', 'amended') OR (issue_month > 0 AND issue_day > 0))"                   \
  " AND NOT EXISTS (SELECT 1 FROM document_number d WHERE d.campaign_id = p.campaign_id"           \
  " AND d.number = CAST (p.number AS INTEGER)) ORDER BY id"

static GhDocumentSeries *
find_or_add (GPtrArray *list, const char *committee, int year)
{
  GhDocumentSeries *series;

  for (guint i = 0; i < list->len; i++)
    if (gh_document_series_is_of (g_ptr_array_index (list, i), committee, year))
      return g_ptr_array_index (list, i);
  series = gh_document_series_new (committee, year);
  g_ptr_array_add (list, series);
  return series;
}

static void
add_stray (GhStmt *stmt, GPtrArray *list)
{
  g_autofree char *issuer = gh_stmt_take_text (stmt);
  g_autofree char *committee = gh_text_squeeze (issuer);
  int year = (int) gh_stmt_take_int (stmt);
  int month = (int) gh_stmt_take_int (stmt);
  int day = (int) gh_stmt_take_int (stmt);
  int number = gh_document_number_parse (gh_stmt_peek_text (stmt));
  g_autofree char *symbol = gh_stmt_take_text (stmt);
  GhDocumentSeries *series;
  GhDocumentNumber *taken;

  if (number == 0 || *committee == '\0')
    return;
  series = find_or_add (list, committee, year);
  if (*series->symbol == '\0')
    {
      g_free (series->symbol);
      series->symbol = g_steal_pointer (&symbol);
    }
  taken = gh_document_number_new (number);
  taken->campaign_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &taken->document_kind);
  gh_stmt_take_into (stmt, &taken->title);
  taken->issued_on = gh_day_from_ymd (year, month, day);
  gh_document_series_add (series, taken);
}

static gboolean
add_strays (GhStore *store, GPtrArray *list, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, STRAYS, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (gh_stmt_step (stmt, &failure))
    add_stray (stmt, list);
  return gh_db_finish (failure, error);
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const GhDocumentSeries *one = *(const GhDocumentSeries *const *) a;
  const GhDocumentSeries *two = *(const GhDocumentSeries *const *) b;
  g_autofree char *first = gh_text_sort_key (one->committee);
  g_autofree char *second = gh_text_sort_key (two->committee);

  if (one->year != two->year)
    return one->year > two->year ? -1 : 1;
  return g_strcmp0 (first, second);
}

GPtrArray *
gh_store_list_series (GhStore *store, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  list = gh_store_read_list (store, "SELECT id, committee, year, symbol FROM document_series", NULL,
                             read_series, (GDestroyNotify) gh_document_series_free, error);
  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!load_numbers (store, g_ptr_array_index (list, i), error))
      return NULL;
  if (!add_strays (store, list, error))
    return NULL;
  g_ptr_array_sort (list, compare_series);
  return g_steal_pointer (&list);
}

GhDocumentSeries *
gh_store_load_series (GhStore *store, const char *committee, int year, GError **error)
{
  g_autoptr (GPtrArray) list = gh_store_list_series (store, error);
  g_autofree char *name = NULL;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (gh_document_series_is_of (g_ptr_array_index (list, i), committee, year))
      return g_ptr_array_steal_index (list, i);
  name = gh_text_squeeze (committee);
  return gh_document_series_new (name, year);
}

/* --- taking and giving back ------------------------------------------------------------------ */

static gboolean
save_series (GhStore *store, GhDocumentSeries *series, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    series->id == 0 ? "INSERT INTO document_series (committee, year, symbol) VALUES (?, ?, ?)"
                    : "UPDATE document_series SET committee = ?, year = ?, symbol = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, series->committee);
  gh_stmt_put_int (stmt, series->year);
  gh_stmt_put_text (stmt, series->symbol);
  if (series->id != 0)
    gh_stmt_put_int (stmt, series->id);
  return gh_store_run_save (store, stmt, &series->id, error);
}

static gboolean
save_number (GhStore *store, gint64 series_id, GhDocumentNumber *number, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    number->id == 0
      ? "INSERT INTO document_number (series_id, number, campaign_id, document_kind, title,"
        " issued_on) VALUES (?, ?, ?, ?, ?, ?)"
      : "UPDATE document_number SET series_id = ?, number = ?, campaign_id = ?, document_kind = ?,"
        " title = ?, issued_on = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, series_id);
  gh_stmt_put_int (stmt, number->number);
  gh_stmt_put_id (stmt, number->campaign_id);
  gh_stmt_put_text (stmt, number->document_kind);
  gh_stmt_put_text (stmt, number->title);
  gh_stmt_put_day (stmt, number->issued_on);
  if (number->id != 0)
    gh_stmt_put_int (stmt, number->id);
  return gh_store_run_save (store, stmt, &number->id, error);
}

static gboolean
check_range (int number, GError **error)
{
  if (number >= 1 && number <= GH_DOCUMENT_NUMBER_MAX)
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
               _("The number of a document is a figure from 1 to %d."), GH_DOCUMENT_NUMBER_MAX);
  return FALSE;
}

gboolean
gh_store_check_number (const GhDocumentSeries *series,
                       int wanted,
                       gint64 campaign_id,
                       GError **error)
{
  const GhDocumentNumber *taken = gh_document_series_find (series, wanted, campaign_id);
  g_autofree char *number = NULL;
  g_autofree char *next = NULL;

  if (!check_range (wanted, error))
    return FALSE;
  if (taken == NULL)
    return TRUE;
  number = gh_document_number_format (wanted);
  next = gh_document_number_format (gh_document_series_suggest (series));
  /* Translators: %s, %d, %s: a number of a document, a year, a committee; then what bears the
   * number, and the next free number. */
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
               _("Number %s of %d is taken already in the register of %s: “%s”. The next free "
                 "number is %s."),
               number, series->year, series->committee, taken->title, next);
  return FALSE;
}

gboolean
gh_store_take_number (GhStore *store,
                      const char *committee,
                      int year,
                      const char *symbol,
                      GhDocumentNumber *number,
                      GError **error)
{
  g_autoptr (GhDocumentSeries) series = NULL;
  const GhDocumentNumber *own = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (committee != NULL && symbol != NULL && number != NULL, FALSE);

  /* In this transaction, which no other program can write beside. */
  series = gh_store_load_series (store, committee, year, error);
  if (series == NULL)
    return FALSE;
  if (*series->committee == '\0' || year < 1)
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
        _("A number is taken in the register of a committee and a year: fill in "
          "the issuing body and the date first."));
      return FALSE;
    }
  if (!gh_store_check_number (series, number->number, number->campaign_id, error))
    return FALSE;
  /* A campaign that is issued once more may keep its number. */
  own = gh_document_series_find (series, number->number, 0);
  number->id = own != NULL ? own->id : 0;
  /* The row of the register itself changes once: it is not what two programs should collide on. */
  if (*series->symbol == '\0')
    {
      g_free (series->symbol);
      series->symbol = g_strdup (symbol);
    }
  return save_series (store, series, error) && save_number (store, series->id, number, error);
}

gboolean
gh_store_release_number (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);

  return gh_store_delete_by_id (store, "DELETE FROM document_number WHERE id = ?", id, error);
}
