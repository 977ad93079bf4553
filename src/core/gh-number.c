/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-number.h"

#include "gh-text.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Beyond this many digits a double no longer holds every whole number. */
#define MAX_DIGITS 15

static const double powers_of_ten[MAX_DIGITS + 1] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
};

/* @digits with a dot before every third digit from the right. */
static void
append_grouped (GString *out, const char *digits)
{
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits[i]);
    }
}

char *
gh_number_format (gint64 value)
{
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  GString *out = g_string_new (value < 0 ? "-" : NULL);

  append_grouped (out, digits);
  return g_string_free (out, FALSE);
}

char *
gh_number_format_decimal (double value, int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  int n_decimals = CLAMP (decimals, 0, 3);
  double scaled;

  if (!isfinite (value))
    return g_strdup ("–");

  /* Halves are rounded up as a clerk does; the factor takes back what 2,675 loses in binary. */
  scaled = floor (fabs (value) * powers_of_ten[n_decimals] * (1 + 4 * DBL_EPSILON) + 0.5);
  g_ascii_formatd (buffer, sizeof buffer, "%.0f", scaled);

  gsize length = strlen (buffer);
  g_autofree char *zeros = g_strnfill ((gsize) n_decimals, '0');
  g_autofree char *padded =
    g_strconcat (length <= (gsize) n_decimals ? zeros + length - 1 : "", buffer, NULL);
  gsize n_whole = strlen (padded) - (gsize) n_decimals;
  g_autofree char *whole = g_strndup (padded, n_whole);
  GString *out = g_string_new (value < 0 && scaled > 0 ? "-" : NULL);

  append_grouped (out, whole);
  if (n_decimals > 0)
    g_string_append_printf (out, ",%s", padded + n_whole);
  return g_string_free (out, FALSE);
}

char *
gh_number_format_exact (double value)
{
  char *text = gh_number_format_decimal (value, 3);
  gsize length = strlen (text);

  if (strchr (text, ',') == NULL)
    return text;
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == ',')
    length--;
  text[length] = '\0';
  return text;
}

char *
gh_number_format_percent (gint64 part, gint64 whole)
{
  if (whole == 0)
    return g_strdup ("–");

  g_autofree char *number = gh_number_format_decimal ((double) part * 100 / (double) whole, 1);

  return g_strconcat (number, " %", NULL);
}

/* Whether @text (digits, dots, commas and single spaces) is whole groups of three after the
 * first, all parted by @separator. */
static gboolean
is_grouped (const char *text, gsize length, char separator)
{
  gsize group = 0;
  gboolean first = TRUE;

  if (text[0] == '0')
    return FALSE; /* 0.500 is a decimal that came from elsewhere, not five hundred */
  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && g_ascii_isdigit (text[i]))
        {
          group++;
          continue;
        }
      if (i < length && text[i] != separator)
        return FALSE;
      if (first ? (group < 1 || group > 3) : group != 3)
        return FALSE;
      first = FALSE;
      group = 0;
    }
  return TRUE;
}

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* How the whole part may be written if @decimal_point parts it from the decimals. */
static gboolean
is_whole_part (const char *text, gsize length, char decimal_point)
{
  return all_digits (text, length) || is_grouped (text, length, ' ') ||
         is_grouped (text, length, decimal_point == ',' ? '.' : ',');
}

/* Length of the whole part of the figure @text, or -1 if it is not a figure. One comma is the
 * decimal comma; a dot parts thousands wherever it can, and is a decimal point only where no other
 * reading is left ("168.8", as a workbook made in English has it). */
static gssize
find_whole_part (const char *text, gsize length)
{
  const char *comma = memchr (text, ',', length);
  const char *dot = memchr (text, '.', length);
  const char signs[] = { ',', '.' };
  const char *points[] = { comma, dot };

  if (all_digits (text, length) || is_grouped (text, length, '.') || is_grouped (text, length, ' '))
    return (gssize) length;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (points[i] == NULL)
        continue;

      gsize before = (gsize) (points[i] - text);

      if (is_whole_part (text, before, signs[i]) && all_digits (points[i] + 1, length - before - 1))
        return (gssize) before;
    }
  /* "1,450,000": two commas cannot be decimal. */
  if (is_grouped (text, length, ','))
    return (gssize) length;
  return -1;
}

/* The factor a folded word after the figure stands for; 0 if it is another word. */
static double
word_factor (const char *word)
{
  static const struct
  {
    const char *word;
    double factor;
  } factors[] = {
    { "", 1 }, { "ngan", 1e3 }, { "nghin", 1e3 }, { "trieu", 1e6 }, { "ty", 1e9 }, { "ti", 1e9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    if (g_str_equal (word, factors[i].word))
      return factors[i].factor;
  return 0;
}

/* "5²" and "½" fold to digits, but are no figures. */
static gboolean
has_odd_digits (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c >= (gunichar) -2 || g_unichar_type (c) == G_UNICODE_OTHER_NUMBER)
        return TRUE;
    }
  return FALSE;
}

gboolean
gh_number_parse (const char *text, double *value)
{
  if (text == NULL || has_odd_digits (text))
    return FALSE;

  g_autofree char *folded = gh_text_fold (text);
  const char *p = folded;
  gboolean negative = *p == '-';

  p += *p == '-' || *p == '+';

  gsize length = strspn (p, "0123456789., ");
  const char *word = p + length;
  double factor = word_factor (word);
  double mantissa = 0;
  gsize n_digits = 0, n_decimals = 0;

  while (length > 0 && p[length - 1] == ' ')
    length--;

  gssize n_whole = find_whole_part (p, length);

  if (factor <= 0 || n_whole < 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        continue;
      mantissa = mantissa * 10 + g_ascii_digit_value (p[i]);
      n_digits += mantissa > 0;
      n_decimals += i >= (gsize) n_whole;
    }
  if (n_digits > MAX_DIGITS || n_decimals > MAX_DIGITS)
    return FALSE;
  /* Whole numbers first: 2,4 ngàn is 24 × 1000 / 10, exactly 2400. */
  if (value != NULL)
    *value = (negative ? -mantissa : mantissa) * factor / powers_of_ten[n_decimals];
  return TRUE;
}

gboolean
gh_number_parse_count (const char *text, gint64 *value)
{
  double number;

  if (!gh_number_parse (text, &number) || number < 0 || number > G_MAXINT ||
      floor (number) < number)
    return FALSE;
  if (value != NULL)
    *value = (gint64) number;
  return TRUE;
}
