/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-page.h"
#include "gh-workspace.h"

/**
 * GhWindow: the main window: the start page while it has no workspace, then the pages of the
 * workspace. One window per workspace.
 *
 * Actions that pages may use (gtk_widget_activate_action()):
 *   win.show-page (s)      "overview", "plan", "units", "calendar", "reports"
 *   win.go-to ((sx))       kind and id, see GhPageClass.go_to: shows the page and selects the thing
 *   win.undo, win.redo     with the names of what they take back in the tooltips
 *   win.search             puts the keyboard into the search entry
 *   win.export (s)         "plan.docx" "plan.pdf" "summary.xlsx" … asks for the file and exports
 *   win.export-open (s)    the same, and opens the file when it is written
 *   win.print              prints the plan
 *   win.open-file (s)      opens a file by its path with the program the system has for it
 *   win.open-folder (s)    shows the folder of a file
 *   win.import-plan        reads a plan and shows it as a proposal
 *   win.paste-plan         the same with text from the clipboard
 */
#define GH_TYPE_WINDOW (gh_window_get_type ())
G_DECLARE_FINAL_TYPE (GhWindow, gh_window, GH, WINDOW, GtkApplicationWindow)

GhWindow *gh_window_new (GtkApplication *application);

GhWorkspace *gh_window_get_workspace (GhWindow *self);
void gh_window_set_workspace (GhWindow *self, GhWorkspace *workspace);

/** Shows a page by its name; makes it if it has not been shown yet. */
void gh_window_show_page (GhWindow *self, const char *name);
/** The page on screen, or NULL on the start page. */
GhPage *gh_window_get_page (GhWindow *self);
/** Shows and selects one thing; see win.go-to. */
gboolean gh_window_go_to (GhWindow *self, const char *kind, gint64 id);
