/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* More dates than any plan has are not read further: keeps hostile texts cheap. */
#define DATE_LIMIT 2000u
/* "Thời gian: từ … đến …" over more days than this is the campaign, not an event. */
#define EVENT_DAYS 4u
/* Days of a list such as "18, 19 và 28-11". */
#define DAYS_MAX 8u

static gboolean
stretch_has (const GhPlanMoment *moment, gsize from, gsize to, const char *words)
{
  return to > from && gh_words_has_within (moment->low + from, to - from, words);
}

/* Start of the stretch of @n bytes before the date, at a whole character. */
static gsize
stretch_before (const GhPlanMoment *moment, gsize n)
{
  gsize from = moment->match->offset > n ? moment->match->offset - n : 0;

  from = MAX (from, moment->from);
  while (from < moment->match->offset && ((guchar) moment->low[from] & 0xC0u) == 0x80u)
    from++;
  return from;
}

/* "LỊCH HIẾN MÁU QUÝ I NĂM 2026" over a table, whose rows have the days. */
static gboolean
is_table_title (const GhPlanMoment *moment)
{
  const GPtrArray *blocks = moment->plan->blocks;

  for (guint i = moment->index + 1; i < MIN (blocks->len, moment->index + 3); i++)
    if (((const GhBlock *) blocks->pdata[i])->kind == GH_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

/* "“Áo dài - Giọt hồng tháng Ba”": a name. */
static gboolean
is_month_in_quotes (const GhPlanMoment *moment)
{
  const GhDateMatch *match = moment->match;
  const char *open = NULL;
  const char *close = NULL;

  if (match->has_year || match->span.precision != GH_PRECISION_MONTH)
    return FALSE;
  open = g_strrstr_len (moment->text, (gssize) match->offset, "“");
  close = g_strrstr_len (moment->text, (gssize) match->offset, "”");
  return open != NULL && (close == NULL || close < open) &&
         strstr (moment->text + match->offset, "”") != NULL;
}

/* Dates of documents, of past things and of periods that merits are counted in. */
static gboolean
is_aside (const GhPlanMoment *moment, const GPtrArray *citations, guint32 earliest)
{
  const GhDateMatch *match = moment->match;
  gsize near = stretch_before (moment, 48);

  for (guint i = 0; i < citations->len; i++)
    {
      const GhPlanCitation *citation = citations->pdata[i];

      if (match->offset < citation->end && match->offset + match->length > citation->start)
        return TRUE;
    }
  if (match->span.precision == GH_PRECISION_YEAR || match->span.end < earliest ||
      is_month_in_quotes (moment))
    return TRUE;
  /* "(đợt 14/6)" is a name. */
  if (!match->has_year && !match->deadline &&
      stretch_has (moment, stretch_before (moment, strlen ("đợt ")), match->offset, "đợt"))
    return TRUE;
  /* "Thực hiện Kế hoạch số … về lịch tiếp nhận máu quý I": what that document is on. */
  if (gh_plan_is_vague (&match->span) && is_table_title (moment))
    return TRUE;
  if (gh_plan_is_vague (&match->span) && citations->len > 0 && gh_plan_is_basis (moment->text))
    return TRUE;
  if (!match->deadline &&
      stretch_has (moment, near, match->offset,
                   "ban hành ngày|ký ngày|sinh ngày|thành lập ngày|kể từ|có hiệu lực"))
    return TRUE;
  /* "Tổng hợp số liệu, báo cáo … chậm nhất ngày …" is to be done by then, "… trong ngày …" on it.
   */
  if (!match->deadline &&
      stretch_has (moment, stretch_before (moment, 16), match->offset, "trong|cuối"))
    return FALSE;
  return stretch_has (moment, stretch_before (moment, 90), match->offset,
                      match->deadline
                        ? "tính đến|được tính|tính từ|chốt số liệu|số liệu đến|nhiệm kỳ"
                        : "tính đến|được tính|số liệu|tính từ|nhiệm kỳ|thành tích từ");
}

static gboolean
is_deadline (const GhPlanMoment *moment)
{
  const GhDateSpan *span = &moment->match->span;

  gsize lead = gh_words_begin (gh_words_skip (moment->low + moment->from), "trước|chậm nhất|"
                                                                           "muộn nhất|hạn cuối");

  /* "Trước ngày nghỉ Tết (10/02/2021), các phường …": what the day is stands before it. */
  if (lead > 0 && moment->match->offset > moment->from &&
      moment->low[moment->match->offset - 1] == '(' && moment->match->offset - moment->from < 60)
    return span->precision == GH_PRECISION_DAY;
  if (!moment->match->deadline && !span->before)
    return FALSE;
  /* "từ ngày … đến hết ngày …" is a stretch of time. */
  return span->precision != GH_PRECISION_SPAN || span->before;
}

/* Days of donation and campaigns are named by the same words; how long they last tells them apart.
 */
static GhActivityKind
settle_kind (const GhPlanMoment *moment, GhActivityKind kind, const char *title)
{
  const GhDateSpan *span = &moment->match->span;
  gboolean is_long = span->precision == GH_PRECISION_SPAN && span->end - span->start >= EVENT_DAYS;
  g_autofree char *low = gh_words_lower (title);

  if (kind == GH_ACTIVITY_SESSION && is_long)
    return GH_ACTIVITY_FESTIVAL;
  if (kind == GH_ACTIVITY_OTHER && is_long && gh_words_begin (low, "đợt") > 0)
    return GH_ACTIVITY_FESTIVAL;
  if (kind == GH_ACTIVITY_FESTIVAL && span->precision == GH_PRECISION_DAY &&
      gh_words_has (low, "hiến máu|ngày hội|hmtn|tiếp nhận máu"))
    return GH_ACTIVITY_SESSION;
  return kind;
}

#define DONATION                                                                                   \
  "hiến máu|hmtn|tiếp nhận máu|chủ nhật đỏ|giọt hồng|giọt máu|hành trình đỏ|xuân hồng"

/* Where hours begin in [@from, @to): "7h30", "07g00", "8 giờ"; @to if there are none. */
static gsize
find_hours (const char *low, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    {
      gsize n = strspn (low + i, "0123456789");

      if (n == 0)
        continue;
      if (n <= 2 && i + n < to &&
          ((strchr ("hg:", low[i + n]) != NULL && low[i + n] != '\0' &&
            !g_ascii_isalpha (low[i + n + 1])) ||
           gh_text_begins (low + i + n, " giờ")))
        return i;
      i += n - 1;
    }
  return to;
}

/* Whether only "(thứ Bảy) và ngày" or the like stands between the date before and this one. */
static gboolean
is_listed_day (const GhPlanMoment *moment)
{
  gsize length = moment->match->offset - moment->from;

  return moment->from > moment->start && length < 40 &&
         gh_words_has_within (moment->low + moment->from, length, "và") &&
         !gh_words_has_within (moment->low + moment->from, length, "tại|ở|đến|từ|tổ chức|đợt");
}

/* "1 buổi (từ 7h30 đến 11h30), ngày 10/01": hours that stand apart from their date. */
static void
borrow_hours (const GhPlanMoment *moment, GhDateSpan *span)
{
  gsize to = moment->match->offset;
  gsize at = find_hours (moment->low, MAX (moment->from, to > 100 ? to - 100 : 0), to);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) dates = NULL;

  /* "7h - 11h ngày 08/12 (thứ Bảy) và ngày 12/12": those of the day before it in a list. */
  if (at == to && is_listed_day (moment))
    {
      to = moment->from;
      at = find_hours (moment->low, moment->start, to);
    }
  if (at == to)
    {
      gsize behind = moment->match->offset + moment->match->length;

      to = MIN (moment->behind, behind + 100);
      at = find_hours (moment->low, behind, to);
    }
  if (at >= to)
    return;
  words =
    gh_words_slice (moment->text + at, MIN (strcspn (moment->text + at, ");"), to - at), " ,.;:-");
  text = g_strconcat (words, ", ngày 01/01/2000", NULL);
  dates = gh_date_scan (text, 2000);
  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = dates->pdata[i];

      if (match->problem != NULL || match->span.start_minute < 0)
        continue;
      span->start_minute = match->span.start_minute;
      span->end_minute = match->span.end_minute;
      return;
    }
}

