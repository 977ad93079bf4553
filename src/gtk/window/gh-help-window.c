/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-help-window.h"

#include <glib/gi18n-lib.h>

struct _GhHelpWindow
{
  GtkWindow parent_instance;

  /* Template children */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (GhHelpWindow, gh_help_window, GTK_TYPE_WINDOW)

typedef struct
{
  const char *name;
  const char *title; /* untranslated */
  const char *text;  /* untranslated; paragraphs parted by empty lines */
} Topic;

static const Topic topics[] = {
  { "start",
    N_("First steps"),
      N_("A workspace is one file that holds everything of a committee: units, plans, quotas, the "
       "calendar and results of every year. It can be carried on a USB stick.\n\n"
       "Begin with “New campaign” and choose a template, or import last year’s plan from Word: it "
       "is read and shown line by line, and only what you tick is taken over.\n\n"
       "There is no Save. Every change is on the disk at once, and Ctrl+Z takes it back, even after "
       "the program was closed.") },
    { "overview",
      N_("Overview"),
        N_("Four figures say how far the campaign is: the target, what has been assigned to units, who "
       "has registered and what has been received. The mark on a bar is the time elapsed.\n\n"
       "“To do” lists what is overdue, then the next 14 days. Below “Progress by unit” the units "
       "that are furthest behind stand first. A click goes to the thing itself.") },
      { "plan", N_("Plan"),
                    N_("The outline is on the left, the text in the middle, the A4 page as it will be printed on "
       "the right. Figures taken from targets and quotas change by themselves.\n\n"
       "The strip below names what does not agree with the decree on documents, with the calendar "
       "or with itself. A click goes to the place.") },
        { "units", N_("Units and quotas"),
                       N_("Units stand as a tree. Type quotas into the cells (F2 edits, Enter goes down); the footer "
       "says at any moment how far the sum is from the target.\n\n"
       "“Allocate” shares a total out by headcount, by last year’s result, equally or by weight, and "
       "shows the outcome before anything is changed. A figure typed by hand is locked and stays.") },
          { "calendar",
            N_("Calendar"),
              N_("As a month or as a list. A date may be written as in any office: 27/02/2027, cuối tháng 02, "
       "Quý I/2027, trước ngày 01/02/2027. Dates without a day stand above the month.\n\n"
       "The small figure in a day is the lunar date; public holidays are tinted.") },
            { "reports", N_("Reports"),
                             N_("Each card is a document with a small picture of its first page. “Export” writes it as a "
       "file; “Open” on the message that follows shows it.\n\n"
       "Figures in Word, Excel and PDF are the same as on the screen, because they come from the "
       "same sums.") },
              { "safety", N_("Backups and USB sticks"),
                              N_("Once a day a copy of the file is put into the folder “backups” beside it. “Back up” in the "
       "main menu makes another wherever you like and verifies it.\n\n"
       "Work on a file in a folder of this computer, and keep only backups in OneDrive, Google "
       "Drive or Dropbox. If the program says that somebody else has the file open, agree first.") },
              };

static void
add_topic (GhHelpWindow *self, const Topic *topic)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_(topic->title));
  GtkWidget *text = gtk_label_new (_(topic->text));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "page-title");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 70);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "page-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_stack_add_titled (self->stack, scroller, topic->name, _(topic->title));
}

static void
gh_help_window_class_init (GhHelpWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/window/gh-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhHelpWindow, stack);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_help_window_init (GhHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic (self, &topics[i]);
}

void
gh_help_window_present (GtkWindow *parent, const char *topic)
{
  GhHelpWindow *self = g_object_new (GH_TYPE_HELP_WINDOW, "transient-for", parent, NULL);

  if (topic != NULL && gtk_stack_get_child_by_name (self->stack, topic) != NULL)
    gtk_stack_set_visible_child_name (self->stack, topic);
  gtk_window_present (GTK_WINDOW (self));
}
