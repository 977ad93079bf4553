/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-quota-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-icon.h"

struct _GhQuotaCell
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
  GtkWidget *entry; /* only while an edit is open */
  char *plain;
  char *name;   /* what the figure is */
  char *before; /* what stood there when the edit was opened */

  /* Borrowed */
  GtkWidget *lock;
  GtkWidget *label;

  GhQuotaCellFlags flags;
};

enum
{
  COMMITTED,
  TYPING,
  COMMAND,
  MOVE,
  PASTED,
  LOCK_TOGGLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhQuotaCell, gh_quota_cell, GTK_TYPE_WIDGET)

static gboolean
command (GhQuotaCell *self, GhQuotaCommand what, const char *text)
{
  gboolean done = FALSE;

  g_signal_emit (self, signals[COMMAND], 0, (int) what, text, &done);
  return done;
}

static gboolean
unparent_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Takes the editor away; returns what stood in it, or NULL if there was none. The entry goes when
 * the main loop is idle: GTK may be in the middle of its events. */
static char *
take_editor (GhQuotaCell *self, gboolean keep_keyboard)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  g_autofree char *text = NULL;

  if (entry == NULL)
    return NULL;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_widget_set_visible (self->box, TRUE);
  if (keep_keyboard && gtk_widget_get_focus_child (GTK_WIDGET (self)) == entry)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (entry, FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (entry), g_object_unref);
  return g_steal_pointer (&text);
}

static void
hand_on (GhQuotaCell *self, const char *text, gboolean commit)
{
  if (text == NULL)
    return;
  if (commit && strcmp (text, self->before) != 0)
    g_signal_emit (self, signals[COMMITTED], 0, text);
  else
    g_signal_emit (self, signals[TYPING], 0, NULL);
}

/* Closes the editor; with @commit its text is handed on. */
static void
close_editor (GhQuotaCell *self, gboolean commit)
{
  g_autofree char *text = take_editor (self, TRUE);

  hand_on (self, text, commit);
}

