/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll.h"

#include <string.h>

#include "sample-plan.h"

/* Several days with the weekday of each, rolled into another year. */

#define MAX_DAYS 5

static void
test_sentences (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    int from;
    int to;
  } cases[] = {
    { "Họp 25 - 26/4/2024 (thứ Năm, thứ Sáu) tại xã.",
      "Họp 25 - 26/4/2025 (thứ Sáu, thứ Bảy) tại xã.", 2024, 2025 },
    { "Họp ngày 25 và 26/4/2024.", "Họp ngày 25 và 26/4/2025.", 2024, 2025 },
    { "Họp từ ngày 25/4 đến ngày 28/4/2024 (thứ Năm đến Chủ nhật).",
      "Họp từ ngày 25/4 đến ngày 28/4/2025 (thứ Sáu đến thứ Hai).", 2024, 2025 },
    { "Họp 18, 19 và 28-11-2024 (thứ Hai, thứ Ba và thứ Năm).",
      "Họp 18, 19 và 28-11-2026 (thứ Tư, thứ Năm và thứ Bảy).", 2024, 2026 },
    /* Each day of a span. */
    { "Họp ngày 30/4 - 02/5/2024 (thứ Ba, thứ Tư, thứ Năm).",
      "Họp ngày 30/4 - 02/5/2025 (thứ Tư, thứ Năm, thứ Sáu).", 2024, 2025 },
    /* Bold, figures, short forms; a sentence that begins with the weekday. */
    { "Họp **25 - 26/4/2024** (thứ 5, thứ 6).", "Họp **25 - 26/4/2025** (thứ 6, thứ 7).", 2024,
      2025 },
    { "Họp 27 và 28/4/2024 (T7, CN).", "Họp 27 và 28/4/2025 (CN, T2).", 2024, 2025 },
    { "Chủ nhật, thứ Hai, ngày 28 và 29/4/2024 họp.", "Thứ Hai, thứ Ba, ngày 28 và 29/4/2025 họp.",
      2024, 2025 },
    { "Từ 07h30 - 11h30, 25 - 26/4/2024 (thứ Năm, thứ Sáu), họp.",
      "Từ 07h30 - 11h30, 25 - 26/4/2025 (thứ Sáu, thứ Bảy), họp.", 2024, 2025 },
    /* A count before the days is no day. */
    { "Trong 02 ngày 25 và 26/4/2024 (thứ Năm, thứ Sáu).",
      "Trong 02 ngày 25 và 26/4/2025 (thứ Sáu, thứ Bảy).", 2024, 2025 },
    /* By the moon, over the end of a month: Tết is 10/02/2024, 29/01/2025. */
    { "Trực Tết Nguyên đán ngày 11 và 12/02/2024 (Chủ nhật, thứ Hai).",
      "Trực Tết Nguyên đán ngày 30 và 31/01/2025 (thứ Năm, thứ Sáu).", 2024, 2025 },
    { "Trực Tết Nguyên đán ngày 12 và 14/02/2024 (thứ Hai, thứ Tư).",
      "Trực Tết Nguyên đán ngày 31/01 và 02/02/2025 (thứ Sáu, Chủ nhật).", 2024, 2025 },
    /* To the end of February; the 28th alone stays it. */
    { "Họp từ ngày 22/2 đến ngày 28/2/2019 (thứ Sáu đến thứ Năm).",
      "Họp từ ngày 22/2 đến ngày 29/2/2024 (thứ Năm đến thứ Năm).", 2019, 2024 },
    { "Họp ngày 22 và 28/2/2019 (thứ Sáu, thứ Năm).", "Họp ngày 22 và 28/2/2024 (thứ Năm, thứ Tư).",
      2019, 2024 },
    /* Two sentences, each with its own. */
    { "Họp 25 - 26/4/2024 (thứ Năm, thứ Sáu); tập huấn 02, 03/5/2024 (thứ Năm, thứ Sáu).",
      "Họp 25 - 26/4/2025 (thứ Sáu, thứ Bảy); tập huấn 02, 03/5/2025 (thứ Sáu, thứ Bảy).", 2024,
      2025 },
    /* What counts is no weekday. */
    { "Đợt 25 - 26/4/2024 (lần thứ hai, năm thứ tư).",
      "Đợt 25 - 26/4/2025 (lần thứ hai, năm thứ tư).", 2024, 2025 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after =
        sample_plan_roll_sentence (cases[i].before, cases[i].from, cases[i].to);

      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* --- any days ----------------------------------------------------------------------------------
 */

typedef struct
{
  int month[MAX_DAYS];
  int day[MAX_DAYS];
  int n;
} Days;

static const char *
weekday_of (const Days *days, int i, int year)
{
  static const char *const names[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                       "thứ Sáu", "thứ Bảy", "Chủ nhật" };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) days->day[i], (GDateMonth) days->month[i], (GDateYear) year);
  return names[g_date_get_weekday (&date) - 1];
}

/* "A, B và C" */
static void
append_sign (GString *out, int i, int n, const char *last)
{
  if (i > 0)
    g_string_append (out, i + 1 == n ? last : ", ");
}

static void
append_weekdays (GString *out, const Days *days, int year, const char *last)
{
  for (int i = 0; i < days->n; i++)
    {
      append_sign (out, i, days->n, last);
      g_string_append (out, weekday_of (days, i, year));
    }
}

/* @months: each day has its month */
static void
append_days (GString *out, const Days *days, gboolean months, const char *last)
{
  for (int i = 0; i < days->n; i++)
    {
      append_sign (out, i, days->n, last);
      g_string_append_printf (out, "%02d", days->day[i]);
      if (months && i + 1 < days->n)
        g_string_append_printf (out, "/%d", days->month[i]);
    }
}

