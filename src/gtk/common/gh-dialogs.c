/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-dialogs.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-label.h"
#include "gh-sandbox.h"
#include "gh-text.h"

const GhFileType gh_file_types_workspace[] = {
  { N_("Giọt Hồng workspace (.giothong)"), "giothong" },
  { NULL, NULL },
};

const GhFileType gh_file_types_plan[] = {
  { N_("Plan (.docx, .odt, .txt)"), "docx odt txt md" },
  { NULL, NULL },
};

const GhFileType gh_file_types_table[] = {
  { N_("Table (.xlsx, .csv)"), "xlsx csv" },
  { NULL, NULL },
};

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- messages and questions ------------------------------------------------------------------ */

typedef struct
{
  /* Owned */
  GtkWidget *widget;
  gpointer user_data;
  GDestroyNotify destroy;

  GhDialogAnswered answered;
  gboolean done;
} Question;

static void
question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_object_unref (question->widget);
  g_free (question);
}

static void
question_answer (Question *question, int button)
{
  if (question->done)
    return;
  question->done = TRUE;
  if (question->answered != NULL)
    question->answered (question->widget, button, question->user_data);
}

static gboolean
question_closed_cb (GtkWindow *window G_GNUC_UNUSED, Question *question)
{
  question_answer (question, -1);
  return FALSE;
}

static void
button_clicked_cb (GtkButton *button, Question *question)
{
  /* The answer may close the window that this one belongs to. */
  g_autoptr (GtkWindow) window = g_object_ref (find_window (GTK_WIDGET (button)));
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "gh-index"));

  question_answer (question, index);
  gtk_window_destroy (window);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

GtkWidget *
gh_dialog_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

static void
append_buttons (GtkWindow *window,
                GtkWidget *content,
                const char *const *labels,
                gboolean destructive,
                Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (content), box); /* a window forgets a focus that is not in it yet */
  for (int i = 0; labels[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (labels[i]);
      gboolean last = labels[i + 1] == NULL;

      g_object_set_data (G_OBJECT (button), "gh-index", GINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), question);
      if (last && i > 0)
        gtk_widget_add_css_class (button, destructive ? "destructive-action" : "suggested-action");
      gtk_box_append (GTK_BOX (box), button);
      if (destructive ? i == 0 : last)
        gtk_window_set_focus (window, button);
    }
}

void
gh_dialog_close_on_escape (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/* A screen reader says the body with the heading, though the keyboard is on a button. A label that
 * is only not focusable swallows the Tab of its window in GTK 4.8, and no button gets the keyboard.
 */
static void
append_body (GtkWidget *window, GtkWidget *box, const char *body)
{
  GtkWidget *label = gh_dialog_label_new (body, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  body, -1);
}

void
gh_dialog_ask (GtkWidget *widget,
               const char *heading,
               const char *body,
               const char *const *buttons,
               gboolean destructive,
               GhDialogAnswered answered,
               gpointer user_data,
               GDestroyNotify destroy)
{
  GtkWidget *window;
  GtkWidget *box;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (heading != NULL && buttons != NULL && buttons[0] != NULL);

  window =
    g_object_new (GTK_TYPE_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT_DIALOG, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->answered = answered;
  question->user_data = user_data;
  question->destroy = destroy;

  gtk_window_set_title (GTK_WINDOW (window), heading);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), find_window (widget));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_widget_add_css_class (window, "message");

  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), gh_dialog_label_new (heading, "section-title"));
  if (body != NULL)
    append_body (window, box, body);
  gtk_window_set_child (GTK_WINDOW (window), box);
  append_buttons (GTK_WINDOW (window), box, buttons, destructive, question);
  g_signal_connect_data (window, "close-request", G_CALLBACK (question_closed_cb), question,
                         question_free, 0);
  gh_dialog_close_on_escape (GTK_WINDOW (window));
  gh_names_mend (window);
  gtk_window_present (GTK_WINDOW (window));
}

void
gh_dialog_message (GtkWidget *widget, const char *heading, const char *body)
{
  const char *buttons[] = { _("_Close"), NULL };

  gh_dialog_ask (widget, heading, body, buttons, FALSE, NULL, NULL, NULL);
}

void
gh_dialog_error (GtkWidget *widget, const char *heading, const GError *error)
{
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gh_dialog_message (widget, heading, error->message);
}

/* --- files ------------------------------------------------------------------------------------ */

typedef struct
{
  /* Owned */
  GtkWidget *widget;
  GtkFileChooserNative *chooser;

  const GhFileType *types;
  GhFileChosen chosen;
  gpointer user_data;
  gboolean save;
} Choice;

static void
choice_free (Choice *choice)
{
  g_signal_handlers_disconnect_by_data (choice->widget, choice);
  g_object_unref (choice->widget);
  g_object_unref (choice->chooser);
  g_free (choice);
}

static gboolean
has_suffix_of (const char *name, const char *suffixes)
{
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);
  g_autofree char *folded = gh_text_fold (name);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", list[i], NULL);

      if (g_str_has_suffix (folded, ending))
        return TRUE;
    }
  return FALSE;
}

gboolean
gh_file_types_match (const GhFileType *types, const char *name)
{
  for (; types->name != NULL; types++)
    if (has_suffix_of (name, types->suffixes))
      return TRUE;
  return FALSE;
}

