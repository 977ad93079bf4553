/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-export.h"
#include "gh-setup.h"
#include "gh-template-private.h"
#include "gh-text.h"

/* The clerk's own templates: a file each in a folder of the user's data; "NAME.json" has the key
 * "my-NAME". */

#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_FILES 500

/* (transfer full) (nullable): its file; %NULL unless @key can name one. */
static char *
dup_path (const char *key)
{
  g_autofree char *folder = gh_setup_dup_template_folder ();
  g_autofree char *file = NULL;
  const char *name;

  if (!g_str_has_prefix (key, GH_TEMPLATE_OWN))
    return NULL;
  name = key + strlen (GH_TEMPLATE_OWN);
  if (*name == '\0' || strlen (name) > 100 ||
      strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (name))
    return NULL;
  file = g_strconcat (name, ".json", NULL);
  return g_build_filename (folder, file, NULL);
}

static gboolean
set_not_found (const char *key, GError **error)
{
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
               _("There is no template called “%s”. Choose one from the list of templates."), key);
  return FALSE;
}

JsonObject *
_gh_template_load_own (const char *key, GError **error)
{
  g_autofree char *path = dup_path (key);
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf info;

  if (path == NULL || g_stat (path, &info) != 0)
    {
      set_not_found (key, error);
      return NULL;
    }
  if (info.st_size > MAX_BYTES)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   _("The template %s is too large to be one. Remove it."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return _gh_template_parse (text, length, error);
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const GhTemplate *one = *(const GhTemplate *const *) a;
  const GhTemplate *other = *(const GhTemplate *const *) b;
  g_autofree char *x = gh_text_sort_key (one->name);
  g_autofree char *y = gh_text_sort_key (other->name);
  int order = strcmp (x, y);

  return order != 0 ? order : strcmp (one->key, other->key);
}

static GhTemplate *
read_template (const char *file)
{
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (".json"));
  g_autofree char *key = g_strconcat (GH_TEMPLATE_OWN, name, NULL);
  g_autoptr (JsonObject) root = _gh_template_load_own (key, NULL);
  GhTemplate *templ;

  if (root == NULL)
    return NULL;
  templ = g_new0 (GhTemplate, 1);
  templ->key = g_steal_pointer (&key);
  templ->own = TRUE;
  templ->name = gh_text_nfc (json_object_get_string_member_with_default (root, "name", name), -1);
  templ->description =
    gh_text_nfc (json_object_get_string_member_with_default (root, "description", ""), -1);
  return templ;
}

void
_gh_template_list_own (GPtrArray *templates)
{
  g_autofree char *folder = gh_setup_dup_template_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && own->len < MAX_FILES && (file = g_dir_read_name (dir)) != NULL)
    {
      GhTemplate *templ = g_str_has_suffix (file, ".json") ? read_template (file) : NULL;

      if (templ != NULL)
        g_ptr_array_add (own, templ);
    }
  g_ptr_array_sort (own, compare_templates);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (templates, own->pdata[i]);
}

/* --- keep, rename, remove -------------------------------------------------------------------- */

/* "Xuân hồng 2027" → "xuan-hong-2027" */
static char *
make_file_name (const char *name)
{
  g_autofree char *fold = gh_text_fold (name);
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *at = fold; *at != '\0' && slug->len < 60; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return slug->len > 0 ? g_strdup (slug->str) : g_strdup ("mau");
}

static char *
make_key (const char *name)
{
  g_autofree char *slug = make_file_name (name);

  for (guint n = 1; n < 1000; n++)
    {
      g_autofree char *key = n == 1 ? g_strconcat (GH_TEMPLATE_OWN, slug, NULL)
                                    : g_strdup_printf (GH_TEMPLATE_OWN "%s-%u", slug, n);
      g_autofree char *path = dup_path (key);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&key);
    }
  return NULL;
}

/* (transfer full) (nullable): the name as the list shows it, unless it is empty or taken.
 * @except: (nullable): the template that may bear it */
static char *
check_name (const char *name, const char *except, GError **error)
{
  g_autofree char *nfc = gh_text_nfc (name, -1);
  g_autofree char *clean = gh_text_squeeze (nfc);
  g_autoptr (GPtrArray) templates = gh_template_list ();

  if (*clean == '\0')
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("The template has no name. Enter one."));
      return NULL;
    }
  for (guint i = 0; i < templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (templates, i);

      if (strcmp (templ->name, clean) != 0 || g_strcmp0 (templ->key, except) == 0)
        continue;
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   _("There is a template called “%s” already. Choose another name."), clean);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

gboolean
gh_template_keep (const GhDossier *dossier, const char *name, char **key, GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = gh_setup_dup_template_folder ();

  g_return_val_if_fail (dossier != NULL && name != NULL, FALSE);

  clean = check_name (name, NULL, error);
  if (clean == NULL)
    return FALSE;
  fresh = make_key (clean);
  /* Translators: of a template; %s is the name of the campaign it was made from. */
  description = g_strdup_printf (_("Your own template, made from %s."), dossier->campaign->name);
  text = _gh_template_write (dossier, clean, description);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
                   _("The folder %s for templates cannot be made: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  path = dup_path (fresh);
  if (!gh_export_write_bytes (path, text, strlen (text), error))
    return FALSE;
  if (key != NULL)
    *key = g_steal_pointer (&fresh);
  return TRUE;
}

gboolean
gh_template_rename (const char *key, const char *name, GError **error)
{
  g_autoptr (JsonObject) root = _gh_template_load_own (key, error);
  g_autofree char *clean = root != NULL ? check_name (name, key, error) : NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) copy = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (clean == NULL)
    return FALSE;
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, root);
  text = json_to_string (node, FALSE);
  copy = json_from_string (text, error); /* what was read is immutable */
  if (copy == NULL)
    return FALSE;
  json_object_set_string_member (json_node_get_object (copy), "name", clean);
  generator = json_generator_new ();
  json_generator_set_root (generator, copy);
  json_generator_set_pretty (generator, TRUE);
  g_free (text);
  text = json_generator_to_data (generator, &length);
  path = dup_path (key);
  return gh_export_write_bytes (path, text, length, error);
}

gboolean
gh_template_remove (const char *key, GError **error)
{
  g_autofree char *path = dup_path (key);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return set_not_found (key, error);
  if (g_unlink (path) == 0)
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO, _("%s cannot be removed: %s"), path,
               g_strerror (errno));
  return FALSE;
}
