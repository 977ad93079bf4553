/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"

/* Deadlines that are told from a round: "chậm nhất 05 ngày sau mỗi đợt", "trước mỗi đợt hiến máu
 * 5 ngày", "trong vòng 48 giờ sau khi kết thúc đợt 2". Each becomes one entry a round, with the day
 * it comes to; rounds whose day is not known yet have none. */

/* Words looked at on either side of the number of days. */
#define REACH 90u
/* More rounds than this are a calendar of places, not rounds that somebody reports on. */
#define ROUNDS_MAX 12u
#define DAYS_MAX   90
/* A round of more days is the campaign. */
#define ROUND_DAYS 10u

#define ROUND_WORDS                                                                                                            \
  "đợt|buổi|lần|cụm|ngày hội|tổ chức hiến máu|tổ chức tiếp nhận máu|ngày hiến máu|ngày tổ " \
  "chức|ngày tiếp nhận|điểm hiến máu|đợt hiến máu"
#define ONLY_WORDS  "chương trình|sự kiện|hoạt động|lễ|hiến máu|tiếp nhận máu"
#define WHOLE_WORDS "chiến dịch|phong trào|tháng cao điểm|đợt cao điểm|hành trình"
#define DUTIES                                                                                                             \
  "gửi|nộp|báo cáo|danh sách|tổng hợp|thông báo|chuẩn bị|hoàn thành|đăng ký|cung cấp|thanh toán|" \
  "quyết toán|thanh quyết toán|chốt|trình|bàn giao|kế hoạch|treo|rà soát|đưa tin|liên hệ|phối "     \
  "hợp|"                                                                                                                 \
  "họp|kiểm tra|khảo sát|trang trí|tập huấn|công bố|niêm yết|hiệp đồng|bố trí"
#define ASIDES                                                                                     \
  "nghỉ|ngủ|uống|rượu|bia|thuốc|tiêm|ăn|vắc xin|sức khỏe|theo dõi sức khỏe|chăm sóc|nghỉ bù"

/* "05 ngày", "ba ngày làm việc", "48 giờ" with what it is counted from. */
typedef struct
{
  gsize start; /* of all the words that tell the day */
  gsize end;
  int days;
  gboolean working; /* days of work */
  gboolean after;
  const char *anchor; /* the words that name what it is counted from, in the lower-case text */
  gsize anchor_length;
} Offset;

/* A number of days at @p: its value, the length with its unit; 0 if there is none. */
static int
read_days (const char *p, gsize *length, gboolean *working)
{
  static const char *const words[] = { "một", "hai", "ba",  "bốn",  "năm",
                                       "sáu", "bảy", "tám", "chín", "mười" };
  gsize n = strspn (p, "0123456789");
  int value = n >= 1 && n <= 2 ? atoi (p) : 0;
  gsize unit;

  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (words); i++)
    if (gh_words_begin (p, words[i]) > 0)
      {
        n = strlen (words[i]);
        value = (int) i + 1;
      }
  if (value == 0 || p[n] != ' ')
    return 0;
  n++;
  if (p[n] == '(' && strcspn (p + n, ")") < 30) /* "05 (năm) ngày" */
    n += strcspn (p + n, ")") + (strchr (p + n, ')') != NULL ? 1 : 0) + 1;
  if (n >= strlen (p))
    return 0;
  unit = gh_words_begin (p + n, "ngày|ngày làm việc|tuần|giờ|tiếng");
  *working = gh_words_begin (p + n, "ngày làm việc") > 0;
  *length = n + unit;
  if (gh_words_begin (p + n, "tuần") > 0)
    return value * 7;
  if (gh_words_begin (p + n, "giờ|tiếng") > 0)
    return value % 24 == 0 ? value / 24 : 0;
  return unit > 0 ? value : 0;
}

/* Bytes of @low from @from up to the next sign that ends a clause, @REACH at most. */
static gsize
clause_length (const char *low, gsize from)
{
  gsize n = strcspn (low + from, ".;:,()\n");

  return MIN (n, REACH);
}

/* Bytes of @at up to the end of the words for a round, 0 if there are none. */
static gsize
find_anchor (Offset *offset, const char *at, gsize length)
{
  gsize n = 0;
  const char *hit = gh_words_find (at, length, ROUND_WORDS "|" ONLY_WORDS "|" WHOLE_WORDS, &n);
  gsize more;

  if (hit == NULL)
    return 0;
  offset->anchor = at;
  offset->anchor_length = length;
  n += (gsize) (hit - at);
  /* "đợt hiến máu", "đợt 2" */
  more = n + strspn (at + n, " ");
  more += gh_words_begin (at + more, "hiến máu|hiến máu tình nguyện|tiếp nhận máu|hmtn|tiếp nhận");
  more += strspn (at + more, "0123456789");
  return MIN (more, length) > n + 1 ? MIN (more, length) : n;
}

