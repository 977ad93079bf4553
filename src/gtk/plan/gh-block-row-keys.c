/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-block-menu.h"
#include "gh-block-row-private.h"
#include "gh-rich-field.h"
#include "gh-text.h"

/* What is done with a block by keys and menu. The row changes nothing itself: it tells its owner.
 */

enum
{
  EDITED,
  COMMAND,
  KEY,
  FOCUSED,
  LIST_STYLES,
  PASTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const commands[] = {
  "block.add",       "block.make",    "block.style",       "block.renumber",
  "block.indent",    "block.outdent", "block.up",          "block.down",
  "block.duplicate", "block.remove",  "block.remove-part",
};

/* Their items of the menu are hidden where they make no sense. */
static const char *const freezing[] = { "block.freeze", "block.thaw" };

#define N_WITH_PARAMETER 3
#define NO_PLACE         G_MAXSIZE

/* --- text ------------------------------------------------------------------------------------ */

/* A paragraph is one line: what was pasted with line breaks becomes one. */
static char *
clean_start (const char *typed)
{
  g_autofree char *text = gh_text_nfc (typed, -1);

  g_strdelimit (text, "\n\t", ' ');
  return g_strchug (g_steal_pointer (&text));
}

static char *
clean_text (const char *typed)
{
  return g_strchomp (clean_start (typed));
}

static void
text_committed_cb (GhBlockRow *self, const char *typed)
{
  if (self->block == NULL)
    return;
  g_free (self->block->text);
  self->block->text = clean_text (typed);
  g_signal_emit (self, signals[EDITED], 0, self->block);
}

static void
command_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GhBlockRow *self = GH_BLOCK_ROW (widget);
  const char *what = target != NULL ? g_variant_get_string (target, NULL) : "";

  gh_block_row_flush (self);
  g_signal_emit (self, signals[COMMAND], 0, name + strlen ("block."), what);
}

static void
send_key (GhBlockRow *self, const char *name, guint offset)
{
  gh_block_row_flush (self);
  g_signal_emit (self, signals[KEY], 0, name, offset);
}

/* A byte of the letters as they stand in the field, in the text as it is stored: without the blanks
 * that were typed before it. */
static guint
stored_place (GhBlockRow *self, guint offset)
{
  g_autofree char *typed = gh_field_dup_text (GH_FIELD (self->text));
  g_autofree char *before = g_strndup (typed, offset);
  g_autofree char *clean = clean_start (before);

  return (guint) strlen (clean);
}

static gboolean
split_cb (GhBlockRow *self, guint offset)
{
  send_key (self, "split", stored_place (self, offset));
  return TRUE;
}

/* What is frozen is read only: there Tab goes on to the next field. */
static gboolean
text_key_cb (GhBlockRow *self, const char *name)
{
  gboolean tab = strcmp (name, "indent") == 0 || strcmp (name, "outdent") == 0;

  if (tab && !gh_rich_field_get_editable (GH_RICH_FIELD (self->text)))
    return FALSE;
  send_key (self, name, 0);
  return TRUE;
}

static gboolean
named_key_cb (GtkWidget *text, gpointer name)
{
  return text_key_cb (GH_BLOCK_ROW (gtk_widget_get_ancestor (text, GH_TYPE_BLOCK_ROW)), name);
}

static gboolean
blocks_pasted_cb (GhBlockRow *self, GPtrArray *blocks, guint start, guint end)
{
  gboolean done = FALSE;

  g_signal_emit (self, signals[PASTED], 0, blocks, stored_place (self, start),
                 stored_place (self, end), &done);
  return done;
}

static void
connect_text (GhBlockRow *self)
{
  static const char *const keys[] = { "join-before", "join-after", "indent",
                                      "outdent",     "leave-up",   "leave-down" };

  g_signal_connect_swapped (self->text, "committed", G_CALLBACK (text_committed_cb), self);
  g_signal_connect_swapped (self->text, "split", G_CALLBACK (split_cb), self);
  g_signal_connect_swapped (self->text, "paste-blocks", G_CALLBACK (blocks_pasted_cb), self);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect (self->text, keys[i], G_CALLBACK (named_key_cb), (gpointer) keys[i]);
}

