/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gh-proposal-lines.h"
#include "session-fixture.h"

/* A made-up plan with something of every group, and a date that there is not. */
#define PLAN                                                                                                    \
  "ỦY BAN NHÂN DÂN XÃ SÔNG TRÀ\nBAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN\n\n"           \
  "Số: 12/KH-BCĐ\n\nSông Trà, ngày 10 tháng 12 năm 2026\n\nKẾ HOẠCH\n\n"                            \
  "Tổ chức ngày hội hiến máu tình nguyện năm 2027\n\n"                                            \
  "Căn cứ Kế hoạch số 20/KH-BCĐ ngày 25/11/2026 của Ban Chỉ đạo tỉnh về vận động "   \
  "hiến máu tình nguyện năm 2027;\n\nI. MỤC ĐÍCH\n\n"                                                \
  "- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị " \
  "máu.\n\nII. NỘI DUNG\n\n"                                                                                 \
  "1. Thời gian: 07h00 - 11h30, ngày 06/03/2027 (thứ Bảy) tại Nhà văn hóa xã.\n\n"                 \
  "2. Họp rút kinh nghiệm ngày 31/11/2027.\n\n"                                                           \
  "III. KHEN THƯỞNG\n\n- Đợt 1: khen thưởng cho các tập thể có thành tích tiêu biểu, "      \
  "hồ sơ gửi trước ngày 15/03/2027.\n\n"                                                               \
  "IV. TỔ CHỨC THỰC HIỆN\n\n1. Hội Chữ thập đỏ xã\n\n"                                        \
  "- Tổng hợp danh sách đăng ký, gửi Ban Chỉ đạo trước ngày 20/02/2027.\n\n"                 \
  "Nơi nhận:\n- Ban Chỉ đạo tỉnh (để báo cáo);\n- Công an xã;\n- Lưu: VT.\n\n"                \
  "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nNguyễn Văn Bình\n"

static GhProposal *
read_plan (void)
{
  return gh_proposal_new (gh_plan_text_read (PLAN, -1, 2027));
}

/* --- comparing readings ----------------------------------------------------------------------- */

static void
dump_span (GString *dump, const GhDateSpan *span)
{
  g_string_append_printf (dump, "[%u-%u %d %d-%d %d]", span->start, span->end, span->precision,
                          span->start_minute, span->end_minute, span->before);
}

/* What the plan itself compares is left to gh_plan_equal(). */
static char *
dump_reading (const GhPlanReading *reading)
{
  GString *dump = g_string_new (NULL);
  const GhCampaign *campaign = reading->campaign;

  g_string_append_printf (dump, "%s|%d|%s|", campaign->name, campaign->year, campaign->theme);
  dump_span (dump, &campaign->period);
  for (guint i = 0; i < reading->targets->len; i++)
    {
      const GhTarget *target = reading->targets->pdata[i];

      g_string_append_printf (dump, "\nT %d %d %g %g %s|%s|%s|%d|%s", target->indicator,
                              target->comparator, target->value, target->value_to, target->unit,
                              target->basis, target->owner, target->assigned, target->text);
    }
  for (guint i = 0; i < reading->activities->len; i++)
    {
      const GhActivity *activity = reading->activities->pdata[i];

      g_string_append_printf (dump, "\nA %s|%d|%s|%s|%s|%s", activity->title, activity->kind,
                              activity->place, activity->lead, activity->partners, activity->text);
      dump_span (dump, &activity->span);
    }
  for (guint i = 0; i < reading->awards->len; i++)
    {
      const GhAwardReading *award = reading->awards->pdata[i];

      g_string_append_printf (dump, "\nR %s|%s", award->name, award->audience);
      dump_span (dump, &award->period);
      dump_span (dump, &award->deadline);
    }
  for (guint i = 0; i < reading->problems->len; i++)
    g_string_append_printf (dump, "\nP %s",
                            ((const GhProblem *) reading->problems->pdata[i])->message);
  return g_string_free (dump, FALSE);
}

