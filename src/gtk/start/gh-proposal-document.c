/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-control-names.h"
#include "gh-list-stop.h"
#include "gh-row.h"

struct _GhProposalDocument
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller; /* the only child */
  GhRowList *rows;
  GtkSingleSelection *selection;
  GPtrArray *bound; /* GtkListItem, borrowed: on screen or near it */

  /* Borrowed */
  GtkWidget *view;

  int marked;
  gsize start;
  gsize end;
  gboolean selecting;
};

enum
{
  SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhProposalDocument, gh_proposal_document, GTK_TYPE_WIDGET)

/* --- rows ------------------------------------------------------------------------------------- */

static const char *const kind_classes[] = {
  [GH_PASSAGE_HEAD] = "passage-head",
  [GH_PASSAGE_TITLE] = "passage-title",
  [GH_PASSAGE_BASIS] = "passage-basis",
  [GH_PASSAGE_HEADING] = "passage-heading",
  [GH_PASSAGE_PARAGRAPH] = "passage-paragraph",
  [GH_PASSAGE_ITEM] = "passage-item",
  [GH_PASSAGE_ROW] = "passage-row",
  [GH_PASSAGE_RECIPIENT] = "passage-recipient",
  [GH_PASSAGE_SIGNATURE] = "passage-signature",
};

static const GhPassage *
passage_of (GtkListItem *item)
{
  return gh_row_get_data (GH_ROW (gtk_list_item_get_item (item)));
}

/* "I. ", "a) ", "- ", "" */
static char *
format_number (const GhPassage *passage)
{
  gsize n = strlen (passage->number);

  if (n == 0)
    return g_strdup (passage->kind == GH_PASSAGE_RECIPIENT ? "- " : "");
  return g_strdup_printf (g_ascii_isalnum (passage->number[n - 1]) ? "%s. " : "%s ",
                          passage->number);
}

/* The sentence of the line that is selected, in the accent's colour. */
static void
mark_sentence (GhProposalDocument *self, GtkWidget *label, gsize offset)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA accent;
  PangoAttribute *colour;
  PangoAttribute *alpha;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (label), "gh_accent", &accent))
    return;
  colour =
    pango_attr_background_new ((guint16) (accent.red * 65535), (guint16) (accent.green * 65535),
                               (guint16) (accent.blue * 65535));
  alpha = pango_attr_background_alpha_new (65535 / 4);
  colour->start_index = alpha->start_index = (guint) (offset + self->start);
  colour->end_index = alpha->end_index = (guint) (offset + self->end);
  pango_attr_list_insert (attributes, colour);
  pango_attr_list_insert (attributes, alpha);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
show_passage (GhProposalDocument *self, GtkListItem *item)
{
  const GhPassage *passage = passage_of (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *mark = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *number = format_number (passage);
  g_autofree char *text = g_strconcat (number, passage->text, NULL);
  const char *classes[] = { "passage", kind_classes[passage->kind], NULL };
  int level = MAX (passage->level - 1, 0);

  gtk_widget_set_css_classes (box, classes);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (label, 12 * MIN (level, 5));
  gtk_widget_set_opacity (mark, passage->n_lines > 0 ? 1 : 0);
  gtk_label_set_attributes (GTK_LABEL (label), NULL);
  if ((int) gtk_list_item_get_position (item) == self->marked && self->end > self->start)
    mark_sentence (self, label, strlen (number));
  if (passage->n_lines > 0)
    {
      /* Translators: %s is a passage of the plan; %u things were understood in it */
      g_autofree char *name = g_strdup_printf (
        ngettext ("%s (%u thing understood)", "%s (%u things understood)", passage->n_lines), text,
        passage->n_lines);

      gh_names_set_row (box, name);
    }
  else
    gh_names_set_row (box, text);
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, "passage-mark");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhProposalDocument *self)
{
  g_ptr_array_add (self->bound, item);
  show_passage (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhProposalDocument *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* --- public ----------------------------------------------------------------------------------- */

static void
selected_cb (GhProposalDocument *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->selecting && position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SELECTED], 0, (int) position);
}

void
gh_proposal_document_show (GhProposalDocument *self, const GhProposal *proposal)
{
  const GPtrArray *passages = gh_proposal_get_passages (proposal);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (GH_IS_PROPOSAL_DOCUMENT (self));

  self->marked = -1;
  for (guint i = 0; i < passages->len; i++)
    g_ptr_array_add (rows, gh_row_new ((gint64) i + 1, passages->pdata[i], NULL));
  self->selecting = TRUE;
  gh_row_list_update (self->rows, rows, NULL);
  self->selecting = FALSE;
}

void
gh_proposal_document_mark (GhProposalDocument *self, int passage, gsize start, gsize end)
{
  g_return_if_fail (GH_IS_PROPOSAL_DOCUMENT (self));

  self->marked = passage;
  self->start = start;
  self->end = end;
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     passage < 0 ? GTK_INVALID_LIST_POSITION : (guint) passage);
  if (passage >= 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", (guint) passage);
  self->selecting = FALSE;
  for (guint i = 0; i < self->bound->len; i++)
    show_passage (self, g_ptr_array_index (self->bound, i));
}

/* --- class ------------------------------------------------------------------------------------ */

static gboolean
gh_proposal_document_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GH_PROPOSAL_DOCUMENT (widget)->view);
}

static void
gh_proposal_document_dispose (GObject *object)
{
  GhProposalDocument *self = GH_PROPOSAL_DOCUMENT (object);

  self->selecting = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (gh_proposal_document_parent_class)->dispose (object);
}

static void
gh_proposal_document_finalize (GObject *object)
{
  g_clear_pointer (&GH_PROPOSAL_DOCUMENT (object)->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_proposal_document_parent_class)->finalize (object);
}

static void
gh_proposal_document_class_init (GhProposalDocumentClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_proposal_document_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_proposal_document_finalize;
  widget_class->grab_focus = gh_proposal_document_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_proposal_document_init (GhProposalDocument *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->marked = -1;
  self->bound = g_ptr_array_new ();
  self->rows = gh_row_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "proposal-document");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text of the plan"), -1);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gh_list_make_one_stop (self->view);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "child", self->view, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
