/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-figures.h"
#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define NEAR  160u /* bytes looked at before and behind a figure */
#define LIMIT 400u /* targets of one plan */

#define PEOPLE                                                                                                               \
  "cán bộ|công chức|viên chức|người lao động|đoàn viên|hội viên|giáo viên|giảng viên|nhân viên|" \
  "sinh viên|học sinh|học viên|công nhân|dân số|người dân|nhân dân|cbccvc|cbccvcnlđ|cbcc|cbvc|"            \
  "cb|cbgv|cbcnv|cbnv|quân số|lực lượng|chiến sĩ|thanh niên|đảng viên|quân nhân|người|lao động|"     \
  "công đoàn viên|đoàn viên công đoàn|y bác sĩ|y, bác sĩ|thành viên|quần chúng|hộ gia đình|"          \
  "tình nguyện viên|tnv|đvtn|đvcđ|hssv|nlđ|đồng chí|công đoàn viên, người lao động"
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

/* A text with what is found in it, while its figures are judged. */
typedef struct
{
  const char *text;
  const char *low;
  const GhPlanFigure *figure;
  gsize before; /* the words before the figure begin here */
  gsize behind; /* the words behind it end here */
  gsize start;  /* of the sentence */
  gsize end;
  gboolean in_targets; /* it stands under a heading on targets */
  gboolean registers;  /* that heading is on registering */
  const char *round;   /* "đợt 2" that the block is about, or "" */
  gboolean listed; /* a list gives the figure to someone: "Khối trường học: 100 đơn vị;" */
} Place;

static gboolean
before_has (const Place *place, const char *words)
{
  return gh_words_has_within (place->low + place->before, place->figure->start - place->before,
                              words);
}

static gboolean
behind_has (const Place *place, const char *words)
{
  return gh_words_has_within (place->low + place->figure->end, place->behind - place->figure->end,
                              words);
}

static gboolean
sentence_has (const Place *place, const char *words)
{
  return gh_words_has_within (place->low + place->start, place->end - place->start, words);
}

