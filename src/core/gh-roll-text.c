/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-lunar.h"
#include "gh-text.h"

/* The texts: what gh-roll-kept.c names is left alone, dates are moved, and gh-roll-words.c sees to
 * what is left. */

/* --- dates -------------------------------------------------------------------------------------
 */

static gboolean
is_lunar_text (const char *text, const GhDateMatch *match)
{
  g_autofree char *words = g_strndup (text + match->offset, match->length);
  g_autofree char *fold = gh_text_fold (words);

  return gh_check_has_word (fold, "mung|mong|tet|am lich|gieng|chap");
}

/* Day and month of the moon are the same: "mùng 3 tháng Chạp" may lie in the year before. */
static gboolean
same_moon (guint32 a, guint32 b)
{
  GhLunarDate one, two;

  return gh_lunar_from_day (a, &one) && gh_lunar_from_day (b, &two) && one.month == two.month &&
         one.day == two.day;
}

/* How many bytes behind a date its lunar one stands, as in "14/02/2027 (mùng 9 Tết)". */
#define TWIN_GAP 24

static gboolean
is_twin (const char *text, const GhDateMatch *match, const GhDateMatch *other)
{
  gsize from = MIN (other->offset + other->length, match->offset + match->length);
  gsize to = MAX (other->offset, match->offset);

  return other->problem == NULL && to >= from && to - from <= TWIN_GAP &&
         same_moon (other->span.start, match->span.start) && is_lunar_text (text, other);
}

/* Written as a lunar day, or the same day said twice: then they are neighbours. */
static gboolean
is_lunar (const char *text, const GPtrArray *dates, guint index)
{
  const GhDateMatch *match = g_ptr_array_index (dates, index);

  return is_lunar_text (text, match) ||
         (index > 0 && is_twin (text, match, g_ptr_array_index (dates, index - 1))) ||
         (index + 1 < dates->len && is_twin (text, match, g_ptr_array_index (dates, index + 1)));
}

gboolean
gh_roll_says_lunar (const char *text, const GhDateSpan *span, int from)
{
  g_autoptr (GPtrArray) dates = gh_date_scan (text, from);

  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (dates, i);

      if (match->span.start == span->start && match->span.end == span->end &&
          is_lunar (text, dates, i))
        return TRUE;
    }
  return FALSE;
}

/* The sentence around the date. (transfer full): folded */
static char *
fold_sentence (const char *text, gsize offset)
{
  gsize start, end;
  g_autofree char *words = NULL;

  gh_check_sentence (text, offset, &start, &end);
  words = g_strndup (text + start, end - start);
  return gh_text_fold (words);
}

static GhRollMove
copy_move (const GhRollMove *move, const GhDateSpan *span)
{
  GhRollMove copy = *move;

  copy.span = *span;
  copy.span.start = move->span.start;
  copy.span.end = move->span.end;
  copy.note = g_strdup (move->note);
  return copy;
}

/* The same day goes where the calendar's entry goes, first of all the one read from this text. */
static GhRollMove
find_move (GhRoll *roll, guint slot, const GPtrArray *dates, guint index)
{
  const GhDateMatch *match = g_ptr_array_index (dates, index);
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autofree char *home = gh_roll_key ((int) slot, &match->span);
  g_autofree char *any = gh_roll_key (-1, &match->span);
  g_autofree char *fold = fold_sentence (text, match->offset);
  const GhPiece piece = { .text = (char *) text };
  const GhRollMove *known = g_hash_table_lookup (roll->homes, home);
  GhRollDate date = { .span = match->span, .fold = fold };
  GhRollMove move;

  if (known != NULL)
    return copy_move (known, &match->span);
  date.counted = gh_check_is_counted (&piece, match);
  date.deadline = gh_check_is_deadline (&piece, match);
  date.lunar = is_lunar (text, dates, index);
  date.bare = !match->has_year;
  move = gh_roll_date (&date, roll->from, roll->to);
  known = g_hash_table_lookup (roll->moves, any);
  if (known == NULL || move.rule == GH_ROLL_RULE_LUNAR || move.rule == GH_ROLL_RULE_OBSERVANCE ||
      !move.moved)
    return move;
  gh_roll_move_clear (&move);
  return copy_move (known, &match->span);
}

