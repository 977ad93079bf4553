/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare-view.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-list-stop.h"
#include "gh-row.h"

struct _GhCompareView
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *list; /* a GtkListView, in the only child, a scrolled window */
  GtkWidget *scrolled;
  GhRowList *rows; /* of GhCompareLine, borrowed from lines */
  GPtrArray *lines;

  GdkRGBA added; /* colours that the rows were made with */
  gboolean whole;
};

G_DEFINE_FINAL_TYPE (GhCompareView, gh_compare_view, GTK_TYPE_WIDGET)

/* --- a row ------------------------------------------------------------------------------------ */

static const char *
kind_name (GhCompareKind kind)
{
  switch (kind)
    {
    case GH_COMPARE_ADDED:
      return C_("comparison", "Added");
    case GH_COMPARE_REMOVED:
      return C_("comparison", "Removed");
    case GH_COMPARE_CHANGED:
      return C_("comparison", "Changed");
    case GH_COMPARE_SAME:
    default:
      return "";
    }
}

static void
append_piece (GtkWidget *widget,
              GString *text,
              PangoAttrList *list,
              GhCompareKind kind,
              const char *piece)
{
  guint start = (guint) text->len;
  PangoAttribute *attributes[2] = { NULL, NULL };
  GdkRGBA colour;

  g_string_append (text, piece);
  if (kind == GH_COMPARE_SAME)
    return;
  attributes[0] = kind == GH_COMPARE_ADDED ? pango_attr_underline_new (PANGO_UNDERLINE_SINGLE)
                                           : pango_attr_strikethrough_new (TRUE);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                      kind == GH_COMPARE_ADDED ? "gh_success" : "gh_error",
                                      &colour))
    attributes[1] = pango_attr_foreground_new ((guint16) (colour.red * G_MAXUINT16 + 0.5F),
                                               (guint16) (colour.green * G_MAXUINT16 + 0.5F),
                                               (guint16) (colour.blue * G_MAXUINT16 + 0.5F));
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (attributes[i] != NULL)
      {
        attributes[i]->start_index = start;
        attributes[i]->end_index = (guint) text->len;
        pango_attr_list_insert (list, attributes[i]);
      }
}

static void
show_text (GtkWidget *label, const GhCompareLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  if (line->kind != GH_COMPARE_CHANGED)
    append_piece (label, text, list, line->kind,
                  line->kind == GH_COMPARE_ADDED ? line->new_text : line->old_text);
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const GhComparePiece *piece = g_ptr_array_index (line->pieces, i);

      append_piece (label, text, list, piece->kind, piece->text);
    }
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_attributes (GTK_LABEL (label), list);
}

/* "Changed. Before: … Now: …", which the ear can follow. */
static char *
describe (const GhCompareLine *line)
{
  switch (line->kind)
    {
    case GH_COMPARE_ADDED:
      /* Translators: for screen readers; %s is a paragraph. */
      return g_strdup_printf (_("Added: %s"), line->new_text);
    case GH_COMPARE_REMOVED:
      /* Translators: for screen readers; %s is a paragraph. */
      return g_strdup_printf (_("Removed: %s"), line->old_text);
    case GH_COMPARE_CHANGED:
      /* Translators: for screen readers; %s are paragraphs. */
      return g_strdup_printf (_("Changed. Before: %s Now: %s"), line->old_text, line->new_text);
    case GH_COMPARE_SAME:
    default:
      return g_strdup (line->new_text);
    }
}

static void
set_up_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
           GtkListItem *item,
           gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *kind = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (kind), 8);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_set_valign (kind, GTK_ALIGN_START);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
}

static void
show_row (GhRow *row, GtkListItem *item)
{
  const GhCompareLine *line = gh_row_get_data (row);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *kind = gtk_widget_get_first_child (box);
  g_autofree char *description = describe (line);

  gtk_label_set_text (GTK_LABEL (kind), kind_name (line->kind));
  show_text (gtk_widget_get_next_sibling (kind), line);
  gh_names_set_row (box, description);
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *item,
         gpointer user_data G_GNUC_UNUSED)
{
  GhRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), item, 0);
  show_row (row, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
           GtkListItem *item,
           gpointer user_data G_GNUC_UNUSED)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

/* --- the view --------------------------------------------------------------------------------- */

/* Empty lines only part the paragraphs. */
static gboolean
is_shown (GhCompareView *self, const GhCompareLine *line)
{
  if (*line->old_text == '\0' && *line->new_text == '\0')
    return FALSE;
  return self->whole || line->kind != GH_COMPARE_SAME;
}

static void
update (GhCompareView *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      GhCompareLine *line = g_ptr_array_index (self->lines, i);

      if (is_shown (self, line))
        g_ptr_array_add (rows, gh_row_new ((gint64) i + 1, line, NULL));
    }
  gh_row_list_update (self->rows, rows, NULL);
}

void
gh_compare_view_show (GhCompareView *self, GPtrArray *lines)
{
  g_autoptr (GPtrArray) before G_GNUC_UNUSED =
    g_steal_pointer (&self->lines); /* rows borrow from it */

  g_return_if_fail (GH_IS_COMPARE_VIEW (self));

  self->lines = lines != NULL ? g_ptr_array_ref (lines) : NULL;
  update (self); /* in the same rows, so that what is looked at stays where it is */
}

void
gh_compare_view_set_whole (GhCompareView *self, gboolean whole)
{
  g_return_if_fail (GH_IS_COMPARE_VIEW (self));

  self->whole = whole;
  update (self);
}

/* From light to dark or back: rows are made anew, with other colours. */
static void
gh_compare_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GhCompareView *self = GH_COMPARE_VIEW (widget);
  GdkRGBA added = { 0 };

  GTK_WIDGET_CLASS (gh_compare_view_parent_class)->css_changed (widget, change);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "gh_success", &added);
  if (self->rows == NULL || gdk_rgba_equal (&added, &self->added))
    return;
  self->added = added;
  gh_row_list_update (self->rows, g_ptr_array_new (), NULL);
  update (self);
}

static void
gh_compare_view_dispose (GObject *object)
{
  GhCompareView *self = GH_COMPARE_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_compare_view_parent_class)->dispose (object);
}

static void
gh_compare_view_class_init (GhCompareViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_compare_view_dispose;
  widget_class->css_changed = gh_compare_view_css_changed;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_compare_view_init (GhCompareView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->rows = gh_row_list_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  self->list = gtk_list_view_new (g_steal_pointer (&selection), g_steal_pointer (&factory));
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gh_list_make_one_stop (self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Comparison"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
