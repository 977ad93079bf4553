/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-target.h"
#include "gh-unit.h"

#include <glib.h>

/**
 * GhQuotaRule: how a quota came to be (strings "manual" "headcount" "last-year" "equal" "weight"
 * "import"). The rules after @GH_QUOTA_RULE_MANUAL up to WEIGHT are those of gh_quota_allocate().
 */
typedef enum
{
  GH_QUOTA_RULE_MANUAL,
  GH_QUOTA_RULE_HEADCOUNT,
  GH_QUOTA_RULE_LAST_YEAR,
  GH_QUOTA_RULE_EQUAL,
  GH_QUOTA_RULE_WEIGHT,
  GH_QUOTA_RULE_IMPORT,
} GhQuotaRule;

const char *gh_quota_rule_to_string (GhQuotaRule rule);
gboolean gh_quota_rule_from_string (const char *text, GhQuotaRule *rule);
/** Translated, for the screen: "theo quân số" …; static. */
const char *gh_quota_rule_name (GhQuotaRule rule);

/**
 * GhQuota: the quota (chỉ tiêu giao) of a unit for one indicator in one campaign. Where there is
 * no GhQuota the cell is empty, which is not zero.
 * @locked: set by hand; allocation leaves it as it is
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  gint64 unit_id;
  GhIndicator indicator;
  gint64 value;
  gboolean locked;
  GhQuotaRule rule;
} GhQuota;

GhQuota *gh_quota_new (gint64 unit_id, GhIndicator indicator, gint64 value);
GhQuota *gh_quota_copy (const GhQuota *quota);
void gh_quota_free (GhQuota *quota);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhQuota, gh_quota_free)

/**
 * GhQuotaError:
 * @GH_QUOTA_ERROR_NO_WEIGHT: every free row weighs 0, so nobody can take a share
 * @GH_QUOTA_ERROR_MINIMA: minima and locked rows together are above the total
 * @GH_QUOTA_ERROR_MAXIMA: maxima and locked rows together are below the total
 * @GH_QUOTA_ERROR_INVALID: a minimum above its maximum, a negative figure
 *
 * Messages are translated and say by how much; show them as they are.
 */
typedef enum
{
  GH_QUOTA_ERROR_NO_WEIGHT,
  GH_QUOTA_ERROR_MINIMA,
  GH_QUOTA_ERROR_MAXIMA,
  GH_QUOTA_ERROR_INVALID,
} GhQuotaError;
#define GH_QUOTA_ERROR (gh_quota_error_quark ())
GQuark gh_quota_error_quark (void);

/**
 * GhShare: one row of an allocation.
 * @weight: headcount, last year's result or weight by hand; ≥ 0 and ≤ 2^31
 * @minimum, @maximum: bounds of the share; maximum -1 = none
 * @locked: the share is @value already and does not move
 * @value: in: the locked value; out: the share
 */
typedef struct
{
  gint64 weight;
  gint64 minimum;
  gint64 maximum;
  gboolean locked;
  gint64 value;
} GhShare;

/**
 * gh_quota_split:
 * @total: what to share out, 0..2^31
 * @shares: (array length=n_shares) (inout): rows; @value of free rows is set on success only
 *
 * Largest remainder within bounds: the shares add up to @total exactly (locked ones included);
 * of equal remainders the earlier row wins; a row that its share would push past a bound stands
 * on the bound and the rest is shared among the others. Thread-safe. O(n log n) a round of bounds.
 *
 * Returns: %FALSE with @error of %GH_QUOTA_ERROR and @shares as they were
 */
gboolean gh_quota_split (gint64 total, GhShare *shares, gsize n_shares, GError **error);
