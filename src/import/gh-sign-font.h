/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhSignFont: fonts whose letters are signs. Word processors shift their places to U+F000.
 * @GH_SIGN_FONT_NONE: a font of letters
 * @GH_SIGN_FONT_SYMBOL: "Symbol": Greek, mathematics
 * @GH_SIGN_FONT_DRAWINGS: "Wingdings": boxes, ticks, arrows
 * @GH_SIGN_FONT_OTHER: others with drawings
 */
typedef enum
{
  GH_SIGN_FONT_NONE,
  GH_SIGN_FONT_SYMBOL,
  GH_SIGN_FONT_DRAWINGS,
  GH_SIGN_FONT_OTHER,
} GhSignFont;

/** @name: (nullable) */
GhSignFont gh_sign_font_by_name (const char *name);

/** (transfer full): the letter that w:sym calls by its place. @code: (nullable): hexadecimal */
char *gh_sign_font_letter (GhSignFont font, const char *code);

/**
 * gh_sign_font_read: puts letters of Unicode for signs: "≥", "→", "☑"; what has none is left out.
 * @starts: the paragraph begins with @text: a drawing there is a bullet
 *
 * Returns: (transfer full) (nullable): %NULL where there is none
 */
char *gh_sign_font_read (GhSignFont font, const char *text, gboolean starts);
