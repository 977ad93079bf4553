/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-legacy.h"

#include <string.h>

#include "gh-text.h"

/* As much of a text as is looked at; a plan tells in its first lines. */
#define SAMPLE_BYTES 65536
/* So many known words must be found to be sure, more than in the text as it is. */
#define MIN_WORDS 2

/* What TCVN3 draws for U+00A1 to U+00FE; 0 = nothing of its own. */
static const gunichar tcvn3[] = {
  0x102,  0xC2,   0xCA,   0xD4,   0x1A0,  0x1AF,  0x110,  0x103,  0xE2,   0xEA,   0xF4,   0x1A1,
  0x1B0,  0x111,  0,      0,      0,      0,      0,      0,      0xE0,   0x1EA3, 0xE3,   0xE1,
  0x1EA1, 0,      0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0,      0,      0,      0,      0,      0,
  0,      0x1EB7, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0xE8,   0,      0x1EBB, 0x1EBD, 0xE9,
  0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0xEC,   0x1EC9, 0,      0,      0,      0x129,
  0xED,   0x1ECB, 0xF2,   0,      0x1ECF, 0xF5,   0xF3,   0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1,
  0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0xF9,   0,      0x1EE7, 0x169,  0xFA,   0x1EE5,
  0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD,   0x1EF5,
};

/* Signs of VNI that are letters by themselves, in small. */
static const struct
{
  gunichar sign;
  gunichar letter;
} vni_letters[] = {
  { 0xF4, 0x1A1 },  { 0xF6, 0x1B0 }, { 0xF1, 0x111 },  { 0xED, 0xED },   { 0xEC, 0xEC },
  { 0xE6, 0x1EC9 }, { 0xF3, 0x129 }, { 0xF2, 0x1ECB }, { 0xEE, 0x1EF5 },
};

/* Signs of VNI that are the marks of the letter before them, in small. */
static const struct
{
  gunichar sign;
  const char *letters; /* of what they can be the marks; ơ and ư as their signs */
  gunichar shape;      /* 0 = none */
  gunichar tone;       /* 0 = none */
} vni_marks[] = {
  { 0xF9, "aeouyôö", 0, 0x301 }, { 0xF8, "aeouyôö", 0, 0x300 }, { 0xFB, "aeouyôö", 0, 0x309 },
  { 0xF5, "aeouyôö", 0, 0x303 }, { 0xEF, "aeouyôö", 0, 0x323 }, { 0xE2, "aeo", 0x302, 0 },
  { 0xE1, "aeo", 0x302, 0x301 }, { 0xE0, "aeo", 0x302, 0x300 }, { 0xE5, "aeo", 0x302, 0x309 },
  { 0xE3, "aeo", 0x302, 0x303 }, { 0xE4, "aeo", 0x302, 0x323 }, { 0xEA, "a", 0x306, 0 },
  { 0xE9, "a", 0x306, 0x301 },   { 0xE8, "a", 0x306, 0x300 },   { 0xFA, "a", 0x306, 0x309 },
  { 0xFC, "a", 0x306, 0x303 },   { 0xEB, "a", 0x306, 0x323 },
};

const char *
gh_legacy_name (GhLegacy legacy)
{
  return legacy == GH_LEGACY_TCVN3 ? "TCVN3 (ABC)" : legacy == GH_LEGACY_VNI ? "VNI" : "";
}

char *
gh_legacy_from_bytes (const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    g_string_append_unichar (text, bytes[i] != 0 ? bytes[i] : ' ');
  return g_string_free (text, FALSE);
}

/* --- TCVN3 ---------------------------------------------------------------------------------- */

/* The font of capitals draws the small letters' codes in capitals, so that the text does not say
 * it: a word with two capitals and no small letter of ASCII is one, and what stands on its line
 * with it, if the line has no small letter either. */
static gboolean
is_shouted (const char *word, gsize length)
{
  guint n_upper = 0;
  gboolean small = FALSE;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      if (g_ascii_islower (*p))
        return FALSE;
      n_upper += g_ascii_isupper (*p) ? 1 : 0;
      small |= g_utf8_get_char (p) > 0xA7; /* up to there stand capitals: "BC§" */
    }
  return n_upper >= 2 && small;
}

static void
append_tcvn3 (GString *out, const char *text, gsize length, gboolean upper)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar letter = c >= 0xA1 && c <= 0xFE ? tcvn3[c - 0xA1] : 0;

      if (letter == 0)
        letter = c;
      g_string_append_unichar (out, upper ? g_unichar_toupper (letter) : letter);
    }
}

static void
append_tcvn3_line (GString *out, const char *line, gsize length)
{
  static const char blanks[] = " \t";
  gboolean shouted = FALSE;
  gboolean lower = FALSE;

  for (gsize i = 0; i < length; i++)
    lower |= g_ascii_islower (line[i]);
  for (gsize pass = 0; pass < 2; pass++)
    for (gsize at = 0; at < length;)
      {
        gsize n = 0;
        gboolean word;

        while (at + n < length && strchr (blanks, line[at + n]) == NULL)
          n++;
        word = is_shouted (line + at, n);
        if (pass == 0)
          shouted |= word;
        else
          append_tcvn3 (out, line + at, n, word || (shouted && !lower));
        at += n;
        for (; at < length && strchr (blanks, line[at]) != NULL; at++)
          if (pass == 1)
            g_string_append_c (out, line[at]);
      }
}

