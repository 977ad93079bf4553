/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-docx-private.h"
#include "gh-numbering.h"

#define LEVELS      9
#define LIST_LIMIT  65535
#define COUNT_LIMIT 32000

/* One kind of list (w:abstractNum). */
typedef struct
{
  char *format[LEVELS]; /* w:numFmt */
  char *text[LEVELS];   /* w:lvlText, "%1.%2." */
  int start[LEVELS];
  int count[LEVELS]; /* -1 = not begun */
} Kind;

typedef struct
{
  int list;
  int level;
} StyleList;

struct _GhDocxNumbering
{
  GHashTable *kinds;  /* abstractNumId → Kind */
  GHashTable *lists;  /* numId → abstractNumId */
  GHashTable *styles; /* style → StyleList */
};

typedef struct
{
  GhDocxNumbering *numbering;
  Kind *kind;
  int level;
  int list;
  char *style;
} Reader;

static Kind *
kind_new (void)
{
  Kind *kind = g_new0 (Kind, 1);

  for (int i = 0; i < LEVELS; i++)
    {
      kind->start[i] = 1;
      kind->count[i] = -1;
    }
  return kind;
}

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  for (int i = 0; i < LEVELS; i++)
    {
      g_free (kind->format[i]);
      g_free (kind->text[i]);
    }
  g_free (kind);
}

static void
start_numbering (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  Kind *kind = reader->kind;
  int level = reader->level;

  if (g_str_equal (name, "abstractNum"))
    {
      int id = gh_docx_attribute_int (xml, "abstractNumId", -1, LIST_LIMIT);

      reader->kind = kind_new ();
      reader->level = -1;
      g_hash_table_insert (reader->numbering->kinds, GINT_TO_POINTER (id), reader->kind);
    }
  else if (g_str_equal (name, "num"))
    {
      reader->kind = NULL;
      reader->list = gh_docx_attribute_int (xml, "numId", -1, LIST_LIMIT);
    }
  else if (g_str_equal (name, "abstractNumId") && reader->list >= 0)
    g_hash_table_insert (reader->numbering->lists, GINT_TO_POINTER (reader->list),
                         GINT_TO_POINTER (gh_docx_attribute_int (xml, "val", -1, LIST_LIMIT)));
  else if (g_str_equal (name, "lvl"))
    reader->level = gh_docx_attribute_int (xml, "ilvl", -1, LEVELS - 1);
  else if (kind != NULL && level >= 0 && g_str_equal (name, "numFmt"))
    {
      g_free (kind->format[level]);
      kind->format[level] = gh_docx_attribute (xml, "val");
    }
  else if (kind != NULL && level >= 0 && g_str_equal (name, "lvlText"))
    {
      g_free (kind->text[level]);
      kind->text[level] = gh_docx_attribute (xml, "val");
    }
  else if (kind != NULL && level >= 0 && g_str_equal (name, "start"))
    kind->start[level] = gh_docx_attribute_int (xml, "val", 1, COUNT_LIMIT);
}

static void
start_style (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "style"))
    {
      g_free (reader->style);
      reader->style = gh_docx_attribute (xml, "styleId");
      reader->level = 0;
    }
  else if (g_str_equal (name, "ilvl"))
    reader->level = gh_docx_attribute_int (xml, "val", 0, LEVELS - 1);
  else if (g_str_equal (name, "numId") && reader->style != NULL)
    {
      StyleList *list = g_new0 (StyleList, 1);

      list->list = gh_docx_attribute_int (xml, "val", 0, LIST_LIMIT);
      list->level = reader->level;
      g_hash_table_replace (reader->numbering->styles, g_strdup (reader->style), list);
    }
}

static void
end_nothing (G_GNUC_UNUSED const char *name, G_GNUC_UNUSED gpointer data)
{
}

static gboolean
read_part (GhDocxNumbering *numbering,
           GhZip *zip,
           const char *entry,
           void (*start) (xmlTextReader *, const char *, gpointer),
           GError **error)
{
  GhXmlVisitor visitor = { start, end_nothing, NULL };
  Reader reader = { numbering, NULL, -1, -1, NULL };
  g_autoptr (GBytes) part = NULL;
  gboolean done;

  if (!gh_zip_has (zip, entry))
    return TRUE;
  part = gh_zip_read (zip, entry, error);
  done = part != NULL && gh_docx_visit (part, &visitor, &reader, error);
  g_free (reader.style);
  return done;
}

