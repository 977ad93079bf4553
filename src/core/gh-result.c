/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-result.h"

#include <glib/gi18n-lib.h>

#include "gh-names.h"

static const char *const convention_names[] = { "bag", "250ml", "turn" };

GH_DEFINE_ENUM_STRINGS (GhUnitConvention, gh_unit_convention, convention_names)

const char *
gh_unit_convention_note (GhUnitConvention convention)
{
  static const char *const notes[] = {
    N_("One bag of blood is counted as one blood unit, whatever its volume."),
    N_("One blood unit is 250 ml: a bag of 350 ml counts 1.4, a bag of 450 ml counts 1.8."),
    N_("One donor's turn is counted as one blood unit."),
  };

  g_return_val_if_fail ((gsize) convention < G_N_ELEMENTS (notes), "");
  return _(notes[convention]);
}

GhDonationSession *
gh_donation_session_new (const char *name, const GhDateSpan *span)
{
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  GhDonationSession *session = g_new0 (GhDonationSession, 1);

  session->name = g_strdup (name != NULL ? name : "");
  session->span = span != NULL ? *span : empty;
  session->place = g_strdup ("");
  session->expected = -1;
  return session;
}

GhDonationSession *
gh_donation_session_copy (const GhDonationSession *session)
{
  GhDonationSession *copy = g_memdup2 (session, sizeof *session);

  copy->name = g_strdup (session->name);
  copy->place = g_strdup (session->place);
  return copy;
}

void
gh_donation_session_free (GhDonationSession *session)
{
  if (session == NULL)
    return;
  g_free (session->name);
  g_free (session->place);
  g_free (session);
}

GhResult *
gh_result_new (gint64 unit_id, gint64 session_id)
{
  GhResult *result = g_new0 (GhResult, 1);

  result->unit_id = unit_id;
  result->session_id = session_id;
  result->registered = -1;
  result->came = -1;
  result->deferred = -1;
  result->donated = -1;
  result->bags_250 = -1;
  result->bags_350 = -1;
  result->bags_450 = -1;
  result->note = g_strdup ("");
  return result;
}

GhResult *
gh_result_copy (const GhResult *result)
{
  GhResult *copy = g_memdup2 (result, sizeof *result);

  copy->note = g_strdup (result->note);
  return copy;
}

void
gh_result_free (GhResult *result)
{
  if (result == NULL)
    return;
  g_free (result->note);
  g_free (result);
}

/* Unknown counts as none here; beyond 2^52 (a damaged file) a figure stops. */
static gint64
bags_of (gint64 count)
{
  return CLAMP (count, 0, G_GINT64_CONSTANT (1) << 52);
}

gint64
gh_result_blood_units_tenths (const GhResult *result, GhUnitConvention convention)
{
  gboolean bags = result->bags_250 >= 0 || result->bags_350 >= 0 || result->bags_450 >= 0;
  gint64 small = bags_of (result->bags_250);
  gint64 medium = bags_of (result->bags_350);
  gint64 large = bags_of (result->bags_450);

  if (convention == GH_CONVENTION_TURN)
    {
      if (result->donated >= 0)
        return bags_of (result->donated) * 10;
      return bags ? (small + medium + large) * 10 : -1; /* one turn fills one bag */
    }
  if (!bags)
    return -1;
  if (convention == GH_CONVENTION_250_ML)
    return small * 10 + medium * 14 + large * 18;
  return (small + medium + large) * 10;
}
