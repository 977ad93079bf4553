/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-clause.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* What has to be handed in: titles of deadlines. */

#define HAND_IN                                                                                                              \
  "gửi|nộp|báo cáo|trình|hoàn thành|đăng ký|lập danh sách|chốt|tổng hợp|gửi về|gởi|phản hồi|" \
  "cung cấp|xây dựng|ban hành|triển khai|thanh quyết toán|kết thúc"

/* "Phòng Tài chính: quyết toán" → "quyết toán": who does it is the unit in charge, not the title.
 */
void
gh_plan_strip_body (char *title, const char *organisation)
{
  const char *colon = strchr (title, ':');
  gsize n = 0;

  if (!gh_plan_is_organisation (title) &&
      !(*organisation != '\0' && gh_text_begins (title, organisation) &&
        title[strlen (organisation)] == ':'))
    return;
  if (colon != NULL && colon - title < 100 && gh_words_any (colon))
    n = (gsize) (colon - title) + 1 + strspn (colon + 1, " ");
  else
    {
      n = gh_plan_organisation_length (title);
      n = n < 60 ? n : 0;
    }
  memmove (title, title + n, strlen (title + n) + 1);
}

/* Back from @verb to where its clause begins, not before @low. */
static const char *
clause_start (const char *low, const char *verb)
{
  const char *start;
  int depth = 0; /* of brackets that were closed before the verb */

  for (start = verb; start > low && verb - start < 200; start--)
    {
      depth += start[-1] == ')' ? 1 : start[-1] == '(' ? -1 : 0;
      if (depth <= 0 && start[-1] == ' ' && start - low >= 2 && strchr (",;:", start[-2]) != NULL)
        break;
      if (start - low >= 5 && strncmp (start - 5, " và ", 5) == 0 && start == verb)
        break;
    }
  return start > low && verb - start >= 200 ? verb : start;
}

/* "…, gửi về Hội Chữ thập đỏ": what is sent stands in the clause before. */
static gboolean
lacks_object (const char *low, gsize length)
{
  return gh_words_begin (low, "gửi|nộp|gởi|gửi về|trình") > 0 &&
         !gh_words_has_within (low, length,
                               "danh sách|báo cáo|hồ sơ|kết quả|kế hoạch|phiếu|"
                               "đăng ký|số liệu|văn bản|tờ trình|biểu|thư|file");
}

#define ONLY_VERBS                                                                                               \
  "hoàn thành|hoàn thành xong|thực hiện|thực hiện xong|kết thúc|xong|báo cáo|gửi|gửi báo " \
  "cáo|triển khai"

/* "… mời đại biểu. Hoàn thành trước ngày 15/4": what is to be done stands in the sentence before.
 */
void
gh_plan_extend_title (const GhPlanMoment *moment, char **title)
{
  g_autofree char *low = gh_words_lower (*title);
  gsize start = 0;
  gsize end = 0;
  char *before;

  if (moment->from != moment->start || moment->start < 12 ||
      gh_words_begin (low, ONLY_VERBS) != strlen (low))
    return;
  gh_words_sentence (moment->text, moment->start - 2, &start, &end);
  before = gh_words_slice (moment->text + start, end - start, " ,.;:");
  gh_plan_strip_body (before, moment->organisation);
  if (gh_plan_count_letters (before) >= 8)
    {
      g_free (*title);
      *title = before;
    }
  else
    g_free (before);
}

/* "… trước ngày 25/11 (báo cáo năm)": what is due, in brackets behind its day. */
static char *
bracketed_title (const GhPlanMoment *moment)
{
  const char *p = moment->text + moment->match->offset + moment->match->length;
  gsize n;

  p += strspn (p, " *");
  n = *p == '(' ? strcspn (p, ")") : 0;
  if (n < 8 || n > 80 || p[n] != ')')
    return NULL;
  {
    g_autofree char *words = gh_words_slice (p + 1, n - 1, " ,.;:");
    g_autofree char *low = gh_words_lower (words);

    return gh_words_begin (low, "báo cáo|danh sách|hồ sơ|kế hoạch|kết quả|đăng ký") > 0
             ? gh_words_capitalise (words)
             : NULL;
  }
}

/* "gửi hồ sơ trước ngày 25/4 (đợt 14/6) và trước ngày 10/11 (đợt cuối năm)": the second day has the
 * words of the first, and those in its own brackets. */
