/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-clause.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* "03 đợt": how many, not which. */
static gboolean
counts_rounds (const char *low)
{
  for (const char *p = strstr (low, " đợt"); p != NULL; p = strstr (p + 1, " đợt"))
    if (p > low && g_ascii_isdigit (p[-1]))
      return TRUE;
  return FALSE;
}

/* Whether a heading tells what is planned, and not only "Thời gian" or "NỘI DUNG". */
static gboolean
is_telling (const char *text)
{
  g_autofree char *head = gh_words_head (text, GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);

  if (gh_words_begin (gh_words_skip (low), "thời gian|địa điểm|nội dung|mục đích|yêu cầu|"
                                           "chỉ tiêu|tổ chức thực hiện|tiến độ|đối tượng|"
                                           "thời gian, địa điểm|nội dung thực hiện|"
                                           "số lượng|thành phần|kế hoạch thực hiện|hình thức|"
                                           "nội dung hoạt động|kinh phí|phân công") > 0 ||
      gh_words_has (low, "xây dựng kế hoạch|ban hành kế hoạch|với nội dung sau|"
                         "với các nội dung sau|cụ thể|như sau|chia làm|chia thành|thành các đợt"))
    return FALSE;
  /* "Cán bộ, công chức … đủ điều kiện hiến máu:" says who. */
  if (gh_words_begin (gh_words_skip (low), "cán bộ|công chức|người|tất cả|toàn thể|sinh viên|"
                                           "đoàn viên|nhân dân|khi|trên cơ sở|nơi") > 0)
    return FALSE;
  if (counts_rounds (low)) /* "Năm 2024 tổ chức 03 đợt hiến máu:" */
    return FALSE;
  /* "LỊCH TỔ CHỨC" names nothing that is held. */
  if (gh_words_begin (gh_words_skip (low), "lịch") > 0 &&
      !gh_words_has (low, "hiến máu|tiếp nhận|hmtn|lấy máu"))
    return FALSE;
  return gh_words_has (low, "hiến máu|lễ|hội|chương trình|chiến dịch|tổ chức|tiếp nhận|"
                            "truyền thông|phát động|họp|hmtn|tuyên truyền|hành trình|tôn vinh|"
                            "sơ kết|tổng kết|đợt|tập huấn");
}

/* "Về việc ban hành Kế hoạch hiến máu …" → "hiến máu …": what the plan is on. */
static const char *
subject_of (const char *title)
{
  g_autofree char *low = gh_words_lower (title);
  const char *p = gh_words_skip (low);
  gsize n = 0;

  do
    {
      p += n;
      p += strspn (p, " \001");
      n = gh_words_begin (p, "về việc|về|v/v|ban hành|phê duyệt|kế hoạch|giao chỉ tiêu và");
    }
  while (n > 0);
  return gh_words_any (p) ? title + (p - low) : title;
}

char *
gh_plan_context_title (const GhPlan *plan, guint i)
{
  const GhBlock *own = plan->blocks->pdata[i];
  guint reach = 60;
  int level = own->kind == GH_BLOCK_HEADING ? own->level : 9;
  const char *found = subject_of (plan->title);
  g_autofree char *own_round = gh_plan_round_read (own->text);
  g_autofree char *plain = NULL;
  g_autofree char *capital = NULL;
  const char *cut;

  while (i > 0 && reach-- > 0 && level > 1)
    {
      const GhBlock *block = plan->blocks->pdata[--i];
      g_autofree char *round =
        level == 9 && own_round == NULL ? gh_plan_round_read (block->text) : NULL;
      /* The round before in the same list is another one. */
      gboolean sibling = block->kind == GH_BLOCK_ITEM && own->kind == GH_BLOCK_ITEM &&
                         block->level == own->level && gh_words_last_char (block->text) != ':';
      gboolean opens = block->kind == GH_BLOCK_HEADING || (round != NULL && !sibling) ||
                       (level == 9 && gh_words_last_char (block->text) == ':');

      if (!opens || (block->kind == GH_BLOCK_HEADING && block->level >= level))
        continue;
      if (is_telling (block->text))
        {
          found = block->text;
          break;
        }
      if (block->kind == GH_BLOCK_HEADING)
        level = block->level;
    }
  plain = gh_words_slice (found, MIN (strlen (found), GH_WORDS_WINDOW * 2), " ,.;:");
  cut = strstr (plain, ", nội dung");
  if (cut != NULL)
    plain[cut - plain] = '\0';
  capital = gh_words_capitalise (plain);
  return gh_words_shorten (capital, GH_PLAN_TITLE_CHARS);
}

