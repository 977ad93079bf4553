/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-list.h"

#include <glib/gi18n-lib.h>

#include "gh-plan-fill.h"
#include "gh-plan-list-part.h"
#include "gh-rich-field.h"
#include "gh-row-buttons.h"
#include "gh-toaster.h"

struct _GhPlanList
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */
  GhWorkspace *workspace;

  /* Borrowed */
  const GhListPart *part;
  GtkWidget *rows; /* box of the rows */
  GtkWidget *hint;
  GtkWidget *total;
  GtkWidget *add;

  GhRichFill fill;
  gboolean showing;
};

/* What a row knows: the id of its item, and where that stands in the list. */
typedef struct
{
  gint64 id;
  guint index;
} RowData;

enum
{
  PROP_0,
  PROP_PART,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GhPlanList, gh_plan_list, GTK_TYPE_WIDGET)

static RowData *
row_data (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "gh-row");
}

static guint
row_index (GtkWidget *row)
{
  return row_data (row)->index;
}

static const GhDossier *
dossier_of (GhPlanList *self)
{
  return self->workspace != NULL ? gh_workspace_get_dossier (self->workspace) : NULL;
}

static gint64
item_id (GhPlanList *self, const GhDossier *dossier, guint n)
{
  const gint64 *id = self->part->get_item (self->part, dossier, n);

  return id != NULL ? *id : 0;
}

/* Where the item of @row stands now, be it that the row has not been told; G_MAXUINT = it is gone.
 */
static guint
find_item (GhPlanList *self, GtkWidget *row)
{
  const GhDossier *dossier = dossier_of (self);
  const RowData *data = row_data (row);
  guint n = dossier != NULL ? self->part->count (dossier) : 0;

  for (guint i = 0; i < n; i++)
    if (item_id (self, dossier, i) == data->id)
      return i;
  return G_MAXUINT;
}

/* The row a widget stands in: the child of the box of rows. */
static GtkWidget *
row_of (GhPlanList *self, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != self->rows)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static GtkWidget *
find_row (GhPlanList *self, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && row_index (row) != index)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The nth text of a row, %NULL if there is none. */
static GhField *
field_of (GhPlanList *self, guint index, guint nth)
{
  GtkWidget *row = find_row (self, index);
  GtkWidget *child =
    row != NULL ? gtk_widget_get_first_child (gtk_widget_get_first_child (row)) : NULL;

  while (child != NULL && nth-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL && GH_IS_FIELD (child) ? GH_FIELD (child) : NULL;
}

/* Last argument of every signal that leads here is the list, first the widget. */
static void
commit_cb (GtkWidget *widget, gpointer detail G_GNUC_UNUSED, GhPlanList *self)
{
  GtkWidget *row = row_of (self, widget);
  guint index;

  if (self->showing || self->workspace == NULL || row == NULL)
    return;
  index = find_item (self, row);
  if (index != G_MAXUINT)
    self->part->commit (self->part, row, self->workspace, index);
}

static void
removed_cb (GtkWidget *button, GhPlanList *self)
{
  guint index = find_item (self, row_of (self, button));

  if (index != G_MAXUINT &&
      self->part->remove (self->part, GTK_WIDGET (self), self->workspace, index))
    gh_toast_undo (GTK_WIDGET (self), _(self->part->removed));
}

/* The keyboard goes along, so that one goes on moving. */
static void
step (GhPlanList *self, GtkWidget *button, int by)
{
  const GhDossier *dossier = dossier_of (self);
  GtkWidget *row = row_of (self, button);
  guint index = find_item (self, row);
  guint to = index + (guint) by; /* below 0 becomes more than there are */

  if (index == G_MAXUINT || to >= self->part->count (dossier))
    return;
  self->part->move (self->part, GTK_WIDGET (self), self->workspace, index, by);
  if (!gtk_widget_grab_focus (
        gh_row_buttons_get (row, by < 0 ? GH_ROW_BUTTON_UP : GH_ROW_BUTTON_DOWN)))
    gtk_widget_grab_focus (
      gh_row_buttons_get (row, by < 0 ? GH_ROW_BUTTON_DOWN : GH_ROW_BUTTON_UP));
}

static void
moved_up_cb (GtkWidget *button, GhPlanList *self)
{
  step (self, button, -1);
}

static void
moved_down_cb (GtkWidget *button, GhPlanList *self)
{
  step (self, button, 1);
}

/* The keyboard goes into a row, behind what stands in its first text. */
static void
enter_row (GhPlanList *self, guint index)
{
  GhField *field = field_of (self, index, 0);

  if (field != NULL && GH_IS_RICH_FIELD (field))
    gh_rich_field_place (GH_RICH_FIELD (field), G_MAXSIZE);
  else
    gh_plan_list_focus_row (self, index);
}

static void
added_cb (GhPlanList *self)
{
  const GhDossier *dossier;
  guint n;

  if (self->workspace == NULL)
    return;
  self->part->add (self->part, GTK_WIDGET (self), self->workspace);
  dossier = dossier_of (self);
  n = dossier != NULL ? self->part->count (dossier) : 0;
  if (n > 0)
    enter_row (self, n - 1);
}

gboolean
gh_plan_list_enter (GhPlanList *self, GhField *field)
{
  GtkWidget *row;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GH_IS_PLAN_LIST (self), FALSE);

  row = row_of (self, GTK_WIDGET (field));
  text = g_strstrip (gh_field_dup_text (field));
  if (row == NULL)
    return FALSE;
  if (gtk_widget_get_next_sibling (row) != NULL)
    enter_row (self, row_index (row) + 1);
  else if (*text != '\0' && gtk_widget_get_sensitive (self->add))
    added_cb (self);
  return TRUE;
}

