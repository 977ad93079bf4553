/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

/*
 * Where in a plan or its data something stands, and how it can be mended: a fix is data, a list of
 * edits with a label, so that the window, the command line and the tests apply the same one.
 */

/** GhPart: what a place lies in (JSON names in brackets). */
typedef enum
{
  GH_PART_HEADER,    /* "header": a field above the body, the title among them */
  GH_PART_BASIS,     /* "basis" */
  GH_PART_BLOCK,     /* "block" */
  GH_PART_RECIPIENT, /* "recipient" */
  GH_PART_SIGNATURE, /* "signature": a field below the body */
  GH_PART_TARGET,    /* "target" */
  GH_PART_QUOTA,     /* "quota" */
  GH_PART_ACTIVITY,  /* "activity" */
  GH_PART_RESULT,    /* "result" */
} GhPart;

/** GhPlanField: a field of header or signature (JSON names: "number", "issue-date" …). */
typedef enum
{
  GH_FIELD_NONE,
  GH_FIELD_PARENT_ISSUER,
  GH_FIELD_ISSUER,
  GH_FIELD_NUMBER,
  GH_FIELD_SYMBOL,
  GH_FIELD_PLACE,
  GH_FIELD_ISSUE_DATE,
  GH_FIELD_TITLE,
  GH_FIELD_HEADER_NOTE,
  GH_FIELD_AUTHORITY,
  GH_FIELD_SIGNER_ROLE,
  GH_FIELD_SIGNER_POST,
  GH_FIELD_SIGNER_NAME,
  GH_FIELD_TAIL_NOTE,
  GH_N_FIELDS,
} GhPlanField;

/**
 * GhPlace: a plain value.
 * @field: of header and signature; GH_FIELD_NONE = all of it
 * @index: of the basis, block or recipient; -1 = all of them
 * @id: of the target or activity; of the unit for results; 0 = all of them
 * @row, @column: cell of a block's table; -1 = none. Column 1 of a recipient is its purpose
 * @start, @length: bytes of the text as it is stored, with marks and fields in it; @length 0 = the
 *   text as a whole
 */
typedef struct
{
  GhPart part;
  GhPlanField field;
  int index;
  gint64 id;
  int row;
  int column;
  gsize start;
  gsize length;
} GhPlace;

#define GH_PLACE_INIT                                                                              \
  {                                                                                                \
    GH_PART_HEADER, GH_FIELD_NONE, -1, 0, -1, -1, 0, 0                                             \
  }

const char *gh_part_to_string (GhPart part);
const char *gh_plan_field_to_string (GhPlanField field);

/** (transfer none) (nullable): where the text of @place is kept in @plan, so that it can be
 * replaced; %NULL if the place is not (or no longer) there or holds no text of the plan. */
char **gh_place_get_text (const GhPlace *place, GhPlan *plan);

/** GhFixKind (JSON names in brackets). */
typedef enum
{
  GH_FIX_REPLACE,       /* "replace": the span of a text, which now says @old, by @text */
  GH_FIX_NUMBER,        /* "number": printed number of a block, now @old, by @text */
  GH_FIX_REMOVE_BLOCK,  /* "remove-block" */
  GH_FIX_JOIN_NEXT,     /* "join-next": the block's text and that of the next one */
  GH_FIX_ADD_RECIPIENT, /* "add-recipient": behind the last one */
} GhFixKind;

const char *gh_fix_kind_to_string (GhFixKind kind);

/** GhFixEdit: one change of a plan. @old and @text are never %NULL. */
typedef struct
{
  GhFixKind kind;
  GhPlace place;
  char *old;
  char *text;
} GhFixEdit;

/**
 * GhFix: edits that belong together.
 * @label: translated; what it will do: "Change to thứ Bảy"
 * @safe: nobody could want it otherwise, so it may be done together with others, unseen
 */
typedef struct
{
  char *label;
  gboolean safe;
  GPtrArray *edits; /* GhFixEdit */
} GhFix;

GhFix *gh_fix_new (gboolean safe);
/** Copies the texts; %NULL is "". */
void
gh_fix_add (GhFix *fix, GhFixKind kind, const GhPlace *place, const char *old, const char *text);
GhFix *gh_fix_copy (const GhFix *fix);
void gh_fix_free (GhFix *fix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhFix, gh_fix_free)

/**
 * gh_fix_apply:
 * @fixes: (element-type GhFix): no two of them on one text
 *
 * Sentences that targets, activities and tasks were read from change along with the block they
 * stand in, so that the tie between paper and data holds.
 *
 * Returns: (transfer full) (nullable): @dossier with the edits made, sharing with it what did not
 *   change; %NULL if the plan does not say what the edits expect, or is issued and frozen
 */
GhDossier *gh_fix_apply (GhDossier *dossier, const GPtrArray *fixes);

/**
 * gh_fix_apply_safe: checks and mends until no safe fix is left.
 * @code: (nullable): only findings of this code
 * @n: (out): how many fixes were made
 *
 * Returns: (transfer full): @dossier mended; a reference to @dossier itself if there was nothing
 */
GhDossier *gh_fix_apply_safe (GhDossier *dossier, guint32 today, const char *code, guint *n);
