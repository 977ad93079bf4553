/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-live.h"
#include "gh-lunar.h"
#include "gh-template-rule.h"
#include "gh-template.h"
#include "session-fixture.h"

static void
test_days (void)
{
  static const struct
  {
    const char *rule;
    int year;
    const char *day;
  } cases[] = {
    { "tet", 2027, "2027-02-06" },
    { "tet", 2030, "2030-02-02" },
    { "tet-20", 2027, "2027-01-17" },
    { "tet+8", 2025, "2025-02-06" },
    { "02-27", 2027, "2027-02-27" },
    { "prev:12-15", 2027, "2026-12-15" },
    { "2026-11-30", 2031, "2026-11-30" },
    { "tet+14>sun", 2027, "2027-02-21" },
    { "02-27<fri", 2027, "2027-02-26" },
    { "02-26<fri", 2027, "2027-02-26" },
    { "02-27!", 2027, "2027-02-26" },
    { "02-27^", 2027, "2027-03-01" },
    { "03-07>sun+1", 2027, "2027-03-08" },
    { "tet!", 2027, "2027-02-04" },
    { "02-30", 2027, "" },
    { "tết", 2027, "" },
    { "", 2027, "" },
    { "02-27x", 2027, "" },
    { "02-27>xyz", 2027, "" },
    { "tet+", 2027, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day =
        gh_day_format_iso (gh_template_rule_day (cases[i].rule, cases[i].year));

      if (g_strcmp0 (day, cases[i].day) != 0)
        g_error ("%s in %d: %s, not %s", cases[i].rule, cases[i].year, day, cases[i].day);
    }
}

static void
test_spans (void)
{
  GhDateSpan span;

  g_assert_true (gh_template_rule_span ("tet-3..tet+5", 2027, &span));
  g_assert_cmpuint (span.start, ==, gh_day_from_ymd (2027, 2, 3));
  g_assert_cmpuint (span.end, ==, gh_day_from_ymd (2027, 2, 11));
  g_assert_cmpint (span.precision, ==, GH_PRECISION_SPAN);
  g_assert_true (gh_template_rule_span ("03-20>sat 07:30-11:00", 2027, &span));
  g_assert_cmpuint (span.start, ==, gh_day_from_ymd (2027, 3, 20));
  g_assert_cmpint (span.start_minute, ==, 450);
  g_assert_cmpint (span.end_minute, ==, 660);
  g_assert_true (gh_template_rule_span ("before 02-01", 2027, &span));
  g_assert_true (span.before);
  g_assert_true (gh_template_rule_span ("late-02", 2028, &span));
  g_assert_cmpuint (span.end, ==, gh_day_from_ymd (2028, 2, 29));
  g_assert_cmpint (span.precision, ==, GH_PRECISION_MONTH_PART);
  g_assert_true (gh_template_rule_span ("quarter-2", 2027, &span));
  g_assert_true (gh_template_rule_span ("month-11", 2027, &span));
  g_assert_true (gh_template_rule_span ("year", 2027, &span));
  g_assert_false (gh_template_rule_span ("month-13", 2027, &span));
  g_assert_true (gh_date_span_is_empty (&span));
  g_assert_false (gh_template_rule_span ("03-20..03-01", 2027, &span));
  g_assert_false (gh_template_rule_span ("03-20 25:00", 2027, &span));
  g_assert_false (gh_template_rule_span ("03-20 07:30-", 2027, &span));
}

static void
test_expand (void)
{
  g_autofree char *text = gh_template_rule_expand (
    "Tết $(lunar) $(year), sau $(year-1), hạn $(tet-20), $(không phải) $(", 2027);

  g_assert_cmpstr (text, ==, "Tết Đinh Mùi 2027, sau 2026, hạn 17/01/2027, $(không phải) $(");
}

static void
check_dates (const char *key, const GhDossier *dossier)
{
  const GhDateSpan *period = &dossier->campaign->period;

  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      gboolean deadline = activity->kind == GH_ACTIVITY_DEADLINE;

      g_assert_false (gh_date_span_is_empty (&activity->span));
      if (deadline && gh_day_is_off (gh_date_span_last_day (&activity->span)))
        g_error ("%s %d: %s falls on a day off", key, dossier->campaign->year, activity->title);
      if (activity->kind == GH_ACTIVITY_SESSION &&
          (activity->span.start < period->start || activity->span.end > period->end))
        g_error ("%s %d: %s lies outside of the campaign", key, dossier->campaign->year,
                 activity->title);
      if (activity->kind == GH_ACTIVITY_REVIEW && activity->span.end < period->end)
        g_error ("%s %d: %s comes before the end", key, dossier->campaign->year, activity->title);
    }
}

