/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-live.h"
#include "gh-lunar.h"
#include "gh-number.h"
#include "gh-text.h"

/* Live fields: words and figures inside of a text. */

static const GhLiveKey field_keys[] = {
  { "target:registrations", N_("Target: people registered") },
  { "target:donors", N_("Target: donors") },
  { "target:blood-units", N_("Target: blood units") },
  { "target:year-percent", N_("Target: year's quota reached (%)") },
  { "quota:registrations", N_("Sum of quotas: people registered") },
  { "quota:donors", N_("Sum of quotas: donors") },
  { "quota:blood-units", N_("Sum of quotas: blood units") },
  { "units", N_("Number of units with a quota") },
  { "sessions", N_("Number of donation days") },
  { "period", N_("Campaign period") },
  { "start", N_("First day of the campaign") },
  { "start-day", N_("First day of the campaign, with weekday") },
  { "end", N_("Last day of the campaign") },
  { "end-day", N_("Last day of the campaign, with weekday") },
  { "year", N_("Year") },
  { "last-year", N_("Year before") },
  { "lunar-year", N_("Lunar year by name (Can Chi)") },
  { "years-since:1997", N_("Years since 1997 (an anniversary)") },
  { "theme", N_("Theme of the campaign") },
  { "issuer", N_("Issuing body") },
  { "parent-issuer", N_("Body above the issuer") },
  { "place", N_("Place of issue") },
  { "signer", N_("Signer") },
  { "signer-role", N_("Signer's role") },
  { "activity:launch:date", N_("Launch: date with weekday") },
  { "activity:launch:place", N_("Launch: place") },
  { "activity:session:date", N_("Donation day: date with weekday") },
  { "activity:session:place", N_("Donation day: place") },
  { "awards", N_("Number of award rounds") },
  { "budget", N_("Total of the budget") },
  { "budget-words", N_("Total of the budget in "
                       "words") },
};

const GhLiveKey *
gh_live_field_keys (gsize *n)
{
  *n = G_N_ELEMENTS (field_keys);
  return field_keys;
}

static char *
known_or_blank (char *text)
{
  if (text != NULL && *text != '\0')
    return text;
  g_free (text);
  return g_strdup (GH_LIVE_BLANK);
}

static char *
count_or_blank (gint64 value)
{
  return value >= 0 ? gh_number_format (value) : g_strdup (GH_LIVE_BLANK);
}

/* --- figures --------------------------------------------------------------------------------- */

/* {{target:…}} knows percent indicators too, which gh_summary_target() leaves out. */
static char *
target_field (const GhSummary *summary, GhIndicator indicator)
{
  const GPtrArray *targets = summary->dossier->targets;
  const GhTarget *target = gh_summary_target (summary, indicator);

  for (guint i = 0; i < targets->len && target == NULL; i++)
    {
      const GhTarget *candidate = g_ptr_array_index (targets, i);

      if (candidate->indicator == indicator)
        target = candidate;
    }
  return target != NULL ? gh_live_target_figure (target) : g_strdup (GH_LIVE_BLANK);
}

static char *
units_field (const GhSummary *summary)
{
  gint64 n = 0;

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhTotals *own = &g_array_index (summary->rows, GhSummaryRow, i).own;
      gboolean any = FALSE;

      for (int k = 0; k < GH_N_INDICATORS; k++)
        any = any || own->quota[k] >= 0;
      n += any ? 1 : 0;
    }
  return gh_number_format (n);
}

/* The donation days as they are planned: sessions, or else entries of the calendar. */
static char *
sessions_field (const GhDossier *dossier)
{
  gint64 n = dossier->sessions->len;

  for (guint i = 0; dossier->sessions->len == 0 && i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      n += activity->kind == GH_ACTIVITY_SESSION && activity->state != GH_ACTIVITY_CANCELLED;
    }
  return gh_number_format (n);
}

/* As in the table: no total while a line has no amount. */
static char *
budget_field (const GhDossier *dossier, gboolean in_words)
{
  guint n_unknown;
  gint64 total = gh_budget_total (dossier->budget, &n_unknown);

  if (n_unknown > 0 || total < 0)
    return g_strdup (GH_LIVE_BLANK);
  return in_words ? gh_number_in_words (total) : gh_number_format (total);
}

static char *
years_since_field (const GhDossier *dossier, const char *text)
{
  gint64 from;

  if (strspn (text, "0123456789") != 4 || strlen (text) != 4)
    return NULL;
  from = g_ascii_strtoll (text, NULL, 10);
  if (dossier->campaign->year <= 0 || from < 1 || from > dossier->campaign->year)
    return g_strdup (GH_LIVE_BLANK);
  return g_strdup_printf ("%d", dossier->campaign->year - (int) from);
}

/* --- dates and activities -------------------------------------------------------------------- */

