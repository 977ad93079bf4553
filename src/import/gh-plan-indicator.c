/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-indicator.h"
#include "gh-plan-words.h"

/* What the figure of a target counts. */

#define NEAR 160u /* bytes looked at behind a share */

#define PEOPLE                                                                                                               \
  "cán bộ|công chức|viên chức|người lao động|đoàn viên|hội viên|giáo viên|giảng viên|nhân viên|" \
  "sinh viên|học sinh|học viên|công nhân|dân số|người dân|nhân dân|cbccvc|cbccvcnlđ|cbcc|cbvc|"            \
  "cb|cbgv|cbcnv|cbnv|quân số|lực lượng|chiến sĩ|thanh niên|đảng viên|quân nhân|người|lao động|"     \
  "công đoàn viên|đoàn viên công đoàn|y bác sĩ|y, bác sĩ|thành viên|quần chúng|hộ gia đình|"          \
  "tình nguyện viên|tnv|đvtn|đvcđ|hssv|nlđ|đồng chí|công đoàn viên, người lao động|hộ dân|hộ|"    \
  "cnvclđ|cnvc|cnlđ|cbccvclđ|cbgvnv|cbgv, nv|cha mẹ học sinh|cha mẹ|phụ huynh|khách hàng|dân "                 \
  "cư|đồng bào|biên chế|tín đồ|tiểu thương|thân "                                                           \
  "nhân"
#define UNITS                                                                                                                    \
  "đơn vị|cơ quan|xã|phường|thị trấn|huyện|quận|thôn|bản|ấp|khu phố|tổ dân phố|trường|cơ sở|" \
  "doanh nghiệp|công đoàn|công đoàn cơ sở|chi đoàn|liên chi đoàn|đoàn trường|chi hội|chi bộ|"           \
  "phòng|khoa|lớp|bệnh viện|hội|câu lạc bộ|địa phương|ban chỉ đạo|công ty|nhà máy|tổ chức|ban|"   \
  "cđcs|khoa, phòng|đoàn xã|cơ sở đoàn|trạm y tế|thôn bản|tổ công đoàn|xã, phường|nhà trường"
#define QUOTA                                                                                                      \
  "chỉ tiêu|kế hoạch năm|kế hoạch được giao|kế hoạch giao|lượng máu|tổng lượng máu|" \
  "số lượng máu|kế hoạch cả năm|kế hoạch tiếp nhận|kế hoạch đề ra"
#define AWARE                                                                                                                             \
  "nắm|nắm được|hiểu|biết|được tuyên truyền|được phổ biến|quán triệt|được quán triệt|nhận thức|" \
  "được tiếp cận|được thông tin|được truyền thông|tuyên truyền|được nghe|tiếp cận|được học tập"
#define TAKE_PART "tham gia|đăng ký|hiến máu|hưởng ứng|hmtn|hiến"

gsize
gh_plan_spot_people_length (const char *low)
{
  return gh_words_begin (low, PEOPLE);
}

gboolean
gh_plan_spot_before_has (const GhPlanSpot *place, const char *words)
{
  return gh_words_has_within (place->low + place->before, place->figure->start - place->before,
                              words);
}

gboolean
gh_plan_spot_behind_has (const GhPlanSpot *place, const char *words)
{
  return gh_words_has_within (place->low + place->figure->end, place->behind - place->figure->end,
                              words);
}

gboolean
gh_plan_spot_sentence_has (const GhPlanSpot *place, const char *words)
{
  return gh_words_has_within (place->low + place->start, place->end - place->start, words);
}

