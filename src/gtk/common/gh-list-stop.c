/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-list-stop.h"

static gboolean
leave_cb (GtkWidget *list, GVariant *target, gpointer user_data G_GNUC_UNUSED)
{
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean left;

  if (root == NULL)
    return GDK_EVENT_PROPAGATE;
  /* The window looks for the next control where the keyboard is; a list that takes no focus is
   * passed. */
  gtk_widget_set_can_focus (list, FALSE);
  left =
    gtk_widget_child_focus (GTK_WIDGET (root), (GtkDirectionType) g_variant_get_int32 (target));
  gtk_widget_set_can_focus (list, TRUE);
  return left ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
gh_list_make_one_stop (GtkWidget *list)
{
  static const struct
  {
    guint key;
    GdkModifierType held;
    GtkDirectionType direction;
  } ways[] = {
    { GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD },
    { GDK_KEY_KP_Tab, 0, GTK_DIR_TAB_FORWARD },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (ways[i].key, ways[i].held),
                                                gtk_callback_action_new (leave_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (ways[i].direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (list, keys);
}
