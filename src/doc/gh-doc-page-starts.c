/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-style.h"

/* Where the plan asks for a new page, and where it gets one. */

static gboolean
is_printed (const GhDocNode *node)
{
  switch (node->kind)
    {
    case GH_DOC_PARAGRAPH:
      return !gh_doc_node_is_empty (node);
    case GH_DOC_TABLE:
      return node->cells->len > 0;
    case GH_DOC_COLUMNS:
      return node->left->len + node->right->len > 0;
    case GH_DOC_PAGE_BREAK:
    case GH_DOC_NEW_PAGE:
    default:
      return FALSE;
    }
}

/* The printed node of the same section before or after @i, -1 if none. */
static int
find_printed (const GhDoc *doc, int i, int step)
{
  for (i += step; i >= 0 && i < (int) doc->nodes->len; i += step)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);

      if (node->kind == GH_DOC_PAGE_BREAK)
        return -1;
      if (is_printed (node))
        return i;
    }
  return -1;
}

static gboolean
is_heading (const GhDoc *doc, int i)
{
  const GhDocNode *node = i >= 0 ? g_ptr_array_index (doc->nodes, i) : NULL;

  return node != NULL && node->kind == GH_DOC_PARAGRAPH && gh_doc_style_get (node->role)->keep_next;
}

gboolean *
gh_doc_dup_page_starts (const GhDoc *doc)
{
  gboolean *starts = g_new0 (gboolean, doc->nodes->len + 1);

  for (int i = 0; i < (int) doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);
      int next = node->kind == GH_DOC_NEW_PAGE ? find_printed (doc, i, 1) : -1;
      int previous = find_printed (doc, i, -1);

      if (next < 0 ||
          ((const GhDocNode *) g_ptr_array_index (doc->nodes, next))->kind == GH_DOC_COLUMNS)
        continue;
      while (is_heading (doc, previous))
        {
          next = previous;
          previous = find_printed (doc, previous, -1);
        }
      starts[next] = previous >= 0;
    }
  return starts;
}
