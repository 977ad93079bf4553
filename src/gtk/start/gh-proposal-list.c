/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-list.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-label.h"
#include "gh-list-stop.h"
#include "gh-row.h"

struct _GhProposalList
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller; /* the only child */
  GhRowList *rows;
  GtkSingleSelection *selection;
  GPtrArray *bound; /* GtkListItem, borrowed: on screen or near it */

  /* Borrowed */
  GtkWidget *view;
  GhProposal *proposal;

  int passage;
  gboolean selecting;
  gboolean showing; /* check boxes are set by us */
};

enum
{
  SELECTED,
  EDIT,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhProposalList, gh_proposal_list, GTK_TYPE_WIDGET)

/* A row's id: 1 + the line, or -1 - the group for a heading. */
static int
line_of (GhRow *row)
{
  return gh_row_get_id (row) > 0 ? (int) gh_row_get_id (row) - 1 : -1;
}

static GhProposalGroup
group_of (GhRow *row)
{
  return (GhProposalGroup) (-1 - gh_row_get_id (row));
}

/* --- rows ------------------------------------------------------------------------------------- */

/* The parts of a row, borrowed from its box. */
typedef struct
{
  GtkCheckButton *check;
  GtkLabel *caption;
  GtkLabel *text;
  GtkLabel *detail;
  GtkLabel *pill;
} Parts;

static Parts *
parts_of (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "gh-parts");
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static const char *
state_of (GhProposalList *self, guint line)
{
  if (gh_proposal_is_refused (self->proposal, line))
    return gh_proposal_get_group (self->proposal, line) == GH_PROPOSAL_HEAD ? _("left blank")
                                                                            : _("stays as text");
  return gh_proposal_is_corrected (self->proposal, line) ? _("corrected") : "";
}

static void
strike (GtkLabel *label, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = struck ? pango_attr_list_new () : NULL;

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}

static void
show_line (GhProposalList *self, GtkListItem *item, guint line)
{
  Parts *parts = parts_of (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *caption = gh_proposal_dup_caption (self->proposal, line);
  g_autofree char *text = gh_proposal_dup_text (self->proposal, line);
  g_autofree char *detail = gh_proposal_dup_detail (self->proposal, line);
  gboolean refused = gh_proposal_is_refused (self->proposal, line);
  gboolean problem = gh_proposal_get_group (self->proposal, line) == GH_PROPOSAL_PROBLEMS;
  gboolean linked = self->passage >= 0 &&
                    gh_proposal_get_passage (self->proposal, line, NULL, NULL) == self->passage;
  const char *classes[] = { "proposal-line", linked ? "linked" : NULL, NULL };
  const char *state = state_of (self, line);
  const char *shown = *text != '\0' ? text : _("not found");
  g_autofree char *what = g_strdup_printf ("%s: %s", caption, shown);
  g_autofree char *name =
    *state != '\0' ? g_strdup_printf ("%s (%s)", what, state) : g_strdup (what);

  gtk_widget_set_css_classes (box, classes);
  show_label (parts->caption, caption);
  show_label (parts->text, shown);
  show_label (parts->detail, detail);
  show_label (parts->pill, state);
  gtk_widget_set_visible (GTK_WIDGET (parts->check), !problem);
  gtk_widget_set_sensitive (GTK_WIDGET (parts->check),
                            gh_proposal_can_refuse (self->proposal, line));
  gtk_check_button_set_inconsistent (parts->check, FALSE);
  gtk_check_button_set_active (parts->check, !refused && *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem ? shown : what, -1);
  strike (parts->text, refused);
  gtk_widget_set_css_classes (GTK_WIDGET (parts->text),
                              (const char *[]){ problem                    ? "warning"
                                                : refused || *text == '\0' ? "dim-label"
                                                                           : NULL,
                                                NULL });
  gtk_widget_set_css_classes (GTK_WIDGET (parts->pill),
                              (const char *[]){ "pill", refused ? "warning" : "success", NULL });
  gh_names_set_row (box, problem ? shown : name);
}

static void
show_heading (GhProposalList *self, GtkListItem *item, GhProposalGroup group)
{
  Parts *parts = parts_of (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *classes[] = { "proposal-group", NULL };
  guint accepted = 0;
  guint n = gh_proposal_count (self->proposal, group, &accepted);
  gboolean open = group != GH_PROPOSAL_PROBLEMS && group != GH_PROPOSAL_HEAD;
  g_autofree char *title = NULL;

  if (accepted == n)
    title = g_strdup_printf ("%s (%u)", gh_proposal_group_name (group), n);
  else
    /* Translators: heading of a list: its name, how many are taken over of how many */
    title = g_strdup_printf (_("%s (%u of %u)"), gh_proposal_group_name (group), accepted, n);
  gtk_widget_set_css_classes (box, classes);
  show_label (parts->caption, "");
  show_label (parts->text, title);
  show_label (parts->detail, "");
  show_label (parts->pill, "");
  strike (parts->text, FALSE);
  gtk_widget_set_css_classes (GTK_WIDGET (parts->text), (const char *[]){ "section-title", NULL });
  gtk_widget_set_visible (GTK_WIDGET (parts->check), open);
  gtk_widget_set_sensitive (GTK_WIDGET (parts->check), TRUE);
  gtk_check_button_set_inconsistent (parts->check, accepted > 0 && accepted < n);
  gtk_check_button_set_active (parts->check, accepted == n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gh_names_set_row (box, title);
}

static void
show_item (GhProposalList *self, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);

  self->showing = TRUE;
  if (line_of (row) >= 0)
    show_line (self, item, (guint) line_of (row));
  else
    show_heading (self, item, group_of (row));
  self->showing = FALSE;
}

/* --- accepting and refusing ------------------------------------------------------------------- */

static void
toggle (GhProposalList *self, GhRow *row)
{
  int line = line_of (row);
  guint accepted = 0;

  if (line >= 0)
    gh_proposal_refuse (self->proposal, (guint) line,
                        !gh_proposal_is_refused (self->proposal, (guint) line));
  else if (group_of (row) > GH_PROPOSAL_HEAD)
    {
      guint n = gh_proposal_count (self->proposal, group_of (row), &accepted);

      gh_proposal_refuse_group (self->proposal, group_of (row), accepted == n);
    }
  gh_proposal_list_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
check_toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (check), GH_TYPE_PROPOSAL_LIST);

  if (self != NULL && !GH_PROPOSAL_LIST (self)->showing)
    toggle (GH_PROPOSAL_LIST (self), gtk_list_item_get_item (item));
}

/* The keys of a row; what stands in a row has its own. */
static gboolean
key_pressed_cb (GhProposalList *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GhRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || focus == NULL)
    return FALSE;
  if (key == GDK_KEY_F2 && line_of (row) >= 0)
    g_signal_emit (self, signals[EDIT], 0, line_of (row));
  else if ((key == GDK_KEY_space || key == GDK_KEY_KP_Space) &&
           gtk_widget_get_parent (focus) == self->view)
    toggle (self, row);
  else
    return FALSE;
  return TRUE;
}

