/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-body.h"

#include <glib/gi18n-lib.h>

#include "gh-export.h"

/* The package: its parts and how they hang together (ECMA-376). The same tree and the same @now
 * give the same bytes. */

#define PACKAGE_NS  "http://schemas.openxmlformats.org/package/2006"
#define OFFICE_NS   "http://schemas.openxmlformats.org/officeDocument/2006"
#define WORD_TYPE   "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define CORE_TYPE   "application/vnd.openxmlformats-package.core-properties+xml"
#define APP_TYPE    "application/vnd.openxmlformats-officedocument.extended-properties+xml"
#define CORE_NS     PACKAGE_NS "/metadata/core-properties"
#define CORE_REL    PACKAGE_NS "/relationships/metadata/core-properties"
#define APP_NS      OFFICE_NS "/extended-properties"
#define OFFICE_RELS OFFICE_NS "/relationships/"

static void
write_content_types (GhZipWriter *zip)
{
  static const struct
  {
    const char *name;
    const char *type;
  } parts[] = {
    { "/word/document.xml", WORD_TYPE "document.main+xml" },
    { "/word/styles.xml", WORD_TYPE "styles+xml" },
    { "/word/numbering.xml", WORD_TYPE "numbering+xml" },
    { "/word/settings.xml", WORD_TYPE "settings+xml" },
    { "/word/fontTable.xml", WORD_TYPE "fontTable+xml" },
    { "/word/header1.xml", WORD_TYPE "header+xml" },
    { "/word/header2.xml", WORD_TYPE "header+xml" },
    { "/docProps/core.xml", CORE_TYPE },
    { "/docProps/app.xml", APP_TYPE },
  };
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "Types");
  gh_docx_put_attribute (part.xml, "xmlns", PACKAGE_NS "/content-types");
  gh_docx_put_start (part.xml, "Default");
  gh_docx_put_attribute (part.xml, "Extension", "rels");
  gh_docx_put_attribute (part.xml, "ContentType",
                         "application/vnd.openxmlformats-package.relationships+xml");
  gh_docx_put_end (part.xml);
  gh_docx_put_start (part.xml, "Default");
  gh_docx_put_attribute (part.xml, "Extension", "xml");
  gh_docx_put_attribute (part.xml, "ContentType", "application/xml");
  gh_docx_put_end (part.xml);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gh_docx_put_start (part.xml, "Override");
      gh_docx_put_attribute (part.xml, "PartName", parts[i].name);
      gh_docx_put_attribute (part.xml, "ContentType", parts[i].type);
      gh_docx_put_end (part.xml);
    }
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "[Content_Types].xml");
}

typedef struct
{
  const char *type;
  const char *target;
} Relation;

static const Relation package_relations[] = {
  { OFFICE_RELS "officeDocument", "word/document.xml" },
  { CORE_REL, "docProps/core.xml" },
  { OFFICE_RELS "extended-properties", "docProps/app.xml" },
};
/* rId1 and rId2 are named by the sections. */
static const Relation document_relations[] = {
  { OFFICE_RELS "header", "header1.xml" },      { OFFICE_RELS "header", "header2.xml" },
  { OFFICE_RELS "styles", "styles.xml" },       { OFFICE_RELS "settings", "settings.xml" },
  { OFFICE_RELS "fontTable", "fontTable.xml" }, { OFFICE_RELS "numbering", "numbering.xml" },
};

static void
write_relation (xmlTextWriterPtr xml, guint number, const char *type, const char *target)
{
  g_autofree char *id = g_strdup_printf ("rId%u", number);

  gh_docx_put_start (xml, "Relationship");
  gh_docx_put_attribute (xml, "Id", id);
  gh_docx_put_attribute (xml, "Type", type);
  gh_docx_put_attribute (xml, "Target", target);
  if (g_str_equal (type, OFFICE_RELS "hyperlink"))
    gh_docx_put_attribute (xml, "TargetMode", "External");
  gh_docx_put_end (xml);
}

/* @uris: (nullable) (element-type utf8): addresses outside of the package, after the parts in it */
static void
write_relations (GhZipWriter *zip,
                 const char *name,
                 const Relation *relations,
                 guint n,
                 const GPtrArray *uris)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "Relationships");
  gh_docx_put_attribute (part.xml, "xmlns", PACKAGE_NS "/relationships");
  for (guint i = 0; i < n; i++)
    write_relation (part.xml, i + 1, relations[i].type, relations[i].target);
  for (guint i = 0; uris != NULL && i < uris->len; i++)
    write_relation (part.xml, n + i + 1, OFFICE_RELS "hyperlink", g_ptr_array_index (uris, i));
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, name);
}

static void
write_text_element (xmlTextWriterPtr xml, const char *element, const char *type, const char *text)
{
  gh_docx_put_start (xml, element);
  if (type != NULL)
    gh_docx_put_attribute (xml, "xsi:type", type);
  gh_docx_put_letters (xml, text);
  gh_docx_put_end (xml);
}

static void
write_properties (GhZipWriter *zip, const GhDoc *doc, gint64 now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now);
  g_autofree char *iso = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "cp:coreProperties");
  gh_docx_put_attribute (part.xml, "xmlns:cp", CORE_NS);
  gh_docx_put_attribute (part.xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  gh_docx_put_attribute (part.xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  gh_docx_put_attribute (part.xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  write_text_element (part.xml, "dc:title", NULL, doc->title);
  write_text_element (part.xml, "dc:creator", NULL, doc->author);
  write_text_element (part.xml, "dc:language", NULL, "vi-VN");
  if (iso != NULL)
    {
      write_text_element (part.xml, "dcterms:created", "dcterms:W3CDTF", iso);
      write_text_element (part.xml, "dcterms:modified", "dcterms:W3CDTF", iso);
    }
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "docProps/core.xml");

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "Properties");
  gh_docx_put_attribute (part.xml, "xmlns", APP_NS);
  write_text_element (part.xml, "Application", NULL, PACKAGE_NAME);
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "docProps/app.xml");
}

