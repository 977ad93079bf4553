/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "gh-quota-cell.h"
#include "gh-window.h"
#include "gh-workspace.h"
#include "widgets.h"

/* A window on the sample workspace, for tests that look into its widgets. */

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GhWindow *window;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer page)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong-leaving-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, "sample", 2027, &error);
  g_assert_no_error (error);
  fixture->window = g_object_new (GH_TYPE_WINDOW, NULL);
  gh_window_set_workspace (fixture->window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gh_window_show_page (fixture->window, page);
  spin (500);
}

/* What was begun by the last change may hold the workspace for a moment. */
static inline void
close_all (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 500 && G_OBJECT (fixture->workspace)->ref_count > 1; i++)
    spin (10);
}

static inline void
tear_down (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  /* Nothing of the window is left to hold it. */
  g_assert_finalize_object (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The first widget of @type that is on screen and takes the keyboard. */
static inline GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (type != GH_TYPE_QUOTA_CELL || gtk_widget_get_focusable (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
