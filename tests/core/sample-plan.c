/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-plan.h"

#include <string.h>

#include "gh-roll.h"

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* Fields of a plan that are one text. */
static gboolean
read_plan_text (GhPlan *plan, const char *key, const char *value)
{
  const struct
  {
    const char *key;
    char **field;
  } fields[] = {
    { "number", &plan->number },       { "symbol", &plan->symbol },
    { "place", &plan->place },         { "title", &plan->title },
    { "issuer", &plan->issuer },       { "authority", &plan->authority },
    { "role", &plan->signer_role },    { "post", &plan->signer_post },
    { "name", &plan->signer_name },    { "header-note", &plan->header_note },
    { "tail-note", &plan->tail_note },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (key, fields[i].key))
      {
        set (fields[i].field, value);
        return TRUE;
      }
  return FALSE;
}

static gint64
number (char **words, guint i)
{
  return i < g_strv_length (words) ? g_ascii_strtoll (words[i], NULL, 10) : 0;
}

static GhDateSpan
day_span (const char *text)
{
  return gh_date_span_day (gh_day_parse_iso (text));
}

/* Rows of data: "target blood-units 220" … */
static gboolean
read_data (GhDossier *dossier, const char *key, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 3);
  GhIndicator indicator = GH_INDICATOR_OTHER;

  if (g_str_equal (key, "target"))
    {
      g_assert_true (gh_indicator_from_string (words[0], &indicator));
      g_ptr_array_add (dossier->targets, gh_target_new (indicator, GH_COMPARATOR_AT_LEAST,
                                                        (double) number (words, 1)));
    }
  else if (g_str_equal (key, "unit"))
    {
      GhUnit *unit = gh_unit_new (words[2]);

      unit->id = number (words, 0);
      unit->parent_id = number (words, 1);
      g_ptr_array_add (dossier->units, unit);
    }
  else if (g_str_equal (key, "quota"))
    {
      g_assert_true (gh_indicator_from_string (words[1], &indicator));
      g_ptr_array_add (dossier->quotas,
                       gh_quota_new (number (words, 0), indicator, number (words, 2)));
    }
  else if (g_str_equal (key, "result"))
    {
      GhResult *result = gh_result_new (number (words, 0), 0);

      result->came = number (words, 1);
      result->donated = number (words, 2);
      g_ptr_array_add (dossier->results, result);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_calendar (GhDossier *dossier, const char *key, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 3);

  if (g_str_equal (key, "activity"))
    {
      GhActivityKind kind = GH_ACTIVITY_OTHER;
      GhDateSpan span = day_span (words[1]);

      g_assert_true (gh_activity_kind_from_string (words[0], &kind));
      span.before = kind == GH_ACTIVITY_DEADLINE;
      g_ptr_array_add (dossier->activities, gh_activity_new (words[2], kind, &span));
    }
  else if (g_str_equal (key, "session"))
    {
      GhDateSpan span = day_span (words[0]);
      GhDonationSession *session = gh_donation_session_new (words[2], &span);

      session->expected = number (words, 1);
      g_ptr_array_add (dossier->sessions, session);
    }
  else if (g_str_equal (key, "task"))
    {
      g_auto (GStrv) parts = g_strsplit (value, "|", 3);
      GhTask *task = gh_task_new (parts[0], parts[1]);

      if (parts[2] != NULL && *parts[2] != '\0')
        {
          task->deadline = day_span (parts[2]);
          task->deadline.before = TRUE;
        }
      g_ptr_array_add (dossier->plan->tasks, task);
    }
  else
    return FALSE;
  return TRUE;
}

/* "award NAME|AUDIENCE|FIRST|LAST|DEADLINE", "budget CONTENT|UNIT|QUANTITY|PRICE", "basis
 * NUMBER|TEXT". */
