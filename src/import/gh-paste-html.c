/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "gh-marked.h"
#include "gh-paste-private.h"
#include "gh-text.h"

/* Deepest nesting of elements that is read; that of a word processor stays below 60. */
#define MAX_DEPTH 400u
/* Bytes that the parser is given at once. */
#define CHUNK 65536u

typedef enum
{
  LIST_NONE,
  LIST_BULLET,
  LIST_DECIMAL,
  LIST_LETTER,
} ListKind;

/* What an element passes on to those inside it. */
typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean skip;    /* its text is not for readers */
  gboolean label;   /* its text is the number Word gives an item */
  gboolean pre;     /* line breaks count */
  gboolean block;   /* ends a paragraph */
  gboolean heading; /* h1 … h6 */
  ListKind list;    /* the innermost one */
  guint depth;      /* of lists */
} Style;

/* A table while it is read; one inside another is text of its cell. */
typedef struct
{
  GPtrArray *rows; /* GPtrArray of char *: marked texts; NULL = no table is open */
  guint *down;     /* rows that a cell above still covers, by column */
  guint nested;
  guint span; /* columns of the open cell */
  gboolean in_cell;
} Table;

typedef struct
{
  GPtrArray *blocks;
  GArray *styles;   /* Style: of the open elements */
  GPtrArray *names; /* their names */
  GPtrArray *runs;  /* GhMarkedRun of the open paragraph, or cell */
  GArray *counters; /* guint: the last number of each open list */
  GString *label;
  Table table;
  guint n_cells;
  guint item; /* depth of the list whose item begins with the open paragraph, 0 = none */
  ListKind item_kind;
  htmlParserCtxtPtr parser; /* Borrowed */
  gboolean too_large;
} Reader;

/* --- names and attributes -------------------------------------------------------------------- */

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static const char *const skipped[] = {
  "applet", "audio",   "button",   "canvas",   "del",    "embed",  "head",   "iframe",
  "math",   "noembed", "noframes", "noscript", "object", "option", "script", "select",
  "style",  "svg",     "template", "textarea", "title",  "video",  "xml",    NULL,
};

static const char *const blocks[] = {
  "address", "article", "aside", "blockquote", "body",       "caption", "center",  "dd",
  "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer",  "form",
  "h1",      "h2",      "h3",    "h4",         "h5",         "h6",      "header",  "hr",
  "li",      "main",    "nav",   "ol",         "p",          "pre",     "section", "table",
  "tbody",   "td",      "tfoot", "th",         "thead",      "tr",      "ul",      NULL,
};

static const char *
attribute (const xmlChar **attributes, const char *name)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[0], name) == 0)
      return attributes[1] != NULL ? (const char *) attributes[1] : "";
  return NULL;
}

static guint
attribute_uint (const xmlChar **attributes, const char *name, guint limit)
{
  const char *text = attribute (attributes, name);
  guint64 value = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (value, 1, limit);
}

/* (transfer full) (nullable): the value of a property of an attribute "style" */
static char *
style_value (const char *style, const char *property)
{
  g_auto (GStrv) parts = style != NULL ? g_strsplit (style, ";", 200) : NULL;

  for (char **part = parts; part != NULL && *part != NULL; part++)
    {
      char *colon = strchr (*part, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_strcasecmp (g_strstrip (*part), property) == 0)
        return g_ascii_strdown (g_strstrip (colon + 1), -1);
    }
  return NULL;
}

/* --- style ----------------------------------------------------------------------------------- */

static void
read_weight (const char *css, Style *style)
{
  g_autofree char *weight = style_value (css, "font-weight");
  g_autofree char *slant = style_value (css, "font-style");

  if (weight != NULL && (g_str_has_prefix (weight, "bold") || atoi (weight) >= 600))
    style->bold = TRUE;
  else if (weight != NULL && (g_str_equal (weight, "normal") || atoi (weight) > 0))
    style->bold = FALSE;
  if (slant != NULL)
    style->italic = g_str_equal (slant, "italic") || g_str_equal (slant, "oblique");
}