static void
check_texts (const char *key, GhWorkspace *workspace)
{
  g_autofree char *dump = fixture_dump (workspace);
  g_autoptr (GhPlan) plan = gh_live_resolve (gh_workspace_get_summary (workspace), NULL);

  if (strstr (dump, "$(") != NULL)
    g_error ("%s: a rule was left in a text: %s", key, strstr (dump, "$("));
  for (guint i = 0; i < plan->blocks->len; i++)
    g_assert_null (strstr (((const GhBlock *) g_ptr_array_index (plan->blocks, i))->text, "{{"));
}

/* What only the office knows, and a draft leaves blank: number, date, place, signer, and the number
 * of the plan above. */
static gboolean
is_blank (const GhFinding *finding)
{
  static const char *const codes[] = { "missing-number", "missing-date", "missing-place",
                                       "missing-signature" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (finding->code, codes[i]))
      return TRUE;
  return g_str_equal (finding->code, "citation-form") && finding->place.part == GH_PART_BASIS;
}

/* @filled: nothing is blank any more */
static void
check_findings (const char *key, GhWorkspace *workspace, gboolean filled)
{
  const GPtrArray *findings = gh_workspace_get_findings (workspace);
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);
      gboolean past = g_str_equal (finding->code, "abolished-level") &&
                      g_str_equal (key, "district") &&
                      dossier->campaign->period.start >= gh_day_from_ymd (2025, 7, 1);

      if (!past && (filled || !is_blank (finding)))
        g_error ("%s %d: %s in %s: %s", key, dossier->campaign->year, finding->code, finding->where,
                 finding->message);
    }
}

/* "số …/KH-BCĐ ngày …/…/2026" */
static void
fill_text (char **text, int year)
{
  g_autoptr (GString) out = g_string_new (*text);
  g_autofree char *blank = g_strdup_printf ("…/…/%d", year);
  g_autofree char *this_year = g_strdup_printf ("05/01/%d", year);
  g_autofree char *last_year = g_strdup_printf ("20/11/%d", year - 1);

  g_string_replace (out, "số …/", "số 12/", 0);
  g_string_replace (out, blank, this_year, 0);
  g_string_replace (out, "…/…/…", last_year, 0);
  g_string_replace (out, "…/…", "20/11", 0);
  g_string_replace (out, " …", " Nam An", 0);
  g_string_replace (out, "…", "NA", 0);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&out), FALSE);
}

static void
fill_head (GhPlan *plan, guint32 day, int year)
{
  g_free (plan->number);
  plan->number = g_strdup ("15");
  g_free (plan->place);
  plan->place = g_strdup ("Nam An");
  g_free (plan->signer_name);
  plan->signer_name = g_strdup ("Trần Thị Mai");
  gh_day_to_ymd (day, &plan->issue_year, &plan->issue_month, &plan->issue_day);
  fill_text (&plan->issuer, year);
  fill_text (&plan->parent_issuer, year);
  fill_text (&plan->symbol, year);
}