/* Whether the calendar has that date. */
static gboolean
is_known (const GhRoll *roll, guint slot, const GhDateSpan *span)
{
  g_autofree char *home = gh_roll_key ((int) slot, span);
  g_autofree char *any = gh_roll_key (-1, span);

  return g_hash_table_contains (roll->homes, home) || g_hash_table_contains (roll->moves, any);
}

/* A day without a year and without an entry in the calendar is moved by the moon or as a deadline
 * only: nobody knows what else it is. */
static gboolean
is_sure (const GhRoll *roll, const GhDateMatch *match, const GhRollMove *move, guint slot)
{
  return match->has_year || match->weekday != 0 || move->rule != GH_ROLL_RULE_WORKING_DAY ||
         match->deadline || is_known (roll, slot, &match->span);
}

static void
keep_date (GhRoll *roll, guint slot, const GhDateMatch *match, const char *words, const char *note)
{
  GhRollChange *change =
    gh_roll_add (roll, GH_ROLL_NOTE, GH_ROLL_DATES, GH_ROLL_RULE_KEPT, (int) slot, words, words);

  change->start = match->offset;
  change->note = g_strdup (note);
}

/* What would be moved, but cannot be written. */
static void
keep_moved (GhRoll *roll,
            guint slot,
            const GhDateMatch *match,
            const char *words,
            const GhDateSpan *to)
{
  g_autofree char *wanted = gh_date_span_format (to, GH_DATE_LONG);
  /* Translators: %s is a date that cannot be written in the words of the plan. */
  g_autofree char *note = g_strdup_printf (_("Write it anew by hand: %s."), wanted);

  keep_date (roll, slot, match, words, note);
}

/* "27/02/1955 - 27/02/2025": the first day of the thing stays. */
static gboolean
is_history (const GhRoll *roll, const GhDateMatch *match)
{
  return match->span.start != match->span.end && !gh_roll_is_near (match->span.start, roll->from) &&
         gh_roll_is_near (match->span.end, roll->from);
}

/* (transfer full): folded words before the date, at most @n bytes of them. */
static char *
fold_before (const char *text, const GhDateMatch *match, gsize n)
{
  gsize from = match->offset > n ? match->offset - n : 0;
  g_autofree char *before = NULL;

  while (((guchar) text[from] & 0xC0) == 0x80)
    from++;
  before = g_strndup (text + from, match->offset - from);
  return gh_text_fold (before);
}

/* What is past and will not come again: "có hiệu lực từ ngày", "thành lập ngày", "Công văn ngày …
 * của …". */
static gboolean
is_past_fact (const char *text, const GhDateMatch *match)
{
  g_autofree char *near = fold_before (text, match, 40);
  g_autofree char *fold = fold_before (text, match, 70);

  /* "ban hành ngày 12/01/2026" is past, "ban hành trước ngày 15/02" and "trong quý I" are work. */
  return gh_check_has_word (near, "hieu luc|thanh lap tu|thanh lap ngay|ke tu") ||
         (gh_check_has_word (near, "ban hanh") && !match->deadline &&
          match->span.precision == GH_PRECISION_DAY) ||
         g_str_has_suffix (near, "sinh") ||
         (gh_text_begins (text + match->offset + match->length, " của ") &&
          gh_check_has_word (fold,
                             "ke hoach|cong van|quyet dinh|nghi quyet|chi thi|thong bao|huong "
                             "dan|thong tu|nghi dinh|luat|to trinh"));
}

static void
shift_date (GhRoll *roll, guint slot, const GhDateMatch *match, const char *words, gboolean history)
{
  g_autofree char *shifted = gh_roll_shift_years (words, roll->from, roll->to - roll->from);
  GhRollChange *change;

  if (g_str_equal (shifted, words))
    {
      if (match->problem != NULL)
        keep_date (roll, slot, match, words, match->problem);
      return;
    }
  change =
    gh_roll_add (roll, GH_ROLL_TEXT, history ? GH_ROLL_ANNIVERSARIES : GH_ROLL_DATES,
                 history ? GH_ROLL_RULE_COUNT : GH_ROLL_RULE_YEAR, (int) slot, words, shifted);
  change->start = match->offset;
  change->look = !history;
  if (match->problem != NULL)
    change->note = g_strdup (match->problem);
}