/* What is on the page for the program that wrote it, not for its reader. */
static gboolean
is_hidden (const char *class_names, const char *css)
{
  g_autofree char *display = NULL;
  g_autofree char *hide = NULL;
  g_autofree char *element = NULL;

  if (class_names != NULL && strstr (class_names, "MsoCommentReference") != NULL)
    return TRUE;
  if (css == NULL)
    return FALSE;
  display = style_value (css, "display");
  hide = style_value (css, "mso-hide");
  element = style_value (css, "mso-element");
  return g_strcmp0 (display, "none") == 0 || g_strcmp0 (hide, "all") == 0 ||
         (element != NULL &&
          (g_str_equal (element, "comment-list") || g_str_equal (element, "footnote-list")));
}

static ListKind
list_kind (const char *name, const xmlChar **attributes, const char *css)
{
  const char *type = attribute (attributes, "type");
  g_autofree char *css_type = style_value (css, "list-style-type");

  if (g_str_equal (name, "ul"))
    return LIST_BULLET;
  if ((type != NULL && g_ascii_tolower (*type) == 'a') ||
      (css_type != NULL && strstr (css_type, "alpha") != NULL))
    return LIST_LETTER;
  return css_type != NULL && (g_str_equal (css_type, "disc") || g_str_equal (css_type, "square") ||
                              g_str_equal (css_type, "circle"))
           ? LIST_BULLET
           : LIST_DECIMAL;
}

static Style
read_style (const Style *outer, const char *name, const xmlChar **attributes)
{
  const char *css = attribute (attributes, "style");
  g_autofree char *list = style_value (css, "mso-list");
  g_autofree char *space = style_value (css, "white-space");
  Style style = *outer;

  if (strchr (name, ':') != NULL && !g_str_has_prefix (name, "o:")) /* Word's own islands */
    style.skip = TRUE;
  style.skip =
    style.skip || is_one_of (name, skipped) || is_hidden (attribute (attributes, "class"), css);
  style.block = is_one_of (name, blocks);
  if (g_str_equal (name, "b") || g_str_equal (name, "strong"))
    style.bold = TRUE;
  else if (g_str_equal (name, "i") || g_str_equal (name, "em") || g_str_equal (name, "cite"))
    style.italic = TRUE;
  style.heading = name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0'
                    ? TRUE
                    : style.heading && !style.block;
  read_weight (css, &style);
  style.label = style.label || (list != NULL && g_str_equal (list, "ignore"));
  style.pre =
    style.pre || g_str_equal (name, "pre") || (space != NULL && g_str_has_prefix (space, "pre"));
  if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    {
      style.list = list_kind (name, attributes, css);
      style.depth++;
    }
  return style;
}

/* --- paragraphs ------------------------------------------------------------------------------ */

static Style *
current_style (Reader *self)
{
  return &g_array_index (self->styles, Style, self->styles->len - 1);
}

static void
stop (Reader *self)
{
  self->too_large = TRUE;
  xmlStopParser (self->parser);
}

/* (transfer full): the open paragraph as marked text, blanks single and none at its ends */
static char *
take_text (Reader *self)
{
  g_autoptr (GPtrArray) clean = gh_marked_runs_new ();
  gboolean blank = TRUE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (self->runs, i);
      g_autofree char *text = gh_text_nfc (run->text, -1);
      g_autoptr (GString) out = g_string_new (NULL);

      for (const char *p = text; *p != '\0'; p++)
        {
          if (!g_ascii_isspace (*p))
            g_string_append_c (out, *p);
          else if (!blank)
            g_string_append_c (out, ' ');
          blank = g_ascii_isspace (*p);
        }
      gh_marked_runs_add (clean, out->str, -1, NULL, run->bold, run->italic);
    }
  g_ptr_array_set_size (self->runs, 0);
  return g_strchomp (gh_marked_format (clean));
}