/* Only a label or lead stands before the date: "Thời gian:", "Dự kiến", "Đợt 1: tổ chức". */
static gboolean
is_bare_lead (const char *text)
{
  GhActivityKind kind = gh_plan_kind_of (text);
  g_autofree char *low = gh_words_lower (text);
  gsize round = gh_plan_round_length (low);
  gsize n = gh_words_begin (
    gh_words_skip (low), "thời gian|thời gian thực hiện|thời gian tổ chức|thời gian hiến máu|"
                         "thời gian triển khai|thời gian, địa điểm|thời gian dự kiến|"
                         "thời gian tiếp nhận máu|thời gian và địa điểm|dự kiến|bắt đầu|"
                         "buổi sáng|sáng|chiều|buổi chiều|thời gian diễn ra|thời gian tiếp nhận");

  /* "Tại Chi nhánh Thành Nam: 7h30 …" says where, not what. */
  if (gh_words_begin (gh_words_skip (low), "tại|ở") > 0 && kind == GH_ACTIVITY_OTHER)
    return TRUE;

  if (kind == GH_ACTIVITY_LAUNCH || kind == GH_ACTIVITY_REVIEW || kind == GH_ACTIVITY_AWARD)
    return FALSE; /* "Khai mạc: 7h30 ngày …" */
  if (round > 0 && kind == GH_ACTIVITY_OTHER &&
      (gh_plan_count_letters (low + round) < 6 || gh_plan_begins_place (low + round) ||
       (gh_words_has (low + round, "tổ chức|ngày|dự kiến") &&
        gh_plan_count_letters (low + round) < 20)))
    return TRUE;
  /* "Thời gian: 02 ngày (thứ Sáu, thứ Bảy)" */
  if (n > 0 && g_ascii_isdigit (gh_words_skip (low)[n + strspn (gh_words_skip (low) + n, " :")]))
    return TRUE;
  return gh_plan_count_letters (text) < 8 ||
         (n > 0 && gh_plan_count_letters (gh_words_skip (low) + n) < 12);
}

/* "Thời gian tổ chức hiến máu:" names what is held; %NULL if the label names nothing. */
static char *
labelled_title (const char *before)
{
  g_autofree char *low = gh_words_lower (before);
  const char *start = gh_words_skip (low);
  gsize n = gh_words_begin (start, "thời gian thực hiện|thời gian tổ chức|thời gian triển khai|"
                                   "thời gian diễn ra|thời gian dự kiến tổ chức|thời gian");
  g_autofree char *rest = NULL;

  if (n == 0)
    return NULL;
  rest = gh_words_slice (before + (start - low) + n, strlen (start + n), " ,:;-");
  if (gh_plan_count_letters (rest) < 6 || strchr (rest, ':') != NULL ||
      gh_plan_kind_of (rest) == GH_ACTIVITY_OTHER)
    return NULL;
  return gh_words_capitalise (rest);
}

/* "Thời gian: Tháng cao điểm" → "Tháng cao điểm". */
static char *
strip_label (const char *before)
{
  g_autofree char *low = gh_words_lower (before);
  const char *start = gh_words_skip (low);
  gsize n = gh_words_begin (start, "thời gian|thời gian thực hiện|thời gian tổ chức");
  const char *rest = before + (start - low) + n;

  rest += strspn (rest, " ");
  return n > 0 && *rest == ':' && gh_plan_count_letters (rest) >= 6
           ? gh_words_slice (rest, strlen (rest), " :")
           : g_strdup (before);
}

