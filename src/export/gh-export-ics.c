/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-ics.h"

#include <string.h>

#include <libical/ical.h>

#include "gh-export-sheet.h"

#define TIME_ZONE "Asia/Ho_Chi_Minh"

/* Deadlines ring at 08:00 of the day before and of the third day before: before midnight of the
 * day, so that the hours are those of Vietnam whatever the calendar's program makes of it. */
static const char *const alarm_triggers[] = { "-P2DT16H", "-PT16H" };

static struct icaltimetype
make_date (guint32 day)
{
  struct icaltimetype time = icaltime_null_time ();

  gh_day_to_ymd (day, &time.year, &time.month, &time.day);
  time.is_date = 1;
  return time;
}

/* @minute: up to 24:00, which is the next day's midnight: iCalendar's hours end with 23. */
static struct icaltimetype
make_time (guint32 day, int minute)
{
  struct icaltimetype time = make_date (day + (guint32) (minute / (24 * 60)));

  minute %= 24 * 60;

  time.is_date = 0;
  time.hour = minute / 60;
  time.minute = minute % 60;
  return time;
}

static void
add_own_property (icalcomponent *component, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (component, property);
}

/* Vietnam has had no summer time since 1975: one standard offset says all. */
static icalcomponent *
make_time_zone (void)
{
  icalcomponent *standard = icalcomponent_new (ICAL_XSTANDARD_COMPONENT);
  icalcomponent *zone = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);

  icalcomponent_add_property (zone, icalproperty_new_tzid (TIME_ZONE));
  icalcomponent_add_property (
    standard, icalproperty_new_dtstart (make_time (gh_day_from_ymd (1975, 6, 13), 0)));
  icalcomponent_add_property (standard, icalproperty_new_tzoffsetfrom (7 * 3600));
  icalcomponent_add_property (standard, icalproperty_new_tzoffsetto (7 * 3600));
  icalcomponent_add_property (standard, icalproperty_new_tzname ("+07"));
  icalcomponent_add_component (zone, standard);
  return zone;
}

/* The same entry of the same committee has the same UID in each export, so that calendars update
 * it. Row numbers of two workspaces meet; the issuer and the year keep them apart. */
static char *
make_uid (const GhSummary *summary, const GhActivity *activity)
{
  const GhDossier *dossier = summary->dossier;
  g_autofree char *key = NULL;
  g_autofree char *hash = NULL;

  if (activity->id != 0)
    key = g_strdup_printf ("%s|%s|%d|%" G_GINT64_FORMAT, dossier->plan->parent_issuer,
                           dossier->plan->issuer, dossier->campaign->year, activity->id);
  else
    key = g_strdup_printf ("%s|%s|%s|%u", dossier->plan->parent_issuer, dossier->plan->issuer,
                           activity->title, activity->span.start);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  return g_strdup_printf ("%.24s@giothong", hash);
}

static void
append_line (GString *text, const char *label, const char *value)
{
  if (*value == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s%s", label, value);
}

static gboolean
is_vague (const GhDateSpan *span)
{
  return span->precision != GH_PRECISION_DAY && span->precision != GH_PRECISION_SPAN;
}

static char *
format_description (const GhActivity *activity)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = gh_date_span_format (&activity->span, GH_DATE_NORMAL);

  if (is_vague (&activity->span))
    {
      g_autofree char *note = g_strdup_printf ("mới xác định %s; chưa ấn định ngày cụ thể.", time);

      append_line (text, "Thời gian: ", note);
    }
  else if (activity->span.before)
    append_line (text, "Thời hạn: ", time);
  append_line (text, "Chủ trì: ", activity->lead);
  append_line (text, "Phối hợp: ", activity->partners);
  append_line (text, "Kết quả: ", activity->result);
  append_line (text, "Trích kế hoạch: ", activity->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_hour_property (icalcomponent *event, icalproperty *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (TIME_ZONE));
  icalcomponent_add_property (event, property);
}

/* Hours of several days are the same hours on each of them. */
static void
add_hours (icalcomponent *event, const GhDateSpan *span, guint32 last)
{
  int end = span->end_minute > span->start_minute ? span->end_minute : span->start_minute;

  add_hour_property (event, icalproperty_new_dtstart (make_time (span->start, span->start_minute)));
  if (end > span->start_minute)
    add_hour_property (event, icalproperty_new_dtend (make_time (span->start, end)));
  if (last > span->start)
    {
      struct icalrecurrencetype rule;

      icalrecurrencetype_clear (&rule);
      rule.freq = ICAL_DAILY_RECURRENCE;
      rule.count = (int) (last - span->start + 1);
      icalcomponent_add_property (event, icalproperty_new_rrule (rule));
    }
}

static void
add_days (icalcomponent *event, const GhDateSpan *span, guint32 last)
{
  icalcomponent_add_property (event,
                              icalproperty_new_dtstart (make_date (MIN (span->start, last))));
  /* The end of a date is exclusive. */
  icalcomponent_add_property (event, icalproperty_new_dtend (make_date (last + 1)));
}

static void
add_alarms (icalcomponent *event, const char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alarm_triggers); i++)
    {
      icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
      struct icaltriggertype trigger = icaltriggertype_from_string (alarm_triggers[i]);

      icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
      icalcomponent_add_property (alarm, icalproperty_new_description (title));
      icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
      icalcomponent_add_component (event, alarm);
    }
}

