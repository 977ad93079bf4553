/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-shape.h"

/* How many layouts a shape is kept for that none of them asks for: the windows of a program show a
 * few documents in turn. */
#define KEPT_LAYOUTS 8

struct _GhShapeCache
{
  GHashTable *shapes; /* GBytes → GhShape */
  guint n_layouts;
};

GhShape *
gh_shape_new (PangoLayout *layout)
{
  GhShape *shape = g_new0 (GhShape, 1);

  g_atomic_ref_count_init (&shape->ref_count);
  shape->layout = layout;
  shape->lines = g_array_new (FALSE, FALSE, sizeof (GhShapeLine));
  return shape;
}

GhShape *
gh_shape_ref (GhShape *shape)
{
  g_atomic_ref_count_inc (&shape->ref_count);
  return shape;
}

void
gh_shape_unref (GhShape *shape)
{
  if (!g_atomic_ref_count_dec (&shape->ref_count))
    return;
  g_object_unref (shape->layout);
  g_array_unref (shape->lines);
  g_clear_pointer (&shape->links, g_array_unref);
  g_free (shape);
}

GhShapeCache *
gh_shape_cache_new (void)
{
  GhShapeCache *cache = g_new0 (GhShapeCache, 1);

  cache->shapes = g_hash_table_new_full (
    g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) gh_shape_unref);
  return cache;
}

void
gh_shape_cache_free (GhShapeCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->shapes);
  g_free (cache);
}

static gboolean
is_stale (G_GNUC_UNUSED gpointer key, gpointer value, gpointer user_data)
{
  const GhShape *shape = value;
  const GhShapeCache *cache = user_data;

  return cache->n_layouts - shape->used > KEPT_LAYOUTS;
}

void
gh_shape_cache_begin (GhShapeCache *cache)
{
  cache->n_layouts++;
  /* Going through all of them is work too. */
  if (cache->n_layouts % KEPT_LAYOUTS == 0)
    g_hash_table_foreach_remove (cache->shapes, is_stale, cache);
}

GhShape *
gh_shape_cache_find (GhShapeCache *cache, const GString *key)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (key->str, key->len);
  GhShape *shape = g_hash_table_lookup (cache->shapes, bytes);

  if (shape != NULL)
    shape->used = cache->n_layouts;
  return shape;
}

GhShape *
gh_shape_cache_add (GhShapeCache *cache, const GString *key, GhShape *shape)
{
  shape->used = cache->n_layouts;
  g_hash_table_insert (cache->shapes, g_bytes_new (key->str, key->len), shape);
  return shape;
}
