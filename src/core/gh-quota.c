/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-quota.h"

#include <glib/gi18n-lib.h>

#include "gh-names.h"

static const char *const rule_names[] = {
  "manual", "headcount", "last-year", "equal", "weight", "import",
};

GH_DEFINE_ENUM_STRINGS (GhQuotaRule, gh_quota_rule, rule_names)

const char *
gh_quota_rule_name (GhQuotaRule rule)
{
  /* The formatter loses count of columns behind N_(). */
  /* clang-format off */
  static const char *const names[] = {
    N_("by hand"),
    N_("by headcount"),
    N_("by last year's result"),
    N_("in equal parts"),
    N_("by weight"),
    N_("from an imported file"),
  };
  /* clang-format on */

  g_return_val_if_fail ((gsize) rule < G_N_ELEMENTS (names), "");
  return _(names[rule]);
}

GhQuota *
gh_quota_new (gint64 unit_id, GhIndicator indicator, gint64 value)
{
  GhQuota *quota = g_new0 (GhQuota, 1);

  quota->unit_id = unit_id;
  quota->indicator = indicator;
  quota->value = value;
  return quota;
}

GhQuota *
gh_quota_copy (const GhQuota *quota)
{
  return g_memdup2 (quota, sizeof *quota);
}

void
gh_quota_free (GhQuota *quota)
{
  g_free (quota);
}
