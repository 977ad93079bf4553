/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-observances-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-toaster.h"

struct _GhObservancesWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GHashTable *chosen; /* GhObservance */

  /* Template children */
  GtkWidget *add;
  GtkLabel *heading;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (GhObservancesWindow, gh_observances_window, GTK_TYPE_WINDOW)

static void
update_add (GhObservancesWindow *self)
{
  gtk_widget_set_sensitive (self->add, g_hash_table_size (self->chosen) > 0);
}

static void
toggled_cb (GtkCheckButton *button, GhObservancesWindow *self)
{
  gpointer observance = g_object_get_data (G_OBJECT (button), "gh-observance");

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->chosen, observance);
  else
    g_hash_table_remove (self->chosen, observance);
  update_add (self);
}

/* "thứ Bảy, 27/02/2027"; the days of a season and of Tết are a span. */
static char *
format_date (const GhObservance *observance, const GhDateSpan *date)
{
  g_autofree char *days = gh_date_span_format (date, GH_DATE_NORMAL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (date->start == date->end)
    g_string_append_printf (text, "%s, ", gh_weekday_name (gh_day_weekday (date->start)));
  g_string_append (text, days);
  if (observance->rule == GH_RULE_LUNAR)
    g_string_append_printf (text, " · %s", _("by the lunar calendar"));
  if (observance->holiday)
    g_string_append_printf (text, " · %s", _("public holiday"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_line (GhObservancesWindow *self,
          const GhObservance *observance,
          const GhDateSpan *date,
          const GhActivity *present)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = format_date (observance, date);
  g_autofree char *there = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_margin_start (texts, 6);
  gtk_box_append (GTK_BOX (texts), make_label (observance->name, FALSE));
  gtk_box_append (GTK_BOX (texts), make_label (when, TRUE));
  if (present != NULL)
    {
      /* Translators: %s is the title of an entry of the calendar */
      there = g_strdup_printf (_("In the calendar already: %s"), present->title);
      gtk_box_append (GTK_BOX (texts), make_label (there, TRUE));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      gtk_widget_set_sensitive (button, FALSE);
    }
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 g_hash_table_contains (self->chosen, observance));
  name = g_strjoin (", ", observance->name, when, there, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), texts);
  g_object_set_data (G_OBJECT (button), "gh-observance", (gpointer) observance);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->lines, button);
}

typedef struct
{
  const GhObservance *observance;
  GhDateSpan date;
} Standing;

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const Standing *one = a, *other = b;

  return (one->date.start > other->date.start) - (one->date.start < other->date.start);
}

/* (element-type Standing): those of @year, by date */
static GArray *
list_year (int year)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Standing));
  gsize n;
  const GhObservance *all = gh_observances (&n);

  for (gsize i = 0; i < n; i++)
    {
      Standing standing = { &all[i], gh_observance_date (&all[i], year) };

      if (!gh_date_span_is_empty (&standing.date))
        g_array_append_val (list, standing);
    }
  g_array_sort (list, compare_dates);
  return list;
}

static void
show_lines (GhObservancesWindow *self)
{
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  g_autoptr (GArray) list = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  if (dossier == NULL)
    return;
  /* Translators: %d is a year */
  heading = g_strdup_printf (_("Standing days of %d. Tick those that the campaign's calendar "
                               "should hold; each becomes an entry that can be changed."),
                             dossier->campaign->year);
  gtk_label_set_text (self->heading, heading);
  list = list_year (dossier->campaign->year);
  for (guint i = 0; i < list->len; i++)
    {
      const Standing *standing = &g_array_index (list, Standing, i);
      const GhActivity *present = gh_observance_find_activity (
        standing->observance, dossier->campaign->year, dossier->activities);

      if (present != NULL)
        g_hash_table_remove (self->chosen, standing->observance);
      add_line (self, standing->observance, &standing->date, present);
    }
  update_add (self);
}

static GPtrArray *
list_chosen (GhObservancesWindow *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gsize n;
  const GhObservance *all = gh_observances (&n);

  for (gsize i = 0; i < n; i++)
    if (g_hash_table_contains (self->chosen, &all[i]))
      g_ptr_array_add (chosen, (gpointer) &all[i]);
  return chosen;
}

static void
add_clicked_cb (GhObservancesWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  guint n = g_hash_table_size (self->chosen);
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done;

  g_signal_handlers_block_by_func (self->workspace, show_lines, self);
  done = gh_edit_add_observances (self->workspace, chosen, &error);
  g_signal_handlers_unblock_by_func (self->workspace, show_lines, self);
  if (!done)
    {
      show_lines (self);
      gh_dialog_error (GTK_WIDGET (self), _("The days were not added"), error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u standing day was added to the calendar",
                                       "%u standing days were added to the calendar", n),
                             n);
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gh_toast_undo (parent, message);
}

static void
gh_observances_window_dispose (GObject *object)
{
  GhObservancesWindow *self = GH_OBSERVANCES_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (gh_observances_window_parent_class)->dispose (object);
}

static void
gh_observances_window_class_init (GhObservancesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_observances_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/calendar/gh-observances-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhObservancesWindow, add);
  gtk_widget_class_bind_template_child (widget_class, GhObservancesWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, GhObservancesWindow, lines);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_observances_window_init (GhObservancesWindow *self)
{
  self->chosen = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

void
gh_observances_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhObservancesWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (gh_workspace_get_campaign_id (workspace) != 0);

  self = g_object_new (GH_TYPE_OBSERVANCES_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       "modal", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  show_lines (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show_lines), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
