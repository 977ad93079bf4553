/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "gh-live.h"
#include "gh-plan.h"
#include "gh-rich-bar.h"
#include "gh-rich-field.h"

/* A text with bold letters, italic ones and fields, as it is typed, copied, saved and shown. */

#define SEED 20270629

typedef struct
{
  GtkWidget *window;
  GtkWidget *other; /* takes the keyboard from the field */
  GhRichField *field;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GString *log; /* what the field asked for */
  char *committed;
  int n_committed;
  gboolean handles;
  const char *year;
  GPtrArray *pasted;
} Fixture;

static char *
resolve (const char *key, gpointer user_data)
{
  const Fixture *fixture = user_data;

  if (strcmp (key, "year") == 0)
    return g_strdup (fixture->year);
  if (strcmp (key, "theme") == 0)
    return g_strdup ("Giọt hồng");
  return NULL;
}

static void
committed_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->committed);
  fixture->committed = g_strdup (text);
  fixture->n_committed++;
}

static gboolean
split_cb (Fixture *fixture, guint offset)
{
  g_string_append_printf (fixture->log, "split %u;", offset);
  return fixture->handles;
}

static gboolean
asked_cb (GhRichField *field G_GNUC_UNUSED, gpointer data)
{
  Fixture *fixture = g_object_get_data (G_OBJECT (field), "fixture");

  g_string_append_printf (fixture->log, "%s;", (const char *) data);
  return fixture->handles;
}

static GPtrArray *
list_fields (gpointer user_data)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_live_field_free);
  gsize n;
  const GhLiveKey *keys = gh_live_field_keys (&n);

  for (gsize i = 0; i < n; i++)
    {
      GhLiveField *field = g_new0 (GhLiveField, 1);

      field->key = g_strdup (keys[i].key);
      field->name = g_strdup (keys[i].name);
      field->text = resolve (keys[i].key, user_data);
      if (field->text == NULL)
        field->text = g_strdup ("");
      g_ptr_array_add (fields, field);
    }
  return fields;
}

static gboolean
pasted_cb (Fixture *fixture, GPtrArray *blocks, guint start, guint end)
{
  g_clear_pointer (&fixture->pasted, g_ptr_array_unref);
  fixture->pasted = g_ptr_array_ref (blocks);
  g_string_append_printf (fixture->log, "paste %u %u-%u;", blocks->len, start, end);
  return fixture->handles;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const asked[] = { "join-before", "join-after", "indent",
                                       "outdent",     "leave-up",   "leave-down" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->log = g_string_new (NULL);
  fixture->year = "2027";
  fixture->handles = TRUE;
  fixture->field = GH_RICH_FIELD (gh_rich_field_new ("Text"));
  g_object_set_data (G_OBJECT (fixture->field), "fixture", fixture);
  gh_rich_field_set_fill (fixture->field, &(GhRichFill){ resolve, list_fields, fixture });
  fixture->view = GTK_TEXT_VIEW (
    gtk_frame_get_child (GTK_FRAME (gtk_widget_get_first_child (GTK_WIDGET (fixture->field)))));
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  g_signal_connect_swapped (fixture->field, "committed", G_CALLBACK (committed_cb), fixture);
  g_signal_connect_swapped (fixture->field, "split", G_CALLBACK (split_cb), fixture);
  g_signal_connect_swapped (fixture->field, "paste-blocks", G_CALLBACK (pasted_cb), fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    g_signal_connect (fixture->field, asked[i], G_CALLBACK (asked_cb), (gpointer) asked[i]);
  fixture->other = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->field));
  gtk_box_append (GTK_BOX (box), fixture->other);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (fixture->log, TRUE);
  g_free (fixture->committed);
  g_clear_pointer (&fixture->pasted, g_ptr_array_unref);
}

/* What is on the screen. */
static char *
letters (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, FALSE);
}

static void
assert_letters (Fixture *fixture, const char *expected)
{
  g_autofree char *shown = letters (fixture);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_marked (Fixture *fixture, const char *expected)
{
  g_autofree char *text = gh_field_dup_text (GH_FIELD (fixture->field));

  g_assert_cmpstr (text, ==, expected);
}

/* As a key or an input method does. */
static void
type (Fixture *fixture, const char *text)
{
  gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
}

static void
caret_to (Fixture *fixture, int letter)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, letter);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
}