/* --- list ------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gh_label_new ("", css_class);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  parts->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (parts->check), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (parts->check), FALSE); /* the space bar is the row's */
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->check));
  parts->caption = GTK_LABEL (add_label (texts, "caption"));
  parts->text = GTK_LABEL (add_label (texts, NULL));
  parts->detail = GTK_LABEL (add_label (texts, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  parts->pill = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (parts->pill), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->pill));
  g_object_set_data_full (G_OBJECT (box), "gh-parts", parts, g_free);
  gtk_list_item_set_child (item, box);
  g_signal_connect (parts->check, "toggled", G_CALLBACK (check_toggled_cb), item);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhProposalList *self)
{
  g_ptr_array_add (self->bound, item);
  show_item (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhProposalList *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
selected_cb (GhProposalList *self)
{
  if (!self->selecting)
    g_signal_emit (self, signals[SELECTED], 0, gh_proposal_list_get_selected (self));
}

static void
activated_cb (GhProposalList *self, guint position)
{
  GhRow *row = gh_row_list_get (self->rows, position);

  if (row != NULL && line_of (row) >= 0)
    g_signal_emit (self, signals[EDIT], 0, line_of (row));
}

/* --- public ----------------------------------------------------------------------------------- */

void
gh_proposal_list_show (GhProposalList *self, GhProposal *proposal)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  int group = -1;

  g_return_if_fail (GH_IS_PROPOSAL_LIST (self));

  self->proposal = proposal;
  self->passage = -1;
  for (guint i = 0; i < gh_proposal_n_lines (proposal); i++)
    {
      GhProposalGroup its = gh_proposal_get_group (proposal, i);

      if ((int) its != group)
        g_ptr_array_add (rows, gh_row_new (-1 - (gint64) its, NULL, NULL));
      group = (int) its;
      g_ptr_array_add (rows, gh_row_new ((gint64) i + 1, NULL, NULL));
    }
  self->selecting = TRUE;
  gh_row_list_update (self->rows, rows, NULL);
  self->selecting = FALSE;
}

void
gh_proposal_list_refresh (GhProposalList *self)
{
  g_return_if_fail (GH_IS_PROPOSAL_LIST (self));

  for (guint i = 0; i < self->bound->len; i++)
    show_item (self, g_ptr_array_index (self->bound, i));
}

int
gh_proposal_list_get_selected (GhProposalList *self)
{
  GhRow *row;

  g_return_val_if_fail (GH_IS_PROPOSAL_LIST (self), -1);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? line_of (row) : -1;
}

void
gh_proposal_list_select (GhProposalList *self, int line)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GH_IS_PROPOSAL_LIST (self));

  if (line >= 0)
    position = gh_row_list_find (self->rows, (gint64) line + 1);
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  self->selecting = FALSE;
}

void
gh_proposal_list_mark (GhProposalList *self, int passage)
{
  g_return_if_fail (GH_IS_PROPOSAL_LIST (self));

  self->passage = passage;
  gh_proposal_list_refresh (self);
}

/* --- class ------------------------------------------------------------------------------------ */

static gboolean
gh_proposal_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GH_PROPOSAL_LIST (widget)->view);
}

static void
gh_proposal_list_dispose (GObject *object)
{
  GhProposalList *self = GH_PROPOSAL_LIST (object);

  self->selecting = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (gh_proposal_list_parent_class)->dispose (object);
}

static void
gh_proposal_list_finalize (GObject *object)
{
  g_clear_pointer (&GH_PROPOSAL_LIST (object)->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_proposal_list_parent_class)->finalize (object);
}

static void
gh_proposal_list_class_init (GhProposalListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_proposal_list_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_proposal_list_finalize;
  widget_class->grab_focus = gh_proposal_list_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[EDIT] =
    g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_proposal_list_init (GhProposalList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->passage = -1;
  self->bound = g_ptr_array_new ();
  self->rows = gh_row_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "proposal-lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What was understood"), -1);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
  gh_list_make_one_stop (self->view);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "child", self->view, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
