/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

#include <glib.h>

/**
 * GhUnitConvention: what "một đơn vị máu" means (there is no official text, three uses are met).
 * The convention of the campaign is printed on every table.
 */
typedef enum
{
  GH_CONVENTION_BAG,    /* "bag": one bag is one unit, whatever its volume */
  GH_CONVENTION_250_ML, /* "250ml": 250 ml are one unit: 350 ml = 1,4, 450 ml = 1,8 */
  GH_CONVENTION_TURN,   /* "turn": one donor's turn is one unit */
} GhUnitConvention;

const char *gh_unit_convention_to_string (GhUnitConvention convention);
gboolean gh_unit_convention_from_string (const char *text, GhUnitConvention *convention);
/** Translated sentence for under a table; static. */
const char *gh_unit_convention_note (GhUnitConvention convention);

/** GhDonationSession: one donation day (điểm, buổi hiến máu) of a campaign. */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  gint64 activity_id;  /* its calendar entry, 0 = none */
  gint64 host_unit_id; /* 0 = none */
  char *name;
  GhDateSpan span;
  char *place;
  gint64 expected; /* persons, -1 = not said */
} GhDonationSession;

GhDonationSession *gh_donation_session_new (const char *name, const GhDateSpan *span);
GhDonationSession *gh_donation_session_copy (const GhDonationSession *session);
void gh_donation_session_free (GhDonationSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDonationSession, gh_donation_session_free)

/**
 * GhResult: what a unit brought at one session (session_id 0: without one). Counts in persons,
 * bags in pieces; -1 = not reported, which is not zero.
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  gint64 unit_id;
  gint64 session_id;
  gint64 registered;
  gint64 came;
  gint64 deferred;
  gint64 donated;
  gint64 bags_250;
  gint64 bags_350;
  gint64 bags_450;
  gboolean complete;
  char *note;
} GhResult;

GhResult *gh_result_new (gint64 unit_id, gint64 session_id);
GhResult *gh_result_copy (const GhResult *result);
void gh_result_free (GhResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhResult, gh_result_free)

/** Blood units in tenths by @convention (168,8 → 1688), so that nothing is lost; -1 = not reported.
 */
gint64 gh_result_blood_units_tenths (const GhResult *result, GhUnitConvention convention);
