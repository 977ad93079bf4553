/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-number.h"
#include "gh-proposal-private.h"
#include "gh-text.h"

/* The fields of lines: their values as text, checked and written back. */

#define MOST 1e12 /* more than there are people, and still exact */

G_DEFINE_QUARK (gh_proposal_error, gh_proposal_error)

#define SLOT(label, kind, type, member)                                                            \
  {                                                                                                \
    label, kind, G_STRUCT_OFFSET (type, member)                                                    \
  }

static const GhSlot basis_slots[] = {
  SLOT (N_("Text"), GH_SLOT_NEEDED, GhBasis, text),
  SLOT (N_("Number"), GH_SLOT_TEXT, GhBasis, number),
  SLOT (N_("Date"), GH_SLOT_DAY, GhBasis, date),
  SLOT (N_("Issuer"), GH_SLOT_TEXT, GhBasis, issuer),
};

static const GhSlot target_slots[] = {
  SLOT (N_("What is counted"), GH_SLOT_INDICATOR, GhTarget, indicator),
  SLOT (N_("Comparison"), GH_SLOT_COMPARATOR, GhTarget, comparator),
  SLOT (N_("Figure"), GH_SLOT_FIGURE, GhTarget, value),
  SLOT (N_("Unit of measure"), GH_SLOT_TEXT, GhTarget, unit),
  SLOT (N_("Of what (for a share)"), GH_SLOT_TEXT, GhTarget, basis),
};

static const GhSlot activity_slots[] = {
  SLOT (N_("Name of the activity"), GH_SLOT_NEEDED, GhActivity, title),
  SLOT (N_("Kind"), GH_SLOT_ACTIVITY, GhActivity, kind),
  SLOT (N_("Date"), GH_SLOT_SPAN, GhActivity, span),
  SLOT (N_("Held at"), GH_SLOT_TEXT, GhActivity, place),
  SLOT (N_("Lead unit"), GH_SLOT_TEXT, GhActivity, lead),
};

static const GhSlot task_slots[] = {
  SLOT (N_("Organisation"), GH_SLOT_NEEDED, GhTask, organisation),
  SLOT (N_("Task"), GH_SLOT_NEEDED, GhTask, text),
  SLOT (N_("Deadline"), GH_SLOT_SPAN, GhTask, deadline),
};

static const GhSlot award_slots[] = {
  SLOT (N_("Award round"), GH_SLOT_NEEDED, GhAwardReading, name),
  SLOT (N_("For whom"), GH_SLOT_TEXT, GhAwardReading, audience),
  SLOT (N_("Period"), GH_SLOT_SPAN, GhAwardReading, period),
  SLOT (N_("Deadline"), GH_SLOT_SPAN, GhAwardReading, deadline),
};

static const GhSlot recipient_slots[] = {
  SLOT (N_("Recipient"), GH_SLOT_NEEDED, GhRecipient, name),
  SLOT (N_("Purpose"), GH_SLOT_TEXT, GhRecipient, purpose),
};

#define TYPE(slots, name, copy_func, free_func)                                                    \
  const GhLineType name = { slots, G_N_ELEMENTS (slots), (gpointer (*) (gconstpointer)) copy_func, \
                            (GDestroyNotify) free_func }

TYPE (basis_slots, _gh_line_basis, gh_basis_copy, gh_basis_free);
TYPE (target_slots, _gh_line_target, gh_target_copy, gh_target_free);
TYPE (activity_slots, _gh_line_activity, gh_activity_copy, gh_activity_free);
TYPE (task_slots, _gh_line_task, gh_task_copy, gh_task_free);
TYPE (award_slots, _gh_line_award, gh_award_reading_copy, gh_award_reading_free);
TYPE (recipient_slots, _gh_line_recipient, gh_recipient_copy, gh_recipient_free);
const GhLineType _gh_line_problem = { NULL, 0, NULL, NULL };

#define CAMPAIGN(label, kind, member, always)                                                      \
  {                                                                                                \
    SLOT (label, kind, GhCampaign, member), TRUE, always, FALSE                                    \
  }
#define PLAN(label, kind, member, always, signature)                                               \
  {                                                                                                \
    SLOT (label, kind, GhPlan, member), FALSE, always, signature                                   \
  }

