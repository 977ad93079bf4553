/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-amend-window.h"
#include "gh-compare-window.h"
#include "gh-edits.h"
#include "gh-issue-window.h"
#include "gh-issue.h"
#include "gh-register-window.h"
#include "gh-versions-window.h"
#include "window-fixture.h"

#include <math.h>
#include <string.h>

/* The windows about issuing stand open while the workspace is changed beside them. */

static guint32
day_of (int month, int day)
{
  return gh_day_from_ymd (2026, month, day);
}

static const GhPlan *
get_plan (Fixture *fixture)
{
  return gh_workspace_get_dossier (fixture->workspace)->plan;
}

static void
issue (Fixture *fixture, int number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper =
    gh_paper_new (fixture->workspace, day_of (12, 15 + number), number, &error);

  g_assert_no_error (error);
  g_assert_true (gh_paper_render (paper, NULL, NULL, NULL, &error));
  g_assert_true (gh_edit_issue_plan (fixture->workspace, paper, TRUE, &error));
  g_assert_no_error (error);
}

/* @paragraph: added at the end of the plan, which has no number then; may be NULL */
static void
change_plan (Fixture *fixture, const char *paragraph)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_copy (get_plan (fixture));

  g_free (plan->number);
  plan->number = g_strdup ("");
  if (paragraph != NULL)
    g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", paragraph));
  g_assert_true (gh_edit_save_plan (fixture->workspace, plan, NULL, &error));
  g_assert_no_error (error);
}

static void
add_number (Fixture *fixture, int value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDocumentSeries) series =
    gh_issue_load_series (fixture->workspace, day_of (12, 15), NULL, &error);
  g_autoptr (GhDocumentNumber) number = gh_document_number_new (value);

  g_free (number->title);
  number->title = g_strdup ("Giấy mời");
  gh_edit_add_number (fixture->workspace, series, number, &error);
  g_assert_no_error (error);
}

static const char *
get_text (GtkWidget *window, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_child (window, name)));
}

static void
set_text (GtkWidget *window, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (window, name)), text);
}

/* --- the register ---------------------------------------------------------------------------- */

/* What was typed is not typed over; what the window put there goes on with the register. */
static void
test_register_number (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *window;

  issue (fixture, 5);
  gh_register_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  window = find_window (GH_TYPE_REGISTER_WINDOW);
  g_assert_cmpstr (get_text (window, "number"), ==, "06");
  add_number (fixture, 6);
  g_assert_cmpstr (get_text (window, "number"), ==, "07");
  set_text (window, "number", "31");
  add_number (fixture, 7);
  g_assert_cmpstr (get_text (window, "number"), ==, "31");
  close_all (fixture);
}

/* Entered with a day of the year of the register, or none; then the next number stands there. */
static void
test_register_entry (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *window;
  GtkWidget *date;

  issue (fixture, 5);
  gh_register_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  window = find_window (GH_TYPE_REGISTER_WINDOW);
  date = find (get_child (window, "date"), GTK_TYPE_ENTRY);
  set_text (window, "number", "31");
  set_text (window, "subject", "Công văn");

  gtk_editable_set_text (GTK_EDITABLE (date), "tháng 12/2026");
  click (window, "add");
  g_assert_nonnull (find_window (GTK_TYPE_WINDOW));
  gtk_window_destroy (GTK_WINDOW (find_window (GTK_TYPE_WINDOW)));
  gtk_editable_set_text (GTK_EDITABLE (date), "20/02/2027");
  click (window, "add");
  g_assert_nonnull (find_window (GTK_TYPE_WINDOW));
  gtk_window_destroy (GTK_WINDOW (find_window (GTK_TYPE_WINDOW)));
  g_assert_cmpstr (get_text (window, "number"), ==, "31");
  g_assert_cmpstr (get_text (window, "subject"), ==, "Công văn");

  gtk_editable_set_text (GTK_EDITABLE (date), "20/12/2026");
  click (window, "add");
  g_assert_null (find_window (GTK_TYPE_WINDOW));
  g_assert_cmpstr (get_text (window, "number"), ==, "32");
  g_assert_cmpstr (get_text (window, "subject"), ==, "");
  close_all (fixture);
}

