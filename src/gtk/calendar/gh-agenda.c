/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-agenda.h"

#include <glib/gi18n-lib.h>

#include "gh-kinds.h"

struct _GhAgenda
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *scroller;
  GtkListBox *list;

  guint scroll_id;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhAgenda, gh_agenda, GTK_TYPE_WIDGET)

/* What a row hangs on itself. */
typedef struct
{
  gint64 id;
  guint month; /* year × 12 + month - 1; 0 = no date */
} RowInfo;

static const RowInfo *
row_info (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "gh-info");
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
make_row (const GhActivity *activity, guint32 today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pill = make_pill (activity, today);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *detail = dup_detail (activity);
  g_autofree char *accessible =
    g_strdup_printf ("%s, %s, %s", activity->title, date, gh_activity_kind_name (activity->kind));
  GtkWidget *when = make_label (*date != '\0' ? date : _("No date"), "numeric");
  RowInfo *info = g_new0 (RowInfo, 1);

  info->id = activity->id;
  if (!gh_date_span_is_empty (&activity->span))
    {
      int year;
      int month;

      gh_day_to_ymd (activity->span.start, &year, &month, NULL);
      info->month = (guint) (year * 12 + month - 1);
    }
  g_object_set_data_full (G_OBJECT (row), "gh-info", info, g_free);
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
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, activity->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  return row;
}

/* The head of a month stands above its first row. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data G_GNUC_UNUSED)
{
  const RowInfo *info = row_info (row);
  g_autofree char *text = NULL;

  if (before != NULL && row_info (before)->month == info->month)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (info->month == 0)
    text = g_strdup (_("Without a date"));
  else
    /* Translators: month and year: "Month 02/2027" */
    text = g_strdup_printf (_("Month %02u/%u"), info->month % 12 + 1, info->month / 12);
  gtk_list_box_row_set_header (row, make_label (text, "agenda-month"));
}

static GtkListBoxRow *
find_row (GhAgenda *self, gint64 id)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL || row_info (row)->id == id)
        return row;
    }
}

gint64
gh_agenda_get_selected (GhAgenda *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GH_IS_AGENDA (self), 0);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? row_info (row)->id : 0;
}

void
gh_agenda_update (GhAgenda *self, GhWorkspace *workspace, GhCalendarFilter filter)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  guint32 today = gh_workspace_get_today (workspace);
  gint64 selected = gh_agenda_get_selected (self);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double place = gtk_adjustment_get_value (adjustment);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (gh_calendar_filter_match (filter, activity, today))
        gtk_list_box_append (self->list, make_row (activity, today));
    }
  row = selected != 0 ? find_row (self, selected) : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  gtk_adjustment_set_value (adjustment, place);
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

  row = find_row (self, id);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  /* New rows have no place yet; they have one when the frame has been laid out. */
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, focus_selected_cb, self, NULL);
  return TRUE;
}

static void
row_activated_cb (GhAgenda *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row_info (row)->id);
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
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Activities"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
}
