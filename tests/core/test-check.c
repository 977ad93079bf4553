/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

#include <string.h>

#include "faulty-plans.h"
#include "sample-plan.h"

static GPtrArray *
run (const char *text)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (text);

  return gh_check_run (dossier, gh_day_from_ymd (2027, 1, 4));
}

static const GhFinding *
find (const GPtrArray *findings, const char *code, const char *says)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->code, code) && strstr (finding->message, says) != NULL)
        return finding;
    }
  return NULL;
}

static void
test_sound (void)
{
  g_autofree char *text = faulty_plan (NULL);
  g_autoptr (GPtrArray) findings = run (text);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s: %s", finding->code, finding->where, finding->message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *text = faulty_plan (fault);
  g_autoptr (GPtrArray) findings = run (text);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s: %s", finding->code, finding->where, finding->message);
      g_assert_cmpstr (finding->where, !=, "");
    }
  g_assert_nonnull (find (findings, fault->code, fault->says));
}

/* What looks like a fault and is none. */
static void
test_no_faults (void)
{
  static const Fault sound[] = {
    { "missing-attachment", "||Tổng cộng|220\n", "||Tổng cộng|220\nMang kèm theo giấy tờ.\n", "" },
    { "missing-attachment", "thực hiện./.\n",
      "thực hiện theo Phụ lục./.\n& BẢNG CHỈ TIÊU\nNội dung.\n", "" },
    { "missing-attachment", "thực hiện./.\n", "thực hiện theo Phụ lục./.\n@annex-quotas\n", "" },
    { "missing-attachment", "thực hiện./.\n",
      "thực hiện theo Phụ lục I, tại Phụ lục II Nghị định 30/2020/NĐ-CP./.\n& BẢNG\nNội dung.\n",
      "" },
    { "missing-attachment", "thực hiện./.\n",
      "thực hiện theo Phụ lục 2./.\n& BẢNG\nNội dung.\n& BẢNG HAI\nNội dung.\n", "" },
    { "duplicate-numbering", "- Nâng cao",
      "- Theo mục 1 phần III, mục III.2, điểm a mục 2 phần IV và tại mục IV.2.b, nâng cao", "" },
    { "duplicate-numbering", "- Nâng cao",
      "- Theo mục 9 Nghị định 30, theo khoản 3 mục 8 Điều 5; gồm 3 mục 7, hạng mục 9 nâng cao",
      "" },
    { "duplicate-numbering", "- Nâng cao", "- Như mục tiêu 9 và ở phần Xuân, nâng cao", "" },
    { "spelling", "của Nhân dân", "ở phần đầu của Nhân dân, cùng cố gắng", "" },
    { "spelling", "của Nhân dân", "được khen thường xuyên", "" },
    { "duplicate-numbering", "* a)|", "* 1|Một.\n* 2|Hai.\n* a)|", "" },
    { "deadline-before-period-ends", "trước ngày 13/03/2027", "sau khi kết thúc Chiến dịch", "" },
    { "unbalanced-quotes", "- Nâng cao", "- 1) Nâng cao", "" },
    { "inconsistent-name", "|1|Chương trình “Giọt hồng đầu xuân quê mình”",
      "|1|Chương trình “Giọt hồng đầu xuân”", "" },
    { "private-email", "hmtn@songtra.gov.vn", "ctd@songtra.edu.vn", "" },
    { "layout", "Nâng cao nhận thức", "Nâng cao nhận thức,... ", "" },
    { "empty-section", "# I|MỤC ĐÍCH", "# A|CÔNG TÁC NĂM\n# I|MỤC ĐÍCH", "" },
    { "inconsistent-date", "- Nâng cao",
      "- Kỷ niệm 37 năm Ngày hội của xã và kỷ niệm 70 năm Ngày truyền thống (09/01/1957 - "
      "09/01/2027), nâng cao",
      "" },
    { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n!role TRƯỞNG BAN",
      "!authority\n!role GIÁM ĐỐC", "" },
    { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n!role TRƯỞNG BAN",
      "!authority KT. TRƯỞNG BAN\n!role PHÓ TRƯỞNG BAN", "" },
    { "missing-authority", "!authority TM. BAN", "!authority T/M BAN", "" },
    { "weekday-mismatch", "(thứ Bảy)", "", "" },
    { "truncated", "thực hiện./.", "thực hiện", "" },
    { "capitals", "(thứ Bảy) tại", "(thứ Bảy, lần thứ hai trong năm thứ tư) tại", "" },
    { "capitals", "- Nâng cao", "- Thứ Bảy, ngày 27/02/2027: THỨ BẢY, 27/02/2027 nâng cao", "" },
    { "capitals", "- Nâng cao", "- Do chủ tịch, phó chủ tịch các hội và trưởng ban nâng cao", "" },
    { "capitals", "- Nâng cao",
      "- Ông Phó Chủ tịch UBND xã, bà Trưởng ban và Phó Tổng Giám đốc "
      "Công ty nâng cao",
      "" },
    { "citation-form", "- Nâng cao",
      "- Theo Kế hoạch số 31/KH-BCĐ và Kế hoạch số 31/KH-BCĐ ngày "
      "19/12/2026 của xã về việc khác, nâng cao",
      "" },
    { "citation-form", "- Nâng cao",
      "- Theo Kế hoạch số 31/KH-BCĐ ngày 18/12/2026 của Ban Chỉ đạo "
      "huyện về việc khác, nâng cao",
      "" },
    { "layout", "!name Lê Thị Mẫu", "!name ThS. Lê Thị Mẫu\n!issuer Sở Y tế", "" },
    { "layout", "!name Lê Thị Mẫu", "!name TS. Lê Thị Mẫu\n!issuer Bệnh viện Sông Trà", "" },
    { "layout", "!name Lê Thị Mẫu", "!name Đại Tá Mẫu", "" },
    { "layout", "!name Lê Thị Mẫu", "!name Kỹ Thị Sư", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *text = faulty_plan (&sound[i]);
      g_autoptr (GPtrArray) findings = run (text);
      const GhFinding *finding = find (findings, sound[i].code, "");

      if (finding != NULL)
        g_error ("%s (case %d): %s", finding->code, (int) i, finding->message);
    }
}

/* Blanks of the header are warnings in a draft and errors once the plan is out. */
static void
test_severity (void)
{
  Fault fault = { "missing-number", "!number 12", "!number", "" };
  Fault issued = { "missing-number", "!number 12", "!number\n!state issued", "" };
  g_autofree char *draft_text = faulty_plan (&fault);
  g_autofree char *issued_text = faulty_plan (&issued);
  g_autoptr (GPtrArray) in_draft = run (draft_text);
  g_autoptr (GPtrArray) at_issue = run (issued_text);

  g_assert_cmpint (find (in_draft, "missing-number", "")->severity, ==, GH_SEVERITY_WARNING);
  g_assert_cmpint (find (at_issue, "missing-number", "")->severity, ==, GH_SEVERITY_ERROR);
}

/* Errors first; findings lead to the block of the plan, not to that of its printed form. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) findings = run ("!year 2027\n# I|MỘT\n@quotas\n@calendar\nPhân đấu tốt.\n"
                                        "- Ngày 31/02/2027 họp.\n- tập chung./.");
  GhSeverity last = GH_SEVERITY_ERROR;

  g_assert_cmpint (find (findings, "spelling", "Phân đấu")->place.index, ==, 3);
  g_assert_cmpint (find (findings, "impossible-date", "")->place.index, ==, 4);
  g_assert_cmpint (gh_finding_get_block (find (findings, "missing-number", "")), ==, -1);
  g_assert_cmpstr (find (findings, "spelling", "Phân đấu")->where, ==, "I. MỘT");
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->severity, >=, last);
      last = finding->severity;
    }
}

/* Any text at all is read to its end. */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 300; round++)
    {
      g_autofree char *text = hostile_plan (rand);
      g_autoptr (GPtrArray) findings = run (text);

      g_assert_nonnull (findings);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/sound", test_sound);
  for (gsize i = 0; i < n_faults; i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/%s/%d", faults[i].code, (int) i);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/check/no-faults", test_no_faults);
  g_test_add_func ("/check/severity", test_severity);
  g_test_add_func ("/check/places", test_places);
  g_test_add_func ("/check/hostile", test_hostile);
  return g_test_run ();
}