static char *
convert_tcvn3 (const char *text)
{
  GString *out = g_string_sized_new (2 * strlen (text));

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      append_tcvn3_line (out, text, length);
      text += length;
      if (*text == '\n')
        g_string_append_c (out, *text++);
    }
  return g_string_free (out, FALSE);
}

/* --- VNI ------------------------------------------------------------------------------------ */

static gunichar
find_vni_letter (gunichar sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (vni_letters[i].sign == sign)
      return vni_letters[i].letter;
  return 0;
}

/* Appends @sign as the marks of @before if it is that. */
static gboolean
append_vni_marks (GString *out, gunichar sign, gunichar before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].sign == sign && before != 0 &&
        g_utf8_strchr (vni_marks[i].letters, -1, before) != NULL)
      {
        if (vni_marks[i].shape != 0)
          g_string_append_unichar (out, vni_marks[i].shape);
        if (vni_marks[i].tone != 0)
          g_string_append_unichar (out, vni_marks[i].tone);
        return TRUE;
      }
  return FALSE;
}

static char *
convert_vni (const char *text)
{
  GString *out = g_string_sized_new (2 * strlen (text));
  gunichar before = 0; /* the letter that may get marks, in small */

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gunichar small = g_unichar_tolower (c);
      gunichar letter = find_vni_letter (small);

      if (append_vni_marks (out, small, before))
        {
          before = 0;
          continue;
        }
      if (letter != 0)
        g_string_append_unichar (out, c != small ? g_unichar_toupper (letter) : letter);
      else
        g_string_append_unichar (out, c);
      before = small;
    }
  return g_string_free (out, FALSE);
}

char *
gh_legacy_convert (GhLegacy legacy, const char *text)
{
  switch (legacy)
    {
    case GH_LEGACY_TCVN3:
      return convert_tcvn3 (text);
    case GH_LEGACY_VNI:
      return convert_vni (text);
    case GH_LEGACY_NONE:
    default:
      return g_strdup (text);
    }
}

/* --- telling them apart ---------------------------------------------------------------------- */

/* How many words of @text are known ones of offices: all of them have letters that the codes draw
 * in their own ways. */
static guint
count_known_words (const char *text)
{
  static const char *const known[] = {
    "của",    "hiến",  "máu",  "kế",    "hoạch", "đơn",  "vị",   "người",  "tình", "nguyện", "ngày",
    "tháng",  "được",  "các",  "xã",    "hội",   "đạo",  "chỉ",  "tiêu",   "thực", "hiện",   "đoàn",
    "trường", "huyện", "tỉnh", "nhiệm", "vụ",    "tổ",   "chức", "cộng",   "hòa",  "hoà",    "chủ",
    "nghĩa",  "việt",  "độc",  "lập",   "tự",    "phúc", "số",   "phường", "quận", "thôn",   "cấp",
    "trên",   "phòng", "sở",   "y",     "tế",    "thị",  "trấn", "tên",    "địa",  "chữ",    "thập",
    "đỏ",     "đăng",  "ký",   "công",  "quân",  "tổng", "năm",  "ủy",     "uỷ",   "nhân",   "dân",
  };
  g_autofree char *clean = gh_text_nfc (text, -1);
  g_autofree char *lower = g_utf8_strdown (clean, -1);
  guint n = 0;

  for (char *p = lower; *p != '\0';)
    {
      gsize length = 0;

      while (p[length] != '\0' && (g_ascii_isalpha (p[length]) || (guchar) p[length] >= 0x80))
        length++;
      for (gsize i = 0; length > 1 && i < G_N_ELEMENTS (known); i++)
        if (strlen (known[i]) == length && !g_str_is_ascii (known[i]) &&
            memcmp (known[i], p, length) == 0)
          {
            n++;
            break;
          }
      p += length > 0 ? length : 1;
    }
  return n;
}

static gboolean
is_vietnamese (gunichar c)
{
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x103 || c == 0x111 || c == 0x1A1 || c == 0x1B0 ||
         (c >= 0x300 && c <= 0x323);
}

gboolean
gh_legacy_is_unicode (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_vietnamese (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Whether there are signs that a code could draw; and none, or hardly any, of Vietnamese Unicode.
 */
static gboolean
may_be_legacy (const char *text)
{
  guint n_signs = 0;
  guint n_unicode = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      n_signs += c >= 0xA1 && c <= 0xFF ? 1 : 0;
      n_unicode += is_vietnamese (c) ? 1 : 0;
    }
  return n_signs >= 4 && n_unicode * 20 < n_signs;
}

GhLegacy
gh_legacy_detect (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *sample = NULL;
  GhLegacy found = GH_LEGACY_NONE;
  guint best;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return GH_LEGACY_NONE;
  length = MIN (length, SAMPLE_BYTES);
  while (length > 0 && ((guchar) text[length] & 0xC0u) == 0x80u)
    length--;
  sample = g_strndup (text, length);
  if (!may_be_legacy (sample))
    return GH_LEGACY_NONE;
  best = count_known_words (sample) + MIN_WORDS;
  for (int i = GH_LEGACY_TCVN3; i <= GH_LEGACY_VNI; i++)
    {
      g_autofree char *converted = gh_legacy_convert ((GhLegacy) i, sample);
      guint n = count_known_words (converted);

      if (n < best)
        continue;
      best = n + 1;
      found = (GhLegacy) i;
    }
  return found;
}
