/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

/** (transfer full): a small campaign of a made-up district, with a branch that has figures of its
 * own, units that nobody reported, every precision of dates and a text for each corner. */
GhDossier *make_small_dossier (void);

/** (transfer full): @n_units units in branches of @n_branch, with quotas and results by a seeded
 * generator. */
GhDossier *make_large_dossier (guint n_units, guint n_branch, guint32 seed);
