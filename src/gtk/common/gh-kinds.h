/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-activity.h"

/** Icon of a kind of activity; static. */
const char *gh_kind_icon (GhActivityKind kind);
/** CSS class with the colour of a kind: "kind-session"; static. */
const char *gh_kind_css_class (GhActivityKind kind);
/** An image with icon, colour and the kind's name for a screen reader. */
GtkWidget *gh_kind_image_new (GhActivityKind kind);

/** Translated: "Planned", "Done", "Cancelled"; static. */
const char *gh_activity_state_label (GhActivityState state);
/** (transfer full) (nullable): "3 days overdue", "today", "in 5 days"; %NULL if there is no need to
 * say. @css_class: (out): "error", "warning" or "" */
char *gh_due_text (const GhActivity *activity, guint32 today, const char **css_class);
/** (transfer full): title, date, kind and how it stands on @today: the name of its row. */
char *gh_activity_describe (const GhActivity *activity, guint32 today);