static int
caret (Fixture *fixture)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &iter,
                                    gtk_text_buffer_get_insert (fixture->buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
select_letters (Fixture *fixture, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, to);
  gtk_text_buffer_select_range (fixture->buffer, &end, &start);
}

static void
press (Fixture *fixture, const char *signal)
{
  g_signal_emit_by_name (fixture->view, signal);
}

static void
move (Fixture *fixture, GtkMovementStep step, int count)
{
  g_signal_emit_by_name (fixture->view, "move-cursor", step, count, FALSE);
}

/* Runs the main loop until @done; a broken program is told by the limit. */
#define WAIT_FOR(done)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 wait_end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;                           \
    while (!(done) && g_get_monotonic_time () < wait_end)                                          \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

/* --- showing --------------------------------------------------------------------------------- */

static void
test_shown (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "**Năm** {{year}}: *{{theme}}*, {{unknown}}, 5 * 3");
  assert_letters (fixture, "Năm 2027: Giọt hồng, {{unknown}}, 5 * 3");
  assert_marked (fixture, "**Năm** {{year}}: *{{theme}}*, {{unknown}}, 5 * 3");

  /* The data change, the text does not. */
  fixture->year = "2028 – 2029";
  caret_to (fixture, 9);
  gh_field_show (GH_FIELD (fixture->field), "**Năm** {{year}}: *{{theme}}*, {{unknown}}, 5 * 3");
  assert_letters (fixture, "Năm 2028 – 2029: Giọt hồng, {{unknown}}, 5 * 3");
  g_assert_cmpint (caret (fixture), ==, 16);
  assert_marked (fixture, "**Năm** {{year}}: *{{theme}}*, {{unknown}}, 5 * 3");
  fixture->year = "7";
  gh_field_show (GH_FIELD (fixture->field), "**Năm** {{year}}: *{{theme}}*, {{unknown}}, 5 * 3");
  assert_letters (fixture, "Năm 7: Giọt hồng, {{unknown}}, 5 * 3");
  gh_field_flush (GH_FIELD (fixture->field));
  g_assert_cmpint (fixture->n_committed, ==, 0);
}

/* Byte by byte what was stored, whatever it is. */
static void
test_round_trip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pieces[] = { "a",     "ệ",   "🩸",     " ",         "*",
                                        "**",    "***", "{{year}}", "{{theme}}", "{{",
                                        "}}",    "1",   "“",        "máu",       "{{ year }}",
                                        "{{x}}", ".",   "\xC2\xA0", "e\xCC\x82" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 1500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      gh_field_show (GH_FIELD (fixture->field), text->str);
      assert_marked (fixture, text->str);
    }
  gh_field_flush (GH_FIELD (fixture->field));
  g_assert_cmpint (fixture->n_committed, ==, 0);
}

/* --- typing ---------------------------------------------------------------------------------- */

static void
test_typed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "Đạt **350** đơn vị");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->field));
  caret_to (fixture, 7);
  type (fixture, "0");
  assert_marked (fixture, "Đạt **3500** đơn vị");
  caret_to (fixture, 0);
  type (fixture, "Cần ");
  WAIT_FOR (fixture->n_committed > 0);
  g_assert_cmpstr (fixture->committed, ==, "Cần Đạt **3500** đơn vị");
  /* What the owner makes of it waits until the keyboard has left. */
  gh_field_show (GH_FIELD (fixture->field), "Cần đạt **3500** đơn vị");
  gtk_widget_grab_focus (fixture->other);
  assert_letters (fixture, "Cần đạt 3500 đơn vị");
}

/* Nothing is saved in the middle of a syllable. */
static void
test_composing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 end;

  gh_field_show (GH_FIELD (fixture->field), "");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->field));
  type (fixture, "m");
  g_signal_emit_by_name (fixture->view, "preedit-changed", "á");
  end = g_get_monotonic_time () + 900 * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpint (fixture->n_committed, ==, 0);
  g_signal_emit_by_name (fixture->view, "preedit-changed", "");
  type (fixture, "áu");
  WAIT_FOR (fixture->n_committed > 0);
  g_assert_cmpstr (fixture->committed, ==, "máu");
}

