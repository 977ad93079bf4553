/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-paste-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-html-text.h"
#include "gh-jobs.h"
#include "gh-proposal-window.h"

struct _GhPasteWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace; /* NULL: a new one */
  GhJob *job;
  GCancellable *cancellable; /* of what is asked of the clipboard */

  /* Template children */
  GtkWidget *read;
  GtkTextView *text;
  GtkTextBuffer *buffer;

  gboolean gone;
};

G_DEFINE_FINAL_TYPE (GhPasteWindow, gh_paste_window, GTK_TYPE_WINDOW)

/* --- pasting ---------------------------------------------------------------------------------- */

static void
insert_text (GhPasteWindow *self, const char *text)
{
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (self->text, gtk_text_buffer_get_insert (self->buffer));
}

/* As plain text, where the formatted one could not be had. */
static void
paste_plain (GhPasteWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gtk_text_buffer_paste_clipboard (self->buffer, clipboard, NULL, TRUE);
}

static void
html_spliced_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GhPasteWindow) self = user_data;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autofree char *text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0)
    text = gh_html_text (g_memory_output_stream_get_data (memory),
                         g_memory_output_stream_get_data_size (memory));
  if (self->gone)
    return;
  if (text != NULL && *text != '\0')
    insert_text (self, text);
  else
    paste_plain (self);
}

static void
html_offered_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GhPasteWindow) self = user_data;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (self->gone)
    return;
  if (stream == NULL)
    {
      paste_plain (self);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
    memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
    G_PRIORITY_DEFAULT, self->cancellable, html_spliced_cb, g_object_ref (self));
}

/* Formatted text keeps the numbers of lists and the cells of tables, which plain text may lose. */
static void
paste_cb (GhPasteWindow *self)
{
  static const char *html[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html[0]))
    return;
  g_signal_stop_emission_by_name (self->text, "paste-clipboard");
  gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, self->cancellable, html_offered_cb,
                            g_object_ref (self));
}

static void
paste_clicked_cb (GhPasteWindow *self)
{
  g_signal_emit_by_name (self->text, "paste-clipboard");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
update_read (GhPasteWindow *self)
{
  gboolean reading = self->job != NULL && gh_job_is_running (self->job);

  gtk_widget_set_sensitive (self->read,
                            gtk_text_buffer_get_char_count (self->buffer) > 0 && !reading);
  gtk_text_view_set_editable (self->text, !reading); /* what is read is what stands there */
}

static void
text_read_cb (GtkWidget *widget, GhJob *job, gpointer user_data G_GNUC_UNUSED)
{
  GhPasteWindow *self = GH_PASTE_WINDOW (widget);
  GhPlanReading *reading = self->gone ? NULL : gh_job_steal_plan (job);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (reading == NULL)
    return;
  gh_proposal_present (GTK_WIDGET (parent), self->workspace, reading);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
read_clicked_cb (GhPasteWindow *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_clear_object (&self->job);
  self->job = gh_job_new_read_plan_text (self->workspace, text);
  g_signal_connect_object (self->job, "notify::running", G_CALLBACK (update_read), self,
                           G_CONNECT_SWAPPED);
  gh_jobs_run (GTK_WIDGET (self), g_object_ref (self->job), _("The plan could not be read"),
               text_read_cb, NULL, NULL);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_paste_window_dispose (GObject *object)
{
  GhPasteWindow *self = GH_PASTE_WINDOW (object);

  self->gone = TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->job != NULL && gh_job_is_running (self->job))
    gh_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_paste_window_parent_class)->dispose (object);
}

static void
gh_paste_window_finalize (GObject *object)
{
  g_clear_object (&GH_PASTE_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (gh_paste_window_parent_class)->finalize (object);
}

static void
gh_paste_window_class_init (GhPasteWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_paste_window_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_paste_window_finalize;

  g_type_ensure (GH_TYPE_JOBS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhPasteWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, GhPasteWindow, read);
  gtk_widget_class_bind_template_child (widget_class, GhPasteWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_read);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_paste_window_init (GhPasteWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

void
gh_paste_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhPasteWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_object_new (GH_TYPE_PASTE_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal",
                       TRUE, NULL);
  g_set_object (&self->workspace, workspace);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
