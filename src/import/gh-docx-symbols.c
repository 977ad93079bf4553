/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"

/* Signs that Word puts in from a font of signs ("Insert, Symbol"): places in that font, not
 * letters. What they are decides what the sentence says: "≥ 18 tuổi". */

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

char *
gh_docx_symbol_read (xmlTextReader *xml, gboolean *drawing)
{
  g_autofree char *font = gh_xml_get (xml, "font");
  g_autofree char *code = gh_xml_get (xml, "char");
  guint64 value = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  /* Word shifts the places of such fonts into the private area. */
  gboolean shifted = value >= 0xF000 && value <= 0xF0FF;
  guint place = (guint) (value & 0xFF);
  char letter[8] = { 0 };

  *drawing = FALSE;
  if (font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0 && (shifted || value <= 0xFF))
    return g_strdup (find_sign (symbols, G_N_ELEMENTS (symbols), place));
  if (font != NULL && g_ascii_strcasecmp (font, "Wingdings") == 0 && (shifted || value <= 0xFF))
    {
      *drawing = TRUE;
      return g_strdup (find_sign (drawings, G_N_ELEMENTS (drawings), place));
    }
  if (value > 0x10FFFF || !g_unichar_isprint ((gunichar) value) ||
      g_unichar_type ((gunichar) value) == G_UNICODE_PRIVATE_USE)
    {
      *drawing = TRUE;
      return NULL;
    }
  g_unichar_to_utf8 ((gunichar) value, letter);
  return g_strdup (letter);
}
