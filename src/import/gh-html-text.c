/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-html-text.h"

#include <string.h>

#include "gh-flow.h"
#include "gh-html-read.h"
#include "gh-marked.h"

static gboolean
take_paragraph (const GhHtmlParagraph *paragraph, gpointer data)
{
  GhFlow *flow = data;

  gh_flow_start_paragraph (flow);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (paragraph->runs, i);

      gh_flow_append (flow, run->text, FALSE, FALSE);
    }
  gh_flow_end_paragraph (flow, paragraph->label);
  return TRUE;
}

static gboolean
take_table (gboolean begins, gpointer data)
{
  if (begins)
    gh_flow_start_table (data);
  else
    gh_flow_end_table (data);
  return TRUE;
}

static gboolean
take_row (gpointer data)
{
  gh_flow_start_row (data);
  return TRUE;
}

static gboolean
take_cell (guint columns, gpointer data)
{
  if (columns == 0)
    {
      gh_flow_end_cell (data);
      return TRUE;
    }
  gh_flow_start_cell (data);
  gh_flow_set_span (data, columns);
  return TRUE;
}

char *
gh_html_text (const char *data, gsize length)
{
  static const GhHtmlSink sink = { take_paragraph, take_table, take_row, take_cell };
  g_autoptr (GhFlow) flow = gh_flow_new ();
  g_autofree char *text = NULL;

  if (!gh_html_read (data, length, &sink, flow))
    return g_strdup ("");
  text = gh_flow_dup_text (flow);
  return g_strchomp (g_strdup (text + strspn (text, "\n")));
}
