/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-field.h"

#include <string.h>

#include "gh-field-view.h"
#include "gh-marked.h"
#include "gh-rich-field-private.h"

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_LINES,
  PROP_PLACEHOLDER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void field_iface_init (GhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GhRichField,
                               gh_rich_field,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GH_TYPE_FIELD, field_iface_init))

GtkTextBuffer *
_gh_rich_field_get_buffer (GhRichField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* --- text ------------------------------------------------------------------------------------ */

static GhFieldSaving *
get_saving (GhField *field)
{
  return &GH_RICH_FIELD (field)->saving;
}

static char *
dup_text (GhField *field)
{
  g_autoptr (GPtrArray) runs = gh_rich_view_dup_runs (GH_RICH_FIELD (field)->view);
  g_autofree char *text = gh_marked_format (runs);
  const char *taken = gh_field_get_taken (field);

  /* Marks that say the same another way stay as they are. */
  return gh_marked_equal (text, taken) ? g_strdup (taken) : g_steal_pointer (&text);
}

/* The list of fields has the keyboard for the text. */
static gboolean
lends_keyboard (GhField *field)
{
  GhRichField *self = GH_RICH_FIELD (field);

  return self->menu != NULL && gtk_widget_get_visible (self->menu);
}

static void
show_matches (GhRichField *self)
{
  gh_rich_view_highlight (self->view, gh_field_get_taken (GH_FIELD (self)),
                          self->needle != NULL ? &self->find : NULL, self->current);
}

static void
put_text (GhField *field, const char *text)
{
  GhRichField *self = GH_RICH_FIELD (field);

  gh_rich_view_set_marked (self->view, text);
  show_matches (self);
}

/* Whether the letters stand as @text would be shown: "**" that was typed is bold by now. */
static gboolean
looks_like (GhField *field, const char *text)
{
  GhRichField *self = GH_RICH_FIELD (field);
  g_autoptr (GPtrArray) shown = gh_rich_view_dup_runs (self->view);
  g_autoptr (GPtrArray) stored = gh_marked_parse (text);

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

static gboolean
is_composing (GhField *field)
{
  return gh_rich_view_is_composing (GH_RICH_FIELD (field)->view);
}

static void
refresh (GhField *field)
{
  GhRichField *self = GH_RICH_FIELD (field);

  gh_rich_view_refresh (self->view);
  if (self->needle != NULL)
    show_matches (self);
}

static void
set_editable (GhField *field, gboolean editable)
{
  GhRichField *self = GH_RICH_FIELD (field);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  _gh_rich_field_enable_keys (self, editable);
}

/* Over an empty text, and not over what an input method composes. */
static void
show_hint (GhRichField *self)
{
  if (self->hint != NULL)
    gtk_widget_set_visible (
      self->hint, !gh_rich_view_is_composing (self->view) &&
                    gtk_text_buffer_get_char_count (_gh_rich_field_get_buffer (self)) == 0);
}

static void
changed_cb (GhRichField *self)
{
  show_hint (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gh_field_changed (GH_FIELD (self), FALSE);
}

static void
focus_left_cb (GhRichField *self)
{
  gh_field_focus_left (GH_FIELD (self));
}

void
gh_rich_field_set_fill (GhRichField *self, const GhRichFill *fill)
{
  g_return_if_fail (GH_IS_RICH_FIELD (self));

  self->fill = *fill;
  gh_rich_view_set_fill (self->view, &self->fill);
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
  gh_rich_text_from_plain (_gh_rich_field_get_buffer (self), gh_marked_to_plain (text, offset),
                           iter);
}

static void
mark (GhField *field, gsize start, gsize length)
{
  GhRichField *self = GH_RICH_FIELD (field);
  g_autofree char *text = dup_text (field);
  GtkTextIter from, to;

  iter_at (self, text, start, &from);
  iter_at (self, text, start + length, &to);
  gtk_text_buffer_select_range (_gh_rich_field_get_buffer (self), &to, &from);
}

static void
field_iface_init (GhFieldInterface *iface)
{
  iface->get_saving = get_saving;
  iface->dup_text = dup_text;
  iface->put_text = put_text;
  iface->mark = mark;
  iface->set_editable = set_editable;
  iface->is_composing = is_composing;
  iface->lends_keyboard = lends_keyboard;
  iface->looks_like = looks_like;
  iface->refresh = refresh;
}

void
gh_rich_field_place (GhRichField *self, gsize offset)
{
  g_autofree char *text = NULL;
  GtkTextIter at;

  g_return_if_fail (GH_IS_RICH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  text = gh_field_dup_text (GH_FIELD (self));
  iter_at (self, text, offset, &at);
  gtk_text_buffer_place_cursor (_gh_rich_field_get_buffer (self), &at);
}

gsize
_gh_rich_field_stored_offset (const char *text, const GtkTextIter *iter)
{
  return gh_marked_to_stored (text, gh_rich_text_to_plain (iter));
}

gsize
gh_rich_field_get_place (GhRichField *self)
{
  g_autofree char *text = NULL;
  GtkTextIter caret;

  g_return_val_if_fail (GH_IS_RICH_FIELD (self), 0);

  text = gh_field_dup_text (GH_FIELD (self));
  gtk_text_buffer_get_iter_at_mark (_gh_rich_field_get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (_gh_rich_field_get_buffer (self)));
  return _gh_rich_field_stored_offset (text, &caret);
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

/* --- style ----------------------------------------------------------------------------------- */

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

/* --- making ---------------------------------------------------------------------------------- */

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
  PangoAttrList *attributes = NULL;

  /* The child is measured all the same: GTK allocates nothing that was not. */
  gtk_widget_measure (self->frame, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  *minimum_baseline = *natural_baseline = -1;
  if (self->hint != NULL)
    gtk_widget_measure (self->hint, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    attributes = gh_rich_text_attributes (_gh_rich_field_get_buffer (self));
  gh_field_view_measure (GTK_TEXT_VIEW (self->view), attributes, orientation, for_size, minimum,
                         natural);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static void
allocate_hint (GhRichField *self, int width, int height)
{
  int wanted = 0;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_allocate (
    self->hint, MAX (width - 2 * GH_FIELD_VIEW_X, 0), MIN (wanted, height), -1,
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (GH_FIELD_VIEW_X, GH_FIELD_VIEW_Y)));
}

static void
gh_rich_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhRichField *self = GH_RICH_FIELD (widget);

  gtk_widget_allocate (self->frame, width, height, baseline, NULL);
  if (self->hint != NULL && gtk_widget_get_visible (self->hint))
    allocate_hint (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
gh_rich_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GH_RICH_FIELD (widget)->view));
}

static gboolean
gh_rich_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GhRichField *self = GH_RICH_FIELD (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && self->menu != NULL && gtk_widget_is_ancestor (focus, self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  return gh_field_tab_stop (widget);
}

/* What was typed last is saved when the field leaves the window, too. */
static void
gh_rich_field_unroot (GtkWidget *widget)
{
  gh_field_flush (GH_FIELD (widget));

  GTK_WIDGET_CLASS (gh_rich_field_parent_class)->unroot (widget);
}

static void
set_placeholder (GhRichField *self, const char *text)
{
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  if (text == NULL)
    return;
  self->hint =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label",
                  text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->hint, "placeholder");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  text, -1);
  show_hint (self);
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
    case PROP_LINES:
      gh_rich_view_set_lines (self->view, g_value_get_boolean (value));
      break;
    case PROP_PLACEHOLDER:
      set_placeholder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_rich_field_dispose (GObject *object)
{
  GhRichField *self = GH_RICH_FIELD (object);

  gh_field_stop_saving (&self->saving);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_object (&self->extras);

  G_OBJECT_CLASS (gh_rich_field_parent_class)->dispose (object);
}

static void
gh_rich_field_finalize (GObject *object)
{
  gh_field_clear_saving (&GH_RICH_FIELD (object)->saving);
  g_free (GH_RICH_FIELD (object)->needle);

  G_OBJECT_CLASS (gh_rich_field_parent_class)->finalize (object);
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
  properties[PROP_LINES] =
    g_param_spec_boolean ("lines", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gh_field_install (widget_class);
  _gh_rich_field_class_init_keys (widget_class);
}

static void
gh_rich_field_init (GhRichField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gh_field_init_saving (&self->saving);
  self->view = GH_RICH_VIEW (gh_rich_view_new ());
  g_signal_connect_object (_gh_rich_field_get_buffer (self), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (show_hint), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* The text may outlive the field while GTK still tells it that the focus has left. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  _gh_rich_field_connect_keys (self);
  self->frame = gh_field_view_frame (GTK_TEXT_VIEW (self->view));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

GtkWidget *
gh_rich_field_new (const char *label)
{
  return g_object_new (GH_TYPE_RICH_FIELD, "label", label, NULL);
}
