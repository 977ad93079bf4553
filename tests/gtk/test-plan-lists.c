/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "gh-edits.h"
#include "gh-field.h"
#include "gh-plan-form.h"
#include "gh-plan-list.h"
#include "gh-rich-field.h"
#include "gh-workspace.h"

/* The lists of the plan: what their buttons can do, and where the keyboard goes. */

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GtkWidget *window;
  GhPlanList *list;
} Fixture;

static void
show (Fixture *fixture)
{
  gh_plan_list_show (fixture->list, fixture->workspace);
}

static void
set_up (Fixture *fixture, gconstpointer part)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong-lists-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, "sample", 2027, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  fixture->list = g_object_new (GH_TYPE_PLAN_LIST, "part", part, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (show), fixture);
  show (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  g_signal_handlers_disconnect_by_func (fixture->workspace, show, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GtkWidget *
add_button (Fixture *fixture)
{
  return gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->list)));
}

/* The sum stands between the rows and the button that adds. */
static GtkWidget *
total_of (Fixture *fixture)
{
  return gtk_widget_get_prev_sibling (add_button (fixture));
}

static GtkWidget *
rows_of (Fixture *fixture)
{
  return gtk_widget_get_prev_sibling (total_of (fixture));
}

/* Buttons of a row from its end: remove, down, up. */
static GtkWidget *
button_of (GtkWidget *row, int n)
{
  GtkWidget *button = gtk_widget_get_last_child (row);

  for (; n > 0; n--)
    button = gtk_widget_get_prev_sibling (button);
  return button;
}

static void
test_buttons (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  GtkWidget *first = gtk_widget_get_first_child (rows_of (fixture));
  GtkWidget *last = gtk_widget_get_last_child (rows_of (fixture));

  g_assert_true (first != last);
  g_assert_false (gtk_widget_get_sensitive (button_of (first, 2)));
  g_assert_true (gtk_widget_get_sensitive (button_of (first, 1)));
  g_assert_true (gtk_widget_get_sensitive (button_of (last, 2)));
  g_assert_false (gtk_widget_get_sensitive (button_of (last, 1)));

  /* Row and keyboard go along with the item, as far as there is a way. */
  gtk_widget_grab_focus (button_of (last, 2));
  g_signal_emit_by_name (button_of (last, 2), "clicked");
  g_assert_nonnull (gtk_widget_get_next_sibling (last));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button_of (last, 2));
  g_signal_emit_by_name (button_of (last, 1), "clicked");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button_of (last, 2));
  g_assert_null (gtk_widget_get_next_sibling (last));
}

static void
test_last_row_goes (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  GtkWidget *last;

  while ((last = gtk_widget_get_last_child (rows_of (fixture))) != NULL)
    {
      GtkWidget *before = gtk_widget_get_prev_sibling (last);

      gtk_widget_grab_focus (button_of (last, 0));
      g_signal_emit_by_name (button_of (last, 0), "clicked");
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                     (before != NULL ? button_of (before, 0) : add_button (fixture)));
    }
}

static gboolean
save_plan_cb (GhStore *store, gpointer plan, GError **error)
{
  return gh_store_save_plan (store, plan, error);
}

static void
test_issued (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  GtkWidget *row = gtk_widget_get_first_child (rows_of (fixture));
  GtkWidget *field = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  GtkTextView *text =
    GTK_TEXT_VIEW (gtk_widget_get_first_child (gtk_widget_get_first_child (field)));
  g_autoptr (GError) error = NULL;

  g_assert_true (GH_IS_FIELD (field));
  g_assert_true (gtk_text_view_get_editable (text));
  plan->campaign_id = gh_workspace_get_campaign_id (fixture->workspace);
  plan->state = GH_PLAN_ISSUED;
  gh_workspace_edit (fixture->workspace, "state", save_plan_cb, plan, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_text_view_get_editable (text));
  for (int i = 0; i < 3; i++)
    g_assert_false (gtk_widget_get_sensitive (button_of (row, i)));
  g_assert_false (gtk_widget_get_sensitive (add_button (fixture)));

  gh_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_text_view_get_editable (text));
  g_assert_true (gtk_widget_get_sensitive (add_button (fixture)));
}

