/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-block-row.h"

#include "gh-table-editor.h"

/* What the files of a block's row share. */

struct _GhBlockRow
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */
  GhBlock *block;

  /* Borrowed */
  GtkWidget *handle;
  GtkWidget *number;
  GtkWidget *text;
  GtkWidget *live;
  GtkWidget *page_break;
  GtkWidget *frozen;
  GhTableEditor *table; /* NULL before the row has shown one */
  GtkWidget *menu;

  gsize menu_place; /* of the cursor when the menu was opened by key, G_MAXSIZE = it was not */
  GhRichFill fill;
};

/* gh-block-row-keys.c: what is done with the block by keys and menu; it tells the owner. */

void _gh_block_row_class_init_keys (GtkWidgetClass *class);
/** Once, when the parts of the row are there. */
void _gh_block_row_connect_keys (GhBlockRow *self);
/** The keys of a block without a text, for the widget that has the keyboard in its place. */
void _gh_block_row_add_solid_keys (GhBlockRow *self, GtkWidget *widget);
void
_gh_block_row_enable_commands (GhBlockRow *self, gboolean editable, gboolean live, gboolean frozen);
void _gh_block_row_emit_edited (GhBlockRow *self, const GhBlock *block);
