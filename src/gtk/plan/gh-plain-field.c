/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plain-field.h"

#include <string.h>

#include "gh-field-view.h"

struct _GhPlainField
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *frame; /* the only child */
  char *label;

  /* Borrowed */
  GtkWidget *text; /* GtkTextView or GtkEntry */

  GhFieldSaving saving;
  gboolean multiline;
  gboolean whole;
  gboolean composing;
};

enum
{
  PROP_0,
  PROP_MULTILINE,
  PROP_WHOLE,
  PROP_LABEL,
  PROP_PLACEHOLDER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void field_iface_init (GhFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GhPlainField,
                               gh_plain_field,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GH_TYPE_FIELD, field_iface_init))

/* --- the field ------------------------------------------------------------------------------- */

static GhFieldSaving *
get_saving (GhField *field)
{
  return &GH_PLAIN_FIELD (field)->saving;
}

static char *
dup_text (GhField *field)
{
  GhPlainField *self = GH_PLAIN_FIELD (field);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!self->multiline)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Byte @place of @text in letters, no further than its end. */
static int
letters_before (const char *text, gsize place)
{
  return (int) g_utf8_strlen (text, (gssize) MIN (place, strlen (text)));
}

static void
mark (GhField *field, gsize start, gsize length)
{
  GhPlainField *self = GH_PLAIN_FIELD (field);
  g_autofree char *text = dup_text (field);
  int first = letters_before (text, start);
  int last = letters_before (text, start + length);
  GtkTextBuffer *buffer;
  GtkTextIter from, to;

  if (!self->multiline)
    {
      gtk_editable_select_region (GTK_EDITABLE (self->text), first, last);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, last);
  gtk_text_buffer_select_range (buffer, &to, &from);
}

static void
put_text (GhField *field, const char *text)
{
  GhPlainField *self = GH_PLAIN_FIELD (field);

  if (self->multiline)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static void
set_editable (GhField *field, gboolean editable)
{
  GhPlainField *self = GH_PLAIN_FIELD (field);

  if (self->multiline)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), editable);
  else
    gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
}

static gboolean
is_composing (GhField *field)
{
  return GH_PLAIN_FIELD (field)->composing;
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
}

static void
changed_cb (GhPlainField *self)
{
  if (self->multiline)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gh_field_changed (GH_FIELD (self), self->whole);
}

static void
preedit_changed_cb (GhPlainField *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
focus_left_cb (GhPlainField *self)
{
  self->composing = FALSE;
  gh_field_focus_left (GH_FIELD (self));
}

static void
activated_cb (GhPlainField *self)
{
  gh_field_settle (GH_FIELD (self));
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/* --- making ---------------------------------------------------------------------------------- */

static void
make_text_view (GhPlainField *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->text = GTK_WIDGET (view);
  self->frame = gh_field_view_frame (view);
}

static void
make_entry (GhPlainField *self)
{
  self->text = self->frame = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  /* As narrow as a number; who wants more room asks for it. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), 3);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->text)), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_label (GhPlainField *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label != NULL ? label : "");
  if (*self->label != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label, -1);
}

static void
gh_plain_field_constructed (GObject *object)
{
  GhPlainField *self = GH_PLAIN_FIELD (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (gh_plain_field_parent_class)->constructed (object);

  if (self->multiline)
    make_text_view (self);
  else
    make_entry (self);
  /* The text may outlive the field while GTK still tells it that the focus has left. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

static void
gh_plain_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GhPlainField *self = GH_PLAIN_FIELD (object);

  switch (id)
    {
    case PROP_MULTILINE:
      self->multiline = g_value_get_boolean (value);
      break;
    case PROP_WHOLE:
      self->whole = g_value_get_boolean (value);
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      if (!self->multiline)
        gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GtkSizeRequestMode
gh_plain_field_get_request_mode (GtkWidget *widget)
{
  return GH_PLAIN_FIELD (widget)->multiline ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                            : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
gh_plain_field_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GhPlainField *self = GH_PLAIN_FIELD (widget);

  /* The child is measured all the same: GTK allocates nothing that was not. */
  gtk_widget_measure (self->frame, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (!self->multiline)
    return;
  *minimum_baseline = *natural_baseline = -1;
  gh_field_view_measure (GTK_TEXT_VIEW (self->text), NULL, orientation, for_size, minimum, natural);
}

static void
gh_plain_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GH_PLAIN_FIELD (widget)->frame, width, height, baseline, NULL);
}

static gboolean
gh_plain_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GH_PLAIN_FIELD (widget)->text);
}

static gboolean
gh_plain_field_focus (GtkWidget *widget, GtkDirectionType direction G_GNUC_UNUSED)
{
  return gh_field_tab_stop (widget);
}

/* What was typed last is saved when the field leaves the window, too. */
static void
gh_plain_field_unroot (GtkWidget *widget)
{
  gh_field_flush (GH_FIELD (widget));

  GTK_WIDGET_CLASS (gh_plain_field_parent_class)->unroot (widget);
}

static void
gh_plain_field_dispose (GObject *object)
{
  GhPlainField *self = GH_PLAIN_FIELD (object);

  gh_field_stop_saving (&self->saving);
  g_clear_pointer (&self->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_plain_field_parent_class)->dispose (object);
}

static void
gh_plain_field_finalize (GObject *object)
{
  gh_field_clear_saving (&GH_PLAIN_FIELD (object)->saving);
  g_free (GH_PLAIN_FIELD (object)->label);

  G_OBJECT_CLASS (gh_plain_field_parent_class)->finalize (object);
}

static void
gh_plain_field_class_init (GhPlainFieldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = gh_plain_field_constructed;
  object_class->set_property = gh_plain_field_set_property;
  object_class->dispose = gh_plain_field_dispose;
  object_class->finalize = gh_plain_field_finalize;
  widget_class->focus = gh_plain_field_focus;
  widget_class->grab_focus = gh_plain_field_grab_focus;
  widget_class->unroot = gh_plain_field_unroot;
  widget_class->get_request_mode = gh_plain_field_get_request_mode;
  widget_class->measure = gh_plain_field_measure;
  widget_class->size_allocate = gh_plain_field_size_allocate;

  properties[PROP_MULTILINE] =
    g_param_spec_boolean ("multiline", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHOLE] =
    g_param_spec_boolean ("whole", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gh_field_install (widget_class);
}

static void
gh_plain_field_init (GhPlainField *self)
{
  gh_field_init_saving (&self->saving);
}

GtkWidget *
gh_plain_field_new (gboolean multiline, const char *label)
{
  return g_object_new (GH_TYPE_PLAIN_FIELD, "multiline", multiline, "label", label, NULL);
}
