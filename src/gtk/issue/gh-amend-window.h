/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-issue.h"

/** GhAmendWindow: asks why an issued plan is amended, and opens it for changes. */
#define GH_TYPE_AMEND_WINDOW (gh_amend_window_get_type ())
G_DECLARE_FINAL_TYPE (GhAmendWindow, gh_amend_window, GH, AMEND_WINDOW, GtkWindow)

void gh_amend_window_present (GtkWidget *parent, GhWorkspace *workspace);