GhComparator
gh_plan_spot_comparator (const GhPlanSpot *place)
{
  static const struct
  {
    const char *words;
    GhComparator comparator;
  } rules[] = {
    { "ít nhất|tối thiểu|trên|hơn|không dưới|không ít hơn|lớn hơn|ít nhất là|tối thiểu là",
      GH_COMPARATOR_AT_LEAST },
    { "khoảng|dự kiến|ước|xấp xỉ|gần|ước đạt|dự kiến đạt", GH_COMPARATOR_ABOUT },
    { "tối đa|không quá|dưới|nhiều nhất", GH_COMPARATOR_AT_MOST },
  };
  gsize reach = MIN (place->figure->start - place->before, 44u);
  const char *from = place->low + place->figure->start - reach;
  const char *near = place->low + place->figure->end;
  GhComparator best = GH_COMPARATOR_EXACTLY;
  const char *best_at = NULL;
  gsize best_n = 0;
  gsize ahead = MIN (place->behind - place->figure->end, 60u);

  while (((guchar) *from & 0xC0u) == 0x80u)
    {
      from++;
      reach--;
    }
  if (gh_words_has_within (near, ahead, "trở lên") || g_str_has_suffix (place->low, "≥"))
    return GH_COMPARATOR_AT_LEAST;
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gsize n = 0;
      const char *hit = gh_words_find_last (from, reach, rules[i].words, &n);

      /* "trên địa bàn 12 xã": more than a word between is another matter. */
      /* Of two that end together the longer one: "không dưới". */
      if (hit != NULL && (gsize) (from + reach - hit) <= n + 14 &&
          (best_at == NULL || hit + n > best_at + best_n ||
           (hit + n == best_at + best_n && n > best_n)))
        {
          best = rules[i].comparator;
          best_at = hit;
          best_n = n;
        }
    }
  if (best_at == NULL && reach >= 4)
    {
      g_autofree char *sign = g_strndup (from, reach);

      if (g_str_has_suffix (g_strchomp (sign), "≥") || g_str_has_suffix (sign, ">"))
        return GH_COMPARATOR_AT_LEAST;
      if (g_str_has_suffix (sign, "~"))
        return GH_COMPARATOR_ABOUT;
    }
  return best;
}

/* "Ngày 19/4 tại …: 120 đơn vị", "12/4: …" */
static gboolean
begins_with_date (const char *low)
{
  const char *p = gh_words_skip (low);
  gsize n;

  p += gh_words_begin (p, "ngày");
  p += strspn (p, " ");
  n = strspn (p, "0123456789");
  return n >= 1 && n <= 2 && p[n] == '/' && g_ascii_isdigit (p[n + 1]);
}

gboolean
gh_plan_spot_is_blood_of_round (const GhPlanSpot *place)
{
  const char *noun = gh_plan_skip_marks (place->low + place->figure->end);
  g_autofree char *round = gh_plan_round_read (place->text);

  return (round != NULL || begins_with_date (place->low)) &&
         (gh_words_begin (noun, "đơn vị máu|đvm|túi máu|túi|đv máu") > 0 ||
          (place->listed && gh_words_begin (noun, "đơn vị") > 0));
}

/* Whether "đăng ký" before the figure speaks of it: not of the figure in the clause before, as in
 * "180 người đăng ký, phấn đấu có 120 người hiến được máu". */
static gboolean
registers_before (const GhPlanSpot *place)
{
  const char *behind = gh_plan_skip_marks (place->low + place->figure->end);
  const char *anew = gh_words_begin (behind, "người hiến được|người hiến máu") > 0
                       ? "trong đó|phấn đấu"
                       : "trong đó";
  const char *from = place->low + place->before;
  gsize length = place->figure->start - place->before;

  for (gsize i = length; i > 0; i--)
    if (strchr (",;", from[i - 1]) != NULL && gh_words_has_within (from + i, length - i, anew))
      return gh_words_has_within (from + i, length - i, "đăng ký");
  return gh_words_has_within (from, length, "đăng ký");
}

/* "công đoàn cơ sở có từ 200 đoàn viên trở lên tổ chức …": which of them are meant. */
static gboolean
is_condition (const GhPlanSpot *place)
{
  const char *behind = place->low + place->figure->end;
  gsize length = place->behind - place->figure->end;
  gsize reach = MIN (place->figure->start - place->before, 20u);
  const char *near = place->low + place->figure->start - reach;
  const char *verb =
    gh_words_find (behind, length, "vận động|tổ chức|thành lập|phải|thì|bố trí", NULL);
  const char *part = gh_words_find (behind, length, TAKE_PART, NULL);

  while (((guchar) *near & 0xC0u) == 0x80u)
    {
      near++;
      reach--;
    }
  return gh_words_has_within (near, reach, "có từ|có trên|có dưới|có hơn|có đến|có không quá") &&
         verb != NULL && (part == NULL || verb < part);
}

