/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-row.h"

#include <glib/gi18n-lib.h>

#include "gh-block-menu.h"
#include "gh-block-row-private.h"
#include "gh-control-names.h"
#include "gh-live.h"
#include "gh-numbering.h"
#include "gh-rich-field.h"

G_DEFINE_FINAL_TYPE (GhBlockRow, gh_block_row, GTK_TYPE_WIDGET)

/* --- show ------------------------------------------------------------------------------------ */

/* What has no text: the keyboard stands on the block itself. */
static gboolean
is_solid (const GhBlock *block)
{
  return block->kind == GH_BLOCK_LIVE || block->kind == GH_BLOCK_PAGE_BREAK;
}

static GtkLabel *
live_label (GhBlockRow *self)
{
  return GTK_LABEL (gtk_widget_get_first_child (self->live));
}

static void
show_live (GhBlockRow *self, const GhBlock *block)
{
  /* Translators: a part of the plan that is filled in from the data: "Bảng chỉ tiêu" */
  g_autofree char *text =
    g_strdup_printf (_("%s: filled in from the data, always as it is now; see the preview."),
                     gh_block_live_name (block->live));

  gtk_label_set_text (live_label (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->live), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/* A quiet word beside what was a live part. */
static void
show_frozen (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  g_autofree char *key = gh_live_frozen_key (block);
  /* Translators: beside a text of the plan that was made from the data: "Bảng chỉ tiêu" */
  g_autofree char *text =
    key != NULL ? g_strdup_printf (_("Frozen: %s"), gh_block_live_name (key)) : g_strdup ("");

  gtk_widget_set_visible (self->frozen, key != NULL);
  gtk_label_set_text (GTK_LABEL (self->frozen), text);
  _gh_block_row_enable_commands (self, editable, block->kind == GH_BLOCK_LIVE, key != NULL);
}

static void
table_edited_cb (GhBlockRow *self, GPtrArray *rows)
{
  g_autoptr (GhBlock) block = NULL;

  if (self->block == NULL || self->block->kind != GH_BLOCK_TABLE)
    return;
  block = gh_block_copy (self->block);
  g_ptr_array_set_size (block->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    gh_block_add_row (block, g_ptr_array_index (rows, i));
  _gh_block_row_emit_edited (self, block);
}

/* Few blocks are tables: its cells are made for those. */
static void
show_table (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  if (self->table == NULL && block->kind == GH_BLOCK_TABLE)
    {
      self->table = GH_TABLE_EDITOR (gh_table_editor_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->table), TRUE);
      gh_table_editor_set_fill (self->table, &self->fill);
      g_signal_connect_swapped (self->table, "edited", G_CALLBACK (table_edited_cb), self);
      gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (self->table), self->live);
    }
  if (self->table == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->table), block->kind == GH_BLOCK_TABLE);
  if (block->kind == GH_BLOCK_TABLE)
    gh_table_editor_show (self->table, block->rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->table), editable);
}

/* As it is printed: "I." "1.1." "a)" "-" */
static void
show_number (GhBlockRow *self, const GhBlock *block)
{
  GhNumber number = gh_number_read (block->number);
  gboolean dot = gh_number_is_counted (&number) && !g_str_has_suffix (block->number, ")");
  g_autofree char *text = g_strconcat (block->number, dot ? "." : "", NULL);

  gtk_label_set_text (GTK_LABEL (self->number), text);
}

static void
show_style (GhBlockRow *self, const GhBlock *block)
{
  static const char *const classes[] = { "block-part", "block-clause", "block-subclause",
                                         "block-point" };
  int indent = block->kind == GH_BLOCK_ITEM ? 24 * MAX (block->level, 1) : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  if (block->kind == GH_BLOCK_APPENDIX)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[0]);
  else if (block->kind == GH_BLOCK_HEADING)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[CLAMP (block->level, 1, 4) - 1]);
  if (block->kind == GH_BLOCK_HEADING)
    indent = 12 * (CLAMP (block->level, 1, 4) - 1);
  gtk_widget_set_margin_start (self->number, indent);
  gtk_widget_set_margin_start (self->text, gtk_widget_get_visible (self->number) ? 0 : indent);
}

