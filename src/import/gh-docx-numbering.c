/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"
#include "gh-list-kind.h"
#include "gh-text.h"

#define LIST_LIMIT 65535

/* w:abstractNum: what the lists of a kind have in common, their count too. */
typedef struct
{
  GhListKind *kind;
  char *link;                        /* style whose list it stands for; may be NULL */
  char *level_style[GH_LIST_LEVELS]; /* paragraph style that means this level; may be NULL */
} Abstract;

/* w:num: one list. */
typedef struct
{
  int abstract;
  GhListKind *changes; /* levels of its own; may be NULL */
  gboolean changed[GH_LIST_LEVELS];
  int start[GH_LIST_LEVELS]; /* where it begins anew, -1 = goes on */
  GhListKind *kind;          /* that of the abstract with the changes; may be NULL */
  gboolean begun;
} Num;

struct _GhDocxNumbering
{
  GHashTable *abstracts; /* abstractNumId → Abstract */
  GHashTable *nums;      /* numId → Num */
  GPtrArray *letters;    /* GhListKind, borrowed: those that count in letters now */
};

typedef struct
{
  GhDocxNumbering *numbering;
  Abstract *abstract; /* borrowed: the one that is read, or NULL */
  Num *num;           /* borrowed: the one that is read, or NULL */
  int level;
} Reader;

static void
abstract_free (gpointer data)
{
  Abstract *abstract = data;

  gh_list_kind_free (abstract->kind);
  g_free (abstract->link);
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    g_free (abstract->level_style[i]);
  g_free (abstract);
}

static void
num_free (gpointer data)
{
  Num *num = data;

  gh_list_kind_free (num->changes);
  gh_list_kind_free (num->kind);
  g_free (num);
}

static void
start_abstract (Reader *reader, xmlTextReader *xml)
{
  int id = gh_xml_get_int (xml, "abstractNumId", -1, LIST_LIMIT);

  reader->abstract = g_new0 (Abstract, 1);
  reader->abstract->kind = gh_list_kind_new ();
  reader->num = NULL;
  reader->level = -1;
  g_hash_table_replace (reader->numbering->abstracts, GINT_TO_POINTER (id), reader->abstract);
}

static void
start_num (Reader *reader, xmlTextReader *xml)
{
  int id = gh_xml_get_int (xml, "numId", -1, LIST_LIMIT);

  reader->num = g_new0 (Num, 1);
  reader->num->abstract = -1;
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    reader->num->start[i] = -1;
  reader->abstract = NULL;
  reader->level = -1;
  g_hash_table_replace (reader->numbering->nums, GINT_TO_POINTER (id), reader->num);
}

static void
set_text (char **field, xmlTextReader *xml)
{
  g_free (*field);
  *field = gh_xml_get (xml, "val");
}

/* An element of w:lvl, which stands in w:abstractNum or in w:lvlOverride. */
static void
start_in_level (Reader *reader, xmlTextReader *xml, const char *name)
{
  int level = reader->level;
  GhListKind *kind = reader->abstract != NULL ? reader->abstract->kind
                     : reader->num != NULL    ? reader->num->changes
                                              : NULL;

  if (kind == NULL || level < 0)
    return;
  if (g_str_equal (name, "numFmt"))
    set_text (&kind->format[level], xml);
  else if (g_str_equal (name, "lvlText"))
    set_text (&kind->text[level], xml);
  else if (g_str_equal (name, "start"))
    kind->start[level] = gh_xml_get_int (xml, "val", 1, GH_LIST_COUNT_MAX);
  else if (g_str_equal (name, "lvlRestart"))
    kind->restart[level] = gh_xml_get_int (xml, "val", -1, GH_LIST_LEVELS);
  else if (g_str_equal (name, "isLgl"))
    kind->figures[level] = gh_docx_is_on (xml);
  else if (g_str_equal (name, "pStyle") && reader->abstract != NULL)
    set_text (&reader->abstract->level_style[level], xml);
}

static void
start_level (Reader *reader, xmlTextReader *xml)
{
  Num *num = reader->num;

  reader->level = gh_xml_get_int (xml, "ilvl", -1, GH_LIST_LEVELS - 1);
  if (num == NULL || reader->level < 0)
    return;
  if (num->changes == NULL)
    num->changes = gh_list_kind_new ();
  num->changed[reader->level] = TRUE;
}

