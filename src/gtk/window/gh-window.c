/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-page-info.h"
#include "gh-settings.h"
#include "gh-toaster.h"
#include "gh-window-private.h"

#define NARROW_WIDTH 1100

G_DEFINE_FINAL_TYPE (GhWindow, gh_window, GTK_TYPE_APPLICATION_WINDOW)

/* --- pages ------------------------------------------------------------------------------------ */

static void
page_status_changed_cb (GhWindow *self)
{
  const char *status = self->page != NULL ? gh_page_get_status (self->page) : NULL;

  gtk_label_set_text (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL && *status != '\0');
}

static void
set_page (GhWindow *self, GhPage *page)
{
  if (self->page == page)
    return;
  if (self->page != NULL)
    g_clear_signal_handler (&self->status_id, self->page);
  self->page = page;
  if (page != NULL)
    self->status_id =
      g_signal_connect_swapped (page, "notify::status", G_CALLBACK (page_status_changed_cb), self);
  page_status_changed_cb (self);
}

static void
remove_pages (GhWindow *self)
{
  GtkWidget *child;

  set_page (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

GhPage *
gh_window_get_page (GhWindow *self)
{
  g_return_val_if_fail (GH_IS_WINDOW (self), NULL);
  return self->page;
}

void
gh_window_show_page (GhWindow *self, const char *name)
{
  const GhPageInfo *info = gh_page_info_find (name);
  GtkWidget *page;

  g_return_if_fail (GH_IS_WINDOW (self));
  g_return_if_fail (info != NULL);

  if (self->workspace == NULL)
    return;
  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    {
      page = g_object_new (info->get_type (), "workspace", self->workspace, NULL);
      gtk_stack_add_named (self->pages, page, name);
    }
  /* Filled before it is shown, so that it is measured once. */
  gh_page_ensure_fresh (GH_PAGE (page));
  gtk_stack_set_visible_child (self->pages, page);
  set_page (self, GH_PAGE (page));
  gh_sidebar_set_page (self->sidebar, name);
  gh_settings_set_string (gh_settings_of (GTK_WIDGET (self)), "window", "page", name);
}

gboolean
gh_window_go_to (GhWindow *self, const char *kind, gint64 id)
{
  const GhPageInfo *info = gh_page_info_for_kind (kind);

  g_return_val_if_fail (GH_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (info == NULL || self->workspace == NULL)
    return FALSE;
  gh_window_show_page (self, info->name);
  return gh_page_go_to (self->page, kind, id);
}

/* --- workspace -------------------------------------------------------------------------------- */

static void
update_title (GhWindow *self)
{
  g_autofree char *name = NULL;

  if (self->workspace == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Giọt Hồng");
      gtk_label_set_text (self->window_title, "Giọt Hồng");
      return;
    }
  name = g_filename_display_basename (gh_workspace_get_path (self->workspace));
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_label_set_text (self->window_title, "");
}

static void
workspace_changed_cb (GhWindow *self)
{
  gh_toast_retire_undo (GTK_WIDGET (self));
  gh_switcher_update (self->switcher, self->workspace);
  _gh_window_queue_badges (self);
  _gh_window_update_actions (self);
}

/* Made when it is first seen: a window that opens a file never shows it. */
static void
show_start_page (GhWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->root_stack, "start");

  if (page == NULL)
    {
      page = g_object_new (GH_TYPE_START_PAGE, NULL);
      gtk_stack_add_named (self->root_stack, page, "start");
      gh_names_mend (page);
    }
  gtk_stack_set_visible_child (self->root_stack, page);
}

static void
show_root (GhWindow *self)
{
  gboolean open = self->workspace != NULL;

  if (open)
    gtk_stack_set_visible_child_name (self->root_stack, "main");
  else if (gtk_widget_get_realized (GTK_WIDGET (self)))
    show_start_page (self);
  gtk_widget_set_visible (GTK_WIDGET (self->fold_button), open);
  gtk_widget_set_visible (self->undo_box, open);
  gtk_widget_set_visible (self->export_button, open);
  gh_switcher_update (self->switcher, self->workspace);
  gh_search_box_set_workspace (self->search, self->workspace);
  update_title (self);
  _gh_window_update_actions (self);
}

static void
attach_workspace (GhWindow *self)
{
  g_autofree char *page = NULL;

  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "checked", G_CALLBACK (_gh_window_update_plan_badge),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::last-saved",
                           G_CALLBACK (_gh_window_update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::undo-label",
                           G_CALLBACK (_gh_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::redo-label",
                           G_CALLBACK (_gh_window_update_actions), self, G_CONNECT_SWAPPED);
  page = gh_settings_get_string (gh_settings_of (GTK_WIDGET (self)), "window", "page");
  gh_window_show_page (self, gh_page_info_find (page) != NULL ? page : "overview");
  _gh_window_update_saved (self);
  _gh_window_queue_badges (self);
  _gh_window_show_notices (self);
}

GhWorkspace *
gh_window_get_workspace (GhWindow *self)
{
  g_return_val_if_fail (GH_IS_WINDOW (self), NULL);
  return self->workspace;
}

void
gh_window_set_workspace (GhWindow *self, GhWorkspace *workspace)
{
  g_return_if_fail (GH_IS_WINDOW (self));
  g_return_if_fail (workspace == NULL || GH_IS_WORKSPACE (workspace));

  if (self->workspace == workspace)
    return;
  remove_pages (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    attach_workspace (self);
  _gh_window_look_for_news (self);
  show_root (self);
}

/* --- size ------------------------------------------------------------------------------------- */

static gboolean
fold_cb (gpointer user_data)
{
  GhWindow *self = user_data;

  self->fold_id = 0;
  self->unfolded_by_hand = FALSE;
  _gh_window_update_fold (self);
  return G_SOURCE_REMOVE;
}

static void
gh_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhWindow *self = GH_WINDOW (widget);
  gboolean narrow = width < NARROW_WIDTH;

  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      /* Not while sizes are being given out. */
      if (self->fold_id == 0)
        self->fold_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
    }
  GTK_WIDGET_CLASS (gh_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
save_size (GhWindow *self)
{
  GhSettings *settings = gh_settings_of (GTK_WIDGET (self));
  gboolean maximised = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gh_settings_set_int (settings, "window", "maximized", maximised);
  if (maximised || width < 400 || height < 300)
    return;
  gh_settings_set_int (settings, "window", "width", width);
  gh_settings_set_int (settings, "window", "height", height);
}

static void
restore_size (GhWindow *self)
{
  GhSettings *settings = gh_settings_of (GTK_WIDGET (self));
  int width = gh_settings_get_int (settings, "window", "width", 1200);
  int height = gh_settings_get_int (settings, "window", "height", 720);

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 400, 10000),
                               CLAMP (height, 300, 10000));
  if (gh_settings_get_int (settings, "window", "maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* --- files dropped on the window -------------------------------------------------------------- */

static gboolean
file_dropped_cb (GhWindow *self, const GValue *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return FALSE;
  gh_start_open_any (GTK_WIDGET (self), self->workspace, path);
  return TRUE;
}

/* --- class ------------------------------------------------------------------------------------ */

/* A message about what could not be saved: closing the window would take it away unread. */
static gboolean
has_message (GhWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_modal (window) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return TRUE;
    }
  return FALSE;
}

static gboolean
close_cb (gpointer user_data)
{
  g_autoptr (GhWindow) self = g_object_ref (user_data);

  self->close_id = 0;
  if (has_message (self))
    return G_SOURCE_REMOVE;
  self->settled = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  self->settled = FALSE;
  return G_SOURCE_REMOVE;
}

/* What is being typed is saved when it loses the keyboard, or at the next turn of the main loop;
 * the window closes after that. */
static void
close_after_typing (GhWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->close_id == 0)
    self->close_id = g_idle_add_full (G_PRIORITY_LOW, close_cb, self, NULL);
}

static gboolean
gh_window_close_request (GtkWindow *window)
{
  GhWindow *self = GH_WINDOW (window);
  GtkWidget *focus = gtk_window_get_focus (window);

  save_size (self);
  if (gh_jobs_busy (GTK_WIDGET (self)))
    {
      gh_dialog_message (
        GTK_WIDGET (self), _("Work is still in progress"),
        _("Wait until it has finished, or cancel it with the button in the header "
          "bar, then close the window."));
      return TRUE;
    }
  if (!self->settled && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    {
      close_after_typing (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (gh_window_parent_class)->close_request (window);
}

static void
gh_window_realize (GtkWidget *widget)
{
  GhWindow *self = GH_WINDOW (widget);

  if (self->workspace == NULL)
    show_start_page (self);
  GTK_WIDGET_CLASS (gh_window_parent_class)->realize (widget);
}

static void
gh_window_dispose (GObject *object)
{
  GhWindow *self = GH_WINDOW (object);

  /* What is being typed is saved by that, while there still is a window to show it. */
  if (self->workspace != NULL)
    {
      remove_pages (self);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
    }
  g_clear_handle_id (&self->badges_id, g_source_remove);
  g_clear_handle_id (&self->close_id, g_source_remove);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_handle_id (&self->news_id, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GhWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, fold_button);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, search);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, status);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, GhWindow, window_title);
}

static void
gh_window_class_init (GhWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = gh_window_close_request;
  widget_class->realize = gh_window_realize;
  widget_class->size_allocate = gh_window_size_allocate;

  g_type_ensure (GH_TYPE_JOBS);
  g_type_ensure (GH_TYPE_SEARCH_BOX);
  g_type_ensure (GH_TYPE_SIDEBAR);
  g_type_ensure (GH_TYPE_SWITCHER);
  g_type_ensure (GH_TYPE_TOASTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/giothong/GiotHong/window/gh-window.ui");
  bind_template (widget_class);
}

/* Made when it is opened first; @user_data: its id in menus.ui. */
static void
menu_opening_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/io/github/giothong/GiotHong/window/menus.ui");
  gtk_menu_button_set_menu_model (button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, user_data)));
}

static void
add_menus (GhWindow *self)
{
  gh_names_set_menu_button (self->menu_button, _("Main menu"));
  gtk_menu_button_set_create_popup_func (self->menu_button, menu_opening_cb, (gpointer) "main-menu",
                                         NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->export_button), menu_opening_cb,
                                         (gpointer) "export-menu", NULL);
}

/* Made when it is asked for. GTK leaves an action of this name that is there already alone. */
static void
show_help_overlay_cb (GhWindow *self)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/giothong/GiotHong/window/shortcuts.ui");

      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
add_help_overlay (GhWindow *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-help-overlay", NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (show_help_overlay_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
gh_window_init (GhWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_icon_name (GTK_WINDOW (self), GH_APPLICATION_ID);
  add_menus (self);
  gh_names_mend (GTK_WIDGET (self));
  add_help_overlay (self);
  _gh_window_add_actions (self);
  _gh_window_add_export_actions (self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (file_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  show_root (self);
}

GhWindow *
gh_window_new (GtkApplication *application)
{
  GhWindow *self = g_object_new (GH_TYPE_WINDOW, "application", application, NULL);

  restore_size (self);
  return self;
}
