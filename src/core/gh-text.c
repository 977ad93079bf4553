/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-text.h"

#include <string.h>

/* What one letter decomposes to at most (Unicode 15: 18 code points under compatibility). */
#define MAX_DECOMPOSITION 18

/* Marks kept on one letter. Vietnamese needs two; the limit keeps normalisation linear, because
 * ordering a run of marks costs the square of its length. */
#define MAX_MARKS 16

/* Bytes that are composed at once. */
#define COMPOSE_PIECE 1024

/* The ASCII letters between which the sort key spreads the Vietnamese alphabet. */
#define FIRST_LETTER ':'
#define FIRST_TONE   '1'

static const gunichar alphabet[] = {
  'a', 0x103, 0xE2, 'b',   'c', 'd', 0x111, 'e', 0xEA, 'f', 'g',   'h', 'i', 'j', 'k', 'l', 'm',
  'n', 'o',   0xF4, 0x1A1, 'p', 'q', 'r',   's', 't',  'u', 0x1B0, 'v', 'w', 'x', 'y', 'z',
};

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* What a letter from outside becomes before normalisation; 0 = it is dropped. */
static gunichar
clean_char (gunichar c)
{
  if (c == '\n' || c == '\t')
    return c;
  /* Line breaks of Word (VT), pages (FF), old Macintosh files (CR) and Unicode. */
  if (c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  if (is_noncharacter (c))
    return 0xFFFD;

  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_SPACE_SEPARATOR)
    return ' ';
  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
    return 0;
  return c;
}

static char *
make_valid (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (g_utf8_validate_len (text, size, NULL))
    return g_strndup (text, size);
  return g_utf8_make_valid (text, (gssize) size);
}

/* g_utf8_normalize() moves the rest of its text at each letter it composes, so a text is given to
 * it in pieces. They are cut before letters below U+0300, which never join the letter before. */
static char *
compose (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *from = text;

  while (*from != '\0')
    {
      const char *to = from;

      while (*to != '\0' && (to - from < COMPOSE_PIECE || g_utf8_get_char (to) >= 0x300))
        to = g_utf8_next_char (to);

      g_autofree char *piece = g_utf8_normalize (from, to - from, G_NORMALIZE_DEFAULT_COMPOSE);

      if (piece != NULL)
        g_string_append (out, piece);
      from = to;
    }
  return g_string_free (out, FALSE);
}

/* Bytes of the letter at @p if it is one that normalisation leaves alone whatever follows: ASCII,
 * the whole letters of Latin and Vietnamese, the quotes and dashes of a word processor; else 0. */
static gsize
plain_letter (const guchar *p)
{
  if ((p[0] >= ' ' && p[0] < 0x7f) || p[0] == '\n' || p[0] == '\t')
    return 1;
  /* U+00C0 to U+017F; ƠơƯư */
  if (p[0] >= 0xc3 && p[0] <= 0xc5 && (p[1] & 0xc0) == 0x80)
    return 2;
  if (p[0] == 0xc6 && (p[1] == 0xa0 || p[1] == 0xa1 || p[1] == 0xaf || p[1] == 0xb0))
    return 2;
  /* U+1E80 to U+1EFF */
  if (p[0] == 0xe1 && (p[1] == 0xba || p[1] == 0xbb) && (p[2] & 0xc0) == 0x80)
    return 3;
  if (p[0] == 0xe2 && p[1] == 0x80 &&
      (p[2] == 0x93 || p[2] == 0x94 || p[2] == 0x98 || p[2] == 0x99 || p[2] == 0x9c ||
       p[2] == 0x9d || p[2] == 0xa6))
    return 3;
  return 0;
}

/* Whether gh_text_nfc() would leave the text as it is, seen at a glance. Nearly all texts are such.
 */
static gboolean
is_plain (const char *text)
{
  const guchar *p = (const guchar *) text;
  gsize length;

  while (*p != '\0' && (length = plain_letter (p)) > 0)
    p += length;
  return *p == '\0';
}

