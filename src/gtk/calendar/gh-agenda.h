/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-calendar-filter.h"
#include "gh-workspace.h"

/** GhAgenda: the activities as a list, grouped by month. Signal "activated" (int64 id). */
#define GH_TYPE_AGENDA (gh_agenda_get_type ())
G_DECLARE_FINAL_TYPE (GhAgenda, gh_agenda, GH, AGENDA, GtkWidget)

/** @workspace: borrowed while the page has it */
void gh_agenda_update (GhAgenda *self, GhWorkspace *workspace, GhCalendarFilter filter);
/** Selects a row and brings it to screen; FALSE if it is not in the list. */
gboolean gh_agenda_select (GhAgenda *self, gint64 id);
/** The selected activity, 0 = none. */
gint64 gh_agenda_get_selected (GhAgenda *self);
