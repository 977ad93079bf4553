/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-live.h"
#include "gh-marked.h"
#include "gh-rich-view-private.h"

enum
{
  COMMAND,
  BLOCKS_PASTED,
  STYLE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhRichView, gh_rich_view, GTK_TYPE_TEXT_VIEW)

gboolean
_gh_rich_view_command (GhRichView *self, const char *name)
{
  gboolean handled = FALSE;

  /* The keys are the input method's. */
  if (self->composing)
    return FALSE;
  g_object_ref (self);
  g_signal_emit (self, signals[COMMAND], 0, name, &handled);
  g_object_unref (self);
  return handled;
}

gboolean
_gh_rich_view_paste_blocks (GhRichView *self, GPtrArray *blocks)
{
  gboolean handled = FALSE;

  g_object_ref (self);
  g_signal_emit (self, signals[BLOCKS_PASTED], 0, blocks, &handled);
  g_object_unref (self);
  return handled;
}

static void
get_caret (GhRichView *self, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, iter, gtk_text_buffer_get_insert (self->buffer));
}

static gboolean
is_editable (GhRichView *self)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
}

/* --- text ------------------------------------------------------------------------------------ */

GPtrArray *
gh_rich_view_dup_runs (GhRichView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GH_IS_RICH_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gh_rich_text_runs (&start, &end);
}

void
gh_rich_view_set_marked (GhRichView *self, const char *marked)
{
  g_autoptr (GPtrArray) runs = NULL;
  GtkTextIter at, start, end;
  gsize caret;

  g_return_if_fail (GH_IS_RICH_VIEW (self));

  runs = gh_marked_parse (marked);
  self->busy++;
  get_caret (self, &at);
  caret = gh_rich_text_to_plain (&at);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gh_rich_text_forget (self->buffer);
  gh_rich_text_insert (self->buffer, &end, runs, &self->fill);
  gh_rich_text_from_plain (self->buffer, caret, &at);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  self->busy--;
  self->caret = gtk_text_iter_get_offset (&at);
  self->quote = -1;
  self->chosen = self->stale = FALSE;
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

void
gh_rich_view_refresh (GhRichView *self)
{
  g_return_if_fail (GH_IS_RICH_VIEW (self));

  self->stale = self->composing;
  if (self->composing)
    return;
  self->busy++;
  gh_rich_text_refresh (self->buffer, &self->fill);
  self->busy--;
}

void
gh_rich_view_highlight (GhRichView *self, const char *marked, const GhFind *find, gsize current)
{
  g_return_if_fail (GH_IS_RICH_VIEW (self));

  gh_rich_text_highlight (self->buffer, marked, find, current);
}

/* What @insert puts at the caret takes the place of the selection. */
static void
begin_insert (GhRichView *self, GtkTextIter *at)
{
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, is_editable (self));
  get_caret (self, at);
  self->busy++;
}

static void
end_insert (GhRichView *self, const GtkTextIter *at)
{
  gtk_text_buffer_place_cursor (self->buffer, at);
  self->busy--;
  self->quote = -1;
  self->chosen = FALSE;
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer));
}

void
gh_rich_view_insert_runs (GhRichView *self, const GPtrArray *runs)
{
  GtkTextIter at;

  g_return_if_fail (GH_IS_RICH_VIEW (self));

  if (!is_editable (self))
    return;
  begin_insert (self, &at);
  gh_rich_text_insert (self->buffer, &at, runs, &self->fill);
  end_insert (self, &at);
}

void
gh_rich_view_insert_text (GhRichView *self, const char *text)
{
  g_autoptr (GPtrArray) runs = gh_marked_runs_new ();

  gh_marked_runs_add (runs, text, -1, NULL, gh_rich_view_get_style (self, TRUE),
                      gh_rich_view_get_style (self, FALSE));
  gh_rich_view_insert_runs (self, runs);
}

/* "{{" before the caret. */
static gboolean
braces_before (const GtkTextIter *at, GtkTextIter *start)
{
  g_autofree char *text = NULL;

  *start = *at;
  if (!gtk_text_iter_backward_chars (start, 2))
    return FALSE;
  text = gtk_text_iter_get_text (start, at);
  return strcmp (text, "{{") == 0;
}

