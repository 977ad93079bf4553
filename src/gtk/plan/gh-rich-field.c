/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-marked.h"
#include "gh-rich-menu.h"
#include "gh-rich-view.h"

/* As for GhField: long enough for a pause within a sentence, short enough to leave the desk. */
#define COMMIT_DELAY_MS 500
/* Around the text, in pixels; the frame adds one. */
#define TEXT_MARGIN_X 9
#define TEXT_MARGIN_Y 6

struct _GhRichField
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *frame;   /* the first child */
  GtkWidget *menu;    /* GhRichMenu, %NULL before it was opened */
  char *stored;       /* what the owner showed last */
  char *taken;        /* the text as it was shown, or handed on, last */
  char *needle;       /* what is looked for, %NULL = nothing */
  GMenuModel *extras; /* %NULL before the keyboard was here */

  /* Borrowed */
  GhRichView *view;

  GhRichFill fill;
  GhFind find; /* its text is @needle */
  gsize current;
  guint timeout;
  gboolean showing;
  gboolean committing;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  COMMITTED,
  STYLE_CHANGED,
  SPLIT,
  JOIN_BEFORE,
  JOIN_AFTER,
  INDENT,
  OUTDENT,
  LEAVE_UP,
  LEAVE_DOWN,
  PASTE_BLOCKS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhRichField, gh_rich_field, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (GhRichField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* --- text ------------------------------------------------------------------------------------ */

char *
gh_rich_field_dup_text (GhRichField *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GH_IS_RICH_FIELD (self), NULL);

  runs = gh_rich_view_dup_runs (self->view);
  text = gh_marked_format (runs);
  /* Marks that say the same another way stay as they are. */
  return gh_marked_equal (text, self->taken) ? g_strdup (self->taken) : g_steal_pointer (&text);
}

void
gh_rich_field_flush (GhRichField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GH_IS_RICH_FIELD (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  text = gh_rich_field_dup_text (self);
  if (strcmp (text, self->taken) == 0)
    return;
  g_free (self->taken);
  self->taken = g_strdup (text);
  g_object_ref (self);
  self->committing = TRUE;
  g_signal_emit (self, signals[COMMITTED], 0, text);
  self->committing = FALSE;
  g_object_unref (self);
}

/* The list of fields has it for the text. */
static gboolean
has_keyboard (GhRichField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return TRUE;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_matches (GhRichField *self)
{
  gh_rich_view_highlight (self->view, self->taken, self->needle != NULL ? &self->find : NULL,
                          self->current);
}

static void
put_text (GhRichField *self, const char *text)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (text != self->taken)
    {
      g_free (self->taken);
      self->taken = g_strdup (text);
    }
  self->showing = TRUE;
  gh_rich_view_set_marked (self->view, self->taken);
  show_matches (self);
  self->showing = FALSE;
}

/* Whether the letters stand as the text would be shown: "**" that was typed is bold by now. */
static gboolean
looks_stored (GhRichField *self)
{
  g_autoptr (GPtrArray) shown = gh_rich_view_dup_runs (self->view);
  g_autoptr (GPtrArray) stored = gh_marked_parse (self->taken);

  if (shown->len != stored->len)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      const GhMarkedRun *one = g_ptr_array_index (shown, i);
      const GhMarkedRun *other = g_ptr_array_index (stored, i);
      g_autofree char *value = NULL;

      if (strcmp (one->text, other->text) != 0 || one->bold != other->bold ||
          one->italic != other->italic)
        return FALSE;
      if (one->key == NULL && other->key != NULL && self->fill.resolve != NULL)
        value = self->fill.resolve (other->key, self->fill.user_data);
      if (value != NULL)
        return FALSE;
    }
  return TRUE;
}

/* Hands the text on and shows what became of it. */
static void
settle (GhRichField *self)
{
  gh_rich_field_flush (self);
  if (strcmp (self->taken, self->stored) != 0)
    put_text (self, self->stored);
  else if (!looks_stored (self))
    put_text (self, self->taken);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GhRichField *self = user_data;

  if (gh_rich_view_is_composing (self->view))
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  gh_rich_field_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GhRichField *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->showing)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (COMMIT_DELAY_MS, timeout_cb, self);
}

