/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-template-private.h"

/* What the sample has more than a template: units, quotas, donation days and results. */

typedef struct
{
  GhStore *store;
  int year;
  gint64 campaign_id;
  GPtrArray *units;        /* GhUnit, in tree order */
  GPtrArray *leaves;       /* GhUnit, borrowed from units */
  GHashTable *by_name;     /* name → GhUnit, borrowed */
  GHashTable *session_ids; /* name → gint64 */
} Sample;

static gint64
get_count (JsonObject *object, const char *name)
{
  return json_object_get_int_member_with_default (object, name, -1);
}

static gboolean
build_units (Sample *sample, JsonArray *array, gint64 parent_id, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      JsonArray *below = _gh_template_get_array (object, "units");
      g_autofree char *name = _gh_template_dup_text (object, "name", sample->year);
      GhUnit *unit = gh_unit_new (name);

      g_ptr_array_add (sample->units, unit);
      g_free (unit->kind);
      unit->kind = _gh_template_dup_text (object, "kind", sample->year);
      g_free (unit->contact);
      unit->contact = _gh_template_dup_text (object, "contact", sample->year);
      g_free (unit->phone);
      unit->phone = _gh_template_dup_text (object, "phone", sample->year);
      unit->parent_id = parent_id;
      unit->position = (int) i;
      unit->headcount = get_count (object, "headcount");
      unit->last_year = get_count (object, "last_year");
      if (!gh_store_save_unit (sample->store, unit, error))
        return FALSE;
      g_hash_table_insert (sample->by_name, unit->name, unit);
      if (below == NULL)
        g_ptr_array_add (sample->leaves, unit);
      else if (!build_units (sample, below, unit->id, error))
        return FALSE;
    }
  return TRUE;
}

static GhUnit *
find_unit (const Sample *sample, const char *name)
{
  GhUnit *unit = g_hash_table_lookup (sample->by_name, name);

  if (unit == NULL)
    g_warning ("sample: no unit %s", name);
  return unit;
}

/* Figures that were set by hand, by unit; the sample shows how allocation leaves them alone. */
static GHashTable *
index_locked (const Sample *sample, JsonArray *locked)
{
  GHashTable *index = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);

  for (guint i = 0; locked != NULL && i < json_array_get_length (locked); i++)
    {
      JsonObject *one = json_array_get_object_element (locked, i);
      gint64 *value = g_new (gint64, 1);

      *value = get_count (one, "value");
      g_hash_table_insert (index, find_unit (sample, json_object_get_string_member (one, "unit")),
                           value);
    }
  return index;
}

