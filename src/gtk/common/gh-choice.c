/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-choice.h"

#include "gh-label.h"

/* What a button shows at least, and what a line of the list shows before it is broken. */
#define BUTTON_CHARS 8
#define LINE_CHARS   80

static void
button_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gh_label_new_line (NULL, NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), BUTTON_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
list_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gh_label_new (NULL, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
factory_new (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

void
gh_choice_cut (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) button = factory_new (G_CALLBACK (button_setup_cb));
  g_autoptr (GtkListItemFactory) list = factory_new (G_CALLBACK (list_setup_cb));

  g_return_if_fail (GTK_IS_DROP_DOWN (choice));

  gtk_drop_down_set_factory (choice, button);
  gtk_drop_down_set_list_factory (choice, list);
}
