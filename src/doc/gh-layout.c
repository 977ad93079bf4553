/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

#include <string.h>

/* Of the text on the page of the signature; no more lines are held together for it. */
#define MIN_SIGNED_LINES 2
#define MAX_KEPT_LINES   12

GhBand *
gh_band_new (void)
{
  GhBand *band = g_new0 (GhBand, 1);

  band->ops = g_array_new (FALSE, FALSE, sizeof (GhOp));
  return band;
}

void
gh_band_free (GhBand *band)
{
  if (band == NULL)
    return;
  g_array_unref (band->ops);
  g_clear_pointer (&band->head, gh_head_unref);
  g_free (band->outline_text);
  g_free (band);
}

GhHead *
gh_head_ref (GhHead *head)
{
  g_atomic_ref_count_inc (&head->ref_count);
  return head;
}

void
gh_head_unref (GhHead *head)
{
  if (!g_atomic_ref_count_dec (&head->ref_count))
    return;
  g_ptr_array_unref (head->bands);
  g_free (head->edges);
  g_free (head);
}

/*
 * A band for each line. No page begins with the second line of a paragraph nor with its last
 * (widows and orphans), nor in the middle of a heading.
 */
void
gh_layout_add_paragraph (GhLayoutContext *context, GhSection *section, const GhDocNode *node)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  g_autoptr (GArray) ops = g_array_new (FALSE, FALSE, sizeof (GhOp));
  GhOp origin = { .source = node->source, .role = node->role };
  guint n_lines = 0;
  guint line = 0;

  gh_layout_shape (context, node, style->size_pt, &origin, context->width_pt, ops);
  for (guint i = 0; i < ops->len; i++)
    if (g_array_index (ops, GhOp, i).kind == GH_OP_TEXT)
      n_lines++;

  for (guint i = 0; i < ops->len; i++)
    {
      GhOp op = g_array_index (ops, GhOp, i);
      GhBand *band;

      if (op.kind == GH_OP_RULE)
        {
          /* The line under a component belongs to the line of text above it. */
          band = g_ptr_array_index (section->bands, section->bands->len - 1);
          op.top = band->height + GH_RULE_GAP_PT;
          g_array_append_val (band->ops, op);
          band->height += GH_RULE_ROOM_PT;
          continue;
        }
      band = gh_band_new ();
      op.top = 0;
      g_array_append_val (band->ops, op);
      band->height = op.height;
      band->breakable = line == 0 || (!style->keep_next && line >= 2 && line != n_lines - 1);
      band->space_before = line == 0 ? style->before_pt : 0;
      if (line == 0 && style->outline > 0)
        {
          band->outline = style->outline;
          band->outline_text = gh_doc_node_get_text (node);
        }
      g_ptr_array_add (section->bands, band);
      line++;
    }
}

/* One side of columns: paragraphs under each other as cell @cell of @band. */
static void
add_side (GhLayoutContext *context, GhBand *band, GPtrArray *nodes, guint cell, double x, double w)
{
  double top = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (nodes, i);
      const GhDocStyle *style = gh_doc_style_get (node->role);
      GhOp origin = { .cell = cell, .x = x, .source = node->source, .role = node->role };
      gboolean empty = gh_doc_node_is_empty (node);

      if (node->role == GH_DOC_SIGNATURE_SPACE)
        {
          /* The mark stands in the middle of the room. */
          origin.top = top + (GH_SIGNATURE_PT - style->size_pt * GH_LINE_HEIGHT) / 2;
          top += GH_SIGNATURE_PT;
          if (!empty)
            {
              double height =
                gh_layout_shape (context, node, style->size_pt, &origin, w, band->ops);

              top = MAX (top, origin.top + height);
            }
        }
      else if (!empty)
        {
          origin.top = top + (i > 0 ? style->before_pt : 0);
          top = origin.top + style->after_pt +
                gh_layout_shape (context, node, style->size_pt, &origin, w, band->ops);
        }
    }
  band->height = MAX (band->height, top);
}

static gboolean
is_signature (const GhDocNode *node)
{
  for (guint i = 0; i < node->right->len; i++)
    if (((const GhDocNode *) g_ptr_array_index (node->right, i))->role == GH_DOC_SIGNATURE_SPACE)
      return TRUE;
  return FALSE;
}

/* Who signs must not stand alone on a page: at least the last two lines of the text come along,
 * under a table its last row, with what is said between. */
static void
keep_with_text (const GhSection *section, GhBand *signature)
{
  guint n_lines = 0;

  signature->breakable = FALSE;
  for (guint i = section->bands->len; i > 0 && section->bands->len - i < MAX_KEPT_LINES; i--)
    {
      GhBand *band = g_ptr_array_index (section->bands, i - 1);

      if (band->head != NULL || band->ops->len == 0)
        return;
      n_lines += g_array_index (band->ops, GhOp, 0).role != GH_DOC_CAPTION;
      if (n_lines >= MIN_SIGNED_LINES)
        return;
      band->breakable = FALSE;
    }
}

