/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "gh-block-drag.h"
#include "gh-block-row.h"
#include "gh-edits.h"
#include "gh-plan-body.h"
#include "gh-table-editor.h"
#include "gh-workspace.h"

/* The body of the plan: where the keyboard stands after each edit and after it is undone, what is
 * saved, and what dragging a block does. */

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
  GtkWidget *window;
  GhPlanBody *body;
} Fixture;

static void
show (Fixture *fixture)
{
  gh_plan_body_show (fixture->body, fixture->workspace);
}

static void
add (GhPlan *plan, GhBlockKind kind, int level, const char *number, const char *text)
{
  g_ptr_array_add (plan->blocks, gh_block_new (kind, level, number, text));
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_new ();

  fixture->folder = g_dir_make_tmp ("giothong-body-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "body.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, "empty", 2027, &error);
  g_assert_no_error (error);
  add (plan, GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH");
  add (plan, GH_BLOCK_PARAGRAPH, 0, "", "một hai ba");
  add (plan, GH_BLOCK_HEADING, 1, "II", "NỘI DUNG");
  add (plan, GH_BLOCK_PAGE_BREAK, 0, "", "");
  add (plan, GH_BLOCK_PARAGRAPH, 0, "", "cuối");
  gh_edit_save_plan (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  fixture->body = g_object_new (GH_TYPE_PLAN_BODY, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->body));
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (show), fixture);
  show (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_signal_handlers_disconnect_by_func (fixture->workspace, show, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static const GhBlock *
block_at (Fixture *fixture, guint index)
{
  const GhPlan *plan = gh_workspace_get_dossier (fixture->workspace)->plan;

  g_assert_cmpuint (index, <, plan->blocks->len);
  return g_ptr_array_index (plan->blocks, index);
}

static guint
n_blocks (Fixture *fixture)
{
  return gh_workspace_get_dossier (fixture->workspace)->plan->blocks->len;
}

static void
assert_block (Fixture *fixture, guint index, const char *number, const char *text)
{
  g_assert_cmpstr (block_at (fixture, index)->number, ==, number);
  g_assert_cmpstr (block_at (fixture, index)->text, ==, text);
}

/* --- keyboard -------------------------------------------------------------------------------- */

static gboolean
expired_cb (gpointer expired)
{
  *(gboolean *) expired = TRUE;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static GhBlockRow *
focused_row (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL ? GH_BLOCK_ROW (gtk_widget_get_ancestor (focus, GH_TYPE_BLOCK_ROW)) : NULL;
}

/* The text of the block the keyboard is in; NULL = in none with a text. */
static char *
dup_focused_text (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (!GTK_IS_TEXT_VIEW (focus))
    return NULL;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_caret (Fixture *fixture, const char *text, gsize offset)
{
  gboolean expired = FALSE;
  guint timeout = g_timeout_add_seconds (30, expired_cb, &expired);

  for (;;)
    {
      g_autofree char *found = dup_focused_text (fixture);

      if (found != NULL && g_str_equal (found, text) &&
          gh_block_row_get_place (focused_row (fixture)) == offset)
        break;
      if (expired)
        g_error ("the keyboard is in “%s” at %" G_GSIZE_FORMAT ", not in “%s” at %" G_GSIZE_FORMAT,
                 found != NULL ? found : "nothing",
                 found != NULL ? gh_block_row_get_place (focused_row (fixture)) : 0, text, offset);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

/* A key as a text gets it; whether the structure of the plan is another afterwards, or the keyboard
 * may have gone. */
static gboolean
press_in_text (Fixture *fixture, GtkTextView *view, guint keyval, GdkModifierType held)
{
  const GhPlan *before = gh_workspace_get_dossier (fixture->workspace)->plan;
  gboolean handled = FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
      gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (view), "\n", 1,
                                                    gtk_text_view_get_editable (view));
      /* It is split behind the key. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      break;
    case GDK_KEY_BackSpace:
      g_signal_emit_by_name (view, "backspace");
      break;
    case GDK_KEY_Delete:
      g_signal_emit_by_name (view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES,
                             keyval == GDK_KEY_Up ? -1 : 1, FALSE);
      return get_focus (fixture) != GTK_WIDGET (view);
    default:
      g_signal_emit_by_name (view, "command", held != 0 ? "outdent" : "indent", &handled);
      return handled;
    }
  return gh_workspace_get_dossier (fixture->workspace)->plan != before;
}

/* A key as the focused widget gets it. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType held)
{
  GtkWidget *focus = get_focus (fixture);
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  if (GTK_IS_TEXT_VIEW (focus))
    return press_in_text (fixture, GTK_TEXT_VIEW (focus), keyval, held);
  controllers = gtk_widget_observe_controllers (focus);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, held, &handled);
    }
  return handled;
}

static void
go_to (Fixture *fixture, guint index, gsize offset)
{
  GhPlace place = GH_PLACE_INIT;

  place.part = GH_PART_BLOCK;
  place.index = (int) index;
  place.start = offset;
  gh_plan_body_select (fixture->body, &place);
  assert_caret (fixture, block_at (fixture, index)->text, offset);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gh_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
}

static void
test_split_and_join (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 1, strlen ("một "));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 6);
  assert_block (fixture, 1, "", "một");
  assert_block (fixture, 2, "", "hai ba");
  assert_caret (fixture, "hai ba", 0);

  g_assert_true (press (fixture, GDK_KEY_BackSpace, 0));
  assert_block (fixture, 1, "", "một hai ba");
  assert_caret (fixture, "một hai ba", strlen ("một "));
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture->workspace), ==,
                   "Join two blocks of the plan");

  /* The block comes back, and the keyboard to its beginning. */
  undo (fixture);
  assert_block (fixture, 2, "", "hai ba");
  assert_caret (fixture, "hai ba", 0);
  undo (fixture);
  g_assert_cmpuint (n_blocks (fixture), ==, 5);
  assert_caret (fixture, "một hai ba", strlen ("một"));
}

static void
test_join_after (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 1, strlen ("một hai ba"));
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  assert_block (fixture, 1, "", "một hai ba NỘI DUNG");
  assert_caret (fixture, "một hai ba NỘI DUNG", strlen ("một hai ba "));
  /* In the middle the key is about a letter. */
  go_to (fixture, 1, 1);
  g_assert_false (press (fixture, GDK_KEY_Delete, 0));
  g_assert_false (press (fixture, GDK_KEY_BackSpace, 0));
}

static void
test_levels (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 2, 1);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_block (fixture, 2, "1", "NỘI DUNG");
  assert_caret (fixture, "NỘI DUNG", 1);
  g_assert_true (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  assert_block (fixture, 2, "II", "NỘI DUNG");
  /* A new part between counts on, and takes the number back. */
  gh_plan_body_focus_block (fixture->body, 1);
  assert_caret (fixture, "một hai ba", 0);
  gh_plan_body_add (fixture->body, "heading1");
  assert_block (fixture, 2, "II", "");
  assert_block (fixture, 3, "III", "NỘI DUNG");
  assert_caret (fixture, "", 0);
  undo (fixture);
  assert_block (fixture, 2, "II", "NỘI DUNG");
  assert_caret (fixture, "một hai ba", strlen ("một hai ba"));
}

static void
test_arrows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 1, 0);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  assert_caret (fixture, "MỤC ĐÍCH", strlen ("MỤC ĐÍCH"));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_caret (fixture, "một hai ba", 0);
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_caret (fixture, "NỘI DUNG", 0);
  /* The page break has no text; the keyboard stands on it. */
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_nonnull (focused_row (fixture));
  g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_caret (fixture, "cuối", 0);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 4);
  assert_caret (fixture, "cuối", 0);
}

/* The keyboard stands on a live part as on a page break: it is passed, taken away, brought back. */
static void
test_arrows_over_live (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 1, 0);
  gh_plan_body_add (fixture->body, "live:targets");
  go_to (fixture, 1, 0);
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_nonnull (focused_row (fixture));
  g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_caret (fixture, "NỘI DUNG", 0);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.up", NULL));
  g_assert_cmpstr (block_at (fixture, 1)->live, ==, "targets");
  g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  /* It takes the keyboard along when that is undone. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  undo (fixture);
  g_assert_cmpstr (block_at (fixture, 2)->live, ==, "targets");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.up", NULL));
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 5);
}

/* A block that is gone to before the body was ever laid out is on screen when it is. */
static void
test_first_show (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  g_autoptr (GError) error = NULL;
  graphene_point_t top;

  for (guint i = 0; i < 80; i++)
    add (plan, GH_BLOCK_PARAGRAPH, 0, "", "một trong nhiều đoạn");
  add (plan, GH_BLOCK_HEADING, 1, "III", "TỔ CHỨC THỰC HIỆN");
  gh_edit_save_plan (fixture->workspace, plan, NULL, &error);
  g_assert_no_error (error);
  gh_plan_body_focus_block (fixture->body, plan->blocks->len - 1);
  assert_caret (fixture, "TỔ CHỨC THỰC HIỆN", 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (focused_row (fixture)), fixture->window,
                                           &GRAPHENE_POINT_INIT (0, 0), &top));
  g_assert_cmpfloat (top.y, >, 0);
  g_assert_cmpfloat (top.y, <, gtk_widget_get_height (fixture->window));
}

/* While an input method composes, the keys are its own. */
static void
test_composing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_BackSpace, GDK_KEY_Up };

  go_to (fixture, 1, 0);
  g_signal_emit_by_name (get_focus (fixture), "preedit-changed", "ướ");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_false (press (fixture, keys[i], 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 5);
  g_signal_emit_by_name (get_focus (fixture), "preedit-changed", "");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 6);
}

