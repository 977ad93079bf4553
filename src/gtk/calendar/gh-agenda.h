/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-calendar-filter.h"
#include "gh-workspace.h"

/** GhAgenda: the activities as a list, grouped by month. Signals: "activated" (int64 id): to be
 * edited; "selected": another row, or none. */
#define GH_TYPE_AGENDA (gh_agenda_get_type ())
G_DECLARE_FINAL_TYPE (GhAgenda, gh_agenda, GH, AGENDA, GtkWidget)

/** @workspace: borrowed for the call */
void gh_agenda_update (GhAgenda *self, GhWorkspace *workspace, GhCalendarFilter filter);
/** Scrolls to what is to be done next. */
void gh_agenda_show_today (GhAgenda *self);
/** FALSE if it is not in the list. */
gboolean gh_agenda_select (GhAgenda *self, gint64 id);
/** Brings the selected row to screen and gives it the keyboard. */
void gh_agenda_focus_selected (GhAgenda *self);
/** The selected activity, 0 = none. */
gint64 gh_agenda_get_selected (GhAgenda *self);