const GhHeadField _gh_head_fields[] = {
  CAMPAIGN (N_("Campaign"), GH_SLOT_NEEDED, name, TRUE),
  CAMPAIGN (N_("Year"), GH_SLOT_YEAR, year, TRUE),
  CAMPAIGN (N_("Theme"), GH_SLOT_TEXT, theme, TRUE),
  CAMPAIGN (N_("Period"), GH_SLOT_SPAN, period, TRUE),
  PLAN (N_("Superior body"), GH_SLOT_TEXT, parent_issuer, FALSE, FALSE),
  PLAN (N_("Issuer"), GH_SLOT_TEXT, issuer, TRUE, FALSE),
  PLAN (N_("Number"), GH_SLOT_NUMBER, number, TRUE, FALSE),
  PLAN (N_("Symbol"), GH_SLOT_TEXT, symbol, FALSE, FALSE),
  PLAN (N_("Place"), GH_SLOT_TEXT, place, FALSE, FALSE),
  PLAN (N_("Date of issue"), GH_SLOT_ISSUE, issue_year, TRUE, FALSE),
  PLAN (N_("Subject"), GH_SLOT_TEXT, title, TRUE, FALSE),
  PLAN (N_("Authority"), GH_SLOT_TEXT, authority, FALSE, TRUE),
  PLAN (N_("Signer’s role"), GH_SLOT_TEXT, signer_role, FALSE, TRUE),
  PLAN (N_("Signer’s post"), GH_SLOT_TEXT, signer_post, FALSE, TRUE),
  PLAN (N_("Signer"), GH_SLOT_TEXT, signer_name, TRUE, TRUE),
};
const guint _gh_n_head_fields = G_N_ELEMENTS (_gh_head_fields);

const GhSlot *
_gh_line_slots (const GhProposalLine *line, guint *n)
{
  *n = line->head != NULL ? 1 : line->type->n_slots;
  return line->head != NULL ? &line->head->slot : line->type->slots;
}

/* --- out of the struct ------------------------------------------------------------------------ */

static char *
read_issue (const GhPlan *plan)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;
  guint32 day = 0;

  if (plan->issue_year == 0)
    return g_strdup ("");
  if (plan->issue_month == 0)
    span = gh_date_span_year (plan->issue_year);
  else if (plan->issue_day == 0)
    span = gh_date_span_month (plan->issue_year, plan->issue_month);
  else if ((day = gh_day_from_ymd (plan->issue_year, plan->issue_month, plan->issue_day)) != 0)
    span = gh_date_span_day (day);
  else /* 31/11/2026 stays as it is written */
    return g_strdup_printf ("%02d/%02d/%d", plan->issue_day, plan->issue_month, plan->issue_year);
  return gh_date_span_format (&span, GH_DATE_NORMAL);
}

static char *
read_figure (const GhTarget *target)
{
  g_autofree char *from = gh_number_format_exact (target->value);
  g_autofree char *to = gh_number_format_exact (target->value_to);

  return target->value_to > target->value ? g_strdup_printf ("%s – %s", from, to)
                                          : g_steal_pointer (&from);
}

