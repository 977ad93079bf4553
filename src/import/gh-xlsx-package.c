/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-xlsx-package.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-proposal.h"
#include "gh-text.h"

/* Far above what a workbook of a province holds; formats and relations of real files are few. */
#define MAX_SHEETS  256
#define MAX_STRINGS 2000000
#define MAX_STYLES  65536

/* Of the shared strings, to tell an old code by. */
#define SAMPLE_BYTES 65536

void
gh_xlsx_package_free (GhXlsxPackage *package)
{
  if (package == NULL)
    return;
  gh_zip_free (package->zip);
  g_ptr_array_unref (package->sheet_names);
  g_ptr_array_unref (package->sheet_paths);
  g_ptr_array_unref (package->strings);
  g_array_unref (package->styles);
  g_free (package->name);
  g_free (package);
}

char *
gh_xlsx_clean_text (const GhXlsxPackage *package, const char *text)
{
  g_autofree char *converted = NULL;

  if (package->legacy != GH_LEGACY_NONE && !gh_legacy_is_unicode (text))
    text = converted = gh_legacy_convert (package->legacy, text);
  if (strstr (text, "_x000D_") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, "_x000D_", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      return gh_text_nfc (joined, -1);
    }
  return gh_text_nfc (text, -1);
}

/* The texts of a table are short: many together tell what code they are in. */
static void
clean_strings (GhXlsxPackage *package)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < package->strings->len && sample->len < SAMPLE_BYTES; i++)
    g_string_append_printf (sample, "%s\n", (char *) g_ptr_array_index (package->strings, i));
  package->legacy = gh_legacy_detect (sample->str);
  for (guint i = 0; i < package->strings->len; i++)
    {
      g_autofree char *raw = g_ptr_array_index (package->strings, i);

      g_ptr_array_index (package->strings, i) = gh_xlsx_clean_text (package, raw);
    }
}

static GhXml *
open_part (GhXlsxPackage *package, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = gh_zip_read (package->zip, path, error);

  return bytes != NULL ? gh_xml_open (bytes, package->name, path, error) : NULL;
}

/* (transfer full): @target as a relation file in folder @base names it. */
static char *
resolve_target (const char *base, const char *target)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autofree char *joined =
    *target == '/' ? g_strdup (target + 1) : g_strconcat (base, target, NULL);

  parts = g_strsplit (joined, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_equal (parts[i], "..") && path->len > 0)
        g_ptr_array_set_size (path, (int) path->len - 1);
      else if (!g_str_equal (parts[i], "..") && !g_str_equal (parts[i], ".") && *parts[i] != '\0')
        g_ptr_array_add (path, parts[i]);
    }
  g_ptr_array_add (path, NULL);
  return g_strjoinv ("/", (char **) path->pdata);
}

typedef struct
{
  char *id;
  char *type;
  char *path;
} Relation;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->path);
  g_free (relation);
}

/* (transfer full) (element-type Relation): of the relation file @path, whose targets are named
 * from folder @base; a missing file has none. */
static GPtrArray *
read_relations (GhXlsxPackage *package, const char *path, const char *base, GError **error)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  g_autoptr (GhXml) xml = NULL;
  g_autoptr (GError) failure = NULL;

  if (!gh_zip_has (package->zip, path))
    return g_steal_pointer (&relations);
  if ((xml = open_part (package, path, error)) == NULL)
    return NULL;
  while (gh_xml_next (xml, &failure))
    {
      g_autofree char *target = NULL;
      Relation *relation;

      if (!gh_xml_starts (xml, "Relationship"))
        continue;
      target = gh_xml_attribute (xml, "Target");
      relation = g_new0 (Relation, 1);
      relation->id = gh_xml_attribute (xml, "Id");
      relation->type = gh_xml_attribute (xml, "Type");
      relation->path = resolve_target (base, target != NULL ? target : "");
      g_ptr_array_add (relations, relation);
    }
  if (failure == NULL)
    return g_steal_pointer (&relations);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static const char *
find_by_id (const GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return relation->path;
    }
  return NULL;
}

