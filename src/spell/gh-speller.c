/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-speller.h"

#ifdef HAVE_HUNSPELL

#include <hunspell/hunspell.h>
#include <string.h>

/* A plan has some hundred different syllables; what is asked again with each key is remembered. */
#define MAX_REMEMBERED 20000

#define MAX_SUGGESTIONS 5

struct _GhSpeller
{
  GhSpell spell;
  Hunhandle *dictionary;
  GHashTable *known; /* word → GINT_TO_POINTER (TRUE or FALSE) */
};

static gboolean
knows (gpointer data, const char *word)
{
  GhSpeller *self = data;
  gpointer remembered;
  gboolean answer;

  if (g_hash_table_lookup_extended (self->known, word, NULL, &remembered))
    return GPOINTER_TO_INT (remembered);
  answer = Hunspell_spell (self->dictionary, word) != 0;
  if (g_hash_table_size (self->known) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->known);
  g_hash_table_insert (self->known, g_strdup (word), GINT_TO_POINTER (answer));
  return answer;
}

/* Syllables only: Hunspell also offers to cut a word in two. */
static GStrv
suggest (gpointer data, const char *word)
{
  GhSpeller *self = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **list = NULL;
  int n = Hunspell_suggest (self->dictionary, &list, word);
  int taken = 0;

  for (int i = 0; i < n && taken < MAX_SUGGESTIONS; i++)
    if (strpbrk (list[i], " -") == NULL && g_utf8_validate (list[i], -1, NULL))
      {
        g_strv_builder_add (builder, list[i]);
        taken++;
      }
  Hunspell_free_list (self->dictionary, &list, n);
  return g_strv_builder_end (builder);
}

static Hunhandle *
open_dictionary (const char *folder)
{
  g_autofree char *rules = g_build_filename (folder, "vi_VN.aff", NULL);
  g_autofree char *words = g_build_filename (folder, "vi_VN.dic", NULL);
  Hunhandle *dictionary;

  if (!g_file_test (rules, G_FILE_TEST_IS_REGULAR) || !g_file_test (words, G_FILE_TEST_IS_REGULAR))
    return NULL;
  dictionary = Hunspell_create (rules, words);
  /* One in an old encoding of its own is of no use here. */
  if (dictionary != NULL &&
      g_ascii_strcasecmp (Hunspell_get_dic_encoding (dictionary), "UTF-8") != 0)
    g_clear_pointer (&dictionary, Hunspell_destroy);
  return dictionary;
}

static Hunhandle *
find_dictionary (const char *const *folders)
{
  const char *const *system = g_get_system_data_dirs ();
  Hunhandle *dictionary = NULL;

  for (gsize i = 0; folders != NULL && folders[i] != NULL && dictionary == NULL; i++)
    dictionary = open_dictionary (folders[i]);
  for (gsize i = 0; system[i] != NULL && dictionary == NULL; i++)
    {
      g_autofree char *folder = g_build_filename (system[i], "hunspell", NULL);

      dictionary = open_dictionary (folder);
    }
  return dictionary;
}

GhSpeller *
gh_speller_new (const char *const *folders)
{
  Hunhandle *dictionary = find_dictionary (folders);
  GhSpeller *self;

  if (dictionary == NULL)
    return NULL;
  self = g_new0 (GhSpeller, 1);
  self->spell.knows = knows;
  self->spell.suggest = suggest;
  self->spell.data = self;
  self->dictionary = dictionary;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
gh_speller_free (GhSpeller *self)
{
  if (self == NULL)
    return;
  Hunspell_destroy (self->dictionary);
  g_hash_table_unref (self->known);
  g_free (self);
}

const GhSpell *
gh_speller_get_spell (GhSpeller *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->spell;
}

#else /* built without it */

GhSpeller *
gh_speller_new (const char *const *folders G_GNUC_UNUSED)
{
  return NULL;
}

void
gh_speller_free (GhSpeller *self G_GNUC_UNUSED)
{
}

const GhSpell *
gh_speller_get_spell (GhSpeller *self G_GNUC_UNUSED)
{
  return NULL;
}

#endif
