/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-entry.h"

#include <glib/gi18n-lib.h>

struct _GhDateEntry
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *box;
  GtkEntry *entry;
  GtkLabel *answer;

  int default_year;
  GhDateSpan span;
  gboolean valid;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhDateEntry, gh_date_entry, GTK_TYPE_WIDGET)

static void
show_answer (GhDateEntry *self, const char *text, gboolean error)
{
  gtk_label_set_text (self->answer, text);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
entry_changed_cb (GhDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const GhDateSpan empty = GH_DATE_SPAN_INIT;
  g_autofree char *problem = NULL;
  g_autofree char *shown = NULL;

  self->span = empty;
  self->valid = TRUE;
  if (*text == '\0')
    show_answer (self, _("For example 27/02/2027, 07h30 ngày 27/2, cuối tháng 02/2027"), FALSE);
  else if (gh_date_span_parse (text, self->default_year, &self->span, &problem))
    {
      shown = gh_date_span_format (&self->span, GH_DATE_LONG);
      show_answer (self, shown, FALSE);
    }
  else
    {
      self->valid = FALSE;
      self->span = empty;
      show_answer (self,
                   problem != NULL
                     ? problem
                     : _("This is not a date. Write it as 27/02/2027, tháng 02/2027 or "
                         "từ 01/02 đến 15/02/2027."),
                   TRUE);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gh_date_entry_set_span (GhDateEntry *self, const GhDateSpan *span, int default_year)
{
  g_autofree char *text = NULL;

  g_return_if_fail (span != NULL);

  text = gh_date_span_format (span, GH_DATE_NORMAL);
  gh_date_entry_set_text (self, text, default_year);
}

void
gh_date_entry_set_text (GhDateEntry *self, const char *text, int default_year)
{
  g_return_if_fail (GH_IS_DATE_ENTRY (self));

  self->default_year = default_year;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  entry_changed_cb (self);
}

const char *
gh_date_entry_get_text (GhDateEntry *self)
{
  g_return_val_if_fail (GH_IS_DATE_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
gh_date_entry_get_span (GhDateEntry *self, GhDateSpan *span)
{
  g_return_val_if_fail (GH_IS_DATE_ENTRY (self), FALSE);

  *span = self->span;
  return self->valid;
}

void
gh_date_entry_set_label (GhDateEntry *self, const char *label)
{
  g_return_if_fail (GH_IS_DATE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static gboolean
gh_date_entry_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* GTK asks so, too, when Shift+Tab is leaving: then it must go on. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (GH_DATE_ENTRY (widget)->entry));
}

static void
gh_date_entry_dispose (GObject *object)
{
  g_clear_pointer (&GH_DATE_ENTRY (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_date_entry_parent_class)->dispose (object);
}

static void
gh_date_entry_class_init (GhDateEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_date_entry_dispose;
  widget_class->grab_focus = gh_date_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_date_entry_init (GhDateEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->entry, TRUE);
  self->answer = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->answer, 0);
  gtk_label_set_wrap (self->answer, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->answer), "caption");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->answer));
  self->valid = TRUE;
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

GtkWidget *
gh_date_entry_new (void)
{
  return g_object_new (GH_TYPE_DATE_ENTRY, NULL);
}
