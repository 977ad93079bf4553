/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sign-font.h"

#include <string.h>

/* Signs that are put in from a font of signs ("Insert, Symbol"): places in that font, not
 * letters. What they are decides what the sentence says: "≥ 18 tuổi". */

/* Where word processors put them: the private area. */
#define SHIFT 0xF000u

typedef struct
{
  guint8 place;
  const char *letter;
} Sign;

/* Of the font Symbol: what stands in sentences. */
static const Sign symbols[] = {
  { 0x2D, "−" }, { 0x40, "≅" }, { 0x44, "Δ" }, { 0x57, "Ω" }, { 0x5E, "⊥" }, { 0x61, "α" },
  { 0x62, "β" }, { 0x67, "γ" }, { 0x6D, "μ" }, { 0x70, "π" }, { 0xA2, "′" }, { 0xA3, "≤" },
  { 0xA5, "∞" }, { 0xAB, "↔" }, { 0xAC, "←" }, { 0xAD, "↑" }, { 0xAE, "→" }, { 0xAF, "↓" },
  { 0xB0, "°" }, { 0xB1, "±" }, { 0xB2, "″" }, { 0xB3, "≥" }, { 0xB4, "×" }, { 0xB7, "•" },
  { 0xB8, "÷" }, { 0xB9, "≠" }, { 0xBA, "≡" }, { 0xBB, "≈" }, { 0xBC, "…" }, { 0xD2, "®" },
  { 0xD3, "©" }, { 0xD4, "™" }, { 0xD6, "√" }, { 0xDB, "⇔" }, { 0xDE, "⇒" }, { 0xE5, "∑" },
};

/* Of Wingdings: boxes, ticks, arrows, telephones. */
static const Sign drawings[] = {
  { 0x28, "☎" }, { 0x29, "✆" }, { 0x2A, "✉" }, { 0x6F, "☐" }, { 0x70, "☐" }, { 0x71, "☐" },
  { 0x72, "☐" }, { 0xA8, "☐" }, { 0xDF, "←" }, { 0xE0, "→" }, { 0xE1, "↑" }, { 0xE2, "↓" },
  { 0xE8, "→" }, { 0xF0, "⇒" }, { 0xFB, "✗" }, { 0xFC, "✓" }, { 0xFD, "☒" }, { 0xFE, "☑" },
};

static const char *
find_sign (const Sign *signs, gsize n, guint place)
{
  for (gsize i = 0; i < n; i++)
    if (signs[i].place == place)
      return signs[i].letter;
  return NULL;
}

static gboolean
is_shifted (gunichar letter)
{
  return letter >= SHIFT && letter <= SHIFT + 0xFF;
}

GhSignFont
gh_sign_font_by_name (const char *name)
{
  gsize n = name != NULL ? strlen (name) : 0;

  /* LibreOffice counts fonts it knows by two descriptions: "Symbol1". */
  while (n > 0 && g_ascii_isdigit (name[n - 1]))
    n--;
  if (n == strlen ("Symbol") && g_ascii_strncasecmp (name, "Symbol", n) == 0)
    return GH_SIGN_FONT_SYMBOL;
  if (n == strlen ("Wingdings") && g_ascii_strncasecmp (name, "Wingdings", n) == 0)
    return GH_SIGN_FONT_DRAWINGS;
  return n > 0 && strstr (name, "dings") != NULL ? GH_SIGN_FONT_OTHER : GH_SIGN_FONT_NONE;
}

char *
gh_sign_font_letter (GhSignFont font, const char *code)
{
  guint64 value = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  char letter[8] = { 0 };

  if (font != GH_SIGN_FONT_NONE && value <= 0xFF)
    value += SHIFT;
  if (value < 0x20 || value > 0x10FFFF || !g_unichar_validate ((gunichar) value))
    value = SHIFT;
  g_unichar_to_utf8 ((gunichar) value, letter);
  return g_strdup (letter);
}

static void
append_sign (GString *out, GhSignFont font, guint place, gboolean starts)
{
  const char *letter = NULL;

  if (font == GH_SIGN_FONT_SYMBOL)
    letter = find_sign (symbols, G_N_ELEMENTS (symbols), place);
  else if (font == GH_SIGN_FONT_DRAWINGS)
    letter = find_sign (drawings, G_N_ELEMENTS (drawings), place);
  if (starts && (letter == NULL || font != GH_SIGN_FONT_SYMBOL || g_str_equal (letter, "•")))
    g_string_append (out, "• ");
  else if (letter != NULL)
    g_string_append (out, letter);
}

char *
gh_sign_font_read (GhSignFont font, const char *text, gboolean starts)
{
  g_autoptr (GString) out = NULL;
  const char *p = text;

  if (font == GH_SIGN_FONT_NONE)
    return NULL;
  while (*p != '\0' && !is_shifted (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return NULL;
  out = g_string_new (NULL);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_shifted (letter))
        append_sign (out, font, letter - SHIFT, starts && p == text);
      else
        g_string_append_unichar (out, letter);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
