/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sheet-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-text.h"

/* Rows that are searched for a header; papers have a dozen lines of titles at most. */
#define N_HEAD_ROWS    60
#define N_HEAD_COLUMNS 256

/* The first rows of a sheet, kept while its header is looked for. */
typedef struct
{
  guint number;
  GHashTable *titles; /* column → folded text */
  GHashTable *texts;  /* column → text */
  GHashTable *merged; /* set of columns: repeats of a merged cell */
  gboolean figures;   /* some cell is a number */
} HeadRow;

static void
head_row_free (gpointer data)
{
  HeadRow *row = data;

  g_hash_table_unref (row->titles);
  g_hash_table_unref (row->texts);
  g_hash_table_unref (row->merged);
  g_free (row);
}

/* A title as it is compared: folded, without what stands in brackets, without marks around it. */
static char *
fold_title (const char *text)
{
  g_autofree char *folded = gh_text_fold (text);
  g_autoptr (GString) title = g_string_new (NULL);
  int brackets = 0;

  for (const char *at = folded; *at != '\0'; at++)
    {
      if (*at == '(' || *at == '[')
        brackets++;
      else if ((*at == ')' || *at == ']') && brackets > 0)
        brackets--;
      else if (brackets == 0)
        g_string_append_c (title, strchr ("\n\t:*.,;_/-", *at) != NULL ? ' ' : *at);
    }
  return gh_text_squeeze (title->str);
}

static HeadRow *
head_row_new (const GhSheetRow *row)
{
  HeadRow *head = g_new0 (HeadRow, 1);

  head->number = row->number;
  head->titles = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  head->texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  head->merged = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < row->n_cells && row->cells[i].column < N_HEAD_COLUMNS; i++)
    {
      const GhCell *cell = &row->cells[i];
      gpointer column = GUINT_TO_POINTER (cell->column);

      head->figures |= cell->kind == GH_CELL_NUMBER || cell->kind == GH_CELL_DATE;
      if (cell->merged)
        g_hash_table_add (head->merged, column);
      if (strlen (cell->text) > 400) /* a paragraph is no title */
        continue;
      g_hash_table_replace (head->titles, column, fold_title (cell->text));
      g_hash_table_replace (head->texts, column, gh_text_squeeze (cell->text));
    }
  return head;
}

