/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-text-private.h"
#include "gh-text.h"

/* The ASCII letters between which the sort key spreads the Vietnamese alphabet. */
#define FIRST_LETTER ':'
#define FIRST_TONE   '1'

static const gunichar alphabet[] = {
  'a', 0x103, 0xE2, 'b',   'c', 'd', 0x111, 'e', 0xEA, 'f', 'g',   'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o',   0xF4, 0x1A1, 'p', 'q', 'r',   's', 't',  'u', 0x1B0, 'v', 'w', 'x', 'y', 'z',
};

/* The sort key is a chain of tokens, each ended so that none is the beginning of another:
 *   a word     its letters as FIRST_LETTER + place in the alphabet, its tones, a space;
 *   a number   '0', how many digits it has, the digits;
 *   a sign     '!', the letter itself.
 * A space sorts below tones, tones below letters, so words compare whole, one by one, as the
 * entries of a dictionary do: letters first, tone next, following words last. */
typedef struct
{
  GString *key;
  GString *tones;  /* of the word being read */
  gunichar letter; /* being read, without its marks; 0 = none */
  gboolean in_word;
} SortKey;

static int
alphabet_index (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alphabet); i++)
    if (alphabet[i] == letter)
      return (int) i;
  return -1;
}

static void
sort_key_end_letter (SortKey *self)
{
  if (self->letter == 0)
    return;

  int index = alphabet_index (self->letter);

  if (index >= 0)
    {
      g_string_append_c (self->key, (char) (FIRST_LETTER + index));
    }
  else
    {
      g_string_append_c (self->key, '~');
      g_string_append_unichar (self->key, self->letter);
    }
  self->letter = 0;
}

static void
sort_key_end_word (SortKey *self)
{
  sort_key_end_letter (self);
  if (!self->in_word)
    return;
  g_string_append_len (self->key, self->tones->str, (gssize) self->tones->len);
  g_string_append_c (self->key, ' ');
  g_string_truncate (self->tones, 0);
  self->in_word = FALSE;
}

static void
sort_key_add_mark (SortKey *self, gunichar mark)
{
  static const gunichar tones[] = { 0x300, 0x309, 0x303, 0x301, 0x323 };
  static const struct
  {
    gunichar letter, mark, result;
  } shapes[] = {
    { 'a', 0x306, 0x103 }, { 'a', 0x302, 0xE2 },  { 'e', 0x302, 0xEA },
    { 'o', 0x302, 0xF4 },  { 'o', 0x31B, 0x1A1 }, { 'u', 0x31B, 0x1B0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    if (mark == tones[i] && self->letter != 0)
      g_string_append_c (self->tones, (char) (FIRST_TONE + i));
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (mark == shapes[i].mark && self->letter == shapes[i].letter)
      {
        self->letter = shapes[i].result;
        break;
      }
}

static void
sort_key_add_char (SortKey *self, gunichar c)
{
  gunichar parts[GH_TEXT_MAX_DECOMPOSITION];
  gsize n_parts;

  if (c == 0xD0 || c == 0xF0) /* eth, typed for Đ and đ */
    c = 0x111;
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      if (g_unichar_ismark (part))
        {
          sort_key_add_mark (self, part);
        }
      else if (g_unichar_isalpha (part))
        {
          sort_key_end_letter (self);
          self->letter = part;
          self->in_word = TRUE;
        }
      else
        {
          sort_key_end_word (self);
          if (!g_unichar_isspace (part) && g_unichar_type (part) != G_UNICODE_FORMAT)
            {
              g_string_append_c (self->key, '!');
              g_string_append_unichar (self->key, _gh_text_plain_sign (part));
            }
        }
    }
}

/* Appends the number at @p; returns what follows it. */
static const char *
sort_key_add_number (SortKey *self, const char *p)
{
  const int digits_in_length = 70;
  gsize length, left;

  sort_key_end_word (self);
  while (p[0] == '0' && g_ascii_isdigit (p[1]))
    p++;
  length = strspn (p, "0123456789");
  g_string_append_c (self->key, '0');
  for (left = length; left >= (gsize) digits_in_length; left -= (gsize) digits_in_length)
    g_string_append_c (self->key, '~');
  g_string_append_c (self->key, (char) ('0' + (int) left));
  g_string_append_len (self->key, p, (gssize) length);
  return p + length;
}

char *
gh_text_sort_key (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = _gh_text_make_valid (text, -1);
  g_autoptr (GString) tones = g_string_new (NULL);
  SortKey self = { g_string_sized_new (2 * strlen (valid)), tones, 0, FALSE };
  const char *p = valid;

  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p))
        {
          p = sort_key_add_number (&self, p);
          continue;
        }
      sort_key_add_char (&self, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  sort_key_end_word (&self);
  return g_string_free (self.key, FALSE);
}

char *
gh_text_person_sort_key (const char *name)
{
  g_autofree char *plain = gh_text_squeeze (name);
  char *space = strrchr (plain, ' ');

  if (space == NULL)
    return gh_text_sort_key (plain);
  *space = '\0';

  g_autofree char *turned = g_strconcat (space + 1, " ", plain, NULL);

  return gh_text_sort_key (turned);
}