/* As an office does before the plan is signed, before the first thing it plans. */
static void
fill_blanks (GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhPlan) plan = gh_plan_copy (dossier->plan);
  int year = dossier->campaign->year;
  guint32 day = dossier->campaign->period.start;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < dossier->activities->len; i++)
    day = MIN (day, ((const GhActivity *) dossier->activities->pdata[i])->span.start);
  for (day--; gh_day_is_off (day);)
    day--;
  fill_head (plan, day, year);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      GhBasis *basis = g_ptr_array_index (plan->bases, i);

      fill_text (&basis->text, year);
      fill_text (&basis->issuer, year);
    }
  for (guint i = 0; i < plan->blocks->len; i++)
    fill_text (&((GhBlock *) plan->blocks->pdata[i])->text, year);
  for (guint i = 0; i < plan->recipients->len; i++)
    fill_text (&((GhRecipient *) plan->recipients->pdata[i])->name, year);
  g_assert_true (gh_edit_save_plan (workspace, plan, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
is_written (GhWorkspace *workspace, const char *words)
{
  g_autofree char *dump = fixture_dump (workspace);
  g_autofree char *lower = g_utf8_strdown (dump, -1);

  return strstr (lower, words) != NULL;
}

/* A commune stood below its district until 30/06/2025, and stands below its province since; the
 * same goes for schools, the Youth Union and companies. */
static void
test_levels (void)
{
  static const char *const keys[] = { "commune", "emulation", "youth-union", "donation-day",
                                      "sector" };
  Fixture fixture;

  fixture_open (&fixture, NULL, 2027);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    for (int year = 2024; year <= 2027; year++)
      {
        g_assert_true (gh_edit_new_campaign (fixture.workspace, keys[i], year, NULL));
        g_assert_cmpint (is_written (fixture.workspace, "huyện"), ==, year <= 2025);
        if (g_str_equal (keys[i], "commune"))
          {
            g_assert_cmpint (is_written (fixture.workspace, "ban chỉ đạo tỉnh"), ==, year > 2025);
            g_assert_true (is_written (fixture.workspace, "ban chỉ đạo vận động hiến máu tình "
                                                          "nguyện xã"));
          }
      }
  fixture_close (&fixture);
}

static void
test_apply (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();
  Fixture fixture;

  g_assert_cmpuint (templates->len, >=, 7);
  g_assert_cmpstr (((GhTemplate *) g_ptr_array_index (templates, 0))->key, ==, "empty");
  fixture_open (&fixture, NULL, 2027);
  for (guint i = 0; i < templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (templates, i);

      g_assert_cmpstr (templ->name, !=, "");
      g_assert_cmpstr (templ->description, !=, "");
      g_assert_null (strstr (templ->description, "$("));
      for (int year = 2024; year <= 2035; year++)
        {
          g_autoptr (GError) error = NULL;
          const GhDossier *dossier;

          g_assert_true (gh_edit_new_campaign (fixture.workspace, templ->key, year, &error));
          g_assert_no_error (error);
          dossier = gh_workspace_get_dossier (fixture.workspace);
          g_assert_cmpint (dossier->campaign->year, ==, year);
          if (i == 0)
            continue;
          g_assert_cmpuint (dossier->targets->len, >, 0);
          check_dates (templ->key, dossier);
          check_texts (templ->key, fixture.workspace);
          check_findings (templ->key, fixture.workspace, FALSE);
          fill_blanks (fixture.workspace);
          check_findings (templ->key, fixture.workspace, TRUE);
        }
    }
  fixture_close (&fixture);
}

/* The spring templates follow Tết: lists are due after the holiday, the festival comes after the
 * fifteenth of the first month, on a Sunday. */
static void
test_spring (void)
{
  Fixture fixture;

  fixture_open (&fixture, NULL, 2027);
  for (int year = 2024; year <= 2035; year++)
    {
      guint32 tet = gh_lunar_tet (year);
      const GhDossier *dossier;
      guint n_sessions = 0;

      g_assert_true (gh_edit_new_campaign (fixture.workspace, "commune", year, NULL));
      dossier = gh_workspace_get_dossier (fixture.workspace);
      for (guint i = 0; i < dossier->activities->len; i++)
        {
          const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

          if (activity->kind != GH_ACTIVITY_SESSION)
            continue;
          n_sessions++;
          g_assert_cmpint (gh_day_weekday (activity->span.start), ==, 7);
          g_assert_cmpuint (activity->span.start, >=, tet + 14);
          g_assert_cmpuint (activity->span.start, <=, tet + 20);
        }
      g_assert_cmpuint (n_sessions, ==, 1);
    }
  fixture_close (&fixture);
}

static void
test_sample (void)
{
  static const GhIndicator shared[] = { GH_INDICATOR_REGISTRATIONS, GH_INDICATOR_BLOOD_UNITS };
  Fixture fixture;
  const GhSummary *summary;
  const GPtrArray *findings;

  fixture_open (&fixture, "sample", 0);
  summary = gh_workspace_get_summary (fixture.workspace);
  g_assert_cmpuint (summary->rows->len, ==, 60);
  g_assert_cmpuint (summary->total.n_leaves, ==, 54);
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      const GhTarget *target = gh_summary_target (summary, shared[i]);

      g_assert_nonnull (target);
      g_assert_cmpint (summary->total.quota[shared[i]], ==, (gint64) target->value);
    }
  /* Half-way: some have finished, some have not begun. */
  g_assert_cmpuint (summary->total.n_reported, >, summary->total.n_leaves / 2);
  g_assert_cmpuint (summary->total.n_reported, <, summary->total.n_leaves);
  g_assert_cmpuint (summary->total.n_complete, >, 0);
  g_assert_cmpuint (summary->total.n_complete, <, summary->total.n_reported);
  for (guint i = 0; i < summary->dossier->results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (summary->dossier->results, i);

      if (result->donated < 0)
        continue;
      g_assert_cmpint (result->came, <=, result->registered);
      g_assert_cmpint (result->donated + result->deferred, ==, result->came);
      g_assert_cmpint (result->bags_250 + result->bags_350 + result->bags_450, ==, result->donated);
    }
  check_texts ("sample", fixture.workspace);
  findings = gh_workspace_get_findings (fixture.workspace);
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != GH_SEVERITY_HINT)
        g_error ("%s in %s: %s", finding->code, finding->where, finding->message);
    }
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/days", test_days);
  g_test_add_func ("/templates/spans", test_spans);
  g_test_add_func ("/templates/expand", test_expand);
  g_test_add_func ("/templates/apply", test_apply);
  g_test_add_func ("/templates/levels", test_levels);
  g_test_add_func ("/templates/spring", test_spring);
  g_test_add_func ("/templates/sample", test_sample);
  return g_test_run ();
}