static void
start_numbering (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "abstractNum"))
    start_abstract (reader, xml);
  else if (g_str_equal (name, "num"))
    start_num (reader, xml);
  else if (g_str_equal (name, "lvl"))
    start_level (reader, xml);
  else if (g_str_equal (name, "lvlOverride"))
    reader->level = gh_xml_get_int (xml, "ilvl", -1, GH_LIST_LEVELS - 1);
  else if (g_str_equal (name, "abstractNumId") && reader->num != NULL)
    reader->num->abstract = gh_xml_get_int (xml, "val", -1, LIST_LIMIT);
  else if (g_str_equal (name, "startOverride") && reader->num != NULL && reader->level >= 0)
    reader->num->start[reader->level] = gh_xml_get_int (xml, "val", 1, GH_LIST_COUNT_MAX);
  else if (g_str_equal (name, "numStyleLink") && reader->abstract != NULL)
    set_text (&reader->abstract->link, xml);
  else
    start_in_level (reader, xml, name);
}

static void
end_nothing (G_GNUC_UNUSED const char *name, G_GNUC_UNUSED gpointer data)
{
}

GhDocxNumbering *
gh_docx_numbering_new (GhZip *zip, GError **error)
{
  g_autofree char *entry = gh_docx_find_part (zip, "numbering");
  GhXmlVisitor visitor = { start_numbering, end_nothing, NULL };
  g_autoptr (GhDocxNumbering) numbering = g_new0 (GhDocxNumbering, 1);
  Reader reader = { numbering, NULL, NULL, -1 };
  g_autoptr (GBytes) part = NULL;

  numbering->abstracts = g_hash_table_new_full (NULL, NULL, NULL, abstract_free);
  numbering->nums = g_hash_table_new_full (NULL, NULL, NULL, num_free);
  numbering->letters = g_ptr_array_new ();
  if (entry == NULL)
    return g_steal_pointer (&numbering);
  part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);
  if (part == NULL || !gh_xml_visit (part, &visitor, &reader, error))
    return NULL;
  return g_steal_pointer (&numbering);
}

void
gh_docx_numbering_free (GhDocxNumbering *numbering)
{
  if (numbering == NULL)
    return;
  g_ptr_array_unref (numbering->letters);
  g_hash_table_unref (numbering->abstracts);
  g_hash_table_unref (numbering->nums);
  g_free (numbering);
}

/* The abstract of a list, or of the list that its style names instead. */
static Abstract *
find_abstract (const GhDocxNumbering *numbering, const GhDocxStyles *styles, const Num *num)
{
  Abstract *abstract = g_hash_table_lookup (numbering->abstracts, GINT_TO_POINTER (num->abstract));
  const Num *other = NULL;

  if (abstract != NULL && abstract->link != NULL)
    {
      GhDocxStyle style = gh_docx_styles_get (styles, abstract->link);

      other = g_hash_table_lookup (numbering->nums, GINT_TO_POINTER (style.list));
    }
  if (other != NULL)
    abstract = g_hash_table_lookup (numbering->abstracts, GINT_TO_POINTER (other->abstract));
  return abstract;
}

/* A list begins: where it says so, its levels count anew. */
static void
begin_list (Num *num, const Abstract *abstract)
{
  GhListKind *kind = abstract->kind;

  num->begun = TRUE;
  if (num->changes != NULL)
    {
      num->kind = gh_list_kind_copy (abstract->kind);
      for (int i = 0; i < GH_LIST_LEVELS; i++)
        if (num->changed[i])
          gh_list_kind_take_level (num->kind, num->changes, i);
      kind = num->kind;
    }
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    if (num->start[i] >= 0)
      gh_list_kind_set_next (kind, i, num->start[i]);
}

static int
level_of_style (const Abstract *abstract, const char *style)
{
  for (int i = 0; style != NULL && i < GH_LIST_LEVELS; i++)
    if (g_strcmp0 (abstract->level_style[i], style) == 0)
      return i;
  return 0;
}

char *
gh_docx_numbering_next (GhDocxNumbering *numbering,
                        const GhDocxStyles *styles,
                        const char *style,
                        int list,
                        int level)
{
  GhDocxStyle by_style = gh_docx_styles_get (styles, style);
  Abstract *abstract;
  GhListKind *kind;
  Num *num;
  char *label;

  if (list < 0)
    list = by_style.list;
  num = list > 0 ? g_hash_table_lookup (numbering->nums, GINT_TO_POINTER (list)) : NULL;
  abstract = num != NULL ? find_abstract (numbering, styles, num) : NULL;
  if (abstract == NULL)
    return NULL;
  if (level < 0)
    level = by_style.level >= 0 ? by_style.level : level_of_style (abstract, style);
  if (!num->begun)
    begin_list (num, abstract);
  kind = num->kind != NULL ? num->kind : abstract->kind;
  label = gh_list_kind_next (kind, level);
  gh_list_letters_note (numbering->letters, kind);
  if (label != NULL && gh_text_begins (label, "đ"))
    gh_docx_numbering_skip_letter (numbering);
  return label;
}

void
gh_docx_numbering_skip_letter (GhDocxNumbering *numbering)
{
  gh_list_letters_skip (numbering->letters);
}
