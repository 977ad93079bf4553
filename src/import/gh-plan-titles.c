/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define TITLE_CHARS 120

static const struct
{
  GhActivityKind kind;
  const char *words;
} kind_words[] = {
  { GH_ACTIVITY_LAUNCH, "phát động|lễ phát động|ra quân|lễ ra quân|khai mạc|mở màn" },
  { GH_ACTIVITY_REVIEW, "sơ kết|tổng kết|đánh giá|rút kinh nghiệm|hội nghị tổng kết|"
                        "hội nghị sơ kết|báo cáo kết quả" },
  { GH_ACTIVITY_AWARD, "tôn vinh|lễ tôn vinh|khen thưởng|tuyên dương|vinh danh|biểu dương|"
                       "tổ chức lễ tôn vinh|tổ chức tôn vinh" },
  { GH_ACTIVITY_PREPARATION,
    "chuẩn bị|họp|khảo sát|tập huấn|xây dựng|rà soát|lập danh sách|đăng ký|ban hành|"
    "tiếp nhận đăng ký|triển khai kế hoạch|thành lập|phân bổ|phân công|tổng hợp danh sách|"
    "vận động đăng ký|công tác chuẩn bị|tham mưu|chốt danh sách|hội nghị triển khai" },
  { GH_ACTIVITY_SESSION,
    "hiến máu|tiếp nhận máu|ngày hội|ngày hội hiến máu|điểm hiến máu|lấy máu|tiếp nhận|"
    "buổi hiến máu|tổ chức hiến máu|hmtn|thu nhận máu" },
  { GH_ACTIVITY_COMMUNICATION,
    "tuyên truyền|truyền thông|treo băng rôn|phát thanh|đưa tin|công tác tuyên truyền|"
    "tổ chức tuyên truyền|treo|thông tin|thông báo|quảng bá|tuyên truyền, vận động" },
  { GH_ACTIVITY_FESTIVAL,
    "lễ hội|chiến dịch|hành trình đỏ|chủ nhật đỏ|chương trình|tháng nhân đạo|phong trào|"
    "những giọt máu hồng|lễ hội xuân hồng|chiến dịch hiến máu|chiến dịch vận động|"
    "phong trào hiến máu|chương trình hiến máu|giọt hồng" },
};

GhActivityKind
gh_plan_kind_of (const char *text)
{
  g_autofree char *head = gh_words_head (text, GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);
  GhActivityKind best = GH_ACTIVITY_OTHER;
  const char *best_at = NULL;
  gsize best_length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      gsize n = 0;
      const char *hit = gh_words_find (low, strlen (low), kind_words[i].words, &n);

      if (hit != NULL && (best_at == NULL || hit < best_at || (hit == best_at && n > best_length)))
        {
          best = kind_words[i].kind;
          best_at = hit;
          best_length = n;
        }
    }
  return best;
}

/* Words that only lead to a date. */
static const char *const leads[] = { "vào",
                                     "từ",
                                     "trong",
                                     "ngày",
                                     "lúc",
                                     "đến",
                                     "trước",
                                     "dự kiến",
                                     "thời gian",
                                     "bắt đầu",
                                     "bắt đầu từ",
                                     "vào lúc",
                                     "vào hồi",
                                     "là",
                                     "và",
                                     "đến hết",
                                     "diễn ra",
                                     "được tổ chức",
                                     "cho đến",
                                     "hạn",
                                     "hạn cuối",
                                     "chậm nhất",
                                     "muộn nhất",
                                     "vào các",
                                     "của",
                                     "được triển khai",
                                     "được tiến hành",
                                     "được",
                                     "trong các",
                                     "các",
                                     "từ nay",
                                     "nhân",
                                     "dịp",
                                     "(từ",
                                     "(ngày",
                                     "chậm nhất là",
                                     "thực hiện",
                                     "tổ chức vào" };

/* Takes words that only lead to a date off the end: "… vào", "… từ", "thời gian:". */
static void
strip_leads (char *title)
{
  gboolean again = TRUE;

  while (again)
    {
      g_autofree char *low = NULL;
      gsize n = strlen (title);

      again = FALSE;
      while (n > 0 && strchr (" ,;:.-(", title[n - 1]) != NULL)
        title[--n] = '\0';
      while (g_str_has_suffix (title, "–"))
        title[n -= strlen ("–")] = '\0';
      low = gh_words_lower (title);
      for (gsize i = 0; i < G_N_ELEMENTS (leads) && !again; i++)
        {
          gsize k = strlen (leads[i]);

          if (n > k && g_str_has_suffix (low, leads[i]) && low[n - k - 1] == ' ')
            {
              title[n - k - 1] = '\0';
              again = TRUE;
            }
        }
    }
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < 100; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n;
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
                         "với các nội dung sau"))
    return FALSE;
  return gh_words_has (low, "hiến máu|lễ|hội|chương trình|chiến dịch|tổ chức|tiếp nhận|"
                            "truyền thông|phát động|họp|hmtn|tuyên truyền|hành trình|tôn vinh|"
                            "sơ kết|tổng kết|đợt|tập huấn");
}