static char *
read_slot (const GhSlot *slot, gconstpointer element)
{
  gconstpointer at = (const char *) element + slot->offset;
  const char *text;

  switch (slot->kind)
    {
    case GH_SLOT_TEXT:
    case GH_SLOT_NEEDED:
    case GH_SLOT_NUMBER:
      text = *(const char *const *) at;
      return g_strdup (text != NULL ? text : "");
    case GH_SLOT_SPAN:
      return gh_date_span_format (at, GH_DATE_NORMAL);
    case GH_SLOT_DAY:
      return gh_day_format (*(const guint32 *) at);
    case GH_SLOT_ISSUE:
      return read_issue (element);
    case GH_SLOT_FIGURE:
      return read_figure (element);
    case GH_SLOT_YEAR:
    case GH_SLOT_INDICATOR:
    case GH_SLOT_COMPARATOR:
    case GH_SLOT_ACTIVITY:
      return g_strdup_printf ("%d", *(const int *) at);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char **
_gh_line_read (const GhProposalLine *line, gconstpointer element)
{
  guint n;
  const GhSlot *slots = _gh_line_slots (line, &n);
  char **values = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = read_slot (&slots[i], element);
  return values;
}

/* --- into the struct -------------------------------------------------------------------------- */

static gboolean
parse_figure (const char *value, double *from, double *to)
{
  static const char *const dashes[] = { "–", "—", "-", "đến" };

  if (gh_number_parse (value, from))
    {
      *to = *from;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (value, dashes[i]);
      g_autofree char *first = NULL;

      if (dash == NULL || dash == value)
        continue;
      first = g_strndup (value, (gsize) (dash - value));
      return gh_number_parse (first, from) && gh_number_parse (dash + strlen (dashes[i]), to);
    }
  return FALSE;
}

/* One day, a month, a year, or nothing. */
static gboolean
parse_issue (const char *value, int year, int parts[3], char **problem)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;

  parts[0] = parts[1] = parts[2] = 0;
  if (*value == '\0')
    return TRUE;
  if (!gh_date_span_parse (value, year, &span, problem) || span.before)
    return FALSE;
  if (span.precision != GH_PRECISION_DAY && span.precision != GH_PRECISION_MONTH &&
      span.precision != GH_PRECISION_YEAR)
    return FALSE;
  gh_day_to_ymd (span.start, &parts[0], &parts[1], &parts[2]);
  if (span.precision != GH_PRECISION_DAY)
    parts[2] = 0;
  if (span.precision == GH_PRECISION_YEAR)
    parts[1] = 0;
  return TRUE;
}

/* @value has gone through _gh_slot_check(), which made all years plain. */
static void
write_slot (const GhSlot *slot, gpointer element, const char *value)
{
  gpointer at = (char *) element + slot->offset;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  GhTarget *target = element;
  GhPlan *plan = element;
  int parts[3];

  switch (slot->kind)
    {
    case GH_SLOT_TEXT:
    case GH_SLOT_NEEDED:
    case GH_SLOT_NUMBER:
      g_free (*(char **) at);
      *(char **) at = g_strdup (value);
      break;
    case GH_SLOT_SPAN:
    case GH_SLOT_DAY:
      if (*value != '\0')
        gh_date_span_parse (value, 0, &span, NULL);
      if (slot->kind == GH_SLOT_SPAN)
        *(GhDateSpan *) at = span;
      else
        *(guint32 *) at = span.start;
      break;
    case GH_SLOT_ISSUE:
      parse_issue (value, 0, parts, NULL);
      plan->issue_year = parts[0];
      plan->issue_month = parts[1];
      plan->issue_day = parts[2];
      break;
    case GH_SLOT_FIGURE:
      parse_figure (value, &target->value, &target->value_to);
      break;
    case GH_SLOT_YEAR:
    case GH_SLOT_INDICATOR:
    case GH_SLOT_COMPARATOR:
    case GH_SLOT_ACTIVITY:
      *(int *) at = atoi (value);
      break;
    default:
      g_return_if_reached ();
    }
}

void
_gh_line_write (const GhProposalLine *line, gpointer element)
{
  guint n;
  const GhSlot *slots = _gh_line_slots (line, &n);

  for (guint i = 0; line->values != NULL && i < n; i++)
    if (strcmp (line->values[i], line->original[i]) != 0)
      write_slot (&slots[i], element, line->values[i]);
}

/* --- what can be ------------------------------------------------------------------------------ */

static char *
refuse_value (GError **error, const char *message)
{
  g_set_error_literal (error, GH_PROPOSAL_ERROR, GH_PROPOSAL_ERROR_VALUE, message);
  return NULL;
}

static char *
check_date (const GhSlot *slot, const char *value, int year, GError **error)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;
  g_autofree char *problem = NULL;

  if (*value == '\0')
    return g_strdup ("");
  if (!gh_date_span_parse (value, year, &span, &problem))
    return refuse_value (error, problem != NULL
                                  ? problem
                                  : _("This is not a date. Write it as 27/02/2027, tháng "
                                      "02/2027 or từ 01/02 đến 15/02/2027."));
  if (slot->kind == GH_SLOT_DAY && (span.precision != GH_PRECISION_DAY || span.before))
    return refuse_value (error, _("The date of a document is one day, such as 25/11/2026."));
  return gh_date_span_format (&span, GH_DATE_NORMAL);
}