/* Tab goes from field to field as they stand, and a long name makes the window no wider. */
static void
test_register_order (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  static const char *const order[] = { "number", "date", "subject" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_copy (get_plan (fixture));
  g_autofree char *name = g_strnfill (250, 'B');
  GtkWidget *window;
  int width;

  g_free (plan->issuer);
  plan->issuer = g_strdup_printf ("%s %s", name, name);
  g_assert_true (gh_edit_save_plan (fixture->workspace, plan, NULL, &error));
  g_assert_no_error (error);
  gh_register_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  window = find_window (GH_TYPE_REGISTER_WINDOW);
  spin (300);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 920);
  gtk_widget_grab_focus (get_child (window, order[0]));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                             get_child (window, order[i])));
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }
  close_all (fixture);
}

/* --- what was issued ------------------------------------------------------------------------- */

/* Another campaign of the same committee, on screen and issued. */
static void
issue_another (Fixture *fixture, int number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *issuer = g_strdup (get_plan (fixture)->issuer);
  g_autoptr (GhPlan) plan = NULL;

  g_assert_true (gh_edit_new_campaign (fixture->workspace, "commune", 2027, &error));
  g_assert_no_error (error);
  plan = gh_plan_copy (get_plan (fixture));
  g_free (plan->issuer);
  plan->issuer = g_steal_pointer (&issuer);
  g_free (plan->signer_name);
  plan->signer_name = g_strdup ("Trần Thị Mai");
  g_assert_true (gh_edit_save_plan (fixture->workspace, plan, NULL, &error));
  g_assert_no_error (error);
  issue (fixture, number);
}

static const char *
get_choice (GtkWidget *window)
{
  GtkStringObject *chosen =
    gtk_drop_down_get_selected_item (GTK_DROP_DOWN (get_child (window, "choice")));

  return gtk_string_object_get_string (chosen);
}

/* What is compared is the plan on screen, and the choice says so. */
static void
test_compare_campaigns (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 first = gh_workspace_get_campaign_id (fixture->workspace);
  GtkWidget *window;

  issue (fixture, 5);
  issue_another (fixture, 6);
  gh_compare_window_present (GTK_WIDGET (fixture->window), fixture->workspace, 0);
  window = find_window (GH_TYPE_COMPARE_WINDOW);
  g_assert_nonnull (strstr (get_choice (window), "06/"));
  g_assert_true (gh_workspace_set_campaign_id (fixture->workspace, first, &error));
  g_assert_nonnull (strstr (get_choice (window), "05/"));
  close_all (fixture);
}

/* The plan is edited beside it: what is looked at stays where it is. */
static void
test_compare_scroll (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkAdjustment *place;
  double looked_at;
  guint n;

  issue (fixture, 5);
  g_assert_true (gh_edit_amend_plan (fixture->workspace, "lý do", &error));
  gh_compare_window_present (GTK_WIDGET (fixture->window), fixture->workspace, 0);
  window = find_window (GH_TYPE_COMPARE_WINDOW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (window, "whole")), TRUE);
  spin (500);
  scrolled = find (get_child (window, "view"), GTK_TYPE_SCROLLED_WINDOW);
  list = find (scrolled, GTK_TYPE_LIST_VIEW);
  n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (int i = 0; i < 500 && gtk_adjustment_get_upper (place) < 1500; i++)
    spin (10);
  spin (300);
  gtk_adjustment_set_value (place, 600);
  spin (300);
  looked_at = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (looked_at, >, 300);
  change_plan (fixture, "Một câu mới ở cuối.");
  spin (3000);
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), >, n);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (place) - looked_at), <, 100);
  close_all (fixture);
}

static GtkWidget *
find_chooser (void)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

