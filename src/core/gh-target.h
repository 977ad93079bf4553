/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** GhIndicator: what is counted; the strings of JSON and workspace in gh_indicator_to_string(). */
typedef enum
{
  GH_INDICATOR_REGISTRATIONS,     /* "registrations": persons registering */
  GH_INDICATOR_DONORS,            /* "donors": persons (turns) donating */
  GH_INDICATOR_BLOOD_UNITS,       /* "blood-units" */
  GH_INDICATOR_HEADCOUNT_PERCENT, /* "headcount-percent": % of staff taking part */
  GH_INDICATOR_YEAR_PERCENT,      /* "year-percent": % of the year's quota */
  GH_INDICATOR_UNIT_PERCENT,      /* "unit-percent": % of units taking part */
  GH_INDICATOR_REACH,             /* "reach": persons reached by communication */
  GH_INDICATOR_ORGAN_PLEDGES,     /* "organ-pledges" */
  GH_INDICATOR_AWARENESS_PERCENT, /* "awareness-percent": % of people informed */
  GH_INDICATOR_VOLUME_PERCENT,    /* "volume-percent": % of bags of 350/450 ml */
  GH_INDICATOR_ARTICLES,          /* "articles": news items */
  GH_INDICATOR_OTHER,             /* "other" */
} GhIndicator;
#define GH_N_INDICATORS (GH_INDICATOR_OTHER + 1)

const char *gh_indicator_to_string (GhIndicator indicator);
gboolean gh_indicator_from_string (const char *text, GhIndicator *indicator);
/** Translated name for headings: "người đăng ký", "đơn vị máu" …; static. */
const char *gh_indicator_name (GhIndicator indicator);
/** Whether it is a share in percent (and not a count). */
gboolean gh_indicator_is_percent (GhIndicator indicator);

typedef enum
{
  GH_COMPARATOR_AT_LEAST, /* "at-least" */
  GH_COMPARATOR_EXACTLY,  /* "exactly" */
  GH_COMPARATOR_AT_MOST,  /* "at-most" */
  GH_COMPARATOR_ABOUT,    /* "about" */
} GhComparator;

const char *gh_comparator_to_string (GhComparator comparator);
gboolean gh_comparator_from_string (const char *text, GhComparator *comparator);

/**
 * GhTarget: a target (chỉ tiêu) a plan sets or is assigned.
 * @value: count, or percent for the percent indicators
 * @value_to: upper end of a range ("200 – 300"), else equal to @value
 * @unit: what is counted, in the plan's words: "người", "đơn vị máu", "%", "lượt"
 * @basis: of what a share is a share: "chỉ tiêu năm 2025", "cán bộ, công chức"; may be ""
 * @owner: who has to reach it, "" = the committee
 * @assigned: given from above, not our own stretch
 * @text: the sentence it came from; may be ""
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  GhIndicator indicator;
  GhComparator comparator;
  double value;
  double value_to;
  char *unit;
  char *basis;
  char *owner;
  gboolean assigned;
  char *text;
  int position;
} GhTarget;

GhTarget *gh_target_new (GhIndicator indicator, GhComparator comparator, double value);
GhTarget *gh_target_copy (const GhTarget *target);
void gh_target_free (GhTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhTarget, gh_target_free)

/** (transfer full): "từ 350 đơn vị máu trở lên", "20 % chỉ tiêu năm": short, for lists. */
char *gh_target_format (const GhTarget *target);