/* Also when the window goes behind another; then the keyboard comes back to the same letter. */
static void
focus_left_cb (GhRichField *self)
{
  if (has_keyboard (self))
    gh_rich_field_flush (self);
  else
    settle (self);
}

static void
save_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gh_rich_field_flush (GH_RICH_FIELD (widget));
}

void
gh_rich_field_show (GhRichField *self, const char *text)
{
  gboolean same;

  g_return_if_fail (GH_IS_RICH_FIELD (self));
  g_return_if_fail (text != NULL);

  same = strcmp (text, self->stored) == 0;
  if (!same)
    {
      g_free (self->stored);
      self->stored = g_strdup (text);
    }
  /* What comes of the clerk's own letters waits until the keyboard has left. */
  if (!((same || self->committing) && has_keyboard (self)) && strcmp (text, self->taken) != 0)
    {
      put_text (self, text);
      return;
    }
  self->showing = TRUE;
  gh_rich_view_refresh (self->view);
  self->showing = FALSE;
  if (self->needle != NULL)
    show_matches (self);
}

void
gh_rich_field_set_fill (GhRichField *self, const GhRichFill *fill)
{
  g_return_if_fail (GH_IS_RICH_FIELD (self));

  self->fill = *fill;
  gh_rich_view_set_fill (self->view, &self->fill);
}

void
gh_rich_field_set_editable (GhRichField *self, gboolean editable)
{
  static const char *const actions[] = { "rich.bold", "rich.italic", "rich.insert-field",
                                         "rich.field" };

  g_return_if_fail (GH_IS_RICH_FIELD (self));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
}

gboolean
gh_rich_field_get_editable (GhRichField *self)
{
  g_return_val_if_fail (GH_IS_RICH_FIELD (self), FALSE);

  return gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));
}

/* --- places ---------------------------------------------------------------------------------- */

static void
iter_at (GhRichField *self, const char *text, gsize offset, GtkTextIter *iter)
{
  gh_rich_text_from_plain (buffer_of (self), gh_marked_to_plain (text, offset), iter);
}

void
gh_rich_field_select (GhRichField *self, gsize start, gsize length)
{
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  g_return_if_fail (GH_IS_RICH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (length == 0)
    return;
  text = gh_rich_field_dup_text (self);
  iter_at (self, text, start, &from);
  iter_at (self, text, start + length, &to);
  gtk_text_buffer_select_range (buffer_of (self), &to, &from);
}

void
gh_rich_field_place (GhRichField *self, gsize offset)
{
  g_autofree char *text = NULL;
  GtkTextIter at;

  g_return_if_fail (GH_IS_RICH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  text = gh_rich_field_dup_text (self);
  iter_at (self, text, offset, &at);
  gtk_text_buffer_place_cursor (buffer_of (self), &at);
}

/* Byte of the marked text, which the buffer shows. */
static gsize
stored_offset (const char *text, const GtkTextIter *iter)
{
  return gh_marked_to_stored (text, gh_rich_text_to_plain (iter));
}

gsize
gh_rich_field_get_place (GhRichField *self)
{
  g_autofree char *text = NULL;
  GtkTextIter caret;

  g_return_val_if_fail (GH_IS_RICH_FIELD (self), 0);

  text = gh_rich_field_dup_text (self);
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  return stored_offset (text, &caret);
}

void
gh_rich_field_highlight (GhRichField *self, const GhFind *find, gsize current)
{
  g_return_if_fail (GH_IS_RICH_FIELD (self));

  if (find == NULL && self->needle == NULL)
    return;
  g_free (self->needle);
  self->needle = find != NULL ? g_strdup (find->text) : NULL;
  if (find != NULL)
    self->find = *find;
  self->find.text = self->needle;
  self->current = current;
  show_matches (self);
}

/* --- what the keys ask for ------------------------------------------------------------------- */

/* What is selected goes, as it would for a letter: GtkTextView has done so. */
static gboolean
split (GhRichField *self)
{
  g_autofree char *text = gh_rich_field_dup_text (self);
  GtkTextIter caret;
  gboolean handled = FALSE;

  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  g_signal_emit (self, signals[SPLIT], 0, (guint) stored_offset (text, &caret), &handled);
  return handled;
}

static gboolean
command_cb (GhRichField *self, const char *name)
{
  static const struct
  {
    const char *name;
    int signal;
  } plain[] = {
    { "join-before", JOIN_BEFORE }, { "join-after", JOIN_AFTER }, { "indent", INDENT },
    { "outdent", OUTDENT },         { "leave-up", LEAVE_UP },     { "leave-down", LEAVE_DOWN },
  };
  gboolean handled = FALSE;

  if (strcmp (name, "offer-fields") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "rich.insert-field", NULL);
      return TRUE;
    }
  gh_rich_field_flush (self);
  if (strcmp (name, "split") == 0)
    return split (self);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (plain[i].name, name) == 0)
      g_signal_emit (self, signals[plain[i].signal], 0, &handled);
  return handled;
}

