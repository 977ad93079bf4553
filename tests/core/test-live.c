/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"

#include <string.h>

#include "gh-plan-edit.h"
#include "sample-plan.h"

/* The printed blocks as lines: "[number] text", rows as cells parted by "|". */
static char *
describe (const GhPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      g_assert_cmpint (block->kind, !=, GH_BLOCK_LIVE);
      if (block->rows == NULL)
        g_string_append_printf (text, "[%s] %s\n", block->number, block->text);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        {
          g_autofree char *cells = g_strjoinv ("|", g_ptr_array_index (block->rows, k));

          g_string_append_printf (text, "%s\n", cells);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
resolve (const char *text, GArray **source)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GhPlan) plan = gh_live_resolve (summary, source);

  return describe (plan);
}

static const struct
{
  const char *name;
  const char *plan;
  const char *printed;
} cases[] = {
  { "targets",
    "!target registrations 1300\n!target blood-units 900\n!target unit-percent 100\n"
    "!target year-percent 20\n@targets",
    "[-] Vận động ít nhất 1.300 người đăng ký hiến máu tình nguyện;\n"
    "[-] Tiếp nhận ít nhất 900 đơn vị máu;\n"
    "[-] Có 100% đơn vị được giao chỉ tiêu tham gia;\n"
    "[-] Đạt ít nhất 20% chỉ tiêu tiếp nhận máu cả năm.\n" },
  { "no-targets", "@targets", "[-] ….\n" },
  { "quotas-in-groups",
    "!unit 1 0 Khối A\n!unit 2 1 A1\n!unit 3 1 A2\n!unit 4 0 Khối B\n!unit 5 4 B1\n!unit 6 4 B2\n"
    "!quota 1 blood-units 5\n!quota 2 blood-units 1200\n!quota 3 blood-units 0\n"
    "!quota 5 blood-units 30\n!quota 5 donors 40\n@quotas",
    "TT|Đơn vị|Số người hiến máu|Số đơn vị máu\n"
    "**I**|**Khối A**||**1.205**\n"
    "|Giao chung cho Khối A||5\n"
    "1|A1||1.200\n"
    "2|A2||0\n"
    "**II**|**Khối B**|**40**|**30**\n"
    "1|B1|40|30\n"
    "|**Tổng cộng**|**40**|**1.235**\n"
    "[] *Ghi chú: một túi máu được tính là một đơn vị máu, không phân biệt thể tích.*\n" },
  { "quotas-under-one-root",
    "!unit 1 0 Cả xã\n!unit 2 1 Thôn Một\n!unit 3 1 Thôn Hai\n!quota 2 donors 3\n!quota 3 donors "
    "4\n"
    "@quotas",
    "TT|Đơn vị|Số người hiến máu\n1|Thôn Hai|4\n2|Thôn Một|3\n|**Tổng cộng**|**7**\n" },
  { "no-quotas", "!unit 1 0 A\n@quotas", "TT|Đơn vị|Chỉ tiêu\n|**Tổng cộng**|**…**\n" },
  { "calendar",
    "!activity launch 2027-01-16 Phát động\n!activity deadline 2027-01-20 Gửi danh sách\n@calendar",
    "TT|Nội dung|Thời gian|Địa điểm|Đơn vị thực hiện\n"
    "1|Phát động|thứ Bảy, 16/01/2027||\n"
    "2|Gửi danh sách|trước 20/01/2027||\n" },
  { "sessions", "!session 2027-02-27 150 Buổi một\n!session 2027-02-28 1000 Buổi hai\n@sessions",
    "TT|Buổi hiến máu|Thời gian|Địa điểm|Đơn vị đăng cai|Dự kiến (người)\n"
    "1|Buổi một|thứ Bảy, 27/02/2027|||150\n"
    "2|Buổi hai|Chủ nhật, 28/02/2027|||1.000\n"
    "|**Tổng cộng**||||**1.150**\n" },
  { "tasks",
    "!task Hội CTĐ|Lập danh sách|2027-01-20\n!task Trường A|Vận động;|\n"
    "!task Hội CTĐ|báo cáo trước ngày 13/03/2027.|2027-03-13\n@tasks",
    "[-] **Hội CTĐ:**\n"
    "[+] Lập danh sách (trước ngày 20/01/2027);\n"
    "[+] Báo cáo trước ngày 13/03/2027.\n"
    "[-] **Trường A:** vận động.\n" },
  { "fields",
    "!year 2027\n!theme Xuân về\n!issuer Ban Chỉ đạo xã\n!period 2027-01-05 2027-03-05\n"
    "!target blood-units 1350\n!target year-percent 20\n!unit 1 0 A\n!unit 2 0 B\n"
    "!quota 1 donors 7\n!quota 1 blood-units 9\nNăm {{year}}: {{target:blood-units}} đơn vị, "
    "{{ target:year-percent }}%, {{quota:donors}} người, {{units}} đơn vị, {{start}}–{{end}}, "
    "{{theme}}, {{issuer}}\n{{period}}",
    "[] Năm 2027: 1.350 đơn vị, 20%, 7 người, 1 đơn vị, 05/01/2027–05/03/2027, Xuân về, Ban Chỉ "
    "đạo "
    "xã\n[] từ ngày 05/01/2027 đến ngày 05/03/2027\n" },
  { "awards", "!award Đợt 1|Cá nhân|2026-12-01|2027-03-31|2027-04-05\n@awards",
    "TT|Đợt khen thưởng|Đối tượng|Thời gian tính thành tích|Thời hạn gửi hồ sơ\n"
    "1|Đợt 1|Cá nhân|01/12/2026–31/03/2027|05/04/2027\n" },
  { "budget", "!budget Ăn nhẹ|suất|300|30000\n!budget Băng rôn|cái|5|350000\n@budget",
    "TT|Nội dung|Đơn vị tính|Số lượng|Đơn giá (đồng)|Thành tiền (đồng)\n"
    "1|Ăn nhẹ|suất|300|30.000|9.000.000\n"
    "2|Băng rôn|cái|5|350.000|1.750.000\n"
    "|**Tổng cộng**||||**10.750.000**\n"
    "[] *Bằng chữ: Mười triệu bảy trăm năm mươi nghìn đồng.*\n" },
  { "budget-not-whole", "!budget A|suất|3|1000\n!budget B|||\n@budget\n{{budget}}",
    "TT|Nội dung|Đơn vị tính|Số lượng|Đơn giá (đồng)|Thành tiền (đồng)\n"
    "1|A|suất|3|1.000|3.000\n2|B||||\n|**Tổng cộng**||||**…**\n[] …\n" },
  { "annex", "!unit 1 0 A\n!quota 1 donors 4\n@annex-quotas",
    "[] CHỈ TIÊU GIAO CHO CÁC ĐƠN VỊ\n"
    "TT|Đơn vị|Số người hiến máu\n1|A|4\n|**Tổng cộng**|**4**\n" },
  { "more-fields",
    "!year 2027\n!period 2027-01-05 2027-03-06\n!place Bình An\n!name Lê Văn Thử\n"
    "!budget A|suất|2|10500\n!award Đợt 1||2027-01-01|2027-02-01|2027-03-01\n"
    "!session 2027-02-27 150 Buổi một\n"
    "{{lunar-year}}, {{last-year}}, {{years-since:1957}}, {{years-since:2030}}, {{start-day}}, "
    "{{end-day}}, {{place}}, {{signer}}, {{budget}}, {{budget-words}}, {{awards}}, {{sessions}}",
    "[] Đinh Mùi, 2026, 70, …, thứ Ba, ngày 05/01/2027, thứ Bảy, ngày 06/03/2027, Bình An, Lê Văn "
    "Thử, 21.000, Hai mươi mốt nghìn, 1, 1\n" },
  { "activity-fields",
    "!activity session 2027-02-27 Ngày hội\n!activity deadline 2027-01-20 Gửi danh sách\n"
    "{{activity:session:date}}; {{activity:session:day}}; {{activity:session:title}}; "
    "{{activity:session:place}}; {{activity:session:time}}; {{activity:deadline:date}}; "
    "{{activity:launch:date}}; {{activity:77:date}}; {{activity:x:date}}; {{activity:session:x}}",
    "[] thứ Bảy, ngày 27/02/2027; 27/02/2027; Ngày hội; …; …; trước ngày 20/01/2027; …; …; "
    "{{activity:x:date}}; {{activity:session:x}}\n" },
  { "cite-first-in-full",
    "!cited 13/KH-BCĐ|Thực hiện Kế hoạch số 13/KH-BCĐ ngày 05/01/2027 của Ban Chỉ đạo tỉnh về A;\n"
    "Theo {{cite:13/KH-BCĐ}}.\nTheo {{cite:13/KH-BCĐ}}.\nTheo {{cite:9/X}}.",
    "[] Theo Kế hoạch số 13/KH-BCĐ ngày 05/01/2027 của Ban Chỉ đạo tỉnh về A.\n"
    "[] Theo Kế hoạch số 13/KH-BCĐ.\n[] Theo {{cite:9/X}}.\n" },
  { "cite-after-bases",
    "!numbered 05/KH-BCĐ|Căn cứ Kế hoạch số 05/KH-BCĐ ngày 05/01/2027 của Ban Chỉ đạo tỉnh.\n"
    "Theo {{cite:5/kh-bcđ}}.",
    "[] Theo Kế hoạch số 05/KH-BCĐ.\n" },
  { "blank-fields", "{{target:donors}} {{quota:reach}} {{period}} {{year}} {{theme}}",
    "[] … … … … …\n" },
  { "unknown-fields", "{{nothing}} {{target:x}} {{ {{units}} {{{{ }} {{",
    "[] {{nothing}} {{target:x}} {{ 0 {{{{ }} {{\n" },
  { "unknown-block", "@weather", "[] {{weather}}\n" },
  { "issued", "!year 2027\n!state issued\nNăm {{year}}", "[] Năm {{year}}\n" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *printed = resolve (cases[i].plan, NULL);

  g_assert_cmpstr (printed, ==, cases[i].printed);
}

static void
test_source (void)
{
  g_autoptr (GArray) source = NULL;
  g_autofree char *printed =
    resolve ("# I|A\n@targets\nxong\n!target donors 3\n!target reach 4", &source);
  static const guint expected[] = { 0, 1, 1, 2 };

  g_assert_cmpuint (source->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < source->len; i++)
    g_assert_cmpuint (g_array_index (source, guint, i), ==, expected[i]);
  g_assert_nonnull (strstr (printed, "xong"));
}

/* A value is not read for fields again, so a theme cannot fill in others. */
static void
test_no_second_pass (void)
{
  g_autofree char *printed = resolve ("!year 2027\n!theme {{year}}\n{{theme}}", NULL);

  g_assert_cmpstr (printed, ==, "[] {{year}}\n");
}

static void
test_keys (void)
{
  gsize n = 0;
  const GhLiveKey *keys = gh_live_field_keys (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("{{%s}}", keys[i].key);
      g_autofree char *printed = resolve (text, NULL);

      g_assert_null (strstr (printed, "{{"));
    }
  keys = gh_live_block_keys (&n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("@%s", keys[i].key);
      g_autofree char *printed = resolve (text, NULL);

      g_assert_null (strstr (printed, "{{"));
    }
}

/* Freezing and making live again is as if nothing had been done, for every part, wherever it stands
 * and whatever the clerk wrote above it. */
static void
test_freeze (void)
{
  gsize n = 0;
  const GhLiveKey *keys = gh_live_block_keys (&n);

  for (gsize i = 0; i < n; i++)
    for (int with_text = 0; with_text < 2; with_text++)
      {
        g_autofree char *text = g_strdup_printf (
          "!year 2027\n!target donors 3\n!budget A|suất|2|10500\n!unit 1 0 A\n!quota 1 donors 4\n"
          "trước\n@targets\n@%s\nsau",
          keys[i].key);
        g_autoptr (GhDossier) dossier = sample_plan_read (text);
        GhBlock *live = dossier->plan->blocks->pdata[2];
        g_autoptr (GhSummary) summary = NULL;
        g_autoptr (GhPlan) plan = NULL;
        g_autoptr (GhPlan) printed = NULL;
        g_autoptr (GhPlan) frozen_printed = NULL;
        g_autoptr (GhDossier) frozen = NULL;
        g_autoptr (GhSummary) frozen_summary = NULL;
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;

        if (with_text)
          {
            g_free (live->text);
            live->text = g_strdup ("NĂM {{year}}");
          }
        summary = gh_summary_new (dossier);
        plan = gh_plan_copy (dossier->plan);
        g_assert_false (gh_live_freeze (plan, 0, summary));
        g_assert_false (gh_live_thaw (plan, 0));
        g_assert_true (gh_live_freeze (plan, 2, summary));
        g_assert_true (gh_live_freeze (plan, 1, summary));
        g_assert_cmpint (((GhBlock *) plan->blocks->pdata[1])->kind, !=, GH_BLOCK_LIVE);
        frozen = gh_dossier_with_plan (dossier, gh_plan_copy (plan));
        frozen_summary = gh_summary_new (frozen);
        printed = gh_live_resolve (summary, NULL);
        frozen_printed = gh_live_resolve (frozen_summary, NULL);
        before = describe (printed);
        after = describe (frozen_printed);
        g_assert_cmpstr (after, ==, before);
        g_assert_true (gh_live_thaw (plan, plan->blocks->len - 2));
        g_assert_true (gh_live_thaw (plan, 1));
        g_assert_true (gh_plan_equal (plan, dossier->plan));
      }
}

/* What the clerk set between the frozen blocks stays; what was frozen elsewhere too. */
static void
test_thaw_keeps_others (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read ("!target donors 3\n!target reach 4\n@targets\n"
                                                    "@targets");
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GhPlan) plan = gh_plan_copy (dossier->plan);

  g_assert_true (gh_live_freeze (plan, 1, summary));
  g_assert_true (gh_live_freeze (plan, 0, summary));
  g_assert_cmpuint (plan->blocks->len, ==, 4);
  g_ptr_array_insert (plan->blocks, 1, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "thêm"));
  g_assert_true (gh_live_thaw (plan, 0));
  g_assert_cmpuint (plan->blocks->len, ==, 4);
  g_assert_cmpint (((GhBlock *) plan->blocks->pdata[0])->kind, ==, GH_BLOCK_LIVE);
  g_assert_cmpstr (((GhBlock *) plan->blocks->pdata[1])->text, ==, "thêm");
  g_assert_cmpstr (((GhBlock *) plan->blocks->pdata[2])->frozen, !=, "");
  g_assert_false (gh_live_thaw (plan, 1));
}