void
gh_rich_view_insert_field (GhRichView *self, const char *key)
{
  g_autoptr (GPtrArray) runs = gh_marked_runs_new ();
  g_autofree char *raw = g_strdup_printf ("{{%s}}", key);
  gboolean bold, italic;
  GtkTextIter at, start;

  g_return_if_fail (GH_IS_RICH_VIEW (self));

  if (!is_editable (self))
    return;
  bold = gh_rich_view_get_style (self, TRUE);
  italic = gh_rich_view_get_style (self, FALSE);
  gh_marked_runs_add (runs, raw, -1, key, bold, italic);
  begin_insert (self, &at);
  if (braces_before (&at, &start))
    gtk_text_buffer_delete (self->buffer, &start, &at);
  gh_rich_text_insert (self->buffer, &at, runs, &self->fill);
  end_insert (self, &at);
}

/* --- style ----------------------------------------------------------------------------------- */

gboolean
gh_rich_view_get_style (GhRichView *self, gboolean bold)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GH_IS_RICH_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    {
      if (self->chosen)
        return bold ? self->bold : self->italic;
      gtk_text_iter_backward_char (&start);
    }
  return bold ? gh_rich_text_is_bold (&start) : gh_rich_text_is_italic (&start);
}

void
gh_rich_view_toggle_style (GhRichView *self, gboolean bold)
{
  GtkTextIter start, end;
  gboolean on;

  g_return_if_fail (GH_IS_RICH_VIEW (self));

  if (!is_editable (self))
    return;
  on = !gh_rich_view_get_style (self, bold);
  if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    {
      gh_rich_text_toggle (&start, &end, bold, on);
      /* Tags say nothing of a change; it is one. */
      g_signal_emit_by_name (self->buffer, "changed");
    }
  else
    {
      gboolean other = gh_rich_view_get_style (self, !bold);

      self->bold = bold ? on : other;
      self->italic = bold ? other : on;
      self->chosen = TRUE;
    }
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

/* --- keys ------------------------------------------------------------------------------------ */

static gboolean
has_selection (GhRichView *self)
{
  return gtk_text_buffer_get_has_selection (self->buffer);
}

static void
gh_rich_view_backspace (GtkTextView *view)
{
  GhRichView *self = GH_RICH_VIEW (view);
  GtkTextIter caret;

  get_caret (self, &caret);
  if (is_editable (self) && !has_selection (self) && gtk_text_iter_is_start (&caret) &&
      _gh_rich_view_command (self, "join-before"))
    return;
  GTK_TEXT_VIEW_CLASS (gh_rich_view_parent_class)->backspace (view);
}

static void
gh_rich_view_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  GhRichView *self = GH_RICH_VIEW (view);
  GtkTextIter caret;

  get_caret (self, &caret);
  if (type == GTK_DELETE_CHARS && count > 0 && is_editable (self) && !has_selection (self) &&
      gtk_text_iter_is_end (&caret) && _gh_rich_view_command (self, "join-after"))
    return;
  GTK_TEXT_VIEW_CLASS (gh_rich_view_parent_class)->delete_from_cursor (view, type, count);
}

/* Up in the first line and Down in the last leave the text. */
static void
gh_rich_view_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extend)
{
  GhRichView *self = GH_RICH_VIEW (view);
  GtkTextIter caret, line;

  get_caret (self, &caret);
  line = caret;
  if (step == GTK_MOVEMENT_DISPLAY_LINES && !extend && !has_selection (self) &&
      ((count == -1 && !gtk_text_view_backward_display_line (view, &line) &&
        _gh_rich_view_command (self, "leave-up")) ||
       (count == 1 &&
        (!gtk_text_view_forward_display_line (view, &line) ||
         (gtk_text_iter_is_end (&line) && !gtk_text_view_starts_display_line (view, &line))) &&
        _gh_rich_view_command (self, "leave-down"))))
    return;
  GTK_TEXT_VIEW_CLASS (gh_rich_view_parent_class)->move_cursor (view, step, count, extend);
}

/* Tab, when the input method has had it and has finished its syllable. */
static void
gh_rich_view_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GhRichView *self = GH_RICH_VIEW (widget);

  if ((direction == GTK_DIR_TAB_FORWARD && _gh_rich_view_command (self, "indent")) ||
      (direction == GTK_DIR_TAB_BACKWARD && _gh_rich_view_command (self, "outdent")))
    return;
  GTK_WIDGET_CLASS (gh_rich_view_parent_class)->move_focus (widget, direction);
}

