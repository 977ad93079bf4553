/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-fonts.h"

#include "gh-job.h"

GhFontSet *
gh_fonts_of (GtkWidget *widget, GError **error)
{
  GApplication *application = g_application_get_default ();
  GObject *owner = application != NULL ? G_OBJECT (application) : G_OBJECT (widget);
  GhFontSet *fonts = g_object_get_data (owner, "gh-fonts");

  if (fonts == NULL)
    {
      g_auto (GStrv) folders = gh_font_folders ();

      fonts = gh_font_set_new ((const char *const *) folders, error);
      if (fonts == NULL)
        return NULL;
      g_object_set_data_full (owner, "gh-fonts", fonts, (GDestroyNotify) gh_font_set_unref);
    }
  return fonts;
}
