/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-bar.h"

#include <glib/gi18n-lib.h>

#include "gh-rich-field.h"

struct _GhRichBar
{
  GtkWidget parent_instance;

  /* Owned */
  GhRichField *field; /* %NULL before the keyboard was in one */

  /* Borrowed */
  GtkWidget *bold;
  GtkWidget *italic;
  GtkWidget *insert;
  GtkRoot *root;

  gulong focus_handler;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (GhRichBar, gh_rich_bar, GTK_TYPE_WIDGET)

static void
show_style (GhRichBar *self)
{
  gboolean open = self->field != NULL && gh_rich_field_get_editable (self->field) &&
                  gtk_widget_get_mapped (GTK_WIDGET (self->field));

  self->showing = TRUE;
  gtk_widget_set_sensitive (self->bold, open);
  gtk_widget_set_sensitive (self->italic, open);
  gtk_widget_set_sensitive (self->insert, open);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bold),
                                open && gh_rich_field_is_bold (self->field));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->italic),
                                open && gh_rich_field_is_italic (self->field));
  self->showing = FALSE;
}

static void
set_field (GhRichBar *self, GhRichField *field)
{
  if (self->field == field)
    return;
  if (self->field != NULL)
    g_signal_handlers_disconnect_by_data (self->field, self);
  g_set_object (&self->field, field);
  if (field == NULL)
    return;
  g_signal_connect_swapped (field, "style-changed", G_CALLBACK (show_style), self);
  /* On a part of the page that comes to the screen the keyboard may come before it. */
  g_signal_connect_data (field, "map", G_CALLBACK (show_style), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* A button of this bar that takes the keyboard is still about the text before. */
static void
focus_changed_cb (GhRichBar *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, GH_TYPE_RICH_FIELD) : NULL;

  if (field != NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    set_field (self, field != NULL ? GH_RICH_FIELD (field) : NULL);
  show_style (self);
}

static void
style_cb (GhRichBar *self, const char *action)
{
  if (self->showing || self->field == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->field), action, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static void
bold_toggled_cb (GhRichBar *self)
{
  style_cb (self, "rich.bold");
}

static void
italic_toggled_cb (GhRichBar *self)
{
  style_cb (self, "rich.italic");
}

static void
insert_clicked_cb (GhRichBar *self)
{
  if (self->field != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->field), "rich.insert-field", NULL);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
gh_rich_bar_root (GtkWidget *widget)
{
  GhRichBar *self = GH_RICH_BAR (widget);

  GTK_WIDGET_CLASS (gh_rich_bar_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  self->focus_handler = g_signal_connect_swapped (self->root, "notify::focus-widget",
                                                  G_CALLBACK (focus_changed_cb), self);
}

static void
gh_rich_bar_unroot (GtkWidget *widget)
{
  GhRichBar *self = GH_RICH_BAR (widget);

  g_signal_handler_disconnect (self->root, self->focus_handler);
  self->root = NULL;
  set_field (self, NULL);

  GTK_WIDGET_CLASS (gh_rich_bar_parent_class)->unroot (widget);
}

static void
gh_rich_bar_dispose (GObject *object)
{
  GhRichBar *self = GH_RICH_BAR (object);
  GtkWidget *child;

  set_field (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gh_rich_bar_parent_class)->dispose (object);
}

static void
gh_rich_bar_class_init (GhRichBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_rich_bar_dispose;
  widget_class->root = gh_rich_bar_root;
  widget_class->unroot = gh_rich_bar_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* @markup: (nullable): letters that look like what they make, in every icon theme */
static GtkWidget *
add_button (GhRichBar *self,
            GtkWidget *button,
            const char *markup,
            const char *name,
            const char *tip)
{
  if (markup != NULL)
    gtk_button_set_child (GTK_BUTTON (button),
                          g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, NULL));
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
gh_rich_bar_init (GhRichBar *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  self->bold =
    add_button (self, gtk_toggle_button_new (), "<b>B</b>", _("Bold"), _("Bold (Ctrl+B)"));
  self->italic =
    add_button (self, gtk_toggle_button_new (), "<i>I</i>", _("Italic"), _("Italic (Ctrl+I)"));
  self->insert =
    add_button (self, gtk_button_new_with_mnemonic (_("Insert _field")), NULL, _("Insert field"),
                _("Insert a figure, date or name that follows the data (Ctrl+Shift+F)"));
  g_signal_connect_swapped (self->bold, "toggled", G_CALLBACK (bold_toggled_cb), self);
  g_signal_connect_swapped (self->italic, "toggled", G_CALLBACK (italic_toggled_cb), self);
  g_signal_connect_swapped (self->insert, "clicked", G_CALLBACK (insert_clicked_cb), self);
  show_style (self);
}
