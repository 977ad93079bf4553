/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "gh-calendar-private.h"
#include "gh-sheet-table.h"
#include "gh-text.h"

/* libical keeps and frees components by recursion, and no calendar nests more than an alarm in an
 * event in a calendar. */
#define MAX_DEPTH      8
#define MAX_COMPONENTS 100000
#define MAX_SIZE       (16u * 1024u * 1024u)

#define VIETNAM_MINUTES (7 * 60)

gboolean
gh_ics_looks_like (const guint8 *bytes, gsize length)
{
  const char *text = (const char *) bytes;
  gsize at = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return length - at >= 15 && g_ascii_strncasecmp (text + at, "BEGIN:VCALENDAR", 15) == 0;
}

static gboolean
set_damaged (const char *name, GError **error)
{
  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
               _("“%s” is a damaged calendar. Export it again from its program."), name);
  return FALSE;
}

/* Joins the lines that were folded, so that what is checked is what libical will see. */
static void
unfold (char *text)
{
  char *out = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\n' && (at[1] == ' ' || at[1] == '\t'))
        at++;
      else
        *out++ = *at;
    }
  *out = '\0';
}

/* Whether the line is the property @name, with parameters or without. */
static gboolean
is_property (const char *line, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (line, name, length) == 0 &&
         (line[length] == ':' || line[length] == ';');
}

/* Whether libical may be let loose on the unfolded text. */
static gboolean
check_shape (const char *text, const char *name, GError **error)
{
  guint n_components = 0;
  guint depth = 0;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n' ? 1 : 0;
      if (is_property (line, "BEGIN"))
        {
          depth++;
          n_components++;
        }
      else if (is_property (line, "END"))
        {
          if (depth == 0)
            return set_damaged (name, error);
          depth--;
        }
      if (depth > MAX_DEPTH || n_components > MAX_COMPONENTS)
        {
          g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                       _("“%s” is not a calendar of activities: it holds more than %u entries, or "
                         "entries inside of one another."),
                       name, (guint) MAX_COMPONENTS);
          return FALSE;
        }
    }
  return TRUE;
}

/* (transfer full): the value of our own property, "" if the entry has none. */
static char *
dup_own (icalcomponent *entry, const char *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (entry, ICAL_X_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (entry, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (property), name) == 0)
      {
        const char *value = icalproperty_get_x (property);

        return g_strdup (value != NULL ? value : "");
      }
  return g_strdup ("");
}

static char *
dup_text (const char *text)
{
  return gh_text_squeeze (text != NULL ? text : "");
}

/* Minutes east of Greenwich at a local time of zone @id; %FALSE if nobody knows the zone. */
static gboolean
find_offset (const char *id, const struct icaltimetype *time, int *minutes)
{
  static const char *const vietnam[] = { "Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok",
                                         "SE Asia Standard Time", "Asia/Hanoi" };
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) moment = NULL;

  *minutes = VIETNAM_MINUTES;
  for (gsize i = 0; i < G_N_ELEMENTS (vietnam); i++)
    if (strstr (id, vietnam[i]) != NULL)
      return TRUE;
  /* GLib takes such a name for a file of the computer. */
  if (g_path_is_absolute (id) || strstr (id, "..") != NULL)
    return FALSE;
  zone = g_time_zone_new_identifier (id);
  if (zone == NULL)
    return FALSE;
  moment = g_date_time_new (zone, time->year, time->month, time->day, time->hour, time->minute, 0);
  if (moment == NULL)
    return FALSE;
  *minutes = (int) (g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

/* Day and minute of a time in Vietnam; minute -1 for a date. 0 if there is no such day. */
static guint32
read_moment (icalproperty *property, struct icaltimetype time, int *minute, gboolean *unknown_zone)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *zone = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
  guint32 day = 0;
  int offset = VIETNAM_MINUTES;

  *minute = -1;
  if (time.year >= 1 && time.year <= 9998)
    day = gh_day_from_ymd (time.year, time.month, time.day);
  if (day == 0 || time.is_date)
    return day;
  if (icaltime_is_utc (time))
    offset = 0;
  else if (zone != NULL && !find_offset (zone, &time, &offset))
    *unknown_zone = TRUE;
  *minute = CLAMP (time.hour, 0, 23) * 60 + CLAMP (time.minute, 0, 59) + VIETNAM_MINUTES - offset;
  for (; *minute < 0; *minute += 24 * 60)
    day--;
  for (; *minute >= 24 * 60; *minute -= 24 * 60)
    day++;
  return day;
}

