/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the clipboard as a page. */
#include "config.h"

#include <string.h>

#include "gh-html-text.h"
#include "gh-paste.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Whether the block may be put into a plan. */
static gboolean
is_sound (const GhBlock *block)
{
  if (!g_utf8_validate (block->text, -1, NULL) ||
      (block->kind == GH_BLOCK_TABLE) != (block->rows != NULL))
    return FALSE;
  for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
    {
      char **cells = g_ptr_array_index (block->rows, row);

      if (g_strv_length (cells) > GH_BLOCK_MAX_COLUMNS)
        return FALSE;
      for (char **cell = cells; *cell != NULL; cell++)
        if (!g_utf8_validate (*cell, -1, NULL) || strchr (*cell, '\n') != NULL)
          return FALSE;
    }
  return block->rows != NULL || *block->text != '\0';
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *html = g_malloc (size + 1);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  memcpy (html, data, size);
  text = gh_html_text (html, size);
  blocks = gh_paste_read_html (html, (gssize) size, NULL);
  if (!g_utf8_validate (text, -1, NULL))
    abort ();
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    if (!is_sound (g_ptr_array_index (blocks, i)))
      abort ();
  return 0;
}