static void
move_date (GhRoll *roll, guint slot, const GPtrArray *dates, guint index)
{
  const GhDateMatch *match = g_ptr_array_index (dates, index);
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autofree char *words = g_strndup (text + match->offset, match->length);
  GhRollMove move = find_move (roll, slot, dates, index);
  g_autofree char *now = NULL;
  GhRollChange *change;

  if (move.moved && is_sure (roll, match, &move, slot))
    now = gh_roll_redate (words, match, &move.span, roll->to);
  if (now != NULL && !g_str_equal (now, words))
    {
      change = gh_roll_add (roll, GH_ROLL_TEXT, GH_ROLL_DATES, move.rule, (int) slot, words, now);
      change->start = match->offset;
      change->look = move.look;
      change->note = g_strdup (move.note);
      change->tie = gh_roll_tie (roll, &match->span, &move.span);
    }
  else if (now == NULL && move.moved && (match->has_year || match->weekday != 0))
    keep_moved (roll, slot, match, words, &move.span);
  gh_roll_move_clear (&move);
}

/* Whether the days of a group go their own ways, as the calendar has one of them alone. */
static gboolean
goes_apart (const GhRoll *roll, guint slot, const GhRollGroupOfDays *group)
{
  const GhDateSpan whole = { .start = group->days[0], .end = group->days[group->n_days - 1] };

  if (group->span || is_known (roll, slot, &whole))
    return FALSE;
  for (guint i = 0; i < group->n_days; i++)
    {
      const GhDateSpan day = { .start = group->days[i], .end = group->days[i] };

      if (is_known (roll, slot, &day))
        return TRUE;
    }
  return FALSE;
}

/* The date, made that of days [@first, @last], moved. */
static GhRollMove
move_span (GhRoll *roll,
           guint slot,
           const GPtrArray *dates,
           guint index,
           guint32 first,
           guint32 last)
{
  GhDateMatch *match = g_ptr_array_index (dates, index);

  match->span.start = first;
  match->span.end = last;
  match->span.precision = first == last ? GH_PRECISION_DAY : GH_PRECISION_SPAN;
  match->weekday = gh_day_weekday (first);
  return find_move (roll, slot, dates, index);
}

/* Each day by itself: the move tells of the first that does not keep its day. */
static GhRollMove
move_apart (GhRoll *roll,
            guint slot,
            const GPtrArray *dates,
            guint index,
            const GhRollGroupOfDays *group,
            guint32 *days)
{
  GhRollMove all = { .rule = GH_ROLL_RULE_YEAR, .moved = TRUE };

  for (guint i = 0; i < group->n_days; i++)
    {
      GhRollMove move = move_span (roll, slot, dates, index, group->days[i], group->days[i]);

      days[i] = move.span.start;
      all.moved = all.moved && move.moved && (i == 0 || days[i] > days[i - 1]);
      all.look = all.look || move.look;
      if (all.rule == GH_ROLL_RULE_YEAR)
        all.rule = move.rule;
      if (all.note == NULL)
        all.note = g_steal_pointer (&move.note);
      gh_roll_move_clear (&move);
    }
  all.span = ((GhDateMatch *) g_ptr_array_index (dates, index))->span;
  all.span.start = days[0];
  all.span.end = days[group->n_days - 1];
  return all;
}

/* What is written of all the days goes with the calendar's entry of each. */
static guint
tie_apart (GhRoll *roll, const GhRollGroupOfDays *group, const guint32 *days)
{
  guint tie = 0;

  for (guint i = 0; i < group->n_days; i++)
    {
      const GhDateSpan from = { .start = group->days[i], .end = group->days[i] };
      const GhDateSpan to = { .start = days[i], .end = days[i] };
      guint own = gh_roll_tie (roll, &from, &to);

      if (tie == 0)
        tie = own;
      else if (own != tie)
        gh_roll_tie_join (roll, tie, own);
    }
  return tie;
}