void
gh_layout_add_columns (GhLayoutContext *context, GhSection *section, const GhDocNode *node)
{
  GhBand *band = gh_band_new ();
  double left = context->width_pt * node->left_share;
  const GhDocNode *first = node->left->len > 0    ? g_ptr_array_index (node->left, 0)
                           : node->right->len > 0 ? g_ptr_array_index (node->right, 0)
                                                  : NULL;

  add_side (context, band, node->left, 0, 0, left - GH_COLUMN_GAP_PT);
  add_side (context, band, node->right, 1, left, context->width_pt - left);
  if (band->ops->len == 0)
    {
      gh_band_free (band);
      return;
    }
  band->breakable = TRUE;
  if (first != NULL)
    band->space_before = gh_doc_style_get (first->role)->before_pt;
  if (first != NULL && first->role == GH_DOC_RECIPIENTS_HEAD)
    band->space_before = 2 * GH_TABLE_SPACE_PT;
  if (is_signature (node) || (first != NULL && first->role == GH_DOC_RECIPIENTS_HEAD))
    keep_with_text (section, band);
  g_ptr_array_add (section->bands, band);
}

/* Space after a paragraph, and whether it stays with the next: told when the next one comes. */
static void
join_band (GhSection *section, guint n_before, double after_pt, gboolean kept)
{
  GhBand *band;

  if (section->bands->len <= n_before)
    return;
  band = g_ptr_array_index (section->bands, n_before);
  /* The larger of the two, as Word does. */
  band->space_before = MAX (band->space_before, after_pt);
  if (kept)
    band->breakable = FALSE;
}

static void
add_node (GhLayoutContext *context, GhSection *section, const GhDocNode *node)
{
  switch (node->kind)
    {
    case GH_DOC_PARAGRAPH:
      if (!gh_doc_node_is_empty (node))
        gh_layout_add_paragraph (context, section, node);
      break;
    case GH_DOC_TABLE:
      gh_layout_add_table (context, section, node);
      break;
    case GH_DOC_COLUMNS:
      gh_layout_add_columns (context, section, node);
      break;
    case GH_DOC_PAGE_BREAK:
    case GH_DOC_NEW_PAGE:
    default:
      break;
    }
}

/* Lays out nodes from @from to the next page break; returns its index. */
static guint
layout_section (GhLayoutContext *context,
                const GhDoc *doc,
                const gboolean *starts,
                guint from,
                GhSection *section)
{
  double margins = GH_MM_TO_PT (GH_MARGIN_LEFT_MM + GH_MARGIN_RIGHT_MM);
  double paper = section->landscape ? GH_PAPER_HEIGHT_MM : GH_PAPER_WIDTH_MM;
  const GhDocNode *previous = NULL;
  double after = 0;
  guint i;

  context->width_pt = GH_MM_TO_PT (paper) - margins;
  for (i = from; i < doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);
      guint n_before = section->bands->len;
      gboolean kept;

      if (node->kind == GH_DOC_PAGE_BREAK || g_cancellable_is_cancelled (context->cancellable))
        break;
      add_node (context, section, node);
      if (section->bands->len == n_before)
        continue;
      kept = previous != NULL && previous->kind == GH_DOC_PARAGRAPH &&
             (gh_doc_style_get (previous->role)->keep_next ||
              (node->kind == GH_DOC_TABLE && gh_doc_node_leads (previous)));
      join_band (section, n_before, after, kept);
      ((GhBand *) g_ptr_array_index (section->bands, n_before))->page_start = starts[i];
      previous = node;
      after = node->kind == GH_DOC_PARAGRAPH ? gh_doc_style_get (node->role)->after_pt
              : node->kind == GH_DOC_TABLE   ? GH_TABLE_SPACE_PT
                                             : 0;
    }
  return i;
}

GhPages *
gh_layout_run (const GhDoc *doc, GhFontSet *fonts, GCancellable *cancellable, GError **error)
{
  g_autoptr (GhPages) pages = NULL;
  g_autoptr (GPtrArray) appendices = gh_link_list_appendices (doc);
  g_autofree gboolean *starts = gh_doc_dup_page_starts (doc);
  g_autoptr (GString) key = g_string_new (NULL);
  GhLayoutContext context = { .appendices = appendices, .key = key, .cancellable = cancellable };
  guint i = 0;

  g_return_val_if_fail (doc != NULL && fonts != NULL, NULL);

  gh_shape_cache_begin (gh_font_set_get_shapes (fonts));
  pages = gh_pages_new (fonts);
  context.pages = pages;
  context.at.table = -1;
  do
    {
      GhSection section = { FALSE, g_ptr_array_new_with_free_func ((GDestroyNotify) gh_band_free) };
      const GhDocNode *node = i < doc->nodes->len ? g_ptr_array_index (doc->nodes, i) : NULL;

      if (node != NULL && node->kind == GH_DOC_PAGE_BREAK)
        {
          section.landscape = node->landscape;
          i++;
        }
      i = layout_section (&context, doc, starts, i, &section);
      context.at.section++;
      if (!g_cancellable_is_cancelled (cancellable))
        gh_paginate (pages, &section);
      g_ptr_array_unref (section.bands);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  while (i < doc->nodes->len);
  return g_steal_pointer (&pages);
}
