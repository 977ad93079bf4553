/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhRecent: what the start page says about a workspace. Read off the main thread. */
typedef struct
{
  char *path;
  char *campaign;       /* name of the newest campaign, %NULL if it could not be read */
  gint64 target;        /* -1 = none */
  gint64 result_tenths; /* -1 = nothing yet */
  char *unit;           /* what target and result count */
  gboolean missing;     /* the file is not there (USB stick, renamed) */
  gboolean unreadable;  /* it is there, but this program cannot open it */
} GhRecent;

/** Opens the file read-only, reads its figures, closes it. Any thread. */
GhRecent *gh_recent_read (const char *path);
void gh_recent_free (GhRecent *recent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhRecent, gh_recent_free)

/** A row for a list box; gh_recent_row_show() fills in what was read. */
GtkWidget *gh_recent_row_new (const char *path);
const char *gh_recent_row_get_path (GtkWidget *row);
void gh_recent_row_show (GtkWidget *row, const GhRecent *recent);