/* @days: where each day goes by itself; %NULL: they go together */
static void
add_group (GhRoll *roll,
           guint slot,
           const GhRollGroupOfDays *group,
           const GhRollMove *move,
           const guint32 *days,
           const char *now)
{
  const GhDateSpan whole = { .start = group->days[0], .end = group->days[group->n_days - 1] };
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autofree char *words = g_strndup (text + group->start, group->end - group->start);
  GhRollChange *change;

  if (g_str_equal (now, words))
    return;
  change = gh_roll_add (roll, GH_ROLL_TEXT, GH_ROLL_DATES, move->rule, (int) slot, words, now);
  change->start = group->start;
  change->look = move->look;
  change->note = g_strdup (move->note);
  change->tie =
    days != NULL ? tie_apart (roll, group, days) : gh_roll_tie (roll, &whole, &move->span);
}

/* Several days with their weekdays, of which the date is the first that was read: moved as one
 * stretch, or each as the calendar moves it. @end: (out): behind them */
static gboolean
roll_group (GhRoll *roll,
            guint slot,
            const GArray *taken,
            GPtrArray *dates,
            guint index,
            gsize *end)
{
  GhDateMatch *match = g_ptr_array_index (dates, index);
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  guint32 days[GH_ROLL_GROUP_DAYS] = { 0 };
  GhRollGroupOfDays group;
  GhRollMove move;
  gboolean apart;
  g_autofree char *now = NULL;

  if (match->problem != NULL || is_past_fact (text, match) ||
      !gh_roll_group_find (roll->group_regex, text, match, roll->from, &group) ||
      gh_roll_is_taken (taken, group.start, group.end))
    return FALSE;
  *end = MAX (group.end, match->offset + match->length);
  apart = goes_apart (roll, slot, &group);
  if (apart)
    move = move_apart (roll, slot, dates, index, &group, days);
  else
    {
      move = move_span (roll, slot, dates, index, group.days[0], group.days[group.n_days - 1]);
      if (move.moved && !gh_roll_group_move (&group, &move.span, days))
        days[0] = 0;
    }
  if (move.moved && days[0] != 0)
    now = gh_roll_group_redate (roll->group_regex, text, &group, days, roll->from, roll->to);
  if (now != NULL)
    add_group (roll, slot, &group, &move, apart ? days : NULL, now);
  else if (move.moved)
    {
      g_autofree char *date = g_strndup (text + match->offset, match->length);

      keep_moved (roll, slot, match, date, &move.span);
    }
  gh_roll_move_clear (&move);
  return TRUE;
}

static void
roll_date (GhRoll *roll, guint slot, const GPtrArray *dates, guint index)
{
  const GhDateMatch *match = g_ptr_array_index (dates, index);
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autofree char *words = g_strndup (text + match->offset, match->length);

  if (match->problem != NULL || match->malformed || is_history (roll, match))
    shift_date (roll, slot, match, words, is_history (roll, match));
  else if (is_past_fact (text, match) && match->has_year &&
           gh_roll_is_near (match->span.start, roll->from))
    keep_date (roll, slot, match, words, _("It seems to tell of something past, so it stays."));
  else
    move_date (roll, slot, dates, index);
}

void
gh_roll_text (GhRoll *roll, guint slot)
{
  const GhRollSlot *place = &g_array_index (roll->slots, GhRollSlot, slot);
  const char *text = *place->text;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GhRollStretch));
  g_autoptr (GArray) dated = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  gsize offset;
  gsize end = 0; /* of the last group of days */

  if (*text == '\0' || (place->sentence && gh_roll_homes_find (roll->texts, text, &offset) != NULL))
    return;
  gh_roll_take_kept (roll, slot, taken);
  dates = gh_date_scan (text, roll->from);
  dated = g_array_new (FALSE, FALSE, sizeof (GhRollStretch));
  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (dates, i);

      if (match->offset < end ||
          gh_roll_is_taken (taken, match->offset, match->offset + match->length))
        continue;
      if (roll_group (roll, slot, taken, dates, i, &end))
        {
          gh_roll_take (dated, match->offset, end);
          continue;
        }
      roll_date (roll, slot, dates, i);
      gh_roll_take (dated, match->offset, match->offset + match->length);
    }
  g_array_append_vals (taken, dated->data, dated->len);
  gh_roll_settle (taken);
  gh_roll_words (roll, slot, taken);
}
