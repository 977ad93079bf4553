/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-control-names.h"
#include "gh-field.h"
#include "gh-live.h"
#include "gh-table-editor.h"
#include "gh-text.h"

struct _GhBlockRow
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */
  GhBlock *block;

  /* Borrowed */
  GtkWidget *number;
  GtkWidget *text;
  GtkWidget *live;
  GtkWidget *frozen;
  GhTableEditor *table; /* NULL before the row has shown one */
  GtkWidget *menu;
};

enum
{
  EDITED,
  COMMAND,
  FOCUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const commands[] = {
  "block.add", "block.make", "block.up", "block.down", "block.remove",
};

/* Their items of the menu are hidden where they make no sense. */
static const char *const freezing[] = { "block.freeze", "block.thaw" };

G_DEFINE_FINAL_TYPE (GhBlockRow, gh_block_row, GTK_TYPE_WIDGET)

/* --- menus ----------------------------------------------------------------------------------- */

GMenuModel *
gh_block_menu_new (const char *action, gboolean with_live)
{
  static const struct
  {
    const char *what;
    const char *name;
  } kinds[] = {
    { "heading1", N_ ("Part (I.)") },
      { "heading2", N_ ("Clause (1.)") },
        { "heading3", N_ ("Sub-clause (1.1.)") },
          { "paragraph", N_ ("Paragraph") },
            { "item", N_ ("Item (-)") },
              { "table", N_ ("Table") },
                { "appendix", N_ ("Appendix") },
              };
  GMenu *menu = g_menu_new ();
  gsize n_live;
  const GhLiveKey *keys = gh_live_block_keys (&n_live);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, kinds[i].what);

      /* A block cannot be turned into a table: it would have to lose its text. */
      if (with_live || strcmp (kinds[i].what, "table") != 0)
        g_menu_append (menu, _ (kinds[i].name), detailed);
    }
  if (with_live)
    {
      g_autoptr (GMenu) live = g_menu_new ();

      for (gsize i = 0; i < n_live; i++)
        {
          g_autofree char *detailed = g_strdup_printf ("%s::live:%s", action, keys[i].key);

          g_menu_append (live, _ (keys[i].name), detailed);
        }
      g_menu_append_section (menu, _ ("From the data"), G_MENU_MODEL (live));
    }
  return G_MENU_MODEL (menu);
}

static void
append_hidden (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Made when it is opened: a plan has many rows, and making a menu takes longer than all the rest of
 * a row. */
static void
menu_opening_cb (GtkMenuButton *button, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenuModel) add = NULL;
  g_autoptr (GMenuModel) make = NULL;
  g_autoptr (GMenu) order = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = g_menu_new ();
  add = gh_block_menu_new ("block.add", TRUE);
  make = gh_block_menu_new ("block.make", FALSE);
  order = g_menu_new ();
  g_menu_append_submenu (menu, _ ("_Add below"), add);
  g_menu_append_submenu (menu, _ ("_Turn into"), make);
  g_menu_append (order, _ ("Move _up"), "block.up");
  g_menu_append (order, _ ("Move _down"), "block.down");
  g_menu_append (order, _ ("_Remove"), "block.remove");
  append_hidden (order, _ ("_Freeze to text"), freezing[0]);
  append_hidden (order, _ ("_Back to automatic"), freezing[1]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- show ------------------------------------------------------------------------------------ */

static const char *
live_name (const char *key)
{
  gsize n;
  const GhLiveKey *keys = gh_live_block_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (strcmp (keys[i].key, key) == 0)
      return _ (keys[i].name);
  return key;
}

static void
show_live (GhBlockRow *self, const GhBlock *block)
{
  /* Translators: a part of the plan that is filled in from the data: "Bảng chỉ tiêu" */
  g_autofree char *text =
    g_strdup_printf (_ ("%s: filled in from the data, always as it is now; see the preview."),
                        live_name (block->live));

  gtk_label_set_text (GTK_LABEL (self->live), text);
}

/* A quiet word beside what was a live part. */
static void
show_frozen (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  g_autofree char *key = gh_live_frozen_key (block);
  /* Translators: beside a text of the plan that was made from the data: "Bảng chỉ tiêu" */
  g_autofree char *text =
    key != NULL ? g_strdup_printf (_ ("Frozen: %s"), live_name (key)) : g_strdup ("");

  gtk_widget_set_visible (self->frozen, key != NULL);
  gtk_label_set_text (GTK_LABEL (self->frozen), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), freezing[0],
                                 editable && block->kind == GH_BLOCK_LIVE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), freezing[1], editable && key != NULL);
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
  g_signal_emit (self, signals[EDITED], 0, block);
}

