/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-field.h"

#include <string.h>

/* Long enough that a pause within a sentence does not become an undo step of its own too often,
 * short enough that nobody who leaves the desk leaves anything unsaved. */
#define COMMIT_DELAY_MS 500

/* A syllable that an input method composes is often the last one of a sentence, and stays so while
 * the clerk is at lunch: what was finished before it is saved all the same, but not in the midst of
 * typing. */
#define MAX_COMPOSING_DELAYS 4

enum
{
  COMMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (GhField, gh_field, GTK_TYPE_WIDGET)

static void
gh_field_default_init (GhFieldInterface *iface)
{
  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GhFieldSaving *
saving_of (GhField *self)
{
  return GH_FIELD_GET_IFACE (self)->get_saving (self);
}

/* --- saving ---------------------------------------------------------------------------------- */

char *
gh_field_dup_text (GhField *self)
{
  g_return_val_if_fail (GH_IS_FIELD (self), NULL);

  return GH_FIELD_GET_IFACE (self)->dup_text (self);
}

void
gh_field_flush (GhField *self)
{
  GhFieldSaving *saving;
  g_autofree char *text = NULL;

  g_return_if_fail (GH_IS_FIELD (self));

  saving = saving_of (self);
  g_clear_handle_id (&saving->timeout, g_source_remove);
  text = gh_field_dup_text (self);
  if (strcmp (text, saving->taken) == 0)
    return;
  g_free (saving->taken);
  saving->taken = g_strdup (text);
  g_object_ref (self);
  saving->committing = TRUE;
  g_signal_emit (self, signals[COMMITTED], 0, text);
  saving->committing = FALSE;
  g_object_unref (self);
}

static gboolean
has_keyboard (GhField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GhFieldInterface *iface = GH_FIELD_GET_IFACE (self);

  if (iface->lends_keyboard != NULL && iface->lends_keyboard (self))
    return TRUE;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
put_text (GhField *self, const char *text)
{
  GhFieldSaving *saving = saving_of (self);

  g_clear_handle_id (&saving->timeout, g_source_remove);
  if (text != saving->taken)
    {
      g_free (saving->taken);
      saving->taken = g_strdup (text);
    }
  saving->showing = TRUE;
  GH_FIELD_GET_IFACE (self)->put_text (self, saving->taken);
  saving->showing = FALSE;
}

void
gh_field_settle (GhField *self)
{
  GhFieldSaving *saving = saving_of (self);
  GhFieldInterface *iface = GH_FIELD_GET_IFACE (self);

  gh_field_flush (self);
  if (strcmp (saving->taken, saving->stored) != 0)
    put_text (self, saving->stored);
  else if (iface->looks_like != NULL && !iface->looks_like (self, saving->taken))
    put_text (self, saving->taken);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GhField *self = user_data;
  GhFieldSaving *saving = saving_of (self);

  if (GH_FIELD_GET_IFACE (self)->is_composing (self) && ++saving->n_delays < MAX_COMPOSING_DELAYS)
    return G_SOURCE_CONTINUE;
  saving->timeout = 0;
  gh_field_flush (self);
  return G_SOURCE_REMOVE;
}

void
gh_field_changed (GhField *self, gboolean whole)
{
  GhFieldSaving *saving = saving_of (self);

  if (saving->showing)
    return;
  g_clear_handle_id (&saving->timeout, g_source_remove);
  saving->n_delays = 0;
  if (!whole)
    saving->timeout = g_timeout_add (COMMIT_DELAY_MS, timeout_cb, self);
}

/* Also when the window goes behind another; then the keyboard comes back to the same letter. */
void
gh_field_focus_left (GhField *self)
{
  if (has_keyboard (self))
    gh_field_flush (self);
  else
    gh_field_settle (self);
}

void
gh_field_show (GhField *self, const char *text)
{
  GhFieldSaving *saving;
  GhFieldInterface *iface;
  gboolean same;

  g_return_if_fail (GH_IS_FIELD (self));
  g_return_if_fail (text != NULL);

  saving = saving_of (self);
  iface = GH_FIELD_GET_IFACE (self);
  same = strcmp (text, saving->stored) == 0;
  if (!same)
    {
      g_free (saving->stored);
      saving->stored = g_strdup (text);
    }
  /* What comes of the clerk's own letters waits until the keyboard has left: the space after a word
   * is typed before the next one. */
  if (!((same || saving->committing) && has_keyboard (self)) && strcmp (text, saving->taken) != 0)
    {
      put_text (self, text);
      return;
    }
  if (iface->refresh == NULL)
    return;
  saving->showing = TRUE;
  iface->refresh (self);
  saving->showing = FALSE;
}

const char *
gh_field_get_taken (GhField *self)
{
  return saving_of (self)->taken;
}

/* --- places ---------------------------------------------------------------------------------- */

void
gh_field_mark (GhField *self, gsize start, gsize length)
{
  g_return_if_fail (GH_IS_FIELD (self));

  if (length > 0)
    GH_FIELD_GET_IFACE (self)->mark (self, start, length);
}

void
gh_field_select (GhField *self, gsize start, gsize length)
{
  g_return_if_fail (GH_IS_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gh_field_mark (self, start, length);
}

/* --- read only ------------------------------------------------------------------------------- */

/* Keys that would change the text, were it open. */
static gboolean
key_changes (guint key, GdkModifierType state)
{
  GdkModifierType held =
    state & gtk_accelerator_get_default_mod_mask () & ~(GdkModifierType) GDK_SHIFT_MASK;

  if (held != 0)
    return held == GDK_CONTROL_MASK && (key == GDK_KEY_v || key == GDK_KEY_x);
  return key == GDK_KEY_BackSpace || key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete ||
         g_unichar_isprint (gdk_keyval_to_unicode (key));
}

static gboolean
locked_key_pressed_cb (GtkEventController *keys,
                       guint key,
                       guint code G_GNUC_UNUSED,
                       GdkModifierType state,
                       gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *field = gtk_event_controller_get_widget (keys);

  if (gtk_widget_has_css_class (field, "read-only") && key_changes (key, state))
    gtk_widget_activate_action (field, "plan.tell-locked", NULL);
  return FALSE;
}

void
gh_field_set_editable (GhField *self, gboolean editable)
{
  GtkWidget *widget = (GtkWidget *) self;
  GhFieldSaving *saving;

  g_return_if_fail (GH_IS_FIELD (self));

  GH_FIELD_GET_IFACE (self)->set_editable (self, editable);
  saving = saving_of (self);
  if (editable)
    gtk_widget_remove_css_class (widget, "read-only");
  else
    gtk_widget_add_css_class (widget, "read-only");
  if (!editable && !saving->tells_locked)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      /* Made when it is needed: a plan has many texts. */
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (locked_key_pressed_cb), NULL);
      gtk_widget_add_controller (widget, keys);
      saving->tells_locked = TRUE;
    }
}

gboolean
gh_field_tab_stop (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* --- making ---------------------------------------------------------------------------------- */

static void
save_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gh_field_flush (GH_FIELD (widget));
}

void
gh_field_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "field.save", NULL, save_action);
  gtk_widget_class_set_css_name (class, "field");
}

void
gh_field_init_saving (GhFieldSaving *saving)
{
  saving->stored = g_strdup ("");
  saving->taken = g_strdup ("");
}

void
gh_field_stop_saving (GhFieldSaving *saving)
{
  g_clear_handle_id (&saving->timeout, g_source_remove);
}

void
gh_field_clear_saving (GhFieldSaving *saving)
{
  g_free (saving->stored);
  g_free (saving->taken);
}