static GtkWidget *
make_row (GhPlanList *self, gint64 id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  RowData *data = g_new0 (RowData, 1);

  data->id = id;
  g_object_set_data_full (G_OBJECT (row), "gh-row", data, g_free);
  gtk_widget_set_hexpand (fields, TRUE);
  gtk_box_append (GTK_BOX (row), fields);
  self->part->make_row (self->part, fields, G_CALLBACK (commit_cb), GTK_WIDGET (self));
  gh_row_buttons_add (row, self->part->move != NULL ? G_CALLBACK (moved_up_cb) : NULL,
                      G_CALLBACK (moved_down_cb), G_CALLBACK (removed_cb), self);
  return row;
}

static void
show_total (GhPlanList *self, const GhDossier *dossier, guint n)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->total, self->part->total != NULL && n > 0);
  if (self->part->total == NULL || n == 0)
    return;
  text = self->part->total (dossier);
  gtk_label_set_text (GTK_LABEL (self->total), text);
}

/* The keyboard goes to the row before, or to where a row can be added. */
static void
remove_row (GhPlanList *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *before = gtk_widget_get_prev_sibling (row);

  if (focus != NULL && gtk_widget_is_ancestor (focus, row))
    gtk_widget_grab_focus (before != NULL ? gh_row_buttons_get (before, GH_ROW_BUTTON_REMOVE)
                                          : self->add);
  gtk_box_remove (GTK_BOX (self->rows), row);
}

/* The rows there are, by the id of their item. */
static GHashTable *
index_rows (GhPlanList *self)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_hash_table_insert (rows, &row_data (row)->id, row);
  return rows;
}

/* Rows follow their items, so that what is being typed goes to the one it is meant for, whoever
 * moves or removes others meanwhile. */
