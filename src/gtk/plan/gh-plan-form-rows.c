/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-form-rows.h"

#include <glib/gi18n-lib.h>

#include "gh-dossier.h"
#include "gh-plan.h"

#define PLAN(member)     G_STRUCT_OFFSET (GhPlan, member)
#define CAMPAIGN(member) G_STRUCT_OFFSET (GhCampaign, member)

static const GhFormRow header_rows[] = {
  { ROW_SECTION, 0, N_("Campaign"), NULL },
  { ROW_CAMPAIGN_TEXT, CAMPAIGN (name), N_("Short name"), NULL },
  { ROW_PERIOD, 0, N_("Period"), N_("01/01/2027 – 31/03/2027") },
  { ROW_CAMPAIGN_TEXT, CAMPAIGN (theme), N_("Theme"), NULL },
  { ROW_CONVENTION, 0, N_("A blood unit is"), NULL },
  { ROW_CAMPAIGN_STATE, 0, N_("State"), NULL },
  { ROW_SECTION, 0, N_("Head of the plan"), NULL },
  { ROW_PLAN_LINES, PLAN (parent_issuer), N_("Superior body"), NULL },
  { ROW_PLAN_LINES, PLAN (issuer), N_("Issuing body"), NULL },
  { ROW_PLAN_TEXT, PLAN (number), N_("Number"), N_("blank until it is issued") },
  { ROW_PLAN_TEXT, PLAN (symbol), N_("Symbol"), N_("KH-BCĐ") },
  { ROW_PLAN_TEXT, PLAN (place), N_("Place"), NULL },
  { ROW_ISSUE_DATE, 0, N_("Date of issue"), N_("15/12/2026, or 12/2026 while the day is open") },
  { ROW_PLAN_TEXT, PLAN (document_kind), N_("Kind of document"), NULL },
  { ROW_PLAN_MARKED, PLAN (title), N_("Title"), NULL },
  { ROW_PLAN_LINES, PLAN (header_note), N_("Lines above the title"), NULL },
};

static const GhFormRow signature_rows[] = {
  { ROW_SECTION, 0, N_("Signature"), NULL },
  { ROW_PLAN_TEXT, PLAN (authority), N_("Authority"), N_("TM. BAN CHỈ ĐẠO") },
  { ROW_PLAN_TEXT, PLAN (signer_role), N_("Role"), N_("TRƯỞNG BAN") },
  { ROW_PLAN_TEXT, PLAN (signature_mark), N_("In place of the signature"), N_("(đã ký)") },
  { ROW_PLAN_TEXT, PLAN (signer_post), N_("Post in the host body"), NULL },
  { ROW_PLAN_TEXT, PLAN (signer_name), N_("Name"), NULL },
  { ROW_PLAN_LINES, PLAN (tail_note), N_("Lines after the signature"), NULL },
};

const GhFormRow *
gh_form_header_rows (gsize *n)
{
  *n = G_N_ELEMENTS (header_rows);
  return header_rows;
}

const GhFormRow *
gh_form_signature_rows (gsize *n)
{
  *n = G_N_ELEMENTS (signature_rows);
  return signature_rows;
}

gboolean
gh_form_row_is_plan_text (const GhFormRow *row)
{
  return row->kind == ROW_PLAN_TEXT || row->kind == ROW_PLAN_LINES || row->kind == ROW_PLAN_MARKED;
}