/* The field at that place of the grid of the nth row. */
static GhField *
grid_field (Fixture *fixture, int n, int column, int row)
{
  GtkWidget *line = gtk_widget_get_first_child (rows_of (fixture));

  for (; n > 0; n--)
    line = gtk_widget_get_next_sibling (line);
  return GH_FIELD (gtk_grid_get_child_at (
    GTK_GRID (gtk_widget_get_first_child (gtk_widget_get_first_child (line))), column,
    2 * row + 1));
}

static void
type (GhField *field, const char *text)
{
  gh_field_show (field, text);
  g_signal_emit_by_name (field, "committed", text);
}

/* Quantity times price is worked out, the sum stands below, and undo takes back each step. */
static void
test_budget (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  const GhBudgetLine *line;
  g_autofree char *amount = NULL;

  while (gtk_widget_get_first_child (rows_of (fixture)) != NULL)
    g_signal_emit_by_name (button_of (gtk_widget_get_first_child (rows_of (fixture)), 0),
                           "clicked");
  g_assert_false (gtk_widget_get_visible (total_of (fixture)));
  g_signal_emit_by_name (add_button (fixture), "clicked");
  type (grid_field (fixture, 0, 0, 0), "Ăn nhẹ");
  type (grid_field (fixture, 0, 2, 1), "300");
  type (grid_field (fixture, 0, 0, 2), "30.000");
  line = gh_workspace_get_dossier (fixture->workspace)->budget->pdata[0];
  g_assert_cmpstr (line->content, ==, "Ăn nhẹ");
  g_assert_cmpint (gh_budget_line_amount (line), ==, 9000000);
  amount = gh_field_dup_text (grid_field (fixture, 0, 2, 2));
  g_assert_cmpstr (amount, ==, "9.000.000");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (total_of (fixture))), "9.000.000"));
  g_assert_true (gh_workspace_undo (fixture->workspace, NULL));
  line = gh_workspace_get_dossier (fixture->workspace)->budget->pdata[0];
  g_assert_cmpint (line->price, ==, -1);
}

static void
test_awards (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  const GPtrArray *awards;
  const GhAwardRound *round;

  while (gtk_widget_get_first_child (rows_of (fixture)) != NULL)
    g_signal_emit_by_name (button_of (gtk_widget_get_first_child (rows_of (fixture)), 0),
                           "clicked");
  g_signal_emit_by_name (add_button (fixture), "clicked");
  type (grid_field (fixture, 0, 0, 1), "Cá nhân");
  type (grid_field (fixture, 0, 0, 2), "01/12/2026–31/03/2027");
  type (grid_field (fixture, 0, 0, 3), "trước ngày 05/04/2027");
  awards = gh_workspace_get_dossier (fixture->workspace)->awards;
  g_assert_cmpuint (awards->len, ==, 1);
  round = awards->pdata[0];
  g_assert_cmpstr (round->audience, ==, "Cá nhân");
  g_assert_cmpuint (round->period.end, ==, gh_day_from_ymd (2027, 3, 31));
  g_assert_true (round->deadline.before);
}

/* --- rows and their items -------------------------------------------------------------------- */

static GtkWidget *
nth_row (Fixture *fixture, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (rows_of (fixture));

  while (n-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static GtkTextBuffer *
buffer_of (GtkWidget *field)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (gtk_widget_get_first_child (gtk_widget_get_first_child (field))));
}

static char *
dup_letters (GtkWidget *field)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (field), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

