/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-xml-visit.h"
#include "gh-zip.h"

/** A part of a document larger than this unpacked is not read; a plan of 200 pages has 3 MiB. */
#define GH_DOCUMENT_PART_LIMIT (48u * 1024u * 1024u)

/**
 * gh_docx_read_text, gh_odt_read_text: the text of a Word or OpenDocument package, as GhFlow makes
 * it: changes accepted, numbers of lists written out. Fail with GH_IMPORT_ERROR_FORMAT or
 * GH_IMPORT_ERROR_LIMIT.
 * @notes: (element-type utf8): footnotes and endnotes, which are no part of the text, are added
 *
 * Returns: (transfer full) (nullable)
 */
char *gh_docx_read_text (GhZip *zip, GPtrArray *notes, GError **error);
char *gh_odt_read_text (GhZip *zip, GPtrArray *notes, GError **error);
/** Whether the package is an OpenDocument of any kind. */
gboolean gh_odt_looks_like (GhZip *zip);

/** (transfer full) (nullable): the part "styles" … in word/. Word names it styles.xml, its web
 * editor also styles2.xml. */
char *gh_docx_find_part (GhZip *zip, const char *name);
/** Adds the notes of word/footnotes.xml and word/endnotes.xml, if they are there. */
gboolean gh_docx_notes_read (GhZip *zip, GPtrArray *notes, GError **error);

/** Stand around text that its font draws as capitals, until its letters are known: no character of
 * any text, and dropped by gh_text_nfc(). */
#define GH_CAPITALS_BEGIN "\uFDD0"
#define GH_CAPITALS_END   "\uFDD1"

/** GhDocxSwitch: what a style says of a property that the style it stands on may say, too. */
typedef enum
{
  GH_DOCX_UNSET,
  GH_DOCX_ON,
  GH_DOCX_OFF,
} GhDocxSwitch;

/**
 * GhDocxStyle: what matters of a style, with all it inherits.
 * @list: w:numId, -1 = none
 * @level: w:ilvl, -1 = none
 * @outline: level of a heading, 0 = the first, -1 = text
 */
typedef struct
{
  int list;
  int level;
  int outline;
  GhDocxSwitch bold;
  GhDocxSwitch italic;
  GhDocxSwitch caps;
  GhDocxSwitch capital_font; /* a font such as .VnTimeH, which draws small letters as capitals */
  GhDocxSwitch hidden;
  GhDocxSwitch page_break; /* the paragraph begins a page */
  gboolean contents;       /* a line of a table of contents */
} GhDocxStyle;

typedef struct _GhDocxStyles GhDocxStyles;

/** Reads word/styles.xml, if it is there. */
GhDocxStyles *gh_docx_styles_new (GhZip *zip, GError **error);
void gh_docx_styles_free (GhDocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocxStyles, gh_docx_styles_free)
/** @id: (nullable): w:styleId; a style that says nothing where there is none. */
GhDocxStyle gh_docx_styles_get (const GhDocxStyles *styles, const char *id);
/** Whether w:rFonts names a font of the old code that draws all letters as capitals (".VnTimeH").
 */
GhDocxSwitch gh_docx_is_capital_font (xmlTextReader *xml);
/** Whether the element (w:b …) switches its property on. */
gboolean gh_docx_is_on (xmlTextReader *xml);

/** GhDocxNumbering: the lists of a document and how far each has counted. */
typedef struct _GhDocxNumbering GhDocxNumbering;

/** Reads word/numbering.xml, if it is there. */
GhDocxNumbering *gh_docx_numbering_new (GhZip *zip, GError **error);
void gh_docx_numbering_free (GhDocxNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocxNumbering, gh_docx_numbering_free)

/**
 * gh_docx_numbering_next: counts one paragraph.
 * @style: (nullable): its style, for lists that hang on the style
 * @list: w:numId, -1 = the paragraph names none, 0 = it takes itself off the list
 * @level: w:ilvl, -1 = not named
 * Returns: (transfer full) (nullable): "1.1.", "-", "IV." …
 */
char *gh_docx_numbering_next (GhDocxNumbering *numbering,
                              const GhDocxStyles *styles,
                              const char *style,
                              int list,
                              int level);
/** A paragraph was numbered "đ)" by hand, which no list of Word counts. */
void gh_docx_numbering_skip_letter (GhDocxNumbering *numbering);
