/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The rows of the forms of the plan: what they are called, and where their text is kept. */

typedef enum
{
  ROW_PLAN_TEXT,     /* offset: of the text in GhPlan */
  ROW_PLAN_LINES,    /* the same, with several lines */
  ROW_PLAN_MARKED,   /* the same, with bold letters and fields that follow the data */
  ROW_CAMPAIGN_TEXT, /* offset: of the text in GhCampaign */
  ROW_ISSUE_DATE,
  ROW_PERIOD,
  ROW_CONVENTION,
  ROW_CAMPAIGN_STATE,
  ROW_SECTION, /* a head between rows */
} GhFormRowKind;

typedef struct
{
  GhFormRowKind kind;
  gsize offset;
  const char *label;
  const char *placeholder; /* untranslated, or NULL */
} GhFormRow;

/** (array length=n): campaign and head of the plan; static. */
const GhFormRow *gh_form_header_rows (gsize *n);
/** (array length=n): the end of the plan; static. */
const GhFormRow *gh_form_signature_rows (gsize *n);
/** Whether the row shows a text of GhPlan as it is. */
gboolean gh_form_row_is_plan_text (const GhFormRow *row);