/* "ít nhất", "trên", "từ … trở lên", "khoảng" close to the figure. */
static GhComparator
read_comparator (const Place *place)
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
      if (hit != NULL && (gsize) (from + reach - hit) <= n + 14 &&
          (best_at == NULL || hit > best_at))
        {
          best = rules[i].comparator;
          best_at = hit;
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

/* "Đợt 1: Ngày 29/01, tại …: 350 túi": what a round is to bring. */
static gboolean
is_blood_of_round (const Place *place)
{
  const char *noun = gh_plan_skip_marks (place->low + place->figure->end);
  g_autofree char *round = gh_plan_round_read (place->text);

  return round != NULL && gh_words_begin (noun, "đơn vị máu|đvm|túi máu|túi|đv máu") > 0;
}

/* Past results, needs of the country and the like are no targets. */
static gboolean
is_goal (const Place *place)
{
  if (sentence_has (place, "đã tiếp nhận|đã vận động|đã có|đã tổ chức|đã thu|đã hiến|đã đạt|"
                           "cả nước|nước ta|nhu cầu máu|bình quân|trung bình|so với cùng kỳ|"
                           "hiện có|đồng/người|vnđ|nghìn đồng|ngàn đồng|triệu đồng|mức chi"))
    return FALSE;
  if (place->in_targets || is_blood_of_round (place))
    return TRUE;
  if (sentence_has (place, "khen thưởng|tôn vinh|giấy khen|bằng khen|quy định tại|hồ sơ"))
    return FALSE;
  return place->figure->percent ||
         sentence_has (place, "phấn đấu|phân đấu|phấn đầu|phân đầu|phần đầu|chỉ tiêu|mục tiêu|"
                              "đạt|vận động|huy động|tiếp nhận|dự kiến|ít nhất|tối thiểu|"
                              "trở lên|đảm bảo|bảo đảm|số lượng|hoàn thành|giao|thu nhận|"
                              "quy mô|thu được|đăng ký|trên");
}

static gboolean
judge_people (const Place *place, GhIndicator *indicator)
{
  gboolean turns = behind_has (place, "lượt|lượt người");

  if (behind_has (place, "hiến mô|hiến tạng|mô tạng|mô, tạng|bộ phận cơ thể|giác mạc|hiến xác") ||
      before_has (place, "hiến mô|hiến tạng|mô tạng|mô, tạng|bộ phận cơ thể|giác mạc"))
    *indicator = GH_INDICATOR_ORGAN_PLEDGES;
  else if (behind_has (place, "được tuyên truyền|được truyền thông|tiếp cận|được tiếp cận|"
                              "lượt xem|tương tác|tham dự|được tư vấn|được thông tin|nghe") ||
           (turns && before_has (place, "tuyên truyền|truyền thông|tiếp cận|tư vấn") &&
            !behind_has (place, "hiến máu|hmtn")) ||
           (turns && behind_has (place, "tham gia truyền thông|tham gia tuyên truyền")))
    *indicator = GH_INDICATOR_REACH;
  else if (behind_has (place, "đăng ký"))
    *indicator = GH_INDICATOR_REGISTRATIONS;
  else if (behind_has (place, TAKE_PART))
    *indicator = before_has (place, "đăng ký") ? GH_INDICATOR_REGISTRATIONS : GH_INDICATOR_DONORS;
  else if (before_has (place, "đăng ký"))
    *indicator = GH_INDICATOR_REGISTRATIONS;
  else if (before_has (place, "hiến máu|hmtn|người hiến|người tham gia|vận động|số người"))
    *indicator = GH_INDICATOR_DONORS;
  else if ((place->in_targets || before_has (place, "mỗi|chỉ tiêu")) &&
           !before_has (
             place, "cử|bố trí|phân công|tập huấn|câu lạc bộ|clb|thành lập|mời|gồm|phục vụ|chọn|"
                    "túc trực|hỗ trợ") &&
           !behind_has (place, "phục vụ|hỗ trợ|trực|phụ trách|tuổi"))
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

static gboolean
is_listed (const Place *place)
{
  gsize at = place->figure->start;

  while (at > place->start && place->low[at - 1] == ' ')
    at--;
  return at > place->start && place->low[at - 1] == ':';
}

static gboolean
judge_count (const Place *place, const char *noun, GhIndicator *indicator)
{
  noun += gh_words_begin (noun, "lượt") > 0 ? gh_words_begin (noun, "lượt") : 0;
  noun = gh_plan_skip_marks (noun);
  if (gh_words_begin (noun, "đơn vị máu|đvm|đv máu|đơn vị (máu|túi máu|bịch máu|đv|"
                            "đơn vị chế phẩm|đơn vị khối|túi máu|túi|bịch máu|bịch|bọc máu") > 0)
    {
      *indicator = GH_INDICATOR_BLOOD_UNITS;
      return TRUE;
    }
  if (gh_words_begin (noun, "đơn vị") > 0)
    {
      *indicator = GH_INDICATOR_BLOOD_UNITS;
      if (place->listed && ends_clause (noun + strlen ("đơn vị")) &&
          (place->in_targets || before_has (place, "máu")))
        return TRUE;
      return before_has (place, "tiếp nhận|thu|thu nhận|thu được|lượng máu|số máu|đơn vị máu|"
                                "hiến máu đạt|máu") &&
             !behind_has (place, "tham gia|trực thuộc|trong|có|tổ chức");
    }
  if (gh_words_begin (noun,
                      "tin|bài|tin bài|tin, bài|bài viết|phóng sự|bản tin|tin/bài|chuyên mục") > 0)
    {
      *indicator = GH_INDICATOR_ARTICLES;
      return TRUE;
    }
  if (gh_words_begin (noun, PEOPLE "|ca|lượt|suất|trường hợp") > 0 ||
      (behind_has (place, TAKE_PART) && place->low[place->figure->end] == ' ' &&
       gh_words_begin (noun, "hiến|hmtn|đăng ký") > 0))
    return judge_people (place, indicator);
  if (place->in_targets && read_comparator (place) != GH_COMPARATOR_EXACTLY &&
      gh_words_begin (noun, "buổi|đợt|điểm|cuộc|lớp|lần|câu lạc bộ|clb|đội|ngày") > 0)
    {
      *indicator = GH_INDICATOR_OTHER;
      return TRUE;
    }
  return FALSE;
}

/* Which comes first behind the figure: what they know or what they do. */
static gboolean
is_awareness (const Place *place)
{
  const char *from = place->low + place->figure->end;
  gsize length = place->behind - place->figure->end;
  const char *aware = gh_words_find (from, length, AWARE, NULL);
  const char *part = gh_words_find (from, length, TAKE_PART, NULL);

  if (aware != NULL && (part == NULL || aware < part))
    return TRUE;
  if (part != NULL)
    return FALSE;
  return before_has (place, "tuyên truyền|truyền thông|phổ biến|quán triệt|phát động") &&
         !before_has (place, "vận động|tham gia|hiến máu|đăng ký");
}

static gboolean
judge_percent (const Place *place, GhIndicator *indicator)
{
  const char *from = place->low + place->figure->end;
  gsize length = MIN (place->behind - place->figure->end, 90u);
  const char *quota = gh_words_find (from, length, QUOTA, NULL);
  const char *people = gh_words_find (from, length, PEOPLE, NULL);
  const char *units = gh_words_find (from, length, UNITS, NULL);
  g_autofree char *near = gh_words_head (from, NEAR);

  if (before_has (place, "tăng|giảm|tăng thêm"))
    return FALSE;
  if (gh_words_has (near, "350ml|450ml|350 ml|450 ml|350|thể tích") ||
      (before_has (place, "350ml|450ml|thể tích|350 ml|450 ml") && quota == NULL))
    {
      *indicator = GH_INDICATOR_VOLUME_PERCENT;
      return TRUE;
    }
  if (quota != NULL && (people == NULL || quota < people) && (units == NULL || quota < units))
    *indicator = GH_INDICATOR_YEAR_PERCENT;
  else if (people != NULL && (units == NULL || people <= units))
    *indicator =
      is_awareness (place) ? GH_INDICATOR_AWARENESS_PERCENT : GH_INDICATOR_HEADCOUNT_PERCENT;
  else if (units != NULL && gh_words_begin (units, "đơn vị máu") == 0)
    *indicator = is_awareness (place) && behind_has (place, AWARE) ? GH_INDICATOR_AWARENESS_PERCENT
                                                                   : GH_INDICATOR_UNIT_PERCENT;
  else if (units == NULL && before_has (place, "chỉ tiêu|kế hoạch"))
    *indicator = GH_INDICATOR_YEAR_PERCENT;
  else if (units == NULL && place->in_targets && before_has (place, PEOPLE "|" UNITS "|khối"))
    *indicator = GH_INDICATOR_HEADCOUNT_PERCENT; /* "khối văn phòng tối thiểu 10%" */
  else
    return FALSE;
  return TRUE;
}

/* What a share is a share of: the words behind the sign, up to a verb or a sign. */
static char *
read_basis (const Place *place)
{
  const char *from = place->low + place->figure->end;
  gsize length = MIN (place->behind - place->figure->end, 120u);
  const char *verb =
    gh_words_find (from, length, "tham gia|đăng ký|đều|được|hưởng ứng|có|nắm|trở lên và", NULL);
  gsize n = verb != NULL ? (gsize) (verb - from) : length;

  n = MIN (n, strcspn (from, ";.()"));
  return gh_words_slice (place->text + place->figure->end, n, " ,.;:");
}

static void
add_target (GhPlanReader *reader,
            const Place *place,
            GhIndicator indicator,
            const char *owner,
            GPtrArray *rounds)
{
  GPtrArray *targets = reader->reading->targets;
  const GhPlanFigure *figure = place->figure;
  GhTarget *target;
  GhComparator comparator = read_comparator (place);
  g_autofree char *text =
    place->listed ? gh_words_slice (place->text + place->start, place->end - place->start, " ")
                  : NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *other = targets->pdata[i];

      if (other->indicator == indicator && other->comparator == comparator &&
          other->value >= figure->value && other->value <= figure->value &&
          g_str_equal (other->owner, owner) && g_str_equal (rounds->pdata[i], place->round) &&
          !(place->listed && !g_str_equal (other->text, text)))
        return;
    }
  g_ptr_array_add (rounds, g_strdup (place->round));
  target = gh_target_new (indicator, comparator, figure->value);
  target->value_to = figure->value_to;
  target->position = (int) targets->len;
  gh_plan_set (&target->owner, owner);
  g_free (target->text);
  target->text = text != NULL
                   ? g_steal_pointer (&text)
                   : gh_words_slice (place->text + place->start, place->end - place->start, " ");
  g_free (target->unit);
  g_free (target->basis);
  target->basis = figure->percent ? read_basis (place) : g_strdup ("");
  if (figure->percent)
    target->unit = g_strdup ("%");
  else
    {
      const char *noun = place->text + figure->end;
      gsize words = strspn (noun, " *");
      gsize n = strcspn (noun + words, " ,.;()*");

      if (strncmp (noun + words, "đơn vị", strlen ("đơn vị")) == 0)
        n = strlen ("đơn vị máu");
      target->unit = gh_words_slice (noun + words, MIN (n, strlen (noun + words)), " ,.;");
    }
  g_ptr_array_add (targets, target);
}

/* @registers: (out): whether the heading is on those who register. */
static gboolean
stands_in_targets (const GhPlan *plan, guint i, gboolean *registers)
{
  *registers = FALSE;
  for (int level = 1; level <= 4; level++)
    {
      const GhBlock *heading = gh_plan_heading_above (plan, i, level);
      g_autofree char *low = heading != NULL ? gh_words_lower (heading->text) : NULL;

      if (low == NULL || !gh_words_has (low, "chỉ tiêu|mục tiêu|số lượng|chỉ tiêu phấn đấu"))
        continue;
      *registers = gh_words_has (low, "đăng ký");
      return TRUE;
    }
  return FALSE;
}

static void
read_block (GhPlanReader *reader, guint index, const char *owner, GPtrArray *rounds)
{
  const GhBlock *block = reader->plan->blocks->pdata[index];
  g_autofree char *low = gh_words_lower (block->text);
  g_autoptr (GArray) figures =
    gh_plan_figures_find (block->text, low, reader->reading->campaign->year);
  gboolean registers = FALSE;
  gboolean in_targets = figures->len > 0 && stands_in_targets (reader->plan, index, &registers);
  g_autofree char *round =
    figures->len > 0 ? gh_plan_round_of (reader->plan, index) : g_strdup ("");
  gsize length = strlen (low);

  for (guint i = 0; i < figures->len && reader->reading->targets->len < LIMIT; i++)
    {
      const GhPlanFigure *figure = &g_array_index (figures, GhPlanFigure, i);
      const GhPlanFigure *previous = i > 0 ? figure - 1 : NULL;
      const GhPlanFigure *next = i + 1 < figures->len ? figure + 1 : NULL;
      Place place = {
        block->text, low, figure, 0, length, 0, 0, in_targets, registers, round, FALSE
      };
      GhIndicator indicator = GH_INDICATOR_OTHER;
      gboolean found;

      gh_words_sentence (block->text, figure->start, &place.start, &place.end);
      place.before = MAX (place.start, previous != NULL ? previous->end : 0);
      place.before = MAX (place.before, figure->start > NEAR ? figure->start - NEAR : 0);
      place.before = MIN (place.before, figure->start);
      place.behind = MIN (place.end, next != NULL ? next->start : length);
      place.behind = MAX (MIN (place.behind, figure->end + 2 * NEAR), figure->end);
      while (((guchar) low[place.before] & 0xC0u) == 0x80u)
        place.before++;
      while (place.behind > figure->end && ((guchar) low[place.behind] & 0xC0u) == 0x80u)
        place.behind--;
      place.listed = is_listed (&place);
      if (!is_goal (&place))
        continue;
      found = figure->percent
                ? judge_percent (&place, &indicator)
                : judge_count (&place, gh_plan_skip_marks (low + figure->end), &indicator);
      if (found)
        add_target (reader, &place, indicator, owner, rounds);
    }
}

void
gh_plan_read_targets (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autoptr (GPtrArray) organisations = gh_plan_organisations (plan);
  /* Of each target, the round it is for: the same figure of another round is another target. */
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];

      if (block->kind != GH_BLOCK_TABLE && block->kind != GH_BLOCK_APPENDIX)
        read_block (reader, i, organisations->pdata[i], rounds);
    }
}
