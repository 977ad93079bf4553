/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "gh-block-drag.h"
#include "gh-check.h"
#include "gh-findings-strip.h"
#include "gh-plan-outline.h"

/* The outline of the plan: what stands in it, folding, and where a dragged part lands. Beside it
 * the strip of findings, whose lines wait until somebody looks. */

typedef struct
{
  GtkWidget *window;
  GhPlanOutline *outline;
  GhPlan *plan;
  gint64 moved; /* id, and … */
  int before;   /* … what "part-moved" said */
} Fixture;

static void
moved_cb (Fixture *fixture, gint64 id, int before)
{
  fixture->moved = id;
  fixture->before = before;
}

static GhBlock *
add (Fixture *fixture, GhBlockKind kind, int level, const char *number, const char *text)
{
  GhBlock *block = gh_block_new (kind, level, number, text);

  block->id = 100 + fixture->plan->blocks->len;
  g_ptr_array_add (fixture->plan->blocks, block);
  return block;
}

static void
set_live (GhBlock *block, const char *key)
{
  g_free (block->live);
  block->live = g_strdup (key);
}

static void
spin (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GhBlock *annex;

  fixture->plan = gh_plan_new ();
  add (fixture, GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH");
  add (fixture, GH_BLOCK_PARAGRAPH, 0, "", "một");
  add (fixture, GH_BLOCK_HEADING, 1, "II", "NỘI DUNG");
  add (fixture, GH_BLOCK_HEADING, 2, "1", "Trước **ngày**");
  add (fixture, GH_BLOCK_HEADING, 4, "a)", "Phát thanh");
  add (fixture, GH_BLOCK_HEADING, 2, "2", "Trong ngày");
  add (fixture, GH_BLOCK_APPENDIX, 1, "I", "BẢNG");
  annex = add (fixture, GH_BLOCK_LIVE, 0, "", "");
  set_live (annex, "annex-quotas");
  annex = add (fixture, GH_BLOCK_LIVE, 0, "", "LỊCH CỦA ĐỢT");
  set_live (annex, "annex-calendar");
  annex = add (fixture, GH_BLOCK_LIVE, 0, "", "");
  set_live (annex, "targets");

  fixture->before = -1;
  fixture->outline = g_object_new (GH_TYPE_PLAN_OUTLINE, NULL);
  g_signal_connect_swapped (fixture->outline, "part-moved", G_CALLBACK (moved_cb), fixture);
  gh_plan_outline_show (fixture->outline, fixture->plan);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 260, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->outline));
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gh_plan_free (fixture->plan);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static GtkListBox *
list_of (Fixture *fixture)
{
  return GTK_LIST_BOX (find_child (GTK_WIDGET (fixture->outline), GTK_TYPE_LIST_BOX));
}

static const char *
row_text (GtkListBoxRow *row)
{
  return gtk_label_get_text (
    GTK_LABEL (gtk_widget_get_last_child (gtk_list_box_row_get_child (row))));
}

/* The rows that the outline shows, "|" between them. */
static char *
dup_rows (Fixture *fixture)
{
  GString *rows = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_of (fixture), i)) != NULL; i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", row_text (row));
  return g_string_free (rows, FALSE);
}

static GtkListBoxRow *
find_row (Fixture *fixture, const char *text)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_of (fixture), i)) != NULL; i++)
    if (strcmp (row_text (row), text) == 0)
      return row;
  g_error ("no row “%s”", text);
}

#define HEAD    "Campaign and head|Legal bases|Targets|Award rounds|Budget|Body|"
#define BODY    "I. MỤC ĐÍCH|II. NỘI DUNG|1. Trước ngày|a) Phát thanh|2. Trong ngày|"
#define ANNEXES "Appendix I: BẢNG|Appendix: quotas by unit|LỊCH CỦA ĐỢT|"
#define TAIL    "Recipients|Signature"

static void
test_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *rows = dup_rows (fixture);

  g_assert_cmpstr (rows, ==, HEAD BODY ANNEXES TAIL);
  /* A block of an annex is in it. */
  gh_plan_outline_select (fixture->outline, "body", 7);
  g_assert_cmpstr (row_text (gtk_list_box_get_selected_row (list_of (fixture))), ==,
                   "Appendix: quotas by unit");
}

