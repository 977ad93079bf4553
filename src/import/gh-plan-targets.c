/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "gh-plan-indicator.h"
#include "gh-plan-words.h"

#define NEAR  160u /* bytes looked at before and behind a figure */
#define LIMIT 400u /* targets of one plan */

/* "(năm 2025 thực hiện được 400 đơn vị máu)": what a year before the plan's brought. */
static gboolean
is_past (const GhPlanSpot *place, int year)
{
  const char *from = place->low + place->start;
  gsize length = place->figure->start - place->start;
  gsize n = 0;
  const char *named;

  for (gsize i = length; i > 0; i--)
    if (strchr ("(;,.", from[i - 1]) != NULL)
      {
        from += i;
        length -= i;
        break;
      }
  named = gh_words_find_last (from, length, "năm", &n);
  if (named == NULL || named[n] != ' ' || strspn (named + n + 1, "0123456789") != 4)
    return FALSE;
  return atoi (named + n + 1) < year && g_ascii_isdigit (named[n + 1]) &&
         strchr ("-", named[n + 5]) == NULL &&
         !gh_words_has_within (from, length, "chỉ tiêu|kế hoạch|phấn đấu|giao|năm học");
}

/* "Năm 2025 toàn xã tổ chức 6 đợt, tiếp nhận 400 đơn vị máu, đạt 110% so với kế hoạch": the year
 * that the sentence begins with stands for all of it. */
static gboolean
begins_with_past_year (const GhPlanSpot *place, int year)
{
  const char *from = gh_words_skip (place->low + place->start);
  gsize n = gh_words_begin (from, "năm|trong năm|kết quả năm");
  gsize length = (gsize) (place->low + place->figure->start - from);

  if (n == 0 || n + 5 > length || from[n] != ' ' || strspn (from + n + 1, "0123456789") != 4)
    return FALSE;
  return atoi (from + n + 1) < year && from[n + 5] != '-' &&
         !gh_words_has_within (from, length, "chỉ tiêu|kế hoạch|phấn đấu|giao");
}

/* Below "KẾT QUẢ NĂM 2025" in a plan of 2026. */
static gboolean
is_result_heading (const GhBlock *heading, int year)
{
  g_autofree char *low = gh_words_lower (heading->text);
  gsize n = 0;
  const char *named = gh_words_find_last (low, strlen (low), "năm", &n);

  return named != NULL && gh_words_begin (gh_words_skip (low), "kết quả|tình hình|đánh giá") > 0 &&
         named[n] == ' ' && strspn (named + n + 1, "0123456789") == 4 &&
         atoi (named + n + 1) < year &&
         !gh_words_has (low, "nhiệm vụ|kế hoạch|phương hướng|chỉ tiêu|mục tiêu");
}

static gboolean
stands_in_results (const GhPlan *plan, guint i, int year)
{
  for (int level = 1; level <= 2; level++)
    {
      const GhBlock *heading = gh_plan_heading_above (plan, i, level);

      if (heading != NULL && is_result_heading (heading, year))
        return TRUE;
    }
  return FALSE;
}

/* Past results, needs of the country and the like are no targets. */
static gboolean
is_goal (const GhPlanSpot *place)
{
  if (gh_plan_spot_sentence_has (
        place, "mới đạt|chỉ đạt|đã tiếp nhận|đã vận động|đã có|đã tổ chức|đã thu|đã hiến|đã đạt|"
               "cả nước|nước ta|nhu cầu máu|bình quân|trung bình|so với cùng kỳ|"
               "hiện có|đồng/người|vnđ|nghìn đồng|ngàn đồng|triệu đồng|mức chi"))
    return FALSE;
  if (place->in_targets || gh_plan_spot_is_blood_of_round (place))
    return TRUE;
  if (gh_plan_spot_sentence_has (place,
                                 "khen thưởng|tôn vinh|giấy khen|bằng khen|quy định tại|hồ sơ"))
    return FALSE;
  return place->figure->percent ||
         gh_plan_spot_sentence_has (
           place, "phấn đấu|phân đấu|phấn đầu|phân đầu|phần đầu|chỉ tiêu|mục tiêu|"
                  "đạt|vận động|huy động|tiếp nhận|dự kiến|ít nhất|tối thiểu|"
                  "trở lên|đảm bảo|bảo đảm|số lượng|hoàn thành|giao|thu nhận|"
                  "quy mô|thu được|đăng ký|trên");
}

