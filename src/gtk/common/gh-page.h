/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhPage: what the pages of the main window have in common. A page is made when it is first shown.
 *
 * It has the properties "workspace" (GhWorkspace, nullable) and "status" (the text of the window's
 * status line: what is selected, totals, the difference to the target). GhPage follows the
 * workspace's "changed" signal: refresh() is called at once while the page is on screen, and
 * otherwise when it comes to screen. refresh() is never called without a workspace.
 *
 * A page is a final subclass with a template; its dispose calls gtk_widget_dispose_template()
 * first and chains up last. GhPage lays its children out with a GtkBinLayout.
 */
#define GH_TYPE_PAGE (gh_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (GhPage, gh_page, GH, PAGE, GtkWidget)

struct _GhPageClass
{
  GtkWidgetClass parent_class;

  /* Shows what the workspace holds now. Required. */
  void (*refresh) (GhPage *self);

  /* Shows and selects one thing: kind "unit", "activity", "block", "recipient" … with its row id,
   * or "finding" with the index among gh_workspace_get_findings(). FALSE if it is not on this page.
   * Optional. Called with the page refreshed. */
  gboolean (*go_to) (GhPage *self, const char *kind, gint64 id);
};

GhWorkspace *gh_page_get_workspace (GhPage *self);
void gh_page_set_workspace (GhPage *self, GhWorkspace *workspace);

const char *gh_page_get_status (GhPage *self);
void gh_page_set_status (GhPage *self, const char *status);

gboolean gh_page_go_to (GhPage *self, const char *kind, gint64 id);

/** Refreshes now if something has changed since the page was last on screen. */
void gh_page_ensure_fresh (GhPage *self);
