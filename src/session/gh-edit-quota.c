/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-number.h"
#include "gh-workspace-private.h"

/* Quotas set by hand, and the allocation of a total. */

static const GhQuota *
find_quota (GhDossier *dossier, gint64 unit_id, GhIndicator indicator)
{
  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      if (quota->unit_id == unit_id && quota->indicator == indicator)
        return quota;
    }
  return NULL;
}

/* (element-type GhQuota): what is to be stored; a value below 0 empties the cell. */
gboolean
_gh_edit_save_quotas_cb (GhStore *store, gpointer user_data, GError **error)
{
  const GPtrArray *quotas = user_data;

  for (guint i = 0; i < quotas->len; i++)
    {
      GhQuota *quota = g_ptr_array_index (quotas, i);

      if (quota->value < 0)
        {
          if (!gh_store_clear_quota (store, quota->campaign_id, quota->unit_id, quota->indicator,
                                     error))
            return FALSE;
        }
      else if (!gh_store_save_quota (store, quota, error))
        return FALSE;
    }
  return TRUE;
}

static char *
format_cell (gint64 value)
{
  return value < 0 ? g_strdup ("–") : gh_number_format (value);
}

static char *
make_quota_label (GhWorkspace *workspace, GhDossier *dossier, const GhQuota *quota)
{
  const GhQuota *old = find_quota (dossier, quota->unit_id, quota->indicator);
  g_autofree char *from = format_cell (old != NULL ? old->value : -1);
  g_autofree char *to = format_cell (quota->value);

  /* Translators: undo label: name of a unit, old figure, new figure. */
  return g_strdup_printf (_("Change quota of %s: %s → %s"),
                          _gh_edit_unit_name (workspace, quota->unit_id), from, to);
}

gboolean
gh_edit_set_quotas (GhWorkspace *workspace, const GPtrArray *quotas, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);
  g_autofree char *label = NULL;

  if (dossier == NULL)
    return FALSE;
  for (guint i = 0; i < quotas->len; i++)
    {
      GhQuota *quota = gh_quota_copy (g_ptr_array_index (quotas, i));

      quota->campaign_id = dossier->campaign->id;
      quota->locked = TRUE;
      quota->rule = GH_QUOTA_RULE_MANUAL;
      g_ptr_array_add (changes, quota);
    }
  if (changes->len == 1)
    label = make_quota_label (workspace, dossier, g_ptr_array_index (changes, 0));
  else
    label = g_strdup_printf (ngettext ("Change %u quota", "Change %u quotas", changes->len),
                             changes->len);
  return gh_workspace_edit (workspace, label, _gh_edit_save_quotas_cb, changes, error);
}

gboolean
gh_edit_set_quota (GhWorkspace *workspace,
                   gint64 unit_id,
                   GhIndicator indicator,
                   gint64 value,
                   GError **error)
{
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);

  g_ptr_array_add (quotas, gh_quota_new (unit_id, indicator, value));
  return gh_edit_set_quotas (workspace, quotas, error);
}

gboolean
gh_edit_lock_quota (GhWorkspace *workspace,
                    gint64 unit_id,
                    GhIndicator indicator,
                    gboolean locked,
                    GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  const GhQuota *old;
  GhQuota *quota;
  const char *name;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  if (dossier == NULL)
    return FALSE;
  old = find_quota (dossier, unit_id, indicator);
  name = _gh_edit_unit_name (workspace, unit_id);
  if (old == NULL)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                   _("%s has no quota to lock yet. Enter a figure first."), name);
      return FALSE;
    }
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);
  quota = gh_quota_copy (old);
  quota->locked = locked;
  g_ptr_array_add (changes, quota);
  /* Translators: undo labels; %s is the name of a unit. */
  label = g_strdup_printf (locked ? _("Lock quota of %s") : _("Unlock quota of %s"), name);
  return gh_workspace_edit (workspace, label, _gh_edit_save_quotas_cb, changes, error);
}

/* --- allocation ------------------------------------------------------------------------------ */

static gboolean
unit_exists_in (const GhUnit *unit, const GhCampaign *campaign)
{
  guint32 from = campaign->period.start;
  guint32 to = campaign->period.end;

  if (from == 0)
    {
      from = gh_day_from_ymd (campaign->year, 1, 1);
      to = gh_day_from_ymd (campaign->year, 12, 31);
    }
  return from == 0 || ((unit->valid_from == 0 || unit->valid_from <= to) &&
                       (unit->valid_to == 0 || unit->valid_to >= from));
}