/* "b)" for the second; Vietnamese letters stop being those of a list after z. */
static char *
list_number (Reader *self)
{
  guint n =
    self->counters->len > 0 ? g_array_index (self->counters, guint, self->counters->len - 1) : 1;

  if (self->label->len > 0)
    return gh_paste_label_number (self->label->str, self->item);
  if (self->item_kind == LIST_DECIMAL)
    return g_strdup_printf ("%u", n);
  if (self->item_kind == LIST_LETTER && n >= 1 && n <= 22)
    {
      static const char *const letters[] = {
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l",
        "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x"
      };

      return g_strconcat (letters[n - 1], ")", NULL);
    }
  return g_strdup (self->item > 1 ? "+" : "-");
}

static void
end_paragraph (Reader *self)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  GhPasteKind kind = { 0 };

  if (self->table.in_cell)
    {
      gh_marked_runs_add (self->runs, " ", 1, NULL, FALSE, FALSE);
      return;
    }
  text = take_text (self);
  if (*text == '\0')
    return;
  number = list_number (self);
  kind.list = self->item;
  kind.number = number;
  kind.heading = current_style (self)->heading;
  if (self->blocks->len >= GH_PASTE_MAX_BLOCKS)
    stop (self);
  else
    gh_paste_add_paragraph (self->blocks, text, &kind);
  self->item = 0;
  g_string_truncate (self->label, 0);
}

/* --- tables ---------------------------------------------------------------------------------- */

static void
add_cell (Reader *self, char *text)
{
  GPtrArray *row = g_ptr_array_index (self->table.rows, self->table.rows->len - 1);

  if (row->len < GH_BLOCK_MAX_COLUMNS && self->n_cells++ < GH_PASTE_MAX_CELLS)
    g_ptr_array_add (row, text);
  else
    g_free (text);
  if (self->n_cells >= GH_PASTE_MAX_CELLS)
    stop (self);
}

static guint
n_columns (const Reader *self)
{
  return ((const GPtrArray *) g_ptr_array_index (self->table.rows, self->table.rows->len - 1))->len;
}

/* Cells that one of a row above covers. */
static void
add_covered (Reader *self)
{
  guint column;

  while ((column = n_columns (self)) < GH_BLOCK_MAX_COLUMNS && self->table.down[column] > 0 &&
         !self->too_large)
    {
      self->table.down[column]--;
      add_cell (self, g_strdup (""));
    }
}

static void
start_cell (Reader *self, const xmlChar **attributes)
{
  guint down = attribute_uint (attributes, "rowspan", 1000) - 1;
  guint column;

  if (self->table.rows->len == 0)
    g_ptr_array_add (self->table.rows, g_ptr_array_new_with_free_func (g_free));
  add_covered (self);
  column = n_columns (self);
  self->table.span = attribute_uint (attributes, "colspan", GH_BLOCK_MAX_COLUMNS);
  for (guint i = column; i < MIN (column + self->table.span, GH_BLOCK_MAX_COLUMNS); i++)
    self->table.down[i] = down;
  self->table.in_cell = TRUE;
  g_ptr_array_set_size (self->runs, 0);
}

static void
end_cell (Reader *self)
{
  add_cell (self, take_text (self));
  for (; self->table.span > 1 && !self->too_large; self->table.span--)
    add_cell (self, g_strdup (""));
  self->table.in_cell = FALSE;
  self->item = 0;
  g_string_truncate (self->label, 0);
}

static void
start_table (Reader *self)
{
  if (self->table.rows != NULL)
    {
      self->table.nested++;
      return;
    }
  self->table.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->table.down = g_new0 (guint, GH_BLOCK_MAX_COLUMNS);
}

