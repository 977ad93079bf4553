/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhSpell: somebody who knows the syllables of Vietnamese. The checker asks; who answers (a
 * dictionary on disk, a table of a test) is not its business.
 * @knows: whether @word, in lower case and NFC, is right
 * @suggest: (transfer full) (nullable): at most five words that may have been meant, best first
 */
typedef struct
{
  gboolean (*knows) (gpointer data, const char *word);
  GStrv (*suggest) (gpointer data, const char *word);
  gpointer data;
} GhSpell;

/** (transfer full) (nullable): @word with its tone mark at the other place that is usual: "hòa" for
 * "hoà" and back; %NULL if there is only one. Dictionaries hold one of both, offices write both. */
char *gh_spell_other_tone (const char *word);
