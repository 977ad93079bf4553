/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-info.h"

#include <glib/gi18n-lib.h>

#include "gh-settings.h"

static const GhExportInfo infos[] = {
  { "plan.docx",
    GH_EXPORT_PLAN,
    "docx",
    N_("Plan"),
    N_("Word"),
    { { N_("Word document (.docx)"), "docx" } } },
  { "plan.pdf",
    GH_EXPORT_PLAN,
    "pdf",
    N_("Plan"),
    N_("PDF"),
    { { N_("PDF document (.pdf)"), "pdf" } } },
  { "plan.txt",
    GH_EXPORT_PLAN,
    "txt",
    N_("Plan"),
    N_("TXT"),
    { { N_("Plain text (.txt)"), "txt" } } },
  { "summary.xlsx",
    GH_EXPORT_SUMMARY,
    "xlsx",
    N_("Summary"),
    N_("Excel"),
    { { N_("Excel workbook (.xlsx)"), "xlsx" } } },
  { "summary.pdf",
    GH_EXPORT_SUMMARY,
    "pdf",
    N_("Summary"),
    N_("PDF"),
    { { N_("PDF document (.pdf)"), "pdf" } } },
  { "calendar.ics",
    GH_EXPORT_CALENDAR,
    "ics",
    N_("Calendar"),
    N_("iCalendar"),
    { { N_("iCalendar file (.ics)"), "ics" } } },
  { "calendar.xlsx",
    GH_EXPORT_CALENDAR,
    "xlsx",
    N_("Calendar"),
    N_("Excel"),
    { { N_("Excel workbook (.xlsx)"), "xlsx" } } },
  { "calendar.pdf",
    GH_EXPORT_CALENDAR,
    "pdf",
    N_("Calendar"),
    N_("PDF"),
    { { N_("PDF document (.pdf)"), "pdf" } } },
};

const GhExportInfo *
gh_export_infos (guint *n)
{
  *n = G_N_ELEMENTS (infos);
  return infos;
}

const GhExportInfo *
gh_export_info_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (g_strcmp0 (infos[i].key, key) == 0)
      return &infos[i];
  return NULL;
}

/* One group a workspace and campaign; the checksum keeps odd letters out of the group's name. */
static char *
dup_group (GhWorkspace *workspace)
{
  g_autofree char *sum =
    g_compute_checksum_for_string (G_CHECKSUM_SHA1, gh_workspace_get_path (workspace), -1);

  return g_strdup_printf ("exports %.12s %" G_GINT64_FORMAT, sum,
                          gh_workspace_get_campaign_id (workspace));
}

void
gh_export_info_remember (const GhExportInfo *info,
                         GtkWidget *widget,
                         GhWorkspace *workspace,
                         const char *path)
{
  g_autofree char *group = dup_group (workspace);
  g_autofree char *value =
    g_strdup_printf ("%" G_GINT64_FORMAT " %s", gh_workspace_get_now (workspace), path);

  gh_settings_set_string (gh_settings_of (widget), group, info->key, value);
}

gint64
gh_export_info_last (const GhExportInfo *info,
                     GtkWidget *widget,
                     GhWorkspace *workspace,
                     char **path)
{
  g_autofree char *group = dup_group (workspace);
  g_autofree char *value = gh_settings_get_string (gh_settings_of (widget), group, info->key);
  char *rest = NULL;
  gint64 at;

  *path = NULL;
  if (value == NULL)
    return 0;
  at = g_ascii_strtoll (value, &rest, 10);
  if (at <= 0 || *rest != ' ')
    return 0;
  *path = g_strdup (rest + 1);
  return at;
}