static void
write_settings (GhZipWriter *zip)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:settings");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  gh_docx_put_start (part.xml, "w:zoom");
  gh_docx_put_attribute (part.xml, "w:percent", "100");
  gh_docx_put_end (part.xml);
  gh_docx_put_value_int (part.xml, "w:defaultTabStop", 720);
  gh_docx_put_value (part.xml, "w:characterSpacingControl", "doNotCompress");
  gh_docx_put_start (part.xml, "w:compat");
  /* A line that ends in a line break is not stretched to the margin. */
  gh_docx_put_leaf (part.xml, "w:doNotExpandShiftReturn");
  gh_docx_put_start (part.xml, "w:compatSetting");
  gh_docx_put_attribute (part.xml, "w:name", "compatibilityMode");
  gh_docx_put_attribute (part.xml, "w:uri", "http://schemas.microsoft.com/office/word");
  gh_docx_put_attribute (part.xml, "w:val", "15");
  gh_docx_put_end (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_put_start (part.xml, "w:themeFontLang");
  gh_docx_put_attribute (part.xml, "w:val", "vi-VN");
  gh_docx_put_end (part.xml);
  gh_docx_put_value (part.xml, "w:decimalSymbol", ",");
  gh_docx_put_value (part.xml, "w:listSeparator", ";");
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "word/settings.xml");
}

static void
write_font_table (GhZipWriter *zip)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:fonts");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  gh_docx_put_start (part.xml, "w:font");
  gh_docx_put_attribute (part.xml, "w:name", GH_DOC_FONT_NAME);
  gh_docx_put_value (part.xml, "w:panose1", "02020603050405020304");
  gh_docx_put_value (part.xml, "w:charset", "A3"); /* Vietnamese */
  gh_docx_put_value (part.xml, "w:family", "roman");
  gh_docx_put_value (part.xml, "w:pitch", "variable");
  gh_docx_put_end (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "word/fontTable.xml");
}

static void
write_field_char (xmlTextWriterPtr xml, const char *type)
{
  gh_docx_put_start (xml, "w:r");
  gh_docx_put_start (xml, "w:fldChar");
  gh_docx_put_attribute (xml, "w:fldCharType", type);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
}

static void
write_page_field (xmlTextWriterPtr xml)
{
  write_field_char (xml, "begin");
  gh_docx_put_start (xml, "w:r");
  gh_docx_put_start (xml, "w:instrText");
  gh_docx_put_attribute (xml, "xml:space", "preserve");
  gh_docx_put_letters (xml, " PAGE ");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  write_field_char (xml, "separate");
  gh_docx_put_start (xml, "w:r");
  gh_docx_put_start (xml, "w:t");
  gh_docx_put_letters (xml, "2");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  write_field_char (xml, "end");
}

/* The page number in the top margin; the first page of a section has a header without one. */
static void
write_header (GhZipWriter *zip, const char *name, gboolean number)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:hdr");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  gh_docx_put_start (part.xml, "w:p");
  gh_docx_put_start (part.xml, "w:pPr");
  gh_docx_put_value (part.xml, "w:pStyle", "Header");
  gh_docx_put_end (part.xml);
  if (number)
    write_page_field (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, name);
}

static void
write_document (GhZipWriter *zip,
                const GhDoc *doc,
                const GhDocxLists *lists,
                GhDocxLinks *links,
                GCancellable *cancellable)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:document");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  gh_docx_put_attribute (part.xml, "xmlns:r", GH_DOCX_R_NS);
  gh_docx_put_start (part.xml, "w:body");
  gh_docx_write_body (part.xml, doc, lists, links, cancellable);
  gh_docx_put_end (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "word/document.xml");
}

gboolean
gh_export_doc_docx (const GhDoc *doc, const GhExportOptions *options, GError **error)
{
  g_autoptr (GhZipWriter) zip = gh_zip_writer_new ();
  g_autoptr (GhDocxLists) lists = NULL;
  g_autoptr (GhDocxLinks) links = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (doc != NULL && options != NULL && options->path != NULL, FALSE);

  write_content_types (zip);
  write_relations (zip, "_rels/.rels", package_relations, G_N_ELEMENTS (package_relations), NULL);
  lists = gh_docx_lists_new (doc);
  links = gh_docx_links_new (doc, G_N_ELEMENTS (document_relations) + 1);
  write_document (zip, doc, lists, links, options->cancellable);
  write_relations (zip, "word/_rels/document.xml.rels", document_relations,
                   G_N_ELEMENTS (document_relations), gh_docx_links_get_uris (links));
  gh_docx_lists_write (lists, zip);
  gh_docx_write_styles (zip);
  write_settings (zip);
  write_font_table (zip);
  write_header (zip, "word/header1.xml", TRUE);
  write_header (zip, "word/header2.xml", FALSE);
  write_properties (zip, doc, options->now);
  bytes = gh_zip_writer_finish (zip);
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  if (bytes == NULL)
    {
      g_set_error_literal (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_LIMIT,
                           _("The document is too large for the DOCX format."));
      return FALSE;
    }
  return gh_export_write_bytes (options->path, bytes->data, bytes->len, error);
}
