/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"

#include <string.h>

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
    "[] *Ghi chú: Một túi máu được tính là một đơn vị máu, không phân biệt thể tích.*\n" },
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
    "!task Hội CTĐ|Báo cáo trước ngày 13/03/2027.|2027-03-13\n@tasks",
    "[-] **Hội CTĐ:**\n"
    "[+] Lập danh sách (trước ngày 20/01/2027);\n"
    "[+] Báo cáo trước ngày 13/03/2027.\n"
    "[-] **Trường A:** Vận động.\n" },
  { "fields",
    "!year 2027\n!theme Xuân về\n!issuer Ban Chỉ đạo xã\n!period 2027-01-05 2027-03-05\n"
    "!target blood-units 1350\n!target year-percent 20\n!unit 1 0 A\n!unit 2 0 B\n"
    "!quota 1 donors 7\n!quota 1 blood-units 9\nNăm {{year}}: {{target:blood-units}} đơn vị, "
    "{{ target:year-percent }}%, {{quota:donors}} người, {{units}} đơn vị, {{start}}–{{end}}, "
    "{{theme}}, {{issuer}}\n{{period}}",
    "[] Năm 2027: 1.350 đơn vị, 20%, 7 người, 1 đơn vị, 05/01/2027–05/03/2027, Xuân về, Ban Chỉ "
    "đạo "
    "xã\n[] từ ngày 05/01/2027 đến ngày 05/03/2027\n" },
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
  return g_test_run ();
}