static gboolean
is_listed (const GhPlanSpot *place)
{
  gsize at = place->figure->start;

  while (at > place->start && place->low[at - 1] == ' ')
    at--;
  return at > place->start && place->low[at - 1] == ':';
}

/* What a share is a share of: the words behind the sign, up to a verb or a sign. */
static char *
read_basis (const GhPlanSpot *place)
{
  const char *from = place->low + place->figure->end;
  gsize length = MIN (place->behind - place->figure->end, 120u);
  const char *verb =
    gh_words_find (from, length, "tham gia|đăng ký|đều|được|hưởng ứng|có|nắm|trở lên và", NULL);
  gsize n = verb != NULL ? (gsize) (verb - from) : length;

  n = MIN (n, strcspn (from, ";.()"));
  /* "20% của 1.500 đơn vị": the figure behind it is another target. */
  if (gh_words_begin (gh_plan_skip_marks (from), "của|trong|trên|so với") > 0 &&
      place->behind - place->figure->end < 12u)
    return g_strdup ("");
  return gh_words_slice (place->text + place->figure->end, n, " ,.;:");
}

static void
add_target (GhPlanReader *reader,
            const GhPlanSpot *place,
            GhIndicator indicator,
            const char *owner,
            GPtrArray *rounds)
{
  GPtrArray *targets = reader->reading->targets;
  const GhPlanFigure *figure = place->figure;
  GhTarget *target;
  GhComparator comparator = gh_plan_spot_comparator (place);
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
      n = MAX (n, gh_plan_spot_people_length (gh_plan_skip_marks (place->low + figure->end)));
      target->unit = gh_words_slice (noun + words, MIN (n, strlen (noun + words)), " ,.;");
    }
  g_ptr_array_add (targets, target);
}

/* "Chỉ tiêu: tiếp nhận …" in one block. */
static gboolean
is_labelled_target (const char *low)
{
  const char *p = gh_words_skip (low);
  gsize n = gh_words_begin (p, "chỉ tiêu|mục tiêu|chỉ tiêu cụ thể|mục tiêu cụ thể|số lượng|"
                               "chỉ tiêu phấn đấu|chỉ tiêu vận động|chỉ tiêu hiến máu|"
                               "phân bổ chỉ tiêu|giao chỉ tiêu|phân bổ");

  return n > 0 && *gh_plan_skip_marks (p + n) == ':';
}

/* @registers: (out): whether the heading is on those who register. */
static gboolean
stands_in_targets (const GhPlan *plan, guint i, const char *own, gboolean *registers)
{
  *registers = FALSE;
  if (is_labelled_target (own))
    return TRUE;
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
  gboolean in_targets =
    figures->len > 0 && stands_in_targets (reader->plan, index, low, &registers);
  g_autofree char *round =
    figures->len > 0 ? gh_plan_round_of (reader->plan, index) : g_strdup ("");
  gsize length = strlen (low);
  int year = reader->reading->campaign->year;

  if (figures->len > 0 && stands_in_results (reader->plan, index, year))
    return;
  for (guint i = 0; i < figures->len && reader->reading->targets->len < LIMIT; i++)
    {
      const GhPlanFigure *figure = &g_array_index (figures, GhPlanFigure, i);
      const GhPlanFigure *previous = i > 0 ? figure - 1 : NULL;
      const GhPlanFigure *next = i + 1 < figures->len ? figure + 1 : NULL;
      GhPlanSpot place = { block->text, low,        figure,    0,     length, 0,
                           0,           in_targets, registers, round, FALSE };
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
      if (!is_goal (&place) || is_past (&place, year) || begins_with_past_year (&place, year))
        continue;
      found =
        figure->percent
          ? gh_plan_spot_judge_percent (&place, &indicator)
          : gh_plan_spot_judge_count (&place, gh_plan_skip_marks (low + figure->end), &indicator);
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