/* The leaves that take part, in tree order. */
static GPtrArray *
list_leaves (GhDossier *dossier, gint64 parent_id)
{
  g_autoptr (GhUnitTree) tree = gh_unit_tree_new (dossier->units);
  g_autoptr (GPtrArray) all = gh_unit_tree_flatten (tree);
  GPtrArray *leaves = g_ptr_array_new ();
  int below = parent_id == 0 ? 0 : -1; /* depth of the branch we are in; -1 = outside */

  for (guint i = 0; i < all->len; i++)
    {
      GhUnit *unit = g_ptr_array_index (all, i);
      int depth = gh_unit_tree_depth (tree, unit->id);

      if (parent_id != 0 && unit->id == parent_id)
        below = depth;
      else if (parent_id != 0 && depth <= below)
        below = -1;
      if (below >= 0 && gh_unit_tree_is_leaf (tree, unit->id) &&
          unit_exists_in (unit, dossier->campaign))
        g_ptr_array_add (leaves, unit);
    }
  return leaves;
}

static gint64
weight_of (const GhUnit *unit, const GhAllocation *allocation)
{
  const gint64 *weight;

  switch (allocation->rule)
    {
    case GH_QUOTA_RULE_HEADCOUNT:
      return MAX (unit->headcount, 0);
    case GH_QUOTA_RULE_LAST_YEAR:
      return MAX (unit->last_year, 0);
    case GH_QUOTA_RULE_WEIGHT:
      weight = allocation->weights != NULL
                 ? g_hash_table_lookup ((GHashTable *) allocation->weights, &unit->id)
                 : NULL;
      return weight != NULL ? MAX (*weight, 0) : 0;
    case GH_QUOTA_RULE_EQUAL:
    case GH_QUOTA_RULE_MANUAL:
    case GH_QUOTA_RULE_IMPORT:
    default:
      return 1;
    }
}

/* Present quotas of @indicator by unit id; borrowed from the dossier. */
static GHashTable *
index_quotas (const GPtrArray *quotas, GhIndicator indicator)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < quotas->len; i++)
    {
      GhQuota *quota = g_ptr_array_index (quotas, i);

      if (quota->indicator == indicator)
        g_hash_table_insert (index, &quota->unit_id, quota);
    }
  return index;
}

static GhShare
make_share (const GhUnit *unit, const GhAllocation *allocation, const GhQuota *present)
{
  GhShare share = { 0 };

  share.weight = weight_of (unit, allocation);
  share.minimum = MAX (allocation->minimum, 0);
  share.maximum = allocation->maximum >= 0 ? allocation->maximum : -1;
  share.locked = present != NULL && present->locked && !allocation->replace_locked;
  share.value = share.locked ? present->value : 0;
  return share;
}

GPtrArray *
gh_edit_preview_allocation (GhWorkspace *workspace, const GhAllocation *allocation, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (GHashTable) present = NULL;
  g_autofree GhShare *shares = NULL;
  GPtrArray *quotas;

  if (dossier == NULL)
    return NULL;
  leaves = list_leaves (dossier, allocation->parent_id);
  if (leaves->len == 0)
    {
      g_set_error_literal (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_NO_WEIGHT,
                           _("There is no unit to share out to. Add units first."));
      return NULL;
    }
  present = index_quotas (dossier->quotas, allocation->indicator);
  shares = g_new0 (GhShare, leaves->len);
  for (guint i = 0; i < leaves->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (leaves, i);

      shares[i] = make_share (unit, allocation, g_hash_table_lookup (present, &unit->id));
    }
  if (!gh_quota_split (allocation->total, shares, leaves->len, error))
    return NULL;

  quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);
  for (guint i = 0; i < leaves->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (leaves, i);
      const GhQuota *old = g_hash_table_lookup (present, &unit->id);
      GhQuota *quota = gh_quota_new (unit->id, allocation->indicator, shares[i].value);

      quota->campaign_id = dossier->campaign->id;
      quota->locked = shares[i].locked;
      quota->rule = shares[i].locked ? old->rule : allocation->rule;
      g_ptr_array_add (quotas, quota);
    }
  return quotas;
}

gboolean
gh_edit_allocate (GhWorkspace *workspace, const GhAllocation *allocation, GError **error)
{
  g_autoptr (GPtrArray) quotas = gh_edit_preview_allocation (workspace, allocation, error);
  g_autofree char *total = NULL;
  g_autofree char *label = NULL;

  if (quotas == NULL)
    return FALSE;
  total = gh_number_format (allocation->total);
  /* Translators: undo label: figure, what is counted ("blood units"), the rule ("by headcount"). */
  label =
    g_strdup_printf (_("Share out %s %s, %s"), total, gh_indicator_name (allocation->indicator),
                     gh_quota_rule_name (allocation->rule));
  return _gh_workspace_run_edit (workspace,
                                 &(GhEdit){ .label = label,
                                            .func = _gh_edit_save_quotas_cb,
                                            .user_data = quotas,
                                            .reads = GH_DOSSIER_UNITS | GH_DOSSIER_QUOTAS },
                                 error);
}
