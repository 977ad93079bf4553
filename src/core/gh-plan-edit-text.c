/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-edit.h"

#include <string.h>

#include "gh-marked.h"
#include "gh-text.h"

/* Marked texts are cut and put together: **bold**, *italic* and {{fields}} stay whole. */

/* The end of the field that byte @offset lies within, else @offset. */
static gsize
leave_field (const char *text, gsize offset)
{
  const char *open = g_strrstr_len (text, (gssize) offset, "{{");
  const char *half =
    offset > 0 && text[offset - 1] == '{' && text[offset] == '{' ? text + offset - 1 : NULL;
  const char *close;

  if (open == NULL)
    open = half;
  if (open == NULL)
    return offset;
  close = strstr (open, "}}");
  if (close == NULL || close + 2 <= text + offset || strcspn (open, "\n") < (gsize) (close - open))
    return offset;
  return (gsize) (close + 2 - text);
}

void
gh_plan_edit_split_text (const char *text, gsize offset, char **left, char **right)
{
  g_return_if_fail (text != NULL && left != NULL && right != NULL);

  offset = MIN (offset, strlen (text));
  while (offset > 0 && ((guchar) text[offset] & 0xC0u) == 0x80u)
    offset--;
  gh_marked_split (text, leave_field (text, offset), left, right);
  g_strchomp (*left);
  g_strchug (*right);
}

/* A blank between two words, none before a mark of a sentence. */
static const char *
choose_blank (const char *left, const char *right)
{
  g_autofree char *before = gh_text_strip_marks (left);
  g_autofree char *behind = gh_text_strip_marks (right);
  gsize n = strlen (before);

  if (n == 0 || *behind == '\0' || g_ascii_isspace (before[n - 1]) || g_ascii_isspace (*behind) ||
      strchr (",.;:!?)", *behind) != NULL || before[n - 1] == '(')
    return "";
  return " ";
}

char *
gh_plan_edit_join_text (const char *left, const char *right, gsize *seam)
{
  const char *blank;
  g_autofree char *before = NULL;
  char *joined;

  g_return_val_if_fail (left != NULL && right != NULL && seam != NULL, NULL);

  blank = choose_blank (left, right);
  joined = gh_marked_join (left, blank, right);
  before = gh_text_strip_marks (left);
  *seam = gh_marked_to_stored (joined, strlen (before) + strlen (blank));
  return joined;
}