/* Few blocks are tables: its cells are made for those. */
static void
show_table (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  if (self->table == NULL && block->kind == GH_BLOCK_TABLE)
    {
      self->table = GH_TABLE_EDITOR (gh_table_editor_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->table), TRUE);
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

static void
show_style (GhBlockRow *self, const GhBlock *block)
{
  static const char *const classes[] = { "block-part", "block-clause", "block-subclause" };
  int indent = block->kind == GH_BLOCK_ITEM ? 24 * MAX (block->level, 1) : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  if (block->kind == GH_BLOCK_APPENDIX)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[0]);
  else if (block->kind == GH_BLOCK_HEADING)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[CLAMP (block->level, 1, 3) - 1]);
  if (block->kind == GH_BLOCK_HEADING)
    indent = 12 * (CLAMP (block->level, 1, 3) - 1);
  gtk_widget_set_margin_start (self->box, indent);
}

/* What the row around it is called: a heading by itself, other blocks by their kind. */
static void
show_name (GhBlockRow *self, const GhBlock *block)
{
  g_autofree char *heading = NULL;
  const char *name = _ ("Paragraph");

  if (block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_APPENDIX)
    name = heading = g_strstrip (g_strdup_printf ("%s %s", block->number, block->text));
  else if (block->kind == GH_BLOCK_ITEM)
    name = _ ("Item (-)");
  else if (block->kind == GH_BLOCK_TABLE)
    name = _ ("Table");
  else if (block->kind == GH_BLOCK_LIVE)
    name = gtk_label_get_text (GTK_LABEL (self->live));
  gh_names_set_row (GTK_WIDGET (self), name);
}

void
gh_block_row_show (GhBlockRow *self, const GhBlock *block, gboolean editable)
{
  gboolean has_text;

  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  gh_block_free (self->block);
  self->block = gh_block_copy (block);
  has_text = block->kind != GH_BLOCK_TABLE && block->kind != GH_BLOCK_LIVE;
  gh_field_show (GH_FIELD (self->number), block->number);
  gh_field_show (GH_FIELD (self->text), has_text ? block->text : "");
  gtk_widget_set_visible (self->number,
                          block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_ITEM);
  gtk_widget_set_visible (self->text, has_text);
  gtk_widget_set_visible (self->live, block->kind == GH_BLOCK_LIVE);
  if (block->kind == GH_BLOCK_LIVE)
    show_live (self, block);
  show_table (self, block, editable);
  gh_field_set_editable (GH_FIELD (self->number), editable);
  gh_field_set_editable (GH_FIELD (self->text), editable);
  gtk_widget_set_sensitive (self->menu, editable);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i], editable);
  show_frozen (self, block, editable);
  show_style (self, block);
  show_name (self, block);
}

void
gh_block_row_select (GhBlockRow *self, const GhPlace *place)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  if (self->block == NULL || self->block->kind == GH_BLOCK_LIVE)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else if (self->block->kind == GH_BLOCK_TABLE)
    gh_table_editor_select (self->table, place->row, place->column, place->start, place->length);
  else
    gh_field_select (GH_FIELD (self->text), place->start, place->length);
}

void
gh_block_row_flush (GhBlockRow *self)
{
  g_return_if_fail (GH_IS_BLOCK_ROW (self));

  gh_field_flush (GH_FIELD (self->number));
  gh_field_flush (GH_FIELD (self->text));
  if (self->table != NULL)
    gh_table_editor_flush (self->table);
}

