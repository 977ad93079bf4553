/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** More than this is a document to import, not to paste. */
#define GH_HTML_MAX_BYTES (8u * 1024u * 1024u)

/**
 * GhHtmlParagraph: a paragraph as its reader sees it.
 * @runs: (element-type GhMarkedRun): its letters in NFC, blanks single and none at the ends; not
 *   empty
 * @label: (nullable): number or sign of the item that begins with it: "1.", "đ)", "-"
 * @depth: of the list the item is in, 0 = no item
 * @heading: the page calls it one
 */
typedef struct
{
  const GPtrArray *runs;
  const char *label;
  guint depth;
  gboolean heading;
} GhHtmlParagraph;

/**
 * GhHtmlSink: who is told what is on a page, in reading order. Each may end the reading with
 * %FALSE.
 * @paragraph: inside of a cell, too; a line break ends one
 * @table: one begins or ends; tables nest, and each that began ends
 * @row: one begins
 * @cell: one begins, with so many columns; 0 = the open one ends
 */
typedef struct
{
  gboolean (*paragraph) (const GhHtmlParagraph *paragraph, gpointer data);
  gboolean (*table) (gboolean begins, gpointer data);
  gboolean (*row) (gpointer data);
  gboolean (*cell) (guint columns, gpointer data);
} GhHtmlSink;

/**
 * gh_html_read: a page, or what Word, LibreOffice, Google Docs and browsers put on the clipboard.
 * Scripts, styles, remarks and what is hidden are left out; nothing is fetched.
 * @bytes: UTF-8, or UTF-16 as some programs put on the clipboard, or with the head of Windows'
 *   "HTML Format"; damaged bytes become U+FFFD
 *
 * Linear in @length. Returns: %FALSE if it is larger or deeper than a page can be, or the sink
 * ended it
 */
gboolean gh_html_read (const char *bytes, gsize length, const GhHtmlSink *sink, gpointer data);
