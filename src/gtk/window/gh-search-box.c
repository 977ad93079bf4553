/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-search-box.h"

#include <glib/gi18n-lib.h>

#include "gh-icon.h"
#include "gh-label.h"

#define MAX_RESULTS 30

struct _GhSearchBox
{
  GtkWidget parent_instance;

  /* Borrowed */
  GhWorkspace *workspace;

  /* Template children */
  GtkSearchEntry *entry;
  GtkPopover *popover;
  GtkListBox *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (GhSearchBox, gh_search_box, GTK_TYPE_WIDGET)

typedef struct
{
  const char *kind; /* of win.go-to */
  const char *icon;
  const char *name; /* untranslated */
} KindInfo;

static const KindInfo *
kind_info (GhFoundKind kind)
{
  static const KindInfo infos[] = {
    [GH_FOUND_UNIT] = { "unit", "gh-units-symbolic", N_("Unit") },
    [GH_FOUND_ACTIVITY] = { "activity", "gh-calendar-symbolic", N_("Activity") },
    [GH_FOUND_BLOCK] = { "block", "gh-plan-symbolic", N_("In the plan") },
    [GH_FOUND_RECIPIENT] = { "recipient", "gh-plan-symbolic", N_("Recipient") },
  };

  return &infos[kind];
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new_line (text, css_class);

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

/* "Activity · 17/01/2027": the store's detail of an activity is its ISO date. */
static char *
dup_detail (const GhFound *found)
{
  const char *kind = _(kind_info (found->kind)->name);
  const char *detail = found->detail != NULL ? found->detail : "";
  guint32 day = found->kind == GH_FOUND_ACTIVITY ? gh_day_parse_iso (detail) : 0;
  g_autofree char *date = day != 0 ? gh_day_format (day) : NULL;

  /* The number of an item is a bare "-". */
  if (*detail == '\0' || (g_ascii_ispunct (*detail) && detail[1] == '\0'))
    return g_strdup (kind);
  return g_strdup_printf ("%s · %s", kind, date != NULL ? date : detail);
}

static GtkWidget *
make_row (const GhFound *found)
{
  const KindInfo *info = kind_info (found->kind);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *detail = dup_detail (found);
  g_autofree char *accessible = g_strdup_printf ("%s, %s", found->title, detail);

  gtk_box_append (GTK_BOX (box), gh_icon_new (info->icon));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_text (found->title, NULL));
  gtk_box_append (GTK_BOX (texts), make_text (detail, "caption"));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, found->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  g_object_set_data (G_OBJECT (row), "gh-kind", (gpointer) info->kind);
  g_object_set_data_full (G_OBJECT (row), "gh-id", g_memdup2 (&found->id, sizeof found->id),
                          g_free);
  return row;
}

static void
show_results (GhSearchBox *self, const char *query)
{
  g_autoptr (GPtrArray) results = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  /* Nothing found and a file that cannot be read look the same here; edits report the latter. */
  results =
    gh_store_search (gh_workspace_get_store (self->workspace),
                     gh_workspace_get_campaign_id (self->workspace), query, MAX_RESULTS, NULL);
  for (guint i = 0; results != NULL && i < results->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (results, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), results == NULL || results->len == 0);
  gtk_popover_popup (self->popover);
}

static void
search_changed_cb (GhSearchBox *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->workspace == NULL || *query == '\0')
    gtk_popover_popdown (self->popover);
  else
    show_results (self, query);
}

static void
row_activated_cb (GhSearchBox *self, GtkListBoxRow *row)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "gh-kind");
  gint64 id = *(const gint64 *) g_object_get_data (G_OBJECT (row), "gh-id");

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", kind, id);
}

static void
entry_activated_cb (GhSearchBox *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    row_activated_cb (self, row);
}

/* The keyboard goes back into the entry: a popover that goes would hand it to the next button. */
static void
return_to_entry (GhSearchBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
stop_search_cb (GhSearchBox *self)
{
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return_to_entry (self);
}

static gboolean
list_key_pressed_cb (GhSearchBox *self, guint keyval)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (keyval == GDK_KEY_Escape)
    gtk_popover_popdown (self->popover);
  else if (keyval != GDK_KEY_Up || first == NULL || !gtk_widget_has_focus (GTK_WIDGET (first)))
    return FALSE;
  return_to_entry (self);
  return TRUE;
}

static gboolean
key_pressed_cb (GhSearchBox *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (keyval != GDK_KEY_Down || row == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
focus_left_cb (GhSearchBox *self)
{
  gtk_popover_popdown (self->popover);
}

void
gh_search_box_set_workspace (GhSearchBox *self, GhWorkspace *workspace)
{
  g_return_if_fail (GH_IS_SEARCH_BOX (self));

  self->workspace = workspace;
  gtk_widget_set_visible (GTK_WIDGET (self), workspace != NULL);
}

void
gh_search_box_start (GhSearchBox *self)
{
  g_return_if_fail (GH_IS_SEARCH_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
gh_search_box_dispose (GObject *object)
{
  GhSearchBox *self = GH_SEARCH_BOX (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_SEARCH_BOX);

  G_OBJECT_CLASS (gh_search_box_parent_class)->dispose (object);
}

static void
gh_search_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhSearchBox *self = GH_SEARCH_BOX (widget);
  GtkAllocation whole = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &whole, baseline);
  gtk_popover_present (self->popover);
}

static void
gh_search_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (GH_SEARCH_BOX (widget)->entry), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
gh_search_box_class_init (GhSearchBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_search_box_dispose;
  widget_class->measure = gh_search_box_measure;
  widget_class->size_allocate = gh_search_box_size_allocate;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/window/gh-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, GhSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, GhSearchBox, list);
  gtk_widget_class_bind_template_child (widget_class, GhSearchBox, nothing);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_child (widget_class, GhSearchBox, popover);
}

static void
gh_search_box_init (GhSearchBox *self)
{
  GtkEventController *focus;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  /* The popover is a child, so going into its list does not leave the search. */
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
