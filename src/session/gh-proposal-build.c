/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-proposal-private.h"
#include "gh-text.h"

/* What a proposal comes to: the words of its lines, and the reading to be accepted. */

/* --- words ------------------------------------------------------------------------------------ */

/* (transfer full) (nullable): the line's element as it stands now. */
static gpointer
dup_element (const GhProposalLine *line)
{
  gpointer element;

  if (line->type == NULL || line->type->copy == NULL)
    return NULL;
  element = line->type->copy (line->element);
  _gh_line_write (line, element);
  return element;
}

static char *
or_else (const char *text, const char *otherwise)
{
  return g_strdup (text != NULL && *text != '\0' ? text : otherwise);
}

static char *
format_date (const GhDateSpan *span)
{
  g_autofree char *text = gh_date_span_format (span, GH_DATE_LONG);

  return or_else (text, _("No date"));
}

char *
gh_proposal_dup_caption (const GhProposal *self, guint line)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);
  gpointer element = dup_element (one);
  char *caption = NULL;

  switch (one->group)
    {
    case GH_PROPOSAL_PROBLEMS:
      caption = g_strdup (((const GhProblem *) one->element)->where);
      break;
    case GH_PROPOSAL_HEAD:
      caption = g_strdup (_(one->head->slot.label));
      break;
    case GH_PROPOSAL_BASES:
      caption = or_else (((GhBasis *) element)->number, _("Basis"));
      break;
    case GH_PROPOSAL_TARGETS:
      caption = g_strdup (gh_indicator_name (((GhTarget *) element)->indicator));
      break;
    case GH_PROPOSAL_EVENTS:
    case GH_PROPOSAL_DEADLINES:
      caption = format_date (&((GhActivity *) element)->span);
      break;
    case GH_PROPOSAL_TASKS:
      caption = g_strdup (((GhTask *) element)->organisation);
      break;
    case GH_PROPOSAL_AWARDS:
      caption = format_date (&((GhAwardReading *) element)->deadline);
      break;
    case GH_PROPOSAL_RECIPIENTS:
      caption = or_else (((GhRecipient *) element)->purpose, _("Recipient"));
      break;
    default:
      break;
    }
  if (element != NULL)
    one->type->free (element);
  return caption != NULL ? caption : g_strdup ("");
}

static char *
dup_head_text (const GhProposalLine *line)
{
  const char *value = line->values != NULL ? line->values[0] : line->original[0];
  GhDateSpan span = GH_DATE_SPAN_INIT;

  if ((line->head->slot.kind == GH_SLOT_SPAN || line->head->slot.kind == GH_SLOT_ISSUE) &&
      *value != '\0' && gh_date_span_parse (value, 0, &span, NULL))
    return gh_date_span_format (&span, GH_DATE_LONG);
  return gh_text_strip_marks (value);
}

char *
gh_proposal_dup_text (const GhProposal *self, guint line)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);
  gpointer element = one->head != NULL ? NULL : dup_element (one);
  char *text = NULL;

  if (one->head != NULL)
    return dup_head_text (one);
  if (one->group == GH_PROPOSAL_PROBLEMS)
    text = g_strdup (((const GhProblem *) one->element)->message);
  else if (one->group == GH_PROPOSAL_BASES)
    text = gh_text_strip_marks (((GhBasis *) element)->text);
  else if (one->group == GH_PROPOSAL_TARGETS)
    text = gh_target_format (element);
  else if (one->type == &_gh_line_activity)
    text = gh_text_strip_marks (((GhActivity *) element)->title);
  else if (one->group == GH_PROPOSAL_TASKS)
    text = gh_text_strip_marks (((GhTask *) element)->text);
  else if (one->group == GH_PROPOSAL_AWARDS)
    text = gh_text_strip_marks (((GhAwardReading *) element)->name);
  else
    text = gh_text_strip_marks (((GhRecipient *) element)->name);
  if (element != NULL)
    one->type->free (element);
  return text;
}

/* "Place: …" after what stands already. Translators' words come whole in @format. */
static void
add_detail (GString *detail, const char *label, const char *text)
{
  g_autofree char *plain = gh_text_strip_marks (text != NULL ? text : "");

  if (*plain == '\0')
    return;
  if (detail->len > 0)
    g_string_append (detail, " · ");
  g_string_append_printf (detail, "%s: %s", label, plain);
}

static void
add_date (GString *detail, const char *label, const GhDateSpan *span)
{
  g_autofree char *text = gh_date_span_format (span, GH_DATE_LONG);

  add_detail (detail, label, text);
}

char *
gh_proposal_dup_detail (const GhProposal *self, guint line)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);
  gpointer element = one->head != NULL ? NULL : dup_element (one);
  GString *detail = g_string_new (NULL);
  const GhActivity *activity = element;
  const GhAwardReading *award = element;

  if (one->type == &_gh_line_activity)
    {
      if (activity->kind != GH_ACTIVITY_DEADLINE)
        add_detail (detail, _("Kind"), gh_activity_kind_name (activity->kind));
      add_detail (detail, _("Held at"), activity->place);
      add_detail (detail, _("Lead unit"), activity->lead);
    }
  else if (one->group == GH_PROPOSAL_TARGETS)
    add_detail (detail, _("Who has to reach it"), ((const GhTarget *) element)->owner);
  else if (one->group == GH_PROPOSAL_TASKS)
    add_date (detail, _("Deadline"), &((const GhTask *) element)->deadline);
  else if (one->group == GH_PROPOSAL_AWARDS)
    {
      add_detail (detail, _("For whom"), award->audience);
      add_date (detail, _("Period"), &award->period);
    }
  if (element != NULL)
    one->type->free (element);
  return g_string_free (detail, FALSE);
}