/* "Thời gian: ngày 26/02" ⏎ "Buổi sáng: 7 giờ – 11 giờ": the line below has them. */
static void
borrow_hours_below (const GhPlanMoment *moment, GhDateSpan *span)
{
  const GPtrArray *blocks = moment->plan->blocks;
  const GhBlock *below = moment->index + 1 < blocks->len ? blocks->pdata[moment->index + 1] : NULL;
  g_autofree char *head = NULL;
  g_autofree char *low = NULL;
  GhDateMatch none = { 0 };
  GhPlanMoment line = { moment->plan, moment->index + 1, NULL, NULL, &none, 0, 0, 0, 0, "" };

  if (span->start_minute >= 0 || below == NULL || below->kind == GH_BLOCK_TABLE ||
      strchr (moment->text + moment->match->offset + moment->match->length, '.') != NULL)
    return;
  head = gh_words_head (below->text, 2 * GH_WORDS_WINDOW);
  low = gh_words_lower (head);
  if (gh_words_begin (gh_words_skip (low), "buổi sáng|sáng|buổi chiều|chiều|thời gian tiếp nhận|"
                                           "từ|bắt đầu|khung giờ") == 0)
    return;
  line.text = head;
  line.low = low;
  line.end = line.behind = strlen (head);
  borrow_hours (&line, span);
}

