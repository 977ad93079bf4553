/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"
#include "gh-list-kind.h"

#include <string.h>

/* Styles stand on styles; hostile ones in a circle. */
#define PARENTS_MAX 12
#define LIST_LIMIT  65535

typedef struct
{
  GhDocxStyle own;
  char *parent; /* may be NULL */
} Style;

struct _GhDocxStyles
{
  GHashTable *styles; /* styleId → Style */
};

typedef struct
{
  GhDocxStyles *styles;
  Style *style; /* borrowed: the one that is read */
} Reader;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style);
}

static const GhDocxStyle nothing = { .list = -1, .level = -1, .outline = -1 };

gboolean
gh_docx_is_on (xmlTextReader *xml)
{
  g_autofree char *value = gh_xml_get (xml, "val");

  return value == NULL ||
         !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

GhDocxSwitch
gh_docx_is_capital_font (xmlTextReader *xml)
{
  g_autofree char *ascii = gh_xml_get (xml, "ascii");
  g_autofree char *high = gh_xml_get (xml, "hAnsi");
  const char *font = ascii != NULL ? ascii : high;

  if (font == NULL)
    return GH_DOCX_UNSET;
  return g_ascii_strncasecmp (font, ".vn", 3) == 0 && g_str_has_suffix (font, "H") ? GH_DOCX_ON
                                                                                   : GH_DOCX_OFF;
}

static GhDocxSwitch
read_switch (xmlTextReader *xml)
{
  return gh_docx_is_on (xml) ? GH_DOCX_ON : GH_DOCX_OFF;
}

static void
start_style (Reader *reader, xmlTextReader *xml)
{
  char *id = gh_xml_get (xml, "styleId");

  reader->style = NULL;
  if (id == NULL)
    return;
  reader->style = g_new0 (Style, 1);
  reader->style->own = nothing;
  g_hash_table_replace (reader->styles->styles, id, reader->style);
}

/* Word's own styles keep their English names in the file, whatever Word shows. */
static void
take_name (Style *style, xmlTextReader *xml)
{
  g_autofree char *name = gh_xml_get (xml, "val");

  if (name == NULL)
    return;
  if (g_ascii_strncasecmp (name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9' &&
      name[9] == '\0')
    style->own.outline = name[8] - '1';
  style->own.contents = g_ascii_strncasecmp (name, "toc ", 4) == 0 && g_ascii_isdigit (name[4]);
}

static void
start_element (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  Style *style = reader->style;

  if (g_str_equal (name, "style"))
    start_style (reader, xml);
  else if (style == NULL)
    return;
  else if (g_str_equal (name, "name"))
    take_name (style, xml);
  else if (g_str_equal (name, "basedOn"))
    {
      g_free (style->parent);
      style->parent = gh_xml_get (xml, "val");
    }
  else if (g_str_equal (name, "ilvl"))
    style->own.level = gh_xml_get_int (xml, "val", 0, GH_LIST_LEVELS - 1);
  else if (g_str_equal (name, "numId"))
    style->own.list = gh_xml_get_int (xml, "val", 0, LIST_LIMIT);
  else if (g_str_equal (name, "outlineLvl"))
    style->own.outline = gh_xml_get_int (xml, "val", -1, 9);
  else if (g_str_equal (name, "b"))
    style->own.bold = read_switch (xml);
  else if (g_str_equal (name, "i"))
    style->own.italic = read_switch (xml);
  else if (g_str_equal (name, "caps"))
    style->own.caps = read_switch (xml);
  else if (g_str_equal (name, "rFonts"))
    style->own.capital_font = gh_docx_is_capital_font (xml);
  else if (g_str_equal (name, "vanish"))
    style->own.hidden = read_switch (xml);
  else if (g_str_equal (name, "pageBreakBefore"))
    style->own.page_break = read_switch (xml);
}

static void
end_element (const char *name, gpointer data)
{
  if (g_str_equal (name, "style"))
    ((Reader *) data)->style = NULL;
}

GhDocxStyles *
gh_docx_styles_new (GhZip *zip, GError **error)
{
  g_autofree char *entry = gh_docx_find_part (zip, "styles");
  GhXmlVisitor visitor = { start_element, end_element, NULL };
  g_autoptr (GhDocxStyles) styles = g_new0 (GhDocxStyles, 1);
  Reader reader = { styles, NULL };
  g_autoptr (GBytes) part = NULL;

  styles->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  if (entry == NULL)
    return g_steal_pointer (&styles);
  part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);
  if (part == NULL || !gh_xml_visit (part, &visitor, &reader, error))
    return NULL;
  return g_steal_pointer (&styles);
}

void
gh_docx_styles_free (GhDocxStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->styles);
  g_free (styles);
}

static void
inherit_switch (GhDocxSwitch *to, GhDocxSwitch from)
{
  if (*to == GH_DOCX_UNSET)
    *to = from;
}

static void
inherit (GhDocxStyle *to, const GhDocxStyle *from)
{
  if (to->list < 0)
    to->list = from->list;
  if (to->level < 0)
    to->level = from->level;
  if (to->outline < 0)
    to->outline = from->outline;
  to->contents = to->contents || from->contents;
  inherit_switch (&to->bold, from->bold);
  inherit_switch (&to->italic, from->italic);
  inherit_switch (&to->caps, from->caps);
  inherit_switch (&to->capital_font, from->capital_font);
  inherit_switch (&to->hidden, from->hidden);
  inherit_switch (&to->page_break, from->page_break);
}

GhDocxStyle
gh_docx_styles_get (const GhDocxStyles *styles, const char *id)
{
  GhDocxStyle whole = nothing;

  for (int i = 0; id != NULL && i < PARENTS_MAX; i++)
    {
      const Style *style = g_hash_table_lookup (styles->styles, id);

      if (style == NULL)
        break;
      inherit (&whole, &style->own);
      id = style->parent;
    }
  return whole;
}
