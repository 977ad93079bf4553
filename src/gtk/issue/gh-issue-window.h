/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-issue.h"

/**
 * GhIssueWindow: number, date and what stands in the way, before a plan is issued. The number comes
 * from the register of the committee and the year of the date.
 */
#define GH_TYPE_ISSUE_WINDOW (gh_issue_window_get_type ())
G_DECLARE_FINAL_TYPE (GhIssueWindow, gh_issue_window, GH, ISSUE_WINDOW, GtkWindow)

void gh_issue_window_present (GtkWidget *parent, GhWorkspace *workspace);
