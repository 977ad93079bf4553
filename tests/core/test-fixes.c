/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

#include <string.h>

#include "faulty-plans.h"
#include "gh-live.h"
#include "sample-plan.h"

static guint32
today (void)
{
  return gh_day_from_ymd (2027, 1, 4);
}

static guint
count (const GPtrArray *findings, const GhFinding *like)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n += g_str_equal (finding->code, like->code) && g_str_equal (finding->message, like->message);
    }
  return n;
}

static guint
count_errors (const GPtrArray *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n += finding->severity == GH_SEVERITY_ERROR && g_str_equal (finding->code, code);
    }
  return n;
}

/* (transfer full): all the plan says, to see what changed. */
static char *
dump (const GhPlan *plan)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%s/%s|%s|%s|%s|%s|%s\n", plan->number, plan->symbol, plan->place,
                          plan->title, plan->authority, plan->signer_role, plan->signer_name);
  for (guint i = 0; i < plan->bases->len; i++)
    g_string_append_printf (out, "%s\n", ((GhBasis *) g_ptr_array_index (plan->bases, i))->text);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      g_string_append_printf (out, "%s %s\n", block->number, block->text);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        {
          g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (block->rows, k));

          g_string_append_printf (out, "|%s\n", row);
        }
    }
  for (guint i = 0; i < plan->recipients->len; i++)
    g_string_append_printf (out, "%s\n",
                            ((GhRecipient *) g_ptr_array_index (plan->recipients, i))->name);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What every fix promises: its finding goes away, and no error comes. */
static void
check_fix (GhDossier *dossier, const GPtrArray *before, const GhFinding *finding)
{
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  g_autoptr (GhDossier) mended = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *was = dump (dossier->plan);
  g_autofree char *is = NULL;
  g_autofree char *still = NULL;

  g_assert_cmpstr (finding->fix->label, !=, "");
  g_assert_cmpuint (finding->fix->edits->len, >, 0);
  g_ptr_array_add (fixes, finding->fix);
  mended = gh_fix_apply (dossier, fixes);
  if (mended == NULL)
    g_error ("%s: the fix “%s” does not fit the plan\n%s", finding->code, finding->fix->label, was);
  is = dump (mended->plan);
  still = dump (dossier->plan);
  g_assert_cmpstr (was, ==, still);
  g_assert_cmpstr (was, !=, is);
  after = gh_check_run (mended, today ());
  if (count (after, finding) >= count (before, finding))
    g_error ("%s: “%s” stays after “%s”:\n%s\n---\n%s", finding->code, finding->message,
             finding->fix->label, was, is);
  for (guint i = 0; i < after->len; i++)
    {
      const GhFinding *found = g_ptr_array_index (after, i);
      guint mended_one =
        finding->severity == GH_SEVERITY_ERROR && g_str_equal (found->code, finding->code);

      if (found->severity == GH_SEVERITY_ERROR &&
          count_errors (after, found->code) + mended_one > count_errors (before, found->code))
        g_error ("%s: “%s” makes a new error: %s: %s\n%s", finding->code, finding->fix->label,
                 found->code, found->message, is);
    }
}

static guint
check_all (const char *text)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (finding->fix == NULL)
        continue;
      check_fix (dossier, findings, finding);
      n++;
    }
  return n;
}

static void
test_faults (void)
{
  guint n = 0;

  for (gsize i = 0; i < n_faults; i++)
    {
      g_autofree char *text = faulty_plan (&faults[i]);

      n += check_all (text);
    }
  g_test_message ("%u fixes", n);
  g_assert_cmpuint (n, >=, 30);
}

/**
 * Mended: the fault @code in @fault is offered a fix with @label, after which the plan says @says.
 */
typedef struct
{
  Fault fault;
  const char *label;
  const char *says;
} Mended;

