/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checker on one paragraph of 150 and of 600 kB, made of one phrase over and over: what is four
 * times as long may take four times as long. Processor time, so that a busy machine tells the same.
 */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "gh-check.h"

#define SHORT 150000
#define LONG  600000

static const char *const phrases[] = {
  ("Vận động 200 người, tiếp nhận 150/200 đơn vị máu (75%) trước ngày 05/02/2027 tại “Nhà văn "
   "hóa”, "
   "theo Kế hoạch số 12/KH-BCĐ ngày 01/01/2027; "),
  "phân đấu ",
  "ngày 1/1/2027 và 02/01/2027 ",
  "trước ngày 1/2/2027 ",
  "thành tích tính đến ngày 1/2/2027, gửi trước ngày 1/1/2027 ",
  "ten@gmail.com ",
  "từ , ngữ ;; ",
  "số: 12/KH-BCĐ, ngày 1/1/2027 ",
  "{{year}} **tập chung** ",
  "(“",
};

static double
run (const char *phrase, gsize length, guint *n_findings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GhPlan *plan = gh_plan_new ();
  clock_t start;
  double seconds;

  while (text->len < length)
    g_string_append (text, phrase);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text->str));
  dossier = gh_dossier_new (gh_campaign_new ("", 2027), plan);
  start = clock ();
  findings = gh_check_run (dossier, gh_day_from_ymd (2027, 1, 4));
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  *n_findings = findings->len;
  return seconds;
}

int
main (void)
{
  printf ("%8s %8s %6s %9s  phrase\n", "150 kB", "600 kB", "ratio", "findings");
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      guint n = 0;
      double first = run (phrases[i], SHORT, &n);
      double second = run (phrases[i], LONG, &n);

      printf ("%6.0f ms %6.0f ms %6.1f %9u  %.40s\n", first * 1000, second * 1000,
              second / MAX (first, 1e-6), n, phrases[i]);
    }
  return 0;
}
