/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

static gint64
find_newest (GhStore *store, GError **error)
{
  gint64 id = 0;

  if (!gh_db_query_int (store->db, "SELECT id FROM campaign ORDER BY year DESC, id DESC LIMIT 1",
                        &id, error))
    return 0;
  if (id == 0)
    g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                         _("The workspace holds no campaign yet. Make one from a template or "
                           "import a plan."));
  return id;
}

/* All units belong to every campaign. */
static GPtrArray *
list_units (GhStore *store, gint64 campaign_id G_GNUC_UNUSED, GError **error)
{
  return gh_store_list_units (store, error);
}

static gboolean
take_lists (GhStore *store,
            GhDossier *dossier,
            const GhDossier *old,
            GhDossierParts parts,
            GError **error)
{
  const struct
  {
    GhDossierParts part;
    gsize offset;
    GPtrArray *(*read) (GhStore *, gint64, GError **);
  } lists[] = {
    { GH_DOSSIER_UNITS, G_STRUCT_OFFSET (GhDossier, units), list_units },
    { GH_DOSSIER_TARGETS, G_STRUCT_OFFSET (GhDossier, targets), gh_store_list_targets },
    { GH_DOSSIER_QUOTAS, G_STRUCT_OFFSET (GhDossier, quotas), gh_store_list_quotas },
    { GH_DOSSIER_ACTIVITIES, G_STRUCT_OFFSET (GhDossier, activities), gh_store_list_activities },
    { GH_DOSSIER_SESSIONS, G_STRUCT_OFFSET (GhDossier, sessions), gh_store_list_sessions },
    { GH_DOSSIER_RESULTS, G_STRUCT_OFFSET (GhDossier, results), gh_store_list_results },
    { GH_DOSSIER_AWARDS, G_STRUCT_OFFSET (GhDossier, awards), gh_store_list_award_rounds },
    { GH_DOSSIER_BUDGET, G_STRUCT_OFFSET (GhDossier, budget), gh_store_list_budget_lines },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray **list = G_STRUCT_MEMBER_P (dossier, lists[i].offset);
      GPtrArray *kept = NULL;

      if (old != NULL && (parts & lists[i].part) == 0)
        kept = g_ptr_array_ref (G_STRUCT_MEMBER (GPtrArray *, old, lists[i].offset));
      if (!gh_store_replace_list (
            list, kept != NULL ? kept : lists[i].read (store, dossier->campaign->id, error)))
        return FALSE;
    }
  return TRUE;
}

GhDossier *
gh_dossier_load_parts (GhStore *store,
                       gint64 campaign_id,
                       GhDossier *old,
                       GhDossierParts parts,
                       GError **error)
{
  g_autoptr (GhCampaign) campaign = NULL;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhDossier) dossier = NULL;
  GhMoment moment;

  if (!gh_store_read_moment (store, &moment, error))
    return NULL;
  if (old != NULL && (parts & GH_DOSSIER_CAMPAIGN) == 0)
    campaign = gh_campaign_copy (old->campaign);
  else
    campaign = gh_store_load_campaign (store, campaign_id, error);
  if (campaign == NULL)
    return NULL;
  if (old != NULL && (parts & GH_DOSSIER_PLAN) == 0)
    plan = gh_plan_copy (old->plan);
  else
    plan = gh_store_load_plan (store, campaign_id, error);
  if (plan == NULL)
    return NULL;
  dossier = gh_dossier_new (g_steal_pointer (&campaign), g_steal_pointer (&plan));
  dossier->moment = moment;
  return take_lists (store, dossier, old, parts, error) ? g_steal_pointer (&dossier) : NULL;
}

static GhDossier *
load (GhStore *store, gint64 campaign_id, GError **error)
{
  gint64 id = campaign_id != 0 ? campaign_id : find_newest (store, error);

  return id != 0 ? gh_dossier_load_parts (store, id, NULL, GH_DOSSIER_ALL, error) : NULL;
}

GhDossier *
gh_store_load_dossier (GhStore *store, gint64 campaign_id, GError **error)
{
  GhDossier *dossier;

  g_return_val_if_fail (store != NULL, NULL);

  if (gh_db_in_transaction (store->db))
    return load (store, campaign_id, error);
  if (!gh_db_exec (store->db, "BEGIN", error))
    return NULL;
  dossier = load (store, campaign_id, error);
  gh_db_rollback (store->db); /* nothing was written */
  return dossier;
}
