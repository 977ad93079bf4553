/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-field.h"

#include <string.h>

/* Long enough that a pause within a sentence does not become an undo step of its own too often,
 * short enough that nobody who leaves the desk leaves anything unsaved. */
#define COMMIT_DELAY_MS 500
/* Around the text of a field with several lines, in pixels; the frame adds one. */
#define TEXT_MARGIN_X 9
#define TEXT_MARGIN_Y 6

struct _GhField
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *frame; /* the only child */
  char *stored;     /* what the owner showed last */
  char *taken;      /* the text as it was shown, or handed on, last */
  char *label;

  /* Borrowed */
  GtkWidget *text; /* GtkTextView or GtkEntry */

  guint timeout;
  gboolean multiline;
  gboolean whole;
  gboolean composing;
  gboolean showing;
  gboolean committing;
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

enum
{
  COMMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhField, gh_field, GTK_TYPE_WIDGET)

char *
gh_field_dup_text (GhField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (GH_IS_FIELD (self), NULL);

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

void
gh_field_mark (GhField *self, gsize start, gsize length)
{
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter from, to;
  int first, last;

  g_return_if_fail (GH_IS_FIELD (self));

  text = gh_field_dup_text (self);
  first = letters_before (text, start);
  last = letters_before (text, start + length);
  if (length == 0)
    return;
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

void
gh_field_select (GhField *self, gsize start, gsize length)
{
  g_return_if_fail (GH_IS_FIELD (self));

  gtk_widget_grab_focus (self->text);
  gh_field_mark (self, start, length);
}

void
gh_field_flush (GhField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GH_IS_FIELD (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  text = gh_field_dup_text (self);
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

static gboolean
has_keyboard (GhField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
put_text (GhField *self, const char *text)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->taken);
  self->taken = g_strdup (text);
  self->showing = TRUE;
  if (self->multiline)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->showing = FALSE;
}

/* Hands the text on and shows what became of it: without the spaces at its ends, a date written
 * out, or what stood there before if it was refused. */
static void
settle (GhField *self)
{
  gh_field_flush (self);
  if (strcmp (self->taken, self->stored) != 0)
    put_text (self, self->stored);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GhField *self = user_data;

  if (self->composing)
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  gh_field_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GhField *self)
{
  if (self->multiline)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->showing)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->whole)
    self->timeout = g_timeout_add (COMMIT_DELAY_MS, timeout_cb, self);
}

static void
preedit_changed_cb (GhField *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

/* Also when the window goes behind another; then the keyboard comes back to the same letter. */
static void
focus_left_cb (GhField *self)
{
  self->composing = FALSE;
  if (has_keyboard (self))
    gh_field_flush (self);
  else
    settle (self);
}

static void
activated_cb (GhField *self)
{
  settle (self);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

static void
save_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gh_field_flush (GH_FIELD (widget));
}

void
gh_field_show (GhField *self, const char *text)
{
  gboolean same;

  g_return_if_fail (GH_IS_FIELD (self));
  g_return_if_fail (text != NULL);

  same = strcmp (text, self->stored) == 0;
  if (!same)
    {
      g_free (self->stored);
      self->stored = g_strdup (text);
    }
  /* What comes of the clerk's own letters waits until the keyboard has left: the space after a word
   * is typed before the next one. */
  if ((same || self->committing) && has_keyboard (self))
    return;
  if (strcmp (text, self->taken) != 0)
    put_text (self, text);
}

void
gh_field_set_editable (GhField *self, gboolean editable)
{
  g_return_if_fail (GH_IS_FIELD (self));

  if (self->multiline)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), editable);
  else
    gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
}

/* --- making ---------------------------------------------------------------------------------- */

static void
make_text_view (GhField *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, TEXT_MARGIN_Y);
  gtk_text_view_set_bottom_margin (view, TEXT_MARGIN_Y);
  gtk_text_view_set_left_margin (view, TEXT_MARGIN_X);
  gtk_text_view_set_right_margin (view, TEXT_MARGIN_X);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->text = GTK_WIDGET (view);
  self->frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (self->frame), self->text);
}

static void
make_entry (GhField *self)
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
set_label (GhField *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label != NULL ? label : "");
  if (*self->label != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label, -1);
}

static void
gh_field_constructed (GObject *object)
{
  GhField *self = GH_FIELD (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (gh_field_parent_class)->constructed (object);

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
gh_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GhField *self = GH_FIELD (object);

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

/* GtkTextView does not tell its height for a width before it has been laid out once, and then too
 * late for its neighbours: so the field measures the text itself. */
static int
text_height (GhField *self, int width)
{
  g_autofree char *text = gh_field_dup_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, text);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, MAX (width - 2 * (TEXT_MARGIN_X + 1), 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * (TEXT_MARGIN_Y + 1);
}

static GtkSizeRequestMode
gh_field_get_request_mode (GtkWidget *widget)
{
  return GH_FIELD (widget)->multiline ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                      : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
gh_field_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  GhField *self = GH_FIELD (widget);

  /* The child is measured all the same: GTK allocates nothing that was not. */
  gtk_widget_measure (self->frame, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (!self->multiline)
    return;
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
gh_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GH_FIELD (widget)->frame, width, height, baseline, NULL);
}

static gboolean
gh_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GH_FIELD (widget)->text);
}

/* One stop for Tab in both directions. GTK's own way asks a widget to take the focus where its
 * children pass it on, and so Shift+Tab never left the field. */
static gboolean
gh_field_focus (GtkWidget *widget, GtkDirectionType direction G_GNUC_UNUSED)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* What was typed last is saved when the field leaves the window, too. */
static void
gh_field_unroot (GtkWidget *widget)
{
  gh_field_flush (GH_FIELD (widget));

  GTK_WIDGET_CLASS (gh_field_parent_class)->unroot (widget);
}

static void
gh_field_dispose (GObject *object)
{
  GhField *self = GH_FIELD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_field_parent_class)->dispose (object);
}

static void
gh_field_finalize (GObject *object)
{
  g_free (GH_FIELD (object)->stored);
  g_free (GH_FIELD (object)->taken);
  g_free (GH_FIELD (object)->label);

  G_OBJECT_CLASS (gh_field_parent_class)->finalize (object);
}

static void
gh_field_class_init (GhFieldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = gh_field_constructed;
  object_class->set_property = gh_field_set_property;
  object_class->dispose = gh_field_dispose;
  object_class->finalize = gh_field_finalize;
  widget_class->focus = gh_field_focus;
  widget_class->grab_focus = gh_field_grab_focus;
  widget_class->unroot = gh_field_unroot;
  widget_class->get_request_mode = gh_field_get_request_mode;
  widget_class->measure = gh_field_measure;
  widget_class->size_allocate = gh_field_size_allocate;

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

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "field.save", NULL, save_action);
  gtk_widget_class_set_css_name (widget_class, "field");
}

static void
gh_field_init (GhField *self)
{
  self->stored = g_strdup ("");
  self->taken = g_strdup ("");
}

GtkWidget *
gh_field_new (gboolean multiline, const char *label)
{
  return g_object_new (GH_TYPE_FIELD, "multiline", multiline, "label", label, NULL);
}
