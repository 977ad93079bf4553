/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-award.h"
#include "gh-dossier.h"

/*
 * Rolling forward: next year's campaign from last year's. Everything that would change is found
 * first and listed; nothing is changed that is not in the list, and each change can be left out.
 */

/** GhRollGroup: how the list is parted (JSON names in brackets). */
typedef enum
{
  GH_ROLL_DATES,         /* "dates" */
  GH_ROLL_NAMES,         /* "names": year numbers, Can Chi names */
  GH_ROLL_ANNIVERSARIES, /* "anniversaries" */
  GH_ROLL_BASES,         /* "bases": documents cited; they keep their text */
  GH_ROLL_PARTS,         /* "parts": frozen parts of the plan that are live again */
  GH_ROLL_TARGETS,       /* "targets": targets, quotas, last year's results, budget */
  GH_ROLL_ISSUE,         /* "issue": number, date, signature, what is done */
} GhRollGroup;
#define GH_N_ROLL_GROUPS (GH_ROLL_ISSUE + 1)

const char *gh_roll_group_to_string (GhRollGroup group);
/** Translated heading; static. */
const char *gh_roll_group_name (GhRollGroup group);

/** GhRollRule: why something becomes what it becomes (JSON names in brackets). */
typedef enum
{
  GH_ROLL_RULE_YEAR,        /* "year": same day and month, the year moved */
  GH_ROLL_RULE_OBSERVANCE,  /* "observance": a standing day keeps its day */
  GH_ROLL_RULE_LUNAR,       /* "lunar": as far from Tết as it was, or the same lunar day */
  GH_ROLL_RULE_WORKING_DAY, /* "working-day": moved off a day off */
  GH_ROLL_RULE_CAN_CHI,     /* "can-chi" */
  GH_ROLL_RULE_COUNT,       /* "count": kỷ niệm 70 năm, lần thứ 25 */
  GH_ROLL_RULE_CITATION,    /* "citation": stays, to be renewed by hand */
  GH_ROLL_RULE_RESULT,      /* "result": last year's results as base */
  GH_ROLL_RULE_BLANK,       /* "blank": a new plan has none yet */
  GH_ROLL_RULE_KEPT,        /* "kept": not certain, so it stays */
  GH_ROLL_RULE_LIVE,        /* "live": made from the data again */
} GhRollRule;

const char *gh_roll_rule_to_string (GhRollRule rule);
/** Translated, short; static. */
const char *gh_roll_rule_name (GhRollRule rule);

/** GhRollSubject: what of the dossier is changed (JSON names in brackets). */
typedef enum
{
  GH_ROLL_CAMPAIGN,  /* "campaign" */
  GH_ROLL_PLAN,      /* "plan": header and signature */
  GH_ROLL_BASIS,     /* "basis" */
  GH_ROLL_BLOCK,     /* "block" */
  GH_ROLL_RECIPIENT, /* "recipient" */
  GH_ROLL_TASK,      /* "task" */
  GH_ROLL_TARGET,    /* "target" */
  GH_ROLL_QUOTA,     /* "quota" */
  GH_ROLL_UNIT,      /* "unit" */
  GH_ROLL_ACTIVITY,  /* "activity" */
  GH_ROLL_SESSION,   /* "session" */
  GH_ROLL_AWARD,     /* "award" */
  GH_ROLL_RESULT,    /* "result" */
  GH_ROLL_BUDGET,    /* "budget": a line of it */
} GhRollSubject;

const char *gh_roll_subject_to_string (GhRollSubject subject);

/** What a change does: private to gh-roll-*.c but for GH_ROLL_NOTE, which changes nothing. */
typedef enum
{
  GH_ROLL_NOTE,
  GH_ROLL_TEXT,
  GH_ROLL_SPAN,
  GH_ROLL_ISSUE_DATE,
  GH_ROLL_LAST_YEAR,
  GH_ROLL_QUOTAS,
  GH_ROLL_BUDGET_LINE,
  GH_ROLL_PART,
} GhRollKind;

/**
 * GhRollChange:
 * @where: translated; where it stands: "II. Nội dung, 1. Thời gian"
 * @before, @after: the words or figure as they are and as they will be; equal if it stays
 * @context: the text that the words stand in, of a long one the part around them, "" if it is no
 *   text; @start: their byte in it
 * @note: translated; what to look at: "It was a Sunday." Or ""
 * @look: somebody should look at it
 * @wanted: will be done; never for a note
 * @tie: changes with the same number, not 0, go together: one day, several places
 * @index, @row, @column: of the subject in its list, of a table's cell; -1 = none
 */
typedef struct
{
  GhRollGroup group;
  GhRollRule rule;
  GhRollSubject subject;
  int index;
  int row;
  int column;
  char *where;
  char *before;
  char *after;
  char *context;
  gsize start;
  char *note;
  gboolean look;
  gboolean wanted;
  guint tie;
  /*< private >*/
  GhRollKind kind;
  guint slot;
  gsize offset; /* in the slot's text */
  GhDateSpan span;
  gint64 value;
} GhRollChange;

/**
 * GhRollPlan: the proposal.
 * @year: the year it leads to
 * @dossier: last year's, a reference; @awards: (element-type GhAwardRound): its award rounds
 * @changes: (element-type GhRollChange): in the order of the document, then of the data
 */
typedef struct
{
  int year;
  GhDossier *dossier;
  GPtrArray *awards;
  GPtrArray *changes;
} GhRollPlan;

/**
 * gh_roll_plan_new:
 * @awards: (nullable) (element-type GhAwardRound): copied
 * @year: another year than the campaign's own, 1900..2100
 *
 * Dates of standing days keep their day, lunar ones follow Tết, others keep day and month; where a
 * working day would become a day off, the nearest working day is taken, of a deadline the one
 * before. Parts that were frozen, by issuing or by hand, are made from the data again, which their
 * dates need no changes for. Deterministic; cost is linear in the text.
 */
GhRollPlan *gh_roll_plan_new (GhDossier *dossier, const GPtrArray *awards, int year);
void gh_roll_plan_free (GhRollPlan *roll);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhRollPlan, gh_roll_plan_free)

/** The words around the change in its text, shortened, to show it in its place; both "" if it is of
 * no text. @ahead, @behind: (out) (transfer full) */
void gh_roll_change_excerpt (const GhRollChange *change, char **ahead, char **behind);

/** Switches a change, and those tied to it, on or off. Notes stay off. */
void gh_roll_plan_set_wanted (GhRollPlan *roll, guint index, gboolean wanted);

/**
 * gh_roll_plan_make: the new campaign: what is wanted done, a draft, without results, nothing in
 * its calendar done. Sentences that were read from a text follow it. Rows keep the ids of those
 * they came from.
 * @awards: (out) (transfer full) (element-type GhAwardRound)
 *
 * Returns: (transfer full)
 */
GhDossier *gh_roll_plan_make (const GhRollPlan *roll, GPtrArray **awards);