static icalproperty *
get_property (icalcomponent *entry, icalproperty_kind kind)
{
  return icalcomponent_get_first_property (entry, kind);
}

/* The end of the entry: last day, and minute for hours. */
static void
read_end (icalcomponent *entry, GhDateSpan *span, gboolean *unknown_zone)
{
  icalproperty *property = get_property (entry, ICAL_DTEND_PROPERTY);
  gboolean due = property == NULL && get_property (entry, ICAL_DUE_PROPERTY) != NULL;
  guint32 day;
  int minute;

  if (due)
    property = get_property (entry, ICAL_DUE_PROPERTY);
  if (property != NULL)
    day = read_moment (property,
                       due ? icalproperty_get_due (property) : icalproperty_get_dtend (property),
                       &minute, unknown_zone);
  else if ((property = get_property (entry, ICAL_DURATION_PROPERTY)) != NULL)
    {
      struct icaldurationtype duration = icalproperty_get_duration (property);
      gint64 minutes = (gint64) duration.weeks * 7 * 24 * 60 + (gint64) duration.days * 24 * 60 +
                       (gint64) duration.hours * 60 + duration.minutes;

      if (duration.is_neg || minutes < 0 || minutes > 366 * 24 * 60)
        return;
      minutes += MAX (span->start_minute, 0);
      day = span->start + (guint32) (minutes / (24 * 60));
      minute = span->start_minute >= 0 ? (int) (minutes % (24 * 60)) : -1;
    }
  else
    return;
  if (day == 0)
    return;
  if (minute < 0 && !due) /* the end of a date is exclusive */
    day--;
  if (minute == 0 && day > span->start) /* midnight belongs to the day before */
    {
      day--;
      minute = 24 * 60;
    }
  if (day < span->start)
    return;
  span->end = day;
  span->end_minute = (gint16) minute;
}

