/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define HEADING_CHARS 140

typedef struct
{
  GhPlanReader *reader;
  GhPlan *plan;
  guint end; /* of the part that is read */
} BodyReader;

/* "1 | Họp Ban Tổ chức | 10/9/2025": a row without strokes at its ends. */
static gboolean
has_pipes (const char *text)
{
  const char *first = strstr (text, " | ");

  return first != NULL && strstr (first + 3, " | ") != NULL;
}

/* Cells of a table line, %NULL if it is no row. */
static GStrv
split_row (const char *text)
{
  GStrv cells;
  g_autofree char *piped = NULL;

  if (text[0] == '|' && text[strlen (text) - 1] == '|' && strlen (text) > 2)
    {
      piped = g_strndup (text + 1, strlen (text) - 2);
      cells = g_strsplit (piped, "|", -1);
    }
  else if (strchr (text, '\t') != NULL)
    cells = g_strsplit (text, "\t", -1);
  else if (has_pipes (text))
    cells = g_strsplit (text, " | ", -1);
  else
    return NULL;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *squeezed = gh_text_squeeze (cells[i]);

      g_free (cells[i]);
      cells[i] = squeezed;
    }
  return cells;
}

/* "|---|---|" of a Markdown table. */
static gboolean
is_row_rule (const char *text)
{
  return text[0] == '|' && strspn (text, "|-: ") == strlen (text);
}

static const char *
body_text (const BodyReader *body, guint i)
{
  return i < body->end ? gh_plan_line_text (body->reader->lines, i) : "";
}

static gboolean
is_row (const BodyReader *body, guint i)
{
  const char *text = body_text (body, i);

  return *text != '\0' && (strchr (text, '\t') != NULL || has_pipes (text) ||
                           (text[0] == '|' && strlen (text) > 2 && text[strlen (text) - 1] == '|'));
}

/* A line inside a table that is no row itself: a group heading, or a cell that was wrapped. */
static void
add_stray (GhBlock *table, const char *text)
{
  if (gh_words_begins_small (text) && table->rows != NULL && table->rows->len > 1)
    {
      GStrv row = table->rows->pdata[table->rows->len - 1];
      guint last = g_strv_length (row) - 1;
      char *joined = g_strconcat (row[last], " ", text, NULL);

      g_free (row[last]);
      row[last] = joined;
    }
  else
    {
      const char *cells[] = { text, NULL };

      gh_block_add_row (table, cells);
    }
}

static guint
read_table (BodyReader *body, guint i)
{
  g_autoptr (GhBlock) table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  guint from = i;

  for (; i < body->end; i++)
    {
      const char *text = body_text (body, i);
      g_auto (GStrv) cells = NULL;

      if (is_row_rule (text))
        continue;
      if (((const GhPlanLine *) body->reader->lines->pdata[i])->page && i > from)
        break;
      if (!is_row (body, i))
        {
          /* Kept inside when the table goes on right behind it. */
          if (!is_row (body, i + 1) || ((const GhPlanLine *) body->reader->lines->pdata[i])->gap ||
              ((const GhPlanLine *) body->reader->lines->pdata[i + 1])->gap || strlen (text) > 300)
            break;
          add_stray (table, text);
          continue;
        }
      cells = split_row (text);
      gh_block_add_row (table, (const char *const *) cells);
    }
  if (table->rows != NULL && table->rows->len > 0)
    g_ptr_array_add (body->plan->blocks, g_steal_pointer (&table));
  return i;
}

/* The last few letters of a growing text: looking at all of it once a line would cost a square. */
static const char *
end_of (const GString *text)
{
  const char *p = text->str + (text->len > 80 ? text->len - 80 : 0);

  while (((guchar) *p & 0xC0u) == 0x80u)
    p++;
  return p;
}

/* "… trước ngày" ⏎ "25/02/2026.": a figure that a word before the line end asks for. */
static gboolean
asks_for_figure (const char *so_far)
{
  g_autofree char *low = gh_words_lower (so_far);
  gsize length = strlen (g_strchomp (low));
  gsize n = 0;
  const char *word =
    gh_words_find_last (low, length, "ngày|tháng|năm|số|từ|đến|khoảng|ít nhất|tối thiểu|lúc", &n);

  return word != NULL && (gsize) (word - low) + n == length;
}

