/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-figures.h"
#include "gh-plan-private.h"

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
} GhPlanSpot;

/** Whether the words before or behind the figure, or its sentence, hold one of @words. */
gboolean gh_plan_spot_before_has (const GhPlanSpot *place, const char *words);
gboolean gh_plan_spot_behind_has (const GhPlanSpot *place, const char *words);
gboolean gh_plan_spot_sentence_has (const GhPlanSpot *place, const char *words);
/** Bytes of the name of people that @low begins with: "cán bộ", "đoàn viên". */
gsize gh_plan_spot_people_length (const char *low);
/** "ít nhất", "trên", "từ … trở lên", "khoảng" close to the figure. */
GhComparator gh_plan_spot_comparator (const GhPlanSpot *place);
/** Whether it is what a round is to bring: "Đợt 1: Ngày 29/01, tại …: 350 túi". */
gboolean gh_plan_spot_is_blood_of_round (const GhPlanSpot *place);
/** What a count is a count of; @noun: the lower-case words behind it. FALSE if it is no target. */
gboolean
gh_plan_spot_judge_count (const GhPlanSpot *place, const char *noun, GhIndicator *indicator);
/** What a share is a share of; FALSE if it is no target. */
gboolean gh_plan_spot_judge_percent (const GhPlanSpot *place, GhIndicator *indicator);
