/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-month-grid.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-kinds.h"
#include "gh-lunar.h"

#define N_WEEKS   6
#define MAX_CHIPS 3
#define MAX_DAYS  8
/* Of the popover with a day's other activities. */
#define MORE_WIDTH  320
#define MORE_HEIGHT 320

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
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (self, signals[ACTIVATED], 0, *id);
}

/* @with_date: where the place does not say it; @lines: of the title */
static GtkWidget *
make_chip_content (const GhActivity *activity, gboolean with_date, int lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_SHORT);
  g_autofree char *text =
    with_date ? g_strdup_printf ("%s · %s", date, activity->title) : g_strdup (activity->title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gh_kind_image_new (activity->kind));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_state_image (const GhActivity *activity, gboolean late)
{
  const char *name = activity->state == GH_ACTIVITY_DONE        ? "gh-done-symbolic"
                     : activity->state == GH_ACTIVITY_CANCELLED ? "gh-cancelled-symbolic"
                                                                : "gh-late-symbolic";
  GtkWidget *image = gtk_image_new_from_icon_name (name);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
    late ? C_("activity", "Overdue") : gh_activity_state_label (activity->state), -1);
  gtk_widget_add_css_class (image, late                                  ? "error"
                                   : activity->state == GH_ACTIVITY_DONE ? "success"
                                                                         : "dim-label");
  return image;
}

static GtkWidget *
make_chip (GhMonthGrid *self,
           const GhActivity *activity,
           guint32 today,
           gboolean with_date,
           int lines)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = make_chip_content (activity, with_date, lines);
  gboolean late = gh_activity_due (activity, today) == GH_DUE_LATE;
  g_autofree char *accessible = gh_activity_describe (activity, today);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *tip =
    g_strdup_printf ("%s\n%s\n%s", activity->title, date, gh_activity_kind_name (activity->kind));

  if (late || activity->state != GH_ACTIVITY_PLANNED)
    gtk_box_append (GTK_BOX (content), make_state_image (activity, late));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  if (activity->state != GH_ACTIVITY_PLANNED)
    gtk_widget_add_css_class (button, "past");
  else if (late)
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

static GPtrArray *
list_day (const GPtrArray *activities, guint32 day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (activities, i);

      guint32 last = gh_date_span_last_day (&activity->span);

      /* "Trước ngày X" stands on its last day, as it falls due. */
      if (is_exact (activity) && MIN (activity->span.start, last) <= day && last >= day)
        g_ptr_array_add (found, activity);
    }
  return found;
}

/* A button that opens the activities a day has no room for. */
static GtkWidget *
make_more (GhMonthGrid *self, const GPtrArray *activities, guint from, guint32 day, guint32 today)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *date = gh_day_format (day);
  g_autofree char *text = g_strdup_printf (/* Translators: so many more activities on a day */
                                           _("and %u more"), activities->len - from);
  g_autofree char *accessible = g_strdup_printf ("%s, %s", date, text);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = from; i < activities->len; i++)
    gtk_box_append (GTK_BOX (box),
                    make_chip (self, g_ptr_array_index (activities, i), today, FALSE, 2));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MORE_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, MORE_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "popover-content");
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "more");
  gh_names_set_menu_button (GTK_MENU_BUTTON (button), accessible);
  return button;
}

static void
append_chips (GhMonthGrid *self,
              GtkWidget *cell,
              const GPtrArray *activities,
              guint32 day,
              guint32 today)
{
  g_autoptr (GPtrArray) found = list_day (activities, day);
  /* One that stands alone has room for its title; a button instead of the last one saves nothing.
   */
  guint n = found->len <= MAX_CHIPS ? found->len : MAX_CHIPS - 1;

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (cell), make_chip (self, g_ptr_array_index (found, i), today, FALSE,
                                               found->len == 1 ? 2 : 1));
  if (n < found->len)
    gtk_box_append (GTK_BOX (cell), make_more (self, found, n, day, today));
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

/* "thứ Hai" as it begins a line: one day of the seven is written with a capital anyway. */
static char *
dup_head (const char *name)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);
  return g_strconcat (first, *name != '\0' ? g_utf8_next_char (name) : "", NULL);
}

static void
fill_weekdays (GhMonthGrid *self)
{
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *name = dup_head (gh_weekday_name (i));
      GtkWidget *label = gtk_label_new (name);

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
      GtkWidget *chip;

      if (is_exact (activity) || gh_date_span_is_empty (&activity->span) ||
          activity->span.end < month->start || activity->span.start > month->end)
        continue;
      chip = make_chip (self, activity, today, TRUE, 1);
      gtk_flow_box_append (GTK_FLOW_BOX (self->band), chip);
      /* The button takes the keyboard, not the frame around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (chip)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, activity->title, -1);
      n++;
    }
  gtk_widget_set_visible (self->band, n > 0);
}

/* --- the keyboard ---------------------------------------------------------------------------- */

/* What a button of the month is about: an activity, or else a day. */
typedef struct
{
  gint64 id;
  guint32 day;
} Place;

static gboolean
place_of (GtkWidget *button, Place *place)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "gh-id");

  place->id = id != NULL ? *id : 0;
  place->day = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gh-day"));
  return place->id != 0 || place->day != 0;
}

/* The button in the month that has the keyboard, or in a popover of it. */
static gboolean
find_keyboard (GhMonthGrid *self, Place *place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
         place_of (focus, place);
}

static GtkWidget *
find_button (GtkWidget *widget, const Place *wanted)
{
  Place place;

  if (GTK_IS_BUTTON (widget) && place_of (widget, &place) && place.id == wanted->id &&
      place.day == wanted->day)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_POPOVER (child) ? NULL : find_button (child, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The activity is where it was, or on another day; if it has gone, the first of the month takes
 * over.
 */
static void
put_keyboard (GhMonthGrid *self, const Place *place, guint32 first)
{
  const Place fallback = { 0, first };
  GtkWidget *button = find_button (self->box, place);

  if (button == NULL)
    button = find_button (self->box, &fallback);
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

void
gh_month_grid_show (GhMonthGrid *self,
                    GhWorkspace *workspace,
                    int year,
                    int month,
                    GhCalendarFilter filter)
{
  GhDateSpan span = gh_date_span_month (year, month);
  g_autoptr (GPtrArray) activities = gh_calendar_filter_list (filter, workspace);
  guint32 today = gh_workspace_get_today (workspace);
  guint32 first = span.start - (guint32) (gh_day_weekday (span.start) - 1);
  gboolean keyboard;
  Place place;

  g_return_if_fail (GH_IS_MONTH_GRID (self));

  keyboard = find_keyboard (self, &place);
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
  if (keyboard)
    put_keyboard (self, &place, span.start);
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
