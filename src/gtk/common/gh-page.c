/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-page.h"

#include "gh-bar-layout.h"
#include "gh-control-names.h"

typedef struct
{
  /* Owned */
  GhWorkspace *workspace;
  char *status;

  gulong changed_id;
  gboolean stale;
} GhPagePrivate;

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_STATUS,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GhPage, gh_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

void
gh_page_ensure_fresh (GhPage *self)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  g_return_if_fail (GH_IS_PAGE (self));

  if (!priv->stale || priv->workspace == NULL)
    return;
  priv->stale = FALSE;
  GH_PAGE_GET_CLASS (self)->refresh (self);
}

static void
workspace_changed_cb (GhPage *self)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  priv->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gh_page_ensure_fresh (self);
}

GhWorkspace *
gh_page_get_workspace (GhPage *self)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  g_return_val_if_fail (GH_IS_PAGE (self), NULL);
  return priv->workspace;
}

void
gh_page_set_workspace (GhPage *self, GhWorkspace *workspace)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  g_return_if_fail (GH_IS_PAGE (self));
  g_return_if_fail (workspace == NULL || GH_IS_WORKSPACE (workspace));

  if (priv->workspace == workspace)
    return;
  if (priv->workspace != NULL)
    g_clear_signal_handler (&priv->changed_id, priv->workspace);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    {
      priv->changed_id =
        g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
      workspace_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

const char *
gh_page_get_status (GhPage *self)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  g_return_val_if_fail (GH_IS_PAGE (self), NULL);
  return priv->status;
}

void
gh_page_set_status (GhPage *self, const char *status)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);

  g_return_if_fail (GH_IS_PAGE (self));

  if (g_strcmp0 (priv->status, status) == 0)
    return;
  g_free (priv->status);
  priv->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

gboolean
gh_page_go_to (GhPage *self, const char *kind, gint64 id)
{
  GhPagePrivate *priv = gh_page_get_instance_private (self);
  GhPageClass *class = GH_PAGE_GET_CLASS (self);

  g_return_val_if_fail (GH_IS_PAGE (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (class->go_to == NULL || priv->workspace == NULL)
    return FALSE;
  gh_page_ensure_fresh (self);
  return class->go_to (self, kind, id);
}

static void
gh_page_root (GtkWidget *widget)
{
  gh_names_mend (widget);
  GTK_WIDGET_CLASS (gh_page_parent_class)->root (widget);
}

static void
gh_page_map (GtkWidget *widget)
{
  gh_page_ensure_fresh (GH_PAGE (widget));
  GTK_WIDGET_CLASS (gh_page_parent_class)->map (widget);
}

static void
gh_page_dispose (GObject *object)
{
  GtkWidget *child;

  gh_page_set_workspace (GH_PAGE (object), NULL);
  /* In GTK 4.8 dispose_template leaves children that are not bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gh_page_parent_class)->dispose (object);
}

static void
gh_page_finalize (GObject *object)
{
  GhPagePrivate *priv = gh_page_get_instance_private (GH_PAGE (object));

  g_free (priv->status);

  G_OBJECT_CLASS (gh_page_parent_class)->finalize (object);
}

static void
gh_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GhPage *self = GH_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, gh_page_get_workspace (self));
      break;
    case PROP_STATUS:
      g_value_set_string (value, gh_page_get_status (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GhPage *self = GH_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      gh_page_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_STATUS:
      gh_page_set_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_page_class_init (GhPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = gh_page_dispose;
  object_class->finalize = gh_page_finalize;
  object_class->get_property = gh_page_get_property;
  object_class->set_property = gh_page_set_property;
  widget_class->map = gh_page_map;
  widget_class->root = gh_page_root;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, GH_TYPE_WORKSPACE, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Used by the templates of pages. */
  g_type_ensure (GH_TYPE_BAR_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_page_init (GhPage *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
