/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-rich-field-private.h"
#include "gh-rich-menu.h"

/* What the keys ask for: edits that are the owner's, styles, and fields to put in. */

enum
{
  STYLE_CHANGED,
  SPLIT,
  JOIN_BEFORE,
  JOIN_AFTER,
  INDENT,
  OUTDENT,
  LEAVE_UP,
  LEAVE_DOWN,
  PASTE_BLOCKS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What is selected goes, as it would for a letter: GtkTextView has done so. */
static gboolean
split (GhRichField *self)
{
  g_autofree char *text = gh_field_dup_text (GH_FIELD (self));
  GtkTextIter caret;
  gboolean handled = FALSE;

  gtk_text_buffer_get_iter_at_mark (_gh_rich_field_get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (_gh_rich_field_get_buffer (self)));
  g_signal_emit (self, signals[SPLIT], 0, (guint) _gh_rich_field_stored_offset (text, &caret),
                 &handled);
  return handled;
}

static gboolean
command_cb (GhRichField *self, const char *name)
{
  static const struct
  {
    const char *name;
    int signal;
  } plain[] = {
    { "join-before", JOIN_BEFORE }, { "join-after", JOIN_AFTER }, { "indent", INDENT },
    { "outdent", OUTDENT },         { "leave-up", LEAVE_UP },     { "leave-down", LEAVE_DOWN },
  };
  gboolean handled = FALSE;

  if (strcmp (name, "offer-fields") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "rich.insert-field", NULL);
      return TRUE;
    }
  gh_field_flush (GH_FIELD (self));
  if (strcmp (name, "split") == 0)
    return split (self);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (plain[i].name, name) == 0)
      g_signal_emit (self, signals[plain[i].signal], 0, &handled);
  return handled;
}

static gboolean
blocks_pasted_cb (GhRichField *self, GPtrArray *blocks)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  gboolean handled = FALSE;
  guint from, to;

  gh_field_flush (GH_FIELD (self));
  text = gh_field_dup_text (GH_FIELD (self));
  gtk_text_buffer_get_selection_bounds (_gh_rich_field_get_buffer (self), &start, &end);
  from = (guint) _gh_rich_field_stored_offset (text, &start);
  to = (guint) _gh_rich_field_stored_offset (text, &end);
  g_signal_emit (self, signals[PASTE_BLOCKS], 0, blocks, from, to, &handled);
  return handled;
}

static void
style_action (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  gh_rich_view_toggle_style (GH_RICH_FIELD (widget)->view, strcmp (name, "rich.bold") == 0);
}

static void
insert_field (GhRichField *self, const char *key)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gh_rich_view_insert_field (self->view, key);
}

static void
field_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  insert_field (GH_RICH_FIELD (widget), g_variant_get_string (parameter, NULL));
}

/* The keyboard comes back, chosen or not. */
static void
menu_closed_cb (GhRichField *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
insert_field_action (GtkWidget *widget,
                     const char *name G_GNUC_UNUSED,
                     GVariant *parameter G_GNUC_UNUSED)
{
  GhRichField *self = GH_RICH_FIELD (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter caret;
  GdkRectangle box;
  double x, y;

  if (self->menu == NULL)
    {
      self->menu = gh_rich_menu_new ();
      gtk_widget_set_parent (self->menu, widget);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      g_signal_connect_swapped (self->menu, "chosen", G_CALLBACK (insert_field), self);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_text_buffer_get_iter_at_mark (_gh_rich_field_get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (_gh_rich_field_get_buffer (self)));
  gtk_text_view_get_iter_location (view, &caret, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), widget, box.x, box.y, &x, &y);
  box.x = (int) x;
  box.y = (int) y;
  box.width = MAX (box.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &box);
  gh_rich_menu_open (GH_RICH_MENU (self->menu), &self->fill);
}

static void
style_changed_cb (GhRichField *self)
{
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

/* The menu of the right button, made when the keyboard first comes: a plan has many texts. */
static void
focus_entered_cb (GhRichField *self)
{
  g_autoptr (GMenu) menu = NULL;

  if (self->extras != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (menu, _("_Bold"), "rich.bold");
  g_menu_append (menu, _("_Italic"), "rich.italic");
  g_menu_append (menu, _("Insert a _field…"), "rich.insert-field");
  self->extras = G_MENU_MODEL (g_steal_pointer (&menu));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), self->extras);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
add_signals (GType type)
{
  static const char *const plain[] = {
    [JOIN_BEFORE] = "join-before", [JOIN_AFTER] = "join-after", [INDENT] = "indent",
    [OUTDENT] = "outdent",         [LEAVE_UP] = "leave-up",     [LEAVE_DOWN] = "leave-down",
  };

  signals[STYLE_CHANGED] =
    g_signal_new ("style-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLIT] =
    g_signal_new ("split", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                  NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[PASTE_BLOCKS] =
    g_signal_new ("paste-blocks", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                  NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);
  for (gsize i = JOIN_BEFORE; i <= LEAVE_DOWN; i++)
    signals[i] = g_signal_new (plain[i], type, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

void
_gh_rich_field_class_init_keys (GtkWidgetClass *class)
{
  add_signals (G_TYPE_FROM_CLASS (class));
  gtk_widget_class_install_action (class, "rich.bold", NULL, style_action);
  gtk_widget_class_install_action (class, "rich.italic", NULL, style_action);
  gtk_widget_class_install_action (class, "rich.insert-field", NULL, insert_field_action);
  gtk_widget_class_install_action (class, "rich.field", "s", field_action);
  gtk_widget_class_add_binding_action (class, GDK_KEY_b, GDK_CONTROL_MASK, "rich.bold", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_i, GDK_CONTROL_MASK, "rich.italic", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "rich.insert-field", NULL);
}

void
_gh_rich_field_connect_keys (GhRichField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->view, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "blocks-pasted", G_CALLBACK (blocks_pasted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "style-changed", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

void
_gh_rich_field_enable_keys (GhRichField *self, gboolean enabled)
{
  static const char *const actions[] = { "rich.bold", "rich.italic", "rich.insert-field",
                                         "rich.field" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
}