static void
text_changed_cb (GhQuotaCell *self)
{
  if (self->entry != NULL)
    g_signal_emit (self, signals[TYPING], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static gboolean
close_cb (gpointer user_data)
{
  close_editor (user_data, TRUE);
  return G_SOURCE_REMOVE;
}

/* The window is just moving the focus: whatever changes widgets has to wait. */
static void
focus_left_cb (GtkEventControllerFocus *controller G_GNUC_UNUSED, GhQuotaCell *self)
{
  if (self->entry != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

static void
commit_and_move (GhQuotaCell *self, int columns, int rows)
{
  g_object_ref (self);
  close_editor (self, TRUE);
  g_signal_emit (self, signals[MOVE], 0, columns, rows, FALSE);
  g_object_unref (self);
}

/* The same figure for all cells that are taken together; alone, the cell commits and stays. */
static void
fill_all (GhQuotaCell *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_object_ref (self);
  if (command (self, GH_QUOTA_COMMAND_FILL, text))
    close_editor (self, FALSE);
  else
    close_editor (self, TRUE);
  g_object_unref (self);
}

static gboolean
entry_key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                      guint keyval,
                      guint keycode G_GNUC_UNUSED,
                      GdkModifierType state,
                      GhQuotaCell *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      close_editor (self, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (state & GDK_CONTROL_MASK)
        fill_all (self);
      else
        commit_and_move (self, 0, state & GDK_SHIFT_MASK ? -1 : 1);
      return TRUE;
    case GDK_KEY_Up:
      commit_and_move (self, 0, -1);
      return TRUE;
    case GDK_KEY_Down:
      commit_and_move (self, 0, 1);
      return TRUE;
    case GDK_KEY_Tab:
      commit_and_move (self, 1, 0);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      commit_and_move (self, -1, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

void
gh_quota_cell_edit (GhQuotaCell *self, const char *text)
{
  GtkEventController *keys;
  GtkEventController *focus;

  g_return_if_fail (GH_IS_QUOTA_CELL (self));

  if (self->entry != NULL || !(self->flags & GH_QUOTA_CELL_EDITABLE))
    return;
  g_free (self->before);
  self->before = g_strdup (self->plain);
  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : self->plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_grab_focus (self->entry);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (text != NULL)
    text_changed_cb (self);
}

void
gh_quota_cell_drop (GhQuotaCell *self)
{
  g_return_if_fail (GH_IS_QUOTA_CELL (self));

  g_free (take_editor (self, FALSE));
}

static void
clipboard_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GhQuotaCell) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  /* Nothing to paste, or something that is no text, is not worth a message. */
  if (text != NULL)
    g_signal_emit (self, signals[PASTED], 0, text);
}

static void
clear (GhQuotaCell *self)
{
  if (!command (self, GH_QUOTA_COMMAND_CLEAR, NULL) && *self->plain != '\0' &&
      self->flags & GH_QUOTA_CELL_EDITABLE)
    g_signal_emit (self, signals[COMMITTED], 0, "");
}

/* Keys with Ctrl. */
static gboolean
command_key (GhQuotaCell *self, guint keyval)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      if (!command (self, GH_QUOTA_COMMAND_COPY, NULL))
        gdk_clipboard_set_text (clipboard, self->plain);
      return TRUE;
    case GDK_KEY_x:
      if (!command (self, GH_QUOTA_COMMAND_COPY, NULL))
        gdk_clipboard_set_text (clipboard, self->plain);
      clear (self);
      return TRUE;
    case GDK_KEY_d:
      return command (self, GH_QUOTA_COMMAND_FILL_DOWN, NULL);
    case GDK_KEY_r:
      return command (self, GH_QUOTA_COMMAND_FILL_RIGHT, NULL);
    case GDK_KEY_a:
      return command (self, GH_QUOTA_COMMAND_SELECT_ALL, NULL);
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (clipboard, NULL, clipboard_read_cb, g_object_ref (self));
      return TRUE;
    case GDK_KEY_l:
      g_signal_emit (self, signals[LOCK_TOGGLED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keys that move on; FALSE for all others. */
static gboolean
move_key (GhQuotaCell *self, guint keyval, GdkModifierType state)
{
  static const struct
  {
    guint keyval;
    int columns;
    int rows;
  } moves[] = {
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        g_signal_emit (self, signals[MOVE], 0, moves[i].columns, moves[i].rows,
                       (state & GDK_SHIFT_MASK) != 0);
        return TRUE;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                GhQuotaCell *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (self->entry != NULL)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    return command_key (self, keyval);
  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (move_key (self, keyval, state))
    return TRUE;
  if (keyval == GDK_KEY_Escape)
    return command (self, GH_QUOTA_COMMAND_RELEASE, NULL);
  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    gh_quota_cell_edit (self, NULL);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    clear (self);
  else if (g_unichar_isdigit (letter))
    {
      char text[8] = "";

      g_unichar_to_utf8 (letter, text);
      gh_quota_cell_edit (self, text);
    }
  else
    return FALSE;
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED,
            GhQuotaCell *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->entry != NULL || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;
  /* The row must not take the focus away again when the button is released. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  command (self, state & GDK_SHIFT_MASK ? GH_QUOTA_COMMAND_SELECT_HERE : GH_QUOTA_COMMAND_RELEASE,
           NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    gh_quota_cell_edit (self, NULL);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
gh_quota_cell_show (GhQuotaCell *self,
                    const char *text,
                    const char *plain,
                    const char *name,
                    GhQuotaCellFlags flags)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (GH_IS_QUOTA_CELL (self));

  g_free (self->plain);
  self->plain = g_strdup (plain);
  g_free (self->name);
  self->name = g_strdup (name);
  self->flags = flags;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->lock, (flags & GH_QUOTA_CELL_LOCKED) != 0);
  set_class (self->label, "by-rule", (flags & GH_QUOTA_CELL_BY_RULE) != 0);
  set_class (self->label, "strong", (flags & GH_QUOTA_CELL_TOTAL) != 0);
  gtk_widget_set_focusable (GTK_WIDGET (self), (flags & GH_QUOTA_CELL_EDITABLE) != 0);
  spoken = g_strdup_printf (flags & GH_QUOTA_CELL_LOCKED ? C_("quota cell", "%s: %s, locked")
                                                         : C_("quota cell", "%s: %s"),
                            name, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
gh_quota_cell_set_selected (GhQuotaCell *self, gboolean selected)
{
  g_return_if_fail (GH_IS_QUOTA_CELL (self));

  set_class (GTK_WIDGET (self), "taken", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/* What was typed last is saved when the cell leaves the window, too. */
static void
gh_quota_cell_unroot (GtkWidget *widget)
{
  GtkWidget *entry = g_steal_pointer (&GH_QUOTA_CELL (widget)->entry);

  if (entry != NULL)
    hand_on (GH_QUOTA_CELL (widget), gtk_editable_get_text (GTK_EDITABLE (entry)), TRUE);

  GTK_WIDGET_CLASS (gh_quota_cell_parent_class)->unroot (widget);
}

static void
gh_quota_cell_dispose (GObject *object)
{
  GhQuotaCell *self = GH_QUOTA_CELL (object);

  GtkWidget *child;

  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gh_quota_cell_parent_class)->dispose (object);
}

static void
gh_quota_cell_finalize (GObject *object)
{
  g_free (GH_QUOTA_CELL (object)->plain);
  g_free (GH_QUOTA_CELL (object)->name);
  g_free (GH_QUOTA_CELL (object)->before);

  G_OBJECT_CLASS (gh_quota_cell_parent_class)->finalize (object);
}

static void
gh_quota_cell_class_init (GhQuotaCellClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = gh_quota_cell_dispose;
  object_class->finalize = gh_quota_cell_finalize;
  widget_class->unroot = gh_quota_cell_unroot;

  signals[COMMITTED] = g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPING] = g_signal_new ("typing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMMAND] =
    g_signal_new ("command", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                  NULL, G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[PASTED] = g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOCK_TOGGLED] =
    g_signal_new ("lock-toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotacell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
gh_quota_cell_init (GhQuotaCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->plain = g_strdup ("");
  self->name = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->lock = gh_icon_new ("changes-prevent-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->lock), 12);
  gtk_widget_add_css_class (self->lock, "dim-label");
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->lock);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
gh_quota_cell_new (void)
{
  return g_object_new (GH_TYPE_QUOTA_CELL, NULL);
}