/* Whether line @i goes on with a paragraph; @so_far is the end of it. */
static gboolean
continues (const BodyReader *body, guint i, const char *so_far, const char *last_line)
{
  const GhPlanLine *line;
  const char *rest = NULL;
  g_autofree char *number = NULL;
  int depth = 0;

  if (i >= body->end || is_row (body, i) || gh_plan_is_closing (gh_words_last_char (so_far)))
    return FALSE;
  line = body->reader->lines->pdata[i];
  if (line->heading > 0)
    return FALSE;
  /* "NỘI DUNG TỪNG THÁNG" is a whole heading. */
  if (!line->gap && g_ascii_isdigit (line->text[0]) && !gh_words_is_upper (so_far) &&
      asks_for_figure (so_far))
    return TRUE;
  if (gh_plan_mark_parse (line->text, &number, &depth, &rest) != GH_PLAN_MARK_NONE ||
      gh_plan_is_appendix (line->text))
    return FALSE;
  if (gh_words_begins_small (line->text))
    return TRUE;
  return !line->gap && gh_plan_is_full_line (last_line, body->reader->wrap) &&
         !gh_words_is_upper (so_far);
}

/* Whether numbered @text is a title and not a sentence. */
static gboolean
is_title (const char *text)
{
  g_autofree char *bare = gh_words_slice (text, strlen (text), " ");
  gunichar last = gh_words_last_char (bare);
  const char *colon = strstr (bare, ": ");
  gsize n = strlen (text);

  if (last == ':')
    return g_utf8_strlen (bare, -1) <= 2 * HEADING_CHARS;
  if (gh_plan_is_closing (last) || last == ',' || last == '/' ||
      g_utf8_strlen (bare, -1) > HEADING_CHARS)
    return gh_words_is_upper (bare) && g_utf8_strlen (bare, -1) <= HEADING_CHARS;
  if (n > 4 && gh_text_begins (text, "**") && strstr (text + 2, "**") == text + n - 2)
    return TRUE;
  return colon == NULL;
}

/* Puts together the text of a block that starts at line @i; moves @i behind it. */
static char *
gather (BodyReader *body, const char *start, guint *i)
{
  GString *text = g_string_new (start);
  const char *last_line = body_text (body, *i);

  for ((*i)++; continues (body, *i, end_of (text), last_line); (*i)++)
    {
      last_line = body_text (body, *i);
      gh_plan_append_line (text, last_line);
    }
  return g_string_free (text, FALSE);
}

static void
add_block (BodyReader *body, GhBlockKind kind, int level, const char *number, const char *text)
{
  g_autofree char *squeezed = gh_text_squeeze (text);
  gsize n = strlen (squeezed);

  /* Headings are bold by their layout; marks around the whole would say it twice. */
  if (kind != GH_BLOCK_PARAGRAPH && kind != GH_BLOCK_ITEM && n > 4 &&
      gh_text_begins (squeezed, "**") && strstr (squeezed + 2, "**") == squeezed + n - 2)
    {
      char *plain = g_strndup (squeezed + 2, n - 4);

      g_free (squeezed);
      squeezed = plain;
    }
  g_ptr_array_add (body->plan->blocks, gh_block_new (kind, level, number, squeezed));
}

static void
add_marked (BodyReader *body, GhPlanMark mark, int depth, const char *number, const char *text)
{
  switch (mark)
    {
    case GH_PLAN_MARK_ROMAN:
    case GH_PLAN_MARK_CAPITAL:
      add_block (body, GH_BLOCK_HEADING, 1, number, text);
      break;
    case GH_PLAN_MARK_DECIMAL:
      if (is_title (text))
        add_block (body, GH_BLOCK_HEADING, MIN (depth + 1, 4), number, text);
      else
        add_block (body, GH_BLOCK_ITEM, depth, number, text);
      break;
    case GH_PLAN_MARK_LETTER:
      if (is_title (text))
        add_block (body, GH_BLOCK_HEADING, 3, number, text);
      else
        add_block (body, GH_BLOCK_ITEM, 1, number, text);
      break;
    case GH_PLAN_MARK_BULLET:
      add_block (body, GH_BLOCK_ITEM, depth, number, text);
      break;
    case GH_PLAN_MARK_NONE:
    default:
      add_block (body, GH_BLOCK_PARAGRAPH, 0, "", text);
    }
}

/* "Điều 2. Phân công thực hiện": behind the word, a number and a title without an end. */
static gboolean
is_article_title (const char *low)
{
  gsize n = strspn (low, " ");
  gsize digits = strspn (low + n, "0123456789");
  gunichar last = gh_words_last_char (low);

  return n > 0 && digits > 0 && strchr (".:", low[n + digits]) != NULL && last != '.' &&
         last != '/' && last != ';' && last != ':';
}

