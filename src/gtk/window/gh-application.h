/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhApplication: opens workspaces given on the command line, one window each. */
#define GH_TYPE_APPLICATION (gh_application_get_type ())
G_DECLARE_FINAL_TYPE (GhApplication, gh_application, GH, APPLICATION, GtkApplication)

GhApplication *gh_application_new (void);

/** Opens the workspace in a window of its own (or brings the one it has to the front); a start
 * page window, if @window is one, is used for it. @window may be %NULL. */
gboolean gh_application_open_workspace (GhApplication *self,
                                        GtkWindow *window,
                                        const char *path,
                                        GError **error);
