/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-runs.h"

#include <string.h>

struct _GhDocxLinks
{
  GPtrArray *appendices; /* utf8, their heads */
  GPtrArray *uris;       /* utf8 */
  guint first_relation;
  guint n_places; /* written */
};

GhDocxLinks *
gh_docx_links_new (const GhDoc *doc, guint first_relation)
{
  GhDocxLinks *links = g_new0 (GhDocxLinks, 1);

  links->appendices = gh_link_list_appendices (doc);
  links->uris = g_ptr_array_new_with_free_func (g_free);
  links->first_relation = first_relation;
  return links;
}

void
gh_docx_links_free (GhDocxLinks *links)
{
  if (links == NULL)
    return;
  g_ptr_array_unref (links->appendices);
  g_ptr_array_unref (links->uris);
  g_free (links);
}

const GPtrArray *
gh_docx_links_get_uris (const GhDocxLinks *links)
{
  return links->uris;
}

/* Word lets no hyphen into the name of a bookmark. */
static char *
make_bookmark (const char *place)
{
  return g_strdelimit (g_strdup (place), "-", '_');
}

/* (transfer full): "rId7": one relation an address, however often it is named. */
static char *
find_relation (GhDocxLinks *links, const char *uri)
{
  guint i;

  if (!g_ptr_array_find_with_equal_func (links->uris, uri, g_str_equal, &i))
    {
      i = links->uris->len;
      g_ptr_array_add (links->uris, g_strdup (uri));
    }
  return g_strdup_printf ("rId%u", links->first_relation + i);
}

static void
write_run_style (xmlTextWriterPtr xml, const GhDocStyle *style, const GhDocRun *run, double size_pt)
{
  gboolean size = size_pt > 0 && size_pt != style->size_pt;

  if (!run->bold && !run->italic && !size)
    return;
  gh_docx_put_start (xml, "w:rPr");
  /* In bold text too, where it changes nothing: who reads the file finds what was emphasised. */
  if (run->bold)
    {
      gh_docx_put_leaf (xml, "w:b");
      gh_docx_put_leaf (xml, "w:bCs");
    }
  if (run->italic)
    {
      /* Italic inside italic is upright. */
      gh_docx_put_value (xml, "w:i", style->italic ? "0" : "1");
      gh_docx_put_value (xml, "w:iCs", style->italic ? "0" : "1");
    }
  if (size)
    {
      gh_docx_put_value_int (xml, "w:sz", gh_docx_twips (size_pt) / 10);
      gh_docx_put_value_int (xml, "w:szCs", gh_docx_twips (size_pt) / 10);
    }
  gh_docx_put_end (xml);
}

/* Letters with tabs and line breaks as Word's own elements. */
static void
write_letters (xmlTextWriterPtr xml, const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\t\n");
      g_autofree char *piece = g_strndup (text, length);

      if (length > 0)
        {
          gh_docx_put_start (xml, "w:t");
          gh_docx_put_attribute (xml, "xml:space", "preserve");
          gh_docx_put_letters (xml, piece);
          gh_docx_put_end (xml);
        }
      text += length;
      if (*text == '\0')
        break;
      gh_docx_put_leaf (xml, *text == '\t' ? "w:tab" : "w:br");
      text++;
    }
}

static void
begin_link (xmlTextWriterPtr xml, GhDocxLinks *links, const GhLink *link)
{
  g_autofree char *target =
    link->uri != NULL ? find_relation (links, link->uri) : make_bookmark (link->place);

  gh_docx_put_start (xml, "w:hyperlink");
  gh_docx_put_attribute (xml, link->uri != NULL ? "r:id" : "w:anchor", target);
  gh_docx_put_attribute (xml, "w:history", "1");
}

/* The link that byte @at of the text is in, %NULL if none; where that ends in @end. */
static const GhLink *
find_link (const GArray *links, gsize at, gsize *end)
{
  *end = G_MAXSIZE;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GhLink *link = &g_array_index (links, GhLink, i);

      if (at < link->from)
        {
          *end = link->from;
          return NULL;
        }
      if (at < link->to)
        {
          *end = link->to;
          return link;
        }
    }
  return NULL;
}

static void
write_run (xmlTextWriterPtr xml,
           const GhDocStyle *style,
           const GhDocRun *run,
           const char *letters,
           double size_pt)
{
  gh_docx_put_start (xml, "w:r");
  write_run_style (xml, style, run, size_pt);
  write_letters (xml, letters);
  gh_docx_put_end (xml);
}

/* Runs are cut where a link begins or ends, and a link holds all of its runs. */
static void
write_linked_runs (xmlTextWriterPtr xml,
                   const GhDocNode *node,
                   double size_pt,
                   gsize skip,
                   const GArray *found,
                   GhDocxLinks *links)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  const GhLink *open = NULL;
  gsize before = 0; /* length of the runs before */

  for (guint i = 0; i < node->runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (node->runs, i);
      gsize length = strlen (run->text);
      gsize at = i == 0 ? MIN (skip, length) : 0;

      while (at < length)
        {
          gsize end;
          const GhLink *link = find_link (found, before + at, &end);
          gsize stop = MIN (end - before, length);
          g_autofree char *letters = g_strndup (run->text + at, stop - at);

          if (link != open && open != NULL)
            gh_docx_put_end (xml);
          if (link != open && link != NULL)
            begin_link (xml, links, link);
          open = link;
          write_run (xml, style, run, letters, size_pt);
          at = stop;
        }
      before += length;
    }
  if (open != NULL)
    gh_docx_put_end (xml);
}

static void
put_bookmark (xmlTextWriterPtr xml, const char *element, guint index, const char *name)
{
  gh_docx_put_start (xml, element);
  gh_docx_put_attribute_int (xml, "w:id", (int) index);
  if (name != NULL)
    gh_docx_put_attribute (xml, "w:name", name);
  gh_docx_put_end (xml);
}

void
gh_docx_write_runs (xmlTextWriterPtr xml,
                    const GhDocNode *node,
                    double size_pt,
                    gsize skip,
                    GhDocxLinks *links)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) found = NULL;

  if (node->role == GH_DOC_APPENDIX_HEAD)
    {
      g_autofree char *place = gh_link_format_place (++links->n_places);
      g_autofree char *name = make_bookmark (place);

      put_bookmark (xml, "w:bookmarkStart", links->n_places, name);
      write_linked_runs (xml, node, size_pt, skip, NULL, links);
      put_bookmark (xml, "w:bookmarkEnd", links->n_places, NULL);
      return;
    }
  text = gh_doc_node_get_text (node);
  found = gh_link_find (text, links->appendices);
  write_linked_runs (xml, node, size_pt, skip, found, links);
}