/* "PHẦN I", "Phần thứ nhất", or a line in capitals. */
static gboolean
is_plain_heading (const char *text)
{
  g_autofree char *low = NULL;
  glong n = g_utf8_strlen (text, -1);

  if (n > HEADING_CHARS)
    return FALSE;
  if (gh_words_is_upper (text) && strchr (text, ' ') != NULL &&
      !gh_plan_is_closing (gh_words_last_char (text)))
    return TRUE;
  low = gh_words_lower (text);
  if (gh_words_begin (gh_words_skip (low), "điều") > 0 && n < 100)
    return is_article_title (gh_words_skip (low) + strlen ("điều"));
  return n < 60 && gh_words_begin (gh_words_skip (low), "phần i|phần ii|phần iii|phần iv|phần v|"
                                                        "phần thứ nhất|phần thứ hai|"
                                                        "phần thứ ba|phần 1|phần 2|phần 3") > 0;
}

/* A heading by the document's own word, if it is as long as one can be. */
static gboolean
is_marked_heading (const GhPlanLine *line)
{
  return line->heading > 0 && g_utf8_strlen (line->text, -1) <= HEADING_CHARS;
}

/* An appendix begins a page anyway, and so does what comes first. */
static void
break_page (BodyReader *body, guint i)
{
  const GPtrArray *blocks = body->plan->blocks;
  const GhPlanLine *line = body->reader->lines->pdata[i];

  if (line->page && blocks->len > 0 && !gh_plan_is_appendix (line->text))
    add_block (body, GH_BLOCK_PAGE_BREAK, 0, "", "");
}

static guint
read_line (BodyReader *body, guint i)
{
  const char *line = body_text (body, i);
  const char *rest = line;
  g_autofree char *number = NULL;
  g_autofree char *start = NULL;
  g_autofree char *text = NULL;
  int depth = 0;
  GhPlanMark mark;
  GhBlock *cells;

  break_page (body, i);
  if (is_row (body, i) && (is_row (body, i + 1) || line[0] == '|'))
    return read_table (body, i);
  cells = gh_plan_cells_read (body->reader->lines, &i, body->end);
  if (cells != NULL)
    {
      g_ptr_array_add (body->plan->blocks, cells);
      return i;
    }
  if (gh_plan_is_appendix (line))
    {
      add_block (body, GH_BLOCK_APPENDIX, 1, "", line);
      return i + 1;
    }
  mark = gh_plan_mark_parse (line, &number, &depth, &rest);
  if (mark == GH_PLAN_MARK_NONE && is_plain_heading (line))
    {
      add_block (body, GH_BLOCK_HEADING, 1, "", line);
      return i + 1;
    }
  if (mark == GH_PLAN_MARK_NONE && is_marked_heading (body->reader->lines->pdata[i]))
    {
      add_block (body, GH_BLOCK_HEADING,
                 ((const GhPlanLine *) body->reader->lines->pdata[i])->heading, "", line);
      return i + 1;
    }
  /* The number of "**1. Title**" stands inside the bold, which must open again behind it. */
  if (mark != GH_PLAN_MARK_NONE && mark != GH_PLAN_MARK_BULLET)
    {
      g_autofree char *stars = g_strndup (line, strspn (line, "*"));

      /* "**I.** Title": the bold ends with the number. */
      if (*stars != '\0' && gh_text_begins (rest, stars))
        start = g_strdup (rest + strlen (stars));
      else
        start = g_strconcat (stars, rest, NULL);
    }
  else
    start = mark == GH_PLAN_MARK_BULLET && gh_text_begins (rest, "** ")
              ? g_strconcat ("**", rest + 3, NULL)
              : g_strdup (rest);
  text = gather (body, start, &i);
  add_marked (body, mark, depth, mark == GH_PLAN_MARK_NONE ? "" : number, text);
  return i;
}

void
gh_plan_read_body (GhPlanReader *reader)
{
  BodyReader body = { reader, reader->plan, reader->tail };

  for (guint i = reader->body; i < body.end;)
    i = read_line (&body, i);
  body.end = reader->lines->len;
  for (guint i = reader->appendix; i < body.end;)
    i = read_line (&body, i);
}

const GhBlock *
gh_plan_heading_above (const GhPlan *plan, guint i, int level)
{
  guint reach = 200;

  while (i > 0 && reach-- > 0)
    {
      const GhBlock *block = plan->blocks->pdata[--i];

      if (block->kind == GH_BLOCK_HEADING && block->level <= level)
        return block;
    }
  return NULL;
}