/* What is planned around, with "Đợt 1" before it where the line says so. */
static char *
round_title (const GhPlanMoment *moment, const char *before)
{
  g_autofree char *context = gh_plan_context_title (moment->plan, moment->index);
  g_autofree char *low = gh_words_lower (before);
  g_autofree char *round = NULL;
  gsize n = gh_plan_round_length (low);

  if (n == 0)
    n = strlen (before) <= 30 && gh_words_begin (low, "buổi") > 0 ? strlen (before) : 0;
  if (n == 0)
    return g_steal_pointer (&context);
  round = gh_words_slice (before, n, " ,.;:-");
  return g_strdup_printf ("%s: %s", round, context);
}

static gboolean
is_round (const char *text)
{
  g_autofree char *low = gh_words_lower (text);

  return gh_plan_round_length (low) > 0;
}

char *
gh_plan_moment_title (const GhPlanMoment *moment)
{
  g_autofree char *before = gh_plan_clause_before (moment);
  g_autofree char *behind = NULL;
  g_autofree char *low = NULL;
  g_autofree char *capital = NULL;

  capital = labelled_title (before);
  if (capital != NULL)
    return g_steal_pointer (&capital);
  if (!is_bare_lead (before))
    {
      g_autofree char *bare = strip_label (before);

      if (*moment->organisation != '\0' && gh_text_begins (bare, moment->organisation))
        gh_plan_strip_body (bare, moment->organisation);
      gh_plan_extend_title (moment, &bare);
      capital = gh_words_capitalise (bare);
      return gh_words_shorten (capital, GH_PLAN_TITLE_CHARS);
    }
  behind = gh_plan_clause_behind (moment);
  low = gh_words_lower (behind);
  if (gh_plan_count_letters (behind) < 8 ||
      gh_words_begin (
        low, "tại|ở|địa điểm|trong|và|buổi sáng|buổi chiều|sáng|chiều|từ|lúc|bắt đầu|chỉ tiêu|"
             "số lượng|dự kiến|phấn đấu|mục tiêu") > 0 ||
      gh_plan_begins_place (low) ||
      (is_round (before) && gh_plan_kind_of (behind) == GH_ACTIVITY_OTHER) ||
      gh_words_begin (gh_words_skip (moment->low), "thời gian") > 0)
    return round_title (moment, before);
  capital = gh_words_capitalise (behind);
  return gh_words_shorten (capital, GH_PLAN_TITLE_CHARS);
}

char *
gh_plan_moment_day_name (const GhPlanMoment *moment)
{
  gsize reach = MIN (moment->match->offset - moment->from, 140u);
  gsize from = moment->match->offset - reach;
  gsize n = 0;
  const char *word;
  const char *end = moment->low + moment->match->offset;
  g_autofree char *name = NULL;

  while (((guchar) moment->low[from] & 0xC0u) == 0x80u)
    from++;
  word =
    gh_words_find_last (moment->low + from, moment->match->offset - from, "ngày|tháng|tết|lễ", &n);
  if (word == NULL || word + n >= end ||
      gh_words_begin (word, "ngày hội|ngày làm việc|tháng|lễ hội|lễ phát động|lễ ra quân") > 0 ||
      memchr (word, ';', (gsize) (end - word)) != NULL ||
      gh_words_has_within (word, (gsize) (end - word), "tổ chức|vào|diễn ra|từ|trước|đến|tại"))
    return NULL;
  name = gh_words_slice (moment->text + (word - moment->low), (gsize) (end - word), " ,;:-(.");
  gh_plan_strip_leads (name);
  if (gh_plan_count_letters (name) < 10)
    return NULL;
  return gh_words_capitalise (name);
}