static const Mended cases[] = {
  { { "weekday-mismatch", "(thứ Bảy)", "(thứ Sáu)", "" }, "thứ Bảy", "27/02/2027 (thứ Bảy) tại" },
  { { "weekday-mismatch", "(thứ Bảy)", "(**Thứ 6**)", "" }, "thứ Bảy", "(**Thứ Bảy**) tại" },
  { { "malformed-date", "ngày 18/12/2026", "ngày 18/12//2026", "" },
    "18/12/2026",
    "ngày 18/12/2026 của" },
  { { "implausible-date", "(07/04)", "(07/05)", "" }, "07/04", "(07/04)" },
  { { "duplicate-numbering", "## 2|Các trường học", "## 1|Các trường học", "" },
    "2",
    "\n2 Các trường" },
  { { "duplicate-numbering", "# III|", "# II|", "" }, "III", "\nIV TỔ CHỨC" },
  { { "duplicate-numbering", "## 2|Các hoạt động\n", "## 1|Cũ\nMột.\n### 1.1|Con\nHai.\n## 2|Mới\n",
      "" },
    "2",
    "\n2.1 Con\n Hai" },
  { { "duplicate-numbering", "* b)|", "* a)|", "" }, "b)", "\nb) Gửi" },
  { { "sum-mismatch", "||Tổng cộng|220", "||Tổng cộng|221", "" }, "220", "||Tổng cộng|220" },
  { { "sum-mismatch", "|I|Khối trường|120", "|I|Khối trường|125", "" }, "120", "Khối trường|120" },
  { { "sum-mismatch", "|1|Trường A|70", "|1|Trường A|80", "" }, "", "Tổng cộng|230" },
  { { "percent-mismatch", "(95%)", "(90%)", "" }, "95%", "(95%)" },
  { { "inconsistent-date", "Xuân hồng năm 2027", "Xuân hồng năm 2026", "" },
    "2027",
    "Xuân hồng năm 2027" },
  { { "inconsistent-name", "|1|Chương trình “Giọt hồng đầu xuân quê mình”",
      "|1|Chương trình “Giọt hồng đầu xuân quê em”", "" },
    "quê mình",
    "|1|Chương trình “Giọt hồng đầu xuân quê mình”" },
  { { "symbol-spacing", "!symbol KH-BCĐ", "!symbol KH - BCĐ", "" }, "12/KH-BCĐ", "12/KH-BCĐ|" },
  { { "symbol-spacing", "TM. BAN", "TM.BAN", "" }, "", "|TM. BAN CHỈ ĐẠO|" },
  { { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n", "", "" },
    "TM. BAN CHỈ ĐẠO",
    "|TM. BAN CHỈ ĐẠO|" },
  { { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n!role", "!role PHÓ", "" },
    "KT. TRƯỞNG BAN",
    "|KT. TRƯỞNG BAN|" },
  { { "layout", "!recipient Lưu: VT, Hội CTĐ\n", "", "" }, "Lưu: VT", "\nLưu: VT\n" },
  { { "spelling", "- Nâng cao", "- Phân đấu, **phân đấu** nâng cao", "" },
    "Phấn đấu",
    "- Phấn đấu, **phấn đấu** nâng cao" },
  { { "spelling", "của Nhân dân", "của của Nhân dân", "" }, "", "thức của Nhân dân" },
  { { "spelling", "!symbol KH-BCĐ", "!symbol KH-BCD", "" }, "KH-BCĐ", "12/KH-BCĐ|" },
  { { "capitals", "Nâng cao", "Hà nội {{year}}, Hà nội nâng cao", "" },
    "Hà Nội",
    "Hà Nội {{year}}, Hà Nội nâng cao" },
  { { "unbalanced-quotes", "quê mình”, ngày", "quê mình\", ngày", "" }, "”", "quê mình”, ngày" },
  { { "closing-mark", "thực hiện./.", "thực hiện. /", "" }, "./.", "thực hiện./.\n" },
  { { "closing-mark", "thực hiện./.", "**thực hiện.**", "" }, "./.", "**thực hiện./.**\n" },
  { { "date-style", "từ ngày 05/01/2027 đến ngày 05/03/2027.\n##",
      "từ ngày 5/1/2027 đến ngày 05/03/2027.\n##", "" },
    "",
    "từ ngày 05/01/2027 đến ngày 05/03/2027.\n" },
  { { "citation-form", "về vận động hiến máu năm 2027.\n!t", "về vận động hiến máu năm 2027;\n!t",
      "" },
    ".",
    "hiến máu năm 2027.\n" },
  { { "citation-form", "- Nâng cao", "- Theo Kế hoạch số: 31/KH-BCĐ, nâng cao", "" },
    "",
    "Kế hoạch số 31/KH-BCĐ," },
  { { "citation-form", "31/KH-BCĐ ngày", "31/KH-BCĐ, ngày", "" }, "", "31/KH-BCĐ ngày" },
  { { "layout", "Nâng cao nhận thức", "Nâng cao , nhận,, thức : *a* ; b", "" },
    "",
    "Nâng cao, nhận, thức: *a*; b" },
  { { "layout", "## 2|Các trường", "✓\n## 2|Các trường", "" }, "", "songtra.gov.vn.\n2 Các" },
  { { "layout", "# I|MỤC ĐÍCH, YÊU CẦU", "# I|**Mục đích**, yêu cầu", "" },
    "",
    "I **MỤC ĐÍCH**, YÊU CẦU" },
  { { "layout", "!title Vận động", "!title Về việc vận động", "" }, "", "|Vận động hiến máu" },
  { { "layout", "- Nâng cao nhận thức của Nhân dân",
      "Nâng cao nhận thức, hiểu biết,\nsự đồng tình của Nhân dân", "" },
    "",
    "hiểu biết, sự đồng tình của" },
};

/* The figure of a sentence follows the data. */
static const Mended stale[] = {
  { { "sum-mismatch", "!target blood-units 220\n", "!target blood-units 240\n", "" },
    "240",
    "tiếp nhận ít nhất 240 đơn vị máu." },
  { { "inconsistent-date", "!activity session 2027-02-27 Ngày hội hiến máu\n",
      "!activity session 2027-02-28 Ngày hội hiến máu\n", "" },
    "28/02/2027",
    "07h30 - 11h00, ngày 28/02/2027 (Chủ nhật)" },
};

static void
check_case (const Mended *wanted)
{
  g_autofree char *text = faulty_plan (&wanted->fault);
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
      g_autoptr (GhDossier) mended = NULL;
      g_autofree char *is = NULL;

      if (!g_str_equal (finding->code, wanted->fault.code) || finding->fix == NULL ||
          strstr (finding->fix->label, wanted->label) == NULL)
        continue;
      g_ptr_array_add (fixes, finding->fix);
      mended = gh_fix_apply (dossier, fixes);
      g_assert_nonnull (mended);
      is = dump (mended->plan);
      if (strstr (is, wanted->says) == NULL)
        g_error ("%s: not “%s” after “%s”:\n%s", finding->code, wanted->says, finding->fix->label,
                 is);
      return;
    }
  g_error ("%s: no fix “%s” is offered for “%s”", wanted->fault.code, wanted->label,
           wanted->fault.replace);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = faulty_plan (&cases[i].fault);

      check_case (&cases[i]);
      check_all (text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (stale); i++)
    check_case (&stale[i]);
}

/* What was read from a sentence still finds it after the sentence was mended. */
static void
test_sentences_follow (void)
{
  static const Fault late = { "inconsistent-date", "session 2027-02-27", "session 2027-02-20", "" };
  g_autofree char *text = faulty_plan (&late);
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  g_autoptr (GhDossier) mended = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->code, "inconsistent-date") && finding->fix != NULL)
        g_ptr_array_add (fixes, finding->fix);
    }
  g_assert_cmpuint (fixes->len, ==, 1);
  mended = gh_fix_apply (dossier, fixes);
  for (guint i = 0; i < mended->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (mended->activities, i);
      const GhActivity *before = g_ptr_array_index (dossier->activities, i);

      if (activity->kind != GH_ACTIVITY_SESSION)
        continue;
      g_assert_nonnull (strstr (activity->text, "20/02/2027"));
      g_assert_nonnull (strstr (before->text, "27/02/2027"));
    }
}