/* A colleague takes the row above away while this one is being typed in. */
static void
test_typing_stays_with_its_item (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  const GhRecipient *second = g_ptr_array_index (plan->recipients, 1);
  gint64 id = second->id;
  g_autofree char *wanted = g_strconcat (second->name, " và X", NULL);
  GtkWidget *field = gtk_widget_get_first_child (gtk_widget_get_first_child (nth_row (fixture, 1)));
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (field);
  gh_rich_field_place (GH_RICH_FIELD (field), G_MAXSIZE);
  gtk_text_buffer_insert_at_cursor (buffer_of (field), " và X", -1);
  g_ptr_array_remove_index (plan->recipients, 0);
  gh_edit_save_plan (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), field));
  g_assert_true (nth_row (fixture, 0) == gtk_widget_get_parent (gtk_widget_get_parent (field)));
  gh_field_flush (GH_FIELD (field));
  second = g_ptr_array_index (gh_workspace_get_dossier (fixture->workspace)->plan->recipients, 0);
  g_assert_cmpint (second->id, ==, id);
  g_assert_cmpstr (second->name, ==, wanted);
}

/* Award rounds stand by their deadlines: the one whose deadline is typed may move, and the keyboard
 * with it. */
static void
test_keyboard_follows_order (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  GhField *deadline;
  const GPtrArray *awards;

  while (gtk_widget_get_first_child (rows_of (fixture)) != NULL)
    g_signal_emit_by_name (button_of (gtk_widget_get_first_child (rows_of (fixture)), 0),
                           "clicked");
  for (int i = 0; i < 2; i++)
    g_signal_emit_by_name (add_button (fixture), "clicked");
  type (grid_field (fixture, 0, 0, 0), "Sớm");
  type (grid_field (fixture, 0, 0, 3), "05/04/2027");
  type (grid_field (fixture, 1, 0, 0), "Muộn");
  type (grid_field (fixture, 1, 0, 3), "05/05/2027");
  deadline = grid_field (fixture, 0, 0, 3);
  gtk_widget_grab_focus (GTK_WIDGET (deadline));
  type (deadline, "05/06/2027");
  awards = gh_workspace_get_dossier (fixture->workspace)->awards;
  g_assert_cmpstr (((const GhAwardRound *) awards->pdata[1])->name, ==, "Sớm");
  g_assert_true (grid_field (fixture, 1, 0, 3) == deadline);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (deadline)));
}

/* --- fields that follow the data ------------------------------------------------------------- */

static void
test_fields_in_bases (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  GhBasis *basis = g_ptr_array_index (plan->bases, 0);
  GtkWidget *field = gtk_widget_get_first_child (gtk_widget_get_first_child (nth_row (fixture, 0)));
  g_autofree char *letters = NULL;
  g_autoptr (GError) error = NULL;

  g_free (basis->text);
  basis->text = g_strdup ("Căn cứ Kế hoạch năm {{year}}");
  gh_edit_save_plan (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  letters = dup_letters (field);
  g_assert_cmpstr (letters, ==, "Căn cứ Kế hoạch năm 2027");
  gh_rich_field_place (GH_RICH_FIELD (field), G_MAXSIZE);
  gtk_text_buffer_insert_at_cursor (buffer_of (field), ";", -1);
  gh_field_flush (GH_FIELD (field));
  basis = gh_workspace_get_dossier (fixture->workspace)->plan->bases->pdata[0];
  g_assert_cmpstr (basis->text, ==, "Căn cứ Kế hoạch năm {{year}};");
}

/* Enter goes on to the next basis, and begins one behind the last. */
static void
test_enter (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  guint n = 0;
  GtkWidget *last = gtk_widget_get_last_child (rows_of (fixture));
  GtkWidget *field = gtk_widget_get_first_child (gtk_widget_get_first_child (last));
  g_autofree char *letters = NULL;

  for (GtkWidget *row = last; row != NULL; row = gtk_widget_get_prev_sibling (row))
    n++;
  gh_rich_field_place (GH_RICH_FIELD (field), 0);
  gtk_text_buffer_insert_interactive_at_cursor (buffer_of (field), "\n", 1, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (rows_of (fixture))) ==
                 last);
  field = gtk_widget_get_first_child (gtk_widget_get_first_child (nth_row (fixture, n)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), field));
  letters = dup_letters (field);
  g_assert_cmpuint (gh_rich_field_get_place (GH_RICH_FIELD (field)), ==, strlen (letters));
  /* From the first to the second nothing is added. */
  gh_rich_field_place (
    GH_RICH_FIELD (gtk_widget_get_first_child (gtk_widget_get_first_child (nth_row (fixture, 0)))),
    0);
  gtk_text_buffer_insert_interactive_at_cursor (
    buffer_of (gtk_widget_get_first_child (gtk_widget_get_first_child (nth_row (fixture, 0)))),
    "\n", 1, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), nth_row (fixture, 1)));
  g_assert_null (gtk_widget_get_next_sibling (nth_row (fixture, n)));
}

