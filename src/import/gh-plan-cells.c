/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* A table that was copied cell by cell: "STT" ⏎ "Ngày" ⏎ "Địa điểm" ⏎ "1" ⏎ "12/4/2026" ⏎ … Its
 * head begins with the word for the running number, each row with that number; or its head with
 * "Đợt", and its rows with "Đợt 1", "Đợt 2". */

#define COLUMNS_MAX 10u
#define ROWS_MAX    300u
/* Bytes of a cell; a longer line is a paragraph. */
#define CELL_MAX 300u

/* What stands before the running numbers in the first column: "" for nothing, "đợt"; %NULL if
 * @text is no head of it. */
static const char *
number_head (const char *text)
{
  static const char *const heads[][2] = { { "tt", "" },        { "stt", "" },     { "số tt", "" },
                                          { "số thứ tự", "" }, { "đợt", "đợt" },  { "cụm", "cụm" },
                                          { "buổi", "buổi" },  { "bước", "bước" } };
  g_autofree char *bare = NULL;
  g_autofree char *low = NULL;

  if (strlen (text) > 24)
    return NULL;
  bare = gh_words_slice (text, strlen (text), " .");
  low = gh_words_lower (bare);
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (low, heads[i][0]))
      return heads[i][1];
  return NULL;
}

/* Whether the line is nothing but the number @n, with @word before it: "1", "01", "1.", "Đợt 1" */
static gboolean
is_number (const char *text, const char *word, guint n)
{
  gsize digits;

  if (*word != '\0')
    {
      g_autofree char *head = gh_words_head (text, 40);
      g_autofree char *low = gh_words_lower (head);

      if (gh_words_begin (low, word) == 0)
        return FALSE;
      text += gh_words_begin (low, word);
      text += strspn (text, " ");
    }
  digits = strspn (text, "0123456789");
  return digits >= 1 && digits <= 3 && (guint) atoi (text) == n &&
         (text[digits] == '\0' || (text[digits] == '.' && text[digits + 1] == '\0'));
}

/* "7h00 - 11h00", below the day in one cell */
static gboolean
is_hours (const char *text)
{
  g_autofree char *low = NULL;
  const char *p;

  if (!g_ascii_isdigit (*text) || strlen (text) > 40)
    return FALSE;
  low = gh_words_lower (text);
  p = low + strspn (low, "0123456789");
  if (strchr ("hg:", *p) == NULL || *p == '\0')
    return FALSE;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr ("0123456789hg: -", *p) == NULL && !gh_text_begins (p, "–"))
      return FALSE;
  return TRUE;
}

static gboolean
is_cell (const GPtrArray *lines, guint i)
{
  const char *text = gh_plan_line_text (lines, i);

  return strlen (text) < CELL_MAX && strchr (text, '\t') == NULL &&
         ((const GhPlanLine *) lines->pdata[i])->heading == 0 && !gh_plan_is_appendix (text);
}

/* "III. TỔ CHỨC THỰC HIỆN", "2. Kinh phí": what can only stand behind a table. */
static gboolean
begins_part (const char *text)
{
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int depth = 0;
  GhPlanMark mark = gh_plan_mark_parse (text, &number, &depth, &rest);

  return mark == GH_PLAN_MARK_ROMAN || mark == GH_PLAN_MARK_DECIMAL || mark == GH_PLAN_MARK_LETTER;
}

/* Lines of a row that begins at @i and ends before the number @next; as many as the row before has,
 * @usual, if no such number stands near: it is the last one. 0 if no row can be made of them. */
static guint
row_length (const GPtrArray *lines,
            guint i,
            guint end,
            guint columns,
            guint usual,
            const char *word,
            guint next)
{
  guint n;

  if (i + columns < end && is_number (gh_plan_line_text (lines, i + columns), word, next))
    n = columns;
  else
    for (n = 2; n < 2 * columns && i + n < end; n++)
      if (is_number (gh_plan_line_text (lines, i + n), word, next))
        break;
  if (n >= 2 * columns || i + n >= end) /* the last one, perhaps with less in it */
    for (n = 2; n < usual && i + n < end && !begins_part (gh_plan_line_text (lines, i + n));)
      n++;
  for (guint k = 0; k < n; k++)
    if (i + k >= end || !is_cell (lines, i + k))
      return 0;
  return n;
}