static gboolean
same_reading (const GhPlanReading *a, const GhPlanReading *b)
{
  g_autofree char *one = dump_reading (a);
  g_autofree char *other = dump_reading (b);

  return strcmp (one, other) == 0 && gh_plan_equal (a->plan, b->plan);
}

static gboolean
builds_as_read (const GhProposal *proposal)
{
  g_autoptr (GhPlanReading) built = gh_proposal_build (proposal);

  return same_reading (built, gh_proposal_get_reading (proposal));
}

/* The line of @group with @part in its text or caption; fails the test if there is none. */
static guint
find_line (const GhProposal *proposal, GhProposalGroup group, const char *part)
{
  for (guint i = 0; i < gh_proposal_n_lines (proposal); i++)
    {
      g_autofree char *caption = gh_proposal_dup_caption (proposal, i);
      g_autofree char *text = gh_proposal_dup_text (proposal, i);

      if (gh_proposal_get_group (proposal, i) == group &&
          (strstr (caption, part) != NULL || strstr (text, part) != NULL))
        return i;
    }
  g_error ("no line “%s” in group %d", part, group);
  return 0;
}

/* Gives one field of a line another value. */
static gboolean
correct (GhProposal *proposal, guint line, guint field, const char *value, GError **error)
{
  g_auto (GStrv) values = gh_proposal_dup_values (proposal, line);
  guint wrong = 99;

  g_free (values[field]);
  values[field] = g_strdup (value);
  if (gh_proposal_correct (proposal, line, (const char *const *) values, &wrong, error))
    return TRUE;
  g_assert_cmpuint (wrong, ==, field);
  return FALSE;
}

static void
assert_refused (GhProposal *proposal, guint line, guint field, const char *value, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) before = gh_proposal_dup_values (proposal, line);
  g_auto (GStrv) after = NULL;

  g_assert_false (correct (proposal, line, field, value, &error));
  g_assert_error (error, GH_PROPOSAL_ERROR, GH_PROPOSAL_ERROR_VALUE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” says: %s", value, error->message);
  after = gh_proposal_dup_values (proposal, line);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
}

/* What is held, not what is due. */
static const GhActivity *
find_event (const GPtrArray *activities)
{
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);

      if (activity->kind != GH_ACTIVITY_DEADLINE && !activity->span.before)
        return activity;
    }
  g_error ("no event");
  return NULL;
}

/* --- tests ------------------------------------------------------------------------------------ */

static void
test_lines (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  static const guint expected[GH_N_PROPOSAL_GROUPS] = {
    [GH_PROPOSAL_PROBLEMS] = 1, [GH_PROPOSAL_HEAD] = 12,  [GH_PROPOSAL_BASES] = 1,
    [GH_PROPOSAL_TARGETS] = 2,  [GH_PROPOSAL_EVENTS] = 1, [GH_PROPOSAL_DEADLINES] = 2,
    [GH_PROPOSAL_TASKS] = 1,    [GH_PROPOSAL_AWARDS] = 1, [GH_PROPOSAL_RECIPIENTS] = 3,
  };
  guint line;
  g_autofree char *caption = NULL;
  g_autofree char *detail = NULL;
  GhProposalGroup last = GH_PROPOSAL_PROBLEMS;

  for (GhProposalGroup group = 0; group < GH_N_PROPOSAL_GROUPS; group++)
    {
      guint accepted = 0;
      guint n = gh_proposal_count (proposal, group, &accepted);

      g_assert_cmpstr (gh_proposal_group_name (group), !=, "");
      if (n != expected[group])
        g_error ("group %d has %u lines, not %u", group, n, expected[group]);
      g_assert_cmpuint (accepted, ==, n);
    }
  for (guint i = 0; i < gh_proposal_n_lines (proposal); i++)
    {
      g_assert_cmpint (gh_proposal_get_group (proposal, i), >=, last);
      last = gh_proposal_get_group (proposal, i);
    }
  line = find_line (proposal, GH_PROPOSAL_EVENTS, "06/03/2027");
  caption = gh_proposal_dup_caption (proposal, line);
  detail = gh_proposal_dup_detail (proposal, line);
  g_assert_nonnull (strstr (caption, "07h00"));
  g_assert_nonnull (strstr (detail, "Nhà văn hóa xã"));
  g_assert_true (builds_as_read (proposal));
  g_assert_false (gh_proposal_is_changed (proposal));
}

