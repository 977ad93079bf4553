/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define LIMIT     (8u * 1024u * 1024u)
#define MAX_DEPTH 32
#define MAX_NAME  12

/* A list that is open: -1 = with dashes, else the number of the next item. */
typedef struct
{
  int next;
  char type; /* '1', 'a', 'A', 'i', 'I' */
} List;

typedef struct
{
  GString *out;
  List lists[MAX_DEPTH];
  int depth;
  int tables;
  int cells;      /* depth of cells, at most one a table: a paragraph there breaks no row */
  int pre;        /* depth of <pre> */
  gboolean space; /* one is due before the next letter */
  int breaks;     /* lines are due before the next letter: 1 = a new line, 2 = an empty one */
  gboolean tab;   /* a cell ended before the next letter */
} Page;

/* --- letters ---------------------------------------------------------------------------------- */

static void
flush_gap (Page *page)
{
  GString *out = page->out;

  if (out->len == 0)
    page->breaks = 0;
  else if (page->breaks > 0)
    while (page->breaks-- > 0)
      g_string_append_c (out, '\n');
  else if (page->space && !page->tab && !strchr ("\n\t ", out->str[out->len - 1]))
    g_string_append_c (out, ' ');
  if (page->tab)
    g_string_append_c (out, '\t');
  page->breaks = 0;
  page->space = page->tab = FALSE;
}

static void
add_letter (Page *page, gunichar letter)
{
  if (letter == 0xA0)
    letter = ' ';
  if (page->pre > 0 && letter == '\n')
    {
      page->breaks = MIN (page->breaks + 1, 2);
      return;
    }
  if (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f')
    {
      page->space = TRUE;
      return;
    }
  if (letter == 0 || page->out->len > LIMIT)
    return;
  flush_gap (page);
  g_string_append_unichar (page->out, letter);
}

static void
add_break (Page *page, int lines)
{
  if (page->cells > 0)
    page->space = TRUE;
  else
    page->breaks = MAX (page->breaks, lines);
}

/* "&agrave;" at @text: its letter and length; 0 if it is none. */
static gunichar
read_entity (const char *text, const char *end, gsize *length)
{
  char name[MAX_NAME + 1] = { 0 };
  gsize n = 1;
  guint64 value;

  while (n <= MAX_NAME && text + n < end && (g_ascii_isalnum (text[n]) || text[n] == '#'))
    {
      name[n - 1] = text[n];
      n++;
    }
  *length = n + (text + n < end && text[n] == ';' ? 1 : 0);
  if (name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';

      value = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);
      return value <= 0x10FFFF && g_unichar_validate ((gunichar) value) ? (gunichar) value : 0xFFFD;
    }
  {
    const htmlEntityDesc *entity = htmlEntityLookup (BAD_CAST name);

    return entity != NULL ? entity->value : 0;
  }
}

/* --- tags ------------------------------------------------------------------------------------- */

static gboolean
is_one_of (const char *name, const char *names)
{
  const char *found = strstr (names, name);
  gsize n = strlen (name);

  while (found != NULL && n > 0)
    {
      if ((found == names || found[-1] == ' ') && (found[n] == ' ' || found[n] == '\0'))
        return TRUE;
      found = strstr (found + 1, name);
    }
  return FALSE;
}

/* The value of an attribute's first letter or number; NULL if the tag has none. */
static const char *
find_attribute (const char *tag, const char *end, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = tag; p + n + 2 < end; p++)
    if (g_ascii_isspace (p[0]) && g_ascii_strncasecmp (p + 1, name, n) == 0 && p[n + 1] == '=')
      return p + n + 2 + (p[n + 2] == '"' || p[n + 2] == '\'' ? 1 : 0);
  return NULL;
}

static void
open_list (Page *page, const char *name, const char *tag, const char *end)
{
  List list = { -1, '1' };

  if (strcmp (name, "ol") == 0)
    {
      const char *start = find_attribute (tag, end, "start");
      const char *type = find_attribute (tag, end, "type");

      list.next = start != NULL ? (int) CLAMP (g_ascii_strtoll (start, NULL, 10), 0, 100000) : 1;
      list.type = type != NULL ? *type : '1';
    }
  if (page->depth < MAX_DEPTH)
    page->lists[page->depth] = list;
  page->depth++;
}

static char *
roman (int number)
{
  static const struct
  {
    int value;
    const char *text;
  } signs[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value && text->len < 40; number -= signs[i].value)
      g_string_append (text, signs[i].text);
  return g_string_free (text, FALSE);
}

static void
begin_item (Page *page)
{
  List *list = page->depth > 0 && page->depth <= MAX_DEPTH ? &page->lists[page->depth - 1] : NULL;
  g_autofree char *mark = NULL;

  add_break (page, 1);
  if (list == NULL || list->next < 0)
    mark = g_strdup ("- ");
  else if ((list->type == 'a' || list->type == 'A') && list->next >= 1 && list->next <= 26)
    mark = g_strdup_printf (list->type == 'a' ? "%c) " : "%c. ", list->type + list->next - 1);
  else if (list->type == 'I' || list->type == 'i')
    {
      g_autofree char *number = roman (list->next);

      mark = g_strdup_printf ("%s. ", number);
    }
  else
    mark = g_strdup_printf ("%d. ", list->next);
  if (list != NULL && list->next >= 0)
    list->next++;
  flush_gap (page);
  g_string_append (page->out, mark);
}