/* What other calendars have no word for, for reading our own file again. */
static void
add_own_properties (icalcomponent *event, const GhActivity *activity)
{
  add_own_property (event, "X-GIOTHONG-KIND", gh_activity_kind_to_string (activity->kind));
  add_own_property (event, "X-GIOTHONG-STATE", gh_activity_state_to_string (activity->state));
  if (activity->span.start != 0)
    add_own_property (event, "X-GIOTHONG-PRECISION",
                      gh_precision_to_string (activity->span.precision));
  if (activity->span.before)
    add_own_property (event, "X-GIOTHONG-BEFORE", "TRUE");
  if (*activity->lead != '\0')
    add_own_property (event, "X-GIOTHONG-LEAD", activity->lead);
  if (*activity->partners != '\0')
    add_own_property (event, "X-GIOTHONG-PARTNERS", activity->partners);
  if (*activity->result != '\0')
    add_own_property (event, "X-GIOTHONG-RESULT", activity->result);
  if (*activity->text != '\0')
    add_own_property (event, "X-GIOTHONG-TEXT", activity->text);
}

static icalcomponent *
make_entry (const GhSummary *summary, const GhActivity *activity, struct icaltimetype stamp)
{
  const GhDateSpan *span = &activity->span;
  guint32 last = gh_date_span_last_day (span);
  gboolean dated = last != 0;
  gboolean hours = dated && span->start_minute >= 0 && !is_vague (span) && !span->before;
  icalcomponent *entry = icalcomponent_new (dated ? ICAL_VEVENT_COMPONENT : ICAL_VTODO_COMPONENT);
  g_autofree char *uid = make_uid (summary, activity);
  g_autofree char *description = format_description (activity);

  icalcomponent_add_property (entry, icalproperty_new_uid (uid));
  icalcomponent_add_property (entry, icalproperty_new_dtstamp (stamp));
  if (hours)
    add_hours (entry, span, last);
  else if (dated)
    add_days (entry, span, last);
  icalcomponent_add_property (entry, icalproperty_new_summary (activity->title));
  if (*description != '\0')
    icalcomponent_add_property (entry, icalproperty_new_description (description));
  if (*activity->place != '\0')
    icalcomponent_add_property (entry, icalproperty_new_location (activity->place));
  icalcomponent_add_property (
    entry, icalproperty_new_categories (gh_export_activity_kind_words (activity->kind)));
  if (activity->state == GH_ACTIVITY_CANCELLED)
    icalcomponent_add_property (entry, icalproperty_new_status (ICAL_STATUS_CANCELLED));
  else if (dated)
    icalcomponent_add_property (entry, icalproperty_new_status (ICAL_STATUS_CONFIRMED));
  if (dated && !hours) /* a day of the campaign does not make a clerk busy */
    icalcomponent_add_property (entry, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  add_own_properties (entry, activity);
  if (dated && activity->kind == GH_ACTIVITY_DEADLINE && activity->state == GH_ACTIVITY_PLANNED)
    add_alarms (entry, activity->title);
  return entry;
}

char *
gh_export_ics (const GhSummary *summary, gint64 now)
{
  const GPtrArray *activities = summary->dossier->activities;
  struct icaltimetype stamp =
    icaltime_from_timet_with_zone ((time_t) now, 0, icaltimezone_get_utc_timezone ());
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  char *printed;
  char *text;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (
    calendar, icalproperty_new_prodid ("-//Giọt Hồng//giothong " PACKAGE_VERSION "//VI"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_own_property (calendar, "X-WR-CALNAME", summary->dossier->campaign->name);
  add_own_property (calendar, "X-WR-TIMEZONE", TIME_ZONE);
  icalcomponent_add_component (calendar, make_time_zone ());
  for (guint i = 0; i < activities->len; i++)
    icalcomponent_add_component (calendar,
                                 make_entry (summary, g_ptr_array_index (activities, i), stamp));

  printed = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (printed);
  icalmemory_free_buffer (printed);
  icalcomponent_free (calendar);
  return text;
}