/* What was typed last and not saved yet is part of the edit. */
static void
test_typed_last (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkTextBuffer *buffer;

  go_to (fixture, 1, strlen ("một hai ba"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture)));
  gtk_text_buffer_insert_at_cursor (buffer, " bốn", -1);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  assert_block (fixture, 1, "", "một hai ba bốn");
  assert_block (fixture, 2, "", "");
  assert_caret (fixture, "", 0);
}

/* What is stored has no blanks at its ends: the place counts without them. */
static void
test_split_behind_blanks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;

  go_to (fixture, 1, 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture)));
  gtk_text_buffer_insert_at_cursor (buffer, "   ", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 3 + (int) g_utf8_strlen ("một", -1));
  gtk_text_buffer_place_cursor (buffer, &at);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  assert_block (fixture, 1, "", "một");
  assert_block (fixture, 2, "", "hai ba");
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) &&
      (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether an edit was made while a list was being told of a change. */
typedef struct
{
  GListModel *model;
  int depth;
  gboolean edited;
} Telling;

static gboolean
begin_telling (GSignalInvocationHint *hint G_GNUC_UNUSED,
               guint n_values G_GNUC_UNUSED,
               const GValue *values,
               gpointer data)
{
  Telling *telling = data;

  if (g_value_get_object (&values[0]) == telling->model)
    telling->depth++;
  return TRUE;
}

static void
end_telling (Telling *telling)
{
  telling->depth--;
}

static void
note_edit (Telling *telling)
{
  telling->edited |= telling->depth > 0;
}

/* Another program moves the block that is being typed in: what was typed is saved, once, and the
 * keyboard goes along. */
static void
test_moved_meanwhile (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) other = gh_workspace_open (fixture->path, 0, &error);
  g_autoptr (GhPlan) plan = NULL;
  gint64 id = block_at (fixture, 1)->id;
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->body), GTK_TYPE_LIST_VIEW, NULL);
  Telling telling = { G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0, FALSE };
  guint signal_id = g_signal_lookup ("items-changed", G_TYPE_LIST_MODEL);
  gulong hook = g_signal_add_emission_hook (signal_id, 0, begin_telling, &telling, NULL);
  gulong handler =
    g_signal_connect_swapped (telling.model, "items-changed", G_CALLBACK (end_telling), &telling);
  gulong edits =
    g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (note_edit), &telling);

  g_assert_no_error (error);
  gh_workspace_load_dossier (other, &error);
  g_assert_no_error (error);
  plan = gh_plan_copy (gh_workspace_get_dossier (other)->plan);
  g_ptr_array_insert (plan->blocks, -1, g_ptr_array_steal_index (plan->blocks, 1));
  go_to (fixture, 1, strlen ("một hai ba"));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))),
                                    " bốn", -1);
  gh_edit_save_plan (other, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (gh_workspace_refresh (fixture->workspace));
  g_signal_remove_emission_hook (signal_id, hook);
  g_signal_handler_disconnect (telling.model, handler);
  g_signal_handler_disconnect (fixture->workspace, edits);
  g_assert_false (telling.edited);
  g_assert_cmpuint (n_blocks (fixture), ==, 5);
  assert_block (fixture, 4, "", "một hai ba bốn");
  g_assert_cmpint (block_at (fixture, 4)->id, ==, id);
  assert_caret (fixture, "một hai ba bốn", strlen ("một hai ba bốn"));
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* The row goes in whose last cell was typed a moment ago. */
static void
test_table_row_goes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *table = NULL;
  GtkWidget *cell;
  GtkTextBuffer *buffer;

  go_to (fixture, 1, 0);
  gh_plan_body_add (fixture->body, "table");
  while ((table = find_widget (GTK_WIDGET (fixture->body), GH_TYPE_TABLE_EDITOR, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gh_table_editor_select (GH_TABLE_EDITOR (table), 1, 2, 0, 0);
  cell = get_focus (fixture);
  g_assert_true (gtk_widget_is_ancestor (cell, table));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cell));
  gtk_text_buffer_insert_at_cursor (buffer, "ghi", -1);
  g_signal_emit_by_name (find_widget (table, GTK_TYPE_BUTTON, "Remove row"), "clicked");
  g_assert_cmpuint (block_at (fixture, 2)->rows->len, ==, 1);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), table));
}

