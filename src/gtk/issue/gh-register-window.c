/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-register-window.h"

#include <glib/gi18n-lib.h>

#include "gh-choice.h"
#include "gh-column.h"
#include "gh-control-names.h"
#include "gh-date-entry.h"
#include "gh-dialogs.h"
#include "gh-list-stop.h"
#include "gh-toaster.h"

struct _GhRegisterWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GPtrArray *all;  /* GhDocumentSeries, as in the choice */
  GhRowList *rows; /* of GhDocumentNumber, borrowed from all */
  GtkSingleSelection *selection;
  char *suggested; /* the number that was last put in the entry for the clerk */

  /* Template children */
  GtkWidget *add;
  GtkDropDown *choice;
  GhDateEntry *date;
  GtkLabel *notes;
  GtkWidget *nothing;
  GtkEditable *number;
  GtkWidget *strike;
  GtkEditable *subject;
  GtkColumnView *view;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GhRegisterWindow, gh_register_window, GTK_TYPE_WINDOW)

/* --- the table -------------------------------------------------------------------------------- */

static char *
number_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return gh_document_number_format (((const GhDocumentNumber *) gh_row_get_data (row))->number);
}

static char *
day_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhDocumentNumber *number = gh_row_get_data (row);

  return number->issued_on != 0 ? gh_day_format (number->issued_on) : NULL;
}

static char *
kind_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return g_strdup (((const GhDocumentNumber *) gh_row_get_data (row))->document_kind);
}

static char *
title_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  g_autofree char *title = g_strdup (((const GhDocumentNumber *) gh_row_get_data (row))->title);

  return g_strdelimit (g_steal_pointer (&title), "\n", ' ');
}

static char *
note_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhDocumentNumber *number = gh_row_get_data (row);

  if (number->id == 0)
    return g_strdup (_("stands in a plan, not entered"));
  return number->campaign_id != 0 ? NULL : g_strdup (_("not a plan of this workspace"));
}

static const GhDocumentSeries *
get_series (GhRegisterWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return self->all != NULL && selected < self->all->len ? g_ptr_array_index (self->all, selected)
                                                        : NULL;
}

static const GhDocumentNumber *
get_selected (GhRegisterWindow *self)
{
  GhRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? gh_row_get_data (row) : NULL;
}

static void
update_buttons (GhRegisterWindow *self)
{
  const GhDocumentNumber *number = get_selected (self);
  g_autofree char *subject = g_strstrip (g_strdup (gtk_editable_get_text (self->subject)));

  gtk_widget_set_sensitive (self->strike,
                            number != NULL && number->id != 0 && number->campaign_id == 0);
  gtk_widget_set_sensitive (self->add,
                            get_series (self) != NULL && *subject != '\0' &&
                              gh_document_number_parse (gtk_editable_get_text (self->number)) > 0);
}

/* What was typed by hand stays, whatever is changed in the workspace meanwhile. */
static void
suggest_number (GhRegisterWindow *self, const char *next)
{
  g_autofree char *before = g_steal_pointer (&self->suggested);

  self->suggested = g_strdup (next);
  if (before == NULL || g_str_equal (gtk_editable_get_text (self->number), before))
    gtk_editable_set_text (self->number, next);
}

static void
show_notes (GhRegisterWindow *self, const GhDocumentSeries *series)
{
  g_autofree char *notes = gh_issue_describe_series (series);
  g_autofree char *next = gh_document_number_format (gh_document_series_suggest (series));
  /* Translators: %s is the number of a document; then what is odd about the register. */
  g_autofree char *text = g_strdup_printf (_("Next number: %s. %s"), next, notes);

  gtk_label_set_text (self->notes, g_strchomp (text));
  suggest_number (self, next);
}

static void
show_series (GhRegisterWindow *self)
{
  const GhDocumentSeries *series = get_series (self);
  GPtrArray *rows;

  if (self->filling)
    return;
  rows = g_ptr_array_new ();
  for (guint i = 0; series != NULL && i < series->numbers->len; i++)
    {
      GhDocumentNumber *number = g_ptr_array_index (series->numbers, i);

      /* Those that nobody entered have no id. */
      g_ptr_array_add (rows,
                       gh_row_new (number->id != 0 ? number->id : -1 - (gint64) i, number, NULL));
    }
  gtk_widget_set_visible (self->nothing, rows->len == 0);
  gh_row_list_update (self->rows, rows, NULL);
  if (series != NULL)
    show_notes (self, series);
  else
    gtk_label_set_text (self->notes, self->all == NULL
                                       ? ""
                                       : _("A register belongs to a committee: enter "
                                           "the issuing body in the plan first."));
  update_buttons (self);
}

/* The register of the plan's committee and year is there, be it empty. */
static void
add_own_series (GhWorkspace *workspace, GPtrArray *all, guint *own)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  int year = 0;

  if (dossier == NULL)
    return;
  gh_day_to_ymd (gh_workspace_get_today (workspace), &year, NULL, NULL);
  if (dossier->plan->issue_year > 0)
    year = dossier->plan->issue_year;
  for (*own = 0; *own < all->len; (*own)++)
    if (gh_document_series_is_of (g_ptr_array_index (all, *own), dossier->plan->issuer, year))
      return;
  *own = 0;
  if (*dossier->plan->issuer != '\0')
    {
      g_autoptr (GhDocumentSeries) series = gh_store_load_series (
        gh_workspace_get_store (workspace), dossier->plan->issuer, year, NULL);

      if (series != NULL)
        g_ptr_array_insert (all, 0, g_steal_pointer (&series));
    }
}

