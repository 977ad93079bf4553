/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

#include <string.h>

#include "sample-plan.h"

/* A whole made-up plan of a commune without any fault: the checker must find nothing in it. */
static const char sound_plan[] =
  "!year 2027\n"
  "!period 2027-01-05 2027-03-05\n"
  "!number 12\n"
  "!symbol KH-BCĐ\n"
  "!place Sông Trà\n"
  "!date 2027-01-04\n"
  "!title Vận động hiến máu tình nguyện dịp Tết Đinh Mùi và Lễ hội Xuân hồng năm 2027\n"
  "!basis Căn cứ Quyết định số 07/QĐ-UBND ngày 11/09/2026 của Ủy ban nhân dân xã về việc kiện toàn "
  "Ban Chỉ đạo;\n"
  "!basis Căn cứ Kế hoạch số 31/KH-BCĐ ngày 18/12/2026 của Ban Chỉ đạo tỉnh về vận động hiến máu "
  "năm 2027.\n"
  "!target registrations 300\n"
  "!target blood-units 220\n"
  "!target-text Vận động 300 người đăng ký và tiếp nhận ít nhất 220 đơn vị máu\n"
  "!unit 1 0 Trường A\n"
  "!unit 2 0 Xã A\n"
  "!quota 1 blood-units 120\n"
  "!quota 2 blood-units 100\n"
  "!result 1 40 33\n"
  "!activity session 2027-02-27 Ngày hội hiến máu\n"
  "!activity-text Tổ chức ngày hội hiến máu tình nguyện: 07h30 - 11h00, ngày 27/02/2027\n"
  "!activity deadline 2027-01-15 Gửi kế hoạch của đơn vị\n"
  "!activity review 2027-03-10 Tổng kết\n"
  "# I|MỤC ĐÍCH, YÊU CẦU\n"
  "- Nâng cao nhận thức của Nhân dân về hiến máu tình nguyện (viết tắt: HMTN).\n"
  "# II|CHỈ TIÊU\n"
  "- Vận động 300 người đăng ký và tiếp nhận ít nhất 220 đơn vị máu.\n"
  "- Năm trước đạt 190/200 đơn vị máu (95%); 50 đơn vị máu, bằng 25% của 200 đơn vị cả năm.\n"
  "- Chỉ tiêu giao cho các đơn vị như sau:\n"
  "|TT|Đơn vị|Số đơn vị máu\n"
  "|I|Khối trường|120\n"
  "|1|Trường A|70\n"
  "|2|Trường B|50\n"
  "|II|Khối xã|100\n"
  "|1|Xã A|100\n"
  "||Tổng cộng|220\n"
  "# III|NỘI DUNG\n"
  "## 1|Thời gian\n"
  "Chiến dịch được tiến hành trong 02 tháng, từ ngày 05/01/2027 đến ngày 05/03/2027.\n"
  "## 2|Các hoạt động\n"
  "- Tổ chức Chương trình “Giọt hồng đầu xuân quê mình”, ngày 16/01/2027.\n"
  "- Tổ chức ngày hội hiến máu tình nguyện: 07h30 - 11h00, ngày 27/02/2027 (thứ Bảy) tại Nhà văn "
  "hóa xã.\n"
  "- Kỷ niệm 72 năm ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2027), hưởng ứng Ngày toàn dân "
  "hiến máu tình nguyện (07/04).\n"
  "|TT|Tên sự kiện|Thời gian|Địa điểm\n"
  "|1|Chương trình “Giọt hồng đầu xuân quê mình”|Tháng 01/2027|Nhà văn hóa xã\n"
  "|2|Tổng kết Chiến dịch|09/03/2027|UBND xã\n"
  "# IV|TỔ CHỨC THỰC HIỆN\n"
  "## 1|Hội Chữ thập đỏ xã\n"
  "- Lập danh sách người đăng ký hiến máu, gửi về Ban Chỉ đạo trước ngày 20/01/2027.\n"
  "- Báo cáo kết quả thực hiện về Ban Chỉ đạo tỉnh trước ngày 13/03/2027, qua địa chỉ "
  "hmtn@songtra.gov.vn.\n"
  "## 2|Các trường học\n"
  "* a)|Tuyên truyền đến giáo viên, học sinh.\n"
  "* b)|Gửi hồ sơ khen thưởng trước ngày 12/03/2027; thành tích được tính từ ngày 05/01/2027 đến "
  "ngày 05/03/2027.\n"
  "Trên đây là Kế hoạch vận động hiến máu tình nguyện, đề nghị các đơn vị thực hiện./.\n"
  "!recipient Ban Chỉ đạo tỉnh\n"
  "!recipient Lưu: VT, Hội CTĐ\n"
  "!authority TM. BAN CHỈ ĐẠO\n"
  "!role TRƯỞNG BAN\n"
  "!name Lê Thị Mẫu\n";

