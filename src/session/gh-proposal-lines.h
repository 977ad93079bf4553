/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-proposal.h"

#include <glib.h>

/**
 * GhProposal: what was read in a plan, as lines that a clerk accepts, corrects or refuses one by
 * one, beside the text that was read. Nothing of it is stored; gh_proposal_build() gives the
 * reading as it stands now, to be accepted. The reading it was made of never changes.
 *
 * A refused fact (target, event, deadline, task, award round) stays in the text of the body, where
 * it was read. A refused basis becomes a paragraph of the body, a refused recipient a line of the
 * note below the recipients. A refused field of the head is left blank.
 */
typedef struct _GhProposal GhProposal;

/** GhProposalGroup: kinds of lines, in the order of the window. */
typedef enum
{
  GH_PROPOSAL_PROBLEMS, /* only to look at */
  GH_PROPOSAL_HEAD,     /* campaign, head and signature: one field a line */
  GH_PROPOSAL_BASES,
  GH_PROPOSAL_TARGETS,
  GH_PROPOSAL_EVENTS,
  GH_PROPOSAL_DEADLINES,
  GH_PROPOSAL_TASKS,
  GH_PROPOSAL_AWARDS,
  GH_PROPOSAL_RECIPIENTS,
} GhProposalGroup;
#define GH_N_PROPOSAL_GROUPS (GH_PROPOSAL_RECIPIENTS + 1)

/** Translated heading of a group; static. */
const char *gh_proposal_group_name (GhProposalGroup group);

/** GhProposalError: what was typed into a field cannot be. The message is for the clerk. */
typedef enum
{
  GH_PROPOSAL_ERROR_VALUE,
} GhProposalError;
#define GH_PROPOSAL_ERROR (gh_proposal_error_quark ())
GQuark gh_proposal_error_quark (void);

/** GhPassageKind: how a passage stands in the document. */
typedef enum
{
  GH_PASSAGE_HEAD,
  GH_PASSAGE_TITLE,
  GH_PASSAGE_BASIS,
  GH_PASSAGE_HEADING,
  GH_PASSAGE_PARAGRAPH,
  GH_PASSAGE_ITEM,
  GH_PASSAGE_ROW, /* of a table */
  GH_PASSAGE_RECIPIENT,
  GH_PASSAGE_SIGNATURE,
} GhPassageKind;

/**
 * GhPassage: one piece of the text that was read, in the order of the paper.
 * @level: of headings and items, as in #GhBlock
 * @number: its numbering, "" if none
 * @text: without inline marks; cells of a row are joined by " | "
 * @n_lines: how many lines were understood from it
 */
typedef struct
{
  GhPassageKind kind;
  int level;
  char *number;
  char *text;
  guint n_lines;
} GhPassage;

/** @reading: (transfer full). Cost: linear in the text for facts in the order of the text. */
GhProposal *gh_proposal_new (GhPlanReading *reading);
void gh_proposal_free (GhProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhProposal, gh_proposal_free)

/** As it was read; borrowed. */
const GhPlanReading *gh_proposal_get_reading (const GhProposal *self);
/** (transfer full): the reading with what was corrected, without what was refused. */
GhPlanReading *gh_proposal_build (const GhProposal *self);

/** (transfer none) (element-type GhPassage) */
const GPtrArray *gh_proposal_get_passages (const GhProposal *self);

/* --- lines: numbered from 0, group by group -------------------------------------------------- */

guint gh_proposal_n_lines (const GhProposal *self);
GhProposalGroup gh_proposal_get_group (const GhProposal *self, guint line);
/** How many lines of the group are there; @accepted: (out) (optional): of them not refused. */
guint gh_proposal_count (const GhProposal *self, GhProposalGroup group, guint *accepted);

/** (transfer full): what kind of thing it is, or when: "đơn vị máu", "thứ Bảy, 06/03/2027". */
char *gh_proposal_dup_caption (const GhProposal *self, guint line);
/** (transfer full): what was understood, "" for a field of the head that was not found. */
char *gh_proposal_dup_text (const GhProposal *self, guint line);
/** (transfer full): place, unit in charge, deadline …; "" if there is nothing to add. */
char *gh_proposal_dup_detail (const GhProposal *self, guint line);

/** Passage that the line was read from, -1 if it is not known. @start, @end: (out) (optional): its
 * sentence there, in bytes. */
int gh_proposal_get_passage (const GhProposal *self, guint line, gsize *start, gsize *end);
/** The first line from that passage that comes after line @after (-1: from the beginning), -1 if
 * there is none. */
int gh_proposal_find_line (const GhProposal *self, guint passage, int after);

/* --- accepting and refusing ------------------------------------------------------------------ */

/** Problems, the campaign's name and year, and what is blank cannot be refused. */
gboolean gh_proposal_can_refuse (const GhProposal *self, guint line);
gboolean gh_proposal_is_refused (const GhProposal *self, guint line);
void gh_proposal_refuse (GhProposal *self, guint line, gboolean refused);
/** All of a group, one step for undo. */
void gh_proposal_refuse_group (GhProposal *self, GhProposalGroup group, gboolean refused);

/* --- correcting ------------------------------------------------------------------------------ */

typedef enum
{
  GH_PROPOSAL_TEXT,
  GH_PROPOSAL_FIGURE, /* "150", "1.450", "200 – 300" */
  GH_PROPOSAL_DATE,   /* as gh_date_span_parse() reads */
  GH_PROPOSAL_CHOICE,
} GhProposalFieldKind;

/** GhProposalField: what can be corrected of a line. @label: untranslated (N_()) */
typedef struct
{
  const char *label;
  GhProposalFieldKind kind;
} GhProposalField;

/** Number of fields of a line, 0 if it cannot be corrected. */
guint gh_proposal_n_fields (const GhProposal *self, guint line);
GhProposalField gh_proposal_get_field (const GhProposal *self, guint line, guint field);
/** (transfer full): the fields' values as text; choices as the number of the choice. */
char **gh_proposal_dup_values (const GhProposal *self, guint line);
/** Translated name of a choice, %NULL past the last; static. */
const char *gh_proposal_get_choice (const GhProposal *self, guint line, guint field, guint choice);
/** Year of dates that are typed without one. */
int gh_proposal_get_year (const GhProposal *self);

/** The first line that must have a value and has none (the campaign's name), -1 = none. */
int gh_proposal_find_missing (const GhProposal *self);
gboolean gh_proposal_is_corrected (const GhProposal *self, guint line);
/**
 * Gives the line other values, and accepts it; the same values change nothing.
 * @values: as many as there are fields
 * @field: (out) (optional): the field that @error is about
 * Returns: %FALSE with @error (GH_PROPOSAL_ERROR_VALUE) and nothing changed if a value cannot be
 */
gboolean gh_proposal_correct (GhProposal *self,
                              guint line,
                              const char *const *values,
                              guint *field,
                              GError **error);

/* --- undo ------------------------------------------------------------------------------------ */

gboolean gh_proposal_can_undo (const GhProposal *self);
gboolean gh_proposal_can_redo (const GhProposal *self);
/** Takes the last refusal or correction back. Returns: a line that it was about, -1 = nothing to
 * undo */
int gh_proposal_undo (GhProposal *self);
int gh_proposal_redo (GhProposal *self);
/** Whether anything is other than it was read. */
gboolean gh_proposal_is_changed (const GhProposal *self);