char *
gh_text_nfc (const char *text, gssize length)
{
  if (text == NULL)
    return g_strdup ("");
  if (length < 0 && is_plain (text))
    return g_strdup (text);

  g_autofree char *valid = make_valid (text, length);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));
  int n_marks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\r' && p[1] == '\n')
        continue;

      gunichar c = clean_char (g_utf8_get_char (p));

      if (c == 0)
        continue;
      n_marks = c >= 0x300 && g_unichar_combining_class (c) != 0 ? n_marks + 1 : 0;
      if (n_marks <= MAX_MARKS)
        g_string_append_unichar (clean, c);
    }

  return compose (clean->str);
}

/* The plain sign that stands for the many quotes and dashes of a word processor. */
static gunichar
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ ’ ‚ ‛ ′ ´ ` */
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case '`':
      return '\'';
    case 0x201C: /* “ ” „ ‟ ″ « » */
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x2010: /* ‐ ‑ ‒ – — ― − */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x111: /* đ, and ð typed for it */
    case 0xF0:
      return 'd';
    default:
      return c;
    }
}

static void
fold_char (GString *key, gunichar c)
{
  gunichar parts[MAX_DECOMPOSITION];
  gunichar sign = plain_sign (c);
  gsize n_parts;

  if (sign != c)
    {
      g_string_append_unichar (key, sign);
      return;
    }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = plain_sign (g_unichar_tolower (parts[i]));

      if (g_unichar_ismark (part) || g_unichar_type (part) == G_UNICODE_FORMAT)
        continue;
      if (!g_unichar_isspace (part))
        g_string_append_unichar (key, part);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
}

char *
gh_text_fold (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = make_valid (text, -1);
  GString *key = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, g_ascii_tolower (*p));
      else
        fold_char (key, g_utf8_get_char (p));
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

gboolean
gh_text_contains_folded (const char *text, const char *needle)
{
  g_autofree char *folded_text = gh_text_fold (text);
  g_autofree char *folded_needle = gh_text_fold (needle);

  return strstr (folded_text, folded_needle) != NULL;
}

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
  gunichar parts[MAX_DECOMPOSITION];
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
              g_string_append_unichar (self->key, plain_sign (part));
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

  g_autofree char *valid = make_valid (text, -1);
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

char *
gh_text_squeeze (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
gh_text_upper (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  /* Not g_utf8_strup(): it asks the locale, and Turkish has another capital for i. */
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* A mark of one (italic) or two (bold) stars that waits for its partner, as an offset. */
#define NO_MARK G_MAXSIZE

/* Whether the run of stars at @run ending before @end touches a word on that side. */
static void
judge_stars (const char *text, const char *run, const char *end, gboolean *opens, gboolean *closes)
{
  gboolean between_digits =
    run > text && g_ascii_isdigit (run[-1]) && g_ascii_isdigit (*end) && end - run == 1;

  *opens = *end != '\0' && !g_ascii_isspace (*end) && !between_digits;
  *closes = run > text && !g_ascii_isspace (run[-1]) && !between_digits;
}

/* Pairs @n stars at @offset with what waits in @open, or lets them wait. */
static void
pair_stars (char *drop, gsize offset, gsize n, gsize *open, gboolean opens, gboolean closes)
{
  if (*open != NO_MARK && closes)
    {
      memset (drop + *open, 1, n);
      memset (drop + offset, 1, n);
      *open = NO_MARK;
    }
  else if (opens)
    {
      *open = offset;
    }
}

char *
gh_text_strip_marks (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  gsize size = strlen (text);
  g_autofree char *drop = g_malloc0 (size + 1);
  gsize italic = NO_MARK, bold = NO_MARK;
  gboolean opens, closes;

  for (const char *p = text; *p != '\0';)
    {
      gsize n = strspn (p, "*");
      gsize offset = (gsize) (p - text);

      if (*p == '\n')
        italic = bold = NO_MARK;
      p += MAX (n, 1);
      if (n == 0 || n > 3)
        continue;
      judge_stars (text, text + offset, p, &opens, &closes);
      if (n >= 2)
        pair_stars (drop, offset, 2, &bold, opens, closes);
      if (n != 2)
        pair_stars (drop, offset + (n - 1), 1, &italic, opens, closes);
    }

  GString *out = g_string_sized_new (size);

  for (gsize i = 0; i < size; i++)
    if (!drop[i])
      g_string_append_c (out, text[i]);
  return g_string_free (out, FALSE);
}
