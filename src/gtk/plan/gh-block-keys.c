/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-keys.h"

#include <string.h>

#include "gh-text.h"

typedef struct
{
  GtkTextView *view;
  GhBlockKey func;
  gpointer user_data;
  gboolean composing;
} Keys;

static GtkTextView *
find_view (GtkWidget *widget)
{
  GtkTextView *view = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    return GTK_TEXT_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && view == NULL;
       child = gtk_widget_get_next_sibling (child))
    view = find_view (child);
  return view;
}

static void
get_cursor (Keys *keys, GtkTextIter *cursor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (keys->view);

  gtk_text_buffer_get_iter_at_mark (buffer, cursor, gtk_text_buffer_get_insert (buffer));
}

/* Bytes before the cursor as the text will be stored: in NFC, one line, no blanks before it. */
static guint
bytes_before (Keys *keys)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (keys->view);
  GtkTextIter start, cursor;
  g_autofree char *typed = NULL;
  g_autofree char *clean = NULL;

  gtk_text_buffer_get_start_iter (buffer, &start);
  get_cursor (keys, &cursor);
  typed = gtk_text_buffer_get_text (buffer, &start, &cursor, FALSE);
  clean = gh_text_nfc (typed, -1);
  g_strdelimit (clean, "\n\t", ' ');
  return (guint) strlen (g_strchug (clean));
}

static gboolean
send_key (Keys *keys, const char *name)
{
  guint offset = 0;

  if (strcmp (name, "split") == 0)
    {
      gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (keys->view), TRUE, TRUE);
      offset = bytes_before (keys);
    }
  keys->func (name, offset, keys->user_data);
  return TRUE;
}

/* Whether the cursor stands on the first or last line as they are wrapped. */
static gboolean
is_at_edge (Keys *keys, gboolean last)
{
  GtkTextIter iter;

  get_cursor (keys, &iter);
  if (!last)
    return !gtk_text_view_backward_display_line (keys->view, &iter);
  gtk_text_view_forward_display_line_end (keys->view, &iter);
  return gtk_text_iter_is_end (&iter);
}

static gboolean
edit_key (Keys *keys, guint keyval, gboolean shift)
{
  gboolean selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (keys->view));
  GtkTextIter cursor;

  get_cursor (keys, &cursor);
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return send_key (keys, "split");
    case GDK_KEY_BackSpace:
      return !selected && gtk_text_iter_is_start (&cursor) && send_key (keys, "join-before");
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return !selected && !shift && gtk_text_iter_is_end (&cursor) && send_key (keys, "join-after");
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return send_key (keys, shift ? "outdent" : "indent");
    default:
      return FALSE;
    }
}

static gboolean
pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
            guint keyval,
            guint keycode G_GNUC_UNUSED,
            GdkModifierType state,
            Keys *keys)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (keys->composing || (held & ~(GdkModifierType) GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (held == 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return is_at_edge (keys, FALSE) && send_key (keys, "leave-up");
  if (held == 0 && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return is_at_edge (keys, TRUE) && send_key (keys, "leave-down");
  /* What is frozen is read only: there Tab goes on to the next field. */
  return gtk_text_view_get_editable (keys->view) && edit_key (keys, keyval, held != 0);
}

static void
preedit_changed_cb (Keys *keys, const char *preedit)
{
  keys->composing = *preedit != '\0';
}

void
gh_block_keys_add (GtkWidget *field, GhBlockKey func, gpointer user_data)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  g_return_if_fail (GTK_IS_WIDGET (field) && func != NULL);

  keys->view = find_view (field);
  keys->func = func;
  keys->user_data = user_data;
  g_signal_connect_swapped (keys->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), keys);
  /* Before the text sees them: it takes Enter for a line break and Tab for the way out. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (pressed_cb), keys,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (keys->view), controller);
}

void
gh_block_keys_place (GtkWidget *field, gsize offset)
{
  GtkTextView *view = find_view (field);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_text_buffer_get_iter_at_offset (
    buffer, &start, (int) g_utf8_strlen (text, (gssize) MIN (offset, strlen (text))));
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

gsize
gh_block_keys_get_place (GtkWidget *field)
{
  GtkTextView *view = find_view (field);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, cursor;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  text = gtk_text_buffer_get_text (buffer, &start, &cursor, FALSE);
  return strlen (text);
}
