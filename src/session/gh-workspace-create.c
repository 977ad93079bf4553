/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-workspace.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-setup.h"
#include "gh-template.h"
#include "gh-workspace-private.h"

/* New workspaces: a file with what its first campaign begins with. */

static gboolean
fill_new_workspace (GhStore *store,
                    const char *template_key,
                    int year,
                    const GhOffice *office,
                    GError **error)
{
  gint64 id = 0;
  gboolean done;

  if (!gh_store_begin (store, _("Create the workspace"), gh_setup_now (), error))
    return FALSE;
  if (g_strcmp0 (template_key, "sample") == 0)
    done = gh_sample_apply (store, &id, error);
  else
    done =
      gh_template_apply (store, template_key != NULL ? template_key : "empty", year, &id, error) &&
      gh_office_apply (office, store, id, error);
  if (!done)
    {
      gh_store_rollback (store);
      return FALSE;
    }
  return gh_store_commit (store, error);
}

GhWorkspace *
gh_workspace_create (const char *path, const char *template_key, int year, GError **error)
{
  return gh_workspace_create_for (path, template_key, year, NULL, error);
}

GhWorkspace *
gh_workspace_create_for (const char *path,
                         const char *template_key,
                         int year,
                         const GhOffice *office,
                         GError **error)
{
  g_autoptr (GhStore) store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = gh_store_create (path, gh_setup_now (), error);
  if (store == NULL)
    return NULL;
  if (!fill_new_workspace (store, template_key, year, office, error) ||
      !gh_store_seal_history (store, error))
    {
      /* The file is ours, a moment old and of no use: leave nothing behind. */
      g_clear_pointer (&store, gh_store_close);
      g_remove (path);
      return NULL;
    }
  return _gh_workspace_new (g_steal_pointer (&store));
}
