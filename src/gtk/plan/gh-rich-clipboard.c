/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-dialogs.h"
#include "gh-legacy.h"
#include "gh-marked.h"
#include "gh-paste.h"
#include "gh-rich-view-private.h"
#include "gh-text.h"

/* Copying gives three things: marked text for ourselves, HTML for word processors, plain text for
 * all others. Pasting takes the first of these that there is. */

#define MARKED "application/x-giothong-marked"
#define HTML   "text/html"

/* What is read of a clipboard that does not end. */
#define MAX_BYTES (8u * 1024u * 1024u + 1u)

/* --- copying --------------------------------------------------------------------------------- */

/* (transfer full): @runs as they look; chips say their value */
static char *
write_html (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\"><p>");
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      gboolean bold = gh_rich_text_is_bold (&iter), italic = gh_rich_text_is_italic (&iter);
      GtkTextIter next = iter;
      g_autofree char *text = NULL;
      g_autofree char *escaped = NULL;

      gtk_text_iter_forward_to_tag_toggle (&next, NULL);
      if (gtk_text_iter_compare (&next, end) > 0)
        next = *end;
      text = gtk_text_iter_get_text (&iter, &next);
      escaped = g_markup_escape_text (text, -1);
      g_string_append_printf (html, "%s%s%s%s%s", bold ? "<b>" : "", italic ? "<i>" : "", escaped,
                              italic ? "</i>" : "", bold ? "</b>" : "");
      iter = next;
    }
  g_string_append (html, "</p>");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

static GdkContentProvider *
provide_bytes (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

void
_gh_rich_view_copy (GhRichView *self)
{
  GdkContentProvider *providers[3];
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *html = NULL;
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return;
  runs = gh_rich_text_runs (&start, &end);
  marked = gh_marked_format (runs);
  plain = gtk_text_iter_get_text (&start, &end);
  html = write_html (&start, &end);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  providers[1] = provide_bytes (MARKED, marked);
  providers[2] = provide_bytes (HTML, html);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* --- pasting --------------------------------------------------------------------------------- */

static void
insert_marked (GhRichView *self, const char *text)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);

  gh_rich_view_insert_runs (self, runs);
}

/* (transfer full): all that @blocks say as one line */
static char *
join_blocks (const GPtrArray *blocks)
{
  char *line = g_strdup ("");

  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      for (guint k = 0; k < (block->rows != NULL ? block->rows->len : 1); k++)
        {
          g_autofree char *before = line;
          g_autofree char *more =
            block->rows != NULL ? g_strjoinv (" ", block->rows->pdata[k]) : g_strdup (block->text);

          line = gh_marked_join (before, *before != '\0' ? " " : "", more);
        }
    }
  return line;
}

/* One paragraph goes into the text; more than one, or a table, is for the owner. */
static void
take_blocks (GhRichView *self, GPtrArray *blocks, const char *plain)
{
  const GhBlock *first = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;
  g_autofree char *line = NULL;

  if (first == NULL)
    return;
  if (blocks->len == 1 && first->kind != GH_BLOCK_TABLE)
    {
      if (plain != NULL)
        gh_rich_view_insert_text (self, plain);
      else
        insert_marked (self, first->text);
      return;
    }
  if (_gh_rich_view_paste_blocks (self, blocks))
    return;
  line = join_blocks (blocks);
  insert_marked (self, line);
}

static void
refuse (GhRichView *self, const GError *error)
{
  gh_dialog_error (GTK_WIDGET (self), _("The text was not pasted"), error);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GhRichView) self = user_data;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *line = NULL;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  blocks = gh_paste_read_text (text, -1, &error);
  if (blocks == NULL)
    {
      refuse (self, error);
      return;
    }
  /* A single line keeps what it begins with, be it "5." */
  line = gh_text_nfc (text, -1);
  g_strdelimit (line, "\n\t", ' ');
  if (strpbrk (text, "\r\n") != NULL)
    g_strstrip (line);
  take_blocks (self, blocks, gh_legacy_detect (line) == GH_LEGACY_NONE ? line : NULL);
}

static void
read_text (GhRichView *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

/* One paste of bytes on its way. */
typedef struct
{
  GhRichView *view;
  GInputStream *stream;
  char *bytes;
  gboolean marked;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_clear_object (&paste->view);
  g_clear_object (&paste->stream);
  g_free (paste->bytes);
  g_free (paste);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
bytes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, NULL))
    length = 0;
  g_input_stream_close_async (paste->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (paste->view)) == NULL)
    return;
  if (paste->marked)
    {
      g_autofree char *text = g_utf8_make_valid (paste->bytes, (gssize) length);

      insert_marked (paste->view, text);
      return;
    }
  blocks = gh_paste_read_html (paste->bytes, (gssize) length, &error);
  if (blocks == NULL)
    refuse (paste->view, error);
  else if (blocks->len == 0)
    read_text (paste->view);
  else
    take_blocks (paste->view, blocks, NULL);
}

static void
stream_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  if (paste->stream == NULL)
    {
      read_text (paste->view);
      return;
    }
  paste->bytes = g_malloc (MAX_BYTES);
  g_input_stream_read_all_async (paste->stream, paste->bytes, MAX_BYTES, G_PRIORITY_DEFAULT, NULL,
                                 bytes_read_cb, paste);
  g_steal_pointer (&paste);
}

void
_gh_rich_view_paste (GhRichView *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *types[] = { NULL, NULL };
  Paste *paste;

  if (gdk_content_formats_contain_mime_type (formats, MARKED))
    types[0] = MARKED;
  else if (gdk_content_formats_contain_mime_type (formats, HTML))
    types[0] = HTML;
  if (types[0] == NULL)
    {
      read_text (self);
      return;
    }
  paste = g_new0 (Paste, 1);
  paste->view = g_object_ref (self);
  paste->marked = strcmp (types[0], MARKED) == 0;
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_ready_cb, paste);
}