static void
test_quotes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "");
  for (const char *p = "\"Giot\", (\"hong\") "; *p != '\0'; p++)
    {
      char letter[] = { *p, '\0' };

      type (fixture, letter);
    }
  assert_letters (fixture, "“Giot”, (“hong”) ");
  g_assert_false (gh_rich_field_undo_quote (fixture->field));
  type (fixture, "\"");
  g_assert_true (gh_rich_field_undo_quote (fixture->field));
  assert_letters (fixture, "“Giot”, (“hong”) \"");
  g_assert_false (gh_rich_field_undo_quote (fixture->field));
  type (fixture, "\"");
  caret_to (fixture, 2);
  g_assert_false (gh_rich_field_undo_quote (fixture->field));
}

static void
test_styles (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *field = GTK_WIDGET (fixture->field);

  gh_field_show (GH_FIELD (fixture->field), "");
  type (fixture, "mot ");
  gtk_widget_activate_action (field, "rich.bold", NULL);
  g_assert_true (gh_rich_field_is_bold (fixture->field));
  type (fixture, "d");
  /* An input method makes "đ" of "dd": it takes the letter away and gives another. */
  press (fixture, "backspace");
  type (fixture, "đ");
  type (fixture, "ai");
  gtk_widget_activate_action (field, "rich.bold", NULL);
  type (fixture, " ba");
  assert_marked (fixture, "mot **đai** ba");
  select_letters (fixture, 0, 3);
  gtk_widget_activate_action (field, "rich.italic", NULL);
  g_assert_true (gh_rich_field_is_italic (fixture->field));
  assert_marked (fixture, "*mot* **đai** ba");
  gtk_widget_activate_action (field, "rich.italic", NULL);
  assert_marked (fixture, "mot **đai** ba");
  gh_field_flush (GH_FIELD (fixture->field));
  g_assert_cmpstr (fixture->committed, ==, "mot **đai** ba");
  /* Marks that are typed as letters are shown as what they mean once the keyboard has left. */
  gtk_widget_grab_focus (field);
  gh_field_show (GH_FIELD (fixture->field), "");
  gtk_widget_grab_focus (fixture->other);
  gtk_widget_grab_focus (field);
  type (fixture, "**đậm** {{year}}");
  gh_field_flush (GH_FIELD (fixture->field));
  gh_field_show (GH_FIELD (fixture->field), "**đậm** {{year}}");
  assert_letters (fixture, "**đậm** {{year}}");
  gtk_widget_grab_focus (fixture->other);
  assert_letters (fixture, "đậm 2027");
}

static void
test_frozen (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "a {{year}}");
  gh_field_set_editable (GH_FIELD (fixture->field), FALSE);
  caret_to (fixture, 6);
  press (fixture, "backspace");
  gtk_widget_activate_action (GTK_WIDGET (fixture->field), "rich.bold", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->field), "rich.field", "s", "theme");
  caret_to (fixture, 0);
  press (fixture, "backspace");
  assert_marked (fixture, "a {{year}}");
  g_assert_cmpstr (fixture->log->str, ==, "");
}

/* --- chips ----------------------------------------------------------------------------------- */

static void
test_chips (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "a {{year}} b");
  /* The caret goes over it in one step, whichever way. */
  caret_to (fixture, 2);
  move (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  g_assert_cmpint (caret (fixture), ==, 6);
  move (fixture, GTK_MOVEMENT_VISUAL_POSITIONS, -1);
  g_assert_cmpint (caret (fixture), ==, 2);
  caret_to (fixture, 8);
  caret_to (fixture, 5);
  g_assert_cmpint (caret (fixture), ==, 2);
  /* Nothing is typed into it; beside it letters are letters. */
  caret_to (fixture, 6);
  type (fixture, "x");
  assert_marked (fixture, "a {{year}}x b");
  caret_to (fixture, 2);
  type (fixture, "y");
  assert_marked (fixture, "a y{{year}}x b");
  /* Backspace and Delete take it whole. */
  caret_to (fixture, 7);
  press (fixture, "backspace");
  assert_marked (fixture, "a yx b");
  gh_field_show (GH_FIELD (fixture->field), "{{year}}{{theme}}");
  caret_to (fixture, 0);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_marked (fixture, "{{theme}}");
  assert_letters (fixture, "Giọt hồng");
}

