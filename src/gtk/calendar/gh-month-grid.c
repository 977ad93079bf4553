/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-month-grid.h"

#include <glib/gi18n-lib.h>

#include "gh-kinds.h"
#include "gh-lunar.h"

#define N_WEEKS   6
#define MAX_CHIPS 3
#define MAX_DAYS  8

struct _GhMonthGrid
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *box;
  GtkWidget *band; /* fuzzy dates */
  GtkGrid *grid;
};

enum
{
  ACTIVATED,
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhMonthGrid, gh_month_grid, GTK_TYPE_WIDGET)

/* --- an activity as a button -------------------------------------------------------------------
 */

static void
chip_clicked_cb (GhMonthGrid *self, GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "gh-id");

  g_signal_emit (self, signals[ACTIVATED], 0, *id);
}

static GtkWidget *
make_chip (GhMonthGrid *self, const GhActivity *activity, guint32 today)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (activity->title);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *tip =
    g_strdup_printf ("%s\n%s\n%s", activity->title, date, gh_activity_kind_name (activity->kind));
  g_autofree char *accessible = g_strdup_printf ("%s, %s", activity->title, date);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gh_kind_image_new (activity->kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  if (activity->state != GH_ACTIVITY_PLANNED)
    gtk_widget_add_css_class (button, "past");
  else if (gh_activity_due (activity, today) == GH_DUE_LATE)
    gtk_widget_add_css_class (button, "late");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  g_object_set_data_full (G_OBJECT (button), "gh-id",
                          g_memdup2 (&activity->id, sizeof activity->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_clicked_cb), self);
  return button;
}

/* --- a day ---------------------------------------------------------------------------------------
 */

static void
day_clicked_cb (GhMonthGrid *self, GtkButton *button)
{
  g_signal_emit (self, signals[ADD], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gh-day")));
}

static GtkWidget *
make_day_button (GhMonthGrid *self, guint32 day, const GhObservance *observance)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *lunar_label = gtk_label_new (NULL);
  g_autofree char *full = gh_day_format (day);
  g_autofree char *lunar_text = NULL;
  g_autofree char *number_text = NULL;
  g_autofree char *tip = NULL;
  GhLunarDate lunar;
  int day_of_month;

  gh_day_to_ymd (day, NULL, NULL, &day_of_month);
  number_text = g_strdup_printf ("%d", day_of_month);
  gtk_label_set_text (GTK_LABEL (number), number_text);
  gtk_widget_add_css_class (number, "day-number");
  if (gh_lunar_from_day (day, &lunar))
    lunar_text = lunar.day == 1 || day_of_month == 1 ? gh_lunar_format (&lunar, TRUE)
                                                     : g_strdup_printf ("%d", lunar.day);
  gtk_label_set_text (GTK_LABEL (lunar_label), lunar_text != NULL ? lunar_text : "");
  gtk_widget_add_css_class (lunar_label, "caption");
  gtk_widget_set_hexpand (lunar_label, TRUE);
  gtk_widget_set_halign (lunar_label, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), lunar_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "day-head");
  /* Translators: a date, then the name of a standing day or nothing */
  tip = g_strdup_printf (_("Add something on %s. %s"), full,
                            observance != NULL ? observance->name : "");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data (G_OBJECT (button), "gh-day", GUINT_TO_POINTER (day));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (day_clicked_cb), self);
  return button;
}

/* Whether it stands in its days; what runs for weeks would only hide the rest. */
static gboolean
is_exact (const GhActivity *activity)
{
  return (activity->span.precision == GH_PRECISION_DAY ||
          activity->span.precision == GH_PRECISION_SPAN) &&
         activity->span.end - activity->span.start < MAX_DAYS;
}

static void
append_chips (GhMonthGrid *self,
              GtkWidget *cell,
              const GPtrArray *activities,
              guint32 day,
              guint32 today)
{
  guint n = 0;

  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);

      if (!is_exact (activity) || activity->span.start > day || activity->span.end < day)
        continue;
      if (++n <= MAX_CHIPS)
        gtk_box_append (GTK_BOX (cell), make_chip (self, activity, today));
    }
  if (n > MAX_CHIPS)
    {
      g_autofree char *text = g_strdup_printf (/* Translators: so many more activities on a day */
                                               _("and %u more"), n - MAX_CHIPS);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "caption");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (cell), label);
    }
}

