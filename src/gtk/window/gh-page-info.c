/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-page-info.h"

#include <glib/gi18n-lib.h>

#include "gh-calendar-page.h"
#include "gh-overview-page.h"
#include "gh-plan-page.h"
#include "gh-reports-page.h"
#include "gh-units-page.h"

static const GhPageInfo infos[] = {
  { "overview", N_("Overview"), "gh-overview-symbolic", " ", gh_overview_page_get_type },
  { "plan", N_("Plan"), "gh-plan-symbolic",
    " block basis recipient header signature target finding ", gh_plan_page_get_type },
  { "units", N_("Units and quotas"), "gh-units-symbolic", " unit ", gh_units_page_get_type },
  { "calendar", N_("Calendar"), "gh-calendar-symbolic", " activity ", gh_calendar_page_get_type },
  { "reports", N_("Reports"), "gh-reports-symbolic", " ", gh_reports_page_get_type },
};

const GhPageInfo *
gh_page_infos (guint *n)
{
  *n = G_N_ELEMENTS (infos);
  return infos;
}

const GhPageInfo *
gh_page_info_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      return &infos[i];
  return NULL;
}

const GhPageInfo *
gh_page_info_for_kind (const char *kind)
{
  g_autofree char *word = g_strdup_printf (" %s ", kind);

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (strstr (infos[i].kinds, word) != NULL)
      return &infos[i];
  return NULL;
}