static void
test_commands (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  go_to (fixture, 0, 1);
  gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.down", NULL);
  assert_block (fixture, 0, "I", "NỘI DUNG");
  assert_block (fixture, 3, "II", "MỤC ĐÍCH");
  assert_caret (fixture, "MỤC ĐÍCH", 1);
  gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.duplicate", NULL);
  assert_block (fixture, 5, "III", "MỤC ĐÍCH");
  assert_caret (fixture, "MỤC ĐÍCH", 0);
  g_assert_cmpuint (n_blocks (fixture), ==, 7);
  gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.make", "s", "paragraph");
  assert_block (fixture, 5, "", "MỤC ĐÍCH");
  assert_caret (fixture, "MỤC ĐÍCH", 0);
  go_to (fixture, 3, 0);
  gtk_widget_activate_action (GTK_WIDGET (focused_row (fixture)), "block.remove-part", NULL);
  g_assert_cmpuint (n_blocks (fixture), ==, 3);
}

static gboolean
save_plan_cb (GhStore *store, gpointer plan, GError **error)
{
  return gh_store_save_plan (store, plan, error);
}

static void
test_issued (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
  g_autoptr (GError) error = NULL;

  plan->campaign_id = gh_workspace_get_campaign_id (fixture->workspace);
  plan->state = GH_PLAN_ISSUED;
  gh_workspace_edit (fixture->workspace, "state", save_plan_cb, plan, &error);
  g_assert_no_error (error);
  go_to (fixture, 1, 0);
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  g_assert_false (press (fixture, GDK_KEY_BackSpace, 0));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpuint (n_blocks (fixture), ==, 5);
}