static void
show_rows (GhPlanList *self, const GhDossier *dossier, guint n, gboolean open)
{
  g_autoptr (GHashTable) rows = index_rows (self);
  GtkWidget *before = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < n; i++)
    {
      gint64 id = item_id (self, dossier, i);
      GtkWidget *row = g_hash_table_lookup (rows, &id);

      if (row == NULL)
        {
          row = make_row (self, id);
          gtk_box_insert_child_after (GTK_BOX (self->rows), row, before);
        }
      else if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, before);
      row_data (row)->index = i;
      self->part->show_row (gtk_widget_get_first_child (row), dossier, i);
      gh_row_buttons_show (row, i, n, open);
      before = row;
    }
  while ((rest = before != NULL ? gtk_widget_get_next_sibling (before)
                                : gtk_widget_get_first_child (self->rows)) != NULL)
    remove_row (self, rest);
}

void
gh_plan_list_show (GhPlanList *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;
  gboolean open;
  guint n;

  g_return_if_fail (GH_IS_PLAN_LIST (self));

  g_set_object (&self->workspace, workspace);
  dossier = dossier_of (self);
  n = dossier != NULL ? self->part->count (dossier) : 0;
  open = dossier != NULL && self->part->is_open (dossier);
  self->showing = TRUE;
  show_rows (self, dossier, n, open);
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->add, open);
  gtk_widget_set_visible (self->hint, n == 0);
  show_total (self, dossier, n);
}

const GhRichFill *
gh_plan_list_get_fill (GhPlanList *self)
{
  g_return_val_if_fail (GH_IS_PLAN_LIST (self), NULL);

  return &self->fill;
}

void
gh_plan_list_focus_row (GhPlanList *self, guint index)
{
  GtkWidget *row;

  g_return_if_fail (GH_IS_PLAN_LIST (self));

  row = find_row (self, index);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

void
gh_plan_list_select (GhPlanList *self, guint index, guint nth, gsize start, gsize length)
{
  GhField *field;

  g_return_if_fail (GH_IS_PLAN_LIST (self));

  field = field_of (self, index, nth);
  if (field != NULL)
    gh_field_select (field, start, length);
  else
    gh_plan_list_focus_row (self, index);
}

void
gh_plan_list_mark (GhPlanList *self, guint index, guint nth, gsize start, gsize length)
{
  GhField *field;

  g_return_if_fail (GH_IS_PLAN_LIST (self));

  field = field_of (self, index, nth);
  if (field != NULL)
    gh_field_mark (field, start, length);
}

static void
gh_plan_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  static const GhListPart *const parts[] = { &gh_list_part_awards, &gh_list_part_bases,
                                             &gh_list_part_budget, &gh_list_part_recipients,
                                             &gh_list_part_targets };
  GhPlanList *self = GH_PLAN_LIST (object);

  switch (id)
    {
    case PROP_PART:
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        if (g_strcmp0 (g_value_get_string (value), parts[i]->name) == 0)
          self->part = parts[i];
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_plan_list_constructed (GObject *object)
{
  GhPlanList *self = GH_PLAN_LIST (object);
  GtkWidget *title;

  G_OBJECT_CLASS (gh_plan_list_parent_class)->constructed (object);
  g_return_if_fail (self->part != NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  title = gtk_label_new (_(self->part->title));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  self->hint = gtk_label_new (_(self->part->hint));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->total = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->total), 0);
  gtk_label_set_wrap (GTK_LABEL (self->total), TRUE);
  gtk_widget_add_css_class (self->total, "strong");
  self->add = gtk_button_new_with_mnemonic (_(self->part->add_label));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (added_cb), self);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->total);
  gtk_box_append (GTK_BOX (self->box), self->add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
gh_plan_list_dispose (GObject *object)
{
  GhPlanList *self = GH_PLAN_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_plan_list_parent_class)->dispose (object);
}

static void
gh_plan_list_class_init (GhPlanListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = gh_plan_list_constructed;
  object_class->set_property = gh_plan_list_set_property;
  object_class->dispose = gh_plan_list_dispose;

  properties[PROP_PART] = g_param_spec_string (
    "part", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_plan_list_init (GhPlanList *self)
{
  self->fill = gh_plan_fill (&self->workspace);
}
