/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-doc-build.h"
#include "gh-export-info.h"
#include "gh-file-name.h"
#include "gh-fonts.h"
#include "gh-platform.h"
#include "gh-reports-page.h"
#include "gh-toaster.h"
#include "gh-window-private.h"

/* --- export ----------------------------------------------------------------------------------- */

/* One export under way. */
typedef struct
{
  const GhExportInfo *info;
  char *path;
  gboolean open; /* with the system's program for it, once it is written */
} Export;

static void open_path (GhWindow *self, const char *path);

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->path);
  g_free (export);
}

static void
exported (GtkWidget *widget, GhJob *job G_GNUC_UNUSED, gpointer user_data)
{
  Export *export = user_data;
  GhWindow *self = GH_WINDOW (widget);
  g_autofree char *name = g_filename_display_basename (export->path);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (export->path));
  g_autofree char *open = g_action_print_detailed_name ("win.open-file", target);
  g_autofree char *folder = g_action_print_detailed_name ("win.open-folder", target);
  g_autofree char *text = NULL;

  gh_export_info_remember (export->info, widget, self->workspace, export->path);
  if (GH_IS_REPORTS_PAGE (self->page))
    gh_page_go_to (self->page, "export", 0);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Exported: %s"), name);
  gh_toast_action (widget, text, _("_Open"), open, _("Open _folder"), folder);
  if (export->open)
    open_path (self, export->path);
}

static GhJob *
make_export (GtkWidget *widget, gpointer user_data)
{
  const Export *export = user_data;
  GhWindow *self = GH_WINDOW (widget);

  return self->workspace != NULL
           ? gh_job_new_export (self->workspace, export->info->kind, export->path)
           : NULL;
}

static void
export_to (GhWindow *self, const GhExportInfo *info, const char *path, gboolean open)
{
  Export *export = g_new0 (Export, 1);

  export->info = info;
  export->open = open;
  export->path = g_strdup (path);
  gh_jobs_run_retrying (GTK_WIDGET (self), make_export, _("The file could not be written"),
                        exported, export, export_free);
}

static void
export_chosen_cb (GtkWidget *widget, GFile *file, gpointer info)
{
  export_to (GH_WINDOW (widget), info, g_file_peek_path (file), FALSE);
}

static void
export_to_open_chosen_cb (GtkWidget *widget, GFile *file, gpointer info)
{
  export_to (GH_WINDOW (widget), info, g_file_peek_path (file), TRUE);
}

static void
choose_export (GhWindow *self, const char *key, GhFileChosen chosen)
{
  const GhExportInfo *info = gh_export_info_find (key);
  GhDossier *dossier;
  g_autofree char *title = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;

  _gh_window_save_typing (self);
  dossier = gh_workspace_get_dossier (self->workspace);
  if (info == NULL || dossier == NULL)
    return;
  title = g_strdup_printf ("%s %s", _(info->file_name), dossier->campaign->name);
  clean = gh_file_name_dup (title);
  name = g_strdup_printf ("%s.%s", clean, info->suffix);
  gh_dialog_save_file (GTK_WIDGET (self), _("Export"), name, info->types, chosen, (gpointer) info);
}

static void
export_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  choose_export (user_data, g_variant_get_string (target, NULL), export_chosen_cb);
}

static void
export_to_open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  choose_export (user_data, g_variant_get_string (target, NULL), export_to_open_chosen_cb);
}

static void
export_to_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  const char *key;
  const char *path;
  const GhExportInfo *info;

  g_variant_get (target, "(&s&s)", &key, &path);
  info = gh_export_info_find (key);
  if (info != NULL)
    export_to (GH_WINDOW (user_data), info, path, FALSE);
}

static void
export_menu_cb (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *target G_GNUC_UNUSED,
                gpointer user_data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (GH_WINDOW (user_data)->export_button));
}

/* --- opening what was written -------------------------------------------------------------------
 */

static void
open_path (GhWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *body = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: the path of a file */
      body =
        g_strdup_printf (_("It was deleted, moved or renamed, or the USB stick it is on is out: "
                           "%s\n\nExport it once more."),
                         shown);
      gh_dialog_message (GTK_WIDGET (self), _("The file is not there any more"), body);
    }
  else if (!gh_platform_open (path, G_APP_LAUNCH_CONTEXT (context), &error))
    {
      body = g_strdup_printf (
        /* Translators: the path of a file, then why it could not be opened */
        _("Open it from your file manager: %s\n\n%s"), shown, error->message);
      gh_dialog_message (GTK_WIDGET (self), _("No program opened the file"), body);
    }
}

static void
open_file_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  open_path (GH_WINDOW (user_data), g_variant_get_string (target, NULL));
}

static void
open_folder_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target, gpointer user_data)
{
  g_autofree char *folder = g_path_get_dirname (g_variant_get_string (target, NULL));

  open_path (GH_WINDOW (user_data), folder);
}

/* --- print ------------------------------------------------------------------------------------ */

static void
print_page_set_up_cb (GtkPrintOperation *operation G_GNUC_UNUSED,
                      GtkPrintContext *context G_GNUC_UNUSED,
                      int page,
                      GtkPageSetup *setup,
                      GhPages *pages)
{
  double width_pt;
  double height_pt;

  gh_pages_get_size (pages, (guint) page, &width_pt, &height_pt);
  gtk_page_setup_set_orientation (setup, width_pt > height_pt ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                              : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
print_page_drawn_cb (GtkPrintOperation *operation G_GNUC_UNUSED,
                     GtkPrintContext *context,
                     int page,
                     GhPages *pages)
{
  gh_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* What goes wrong after the dialog, at the printer or in the file that is printed to. */
static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GhWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The plan could not be printed"), error);
}

static void
print_pages (GhWindow *self, GhPages *pages, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) gh_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (print_page_set_up_cb), pages);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (print_page_drawn_cb),
                         gh_pages_ref (pages), (GClosureNotify) (GCallback) gh_pages_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  /* "done" tells of errors, also of those that come before it returns. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static void
print_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GhWindow *self = user_data;
  const GhSummary *summary;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPages) pages = NULL;
  g_autoptr (GhDoc) doc = NULL;
  GhFontSet *fonts;

  _gh_window_save_typing (self);
  summary = gh_workspace_get_summary (self->workspace);
  if (summary == NULL)
    return;
  fonts = gh_fonts_of (GTK_WIDGET (self), &error);
  doc = gh_doc_build_plan (summary);
  if (fonts != NULL)
    pages = gh_layout_run (doc, fonts, NULL, &error);
  if (pages == NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The plan could not be laid out"), error);
  else
    print_pages (self, pages, doc->title);
}

/* --- all of them ------------------------------------------------------------------------------ */

static const GActionEntry entries[] = {
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
  { .name = "export-open", .activate = export_to_open_cb, .parameter_type = "s" },
  { .name = "export-to", .activate = export_to_cb, .parameter_type = "(ss)" },
  { .name = "export-menu", .activate = export_menu_cb },
  { .name = "print", .activate = print_cb },
  { .name = "open-file", .activate = open_file_cb, .parameter_type = "s" },
  { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" },
};

void
_gh_window_add_export_actions (GhWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
_gh_window_update_export_actions (GhWindow *self)
{
  static const char *const need_campaign[] = { "export", "export-open", "export-to", "export-menu",
                                               "print" };
  gboolean campaign =
    self->workspace != NULL && gh_workspace_get_campaign_id (self->workspace) != 0;

  for (guint i = 0; i < G_N_ELEMENTS (need_campaign); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), need_campaign[i])),
      campaign);
  gtk_widget_set_sensitive (self->export_button, campaign);
}
