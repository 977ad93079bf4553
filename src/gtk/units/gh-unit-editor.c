/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit-editor.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-edits.h"
#include "gh-follow.h"
#include "gh-number.h"
#include "gh-text.h"

struct _GhUnitEditor
{
  GtkWindow parent_instance;

  /* Template children */
  GtkEditable *name;
  GtkEditable *kind;
  GtkDropDown *parent;
  GtkEditable *headcount;
  GtkEditable *last_year;
  GtkEditable *contact;
  GtkEditable *phone;
  GtkEditable *email;
  GtkEditable *note;
  GtkLabel *problem;

  /* Owned */
  GhWorkspace *workspace;
  GhUnit *unit;       /* as it was when the window opened */
  GhDossier *base;    /* what the workspace showed then; NULL without a campaign */
  GArray *parent_ids; /* gint64, in the order of the drop-down */
};

enum
{
  SAVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhUnitEditor, gh_unit_editor, GTK_TYPE_WINDOW)

static void
show_problem (GhUnitEditor *self, GtkEditable *field, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}

/* An empty field is "not known", which is not zero. */
static gboolean
read_count (GtkEditable *field, gint64 *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  if (*text == '\0')
    {
      *value = -1;
      return TRUE;
    }
  return gh_number_parse_count (text, value);
}

static void
take_text (GtkEditable *field, char **text)
{
  g_autofree char *clean = gh_text_nfc (gtk_editable_get_text (field), -1);

  g_free (*text);
  *text = gh_text_squeeze (clean);
}

static void
cancel_cb (GhUnitEditor *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static const GhUnit *
find_unit (const GhDossier *dossier, gint64 id)
{
  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      if (unit->id == id)
        return unit;
    }
  return NULL;
}

/* Every unit but this one and those below it may be its parent. */
static void
fill_parents (GhUnitEditor *self, const GhDossier *dossier)
{
  g_autoptr (GhUnitTree) tree = gh_unit_tree_new (dossier->units);
  g_autoptr (GPtrArray) units = gh_unit_tree_flatten (tree);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  gtk_string_list_append (names, _("(at the top)"));
  g_array_append_val (self->parent_ids, none);
  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (units, i);

      if (self->unit->id != 0 &&
          (unit->id == self->unit->id || gh_unit_tree_would_loop (tree, self->unit->id, unit->id)))
        continue;
      if (unit->id == self->unit->parent_id)
        selected = self->parent_ids->len;
      g_array_append_val (self->parent_ids, unit->id);
      gtk_string_list_append (names, unit->name);
    }
  gtk_drop_down_set_model (self->parent, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->parent, selected);
}

static void
show_count (GtkEditable *field, gint64 value)
{
  g_autofree char *text = value < 0 ? g_strdup ("") : gh_number_format (value);

  gtk_editable_set_text (field, text);
}

static void
fill_fields (GhUnitEditor *self)
{
  const GhUnit *unit = self->unit;

  gtk_editable_set_text (self->name, unit->name);
  gtk_editable_set_text (self->kind, unit->kind);
  gtk_editable_set_text (self->contact, unit->contact);
  gtk_editable_set_text (self->phone, unit->phone);
  gtk_editable_set_text (self->email, unit->email);
  gtk_editable_set_text (self->note, unit->note);
  show_count (self->headcount, unit->headcount);
  show_count (self->last_year, unit->last_year);
}

static void
follow_count (GtkEditable *field, gint64 before, gint64 now)
{
  g_autofree char *old = before < 0 ? g_strdup ("") : gh_number_format (before);
  g_autofree char *new = now < 0 ? g_strdup ("") : gh_number_format (now);

  gh_follow_text (field, old, new);
}

static void
follow_parent (GhUnitEditor *self, const GhUnit *before)
{
  guint selected = gtk_drop_down_get_selected (self->parent);
  gint64 chosen = before->parent_id;

  if (selected < self->parent_ids->len)
    chosen = g_array_index (self->parent_ids, gint64, selected);
  if (chosen != before->parent_id)
    self->unit->parent_id = chosen;
  g_array_set_size (self->parent_ids, 0);
  fill_parents (self, self->base);
}

