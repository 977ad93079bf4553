/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"
#include "gh-store.h"

/**
 * GhOffice: whose program this is: level, names and signers, entered once and kept on the computer
 * (never in a workspace). A new campaign begins with them.
 */

/** GhOfficeLevel: the kind of body, which says what template it begins with. */
typedef enum
{
  GH_OFFICE_LEVEL_UNKNOWN,
  GH_OFFICE_LEVEL_COMMUNE,    /* xã, phường, đặc khu */
  GH_OFFICE_LEVEL_DISTRICT,   /* cấp huyện, before 01/7/2025 */
  GH_OFFICE_LEVEL_PROVINCE,   /* tỉnh, thành phố */
  GH_OFFICE_LEVEL_DEPARTMENT, /* sở, ngành, cơ quan */
  GH_OFFICE_LEVEL_SCHOOL,
  GH_OFFICE_LEVEL_HOSPITAL,
  GH_OFFICE_LEVEL_COMPANY,
} GhOfficeLevel;

/** GhOfficeField: the texts; the signers' ones by Nghị định 30 (see GhPlan). */
typedef enum
{
  GH_OFFICE_PROVINCE, /* "tỉnh Hòa Xuân", "thành phố Hà Nội" */
  GH_OFFICE_PARENT,   /* superior body */
  GH_OFFICE_ISSUER,   /* the committee or body itself */
  GH_OFFICE_SYMBOL,   /* "KH-BCĐ" */
  GH_OFFICE_PLACE,    /* địa danh */
  GH_OFFICE_HEAD_AUTHORITY,
  GH_OFFICE_HEAD_ROLE,
  GH_OFFICE_HEAD_POST,
  GH_OFFICE_HEAD_NAME,
  GH_OFFICE_DEPUTY_AUTHORITY,
  GH_OFFICE_DEPUTY_ROLE,
  GH_OFFICE_DEPUTY_POST,
  GH_OFFICE_DEPUTY_NAME,
  GH_OFFICE_N_FIELDS
} GhOfficeField;

typedef struct
{
  GhOfficeLevel level;
  gboolean deputy_signs; /* new plans are signed by the deputy, not by the head */
  char *fields[GH_OFFICE_N_FIELDS];
} GhOffice;

GhOffice *gh_office_new (void);
void gh_office_free (GhOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhOffice, gh_office_free)

/** Names for a settings file: "issuer", "head-name". */
const char *gh_office_field_key (GhOfficeField field);
/** "" when nothing was entered. */
const char *gh_office_get (const GhOffice *office, GhOfficeField field);
/** @text: as typed; kept in NFC without spaces at its ends. */
void gh_office_set (GhOffice *office, GhOfficeField field, const char *text);
/** The key of the template such a body begins with, %NULL if there is none of its own. */
const char *gh_office_level_template (GhOfficeLevel level);

/** Puts what is known into a plan from a template: its head, its signature, and the blanks of its
 * text that stand for the same ("tỉnh …"). What is not known stays as the template has it. */
void gh_office_fill_plan (const GhOffice *office, GhPlan *plan);

/** gh_office_fill_plan() for a campaign, in an open transaction. @office may be %NULL. */
gboolean
gh_office_apply (const GhOffice *office, GhStore *store, gint64 campaign_id, GError **error);