static gboolean
build_quota (const Sample *sample, JsonObject *object, GError **error)
{
  guint n = sample->leaves->len;
  g_autofree GhShare *shares = g_new0 (GhShare, n);
  g_autoptr (GHashTable) locked = index_locked (sample, _gh_template_get_array (object, "locked"));
  GhIndicator indicator = GH_INDICATOR_BLOOD_UNITS;
  GhQuotaRule rule = GH_QUOTA_RULE_HEADCOUNT;

  gh_indicator_from_string (json_object_get_string_member (object, "indicator"), &indicator);
  gh_quota_rule_from_string (json_object_get_string_member (object, "by"), &rule);
  for (guint i = 0; i < n; i++)
    {
      const GhUnit *unit = g_ptr_array_index (sample->leaves, i);
      const gint64 *value = g_hash_table_lookup (locked, unit);

      shares[i].weight =
        MAX (rule == GH_QUOTA_RULE_LAST_YEAR ? unit->last_year : unit->headcount, 0);
      shares[i].minimum = json_object_get_int_member_with_default (object, "minimum", 0);
      shares[i].maximum = get_count (object, "maximum");
      shares[i].locked = value != NULL;
      shares[i].value = value != NULL ? *value : 0;
    }
  if (!gh_quota_split (json_object_get_int_member (object, "total"), shares, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const GhUnit *unit = g_ptr_array_index (sample->leaves, i);
      g_autoptr (GhQuota) quota = gh_quota_new (unit->id, indicator, shares[i].value);

      quota->campaign_id = sample->campaign_id;
      quota->locked = shares[i].locked;
      quota->rule = shares[i].locked ? GH_QUOTA_RULE_MANUAL : rule;
      if (!gh_store_save_quota (sample->store, quota, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_session (Sample *sample, JsonObject *object, GError **error)
{
  g_autofree char *name = _gh_template_dup_text (object, "name", sample->year);
  GhDateSpan span = _gh_template_get_span (object, "when", sample->year);
  g_autoptr (GhDonationSession) session = gh_donation_session_new (name, &span);
  const char *host = json_object_get_string_member_with_default (object, "host", "");
  const GhUnit *unit = *host != '\0' ? find_unit (sample, host) : NULL;
  gint64 *id;

  g_free (session->place);
  session->place = _gh_template_dup_text (object, "place", sample->year);
  session->expected = get_count (object, "expected");
  session->host_unit_id = unit != NULL ? unit->id : 0;
  session->campaign_id = sample->campaign_id;
  if (!gh_store_save_session (sample->store, session, error))
    return FALSE;
  id = g_new (gint64, 1);
  *id = session->id;
  g_hash_table_insert (sample->session_ids, g_strdup (name), id);
  return TRUE;
}

static gboolean
build_result (const Sample *sample, JsonObject *object, GError **error)
{
  const GhUnit *unit = find_unit (sample, json_object_get_string_member (object, "unit"));
  const char *name = json_object_get_string_member_with_default (object, "session", "");
  const gint64 *session = g_hash_table_lookup (sample->session_ids, name);
  JsonArray *bags = _gh_template_get_array (object, "bags");
  g_autoptr (GhResult) result = NULL;

  if (unit == NULL)
    return TRUE;
  if (session == NULL && *name != '\0')
    g_warning ("sample: no donation day %s", name);
  result = gh_result_new (unit->id, session != NULL ? *session : 0);
  result->campaign_id = sample->campaign_id;
  result->registered = get_count (object, "registered");
  result->came = get_count (object, "came");
  result->deferred = get_count (object, "deferred");
  result->donated = get_count (object, "donated");
  if (bags != NULL)
    {
      result->bags_250 = json_array_get_int_element (bags, 0);
      result->bags_350 = json_array_get_int_element (bags, 1);
      result->bags_450 = json_array_get_int_element (bags, 2);
    }
  result->complete = json_object_get_boolean_member_with_default (object, "complete", FALSE);
  g_free (result->note);
  result->note = _gh_template_dup_text (object, "note", sample->year);
  return gh_store_save_result (sample->store, result, error);
}

static gboolean
build_all (Sample *sample, JsonObject *root, GError **error)
{
  JsonArray *units = _gh_template_get_array (root, "units");
  JsonArray *quotas = _gh_template_get_array (root, "quotas");
  JsonArray *sessions = _gh_template_get_array (root, "sessions");
  JsonArray *results = _gh_template_get_array (root, "results");

  if (units != NULL && !build_units (sample, units, 0, error))
    return FALSE;
  for (guint i = 0; quotas != NULL && i < json_array_get_length (quotas); i++)
    if (!build_quota (sample, json_array_get_object_element (quotas, i), error))
      return FALSE;
  for (guint i = 0; sessions != NULL && i < json_array_get_length (sessions); i++)
    if (!build_session (sample, json_array_get_object_element (sessions, i), error))
      return FALSE;
  for (guint i = 0; results != NULL && i < json_array_get_length (results); i++)
    if (!build_result (sample, json_array_get_object_element (results, i), error))
      return FALSE;
  return TRUE;
}

gboolean
_gh_template_build_units (GhStore *store,
                          JsonObject *root,
                          int year,
                          gint64 campaign_id,
                          GError **error)
{
  Sample sample = { store, year, campaign_id, NULL, NULL, NULL, NULL };
  gboolean done;

  sample.units = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_unit_free);
  sample.leaves = g_ptr_array_new ();
  sample.by_name = g_hash_table_new (g_str_hash, g_str_equal);
  sample.session_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = build_all (&sample, root, error);
  g_hash_table_unref (sample.session_ids);
  g_hash_table_unref (sample.by_name);
  g_ptr_array_unref (sample.leaves);
  g_ptr_array_unref (sample.units);
  return done;
}
