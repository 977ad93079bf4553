/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"
#include "gh-notes.h"

typedef struct
{
  GPtrArray *notes;
  GString *note; /* of the note that is read; NULL outside */
  gboolean in_text;
  guint skip;
} Reader;

static void
start_element (xmlTextReader *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  gboolean is_note = g_str_equal (name, "footnote") || g_str_equal (name, "endnote");

  if (reader->skip > 0 || g_str_equal (name, "del") || g_str_equal (name, "moveFrom") ||
      g_str_equal (name, "Fallback"))
    reader->skip++;
  else if (is_note && reader->note == NULL)
    {
      g_autofree char *type = gh_xml_get (xml, "type");

      /* "separator" and the like are lines, no notes. */
      if (type == NULL || g_str_equal (type, "normal"))
        reader->note = g_string_new (NULL);
    }
  else if (reader->note == NULL)
    return;
  else if (g_str_equal (name, "p") || g_str_equal (name, "tab") || g_str_equal (name, "br"))
    gh_notes_append (reader->note, " ");
  else if (g_str_equal (name, "t"))
    reader->in_text = TRUE;
}

static void
end_element (const char *name, gpointer data)
{
  Reader *reader = data;

  if (reader->skip > 0)
    reader->skip--;
  else if (g_str_equal (name, "t"))
    reader->in_text = FALSE;
  else if (reader->note != NULL &&
           (g_str_equal (name, "footnote") || g_str_equal (name, "endnote")))
    gh_notes_end (reader->notes, &reader->note);
}

static void
take_text (const char *text, gpointer data)
{
  Reader *reader = data;

  if (reader->in_text && reader->skip == 0 && text != NULL)
    gh_notes_append (reader->note, text);
}

gboolean
gh_docx_notes_read (GhZip *zip, GPtrArray *notes, GError **error)
{
  static const char *const parts[] = { "footnotes", "endnotes" };
  GhXmlVisitor visitor = { start_element, end_element, take_text };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *entry = gh_docx_find_part (zip, parts[i]);
      Reader reader = { notes, NULL, FALSE, 0 };
      g_autoptr (GBytes) part = NULL;
      gboolean done;

      if (entry == NULL)
        continue;
      part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);
      done = part != NULL && gh_xml_visit (part, &visitor, &reader, error);
      if (reader.note != NULL)
        g_string_free (reader.note, TRUE);
      if (!done)
        return FALSE;
    }
  return TRUE;
}
