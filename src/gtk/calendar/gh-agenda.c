/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-agenda.h"

#include <glib/gi18n-lib.h>

#include "gh-kinds.h"
#include "gh-list-sync.h"

struct _GhAgenda
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *scroller;
  GtkListBox *list;

  guint scroll_id;
  gint64 current; /* what is to be done next */
};

enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhAgenda, gh_agenda, GTK_TYPE_WIDGET)

/* Month of a row: year × 12 + month - 1; 0 = no date. */
static guint
row_month (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "gh-month"));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_detail (const GhActivity *activity)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (*activity->place != '\0')
    g_ptr_array_add (parts, activity->place);
  if (*activity->lead != '\0')
    g_ptr_array_add (parts, activity->lead);
  if (*activity->partners != '\0')
    g_ptr_array_add (parts, activity->partners);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_pill (const GhActivity *activity, guint32 today)
{
  const char *css_class = "";
  g_autofree char *due = gh_due_text (activity, today, &css_class);
  GtkWidget *pill;

  if (activity->state != GH_ACTIVITY_PLANNED)
    {
      due = g_strdup (gh_activity_state_label (activity->state));
      css_class = activity->state == GH_ACTIVITY_DONE ? "success" : "";
    }
  if (due == NULL)
    return NULL;
  pill = make_label (due, "pill");
  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_NONE);
  if (*css_class != '\0')
    gtk_widget_add_css_class (pill, css_class);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static GtkWidget *
make_content (const GhActivity *activity, guint32 today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pill = make_pill (activity, today);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *detail = dup_detail (activity);
  GtkWidget *when = make_label (*date != '\0' ? date : _("No date"), "numeric");

  gtk_label_set_width_chars (GTK_LABEL (when), 32);
  gtk_label_set_max_width_chars (GTK_LABEL (when), 32);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (activity->title, NULL));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (detail, "caption"));
  gtk_box_append (GTK_BOX (box), gh_kind_image_new (activity->kind));
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), texts);
  if (pill != NULL)
    gtk_box_append (GTK_BOX (box), pill);
  return box;
}

static gint64
activity_id (gconstpointer activity)
{
  return ((const GhActivity *) activity)->id;
}

static void
show_row (GtkListBoxRow *row, gconstpointer data, gpointer user_data)
{
  const GhActivity *activity = data;
  guint32 today = *(const guint32 *) user_data;
  g_autofree char *accessible = gh_activity_describe (activity, today);
  int year = 0;
  int month = 1;

  if (!gh_date_span_is_empty (&activity->span))
    gh_day_to_ymd (activity->span.start, &year, &month, NULL);
  g_object_set_data (G_OBJECT (row), "gh-month",
                     GUINT_TO_POINTER ((guint) (year * 12 + month - 1)));
  gtk_list_box_row_set_child (row, make_content (activity, today));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), activity->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

/* The head of a month stands above its first row. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data G_GNUC_UNUSED)
{
  guint month = row_month (row);
  g_autofree char *text = NULL;

  if (before != NULL && row_month (before) == month)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (month == 0)
    text = g_strdup (_("Without a date"));
  else
    /* Translators: month and year: "Month 02/2027" */
    text = g_strdup_printf (_("Month %02u/%u"), month % 12 + 1, month / 12);
  gtk_list_box_row_set_header (row, make_label (text, "agenda-month"));
}

gint64
gh_agenda_get_selected (GhAgenda *self)
{
  g_return_val_if_fail (GH_IS_AGENDA (self), 0);
  return gh_list_selected_id (self->list);
}

void
gh_agenda_update (GhAgenda *self, GhWorkspace *workspace, GhCalendarFilter filter)
{
  guint32 today = gh_workspace_get_today (workspace);
  g_autoptr (GPtrArray) shown = gh_calendar_filter_list (filter, workspace);

  g_return_if_fail (GH_IS_AGENDA (self));

  self->current = gh_calendar_next (shown, today);
  gh_list_sync (self->list, shown, activity_id, show_row, &today);
}

static gboolean
focus_selected_cb (gpointer user_data)
{
  GhAgenda *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->scroll_id = 0;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row)); /* scrolls to it */
  return G_SOURCE_REMOVE;
}

gboolean
gh_agenda_select (GhAgenda *self, gint64 id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GH_IS_AGENDA (self), FALSE);

  row = gh_list_find (self->list, id);
  gtk_list_box_select_row (self->list, row);
  return row != NULL;
}

void
gh_agenda_show_today (GhAgenda *self)
{
  g_return_if_fail (GH_IS_AGENDA (self));

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gh_list_find (self->list, self->current));
  gh_list_reveal (self->list, self->current);
}

void
gh_agenda_focus_selected (GhAgenda *self)
{
  g_return_if_fail (GH_IS_AGENDA (self));

  /* New rows have no place yet; they have one when the frame has been laid out. */
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, focus_selected_cb, self, NULL);
}

static void
row_activated_cb (GhAgenda *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, gh_list_row_id (row));
}

static void
row_selected_cb (GhAgenda *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
gh_agenda_dispose (GObject *object)
{
  GhAgenda *self = GH_AGENDA (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_agenda_parent_class)->dispose (object);
}

static void
gh_agenda_class_init (GhAgendaClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_agenda_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_agenda_init (GhAgenda *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_placeholder (self->list, gh_calendar_filter_placeholder ());
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Activities"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
}