/* "250 lượt tình nguyện viên tham gia phục vụ": who helps gives no blood. */
static gboolean
only_helps (const GhPlanSpot *place)
{
  const char *behind = place->low + place->figure->end;
  gsize length = place->behind - place->figure->end;
  const char *help =
    gh_words_find (behind, length, "tham gia phục vụ|phục vụ|tham gia hỗ trợ|hỗ trợ", NULL);
  const char *part = gh_words_find (behind, length, "hiến máu|hmtn|hiến|đăng ký", NULL);

  return help != NULL && (part == NULL || help < part);
}

/* "03 lớp tập huấn kỹ năng tuyên truyền, vận động cho 180 cán bộ": who is taught. */
static gboolean
is_taught (const GhPlanSpot *place)
{
  return gh_plan_spot_before_has (place, "tập huấn|bồi dưỡng") &&
         gh_plan_spot_before_has (place, "cho") && !gh_plan_spot_behind_has (place, TAKE_PART);
}

static gboolean
judge_people (const GhPlanSpot *place, GhIndicator *indicator)
{
  gboolean turns = gh_plan_spot_behind_has (place, "lượt|lượt người");

  if (gh_plan_spot_behind_has (
        place, "hiến mô|hiến tạng|mô tạng|mô, tạng|bộ phận cơ thể|giác mạc|hiến xác") ||
      gh_plan_spot_before_has (place, "hiến mô|hiến tạng|mô tạng|mô, tạng|bộ phận cơ thể|giác mạc"))
    *indicator = GH_INDICATOR_ORGAN_PLEDGES;
  else if (gh_plan_spot_sentence_has (place, "dự bị|ngân hàng máu sống|nhóm máu hiếm"))
    {
      if (!place->in_targets)
        return FALSE;
      *indicator = GH_INDICATOR_OTHER; /* who stands by gives no blood yet */
    }
  else if (only_helps (place) || is_taught (place))
    {
      if (!place->in_targets)
        return FALSE;
      *indicator = GH_INDICATOR_OTHER;
    }
  else if (gh_plan_spot_behind_has (place,
                                    "được tuyên truyền|được truyền thông|tiếp cận|được tiếp cận|"
                                    "lượt xem|tương tác|tham dự|được tư vấn|được thông tin|nghe") ||
           (turns && gh_plan_spot_before_has (place, "tuyên truyền|truyền thông|tiếp cận|tư vấn") &&
            !gh_plan_spot_behind_has (place, "hiến máu|hmtn")) ||
           (turns &&
            gh_plan_spot_behind_has (place, "tham gia truyền thông|tham gia tuyên truyền")))
    *indicator = GH_INDICATOR_REACH;
  else if (gh_plan_spot_behind_has (place, "đăng ký"))
    *indicator = GH_INDICATOR_REGISTRATIONS;
  else if (gh_plan_spot_behind_has (place, TAKE_PART))
    *indicator = registers_before (place) ? GH_INDICATOR_REGISTRATIONS : GH_INDICATOR_DONORS;
  else if (registers_before (place))
    *indicator = GH_INDICATOR_REGISTRATIONS;
  else if (gh_plan_spot_before_has (place,
                                    "hiến máu|hmtn|người hiến|người tham gia|vận động|số người"))
    *indicator = GH_INDICATOR_DONORS;
  else if ((place->in_targets || gh_plan_spot_before_has (place, "mỗi|chỉ tiêu")) &&
           !gh_plan_spot_before_has (
             place, "bố trí|phân công|tập huấn|câu lạc bộ|clb|thành lập|mời|gồm|phục vụ|chọn|"
                    "túc trực|hỗ trợ") &&
           !(gh_plan_spot_before_has (place, "cử") && !gh_plan_spot_before_has (place, "mỗi")) &&
           !gh_plan_spot_behind_has (place, "phục vụ|hỗ trợ|trực|phụ trách|tuổi"))
    /* Under "Chỉ tiêu", behind "mỗi đơn vị": the verb may be left out. */
    *indicator = place->registers ? GH_INDICATOR_REGISTRATIONS : GH_INDICATOR_DONORS;
  else
    return FALSE;
  return TRUE;
}

