/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-check-private.h"
#include "gh-roll.h"

/* Private to gh-roll*.c. gh-roll-slots.c lists the texts of a dossier, gh-roll-data.c moves what
 * has a date of its own, gh-roll-order.c looks at the order, gh-roll-parts.c holds what was frozen
 * and the budget, gh-roll-text.c and gh-roll-words.c read the texts, gh-roll-date.c holds the rules
 * of dates, gh-roll-redate.c and gh-roll-group.c write dates anew, gh-roll-kept.c says what is left
 * alone, gh-roll-apply.c makes the campaign. */

/**
 * GhRollSlot: a text of the dossier. The same dossier, copied, has the same slots in order.
 * @sentence: read from a text of the plan; follows it where it is found there
 * @name: of the campaign or the plan, where a bare "2027" is a year
 * @part, @numbered: (nullable): headings a block stands below
 * @frozen: (nullable): mark of the live part that it was frozen from; of the clerk's own words
 *   above it or as its title %NULL
 */
typedef struct
{
  char **text;
  GhRollSubject subject;
  int index;
  int row;
  int column;
  gboolean sentence;
  gboolean name;
  const GhBlock *part;
  const GhBlock *numbered;
  const char *frozen;
} GhRollSlot;

/** (transfer full) (element-type GhRollSlot) */
GArray *gh_roll_slots_new (GhDossier *dossier, const GPtrArray *awards);
/** (transfer full): translated. */
char *gh_roll_slot_where (const GhRollSlot *slot, const GhRollPlan *roll);

/** GhRollHome: a text that sentences are read from: slots [@first, @end), one or the cells of a
 * row.
 * @joined: their text as one, cells parted as the reader of plans does */
typedef struct
{
  guint first;
  guint end;
  char *joined;
} GhRollHome;

/** (transfer full) (element-type GhRollHome): the texts of the body, without what was frozen. */
GPtrArray *gh_roll_homes_new (const GArray *slots);
/** (transfer none) (nullable): the text that @sentence was read from. @offset: (out): where it
 * begins in it */
const GhRollHome *gh_roll_homes_find (const GPtrArray *homes, const char *sentence, gsize *offset);
#define GH_ROLL_CELL_GAP " | "
/** How many bytes of @raw the sentence takes, its marks and odd spaces counted; 0 = other words. */
gsize gh_roll_sentence_length (const char *raw, const char *sentence);

/** GhRollMove: what becomes of a date. @note: (transfer full) (nullable) */
typedef struct
{
  GhDateSpan span;
  GhRollRule rule;
  gboolean moved;
  gboolean look;
  char *note;
} GhRollMove;
void gh_roll_move_clear (GhRollMove *move);

/**
 * GhRollDate: a date to move, with what is known of it.
 * @fold: the words around it, gh_text_fold()
 * @kind: of its calendar entry; @has_kind: whether it has one
 * @lunar: written as a lunar day; @bare: written without a year
 */
typedef struct
{
  GhDateSpan span;
  const char *fold;
  gboolean has_kind;
  GhActivityKind kind;
  gboolean deadline;
  gboolean counted;
  gboolean lunar;
  gboolean bare;
} GhRollDate;

GhRollMove gh_roll_date (const GhRollDate *date, int from, int to);
/** Whether @day lies in the year @from, the one before or the one after: in the campaign's time. */
gboolean gh_roll_is_near (guint32 day, int from);

/** (transfer full) (nullable): @text, one date, made to say @to instead of @match->span; %NULL if
 * it cannot be done so that it is read back as that. */
char *gh_roll_redate (const char *text, const GhDateMatch *match, const GhDateSpan *to, int year);
/** (transfer full): @text with the years near @from moved by @delta. */
char *gh_roll_shift_years (const char *text, int from, int delta);

#define GH_ROLL_GROUP_DAYS 16

/**
 * GhRollGroupOfDays: several days with their weekdays, bytes [@start, @end) of a text.
 * @days: @n_days of them, in order; @span: the first and the last day of one stretch
 */
typedef struct
{
  gsize start;
  gsize end;
  guint32 days[GH_ROLL_GROUP_DAYS];
  guint n_days;
  gboolean span;
} GhRollGroupOfDays;
/** (transfer full) */
GRegex *gh_roll_group_regex_new (void);
/** Whether the date is part of such a group, of which every weekday is right. @found: (out) */
gboolean gh_roll_group_find (const GRegex *regex,
                             const char *text,
                             const GhDateMatch *match,
                             int year,
                             GhRollGroupOfDays *found);
