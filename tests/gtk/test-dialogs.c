/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-choice.h"
#include "gh-dialogs.h"
#include "gh-list-stop.h"
#include "window-fixture.h"

/* What all windows are made of: questions, choices, lists. */

static GtkWindow *
find_question (GtkWidget *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return window;
    }
  return NULL;
}

static const char *
get_focus_label (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_BUTTON (focus) ? gtk_button_get_label (GTK_BUTTON (focus)) : "nothing";
}

/* --- questions ------------------------------------------------------------------------------- */

/* The keyboard is on a button, on the harmless one where the other cannot be taken back, and Tab
 * goes to the other, whether or not the question is explained. */
static void
test_question (gconstpointer data)
{
  const char *buttons[] = { "_Stay", "_Remove", NULL };
  gboolean destructive = GPOINTER_TO_INT (data);

  for (int explained = 0; explained < 2; explained++)
    {
      GtkWidget *parent = gtk_window_new ();
      GtkWindow *window;

      gtk_window_present (GTK_WINDOW (parent));
      gh_dialog_ask (parent, "Remove the line?", explained ? "It is not kept." : NULL, buttons,
                     destructive, NULL, NULL, NULL);
      spin (200);
      window = find_question (parent);
      g_assert_cmpstr (get_focus_label (window), ==, destructive ? "_Stay" : "_Remove");
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      g_assert_cmpstr (get_focus_label (window), ==, destructive ? "_Remove" : "_Stay");
      gtk_window_destroy (window);
      gtk_window_destroy (GTK_WINDOW (parent));
    }
}

/* --- choices --------------------------------------------------------------------------------- */

static int
get_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &natural, NULL, NULL, NULL);
  return natural;
}

/* A window need not be as wide as the longest name of a choice; the list shows it whole. */
static void
test_choice (void)
{
  g_autofree char *name = g_strnfill (300, 'n');
  const char *names[] = { name, "short", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);
  GtkWidget *label;

  gtk_window_set_child (GTK_WINDOW (window), choice);
  g_assert_cmpint (get_width (choice), >, 1000);
  gh_choice_cut (GTK_DROP_DOWN (choice));
  gtk_window_present (GTK_WINDOW (window));
  spin (100);
  g_assert_cmpint (get_width (choice), <, 300);
  label = find (choice, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- lists ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("line"));
}

static GtkWidget *
new_list (void)
{
  const char *lines[] = { "a", "b", "c", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (lines));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)), factory);
}

/* What @list does with a key before its lines do. */
static gboolean
press (GtkWidget *list, guint keyval, GdkModifierType held)
{
  g_autoptr (GtkShortcutTrigger) pressed = gtk_keyval_trigger_new (keyval, held);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), pressed))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, list,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* Tab goes past the lines of a list, not along them. */
static void
test_list (void)
{
  static const int tab[] = { GDK_KEY_Tab, 0, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *after = gtk_button_new_with_label ("after");
  GtkWidget *list = new_list ();

  gh_list_make_one_stop (list);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  spin (200);
  for (gsize i = 0; i < G_N_ELEMENTS (tab); i += 2)
    {
      gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), list));
      g_assert_true (press (list, (guint) tab[i], (GdkModifierType) tab[i + 1]));
      g_assert_cmpstr (get_focus_label (GTK_WINDOW (window)), ==, i == 0 ? "after" : "before");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/dialogs/question", NULL, test_question);
  g_test_add_data_func ("/dialogs/question/destructive", GINT_TO_POINTER (TRUE), test_question);
  g_test_add_func ("/dialogs/choice", test_choice);
  g_test_add_func ("/dialogs/list", test_list);
  return g_test_run ();
}