static gboolean
is_empty_row (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Tables of one column are how web pages place things: their cells are paragraphs. */
static void
add_column (Reader *self, const GPtrArray *rows)
{
  GhPasteKind kind = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i);

      if (!is_empty_row (row))
        gh_paste_add_paragraph (self->blocks, g_ptr_array_index (row, 0), &kind);
    }
}

static void
end_table (Reader *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GhBlock *block;
  guint widest = 0;

  if (self->table.nested > 0)
    {
      self->table.nested--;
      return;
    }
  if (self->table.in_cell)
    end_cell (self);
  rows = g_steal_pointer (&self->table.rows);
  g_clear_pointer (&self->table.down, g_free);
  for (guint i = rows->len; i-- > 0;)
    if (is_empty_row (g_ptr_array_index (rows, i)))
      g_ptr_array_remove_index (rows, i);
  for (guint i = 0; i < rows->len; i++)
    widest = MAX (widest, ((const GPtrArray *) g_ptr_array_index (rows, i))->len);
  if (widest < 2)
    {
      add_column (self, rows);
      return;
    }
  block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      while (row->len < widest)
        g_ptr_array_add (row, g_strdup (""));
      g_ptr_array_add (row, NULL);
      gh_block_add_row (block, (const char *const *) row->pdata);
    }
  g_ptr_array_add (self->blocks, block);
}

/* --- elements -------------------------------------------------------------------------------- */

/* Items of Word are paragraphs with a style of their own. */
static void
start_word_item (Reader *self, const xmlChar **attributes)
{
  g_autofree char *list = style_value (attribute (attributes, "style"), "mso-list");
  const char *level = list != NULL ? strstr (list, "level") : NULL;

  if (level == NULL)
    return;
  self->item = (guint) CLAMP (atoi (level + strlen ("level")), 1, 9);
  self->item_kind = LIST_BULLET;
}

static void
start_block (Reader *self, const char *name, const xmlChar **attributes)
{
  const Style *style = current_style (self);
  gboolean outermost = self->table.rows != NULL && self->table.nested == 0;

  if (self->runs->len > 0)
    end_paragraph (self);
  if (g_str_equal (name, "table"))
    start_table (self);
  else if (g_str_equal (name, "tr") && outermost)
    g_ptr_array_add (self->table.rows, g_ptr_array_new_with_free_func (g_free));
  else if ((g_str_equal (name, "td") || g_str_equal (name, "th")) && outermost)
    {
      if (self->table.in_cell)
        end_cell (self);
      start_cell (self, attributes);
    }
  else if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    {
      guint none = 0;

      g_array_append_val (self->counters, none);
    }
  else if (g_str_equal (name, "li"))
    {
      self->item = MAX (style->depth, 1);
      self->item_kind = style->list != LIST_NONE ? style->list : LIST_BULLET;
      if (self->counters->len > 0)
        g_array_index (self->counters, guint, self->counters->len - 1)++;
    }
  else if (g_str_equal (name, "p"))
    start_word_item (self, attributes);
}

static void
start_element_cb (void *data, const xmlChar *xml_name, const xmlChar **attributes)
{
  Reader *self = data;
  const char *name = (const char *) xml_name;
  Style style;

  if (self->too_large)
    return;
  if (self->styles->len >= MAX_DEPTH)
    {
      stop (self);
      return;
    }
  style = read_style (current_style (self), name, attributes);
  g_array_append_val (self->styles, style);
  g_ptr_array_add (self->names, g_strdup (name));
  if (style.skip)
    return;
  if (style.block)
    start_block (self, name, attributes);
  else if (g_str_equal (name, "br"))
    end_paragraph (self);
}

