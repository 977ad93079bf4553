/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-window.h"

#include <glib/gi18n.h>

#include "gh-calendar-page.h"
#include "gh-overview-page.h"
#include "gh-plan-page.h"
#include "gh-reports-page.h"
#include "gh-units-page.h"

struct _GhWindow
{
  GtkApplicationWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;

  /* Template children */
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (GhWindow, gh_window, GTK_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *name;
  GType (*get_type) (void);
  const char *kinds; /* of things that win.go-to finds on it */
} PageInfo;

static const PageInfo page_infos[] = {
  { "overview", gh_overview_page_get_type, "" },
  { "plan", gh_plan_page_get_type, " block basis recipient header signature finding " },
  { "units", gh_units_page_get_type, " unit " },
  { "calendar", gh_calendar_page_get_type, " activity " },
  { "reports", gh_reports_page_get_type, "" },
};

GhWorkspace *
gh_window_get_workspace (GhWindow *self)
{
  g_return_val_if_fail (GH_IS_WINDOW (self), NULL);
  return self->workspace;
}

GhPage *
gh_window_get_page (GhWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (GH_IS_WINDOW (self), NULL);

  child = gtk_stack_get_visible_child (self->pages);
  return GH_IS_PAGE (child) ? GH_PAGE (child) : NULL;
}

void
gh_window_show_page (GhWindow *self, const char *name)
{
  g_return_if_fail (GH_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    {
      if (strcmp (page_infos[i].name, name) != 0)
        continue;
      if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
        {
          GtkWidget *page =
            g_object_new (page_infos[i].get_type (), "workspace", self->workspace, NULL);

          gtk_stack_add_named (self->pages, page, name);
        }
      gtk_stack_set_visible_child_name (self->pages, name);
    }
}

gboolean
gh_window_go_to (GhWindow *self, const char *kind, gint64 id)
{
  g_autofree char *word = g_strdup_printf (" %s ", kind);

  g_return_val_if_fail (GH_IS_WINDOW (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (strstr (page_infos[i].kinds, word) != NULL)
      {
        gh_window_show_page (self, page_infos[i].name);
        return gh_page_go_to (gh_window_get_page (self), kind, id);
      }
  return FALSE;
}

void
gh_window_set_workspace (GhWindow *self, GhWorkspace *workspace)
{
  g_return_if_fail (GH_IS_WINDOW (self));

  if (g_set_object (&self->workspace, workspace))
    gh_window_show_page (self, "overview");
}

static void
gh_window_dispose (GObject *object)
{
  g_clear_object (&GH_WINDOW (object)->workspace);

  G_OBJECT_CLASS (gh_window_parent_class)->dispose (object);
}

static void
gh_window_class_init (GhWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/giothong/GiotHong/window/gh-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhWindow, pages);
}

static void
gh_window_init (GhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GhWindow *
gh_window_new (GtkApplication *application)
{
  return g_object_new (GH_TYPE_WINDOW, "application", application, NULL);
}