/* What the row around it is called: a heading by itself, other blocks by their kind. */
static void
show_name (GhBlockRow *self, const GhBlock *block)
{
  g_autofree char *heading = NULL;
  const char *name = _("Paragraph");

  if (block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_APPENDIX)
    name = heading = g_strstrip (g_strdup_printf ("%s %s", block->number, block->text));
  else if (block->kind == GH_BLOCK_ITEM)
    name = _("Item (-)");
  else if (block->kind == GH_BLOCK_TABLE)
    name = _("Table");
  else if (block->kind == GH_BLOCK_PAGE_BREAK)
    name = _("Page break");
  else if (block->kind == GH_BLOCK_LIVE)
    name = gtk_label_get_text (live_label (self));
  gh_names_set_row (GTK_WIDGET (self), name);
}

void
gh_block_row_show (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  gboolean has_text;

  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  gh_block_free (self->block);
  self->block = gh_block_copy (block);
  has_text = !is_solid (block) && block->kind != GH_BLOCK_TABLE;
  show_number (self, block);
  gh_field_show (GH_FIELD (self->text), has_text ? block->text : "");
  gtk_widget_set_visible (self->number,
                          block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_ITEM);
  gtk_widget_set_visible (self->text, has_text);
  gtk_widget_set_visible (self->live, block->kind == GH_BLOCK_LIVE);
  gtk_widget_set_visible (self->page_break, block->kind == GH_BLOCK_PAGE_BREAK);
  if (block->kind == GH_BLOCK_LIVE)
    show_live (self, block);
  show_table (self, block, editable);
  gh_field_set_editable (GH_FIELD (self->text), editable);
  gtk_widget_set_sensitive (self->handle, editable);
  gtk_widget_set_sensitive (self->menu, editable);
  show_frozen (self, block, editable);
  show_style (self, block);
  show_name (self, block);
}

void
gh_block_row_select (GhBlockRow *self, const GhPlace *place)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  if (self->block != NULL && self->block->kind == GH_BLOCK_TABLE)
    gh_table_editor_select (self->table, place->row, place->column, place->start, place->length);
  else if (self->block == NULL || is_solid (self->block) || place->length == 0)
    gh_block_row_place (self, place->start);
  else
    gh_field_select (GH_FIELD (self->text), place->start, place->length);
}

void
gh_block_row_place (GhBlockRow *self, gsize offset)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  if (self->block == NULL)
    return;
  if (self->block->kind == GH_BLOCK_LIVE)
    gtk_widget_grab_focus (self->live);
  else if (self->block->kind == GH_BLOCK_PAGE_BREAK)
    gtk_widget_grab_focus (self->page_break);
  else if (self->block->kind == GH_BLOCK_TABLE)
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
  else
    gh_rich_field_place (GH_RICH_FIELD (self->text), offset);
}

gsize
gh_block_row_get_place (GhBlockRow *self)
{
  g_return_val_if_fail (GH_IS_BLOCK_ROW (self), 0);

  return gtk_widget_get_visible (self->text) ? gh_rich_field_get_place (GH_RICH_FIELD (self->text))
                                             : 0;
}

void
gh_block_row_set_fill (GhBlockRow *self, const GhRichFill *fill)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  self->fill = *fill;
  gh_rich_field_set_fill (GH_RICH_FIELD (self->text), fill);
  if (self->table != NULL)
    gh_table_editor_set_fill (self->table, fill);
}

void
gh_block_row_refresh (GhBlockRow *self)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  if (self->block == NULL)
    return;
  if (self->block->kind == GH_BLOCK_TABLE)
    gh_table_editor_show (self->table, self->block->rows);
  else if (!is_solid (self->block))
    gh_field_show (GH_FIELD (self->text), self->block->text);
}

void
gh_block_row_highlight (GhBlockRow *self, const GhFind *find, const GhPlace *place)
{
  gboolean table;

  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  table = self->block != NULL && self->block->kind == GH_BLOCK_TABLE;
  gh_rich_field_highlight (GH_RICH_FIELD (self->text), table ? NULL : find,
                           place != NULL && !table ? place->start : G_MAXSIZE);
  if (table)
    gh_table_editor_highlight (self->table, find, place != NULL ? place->row : -1,
                               place != NULL ? place->column : -1,
                               place != NULL ? place->start : 0);
}

