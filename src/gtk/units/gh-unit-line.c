/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit-line.h"

#include <string.h>

#include "gh-text.h"

static guint
quota_hash (gconstpointer key)
{
  const GhQuota *quota = key;

  return g_int64_hash (&quota->unit_id) * 31 + quota->indicator;
}

static gboolean
quota_same_cell (gconstpointer a, gconstpointer b)
{
  const GhQuota *one = a, *other = b;

  return one->unit_id == other->unit_id && one->indicator == other->indicator;
}

GHashTable *
gh_unit_line_index_quotas (const GhDossier *dossier)
{
  GHashTable *index = g_hash_table_new (quota_hash, quota_same_cell);

  for (guint i = 0; i < dossier->quotas->len; i++)
    g_hash_table_add (index, g_ptr_array_index (dossier->quotas, i));
  return index;
}

GhUnitLine *
gh_unit_line_new (const GhSummaryRow *row, GHashTable *quotas)
{
  GhUnitLine *self = g_new0 (GhUnitLine, 1);

  self->unit_id = row->unit->id;
  self->name = g_strdup (row->unit->name);
  self->fold = gh_text_fold (row->unit->name);
  self->sort = gh_text_sort_key (row->unit->name);
  self->kind = g_strdup (row->unit->kind);
  self->leaf = row->leaf;
  self->headcount = row->branch.headcount;
  self->last_year = row->branch.last_year;
  self->n_leaves = row->branch.n_leaves;
  self->n_reported = row->branch.n_reported;
  for (guint i = 0; i < GH_N_INDICATORS; i++)
    {
      GhQuota key = { .unit_id = row->unit->id, .indicator = (GhIndicator) i };
      const GhQuota *quota = g_hash_table_lookup (quotas, &key);
      GhUnitCell *cell = &self->cells[i];

      cell->quota = row->branch.quota[i];
      cell->result_tenths = gh_totals_result_tenths (&row->branch, (GhIndicator) i);
      cell->locked = quota != NULL && quota->locked;
      cell->rule = quota != NULL ? quota->rule : GH_QUOTA_RULE_MANUAL;
    }
  return self;
}

void
gh_unit_line_free (GhUnitLine *row)
{
  if (row == NULL)
    return;
  g_free (row->name);
  g_free (row->fold);
  g_free (row->sort);
  g_free (row->kind);
  g_free (row);
}

static gboolean
cell_equal (const GhUnitCell *a, const GhUnitCell *b)
{
  return a->quota == b->quota && a->result_tenths == b->result_tenths && a->locked == b->locked &&
         a->rule == b->rule;
}

gboolean
gh_unit_line_equal (gconstpointer a, gconstpointer b)
{
  const GhUnitLine *one = a, *other = b;

  if (strcmp (one->name, other->name) != 0 || strcmp (one->kind, other->kind) != 0 ||
      one->leaf != other->leaf || one->headcount != other->headcount ||
      one->last_year != other->last_year || one->n_leaves != other->n_leaves ||
      one->n_reported != other->n_reported)
    return FALSE;
  for (guint i = 0; i < GH_N_INDICATORS; i++)
    if (!cell_equal (&one->cells[i], &other->cells[i]))
      return FALSE;
  return TRUE;
}
