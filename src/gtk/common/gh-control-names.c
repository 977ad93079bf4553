/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-control-names.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mend_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  if (gtk_button_get_use_underline (button) && label != NULL && strchr (label, '_') != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* It is called by its label with the underline in it. */
static void
mend_check_button (GtkCheckButton *button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_use_underline (button) && GTK_IS_LABEL (child))
      set_name (GTK_WIDGET (button), gtk_label_get_text (GTK_LABEL (child)));
}

/* The role of what is on screen already stays as it is. */
static void
mend_menu_button (GtkWidget *button)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (button)) != GTK_ACCESSIBLE_ROLE_GROUP &&
      !gtk_widget_get_realized (button))
    g_object_set (button, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
}

static void
item_selected_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  if (GTK_IS_STRING_OBJECT (item))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (item), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
mend_drop_down (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autoptr (GList) labels = NULL;

  if (!GTK_IS_TOGGLE_BUTTON (button) ||
      g_signal_handler_find (drop_down, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, item_selected_cb, NULL))
    return;
  labels = gtk_widget_list_mnemonic_labels (GTK_WIDGET (drop_down));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  labels != NULL ? labels->data : (gpointer) drop_down, NULL, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (item_selected_cb), NULL);
  item_selected_cb (drop_down);
}

static void
mend_expander (GtkExpander *expander)
{
  GtkWidget *label = gtk_expander_get_label_widget (expander);

  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

void
gh_names_mend (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget))
    mend_button (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    mend_check_button (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    mend_menu_button (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    mend_drop_down (GTK_DROP_DOWN (widget));
  else if (GTK_IS_EXPANDER (widget))
    mend_expander (GTK_EXPANDER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gh_names_mend (child);
}

void
gh_names_set_menu_button (GtkMenuButton *button, const char *name)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  mend_menu_button (GTK_WIDGET (button));
  set_name (gtk_widget_get_first_child (GTK_WIDGET (button)), name);
}

void
gh_names_set_row (GtkWidget *child, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (gtk_widget_get_parent (child) != NULL)
    set_name (gtk_widget_get_parent (child), name);
}
