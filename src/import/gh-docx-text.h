/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-docx-private.h"
#include "gh-flow.h"

/**
 * GhDocxText: the paragraphs of a Word document and the runs in them, while it is read. They nest,
 * since text boxes stand inside of paragraphs.
 */
typedef struct
{
  /* Borrowed */
  GhFlow *flow;
  GhDocxNumbering *numbering;
  GhDocxStyles *styles;
  /* Owned */
  GPtrArray *open;
  gboolean in_letters; /* in w:t */
  gboolean section;    /* in w:sectPr */
  gboolean goes_on;    /* the section began no page */
  gsize border;        /* place in @flow where the section before ended, G_MAXSIZE = none */
} GhDocxText;

void gh_docx_text_init (GhDocxText *self,
                        GhFlow *flow,
                        GhDocxStyles *styles,
                        GhDocxNumbering *numbering);
void gh_docx_text_clear (GhDocxText *self);

/** w:p begins, or ends: unless its end was deleted, when it waits for what it goes on with. */
void gh_docx_text_start_paragraph (GhDocxText *self);
void gh_docx_text_end_paragraph (GhDocxText *self);
/** Nothing comes that a paragraph could go on with. */
void gh_docx_text_finish (GhDocxText *self);
/** A deletion is named: if it stands in the properties of a paragraph, it is that of its end. */
void gh_docx_text_note_deletion (GhDocxText *self);

/** Any other element inside of a paragraph. */
void gh_docx_text_start (GhDocxText *self, xmlTextReader *xml, const char *name);
void gh_docx_text_end (GhDocxText *self, const char *name);
/** The last section ends, whether it says anything of itself or not. */
void gh_docx_text_end_section (GhDocxText *self);
/** What stands in elements; let pass outside of w:t. */
void gh_docx_text_take (GhDocxText *self, const char *text);