/* Each line leads to its sentence, and the sentence to each of its lines. */
static void
test_passages (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  const GPtrArray *passages = gh_proposal_get_passages (proposal);
  guint donors = find_line (proposal, GH_PROPOSAL_TARGETS, "200");
  guint units = find_line (proposal, GH_PROPOSAL_TARGETS, "150");
  guint problem = find_line (proposal, GH_PROPOSAL_PROBLEMS, "31/11/2027");
  gsize start = 0;
  gsize end = 0;
  int place = gh_proposal_get_passage (proposal, donors, &start, &end);
  const GhPassage *passage;

  g_assert_cmpint (place, >=, 0);
  passage = g_ptr_array_index (passages, (guint) place);
  g_assert_true (g_str_has_prefix (passage->text, "Vận động ít nhất 200"));
  g_assert_cmpuint (passage->n_lines, ==, 2);
  g_assert_cmpuint (end, >, start);
  g_assert_cmpuint (end, <=, strlen (passage->text));
  g_assert_cmpint (gh_proposal_get_passage (proposal, units, NULL, NULL), ==, place);
  g_assert_cmpint (gh_proposal_find_line (proposal, (guint) place, -1), ==, (int) donors);
  g_assert_cmpint (gh_proposal_find_line (proposal, (guint) place, (int) donors), ==, (int) units);
  g_assert_cmpint (gh_proposal_find_line (proposal, (guint) place, (int) units), ==, -1);

  place = gh_proposal_get_passage (proposal, problem, &start, &end);
  passage = g_ptr_array_index (passages, (guint) place);
  g_assert_nonnull (strstr (passage->text, "31/11/2027"));
}

/* Only what was refused is missing, and its words stay. */
static void
test_refuse (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  g_autoptr (GhPlanReading) built = NULL;
  guint units = find_line (proposal, GH_PROPOSAL_TARGETS, "150");
  guint n_blocks = gh_proposal_get_reading (proposal)->plan->blocks->len;
  const GhBlock *block;
  guint accepted;

  gh_proposal_refuse (proposal, units, TRUE);
  gh_proposal_refuse (proposal, find_line (proposal, GH_PROPOSAL_RECIPIENTS, "Công an xã"), TRUE);
  gh_proposal_refuse (proposal, find_line (proposal, GH_PROPOSAL_RECIPIENTS, "tỉnh"), TRUE);
  gh_proposal_refuse (proposal, find_line (proposal, GH_PROPOSAL_BASES, "20/KH-BCĐ"), TRUE);
  gh_proposal_refuse (proposal, find_line (proposal, GH_PROPOSAL_HEAD, "12"), TRUE);
  built = gh_proposal_build (proposal);
  g_assert_cmpuint (gh_proposal_count (proposal, GH_PROPOSAL_TARGETS, &accepted), ==, 2);
  g_assert_cmpuint (accepted, ==, 1);
  g_assert_cmpuint (built->targets->len, ==, 1);
  g_assert_cmpfloat (((const GhTarget *) built->targets->pdata[0])->value, ==, 200);
  g_assert_cmpuint (built->plan->recipients->len, ==, 1);
  g_assert_cmpstr (built->plan->recipients_note, ==, "Ban Chỉ đạo tỉnh (để báo cáo)\nCông an xã");
  g_assert_cmpuint (built->plan->bases->len, ==, 0);
  g_assert_cmpuint (built->plan->blocks->len, ==, n_blocks + 1);
  block = built->plan->blocks->pdata[0];
  g_assert_cmpint (block->kind, ==, GH_BLOCK_PARAGRAPH);
  g_assert_true (g_str_has_prefix (block->text, "Căn cứ Kế hoạch số 20/KH-BCĐ"));
  g_assert_cmpstr (built->plan->number, ==, "");
  g_assert_cmpstr (built->plan->symbol, ==, "KH-BCĐ");
}

