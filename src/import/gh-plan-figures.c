/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-figures.h"

#include <string.h>

#include "gh-date-span.h"
#include "gh-number.h"
#include "gh-plan-words.h"
#include "gh-text.h"

static gsize
figure_length (const char *p)
{
  gsize n = strspn (p, "0123456789");

  while ((p[n] == '.' || p[n] == ',') && g_ascii_isdigit (p[n + 1]) && n < 20)
    {
      n++;
      n += strspn (p + n, "0123456789");
    }
  return n;
}

static gboolean
parse_figure (const char *p, gsize *length, double *value)
{
  gsize n = figure_length (p);
  const char *behind = p + n + strspn (p + n, " ");
  gsize scale = gh_words_begin (behind, "ngàn|nghìn|triệu");
  g_autofree char *figure = NULL;

  if (n == 0 || n > 20)
    return FALSE;
  if (scale > 0)
    n = (gsize) (behind - p) + scale;
  figure = g_strndup (p, n);
  *length = n;
  return gh_number_parse (figure, value);
}

const char *
gh_plan_skip_marks (const char *p)
{
  while (*p == ' ' || *p == '\001')
    p++;
  return p;
}

/* "200 – 300", "200 đến 300": the upper end behind the first figure. */
static void
read_range (const char *low, GhPlanFigure *figure)
{
  const char *p = gh_plan_skip_marks (low + figure->end);
  gsize n = 0;
  double value = 0;

  if (*p == '%')
    p = gh_plan_skip_marks (p + 1);
  if (*p == '-')
    p++;
  else if (gh_text_begins (p, "–"))
    p += strlen ("–");
  else if (gh_words_begin (p, "đến|tới") > 0)
    p += gh_words_begin (p, "đến|tới");
  else
    return;
  p = gh_plan_skip_marks (p);
  if (!g_ascii_isdigit (*p) || !parse_figure (p, &n, &value) || value < figure->value ||
      p[n] == '/' || p[n] == 'h')
    return;
  figure->value_to = value;
  figure->end = (gsize) (p - low) + n;
}

static gboolean
inside_dates (const GPtrArray *dates, guint *next, gsize at)
{
  while (*next < dates->len)
    {
      const GhDateMatch *match = dates->pdata[*next];

      if (at < match->offset)
        return FALSE;
      if (at < match->offset + match->length)
        /* "năm 2025" and the like; a month alone may be a misreading of a figure. */
        return TRUE;
      (*next)++;
    }
  return FALSE;
}

/* Whether the figure of @n bytes at @i is part of something else: a number of a document, an hour,
 * a volume, an age. */
static gboolean
is_other_number (const char *low, gsize i, gsize n)
{
  return (i > 0 && (strchr ("/-_@:", low[i - 1]) != NULL || g_ascii_isalpha (low[i - 1]))) ||
         strchr ("/_@:", low[i + n]) != NULL ||
         (g_ascii_isalpha (low[i + n]) && gh_words_begin (low + i + n, "ml|đv|ng") == 0) ||
         gh_words_begin (gh_plan_skip_marks (low + i + n), "ml|kg|tuổi|giờ") > 0;
}

/* Length of a figure in words that begins a word at @i, 0 if there is none. */
static gsize
numeral_at (const char *low, gsize i, double *value)
{
  if (strchr ("mhbnstckl", low[i]) == NULL || (i > 0 && strchr (" (\001", low[i - 1]) == NULL))
    return 0;
  return gh_plan_numeral_read (low + i, value);
}

/* "350 (ba trăm năm mươi) đơn vị": the same once more, in words. */
static void
skip_repetition (const char *low, GhPlanFigure *figure)
{
  const char *p = gh_plan_skip_marks (low + figure->end);
  double value = 0;
  gsize n;

  if (*p != '(')
    return;
  n = gh_plan_numeral_read (p + 1, &value);
  if (n > 0 && p[n + 1] == ')')
    figure->end = (gsize) (p - low) + n + 2;
}

static void
read_percent (const char *low, GhPlanFigure *figure)
{
  const char *p = gh_plan_skip_marks (low + figure->end);
  gsize n = *p == '%' ? 1 : gh_words_begin (p, "phần trăm");

  if (n == 0)
    return;
  figure->percent = TRUE;
  figure->end = (gsize) (p - low) + n;
}

GArray *
gh_plan_figures_find (const char *text, const char *low, int year)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (GhPlanFigure));
  g_autoptr (GPtrArray) dates = gh_date_scan (text, year);
  guint next = 0;

  for (gsize i = 0; low[i] != '\0';)
    {
      GhPlanFigure figure = { i, i, 0, 0, FALSE };
      gsize n = 0;

      if (!g_ascii_isdigit (low[i]))
        {
          n = numeral_at (low, i, &figure.value);
          if (n == 0 || inside_dates (dates, &next, i))
            {
              i += MAX (n, 1);
              continue;
            }
        }
      else
        {
          n = figure_length (low + i);
          if (is_other_number (low, i, n) || inside_dates (dates, &next, i) ||
              !parse_figure (low + i, &n, &figure.value))
            {
              i += MAX (n, 1);
              continue;
            }
        }
      figure.value_to = figure.value;
      figure.end = i + n;
      read_range (low, &figure);
      skip_repetition (low, &figure);
      read_percent (low, &figure);
      i = figure.end;
      g_array_append_val (figures, figure);
    }
  return figures;
}
