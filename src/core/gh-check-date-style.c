/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where zeros may stand or not: days below 10, months 1 and 2 (Nghị định 30/2020 asks for the zero
 * there), months 3 to 9 (it does not). Within each of these a plan keeps to one way. */
enum
{
  ZERO_DAY,
  ZERO_EARLY_MONTH,
  ZERO_LATER_MONTH,
  N_ZEROS,
};

/* One figure of a date "d/m/y" as it is written. */
typedef struct
{
  const GhPiece *piece;
  const GhDateMatch *match;
  gsize offset; /* in the piece's text */
  int zero;     /* which of the above, or -1 */
  gboolean padded;
} Figure;

static void
add_figure (GArray *figures, const Figure *date, const char *at, gsize digits, gboolean is_day)
{
  Figure figure = *date;
  gint64 value = g_ascii_strtoll (at, NULL, 10);

  figure.offset = (gsize) (at - date->piece->text);
  figure.padded = digits == 2;
  figure.zero = value >= 10  ? -1
                : is_day     ? ZERO_DAY
                : value <= 2 ? ZERO_EARLY_MONTH
                             : ZERO_LATER_MONTH;
  if (figure.zero >= 0)
    g_array_append_val (figures, figure);
}

/* Days and months of every "d/m/y" of a date of the text: a range has two. */
static void
add_date (GArray *figures, const GhPiece *piece, const GhDateMatch *match)
{
  const Figure date = { piece, match, 0, -1, FALSE };
  const char *end = piece->text + match->offset + match->length;

  for (const char *at = piece->text + match->offset; at < end;)
    {
      gsize n_day = strspn (at, "0123456789");
      gsize n_month = at[n_day] == '/' ? strspn (at + n_day + 1, "0123456789") : 0;

      if (n_day >= 1 && n_day <= 2 && n_month >= 1 && n_month <= 2 &&
          at[n_day + 1 + n_month] == '/')
        {
          add_figure (figures, &date, at, n_day, TRUE);
          add_figure (figures, &date, at + n_day + 1, n_month, FALSE);
          at += n_day + 1 + n_month + 1;
          at += strspn (at, "0123456789/");
        }
      else
        at += MAX (n_day, 1);
    }
}

typedef const Figure *Examples[N_ZEROS][2]; /* without and with the zero */

static gboolean
is_mixed (Examples found, int zero)
{
  return found[zero][FALSE] != NULL && found[zero][TRUE] != NULL;
}

static void
report (GhCheck *check, const GArray *figures, Examples found, int zero)
{
  const Figure *bare = found[zero][FALSE];
  const Figure *padded = found[zero][TRUE];
  g_autofree char *without = gh_check_date_text (bare->piece, bare->match);
  g_autofree char *with = gh_check_date_text (padded->piece, padded->match);
  GhMend mend = gh_mend_begin (check, TRUE);
  GhFinding *finding = gh_check_add (check, GH_SEVERITY_HINT, "date-style", bare->piece,
                                     _("Dates are written in two ways: “%s” and “%s”. Write "
                                       "all of them alike."),
                                     with, without);

  gh_check_point_date (check, finding, bare->piece, bare->match);
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);

      if (is_mixed (found, figure->zero) && !figure->padded)
        gh_mend_replace (&mend, figure->piece, figure->offset, 0, "0");
    }
  gh_mend_end (&mend, finding, g_strdup (_("Put the missing zeros in")));
}

/* One hint a plan: an example of each way of writing. */
void
gh_check_date_style (GhCheck *check)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  Examples found = { { NULL } };

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len && !piece->live; k++)
        add_date (figures, piece, g_ptr_array_index (piece->dates, k));
    }
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);

      if (found[figure->zero][figure->padded] == NULL)
        found[figure->zero][figure->padded] = figure;
    }
  for (int i = 0; i < N_ZEROS; i++)
    if (is_mixed (found, i))
      {
        report (check, figures, found, i);
        return;
      }
}