/* While the name is chosen the issuing is undone: no other paper is saved under that name. */
static void
test_save_version (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  GtkWidget *window;

  issue (fixture, 5);
  g_assert_true (gh_edit_amend_plan (fixture->workspace, "lý do", &error));
  issue (fixture, 6);
  gh_versions_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  window = find_window (GH_TYPE_VERSIONS_WINDOW);
  for (int round = 0; round < 2; round++)
    {
      click (window, "save");
      spin (500);
      g_assert_nonnull (find_chooser ());
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (find_chooser ()), folder, &error);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (find_chooser ()), "paper.pdf");
      spin (500);
      if (round == 1)
        g_assert_true (gh_workspace_undo (fixture->workspace, &error));
      gtk_dialog_response (GTK_DIALOG (find_chooser ()), GTK_RESPONSE_ACCEPT);
      spin (500);
      g_assert_no_error (error);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, round == 0);
      g_remove (path);
    }
  g_assert_nonnull (find_window (GTK_TYPE_WINDOW)); /* which says so */
  gtk_window_destroy (GTK_WINDOW (find_window (GTK_TYPE_WINDOW)));
  close_all (fixture);
}

/* --- issuing --------------------------------------------------------------------------------- */

static GtkWidget *
present_issue (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gh_edit_submit_plan (fixture->workspace, FALSE, &error);
  gh_issue_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  return find_window (GH_TYPE_ISSUE_WINDOW);
}

/* The number that another program took meanwhile is not the one that stands there. */
static void
test_issue_number (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *window;

  add_number (fixture, 11);
  change_plan (fixture, NULL);
  window = present_issue (fixture);
  g_assert_cmpstr (get_text (window, "number"), ==, "12");
  add_number (fixture, 12);
  spin (400);
  g_assert_cmpstr (get_text (window, "number"), ==, "13");
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "issue")));
  set_text (window, "number", "31");
  add_number (fixture, 13);
  spin (400);
  g_assert_cmpstr (get_text (window, "number"), ==, "31");
  close_all (fixture);
}

static gboolean
is_overruled (GtkWidget *window)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (get_child (window, "overrule")));
}

/* Who let one error stand is asked again about another. */
static void
test_issue_overrule (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *window;

  change_plan (fixture, "Nộp danh sách trước ngày 31/11/2026.");
  window = present_issue (fixture);
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "issue")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (window, "overrule")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "issue")));
  set_text (window, "number", "31"); /* is no new error */
  spin (400);
  g_assert_true (is_overruled (window));
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "issue")));
  change_plan (fixture, "Gửi báo cáo trước ngày 30/02/2027.");
  spin (400);
  g_assert_false (is_overruled (window));
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "issue")));
  close_all (fixture);
}

/* The campaign that the window is about has gone: it does nothing to the one that is left. */
static void
test_campaign_gone (Fixture *fixture, gconstpointer amend)
{
  g_autoptr (GError) error = NULL;
  GType type = amend != NULL ? GH_TYPE_AMEND_WINDOW : GH_TYPE_ISSUE_WINDOW;

  if (amend != NULL)
    issue (fixture, 5);
  g_assert_true (gh_edit_new_campaign (fixture->workspace, "commune", 2027, &error));
  if (amend != NULL)
    gh_amend_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  else
    present_issue (fixture);
  g_assert_nonnull (find_window (type));
  while (gh_workspace_undo (fixture->workspace, NULL) &&
         g_strcmp0 (get_plan (fixture)->signer_name, "") == 0)
    ;
  spin (100);
  g_assert_null (find_window (type));
  close_all (fixture);
}

static void
set_up_plan (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_up (fixture, "plan");
}

int
main (int argc, char *argv[])
{
  g_setenv ("GIOTHONG_TODAY", "2026-12-10", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, data, function)                                                                  \
  g_test_add ("/issue/" path, Fixture, data, set_up_plan, function, tear_down)
  ADD ("register/number", NULL, test_register_number);
  ADD ("register/entry", NULL, test_register_entry);
  ADD ("register/order", NULL, test_register_order);
  ADD ("compare/campaigns", NULL, test_compare_campaigns);
  ADD ("compare/scroll", NULL, test_compare_scroll);
  ADD ("versions/save", NULL, test_save_version);
  ADD ("issue/number", NULL, test_issue_number);
  ADD ("issue/overrule", NULL, test_issue_overrule);
  ADD ("issue/campaign-gone", NULL, test_campaign_gone);
  ADD ("amend/campaign-gone", "amend", test_campaign_gone);
  return g_test_run ();
}