static GtkWidget *
make_cell (GhMonthGrid *self, const GPtrArray *activities, guint32 day, int month, guint32 today)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const GhObservance *observance = gh_observance_on (day);
  int its_month;

  gh_day_to_ymd (day, NULL, &its_month, NULL);
  gtk_widget_add_css_class (cell, "day");
  if (its_month != month)
    gtk_widget_add_css_class (cell, "other-month");
  if (day == today)
    gtk_widget_add_css_class (cell, "today");
  if (observance != NULL && observance->holiday)
    gtk_widget_add_css_class (cell, "holiday");
  else if (gh_day_weekday (day) >= 6)
    gtk_widget_add_css_class (cell, "weekend");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_vexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (cell), make_day_button (self, day, observance));
  if (observance != NULL)
    {
      GtkWidget *name = gtk_label_new (observance->name);

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (name, "observance");
      gtk_widget_set_tooltip_text (name, observance->name);
      gtk_box_append (GTK_BOX (cell), name);
    }
  append_chips (self, cell, activities, day, today);
  return cell;
}

/* --- the month
 * ------------------------------------------------------------------------------------ */

static void
empty_container (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    if (GTK_IS_GRID (container))
      gtk_grid_remove (GTK_GRID (container), child);
    else
      gtk_flow_box_remove (GTK_FLOW_BOX (container), child);
}

static void
fill_weekdays (GhMonthGrid *self)
{
  for (int i = 1; i <= 7; i++)
    {
      GtkWidget *label = gtk_label_new (gh_weekday_name (i));

      gtk_widget_add_css_class (label, "caption");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (self->grid, label, i - 1, 0, 1, 1);
    }
}

static void
fill_band (GhMonthGrid *self, const GPtrArray *activities, const GhDateSpan *month, guint32 today)
{
  guint n = 0;

  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);

      if (is_exact (activity) || gh_date_span_is_empty (&activity->span) ||
          activity->span.end < month->start || activity->span.start > month->end)
        continue;
      gtk_flow_box_append (GTK_FLOW_BOX (self->band), make_chip (self, activity, today));
      n++;
    }
  gtk_widget_set_visible (self->band, n > 0);
}

static GPtrArray *
filter_activities (GhWorkspace *workspace, GhCalendarFilter filter)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  guint32 today = gh_workspace_get_today (workspace);
  GPtrArray *activities = g_ptr_array_new ();

  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (gh_calendar_filter_match (filter, activity, today))
        g_ptr_array_add (activities, activity);
    }
  return activities;
}

void
gh_month_grid_show (GhMonthGrid *self,
                    GhWorkspace *workspace,
                    int year,
                    int month,
                    GhCalendarFilter filter)
{
  GhDateSpan span = gh_date_span_month (year, month);
  g_autoptr (GPtrArray) activities = filter_activities (workspace, filter);
  guint32 today = gh_workspace_get_today (workspace);
  guint32 first = span.start - (guint32) (gh_day_weekday (span.start) - 1);

  g_return_if_fail (GH_IS_MONTH_GRID (self));

  empty_container (GTK_WIDGET (self->grid));
  empty_container (self->band);
  fill_weekdays (self);
  fill_band (self, activities, &span, today);
  for (guint i = 0; i < 7 * N_WEEKS; i++)
    {
      /* The last week stands only if the month reaches it. */
      if (i % 7 == 0 && first + i > span.end)
        break;
      gtk_grid_attach (self->grid, make_cell (self, activities, first + i, month, today),
                       (int) (i % 7), (int) (i / 7) + 1, 1, 1);
    }
}

static void
gh_month_grid_dispose (GObject *object)
{
  g_clear_pointer (&GH_MONTH_GRID (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_month_grid_parent_class)->dispose (object);
}

static guint
add_signal (GhMonthGridClass *class, const char *name, GType type)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, type);
}

static void
gh_month_grid_class_init (GhMonthGridClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_month_grid_dispose;

  signals[ACTIVATED] = add_signal (class, "activated", G_TYPE_INT64);
  signals[ADD] = add_signal (class, "add", G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_month_grid_init (GhMonthGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->band = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->band), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->band), 4);
  gtk_widget_add_css_class (self->band, "band");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->band), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Some day of this month"), -1);
  gtk_box_append (GTK_BOX (self->box), self->band);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "month");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
}