/* "… sau mỗi đợt": what the days are counted from stands behind them. */
static gboolean
read_behind (const char *low, Offset *offset)
{
  gsize at = offset->end + strspn (low + offset->end, " ,");
  gsize word = gh_words_begin (low + at, "trước|sau|kể từ|tính từ|từ");

  if (word == 0)
    return FALSE;
  offset->after = gh_words_begin (low + at, "trước") == 0;
  at += word;
  word = find_anchor (offset, low + at, clause_length (low, at));
  offset->end = at + word;
  return word > 0;
}

/* "trước mỗi đợt hiến máu ít nhất 5 ngày": it stands before them. */
static gboolean
read_before (const char *low, gsize from, Offset *offset)
{
  gsize reach = MIN (offset->start - from, REACH);
  gsize n = 0;
  const char *start = low + offset->start - reach;
  const char *word;

  while (((guchar) *start & 0xC0u) == 0x80u)
    start++;
  reach = (gsize) (low + offset->start - start);
  word = gh_words_find_last (start, reach, "trước|sau", &n);
  if (word == NULL || memchr (word, ',', (gsize) (low + offset->start - word)) != NULL ||
      find_anchor (offset, word + n, (gsize) (low + offset->start - word) - n) == 0)
    return FALSE;
  offset->after = gh_words_begin (word, "sau") > 0;
  offset->start = (gsize) (word - low);
  return TRUE;
}

/* "trước 3 ngày tổ chức hiến máu": the days stand between. */
static gboolean
read_around (const char *low, gsize from, Offset *offset)
{
  gsize reach = MIN (offset->start - from, 12u);
  const char *start = low + offset->start - reach;
  gsize n = 0;
  const char *word;

  while (((guchar) *start & 0xC0u) == 0x80u)
    start++;
  word = gh_words_find_last (start, (gsize) (low + offset->start - start), "trước|sau", &n);
  if (word == NULL || word + n + 1 != low + offset->start)
    return FALSE;
  offset->after = gh_words_begin (word, "sau") > 0;
  n = find_anchor (offset, low + offset->end, clause_length (low, offset->end));
  if (n == 0)
    return FALSE;
  offset->start = (gsize) (word - low);
  offset->end += n;
  return TRUE;
}

/* The first such words of @low at or behind @from. */
static gboolean
find_offset (const char *low, gsize from, Offset *offset)
{
  for (gsize i = from; low[i] != '\0'; i++)
    {
      gsize n = 0;

      if ((i > 0 && low[i - 1] != ' ' && low[i - 1] != '(') || low[i] == ' ')
        continue;
      *offset = (Offset){ 0 };
      offset->days = read_days (low + i, &n, &offset->working);
      if (offset->days < 1 || offset->days > DAYS_MAX)
        continue;
      offset->start = i;
      offset->end = i + n;
      if (read_behind (low, offset) || read_around (low, from, offset) ||
          read_before (low, from, offset))
        return TRUE;
    }
  return FALSE;
}

static guint32
count_days (guint32 day, int days, gboolean working, gboolean after)
{
  while (days > 0)
    {
      day = after ? day + 1 : day - 1;
      if (!working || gh_day_weekday (day) <= 5)
        days--;
    }
  return day;
}

/* "Đợt I: …", "Ngày hội hiến máu đợt 1" → "đợt I", as it is written; the day of one without. */
static char *
name_round (const GhActivity *round)
{
  g_autofree char *low = gh_words_lower (round->title);
  g_autofree char *day = NULL;

  for (const char *at = low; (at = gh_words_find (at, strlen (at), "đợt|lần|cụm", NULL)) != NULL;)
    {
      g_autofree char *name = gh_plan_round_read (at);
      gsize first = (gsize) (g_utf8_next_char (at) - at);

      if (name != NULL)
        return g_strdup_printf ("%.*s%.*s", (int) first, at, (int) (strlen (name) - first),
                                round->title + (at - low) + first);
      at += first;
    }
  day = gh_day_format (round->span.start);
  return g_strdup_printf ("ngày %s", day);
}

/* The round that the words name ("sau đợt 2"), %NULL if they mean each. */
static char *
named_round (const Offset *offset)
{
  g_autofree char *words = g_strndup (offset->anchor, offset->anchor_length);
  const char *at = gh_words_find (g_strchomp (words), strlen (words), "đợt|lần|cụm", NULL);

  return at != NULL ? gh_plan_round_read (at) : NULL;
}

static gboolean
is_round (const GhActivity *activity)
{
  return activity->kind == GH_ACTIVITY_SESSION && activity->span.end != 0 &&
         activity->span.precision <= GH_PRECISION_SPAN &&
         activity->span.end - activity->span.start < ROUND_DAYS;
}