/* (transfer full): the rows in which a header may stand. */
static GPtrArray *
read_head_rows (GhSheetBook *book, guint sheet, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (head_row_free);
  g_autoptr (GError) failure = NULL;
  const GhSheetRow *row;

  if (!gh_sheet_book_start (book, sheet, error))
    return NULL;
  while (rows->len < N_HEAD_ROWS && (row = gh_sheet_book_next (book, &failure)) != NULL)
    g_ptr_array_add (rows, head_row_new (row));
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
has_word (const char *title, const char *words)
{
  g_auto (GStrv) list = words != NULL ? g_strsplit (words, "|", -1) : NULL;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (strstr (title, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Field of a title, -1 = unknown. Whole titles go before parts of titles. */
static int
find_field (const GhSheetSpec *spec, const char *title)
{
  if (*title == '\0' || has_word (title, spec->excluded))
    return -1;
  for (gsize i = 0; i < spec->n_titles; i++)
    if (*spec->titles[i].title != '~' && strcmp (spec->titles[i].title, title) == 0)
      return (int) spec->titles[i].field;
  for (gsize i = 0; i < spec->n_titles; i++)
    if (*spec->titles[i].title == '~' && strstr (title, spec->titles[i].title + 1) != NULL)
      return (int) spec->titles[i].field;
  return -1;
}

static const char *
get_title (const HeadRow *row, guint column)
{
  const char *title =
    row != NULL ? g_hash_table_lookup (row->titles, GUINT_TO_POINTER (column)) : NULL;

  return title != NULL ? title : "";
}

/* Field of a column under one header row, or two ("Chỉ tiêu" over "Đăng ký" | "Đơn vị máu"). */
static int
find_column_field (const GhSheetSpec *spec,
                   const HeadRow *upper,
                   const HeadRow *lower,
                   guint column)
{
  const char *above = get_title (upper, column);
  const char *below = get_title (lower, column);
  g_autofree char *both = NULL;
  int field;

  if (*below == '\0' || strcmp (above, below) == 0)
    return find_field (spec, above);
  if (*above == '\0')
    return find_field (spec, below);
  both = g_strconcat (above, " ", below, NULL);
  if (has_word (both, spec->excluded))
    return -1;
  field = find_field (spec, both);
  if (field < 0)
    field = find_field (spec, below);
  return field >= 0 ? field : find_field (spec, above);
}

/* The number of different fields that the row(s) name, 0 without the name's column. */
static guint
map_columns (const GhSheetSpec *spec, const HeadRow *upper, const HeadRow *lower, int *columns)
{
  guint score = 0;

  for (guint field = 0; field < spec->n_fields; field++)
    columns[field] = -1;
  for (guint column = 0; column < N_HEAD_COLUMNS; column++)
    {
      int field = find_column_field (spec, upper, lower, column);

      if (field < 0 || columns[field] >= 0)
        continue;
      /* In one row the repeats of a wide cell are no columns of their own. */
      if (lower == NULL && g_hash_table_contains (upper->merged, GUINT_TO_POINTER (column)) &&
          column > 0 && strcmp (get_title (upper, column - 1), get_title (upper, column)) == 0)
        continue;
      columns[field] = (int) column;
      score++;
    }
  return columns[spec->name_field] >= 0 ? score : 0;
}

/* Whether @lower is the second row of the header that begins with @upper. */
static gboolean
is_second_row (const GhSheetSpec *spec,
               const HeadRow *upper,
               const HeadRow *lower,
               const int *columns)
{
  gpointer name = GINT_TO_POINTER (columns[spec->name_field]);
  const char *title = get_title (lower, (guint) columns[spec->name_field]);

  if (lower->figures || lower->number != upper->number + 1)
    return FALSE;
  if (g_hash_table_contains (lower->merged, name)) /* from above; from the left it is a heading */
    return strcmp (title, get_title (upper, (guint) columns[spec->name_field])) == 0;
  return *title == '\0' && g_hash_table_size (lower->titles) >= 2;
}

static char *
join_texts (const HeadRow *upper, const HeadRow *lower, guint column)
{
  const char *above = g_hash_table_lookup (upper->texts, GUINT_TO_POINTER (column));
  const char *below =
    lower != NULL ? g_hash_table_lookup (lower->texts, GUINT_TO_POINTER (column)) : NULL;

  if (above == NULL || g_strcmp0 (above, below) == 0)
    return g_strdup (below != NULL ? below : "");
  return below == NULL ? g_strdup (above) : g_strdup_printf ("%s: %s", above, below);
}

static void
describe_columns (GhSheetTable *table, const HeadRow *upper, const HeadRow *lower)
{
  for (guint column = 0; column < N_HEAD_COLUMNS; column++)
    {
      g_autofree char *text = join_texts (upper, lower, column);
      gboolean read = FALSE;

      for (guint field = 0; field < table->spec->n_fields; field++)
        if (table->columns[field] == (int) column)
          {
            table->titles[field] = g_strdup (text);
            read = TRUE;
          }
      if (!read && *text != '\0' && (guint) table->columns[table->spec->order_field] != column)
        {
          g_autofree char *letters = gh_sheet_column_name (column);

          g_ptr_array_add (table->unread, g_strdup_printf ("%s (%s)", letters, text));
        }
    }
}

static void
keep_texts_above (GhSheetTable *table, const GPtrArray *rows)
{
  g_autoptr (GString) above = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const HeadRow *row = g_ptr_array_index (rows, i);
      GHashTableIter iter;
      gpointer text;

      if (row->number >= table->head_row)
        break;
      g_hash_table_iter_init (&iter, row->titles);
      while (g_hash_table_iter_next (&iter, NULL, &text))
        g_string_append_printf (above, "%s\n", (char *) text);
    }
  table->above = g_string_free (g_steal_pointer (&above), FALSE);
}

GhSheetTable *
gh_sheet_table_find (GhSheetBook *book, guint sheet, const GhSheetSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) rows = read_head_rows (book, sheet, error);
  GhSheetTable *table;
  guint best = 0;
  guint best_row = 0;
  int columns[GH_SHEET_MAX_FIELDS];
  const HeadRow *upper;
  const HeadRow *lower;

  g_return_val_if_fail (spec->n_fields <= GH_SHEET_MAX_FIELDS, NULL);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const HeadRow *next = i + 1 < rows->len ? g_ptr_array_index (rows, i + 1) : NULL;
      guint score = map_columns (spec, g_ptr_array_index (rows, i), NULL, columns);

      if (score > 0 && next != NULL &&
          is_second_row (spec, g_ptr_array_index (rows, i), next, columns))
        score = MAX (score, map_columns (spec, g_ptr_array_index (rows, i), next, columns));
      if (score > best)
        {
          best = score;
          best_row = i;
        }
    }
  if (best == 0)
    return NULL;

  table = g_new0 (GhSheetTable, 1);
  table->spec = spec;
  table->book = book;
  table->sheet = sheet;
  table->score = best;
  table->unread = g_ptr_array_new_with_free_func (g_free);
  upper = g_ptr_array_index (rows, best_row);
  lower = best_row + 1 < rows->len ? g_ptr_array_index (rows, best_row + 1) : NULL;
  map_columns (spec, upper, NULL, table->columns);
  if (lower != NULL && is_second_row (spec, upper, lower, table->columns))
    map_columns (spec, upper, lower, table->columns);
  else
    lower = NULL;
  table->head_row = upper->number;
  table->head_last = lower != NULL ? lower->number : upper->number;
  describe_columns (table, upper, lower);
  keep_texts_above (table, rows);
  return table;
}

void
gh_sheet_table_free (GhSheetTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < GH_SHEET_MAX_FIELDS; i++)
    g_free (table->titles[i]);
  g_ptr_array_unref (table->unread);
  g_free (table->above);
  g_free (table);
}

GPtrArray *
gh_sheet_tables_find (GhSheetBook *book,
                      const GhSheetSpec *spec,
                      const char *wanted,
                      GError **error)
{
  g_autoptr (GPtrArray) tables =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_sheet_table_free);
  guint best = 0;

  for (guint i = 0; i < gh_sheet_book_get_n_sheets (book); i++)
    {
      g_autoptr (GError) failure = NULL;
      GhSheetTable *table = gh_sheet_table_find (book, i, spec, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (table == NULL)
        continue;
      best = MAX (best, table->score);
      g_ptr_array_add (tables, table);
    }
  if (tables->len == 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_NO_HEADER,
                   _("“%s” has no row of column titles that could be understood. Give its columns "
                     "titles such as %s."),
                   gh_sheet_book_get_name (book), wanted);
      return NULL;
    }
  for (guint i = tables->len; i-- > 0;)
    if (((GhSheetTable *) g_ptr_array_index (tables, i))->score * 2 < best)
      g_ptr_array_remove_index (tables, i);
  return g_steal_pointer (&tables);
}