/** The group as one stretch that goes to @to. @days: (out): where each day goes. %FALSE if the
 * stretch does not end with the last of them. */
gboolean gh_roll_group_move (const GhRollGroupOfDays *found, const GhDateSpan *to, guint32 *days);
/** (transfer full) (nullable): the group, its days @days, as many as it has; %NULL if it cannot be
 * done so that it is read back as that. */
char *gh_roll_group_redate (const GRegex *regex,
                            const char *text,
                            const GhRollGroupOfDays *found,
                            const guint32 *days,
                            int from_year,
                            int to_year);

/** What is searched for in every text; compiled once a run. */
typedef enum
{
  GH_ROLL_REGEX_CITATION,
  GH_ROLL_REGEX_YEAR,
  GH_ROLL_REGEX_NAME,
  GH_ROLL_REGEX_ANNIVERSARY,
  GH_ROLL_REGEX_COMMEMORATED,
  GH_ROLL_REGEX_ORDINAL,
  GH_N_ROLL_REGEXES,
} GhRollRegex;

/** (transfer full) */
GRegex *gh_roll_regex_new (GhRollRegex which);

/** GhRoll: the state of one run. */
typedef struct
{
  GhRollPlan *plan;
  int from;
  int to;
  GArray *slots;
  GPtrArray *texts; /* GhRollHome */
  GRegex *regexes[GH_N_ROLL_REGEXES];
  GRegex *group_regex;
  GHashTable *moves; /* "start-end-before" of a date of the data → GhRollMove, or NULL = several */
  GHashTable *homes; /* the same behind "slot " for those that were read from that text */
  GHashTable *ties;
  guint n_ties;
  GHashTable *remade; /* marks of parts whose text the data say again, and nothing else */
} GhRoll;

/** Adds a change; copies the texts. @slot_index: -1 = no text */
GhRollChange *gh_roll_add (GhRoll *roll,
                           GhRollKind kind,
                           GhRollGroup group,
                           GhRollRule rule,
                           int slot_index,
                           const char *before,
                           const char *after);
/** The number that all changes of one day into another share. */
guint gh_roll_tie (GhRoll *roll, const GhDateSpan *from, const GhDateSpan *to);
/** From now on the changes of both numbers share @tie. */
void gh_roll_tie_join (GhRoll *roll, guint tie, guint other);
/** (transfer full): key of a date in the tables of moves. @slot: -1 = anywhere */
char *gh_roll_key (int slot, const GhDateSpan *span);

void gh_roll_data (GhRoll *roll);
void gh_roll_figures (GhRoll *roll);
/** After the calendar was moved: what stood before an event and does not any more. */
void gh_roll_order (GhRoll *roll);
/** Parts that were frozen. */
void gh_roll_parts (GhRoll *roll);
/** Whether the text of a slot is made from the data, so that nothing in it needs to be changed. */
gboolean gh_roll_is_remade (const GhRoll *roll, guint slot_index);
void gh_roll_budget (GhRoll *roll);
/** What is wanted of both, in the new campaign, after its texts were changed. */
void gh_roll_thaw_parts (const GhRollPlan *roll, GhPlan *plan);
void gh_roll_drop_lines (const GhRollPlan *roll, GPtrArray *lines);
void gh_roll_text (GhRoll *roll, guint slot);
/** Whether @text says that date by the moon, alone or beside it. */
gboolean gh_roll_says_lunar (const char *text, const GhDateSpan *span, int from);

/** GhRollStretch: bytes [start, end) of a text that are accounted for. */
typedef struct
{
  gsize start;
  gsize end;
} GhRollStretch;
/** @taken: (element-type GhRollStretch): in order, none in another */
gboolean gh_roll_is_taken (const GArray *taken, gsize start, gsize end);
/** Adds a stretch behind the others; gh_roll_settle() puts them in order again. */
void gh_roll_take (GArray *taken, gsize start, gsize end);
void gh_roll_settle (GArray *taken);
/** Takes the fields and cited documents of a text; notes those of last year. */
void gh_roll_take_kept (GhRoll *roll, guint slot, GArray *taken);
/** Years, Can Chi names and anniversaries outside of @taken. */
void gh_roll_words (GhRoll *roll, guint slot, const GArray *taken);