/* Strict and transitional files differ in the beginning of the type, not in its end. */
static const char *
find_by_type (const GPtrArray *relations, const char *ending)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (relation->type != NULL && g_str_has_suffix (relation->type, ending))
        return relation->path;
    }
  return NULL;
}

static void
add_sheet (GhXlsxPackage *package, GhXml *xml, const GPtrArray *relations, gboolean with_hidden)
{
  g_autofree char *name = gh_xml_attribute (xml, "name");
  g_autofree char *id = gh_xml_attribute (xml, "id");
  g_autofree char *state = gh_xml_attribute (xml, "state");
  const char *path = id != NULL ? find_by_id (relations, id) : NULL;

  if (name == NULL || path == NULL || !gh_zip_has (package->zip, path) ||
      package->sheet_names->len >= MAX_SHEETS)
    return;
  if (!with_hidden && state != NULL && !g_str_equal (state, "visible"))
    return;
  g_ptr_array_add (package->sheet_names, gh_text_nfc (name, -1));
  g_ptr_array_add (package->sheet_paths, g_strdup (path));
}

static gboolean
read_sheets (GhXlsxPackage *package,
             const char *path,
             const GPtrArray *relations,
             gboolean with_hidden,
             GError **error)
{
  g_autoptr (GhXml) xml = open_part (package, path, error);
  g_autoptr (GError) failure = NULL;

  if (xml == NULL)
    return FALSE;
  while (gh_xml_next (xml, &failure))
    {
      if (gh_xml_starts (xml, "workbookPr"))
        {
          g_autofree char *epoch = gh_xml_attribute (xml, "date1904");

          package->epoch_1904 =
            epoch != NULL && (g_str_equal (epoch, "1") || g_str_equal (epoch, "true"));
        }
      else if (gh_xml_starts (xml, "sheet"))
        add_sheet (package, xml, relations, with_hidden);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The text of one shared string; phonetic hints (rPh) do not belong to it. */
static gboolean
read_string_item (GhXml *xml, GString *text, GError **error)
{
  gboolean in_text = FALSE;
  guint phonetic = 0;

  g_string_truncate (text, 0);
  if (xmlTextReaderIsEmptyElement (xml->reader))
    return TRUE;
  while (gh_xml_next (xml, error))
    {
      if (gh_xml_ends (xml, "si"))
        return TRUE;
      if (gh_xml_starts (xml, "rPh") && !xmlTextReaderIsEmptyElement (xml->reader))
        phonetic++;
      else if (gh_xml_ends (xml, "rPh"))
        phonetic--;
      else if (gh_xml_starts (xml, "t"))
        in_text = !xmlTextReaderIsEmptyElement (xml->reader);
      else if (gh_xml_ends (xml, "t"))
        in_text = FALSE;
      else if (in_text && phonetic == 0)
        gh_xml_append_text (xml, text);
    }
  return FALSE;
}

static gboolean
read_strings (GhXlsxPackage *package, const char *path, GError **error)
{
  g_autoptr (GhXml) xml = open_part (package, path, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;

  if (xml == NULL)
    return FALSE;
  while (gh_xml_next (xml, &failure))
    {
      if (!gh_xml_starts (xml, "si"))
        continue;
      if (package->strings->len >= MAX_STRINGS)
        {
          g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                       _("“%s” holds more texts than a table of units can."), package->name);
          return FALSE;
        }
      if (!read_string_item (xml, text, &failure))
        break;
      g_ptr_array_add (package->strings, g_strdup (text->str));
    }
  clean_strings (package);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether a number format shows a day or an hour: it has d, m, y, h or s outside of quotes,
 * brackets and escapes. */
static gboolean
is_date_format (const char *code)
{
  for (const char *at = code; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '[')
        {
          at = strchr (at + 1, *at == '"' ? '"' : ']');
          if (at == NULL)
            return FALSE;
        }
      else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
        at++;
      else if (g_ascii_strncasecmp (at, "general", 7) == 0)
        at += 6;
      else if (strchr ("dmyhsDMYHS", *at) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The formats that Excel knows by number (ECMA-376, 18.8.30), East Asian dates included. */
static gboolean
is_builtin_date (guint64 id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

static guint64
read_number_attribute (GhXml *xml, const char *name)
{
  g_autofree char *text = gh_xml_attribute (xml, name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
read_styles (GhXlsxPackage *package, const char *path, GError **error)
{
  g_autoptr (GhXml) xml = open_part (package, path, error);
  g_autoptr (GHashTable) dates = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GError) failure = NULL;
  gboolean in_cell_formats = FALSE;

  if (xml == NULL)
    return FALSE;
  while (package->styles->len < MAX_STYLES && gh_xml_next (xml, &failure))
    {
      if (gh_xml_starts (xml, "numFmt"))
        {
          g_autofree char *code = gh_xml_attribute (xml, "formatCode");

          if (code != NULL && is_date_format (code))
            g_hash_table_add (dates, GSIZE_TO_POINTER (read_number_attribute (xml, "numFmtId")));
        }
      else if (gh_xml_starts (xml, "cellXfs"))
        in_cell_formats = TRUE;
      else if (gh_xml_ends (xml, "cellXfs"))
        in_cell_formats = FALSE;
      else if (in_cell_formats && gh_xml_starts (xml, "xf"))
        {
          guint64 id = read_number_attribute (xml, "numFmtId");
          GhXlsxStyle style = { .date = is_builtin_date (id) ||
                                        g_hash_table_contains (dates, GSIZE_TO_POINTER (id)) };

          g_array_append_val (package->styles, style);
        }
      else if (in_cell_formats && gh_xml_starts (xml, "alignment") && package->styles->len > 0)
        g_array_index (package->styles, GhXlsxStyle, package->styles->len - 1).indent =
          (guint) MIN (read_number_attribute (xml, "indent"), 100);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_workbook (GhXlsxPackage *package, const char *path, GError **error)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *folder = g_strndup (path, strlen (path) - strlen (file));
  g_autofree char *relation_path = g_strconcat (folder, "_rels/", file, ".rels", NULL);
  g_autoptr (GPtrArray) relations = read_relations (package, relation_path, folder, error);
  const char *part;

  if (relations == NULL || !read_sheets (package, path, relations, FALSE, error))
    return FALSE;
  if (package->sheet_names->len == 0 && !read_sheets (package, path, relations, TRUE, error))
    return FALSE;
  part = find_by_type (relations, "/sharedStrings");
  if (part != NULL && gh_zip_has (package->zip, part) && !read_strings (package, part, error))
    return FALSE;
  part = find_by_type (relations, "/styles");
  return part == NULL || !gh_zip_has (package->zip, part) || read_styles (package, part, error);
}

static gboolean
read_package (GhXlsxPackage *package, GError **error)
{
  g_autoptr (GPtrArray) relations = read_relations (package, "_rels/.rels", "", error);
  const char *workbook;

  if (relations == NULL)
    return FALSE;
  workbook = find_by_type (relations, "/officeDocument");
  if (workbook == NULL)
    workbook = "xl/workbook.xml";
  if (gh_zip_has (package->zip, workbook) && !read_workbook (package, workbook, error))
    return FALSE;
  if (package->sheet_names->len > 0)
    return TRUE;
  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
               _("“%s” is not an Excel workbook (.xlsx). Open it in Excel and save it as .xlsx."),
               package->name);
  return FALSE;
}

GhXlsxPackage *
gh_xlsx_package_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GhXlsxPackage) package = g_new0 (GhXlsxPackage, 1);

  package->name = g_strdup (name);
  package->sheet_names = g_ptr_array_new_with_free_func (g_free);
  package->sheet_paths = g_ptr_array_new_with_free_func (g_free);
  package->strings = g_ptr_array_new_with_free_func (g_free);
  package->styles = g_array_new (FALSE, FALSE, sizeof (GhXlsxStyle));
  package->zip = gh_zip_open_bytes (bytes, name, error);
  if (package->zip == NULL || !read_package (package, error))
    return NULL;
  return g_steal_pointer (&package);
}
