/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

/* Puts a list in the place of an empty one. */
static gboolean
replace_list (GPtrArray **list, GPtrArray *loaded)
{
  if (loaded == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = loaded;
  return TRUE;
}

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

static GhDossier *
load (GhStore *store, gint64 campaign_id, GError **error)
{
  gint64 id = campaign_id != 0 ? campaign_id : find_newest (store, error);
  g_autoptr (GhCampaign) campaign = NULL;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhDossier) dossier = NULL;

  if (id == 0)
    return NULL;
  campaign = gh_store_load_campaign (store, id, error);
  if (campaign == NULL)
    return NULL;
  plan = gh_store_load_plan (store, id, error);
  if (plan == NULL)
    return NULL;
  dossier = gh_dossier_new (g_steal_pointer (&campaign), g_steal_pointer (&plan));
  if (!replace_list (&dossier->units, gh_store_list_units (store, error)) ||
      !replace_list (&dossier->targets, gh_store_list_targets (store, id, error)) ||
      !replace_list (&dossier->quotas, gh_store_list_quotas (store, id, error)) ||
      !replace_list (&dossier->activities, gh_store_list_activities (store, id, error)) ||
      !replace_list (&dossier->sessions, gh_store_list_sessions (store, id, error)) ||
      !replace_list (&dossier->results, gh_store_list_results (store, id, error)))
    return NULL;
  return g_steal_pointer (&dossier);
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