/* Neither problems nor what a campaign must have. */
static void
test_cannot_refuse (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();

  for (GhProposalGroup group = 0; group < GH_N_PROPOSAL_GROUPS; group++)
    gh_proposal_refuse_group (proposal, group, TRUE);
  for (guint i = 0; i < gh_proposal_n_lines (proposal); i++)
    g_assert_cmpint (gh_proposal_can_refuse (proposal, i), ==,
                     gh_proposal_is_refused (proposal, i));
  {
    g_autoptr (GhPlanReading) built = gh_proposal_build (proposal);

    g_assert_cmpstr (built->campaign->name, !=, "");
    g_assert_cmpint (built->campaign->year, ==, 2027);
    g_assert_cmpuint (built->problems->len, ==, 1);
    g_assert_cmpuint (built->activities->len + built->targets->len + built->awards->len, ==, 0);
    g_assert_cmpuint (built->plan->tasks->len, ==, 0);
    g_assert_cmpint (built->plan->issue_year, ==, 0);
  }
  for (guint n = 0; gh_proposal_can_undo (proposal); n++)
    g_assert_cmpint (gh_proposal_undo (proposal), >=, 0);
  g_assert_true (builds_as_read (proposal));
}

static void
test_correct (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  g_autoptr (GhPlanReading) built = NULL;
  guint units = find_line (proposal, GH_PROPOSAL_TARGETS, "150");
  guint event = find_line (proposal, GH_PROPOSAL_EVENTS, "06/03/2027");
  guint task = find_line (proposal, GH_PROPOSAL_TASKS, "danh sách");
  const GhTarget *target;
  const GhActivity *activity;

  g_assert_true (correct (proposal, units, 2, " 160 – 1.450 ", NULL));
  g_assert_true (correct (proposal, event, 2, "13/3", NULL));
  g_assert_true (correct (proposal, event, 3, "Sân  vận động", NULL));
  g_assert_true (correct (proposal, task, 0, "Đoàn Thanh niên xã", NULL));
  g_assert_true (correct (proposal, task, 2, "", NULL));
  g_assert_true (
    correct (proposal, find_line (proposal, GH_PROPOSAL_HEAD, "Nguyễn"), 0, "Trần Thị Mơ", NULL));
  g_assert_true (
    correct (proposal, find_line (proposal, GH_PROPOSAL_HEAD, "10/12/2026"), 0, "12/2026", NULL));
  built = gh_proposal_build (proposal);
  target = built->targets->pdata[1];
  g_assert_cmpfloat (target->value, ==, 160);
  g_assert_cmpfloat (target->value_to, ==, 1450);
  g_assert_nonnull (strstr (target->text, "150"));
  activity = find_event (built->activities);
  g_assert_cmpuint (activity->span.start, ==, gh_day_from_ymd (2027, 3, 13));
  g_assert_cmpint (activity->span.start_minute, ==, -1);
  g_assert_cmpstr (activity->place, ==, "Sân vận động");
  g_assert_cmpstr (((const GhTask *) built->plan->tasks->pdata[0])->organisation, ==,
                   "Đoàn Thanh niên xã");
  g_assert_cmpuint (((const GhTask *) built->plan->tasks->pdata[0])->deadline.start, ==, 0);
  g_assert_cmpstr (built->plan->signer_name, ==, "Trần Thị Mơ");
  g_assert_cmpint (built->plan->issue_month, ==, 12);
  g_assert_cmpint (built->plan->issue_day, ==, 0);
  g_assert_true (gh_proposal_is_corrected (proposal, units));
  /* Typed back, it is as it was read. */
  g_assert_true (correct (proposal, units, 2, "150", NULL));
  g_assert_false (gh_proposal_is_corrected (proposal, units));
}