#define N_FORMS 7

/* (transfer full): the days in one of the ways of an office. */
static char *
write_days (const Days *days, int year, int form)
{
  g_autoptr (GString) out = g_string_new ("Tập huấn ");
  int month = days->month[days->n - 1];
  gboolean months = days->month[0] != month;

  switch (form)
    {
    case 0:
    case 1:
    case 2:
      g_string_append (out, form == 0 ? "ngày " : form == 1 ? "" : "từ ngày ");
      append_days (out, days, months || form == 2,
                   form == 0   ? " và "
                   : form == 1 ? " - "
                               : " đến ngày ");
      g_string_append_printf (out, "/%d/%d (", month, year);
      append_weekdays (out, days, year, form == 0 ? " và " : form == 1 ? ", " : " đến ");
      g_string_append (out, ")");
      break;
    case 3:
      append_weekdays (out, days, year, " và ");
      g_string_append (out, ", ngày ");
      append_days (out, days, months, " và ");
      g_string_append_printf (out, "/%d/%d", month, year);
      break;
    case 4:
      append_weekdays (out, days, year, ", ");
      g_string_append (out, " (");
      append_days (out, days, months, ", ");
      g_string_append_printf (out, "/%d/%d)", month, year);
      break;
    case 5:
      for (int i = 0; i < days->n; i++)
        g_string_append_printf (out, "%sngày %02d/%02d/%d (%s)", i > 0 ? ", " : "", days->day[i],
                                days->month[i], year, weekday_of (days, i, year));
      break;
    default:
      g_string_append (out, "các ngày ");
      append_days (out, days, months, " và ");
      g_string_append_printf (out, " tháng %d năm %d (", MAX (month, 3), year);
      append_weekdays (out, days, year, ", ");
      g_string_append (out, ")");
      break;
    }
  g_string_append (out, " tại xã.");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Days of a year in order, at most seven weeks; not the end of February, which goes its own way. */
static Days
make_days (GRand *rand, int n, gboolean one_month)
{
  Days days = { .n = n };
  int at = g_rand_int_range (rand, 0, 270);

  for (int i = 0; i < n; i++)
    {
      at += g_rand_int_range (rand, 1, 9);
      days.month[i] = one_month ? 3 + at % 9 : 1 + at / 27 % 12;
      days.day[i] = one_month ? 1 + 5 * i + g_rand_int_range (rand, 0, 5) : 1 + at % 27;
      if (one_month)
        days.month[i] = days.month[0];
    }
  return days;
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  int n_moved = 0;

  for (int round = 0; round < 4000; round++)
    {
      int form = g_rand_int_range (rand, 0, N_FORMS);
      int n = form == 1 || form == 2 ? 2 : g_rand_int_range (rand, 2, MAX_DAYS + 1);
      Days days = make_days (rand, n, form == 6 || g_rand_boolean (rand));
      int from = g_rand_int_range (rand, 2015, 2045);
      int to = from + g_rand_int_range (rand, 1, 6);
      g_autofree char *before = write_days (&days, from, form);
      g_autofree char *wanted = write_days (&days, to, form);
      g_autofree char *after = sample_plan_roll_sentence (before, from, to);

      if (!g_str_equal (after, wanted))
        g_error ("round %d, form %d, %d → %d:\n%s\n%s, but\n%s", round, form, from, to, before,
                 wanted, after);
      n_moved += !g_str_equal (before, after);
    }
  g_assert_cmpint (n_moved, ==, 4000);
}

/* A weekday that was wrong is nobody's: the days move, and it stays to be told of by the checker.
 */
static void
test_wrong (void)
{
  g_autofree char *after =
    sample_plan_roll_sentence ("Họp 25 và 26/4/2024 (thứ Hai, thứ Sáu), gặp lại.", 2024, 2025);

  g_assert_null (strstr (after, "thứ Bảy"));
}

/* Days that the calendar has one by one go where it sends each: 12/12/2020 is a Saturday. One that
 * is not wanted takes the others with it. */
static void
test_apart (void)
{
  static const char plan[] =
    "!title Hiến máu\n!year 2018\n!activity session 2018-12-08 Hiến máu buổi đầu\n"
    "!activity session 2018-12-12 Hiến máu buổi sau\n"
    "- Hiến máu ngày 08/12/2018 (thứ Bảy) và ngày 12/12/2018 (thứ Tư).\n";
  g_autoptr (GhDossier) dossier = sample_plan_read (plan);
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2020);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  const GhBlock *block = g_ptr_array_index (made->plan->blocks, 0);
  guint n_spans = 0;
  guint sentence = G_MAXUINT;

  g_assert_cmpstr (block->text, ==,
                   "Hiến máu ngày 08/12/2020 (thứ Ba) và ngày 11/12/2020 (thứ Sáu).");
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      n_spans += change->kind == GH_ROLL_SPAN;
      if (change->kind == GH_ROLL_TEXT && change->subject == GH_ROLL_BLOCK)
        sentence = i;
    }
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpuint (sentence, !=, G_MAXUINT);
  gh_roll_plan_set_wanted (roll, sentence, FALSE);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->kind == GH_ROLL_SPAN)
        g_assert_false (change->wanted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/days/sentences", test_sentences);
  g_test_add_func ("/roll/days/any", test_any);
  g_test_add_func ("/roll/days/wrong", test_wrong);
  g_test_add_func ("/roll/days/apart", test_apart);
  return g_test_run ();
}