static void
gh_rich_view_cut_clipboard (GtkTextView *view)
{
  GhRichView *self = GH_RICH_VIEW (view);

  _gh_rich_view_copy (self);
  if (is_editable (self))
    gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
}

static void
gh_rich_view_copy_clipboard (GtkTextView *view)
{
  _gh_rich_view_copy (GH_RICH_VIEW (view));
}

static void
gh_rich_view_paste_clipboard (GtkTextView *view)
{
  if (is_editable (GH_RICH_VIEW (view)))
    _gh_rich_view_paste (GH_RICH_VIEW (view));
}

static void
preedit_changed_cb (GhRichView *self, const char *preedit)
{
  self->composing = *preedit != '\0';
  if (!self->composing && self->stale)
    gh_rich_view_refresh (self);
}

gboolean
gh_rich_view_is_composing (GhRichView *self)
{
  return self->composing;
}

static void
focus_left_cb (GhRichView *self)
{
  preedit_changed_cb (self, "");
}

/* --- chips ----------------------------------------------------------------------------------- */

/* (transfer full): what the field is called; its key if nobody knows. */
static char *
dup_field_name (GhRichView *self, const char *key)
{
  g_autoptr (GPtrArray) fields =
    self->fill.list != NULL ? self->fill.list (self->fill.user_data) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const GhLiveField *field = g_ptr_array_index (fields, i);

      if (strcmp (field->key, key) == 0)
        return g_strdup (field->name);
    }
  return g_strdup (key);
}

static gboolean
query_tooltip_cb (GhRichView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkTextIter at, start, end;
  const char *key;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GdkRectangle box;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);
  if (keyboard)
    get_caret (self, &at);
  else if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &at, buffer_x, buffer_y))
    return FALSE;
  key = gh_rich_text_chip (&at, &start, &end);
  if (key == NULL)
    return FALSE;
  name = dup_field_name (self, key);
  /* Translators: a field inside a text: its name, "Target: donors" */
  text = g_strdup_printf (_("%s: follows the data"), name);
  gtk_tooltip_set_text (tooltip, text);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &at, &box);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, box.x, box.y,
                                         &box.x, &box.y);
  gtk_tooltip_set_tip_area (tooltip, &box);
  return TRUE;
}

void
gh_rich_view_set_lines (GhRichView *self, gboolean lines)
{
  g_return_if_fail (GH_IS_RICH_VIEW (self));

  self->lines = lines;
}

void
gh_rich_view_set_fill (GhRichView *self, const GhRichFill *fill)
{
  g_return_if_fail (GH_IS_RICH_VIEW (self));

  self->fill = *fill;
}

/* --- class ----------------------------------------------------------------------------------- */

static void
gh_rich_view_dispose (GObject *object)
{
  GhRichView *self = GH_RICH_VIEW (object);

  g_clear_handle_id (&self->command_idle, g_source_remove);

  G_OBJECT_CLASS (gh_rich_view_parent_class)->dispose (object);
}

static void
gh_rich_view_class_init (GhRichViewClass *class)
{
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_rich_view_dispose;
  GTK_WIDGET_CLASS (class)->move_focus = gh_rich_view_move_focus;
  view_class->backspace = gh_rich_view_backspace;
  view_class->delete_from_cursor = gh_rich_view_delete_from_cursor;
  view_class->move_cursor = gh_rich_view_move_cursor;
  view_class->cut_clipboard = gh_rich_view_cut_clipboard;
  view_class->copy_clipboard = gh_rich_view_copy_clipboard;
  view_class->paste_clipboard = gh_rich_view_paste_clipboard;

  signals[COMMAND] =
    g_signal_new ("command", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                  NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[BLOCKS_PASTED] =
    g_signal_new ("blocks-pasted", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                  NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
  signals[STYLE_CHANGED] =
    g_signal_new ("style-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gh_rich_view_init (GhRichView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->quote = -1;
  self->buffer = gtk_text_view_get_buffer (view);
  gh_rich_text_prepare (self->buffer);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  _gh_rich_view_watch (self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
gh_rich_view_new (void)
{
  return g_object_new (GH_TYPE_RICH_VIEW, NULL);
}