static char *
shared_title (const GhPlanMoment *moment)
{
  const char *low = moment->low + moment->start;
  gsize length = moment->from - moment->start;
  const char *verb = gh_words_find (low, length, HAND_IN, NULL);
  const char *behind = moment->text + moment->match->offset + moment->match->length;
  const char *day;
  const char *start;
  g_autofree char *title = NULL;
  g_autofree char *capital = NULL;
  gsize n;

  if (verb == NULL)
    return NULL;
  day = gh_words_find (verb, length - (gsize) (verb - low), "trước|chậm nhất|muộn nhất|đến hết|hạn",
                       NULL);
  if (day == NULL)
    return NULL;
  start = clause_start (low, verb);
  title = gh_words_slice (moment->text + (start - moment->low), (gsize) (day - start), " ,;:-(");
  gh_plan_strip_leads (title);
  gh_plan_strip_body (title, moment->organisation);
  if (gh_plan_count_letters (title) < 8)
    return NULL;
  capital = gh_words_capitalise (title);
  behind += strspn (behind, " ");
  n = *behind == '(' ? strcspn (behind, ")") : 0;
  return n > 4 && n < 60 && behind[n] == ')'
           ? g_strdup_printf ("%s %.*s", capital, (int) n + 1, behind)
           : g_steal_pointer (&capital);
}

/* "Hồ sơ khen thưởng gửi về … làm 02 đợt: đợt 1 trước ngày …; đợt 2 trước ngày …": what @title, a
 * round alone, is a deadline for. */
static char *
rounds_title (const GhPlanMoment *moment, const char *title)
{
  g_autofree char *low = gh_words_lower (title);
  const char *colon = g_strrstr_len (moment->text, (gssize) moment->from, ": ");
  g_autofree char *lead = NULL;
  gsize start = 0;
  gsize end = 0;

  if (gh_plan_round_length (low) == 0 || colon == NULL ||
      gh_words_has (low, "gửi|nộp|báo cáo|danh sách|hồ sơ"))
    return NULL;
  gh_words_sentence (moment->text, (gsize) (colon - moment->text), &start, &end);
  if (start > (gsize) (colon - moment->text) ||
      !gh_words_has_within (moment->low + start, (gsize) (colon - moment->text) - start, HAND_IN))
    return NULL;
  lead = gh_words_slice (moment->text + start, (gsize) (colon - moment->text) - start, " ,.;:");
  return g_utf8_strlen (lead, -1) < 120 ? g_strdup_printf ("%s (%s)", lead, title) : NULL;
}

static char *deadline_title (const GhPlanMoment *moment);

char *
gh_plan_moment_deadline_title (const GhPlanMoment *moment)
{
  g_autofree char *title = deadline_title (moment);
  char *whole = rounds_title (moment, title);

  return whole != NULL ? whole : g_steal_pointer (&title);
}

static char *
deadline_title (const GhPlanMoment *moment)
{
  const char *low = moment->low + moment->from;
  gsize length = moment->match->offset - moment->from;
  gsize n = 0;
  const char *verb = gh_words_find_last (low, length, HAND_IN, &n);
  g_autofree char *title = NULL;
  g_autofree char *capital = NULL;
  const char *start;

  /* Not the first deadline of the sentence: its own words are those in the brackets. */
  if (moment->from > moment->start && (title = bracketed_title (moment)) != NULL)
    return g_steal_pointer (&title);
  if (verb == NULL && (title = shared_title (moment)) != NULL)
    return g_steal_pointer (&title);
  if (verb == NULL)
    {
      g_autofree char *behind = gh_plan_clause_behind (moment);

      title = gh_plan_kind_of (behind) == GH_ACTIVITY_OTHER &&
                  !gh_words_has (behind, "gửi|nộp|báo cáo|danh sách|hồ sơ")
                ? gh_plan_moment_title (moment)
                : g_steal_pointer (&behind);
      gh_plan_strip_body (title, moment->organisation);
      capital = gh_words_capitalise (title);
      return gh_words_shorten (capital, GH_PLAN_TITLE_CHARS);
    }
  start = clause_start (low, verb);
  if (start == low && moment->from > moment->start && moment->match->offset - moment->start < 160 &&
      lacks_object (start + strspn (start, " "), length))
    start = moment->low + moment->start; /* "Số liệu quý II gửi về …": the quarter is no day */
  else if (start > low && lacks_object (start, length - (gsize) (start - low)))
    {
      verb = gh_words_find_last (low, (gsize) (start - low), HAND_IN, &n);
      if (verb != NULL)
        start = clause_start (low, verb);
    }
  title = gh_words_slice (moment->text + (start - moment->low),
                          moment->match->offset - (gsize) (start - moment->low), " ,;:-");
  gh_plan_strip_leads (title);
  if (g_str_has_suffix (title, ", gửi"))
    title[strlen (title) - strlen (", gửi")] = '\0';
  gh_plan_strip_body (title, moment->organisation);
  if (gh_plan_count_letters (title) < 12)
    gh_plan_extend_title (moment, &title);
  capital = gh_words_capitalise (title);
  return gh_words_shorten (capital, GH_PLAN_TITLE_CHARS);
}
