/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "gh-number.h"

/* Targets, quotas, results and the percentages of the text against each other. */

/* A target by which a campaign's blood can be counted. */
static gboolean
counts_blood (const GhTarget *target)
{
  if (target->indicator == GH_INDICATOR_HEADCOUNT_PERCENT)
    return target->value < 100; /* "tới 100% cán bộ" is whom the call reaches */
  return target->indicator == GH_INDICATOR_REGISTRATIONS ||
         target->indicator == GH_INDICATOR_DONORS ||
         target->indicator == GH_INDICATOR_BLOOD_UNITS ||
         target->indicator == GH_INDICATOR_YEAR_PERCENT;
}

static void
check_no_target (GhCheck *check)
{
  const GPtrArray *targets = check->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    if (counts_blood (g_ptr_array_index (targets, i)))
      return;
  if (check->truncated || check->dossier->quotas->len > 0)
    return;
  gh_check_add_at (check, GH_SEVERITY_WARNING, "no-target", GH_PART_TARGET, GH_FIELD_NONE,
                   _("Targets"),
                   _("The plan sets no target in figures for donors or blood units. Enter "
                     "one."));
}

static void
check_percents (GhCheck *check)
{
  const GPtrArray *targets = check->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);
      g_autofree char *text = gh_target_format (target);

      if (gh_indicator_is_percent (target->indicator) &&
          target->indicator != GH_INDICATOR_YEAR_PERCENT && target->value > 100)
        gh_check_add_at (check, GH_SEVERITY_ERROR, "percent-mismatch", GH_PART_TARGET,
                         GH_FIELD_NONE, _("Targets"),
                         _("The target “%s” is more than all. Correct the percentage."), text)
          ->place.id = target->id;
    }
}

/* Registered against blood: in the field 43 to 95 of 100 registered donate, never all of them. */
static void
check_target_yield (GhCheck *check)
{
  const GhTarget *registered = gh_summary_target (check->summary, GH_INDICATOR_REGISTRATIONS);
  const GhTarget *donors = gh_summary_target (check->summary, GH_INDICATOR_DONORS);
  const GhTarget *units = gh_summary_target (check->summary, GH_INDICATOR_BLOOD_UNITS);
  /* A turn can be 1.8 units of 250 ml; 1.4 is what bags of 350 ml give. */
  double per_turn = check->dossier->campaign->convention == GH_CONVENTION_250_ML ? 1.4 : 1.0;
  double expected = donors != NULL ? donors->value : units != NULL ? units->value / per_turn : 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (registered == NULL || expected <= 0 || expected < registered->value)
    return;
  from = gh_number_format ((gint64) registered->value);
  to = gh_number_format ((gint64) (donors != NULL ? donors->value : units->value));
  gh_check_add_at (check, GH_SEVERITY_WARNING, "yield-too-high", GH_PART_TARGET, GH_FIELD_NONE,
                   _("Targets"),
                   _("%s registered people are to give %s: every one of them would "
                     "have to donate, but some are always deferred. Register "
                     "more people."),
                   from, to)
    ->place.id = registered->id;
}

static void
check_result_row (GhCheck *check, const GhSummaryRow *row)
{
  const GhTotals *own = &row->own;
  g_autofree char *where = NULL;

  if ((own->came < 0 || own->donated <= own->came) &&
      (own->came >= 0 || own->registered < 0 || own->donated <= own->registered))
    return;
  where = g_strdup_printf (_("Results, %s"), row->unit->name);
  gh_check_add_at (check, GH_SEVERITY_WARNING, "yield-too-high", GH_PART_RESULT, GH_FIELD_NONE,
                   where, _("More people donated than came or registered. Check the figures."))
    ->place.id = row->unit->id;
}

static gboolean
misses_target (const GhTarget *target, double sum)
{
  switch (target->comparator)
    {
    case GH_COMPARATOR_AT_LEAST:
      return sum < target->value;
    case GH_COMPARATOR_EXACTLY:
      return sum < target->value || sum > target->value_to;
    case GH_COMPARATOR_AT_MOST:
      return sum > target->value_to;
    case GH_COMPARATOR_ABOUT:
    default:
      return fabs (sum - target->value) > target->value * 0.05;
    }
}

static void
check_quota_sums (GhCheck *check)
{
  for (int i = 0; i < GH_N_INDICATORS; i++)
    {
      const GhTarget *target = gh_summary_target (check->summary, (GhIndicator) i);
      gint64 sum = check->summary->total.quota[i];
      gint64 gap = target != NULL ? sum - (gint64) target->value : 0;
      g_autofree char *sum_text = gh_number_format (sum);
      g_autofree char *gap_text = gh_number_format (ABS (gap));
      g_autofree char *target_text = NULL;

      if (sum < 0 || target == NULL || *target->owner != '\0' ||
          !misses_target (target, (double) sum))
        continue;
      target_text = gh_target_format (target);
      gh_check_add_at (
        check, GH_SEVERITY_ERROR, "sum-mismatch", GH_PART_QUOTA, GH_FIELD_NONE, _("Quotas"),
        gap < 0 ? _("The quotas add up to %s, which is %s less than the target “%s”. "
                    "Raise the quotas or lower the target.")
                : _("The quotas add up to %s, which is %s more than the target “%s”. "
                    "Lower the quotas or raise the target."),
        sum_text, gap_text, target_text);
    }
}

