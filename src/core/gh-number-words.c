/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-number.h"

/* A number read out as Vietnamese offices write sums of money in words. */

static const char *const digits[] = { "không", "một", "hai", "ba",  "bốn",
                                      "năm",   "sáu", "bảy", "tám", "chín" };

static void
add_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* The last two figures: "lẻ năm", "mười lăm", "hai mươi mốt", "bốn mươi tư". */
static void
add_tens (GString *words, int tens, int ones, gboolean more)
{
  if (tens == 0 && ones > 0)
    {
      if (more)
        add_word (words, "lẻ");
      add_word (words, digits[ones]);
      return;
    }
  if (tens == 1)
    add_word (words, "mười");
  else if (tens > 1)
    {
      add_word (words, digits[tens]);
      add_word (words, "mươi");
    }
  if (tens > 1 && ones == 1)
    add_word (words, "mốt");
  else if (tens > 1 && ones == 4)
    add_word (words, "tư");
  else if (ones == 5)
    add_word (words, "lăm");
  else if (ones > 0)
    add_word (words, digits[ones]);
}

/* @more: figures stand before it, so that noughts are read: "không trăm lẻ năm" */
static void
add_group (GString *words, int group, gboolean more)
{
  if (more || group >= 100)
    {
      add_word (words, digits[group / 100]);
      add_word (words, "trăm");
    }
  add_tens (words, group / 10 % 10, group % 10, more || group >= 100);
}

/* Below a billion. */
static void
add_million (GString *words, int value, gboolean more)
{
  static const char *const names[] = { "triệu", "nghìn", NULL };
  int divisor = 1000000;

  for (int i = 0; i < 3; i++, divisor /= 1000)
    {
      int group = value / divisor % 1000;

      if (group == 0)
        continue;
      add_group (words, group, more);
      if (names[i] != NULL)
        add_word (words, names[i]);
      more = TRUE;
    }
}

/* A billion of billions is read as "tỷ tỷ". */
static void
add_billions (GString *words, gint64 value, gboolean more)
{
  const gint64 billion = 1000000000;

  if (value >= billion)
    {
      add_billions (words, value / billion, more);
      add_word (words, "tỷ");
      more = TRUE;
    }
  add_million (words, (int) (value % billion), more);
}

char *
gh_number_in_words (gint64 value)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *first = NULL;

  g_return_val_if_fail (value >= 0, g_strdup (""));

  if (value == 0)
    return g_strdup ("Không");
  add_billions (words, value, FALSE);
  first = g_utf8_strup (words->str, g_utf8_next_char (words->str) - words->str);
  return g_strconcat (first, g_utf8_next_char (words->str), NULL);
}
