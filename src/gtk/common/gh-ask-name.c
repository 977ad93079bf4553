/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-ask-name.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"

typedef struct
{
  /* Owned */
  GtkWidget *widget;
  gpointer user_data;
  GDestroyNotify destroy;

  /* Borrowed */
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *accept;

  GhNameGiven given;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_object_unref (asking->widget);
  g_free (asking);
}

static void
changed_cb (Asking *asking)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->entry))));

  gtk_widget_set_sensitive (asking->accept, *name != '\0');
}

static void
accepted_cb (Asking *asking)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->entry))));

  if (*name != '\0' && asking->given (asking->widget, name, asking->user_data))
    gtk_window_destroy (GTK_WINDOW (asking->window));
}

static GtkWidget *
make_buttons (Asking *asking, const char *accept)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_margin_top (buttons, 12);
  asking->accept = gtk_button_new_with_mnemonic (accept);
  gtk_widget_add_css_class (asking->accept, "suggested-action");
  g_signal_connect_swapped (asking->accept, "clicked", G_CALLBACK (accepted_cb), asking);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), asking->accept);
  return buttons;
}

void
gh_ask_name (GtkWidget *widget,
             const char *title,
             const char *label,
             const char *hint,
             const char *name,
             const char *accept,
             GhNameGiven given,
             gpointer user_data,
             GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  asking->widget = g_object_ref (widget);
  asking->user_data = user_data;
  asking->destroy = destroy;
  asking->given = given;
  asking->window =
    g_object_new (GTK_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for",
                  gtk_widget_get_root (widget), "default-width", 440, "resizable", FALSE, NULL);
  g_object_set_data_full (G_OBJECT (asking->window), "gh-asking", asking, asking_free);
  asking->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (asking->entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (asking->entry), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), asking->entry);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  g_signal_connect_swapped (asking->entry, "changed", G_CALLBACK (changed_cb), asking);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), asking->entry);
  gtk_box_append (GTK_BOX (box), gh_dialog_label_new (hint, "caption"));
  gtk_box_append (GTK_BOX (box), make_buttons (asking, accept));
  gtk_window_set_child (GTK_WINDOW (asking->window), box);
  gtk_window_set_default_widget (GTK_WINDOW (asking->window), asking->accept);
  gh_dialog_close_on_escape (GTK_WINDOW (asking->window));
  gh_names_mend (asking->window);
  changed_cb (asking);
  gtk_window_present (GTK_WINDOW (asking->window));
  gtk_widget_grab_focus (asking->entry);
}
