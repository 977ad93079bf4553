/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-toaster.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"

#define SHOW_SECONDS 8

struct _GhToaster
{
  GtkWidget parent_instance;

  /* Borrowed: children of the overlay */
  GtkWidget *overlay;
  GtkWidget *revealer;
  GtkLabel *label;
  GtkButton *buttons[2];

  guint hide_id;
  gboolean offers_undo;
};

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GhToaster,
                               gh_toaster,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static void
hide_toast (GhToaster *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static gboolean
hide_cb (gpointer user_data)
{
  GhToaster *self = user_data;

  self->hide_id = 0;
  hide_toast (self);
  return G_SOURCE_REMOVE;
}

static void
set_button (GhToaster *self, int index, const char *label, const char *action)
{
  GtkActionable *button = GTK_ACTIONABLE (self->buttons[index]);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  gtk_button_set_label (GTK_BUTTON (button), label);
  gh_names_mend (GTK_WIDGET (button));
  /* The target first: GTK warns of an action that has the wrong one even for a moment. */
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

static GhToaster *
find_toaster (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root != NULL)
    {
      GhToaster *toaster = g_object_get_data (G_OBJECT (root), "gh-toaster");

      if (toaster != NULL)
        return toaster;
      root = (GtkRoot *) gtk_window_get_transient_for (GTK_WINDOW (root));
    }
  return NULL;
}

void
gh_toast_action (GtkWidget *widget,
                 const char *text,
                 const char *label,
                 const char *action,
                 const char *label2,
                 const char *action2)
{
  GhToaster *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  self = find_toaster (widget);
  if (self == NULL)
    return;
  self->offers_undo = FALSE;
  gtk_label_set_text (self->label, text);
  set_button (self, 0, label, action);
  set_button (self, 1, label2, action2);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_seconds (SHOW_SECONDS, hide_cb, self);
}

void
gh_toast (GtkWidget *widget, const char *text)
{
  gh_toast_action (widget, text, NULL, NULL, NULL, NULL);
}

void
gh_toast_undo (GtkWidget *widget, const char *text)
{
  GhToaster *self;

  gh_toast_action (widget, text, _("_Undo"), "win.undo", NULL, NULL);
  self = find_toaster (widget);
  if (self != NULL)
    self->offers_undo = TRUE;
}

void
gh_toast_retire_undo (GtkWidget *widget)
{
  GhToaster *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = find_toaster (widget);
  if (self != NULL && self->offers_undo)
    hide_toast (self);
}

void
gh_toaster_set_child (GhToaster *self, GtkWidget *child)
{
  g_return_if_fail (GH_IS_TOASTER (self));

  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
}

static void
gh_toaster_add_child (GtkBuildable *buildable,
                      GtkBuilder *builder,
                      GObject *child,
                      const char *type)
{
  GhToaster *self = GH_TOASTER (buildable);

  if (GTK_IS_WIDGET (child) && self->overlay != NULL)
    gh_toaster_set_child (self, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = gh_toaster_add_child;
}

static void
gh_toaster_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gh_toaster_parent_class)->root (widget);

  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "gh-toaster", widget);
}

static void
gh_toaster_unroot (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "gh-toaster", NULL);

  GTK_WIDGET_CLASS (gh_toaster_parent_class)->unroot (widget);
}

static void
gh_toaster_dispose (GObject *object)
{
  GhToaster *self = GH_TOASTER (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_toaster_parent_class)->dispose (object);
}

static void
gh_toaster_class_init (GhToasterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_toaster_dispose;
  widget_class->root = gh_toaster_root;
  widget_class->unroot = gh_toaster_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkButton *
append_button (GhToaster *self, GtkWidget *box)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "toast-action");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (hide_toast), self);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_BUTTON (button);
}

static void
gh_toaster_init (GhToaster *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  gtk_widget_add_css_class (box, "toast");
  self->label = GTK_LABEL (label);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_max_width_chars (self->label, 60);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (box), label);
  self->buttons[0] = append_button (self, box);
  self->buttons[1] = append_button (self, box);
  gtk_button_set_has_frame (GTK_BUTTON (close), FALSE);
  gtk_widget_set_tooltip_text (close, _("Close this message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Close this message"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (hide_toast), self);
  gtk_box_append (GTK_BOX (box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), 150);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_halign (self->revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->revealer, GTK_ALIGN_END);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->revealer);
}
