/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-html-read.h"

#include <string.h>

#include "gh-html-private.h"
#include "gh-marked.h"
#include "gh-plan.h"
#include "gh-text.h"

/* Deepest nesting of elements that is read; that of a word processor stays below 60. */
#define MAX_DEPTH 400u
/* Bytes that the parser is given at once. */
#define CHUNK 65536u
/* What Word gives an item as its number is short. */
#define LABEL_MAX 40

/* Letters of one look. */
typedef struct
{
  GString *text;
  gboolean bold;
  gboolean italic;
} Run;

/* A table while it is read. */
typedef struct
{
  guint down[GH_BLOCK_MAX_COLUMNS]; /* rows that a cell above still covers, by column */
  guint column;                     /* of the next cell */
  gboolean in_row;
  gboolean in_cell;
} Table;

typedef struct
{
  const GhHtmlSink *sink;
  gpointer data;
  GArray *styles;   /* GhHtmlStyle: of the open elements */
  GPtrArray *names; /* their names */
  GArray *runs;     /* Run: the open paragraph */
  GPtrArray *lists; /* GhListKind: the open ones */
  GPtrArray *tables;
  GString *given; /* the number that Word gives the item */
  char *label;    /* of the item that begins with the open paragraph, or NULL */
  guint depth;    /* of its list, 0 = no item begins */
  htmlParserCtxtPtr parser;
  gboolean stopped;
} Reader;

static const GhHtmlStyle *
current_style (const Reader *self)
{
  return &g_array_index (self->styles, GhHtmlStyle, self->styles->len - 1);
}

static Table *
current_table (const Reader *self)
{
  guint n = self->tables->len;

  return n > 0 ? g_ptr_array_index (self->tables, n - 1) : NULL;
}

static void
stop_unless (Reader *self, gboolean goes_on)
{
  if (goes_on || self->stopped)
    return;
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

/* --- paragraphs ------------------------------------------------------------------------------ */

static void
run_clear (gpointer data)
{
  g_string_free (((Run *) data)->text, TRUE);
}

/* Appends in place, since a paragraph may come in a million pieces. */
static void
add_letters (GArray *runs, const char *text, gssize length, gboolean bold, gboolean italic)
{
  Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  Run run = { NULL, bold, italic };

  if (length == 0)
    return;
  if (last == NULL || last->bold != bold || last->italic != italic)
    {
      run.text = g_string_new (NULL);
      g_array_append_val (runs, run);
      last = &g_array_index (runs, Run, runs->len - 1);
    }
  g_string_append_len (last->text, text, length);
}

static GArray *
runs_new (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  g_array_set_clear_func (runs, run_clear);
  return runs;
}

/* (transfer full): the open paragraph, blanks single and none at its ends; empties it */
static GPtrArray *
take_runs (Reader *self)
{
  g_autoptr (GArray) clean = runs_new ();
  GPtrArray *runs = gh_marked_runs_new ();
  gboolean blank = TRUE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      g_autofree char *text = gh_text_nfc (run->text->str, (gssize) run->text->len);
      g_autoptr (GString) out = g_string_new (NULL);

      for (const char *p = text; *p != '\0'; p++)
        {
          if (!g_ascii_isspace (*p))
            g_string_append_c (out, *p);
          else if (!blank)
            g_string_append_c (out, ' ');
          blank = g_ascii_isspace (*p);
        }
      add_letters (clean, out->str, (gssize) out->len, run->bold, run->italic);
    }
  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < clean->len; i++)
    {
      const Run *run = &g_array_index (clean, Run, i);
      gsize n = run->text->len;

      if (i + 1 == clean->len && run->text->str[n - 1] == ' ')
        n--;
      gh_marked_runs_add (runs, run->text->str, (gssize) n, NULL, run->bold, run->italic);
    }
  return runs;
}

static void
forget_item (Reader *self)
{
  g_clear_pointer (&self->label, g_free);
  g_string_truncate (self->given, 0);
  self->depth = 0;
}

/* The number Word wrote; its bullets are letters of a font of signs. */
static void
take_given (Reader *self)
{
  g_autofree char *given = gh_text_squeeze (self->given->str);

  g_free (self->label);
  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) && !(p == given && g_str_equal (given, "o")))
      {
        self->label = g_steal_pointer (&given);
        return;
      }
  self->label = g_strdup (self->depth > 1 ? "+" : "-");
}

static void
end_paragraph (Reader *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  GhHtmlParagraph paragraph = { 0 };

  if (self->runs->len == 0)
    return;
  runs = take_runs (self);
  if (runs->len == 0)
    return;
  /* Headings have a number, too. */
  if (self->given->len > 0)
    {
      self->depth = MAX (self->depth, 1);
      take_given (self);
    }
  paragraph.runs = runs;
  paragraph.label = self->depth > 0 ? self->label : NULL;
  paragraph.depth = self->depth;
  paragraph.heading = current_style (self)->heading;
  stop_unless (self, self->sink->paragraph (&paragraph, self->data));
  forget_item (self);
}