/* What is typed is judged with a message; a year that was corrected counts for the dates. */
static void
test_wrong_values (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  guint units = find_line (proposal, GH_PROPOSAL_TARGETS, "150");
  guint donors = find_line (proposal, GH_PROPOSAL_TARGETS, "200");
  guint event = find_line (proposal, GH_PROPOSAL_EVENTS, "06/03/2027");
  guint basis = find_line (proposal, GH_PROPOSAL_BASES, "20/KH-BCĐ");
  guint year = find_line (proposal, GH_PROPOSAL_HEAD, "2027");
  guint number = find_line (proposal, GH_PROPOSAL_HEAD, "Number");
  guint issue = find_line (proposal, GH_PROPOSAL_HEAD, "Date of issue");

  year = find_line (proposal, GH_PROPOSAL_HEAD, "Year");
  assert_refused (proposal, units, 2, "nhiều", "nhiều");
  assert_refused (proposal, units, 2, "300 – 200", "smaller");
  assert_refused (proposal, units, 2, "-5", "smaller");
  assert_refused (proposal, units, 2, "9.000.000.000.000", "large");
  assert_refused (proposal, donors, 2, "200,5", "whole");
  assert_refused (proposal, event, 0, "  ", "Name of the activity");
  assert_refused (proposal, event, 2, "31/11/2027", "31/11/2027");
  assert_refused (proposal, event, 2, "hôm nào đó", "not a date");
  assert_refused (proposal, basis, 2, "tháng 11/2026", "one day");
  assert_refused (proposal, year, 0, "27", "four digits");
  assert_refused (proposal, number, 0, "12/KH-BCĐ", "number alone");
  assert_refused (proposal, issue, 0, "quý I/2027", "one day");
  g_assert_false (gh_proposal_is_changed (proposal));
  g_assert_false (gh_proposal_can_undo (proposal));

  g_assert_true (correct (proposal, year, 0, "2028", NULL));
  g_assert_true (correct (proposal, event, 2, "04/3", NULL));
  {
    g_autoptr (GhPlanReading) built = gh_proposal_build (proposal);

    g_assert_cmpint (built->campaign->year, ==, 2028);
    g_assert_cmpuint (find_event (built->activities)->span.start, ==, gh_day_from_ymd (2028, 3, 4));
  }
}

static void
test_undo (void)
{
  g_autoptr (GhProposal) proposal = read_plan ();
  guint units = find_line (proposal, GH_PROPOSAL_TARGETS, "150");
  guint accepted;

  g_assert_cmpint (gh_proposal_undo (proposal), ==, -1);
  g_assert_true (correct (proposal, units, 2, "160", NULL));
  gh_proposal_refuse (proposal, units, TRUE);
  gh_proposal_refuse (proposal, units, TRUE); /* nothing more to undo */
  gh_proposal_refuse_group (proposal, GH_PROPOSAL_RECIPIENTS, TRUE);
  gh_proposal_count (proposal, GH_PROPOSAL_RECIPIENTS, &accepted);
  g_assert_cmpuint (accepted, ==, 0);

  gh_proposal_undo (proposal);
  gh_proposal_count (proposal, GH_PROPOSAL_RECIPIENTS, &accepted);
  g_assert_cmpuint (accepted, ==, 3);
  g_assert_cmpint (gh_proposal_undo (proposal), ==, (int) units);
  g_assert_false (gh_proposal_is_refused (proposal, units));
  g_assert_true (gh_proposal_is_corrected (proposal, units));
  g_assert_cmpint (gh_proposal_undo (proposal), ==, (int) units);
  g_assert_false (gh_proposal_is_changed (proposal));
  g_assert_true (builds_as_read (proposal));

  while (gh_proposal_can_redo (proposal))
    gh_proposal_redo (proposal);
  gh_proposal_count (proposal, GH_PROPOSAL_RECIPIENTS, &accepted);
  g_assert_cmpuint (accepted, ==, 0);
  g_assert_true (gh_proposal_is_refused (proposal, units));
  /* A new step leaves nothing to redo; a refused line that is corrected is accepted. */
  gh_proposal_undo (proposal);
  g_assert_true (correct (proposal, units, 2, "170", NULL));
  g_assert_false (gh_proposal_can_redo (proposal));
  g_assert_false (gh_proposal_is_refused (proposal, units));
}