static char *
check_issue (const char *value, int year, GError **error)
{
  int parts[3];
  g_autofree char *problem = NULL;
  GhPlan plan = { 0 };

  if (!parse_issue (value, year, parts, &problem))
    return refuse_value (
      error, problem != NULL ? problem
                             : _("The date of issue is one day, such as 10/12/2026, or a month "
                                 "whose day is left blank: 12/2026."));
  plan.issue_year = parts[0];
  plan.issue_month = parts[1];
  plan.issue_day = parts[2];
  return read_issue (&plan);
}

static char *
check_figure (const char *value, GError **error)
{
  GhTarget target = { 0 };
  g_autofree char *message = NULL;

  if (!parse_figure (value, &target.value, &target.value_to))
    {
      /* Translators: %s is what was typed */
      message =
        g_strdup_printf (_("“%s” is no figure. Write it as 150, 1.450 or 200 – 300."), value);
      return refuse_value (error, message);
    }
  if (target.value_to > MOST)
    return refuse_value (error, _("The figure is too large."));
  if (target.value < 0 || target.value_to < target.value)
    return refuse_value (error, _("A range begins with its smaller figure, such as 200 – 300."));
  return read_figure (&target);
}

static char *
check_year (const char *value, GError **error)
{
  gint64 year = 0;

  if (strlen (value) != 4 || !g_ascii_string_to_signed (value, 10, 1990, 2100, &year, NULL))
    return refuse_value (error, _("The year has four digits and lies between 1990 and 2100."));
  return g_strdup (value);
}

char *
_gh_slot_check (const GhSlot *slot, const char *value, int year, GError **error)
{
  g_autofree char *clean = gh_text_nfc (value, -1);
  g_autofree char *text = gh_text_squeeze (clean);
  g_autofree char *message = NULL;

  switch (slot->kind)
    {
    case GH_SLOT_SPAN:
    case GH_SLOT_DAY:
      return check_date (slot, text, year, error);
    case GH_SLOT_ISSUE:
      return check_issue (text, year, error);
    case GH_SLOT_FIGURE:
      return check_figure (text, error);
    case GH_SLOT_YEAR:
      return check_year (text, error);
    case GH_SLOT_NUMBER:
      if (strpbrk (text, "/ ") != NULL)
        return refuse_value (error, _("Write the number alone, such as 12; what stands behind "
                                      "the stroke is the symbol."));
      return g_steal_pointer (&text);
    case GH_SLOT_NEEDED:
      if (*text != '\0')
        return g_steal_pointer (&text);
      /* Translators: %s is the name of a field */
      message = g_strdup_printf (_("“%s” cannot be empty. Refuse the line if it is not wanted."),
                                 _(slot->label));
      return refuse_value (error, message);
    case GH_SLOT_TEXT:
    case GH_SLOT_INDICATOR:
    case GH_SLOT_COMPARATOR:
    case GH_SLOT_ACTIVITY:
    default:
      return g_steal_pointer (&text);
    }
}

/* A count of people has no half, and nothing but the year's quota can be exceeded. */
static gboolean
check_target (char **values, GError **error)
{
  GhIndicator indicator = (GhIndicator) atoi (values[0]);
  double from = 0;
  double to = 0;

  parse_figure (values[2], &from, &to);
  if (gh_indicator_is_percent (indicator))
    {
      if (to > 100 && indicator != GH_INDICATOR_YEAR_PERCENT)
        return refuse_value (error, _("A share is at most 100 %.")) != NULL;
      return TRUE;
    }
  if (indicator != GH_INDICATOR_BLOOD_UNITS && indicator != GH_INDICATOR_OTHER &&
      (from != (double) (gint64) from || to != (double) (gint64) to))
    return refuse_value (error, _("What is counted here is a whole number.")) != NULL;
  return TRUE;
}

gboolean
_gh_line_check (const GhProposalLine *line, char **values, guint *field, GError **error)
{
  if (line->type != &_gh_line_target || check_target (values, error))
    return TRUE;
  if (field != NULL)
    *field = 2;
  return FALSE;
}
