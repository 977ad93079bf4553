/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-list-kind.h"
#include "gh-sign-font.h"
#include "gh-xml-visit.h"
#include "gh-zip.h"

/*
 * OpenDocument text (ISO/IEC 26300): content.xml holds the text and its automatic styles,
 * styles.xml the named ones. Elements are told by their local names.
 */

/** Whether the package is a text that can be read; else GH_IMPORT_ERROR_FORMAT. */
gboolean gh_odt_check_package (GhZip *zip, GError **error);

/** Three states, since a style may leave it to the one it hangs on. */
typedef enum
{
  GH_ODT_UNSET,
  GH_ODT_OFF,
  GH_ODT_ON,
} GhOdtSwitch;

/** GhOdtLetters: what a style says of the letters. */
typedef struct
{
  GhOdtSwitch bold;
  GhOdtSwitch italic;
  GhOdtSwitch caps;
  GhOdtSwitch hidden;
  gboolean named;  /* a font is */
  GhSignFont font; /* which one */
} GhOdtLetters;

/** GhOdtStyles: letters and lists of a document. */
typedef struct _GhOdtStyles GhOdtStyles;

GhOdtStyles *gh_odt_styles_new (void);
void gh_odt_styles_free (GhOdtStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhOdtStyles, gh_odt_styles_free)

/**
 * gh_odt_styles_start, gh_odt_styles_end: take an element of styles.xml or of content.xml before
 * its body; what is no style is let pass.
 * @named: in styles.xml, where the weight of paragraph styles (headings) is not an emphasis
 */
void
gh_odt_styles_start (GhOdtStyles *styles, xmlTextReader *xml, const char *name, gboolean named);
void gh_odt_styles_end (GhOdtStyles *styles, const char *name);

/** Letters of a "paragraph" or "text" style; all unset where there is none. */
GhOdtLetters
gh_odt_styles_letters (const GhOdtStyles *styles, const char *family, const char *name);
/** Whether the style of a "paragraph" or a "table" begins a page. */
gboolean
gh_odt_styles_breaks_page (const GhOdtStyles *styles, const char *family, const char *name);
/** (nullable) (transfer none): the list of this name, "" = that of the headings. */
GhListKind *gh_odt_styles_list (const GhOdtStyles *styles, const char *name);
