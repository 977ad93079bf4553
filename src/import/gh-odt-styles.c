/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-odt-private.h"
#include "gh-text.h"

#include <string.h>

/* Styles hang on styles; hostile ones in a circle. */
#define PARENTS_MAX 10
/* LibreOffice writes one for each list of the document. */
#define LISTS_MAX 20000

typedef struct
{
  GhOdtLetters letters;
  GhOdtSwitch page_break;
  gboolean named; /* in styles.xml */
  char *parent;   /* key, may be NULL */
} Style;

struct _GhOdtStyles
{
  GHashTable *letters; /* "family name" → Style */
  GHashTable *lists;   /* name → GhListKind */
  Style *style;        /* borrowed: the one that is read */
  GhListKind *list;    /* borrowed: the one that is read */
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style);
}

GhOdtStyles *
gh_odt_styles_new (void)
{
  GhOdtStyles *styles = g_new0 (GhOdtStyles, 1);

  styles->letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  styles->lists =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gh_list_kind_free);
  return styles;
}

void
gh_odt_styles_free (GhOdtStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->letters);
  g_hash_table_unref (styles->lists);
  g_free (styles);
}

static void
start_style (GhOdtStyles *styles, xmlTextReader *xml, gboolean named)
{
  g_autofree char *family = gh_xml_get (xml, "family");
  g_autofree char *name = gh_xml_get (xml, "name");
  g_autofree char *parent = gh_xml_get (xml, "parent-style-name");
  char *key;

  styles->style = NULL;
  if (family == NULL || name == NULL)
    return;
  key = g_strconcat (family, " ", name, NULL);
  styles->style = g_new0 (Style, 1);
  styles->style->named = named && g_str_equal (family, "paragraph");
  styles->style->parent = parent != NULL ? g_strconcat (family, " ", parent, NULL) : NULL;
  g_hash_table_replace (styles->letters, key, styles->style);
  if (g_str_equal (family, "paragraph") || g_str_equal (family, "table"))
    {
      g_autofree char *page = gh_xml_get (xml, "master-page-name");

      if (page != NULL && *page != '\0')
        styles->style->page_break = GH_ODT_ON;
    }
}

static void
read_letters (Style *style, xmlTextReader *xml)
{
  GhOdtLetters *letters = &style->letters;
  g_autofree char *weight = gh_xml_get (xml, "font-weight");
  g_autofree char *slant = gh_xml_get (xml, "font-style");
  g_autofree char *shape = gh_xml_get (xml, "text-transform");
  g_autofree char *shown = gh_xml_get (xml, "display");
  g_autofree char *font = gh_xml_get (xml, "font-name");

  if (shape != NULL)
    letters->caps = g_str_equal (shape, "uppercase") ? GH_ODT_ON : GH_ODT_OFF;
  if (shown != NULL)
    letters->hidden = g_str_equal (shown, "none") ? GH_ODT_ON : GH_ODT_OFF;
  letters->named = font != NULL;
  letters->font = gh_sign_font_by_name (font);
  /* The weight of a paragraph's named style (of a heading) is no emphasis. */
  if (style->named)
    return;
  if (weight != NULL)
    letters->bold = g_str_equal (weight, "bold") || g_ascii_strtoll (weight, NULL, 10) >= 600
                      ? GH_ODT_ON
                      : GH_ODT_OFF;
  if (slant != NULL)
    letters->italic =
      g_str_equal (slant, "italic") || g_str_equal (slant, "oblique") ? GH_ODT_ON : GH_ODT_OFF;
}

static void
read_break (Style *style, xmlTextReader *xml)
{
  g_autofree char *kind = gh_xml_get (xml, "break-before");

  if (kind != NULL)
    style->page_break = g_str_equal (kind, "page") ? GH_ODT_ON : GH_ODT_OFF;
}

static void
start_list (GhOdtStyles *styles, char *name)
{
  if (g_hash_table_size (styles->lists) >= LISTS_MAX)
    {
      styles->list = NULL;
      g_free (name);
      return;
    }
  styles->list = gh_list_kind_new ();
  g_hash_table_replace (styles->lists, name, styles->list);
}

static const char *
name_format (const char *format)
{
  static const struct
  {
    const char *odf;
    const char *name;
  } formats[] = {
    { "1", "decimal" },    { "a", "lowerLetter" }, { "A", "upperLetter" },  { "i", "lowerRoman" },
    { "I", "upperRoman" }, { "", "none" },         { "01", "decimalZero" },
  };

  for (gsize i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (format, formats[i].odf))
      return formats[i].name;
  return format != NULL && gh_text_begins (format, "01,") ? "decimalZero" : "decimal";
}

/* "%1%.%2%." of LibreOffice becomes "%1.%2.". */
static char *
take_pattern (const char *pattern)
{
  GString *text = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    if (p[0] == '%' && g_ascii_isdigit (p[1]))
      {
        g_string_append_len (text, p, 2);
        p++;
        while (g_ascii_isdigit (p[1]))
          p++;
        if (p[1] == '%')
          p++;
      }
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

/* Prefix, the counts of the last levels with points between, suffix. */
static char *
make_pattern (const char *prefix, const char *suffix, int level, int shown)
{
  GString *text = g_string_new (prefix);

  for (int i = MAX (level + 1 - shown, 0); i <= level && i < 9; i++)
    {
      if (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]))
        g_string_append_c (text, '.');
      g_string_append_printf (text, "%%%d", i + 1);
    }
  g_string_append (text, suffix);
  return g_string_free (text, FALSE);
}