/* A copy is a text of its own: it stays when the first one is made live again. */
static void
test_thaw_keeps_copies (void)
{
  g_autoptr (GhDossier) dossier =
    sample_plan_read ("!target donors 3\n!target reach 4\n@targets\n: z");
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GhPlan) plan = gh_plan_copy (dossier->plan);
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  guint n;

  g_assert_true (gh_live_freeze (plan, 0, summary));
  g_assert_cmpuint (plan->blocks->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (cut, gh_block_copy (plan->blocks->pdata[i]));
  g_assert_true (gh_plan_edit_paste (plan, 3, cut));
  g_assert_true (gh_live_thaw (plan, 0));
  n = plan->blocks->len;
  g_assert_cmpuint (n, ==, 4); /* the live part, z, both copies */
  g_assert_cmpstr (((GhBlock *) plan->blocks->pdata[2])->text, ==,
                   ((GhBlock *) cut->pdata[0])->text);
  /* Both copies are one part, and what was cut before is pasted with its own mark. */
  g_assert_true (gh_live_thaw (plan, 2));
  g_assert_cmpuint (plan->blocks->len, ==, 3);
  g_assert_true (gh_plan_edit_paste (plan, 3, cut));
  g_assert_cmpstr (((GhBlock *) plan->blocks->pdata[3])->frozen, ==,
                   ((GhBlock *) cut->pdata[0])->frozen);
}