/* Each of the made-up plans: any lines refused in any order and taken again give what was read;
 * each line alone takes away one thing; every line that has a sentence leads to it. */
static void
check_plan (const char *name, const char *text, guint *n_linked, guint *n_facts)
{
  g_autoptr (GhProposal) proposal = gh_proposal_new (gh_plan_text_read (text, -1, 2027));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n = gh_proposal_n_lines (proposal);

  g_assert_true (builds_as_read (proposal));
  for (guint i = 0; i < n; i++)
    {
      GhProposalGroup group = gh_proposal_get_group (proposal, i);

      gh_proposal_refuse (proposal, i, TRUE);
      if (gh_proposal_can_refuse (proposal, i) == builds_as_read (proposal))
        g_error ("%s: line %u makes no difference, or may not", name, i);
      gh_proposal_refuse (proposal, i, FALSE);
      if (group >= GH_PROPOSAL_BASES)
        {
          g_autofree char *line = gh_proposal_dup_text (proposal, i);

          *n_facts += 1;
          *n_linked += gh_proposal_get_passage (proposal, i, NULL, NULL) >= 0 ? 1 : 0;
          if (gh_proposal_get_passage (proposal, i, NULL, NULL) < 0)
            g_test_message ("%s: no passage for %d %s", name, group, line);
        }
    }
  for (guint i = 0; i < 3 * n; i++)
    gh_proposal_refuse (proposal, (guint) g_rand_int_range (rand, 0, (gint32) n), TRUE);
  for (guint i = 0; i < n; i++)
    gh_proposal_refuse (proposal, n - 1 - i, FALSE);
  g_assert_false (gh_proposal_is_changed (proposal));
  g_assert_true (builds_as_read (proposal));
  while (gh_proposal_can_undo (proposal))
    gh_proposal_undo (proposal);
  g_assert_true (builds_as_read (proposal));
}

static void
test_made_up_plans (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (PLANS_FOLDER, 0, &error);
  const char *name;
  guint n_plans = 0;
  guint n_linked = 0;
  guint n_facts = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (PLANS_FOLDER, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      check_plan (name, text, &n_linked, &n_facts);
      n_plans++;
    }
  g_test_message ("%u of %u lines lead to their passage", n_linked, n_facts);
  g_assert_cmpuint (n_plans, >=, 12);
  g_assert_cmpuint (n_linked, ==, n_facts);
}

/* What was corrected and not refused is what the workspace holds. */
static void
test_stored (void)
{
  Fixture fixture;
  g_autoptr (GhProposal) proposal = read_plan ();
  g_autoptr (GhPlanReading) built = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhDossier *dossier;

  fixture_open (&fixture, NULL, 2027);
  before = fixture_dump (fixture.workspace);
  gh_proposal_refuse (proposal, find_line (proposal, GH_PROPOSAL_TARGETS, "200"), TRUE);
  correct (proposal, find_line (proposal, GH_PROPOSAL_TARGETS, "150"), 2, "165", NULL);
  correct (proposal, find_line (proposal, GH_PROPOSAL_EVENTS, "06/03"), 2, "13/03/2027", NULL);
  correct (proposal, find_line (proposal, GH_PROPOSAL_RECIPIENTS, "Công an"), 1, "để biết", NULL);
  correct (proposal, find_line (proposal, GH_PROPOSAL_AWARDS, "Đợt 1"), 3, "20/03/2027", NULL);
  built = gh_proposal_build (proposal);
  g_assert_true (gh_edit_accept_plan (fixture.workspace, built, &error));
  g_assert_no_error (error);

  dossier = gh_workspace_get_dossier (fixture.workspace);
  g_assert_cmpuint (dossier->targets->len, ==, 1);
  g_assert_cmpfloat (((const GhTarget *) dossier->targets->pdata[0])->value, ==, 165);
  g_assert_cmpuint (dossier->activities->len, ==,
                    gh_proposal_get_reading (proposal)->activities->len);
  g_assert_cmpuint (find_event (dossier->activities)->span.start, ==,
                    gh_day_from_ymd (2027, 3, 13));
  g_assert_true (gh_plan_equal (dossier->plan, built->plan));
  g_assert_cmpstr (((const GhRecipient *) dossier->plan->recipients->pdata[1])->purpose, ==,
                   "để biết");
  {
    g_autoptr (GPtrArray) rounds = gh_store_list_award_rounds (
      gh_workspace_get_store (fixture.workspace), dossier->campaign->id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rounds->len, ==, 1);
    g_assert_cmpuint (((const GhAwardRound *) rounds->pdata[0])->deadline.start, ==,
                      gh_day_from_ymd (2027, 3, 20));
  }
  fixture_check_undo (fixture.workspace, before);
  fixture_close (&fixture);
}