static gboolean
blocks_pasted_cb (GhRichField *self, GPtrArray *blocks)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  gboolean handled = FALSE;
  guint from, to;

  gh_rich_field_flush (self);
  text = gh_rich_field_dup_text (self);
  gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end);
  from = (guint) stored_offset (text, &start);
  to = (guint) stored_offset (text, &end);
  g_signal_emit (self, signals[PASTE_BLOCKS], 0, blocks, from, to, &handled);
  return handled;
}

static void
style_action (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  gh_rich_view_toggle_style (GH_RICH_FIELD (widget)->view, strcmp (name, "rich.bold") == 0);
}

static void
insert_field (GhRichField *self, const char *key)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gh_rich_view_insert_field (self->view, key);
}

static void
field_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  insert_field (GH_RICH_FIELD (widget), g_variant_get_string (parameter, NULL));
}

/* The keyboard comes back, chosen or not. */
static void
menu_closed_cb (GhRichField *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
insert_field_action (GtkWidget *widget,
                     const char *name G_GNUC_UNUSED,
                     GVariant *parameter G_GNUC_UNUSED)
{
  GhRichField *self = GH_RICH_FIELD (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter caret;
  GdkRectangle box;
  double x, y;

  if (self->menu == NULL)
    {
      self->menu = gh_rich_menu_new ();
      gtk_widget_set_parent (self->menu, widget);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      g_signal_connect_swapped (self->menu, "chosen", G_CALLBACK (insert_field), self);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  gtk_text_view_get_iter_location (view, &caret, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), widget, box.x, box.y, &x, &y);
  box.x = (int) x;
  box.y = (int) y;
  box.width = MAX (box.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &box);
  gh_rich_menu_open (GH_RICH_MENU (self->menu), &self->fill);
}

gboolean
gh_rich_field_is_bold (GhRichField *self)
{
  g_return_val_if_fail (GH_IS_RICH_FIELD (self), FALSE);

  return gh_rich_view_get_style (self->view, TRUE);
}

gboolean
gh_rich_field_is_italic (GhRichField *self)
{
  g_return_val_if_fail (GH_IS_RICH_FIELD (self), FALSE);

  return gh_rich_view_get_style (self->view, FALSE);
}

gboolean
gh_rich_field_undo_quote (GhRichField *self)
{
  g_return_val_if_fail (GH_IS_RICH_FIELD (self), FALSE);

  return gh_rich_view_undo_quote (self->view);
}

static void
style_changed_cb (GhRichField *self)
{
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

/* The menu of the right button, made when the keyboard first comes: a plan has many texts. */
static void
focus_entered_cb (GhRichField *self)
{
  g_autoptr (GMenu) menu = NULL;

  if (self->extras != NULL)
    return;
  menu = g_menu_new ();
  g_menu_append (menu, _ ("_Bold"), "rich.bold");
  g_menu_append (menu, _ ("_Italic"), "rich.italic");
  g_menu_append (menu, _ ("Insert a _field…"), "rich.insert-field");
  self->extras = G_MENU_MODEL (g_steal_pointer (&menu));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), self->extras);
}

/* --- making ---------------------------------------------------------------------------------- */

/* GtkTextView does not tell its height for a width before it has been laid out once, and then too
 * late for its neighbours: so the field measures the text itself. */
static int
text_height (GhRichField *self, int width)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoAttrList *attributes = gh_rich_text_attributes (buffer_of (self));
  int height;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, MAX (width - 2 * (TEXT_MARGIN_X + 1), 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * (TEXT_MARGIN_Y + 1);
}

static GtkSizeRequestMode
gh_rich_field_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gh_rich_field_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  GhRichField *self = GH_RICH_FIELD (widget);

  /* The child is measured all the same: GTK allocates nothing that was not. */
  gtk_widget_measure (self->frame, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = text_height (self, for_size);
  else
    {
      *minimum = 60;
      *natural = 240;
    }
}

static void
gh_rich_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhRichField *self = GH_RICH_FIELD (widget);

  gtk_widget_allocate (self->frame, width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
gh_rich_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GH_RICH_FIELD (widget)->view));
}

