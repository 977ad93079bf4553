/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-follow.h"

void
gh_follow_text (GtkEditable *field, const char *before, const char *now)
{
  g_return_if_fail (GTK_IS_EDITABLE (field));

  if (g_strcmp0 (gtk_editable_get_text (field), before) == 0)
    gtk_editable_set_text (field, now);
}

void
gh_follow_choice (GtkDropDown *field, guint before, guint now)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (field));

  if (gtk_drop_down_get_selected (field) == before)
    gtk_drop_down_set_selected (field, now);
}
