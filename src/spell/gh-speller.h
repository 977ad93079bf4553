/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-spell.h"

/**
 * GhSpeller: the syllables of Vietnamese from a dictionary of Hunspell (vi_VN.aff, vi_VN.dic),
 * asked in the dictionary's own way; nothing is written and nothing learnt. One thread at a time.
 *
 * Hunspell itself and not Enchant before it: Enchant finds its providers and dictionaries in
 * folders of the system, which a bundle for Windows does not have.
 */
typedef struct _GhSpeller GhSpeller;

/**
 * gh_speller_new:
 * @folders: (nullable): %NULL-terminated list of folders to look in first
 *
 * Looks for the dictionary in @folders, then in the folder "hunspell" of the system's data folders.
 *
 * Returns: (transfer full) (nullable): %NULL if there is no dictionary, or this program was built
 *   without Hunspell: nothing is wrong then, words are just not looked up
 */
GhSpeller *gh_speller_new (const char *const *folders);
void gh_speller_free (GhSpeller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhSpeller, gh_speller_free)

/** (transfer none): valid as long as @self. */
const GhSpell *gh_speller_get_spell (GhSpeller *self);