/* One stop for Tab in both directions, as GhField. */
static gboolean
gh_rich_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GhRichField *self = GH_RICH_FIELD (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && self->menu != NULL && gtk_widget_is_ancestor (focus, self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* What was typed last is saved when the field leaves the window, too. */
static void
gh_rich_field_unroot (GtkWidget *widget)
{
  gh_rich_field_flush (GH_RICH_FIELD (widget));

  GTK_WIDGET_CLASS (gh_rich_field_parent_class)->unroot (widget);
}

static void
gh_rich_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GhRichField *self = GH_RICH_FIELD (object);

  switch (id)
    {
    case PROP_LABEL:
      if (g_value_get_string (value) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_rich_field_dispose (GObject *object)
{
  GhRichField *self = GH_RICH_FIELD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->extras);

  G_OBJECT_CLASS (gh_rich_field_parent_class)->dispose (object);
}

static void
gh_rich_field_finalize (GObject *object)
{
  g_free (GH_RICH_FIELD (object)->stored);
  g_free (GH_RICH_FIELD (object)->taken);
  g_free (GH_RICH_FIELD (object)->needle);

  G_OBJECT_CLASS (gh_rich_field_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  static const char *const plain[] = {
    [JOIN_BEFORE] = "join-before", [JOIN_AFTER] = "join-after", [INDENT] = "indent",
    [OUTDENT] = "outdent",         [LEAVE_UP] = "leave-up",     [LEAVE_DOWN] = "leave-down",
  };

  signals[COMMITTED] = g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STYLE_CHANGED] =
    g_signal_new ("style-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLIT] =
    g_signal_new ("split", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                  NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[PASTE_BLOCKS] =
    g_signal_new ("paste-blocks", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                  NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);
  for (gsize i = JOIN_BEFORE; i <= LEAVE_DOWN; i++)
    signals[i] = g_signal_new (plain[i], type, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

static void
gh_rich_field_class_init (GhRichFieldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = gh_rich_field_set_property;
  object_class->dispose = gh_rich_field_dispose;
  object_class->finalize = gh_rich_field_finalize;
  widget_class->focus = gh_rich_field_focus;
  widget_class->grab_focus = gh_rich_field_grab_focus;
  widget_class->unroot = gh_rich_field_unroot;
  widget_class->get_request_mode = gh_rich_field_get_request_mode;
  widget_class->measure = gh_rich_field_measure;
  widget_class->size_allocate = gh_rich_field_size_allocate;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals (G_TYPE_FROM_CLASS (class));

  gtk_widget_class_install_action (widget_class, "field.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "rich.bold", NULL, style_action);
  gtk_widget_class_install_action (widget_class, "rich.italic", NULL, style_action);
  gtk_widget_class_install_action (widget_class, "rich.insert-field", NULL, insert_field_action);
  gtk_widget_class_install_action (widget_class, "rich.field", "s", field_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "rich.bold",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "rich.italic",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "rich.insert-field", NULL);
  gtk_widget_class_set_css_name (widget_class, "field");
}

static void
gh_rich_field_init (GhRichField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextView *view;

  self->stored = g_strdup ("");
  self->taken = g_strdup ("");
  self->view = GH_RICH_VIEW (gh_rich_view_new ());
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_view_set_top_margin (view, TEXT_MARGIN_Y);
  gtk_text_view_set_bottom_margin (view, TEXT_MARGIN_Y);
  gtk_text_view_set_left_margin (view, TEXT_MARGIN_X);
  gtk_text_view_set_right_margin (view, TEXT_MARGIN_X);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "blocks-pasted", G_CALLBACK (blocks_pasted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "style-changed", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* The text may outlive the field while GTK still tells it that the focus has left. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  self->frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (self->frame), GTK_WIDGET (view));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
gh_rich_field_new (const char *label)
{
  return g_object_new (GH_TYPE_RICH_FIELD, "label", label, NULL);
}