/* --- edits ----------------------------------------------------------------------------------- */

/* A paragraph is one line: what was pasted with line breaks becomes one. */
static char *
clean_text (const char *typed)
{
  g_autofree char *text = gh_text_nfc (typed, -1);

  g_strdelimit (text, "\n\t", ' ');
  return g_strstrip (g_steal_pointer (&text));
}

static void
number_committed_cb (GhBlockRow *self, const char *typed)
{
  if (self->block == NULL)
    return;
  g_free (self->block->number);
  self->block->number = clean_text (typed);
  g_signal_emit (self, signals[EDITED], 0, self->block);
}

static void
text_committed_cb (GhBlockRow *self, const char *typed)
{
  if (self->block == NULL)
    return;
  g_free (self->block->text);
  self->block->text = clean_text (typed);
  g_signal_emit (self, signals[EDITED], 0, self->block);
}

static void
command_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GhBlockRow *self = GH_BLOCK_ROW (widget);
  const char *what = target != NULL ? g_variant_get_string (target, NULL) : "";

  gh_block_row_flush (self);
  g_signal_emit (self, signals[COMMAND], 0, name + strlen ("block."), what);
}

static void
focus_entered_cb (GhBlockRow *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
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
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = gh_block_row_dispose;
  object_class->finalize = gh_block_row_finalize;

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COMMAND] = g_signal_new ("command", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[FOCUSED] =
    g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "block.add", "s", command_action);
  gtk_widget_class_install_action (widget_class, "block.make", "s", command_action);
  gtk_widget_class_install_action (widget_class, "block.up", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "block.down", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, command_action);
  gtk_widget_class_install_action (widget_class, freezing[0], NULL, command_action);
  gtk_widget_class_install_action (widget_class, freezing[1], NULL, command_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "block.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "block.down",
                                       NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "blockrow");
}

/* Before the text sees them: a text view takes Return for a line break, whatever is held down, and
 * has a use of its own for Delete. */
static void
add_early_keys (GhBlockRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *add =
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                     gtk_named_action_new ("block.add"), "s", "paragraph");
  GtkShortcut *remove =
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                      gtk_named_action_new ("block.remove"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), add);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), remove);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
gh_block_row_init (GhBlockRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->number = gh_field_new (FALSE, _ ("Number"));
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->number, 56, -1);
  self->text = gh_field_new (TRUE, _ ("Text"));
  gtk_widget_set_hexpand (self->text, TRUE);
  self->live = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->live), 0);
  gtk_label_set_wrap (GTK_LABEL (self->live), TRUE);
  gtk_widget_set_hexpand (self->live, TRUE);
  gtk_widget_add_css_class (self->live, "block-live");
  self->frozen = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->frozen), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->frozen), 14);
  gtk_label_set_xalign (GTK_LABEL (self->frozen), 0);
  gtk_widget_set_valign (self->frozen, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->frozen, "caption");
  gtk_widget_add_css_class (self->frozen, "dim-label");
  gtk_widget_set_tooltip_text (self->frozen,
                               _ ("This text was a live part. It no longer follows the data."));
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), menu_opening_cb, NULL, NULL);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->menu, _ ("What to do with this block"));
  gh_names_set_menu_button (GTK_MENU_BUTTON (self->menu), _ ("What to do with this block"));
  gtk_box_append (GTK_BOX (self->box), self->number);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->live);
  gtk_box_append (GTK_BOX (self->box), self->frozen);
  gtk_box_append (GTK_BOX (self->box), self->menu);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->number, "committed", G_CALLBACK (number_committed_cb), self);
  g_signal_connect_swapped (self->text, "committed", G_CALLBACK (text_committed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_early_keys (self);
}

GtkWidget *
gh_block_row_new (void)
{
  return g_object_new (GH_TYPE_BLOCK_ROW, NULL);
}
