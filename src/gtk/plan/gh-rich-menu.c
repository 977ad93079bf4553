/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-menu.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-live.h"
#include "gh-text.h"

struct _GhRichMenu
{
  GtkPopover parent_instance;

  /* Borrowed */
  GtkWidget *entry;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhRichMenu, gh_rich_menu, GTK_TYPE_POPOVER)

/* Of a row: what it stands for, and what it is found by. */
#define KEY  "gh-key"
#define FOLD "gh-fold"

/* (transfer full): what is looked for, be it typed as "year}}" */
static char *
dup_wanted (GhRichMenu *self)
{
  char *wanted = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strdelimit (wanted, "{}", ' ');
  return g_strstrip (wanted);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  g_autofree char *wanted = dup_wanted (user_data);

  return gh_text_contains_folded (g_object_get_data (G_OBJECT (row), FOLD), wanted);
}

/* The first one whose name begins with the words, or else has them. */
static GtkListBoxRow *
first_row (GhRichMenu *self)
{
  g_autofree char *wanted = dup_wanted (self);
  g_autofree char *wanted_fold = gh_text_fold (wanted);
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *fold = gh_text_fold (g_object_get_data (G_OBJECT (row), FOLD));

      if (!gtk_widget_get_child_visible (row))
        continue;
      if (g_str_has_prefix (fold, wanted_fold))
        return GTK_LIST_BOX_ROW (row);
      first = first != NULL ? first : row;
    }
  return first != NULL ? GTK_LIST_BOX_ROW (first) : NULL;
}

static void
row_activated_cb (GhRichMenu *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), KEY));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

/* The whole key, typed to its end. */
static GtkListBoxRow *
typed_row (GhRichMenu *self)
{
  g_autofree char *wanted = dup_wanted (self);

  if (!g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "}}"))
    return NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), KEY), wanted) == 0)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
searched_cb (GhRichMenu *self)
{
  GtkListBoxRow *typed = typed_row (self);

  if (typed != NULL)
    {
      row_activated_cb (self, typed);
      return;
    }
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_select_row (self->list, first_row (self));
}

static void
entered_cb (GhRichMenu *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
add_row (GhRichMenu *self, const GhLiveField *field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *name = gtk_label_new (field->name);
  GtkWidget *now = gtk_label_new (field->text);
  g_autofree char *said = g_strdup_printf ("%s: %s", field->name, field->text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (now), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (now), 28);
  gtk_widget_add_css_class (now, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), now);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (field->key), g_free);
  g_object_set_data_full (G_OBJECT (row), FOLD, g_strconcat (said, " ", field->key, NULL), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_append (self->list, row);
}

void
gh_rich_menu_open (GhRichMenu *self, const GhRichFill *fill)
{
  GtkWidget *row;
  g_autoptr (GPtrArray) fields = NULL;

  g_return_if_fail (GH_IS_RICH_MENU (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  fields = fill->list != NULL ? fill->list (fill->user_data) : NULL;
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    add_row (self, g_ptr_array_index (fields, i));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  searched_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

/* Down goes from the words to the list. */
static gboolean
key_pressed_cb (GhRichMenu *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
gh_rich_menu_class_init (GhRichMenuClass *class)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gh_rich_menu_init (GhRichMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Field to insert"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Field to insert"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Fields"), -1);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_widget_set_size_request (box, 380, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (searched_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
gh_rich_menu_new (void)
{
  return g_object_new (GH_TYPE_RICH_MENU, NULL);
}
