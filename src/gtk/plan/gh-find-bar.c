/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-find-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-text.h"
#include "gh-toaster.h"

struct _GhFindBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkCheckButton *match_case;
  GtkCheckButton *match_marks;
  GtkCheckButton *whole_words;
  GtkEditable *replacement;
  GtkWidget *replace;
  GtkWidget *replace_all;

  /* Owned */
  GhWorkspace *workspace;
  GArray *places; /* GhPlace */

  GhPlace anchor; /* the place to begin at; looked for again after each change */
  guint current;  /* of @places */
};

enum
{
  FOUND,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhFindBar, gh_find_bar, GTK_TYPE_WIDGET)

static const GhPlan *
plan_of (GhFindBar *self)
{
  const GhDossier *dossier =
    self->workspace != NULL ? gh_workspace_get_dossier (self->workspace) : NULL;

  return dossier != NULL ? dossier->plan : NULL;
}

static GhFind
find_of (GhFindBar *self)
{
  return (GhFind){
    .text = gtk_editable_get_text (self->entry),
    .match_case = gtk_check_button_get_active (self->match_case),
    .match_marks = gtk_check_button_get_active (self->match_marks),
    .whole_words = gtk_check_button_get_active (self->whole_words),
  };
}

/* --- places ---------------------------------------------------------------------------------- */

/* In the order of the paper, which is that of the enumeration. */
static int
compare_places (const GhPlace *a, const GhPlace *b)
{
  if (a->part != b->part)
    return a->part < b->part ? -1 : 1;
  if (a->index != b->index)
    return a->index < b->index ? -1 : 1;
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->column != b->column)
    return a->column < b->column ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

static const GhPlace *
current_place (GhFindBar *self)
{
  return self->current < self->places->len ? &g_array_index (self->places, GhPlace, self->current)
                                           : NULL;
}

static void
show_count (GhFindBar *self)
{
  const GhPlan *plan = plan_of (self);
  gboolean any = self->places->len > 0;
  gboolean open = any && plan != NULL && plan->state != GH_PLAN_ISSUED;
  g_autofree char *text = NULL;

  if (any)
    /* Translators: the place that is shown, and how many were found: "3 of 12" */
    text = g_strdup_printf (_("%u of %u"), self->current + 1, self->places->len);
  else
    text = g_strdup (*gtk_editable_get_text (self->entry) != '\0' ? _("Not found") : "");
  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->previous, any);
  gtk_widget_set_sensitive (self->next, any);
  gtk_widget_set_sensitive (self->replace, open);
  gtk_widget_set_sensitive (self->replace_all, open);
}

static void
show_place (GhFindBar *self)
{
  GhFind find = find_of (self);
  const GhPlace *place = current_place (self);

  if (place != NULL)
    self->anchor = *place;
  show_count (self);
  g_signal_emit (self, signals[FOUND], 0, *find.text != '\0' ? &find : NULL, place);
}

static void
search (GhFindBar *self)
{
  GhFind find = find_of (self);
  const GhPlan *plan = plan_of (self);

  g_array_unref (self->places);
  self->places =
    plan != NULL ? gh_plan_find (plan, &find) : g_array_new (FALSE, FALSE, sizeof (GhPlace));
  self->current = 0;
  while (self->current < self->places->len &&
         compare_places (current_place (self), &self->anchor) < 0)
    self->current++;
  if (self->current == self->places->len)
    self->current = 0;
}

static void
changed_cb (GhFindBar *self)
{
  search (self);
  show_place (self);
}

void
gh_find_bar_step (GhFindBar *self, int step)
{
  guint n;

  g_return_if_fail (GH_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gh_find_bar_open (self);
      return;
    }
  n = self->places->len;
  if (n == 0)
    return;
  self->current = (self->current + n + (guint) step) % n;
  show_place (self);
}

static void
next_cb (GhFindBar *self)
{
  gh_find_bar_step (self, 1);
}

static void
previous_cb (GhFindBar *self)
{
  gh_find_bar_step (self, -1);
}

/* --- open and closed ------------------------------------------------------------------------- */

