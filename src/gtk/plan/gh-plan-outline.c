/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

struct _GhPlanOutline
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller; /* the only child */
  GPtrArray *entries;  /* Entry, as the rows of the list */

  /* Borrowed */
  GtkListBox *list;

  gboolean selecting;
};

typedef struct
{
  const char *part;
  int block; /* index of the heading, -1 = the part itself */
  gint64 id; /* of the heading, 0 = the part itself */
  char *text;
  int level;
} Entry;

enum
{
  PART_ACTIVATED,
  PART_SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhPlanOutline, gh_plan_outline, GTK_TYPE_WIDGET)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static Entry *
add_entry (GPtrArray *entries, const char *part, const char *text)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->part = part;
  entry->block = -1;
  entry->text = g_strdup (text);
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
add_heading (GPtrArray *entries, const GhBlock *block, guint index)
{
  g_autofree char *plain = gh_text_strip_marks (block->text);
  g_autofree char *text =
    *block->number != '\0' ? g_strdup_printf ("%s. %s", block->number, plain) : g_strdup (plain);
  Entry *entry = add_entry (entries, "body", text);

  entry->block = (int) index;
  entry->id = block->id;
  entry->level = block->kind == GH_BLOCK_APPENDIX ? 1 : block->level;
}

static GPtrArray *
list_entries (const GhPlan *plan)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  add_entry (entries, "header", _ ("Campaign and head"));
  add_entry (entries, "bases", _ ("Legal bases"));
  add_entry (entries, "targets", _ ("Targets"));
  add_entry (entries, "awards", _ ("Award rounds"));
  add_entry (entries, "budget", _ ("Budget"));
  add_entry (entries, "body", _ ("Body"));
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX ||
          (block->kind == GH_BLOCK_HEADING && block->level <= 2))
        add_heading (entries, block, i);
    }
  add_entry (entries, "recipients", _ ("Recipients"));
  add_entry (entries, "signature", _ ("Signature"));
  return entries;
}

static gboolean
same_entries (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Entry *one = a->pdata[i], *other = b->pdata[i];

      if (strcmp (one->part, other->part) != 0 || one->block != other->block ||
          one->id != other->id || one->level != other->level ||
          strcmp (one->text, other->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_row (GtkListBoxRow *row, const Entry *entry)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  gtk_label_set_text (GTK_LABEL (label), entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->text,
                                  -1);
  gtk_widget_set_margin_start (label, 12 * entry->level);
  gtk_widget_set_tooltip_text (label, entry->text);
  if (entry->level == 0)
    gtk_widget_add_css_class (label, "strong");
  else
    gtk_widget_remove_css_class (label, "strong");
}

static GtkListBoxRow *
add_row (GhPlanOutline *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* Rows stay and show other parts: the row that is being clicked has just taken the keyboard from a
 * heading, which is saved by that and comes here while GTK holds the row. */
static void
show_rows (GhPlanOutline *self)
{
  int n = (int) self->entries->len;
  GtkListBoxRow *row;

  for (int i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, i);
      show_row (row != NULL ? row : add_row (self), self->entries->pdata[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (row)))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, n - 1)));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

/* Where @entry stands now; where it stood if it has gone. */
static int
find_again (GhPlanOutline *self, const Entry *entry, int index)
{
  for (guint i = 0; entry != NULL && i < self->entries->len; i++)
    {
      const Entry *other = self->entries->pdata[i];

      if (strcmp (other->part, entry->part) == 0 && other->id == entry->id)
        return (int) i;
    }
  return MIN (index, (int) self->entries->len - 1);
}

void
gh_plan_outline_show (GhPlanOutline *self, const GhPlan *plan)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) before = NULL;
  GtkListBoxRow *selected;
  int index;

  g_return_if_fail (GH_IS_PLAN_OUTLINE (self));

  entries = list_entries (plan);
  if (same_entries (entries, self->entries))
    return;
  selected = gtk_list_box_get_selected_row (self->list);
  index = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  before = g_steal_pointer (&self->entries);
  self->entries = g_steal_pointer (&entries);
  self->selecting = TRUE;
  show_rows (self);
  index = find_again (self, selected != NULL ? before->pdata[index] : NULL, index);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  self->selecting = FALSE;
}

void
gh_plan_outline_select (GhPlanOutline *self, const char *name, int block)
{
  int best = -1;

  g_return_if_fail (GH_IS_PLAN_OUTLINE (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (strcmp (entry->part, name) == 0 && entry->block <= block)
        best = (int) i;
    }
  self->selecting = TRUE;
  if (best >= 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, best));
  self->selecting = FALSE;
}

static void
emit_part (GhPlanOutline *self, guint signal, GtkListBoxRow *row)
{
  const Entry *entry = g_ptr_array_index (self->entries, (guint) gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[signal], 0, entry->part, entry->block);
}

static void
selected_cb (GhPlanOutline *self, GtkListBoxRow *row)
{
  if (!self->selecting && row != NULL)
    emit_part (self, PART_SELECTED, row);
}

static void
activated_cb (GhPlanOutline *self, GtkListBoxRow *row)
{
  emit_part (self, PART_ACTIVATED, row);
}

/* The arrows go from part to part, Tab goes in and out: else nobody came from the outline to the
 * part that it shows. */
static gboolean
gh_plan_outline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GH_PLAN_OUTLINE (widget)->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
        return FALSE;
      if (selected != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (selected));
    }
  return GTK_WIDGET_CLASS (gh_plan_outline_parent_class)->focus (widget, direction);
}

static void
gh_plan_outline_dispose (GObject *object)
{
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_plan_outline_parent_class)->dispose (object);
}

static void
gh_plan_outline_finalize (GObject *object)
{
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_plan_outline_parent_class)->finalize (object);
}

static void
gh_plan_outline_class_init (GhPlanOutlineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = gh_plan_outline_dispose;
  object_class->finalize = gh_plan_outline_finalize;
  GTK_WIDGET_CLASS (class)->focus = gh_plan_outline_focus;

  signals[PART_ACTIVATED] =
    g_signal_new ("part-activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[PART_SELECTED] =
    g_signal_new ("part-selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_plan_outline_init (GhPlanOutline *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plan-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parts of the plan"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