static void
test_insert_field (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *field = GTK_WIDGET (fixture->field);

  gh_field_show (GH_FIELD (fixture->field), "Năm **nay**");
  caret_to (fixture, 7);
  gtk_widget_activate_action (field, "rich.field", "s", "year");
  assert_marked (fixture, "Năm **nay{{year}}**");
  assert_letters (fixture, "Năm nay2027");
  /* Over what is selected, and over braces that were typed. */
  select_letters (fixture, 4, 7);
  gtk_widget_activate_action (field, "rich.field", "s", "theme");
  assert_marked (fixture, "Năm **{{theme}}{{year}}**");
  caret_to (fixture, 4);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, " ", 1);
  caret_to (fixture, 4);
  type (fixture, "{");
  type (fixture, "{");
  gtk_widget_activate_action (field, "rich.field", "s", "year");
  assert_marked (fixture, "Năm {{year}} **{{theme}}{{year}}**");
}

/* --- keys that leave the text ---------------------------------------------------------------- */

static void
test_keys (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "ab **cd**");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->field));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)) &&
            gtk_widget_get_height (GTK_WIDGET (fixture->view)) > 0);
  caret_to (fixture, 3);
  type (fixture, "\n");
  WAIT_FOR (strstr (fixture->log->str, "split 3;") != NULL);
  assert_marked (fixture, "ab **cd**");
  caret_to (fixture, 5);
  type (fixture, "\n");
  WAIT_FOR (strstr (fixture->log->str, "split 9;") != NULL);
  g_string_truncate (fixture->log, 0);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  move (fixture, GTK_MOVEMENT_DISPLAY_LINES, -1);
  move (fixture, GTK_MOVEMENT_DISPLAY_LINES, 1);
  caret_to (fixture, 0);
  press (fixture, "backspace");
  g_assert_cmpstr (fixture->log->str, ==, "join-after;leave-up;leave-down;join-before;");
  /* With something selected the keys are about that. */
  g_string_truncate (fixture->log, 0);
  select_letters (fixture, 0, 2);
  press (fixture, "backspace");
  assert_marked (fixture, " **cd**");
  g_assert_cmpstr (fixture->log->str, ==, "");
}

/* What was typed is committed before the owner is asked to split. */
static void
test_committed_first (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "a");
  caret_to (fixture, 1);
  type (fixture, "b");
  type (fixture, "\n");
  WAIT_FOR (fixture->log->len > 0);
  g_assert_cmpstr (fixture->committed, ==, "ab");
  g_assert_cmpstr (fixture->log->str, ==, "split 2;");
}

/* --- clipboard ------------------------------------------------------------------------------- */

static void
offer_html (Fixture *fixture, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), provider);
}

static gboolean
says (Fixture *fixture, const char *expected)
{
  g_autofree char *text = gh_field_dup_text (GH_FIELD (fixture->field));

  return strcmp (text, expected) == 0;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_autofree char *text = NULL;

  gh_field_show (GH_FIELD (fixture->field), "Năm {{year}} **là** x");
  select_letters (fixture, 0, 11);
  press (fixture, "copy-clipboard");
  /* To others it is text … */
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  WAIT_FOR (text != NULL);
  g_assert_cmpstr (text, ==, "Năm 2027 là");
  /* … to us a field and bold letters. */
  caret_to (fixture, 13);
  press (fixture, "paste-clipboard");
  WAIT_FOR (says (fixture, "Năm {{year}} **là** xNăm {{year}} **là**"));
  select_letters (fixture, 0, 13);
  press (fixture, "cut-clipboard");
  assert_marked (fixture, "Năm {{year}} **là**");
}

