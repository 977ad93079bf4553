/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-summary.h"

/** GhUnitCell: what a unit has for one indicator. -1 = empty. */
typedef struct
{
  gint64 quota;         /* the unit's own; of a group the sum of its branch */
  gint64 result_tenths; /* of the branch */
  gboolean locked;
  GhQuotaRule rule;
} GhUnitCell;

/** GhUnitLine: what the table shows of a unit; figures are the summary's. */
typedef struct
{
  gint64 unit_id;
  char *name;
  char *fold; /* to filter by */
  char *sort; /* to sort by */
  char *kind;
  gboolean leaf;
  gint64 headcount;
  gint64 last_year;
  guint n_leaves;
  guint n_reported;
  GhUnitCell cells[GH_N_INDICATORS];
} GhUnitLine;

/** @quotas: from gh_unit_line_index_quotas(). */
GhUnitLine *gh_unit_line_new (const GhSummaryRow *row, GHashTable *quotas);
void gh_unit_line_free (GhUnitLine *row);
/** Whether both show the same. */
gboolean gh_unit_line_equal (gconstpointer a, gconstpointer b);

/** (transfer full): an index over the dossier's quotas, which it borrows. */
GHashTable *gh_unit_line_index_quotas (const GhDossier *dossier);
