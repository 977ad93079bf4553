/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-json.h"
#include "cli-table.h"
#include "cli.h"

/**
 * CliView: one thing to show.
 * @json: writes the document
 * @text: (transfer full): the same for people
 * @whole_workspace: needs no campaign
 */
typedef struct
{
  const char *name;
  void (*json) (GhWorkspace *workspace, CliJson *json);
  char *(*text) (GhWorkspace *workspace);
  gboolean whole_workspace;
} CliView;

void cli_campaign_json (GhWorkspace *workspace, CliJson *json);
char *cli_campaign_text (GhWorkspace *workspace);
void cli_document_json (GhWorkspace *workspace, CliJson *json);
char *cli_document_text (GhWorkspace *workspace);
void cli_bases_json (GhWorkspace *workspace, CliJson *json);
char *cli_bases_text (GhWorkspace *workspace);
void cli_tasks_json (GhWorkspace *workspace, CliJson *json);
char *cli_tasks_text (GhWorkspace *workspace);
void cli_recipients_json (GhWorkspace *workspace, CliJson *json);
char *cli_recipients_text (GhWorkspace *workspace);

void cli_targets_json (GhWorkspace *workspace, CliJson *json);
char *cli_targets_text (GhWorkspace *workspace);
void cli_units_json (GhWorkspace *workspace, CliJson *json);
char *cli_units_text (GhWorkspace *workspace);
void cli_quotas_json (GhWorkspace *workspace, CliJson *json);
char *cli_quotas_text (GhWorkspace *workspace);
void cli_results_json (GhWorkspace *workspace, CliJson *json);
char *cli_results_text (GhWorkspace *workspace);

void cli_calendar_json (GhWorkspace *workspace, CliJson *json);
char *cli_calendar_text (GhWorkspace *workspace);
void cli_awards_json (GhWorkspace *workspace, CliJson *json);
char *cli_awards_text (GhWorkspace *workspace);
void cli_budget_json (GhWorkspace *workspace, CliJson *json);
char *cli_budget_text (GhWorkspace *workspace);
void cli_history_json (GhWorkspace *workspace, CliJson *json);
char *cli_history_text (GhWorkspace *workspace);

void cli_versions_json (GhWorkspace *workspace, CliJson *json);
char *cli_versions_text (GhWorkspace *workspace);
void cli_register_json (GhWorkspace *workspace, CliJson *json);
char *cli_register_text (GhWorkspace *workspace);
