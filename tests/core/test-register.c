/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-state.h"
#include "gh-register.h"

static GhDocumentSeries *
make_series (const int *numbers)
{
  GhDocumentSeries *series = gh_document_series_new ("BAN CHỈ ĐẠO XÃ", 2027);

  for (; *numbers != 0; numbers++)
    {
      GhDocumentNumber *number = gh_document_number_new (*numbers);

      number->campaign_id = *numbers * 10;
      gh_document_series_add (series, number);
    }
  return series;
}

static void
test_suggestions (void)
{
  static const struct
  {
    int numbers[8];
    int next;
    const char *gaps;
    const char *duplicates;
  } cases[] = {
    { { 0 }, 1, "", "" },
    { { 1, 2, 3, 4 }, 5, "", "" },
    { { 4, 1, 2 }, 5, "03", "" },
    { { 12, 2, 9, 10 }, 13, "03–08, 11", "" },
    { { 5, 2, 5, 5, 2 }, 6, "03, 04", "02, 05" },
    { { 48, 49 }, 50, "", "" }, /* a register that was begun in the middle of a year */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhDocumentSeries) series = make_series (cases[i].numbers);
      g_autofree char *gaps = gh_document_series_list_gaps (series);
      g_autofree char *duplicates = gh_document_series_list_duplicates (series);

      g_assert_cmpint (gh_document_series_suggest (series), ==, cases[i].next);
      g_assert_cmpstr (gaps, ==, cases[i].gaps);
      g_assert_cmpstr (duplicates, ==, cases[i].duplicates);
    }
}

static void
test_find (void)
{
  static const int numbers[] = { 1, 2, 0 };
  g_autoptr (GhDocumentSeries) series = make_series (numbers);

  g_assert_nonnull (gh_document_series_find (series, 2, 0));
  g_assert_nonnull (gh_document_series_find (series, 2, 10));
  g_assert_null (gh_document_series_find (series, 2, 20)); /* its own */
  g_assert_null (gh_document_series_find (series, 3, 0));
  g_assert_true (gh_document_series_is_of (series, "Ban  chỉ đạo\nxã", 2027));
  g_assert_false (gh_document_series_is_of (series, "Ban Chỉ đạo xã", 2026));
  g_assert_false (gh_document_series_is_of (series, "Ban Chỉ đạo huyện", 2027));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    int number;
  } cases[] = {
    { "05", 5 }, { "5", 5 },  { " 12 ", 12 },     { "", 0 },       { "0", 0 },
    { "-3", 0 }, { "5A", 0 }, { "99999", 99999 }, { "100000", 0 }, { "99999999999999999999", 0 },
  };
  g_autofree char *five = gh_document_number_format (5);
  g_autofree char *many = gh_document_number_format (105);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gh_document_number_parse (cases[i].text), ==, cases[i].number);
  g_assert_cmpstr (five, ==, "05");
  g_assert_cmpstr (many, ==, "105");
}

/* Each way there is, and no other. */
static void
test_states (void)
{
  static const char *const ways[] = {
    ".si.", /* from draft */
    "d.i.", /* from for signature */
    "...a", /* from issued */
    "..i.", /* from amended */
  };

  for (int from = GH_PLAN_DRAFT; from <= GH_PLAN_AMENDED; from++)
    for (int to = GH_PLAN_DRAFT; to <= GH_PLAN_AMENDED; to++)
      g_assert_cmpint (gh_plan_state_may_become ((GhPlanState) from, (GhPlanState) to), ==,
                       ways[from][to] != '.');
}

static void
test_bars (void)
{
  static const struct
  {
    GhSeverity severity;
    const char *code;
    GhIssueBar bar;
  } cases[] = {
    { GH_SEVERITY_HINT, "missing-signature", GH_ISSUE_FREE },
    { GH_SEVERITY_WARNING, "sum-mismatch", GH_ISSUE_FREE },
    { GH_SEVERITY_ERROR, "sum-mismatch", GH_ISSUE_ASK },
    { GH_SEVERITY_ERROR, "missing-signature", GH_ISSUE_FORBIDDEN },
    { GH_SEVERITY_ERROR, "truncated", GH_ISSUE_FORBIDDEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhFinding finding = { .severity = cases[i].severity, .code = cases[i].code };

      g_assert_cmpint (gh_issue_bar (&finding), ==, cases[i].bar);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/register/suggestions", test_suggestions);
  g_test_add_func ("/core/register/find", test_find);
  g_test_add_func ("/core/register/numbers", test_numbers);
  g_test_add_func ("/core/register/states", test_states);
  g_test_add_func ("/core/register/bars", test_bars);

  return g_test_run ();
}