static void
fill (GhRegisterWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  const GhDocumentSeries *shown = get_series (self);
  guint selected = 0;

  before = g_steal_pointer (&self->all); /* rows borrow from it */
  self->all = gh_store_list_series (gh_workspace_get_store (self->workspace), &error);
  if (self->all == NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The register could not be read"), error);
  else
    add_own_series (self->workspace, self->all, &selected);
  for (guint i = 0; self->all != NULL && i < self->all->len; i++)
    {
      const GhDocumentSeries *series = g_ptr_array_index (self->all, i);
      g_autofree char *name = g_strdup_printf ("%d – %s", series->year, series->committee);

      if (shown != NULL && gh_document_series_is_of (series, shown->committee, shown->year))
        selected = i;
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
  show_series (self);
}

/* --- entering and striking off ---------------------------------------------------------------- */

/* An entry is of one day, or of none that is known. */
static gboolean
read_day (GhRegisterWindow *self, guint32 *day)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;

  if (!gh_date_entry_get_span (self->date, &span)) /* which says so itself */
    return FALSE;
  *day = span.start;
  if (span.start == span.end)
    return TRUE;
  gh_dialog_message (GTK_WIDGET (self), _("The number was not entered"),
                     _("Its date is not one day. Enter the day of the document, or leave the date "
                       "empty."));
  return FALSE;
}

static void
add_clicked_cb (GhRegisterWindow *self)
{
  const GhDocumentSeries *series = get_series (self);
  g_autoptr (GhDocumentNumber) number =
    gh_document_number_new (gh_document_number_parse (gtk_editable_get_text (self->number)));
  g_autoptr (GError) error = NULL;

  if (series == NULL)
    return;
  if (!read_day (self, &number->issued_on))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }
  g_free (number->title);
  number->title = g_strstrip (g_strdup (gtk_editable_get_text (self->subject)));
  if (gh_edit_add_number (self->workspace, series, number, &error))
    {
      gtk_editable_set_text (self->number, self->suggested);
      gtk_editable_set_text (self->subject, "");
      gtk_widget_grab_focus (GTK_WIDGET (self->subject));
    }
  else
    gh_dialog_error (GTK_WIDGET (self), _("The number was not entered"), error);
}

static void
strike_clicked_cb (GhRegisterWindow *self)
{
  const GhDocumentNumber *number = get_selected (self);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;

  if (number == NULL)
    return;
  if (!gh_edit_release_number (self->workspace, number, &error))
    gh_dialog_error (GTK_WIDGET (self), _("The number was not struck off"), error);
  else if (parent != NULL)
    gh_toast_undo (parent, _("The number was struck off the register"));
}

/* --- the window ------------------------------------------------------------------------------- */

static void
gh_register_window_dispose (GObject *object)
{
  GhRegisterWindow *self = GH_REGISTER_WINDOW (object);

  self->filling = TRUE; /* the choice goes as well */
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_register_window_parent_class)->dispose (object);
}

static void
gh_register_window_finalize (GObject *object)
{
  g_free (GH_REGISTER_WINDOW (object)->suggested);

  G_OBJECT_CLASS (gh_register_window_parent_class)->finalize (object);
}

static void
gh_register_window_class_init (GhRegisterWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_register_window_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_register_window_finalize;

  g_type_ensure (GH_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/issue/gh-register-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, add);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, date);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, number);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, strike);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, GhRegisterWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_series);
  gtk_widget_class_bind_template_callback (widget_class, strike_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_register_window_init (GhRegisterWindow *self)
{
  const GhColumn columns[] = {
    { .id = "number",
      .title = C_("register", "Number"),
      .n_chars = 7,
      .flags = GH_CELL_NUMBER,
      .text = number_text },
    { .id = "day", .title = C_("register", "Date"), .n_chars = 11, .text = day_text },
    { .id = "kind", .title = C_("register", "Kind"), .n_chars = 12, .text = kind_text },
    { .id = "title", .title = C_("register", "Subject"), .text = title_text },
    { .id = "note",
      .title = C_("register", "Note"),
      .n_chars = 24,
      .flags = GH_CELL_DIM,
      .text = note_text },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  gh_choice_cut (self->choice); /* a committee's name fills a line by itself */
  gh_date_entry_set_label (self->date, _("Date"));
  self->rows = gh_row_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gh_columns_set_name (self->view, _("Register of documents"));
  gh_columns_append (self->view, columns, G_N_ELEMENTS (columns));
  gh_list_make_one_stop (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (update_buttons),
                            self);
}

void
gh_register_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhRegisterWindow *self =
    g_object_new (GH_TYPE_REGISTER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  guint32 today = gh_workspace_get_today (workspace);
  GhDateSpan span = GH_DATE_SPAN_INIT;
  int year = 0;

  self->workspace = g_object_ref (workspace);
  span.start = span.end = today;
  gh_day_to_ymd (today, &year, NULL, NULL);
  gh_date_entry_set_span (self->date, &span, year);
  gh_columns_remember (self->view, gh_settings_of (GTK_WIDGET (self)), "register");
  fill (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