static gboolean
read_lists (GhDossier *dossier, const char *key, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "|", -1);

  if (g_str_equal (key, "award"))
    {
      GhAwardRound *round = gh_award_round_new (parts[0]);

      set (&round->audience, parts[1]);
      round->period = gh_date_span_days (gh_day_parse_iso (parts[2]), gh_day_parse_iso (parts[3]));
      round->deadline = day_span (parts[4]);
      g_ptr_array_add (dossier->awards, round);
    }
  else if (g_str_equal (key, "budget"))
    {
      GhBudgetLine *line = gh_budget_line_new (parts[0]);

      set (&line->unit, parts[1]);
      line->quantity = *parts[2] != '\0' ? g_ascii_strtoll (parts[2], NULL, 10) : -1;
      line->price = *parts[3] != '\0' ? g_ascii_strtoll (parts[3], NULL, 10) : -1;
      g_ptr_array_add (dossier->budget, line);
    }
  else if (g_str_equal (key, "cited") || g_str_equal (key, "numbered"))
    {
      GhBasis *basis = gh_basis_new (parts[1]);

      set (&basis->number, parts[0]);
      basis->cited = g_str_equal (key, "cited");
      g_ptr_array_add (dossier->plan->bases, basis);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_directive (GhDossier *dossier, const char *key, const char *value)
{
  GhPlan *plan = dossier->plan;
  GhCampaign *campaign = dossier->campaign;
  g_auto (GStrv) words = g_strsplit_set (value, " -", -1);

  if (read_plan_text (plan, key, value) || read_data (dossier, key, value) ||
      read_calendar (dossier, key, value) || read_lists (dossier, key, value))
    return;
  if (g_str_equal (key, "target-text"))
    set (&((GhTarget *) g_ptr_array_index (dossier->targets, dossier->targets->len - 1))->text,
         value);
  else if (g_str_equal (key, "activity-text"))
    set (
      &((GhActivity *) g_ptr_array_index (dossier->activities, dossier->activities->len - 1))->text,
      value);
  else if (g_str_equal (key, "date"))
    {
      plan->issue_year = (int) number (words, 0);
      plan->issue_month = (int) number (words, 1);
      plan->issue_day = (int) number (words, 2);
    }
  else if (g_str_equal (key, "year"))
    campaign->year = (int) number (words, 0);
  else if (g_str_equal (key, "theme"))
    set (&campaign->theme, value);
  else if (g_str_equal (key, "period"))
    {
      g_auto (GStrv) days = g_strsplit (value, " ", 2);

      campaign->period = gh_date_span_days (gh_day_parse_iso (days[0]), gh_day_parse_iso (days[1]));
    }
  else if (g_str_equal (key, "state"))
    g_assert_true (gh_plan_state_from_string (value, &plan->state));
  else if (g_str_equal (key, "basis"))
    g_ptr_array_add (plan->bases, gh_basis_new (value));
  else if (g_str_equal (key, "recipient"))
    g_ptr_array_add (plan->recipients, gh_recipient_new (value, ""));
  else
    g_error ("no such key: %s", key);
}

/* "I|TITLE" → a numbered block. */
static GhBlock *
numbered_block (GhBlockKind kind, int level, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", 2);

  return gh_block_new (kind, level, parts[0], parts[0] != NULL ? parts[1] : "");
}

static void
add_row (GhPlan *plan, const char *line)
{
  GhBlock *last =
    plan->blocks->len > 0 ? g_ptr_array_index (plan->blocks, plan->blocks->len - 1) : NULL;
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  if (last == NULL || last->kind != GH_BLOCK_TABLE)
    {
      last = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
      g_ptr_array_add (plan->blocks, last);
    }
  gh_block_add_row (last, (const char *const *) cells);
}

static void
read_line (GhDossier *dossier, const char *line)
{
  GPtrArray *blocks = dossier->plan->blocks;
  int level = (int) strspn (line, "#");

  if (*line == '!')
    {
      const char *space = strchr (line, ' ');
      g_autofree char *key =
        space != NULL ? g_strndup (line + 1, (gsize) (space - line - 1)) : g_strdup (line + 1);

      read_directive (dossier, key, space != NULL ? space + 1 : "");
    }
  else if (level > 0 && line[level] == ' ')
    g_ptr_array_add (blocks, numbered_block (GH_BLOCK_HEADING, level, line + level + 1));
  else if (g_str_has_prefix (line, "- "))
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 1, "-", line + 2));
  else if (g_str_has_prefix (line, "* "))
    g_ptr_array_add (blocks, numbered_block (GH_BLOCK_ITEM, 1, line + 2));
  else if (g_str_has_prefix (line, "& "))
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_APPENDIX, 1, "", line + 2));
  else if (*line == '|')
    add_row (dossier->plan, line + 1);
  else if (*line == '@')
    {
      GhBlock *block = gh_block_new (GH_BLOCK_LIVE, 0, "", "");

      set (&block->live, line + 1);
      g_ptr_array_add (blocks, block);
    }
  else if (*line != '\0')
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", line));
}

GhDossier *
sample_plan_read (const char *text)
{
  GhDossier *dossier = gh_dossier_new (gh_campaign_new ("Mẫu", 0), gh_plan_new ());
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    read_line (dossier, lines[i]);
  return dossier;
}

char *
sample_plan_roll_sentence (const char *sentence, int from, int to)
{
  g_autofree char *text = g_strdup_printf ("!title Hiến máu\n!year %d\n- %s\n", from, sentence);
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, to);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  const GhBlock *block = g_ptr_array_index (made->plan->blocks, 0);

  return g_strdup (block->text);
}
