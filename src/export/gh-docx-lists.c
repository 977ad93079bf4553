/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-lists.h"

#include <string.h>

#include "gh-numbering.h"

#define HEADING_LEVELS 4
#define MAX_ITEM_LEVEL 9

typedef enum
{
  FORMAT_NONE,
  FORMAT_ROMAN,   /* I. */
  FORMAT_DECIMAL, /* 1. */
  FORMAT_BRACKET, /* 1) */
  FORMAT_DOTTED,  /* 1.1. and below */
  FORMAT_LETTER,  /* a) */
  FORMAT_BULLET,
} Format;

/** Number: a number as it is written. @level: of the list of headings; @value: its last part. */
typedef struct
{
  Format format;
  int level;
  int value;
} Number;

/** List: a w:num with the w:abstractNum of the same number. @start: of its only level. */
typedef struct
{
  Format format;
  int start;
  const char *bullet; /* borrowed */
} List;

typedef struct
{
  int list; /* w:numId, from 1 */
  int level;
} Entry;

/** Open: the list that items of a level are on. @next: what it comes to, @is_text: it has a number
 * that Word cannot write. */
typedef struct
{
  Format format;
  int list;
  int next;
  gboolean is_text;
} Open;

struct _GhDocxLists
{
  GArray *lists;   /* List */
  GArray *entries; /* Entry, for each node */
};

/** Planner: the state while nodes are gone through. */
typedef struct
{
  const GhDoc *doc;
  GhDocxLists *lists;
  int headings;                     /* the list of headings, 0 = none yet */
  int counts[HEADING_LEVELS];       /* what it has come to */
  Open open[MAX_ITEM_LEVEL + 1][2]; /* by level: of items, of headings "a)" */
} Planner;

/* The parts of "1.2.3" in @value and how many there are, 0 = it is no such number. */
static int
parse_dotted (const char *number, int *value)
{
  g_auto (GStrv) parts = g_strsplit (number, ".", -1);
  int n = 0;

  for (; parts[n] != NULL; n++)
    {
      guint64 part;

      if (parts[n][0] == '0' || !g_ascii_string_to_unsigned (parts[n], 10, 1, 9999, &part, NULL))
        return 0;
      *value = (int) part;
    }
  return n;
}

static int
parse_roman (const char *number)
{
  if (number[0] == '\0' || number[strspn (number, "IVXL")] != '\0' || strlen (number) > 7)
    return 0;
  for (int value = 1; value < 90; value++)
    {
      g_autofree char *roman = gh_numbering_roman (value);

      if (g_str_equal (roman, number))
        return value;
    }
  return 0;
}

static Number
parse_number (const char *text)
{
  Number number = { FORMAT_NONE, 0, 0 };
  gsize length = strlen (text);
  g_autofree char *bare = g_strndup (text, length > 0 ? length - 1 : 0);
  int n;

  if (g_str_equal (text, "-") || g_str_equal (text, "+") || g_str_equal (text, "*") ||
      g_str_equal (text, "–") || g_str_equal (text, "•"))
    return (Number){ FORMAT_BULLET, 0, 1 };
  number.value = parse_roman (text);
  if (number.value > 0)
    return (Number){ FORMAT_ROMAN, 0, number.value };
  n = parse_dotted (text, &number.value);
  if (n > 0 && n < HEADING_LEVELS)
    return (Number){ n == 1 ? FORMAT_DECIMAL : FORMAT_DOTTED, n, number.value };
  if (length < 2 || text[length - 1] != ')')
    return (Number){ FORMAT_NONE, 0, 0 };
  if (parse_dotted (bare, &number.value) == 1)
    return (Number){ FORMAT_BRACKET, 0, number.value };
  /* After d comes đ, which Word does not know. */
  if (length == 2 && text[0] >= 'a' && text[0] <= 'd')
    return (Number){ FORMAT_LETTER, 0, text[0] - 'a' + 1 };
  return (Number){ FORMAT_NONE, 0, 0 };
}

static gboolean
is_letter_number (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) == 2 && g_str_has_suffix (text, ")") &&
         g_unichar_isalpha (g_utf8_get_char (text));
}

static int
add_list (GhDocxLists *lists, Format format, int start, const char *bullet)
{
  List list = { format, start, bullet };

  g_array_append_val (lists->lists, list);
  return (int) lists->lists->len;
}