/* --- folding --------------------------------------------------------------------------------- */

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

static void
press_arrow (GtkListBoxRow *row)
{
  GtkWidget *arrow = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (arrow);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, 2.0, 2.0);
    }
}

static void
test_fold (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *list = GTK_WIDGET (list_of (fixture));
  g_autofree char *folded = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *open = NULL;
  g_autofree char *inner = NULL;

  /* What is in a heading goes with it, and the mark goes to the heading. */
  gh_plan_outline_select (fixture->outline, "body", 4);
  g_assert_cmpstr (row_text (gtk_list_box_get_selected_row (list_of (fixture))), ==,
                   "a) Phát thanh");
  press_arrow (find_row (fixture, "II. NỘI DUNG"));
  folded = dup_rows (fixture);
  g_assert_cmpstr (folded, ==, HEAD "I. MỤC ĐÍCH|II. NỘI DUNG|" ANNEXES TAIL);
  g_assert_cmpstr (row_text (gtk_list_box_get_selected_row (list_of (fixture))), ==,
                   "II. NỘI DUNG");
  /* It stays so when the plan changes. */
  add (fixture, GH_BLOCK_PARAGRAPH, 0, "", "cuối");
  gh_plan_outline_show (fixture->outline, fixture->plan);
  kept = dup_rows (fixture);
  g_assert_cmpstr (kept, ==, folded);
  g_assert_true (press (list, GDK_KEY_Right));
  open = dup_rows (fixture);
  g_assert_cmpstr (open, ==, HEAD BODY ANNEXES TAIL);
  gh_plan_outline_select (fixture->outline, "body", 3);
  g_assert_true (press (list, GDK_KEY_Left));
  inner = dup_rows (fixture);
  g_assert_cmpstr (inner, ==,
                   HEAD "I. MỤC ĐÍCH|II. NỘI DUNG|1. Trước ngày|2. Trong ngày|" ANNEXES TAIL);
  /* Nothing is in it. */
  gh_plan_outline_select (fixture->outline, "body", 5);
  g_assert_false (press (list, GDK_KEY_Left));
}

/* A long plan is shown to its clauses, and the mark stays in sight. */
static void
test_long (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *scroller = find_child (GTK_WIDGET (fixture->outline), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autofree char *rows = NULL;
  guint last;

  for (int i = 0; i < 60; i++)
    {
      add (fixture, GH_BLOCK_HEADING, 2, "3", "Mục");
      add (fixture, GH_BLOCK_HEADING, 3, "3.1", "Ẩn");
    }
  last = fixture->plan->blocks->len - 1;
  gh_plan_outline_show (fixture->outline, fixture->plan);
  rows = dup_rows (fixture);
  g_assert_null (strstr (rows, "Ẩn"));
  spin ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);
  gh_plan_outline_select (fixture->outline, "body", (int) last);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 100);
  gh_plan_outline_select (fixture->outline, "header", -1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);
}

/* --- drop ------------------------------------------------------------------------------------ */