void
gh_find_bar_open (GhFindBar *self)
{
  g_return_if_fail (GH_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  changed_cb (self);
}

static void
close_bar (GhFindBar *self)
{
  GhPlace place = GH_PLACE_INIT;
  gboolean any = current_place (self) != NULL;

  if (any)
    place = *current_place (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[FOUND], 0, NULL, NULL);
  g_signal_emit (self, signals[LEFT], 0, any ? &place : NULL);
}

static gboolean
key_pressed_cb (GhFindBar *self,
                guint key,
                guint code G_GNUC_UNUSED,
                GdkModifierType state,
                GtkEventController *keys)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Escape)
    close_bar (self);
  else if (enter && (state & GDK_SHIFT_MASK) != 0 &&
           gtk_event_controller_get_widget (keys) == self->box)
    gh_find_bar_step (self, -1);
  else
    return FALSE;
  return TRUE;
}

void
gh_find_bar_show (GhFindBar *self, GhWorkspace *workspace)
{
  g_return_if_fail (GH_IS_FIND_BAR (self));

  g_set_object (&self->workspace, workspace);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  search (self);
  show_count (self);
}

const GhPlace *
gh_find_bar_get_place (GhFindBar *self, GhFind *find)
{
  g_return_val_if_fail (GH_IS_FIND_BAR (self), NULL);

  *find = find_of (self);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? current_place (self) : NULL;
}

/* --- replacing ------------------------------------------------------------------------------- */

/* (transfer full) (nullable) */
static GhFix *
make_fix (GhFindBar *self, const GhPlace *only, guint *n)
{
  GhFind find = find_of (self);

  return gh_plan_replace (plan_of (self), &find, gtk_editable_get_text (self->replacement), only,
                          n);
}

static gboolean
save (GhFindBar *self, const GhFix *fix)
{
  g_autoptr (GError) error = NULL;

  if (fix == NULL || gh_edit_replace_text (self->workspace, fix, &error))
    return TRUE;
  gh_dialog_error (GTK_WIDGET (self), _("Nothing was replaced"), error);
  return FALSE;
}

static void
replace_cb (GhFindBar *self)
{
  const GhPlace *place = current_place (self);
  g_autofree char *clean = NULL;
  g_autoptr (GhFix) fix = NULL;
  guint n = 0;

  if (place == NULL)
    return;
  clean = gh_text_nfc (gtk_editable_get_text (self->replacement), -1);
  fix = make_fix (self, place, &n);
  /* On with what stands behind it. */
  self->anchor = *place;
  self->anchor.start += fix != NULL ? strlen (clean) : place->length;
  if (!save (self, fix))
    return;
  search (self);
  show_place (self);
}

static void
replace_all_cb (GhFindBar *self)
{
  g_autoptr (GhFix) fix = NULL;
  g_autofree char *done = NULL;
  guint n = 0;

  if (plan_of (self) == NULL)
    return;
  fix = make_fix (self, NULL, &n);
  if (fix == NULL || !save (self, fix))
    return;
  search (self);
  show_place (self);
  done = g_strdup_printf (ngettext ("%u place replaced", "%u places replaced", n), n);
  gh_toast_undo (GTK_WIDGET (self), done);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
gh_find_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_FIND_BAR);
  g_clear_object (&GH_FIND_BAR (object)->workspace);

  G_OBJECT_CLASS (gh_find_bar_parent_class)->dispose (object);
}

static void
gh_find_bar_finalize (GObject *object)
{
  g_array_unref (GH_FIND_BAR (object)->places);

  G_OBJECT_CLASS (gh_find_bar_parent_class)->finalize (object);
}

static void
gh_find_bar_class_init (GhFindBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = gh_find_bar_dispose;
  object_class->finalize = gh_find_bar_finalize;

  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/giothong/GiotHong/plan/gh-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, match_case);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, match_marks);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, whole_words);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, replace);
  gtk_widget_class_bind_template_child (widget_class, GhFindBar, replace_all);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "close_cb", G_CALLBACK (close_bar));
}

static void
gh_find_bar_init (GhFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->places = g_array_new (FALSE, FALSE, sizeof (GhPlace));
  self->anchor = (GhPlace) GH_PLACE_INIT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->box, keys);
  show_count (self);
}
