/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-text.h"
#include "gh-workspace-private.h"

/* Accepting tables of quotas and calendars. */

static void
add_problem (GPtrArray *problems, guint row, const char *format, const char *name)
{
  GhProblem *problem = g_new0 (GhProblem, 1);
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  problem->where = g_strdup_printf (_("row %u"), row);
  problem->message = g_strdup (message->str);
  problem->fatal = TRUE;
  g_ptr_array_add (problems, problem);
}

/* Folded name → unit; a name that several units bear leads to &several. */
static GHashTable *
index_names (GhDossier *dossier, const GhUnit *several)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossier->units->len; i++)
    {
      GhUnit *unit = g_ptr_array_index (dossier->units, i);
      char *key = gh_text_fold (unit->name);
      gpointer value = g_hash_table_contains (index, key) ? (gpointer) several : unit;

      g_hash_table_insert (index, key, value);
    }
  return index;
}

static char *
make_cell_key (gint64 unit_id, GhIndicator indicator)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%d", unit_id, (int) indicator);
}

/* Cell → the quota that is there, borrowed from the dossier. */
static GHashTable *
index_cells (GhDossier *dossier)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      g_hash_table_insert (index, make_cell_key (quota->unit_id, quota->indicator), quota);
    }
  return index;
}

/* (transfer full) (element-type GhQuota): the quotas that @reading makes or changes. */
static GPtrArray *
merge_quotas (GhDossier *dossier, GhQuotaReading *reading, GhMergeCounts *counts)
{
  g_autoptr (GhUnit) several = gh_unit_new ("");
  g_autoptr (GHashTable) names = index_names (dossier, several);
  g_autoptr (GHashTable) cells = index_cells (dossier);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);

  for (guint i = 0; i < reading->rows->len; i++)
    {
      const GhQuotaRow *row = g_ptr_array_index (reading->rows, i);
      g_autofree char *key = gh_text_fold (row->unit);
      const GhUnit *unit = g_hash_table_lookup (names, key);
      g_autofree char *cell = NULL;
      GhQuota *quota;

      if (unit == NULL || unit == several)
        {
          add_problem (reading->problems, row->row,
                       unit == NULL ? _("There is no unit called %s. Import the units first, or "
                                        "correct the name.")
                                    : _("More than one unit is called %s, so its quota was left "
                                        "out. Enter it by hand."),
                       row->unit);
          counts->refused++;
          continue;
        }
      cell = make_cell_key (unit->id, row->indicator);
      quota = g_hash_table_lookup (cells, cell);
      if (quota != NULL && quota->value == row->value)
        {
          counts->unchanged++;
          continue;
        }
      *(quota != NULL ? &counts->changed : &counts->added) += 1;
      quota = gh_quota_new (unit->id, row->indicator, row->value);
      quota->campaign_id = dossier->campaign->id;
      quota->rule = GH_QUOTA_RULE_IMPORT;
      g_ptr_array_add (changes, quota);
      g_hash_table_insert (cells, g_steal_pointer (&cell), quota);
    }
  return changes;
}

gboolean
gh_edit_accept_quotas (GhWorkspace *workspace,
                       GhQuotaReading *reading,
                       gboolean dry_run,
                       GhMergeCounts *counts,
                       GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  GhMergeCounts ours = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  if (dossier == NULL)
    return FALSE;
  changes = merge_quotas (dossier, reading, &ours);
  if (counts != NULL)
    *counts = ours;
  if (dry_run || changes->len == 0)
    return TRUE;
  label =
    g_strdup_printf (ngettext ("Import %u quota", "Import %u quotas", changes->len), changes->len);
  return _gh_workspace_run_edit (workspace,
                                 &(GhEdit){ .label = label,
                                            .func = _gh_edit_save_quotas_cb,
                                            .user_data = changes,
                                            .reads = GH_DOSSIER_UNITS | GH_DOSSIER_QUOTAS },
                                 error);
}

