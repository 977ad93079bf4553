/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-template.h"

#include <glib/gi18n-lib.h>

#include "gh-session-resources.h"
#include "gh-template-private.h"

#define ROOT "/io/github/giothong/GiotHong/"

/* The sample is of this year: its Tết is Đinh Mùi. */
#define SAMPLE_YEAR 2027

void
gh_template_free (GhTemplate *templ)
{
  if (templ == NULL)
    return;
  g_free (templ->key);
  g_free (templ->name);
  g_free (templ->description);
  g_free (templ);
}

/* Files are looked for among all resources: asked for by itself, a resource that another thread is
 * just taking in is NULL for a moment (gresource.c of GLib 2.74). The linker keeps it by this. */
static void
need_resource (void)
{
  gh_session_get_resource ();
}

JsonObject *
_gh_template_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text;

  need_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/* Files stand in the order of their number: "10-commune.json" has the key "commune". */
static char *
dup_key (const char *file)
{
  g_autofree char *key = g_strdup (file + 3);

  key[strlen (key) - strlen (".json")] = '\0';
  return g_steal_pointer (&key);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (void)
{
  g_auto (GStrv) names = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  need_resource ();
  names = g_resources_enumerate_children (ROOT "templates", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".json"))
      g_ptr_array_add (files, g_strdup (names[i]));
  g_ptr_array_sort (files, compare_names);
  return files;
}

GPtrArray *
gh_template_list (void)
{
  g_autoptr (GPtrArray) files = list_files ();
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_template_free);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autofree char *path = g_strconcat ("templates/", file, NULL);
      g_autoptr (JsonObject) root = _gh_template_load (path, NULL);
      GhTemplate *templ;

      if (root == NULL)
        continue;
      templ = g_new0 (GhTemplate, 1);
      templ->key = dup_key (file);
      templ->name = g_strdup (json_object_get_string_member_with_default (root, "name", ""));
      templ->description =
        g_strdup (json_object_get_string_member_with_default (root, "description", ""));
      g_ptr_array_add (templates, templ);
    }
  _gh_template_list_own (templates);
  return templates;
}

gboolean
gh_template_apply (GhStore *store, const char *key, int year, gint64 *campaign_id, GError **error)
{
  g_autoptr (GPtrArray) files = list_files ();

  if (year < 1900 || year > 2100)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("The year of a campaign must lie between 1900 and 2100."));
      return FALSE;
    }
  if (g_str_has_prefix (key, GH_TEMPLATE_OWN))
    {
      g_autoptr (JsonObject) own = _gh_template_load_own (key, error);

      return own != NULL && _gh_template_build (store, own, year, campaign_id, error);
    }
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autofree char *mine = dup_key (file);

      if (g_str_equal (mine, key))
        {
          g_autofree char *path = g_strconcat ("templates/", file, NULL);
          g_autoptr (JsonObject) root = _gh_template_load (path, error);
          g_autoptr (JsonObject) chosen =
            root != NULL ? _gh_template_choose_levels (root, year) : NULL;

          return chosen != NULL && _gh_template_build (store, chosen, year, campaign_id, error);
        }
    }
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
               _("There is no template called “%s”. Choose one from the list of templates."), key);
  return FALSE;
}

gboolean
gh_sample_apply (GhStore *store, gint64 *campaign_id, GError **error)
{
  g_autoptr (JsonObject) root = _gh_template_load ("sample/sample.json", error);

  return root != NULL && _gh_template_build (store, root, SAMPLE_YEAR, campaign_id, error) &&
         _gh_template_build_units (store, root, SAMPLE_YEAR, *campaign_id, error);
}