static void
read_number_level (GhListKind *list, int level, xmlTextReader *xml)
{
  g_autofree char *format = gh_xml_get (xml, "num-format");
  g_autofree char *pattern = gh_xml_get (xml, "num-list-format");
  g_autofree char *prefix = gh_xml_get (xml, "num-prefix");
  g_autofree char *suffix = gh_xml_get (xml, "num-suffix");
  const char *name = name_format (format != NULL ? format : "");
  const char *before = prefix != NULL ? prefix : "";
  const char *behind = suffix != NULL ? suffix : "";

  g_free (list->format[level]);
  g_free (list->text[level]);
  list->start[level] = gh_xml_get_int (xml, "start-value", 1, GH_LIST_COUNT_MAX);
  if (g_str_equal (name, "none"))
    {
      /* A sign alone, as a list of dashes made by hand has it. */
      list->text[level] = g_strconcat (before, behind, NULL);
      list->format[level] = g_strdup (*list->text[level] != '\0' ? "bullet" : "none");
      return;
    }
  list->format[level] = g_strdup (name);
  list->text[level] = pattern != NULL
                        ? take_pattern (pattern)
                        : make_pattern (before, behind, level,
                                        gh_xml_get_int (xml, "display-levels", 1, GH_LIST_LEVELS));
}

static void
read_list_level (GhOdtStyles *styles, xmlTextReader *xml, gboolean bullet)
{
  int level = gh_xml_get_int (xml, "level", 0, GH_LIST_LEVELS) - 1;
  GhListKind *list = styles->list;

  if (list == NULL || level < 0)
    return;
  if (!bullet)
    {
      read_number_level (list, level, xml);
      return;
    }
  g_free (list->format[level]);
  g_free (list->text[level]);
  list->format[level] = g_strdup ("bullet");
  list->text[level] = gh_xml_get (xml, "bullet-char");
}

void
gh_odt_styles_start (GhOdtStyles *styles, xmlTextReader *xml, const char *name, gboolean named)
{
  if (g_str_equal (name, "style"))
    start_style (styles, xml, named);
  else if (g_str_equal (name, "text-properties") && styles->style != NULL && styles->list == NULL)
    read_letters (styles->style, xml);
  else if ((g_str_equal (name, "paragraph-properties") || g_str_equal (name, "table-properties")) &&
           styles->style != NULL)
    read_break (styles->style, xml);
  else if (g_str_equal (name, "list-style"))
    {
      char *key = gh_xml_get (xml, "name");

      if (key != NULL)
        start_list (styles, key);
    }
  else if (g_str_equal (name, "outline-style") && named)
    start_list (styles, g_strdup (""));
  else if (g_str_equal (name, "list-level-style-number") ||
           g_str_equal (name, "outline-level-style"))
    read_list_level (styles, xml, FALSE);
  else if (g_str_equal (name, "list-level-style-bullet") ||
           g_str_equal (name, "list-level-style-image"))
    read_list_level (styles, xml, TRUE);
}

void
gh_odt_styles_end (GhOdtStyles *styles, const char *name)
{
  if (g_str_equal (name, "style"))
    styles->style = NULL;
  else if (g_str_equal (name, "list-style") || g_str_equal (name, "outline-style"))
    styles->list = NULL;
}

GhOdtLetters
gh_odt_styles_letters (const GhOdtStyles *styles, const char *family, const char *name)
{
  g_autofree char *first = g_strconcat (family, " ", name, NULL);
  const char *key = first;
  GhOdtLetters letters = { 0 };

  for (int i = 0; key != NULL && i < PARENTS_MAX; i++)
    {
      const Style *style = g_hash_table_lookup (styles->letters, key);

      if (style == NULL)
        break;
      if (letters.bold == GH_ODT_UNSET)
        letters.bold = style->letters.bold;
      if (letters.italic == GH_ODT_UNSET)
        letters.italic = style->letters.italic;
      if (letters.caps == GH_ODT_UNSET)
        letters.caps = style->letters.caps;
      if (letters.hidden == GH_ODT_UNSET)
        letters.hidden = style->letters.hidden;
      if (!letters.named && style->letters.named)
        {
          letters.named = TRUE;
          letters.font = style->letters.font;
        }
      key = style->parent;
    }
  return letters;
}

GhListKind *
gh_odt_styles_list (const GhOdtStyles *styles, const char *name)
{
  return name != NULL ? g_hash_table_lookup (styles->lists, name) : NULL;
}

gboolean
gh_odt_styles_breaks_page (const GhOdtStyles *styles, const char *family, const char *name)
{
  g_autofree char *first = g_strconcat (family, " ", name, NULL);
  const char *key = first;

  for (int i = 0; key != NULL && i < PARENTS_MAX; i++)
    {
      const Style *style = g_hash_table_lookup (styles->letters, key);

      if (style == NULL)
        return FALSE;
      if (style->page_break != GH_ODT_UNSET)
        return style->page_break == GH_ODT_ON;
      key = style->parent;
    }
  return FALSE;
}
