/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-row-buttons.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_button (const char *icon, const char *name, GCallback clicked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (clicked != NULL)
    g_signal_connect (button, "clicked", clicked, user_data);
  return button;
}

void
gh_row_buttons_add (GtkWidget *row,
                    GCallback up,
                    GCallback down,
                    GCallback remove,
                    gpointer user_data)
{
  gtk_box_append (GTK_BOX (row), make_button ("go-up-symbolic", _("Move up"), up, user_data));
  gtk_box_append (GTK_BOX (row),
                  make_button ("go-down-symbolic", _("Move down"), down, user_data));
  gtk_box_append (GTK_BOX (row),
                  make_button ("user-trash-symbolic", _("Remove"), remove, user_data));
  for (int i = GH_ROW_BUTTON_DOWN; i <= GH_ROW_BUTTON_UP; i++)
    gtk_widget_set_visible (gh_row_buttons_get (row, (GhRowButton) i), up != NULL);
}

GtkWidget *
gh_row_buttons_get (GtkWidget *row, GhRowButton which)
{
  GtkWidget *button = gtk_widget_get_last_child (row);

  while (which-- > 0)
    button = gtk_widget_get_prev_sibling (button);
  return button;
}

void
gh_row_buttons_show (GtkWidget *row, guint index, guint n, gboolean open)
{
  gtk_widget_set_sensitive (gh_row_buttons_get (row, GH_ROW_BUTTON_UP), open && index > 0);
  gtk_widget_set_sensitive (gh_row_buttons_get (row, GH_ROW_BUTTON_DOWN), open && index + 1 < n);
  gtk_widget_set_sensitive (gh_row_buttons_get (row, GH_ROW_BUTTON_REMOVE), open);
}
