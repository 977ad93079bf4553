/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"
#include "gh-list-kind.h"

#define LIST_LIMIT 65535

typedef struct
{
  int list;
  int level;
} StyleList;

struct _GhDocxNumbering
{
  GHashTable *kinds;  /* abstractNumId → GhListKind */
  GHashTable *lists;  /* numId → abstractNumId */
  GHashTable *styles; /* style → StyleList */
};

typedef struct
{
  GhDocxNumbering *numbering;
  GhListKind *kind;
  int level;
  int list;
  char *style;
} Reader;

static void
start_numbering (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  GhListKind *kind = reader->kind;
  int level = reader->level;

  if (g_str_equal (name, "abstractNum"))
    {
      int id = gh_xml_get_int (xml, "abstractNumId", -1, LIST_LIMIT);

      reader->kind = gh_list_kind_new ();
      reader->level = -1;
      g_hash_table_insert (reader->numbering->kinds, GINT_TO_POINTER (id), reader->kind);
    }
  else if (g_str_equal (name, "num"))
    {
      reader->kind = NULL;
      reader->list = gh_xml_get_int (xml, "numId", -1, LIST_LIMIT);
    }
  else if (g_str_equal (name, "abstractNumId") && reader->list >= 0)
    g_hash_table_insert (reader->numbering->lists, GINT_TO_POINTER (reader->list),
                         GINT_TO_POINTER (gh_xml_get_int (xml, "val", -1, LIST_LIMIT)));
  else if (g_str_equal (name, "lvl"))
    reader->level = gh_xml_get_int (xml, "ilvl", -1, GH_LIST_LEVELS - 1);
  else if (kind != NULL && level >= 0 && g_str_equal (name, "numFmt"))
    {
      g_free (kind->format[level]);
      kind->format[level] = gh_xml_get (xml, "val");
    }
  else if (kind != NULL && level >= 0 && g_str_equal (name, "lvlText"))
    {
      g_free (kind->text[level]);
      kind->text[level] = gh_xml_get (xml, "val");
    }
  else if (kind != NULL && level >= 0 && g_str_equal (name, "start"))
    kind->start[level] = gh_xml_get_int (xml, "val", 1, GH_LIST_COUNT_MAX);
}

static void
start_style (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "style"))
    {
      g_free (reader->style);
      reader->style = gh_xml_get (xml, "styleId");
      reader->level = 0;
    }
  else if (g_str_equal (name, "ilvl"))
    reader->level = gh_xml_get_int (xml, "val", 0, GH_LIST_LEVELS - 1);
  else if (g_str_equal (name, "numId") && reader->style != NULL)
    {
      StyleList *list = g_new0 (StyleList, 1);

      list->list = gh_xml_get_int (xml, "val", 0, LIST_LIMIT);
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
  done = part != NULL && gh_xml_visit (part, &visitor, &reader, error);
  g_free (reader.style);
  return done;
}

GhDocxNumbering *
gh_docx_numbering_new (GhZip *zip, GError **error)
{
  g_autoptr (GhDocxNumbering) numbering = g_new0 (GhDocxNumbering, 1);

  numbering->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gh_list_kind_free);
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

char *
gh_docx_numbering_next (GhDocxNumbering *numbering, const char *style, int list, int level)
{
  const StyleList *by_style = style != NULL ? g_hash_table_lookup (numbering->styles, style) : NULL;
  gpointer id = NULL;
  GhListKind *kind;

  if (list < 0 && by_style != NULL)
    list = by_style->list;
  if (level < 0)
    level = by_style != NULL ? by_style->level : 0;
  if (list <= 0 ||
      !g_hash_table_lookup_extended (numbering->lists, GINT_TO_POINTER (list), NULL, &id))
    return NULL;
  kind = g_hash_table_lookup (numbering->kinds, id);
  return kind != NULL ? gh_list_kind_next (kind, level) : NULL;
}
