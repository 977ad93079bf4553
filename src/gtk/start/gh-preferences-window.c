/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-label.h"
#include "gh-office-settings.h"
#include "gh-setup.h"

struct _GhPreferencesWindow
{
  GtkWindow parent_instance;

  /* Template children */
  GtkButton *cancel;
  GtkWidget *greeting;
  GtkDropDown *language;
  GtkLabel *language_note;
  GtkDropDown *level;
  GtkGrid *names;
  GtkButton *save;
  GtkDropDown *signer;
  GtkGrid *signers;

  /* Borrowed */
  GtkEditable *fields[GH_OFFICE_N_FIELDS];

  gboolean first; /* the first start */
};

G_DEFINE_FINAL_TYPE (GhPreferencesWindow, gh_preferences_window, GTK_TYPE_WINDOW)

typedef struct
{
  GhOfficeField field;
  const char *label;       /* untranslated */
  const char *placeholder; /* as it stands on paper, in Vietnamese */
} NameRow;

static const NameRow name_rows[] = {
  { GH_OFFICE_PROVINCE, N_("Province or city"), "tỉnh Hòa Xuân" },
  { GH_OFFICE_PARENT, N_("Superior body"), "ỦY BAN NHÂN DÂN XÃ AN HÒA" },
  { GH_OFFICE_ISSUER, N_("Issuing body"), "BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN" },
  { GH_OFFICE_SYMBOL, N_("Symbol"), "KH-BCĐ" },
  { GH_OFFICE_PLACE, N_("Place"), "An Hòa" },
};

/* One row for both signers; the deputy's field comes four after the head's. */
#define TO_DEPUTY ((int) GH_OFFICE_DEPUTY_AUTHORITY - (int) GH_OFFICE_HEAD_AUTHORITY)

static const struct
{
  GhOfficeField field;
  const char *label; /* untranslated */
  const char *head;  /* placeholders */
  const char *deputy;
} signer_rows[] = {
  { GH_OFFICE_HEAD_AUTHORITY, N_("Authority"), "TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN" },
  { GH_OFFICE_HEAD_ROLE, N_("Role"), "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN" },
  { GH_OFFICE_HEAD_POST, N_("Post in the host body"), "PHÓ CHỦ TỊCH UBND XÃ",
    "CHỦ TỊCH HỘI CHỮ THẬP ĐỎ XÃ" },
  { GH_OFFICE_HEAD_NAME, N_("Name"), "", "" },
};

/* --- the form ----------------------------------------------------------------------------------
 */

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gh_label_new (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  return label;
}

static GtkWidget *
make_entry (GhPreferencesWindow *self, GhOfficeField field, const char *name, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->fields[field] = GTK_EDITABLE (entry);
  return entry;
}

static void
make_names (GhPreferencesWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      const NameRow *row = &name_rows[i];

      gtk_grid_attach (self->names, make_label (_(row->label)), 0, (int) i + 1, 1, 1);
      gtk_grid_attach (self->names, make_entry (self, row->field, _(row->label), row->placeholder),
                       1, (int) i + 1, 1, 1);
    }
}

static void
make_signers (GhPreferencesWindow *self)
{
  const char *head = _("Head of the committee");
  const char *deputy = _("Deputy head");

  gtk_grid_attach (self->signers, make_label (head), 1, 0, 1, 1);
  gtk_grid_attach (self->signers, make_label (deputy), 2, 0, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (signer_rows); i++)
    {
      const char *label = _(signer_rows[i].label);
      int line = (int) i + 1;
      /* Translators: names a field: "Deputy head: Role" */
      g_autofree char *of_head = g_strdup_printf (_("%s: %s"), head, label);
      g_autofree char *of_deputy = g_strdup_printf (_("%s: %s"), deputy, label);
      GhOfficeField field = signer_rows[i].field;

      gtk_grid_attach (self->signers, make_label (label), 0, line, 1, 1);
      gtk_grid_attach (self->signers, make_entry (self, field, of_head, signer_rows[i].head), 1,
                       line, 1, 1);
      gtk_grid_attach (self->signers,
                       make_entry (self, (GhOfficeField) ((int) field + TO_DEPUTY), of_deputy,
                                   signer_rows[i].deputy),
                       2, line, 1, 1);
    }
}

static void
make_languages (GhPreferencesWindow *self)
{
  guint n;
  const GhLanguage *languages = gh_setup_languages (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, languages[i].name);
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
}

static void
select_language (GhPreferencesWindow *self, const char *code)
{
  guint n;
  const GhLanguage *languages = gh_setup_languages (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (languages[i].code, code) == 0)
      gtk_drop_down_set_selected (self->language, i);
}

