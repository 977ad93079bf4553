/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"
#include "gh-dossier.h"

/* Every name goes there and back, and nothing else is accepted. */
#define CHECK_NAMES(Type, prefix, n)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Type value = (Type) 0;                                                                         \
                                                                                                   \
    for (int i = 0; i < (n); i++)                                                                  \
      {                                                                                            \
        g_assert_true (prefix##_from_string (prefix##_to_string ((Type) i), &value));              \
        g_assert_cmpint ((int) value, ==, i);                                                      \
      }                                                                                            \
    g_assert_false (prefix##_from_string ("", &value));                                            \
    g_assert_false (prefix##_from_string (NULL, &value));                                          \
    g_assert_false (prefix##_from_string ("no such name", &value));                                \
  }                                                                                                \
  G_STMT_END

static void
test_names (void)
{
  CHECK_NAMES (GhIndicator, gh_indicator, GH_N_INDICATORS);
  CHECK_NAMES (GhComparator, gh_comparator, 4);
  CHECK_NAMES (GhQuotaRule, gh_quota_rule, 6);
  CHECK_NAMES (GhUnitConvention, gh_unit_convention, 3);
  CHECK_NAMES (GhCampaignState, gh_campaign_state, 3);
  CHECK_NAMES (GhBlockKind, gh_block_kind, 6);
  CHECK_NAMES (GhPlanState, gh_plan_state, 4);
  CHECK_NAMES (GhPlanProfile, gh_plan_profile, 2);
  g_assert_cmpstr (gh_severity_to_string (GH_SEVERITY_HINT), ==, "hint");
  for (int i = 0; i < GH_N_INDICATORS; i++)
    g_assert_cmpstr (gh_indicator_name ((GhIndicator) i), !=, "");
}

static void
test_target_format (void)
{
  static const struct
  {
    GhIndicator indicator;
    GhComparator comparator;
    double value, value_to;
    const char *unit, *basis, *text;
  } cases[] = {
    { GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 350, 350, "", "",
      "từ 350 đơn vị máu trở lên" },
    { GH_INDICATOR_REACH, GH_COMPARATOR_ABOUT, 1200, 1200, "lượt", "", "khoảng 1.200 lượt" },
    { GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_EXACTLY, 20, 20, "%", "chỉ tiêu năm",
      "20 % chỉ tiêu năm" },
    { GH_INDICATOR_UNIT_PERCENT, GH_COMPARATOR_AT_LEAST, 100, 100, "%", "đơn vị", "100 % đơn vị" },
    { GH_INDICATOR_DONORS, GH_COMPARATOR_AT_MOST, 200, 300, "người", "",
      "không quá 200 – 300 người" },
    { GH_INDICATOR_HEADCOUNT_PERCENT, GH_COMPARATOR_AT_LEAST, 12.5, 12.5, "", "cán bộ",
      "từ 12,5 % cán bộ trở lên" },
    { GH_INDICATOR_HEADCOUNT_PERCENT, GH_COMPARATOR_AT_LEAST, 1.68, 1.68, "", "dân số",
      "từ 1,68 % dân số trở lên" },
    { GH_INDICATOR_VOLUME_PERCENT, GH_COMPARATOR_AT_LEAST, 60, 60, "%", "máu từ 350 ml trở lên",
      "từ 60 % máu từ 350 ml trở lên" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhTarget) target =
        gh_target_new (cases[i].indicator, cases[i].comparator, cases[i].value);
      g_autofree char *text = NULL;

      target->value_to = cases[i].value_to;
      g_free (target->unit);
      target->unit = g_strdup (cases[i].unit);
      g_free (target->basis);
      target->basis = g_strdup (cases[i].basis);
      text = gh_target_format (target);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static GhPlan *
sample_plan (void)
{
  static const char *const cells[] = { "TT", "Tên", NULL };
  GhPlan *plan = gh_plan_new ();
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");

  g_free (plan->title);
  plan->title = g_strdup ("Thử nghiệm");
  plan->issue_year = 2027;
  gh_block_add_row (table, cells);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH"));
  g_ptr_array_add (plan->blocks, table);
  g_ptr_array_add (plan->bases, gh_basis_new ("Căn cứ Kế hoạch số 9/KH-BCĐ;"));
  g_ptr_array_add (plan->tasks, gh_task_new ("Phòng A", "làm"));
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Sở B", "để báo cáo"));
  return plan;
}

static void
test_plan_equal (void)
{
  g_autoptr (GhPlan) plan = sample_plan ();
  g_autoptr (GhPlan) copy = gh_plan_copy (plan);
  GhBlock *table = g_ptr_array_index (copy->blocks, 1);
  char **row = g_ptr_array_index (table->rows, 0);
  g_autofree char *cell = g_strdup (row[1]);

  g_assert_true (gh_plan_equal (plan, copy));
  g_free (row[1]);
  row[1] = g_strdup ("khác");
  g_assert_false (gh_plan_equal (plan, copy));
  g_free (row[1]);
  row[1] = g_steal_pointer (&cell);
  g_assert_true (gh_plan_equal (plan, copy));
  g_free (copy->tail_note);
  copy->tail_note = g_strdup ("thêm");
  g_assert_false (gh_plan_equal (plan, copy));
}

static void
test_header_lines (void)
{
  g_autoptr (GhPlan) plan = gh_plan_new ();
  g_autofree char *blank = gh_plan_issue_line (plan);
  g_autofree char *no_number = gh_plan_number_line (plan);
  g_autofree char *line = NULL;
  g_autofree char *number = NULL;
  g_autofree char *month = NULL;

  g_assert_cmpstr (blank, ==, "…, ngày … tháng … năm …");
  g_assert_cmpstr (no_number, ==, "Số: …/…");
  g_assert_null (gh_plan_issue_date_iso (plan));
  g_free (plan->place);
  plan->place = g_strdup ("Hạ Long");
  g_free (plan->number);
  plan->number = g_strdup ("5");
  g_free (plan->symbol);
  plan->symbol = g_strdup ("KH-BCĐ");
  plan->issue_year = 2027;
  plan->issue_month = 2;
  month = gh_plan_issue_date_iso (plan);
  plan->issue_day = 5;
  line = gh_plan_issue_line (plan);
  number = gh_plan_number_line (plan);
  g_assert_cmpstr (month, ==, "2027-02");
  g_assert_cmpstr (line, ==, "Hạ Long, ngày 05 tháng 02 năm 2027");
  g_assert_cmpstr (number, ==, "Số: 05/KH-BCĐ");
  plan->issue_month = 3; /* months from 3 on take no zero */
  g_free (line);
  line = gh_plan_issue_line (plan);
  g_assert_cmpstr (line, ==, "Hạ Long, ngày 05 tháng 3 năm 2027");
}

/* As the Party and the Youth Union write it: not "05/KH/ĐTN". */
static void
test_union_number (void)
{
  g_autoptr (GhPlan) plan = gh_plan_new ();
  g_autofree char *blank = NULL;
  g_autofree char *line = NULL;

  g_free (plan->symbol);
  plan->symbol = g_strdup ("KH/ĐTN");
  blank = gh_plan_number_line (plan);
  g_assert_cmpstr (blank, ==, "Số …-KH/ĐTN");
  g_free (plan->number);
  plan->number = g_strdup ("5");
  line = gh_plan_number_line (plan);
  g_assert_cmpstr (line, ==, "Số 05-KH/ĐTN");
}

static void
test_copies (void)
{
  g_autoptr (GhUnit) unit = gh_unit_new (NULL);
  g_autoptr (GhUnit) unit_copy = gh_unit_copy (unit);
  g_autoptr (GhTarget) target = gh_target_new (GH_INDICATOR_DONORS, GH_COMPARATOR_ABOUT, 3);
  g_autoptr (GhTarget) target_copy = gh_target_copy (target);
  g_autoptr (GhResult) result = gh_result_new (1, 2);
  g_autoptr (GhResult) result_copy = gh_result_copy (result);
  g_autoptr (GhDonationSession) session = gh_donation_session_new ("Buổi 1", NULL);
  g_autoptr (GhDonationSession) session_copy = gh_donation_session_copy (session);
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("Đợt", 2027);
  g_autoptr (GhCampaign) campaign_copy = gh_campaign_copy (campaign);
  GhDossier *dossier = gh_dossier_new (gh_campaign_copy (campaign), gh_plan_new ());

  g_assert_cmpstr (unit_copy->name, ==, "");
  g_assert_cmpint (unit_copy->headcount, ==, -1);
  g_assert_true (unit_copy->name != unit->name);
  g_assert_cmpfloat (target_copy->value_to, ==, 3);
  g_assert_cmpint (result_copy->came, ==, -1);
  g_assert_cmpstr (session_copy->name, ==, "Buổi 1");
  g_assert_cmpint (session_copy->expected, ==, -1);
  g_assert_cmpstr (campaign_copy->name, ==, "Đợt");
  g_assert_true (gh_dossier_ref (dossier) == dossier);
  gh_dossier_unref (dossier);
  gh_dossier_unref (dossier);
}

/* A row of a hostile file is no wider than Word's; no word of it is lost. */
static void
test_wide_row (void)
{
  g_autoptr (GhBlock) block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_auto (GStrv) cells = g_new0 (char *, 1001);
  char **row;

  for (int i = 0; i < 1000; i++)
    cells[i] = g_strdup_printf ("%d", i);
  gh_block_add_row (block, (const char *const *) cells);
  row = g_ptr_array_index (block->rows, 0);
  g_assert_cmpuint (g_strv_length (row), ==, GH_BLOCK_MAX_COLUMNS);
  g_assert_cmpstr (row[61], ==, "61");
  g_assert_true (g_str_has_prefix (row[62], "62 63 64 "));
  g_assert_true (g_str_has_suffix (row[62], " 999"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structs/names", test_names);
  g_test_add_func ("/structs/target-format", test_target_format);
  g_test_add_func ("/structs/plan-equal", test_plan_equal);
  g_test_add_func ("/structs/header-lines", test_header_lines);
  g_test_add_func ("/structs/union-number", test_union_number);
  g_test_add_func ("/structs/copies", test_copies);
  g_test_add_func ("/structs/wide-row", test_wide_row);
  return g_test_run ();
}
