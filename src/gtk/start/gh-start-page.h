/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhStartPage: recent workspaces with their progress, four ways to begin, the sample. */
#define GH_TYPE_START_PAGE (gh_start_page_get_type ())
G_DECLARE_FINAL_TYPE (GhStartPage, gh_start_page, GH, START_PAGE, GtkWidget)

/** Shows the recent workspaces as the settings have them now. */
void gh_start_page_update (GhStartPage *self);

/** Opens a file by what it is: a workspace, or a plan to be read: into @workspace or, without one,
 * into a new one. Errors are shown. */
void gh_start_open_any (GtkWidget *widget, GhWorkspace *workspace, const char *path);
/** Opens a workspace in the window of @widget if that has none, else in its own. */
gboolean gh_start_open_workspace (GtkWidget *widget, const char *path);
/** (transfer full): the folder where new workspaces go unless the clerk says otherwise. */
char *gh_start_folder (void);
