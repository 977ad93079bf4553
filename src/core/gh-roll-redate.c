/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <string.h>

/* A date in the words of a plan, made to say another day in the same way of writing. Whatever is
 * written is read again; what is not read as the new date is not written. */

char *
gh_roll_shift_years (const char *text, int from, int delta)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = strspn (text, "0123456789");
      int year = n == 4 ? (int) g_ascii_strtoll (text, NULL, 10) : 0;

      if (n == 4 && year >= from - 1 && year <= from + 1)
        g_string_append_printf (out, "%d", year + delta);
      else
        g_string_append_len (out, text, (gssize) MAX (n, 1));
      text += MAX (n, 1);
    }
  return g_string_free (out, FALSE);
}

/* --- day and month -----------------------------------------------------------------------------
 */

/* "27/02/2025", "2-11", "14.4", "09 tháng 12 năm 2021": up to two in a date; the "00 - 11" of
 * "(7h00 - 11h00)" is none. */
static GRegex *
make_point_regex (void)
{
  return g_regex_new ("(?<![\\dhg:])(\\d{1,2})(\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})"
                      "(?:(\\s*[/.-]\\s*|,?\\s+năm\\s+)(\\d{4}))?(?!\\d|[hg]|:\\d|\\s+giờ)",
                      G_REGEX_CASELESS, 0, NULL);
}

/* As many figures as were there, or as Nghị định 30/2020 has them. */
static void
append_figure (GString *out, const GMatchInfo *info, int group, int value, gboolean month)
{
  g_autofree char *old = g_match_info_fetch (info, group);
  g_autofree char *sign = g_match_info_fetch (info, 2);
  gboolean words =
    strchr (sign, '/') == NULL && strchr (sign, '-') == NULL && strchr (sign, '.') == NULL;
  gboolean bare = strlen (old) == 1 || (month && words && value > 2 && *old != '0');

  g_string_append_printf (out, "%0*d", bare ? 1 : 2, value);
}

static void
append_point (GString *out, const GMatchInfo *info, guint32 day, int default_year)
{
  g_autofree char *sign = g_match_info_fetch (info, 2);
  g_autofree char *year_sign = g_match_info_fetch (info, 4);
  int year, month, day_of_month;

  gh_day_to_ymd (day, &year, &month, &day_of_month);
  append_figure (out, info, 1, day_of_month, FALSE);
  g_string_append (out, sign);
  append_figure (out, info, 3, month, TRUE);
  if (year_sign != NULL && *year_sign != '\0')
    g_string_append_printf (out, "%s%d", year_sign, year);
  else if (year != default_year) /* a deadline that went back into December */
    g_string_append_printf (out, "%s%d", strstr (sign, "tháng") != NULL ? " năm " : sign, year);
}

/* (transfer full): @text with its points those of @to; %NULL if there are not as many. */
static char *
write_points (const char *text, const GhDateSpan *to, int default_year)
{
  g_autoptr (GRegex) regex = make_point_regex ();
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const guint32 days[] = { to->start, to->end };
  gsize n_days = to->start == to->end ? 1 : 2;
  gsize n = 0;
  int done = 0;

  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (n == n_days)
        return NULL;
      g_string_append_len (out, text + done, start - done);
      append_point (out, info, days[n++], default_year);
      done = end;
    }
  g_string_append (out, text + done);
  return n == n_days ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* --- weekdays ----------------------------------------------------------------------------------
 */

/* Where the second date of a range begins; 0 = there is none. */
static gsize
find_split (const char *text)
{
  static const char *const words[] = { " đến ", " - ", " – ", "-", "–" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (text, words[i]);

      if (at != NULL)
        return (gsize) (at - text);
    }
  return 0;
}

/* (transfer full): with the weekdays that are named those of @to. */
static char *
write_weekdays (const char *text, const GhDateSpan *to)
{
  gsize split = to->start != to->end ? find_split (text) : 0;
  g_autofree char *first = split > 0 ? g_strndup (text, split) : g_strdup (text);
  g_autofree char *one = gh_mend_weekday (first, to->start);
  g_autofree char *two = split > 0 ? gh_mend_weekday (text + split, to->end) : NULL;

  return g_strconcat (one != NULL ? one : first,
                      split == 0    ? ""
                      : two != NULL ? two
                                    : text + split,
                      NULL);
}

/* --- all together ------------------------------------------------------------------------------
 */

static gboolean
says (const char *text, const GhDateMatch *old, const GhDateSpan *to, int year)
{
  g_autoptr (GPtrArray) dates = gh_date_scan (text, year);
  const GhDateMatch *match = dates->len == 1 ? g_ptr_array_index (dates, 0) : NULL;
  GhDateSpan span;

  if (match == NULL || match->problem != NULL || match->offset != 0 ||
      match->length != strlen (text) || (match->weekday == 0) != (old->weekday == 0))
    return FALSE;
  span = match->span;
  return span.start == to->start && span.end == to->end && span.before == to->before &&
         span.start_minute == to->start_minute && span.end_minute == to->end_minute &&
         (match->weekday == 0 || match->weekday == gh_day_weekday (span.start));
}

char *
gh_roll_redate (const char *text, const GhDateMatch *match, const GhDateSpan *to, int year)
{
  int from, now;
  g_autofree char *shifted = NULL;
  g_autofree char *points = NULL;
  g_autofree char *named = NULL;

  gh_day_to_ymd (match->span.end, &from, NULL, NULL);
  gh_day_to_ymd (to->end, &now, NULL, NULL);
  shifted = gh_roll_shift_years (text, from, now - from);
  named = match->weekday != 0 ? write_weekdays (shifted, to) : g_strdup (shifted);
  if (says (named, match, to, year))
    return g_steal_pointer (&named);
  points = write_points (text, to, year);
  if (points == NULL)
    return NULL;
  g_free (named);
  named = match->weekday != 0 ? write_weekdays (points, to) : g_strdup (points);
  return says (named, match, to, year) ? g_steal_pointer (&named) : NULL;
}