/* Whether the heading the block stands under is on time and place. */
static gboolean
is_under_time (const GhPlanMoment *moment)
{
  for (int level = 1; level <= 4; level++)
    {
      const GhBlock *part = gh_plan_heading_above (moment->plan, moment->index, level);
      g_autofree char *low = part != NULL ? gh_words_lower (part->text) : NULL;

      if (low != NULL &&
          gh_words_has (low, "thời gian|lịch tiếp nhận|lịch hiến máu|lịch tổ chức|địa điểm"))
        return TRUE;
    }
  return FALSE;
}

/* Whether the entry is the day of donation itself: "Thời gian: …" in a plan of one, a round, or a
 * day of a part on time and place. */
static gboolean
is_donation_day (const GhPlanMoment *moment, GhActivityKind kind, const char *title)
{
  const GhDateSpan *span = &moment->match->span;
  const char *plan_title = moment->plan->title;
  g_autofree char *both = g_strconcat (plan_title, " ", title, NULL);
  g_autofree char *low = gh_words_lower (both);
  g_autofree char *head = gh_words_head (low + strlen (plan_title) + 1, 40);
  /* Titles that come from the plan's lack "Về việc". */
  gboolean of_plan =
    *head != '\0' && g_strstr_len (low, (gssize) strlen (plan_title), head) != NULL;
  gboolean labelled = gh_words_begin (gh_words_skip (moment->low), "thời gian|ngày hiến máu") > 0;
  g_autofree char *round = gh_plan_round_read (moment->text);
  /* "Đợt 2: giữa tháng 3/2026": the day is not yet known. */
  gboolean loose =
    (labelled || round != NULL) &&
    (span->precision == GH_PRECISION_MONTH || span->precision == GH_PRECISION_MONTH_PART ||
     stretch_has (moment, moment->match->offset, moment->match->offset + moment->match->length,
                  "tuần"));

  if (span->end - span->start >= (loose ? 31u : EVENT_DAYS))
    return FALSE;
  if (kind == GH_ACTIVITY_REVIEW || kind == GH_ACTIVITY_AWARD ||
      (kind == GH_ACTIVITY_LAUNCH && !of_plan) || !gh_words_has (low, DONATION))
    return FALSE;
  if (labelled)
    return kind != GH_ACTIVITY_PREPARATION || of_plan;
  if (kind == GH_ACTIVITY_FESTIVAL) /* "Đợt 2 - Hành trình Đỏ: ngày 18 và 19/7" */
    return round != NULL && gh_words_begin (round, "đợt|lần") > 0;
  return kind == GH_ACTIVITY_OTHER && (round != NULL || is_under_time (moment));
}

/* "Ngày 07/10, các đơn vị gửi danh sách": due on that day, though no word says so. */
static gboolean
is_hand_in (const GhDateSpan *span, const char *title)
{
  g_autofree char *low = NULL;

  if (span->precision != GH_PRECISION_DAY || span->start_minute >= 0)
    return FALSE;
  low = gh_words_lower (title);
  return gh_words_has (low, "gửi danh sách|nộp danh sách|gửi báo cáo|nộp báo cáo|gửi hồ sơ|"
                            "nộp hồ sơ|gửi kết quả|báo cáo kết quả về");
}

