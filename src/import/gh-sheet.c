/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sheet.h"

#include <glib/gi18n-lib.h>

#include "gh-sheet-private.h"
#include "gh-zip.h"

struct _GhSheetBook
{
  /* Owned */
  char *name;
  char *note;
  GPtrArray *sheet_names;
  gpointer reader;

  /* Borrowed */
  const GhSheetFormat *format;

  GhSheetRow row;
  guint n_content_rows;
  gboolean at_end;
};

GhSheetBook *
gh_sheet_book_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GhSheetBook) book = g_new0 (GhSheetBook, 1);
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  book->name = g_strdup (name);
  book->sheet_names = g_ptr_array_new_with_free_func (g_free);
  book->at_end = TRUE;
  if (length == 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY, _("“%s” is empty."), name);
      return NULL;
    }

  if (gh_zip_looks_like (data, length))
    {
      book->format = &gh_sheet_xlsx_format;
      book->reader = gh_sheet_xlsx_new (bytes, name, book->sheet_names, &book->note, error);
    }
  else
    {
      book->format = &gh_sheet_csv_format;
      g_ptr_array_add (book->sheet_names, g_strdup (""));
      book->reader = gh_sheet_csv_new (bytes, name, &book->note, error);
    }
  return book->reader != NULL ? g_steal_pointer (&book) : NULL;
}

char *
gh_sheet_describe_legacy (GhLegacy legacy)
{
  /* Translators: %s is "TCVN3 (ABC)" or "VNI" */
  return g_strdup_printf (_("The file is written in the old code %s, not in Unicode. It was "
                            "converted: check the names and their capitals."),
                          gh_legacy_name (legacy));
}

void
gh_sheet_book_free (GhSheetBook *book)
{
  if (book == NULL)
    return;
  if (book->reader != NULL)
    book->format->free (book->reader);
  g_ptr_array_unref (book->sheet_names);
  g_free (book->name);
  g_free (book->note);
  g_free (book);
}

guint
gh_sheet_book_get_n_sheets (const GhSheetBook *book)
{
  return book->sheet_names->len;
}

const char *
gh_sheet_book_get_sheet_name (const GhSheetBook *book, guint sheet)
{
  g_return_val_if_fail (sheet < book->sheet_names->len, "");
  return g_ptr_array_index (book->sheet_names, sheet);
}

const char *
gh_sheet_book_get_name (const GhSheetBook *book)
{
  return book->name;
}

const char *
gh_sheet_book_get_note (const GhSheetBook *book)
{
  return book->note;
}

gboolean
gh_sheet_book_start (GhSheetBook *book, guint sheet, GError **error)
{
  g_return_val_if_fail (sheet < book->sheet_names->len, FALSE);

  book->n_content_rows = 0;
  book->row = (GhSheetRow){ 0 };
  book->at_end = !book->format->start (book->reader, sheet, error);
  return !book->at_end;
}

const GhSheetRow *
gh_sheet_book_next (GhSheetBook *book, GError **error)
{
  guint previous = book->row.number;

  if (book->at_end)
    return NULL;
  if (!book->format->next (book->reader, &book->row, error))
    {
      book->at_end = TRUE;
      return NULL;
    }
  g_assert (book->row.number > previous && book->row.n_cells > 0); /* invariant (1) */
  if (++book->n_content_rows > GH_SHEET_MAX_CONTENT_ROWS)
    {
      book->at_end = TRUE;
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                   _("“%s” has more than %u filled rows in one sheet. Split it and read the parts "
                     "one by one."),
                   book->name, (guint) GH_SHEET_MAX_CONTENT_ROWS);
      return NULL;
    }
  return &book->row;
}

const GhCell *
gh_sheet_row_get (const GhSheetRow *row, guint column)
{
  guint low = 0;
  guint high = row->n_cells;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (row->cells[middle].column == column)
        return &row->cells[middle];
      if (row->cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

char *
gh_sheet_column_name (guint column)
{
  char letters[8];
  gsize at = sizeof letters;

  letters[--at] = '\0';
  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (letters + at);
}

guint
gh_sheet_leading_indent (const char *text)
{
  guint n_spaces = 0;

  for (; *text == ' ' || *text == '\t'; text++)
    n_spaces += *text == '\t' ? 2 : 1;
  return MIN ((n_spaces + 1) / 2, 100);
}