char *
gh_plan_context_title (const GhPlan *plan, guint i)
{
  const GhBlock *own = plan->blocks->pdata[i];
  guint reach = 60;
  int level = own->kind == GH_BLOCK_HEADING ? own->level : 9;
  const char *found = plan->title;
  g_autofree char *own_round = gh_plan_round_read (own->text);
  g_autofree char *plain = NULL;
  const char *cut;

  while (i > 0 && reach-- > 0 && level > 1)
    {
      const GhBlock *block = plan->blocks->pdata[--i];
      g_autofree char *round =
        level == 9 && own_round == NULL ? gh_plan_round_read (block->text) : NULL;
      gboolean opens = block->kind == GH_BLOCK_HEADING || round != NULL ||
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
  return gh_words_shorten (plain, TITLE_CHARS);
}

/* The words before the date, cut to their last clause if they are long. */
static char *
clause_before (const GhPlanMoment *moment)
{
  gsize from = moment->from;
  gsize to = moment->match->offset;
  char *title;

  if (to - from > 2 * TITLE_CHARS)
    {
      static const char *const cuts[] = { "; ", ". ", ": ", ", " };

      for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
        {
          const char *hit = g_strrstr_len (moment->text + from, (gssize) (to - from), cuts[i]);
          gsize at = hit != NULL ? (gsize) (hit - moment->text) + strlen (cuts[i]) : 0;

          if (hit != NULL && to - at > 24)
            {
              from = at;
              break;
            }
        }
    }
  title = gh_words_slice (moment->text + from, to - from, " ,;:-");
  strip_leads (title);
  return title;
}

/* The words behind the date, up to the end of the clause. */
static char *
clause_behind (const GhPlanMoment *moment)
{
  const char *p = moment->text + moment->match->offset + moment->match->length;
  const char *end = moment->text + moment->behind;
  g_autofree char *plain = NULL;
  const char *weekday;

  /* "(thứ Bảy)" belongs to the date. */
  p += strspn (p, " *,:;-");
  if (*p == '(')
    {
      weekday = strchr (p, ')');
      if (weekday != NULL && weekday - p < 40)
        p = weekday + 1;
    }
  p = MIN (p, end);
  plain = gh_words_slice (p, (gsize) (end - p), " ,;:.-)(");
  while (g_str_has_prefix (plain, "–"))
    {
      char *rest = g_strchug (g_strdup (plain + strlen ("–")));

      g_free (plain);
      plain = rest;
    }
  return g_steal_pointer (&plain);
}

/* Only a label or lead stands before the date: "Thời gian:", "Dự kiến", "Đợt 1:". */
static gboolean
is_bare_lead (const char *text)
{
  GhActivityKind kind = gh_plan_kind_of (text);
  g_autofree char *low = gh_words_lower (text);
  gsize n = gh_words_begin (
    gh_words_skip (low), "thời gian|thời gian thực hiện|thời gian tổ chức|thời gian hiến máu|"
                         "thời gian triển khai|thời gian, địa điểm|thời gian dự kiến|"
                         "thời gian tiếp nhận máu|thời gian và địa điểm|dự kiến|bắt đầu|"
                         "buổi sáng|sáng|chiều|buổi chiều|thời gian diễn ra|thời gian tiếp nhận");

  if (kind == GH_ACTIVITY_LAUNCH || kind == GH_ACTIVITY_REVIEW || kind == GH_ACTIVITY_AWARD)
    return FALSE; /* "Khai mạc: 7h30 ngày …" */
  return count_letters (text) < 8 || (n > 0 && count_letters (gh_words_skip (low) + n) < 12);
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
  if (count_letters (rest) < 6 || strchr (rest, ':') != NULL ||
      gh_plan_kind_of (rest) == GH_ACTIVITY_OTHER)
    return NULL;
  return gh_words_capitalise (rest);
}

/* What is planned around, with "Đợt 1" before it where the line says so. */
static char *
round_title (const GhPlanMoment *moment, const char *before)
{
  g_autofree char *context = gh_plan_context_title (moment->plan, moment->index);
  g_autofree char *low = gh_words_lower (before);

  if (gh_words_begin (low, "đợt|lần|buổi") == 0 || strlen (before) > 30)
    return g_steal_pointer (&context);
  return g_strdup_printf ("%s: %s", before, context);
}

char *
gh_plan_moment_title (const GhPlanMoment *moment)
{
  g_autofree char *before = clause_before (moment);
  g_autofree char *behind = NULL;
  g_autofree char *low = NULL;
  g_autofree char *capital = NULL;

  capital = labelled_title (before);
  if (capital != NULL)
    return g_steal_pointer (&capital);
  if (!is_bare_lead (before))
    {
      capital = gh_words_capitalise (before);
      return gh_words_shorten (capital, TITLE_CHARS);
    }
  behind = clause_behind (moment);
  low = gh_words_lower (behind);
  if (count_letters (behind) < 8 || gh_words_begin (low, "tại|ở|địa điểm|trong|và") > 0 ||
      gh_words_begin (gh_words_skip (moment->low), "thời gian") > 0)
    return round_title (moment, before);
  capital = gh_words_capitalise (behind);
  return gh_words_shorten (capital, TITLE_CHARS);
}

#define HAND_IN                                                                                                              \
  "gửi|nộp|báo cáo|trình|hoàn thành|đăng ký|lập danh sách|chốt|tổng hợp|gửi về|gởi|phản hồi|" \
  "cung cấp|xây dựng|ban hành|triển khai|thanh quyết toán|kết thúc"

char *
gh_plan_moment_deadline_title (const GhPlanMoment *moment)
{
  const char *low = moment->low + moment->from;
  gsize length = moment->match->offset - moment->from;
  gsize n = 0;
  const char *verb = gh_words_find_last (low, length, HAND_IN, &n);
  g_autofree char *title = NULL;
  g_autofree char *capital = NULL;
  const char *start;

  if (verb == NULL)
    {
      g_autofree char *behind = clause_behind (moment);

      if (gh_plan_kind_of (behind) == GH_ACTIVITY_OTHER &&
          !gh_words_has (behind, "gửi|nộp|báo cáo|danh sách|hồ sơ"))
        return gh_plan_moment_title (moment);
      capital = gh_words_capitalise (behind);
      return gh_words_shorten (capital, TITLE_CHARS);
    }
  /* Back to where the clause of the verb begins. */
  for (start = verb; start > low && verb - start < 200; start--)
    {
      if (start[-1] == ' ' && start - low >= 2 && strchr (",;:", start[-2]) != NULL)
        break;
      if (start - low >= 5 && strncmp (start - 5, " và ", 5) == 0 && start == verb)
        break;
    }
  if (start > low && verb - start >= 200)
    start = verb;
  title = gh_words_slice (moment->text + (start - moment->low),
                          moment->match->offset - (gsize) (start - moment->low), " ,;:-");
  strip_leads (title);
  /* "Các đơn vị gửi danh sách": who does it is the unit in charge, not the title. */
  n = gh_plan_organisation_length (title);
  if (n > 0 && n < 60)
    memmove (title, title + n, strlen (title + n) + 1);
  capital = gh_words_capitalise (title);
  return gh_words_shorten (capital, TITLE_CHARS);
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
  strip_leads (name);
  if (count_letters (name) < 10)
    return NULL;
  return gh_words_capitalise (name);
}

/* Where a place ends: at a sign that begins another matter. */
static gsize
place_length (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && strchr (";*\n", text[n]) == NULL &&
         !(text[n] == '.' && (n + 1 >= length || text[n + 1] == ' ') && n > 3 &&
           text[n - 1] != 'P' && !g_str_has_prefix (text + n, ". H")) &&
         !(text[n] == '(' && n > 3) && !(text[n] == ',' && n > 90))
    n++;
  return n;
}