static void
read_moment (GhPlanReader *reader, const GhPlanMoment *moment)
{
  const GhBlock *block = moment->plan->blocks->pdata[moment->index];
  GhDateSpan span = moment->match->span;
  gboolean deadline = is_deadline (moment);
  GhActivity *activity = gh_plan_read_standing_day (moment);
  GhActivityKind kind;
  g_autofree char *title = NULL;

  if (activity == NULL)
    {
      title = deadline ? gh_plan_moment_deadline_title (moment) : gh_plan_moment_title (moment);
      kind = gh_plan_kind_of (title);
      if (deadline)
        kind = GH_ACTIVITY_DEADLINE;
      else if (is_hand_in (&span, title))
        kind = GH_ACTIVITY_DEADLINE;
      else if (is_donation_day (moment, kind, title))
        kind = GH_ACTIVITY_SESSION;
      else
        kind = settle_kind (moment, kind, title);
      if (kind == GH_ACTIVITY_SESSION && span.precision == GH_PRECISION_DAY &&
          span.start_minute < 0)
        {
          borrow_hours (moment, &span);
          borrow_hours_below (moment, &span);
        }
      if (*title == '\0' || (kind == GH_ACTIVITY_OTHER && span.precision != GH_PRECISION_DAY &&
                             span.precision != GH_PRECISION_SPAN))
        return;
      activity = gh_activity_new (title, kind, &span);
      g_free (activity->place);
      activity->place = deadline ? g_strdup ("") : gh_plan_moment_place (moment);
    }
  gh_plan_set (&activity->lead, moment->organisation);
  g_free (activity->text);
  activity->text = gh_words_slice (block->text + moment->start, moment->end - moment->start, " ");
  gh_plan_add_activity (reader->reading, activity);
}

/* The days that "18, 19 và 28-11" lists, from @text on; 0 at the end. Returns how many. */
static guint
list_days (const char *text, int first, int *days)
{
  const char *p = text;
  guint n = 0;

  while (n < DAYS_MAX)
    {
      gsize digits = strspn (p, "0123456789");
      int day = digits == 1 || digits == 2 ? atoi (p) : 0;

      if (day < 1 || day > 31 || (n == 0 ? day != first : day <= days[n - 1]))
        return 0;
      days[n++] = day;
      p += digits;
      p += *p == ',' ? 1 : 0;
      p += strspn (p, " ");
      if (gh_text_begins (p, "và "))
        p += strlen ("và ");
      if (!g_ascii_isdigit (*p))
        break;
    }
  return n;
}

/* A list of days with gaps between is as many events as it has stretches. */
static void
read_days (GhPlanReader *reader, GhPlanMoment *moment)
{
  const GhDateMatch *whole = moment->match;
  GhDateMatch part = *whole;
  const char *text = moment->text + whole->offset;
  gsize lead = strcspn (text, "0123456789");
  int days[DAYS_MAX] = { 0 };
  int year[2], month[2], day[2];
  guint n = 0;

  gh_day_to_ymd (whole->span.start, &year[0], &month[0], &day[0]);
  gh_day_to_ymd (whole->span.end, &year[1], &month[1], &day[1]);
  if (whole->span.precision == GH_PRECISION_SPAN && month[0] == month[1] && year[0] == year[1] &&
      lead < whole->length)
    n = list_days (text + lead, day[0], days);
  if (n < 2 || days[n - 1] != day[1])
    {
      read_moment (reader, moment);
      return;
    }
  moment->match = &part;
  for (guint i = 0, from = 0; i < n; i++)
    if (i + 1 == n || days[i + 1] != days[i] + 1)
      {
        part.span.start = gh_day_from_ymd (year[0], month[0], days[from]);
        part.span.end = gh_day_from_ymd (year[0], month[0], days[i]);
        part.span.precision = from == i ? GH_PRECISION_DAY : GH_PRECISION_SPAN;
        from = i + 1;
        read_moment (reader, moment);
      }
  moment->match = whole;
}

static GPtrArray *
find_citations (const char *text)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_citation_free);
  gsize from = 0;

  while (citations->len < 50)
    {
      GhPlanCitation *citation = gh_plan_citation_find (text, from);

      if (citation == NULL)
        break;
      from = citation->end;
      g_ptr_array_add (citations, citation);
    }
  return citations;
}

