/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/** GhPageInfo: one page of the main window, in the order of the sidebar. */
typedef struct
{
  const char *name;         /* for win.show-page */
  const char *label;        /* untranslated */
  const char *icon;         /* symbolic icon */
  const char *kinds;        /* things that win.go-to finds on it, a space around each */
  GType (*get_type) (void); /* a GhPage */
} GhPageInfo;

/** (array length=n): static. */
const GhPageInfo *gh_page_infos (guint *n);
const GhPageInfo *gh_page_info_find (const char *name);
/** The page on which things of @kind stand, or %NULL. */
const GhPageInfo *gh_page_info_for_kind (const char *kind);