/* --- tables ---------------------------------------------------------------------------------- */

static void
add_cell (Reader *self, Table *table, guint columns)
{
  table->column += columns;
  stop_unless (self, self->sink->cell (columns, self->data));
}

static void
end_cell (Reader *self, Table *table)
{
  table->in_cell = FALSE;
  forget_item (self);
  if (!self->stopped)
    stop_unless (self, self->sink->cell (0, self->data));
}

static void
start_row (Reader *self, Table *table)
{
  if (table->in_cell)
    end_cell (self, table);
  table->in_row = TRUE;
  table->column = 0;
  if (!self->stopped)
    stop_unless (self, self->sink->row (self->data));
}

/* Cells that one of a row above covers. */
static void
add_covered (Reader *self, Table *table)
{
  while (table->column < GH_BLOCK_MAX_COLUMNS && table->down[table->column] > 0 && !self->stopped)
    {
      table->down[table->column]--;
      add_cell (self, table, 1);
      end_cell (self, table);
    }
}

static void
start_cell (Reader *self, Table *table, const xmlChar **attributes)
{
  guint down = gh_html_attribute_uint (attributes, "rowspan", 1000) - 1;
  guint columns = gh_html_attribute_uint (attributes, "colspan", GH_BLOCK_MAX_COLUMNS);

  if (!table->in_row)
    start_row (self, table);
  if (table->in_cell)
    end_cell (self, table);
  add_covered (self, table);
  if (self->stopped)
    return;
  for (guint i = table->column; i < MIN (table->column + columns, GH_BLOCK_MAX_COLUMNS); i++)
    table->down[i] = down;
  table->in_cell = TRUE;
  add_cell (self, table, columns);
}

static void
start_table (Reader *self)
{
  g_ptr_array_add (self->tables, g_new0 (Table, 1));
  stop_unless (self, self->sink->table (TRUE, self->data));
}

static void
end_table (Reader *self)
{
  Table *table = current_table (self);

  if (table == NULL)
    return;
  if (table->in_cell)
    end_cell (self, table);
  g_ptr_array_set_size (self->tables, (int) self->tables->len - 1);
  if (!self->stopped)
    stop_unless (self, self->sink->table (FALSE, self->data));
}

/* --- elements -------------------------------------------------------------------------------- */

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "td") || g_str_equal (name, "th");
}

static gboolean
is_list (const char *name)
{
  return g_str_equal (name, "ul") || g_str_equal (name, "ol");
}

static void
start_item (Reader *self, const xmlChar **attributes)
{
  guint n = self->lists->len;

  forget_item (self);
  self->depth = MAX (current_style (self)->depth, 1);
  self->label =
    n > 0 ? gh_html_list_next (g_ptr_array_index (self->lists, n - 1), attributes, self->depth)
          : g_strdup ("-");
}

static void
start_block (Reader *self, const char *name, const xmlChar **attributes)
{
  Table *table = current_table (self);

  if (g_str_equal (name, "table"))
    start_table (self);
  else if (g_str_equal (name, "tr") && table != NULL)
    start_row (self, table);
  else if (is_cell (name) && table != NULL)
    start_cell (self, table, attributes);
  else if (is_list (name))
    g_ptr_array_add (self->lists, gh_html_list_new (name, attributes));
  else if (g_str_equal (name, "li"))
    start_item (self, attributes);
  else if (g_str_equal (name, "p") && gh_html_word_level (attributes) > 0)
    {
      /* Items of Word are paragraphs with a style of their own. */
      forget_item (self);
      self->depth = gh_html_word_level (attributes);
      self->label = g_strdup (self->depth > 1 ? "+" : "-");
    }
}

static void
start_element_cb (void *data, const xmlChar *xml_name, const xmlChar **attributes)
{
  Reader *self = data;
  const char *name = (const char *) xml_name;
  GhHtmlStyle style;

  if (self->stopped)
    return;
  if (self->styles->len >= MAX_DEPTH)
    {
      stop_unless (self, FALSE);
      return;
    }
  style = gh_html_style_read (current_style (self), name, attributes);
  if (!style.skip && (style.block || g_str_equal (name, "br")))
    end_paragraph (self);
  g_array_append_val (self->styles, style);
  g_ptr_array_add (self->names, g_strdup (name));
  if (!style.skip && style.block && !self->stopped)
    start_block (self, name, attributes);
}

static void
end_block (Reader *self, const char *name)
{
  Table *table = current_table (self);

  end_paragraph (self);
  if (self->stopped)
    return;
  if (g_str_equal (name, "table"))
    end_table (self);
  else if (is_cell (name) && table != NULL && table->in_cell)
    end_cell (self, table);
  else if (is_list (name) && self->lists->len > 0)
    g_ptr_array_set_size (self->lists, (int) self->lists->len - 1);
  else if (g_str_equal (name, "li"))
    forget_item (self);
}