/* The file that was meant: with the first suffix of the chosen type, if the name has none we know.
 */
static GFile *
complete_name (Choice *choice, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (choice->chooser));
  const char *suffixes =
    filter != NULL ? g_object_get_data (G_OBJECT (filter), "gh-suffixes") : NULL;
  g_auto (GStrv) list = g_strsplit (suffixes != NULL ? suffixes : choice->types->suffixes, " ", 2);
  g_autofree char *complete = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (gh_file_types_match (choice->types, name) || folder == NULL)
    return g_object_ref (file);
  complete = g_strdup_printf ("%s.%s", name, list[0]);
  return g_file_get_child (folder, complete);
}

static void
overwrite_answered (GtkWidget *widget G_GNUC_UNUSED, int button, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->chooser));
  g_autoptr (GFile) complete = complete_name (choice, file);

  if (button == 1)
    choice->chosen (choice->widget, complete, choice->user_data);
}

/* Whoever asked has gone, and what the answer is for with it. */
static void
asker_destroyed_cb (Choice *choice)
{
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (choice->chooser));
  choice_free (choice);
}

/* The chooser asks about the name as typed; with a suffix added it is another file. */
static void
ask_overwrite (Choice *choice, GFile *file)
{
  const char *buttons[] = { _("_Cancel"), _("_Replace"), NULL };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = g_strdup_printf (
    /* Translators: %s is a file name */
    _("Replace the file “%s”?"), name);

  /* From here on the question keeps the choice, and goes with the window. */
  g_signal_handlers_disconnect_by_func (choice->widget, asker_destroyed_cb, choice);
  gh_dialog_ask (choice->widget, heading, _("A file of this name is there already."), buttons,
                 TRUE, overwrite_answered, choice, (GDestroyNotify) choice_free);
}

static gboolean
is_portal (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL && gh_sandbox_is_portal (path);
}

/* The portal lets this one name be written, and no other. */
static void
ask_ending (const Choice *choice, GFile *complete)
{
  g_autofree char *name = g_file_get_basename (complete);
  g_autofree char *body = g_strdup_printf (
    /* Translators: %s is a file name with its ending, such as "plan.docx" */
    _("The program cannot add it here. Choose again and call the file “%s”."), name);

  gh_dialog_message (choice->widget, _("The name lacks its ending"), body);
}

/* A place of the network that the system does not show as a folder. */
static gboolean
refuse_without_path (const Choice *choice, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    gh_dialog_message (
      choice->widget, _("The program cannot reach this place"),
      _("It is not in a folder of this computer. Choose a folder of this computer; "
        "a file that lies elsewhere has to be copied here first."));
  return path == NULL;
}

static void
response_cb (GtkNativeDialog *dialog G_GNUC_UNUSED, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) complete = NULL;

  file = response == GTK_RESPONSE_ACCEPT
           ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->chooser))
           : NULL;
  if (file == NULL || refuse_without_path (choice, file))
    {
      choice_free (choice);
      return;
    }
  if (!choice->save)
    {
      choice->chosen (choice->widget, file, choice->user_data);
      choice_free (choice);
      return;
    }
  complete = complete_name (choice, file);
  if (!g_file_equal (file, complete) && is_portal (file))
    {
      ask_ending (choice, complete);
      choice_free (choice);
      return;
    }
  if (!g_file_equal (file, complete) && g_file_query_exists (complete, NULL))
    {
      ask_overwrite (choice, complete);
      return;
    }
  choice->chosen (choice->widget, complete, choice->user_data);
  choice_free (choice);
}

static void
add_filters (GtkFileChooser *chooser, const GhFileType *types)
{
  for (; types->name != NULL; types++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_auto (GStrv) suffixes = g_strsplit (types->suffixes, " ", -1);

      gtk_file_filter_set_name (filter, _(types->name));
      for (guint i = 0; suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
      g_object_set_data (G_OBJECT (filter), "gh-suffixes", (gpointer) types->suffixes);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
choose (GtkWidget *widget,
        const char *title,
        const char *name,
        const GhFileType *types,
        GhFileChosen chosen,
        gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);
  gboolean save = name != NULL;

  choice->widget = g_object_ref (widget);
  choice->types = types;
  choice->chosen = chosen;
  choice->user_data = user_data;
  choice->save = save;
  choice->chooser = gtk_file_chooser_native_new (
    title, find_window (widget), save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
    save ? _("_Save") : _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (choice->chooser), types);
  if (save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choice->chooser), name);
  g_signal_connect (choice->chooser, "response", G_CALLBACK (response_cb), choice);
  g_signal_connect_swapped (widget, "destroy", G_CALLBACK (asker_destroyed_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}

void
gh_dialog_open_file (GtkWidget *widget,
                     const char *title,
                     const GhFileType *types,
                     GhFileChosen chosen,
                     gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (types != NULL && chosen != NULL);

  choose (widget, title, NULL, types, chosen, user_data);
}

void
gh_dialog_save_file (GtkWidget *widget,
                     const char *title,
                     const char *name,
                     const GhFileType *types,
                     GhFileChosen chosen,
                     gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (types != NULL && chosen != NULL && name != NULL);

  choose (widget, title, name, types, chosen, user_data);
}