static GtkDropTarget *
drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (list_of (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("no drop target");
}

/* Drops the block with @id on a row, at a share of its height. */
static gboolean
drop (Fixture *fixture, const char *text, double share, gint64 id)
{
  GtkDropTarget *target = drop_target (fixture);
  GtkWidget *row = GTK_WIDGET (find_row (fixture, text));
  g_autoptr (GdkContentProvider) carried = gh_block_drag_new (GTK_WIDGET (fixture->outline), id);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (carried);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GdkDragAction action = 0;
  gboolean done = FALSE;
  double x, y;

  gtk_widget_translate_coordinates (row, GTK_WIDGET (list_of (fixture)), 20,
                                    gtk_widget_get_height (row) * share, &x, &y);
  fixture->moved = 0;
  fixture->before = -1;
  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_assert_true ((action == GDK_ACTION_MOVE) == (gtk_widget_has_css_class (row, "drop-above") ||
                                                 gtk_widget_has_css_class (row, "drop-below")));
  g_value_init (&value, gdk_content_formats_get_gtypes (formats, NULL)[0]);
  gdk_content_provider_get_value (carried, &value, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (target, "drop", &value, x, y, &done);
  g_assert_false (gtk_widget_has_css_class (row, "drop-above"));
  g_assert_false (gtk_widget_has_css_class (row, "drop-below"));
  g_assert_true (done == (action == GDK_ACTION_MOVE));
  g_assert_true (done == (fixture->moved == id));
  return done;
}

static void
test_drop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* Above a heading: before its block. */
  g_assert_true (drop (fixture, "II. NỘI DUNG", 0.1, 105));
  g_assert_cmpint (fixture->before, ==, 2);
  /* Below one whose parts are seen: before the first of them. */
  g_assert_true (drop (fixture, "II. NỘI DUNG", 0.9, 100));
  g_assert_cmpint (fixture->before, ==, 3);
  /* Below one without: behind all of it. */
  g_assert_true (drop (fixture, "I. MỤC ĐÍCH", 0.9, 105));
  g_assert_cmpint (fixture->before, ==, 2);
  /* Below a folded one: behind all that is folded away. */
  press_arrow (find_row (fixture, "II. NỘI DUNG"));
  spin ();
  g_assert_true (drop (fixture, "II. NỘI DUNG", 0.9, 100));
  g_assert_cmpint (fixture->before, ==, 6);
  /* To the beginning of the body; nowhere else outside of it. */
  g_assert_true (drop (fixture, "Body", 0.2, 102));
  g_assert_cmpint (fixture->before, ==, 0);
  g_assert_false (drop (fixture, "Recipients", 0.2, 102));
  g_assert_false (drop (fixture, "Legal bases", 0.9, 102));
  g_assert_true (drop (fixture, "Appendix: quotas by unit", 0.9, 108));
  g_assert_cmpint (fixture->before, ==, 8);
}

static void
test_drop_issued (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->plan->state = GH_PLAN_ISSUED;
  gh_plan_outline_show (fixture->outline, fixture->plan);
  g_assert_false (drop (fixture, "II. NỘI DUNG", 0.1, 105));
}

/* --- findings -------------------------------------------------------------------------------- */

static GPtrArray *
make_findings (guint n)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);

  for (guint i = 0; i < n; i++)
    {
      GhFinding *finding = g_new0 (GhFinding, 1);

      finding->severity = GH_SEVERITY_HINT;
      finding->code = "layout";
      finding->message = g_strdup_printf ("Điều %u", i);
      finding->where = g_strdup ("I");
      finding->quote = g_strdup ("");
      g_ptr_array_add (findings, finding);
    }
  return findings;
}

static int
count_rows (GtkWidget *list)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;
  return n;
}

static void
test_findings_wait (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *strip = g_object_new (GH_TYPE_FINDINGS_STRIP, NULL);
  GtkExpander *expander = GTK_EXPANDER (find_child (strip, GTK_TYPE_EXPANDER));
  g_autoptr (GPtrArray) two = make_findings (2);
  g_autoptr (GPtrArray) three = make_findings (3);
  GtkWidget *list;

  gtk_window_set_child (GTK_WINDOW (fixture->window), strip);
  gh_findings_strip_show (GH_FINDINGS_STRIP (strip), two, 0);
  gh_findings_strip_open (GH_FINDINGS_STRIP (strip));
  spin ();
  list = find_child (strip, GTK_TYPE_LIST_BOX);
  g_assert_cmpint (count_rows (list), ==, 2);
  gh_findings_strip_show (GH_FINDINGS_STRIP (strip), three, 0);
  g_assert_cmpint (count_rows (list), ==, 3);
  /* Folded, nobody sees them; opened, they are what they are now. */
  gtk_expander_set_expanded (expander, FALSE);
  gh_findings_strip_show (GH_FINDINGS_STRIP (strip), two, 0);
  g_assert_cmpint (count_rows (list), ==, 0);
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_cmpint (count_rows (list), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan-outline/lines", test_lines },
    { "/plan-outline/fold", test_fold },
    { "/plan-outline/long", test_long },
    { "/plan-outline/drop", test_drop },
    { "/plan-outline/drop-issued", test_drop_issued },
    { "/findings-strip/wait", test_findings_wait },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
