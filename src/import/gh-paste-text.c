/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-paste-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-legacy.h"
#include "gh-marked.h"
#include "gh-plan-private.h"
#include "gh-proposal.h"
#include "gh-text.h"

/* Deepest item of a list that the plan prints. */
#define MAX_LEVEL 3

void
gh_paste_set_too_large (GError **error)
{
  g_set_error_literal (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                       _("That is too much to paste. Save it as a file and import it, or paste it "
                         "in parts."));
}

/* --- numbers --------------------------------------------------------------------------------- */

static char *
bullet (guint depth)
{
  return g_strdup (depth > 1 ? "+" : "-");
}

char *
gh_paste_label_number (const char *label, guint depth)
{
  g_autofree char *clean = gh_text_squeeze (label);
  g_autofree char *line = g_strconcat (clean, " X", NULL);
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int parts = 0;
  GhPlanMark mark = gh_plan_mark_parse (line, &number, &parts, &rest);

  if (mark == GH_PLAN_MARK_NONE || mark == GH_PLAN_MARK_BULLET)
    return bullet (depth);
  return g_steal_pointer (&number);
}

/* Whether all letters of the text are bold. */
static gboolean
is_bold (const char *marked)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (marked);

  for (guint i = 0; i < runs->len; i++)
    if (!((const GhMarkedRun *) g_ptr_array_index (runs, i))->bold)
      return FALSE;
  return runs->len > 0;
}

/* A heading is bold or italic by itself. */
static GhBlock *
new_heading (int level, const char *number, const char *marked)
{
  g_autofree char *plain = gh_text_strip_marks (marked);

  return gh_block_new (GH_BLOCK_HEADING, level, number, plain);
}

/* What a number that was typed says of its line, or %NULL if it is only text. */
static GhBlock *
numbered_block (const char *marked, const GhPasteKind *kind)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  const char *rest = NULL;
  int depth = 1;
  GhPlanMark mark = gh_plan_mark_parse (marked, &number, &depth, &rest);
  gboolean heading = kind->heading || is_bold (marked);

  if (mark == GH_PLAN_MARK_NONE || *rest == '\0')
    return NULL;
  /* "**1. Title**": the bold began before the number. */
  text = rest > marked && *marked == '*' && mark != GH_PLAN_MARK_BULLET
           ? g_strconcat (gh_text_begins (marked, "**") ? "**" : "*", rest, NULL)
           : g_strdup (rest);
  switch (mark)
    {
    case GH_PLAN_MARK_BULLET:
      {
        g_autofree char *sign = bullet ((guint) depth);

        return gh_block_new (GH_BLOCK_ITEM, depth, sign, text);
      }
    case GH_PLAN_MARK_ROMAN:
    case GH_PLAN_MARK_CAPITAL:
      return new_heading (1, number, text);
    case GH_PLAN_MARK_DECIMAL:
      return heading || depth > 1 ? new_heading (MIN (depth + 1, 3), number, text)
                                  : gh_block_new (GH_BLOCK_ITEM, 1, number, text);
    case GH_PLAN_MARK_LETTER:
      return gh_block_new (GH_BLOCK_ITEM, 1, number, text);
    case GH_PLAN_MARK_NONE:
    default:
      return NULL;
    }
}

void
gh_paste_add_paragraph (GPtrArray *blocks, const char *marked, const GhPasteKind *kind)
{
  GhBlock *block = NULL;

  if (kind->list > 0)
    {
      int level = (int) MIN (kind->list, MAX_LEVEL);

      block =
        gh_block_new (GH_BLOCK_ITEM, level, kind->number != NULL ? kind->number : "-", marked);
    }
  else
    block = numbered_block (marked, kind);
  if (block == NULL && kind->heading)
    {
      g_autofree char *plain = gh_text_strip_marks (marked);
      g_autoptr (GPtrArray) runs = gh_marked_runs_new ();
      g_autofree char *bold = NULL;

      gh_marked_runs_add (runs, plain, -1, NULL, TRUE, FALSE);
      bold = gh_marked_format (runs);
      block = gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", bold);
    }
  if (block == NULL)
    block = gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", marked);
  g_ptr_array_add (blocks, block);
}

/* --- old codes ------------------------------------------------------------------------------- */

static void
convert_text (char **text, GhLegacy legacy)
{
  g_autofree char *converted = NULL;

  if (gh_legacy_is_unicode (*text))
    return;
  converted = gh_legacy_convert (legacy, *text);
  g_free (*text);
  *text = gh_text_nfc (converted, -1);
}

void
gh_paste_convert_legacy (GPtrArray *blocks)
{
  g_autoptr (GString) all = g_string_new (NULL);
  GhLegacy legacy;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (all, "%s\n", block->text);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        {
          g_autofree char *line = g_strjoinv (" ", g_ptr_array_index (block->rows, row));

          g_string_append_printf (all, "%s\n", line);
        }
    }
  legacy = gh_legacy_detect (all->str);
  for (guint i = 0; legacy != GH_LEGACY_NONE && i < blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (blocks, i);

      convert_text (&block->text, legacy);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        for (char **cell = g_ptr_array_index (block->rows, row); *cell != NULL; cell++)
          convert_text (cell, legacy);
    }
}

/* --- plain text ------------------------------------------------------------------------------ */

/* The lines from @first on that have tabs become one table; index behind them. */
static guint
add_table (GPtrArray *blocks, char **lines, guint first)
{
  GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  guint line = first;

  for (; lines[line] != NULL && strchr (lines[line], '\t') != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[line], "\t", GH_BLOCK_MAX_COLUMNS);

      for (char **cell = cells; *cell != NULL; cell++)
        {
          char *clean = gh_text_squeeze (*cell);

          g_free (*cell);
          *cell = clean;
        }
      gh_block_add_row (block, (const char *const *) cells);
    }
  g_ptr_array_add (blocks, block);
  return line;
}

GPtrArray *
gh_paste_read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;
  GhPasteKind kind = { 0 };
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (n > GH_PASTE_MAX_BYTES)
    {
      gh_paste_set_too_large (error);
      return NULL;
    }
  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  clean = gh_text_nfc (text, (gssize) n);
  lines = g_strsplit (clean, "\n", -1);
  for (guint i = 0; lines[i] != NULL;)
    {
      const char *inner = lines[i] + strspn (lines[i], " \t");

      if (blocks->len >= GH_PASTE_MAX_BLOCKS)
        {
          gh_paste_set_too_large (error);
          return NULL;
        }
      /* A tab at the start of a line only indents it, unless the next line has cells, too. */
      if (strchr (inner, '\t') != NULL)
        {
          i = add_table (blocks, lines, i);
          continue;
        }
      if (*inner != '\0')
        {
          g_autofree char *line = gh_text_squeeze (inner);

          gh_paste_add_paragraph (blocks, line, &kind);
        }
      i++;
    }
  gh_paste_convert_legacy (blocks);
  return g_steal_pointer (&blocks);
}