static void
test_paste_html (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gh_field_show (GH_FIELD (fixture->field), "đầu  cuối");
  caret_to (fixture, 4);
  offer_html (fixture, "<p><b>đậm</b> và <font color=red>đỏ</font></p>");
  press (fixture, "paste-clipboard");
  WAIT_FOR (says (fixture, "đầu **đậm** và đỏ cuối"));
  /* Several paragraphs are the owner's; what is selected is told. */
  select_letters (fixture, 0, 3);
  offer_html (fixture, "<p>một</p><ul><li>hai</ul>");
  press (fixture, "paste-clipboard");
  WAIT_FOR (fixture->pasted != NULL);
  g_assert_cmpstr (fixture->log->str, ==, "paste 2 0-6;");
  g_assert_cmpstr (((const GhBlock *) fixture->pasted->pdata[1])->text, ==, "hai");
  assert_marked (fixture, "đầu **đậm** và đỏ cuối");
  /* Where there is nobody to take them they become one line. */
  fixture->handles = FALSE;
  press (fixture, "paste-clipboard");
  WAIT_FOR (says (fixture, "một hai **đậm** và đỏ cuối"));
}

static void
test_paste_text (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));

  gh_field_show (GH_FIELD (fixture->field), "**a**");
  caret_to (fixture, 1);
  gdk_clipboard_set_text (clipboard, "5. me\xCC\x82\xE2\x80\x8B");
  press (fixture, "paste-clipboard");
  WAIT_FOR (says (fixture, "**a5. mê**"));
}

/* --- found ----------------------------------------------------------------------------------- */

static void
test_highlight (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextTag *match = gtk_text_tag_table_lookup (table, "match");
  GtkTextTag *current = gtk_text_tag_table_lookup (table, "current-match");
  GhFind find = { .text = "mau" };
  GtkTextIter iter;

  gh_field_show (GH_FIELD (fixture->field), "**máu** {{year}} máu");
  gh_rich_field_highlight (fixture->field, &find, 18);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 0);
  g_assert_true (gtk_text_iter_has_tag (&iter, match));
  g_assert_false (gtk_text_iter_has_tag (&iter, current));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 9);
  g_assert_true (gtk_text_iter_has_tag (&iter, match));
  g_assert_true (gtk_text_iter_has_tag (&iter, current));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 5);
  g_assert_false (gtk_text_iter_has_tag (&iter, match));
  gh_field_select (GH_FIELD (fixture->field), 18, 4);
  assert_marked (fixture, "**máu** {{year}} máu");
  g_assert_true (gtk_text_buffer_get_has_selection (fixture->buffer));
  g_assert_cmpint (caret (fixture), ==, 12);
  gh_rich_field_highlight (fixture->field, NULL, G_MAXSIZE);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 0);
  g_assert_false (gtk_text_iter_has_tag (&iter, match));
}

/* --- buttons --------------------------------------------------------------------------------- */

/* The keyboard is put into a text that comes to the screen only then. */
static void
test_bar_before_text (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *bar = g_object_new (GH_TYPE_RICH_BAR, NULL);
  GtkWidget *bold = gtk_widget_get_first_child (bar);

  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (fixture->window))), bar);
  gtk_widget_grab_focus (fixture->other);
  g_assert_false (gtk_widget_get_sensitive (bold));
  gtk_widget_set_visible (fixture->window, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_false (gtk_widget_get_sensitive (bold));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_get_sensitive (bold));
  gtk_widget_grab_focus (fixture->other);
  g_assert_false (gtk_widget_get_sensitive (bold));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "shown", test_shown },
    { "round-trip", test_round_trip },
    { "typed", test_typed },
    { "composing", test_composing },
    { "quotes", test_quotes },
    { "styles", test_styles },
    { "frozen", test_frozen },
    { "chips", test_chips },
    { "insert-field", test_insert_field },
    { "keys", test_keys },
    { "committed-first", test_committed_first },
    { "copy", test_copy },
    { "paste-html", test_paste_html },
    { "paste-text", test_paste_text },
    { "highlight", test_highlight },
    { "bar-before-text", test_bar_before_text },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/rich-field/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