/* All bullets of a kind are one list: they do not count. */
static int
find_bullets (GhDocxLists *lists, const char *bullet)
{
  for (guint i = 0; i < lists->lists->len; i++)
    {
      const List *list = &g_array_index (lists->lists, List, i);

      if (list->format == FORMAT_BULLET && g_str_equal (list->bullet, bullet))
        return (int) i + 1;
    }
  return add_list (lists, FORMAT_BULLET, 1, bullet);
}

/* Lists end where a heading comes, and those of items below an item of a higher level. */
static void
close_lists (Planner *planner, int from, gboolean headings)
{
  for (int level = from; level <= MAX_ITEM_LEVEL; level++)
    {
      planner->open[level][0] = (Open){ FORMAT_NONE, 0, 0, FALSE };
      if (headings)
        planner->open[level][1] = (Open){ FORMAT_NONE, 0, 0, FALSE };
    }
}

/* What the list of headings would write at @level next. */
static gboolean
comes_to (const Planner *planner, const Number *number, const char *text)
{
  GString *label = g_string_new (NULL);
  gboolean same;

  if (number->level == 0)
    return planner->counts[0] + 1 == number->value;
  for (int level = 1; level <= number->level; level++)
    g_string_append_printf (label, level > 1 ? ".%d" : "%d",
                            planner->counts[level] + (level == number->level));
  same = g_str_equal (label->str, text);
  g_string_free (label, TRUE);
  return same;
}

static Entry
plan_heading (Planner *planner, const Number *number, const char *text)
{
  if (planner->headings == 0)
    planner->headings = add_list (planner->lists, FORMAT_ROMAN, 1, NULL);
  if (!comes_to (planner, number, text))
    return (Entry){ 0, 0 };
  planner->counts[number->level]++;
  for (int below = number->level + 1; below < HEADING_LEVELS; below++)
    planner->counts[below] = 0;
  return (Entry){ planner->headings, number->level };
}

static int
get_item_level (const GhDocNode *node)
{
  return CLAMP (node->heading > 0 ? node->heading : node->level, 0, MAX_ITEM_LEVEL);
}

/* Whether a letter of the list that begins with node @i is not one of Word's: đ, and what follows
 * it, is counted otherwise there. */
static gboolean
has_foreign_letter (const Planner *planner, guint i)
{
  const GhDocNode *first = g_ptr_array_index (planner->doc->nodes, i);

  for (; i < planner->doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (planner->doc->nodes, i);
      gboolean same = node->heading == first->heading && node->level == first->level;

      if (node->kind == GH_DOC_PAGE_BREAK || (node->heading > 0 && !same) ||
          (first->heading == 0 && node->number != NULL && node->level < first->level))
        return FALSE;
      if (same && is_letter_number (node->number) &&
          parse_number (node->number).format == FORMAT_NONE)
        return TRUE;
    }
  return FALSE;
}

static Entry
plan_item (Planner *planner, guint i, const Number *number)
{
  const GhDocNode *node = g_ptr_array_index (planner->doc->nodes, i);
  Open *open = &planner->open[get_item_level (node)][node->heading > 0];

  if (number->format == FORMAT_BULLET)
    return (Entry){ find_bullets (planner->lists, node->number), 0 };
  if (open->format != number->format || open->next != number->value)
    {
      open->format = number->format;
      open->is_text = number->format == FORMAT_LETTER && has_foreign_letter (planner, i);
      open->list =
        open->is_text ? 0 : add_list (planner->lists, number->format, number->value, NULL);
    }
  open->next = number->value + 1;
  return (Entry){ open->list, 0 };
}

static Entry
plan_node (Planner *planner, guint i)
{
  const GhDocNode *node = g_ptr_array_index (planner->doc->nodes, i);
  Number number;

  if (node->kind == GH_DOC_PAGE_BREAK)
    {
      planner->headings = 0;
      memset (planner->counts, 0, sizeof planner->counts);
      close_lists (planner, 0, TRUE);
    }
  if (node->kind != GH_DOC_PARAGRAPH || node->number == NULL)
    return (Entry){ 0, 0 };
  number = parse_number (node->number);
  if (node->heading > 0)
    close_lists (planner, 0, number.format != FORMAT_LETTER);
  else
    close_lists (planner, get_item_level (node) + 1, FALSE);
  if (node->heading > 0 && (number.format == FORMAT_ROMAN || number.format == FORMAT_DECIMAL ||
                            number.format == FORMAT_DOTTED))
    return plan_heading (planner, &number, node->number);
  if (number.format == FORMAT_NONE || number.format == FORMAT_DOTTED)
    return (Entry){ 0, 0 };
  return plan_item (planner, i, &number);
}