/* How far a percentage may be off: by one of its last decimal, for those who cut off. */
static double
percent_slack (const char *percent)
{
  const char *comma = strchr (percent, ',');
  double slack = 1;

  for (gsize i = comma != NULL ? strlen (comma + 1) : 0; i > 0; i--)
    slack /= 10;
  return slack;
}

/* @group: of the match, with the percentage. */
static void
report_percent (GhCheck *check,
                const GhPiece *piece,
                const GMatchInfo *info,
                int group,
                double right)
{
  g_autofree char *percent = g_match_info_fetch (info, group);
  g_autofree char *figure = gh_number_format_decimal (right, 1);
  g_autofree char *short_figure = g_strdup (figure);
  GhFinding *finding = gh_check_add (check, GH_SEVERITY_ERROR, "percent-mismatch", piece,
                                     _("“%s%%” does not fit the figures beside it, which make "
                                       "%s%%. Correct one of them."),
                                     percent, figure);
  GhMend mend;
  double written = 0;
  int start;
  int end;

  if (!g_match_info_fetch_pos (info, group, &start, &end))
    return;
  if (g_str_has_suffix (short_figure, ",0"))
    short_figure[strlen (short_figure) - strlen (",0")] = '\0';
  gh_check_point (check, finding, piece, (gsize) start, (gsize) (end - start));
  if (right > 100) /* then it is rather the figures that are wrong */
    return;
  /* Of a target that says the same, whose text would not fit it any more. */
  if (gh_number_parse (percent, &written) && gh_check_is_of_target (check, piece, written))
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_replace (&mend, piece, (gsize) start, (gsize) (end - start), short_figure);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to %s%%"), short_figure));
}

/* Figures that may be a day and a month, or a month and a year, are not a fraction. */
static gboolean
may_be_date (double part, double whole)
{
  return (part <= 31 && whole <= 12) || (part <= 12 && whole >= 1900 && whole <= 2100);
}

/* "150/200 đơn vị máu (75%)" */
static void
check_fraction (GhCheck *check, const GhPiece *piece, const GMatchInfo *info)
{
  g_autofree char *part_text = g_match_info_fetch (info, 1);
  g_autofree char *whole_text = g_match_info_fetch (info, 2);
  g_autofree char *percent_text = g_match_info_fetch (info, 3);
  double part = 0;
  double whole = 0;
  double percent = 0;

  if (!gh_number_parse (part_text, &part) || !gh_number_parse (whole_text, &whole) ||
      !gh_number_parse (percent_text, &percent) || whole <= 0 || may_be_date (part, whole))
    return;
  if (fabs (part * 100 / whole - percent) > percent_slack (percent_text))
    report_percent (check, piece, info, 3, part * 100 / whole);
}

/* "350 đơn vị máu, bằng 20% chỉ tiêu năm (1.750 đơn vị)" */
static void
check_share (GhCheck *check, const GhPiece *piece, const GMatchInfo *info)
{
  g_autofree char *part_text = g_match_info_fetch (info, 1);
  g_autofree char *percent_text = g_match_info_fetch (info, 2);
  g_autofree char *whole_text = g_match_info_fetch (info, 3);
  double part = 0;
  double whole = 0;
  double percent = 0;

  if (!gh_number_parse (part_text, &part) || !gh_number_parse (whole_text, &whole) ||
      !gh_number_parse (percent_text, &percent) || whole <= 0)
    return;
  if (fabs (part * 100 / whole - percent) > percent_slack (percent_text))
    report_percent (check, piece, info, 2, part * 100 / whole);
}

typedef void (*MatchFunc) (GhCheck *check, const GhPiece *piece, const GMatchInfo *info);

static void
check_pattern (GhCheck *check, const char *pattern, MatchFunc func)
{
  g_autoptr (GRegex) regex =
    g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);

  g_assert (regex != NULL);
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      g_autoptr (GMatchInfo) info = NULL;

      if (piece->resolved == NULL || piece->kind != GH_PIECE_TEXT || !strchr (piece->text, '%') ||
          !g_regex_match (regex, piece->text, G_REGEX_MATCH_DEFAULT, &info))
        continue;
      while (g_match_info_matches (info))
        {
          func (check, piece, info);
          if (!g_match_info_next (info, NULL))
            break;
        }
    }
}

/* Every repetition has a limit, so that no text makes a search slow. */
#define FIGURE  "(?<![\\d.,/])(\\d[\\d.]{0,12}(?:,\\d{1,2})?)"
#define COUNTED "\\s(?:đơn vị|người|lượt|túi)"

void
gh_check_figures (GhCheck *check)
{
  check_no_target (check);
  check_percents (check);
  check_target_yield (check);
  check_quota_sums (check);
  for (guint i = 0; i < check->summary->rows->len; i++)
    check_result_row (check, &g_array_index (check->summary->rows, GhSummaryRow, i));
  check_pattern (
    check, FIGURE "/(\\d[\\d.]{0,12})(?![\\d/])[^%;/\\n\\d]{0,40}?(\\d{1,3}(?:,\\d{1,2})?)\\s?%",
    check_fraction);
  check_pattern (check,
                 FIGURE COUNTED
                 "[^%;\\n\\d]{0,60}?(?:bằng|đạt|chiếm)\\s(\\d{1,3}(?:,\\d{1,2})?)\\s?%"
                 "[^%;\\n\\d]{0,60}?(\\d[\\d.]{0,12})" COUNTED,
                 check_share);
}