/**
 * Fault: @find in the sound plan is written as @replace; then @code is found, and @says stands in
 * its message. @replace %NULL: the plan breaks off before @find.
 */
typedef struct
{
  const char *code;
  const char *find;
  const char *replace;
  const char *says;
} Fault;

static const Fault faults[] = {
  { "impossible-date", "ngày 16/01/2027", "ngày 31/04/2027", "31/04/2027" },
  { "impossible-date", "!date 2027-01-04", "!date 2027-02-30", "30/2/2027" },
  { "malformed-date", "ngày 18/12/2026", "ngày 18/12//2026", "18/12//2026" },
  { "weekday-mismatch", "(thứ Bảy)", "(thứ Sáu)", "27/02/2027" },
  { "implausible-date", "27/02/2027 (thứ Bảy)", "27/05/2027", "27/05/2027" },
  { "implausible-date", "ngày 18/12/2026", "ngày 18/02/2027", "18/02/2027" },
  { "implausible-date", "trước ngày 20/01/2027", "trước ngày 22/12/2026", "22/12/2026" },
  { "implausible-date", "(07/04)", "(07/05)", "7/5" },
  { "implausible-date", "ngày 16/01/2027", "ngày 16/01/2072", "16/01/2072" },
  { "inconsistent-date", "|Tháng 01/2027|", "|Tháng 02/2027|", "Giọt hồng" },
  { "inconsistent-date", "72 năm", "70 năm", "72" },
  { "inconsistent-date", "02 tháng", "05 tháng", "60" },
  { "inconsistent-date", "Xuân hồng năm 2027", "Xuân hồng năm 2026", "2026" },
  { "holiday-deadline", "trước ngày 20/01/2027", "trước ngày 09/02/2027", "08/02/2027" },
  { "holiday-deadline", "trước ngày 20/01/2027", "trước ngày 18/01/2027", "17/01/2027" },
  { "holiday-deadline", "deadline 2027-01-15", "deadline 2027-01-18", "17/01/2027" },
  { "deadline-after-event", "trước ngày 20/01/2027", "trước ngày 03/03/2027", "27/02/2027" },
  { "deadline-before-period-ends", "trước ngày 13/03/2027", "trước ngày 02/03/2027", "05/03/2027" },
  { "deadline-before-period-ends", "trước ngày 12/03/2027", "trước ngày 26/02/2027", "05/03/2027" },
  { "deadline-before-period-ends", "đến ngày 05/03/2027.\nTrên", "đến ngày 31/04/2027.\nTrên",
    "30/04/2027" },
  { "review-before-end", "|09/03/2027|", "|26/02/2027|", "26/02/2027" },
  { "review-before-end", "review 2027-03-10", "review 2027-03-01", "01/03/2027" },
  { "duplicate-numbering", "## 2|Các trường học", "## 1|Các trường học", "1" },
  { "duplicate-numbering", "## 2|Các trường học", "## 4|Các trường học", "4" },
  { "duplicate-numbering", "* b)|", "* a)|", "a)" },
  { "duplicate-numbering", "# IV|", "# III|", "III" },
  { "empty-section",
    "- Nâng cao nhận thức của Nhân dân về hiến máu tình nguyện (viết tắt: HMTN).\n", "",
    "heading" },
  { "truncated", "- Lập danh sách", NULL, "breaks off" },
  { "missing-number", "!number 12", "!number", "number" },
  { "missing-number", "!symbol KH-BCĐ", "!symbol", "symbol" },
  { "missing-date", "!date 2027-01-04", "!date 2027-01-00", "date" },
  { "missing-place", "!place Sông Trà", "!place", "place" },
  { "missing-signature", "!name Lê Thị Mẫu", "!name", "name" },
  { "missing-authority", "!authority TM. BAN CHỈ ĐẠO", "!authority", "TM." },
  { "missing-authority", "!role TRƯỞNG BAN", "!role PHÓ TRƯỞNG BAN", "KT." },
  { "missing-recipients", "!recipient Ban Chỉ đạo tỉnh\n!recipient Lưu: VT, Hội CTĐ\n", "", "" },
  { "layout", "!recipient Lưu: VT, Hội CTĐ\n", "", "Lưu" },
  { "missing-attachment", "như sau:\n|TT", "có bảng kèm theo:\n|TT", "kèm theo" },
  { "missing-deadline", " trước ngày 20/01/2027", "", "date" },
  { "no-target",
    "!target registrations 300\n!target blood-units 220\n!target-text Vận động 300 người đăng ký "
    "và tiếp nhận ít nhất 220 đơn vị máu\n!unit 1 0 Trường A\n!unit 2 0 "
    "Xã A\n!quota 1 blood-units 120\n!quota 2 blood-units 100\n!result 1 40 33\n",
    "", "target" },
  { "sum-mismatch", "||Tổng cộng|220", "||Tổng cộng|230", "220" },
  { "sum-mismatch", "|I|Khối trường|120", "|I|Khối trường|130", "120" },
  { "sum-mismatch", "!quota 2 blood-units 100", "!quota 2 blood-units 90", "10 less" },
  { "sum-mismatch", "!target blood-units 220", "!target blood-units 200", "200" },
  { "inconsistent-date", "session 2027-02-27", "session 2027-02-28", "28/02/2027" },
  { "percent-mismatch", "(95%)", "(59%)", "59" },
  { "percent-mismatch", "bằng 25% của", "bằng 20% của", "20" },
  { "percent-mismatch", "!target registrations 300\n",
    "!target registrations 300\n!target unit-percent 120\n", "120" },
  { "yield-too-high", "!target registrations 300", "!target registrations 220", "220" },
  { "yield-too-high", "!result 1 40 33", "!result 1 40 45", "donated" },
  { "inconsistent-name", "|1|Chương trình “Giọt hồng đầu xuân quê mình”",
    "|1|Chương trình “Giọt hồng đầu xuân quê em”", "quê em" },
  { "symbol-spacing", "!symbol KH-BCĐ", "!symbol KH - BCĐ", "KH - BCĐ" },
  { "symbol-spacing", "TM. BAN", "TM.BAN", "TM." },
  { "spelling", "- Nâng cao", "- Phân đấu nâng cao", "Phấn đấu" },
  { "spelling", "Tuyên truyền đến", "PHÂN ĐẤU tuyên truyền đến", "PHÂN ĐẤU" },
  { "spelling", "của Nhân dân", "của của Nhân dân", "twice" },
  { "spelling", "Tuyên truyền đến giáo viên",
    "Tuyên truyền đến giáo viên Tuyên truyền đến giáo viên", "twice" },
  { "spelling", "!symbol KH-BCĐ", "!symbol KH-BCD", "BCĐ" },
  { "capitals", "Hội Chữ thập đỏ xã", "Hội chữ thập đỏ xã", "Hội Chữ thập đỏ" },
  { "unbalanced-quotes", "quê mình”, ngày", "quê mình, ngày", "quotation" },
  { "unbalanced-quotes", "(95%)", "(95%", "bracket" },
  { "closing-mark", "thực hiện./.", "thực hiện.", "./." },
  { "date-style", "từ ngày 05/01/2027 đến ngày 05/03/2027.\n##",
    "từ ngày 5/01/2027 đến ngày 05/03/2027.\n##", "5/01/2027" },
  { "citation-form", " ngày 18/12/2026", "", "date" },
  { "citation-form", "về vận động hiến máu năm 2027.\n!t", "về vận động hiến máu năm 2027;\n!t",
    "full stop" },
  { "citation-form", "- Nâng cao", "- Theo Kế hoạch số: 31/KH-BCĐ, nâng cao", "colon" },
  { "private-email", "hmtn@songtra.gov.vn", "hmtn.songtra@gmail.com", "hmtn.songtra@gmail.com" },
  { "abolished-level", "|UBND xã", "|UBND huyện", "ubnd huyện" },
  { "layout", "Nâng cao nhận thức", "Nâng cao , nhận thức", "mark" },
  { "layout", "## 2|Các trường", "✓\n## 2|Các trường", "only marks" },
  { "layout", "# I|MỤC ĐÍCH, YÊU CẦU", "# I|Mục đích, yêu cầu", "capital" },
  { "layout", "!title Vận động", "!title Về việc vận động", "Về việc" },
  { "layout", "- Nâng cao nhận thức của Nhân dân",
    "Nâng cao nhận thức, hiểu biết,\nsự đồng tình của Nhân dân", "Join" },
};