/* The one that was chosen, which the program speaks only when it is started again. */
static void
show_language (GhPreferencesWindow *self)
{
  g_autofree char *chosen =
    gh_settings_get_string (gh_settings_of (GTK_WIDGET (self)), "interface", "language");

  select_language (self, gh_setup_get_language ());
  select_language (self, chosen);
}

static void
show_office (GhPreferencesWindow *self)
{
  g_autoptr (GhOffice) office = gh_office_load (gh_settings_of (GTK_WIDGET (self)));

  gtk_drop_down_set_selected (self->level, office->level);
  gtk_drop_down_set_selected (self->signer, office->deputy_signs ? 1 : 0);
  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    gtk_editable_set_text (self->fields[i], gh_office_get (office, (GhOfficeField) i));
}

static const char *
get_language (GhPreferencesWindow *self)
{
  guint n;
  const GhLanguage *languages = gh_setup_languages (&n);
  guint selected = gtk_drop_down_get_selected (self->language);

  return languages[selected < n ? selected : 0].code;
}

/* --- keeping ------------------------------------------------------------------------------------
 */

/* Kept at once: an answer lost with the power would have the question put again. */
static gboolean
set_greeted (GhPreferencesWindow *self, gboolean greeted, GError **error)
{
  GhSettings *settings = gh_settings_of (GTK_WIDGET (self));

  gh_settings_set_int (settings, "start", "greeted", greeted);
  return gh_settings_flush (settings, error);
}

static gboolean
take_over (GhPreferencesWindow *self, gboolean greeted, GError **error)
{
  GhSettings *settings = gh_settings_of (GTK_WIDGET (self));
  g_autoptr (GhOffice) office = gh_office_new ();

  office->level = (GhOfficeLevel) gtk_drop_down_get_selected (self->level);
  office->deputy_signs = gtk_drop_down_get_selected (self->signer) == 1;
  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    gh_office_set (office, (GhOfficeField) i, gtk_editable_get_text (self->fields[i]));
  gh_office_save (office, settings);
  gh_settings_set_string (settings, "interface", "language", get_language (self));
  return set_greeted (self, greeted, error);
}

static void
save_clicked_cb (GhPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (take_over (self, TRUE, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    gh_dialog_error (GTK_WIDGET (self), _("The preferences last only until the program ends"),
                     error);
}

/* Skipping is an answer too: the question is not put again. */
static void
cancel_clicked_cb (GhPreferencesWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
gh_preferences_window_close_request (GtkWindow *window)
{
  GhPreferencesWindow *self = GH_PREFERENCES_WINDOW (window);

  if (self->first)
    set_greeted (self, TRUE, NULL);
  return GTK_WINDOW_CLASS (gh_preferences_window_parent_class)->close_request (window);
}

/* On the first start nothing else is open: begin again in the language that was chosen. */
static gboolean
begin_again_cb (gpointer user_data)
{
  GhPreferencesWindow *self = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL) /* closed meanwhile, or begun again already */
    return G_SOURCE_REMOVE;
  take_over (self, FALSE, NULL);
  gh_setup_set_language (get_language (self));
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL); /* we outlive the parent for a moment */
  gtk_window_destroy (GTK_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "new", NULL);
  gtk_window_destroy (parent);
  return G_SOURCE_REMOVE;
}

static void
language_changed_cb (GhPreferencesWindow *self)
{
  gboolean other = !g_str_equal (get_language (self), gh_setup_get_language ());

  if (other && self->first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_idle_add_full (G_PRIORITY_DEFAULT, begin_again_cb, g_object_ref (self), g_object_unref);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->language_note), other);
}

/* --- class --------------------------------------------------------------------------------------
 */

static void
gh_preferences_window_class_init (GhPreferencesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  GTK_WINDOW_CLASS (class)->close_request = gh_preferences_window_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, greeting);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, language_note);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, level);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, names);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, save);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, signer);
  gtk_widget_class_bind_template_child (widget_class, GhPreferencesWindow, signers);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_preferences_window_init (GhPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_names (self);
  make_signers (self);
  make_languages (self);
  gh_names_mend (GTK_WIDGET (self));
}

static GhPreferencesWindow *
make (GtkWindow *parent)
{
  GhPreferencesWindow *self =
    g_object_new (GH_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  show_language (self);
  show_office (self);
  return self;
}

void
gh_preferences_window_present (GtkWindow *parent)
{
  gtk_window_present (GTK_WINDOW (make (parent)));
}

void
gh_preferences_greet (GtkWindow *parent)
{
  GhPreferencesWindow *self;

  if (gh_settings_get_int (gh_settings_of (GTK_WIDGET (parent)), "start", "greeted", FALSE) != 0)
    return;
  self = make (parent);
  self->first = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _("Welcome"));
  gtk_widget_set_visible (self->greeting, TRUE);
  gtk_button_set_label (self->cancel, _("_Skip"));
  gtk_button_set_label (self->save, _("_Begin"));
  gh_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