/* A percentage that a target says too is not changed in the text alone: two would disagree then. */
static void
test_target_percent (void)
{
  static const Fault wrong = { "percent-mismatch", "50 đơn vị máu, bằng 25%",
                               "50 đơn vị máu, bằng 30%", "30%" };
  g_autofree char *text = faulty_plan (&wrong);

  for (int own = 0; own < 2; own++)
    {
      g_autoptr (GhDossier) dossier = sample_plan_read (text);
      GhTarget *target = gh_target_new (GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_EXACTLY, 30);
      g_autoptr (GPtrArray) findings = NULL;
      guint n = 0;

      if (own)
        {
          g_free (target->text);
          target->text = g_strdup ("50 đơn vị máu, bằng 30% của 200 đơn vị cả năm");
        }
      g_ptr_array_add (dossier->targets, target);
      findings = gh_check_run (dossier, today ());
      for (guint i = 0; i < findings->len; i++)
        {
          const GhFinding *finding = g_ptr_array_index (findings, i);

          if (!g_str_equal (finding->code, "percent-mismatch"))
            continue;
          n++;
          g_assert_cmpint (finding->fix == NULL, ==, own);
          if (finding->fix != NULL)
            check_fix (dossier, findings, finding);
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* Nothing is offered that would be refused, and a stale fix changes nothing. */
static void
test_refused (void)
{
  static const Fault issued = { "spelling", "- Nâng cao", "- Phân đấu nâng cao", "" };
  g_autofree char *text = faulty_plan (&issued);
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  g_autoptr (GhDossier) mended = NULL;
  g_autoptr (GPtrArray) frozen = NULL;

  for (guint i = 0; i < findings->len; i++)
    if (((GhFinding *) g_ptr_array_index (findings, i))->fix != NULL)
      g_ptr_array_add (fixes, ((GhFinding *) g_ptr_array_index (findings, i))->fix);
  g_assert_cmpuint (fixes->len, ==, 1);
  mended = gh_fix_apply (dossier, fixes);
  g_assert_nonnull (mended);
  g_assert_null (gh_fix_apply (mended, fixes)); /* the words are no longer there */

  dossier->plan->state = GH_PLAN_ISSUED;
  g_assert_null (gh_fix_apply (dossier, fixes));
  frozen = gh_check_run (dossier, today ());
  for (guint i = 0; i < frozen->len; i++)
    g_assert_null (((GhFinding *) g_ptr_array_index (frozen, i))->fix);
}

/* Places lead to the very words. */
static void
test_places (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!year 2027\n# I|MỘT\n@quotas\n- **Họp {{year}}**: *ngày* 31/02/2027 họp, tập **chung**.\n"
    "|A|B|C\n|1|x|**Phân đấu**\n");
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);
      char **text = gh_place_get_text (&finding->place, dossier->plan);
      g_autofree char *words = NULL;

      if (text == NULL || finding->place.length == 0)
        continue;
      words = g_strndup (*text + finding->place.start, finding->place.length);
      if (g_str_equal (finding->code, "spelling"))
        {
          g_assert_cmpstr (words, ==, "Phân đấu");
          g_assert_cmpint (finding->place.row, ==, 1);
          g_assert_cmpint (finding->place.column, ==, 2);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_safe (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!year 2027\n!symbol KH - BCĐ\n!basis Căn cứ Luật A\n!basis Căn cứ Luật B;\n# I|Một\n"
    "- Phân đấu , tập chung, Hà nội.\n✓\n- Băng zôn ; ngày 5/1/2027 và 06/01/2027.\n✓\n"
    "Hết.");
  g_autoptr (GhDossier) mended = NULL;
  g_autoptr (GhDossier) again = NULL;
  g_autofree char *is = NULL;
  guint n = 0;

  mended = gh_fix_apply_safe (dossier, today (), "spelling", &n);
  g_assert_cmpuint (n, ==, 3);
  gh_dossier_unref (g_steal_pointer (&mended));
  mended = gh_fix_apply_safe (dossier, today (), NULL, &n);
  is = dump (mended->plan);
  g_assert_cmpstr (is, ==,
                   "/KH-BCĐ|||||\nCăn cứ Luật A;\nCăn cứ Luật B.\nI MỘT\n"
                   "- Phấn đấu, tập trung, Hà Nội.\n"
                   "- Băng rôn; ngày 05/01/2027 và 06/01/2027.\n Hết./.\n");
  again = gh_fix_apply_safe (mended, today (), NULL, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (again == mended);
}

/* No text makes a fix that does not fit it. */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_fixes = 0;

  for (int round = 0; round < 300; round++)
    {
      g_autofree char *text = hostile_plan (rand);
      g_autoptr (GhDossier) dossier = sample_plan_read (text);
      g_autoptr (GPtrArray) findings = gh_check_run (dossier, today ());
      g_autoptr (GhDossier) mended = NULL;
      guint n;

      for (guint i = 0; i < findings->len; i++)
        {
          const GhFinding *finding = g_ptr_array_index (findings, i);

          if (finding->fix != NULL)
            check_fix (dossier, findings, finding);
          n_fixes += finding->fix != NULL ? 1 : 0;
        }
      mended = gh_fix_apply_safe (dossier, today (), NULL, &n);
    }
  g_test_message ("%u fixes", n_fixes);
  g_assert_cmpuint (n_fixes, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/faults", test_faults);
  g_test_add_func ("/fixes/cases", test_cases);
  g_test_add_func ("/fixes/sentences-follow", test_sentences_follow);
  g_test_add_func ("/fixes/target-percent", test_target_percent);
  g_test_add_func ("/fixes/refused", test_refused);
  g_test_add_func ("/fixes/places", test_places);
  g_test_add_func ("/fixes/safe", test_safe);
  g_test_add_func ("/fixes/hostile", test_hostile);
  return g_test_run ();
}
