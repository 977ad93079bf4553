/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-rich-view.h"

/* What the files of the rich view share. */

struct _GhRichView
{
  GtkTextView parent_instance;

  /* Borrowed */
  GtkTextBuffer *buffer;

  GhRichFill fill;
  guint busy;         /* the text is not being typed but set */
  guint command_idle; /* what a letter asked for, done behind it */
  const char *command;
  int caret;      /* where it stood last, in letters */
  int quote;      /* where “ or ” was just made of ", -1 = nowhere */
  gboolean lines; /* there may be more than one */
  gboolean composing;
  gboolean stale;  /* fields are to be shown anew */
  gboolean chosen; /* the style of the next letter was chosen: */
  gboolean bold;
  gboolean italic;
};

gboolean _gh_rich_view_command (GhRichView *self, const char *name);
gboolean _gh_rich_view_paste_blocks (GhRichView *self, GPtrArray *blocks);
/** gh-rich-typing.c: what happens to the buffer while letters come and go. */
void _gh_rich_view_watch (GhRichView *self);
/** gh-rich-clipboard.c */
void _gh_rich_view_copy (GhRichView *self);
void _gh_rich_view_paste (GhRichView *self);