/* After another program was faster. */
static void
follow_unit (GhUnitEditor *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  const GhUnit *now = dossier != NULL ? find_unit (dossier, self->unit->id) : NULL;
  g_autoptr (GhUnit) before = NULL;

  if (now == NULL)
    return;
  before = g_steal_pointer (&self->unit);
  self->unit = gh_unit_copy (now);
  g_clear_pointer (&self->base, gh_dossier_unref);
  self->base = gh_dossier_ref (dossier);
  follow_parent (self, before);
  gh_follow_text (self->name, before->name, now->name);
  gh_follow_text (self->kind, before->kind, now->kind);
  gh_follow_text (self->contact, before->contact, now->contact);
  gh_follow_text (self->phone, before->phone, now->phone);
  gh_follow_text (self->email, before->email, now->email);
  gh_follow_text (self->note, before->note, now->note);
  follow_count (self->headcount, before->headcount, now->headcount);
  follow_count (self->last_year, before->last_year, now->last_year);
}

/* Shows what is wrong with the entries; else they are in @unit. */
static gboolean
take_entries (GhUnitEditor *self, GhUnit *unit)
{
  guint selected = gtk_drop_down_get_selected (self->parent);

  take_text (self->name, &unit->name);
  take_text (self->kind, &unit->kind);
  take_text (self->contact, &unit->contact);
  take_text (self->phone, &unit->phone);
  take_text (self->email, &unit->email);
  take_text (self->note, &unit->note);
  if (*unit->name == '\0')
    {
      show_problem (self, self->name, _("Enter the name of the unit."));
      return FALSE;
    }
  if (!read_count (self->headcount, &unit->headcount))
    {
      show_problem (self, self->headcount,
                    _("The headcount is a whole number, or empty if it is not known."));
      return FALSE;
    }
  if (!read_count (self->last_year, &unit->last_year))
    {
      show_problem (self, self->last_year,
                    _("Last year's result is a whole number, or empty if it is not known."));
      return FALSE;
    }
  if (selected < self->parent_ids->len)
    unit->parent_id = g_array_index (self->parent_ids, gint64, selected);
  return TRUE;
}

static void
save_cb (GhUnitEditor *self)
{
  g_autoptr (GhUnit) unit = gh_unit_copy (self->unit);
  g_autoptr (GError) error = NULL;

  if (!take_entries (self, unit))
    return;
  if (!gh_edit_save_unit_from (self->workspace, self->base, unit, &error))
    {
      if (g_error_matches (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT))
        follow_unit (self);
      show_problem (self, NULL, error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, unit->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gh_unit_editor_finalize (GObject *object)
{
  GhUnitEditor *self = GH_UNIT_EDITOR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->unit, gh_unit_free);
  g_clear_pointer (&self->base, gh_dossier_unref);
  g_clear_pointer (&self->parent_ids, g_array_unref);

  G_OBJECT_CLASS (gh_unit_editor_parent_class)->finalize (object);
}

static void
gh_unit_editor_class_init (GhUnitEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = gh_unit_editor_finalize;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/units/gh-unit-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, name);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, parent);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, headcount);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, last_year);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, contact);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, phone);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, email);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, note);
  gtk_widget_class_bind_template_child (widget_class, GhUnitEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_unit_editor_init (GhUnitEditor *self)
{
  self->parent_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  gtk_drop_down_set_expression (
    self->parent, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
}

GhUnitEditor *
gh_unit_editor_new (GtkWidget *widget, GhWorkspace *workspace, gint64 unit_id, gint64 parent_id)
{
  GhUnitEditor *self = g_object_new (GH_TYPE_UNIT_EDITOR, "transient-for",
                                     GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const GhUnit *unit = dossier != NULL ? find_unit (dossier, unit_id) : NULL;

  self->workspace = g_object_ref (workspace);
  self->base = dossier != NULL ? gh_dossier_ref (dossier) : NULL;
  self->unit = unit != NULL ? gh_unit_copy (unit) : NULL;
  if (self->unit == NULL)
    {
      self->unit = gh_unit_new ("");
      self->unit->parent_id = parent_id;
      self->unit->position = dossier != NULL ? (int) dossier->units->len : 0;
    }
  gtk_window_set_title (GTK_WINDOW (self), self->unit->id != 0 ? _("Edit unit") : _("New unit"));
  if (dossier != NULL)
    fill_parents (self, dossier);
  fill_fields (self);
  return self;
}