static gboolean
ends_clause (const char *low)
{
  low += strspn (low, " \001");
  return *low == '\0' || strchr (".;,)", *low) != NULL;
}

gboolean
gh_plan_spot_judge_count (const GhPlanSpot *place, const char *noun, GhIndicator *indicator)
{
  gsize turns = gh_words_begin (noun, "lượt");

  noun = gh_plan_skip_marks (noun + turns);
  if (gh_words_begin (noun, "đơn vị máu|đvm|đv máu|đơn vị (máu|túi máu|bịch máu|đv|"
                            "đơn vị chế phẩm|đơn vị khối|túi máu|túi|bịch máu|bịch|bọc máu") > 0)
    {
      *indicator = GH_INDICATOR_BLOOD_UNITS;
      return TRUE;
    }
  if (gh_words_begin (noun, "đơn vị") > 0)
    {
      const char *near = place->low + place->figure->start - MIN (place->figure->start, 5u);

      if (strncmp (near, " cho ", 5) == 0) /* "được giao cho 54 đơn vị" */
        return FALSE;
      *indicator = GH_INDICATOR_BLOOD_UNITS;
      if (place->listed && ends_clause (noun + strlen ("đơn vị")) &&
          (place->in_targets || gh_plan_spot_before_has (place, "máu") ||
           gh_plan_spot_is_blood_of_round (place)))
        return TRUE;
      /* "chỉ tiêu 80 đơn vị", "Thành phố giao 240 đơn vị": not "giao cho 12 đơn vị" */
      if (ends_clause (noun + strlen ("đơn vị")) &&
          gh_plan_spot_before_has (place, place->in_targets ? "chỉ tiêu|giao" : "chỉ tiêu") &&
          !gh_plan_spot_before_has (place, "cho|đối với|các|gồm|có|thuộc"))
        return TRUE;
      return gh_plan_spot_before_has (place,
                                      "tiếp nhận|thu|thu nhận|thu được|lượng máu|số máu|đơn vị máu|"
                                      "hiến máu đạt|máu") &&
             !gh_plan_spot_behind_has (place, "tham gia|trực thuộc|trong|có|tổ chức");
    }
  if (gh_words_begin (noun,
                      "tin|bài|tin bài|tin, bài|bài viết|phóng sự|bản tin|tin/bài|chuyên mục") > 0)
    {
      *indicator = GH_INDICATOR_ARTICLES;
      return TRUE;
    }
  if (place->in_targets && gh_words_begin (noun, "gương|tấm gương") > 0)
    {
      *indicator = GH_INDICATOR_OTHER;
      return TRUE;
    }
  if (is_condition (place))
    return FALSE;
  if ((turns > 0 && !ends_clause (noun) && gh_plan_spot_behind_has (place, "hiến máu|hmtn")) ||
      gh_words_begin (noun, PEOPLE "|ca|suất|trường hợp") > 0 ||
      (gh_plan_spot_behind_has (place, TAKE_PART) && place->low[place->figure->end] == ' ' &&
       gh_words_begin (noun, "hiến|hmtn|đăng ký") > 0))
    return judge_people (place, indicator);
  if (place->in_targets && gh_plan_spot_comparator (place) != GH_COMPARATOR_EXACTLY &&
      gh_words_begin (noun, "buổi|đợt|điểm|cuộc|lớp|lần|câu lạc bộ|clb|đội|ngày") > 0)
    {
      *indicator = GH_INDICATOR_OTHER;
      return TRUE;
    }
  return FALSE;
}

/* Which comes first behind the figure: what they know or what they do. */
static gboolean
is_awareness (const GhPlanSpot *place)
{
  const char *from = place->low + place->figure->end;
  gsize length = place->behind - place->figure->end;
  const char *aware = gh_words_find (from, length, AWARE, NULL);
  const char *part = gh_words_find (from, length, TAKE_PART, NULL);

  if (aware != NULL && (part == NULL || aware < part))
    return TRUE;
  if (part != NULL)
    return FALSE;
  return gh_plan_spot_before_has (place,
                                  "tuyên truyền|truyền thông|phổ biến|quán triệt|phát động") &&
         !gh_plan_spot_before_has (place, "vận động|tham gia|hiến máu|đăng ký");
}