/* "thứ Bảy, ngày 27/03/2027", with its hours before it; what is no day as in a sentence. */
static char *
day_field (const GhDateSpan *span)
{
  GhDateSpan day = *span;
  g_autofree char *date = NULL;
  g_autofree char *number = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *whole = NULL;

  if (gh_date_span_is_empty (span))
    return g_strdup (GH_LIVE_BLANK);
  if (span->precision != GH_PRECISION_DAY || span->before)
    return gh_date_span_format (span, GH_DATE_PLAN);
  day.start_minute = day.end_minute = -1;
  number = gh_day_format (span->start);
  date = gh_date_span_format (&day, GH_DATE_LONG);
  weekday = g_strndup (date, strlen (date) - strlen (number));
  whole = gh_date_span_format (span, GH_DATE_LONG);
  return g_strdup_printf ("%.*s%sngày %s", (int) (strlen (whole) - strlen (date)), whole, weekday,
                          number);
}

/* "07h30–11h30" */
static char *
hours_field (const GhDateSpan *span)
{
  GhDateSpan day = *span;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  gsize length;

  if (gh_date_span_is_empty (span) || (span->start_minute < 0 && span->end_minute < 0))
    return g_strdup (GH_LIVE_BLANK);
  day.start_minute = day.end_minute = -1;
  with = gh_date_span_format (span, GH_DATE_NORMAL);
  without = gh_date_span_format (&day, GH_DATE_NORMAL);
  length = strlen (with) - MIN (strlen (without), strlen (with));
  while (length > 0 && strchr (" ,", with[length - 1]) != NULL)
    length--;
  return g_strndup (with, length);
}

/* The entry of that id, or the first one of that kind that was not called off. */
static const GhActivity *
find_activity (const GhDossier *dossier, const char *which, gboolean *valid)
{
  GhActivityKind kind;

  *valid = TRUE;
  if (*which != '\0' && strspn (which, "0123456789") == strlen (which))
    return gh_dossier_find_activity (dossier, g_ascii_strtoll (which, NULL, 10));
  if (!gh_activity_kind_from_string (which, &kind))
    {
      *valid = FALSE;
      return NULL;
    }
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->kind == kind && activity->state != GH_ACTIVITY_CANCELLED)
        return activity;
    }
  return NULL;
}

static const char *const activity_parts[] = { "date", "day", "time", "place", "title", "lead" };

/* "session:date", "12:place" */
static char *
activity_field (const GhDossier *dossier, const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, ":", -1);
  const GhActivity *activity;
  gsize part = 0;
  gboolean valid;

  if (g_strv_length (words) != 2)
    return NULL;
  while (part < G_N_ELEMENTS (activity_parts) && strcmp (words[1], activity_parts[part]) != 0)
    part++;
  activity = find_activity (dossier, words[0], &valid);
  if (!valid || part == G_N_ELEMENTS (activity_parts))
    return NULL;
  if (activity == NULL)
    return g_strdup (GH_LIVE_BLANK);
  switch (part)
    {
    case 0:
      return day_field (&activity->span);
    case 1:
      return known_or_blank (gh_date_span_format (&activity->span, GH_DATE_NORMAL));
    case 2:
      return hours_field (&activity->span);
    case 3:
      return known_or_blank (g_strdup (activity->place));
    case 4:
      return known_or_blank (g_strdup (activity->title));
    default:
      return known_or_blank (g_strdup (activity->lead));
    }
}

/* --- all of them ----------------------------------------------------------------------------- */

static char *
campaign_field (const GhDossier *dossier, const char *key)
{
  const GhCampaign *campaign = dossier->campaign;
  const GhDateSpan *period = &campaign->period;
  GhDateSpan first = gh_date_span_day (period->start);
  GhDateSpan last = gh_date_span_day (gh_date_span_last_day (period));
  gboolean dated = campaign->year > 0;

  if (g_str_equal (key, "period"))
    return known_or_blank (gh_date_span_format (period, GH_DATE_PLAN));
  if (g_str_equal (key, "start"))
    return known_or_blank (gh_day_format (first.start));
  if (g_str_equal (key, "start-day"))
    return day_field (&first);
  if (g_str_equal (key, "end"))
    return known_or_blank (gh_day_format (last.start));
  if (g_str_equal (key, "end-day"))
    return day_field (&last);
  if (g_str_equal (key, "year"))
    return dated ? g_strdup_printf ("%d", campaign->year) : g_strdup (GH_LIVE_BLANK);
  if (g_str_equal (key, "last-year"))
    return dated ? g_strdup_printf ("%d", campaign->year - 1) : g_strdup (GH_LIVE_BLANK);
  if (g_str_equal (key, "lunar-year"))
    return known_or_blank (dated ? gh_lunar_year_name (campaign->year) : NULL);
  if (g_str_equal (key, "theme"))
    return known_or_blank (g_strdup (campaign->theme));
  return NULL;
}