/* Our own files repeat the hours of several days daily; of other repetitions the first is taken. */
static gboolean
read_repetition (icalcomponent *entry, GhDateSpan *span)
{
  icalproperty *property = get_property (entry, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype rule;

  if (property == NULL)
    return TRUE;
  rule = icalproperty_get_rrule (property);
  if (rule.freq != ICAL_DAILY_RECURRENCE || rule.interval > 1 || rule.count < 1 ||
      rule.count > 366 || span->end != span->start)
    return FALSE;
  span->end = span->start + (guint32) rule.count - 1;
  return TRUE;
}

/* The precision of our own entries, if their days are those of the month, quarter … still. */
static void
restore_precision (icalcomponent *entry, GhDateSpan *span)
{
  g_autofree char *precision = dup_own (entry, "X-GIOTHONG-PRECISION");
  g_autofree char *before = dup_own (entry, "X-GIOTHONG-BEFORE");
  GhPrecision wanted;
  GhDateSpan candidates[6];
  gsize n = 0;
  int year;
  int month;

  if (g_str_equal (before, "TRUE"))
    {
      *span = gh_date_span_day (span->end + 1);
      span->before = TRUE;
      return;
    }
  if (!gh_precision_from_string (precision, &wanted))
    return;
  gh_day_to_ymd (span->start, &year, &month, NULL);
  candidates[n++] = gh_date_span_month (year, month);
  for (int part = 1; part <= 3; part++)
    candidates[n++] = gh_date_span_month_part (year, month, part);
  candidates[n++] = gh_date_span_quarter (year, (month - 1) / 3 + 1);
  candidates[n++] = gh_date_span_year (year);
  for (gsize i = 0; i < n; i++)
    if (candidates[i].precision == wanted && candidates[i].start == span->start &&
        candidates[i].end == span->end)
      *span = candidates[i];
}

/* What of the entry's time is doubtful, translated, or %NULL. */
static const char *
read_span (icalcomponent *entry, GhDateSpan *span)
{
  icalproperty *property = get_property (entry, ICAL_DTSTART_PROPERTY);
  gboolean due = property == NULL;
  gboolean unknown_zone = FALSE;
  gboolean repeated;
  int minute;

  *span = (GhDateSpan) GH_DATE_SPAN_INIT;
  if (due)
    property = get_property (entry, ICAL_DUE_PROPERTY);
  if (property == NULL)
    return icalcomponent_isa (entry) == ICAL_VEVENT_COMPONENT
             ? _("The entry has no date; it was taken without one.")
             : NULL;
  span->start = read_moment (
    property, due ? icalproperty_get_due (property) : icalproperty_get_dtstart (property), &minute,
    &unknown_zone);
  if (span->start == 0)
    return _("The date of the entry does not exist; it was taken without one.");
  span->end = span->start;
  span->start_minute = (gint16) minute;
  if (!due)
    read_end (entry, span, &unknown_zone);
  repeated = read_repetition (entry, span);
  span->precision = span->end > span->start ? GH_PRECISION_SPAN : GH_PRECISION_DAY;
  if (span->start_minute < 0 ||
      (span->end == span->start && span->end_minute <= span->start_minute))
    span->end_minute = -1;
  restore_precision (entry, span);
  if (unknown_zone)
    return _("The time zone of the entry is not known; its hours were taken as hours in Vietnam.");
  return repeated ? NULL : _("The entry repeats itself; only the first time was taken.");
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static GhActivityState
read_state (icalcomponent *entry)
{
  g_autofree char *own = dup_own (entry, "X-GIOTHONG-STATE");
  GhActivityState state;

  if (gh_activity_state_from_string (own, &state))
    return state;
  switch ((int) icalcomponent_get_status (entry))
    {
    case ICAL_STATUS_CANCELLED:
      return GH_ACTIVITY_CANCELLED;
    case ICAL_STATUS_COMPLETED:
      return GH_ACTIVITY_DONE;
    default:
      return GH_ACTIVITY_PLANNED;
    }
}

static GhActivity *
read_entry (icalcomponent *entry, const char **doubt)
{
  g_autofree char *title = dup_text (icalcomponent_get_summary (entry));
  g_autofree char *kind = dup_own (entry, "X-GIOTHONG-KIND");
  gboolean own = *kind != '\0';
  icalproperty *categories = get_property (entry, ICAL_CATEGORIES_PROPERTY);
  GhActivity *activity;
  GhDateSpan span;

  *doubt = read_span (entry, &span);
  if (*title == '\0')
    return NULL;
  if (!own && categories != NULL)
    take (&kind, dup_text (icalproperty_get_categories (categories)));
  activity = gh_activity_new (title, gh_calendar_guess_kind (kind, title, &span), &span);
  activity->state = read_state (entry);
  take (&activity->place, dup_text (icalcomponent_get_location (entry)));
  take (&activity->lead, dup_own (entry, "X-GIOTHONG-LEAD"));
  take (&activity->partners, dup_own (entry, "X-GIOTHONG-PARTNERS"));
  take (&activity->result, dup_own (entry, "X-GIOTHONG-RESULT"));
  if (own)
    take (&activity->text, dup_own (entry, "X-GIOTHONG-TEXT"));
  else
    take (&activity->text, dup_text (icalcomponent_get_description (entry)));
  return activity;
}

static void
read_calendar (icalcomponent *calendar, GhCalendarReading *reading, guint *n_entries)
{
  for (icalcomponent *entry = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT);
       entry != NULL; entry = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (entry);
      const char *doubt = NULL;
      GhActivity *activity;

      if (kind == ICAL_VCALENDAR_COMPONENT)
        read_calendar (entry, reading, n_entries);
      if (kind != ICAL_VEVENT_COMPONENT && kind != ICAL_VTODO_COMPONENT)
        continue;
      activity = read_entry (entry, &doubt);
      ++*n_entries;
      if (activity == NULL)
        gh_problems_add (reading->problems, g_strdup_printf (_("entry %u"), *n_entries), TRUE,
                         g_strdup (_("The entry has no title; it was not taken.")));
      else
        {
          if (doubt != NULL)
            gh_problems_add (reading->problems,
                             g_strdup_printf (_("entry %u (%s)"), *n_entries, activity->title),
                             FALSE, g_strdup (doubt));
          g_ptr_array_add (reading->activities, activity);
        }
    }
}

gboolean
gh_ics_read (GBytes *bytes, const char *name, GhCalendarReading *reading, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  icalcomponent *root;
  guint n_entries = 0;

  if (length > MAX_SIZE)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                   _("“%s” is larger than any calendar of activities."), name);
      return FALSE;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  text = gh_text_nfc (data, (gssize) length);
  unfold (text);
  if (!check_shape (text, name, error))
    return FALSE;
  root = icalparser_parse_string (text);
  if (root == NULL)
    return set_damaged (name, error);
  if (icalcomponent_isa (root) == ICAL_VEVENT_COMPONENT ||
      icalcomponent_isa (root) == ICAL_VTODO_COMPONENT)
    {
      icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

      icalcomponent_add_component (calendar, root);
      root = calendar;
    }
  read_calendar (root, reading, &n_entries);
  icalcomponent_free (root);
  return TRUE;
}