/* --- the reading ------------------------------------------------------------------------------ */

static GPtrArray *
copy_all (const GPtrArray *elements, GCopyFunc copy, GDestroyNotify destroy)
{
  GPtrArray *copies = g_ptr_array_copy ((GPtrArray *) elements, copy, NULL);

  g_ptr_array_set_free_func (copies, destroy);
  return copies;
}

static gpointer
copy_award (gconstpointer award, gpointer user_data G_GNUC_UNUSED)
{
  return gh_award_reading_copy (award);
}

static gpointer
copy_target (gconstpointer target, gpointer user_data G_GNUC_UNUSED)
{
  return gh_target_copy (target);
}

static gpointer
copy_activity (gconstpointer activity, gpointer user_data G_GNUC_UNUSED)
{
  return gh_activity_copy (activity);
}

static gpointer
copy_problem (gconstpointer from, gpointer user_data G_GNUC_UNUSED)
{
  const GhProblem *problem = from;
  GhProblem *copy = g_memdup2 (problem, sizeof *problem);

  copy->where = g_strdup (problem->where);
  copy->message = g_strdup (problem->message);
  return copy;
}

static GhPlanReading *
copy_reading (const GhPlanReading *from)
{
  GhPlanReading *reading = g_new0 (GhPlanReading, 1);

  reading->campaign = gh_campaign_copy (from->campaign);
  reading->plan = gh_plan_copy (from->plan);
  reading->targets = copy_all (from->targets, copy_target, (GDestroyNotify) gh_target_free);
  reading->activities =
    copy_all (from->activities, copy_activity, (GDestroyNotify) gh_activity_free);
  reading->awards = copy_all (from->awards, copy_award, (GDestroyNotify) gh_award_reading_free);
  reading->corrected = g_hash_table_new (NULL, NULL);
  reading->problems = copy_all (from->problems, copy_problem, (GDestroyNotify) gh_problem_free);
  return reading;
}

/* What is no basis is a paragraph before the body; what is cited in the body stands there. */
static void
keep_basis (GhPlan *plan, const GhBasis *basis)
{
  if (!basis->cited && *basis->text != '\0')
    g_ptr_array_insert (plan->blocks, 0, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", basis->text));
}

static void
keep_recipient (GhPlan *plan, const GhRecipient *recipient)
{
  g_autoptr (GString) note = g_string_new (recipient->name);

  if (*recipient->purpose != '\0')
    g_string_append_printf (note, " (%s)", recipient->purpose);
  if (*plan->recipients_note != '\0')
    g_string_append_printf (note, "\n%s", plan->recipients_note);
  g_free (plan->recipients_note);
  plan->recipients_note = g_strdup (note->str);
}

static void
keep_text (GhPlan *plan, const GhProposalLine *line)
{
  if (line->group == GH_PROPOSAL_BASES)
    keep_basis (plan, line->element);
  else if (line->group == GH_PROPOSAL_RECIPIENTS)
    keep_recipient (plan, line->element);
}

/* @copies has the elements of @originals, in their order. From the end, so that what is taken out
 * moves nothing that is still to be looked at. */
static void
take_lines (GhPlanReading *reading,
            GHashTable *lines,
            const GPtrArray *originals,
            GPtrArray *copies)
{
  for (guint i = copies->len; i > 0; i--)
    {
      const GhProposalLine *line = g_hash_table_lookup (lines, originals->pdata[i - 1]);

      if (!line->refused)
        {
          _gh_line_write (line, copies->pdata[i - 1]);
          if (line->values != NULL)
            g_hash_table_add (reading->corrected, copies->pdata[i - 1]);
          continue;
        }
      keep_text (reading->plan, line);
      g_ptr_array_remove_index (copies, i - 1);
    }
}

static void
take_head (GhPlanReading *reading, const GhProposalLine *line)
{
  gpointer element =
    line->head->of_campaign ? (gpointer) reading->campaign : (gpointer) reading->plan;
  char *blank[] = { (char *) "", NULL };
  GhProposalLine emptied = *line;

  if (line->refused)
    emptied.values = blank;
  _gh_line_write (&emptied, element);
}

GhPlanReading *
gh_proposal_build (const GhProposal *self)
{
  const GhPlanReading *from = self->reading;
  GhPlanReading *reading = copy_reading (from);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->head != NULL)
        take_head (reading, line);
      else
        g_hash_table_insert (lines, line->element, line);
    }
  take_lines (reading, lines, from->plan->bases, reading->plan->bases);
  take_lines (reading, lines, from->plan->tasks, reading->plan->tasks);
  take_lines (reading, lines, from->plan->recipients, reading->plan->recipients);
  take_lines (reading, lines, from->targets, reading->targets);
  take_lines (reading, lines, from->activities, reading->activities);
  take_lines (reading, lines, from->awards, reading->awards);
  return reading;
}
