/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhField: a text that is saved as it is typed: half a second after the last key, when the focus
 * leaves, and before undo and print (the action "field.save"). While an input method composes a
 * syllable nothing is taken from it; what stands around it waits two seconds for its end.
 *
 * The letters stay as they were typed while the keyboard is among them, whatever the owner makes of
 * them and shows again; when it leaves, the field says what is stored.
 *
 * GhPlainField shows the text as it is stored, GhRichField as it is printed.
 *
 * Signal: "committed" (text): the text differs from the one shown last.
 */
#define GH_TYPE_FIELD (gh_field_get_type ())
G_DECLARE_INTERFACE (GhField, gh_field, GH, FIELD, GtkWidget)

/** GhFieldSaving: what is remembered of a text. A member of each field, known to gh-field.c alone.
 */
typedef struct
{
  char *stored; /* owned: what the owner showed last */
  char *taken;  /* owned: the text as it was shown, or handed on, last */
  guint timeout;
  guint n_delays; /* because of an input method, since the last letter */
  gboolean showing;
  gboolean committing;
  gboolean tells_locked;
} GhFieldSaving;

struct _GhFieldInterface
{
  GTypeInterface parent_interface;

  GhFieldSaving *(*get_saving) (GhField *self);
  char *(*dup_text) (GhField *self);
  void (*put_text) (GhField *self, const char *text);
  void (*mark) (GhField *self, gsize start, gsize length);
  void (*set_editable) (GhField *self, gboolean editable);
  gboolean (*is_composing) (GhField *self);
  /* (nullable): what belongs to the field and stands elsewhere has the keyboard. */
  gboolean (*lends_keyboard) (GhField *self);
  /* (nullable): the text is another than @text, which looks the same. */
  gboolean (*looks_like) (GhField *self, const char *text);
  /* (nullable): the text stays; what else is shown with it may not. */
  void (*refresh) (GhField *self);
};

/** Shows what is stored now. Does not disturb typing if that was stored before, or came of it. */
void gh_field_show (GhField *self, const char *text);
/** (transfer full): as it stands now, saved or not. */
char *gh_field_dup_text (GhField *self);
/** Emits "committed" now if there is something new. */
void gh_field_flush (GhField *self);
/** Puts the keyboard into the field with @length bytes at @start selected; 0 = none of them. */
void gh_field_select (GhField *self, gsize start, gsize length);
/** The same, the keyboard staying where it is. */
void gh_field_mark (GhField *self, gsize start, gsize length);
/** What is not @editable looks so, and says so when somebody types in it: by the action
 * "plan.tell-locked" of the page. */
void gh_field_set_editable (GhField *self, gboolean editable);

/* --- for those who are one ------------------------------------------------------------------- */

/** Installs "field.save" and the name in CSS. */
void gh_field_install (GtkWidgetClass *class);
void gh_field_init_saving (GhFieldSaving *saving);
/** For dispose. */
void gh_field_stop_saving (GhFieldSaving *saving);
/** For finalize. */
void gh_field_clear_saving (GhFieldSaving *saving);

/** The text has changed, be it by the keyboard; @whole: it means nothing before it is complete. */
void gh_field_changed (GhField *self, gboolean whole);
/** The focus has left the text. */
void gh_field_focus_left (GhField *self);
/** Hands the text on and shows what became of it: without the spaces at its ends, a date written
 * out, or what stood there before if it was refused. */
void gh_field_settle (GhField *self);
/** The text as it was shown, or handed on, last. */
const char *gh_field_get_taken (GhField *self);
/** For the widget's focus(): one stop for Tab in both directions. GTK's own way asks a widget to
 * take the focus where its children pass it on, and so Shift+Tab never left the field. */
gboolean gh_field_tab_stop (GtkWidget *widget);
