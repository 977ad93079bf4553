/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit-progress.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-control-names.h"
#include "gh-label.h"
#include "gh-list-stop.h"
#include "gh-meter.h"
#include "gh-number.h"
#include "gh-row.h"

/* What a row shows: copied, because the summary goes with the next change. */
typedef struct
{
  char *name;
  gint64 quota;
  gint64 result_tenths; /* -1 = nothing yet */
  double elapsed;
} Progress;

struct _GhUnitProgress
{
  GtkWidget parent_instance;

  /* Owned */
  GhRowList *rows;

  /* Borrowed */
  GtkWidget *stack;
};

G_DEFINE_FINAL_TYPE (GhUnitProgress, gh_unit_progress, GTK_TYPE_WIDGET)

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_free (progress->name);
  g_free (progress);
}

/* Worst first: by result/quota, crosswise so that nothing is rounded; then the larger quota. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Progress *left = gh_row_get_data (*(GhRow *const *) a);
  const Progress *right = gh_row_get_data (*(GhRow *const *) b);
  gint64 x = MAX (left->result_tenths, 0) * right->quota;
  gint64 y = MAX (right->result_tenths, 0) * left->quota;

  if (x != y)
    return x < y ? -1 : 1;
  return (left->quota < right->quota) - (left->quota > right->quota);
}

static gboolean
same_progress (gconstpointer a, gconstpointer b)
{
  const Progress *left = a;
  const Progress *right = b;

  /* The same days give the same share to the last bit. */
  return left->elapsed == right->elapsed && left->quota == right->quota &&
         left->result_tenths == right->result_tenths && g_str_equal (left->name, right->name);
}

static void
show_row (GtkListItem *item, GhRow *row)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const Progress *progress = gh_row_get_data (row);
  GtkLabel *name = g_object_get_data (G_OBJECT (box), "gh-name");
  GtkLabel *figures = g_object_get_data (G_OBJECT (box), "gh-figures");
  GhMeter *meter = g_object_get_data (G_OBJECT (box), "gh-meter");
  double share = (double) MAX (progress->result_tenths, 0) / 10 / (double) progress->quota;
  gboolean behind = progress->elapsed >= 0 && share < progress->elapsed;
  const char *classes[] = { share >= 1 ? "success" : behind ? "warning" : "on-time", NULL };
  g_autofree char *quota = gh_number_format (progress->quota);
  g_autofree char *result = gh_cell_tenths (progress->result_tenths);
  g_autofree char *text = g_strdup_printf ("%s / %s", result, quota);
  g_autofree char *spoken = NULL;
  g_autofree char *whole = NULL;

  gtk_label_set_text (name, progress->name);
  gtk_label_set_text (figures, text);
  spoken = progress->result_tenths < 0
             /* Translators: a number: the quota of a unit */
             ? g_strdup_printf (_("nothing reported yet, quota %s"), quota)
             /* Translators: numbers: result and quota of a unit */
             : g_strdup_printf (_("%s of a quota of %s"), result, quota);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  whole = g_strdup_printf ("%s: %s", progress->name, spoken);
  gh_names_set_row (box, whole);
  gtk_widget_set_tooltip_text (box, progress->name);
  gtk_widget_set_css_classes (GTK_WIDGET (meter), classes);
  gh_meter_set (meter, share, progress->elapsed);
}

static void
row_changed_cb (GhRow *row, GtkListItem *item)
{
  show_row (item, row);
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gh_label_new_line (NULL, NULL);
  GtkWidget *meter = gh_meter_new ();
  GtkWidget *figures = gtk_label_new (NULL);

  /* Two lines before a name is cut: with large text half the names did not fit into one. */
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_size_request (meter, 120, -1);
  gtk_label_set_xalign (GTK_LABEL (figures), 1);
  gtk_label_set_width_chars (GTK_LABEL (figures), 10);
  gtk_widget_add_css_class (figures, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), meter);
  gtk_box_append (GTK_BOX (box), figures);
  g_object_set_data (G_OBJECT (box), "gh-name", name);
  g_object_set_data (G_OBJECT (box), "gh-meter", meter);
  g_object_set_data (G_OBJECT (box), "gh-figures", figures);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, 0);
  show_row (item, row);
}

static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static void
activated_cb (GhUnitProgress *self, guint position)
{
  GhRow *row = gh_row_list_get (self->rows, position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "unit",
                                gh_row_get_id (row));
}

void
gh_unit_progress_update (GhUnitProgress *self,
                         const GhSummary *summary,
                         GhIndicator indicator,
                         double elapsed)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (GH_IS_UNIT_PROGRESS (self));

  for (guint i = 0; summary != NULL && i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);
      Progress *progress;

      if (row->own.quota[indicator] <= 0)
        continue;
      progress = g_new0 (Progress, 1);
      progress->name = g_strdup (row->unit->name);
      progress->quota = row->own.quota[indicator];
      progress->result_tenths = gh_totals_result_tenths (&row->branch, indicator);
      progress->elapsed = elapsed;
      g_ptr_array_add (rows, gh_row_new (row->unit->id, progress, progress_free));
    }
  g_ptr_array_sort (rows, compare_rows);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), rows->len > 0 ? "list" : "empty");
  gh_row_list_update (self->rows, rows, (GEqualFunc) same_progress);
}

static void
gh_unit_progress_dispose (GObject *object)
{
  GhUnitProgress *self = GH_UNIT_PROGRESS (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (gh_unit_progress_parent_class)->dispose (object);
}

static void
gh_unit_progress_class_init (GhUnitProgressClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_unit_progress_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label =
    gh_label_new (_("No unit has a quota yet. Share the target out among the units, and this list "
                    "says who is behind."),
                  "dim-label");
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Assign quotas"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.show-page('units')");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "list-empty");
  return box;
}

static void
gh_unit_progress_init (GhUnitProgress *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->rows = gh_row_list_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "rich-list");
  gh_list_make_one_stop (view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress by unit"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
}