/* In whatever order documents are cited: in full once, where each comes first. */
static void
test_citations_property (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *printed = NULL;
      gboolean seen[4] = { FALSE };
      int n = g_test_rand_int_range (1, 9);
      g_auto (GStrv) lines = NULL;
      int order[9];

      for (int i = 0; i < 4; i++)
        g_string_append_printf (
          text, "!%s 1%d/KH-BCĐ|Căn cứ Kế hoạch số 1%d/KH-BCĐ ngày 05/01/2027 của B;\n",
          i == 0 ? "numbered" : "cited", i, i);
      seen[0] = TRUE; /* it stands among the bases */
      for (int i = 0; i < n; i++)
        {
          order[i] = g_test_rand_int_range (0, 4);
          g_string_append_printf (text, "x {{cite:1%d/KH-BCĐ}}\n", order[i]);
        }
      printed = resolve (text->str, NULL);
      lines = g_strsplit (printed, "\n", -1);
      for (int i = 0; i < n; i++)
        {
          g_assert_cmpint (strstr (lines[i], " của B") == NULL, ==, seen[order[i]]);
          g_assert_nonnull (strstr (lines[i], "Kế hoạch số 1"));
          seen[order[i]] = TRUE;
        }
    }
}

static void
test_list_fields (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!year 2027\n!activity session 2027-02-27 Ngày hội\n!numbered 5/KH-X|Kế hoạch số 5/KH-X.");
  g_autoptr (GhSummary) summary = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  gboolean day = FALSE;
  gboolean cite = FALSE;

  ((GhActivity *) dossier->activities->pdata[0])->id = 12;
  summary = gh_summary_new (dossier);
  fields = gh_live_list_fields (summary);
  for (guint i = 0; i < fields->len; i++)
    {
      const GhLiveField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = gh_live_field_text (summary, field->key);

      g_assert_cmpstr (field->name, !=, "");
      g_assert_cmpstr (field->text, ==, text);
      if (g_str_equal (field->key, "activity:12:date"))
        day = g_str_equal (field->text, "thứ Bảy, ngày 27/02/2027");
      if (g_str_equal (field->key, "cite:5/KH-X"))
        cite = g_str_equal (field->text, "Kế hoạch số 5/KH-X");
    }
  g_assert_true (day && cite);
  g_assert_null (gh_live_field_text (summary, "nothing"));
}

static char *
map_id (gint64 id, gpointer data G_GNUC_UNUSED)
{
  return id == 12 ? g_strdup ("340") : NULL;
}

static void
test_map_activities (void)
{
  g_autofree char *text = gh_live_map_activities (
    "{{activity:12:date}} {{activity:1:day}} {{activity:session:date}} {{activity:", map_id, NULL);

  g_assert_cmpstr (text, ==,
                   "{{activity:340:date}} {{activity:1:day}} {{activity:session:date}} "
                   "{{activity:");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/live/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/live/source", test_source);
  g_test_add_func ("/live/no-second-pass", test_no_second_pass);
  g_test_add_func ("/live/keys", test_keys);
  g_test_add_func ("/live/freeze", test_freeze);
  g_test_add_func ("/live/thaw-keeps-others", test_thaw_keeps_others);
  g_test_add_func ("/live/thaw-keeps-copies", test_thaw_keeps_copies);
  g_test_add_func ("/live/citations", test_citations_property);
  g_test_add_func ("/live/list-fields", test_list_fields);
  g_test_add_func ("/live/map-activities", test_map_activities);
  return g_test_run ();
}
