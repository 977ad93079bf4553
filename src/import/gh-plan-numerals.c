/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-figures.h"
#include "gh-plan-words.h"

/* Figures in words: "một nghìn hai trăm", "ba trăm năm mươi". */

#define WORDS_MAX 24u

static const struct
{
  const char *word;
  int digit;
} digits[] = {
  { "không", 0 }, { "một", 1 }, { "mốt", 1 }, { "hai", 2 },  { "ba", 3 },
  { "bốn", 4 },   { "tư", 4 },  { "năm", 5 }, { "lăm", 5 },  { "sáu", 6 },
  { "bảy", 7 },   { "bẩy", 7 }, { "tám", 8 }, { "chín", 9 }, { "mười", 10 },
};

static const struct
{
  const char *word;
  double scale;
} scales[] = {
  { "mươi", 10 },    { "chục", 10 },   { "trăm", 100 },
  { "nghìn", 1000 }, { "ngàn", 1000 }, { "triệu", 1000000 },
};

/* What has been read of a figure: "hai trăm" of "hai trăm nghìn" waits in @group. */
typedef struct
{
  double total;
  double group; /* below the next thousand */
  double last;  /* the digit that a scale may follow; -1 = none */
  gboolean scaled;
} Numeral;

static gboolean
take_digit (Numeral *numeral, const char *p, gsize *n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      *n = gh_words_begin (p, digits[i].word);
      if (*n == 0)
        continue;
      if (numeral->last >= 0 && numeral->last < 10)
        return FALSE; /* "hai ba": two figures */
      /* "mười lăm": the digit behind ten adds to it */
      numeral->group += MAX (numeral->last, 0);
      numeral->last = digits[i].digit;
      numeral->scaled = numeral->scaled || digits[i].digit == 10;
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_scale (Numeral *numeral, const char *p, gsize *n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      *n = gh_words_begin (p, scales[i].word);
      if (*n == 0)
        continue;
      if (scales[i].scale < 1000)
        {
          if (numeral->last < 0)
            return FALSE;
          numeral->group += numeral->last * scales[i].scale;
        }
      else
        {
          if (numeral->last < 0 && numeral->group <= 0)
            return FALSE;
          numeral->total += (numeral->group + MAX (numeral->last, 0)) * scales[i].scale;
          numeral->group = 0;
        }
      numeral->last = -1;
      numeral->scaled = TRUE;
      return TRUE;
    }
  return FALSE;
}

gsize
gh_plan_numeral_read (const char *low, double *value)
{
  Numeral numeral = { 0, 0, -1, FALSE };
  const char *p = low;
  const char *end = low;

  for (guint words = 0; words < WORDS_MAX; words++)
    {
      gsize n = gh_words_begin (p, "linh|lẻ");

      if (n > 0 ? end == low : !take_digit (&numeral, p, &n) && !take_scale (&numeral, p, &n))
        break;
      p += n;
      end = p;
      if (*p != ' ')
        break;
      p++;
    }
  *value = numeral.total + numeral.group + MAX (numeral.last, 0);
  return numeral.scaled && *value >= 10 ? (gsize) (end - low) : 0;
}
