/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"
#include "gh-pdf-catalog.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Levels of headings: parts, clauses, subclauses. */
#define MAX_LEVEL 3

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const GhDoc *doc, gint64 now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now);
  g_autofree char *iso = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, doc->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, doc->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  PACKAGE_NAME " " PACKAGE_VERSION);
  if (iso != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
}

/* Bookmarks: a heading hangs below the last one of a higher level. */
static void
add_outline (cairo_surface_t *surface, GhPages *pages)
{
  int parents[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < gh_pages_get_n_headings (pages); i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *target = NULL;
      const char *text;
      guint page;
      double y;
      int level;
      int id;

      text = gh_pages_get_heading (pages, i, &level, &page, &y);
      level = CLAMP (level, 1, MAX_LEVEL);
      g_ascii_formatd (buffer, sizeof buffer, "%.2f", y);
      target = g_strdup_printf ("page=%u pos=[0 %s]", page + 1, buffer);
      id = cairo_pdf_surface_add_outline (surface, parents[level - 1], text, target,
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (int below = level; below <= MAX_LEVEL; below++)
        parents[below] = id;
    }
}

static gboolean
draw_pages (cairo_surface_t *surface,
            GhPages *pages,
            const GhExportOptions *options,
            GError **error)
{
  guint n_pages = gh_pages_get_n_pages (pages);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GhPagesTagger) tagger = gh_pages_tagger_new (pages, cr);

  for (guint page = 0; page < n_pages; page++)
    {
      double width;
      double height;

      if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return FALSE;
      gh_pages_get_size (pages, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      gh_pages_tagger_draw (tagger, page);
      cairo_show_page (cr);
      if (options->progress != NULL)
        options->progress ((page + 1.0) / n_pages, options->user_data);
    }
  return TRUE;
}

GBytes *
gh_export_doc_pdf_bytes (const GhDoc *doc, const GhExportOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GhPages) pages = NULL;
  g_autoptr (cairo_surface_t) surface = NULL;
  double width = 1;
  double height = 1;

  g_return_val_if_fail (doc != NULL && options != NULL && options->fonts != NULL, NULL);

  pages = gh_layout_run (doc, options->fonts, options->cancellable, error);
  if (pages == NULL)
    return NULL;
  if (gh_pages_get_n_pages (pages) > 0)
    gh_pages_get_size (pages, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  /* Later ones may pack the catalogue, which is to be completed, into a compressed object. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, doc, options->now);
  if (!draw_pages (surface, pages, options, error))
    return NULL;
  add_outline (surface, pages);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
                   _("The PDF could not be made: %s"),
                   cairo_status_to_string (cairo_surface_status (surface)));
      return NULL;
    }
  gh_pdf_complete (bytes, "vi-VN");
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
gh_export_doc_pdf (const GhDoc *doc, const GhExportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (options != NULL && options->path != NULL, FALSE);

  bytes = gh_export_doc_pdf_bytes (doc, options, error);
  return bytes != NULL && gh_export_write_bytes (options->path, g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes), error);
}
