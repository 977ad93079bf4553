/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-rich-field.h"

#include "gh-rich-view.h"

/* What the files of the rich field share. */

struct _GhRichField
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *frame;   /* the first child */
  GtkWidget *hint;    /* over it while there is no text; %NULL = none */
  GtkWidget *menu;    /* GhRichMenu, %NULL before it was opened */
  char *needle;       /* what is looked for, %NULL = nothing */
  GMenuModel *extras; /* %NULL before the keyboard was here */

  /* Borrowed */
  GhRichView *view;

  GhFieldSaving saving;
  GhRichFill fill;
  GhFind find; /* its text is @needle */
  gsize current;
};

GtkTextBuffer *_gh_rich_field_get_buffer (GhRichField *self);
/** Byte of the marked text, which the buffer shows. */
gsize _gh_rich_field_stored_offset (const char *text, const GtkTextIter *iter);

/* gh-rich-field-keys.c: what the keys ask for. */

void _gh_rich_field_class_init_keys (GtkWidgetClass *class);
void _gh_rich_field_connect_keys (GhRichField *self);
/** Bold, italic and fields can be put in or not. */
void _gh_rich_field_enable_keys (GhRichField *self, gboolean enabled);