void
gh_block_row_flush (GhBlockRow *self)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  gh_field_flush (GH_FIELD (self->text));
  if (self->table != NULL)
    gh_table_editor_flush (self->table);
}

GtkWidget *
gh_block_row_get_handle (GhBlockRow *self)
{
  g_return_val_if_fail (GH_IS_BLOCK_ROW (self), NULL);
  return self->handle;
}

void
gh_block_row_show_drop (GhBlockRow *self, GhDropLine line)
{
  static const char *const classes[] = { NULL, "drop-above", "drop-below" };

  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  for (gsize i = 1; i < G_N_ELEMENTS (classes); i++)
    if (i == (gsize) line)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
gh_block_row_dispose (GObject *object)
{
  GhBlockRow *self = GH_BLOCK_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_block_row_parent_class)->dispose (object);
}

static void
gh_block_row_finalize (GObject *object)
{
  g_clear_pointer (&GH_BLOCK_ROW (object)->block, gh_block_free);

  G_OBJECT_CLASS (gh_block_row_parent_class)->finalize (object);
}

static void
gh_block_row_class_init (GhBlockRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = gh_block_row_dispose;
  object_class->finalize = gh_block_row_finalize;

  _gh_block_row_class_init_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "blockrow");
}

static void
solid_pressed_cb (GtkGestureClick *click)
{
  gtk_widget_grab_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));
}

/* Not a label: one whose text cannot be selected refuses the keyboard. */
static GtkWidget *
make_solid (GhBlockRow *self, GtkWidget *widget, const char *css_class)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (solid_pressed_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  _gh_block_row_add_solid_keys (self, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_add_css_class (widget, css_class);
  return widget;
}

static GtkWidget *
make_page_break (GhBlockRow *self)
{
  GtkWidget *box = make_solid (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), "block-break");
  GtkWidget *label = gtk_label_new (_("Page break"));

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (line, "break-line");
      gtk_widget_set_hexpand (line, TRUE);
      gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_box_insert_child_after (GTK_BOX (box), label, gtk_widget_get_first_child (box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Page break"), -1);
  return box;
}

static GtkWidget *
make_live (GhBlockRow *self)
{
  GtkWidget *box = make_solid (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "block-live");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
make_menu (GhBlockRow *self)
{
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->menu, _("What to do with this block"));
  gh_names_set_menu_button (GTK_MENU_BUTTON (self->menu), _("What to do with this block"));
}

static GtkWidget *
make_frozen (void)
{
  GtkWidget *frozen = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (frozen), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (frozen), 14);
  gtk_label_set_xalign (GTK_LABEL (frozen), 0);
  gtk_widget_set_valign (frozen, GTK_ALIGN_START);
  gtk_widget_add_css_class (frozen, "caption");
  gtk_widget_add_css_class (frozen, "dim-label");
  gtk_widget_set_tooltip_text (frozen,
                               _("This text was a live part. It no longer follows the data."));
  return frozen;
}

static void
gh_block_row_init (GhBlockRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "block-handle");
  gtk_widget_set_valign (self->handle, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->handle, _("Drag to move"));
  self->number = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 4);
  gtk_widget_add_css_class (self->number, "block-number");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  self->text = gh_rich_field_new (_("Text"));
  gtk_widget_set_hexpand (self->text, TRUE);
  self->live = make_live (self);
  self->page_break = make_page_break (self);
  self->frozen = make_frozen ();
  make_menu (self);
  gtk_box_append (GTK_BOX (self->box), self->handle);
  gtk_box_append (GTK_BOX (self->box), self->number);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->live);
  gtk_box_append (GTK_BOX (self->box), self->page_break);
  gtk_box_append (GTK_BOX (self->box), self->frozen);
  gtk_box_append (GTK_BOX (self->box), self->menu);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  _gh_block_row_connect_keys (self);
}

GtkWidget *
gh_block_row_new (void)
{
  return g_object_new (GH_TYPE_BLOCK_ROW, NULL);
}
