/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sidebar.h"

#include <glib/gi18n-lib.h>

#include "gh-icon.h"
#include "gh-list-stop.h"
#include "gh-page-info.h"

struct _GhSidebar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkListBox *list;
  GtkLabel *saved;
  GtkImage *saved_icon;

  const char *page; /* on screen; static, NULL before the first */
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (GhSidebar, gh_sidebar, GTK_TYPE_WIDGET)

/* The parts of a row hang on it as data: "gh-name" (static), "gh-label", "gh-badge". */
static GtkWidget *
make_row (const GhPageInfo *info, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gh_icon_new (info->icon);
  GtkWidget *label = gtk_label_new (_(info->label));
  GtkWidget *badge = gtk_label_new (NULL);
  g_autofree char *tip = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  /* Translators: name of a page and its key, "Plan (Ctrl+2)" */
  tip = g_strdup_printf (_("%s (Ctrl+%u)"), _(info->label), number);
  gtk_widget_set_tooltip_text (row, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(info->label), -1);
  g_object_set_data (G_OBJECT (row), "gh-name", (gpointer) info->name);
  g_object_set_data (G_OBJECT (row), "gh-label", label);
  g_object_set_data (G_OBJECT (row), "gh-badge", badge);
  return row;
}

static GtkWidget *
find_row (GhSidebar *self, const char *name)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (row), "gh-name"), name) != 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
row_activated_cb (GhSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "gh-name"));
}

void
gh_sidebar_set_folded (GhSidebar *self, gboolean folded)
{
  GtkWidget *row;

  g_return_if_fail (GH_IS_SIDEBAR (self));

  if (self->folded == folded)
    return;
  self->folded = folded;
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "gh-label"), !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !folded);
  gtk_widget_set_size_request (self->box, folded ? -1 : 200, -1);
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

void
gh_sidebar_set_page (GhSidebar *self, const char *name)
{
  const GhPageInfo *info = gh_page_info_find (name);

  g_return_if_fail (GH_IS_SIDEBAR (self));
  g_return_if_fail (info != NULL);

  self->page = info->name;
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) find_row (self, name));
}

/* Arrow keys mark another row; who leaves without Enter is still on the page of before. */
static void
focus_left_cb (GhSidebar *self)
{
  if (self->page != NULL)
    gh_sidebar_set_page (self, self->page);
}

void
gh_sidebar_set_badge (GhSidebar *self,
                      const char *name,
                      guint n,
                      const char *css_class,
                      const char *explanation)
{
  GtkWidget *row = find_row (self, name);
  GtkWidget *badge;
  const char *classes[] = { "badge", css_class, NULL };
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *accessible = NULL;
  const GhPageInfo *info = gh_page_info_find (name);

  g_return_if_fail (row != NULL);

  badge = g_object_get_data (G_OBJECT (row), "gh-badge");
  gtk_label_set_text (GTK_LABEL (badge), text);
  gtk_widget_set_css_classes (badge, (const char **) classes);
  gtk_widget_set_visible (badge, n > 0);
  gtk_widget_set_tooltip_text (badge, explanation);
  accessible =
    n > 0 ? g_strdup_printf ("%s: %s", _(info->label), explanation) : g_strdup (_(info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

void
gh_sidebar_set_saved (GhSidebar *self, const char *text)
{
  g_return_if_fail (GH_IS_SIDEBAR (self));

  gtk_label_set_text (self->saved, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved_icon), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->saved_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
gh_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_SIDEBAR);

  G_OBJECT_CLASS (gh_sidebar_parent_class)->dispose (object);
}

static void
gh_sidebar_class_init (GhSidebarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_sidebar_dispose;

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/giothong/GiotHong/window/gh-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, GhSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, GhSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, GhSidebar, saved);
  gtk_widget_class_bind_template_child (widget_class, GhSidebar, saved_icon);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gh_sidebar_init (GhSidebar *self)
{
  guint n;
  const GhPageInfo *infos = gh_page_infos (&n);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_list_make_one_stop (GTK_WIDGET (self->list));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (&infos[i], i + 1));
}
