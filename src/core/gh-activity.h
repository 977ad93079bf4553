/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

#include <glib.h>

/** GhActivityKind: strings in JSON: launch festival observance session communication deadline
 * review award preparation other */
typedef enum
{
  GH_ACTIVITY_LAUNCH,
  GH_ACTIVITY_FESTIVAL,
  GH_ACTIVITY_OBSERVANCE,
  GH_ACTIVITY_SESSION,
  GH_ACTIVITY_COMMUNICATION,
  GH_ACTIVITY_DEADLINE,
  GH_ACTIVITY_REVIEW,
  GH_ACTIVITY_AWARD,
  GH_ACTIVITY_PREPARATION,
  GH_ACTIVITY_OTHER,
} GhActivityKind;
#define GH_N_ACTIVITY_KINDS (GH_ACTIVITY_OTHER + 1)

const char *gh_activity_kind_to_string (GhActivityKind kind);
gboolean gh_activity_kind_from_string (const char *text, GhActivityKind *kind);
/** Translated: "phát động", "ngày hiến máu", "hạn cuối" …; static. */
const char *gh_activity_kind_name (GhActivityKind kind);

typedef enum
{
  GH_ACTIVITY_PLANNED,   /* "planned" */
  GH_ACTIVITY_DONE,      /* "done" */
  GH_ACTIVITY_CANCELLED, /* "cancelled" */
} GhActivityState;

const char *gh_activity_state_to_string (GhActivityState state);
gboolean gh_activity_state_from_string (const char *text, GhActivityState *state);

/**
 * GhActivity: an entry of the calendar: something to hold, or a deadline.
 * @lead: unit in charge, in words; @partners: co-ordinating units, in words
 * @result: note on how it went
 * @text: the sentence it came from, "" if it was entered by hand
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  char *title;
  GhActivityKind kind;
  GhActivityState state;
  GhDateSpan span;
  char *place;
  char *lead;
  char *partners;
  char *result;
  char *text;
} GhActivity;

GhActivity *gh_activity_new (const char *title, GhActivityKind kind, const GhDateSpan *span);
GhActivity *gh_activity_copy (const GhActivity *activity);
void gh_activity_free (GhActivity *activity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhActivity, gh_activity_free)

/** By date, then title: for g_ptr_array_sort() (arguments are pointers to elements). */
int gh_activity_compare (gconstpointer a, gconstpointer b);

typedef enum
{
  GH_DUE_NONE,  /* done, cancelled, or without a date */
  GH_DUE_LATE,  /* its last day is past */
  GH_DUE_TODAY, /* running today, or its last day is today */
  GH_DUE_SOON,  /* begins or falls due within 14 days */
  GH_DUE_LATER,
} GhDue;

/** How @activity stands on @today (Julian day). */
GhDue gh_activity_due (const GhActivity *activity, guint32 today);

/**
 * GhObservance: a standing day of the year: holidays, Doctors' Day, Tết … with the rule it recurs
 * by.
 */
typedef enum
{
  GH_RULE_SOLAR,   /* month, day */
  GH_RULE_LUNAR,   /* Vietnamese lunar month, day (offset_days moves it: Tết - 1) */
  GH_RULE_WEEKDAY, /* the nth weekday of a month; nth -1 = last */
} GhObservanceRule;

typedef struct
{
  const char *key;  /* "doctors-day" */
  const char *name; /* Vietnamese office name: data of the field, not interface text */
  GhObservanceRule rule;
  int month;
  int day; /* of the month; the weekday 1..7 for GH_RULE_WEEKDAY */
  int nth; /* for GH_RULE_WEEKDAY */
  int offset_days;
  int length_days;     /* 1 for a day; Tết holidays are longer */
  gboolean holiday;    /* a public day off (Bộ luật Lao động 2019, Điều 112) */
  const char *aliases; /* other spellings a plan may use, '|' between, folded */
} GhObservance;

/** (array length=n): the table of standing days and of the field's seasons (Lễ hội Xuân hồng, Hành
 * trình Đỏ …: customary windows longer than nine days, which each plan sets anew); static. */
const GhObservance *gh_observances (gsize *n);
/** The date in a solar year, empty if the rule has none. */
GhDateSpan gh_observance_date (const GhObservance *observance, int year);
/** Whether it is a season rather than a day: Lễ hội Xuân hồng, Hành trình Đỏ. */
gboolean gh_observance_is_season (const GhObservance *observance);
/** (nullable): the one of @activities (element-type GhActivity) that is about it in that year: it
 * bears its name or an alias, and some of its days; a season may have any days of the year. */
const GhActivity *
gh_observance_find_activity (const GhObservance *observance, int year, const GPtrArray *activities);
/** Observance on that day, holidays first, or %NULL. Seasons do not count. */
const GhObservance *gh_observance_on (guint32 day);
/** Saturday, Sunday, or a public holiday with Tết's days. */
gboolean gh_day_is_off (guint32 day);
