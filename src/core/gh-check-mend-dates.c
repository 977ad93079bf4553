/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <string.h>

/* Dates as they are written, made to say another day in the same way of writing. */

/* As plans write them, whatever the language of the window; Monday first. */
static const char *const weekday_names[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                             "thứ Sáu", "thứ Bảy", "Chủ nhật" };

const char *
gh_mend_weekday_name (int weekday)
{
  return weekday_names[weekday - 1];
}

/* The words of a weekday in @lower, as long as *@length, or %NULL. */
static const char *
find_weekday (const char *lower, gsize *length)
{
  static const char *const words[] = { "thứ hai", "thứ ba",  "thứ tư", "thứ năm",  "thứ sáu",
                                       "thứ bảy", "thứ bẩy", "thứ 2",  "thứ 3",    "thứ 4",
                                       "thứ 5",   "thứ 6",   "thứ 7",  "chủ nhật", "chúa nhật" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (lower, words[i]);

      if (at == NULL)
        continue;
      *length = strlen (words[i]);
      return at;
    }
  return NULL;
}

char *
gh_mend_weekday_spelling (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_str_equal (lower, "thứ bẩy"))
    return g_strdup ("thứ Bảy");
  for (gsize i = 0; i < G_N_ELEMENTS (weekday_names); i++)
    {
      g_autofree char *name = g_utf8_strdown (weekday_names[i], -1);

      if (g_str_equal (lower, name))
        return g_strdup (weekday_names[i]);
    }
  return NULL;
}

char *
gh_mend_weekday (const char *text, guint32 day)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize length = 0;
  const char *found = strlen (lower) == strlen (text) ? find_weekday (lower, &length) : NULL;
  g_autofree char *name = NULL;
  gsize start;

  if (found == NULL)
    return NULL;
  start = (gsize) (found - lower);
  name = g_strdup (gh_mend_weekday_name (gh_day_weekday (day)));
  if (text[start] == 'T' && *name == 't') /* at the beginning of a sentence or cell */
    *name = 'T';
  return g_strdup_printf ("%.*s%s%s", (int) start, text, name, text + start + length);
}

/* The first "d/m" or "d/m/yyyy" in @text, how many figures day and month have, or %NULL. */
static const char *
find_figures (const char *text, gsize *n_day, gsize *n_month)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      *n_day = strspn (at, "0123456789");
      *n_month = at[*n_day] == '/' ? strspn (at + *n_day + 1, "0123456789") : 0;
      if (*n_day >= 1 && *n_day <= 2 && *n_month >= 1 && *n_month <= 2)
        return at;
      at += *n_day > 0 ? *n_day - 1 : 0;
    }
  return NULL;
}

char *
gh_mend_redate (const char *text, guint32 day, gboolean has_weekday)
{
  gsize n_day;
  gsize n_month;
  const char *at = find_figures (text, &n_day, &n_month);
  const char *rest = at != NULL ? at + n_day + 1 + n_month : NULL;
  gboolean has_year = rest != NULL && *rest == '/';
  g_autofree char *mended = NULL;
  int year;
  int month;
  int day_of_month;

  if (at == NULL || (has_year && strspn (rest + 1, "0123456789") != 4))
    return NULL;
  gh_day_to_ymd (day, &year, &month, &day_of_month);
  mended = has_year ? g_strdup_printf ("%.*s%0*d/%0*d/%d%s", (int) (at - text), text, (int) n_day,
                                       day_of_month, (int) n_month, month, year, rest + 1 + 4)
                    : g_strdup_printf ("%.*s%0*d/%0*d%s", (int) (at - text), text, (int) n_day,
                                       day_of_month, (int) n_month, month, rest);
  return has_weekday ? gh_mend_weekday (mended, day) : g_steal_pointer (&mended);
}
