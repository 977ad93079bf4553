/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-list.h"

#include <glib/gi18n-lib.h>

#include "gh-field.h"
#include "gh-plan-list-part.h"
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

  gboolean showing;
};

enum
{
  PROP_0,
  PROP_PART,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GhPlanList, gh_plan_list, GTK_TYPE_WIDGET)

/* The buttons of a row, from its end. */
typedef enum
{
  BUTTON_REMOVE,
  BUTTON_DOWN,
  BUTTON_UP,
} RowButton;

static guint
row_index (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "gh-index"));
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

/* Last argument of every signal that leads here is the list, first the widget. */
static void
commit_cb (GtkWidget *widget, gpointer detail G_GNUC_UNUSED, GhPlanList *self)
{
  GtkWidget *row = row_of (self, widget);

  if (self->showing || self->workspace == NULL || row == NULL)
    return;
  self->part->commit (self->part, row, self->workspace, row_index (row));
}

static void
removed_cb (GtkWidget *button, GhPlanList *self)
{
  if (self->part->remove (self->part, GTK_WIDGET (self), self->workspace,
                          row_index (row_of (self, button))))
    gh_toast_undo (GTK_WIDGET (self), _ (self->part->removed));
}

/* The nth button behind the fields of a row, from the end. */
static GtkWidget *
row_button (GtkWidget *row, RowButton which)
{
  GtkWidget *button = gtk_widget_get_last_child (row);

  while (which-- > 0)
    button = gtk_widget_get_prev_sibling (button);
  return button;
}

/* The keyboard goes along, so that one goes on moving. */
static void
step (GhPlanList *self, GtkWidget *button, int by)
{
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  guint index = row_index (row_of (self, button));
  guint to = index + (guint) by; /* below 0 becomes more than there are */
  GtkWidget *row;

  if (dossier == NULL || to >= self->part->count (dossier))
    return;
  self->part->move (self->part, GTK_WIDGET (self), self->workspace, index, by);
  row = find_row (self, to);
  if (row != NULL && !gtk_widget_grab_focus (row_button (row, by < 0 ? BUTTON_UP : BUTTON_DOWN)))
    gtk_widget_grab_focus (row_button (row, by < 0 ? BUTTON_DOWN : BUTTON_UP));
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

static void
added_cb (GhPlanList *self)
{
  const GhDossier *dossier;
  guint n;

  if (self->workspace == NULL)
    return;
  self->part->add (self->part, GTK_WIDGET (self), self->workspace);
  dossier = gh_workspace_get_dossier (self->workspace);
  n = dossier != NULL ? self->part->count (dossier) : 0;
  if (n > 0)
    gh_plan_list_focus_row (self, n - 1);
}

static GtkWidget *
make_button (const char *icon, const char *name, GCallback clicked, GhPlanList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_row (GhPlanList *self, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (fields, TRUE);
  gtk_box_append (GTK_BOX (row), fields);
  self->part->make_row (fields, G_CALLBACK (commit_cb), self);
  gtk_box_append (GTK_BOX (row),
                  make_button ("go-up-symbolic", _ ("Move up"), G_CALLBACK (moved_up_cb), self));
  gtk_box_append (GTK_BOX (row), make_button ("go-down-symbolic",
                                              _ ("Move down"), G_CALLBACK (moved_down_cb), self));
  gtk_box_append (GTK_BOX (row),
                  make_button ("user-trash-symbolic", _ ("Remove"), G_CALLBACK (removed_cb), self));
  for (int i = BUTTON_DOWN; i <= BUTTON_UP; i++)
    gtk_widget_set_visible (row_button (row, (RowButton) i), self->part->move != NULL);
  g_object_set_data (G_OBJECT (row), "gh-index", GUINT_TO_POINTER (index));
  return row;
}

/* What the buttons of a row can do now. */
static void
show_buttons (GtkWidget *row, guint index, guint n, gboolean open)
{
  gtk_widget_set_sensitive (row_button (row, BUTTON_UP), open && index > 0);
  gtk_widget_set_sensitive (row_button (row, BUTTON_DOWN), open && index + 1 < n);
  gtk_widget_set_sensitive (row_button (row, BUTTON_REMOVE), open);
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
    gtk_widget_grab_focus (before != NULL ? row_button (before, BUTTON_REMOVE) : self->add);
  gtk_box_remove (GTK_BOX (self->rows), row);
}

void
gh_plan_list_show (GhPlanList *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;
  GtkWidget *row;
  gboolean open;
  guint n, i = 0;

  g_return_if_fail (GH_IS_PLAN_LIST (self));

  g_set_object (&self->workspace, workspace);
  dossier = gh_workspace_get_dossier (workspace);
  n = dossier != NULL ? self->part->count (dossier) : 0;
  open = dossier != NULL && self->part->is_open (dossier);
  self->showing = TRUE;
  /* Rows stay where they are and show other data, so that the focus survives. */
  for (row = gtk_widget_get_first_child (self->rows); row != NULL && i < n; i++)
    {
      self->part->show_row (gtk_widget_get_first_child (row), dossier, i);
      show_buttons (row, i, n, open);
      row = gtk_widget_get_next_sibling (row);
    }
  while ((row = gtk_widget_get_last_child (self->rows)) != NULL && row_index (row) >= n)
    remove_row (self, row);
  for (; i < n; i++)
    {
      row = make_row (self, i);
      gtk_box_append (GTK_BOX (self->rows), row);
      self->part->show_row (gtk_widget_get_first_child (row), dossier, i);
      show_buttons (row, i, n, open);
    }
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->add, open);
  gtk_widget_set_visible (self->hint, n == 0);
  show_total (self, dossier, n);
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
  title = gtk_label_new (_ (self->part->title));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  self->hint = gtk_label_new (_ (self->part->hint));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->total = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->total), 0);
  gtk_label_set_wrap (GTK_LABEL (self->total), TRUE);
  gtk_widget_add_css_class (self->total, "strong");
  self->add = gtk_button_new_with_mnemonic (_ (self->part->add_label));
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
gh_plan_list_init (GhPlanList *self G_GNUC_UNUSED)
{
}