/* A block without a text takes the keys of one whose end and beginning are the same place. */
static gboolean
solid_key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                      guint keyval,
                      guint keycode G_GNUC_UNUSED,
                      GdkModifierType state,
                      GhBlockRow *self)
{
  gboolean editable = gtk_widget_get_sensitive (self->menu);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->block == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    send_key (self, "leave-up", 0);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    send_key (self, "leave-down", 0);
  else if (!editable)
    return FALSE;
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    gtk_widget_activate_action (GTK_WIDGET (self), "block.add", "s", "paragraph");
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    gtk_widget_activate_action (GTK_WIDGET (self), "block.remove", NULL);
  else
    return FALSE;
  return TRUE;
}

/* --- menu ------------------------------------------------------------------------------------ */

/* Made when it is opened: a plan has many rows, and making a menu takes longer than all the rest of
 * a row. */
static void
menu_opening_cb (GtkMenuButton *button, gpointer user_data)
{
  GhBlockRow *self = user_data;
  g_auto (GStrv) styles = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->block == NULL)
    return;
  g_signal_emit (self, signals[LIST_STYLES], 0, &styles);
  menu = gh_block_row_menu_new (self->block, (const char *const *) styles);
  gtk_menu_button_set_menu_model (button, menu);
}

static gboolean
menu_left_cb (gpointer user_data)
{
  GhBlockRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->menu))
    gh_block_row_place (self, self->menu_place);
  self->menu_place = NO_PLACE;
  return G_SOURCE_REMOVE;
}

/* A menu that was opened from the text and closed without a choice gives the keyboard back to it.
 */
static void
menu_closed_cb (GhBlockRow *self)
{
  if (self->menu_place != NO_PLACE)
    g_idle_add_full (G_PRIORITY_LOW, menu_left_cb, g_object_ref (self), g_object_unref);
}

static void
open_menu_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhBlockRow *self = GH_BLOCK_ROW (widget);
  GtkPopover *menu;

  if (!gtk_widget_get_sensitive (self->menu))
    return;
  self->menu_place = gh_block_row_get_place (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
  menu = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu));
  if (menu != NULL)
    g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
focus_entered_cb (GhBlockRow *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

/* --- class ----------------------------------------------------------------------------------- */

void
_gh_block_row_emit_edited (GhBlockRow *self, const GhBlock *block)
{
  g_signal_emit (self, signals[EDITED], 0, block);
}

void
_gh_block_row_enable_commands (GhBlockRow *self, gboolean editable, gboolean live, gboolean frozen)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), freezing[0], editable && live);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), freezing[1], editable && frozen);
}

void
_gh_block_row_add_solid_keys (GhBlockRow *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (solid_key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
}

static void
add_signals (GType type)
{
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COMMAND] = g_signal_new ("command", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_STRING, G_TYPE_UINT);
  signals[LIST_STYLES] = g_signal_new ("list-styles", type, G_SIGNAL_RUN_LAST, 0,
                                       g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_STRV, 0);
  signals[FOCUSED] =
    g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[PASTED] =
    g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                  NULL, G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);
}

void
_gh_block_row_class_init_keys (GtkWidgetClass *widget_class)
{
  add_signals (G_TYPE_FROM_CLASS (widget_class));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i], i < N_WITH_PARAMETER ? "s" : NULL,
                                     command_action);
  for (gsize i = 0; i < G_N_ELEMENTS (freezing); i++)
    gtk_widget_class_install_action (widget_class, freezing[i], NULL, command_action);
  gtk_widget_class_install_action (widget_class, "block.menu", NULL, open_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "block.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "block.down",
                                       NULL);
}

/* Before the text sees them: a text view takes Return for a line break, whatever is held down, and
 * has a use of its own for Delete. */
static void
add_early_keys (GhBlockRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *add =
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                     gtk_named_action_new ("block.add"), "s", "paragraph");
  GtkShortcut *remove =
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                      gtk_named_action_new ("block.remove"));
  GtkShortcut *menu = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_ALT_MASK),
                                        gtk_named_action_new ("block.menu"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), menu);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), add);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), remove);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
_gh_block_row_connect_keys (GhBlockRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->menu_place = NO_PLACE;
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), menu_opening_cb, self, NULL);
  connect_text (self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_early_keys (self);
}