static void
end_element_cb (void *data, const xmlChar *xml_name)
{
  Reader *self = data;
  const char *name = (const char *) xml_name;
  const GhHtmlStyle *style = current_style (self);

  if (self->stopped || self->names->len == 0 ||
      !g_str_equal (g_ptr_array_index (self->names, self->names->len - 1), name))
    return;
  if (style->block && !style->skip)
    end_block (self, name);
  g_ptr_array_set_size (self->names, (int) self->names->len - 1);
  g_array_set_size (self->styles, self->styles->len - 1);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Reader *self = data;
  const GhHtmlStyle *style = current_style (self);
  const char *at = (const char *) text;
  const char *end = at + MAX (length, 0);

  if (self->stopped || style->skip)
    return;
  if (style->label)
    {
      if (self->given->len < LABEL_MAX)
        g_string_append_len (self->given, at, end - at);
      return;
    }
  while (at < end && !self->stopped)
    {
      const char *line = style->pre ? memchr (at, '\n', (gsize) (end - at)) : NULL;
      const char *to = line != NULL ? line : end;

      add_letters (self->runs, at, to - at, style->bold, style->italic);
      if (line != NULL)
        end_paragraph (self);
      at = line != NULL ? line + 1 : end;
    }
}

/* --- reading --------------------------------------------------------------------------------- */

/* Word's "<![if !supportLists]>" is not HTML, and the parser takes it for text. */
static char *
drop_conditions (const char *html)
{
  GString *out = g_string_new (NULL);
  const char *open;

  while ((open = strstr (html, "<![")) != NULL)
    {
      const char *close = g_strstr_len (open, 200, "]>");

      g_string_append_len (out, html, open - html);
      html = close != NULL ? close + 2 : open + 3;
    }
  g_string_append (out, html);
  return g_string_free (out, FALSE);
}

/* (transfer full): as UTF-8, without what stands before the first tag on Windows */
static char *
decode (const char *html, gsize length)
{
  gboolean little = length >= 2 && (guchar) html[0] == 0xFF && (guchar) html[1] == 0xFE;
  gboolean big = length >= 2 && (guchar) html[0] == 0xFE && (guchar) html[1] == 0xFF;
  gsize skip = little || big ? 2 : 0;
  g_autofree char *utf8 = NULL;
  const char *start;

  if (little || big || (length >= 4 && html[0] != 0 && html[1] == 0))
    utf8 = g_convert_with_fallback (html + skip, (gssize) ((length - skip) & ~(gsize) 1), "UTF-8",
                                    big ? "UTF-16BE" : "UTF-16LE", "\uFFFD", NULL, NULL, NULL);
  if (utf8 == NULL)
    utf8 = g_utf8_make_valid (html, (gssize) length);
  start = gh_text_begins (utf8, "Version:") ? strchr (utf8, '<') : NULL;
  return drop_conditions (start != NULL ? start : utf8);
}

static void
parse (Reader *self, const char *html)
{
  htmlSAXHandler sax = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
  };
  gsize length = strlen (html);
  const char *tag = strchr (html, '<');

  self->parser = htmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (self->parser == NULL)
    return;
  htmlCtxtUseOptions (self->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  /* What begins with an end, being a piece of a page, would be taken for its end. */
  if (tag != NULL && tag[1] == '/')
    htmlParseChunk (self->parser, "<body>", (int) strlen ("<body>"), 0);
  for (gsize at = 0; at < length && !self->stopped; at += CHUNK)
    htmlParseChunk (self->parser, html + at, (int) MIN (CHUNK, length - at), 0);
  if (!self->stopped)
    htmlParseChunk (self->parser, NULL, 0, 1);
  htmlFreeParserCtxt (self->parser);
  self->parser = NULL;
}

gboolean
gh_html_read (const char *bytes, gsize length, const GhHtmlSink *sink, gpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (GhHtmlStyle));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) runs = runs_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_list_kind_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) given = g_string_new (NULL);
  Reader self = { .sink = sink,
                  .data = data,
                  .styles = styles,
                  .names = names,
                  .runs = runs,
                  .lists = lists,
                  .tables = tables,
                  .given = given };
  GhHtmlStyle plain = { 0 };

  if (length > GH_HTML_MAX_BYTES)
    return FALSE;
  g_array_append_val (styles, plain);
  text = decode (bytes, length);
  parse (&self, text);
  /* What was left in the middle. */
  if (!self.stopped)
    end_paragraph (&self);
  while (!self.stopped && tables->len > 0)
    end_table (&self);
  g_free (self.label);
  return !self.stopped;
}
