/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <pango/pangofc-fontmap.h>

struct _GhFontSet
{
  gatomicrefcount ref_count;
  FcConfig *config;
  PangoContext *context;
  GhShapeCache *shapes;
};

static const char *const font_files[] = {
  "Tinos-Regular.ttf",
  "Tinos-Bold.ttf",
  "Tinos-Italic.ttf",
  "Tinos-BoldItalic.ttf",
};

/* The first folder that holds the whole set: half a set would print bold letters as regular. */
static const char *
find_folder (const char *const *folders)
{
  for (gsize i = 0; folders != NULL && folders[i] != NULL; i++)
    {
      gsize n_found = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (font_files); j++)
        {
          g_autofree char *path = g_build_filename (folders[i], font_files[j], NULL);

          if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
            n_found++;
        }
      if (n_found == G_N_ELEMENTS (font_files))
        return folders[i];
    }
  return NULL;
}

static FcConfig *
load_fonts (const char *folder)
{
  FcConfig *config = FcConfigCreate ();

  for (gsize j = 0; j < G_N_ELEMENTS (font_files); j++)
    {
      g_autofree char *path = g_build_filename (folder, font_files[j], NULL);

      if (!FcConfigAppFontAddFile (config, (const FcChar8 *) path))
        {
          FcConfigDestroy (config);
          return NULL;
        }
    }
  return config;
}

static PangoContext *
create_context (FcConfig *config)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  /* At 72 dpi a point is a unit of the page. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

GhFontSet *
gh_font_set_new (const char *const *folders, GError **error)
{
  const char *folder = find_folder (folders);
  FcConfig *config = folder != NULL ? load_fonts (folder) : NULL;
  g_autofree char *list = NULL;
  GhFontSet *fonts;

  if (config == NULL)
    {
      list = folders != NULL ? g_strjoinv (", ", (char **) folders) : g_strdup ("");
      /* Translators: %s is a list of folders. */
      g_set_error (
        error, GH_DOC_ERROR, GH_DOC_ERROR_FONTS,
        _("The font Tinos was not found, so pages cannot be shown or printed. Looked in: "
          "%s. Install Giọt Hồng again (on Debian: the package fonts-croscore)."),
        list);
      return NULL;
    }
  fonts = g_new0 (GhFontSet, 1);
  g_atomic_ref_count_init (&fonts->ref_count);
  fonts->config = config;
  fonts->context = create_context (config);
  fonts->shapes = gh_shape_cache_new ();
  return fonts;
}

GhFontSet *
gh_font_set_ref (GhFontSet *fonts)
{
  g_atomic_ref_count_inc (&fonts->ref_count);
  return fonts;
}

void
gh_font_set_unref (GhFontSet *fonts)
{
  if (fonts == NULL || !g_atomic_ref_count_dec (&fonts->ref_count))
    return;
  gh_shape_cache_free (fonts->shapes);
  g_object_unref (fonts->context);
  FcConfigDestroy (fonts->config);
  g_free (fonts);
}

PangoContext *
gh_font_set_get_context (GhFontSet *fonts)
{
  return fonts->context;
}

GhShapeCache *
gh_font_set_get_shapes (GhFontSet *fonts)
{
  return fonts->shapes;
}