static char *
apply (const Fault *fault)
{
  const char *at = strstr (sound_plan, fault->find);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (at);
  g_string_append_len (text, sound_plan, at - sound_plan);
  if (fault->replace == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_string_append (text, fault->replace);
  g_string_append (text, at + strlen (fault->find));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

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
  g_autoptr (GPtrArray) findings = run (sound_plan);

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
  g_autofree char *text = apply (fault);
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
    { "spelling", "của Nhân dân", "ở phần đầu của Nhân dân, cùng cố gắng", "" },
    { "spelling", "của Nhân dân", "được khen thường xuyên", "" },
    { "duplicate-numbering", "* a)|", "* 1|Một.\n* 2|Hai.\n* a)|", "" },
    { "deadline-before-period-ends", "trước ngày 13/03/2027", "sau khi kết thúc Chiến dịch", "" },
    { "unbalanced-quotes", "- Nâng cao", "- 1) Nâng cao", "" },
    { "inconsistent-name", "|1|Chương trình “Giọt hồng đầu xuân quê mình”",
      "|1|Chương trình “Giọt hồng đầu xuân”", "" },
    { "private-email", "hmtn@songtra.gov.vn", "ctd@songtra.edu.vn", "" },
    { "layout", "Nâng cao nhận thức", "Nâng cao nhận thức,... ", "" },
    { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n!role TRƯỞNG BAN",
      "!authority\n!role GIÁM ĐỐC", "" },
    { "missing-authority", "!authority TM. BAN CHỈ ĐẠO\n!role TRƯỞNG BAN",
      "!authority KT. TRƯỞNG BAN\n!role PHÓ TRƯỞNG BAN", "" },
    { "missing-authority", "!authority TM. BAN", "!authority T/M BAN", "" },
    { "weekday-mismatch", "(thứ Bảy)", "", "" },
    { "truncated", "thực hiện./.", "thực hiện", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *text = apply (&sound[i]);
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
  g_autofree char *draft_text = apply (&fault);
  g_autofree char *issued_text = apply (&issued);
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

  g_assert_cmpint (find (findings, "spelling", "Phân đấu")->block, ==, 3);
  g_assert_cmpint (find (findings, "impossible-date", "")->block, ==, 4);
  g_assert_cmpint (find (findings, "missing-number", "")->block, ==, -1);
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
  static const char *const bits[] = { "“",
                                      "”",
                                      "(",
                                      ")",
                                      "31/11/2023",
                                      "số 1/KH-BCĐ ngày ",
                                      "%",
                                      "1/2 3%",
                                      ";",
                                      ". ",
                                      "\t",
                                      "@gmail.com",
                                      "kèm theo",
                                      "{{year}}",
                                      "{{",
                                      "9999999999999",
                                      "từ ngày 1/1/2027 đến ",
                                      "kỷ niệm 999999999999 năm ",
                                      "trong 99 tháng ",
                                      "**",
                                      "*",
                                      "tính ",
                                      "trước ngày 30/2/9999",
                                      "đ",
                                      "\xF0\x9F\xA9\xB8",
                                      " ",
                                      "phân đấu",
                                      "đơn vị",
                                      " bằng ",
                                      "50",
                                      "sơ kết ",
                                      "Tổng cộng",
                                      "ngày Thầy thuốc Việt Nam " };
  static const char *const starts[] = {
    "",   "# I|",   "## 1.1.1|", "- ",      "* z)|",  "|",
    "& ", "@tasks", "!title ",   "!basis ", "!role ", "!symbol "
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new ("!year 2027\n!period 2027-01-01 2027-02-01\n");
      g_autoptr (GPtrArray) findings = NULL;

      for (int line = 0; line < 12; line++)
        {
          g_string_append (text, starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))]);
          for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
            g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
          g_string_append_c (text, '\n');
        }
      findings = run (text->str);
      g_assert_nonnull (findings);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/sound", test_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
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
