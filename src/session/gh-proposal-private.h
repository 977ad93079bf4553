/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-proposal-lines.h"

/*
 * Invariants: reading never changes; a line's element is borrowed from it and distinct from that
 * of every other line but those of the head; values are %NULL or differ from those as read.
 */

/** How a field is kept in its struct. */
typedef enum
{
  GH_SLOT_TEXT,      /* char * */
  GH_SLOT_NEEDED,    /* char * that is never empty */
  GH_SLOT_NUMBER,    /* char *: a document's number alone */
  GH_SLOT_SPAN,      /* GhDateSpan */
  GH_SLOT_DAY,       /* guint32, 0 = none */
  GH_SLOT_YEAR,      /* int */
  GH_SLOT_ISSUE,     /* the three fields of a plan's date */
  GH_SLOT_FIGURE,    /* value and value_to of a target */
  GH_SLOT_INDICATOR, /* enums: */
  GH_SLOT_COMPARATOR,
  GH_SLOT_ACTIVITY,
} GhSlotKind;

typedef struct
{
  const char *label; /* untranslated */
  GhSlotKind kind;
  gsize offset;
} GhSlot;

/** What lines of one kind are made of. */
typedef struct
{
  const GhSlot *slots;
  guint n_slots;
  gpointer (*copy) (gconstpointer element);
  GDestroyNotify free;
} GhLineType;

extern const GhLineType _gh_line_basis;
extern const GhLineType _gh_line_target;
extern const GhLineType _gh_line_activity;
extern const GhLineType _gh_line_task;
extern const GhLineType _gh_line_award;
extern const GhLineType _gh_line_recipient;
extern const GhLineType _gh_line_problem;

/** A line of the head: one slot of campaign or plan. */
typedef struct
{
  GhSlot slot;
  gboolean of_campaign;
  gboolean always; /* shown when it was not found, too */
  gboolean signature;
} GhHeadField;
extern const GhHeadField _gh_head_fields[];
extern const guint _gh_n_head_fields;

typedef struct
{
  GhProposalGroup group;
  const GhLineType *type; /* NULL in the head */
  const GhHeadField *head;
  gpointer element; /* borrowed: campaign or plan in the head */
  char **original;  /* owned */
  char **values;    /* owned, NULL = as read */
  gboolean refused;
  int passage;
  gsize start;
  gsize end;
} GhProposalLine;

struct _GhProposal
{
  GhPlanReading *reading;
  GPtrArray *lines;    /* GhProposalLine */
  GPtrArray *passages; /* GhPassage */
  GArray *done;        /* Step */
  GArray *undone;      /* Step */
};

static inline GhProposalLine *
_gh_proposal_line (const GhProposal *self, guint line)
{
  return g_ptr_array_index (self->lines, line);
}

/** The slots of @line. @n: (out) */
const GhSlot *_gh_line_slots (const GhProposalLine *line, guint *n);
/** (transfer full): the values in @element. */
char **_gh_line_read (const GhProposalLine *line, gconstpointer element);
/** Puts the values of @line that are not as read into @element, a copy of its own. */
void _gh_line_write (const GhProposalLine *line, gpointer element);
/** (transfer full): a value as it would be kept; %NULL with @error if it cannot be. */
char *_gh_slot_check (const GhSlot *slot, const char *value, int year, GError **error);
/** What a set of values says only together. */
gboolean _gh_line_check (const GhProposalLine *line, char **values, guint *field, GError **error);

/** Fills self->passages and links the lines to them. */
void _gh_proposal_link (GhProposal *self);

/** (transfer full): room for the steps of a proposal. */
GArray *_gh_proposal_steps_new (void);
/** Keeps line @index as it is now, before a change. @joined: it goes with the step below it. */
void _gh_proposal_begin_step (GhProposal *self, guint index, gboolean joined);