/* --- drag ------------------------------------------------------------------------------------ */

static GtkDropTarget *
find_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkDropTarget *target = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && target == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_TEXT_VIEW (child))
      target = find_target (child);
  return target;
}

/* Drops the block with @id at a share of the height of the row that the keyboard is in. */
static gboolean
drop_on_focused (Fixture *fixture, GtkWidget *from, gint64 id, double share)
{
  GtkDropTarget *target = find_target (GTK_WIDGET (fixture->body));
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *row = GTK_WIDGET (focused_row (fixture));
  g_autoptr (GdkContentProvider) carried = gh_block_drag_new (from, id);
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GdkDragAction action = 0;
  gboolean done = FALSE;
  double x, y;

  while (gtk_widget_get_height (row) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_translate_coordinates (row, view, 20, gtk_widget_get_height (row) * share, &x, &y);
  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (row, share < 0.5 ? "drop-above" : "drop-below"));
  formats = gdk_content_provider_ref_formats (carried);
  g_value_init (&value, gdk_content_formats_get_gtypes (formats, NULL)[0]);
  gdk_content_provider_get_value (carried, &value, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (target, "drop", &value, x, y, &done);
  g_assert_false (gtk_widget_has_css_class (row, "drop-above"));
  g_assert_false (gtk_widget_has_css_class (row, "drop-below"));
  return done;
}

static void
test_drag (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = block_at (fixture, 2)->id;
  GtkWidget *other = gtk_window_new ();

  go_to (fixture, 0, 0);
  /* From another window: it may show other data. */
  g_assert_false (drop_on_focused (fixture, other, id, 0.1));
  gtk_window_destroy (GTK_WINDOW (other));
  g_assert_true (drop_on_focused (fixture, GTK_WIDGET (fixture->body), id, 0.1));
  assert_block (fixture, 0, "I", "NỘI DUNG");
  assert_block (fixture, 3, "II", "MỤC ĐÍCH");
  assert_caret (fixture, "NỘI DUNG", 0);
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture->workspace), ==,
                   "Move a block of the plan");
  undo (fixture);
  assert_block (fixture, 0, "I", "MỤC ĐÍCH");

  id = block_at (fixture, 4)->id;
  go_to (fixture, 0, 0);
  g_assert_true (drop_on_focused (fixture, GTK_WIDGET (fixture->body), id, 0.9));
  assert_block (fixture, 1, "", "cuối");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan-body/split-and-join", test_split_and_join },
    { "/plan-body/join-after", test_join_after },
    { "/plan-body/levels", test_levels },
    { "/plan-body/arrows", test_arrows },
    { "/plan-body/arrows-over-live", test_arrows_over_live },
    { "/plan-body/first-show", test_first_show },
    { "/plan-body/composing", test_composing },
    { "/plan-body/typed-last", test_typed_last },
    { "/plan-body/split-behind-blanks", test_split_behind_blanks },
    { "/plan-body/moved-meanwhile", test_moved_meanwhile },
    { "/plan-body/table-row-goes", test_table_row_goes },
    { "/plan-body/commands", test_commands },
    { "/plan-body/issued", test_issued },
    { "/plan-body/drag", test_drag },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
