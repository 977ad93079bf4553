/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-html-private.h"
#include "gh-text.h"

#include <string.h>

/* Names are short, and so are the properties looked for. */
#define PROPERTIES_MAX 200

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

/* --- attributes ------------------------------------------------------------------------------- */

const char *
gh_html_attribute (const xmlChar **attributes, const char *name)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[0], name) == 0)
      return attributes[1] != NULL ? (const char *) attributes[1] : "";
  return NULL;
}

guint
gh_html_attribute_uint (const xmlChar **attributes, const char *name, guint limit)
{
  const char *text = gh_html_attribute (attributes, name);
  guint64 value = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (value, 1, limit);
}

/* (transfer full) (nullable): the value of a property of an attribute "style" */
static char *
style_value (const char *style, const char *property)
{
  g_auto (GStrv) parts = style != NULL ? g_strsplit (style, ";", PROPERTIES_MAX) : NULL;

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

/* --- style ------------------------------------------------------------------------------------ */

static void
read_weight (const char *css, GhHtmlStyle *style)
{
  g_autofree char *weight = style_value (css, "font-weight");
  g_autofree char *slant = style_value (css, "font-style");

  if (weight != NULL && (gh_text_begins (weight, "bold") || atoi (weight) >= 600))
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

GhHtmlStyle
gh_html_style_read (const GhHtmlStyle *outer, const char *name, const xmlChar **attributes)
{
  const char *css = gh_html_attribute (attributes, "style");
  g_autofree char *list = style_value (css, "mso-list");
  g_autofree char *space = style_value (css, "white-space");
  GhHtmlStyle style = *outer;

  if (strchr (name, ':') != NULL && !gh_text_begins (name, "o:")) /* Word's own islands */
    style.skip = TRUE;
  style.skip = style.skip || g_strv_contains (skipped, name) ||
               is_hidden (gh_html_attribute (attributes, "class"), css);
  style.block = g_strv_contains (blocks, name);
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
    style.pre || g_str_equal (name, "pre") || (space != NULL && gh_text_begins (space, "pre"));
  if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    style.depth++;
  return style;
}

/* --- lists ------------------------------------------------------------------------------------ */

guint
gh_html_word_level (const xmlChar **attributes)
{
  g_autofree char *list = style_value (gh_html_attribute (attributes, "style"), "mso-list");
  const char *level = list != NULL ? strstr (list, "level") : NULL;

  return level != NULL ? (guint) CLAMP (atoi (level + strlen ("level")), 1, 9) : 0;
}

/* The name of GhListKind, or %NULL where the tag names none. */
static const char *
list_format (const xmlChar **attributes)
{
  static const struct
  {
    const char *css;
    const char *format;
  } formats[] = {
    { "decimal-leading-zero", "decimalZero" },
    { "decimal", "decimal" },
    { "lower-alpha", "lowerLetter" },
    { "lower-latin", "lowerLetter" },
    { "upper-alpha", "upperLetter" },
    { "upper-latin", "upperLetter" },
    { "lower-roman", "lowerRoman" },
    { "upper-roman", "upperRoman" },
    { "disc", "bullet" },
    { "circle", "bullet" },
    { "square", "bullet" },
  };
  g_autofree char *css = style_value (gh_html_attribute (attributes, "style"), "list-style-type");
  const char *type = gh_html_attribute (attributes, "type");

  for (gsize i = 0; css != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (css, formats[i].css))
      return formats[i].format;
  switch (type != NULL ? *type : '\0')
    {
    case '1':
      return "decimal";
    case 'a':
      return "lowerLetter";
    case 'A':
      return "upperLetter";
    case 'i':
      return "lowerRoman";
    case 'I':
      return "upperRoman";
    case 'd':
    case 'c':
    case 's':
      return "bullet";
    default:
      return NULL;
    }
}

static void
set_format (GhListKind *list, const char *format)
{
  g_free (list->format[0]);
  g_free (list->text[0]);
  list->format[0] = g_strdup (format);
  list->text[0] = g_strdup (g_str_equal (format, "lowerLetter") ? "%1)" : "%1.");
}

GhListKind *
gh_html_list_new (const char *name, const xmlChar **attributes)
{
  GhListKind *list = gh_list_kind_new ();
  const char *format = list_format (attributes);

  if (g_str_equal (name, "ul"))
    format = "bullet";
  set_format (list, format != NULL ? format : "decimal");
  list->start[0] = (int) gh_html_attribute_uint (attributes, "start", GH_LIST_COUNT_MAX);
  return list;
}

char *
gh_html_list_next (GhListKind *list, const xmlChar **attributes, guint depth)
{
  const char *format = list_format (attributes);
  g_autofree char *label = NULL;

  /* Google Docs says at each item what its list is. */
  if (format != NULL && !g_str_equal (list->format[0], "bullet"))
    set_format (list, format);
  if (gh_html_attribute (attributes, "value") != NULL)
    gh_list_kind_set_next (list, 0,
                           (int) gh_html_attribute_uint (attributes, "value", GH_LIST_COUNT_MAX));
  label = gh_list_kind_next (list, 0);
  if (label == NULL || g_str_equal (list->format[0], "bullet"))
    return g_strdup (depth > 1 ? "+" : "-");
  return g_steal_pointer (&label);
}