/* The cells of a row of @n lines; those too many belong to the last one, hours to the day. */
static void
add_row (GhBlock *table, const GPtrArray *lines, guint i, guint n, guint columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < n; k++)
    {
      const char *text = gh_plan_line_text (lines, i + k);

      if (cells->len < columns && !(n > columns && k > 1 && is_hours (text)))
        g_ptr_array_add (cells, gh_words_slice (text, strlen (text), " "));
      else
        {
          char *last = cells->pdata[cells->len - 1];

          cells->pdata[cells->len - 1] = g_strconcat (last, " ", text, NULL);
          g_free (last);
        }
    }
  while (cells->len < columns)
    g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, NULL);
  gh_block_add_row (table, (const char *const *) cells->pdata);
  g_ptr_array_unref (cells);
}

/* Columns of the head at @i: the lines before the first row's number; 0 if there is none. */
static guint
count_columns (const GPtrArray *lines, guint i, guint end, const char *word)
{
  if (word == NULL)
    return 0;
  for (guint n = 1; n <= COLUMNS_MAX && i + n < end; n++)
    {
      if (is_number (gh_plan_line_text (lines, i + n), word, 1))
        return n >= 2 ? n : 0;
      if (!is_cell (lines, i + n) || gh_words_last_char (gh_plan_line_text (lines, i + n)) == '.')
        return 0;
    }
  return 0;
}

/* "Tổng cộng" ⏎ "500": the figures behind the word for the sum. */
static guint
total_length (const GPtrArray *lines, guint i, guint end, guint columns)
{
  g_autofree char *low = NULL;
  guint n = 1;

  if (i >= end || strlen (gh_plan_line_text (lines, i)) > 60)
    return 0;
  low = gh_words_lower (gh_plan_line_text (lines, i));
  if (gh_words_begin (gh_words_skip (low), "tổng|tổng cộng|tổng số|cộng|cộng chung") == 0)
    return 0;
  while (n < columns && i + n < end)
    {
      const char *text = gh_plan_line_text (lines, i + n);

      if (text[strspn (text, "0123456789.,% -")] != '\0')
        break;
      n++;
    }
  return n > 1 ? n : 0;
}

/* The sum stands under the last columns. */
static void
add_total (GhBlock *table, const GPtrArray *lines, guint i, guint n, guint columns)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint k = 0; k < columns; k++)
    g_ptr_array_add (cells, (gpointer) "");
  cells->pdata[1] = (gpointer) gh_plan_line_text (lines, i);
  for (guint k = 1; k < n; k++)
    cells->pdata[columns - n + k] = (gpointer) gh_plan_line_text (lines, i + k);
  g_ptr_array_add (cells, NULL);
  gh_block_add_row (table, (const char *const *) cells->pdata);
  g_ptr_array_unref (cells);
}

GhBlock *
gh_plan_cells_read (const GPtrArray *lines, guint *at, guint end)
{
  const char *word = number_head (gh_plan_line_text (lines, *at));
  guint columns = count_columns (lines, *at, end, word);
  g_autoptr (GhBlock) table = NULL;
  guint i = *at + columns;
  guint n = columns;

  if (columns == 0)
    return NULL;
  table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  add_row (table, lines, *at, columns, columns);
  for (guint number = 1; number < ROWS_MAX; number++)
    {
      if (i >= end || !is_number (gh_plan_line_text (lines, i), word, number))
        break;
      n = row_length (lines, i, end, columns, MAX (n, columns), word, number + 1);
      if (n == 0)
        break;
      add_row (table, lines, i, n, columns);
      i += n;
    }
  if (table->rows->len < 2)
    return NULL;
  n = total_length (lines, i, end, columns);
  if (n > 0)
    add_total (table, lines, i, n, columns);
  *at = i + n;
  return g_steal_pointer (&table);
}