static char *
place_of (const char *text, gsize length)
{
  gsize n = place_length (text, length);
  char *place = gh_words_slice (text, n, " ,;:.-");

  strip_leads (place);
  if (g_utf8_strlen (place, -1) > 160)
    {
      char *shorter = gh_words_shorten (place, 160);

      g_free (place);
      return shorter;
    }
  return place;
}

/* "Địa điểm: …" in the text of block @i. */
static char *
labelled_place (const GhBlock *block)
{
  g_autofree char *head = gh_words_head (block->text, 2 * GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);
  gsize n = 0;
  const char *hit = gh_words_find (low, strlen (low),
                                   "địa điểm|địa điểm tổ chức|địa điểm hiến máu|"
                                   "địa điểm thực hiện|địa điểm tiếp nhận máu|"
                                   "địa điểm tiếp nhận|địa điểm dự kiến",
                                   &n);
  const char *p;

  if (hit == NULL)
    return NULL;
  p = head + (hit - low) + n;
  p += strspn (p, " *");
  if (*p != ':')
    return NULL;
  p += 1 + strspn (p + 1, " *");
  return place_of (p, strlen (p));
}

char *
gh_plan_moment_place (const GhPlanMoment *moment)
{
  const GPtrArray *blocks = moment->plan->blocks;
  gsize to = moment->match->offset + moment->match->length;
  const char *at;
  gsize n = 0;

  for (guint i = moment->index; i < MIN (blocks->len, moment->index + 4); i++)
    {
      const GhBlock *block = blocks->pdata[i];
      char *place = labelled_place (block);

      if (place != NULL && *place != '\0')
        return place;
      g_free (place);
      if (i > moment->index && block->kind == GH_BLOCK_HEADING && block->level == 1)
        break;
    }
  at = gh_words_find (moment->low + to, moment->behind > to ? moment->behind - to : 0, "tại", &n);
  if (at == NULL)
    at = gh_words_find_last (moment->low + moment->from, moment->match->offset - moment->from,
                             "tại", &n);
  if (at == NULL)
    return g_strdup ("");
  n = (gsize) (at - moment->low) + n;
  to = n < moment->match->offset ? moment->match->offset : MAX (moment->behind, n);
  return place_of (moment->text + n, to - n);
}
