/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-amend-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-toaster.h"

struct _GhAmendWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;

  gint64 campaign_id;

  /* Template children */
  GtkWidget *amend;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (GhAmendWindow, gh_amend_window, GTK_TYPE_WINDOW)

static void
reason_changed_cb (GhAmendWindow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  gtk_widget_set_sensitive (self->amend, *reason != '\0');
}

static void
amend_clicked_cb (GhAmendWindow *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (!gh_edit_amend_plan (self->workspace, gtk_editable_get_text (self->reason), &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The plan was not opened for changes"), error);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gh_toast_undo (parent, _("The plan can be changed; what was issued is kept"));
}

/* Another program has taken the campaign away, and another plan is on screen. */
static void
workspace_changed_cb (GhAmendWindow *self)
{
  if (gh_workspace_get_campaign_id (self->workspace) != self->campaign_id)
    gtk_window_close (GTK_WINDOW (self));
}

static void
gh_amend_window_dispose (GObject *object)
{
  g_clear_object (&GH_AMEND_WINDOW (object)->workspace);

  G_OBJECT_CLASS (gh_amend_window_parent_class)->dispose (object);
}

static void
gh_amend_window_class_init (GhAmendWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_amend_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/issue/gh-amend-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhAmendWindow, amend);
  gtk_widget_class_bind_template_child (widget_class, GhAmendWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, amend_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_amend_window_init (GhAmendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

void
gh_amend_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhAmendWindow *self =
    g_object_new (GH_TYPE_AMEND_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->workspace = g_object_ref (workspace);
  self->campaign_id = gh_workspace_get_campaign_id (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
