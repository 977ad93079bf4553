/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-private.h"
#include "gh-text.h"

/* Footnotes and endnotes. A plan has none (Nghị định 30/2020/NĐ-CP knows only its text), so they
 * are handed over apart and the clerk is told what stood in them. */

#define NOTES_MAX 50
#define NOTE_MAX  2000

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
    g_string_append_c (reader->note, ' ');
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
    {
      g_autofree char *whole = g_string_free (reader->note, FALSE);
      g_autofree char *text = gh_text_squeeze (whole);

      reader->note = NULL;
      if (*text != '\0' && reader->notes->len < NOTES_MAX)
        g_ptr_array_add (reader->notes, g_steal_pointer (&text));
    }
}

static void
take_text (const char *text, gpointer data)
{
  Reader *reader = data;

  if (reader->note != NULL && reader->in_text && reader->skip == 0 && text != NULL &&
      reader->note->len < NOTE_MAX)
    g_string_append (reader->note, text);
}

gboolean
gh_docx_notes_read (GhZip *zip, GPtrArray *notes, GError **error)
{
  static const char *const entries[] = { "word/footnotes.xml", "word/endnotes.xml" };
  GhXmlVisitor visitor = { start_element, end_element, take_text };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      Reader reader = { notes, NULL, FALSE, 0 };
      g_autoptr (GBytes) part = NULL;
      gboolean done;

      if (!gh_zip_has (zip, entries[i]))
        continue;
      part = gh_zip_read_part (zip, entries[i], GH_DOCUMENT_PART_LIMIT, error);
      done = part != NULL && gh_xml_visit (part, &visitor, &reader, error);
      if (reader.note != NULL)
        g_string_free (reader.note, TRUE);
      if (!done)
        return FALSE;
    }
  return TRUE;
}
