/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-odt-private.h"
#include "gh-proposal.h"
#include "gh-text.h"

#define TEXT_TYPE   "application/vnd.oasis.opendocument.text"
#define SMALL_LIMIT (1u * 1024u * 1024u)

static char *
read_small (GhZip *zip, const char *entry)
{
  g_autoptr (GBytes) bytes =
    gh_zip_has (zip, entry) ? gh_zip_read_part (zip, entry, SMALL_LIMIT, NULL) : NULL;
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return g_strndup (data != NULL ? data : "", length);
}

gboolean
gh_odt_looks_like (GhZip *zip)
{
  g_autofree char *type = read_small (zip, "mimetype");

  return gh_text_begins (type, "application/vnd.oasis.opendocument.") &&
         gh_zip_has (zip, "content.xml");
}

gboolean
gh_odt_check_package (GhZip *zip, GError **error)
{
  g_autofree char *type = read_small (zip, "mimetype");
  g_autofree char *manifest = read_small (zip, "META-INF/manifest.xml");

  if (!gh_text_begins (type, TEXT_TYPE))
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   _("The file is a table or a drawing, not a text. Choose the plan as .docx, "
                     ".odt or .txt."));
      return FALSE;
    }
  if (strstr (manifest, "encryption-data") != NULL)
    {
      g_set_error (
        error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
        _("The document is locked with a password. Save it without one and try again."));
      return FALSE;
    }
  return TRUE;
}