/* "đạt 20% của 1.500 đơn vị cả năm" */
static gboolean
is_share_of_figure (const GhPlanSpot *place)
{
  const char *from = gh_plan_skip_marks (place->low + place->figure->end);
  gsize n = gh_words_begin (from, "của|trong|trên|so với|trong tổng số|của tổng số|trên tổng số");

  from += n;
  from += strspn (from, " ");
  if (n == 0 || !g_ascii_isdigit (*from))
    return FALSE;
  from += strspn (from, "0123456789.");
  return gh_words_begin (gh_plan_skip_marks (from), "đơn vị|đơn vị máu|đvm|túi máu") > 0;
}

gboolean
gh_plan_spot_judge_percent (const GhPlanSpot *place, GhIndicator *indicator)
{
  const char *from = place->low + place->figure->end;
  gsize length = MIN (place->behind - place->figure->end, 90u);
  const char *quota = gh_words_find (from, length, QUOTA, NULL);
  const char *people = gh_words_find (from, length, PEOPLE, NULL);
  const char *units = gh_words_find (from, length, UNITS, NULL);
  g_autofree char *near = gh_words_head (from, NEAR);

  if (gh_plan_spot_before_has (place, "tăng|giảm|tăng thêm|vượt|cao hơn|nhiều hơn|thấp hơn"))
    return FALSE;
  if ((gh_plan_spot_before_has (place, "nhắc lại|hiến máu nhắc lại|lần đầu|hiến máu lần đầu") ||
       gh_plan_spot_behind_has (place, "nhắc lại|lần đầu|thường xuyên|từ 2 lần|từ hai lần")) &&
      !(units != NULL && units == gh_plan_skip_marks (from) &&
        gh_words_begin (units, "đơn vị máu") == 0))
    {
      *indicator = GH_INDICATOR_OTHER; /* a share of the donors, not of the staff */
      return TRUE;
    }
  if (gh_words_has (near, "350ml|450ml|350 ml|450 ml|350|thể tích") ||
      (gh_plan_spot_before_has (place, "350ml|450ml|thể tích|350 ml|450 ml") && quota == NULL))
    {
      *indicator = GH_INDICATOR_VOLUME_PERCENT;
      return TRUE;
    }
  if (gh_words_begin (gh_plan_skip_marks (from), "kế hoạch|chỉ tiêu|so với kế hoạch") > 0 ||
      is_share_of_figure (place))
    *indicator = GH_INDICATOR_YEAR_PERCENT;
  else if (quota != NULL && (people == NULL || quota < people) && (units == NULL || quota < units))
    *indicator = GH_INDICATOR_YEAR_PERCENT;
  else if (people != NULL && (units == NULL || people <= units))
    *indicator =
      is_awareness (place) ? GH_INDICATOR_AWARENESS_PERCENT : GH_INDICATOR_HEADCOUNT_PERCENT;
  else if (units != NULL && gh_words_begin (units, "đơn vị máu") == 0)
    *indicator = is_awareness (place) && gh_plan_spot_behind_has (place, AWARE)
                   ? GH_INDICATOR_AWARENESS_PERCENT
                   : GH_INDICATOR_UNIT_PERCENT;
  else if (units == NULL && gh_plan_spot_before_has (place, "chỉ tiêu|kế hoạch"))
    *indicator = GH_INDICATOR_YEAR_PERCENT;
  else if (units == NULL && (place->in_targets || gh_plan_spot_before_has (place, "tỷ lệ|tỉ lệ")) &&
           gh_plan_spot_before_has (place, PEOPLE "|" UNITS "|khối"))
    *indicator = GH_INDICATOR_HEADCOUNT_PERCENT; /* "khối văn phòng tối thiểu 10%" */
  else
    return FALSE;
  return TRUE;
}
