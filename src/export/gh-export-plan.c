/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-doc-build.h"

typedef gboolean (*WriteFunc) (const GhDoc *doc, const GhExportOptions *options, GError **error);

/* The writer for the ending of @path, %NULL if there is none. */
static WriteFunc
find_writer (const char *path)
{
  static const struct
  {
    const char *ending;
    WriteFunc write;
  } writers[] = {
    { ".docx", gh_export_doc_docx },
    { ".pdf", gh_export_doc_pdf },
    { ".txt", gh_export_doc_text },
  };
  gsize length = strlen (path);

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      gsize ending = strlen (writers[i].ending);

      if (length > ending && g_ascii_strcasecmp (path + length - ending, writers[i].ending) == 0)
        return writers[i].write;
    }
  return NULL;
}

gboolean
gh_export_plan (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autoptr (GhDoc) doc = NULL;
  g_autofree char *name = NULL;
  WriteFunc write;

  g_return_val_if_fail (summary != NULL, FALSE);
  g_return_val_if_fail (options != NULL && options->path != NULL, FALSE);

  write = find_writer (options->path);
  if (write == NULL)
    {
      name = g_filename_display_basename (options->path);
      g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
                   _("A plan cannot be written as “%s”. Give the file a name that ends in .docx, "
                     ".pdf or .txt."),
                   name);
      return FALSE;
    }
  doc = gh_doc_build_plan (summary);
  return write (doc, options, error);
}

GBytes *
gh_export_plan_pdf (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autoptr (GhDoc) doc = NULL;

  g_return_val_if_fail (summary != NULL && options != NULL, NULL);

  doc = gh_doc_build_plan (summary);
  return gh_export_doc_pdf_bytes (doc, options, error);
}