/* The plan is the only campaign of a new workspace, and undo leads to no other. */
static void
test_new_workspace (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-proposal-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "năm 2027.giothong", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "không có", "x.giothong", NULL);
  g_autoptr (GhPlanReading) reading = gh_plan_text_read (PLAN, -1, 2027);
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gh_edit_accept_plan_as (path, reading, &error));
  g_assert_no_error (error);
  workspace = gh_workspace_open (path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  campaigns = gh_store_list_campaigns (gh_workspace_get_store (workspace), &error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (workspace)->targets->len, ==, 2);
  g_assert_true (gh_plan_equal (gh_workspace_get_dossier (workspace)->plan, reading->plan));
  g_clear_object (&workspace);
  g_assert_cmpint (g_remove (path), ==, 0);

  g_assert_false (gh_edit_accept_plan_as (nowhere, reading, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

/* Facts that are nowhere found, and a text that is one long line, take no time to speak of. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("KẾ HOẠCH\n\nThử\n\nI. MỤC TIÊU\n\n");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "- **Tiếp *nhận %u đơn** vị máu* ngày %u/3/2027 tại xã A.\n", i,
                            i % 28 + 1);
  {
    g_autoptr (GhProposal) proposal = gh_proposal_new (gh_plan_text_read (text->str, -1, 2027));

    g_assert_cmpuint (gh_proposal_get_passages (proposal)->len, >, 2000);
    g_assert_true (builds_as_read (proposal));
  }
  {
    g_autoptr (GhProposal) empty = gh_proposal_new (gh_plan_text_read ("", -1, 2027));
    guint name;

    g_assert_cmpuint (gh_proposal_get_passages (empty)->len, ==, 0);
    g_assert_cmpuint (gh_proposal_count (empty, GH_PROPOSAL_TARGETS, NULL), ==, 0);
    /* It has no name, and cannot be left without. */
    name = (guint) gh_proposal_find_missing (empty);
    g_assert_cmpuint (name, ==, find_line (empty, GH_PROPOSAL_HEAD, "Campaign"));
    assert_refused (empty, name, 0, "", "cannot be empty");
    g_assert_true (correct (empty, name, 0, "Xuân hồng", NULL));
    g_assert_cmpint (gh_proposal_find_missing (empty), ==, -1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/proposal/lines", test_lines);
  g_test_add_func ("/session/proposal/passages", test_passages);
  g_test_add_func ("/session/proposal/refuse", test_refuse);
  g_test_add_func ("/session/proposal/cannot-refuse", test_cannot_refuse);
  g_test_add_func ("/session/proposal/correct", test_correct);
  g_test_add_func ("/session/proposal/wrong-values", test_wrong_values);
  g_test_add_func ("/session/proposal/undo", test_undo);
  g_test_add_func ("/session/proposal/made-up-plans", test_made_up_plans);
  g_test_add_func ("/session/proposal/stored", test_stored);
  g_test_add_func ("/session/proposal/new-workspace", test_new_workspace);
  g_test_add_func ("/session/proposal/hostile", test_hostile);
  return g_test_run ();
}