static char *
plan_field (const GhDossier *dossier, const char *key)
{
  const GhPlan *plan = dossier->plan;
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "issuer", plan->issuer },
    { "parent-issuer", plan->parent_issuer },
    { "place", plan->place },
    { "signer", plan->signer_name },
    { "signer-role", plan->signer_role },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (key, texts[i].key))
      return known_or_blank (g_strdup (texts[i].text));
  return NULL;
}

char *
gh_live_field (const GhLiveFill *fill, const char *key)
{
  const GhSummary *summary = fill->summary;
  const GhDossier *dossier = summary->dossier;
  GhIndicator indicator;
  char *text;

  if (gh_text_begins (key, "target:"))
    return gh_indicator_from_string (key + 7, &indicator) ? target_field (summary, indicator)
                                                          : NULL;
  if (gh_text_begins (key, "quota:"))
    return gh_indicator_from_string (key + 6, &indicator)
             ? count_or_blank (summary->total.quota[indicator])
             : NULL;
  if (gh_text_begins (key, "years-since:"))
    return years_since_field (dossier, key + strlen ("years-since:"));
  if (gh_text_begins (key, "activity:"))
    return activity_field (dossier, key + strlen ("activity:"));
  if (gh_text_begins (key, "cite:"))
    return gh_live_cite (fill, key + strlen ("cite:"));
  if (g_str_equal (key, "units"))
    return units_field (summary);
  if (g_str_equal (key, "sessions"))
    return sessions_field (dossier);
  if (g_str_equal (key, "awards"))
    return gh_number_format (dossier->awards->len);
  if (g_str_equal (key, "budget") || g_str_equal (key, "budget-words"))
    return budget_field (dossier, key[6] != '\0');
  text = campaign_field (dossier, key);
  return text != NULL ? text : plan_field (dossier, key);
}

char *
gh_live_field_text (const GhSummary *summary, const char *key)
{
  GhLiveFill fill = { summary, NULL };

  g_return_val_if_fail (summary != NULL && key != NULL, NULL);
  return gh_live_field (&fill, key);
}

/* --- menus ----------------------------------------------------------------------------------- */

void
gh_live_field_free (GhLiveField *field)
{
  if (field == NULL)
    return;
  g_free (field->key);
  g_free (field->name);
  g_free (field->text);
  g_free (field);
}

/* Takes @key and @name. */
static void
add_field (GPtrArray *fields, const GhSummary *summary, char *key, char *name)
{
  GhLiveField *field = g_new0 (GhLiveField, 1);

  field->key = key;
  field->name = name;
  field->text = gh_live_field_text (summary, key);
  g_ptr_array_add (fields, field);
}

GPtrArray *
gh_live_list_fields (const GhSummary *summary)
{
  const GhDossier *dossier = summary->dossier;
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_live_field_free);

  for (gsize i = 0; i < G_N_ELEMENTS (field_keys); i++)
    add_field (fields, summary, g_strdup (field_keys[i].key), g_strdup (_(field_keys[i].name)));
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      /* Translators: name of a field; %s is an entry of the calendar. */
      add_field (fields, summary,
                 g_strdup_printf ("activity:%" G_GINT64_FORMAT ":date", activity->id),
                 g_strdup_printf (_("%s: date"), activity->title));
      if (*activity->place != '\0')
        /* Translators: name of a field; %s is an entry of the calendar. */
        add_field (fields, summary,
                   g_strdup_printf ("activity:%" G_GINT64_FORMAT ":place", activity->id),
                   g_strdup_printf (_("%s: place"), activity->title));
    }
  for (guint i = 0; i < dossier->plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (dossier->plan->bases, i);

      if (*basis->number != '\0')
        /* Translators: name of a field; %s is the number of a document. */
        add_field (fields, summary, g_strdup_printf ("cite:%s", basis->number),
                   g_strdup_printf (_("Citation of %s"), basis->number));
    }
  return fields;
}

char *
gh_live_map_activities (const char *text, char *(*map) (gint64 id, gpointer), gpointer data)
{
  static const char open[] = "{{activity:";
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at; (at = strstr (text, open)) != NULL;)
    {
      const char *number = at + strlen (open);
      gsize length = strspn (number, "0123456789");
      g_autofree char *other = NULL;

      g_string_append_len (out, text, number - text);
      if (length > 0 && length < 19 && number[length] == ':')
        other = map (g_ascii_strtoll (number, NULL, 10), data);
      if (other != NULL)
        g_string_append (out, other);
      else
        g_string_append_len (out, number, (gssize) length);
      text = number + length;
    }
  g_string_append (out, text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