GhDocxLists *
gh_docx_lists_new (const GhDoc *doc)
{
  GhDocxLists *lists = g_new0 (GhDocxLists, 1);
  Planner planner = { .doc = doc, .lists = lists };

  lists->lists = g_array_new (FALSE, FALSE, sizeof (List));
  lists->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), doc->nodes->len);
  for (guint i = 0; i < doc->nodes->len; i++)
    {
      Entry entry = plan_node (&planner, i);

      g_array_append_val (lists->entries, entry);
    }
  return lists;
}

void
gh_docx_lists_free (GhDocxLists *lists)
{
  if (lists == NULL)
    return;
  g_array_unref (lists->lists);
  g_array_unref (lists->entries);
  g_free (lists);
}

int
gh_docx_lists_get (const GhDocxLists *lists, guint i, int *level)
{
  Entry entry = g_array_index (lists->entries, Entry, i);

  *level = entry.level;
  return entry.list;
}

static void
write_level (xmlTextWriterPtr xml, int level, int start, const char *format, const char *text)
{
  gh_docx_put_start (xml, "w:lvl");
  gh_docx_put_attribute_int (xml, "w:ilvl", level);
  gh_docx_put_value_int (xml, "w:start", start);
  gh_docx_put_value (xml, "w:numFmt", format);
  gh_docx_put_value (xml, "w:suff", "space");
  gh_docx_put_value (xml, "w:lvlText", text);
  gh_docx_put_value (xml, "w:lvlJc", "left");
  gh_docx_put_start (xml, "w:pPr");
  gh_docx_put_start (xml, "w:ind");
  gh_docx_put_attribute (xml, "w:left", "0");
  gh_docx_put_attribute_int (
    xml, "w:firstLine",
    gh_docx_twips (GH_MM_TO_PT (gh_doc_style_get (GH_DOC_ITEM)->first_line_mm)));
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:rPr");
  gh_docx_put_fonts (xml);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
}

static void
write_levels (xmlTextWriterPtr xml, const List *list)
{
  static const char *const texts[HEADING_LEVELS] = { "%1.", "%2.", "%2.%3.", "%2.%3.%4." };

  switch (list->format)
    {
    case FORMAT_ROMAN:
      for (int level = 0; level < HEADING_LEVELS; level++)
        write_level (xml, level, 1, level == 0 ? "upperRoman" : "decimal", texts[level]);
      break;
    case FORMAT_BULLET:
      write_level (xml, 0, 1, "bullet", list->bullet);
      break;
    case FORMAT_LETTER:
      write_level (xml, 0, list->start, "lowerLetter", "%1)");
      break;
    case FORMAT_BRACKET:
      write_level (xml, 0, list->start, "decimal", "%1)");
      break;
    case FORMAT_NONE:
    case FORMAT_DECIMAL:
    case FORMAT_DOTTED:
    default:
      write_level (xml, 0, list->start, "decimal", "%1.");
      break;
    }
}

void
gh_docx_lists_write (const GhDocxLists *lists, GhZipWriter *zip)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:numbering");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  for (guint i = 0; i < lists->lists->len; i++)
    {
      const List *list = &g_array_index (lists->lists, List, i);

      gh_docx_put_start (part.xml, "w:abstractNum");
      gh_docx_put_attribute_int (part.xml, "w:abstractNumId", (int) i + 1);
      gh_docx_put_value (part.xml, "w:multiLevelType",
                         list->format == FORMAT_ROMAN ? "multilevel" : "singleLevel");
      write_levels (part.xml, list);
      gh_docx_put_end (part.xml);
    }
  for (guint i = 0; i < lists->lists->len; i++)
    {
      gh_docx_put_start (part.xml, "w:num");
      gh_docx_put_attribute_int (part.xml, "w:numId", (int) i + 1);
      gh_docx_put_value_int (part.xml, "w:abstractNumId", (int) i + 1);
      gh_docx_put_end (part.xml);
    }
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "word/numbering.xml");
}
