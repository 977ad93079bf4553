/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-plans.h"

#include <string.h>

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

const Fault faults[] = {
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
  { "empty-section", "# I|MỤC ĐÍCH", "# A|PHẦN ĐẦU\n# B|PHẦN SAU\n# I|MỤC ĐÍCH", "PHẦN ĐẦU" },
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
  { "missing-attachment", "đề nghị các đơn vị thực hiện./.\n",
    "các đơn vị thực hiện theo Phụ lục 2./.\n& BẢNG CHỈ TIÊU\nNội dung.\n", "Phụ lục 2" },
  { "duplicate-numbering", "- Nâng cao", "- Theo mục 1.2, nâng cao", "mục 1.2" },
  { "duplicate-numbering", "- Nâng cao", "- Như khoản 1 mục 7 của Kế hoạch này, nâng cao",
    "mục 7" },
  { "duplicate-numbering", "- Nâng cao", "- Nêu tại phần VI: nâng cao", "phần VI" },
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
  /* One for each line of Phụ lục II that a checker can tell. */
  { "capitals", "Hội Chữ thập đỏ xã", "Hội chữ thập đỏ xã", "Hội Chữ thập đỏ" },
  { "capitals", "- Nâng cao", "- Theo thông báo về việc Phát động, nâng cao", "phát động" },
  { "capitals", "- Nâng cao", "- Trên địa bàn thành Phố, nâng cao", "thành phố" },
  { "capitals", "- Nâng cao nhận thức của Nhân dân",
    "- Nâng cao nhận thức của các tầng lớp nhân dân", "Nhân dân" },
  { "capitals", "- Nâng cao nhận thức của Nhân dân", "- Nâng cao nhận thức trong nhân dân",
    "trong Nhân dân" },
  { "capitals", "- Nâng cao", "- Trong dịp tết, nâng cao", "Tết" },
  { "capitals", "- Nâng cao", "- Nhân ngày thầy thuốc, nâng cao", "Thầy thuốc" },
  { "capitals", "- Nâng cao", "- Theo Khoản 2 Điều 5 của quy chế, nâng cao", "khoản" },
  { "capitals", "- Nâng cao", "- Theo kế hoạch số 31/KH-BCĐ, nâng cao", "Kế hoạch" },
  { "capitals", "(thứ Bảy)", "(Thứ bảy)", "thứ Bảy" },
  { "capitals", "(thứ Bảy)", "(Thứ Bảy)", "thứ Bảy" },
  { "capitals", "27/02/2027 (thứ Bảy) tại", "27 - 28/02/2027 (thứ Bảy, Chủ Nhật) tại", "Chủ nhật" },
  { "capitals", "- Nâng cao", "- Do Phó chủ tịch UBND xã chủ trì, nâng cao", "Phó Chủ tịch" },
  { "capitals", "- Nâng cao", "- Do giám đốc Trung tâm Y tế chủ trì, nâng cao", "Giám đốc" },
  { "capitals", "- Nâng cao", "- Theo phân công của trưởng Ban Chỉ đạo, nâng cao",
    "Trưởng Ban Chỉ đạo" },
  { "capitals", "- Nâng cao", "- Theo phân công của Phó trưởng ban Chỉ đạo, nâng cao",
    "Phó Trưởng Ban Chỉ đạo" },
  { "unbalanced-quotes", "quê mình”, ngày", "quê mình, ngày", "quotation" },
  { "unbalanced-quotes", "(95%)", "(95%", "bracket" },
  { "closing-mark", "thực hiện./.", "thực hiện.", "./." },
  { "date-style", "từ ngày 05/01/2027 đến ngày 05/03/2027.\n##",
    "từ ngày 5/01/2027 đến ngày 05/03/2027.\n##", "5/01/2027" },
  { "citation-form", " ngày 18/12/2026", "", "date" },
  { "citation-form", "về vận động hiến máu năm 2027.\n!t", "về vận động hiến máu năm 2027;\n!t",
    "full stop" },
  { "citation-form", "- Nâng cao", "- Theo Kế hoạch số: 31/KH-BCĐ, nâng cao", "colon" },
  { "citation-form", "- Nâng cao", "- Theo Kế hoạch số 31/KH-BCĐ ngày 18/12/2026, nâng cao",
    "in full before" },
  { "citation-form", "- Nâng cao",
    "- Theo Kế hoạch số 31/KH-BCĐ ngày 18 tháng 12 năm 2026 của Ban Chỉ đạo tỉnh, nâng cao",
    "in full before" },
  { "citation-form", "- Nâng cao",
    "- Theo Kế hoạch số 31/KH-BCĐ ngày 18/12/2026 của Ban Chỉ đạo tỉnh về vận động hiến máu năm "
    "2027, nâng cao",
    "in full before" },
  { "layout", "!name Lê Thị Mẫu", "!name ThS.BS. Lê Thị Mẫu", "ThS.BS." },
  { "layout", "!name Lê Thị Mẫu", "!name Tiến sĩ Lê Thị Mẫu", "Tiến sĩ" },
  { "layout", "!name Lê Thị Mẫu", "!name Đại tá Lê Thị Mẫu", "Đại tá" },
  { "private-email", "hmtn@songtra.gov.vn", "hmtn.songtra@gmail.com", "“hmtn.songtra@gmail.com”" },
  { "abolished-level", "|UBND xã", "|UBND huyện", "“UBND huyện”" },
  { "abolished-level", "|UBND xã", "|Hội Chữ thập đỏ huyện", "“Chữ thập đỏ huyện”" },
  { "layout", "Nâng cao nhận thức", "Nâng cao , nhận thức", "mark" },
  { "layout", "## 2|Các trường", "✓\n## 2|Các trường", "only marks" },
  { "layout", "# I|MỤC ĐÍCH, YÊU CẦU", "# I|Mục đích, yêu cầu", "capital" },
  { "layout", "!title Vận động", "!title Về việc vận động", "Về việc" },
  { "layout", "- Nâng cao nhận thức của Nhân dân",
    "Nâng cao nhận thức, hiểu biết,\nsự đồng tình của Nhân dân", "Join" },
};

const gsize n_faults = G_N_ELEMENTS (faults);

char *
faulty_plan (const Fault *fault)
{
  const char *at = fault != NULL ? strstr (sound_plan, fault->find) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (fault == NULL)
    return g_strdup (sound_plan);
  g_assert_nonnull (at);
  g_string_append_len (text, sound_plan, at - sound_plan);
  if (fault->replace == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_string_append (text, fault->replace);
  g_string_append (text, at + strlen (fault->find));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Pieces that a hostile text is put together from. */
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

char *
hostile_plan (GRand *rand)
{
  g_autoptr (GString) text = g_string_new ("!year 2027\n!period 2027-01-01 2027-02-01\n");

  for (int line = 0; line < 12; line++)
    {
      g_string_append (text, starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))]);
      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
