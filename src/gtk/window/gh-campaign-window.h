/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhCampaignWindow: name, theme, period, state and blood-unit convention of the campaign. */
#define GH_TYPE_CAMPAIGN_WINDOW (gh_campaign_window_get_type ())
G_DECLARE_FINAL_TYPE (GhCampaignWindow, gh_campaign_window, GH, CAMPAIGN_WINDOW, GtkWindow)

void gh_campaign_window_present (GtkWidget *parent, GhWorkspace *workspace);