/* (transfer container): the days of donation, one entry for each day, in order. */
static GPtrArray *
find_rounds (const GPtrArray *activities)
{
  GPtrArray *rounds = g_ptr_array_new ();

  for (guint i = 0; i < activities->len; i++)
    {
      GhActivity *activity = activities->pdata[i];
      const GhActivity *last = rounds->len > 0 ? rounds->pdata[rounds->len - 1] : NULL;

      if (is_round (activity) && (last == NULL || last->span.end < activity->span.start))
        g_ptr_array_add (rounds, activity);
    }
  return rounds;
}

/* Whether the words mean @round, of @n rounds in all. */
static gboolean
means (const Offset *offset, const GhActivity *round, guint n, const char *named)
{
  gboolean each = gh_words_has_within (offset->anchor, offset->anchor_length,
                                       "mỗi|từng|các|tại đơn vị|tại cơ sở|đơn vị mình");

  if (named != NULL)
    {
      g_autofree char *words = g_strconcat (round->title, " ", round->text, NULL);
      g_autofree char *low = gh_words_lower (words);

      return gh_words_has (low, named);
    }
  return n == 1 || each || gh_words_has_within (offset->anchor, offset->anchor_length, ROUND_WORDS);
}

static void
add_deadline (GhPlanReader *reader,
              const GhPlanMoment *moment,
              const Offset *offset,
              const GhDateSpan *from,
              const char *name)
{
  g_autofree char *what = gh_plan_moment_deadline_title (moment);
  g_autofree char *title =
    *name != '\0' ? g_strdup_printf ("%s (%s)", what, name) : g_strdup (what);
  GhDateSpan span = gh_date_span_day (count_days (offset->after ? from->end : from->start,
                                                  offset->days, offset->working, offset->after));
  GhActivity *activity;

  if (*what == '\0')
    return;
  activity = gh_activity_new (title, GH_ACTIVITY_DEADLINE, &span);
  gh_plan_set (&activity->lead, moment->organisation);
  g_free (activity->text);
  /* Only the words that tell of this day: another date of the sentence has its own entry. */
  activity->text =
    gh_words_slice (moment->text + moment->from, moment->behind - moment->from, " ,;");
  gh_plan_add_activity (reader->reading, activity);
}

static void
apply (GhPlanReader *reader, const GhPlanMoment *moment, const Offset *offset, GPtrArray *rounds)
{
  const GhDateSpan *period = &reader->reading->campaign->period;
  g_autofree char *named = named_round (offset);

  if (named == NULL && gh_words_has_within (offset->anchor, offset->anchor_length, WHOLE_WORDS))
    {
      if (!gh_date_span_is_empty (period))
        add_deadline (reader, moment, offset, period, "");
      return;
    }
  if (rounds->len > ROUNDS_MAX && named == NULL)
    return;
  for (guint i = 0; i < rounds->len; i++)
    {
      const GhActivity *round = rounds->pdata[i];
      g_autofree char *name = name_round (round);

      if (means (offset, round, rounds->len, named))
        add_deadline (reader, moment, offset, &round->span, rounds->len > 1 ? name : "");
    }
}

/* The clause between the dates before and behind, within the sentence. */
static void
frame_moment (GhPlanMoment *moment, const GPtrArray *dates)
{
  gsize start = moment->match->offset;
  gsize end = start + moment->match->length;

  gh_words_sentence (moment->text, start, &moment->start, &moment->end);
  moment->end = MAX (moment->end, end);
  moment->from = moment->start;
  moment->behind = moment->end;
  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *date = dates->pdata[i];

      if (date->offset + date->length <= start)
        moment->from = MAX (moment->from, date->offset + date->length);
      else if (date->offset >= end)
        moment->behind = MIN (moment->behind, date->offset);
    }
}

static void
read_block (GhPlanReader *reader, guint index, const char *organisation, GPtrArray *rounds)
{
  const GhBlock *block = reader->plan->blocks->pdata[index];
  g_autofree char *low = gh_words_lower (block->text);
  g_autoptr (GPtrArray) dates = NULL;
  Offset offset;

  for (gsize from = 0; find_offset (low, from, &offset); from = offset.end)
    {
      const GhDateMatch match = { .offset = offset.start, .length = offset.end - offset.start };
      GhPlanMoment moment = { reader->plan, index, block->text, low, &match, 0, 0, 0, 0,
                              organisation };

      if (dates == NULL)
        dates = gh_date_scan (block->text, reader->reading->campaign->year);
      frame_moment (&moment, dates);
      if (gh_words_has_within (low + moment.from, moment.behind - moment.from, DUTIES) &&
          !gh_words_has_within (low + moment.from, offset.start - moment.from, ASIDES))
        apply (reader, &moment, &offset, rounds);
    }
}

void
gh_plan_read_relative (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autoptr (GPtrArray) organisations = gh_plan_organisations (plan);
  g_autoptr (GPtrArray) rounds = find_rounds (reader->reading->activities);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];

      if (block->kind != GH_BLOCK_TABLE && block->kind != GH_BLOCK_APPENDIX &&
          strlen (block->text) < 6000)
        read_block (reader, i, organisations->pdata[i], rounds);
    }
}
