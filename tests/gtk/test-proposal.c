/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-paste-window.h"
#include "gh-proposal-document.h"
#include "gh-proposal-editor.h"
#include "gh-proposal-list.h"
#include "gh-proposal-window.h"
#include "widgets.h"

#define HEAD                                                                                       \
  "Số: 12/KH-BCĐ\n\nSông Trà, ngày 10 tháng 12 năm 2026\n\nKẾ HOẠCH\n\n"               \
  "Tổ chức ngày hội hiến máu năm 2027\n\nI. MỤC ĐÍCH\n\n"
#define AIM "- Vận động ít nhất 200 người đăng ký hiến máu và tiếp nhận ít nhất 150 đơn vị máu.\n\n"
#define END "Nơi nhận:\n- Ban Chỉ đạo tỉnh (để báo cáo);\n- Lưu: VT.\n"

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The proposal of @text in a window of its own. */
static GtkWindow *
present (GtkWidget *parent, const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gh_proposal_present (parent, NULL, gh_plan_text_read (text, -1, 2027));
  spin (200);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GH_IS_PROPOSAL_WINDOW (window))
        return window;
    }
  g_error ("no proposal");
  return NULL;
}

static GtkSingleSelection *
selection_of (GtkWidget *widget)
{
  GtkWidget *view = find_type (widget, GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

/* The row on screen whose texts have @part, by the position of its model. */
static guint
find_row (GtkWidget *view, const char *part, guint n)
{
  guint position = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *label = NULL;
      GtkWidget *box = gtk_widget_get_first_child (row);
      GtkWidget *texts = box != NULL ? gtk_widget_get_last_child (box) : NULL;

      label = texts != NULL ? find_type (texts, GTK_TYPE_LABEL) : NULL;
      if (label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL)
        break;
      position++;
    }
  g_assert_cmpuint (position, <, n);
  return position;
}

/* A line leads to its sentence, a sentence to its first line; a passage without any to none. */
static void
test_sides (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWindow *window = present (parent, HEAD AIM END);
  GtkWidget *document = find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_DOCUMENT);
  GtkWidget *list = find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_LIST);
  GtkSingleSelection *passages = selection_of (document);
  GtkSingleSelection *lines = selection_of (list);
  GtkWidget *view = find_type (document, GTK_TYPE_LIST_VIEW);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (passages));
  guint aim = find_row (view, "Vận động", n);
  guint heading = find_row (view, "MỤC ĐÍCH", n);
  int line;

  g_assert_cmpint (gh_proposal_list_get_selected (GH_PROPOSAL_LIST (list)), ==, 0);
  gtk_single_selection_set_selected (passages, aim);
  line = gh_proposal_list_get_selected (GH_PROPOSAL_LIST (list));
  g_assert_cmpint (line, >, 0);
  /* The next line is of the same sentence; the one before is not. */
  gtk_single_selection_set_selected (passages, heading);
  g_assert_cmpint (gh_proposal_list_get_selected (GH_PROPOSAL_LIST (list)), ==, -1);
  gh_proposal_list_select (GH_PROPOSAL_LIST (list), line);
  g_assert_cmpuint (gtk_single_selection_get_selected (passages), ==, heading); /* no signal */
  gtk_single_selection_set_selected (lines, gtk_single_selection_get_selected (lines) + 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (passages), ==, aim);
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Of a plan of 6,000 paragraphs only what is on screen is made. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  GtkWidget *parent = gtk_window_new ();
  GtkWindow *window;
  GtkWidget *document;
  GtkWidget *list;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "- Xã số %u tiếp nhận ít nhất %u đơn vị máu.\n", i, i % 90 + 10);
  g_string_append (text, END);
  window = present (parent, text->str);
  document =
    find_type (find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_DOCUMENT), GTK_TYPE_LIST_VIEW);
  list = find_type (find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_LIST), GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (document)))), >,
    6000);
  g_assert_cmpuint (count_children (document), >, 5);
  g_assert_cmpuint (count_children (document), <, 600);
  g_assert_cmpuint (count_children (list), <, 600);
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Nothing but a heading, and names of 200 letters: the window is no wider than a small screen. */
static void
test_odd (void)
{
  g_autofree char *name = g_strnfill (200, 'M');
  g_autofree char *text =
    g_strdup_printf (HEAD "- %s\n\nNơi nhận:\n- %s;\n- %s.\n", name, name, name);
  GtkWidget *parent = gtk_window_new ();
  GtkWindow *window = present (parent, text);
  int least = 0;

  gtk_widget_measure (gtk_window_get_child (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <, 900);
  gtk_window_destroy (window);
  window = present (parent, "I. MỤC ĐÍCH\n");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* What is being corrected is lost only to who says so. */
static void
test_leave (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWindow *window = present (parent, HEAD AIM END);
  GtkWidget *list = find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_LIST);
  GtkWidget *editor = find_type (GTK_WIDGET (window), GH_TYPE_PROPOSAL_EDITOR);
  GtkWidget *entry;
  guint n_windows;

  g_signal_emit_by_name (list, "edit", 0);
  g_assert_true (gh_proposal_editor_is_open (GH_PROPOSAL_EDITOR (editor)));
  g_assert_false (gh_proposal_editor_is_changed (GH_PROPOSAL_EDITOR (editor)));
  entry = find_type (editor, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tên đã sửa");
  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gtk_window_close (window);
  spin (100);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows + 1);
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* While it is read, the text that was pasted stays what it is. */
static void
test_paste (void)
{
  GtkWidget *parent = gtk_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *window = NULL;
  GtkTextView *text;

  gh_paste_window_present (parent, NULL);
  spin (300);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (GH_IS_PASTE_WINDOW (each))
        window = each;
    }
  g_assert_nonnull (window);
  text = GTK_TEXT_VIEW (find_type (window, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), HEAD AIM END, -1);
  g_assert_true (gtk_text_view_get_editable (text));
  g_signal_emit_by_name (gtk_widget_get_template_child (window, GH_TYPE_PASTE_WINDOW, "read"),
                         "clicked");
  g_assert_false (gtk_text_view_get_editable (text));
  spin (2000); /* read, it becomes a proposal */
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/proposal/sides", test_sides);
  g_test_add_func ("/gtk/proposal/long", test_long);
  g_test_add_func ("/gtk/proposal/odd", test_odd);
  g_test_add_func ("/gtk/proposal/paste", test_paste);
  g_test_add_func ("/gtk/proposal/leave", test_leave);
  return g_test_run ();
}
