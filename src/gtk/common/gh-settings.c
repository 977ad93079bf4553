/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-settings.h"

#include "gh-platform.h"

#define N_RECENT 12

struct _GhSettings
{
  GObject parent_instance;

  /* Owned */
  char *path;
  GKeyFile *file;

  guint flush_id;
  gboolean dirty; /* something is not in the file yet */
};

G_DEFINE_FINAL_TYPE (GhSettings, gh_settings, G_TYPE_OBJECT)

gboolean
gh_settings_flush (GhSettings *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (GH_IS_SETTINGS (self), FALSE);

  g_clear_handle_id (&self->flush_id, g_source_remove);
  if (!self->dirty)
    return TRUE;

  folder = g_path_get_dirname (self->path);
  text = g_key_file_to_data (self->file, &length, NULL);
  g_mkdir_with_parents (folder, 0700);
  self->dirty = !gh_platform_write_file (self->path, text, length, error);
  return !self->dirty;
}

/* Losing a window's size is no reason to disturb anybody. */
static void
flush_quietly (GhSettings *self)
{
  g_autoptr (GError) error = NULL;

  if (!gh_settings_flush (self, &error))
    g_info ("%s: %s", self->path, error->message);
}

static gboolean
flush_cb (gpointer user_data)
{
  GhSettings *self = user_data;

  self->flush_id = 0;
  flush_quietly (self);
  return G_SOURCE_REMOVE;
}

static void
queue_flush (GhSettings *self)
{
  self->dirty = self->path != NULL;
  if (self->dirty && self->flush_id == 0)
    self->flush_id = g_timeout_add_seconds (1, flush_cb, self);
}

static void
gh_settings_dispose (GObject *object)
{
  flush_quietly (GH_SETTINGS (object));

  G_OBJECT_CLASS (gh_settings_parent_class)->dispose (object);
}

static void
gh_settings_finalize (GObject *object)
{
  GhSettings *self = GH_SETTINGS (object);

  g_free (self->path);
  g_key_file_unref (self->file);

  G_OBJECT_CLASS (gh_settings_parent_class)->finalize (object);
}

static void
gh_settings_class_init (GhSettingsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_settings_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_settings_finalize;
}

static void
gh_settings_init (GhSettings *self)
{
  self->file = g_key_file_new ();
}

GhSettings *
gh_settings_new (const char *path)
{
  GhSettings *self = g_object_new (GH_TYPE_SETTINGS, NULL);

  self->path = g_strdup (path);
  /* A file that is not there or cannot be read means the defaults. */
  if (path != NULL)
    g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, NULL);
  return self;
}

GhSettings *
gh_settings_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GObject *owner = root != NULL ? G_OBJECT (root) : G_OBJECT (widget);
  GhSettings *settings;

  if (GTK_IS_WINDOW (root))
    {
      GtkWindow *window = GTK_WINDOW (root);

      /* A dialog belongs to the application of the window it stands over. */
      while (gtk_window_get_application (window) == NULL &&
             gtk_window_get_transient_for (window) != NULL)
        window = gtk_window_get_transient_for (window);
      owner = gtk_window_get_application (window) != NULL
                ? G_OBJECT (gtk_window_get_application (window))
                : G_OBJECT (window);
    }
  settings = g_object_get_data (owner, "gh-settings");
  if (settings == NULL) /* a window without an application: tests */
    {
      settings = gh_settings_new (NULL);
      g_object_set_data_full (owner, "gh-settings", settings, g_object_unref);
    }
  return settings;
}

int
gh_settings_get_int (GhSettings *self, const char *group, const char *key, int fallback)
{
  g_autoptr (GError) error = NULL;
  int value;

  g_return_val_if_fail (GH_IS_SETTINGS (self), fallback);

  value = g_key_file_get_integer (self->file, group, key, &error);
  return error == NULL ? value : fallback;
}

void
gh_settings_set_int (GhSettings *self, const char *group, const char *key, int value)
{
  g_return_if_fail (GH_IS_SETTINGS (self));

  if (gh_settings_get_int (self, group, key, value ^ 1) == value)
    return;
  g_key_file_set_integer (self->file, group, key, value);
  queue_flush (self);
}

char *
gh_settings_get_string (GhSettings *self, const char *group, const char *key)
{
  g_return_val_if_fail (GH_IS_SETTINGS (self), NULL);

  return g_key_file_get_string (self->file, group, key, NULL);
}

void
gh_settings_set_string (GhSettings *self, const char *group, const char *key, const char *value)
{
  g_autofree char *old = gh_settings_get_string (self, group, key);

  if (g_strcmp0 (old, value) == 0)
    return;
  if (value != NULL)
    g_key_file_set_string (self->file, group, key, value);
  else
    g_key_file_remove_key (self->file, group, key, NULL);
  queue_flush (self);
}

/* --- recent workspaces ---------------------------------------------------------------------- */

char **
gh_settings_list_recent (GhSettings *self)
{
  char **paths;

  g_return_val_if_fail (GH_IS_SETTINGS (self), NULL);

  paths = g_key_file_get_string_list (self->file, "recent", "paths", NULL, NULL);
  return paths != NULL ? paths : g_new0 (char *, 1);
}

static void
set_recent (GhSettings *self, const char *first, const char *without)
{
  g_auto (GStrv) old = gh_settings_list_recent (self);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (paths, (gpointer) first);
  for (guint i = 0; old[i] != NULL && paths->len < N_RECENT; i++)
    if (g_strcmp0 (old[i], first) != 0 && g_strcmp0 (old[i], without) != 0)
      g_ptr_array_add (paths, old[i]);
  g_key_file_set_string_list (self->file, "recent", "paths", (const char *const *) paths->pdata,
                              paths->len);
  queue_flush (self);
}

void
gh_settings_add_recent (GhSettings *self, const char *path)
{
  g_return_if_fail (GH_IS_SETTINGS (self));
  g_return_if_fail (path != NULL);

  set_recent (self, path, NULL);
}

void
gh_settings_remove_recent (GhSettings *self, const char *path)
{
  g_return_if_fail (GH_IS_SETTINGS (self));

  set_recent (self, NULL, path);
}