static GtkWidget *
find_rich (GtkWidget *widget)
{
  GtkWidget *found = GH_IS_RICH_FIELD (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rich (child);
  return found;
}

/* The title has fields, too, and may have lines. */
static void
test_fields_in_title (Fixture *fixture, gconstpointer part G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  GtkWidget *form = g_object_new (GH_TYPE_PLAN_FORM, "part", "header", NULL);
  GtkWidget *title = find_rich (form);
  g_autofree char *letters = NULL;
  g_autoptr (GError) error = NULL;

  g_free (plan->title);
  plan->title = g_strdup ("Hiến máu\nnăm {{year}}");
  gh_edit_save_plan (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  gh_plan_form_show (GH_PLAN_FORM (form), fixture->workspace);
  g_signal_handlers_disconnect_by_func (fixture->workspace, show, fixture);
  letters = dup_letters (title);
  g_assert_cmpstr (letters, ==, "Hiến máu\nnăm 2027");
  gh_rich_field_place (GH_RICH_FIELD (title), G_MAXSIZE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer_of (title), "\n", 1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer_of (title), "đợt", -1, TRUE);
  gh_field_flush (GH_FIELD (title));
  g_assert_cmpstr (gh_workspace_get_dossier (fixture->workspace)->plan->title, ==,
                   "Hiến máu\nnăm {{year}}\nđợt");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-lists/bases/buttons", Fixture, "bases", set_up, test_buttons, tear_down);
  g_test_add ("/plan-lists/targets/buttons", Fixture, "targets", set_up, test_buttons, tear_down);
  g_test_add ("/plan-lists/bases/last", Fixture, "bases", set_up, test_last_row_goes, tear_down);
  g_test_add ("/plan-lists/recipients/last", Fixture, "recipients", set_up, test_last_row_goes,
              tear_down);
  g_test_add ("/plan-lists/budget", Fixture, "budget", set_up, test_budget, tear_down);
  g_test_add ("/plan-lists/awards", Fixture, "awards", set_up, test_awards, tear_down);
  g_test_add ("/plan-lists/bases/issued", Fixture, "bases", set_up, test_issued, tear_down);
  g_test_add ("/plan-lists/recipients/meanwhile", Fixture, "recipients", set_up,
              test_typing_stays_with_its_item, tear_down);
  g_test_add ("/plan-lists/awards/order", Fixture, "awards", set_up, test_keyboard_follows_order,
              tear_down);
  g_test_add ("/plan-lists/bases/fields", Fixture, "bases", set_up, test_fields_in_bases,
              tear_down);
  g_test_add ("/plan-lists/bases/enter", Fixture, "bases", set_up, test_enter, tear_down);
  g_test_add ("/plan-lists/title/fields", Fixture, "bases", set_up, test_fields_in_title,
              tear_down);
  return g_test_run ();
}
