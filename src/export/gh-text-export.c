/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

#include <string.h>

gboolean
gh_export_doc_text (const GhDoc *doc, const GhExportOptions *options, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (doc != NULL && options != NULL && options->path != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  text = gh_doc_to_text (doc);
  return gh_export_write_bytes (options->path, text, strlen (text), error);
}