static void
close_cell (Page *page)
{
  if (page->cells == 0 || page->cells < page->tables)
    return;
  page->cells--;
  page->space = FALSE;
  flush_gap (page);
  page->tab = TRUE;
}

static void
close_row (Page *page)
{
  close_cell (page);
  page->tab = FALSE;
  add_break (page, 1);
}

static void
open_tag (Page *page, const char *name, const char *tag, const char *end)
{
  if (is_one_of (name, "br hr div section article header footer dt dd form fieldset"))
    add_break (page, 1);
  else if (is_one_of (name, "p h1 h2 h3 h4 h5 h6 table blockquote dl"))
    {
      add_break (page, 2);
      page->tables += strcmp (name, "table") == 0 ? 1 : 0;
    }
  else if (strcmp (name, "tr") == 0)
    close_row (page);
  else if (is_one_of (name, "ul ol"))
    {
      add_break (page, page->depth > 0 ? 1 : 2);
      open_list (page, name, tag, end);
    }
  else if (strcmp (name, "li") == 0)
    begin_item (page);
  else if (is_one_of (name, "td th"))
    {
      close_cell (page);
      page->cells += page->cells < page->tables ? 1 : 0;
    }
  else if (strcmp (name, "pre") == 0)
    {
      add_break (page, 2);
      page->pre++;
    }
}

static void
close_tag (Page *page, const char *name)
{
  if (is_one_of (name, "td th"))
    close_cell (page);
  else if (strcmp (name, "tr") == 0)
    close_row (page);
  else if (strcmp (name, "table") == 0 && page->tables > 0)
    {
      close_cell (page);
      page->tab = FALSE;
      page->tables--;
      add_break (page, 2);
    }
  else if (is_one_of (name, "ul ol") && page->depth > 0)
    {
      page->depth--;
      add_break (page, page->depth > 0 ? 1 : 2);
    }
  else if (strcmp (name, "pre") == 0 && page->pre > 0)
    {
      page->pre--;
      add_break (page, 2);
    }
  else if (is_one_of (name, "div li section article dt dd"))
    add_break (page, 1);
  else if (is_one_of (name, "p h1 h2 h3 h4 h5 h6 table blockquote"))
    add_break (page, 2);
}

/* --- the page --------------------------------------------------------------------------------- */

/* Behind the end tag of @name. */
static const char *
skip_element (const char *p, const char *end, const char *name)
{
  gsize n = strlen (name);

  for (; p + n + 2 < end; p++)
    if (p[0] == '<' && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, n) == 0 &&
        !g_ascii_isalnum (p[n + 2]))
      {
        const char *close = memchr (p, '>', (gsize) (end - p));

        return close != NULL ? close + 1 : end;
      }
  return end;
}

static const char *
read_tag (Page *page, const char *p, const char *end)
{
  gboolean closing = p + 1 < end && p[1] == '/';
  const char *from = p + (closing ? 2 : 1);
  const char *close;
  char name[MAX_NAME + 1] = { 0 };

  if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
    {
      const char *tail = g_strstr_len (p + 4, end - p - 4, "-->");

      return tail != NULL ? tail + 3 : end;
    }
  if (from >= end || !(g_ascii_isalpha (*from) || *from == '!' || *from == '?'))
    {
      add_letter (page, '<'); /* a sign, not a tag */
      return p + 1;
    }
  close = memchr (p, '>', (gsize) (end - p));
  if (close == NULL)
    return end;
  for (gsize i = 0; i < MAX_NAME && g_ascii_isalnum (from[i]); i++)
    name[i] = g_ascii_tolower (from[i]);
  if (!closing && is_one_of (name, "script style head title template") && close[-1] != '/')
    return skip_element (close + 1, end, name);
  if (closing)
    close_tag (page, name);
  else
    open_tag (page, name, p, close);
  return close + 1;
}

static char *
read_page (const char *text)
{
  Page page = { .out = g_string_new (NULL) };
  const char *end = text + strlen (text);
  const char *p = text;

  /* What Windows puts before the page. */
  if (g_str_has_prefix (text, "Version:"))
    p = strchr (text, '<') != NULL ? strchr (text, '<') : end;
  while (p < end)
    {
      gsize length = 0;
      gunichar letter = *p == '&' ? read_entity (p, end, &length) : 0;

      if (*p == '<')
        p = read_tag (&page, p, end);
      else if (letter != 0)
        {
          add_letter (&page, letter);
          p += length;
        }
      else
        {
          add_letter (&page, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }
  return g_strchomp (g_string_free (page.out, FALSE));
}

char *
gh_html_text (const char *data, gsize length)
{
  g_autofree char *text = NULL;
  gboolean little = length >= 2 && (guchar) data[0] == 0xFF && (guchar) data[1] == 0xFE;
  gboolean big = length >= 2 && (guchar) data[0] == 0xFE && (guchar) data[1] == 0xFF;

  if (little || big || (length >= 4 && data[0] != 0 && data[1] == 0))
    {
      gsize skip = little || big ? 2 : 0;

      text = g_convert_with_fallback (data + skip, (gssize) (length - skip), "UTF-8",
                                      big ? "UTF-16BE" : "UTF-16LE", "\uFFFD", NULL, NULL, NULL);
    }
  if (text == NULL)
    text = g_utf8_make_valid (data, (gssize) length);
  return read_page (text);
}
