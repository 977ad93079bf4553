/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-row.h"

#include <glib/gi18n-lib.h>

#include "gh-icon.h"
#include "gh-label.h"

struct _GhRollRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *heading;
  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *where;
  GtkWidget *rule;
  GtkWidget *words;
  GtkWidget *icon;
  GtkWidget *note;

  gboolean showing; /* the tick is set by us */
};

G_DEFINE_FINAL_TYPE (GhRollRow, gh_roll_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gboolean
is_kept (const GhRollChange *change)
{
  return g_str_equal (change->before, change->after);
}

static const char *
after_text (const GhRollChange *change)
{
  return *change->after != '\0' ? change->after : "…";
}

char *
gh_roll_row_describe (const GhRollChange *change)
{
  g_autofree char *words = is_kept (change)
                             ? g_strdup (change->before)
                             : g_strdup_printf ("%s → %s", change->before, after_text (change));
  const char *look = change->look ? _("to be looked at") : "";

  return g_strdup_printf ("%s: %s%s%s%s%s", change->where, words, *change->note != '\0' ? ". " : "",
                          change->note, *look != '\0' ? ", " : "", look);
}

/* The words in their sentence: the old ones struck out, the new ones strong. */
static char *
make_markup (const GhRollChange *change)
{
  g_autofree char *ahead = NULL;
  g_autofree char *behind = NULL;

  gh_roll_change_excerpt (change, &ahead, &behind);
  if (is_kept (change))
    return g_markup_printf_escaped ("%s<b>%s</b>%s", ahead, change->before, behind);
  return g_markup_printf_escaped ("%s<s>%s</s> → <b>%s</b>%s", ahead, change->before,
                                  after_text (change), behind);
}

void
gh_roll_row_show_heading (GhRollRow *self, const char *text)
{
  g_return_if_fail (GH_IS_ROLL_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->heading), text);
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_widget_set_visible (self->box, FALSE);
}

void
gh_roll_row_show_change (GhRollRow *self, const GhRollChange *change)
{
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;
  gboolean choice;

  g_return_if_fail (GH_IS_ROLL_ROW (self));

  choice = change->kind != GH_ROLL_NOTE;
  markup = make_markup (change);
  name = gh_roll_row_describe (change);
  self->showing = TRUE;
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_visible (self->box, TRUE);
  gtk_widget_set_opacity (self->check, choice ? 1 : 0);
  gtk_widget_set_sensitive (self->check, choice);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), change->wanted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_label_set_text (GTK_LABEL (self->where), change->where);
  gtk_label_set_text (GTK_LABEL (self->rule), gh_roll_rule_name (change->rule));
  gtk_label_set_markup (GTK_LABEL (self->words), markup);
  gtk_label_set_text (GTK_LABEL (self->note),
                      *change->note != '\0' ? change->note : _("Please look at it."));
  gtk_widget_set_visible (self->note, *change->note != '\0' || change->look);
  gtk_widget_set_visible (self->icon, change->look);
  if (change->look)
    gtk_widget_add_css_class (self->note, "warning");
  else
    gtk_widget_remove_css_class (self->note, "warning");
  self->showing = FALSE;
}

static void
toggled_cb (GhRollRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
gh_roll_row_dispose (GObject *object)
{
  GhRollRow *self = GH_ROLL_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_roll_row_parent_class)->dispose (object);
}

static void
gh_roll_row_class_init (GhRollRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_roll_row_dispose;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rollrow");
}

static GtkWidget *
make_texts (GhRollRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->where = gh_label_new_line ("", "caption");
  gtk_widget_set_hexpand (self->where, TRUE);
  self->rule = gtk_label_new ("");
  gtk_widget_add_css_class (self->rule, "caption");
  self->icon = gh_icon_new ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->icon, "warning");
  gtk_box_append (GTK_BOX (head), self->icon);
  gtk_box_append (GTK_BOX (head), self->where);
  gtk_box_append (GTK_BOX (head), self->rule);
  self->words = gh_label_new ("", NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  self->note = gh_label_new ("", "caption");
  gtk_box_append (GTK_BOX (texts), head);
  gtk_box_append (GTK_BOX (texts), self->words);
  gtk_box_append (GTK_BOX (texts), self->note);
  gtk_widget_set_hexpand (texts, TRUE);
  return texts;
}

static void
gh_roll_row_init (GhRollRow *self)
{
  self->heading = gh_label_new_line ("", "section-title");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->check = gtk_check_button_new ();
  /* The arrows go from row to row. A check box that is only not focusable says in GTK 4.8 that it
   * took the keyboard, and Tab stays where it is. */
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_box_append (GTK_BOX (self->box), make_texts (self));
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
gh_roll_row_new (void)
{
  return g_object_new (GH_TYPE_ROLL_ROW, NULL);
}
