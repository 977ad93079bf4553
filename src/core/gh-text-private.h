/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Shared by gh-text.c (normalising, folding), gh-text-sort.c (sort keys) and gh-plan-find.c. */

/* What one letter decomposes to at most (Unicode 15: 18 code points under compatibility). */
#define GH_TEXT_MAX_DECOMPOSITION 18

/** (transfer full): valid UTF-8. @length: -1 = to the nul */
char *_gh_text_make_valid (const char *text, gssize length);
/** The plain sign that stands for the many quotes and dashes of a word processor. */
gunichar _gh_text_plain_sign (gunichar c);
