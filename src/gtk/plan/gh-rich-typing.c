/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-rich-view-private.h"

/* What happens to the text of a GhRichView while it is typed: nothing gets into a chip, letters
 * take the style of the caret, quotes become those of print. */

/* --- commands behind a letter ---------------------------------------------------------------- */

static gboolean
command_cb (gpointer user_data)
{
  GhRichView *self = user_data;

  self->command_idle = 0;
  _gh_rich_view_command (self, self->command);
  return G_SOURCE_REMOVE;
}

/* The buffer must not change while a letter goes into it; the next key waits until this is done. */
static void
queue_command (GhRichView *self, const char *name)
{
  if (self->command_idle != 0)
    return;
  self->command = name;
  self->command_idle =
    g_idle_add_full (G_PRIORITY_HIGH, command_cb, g_object_ref (self), g_object_unref);
}

/* --- quotes ---------------------------------------------------------------------------------- */

/* A quote opens at the start, behind a blank, a bracket or a dash, and behind one that opens. */
static gboolean
quote_opens (gunichar before)
{
  return before == 0 || g_unichar_isspace (before) || strchr ("([{/-", (int) MIN (before, 127)) ||
         before == 0x201C || before == 0x2018 || before == 0x2013 || before == 0x2014;
}

static gunichar
char_before (const GtkTextIter *at)
{
  GtkTextIter before = *at;

  return gtk_text_iter_backward_char (&before) ? gtk_text_iter_get_char (&before) : 0;
}

/* (transfer full): @text as it stands in a plan when it is typed at @at */
static char *
clean_typed (const char *text, gsize length, const GtkTextIter *at, gboolean lines)
{
  g_autofree char *typed = g_strndup (text, length);
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar before = char_before (at);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"')
        c = quote_opens (before) ? 0x201C : 0x201D;
      else if (lines && c == '\n')
        ;
      else if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
        c = ' ';
      if (c != 0xFFFC)
        g_string_append_unichar (out, c);
      before = c;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
gh_rich_view_undo_quote (GhRichView *self)
{
  GtkTextIter start, end;
  gunichar quote;

  g_return_val_if_fail (GH_IS_RICH_VIEW (self), FALSE);

  if (self->quote < 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->quote);
  self->quote = -1;
  quote = gtk_text_iter_get_char (&start);
  if (quote != 0x201C && quote != 0x201D)
    return FALSE;
  end = start;
  gtk_text_iter_forward_char (&end);

  gboolean bold = gh_rich_text_is_bold (&start), italic = gh_rich_text_is_italic (&start);
  int offset = gtk_text_iter_get_offset (&start);

  self->busy++;
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &end, "\"", 1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset);
  gh_rich_text_set_style (&start, &end, bold, italic);
  gtk_text_buffer_end_user_action (self->buffer);
  self->busy--;
  return TRUE;
}

/* --- letters --------------------------------------------------------------------------------- */

/* The style of what is typed at @at, unless one was chosen: that of the letter before. */
static void
take_style (GhRichView *self, const GtkTextIter *at)
{
  GtkTextIter letter = *at;

  if (self->chosen)
    return;
  gtk_text_iter_backward_char (&letter);
  self->bold = gh_rich_text_is_bold (&letter);
  self->italic = gh_rich_text_is_italic (&letter);
}

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *at,
                const char *text,
                int length,
                GhRichView *self)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *clean = NULL;
  GtkTextIter start, end;
  int offset;

  if (self->busy > 0)
    return;
  if (gh_rich_text_is_inside (at, &start, &end))
    *at = end;
  if (n == 1 && *text == '\n' && !self->lines)
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      queue_command (self, "split");
      return;
    }
  clean = clean_typed (text, n, at, self->lines);
  if (strlen (clean) == n && memcmp (clean, text, n) == 0)
    {
      self->quote = -1;
      take_style (self, at);
      if (n == 1 && *text == '{' && char_before (at) == '{')
        queue_command (self, "offer-fields");
      return;
    }
  /* The rest is done for the other letters, which come here again. */
  offset = gtk_text_iter_get_offset (at);
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, clean, -1);
  if (n == 1 && *text == '"')
    self->quote = offset;
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, GhRichView *self)
{
  GtkTextIter start;

  if (self->busy > 0)
    return;
  gtk_text_buffer_get_iter_at_offset (
    buffer, &start, gtk_text_iter_get_offset (at) - (int) g_utf8_strlen (text, length));
  gh_rich_text_set_style (&start, at, self->bold, self->italic);
}

/* An input method that writes a syllable anew takes it away first: the next letters look like it.
 */
static void
delete_range_cb (GtkTextBuffer *buffer G_GNUC_UNUSED,
                 GtkTextIter *start,
                 GtkTextIter *end,
                 GhRichView *self)
{
  GtkTextIter first, last;

  if (self->busy > 0)
    return;
  self->quote = -1;
  gtk_text_iter_order (start, end);
  if (gh_rich_text_is_inside (start, &first, &last))
    *start = first;
  if (gh_rich_text_is_inside (end, &first, &last))
    *end = last;
  self->chosen = TRUE;
  self->bold = gh_rich_text_is_bold (start);
  self->italic = gh_rich_text_is_italic (start);
}

/* --- caret ----------------------------------------------------------------------------------- */

/* Where the caret goes that was put into a chip: on, the way it came. */
static gboolean
step_over (const GhRichView *self, GtkTextIter *iter)
{
  GtkTextIter start, end;
  int at = gtk_text_iter_get_offset (iter);

  if (!gh_rich_text_is_inside (iter, &start, &end))
    return FALSE;
  if (self->caret <= gtk_text_iter_get_offset (&start))
    *iter = end;
  else if (self->caret >= gtk_text_iter_get_offset (&end))
    *iter = start;
  else
    *iter =
      at - gtk_text_iter_get_offset (&start) < gtk_text_iter_get_offset (&end) - at ? start : end;
  return TRUE;
}

static void
mark_set_cb (GtkTextBuffer *buffer,
             const GtkTextIter *where G_GNUC_UNUSED,
             GtkTextMark *mark,
             GhRichView *self)
{
  GtkTextMark *insert = gtk_text_buffer_get_insert (buffer);
  GtkTextMark *bound = gtk_text_buffer_get_selection_bound (buffer);
  GtkTextIter caret, other;
  gboolean one, moved;

  if (self->busy > 0 || (mark != insert && mark != bound))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, insert);
  gtk_text_buffer_get_iter_at_mark (buffer, &other, bound);
  one = gtk_text_iter_equal (&caret, &other);
  moved = step_over (self, &caret);
  if (one)
    other = caret;
  else
    moved = step_over (self, &other) || moved;
  if (moved)
    {
      self->busy++;
      gtk_text_buffer_select_range (buffer, &caret, &other);
      self->busy--;
    }
  self->caret = gtk_text_iter_get_offset (&caret);
  self->quote = -1;
  self->chosen = FALSE;
  g_signal_emit_by_name (self, "style-changed");
}

static void
changed_cb (GtkTextBuffer *buffer, GhRichView *self)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  self->caret = gtk_text_iter_get_offset (&caret);
}

void
_gh_rich_view_watch (GhRichView *self)
{
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, 0);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, 0);
}