GhDocxNumbering *
gh_docx_numbering_new (GhZip *zip, GError **error)
{
  g_autoptr (GhDocxNumbering) numbering = g_new0 (GhDocxNumbering, 1);

  numbering->kinds = g_hash_table_new_full (NULL, NULL, NULL, kind_free);
  numbering->lists = g_hash_table_new (NULL, NULL);
  numbering->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_part (numbering, zip, "word/numbering.xml", start_numbering, error) ||
      !read_part (numbering, zip, "word/styles.xml", start_style, error))
    return NULL;
  return g_steal_pointer (&numbering);
}

void
gh_docx_numbering_free (GhDocxNumbering *numbering)
{
  if (numbering == NULL)
    return;
  g_clear_pointer (&numbering->kinds, g_hash_table_unref);
  g_clear_pointer (&numbering->lists, g_hash_table_unref);
  g_clear_pointer (&numbering->styles, g_hash_table_unref);
  g_free (numbering);
}

static void
append_roman (GString *out, int n, gboolean small)
{
  g_autofree char *roman = gh_numbering_roman (n);
  g_autofree char *lower = g_ascii_strdown (roman, -1);

  g_string_append (out, small ? lower : roman);
}

static void
append_count (GString *out, const char *format, int n)
{
  if (g_strcmp0 (format, "upperRoman") == 0)
    append_roman (out, n, FALSE);
  else if (g_strcmp0 (format, "lowerRoman") == 0)
    append_roman (out, n, TRUE);
  else if (g_strcmp0 (format, "upperLetter") == 0 && n >= 1)
    g_string_append_c (out, (char) ('A' + (n - 1) % 26));
  else if (g_strcmp0 (format, "lowerLetter") == 0 && n >= 1)
    g_string_append_c (out, (char) ('a' + (n - 1) % 26));
  else if (g_strcmp0 (format, "decimalZero") == 0)
    g_string_append_printf (out, "%02d", n);
  else
    g_string_append_printf (out, "%d", n);
}

/* A bullet by its sign or, as Word draws it from a symbol font, by its depth. */
static char *
make_bullet (const char *text, int level)
{
  if (text != NULL &&
      (g_str_equal (text, "-") || g_str_equal (text, "+") || g_str_equal (text, "*")))
    return g_strdup (text);
  if (g_strcmp0 (text, "–") == 0 || g_strcmp0 (text, "•") == 0)
    return g_strdup (text);
  return g_strdup (level == 0 ? "-" : "+");
}

static char *
make_label (Kind *kind, int level)
{
  GString *out = NULL;

  if (g_strcmp0 (kind->format[level], "bullet") == 0)
    return make_bullet (kind->text[level], level);
  if (kind->text[level] == NULL || g_strcmp0 (kind->format[level], "none") == 0)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = kind->text[level]; *p != '\0' && out->len < 64; p++)
    {
      int other = p[0] == '%' && p[1] >= '1' && p[1] <= '9' ? p[1] - '1' : -1;

      if (other >= 0)
        {
          append_count (out, kind->format[other],
                        kind->count[other] >= 0 ? kind->count[other] : kind->start[other]);
          p++;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

char *
gh_docx_numbering_next (GhDocxNumbering *numbering, const char *style, int list, int level)
{
  const StyleList *by_style = style != NULL ? g_hash_table_lookup (numbering->styles, style) : NULL;
  gpointer id = NULL;
  Kind *kind;

  if (list < 0 && by_style != NULL)
    list = by_style->list;
  if (level < 0)
    level = by_style != NULL ? by_style->level : 0;
  if (list <= 0 ||
      !g_hash_table_lookup_extended (numbering->lists, GINT_TO_POINTER (list), NULL, &id))
    return NULL;
  kind = g_hash_table_lookup (numbering->kinds, id);
  if (kind == NULL || level >= LEVELS)
    return NULL;
  if (kind->count[level] < 0)
    kind->count[level] = kind->start[level];
  else if (kind->count[level] < COUNT_LIMIT)
    kind->count[level]++;
  for (int i = level + 1; i < LEVELS; i++)
    kind->count[i] = -1;
  return make_label (kind, level);
}