static void
end_block (Reader *self, const char *name)
{
  gboolean outermost = self->table.rows != NULL && self->table.nested == 0;

  if (self->runs->len > 0)
    end_paragraph (self);
  if (g_str_equal (name, "table") && self->table.rows != NULL)
    end_table (self);
  else if ((g_str_equal (name, "td") || g_str_equal (name, "th")) && outermost &&
           self->table.in_cell)
    end_cell (self);
  else if ((g_str_equal (name, "ul") || g_str_equal (name, "ol")) && self->counters->len > 0)
    g_array_set_size (self->counters, self->counters->len - 1);
  else if (g_str_equal (name, "li"))
    self->item = 0;
}

static void
end_element_cb (void *data, const xmlChar *xml_name)
{
  Reader *self = data;
  const char *name = (const char *) xml_name;
  Style style;

  if (self->too_large || self->names->len == 0 ||
      !g_str_equal (g_ptr_array_index (self->names, self->names->len - 1), name))
    return;
  style = *current_style (self);
  if (style.block && !style.skip)
    end_block (self, name);
  g_ptr_array_set_size (self->names, (int) self->names->len - 1);
  g_array_set_size (self->styles, self->styles->len - 1);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Reader *self = data;
  const Style *style = current_style (self);
  const char *at = (const char *) text;
  const char *end = at + MAX (length, 0);

  if (self->too_large || style->skip)
    return;
  if (style->label)
    {
      g_string_append_len (self->label, at, MIN (end - at, 40));
      return;
    }
  while (at < end)
    {
      const char *line = style->pre ? memchr (at, '\n', (gsize) (end - at)) : NULL;
      const char *to = line != NULL ? line : end;

      gh_marked_runs_add (self->runs, at, to - at, NULL, style->bold, style->italic);
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
  g_autofree char *utf8 = NULL;
  const char *start;

  if (length >= 2 && (guchar) html[0] == 0xFF && (guchar) html[1] == 0xFE)
    utf8 = g_convert (html + 2, (gssize) ((length - 2) & ~(gsize) 1), "UTF-8", "UTF-16LE", NULL,
                      NULL, NULL);
  if (utf8 == NULL)
    utf8 = g_utf8_make_valid (html, (gssize) length);
  start = g_str_has_prefix (utf8, "Version:") ? strchr (utf8, '<') : NULL;
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

  self->parser = htmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (self->parser == NULL)
    return;
  htmlCtxtUseOptions (self->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  for (gsize at = 0; at < length && !self->too_large; at += CHUNK)
    htmlParseChunk (self->parser, html + at, (int) MIN (CHUNK, length - at), 0);
  if (!self->too_large)
    htmlParseChunk (self->parser, NULL, 0, 1);
  htmlFreeParserCtxt (self->parser);
  if (self->table.rows != NULL)
    end_table (self);
  if (!self->too_large)
    end_paragraph (self);
}

GPtrArray *
gh_paste_read_html (const char *html, gssize length, GError **error)
{
  Style plain = { 0 };
  Reader self = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *text = NULL;
  gsize n = length < 0 ? strlen (html) : (gsize) length;

  if (n > GH_PASTE_MAX_BYTES)
    {
      gh_paste_set_too_large (error);
      return NULL;
    }
  text = decode (html, n);
  self.blocks = found = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  self.styles = g_array_new (FALSE, FALSE, sizeof (Style));
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.runs = gh_marked_runs_new ();
  self.counters = g_array_new (FALSE, FALSE, sizeof (guint));
  self.label = g_string_new (NULL);
  g_array_append_val (self.styles, plain);
  parse (&self, text);
  /* Of a table that was left in the middle. */
  g_clear_pointer (&self.table.rows, g_ptr_array_unref);
  g_clear_pointer (&self.table.down, g_free);
  g_array_unref (self.styles);
  g_ptr_array_unref (self.names);
  g_ptr_array_unref (self.runs);
  g_array_unref (self.counters);
  g_string_free (self.label, TRUE);
  if (self.too_large)
    {
      gh_paste_set_too_large (error);
      return NULL;
    }
  gh_paste_convert_legacy (found);
  return g_steal_pointer (&found);
}