static void
report_date (GhPlanReader *reader, const GhBlock *block, const GhDateMatch *match)
{
  g_autofree char *written = g_strndup (block->text + match->offset, match->length);

  if (reader->reading->problems->len > 100)
    return;
  if (match->problem != NULL)
    /* Translators: the first %s is a date as written, the second says why it cannot be */
    gh_plan_add_problem (
      reader->reading, 0,
      g_strdup_printf (_("The date “%s” was left out: %s"), written, match->problem));
  else if (match->malformed)
    /* Translators: %s is a date as written */
    gh_plan_add_problem (reader->reading, 0,
                         g_strdup_printf (_("The date “%s” is written with a slip; look whether "
                                            "it was read right."),
                                          written));
}

/* "Đợt 1 (quý I): ngày 27/02/2026": a period that only labels the day behind it. */
static gboolean
is_label_of (const GhDateMatch *match, const GhDateMatch *next, const char *text)
{
  gsize end = match->offset + match->length;

  return next != NULL && next->problem == NULL && !match->deadline &&
         gh_plan_is_vague (&match->span) && next->span.start >= match->span.start &&
         next->span.end <= match->span.end &&
         next->span.end - next->span.start < match->span.end - match->span.start &&
         next->offset - end < 30 && memchr (text + end, ';', next->offset - end) == NULL;
}

/* @budget: dates that may still be looked at. */
static void
read_block (GhPlanReader *reader,
            guint index,
            const char *organisation,
            guint32 earliest,
            guint *budget)
{
  const GhBlock *block = reader->plan->blocks->pdata[index];
  g_autoptr (GPtrArray) dates = gh_date_scan (block->text, reader->reading->campaign->year);
  g_autofree char *low = NULL;
  g_autoptr (GPtrArray) citations = NULL;
  GhDateSpan period;
  gsize last = 0;

  if (dates->len == 0)
    return;
  period = gh_plan_period_heading (block, reader->reading->campaign->year);
  if (!gh_date_span_is_empty (&period))
    {
      gh_plan_read_period_items (reader, index, &period);
      return;
    }
  low = gh_words_lower (block->text);
  citations = find_citations (block->text);
  for (guint i = 0; i<dates->len && * budget> 0; i++, (*budget)--)
    {
      const GhDateMatch *match = dates->pdata[i];
      const GhDateMatch *next = i + 1 < dates->len ? dates->pdata[i + 1] : NULL;
      GhPlanMoment moment = {
        reader->plan, index, block->text, low, match, 0, 0, 0, 0, organisation
      };

      report_date (reader, block, match);
      if (match->problem != NULL || is_label_of (match, next, block->text))
        continue;
      gh_words_sentence (block->text, match->offset, &moment.start, &moment.end);
      moment.end = MAX (moment.end, match->offset + match->length);
      moment.from = MAX (moment.start, last);
      moment.behind = next != NULL ? MIN (moment.end, next->offset) : moment.end;
      last = match->offset + match->length;
      if (!is_aside (&moment, citations, earliest))
        read_days (reader, &moment);
    }
}

/* Dates before this are history: the day of issue, or the autumn before the campaign's year. */
static guint32
find_earliest (const GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  int month = plan->issue_month > 0 ? plan->issue_month : 1;

  if (plan->issue_year > 0)
    return gh_day_from_ymd (plan->issue_year, month, 1);
  return gh_day_from_ymd (MAX (reader->reading->campaign->year - 1, 1), 10, 1);
}

static int
compare_activities (gconstpointer a, gconstpointer b)
{
  return gh_activity_compare (a, b);
}

void
gh_plan_read_calendar (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autoptr (GPtrArray) organisations = gh_plan_organisations (plan);
  guint32 earliest = find_earliest (reader);
  guint budget = DATE_LIMIT;

  /* Tables first: their rows say place and unit in charge, sentences only repeat them. */
  for (guint i = 0; i < plan->blocks->len; i++)
    if (((const GhBlock *) plan->blocks->pdata[i])->kind == GH_BLOCK_TABLE)
      gh_plan_read_event_table (reader, i);
  for (guint i = 0; i < plan->blocks->len && budget > 0; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];

      if (block->kind != GH_BLOCK_TABLE && block->kind != GH_BLOCK_APPENDIX)
        read_block (reader, i, organisations->pdata[i], earliest, &budget);
    }
  gh_plan_read_title_days (reader);
  g_ptr_array_sort (reader->reading->activities, compare_activities);
  gh_plan_read_relative (reader);
  g_ptr_array_sort (reader->reading->activities, compare_activities);
}