/* --- calendar -------------------------------------------------------------------------------- */

/* The same thing on the same day is the same entry; one held twice a year is two. */
static char *
make_activity_key (const GhActivity *activity)
{
  g_autofree char *title = gh_text_fold (activity->title);

  return g_strdup_printf ("%u-%u/%s", activity->span.start, activity->span.end, title);
}

/* The days of @from are those of @span already; hours that it does not say stay. */
static gboolean
merge_span (GhDateSpan *span, const GhDateSpan *from)
{
  GhDateSpan merged = *from;

  if (gh_date_span_is_empty (from))
    return FALSE;
  if (from->start_minute < 0 && from->end_minute < 0)
    {
      merged.start_minute = span->start_minute;
      merged.end_minute = span->end_minute;
    }
  if (gh_date_span_equal (span, &merged))
    return FALSE;
  *span = merged;
  return TRUE;
}

/* Whether anything of @from was new; what it leaves empty erases nothing. */
static gboolean
merge_activity (GhActivity *activity, const GhActivity *from)
{
  gboolean changed = _gh_edit_merge_text (&activity->place, from->place);

  changed |= _gh_edit_merge_text (&activity->lead, from->lead);
  changed |= _gh_edit_merge_text (&activity->partners, from->partners);
  changed |= _gh_edit_merge_text (&activity->result, from->result);
  changed |= merge_span (&activity->span, &from->span);
  return changed;
}

static GPtrArray *
merge_calendar (GhDossier *dossier, const GhCalendarReading *reading, GhMergeCounts *counts)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);

  for (guint i = 0; i < dossier->activities->len; i++)
    {
      GhActivity *copy = gh_activity_copy (g_ptr_array_index (dossier->activities, i));

      g_ptr_array_add (all, copy);
      g_hash_table_insert (known, make_activity_key (copy), copy);
    }
  for (guint i = 0; i < reading->activities->len; i++)
    {
      const GhActivity *read = g_ptr_array_index (reading->activities, i);
      g_autofree char *key = make_activity_key (read);
      GhActivity *mine = g_hash_table_lookup (known, key);

      if (mine == NULL)
        {
          mine = gh_activity_copy (read);
          mine->id = 0;
          mine->campaign_id = dossier->campaign->id;
          g_ptr_array_add (all, mine);
          g_hash_table_insert (known, g_steal_pointer (&key), mine);
          g_hash_table_add (touched, mine);
          counts->added++;
        }
      else if (merge_activity (mine, read))
        {
          g_hash_table_add (touched, mine);
          counts->changed++;
        }
      else
        counts->unchanged++;
    }
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (touched, g_ptr_array_index (all, i)))
      g_ptr_array_add (changes, gh_activity_copy (g_ptr_array_index (all, i)));
  return changes;
}

gboolean
_gh_edit_save_activities_cb (GhStore *store, gpointer user_data, GError **error)
{
  const GPtrArray *activities = user_data;

  for (guint i = 0; i < activities->len; i++)
    if (!gh_store_save_activity (store, g_ptr_array_index (activities, i), error))
      return FALSE;
  return TRUE;
}

gboolean
gh_edit_accept_calendar (GhWorkspace *workspace,
                         const GhCalendarReading *reading,
                         gboolean dry_run,
                         GhMergeCounts *counts,
                         GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  GhMergeCounts ours = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  if (dossier == NULL)
    return FALSE;
  changes = merge_calendar (dossier, reading, &ours);
  if (counts != NULL)
    *counts = ours;
  if (dry_run || changes->len == 0)
    return TRUE;
  label = g_strdup_printf (
    ngettext ("Import %u calendar entry", "Import %u calendar entries", changes->len),
    changes->len);
  return _gh_workspace_run_edit (workspace,
                                 &(GhEdit){ .label = label,
                                            .func = _gh_edit_save_activities_cb,
                                            .user_data = changes,
                                            .reads = GH_DOSSIER_ACTIVITIES },
                                 error);
}
