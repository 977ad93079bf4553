/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-flow.h"
#include "gh-notes.h"
#include "gh-odt-private.h"
#include "gh-plan.h"
#include "gh-proposal.h"
#include "gh-text.h"

#define SVG_NS "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"

/* A list, or an item of it. */
typedef struct
{
  char *style;       /* may be NULL: that of the list around it */
  gboolean numbered; /* an item whose first paragraph is still to come */
} List;

typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean caps;
  gboolean hidden;
  GhSignFont font;
} Letters;

/* A paragraph while it is read. */
typedef struct
{
  char *label; /* "" = none */
  int outline; /* of a heading, from 1; 0 = text */
  gboolean begins_page;
} Paragraph;

typedef struct
{
  GhOdtStyles *styles;
  GhFlow *flow;
  GPtrArray *lists;      /* List: nested */
  GPtrArray *counting;   /* GhListKind, borrowed: those that count in letters now */
  GArray *letters;       /* Letters: of the paragraph and the spans in it */
  GPtrArray *paragraphs; /* Paragraph: text boxes stand inside paragraphs */
  GPtrArray *notes;      /* char *, borrowed: footnotes */
  GString *note;         /* of the note that is read; NULL outside */
  guint note_body;       /* depth of its text in what is skipped, 0 = not there */
  gboolean named;        /* in styles.xml */
  gboolean in_body;
  gboolean blank; /* the last letter was a blank, so that the next one is folded into it */
  guint skip;     /* depth of something that is not read */
} OdtReader;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->label);
  g_free (paragraph);
}

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->style);
  g_free (list);
}

/* Deleted text, notes, remarks, prompts, lists of contents, and what only declares something. */
static gboolean
is_skipped (xmlTextReader *xml, const char *name)
{
  static const char *const names[] = {
    "tracked-changes",
    "note",
    "annotation",
    "table-of-content",
    "forms",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "dde-connection-decls",
    "alphabetical-index",
    "illustration-index",
    "ruby-text",
    "number",
    "object",
    "event-listeners",
    "image-map",
    "placeholder",
    "hidden-text",
    "script",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  if (g_str_equal (name, "section"))
    {
      g_autofree char *shown = gh_xml_get (xml, "display");

      return g_strcmp0 (shown, "none") == 0;
    }
  return (g_str_equal (name, "title") || g_str_equal (name, "desc")) &&
         g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (xml), SVG_NS) == 0;
}

static Letters
current_letters (const OdtReader *reader)
{
  Letters none = { 0 };
  guint n = reader->letters->len;

  return n > 0 ? g_array_index (reader->letters, Letters, n - 1) : none;
}

static void
append_text (OdtReader *reader, const char *text)
{
  Letters letters = current_letters (reader);
  gboolean starts = !gh_flow_has_text (reader->flow) && !gh_flow_is_in_table (reader->flow);
  g_autofree char *signs = gh_sign_font_read (letters.font, text, starts);
  g_autofree char *upper = NULL;

  if (letters.hidden)
    return;
  if (signs != NULL)
    text = signs;
  if (letters.caps)
    upper = gh_text_upper (text);
  gh_flow_append (reader->flow, upper != NULL ? upper : text, letters.bold, letters.italic);
  reader->blank = FALSE;
}

static void
push_letters (OdtReader *reader, xmlTextReader *xml, const char *family, Letters letters)
{
  g_autofree char *name = gh_xml_get (xml, "style-name");

  if (name != NULL)
    {
      GhOdtLetters style = gh_odt_styles_letters (reader->styles, family, name);

      if (style.bold != GH_ODT_UNSET)
        letters.bold = style.bold == GH_ODT_ON;
      if (style.italic != GH_ODT_UNSET)
        letters.italic = style.italic == GH_ODT_ON;
      if (style.caps != GH_ODT_UNSET)
        letters.caps = style.caps == GH_ODT_ON;
      if (style.hidden != GH_ODT_UNSET)
        letters.hidden = style.hidden == GH_ODT_ON;
      if (style.named)
        letters.font = style.font;
    }
  g_array_append_val (reader->letters, letters);
}

static void
pop_letters (OdtReader *reader)
{
  if (reader->letters->len > 0)
    g_array_set_size (reader->letters, reader->letters->len - 1);
}

/* --- lists ------------------------------------------------------------------------------------ */

static const char *
current_list_style (const OdtReader *reader)
{
  for (guint i = reader->lists->len; i > 0; i--)
    {
      const List *list = reader->lists->pdata[i - 1];

      if (list->style != NULL)
        return list->style;
    }
  return NULL;
}

static gboolean
goes_on (xmlTextReader *xml)
{
  g_autofree char *continued = gh_xml_get (xml, "continue-list");
  g_autofree char *numbering = gh_xml_get (xml, "continue-numbering");

  return continued != NULL || g_strcmp0 (numbering, "true") == 0;
}

static void
start_list (OdtReader *reader, xmlTextReader *xml)
{
  List *list = g_new0 (List, 1);
  GhListKind *kind;

  list->style = gh_xml_get (xml, "style-name");
  g_ptr_array_add (reader->lists, list);
  kind = gh_odt_styles_list (reader->styles, current_list_style (reader));
  if (kind != NULL && reader->lists->len == 1 && !goes_on (xml))
    gh_list_kind_restart (kind);
}

static void
start_item (OdtReader *reader, xmlTextReader *xml)
{
  List *list = reader->lists->len > 0 ? reader->lists->pdata[reader->lists->len - 1] : NULL;
  GhListKind *kind = gh_odt_styles_list (reader->styles, current_list_style (reader));
  int level = (int) reader->lists->len - 1;
  int first = gh_xml_get_int (xml, "start-value", -1, GH_LIST_COUNT_MAX);

  if (list == NULL)
    return;
  list->numbered = TRUE;
  if (kind != NULL && first >= 1 && level < GH_LIST_LEVELS)
    gh_list_kind_set_next (kind, level, first);
}

static void
end_item (OdtReader *reader)
{
  if (reader->lists->len > 0)
    ((List *) reader->lists->pdata[reader->lists->len - 1])->numbered = FALSE;
}

/* A heading may say that the count begins anew with it. */
static void
restart_heading (GhListKind *kind, int level, xmlTextReader *xml)
{
  g_autofree char *anew = gh_xml_get (xml, "restart-numbering");

  if (kind != NULL && level >= 0 && g_strcmp0 (anew, "true") == 0)
    gh_list_kind_set_next (kind, level, gh_xml_get_int (xml, "start-value", 1, GH_LIST_COUNT_MAX));
}

/* Number of the paragraph that begins: an item counts once, a heading by its level. */
static char *
take_label (OdtReader *reader, xmlTextReader *xml, gboolean heading)
{
  guint depth = reader->lists->len;
  List *list = depth > 0 ? reader->lists->pdata[depth - 1] : NULL;
  g_autofree char *silent = heading ? gh_xml_get (xml, "is-list-header") : NULL;
  GhListKind *kind = NULL;
  int level = -1;
  char *label = NULL;

  if (list != NULL && list->numbered)
    {
      list->numbered = FALSE;
      kind = gh_odt_styles_list (reader->styles, current_list_style (reader));
      level = (int) depth - 1;
    }
  else if (list == NULL && heading && g_strcmp0 (silent, "true") != 0)
    {
      kind = gh_odt_styles_list (reader->styles, "");
      level = gh_xml_get_int (xml, "outline-level", 0, GH_LIST_LEVELS) - 1;
      restart_heading (kind, level, xml);
    }
  if (kind == NULL)
    return NULL;
  label = gh_list_kind_next (kind, level);
  gh_list_letters_note (reader->counting, kind);
  return label;
}

/* --- text ------------------------------------------------------------------------------------- */

static gboolean
breaks_page (const OdtReader *reader, xmlTextReader *xml, const char *family)
{
  g_autofree char *style = gh_xml_get (xml, "style-name");

  return style != NULL && gh_odt_styles_breaks_page (reader->styles, family, style);
}

static void
start_paragraph (OdtReader *reader, xmlTextReader *xml, gboolean heading)
{
  Letters none = { 0 };
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  char *label = take_label (reader, xml, heading);

  paragraph->label = label != NULL ? label : g_strdup ("");
  paragraph->outline = heading ? gh_xml_get_int (xml, "outline-level", 1, GH_LIST_LEVELS) : 0;
  paragraph->begins_page = breaks_page (reader, xml, "paragraph");
  g_ptr_array_add (reader->paragraphs, paragraph);
  push_letters (reader, xml, "paragraph", none);
  gh_flow_start_paragraph (reader->flow);
  reader->blank = TRUE;
}

static const char *
choose_label (OdtReader *reader, const Paragraph *paragraph)
{
  if (*paragraph->label != '\0')
    {
      if (gh_text_begins (paragraph->label, "đ"))
        gh_list_letters_skip (reader->counting);
      return paragraph->label;
    }
  if (gh_flow_begins_with (reader->flow, "đ)"))
    gh_list_letters_skip (reader->counting);
  if (paragraph->outline < 1 || paragraph->outline > GH_FLOW_HEADINGS ||
      gh_flow_is_in_table (reader->flow))
    return NULL;
  return gh_flow_heading_label (paragraph->outline);
}

static void
end_paragraph (OdtReader *reader)
{
  guint n = reader->paragraphs->len;
  const Paragraph *paragraph = n > 0 ? reader->paragraphs->pdata[n - 1] : NULL;
  const char *label = NULL;

  if (paragraph == NULL)
    return;
  if (paragraph->begins_page)
    gh_flow_begin_page (reader->flow);
  if (gh_flow_has_text (reader->flow))
    label = choose_label (reader, paragraph);
  else if (gh_flow_stands_alone (reader->flow, paragraph->label))
    label = paragraph->label;
  gh_flow_end_paragraph (reader->flow, label);
  g_ptr_array_set_size (reader->paragraphs, (int) n - 1);
  pop_letters (reader);
}

static void
append_blanks (OdtReader *reader, int count)
{
  g_autofree char *blanks = g_strnfill ((gsize) MAX (count, 0), ' ');

  append_text (reader, blanks);
}

/* Cells that only repeat: what one cell would say stands in each, so they stay empty. */
static void
start_cell (OdtReader *reader, xmlTextReader *xml, gboolean covered)
{
  int copies = gh_xml_get_int (xml, "number-columns-repeated", 1, G_MAXINT);

  gh_flow_start_cell (reader->flow);
  gh_flow_set_span (reader->flow, (guint) CLAMP (copies, 1, GH_BLOCK_MAX_COLUMNS));
  if (covered)
    reader->skip++;
}

static void
start_in_body (OdtReader *reader, xmlTextReader *xml, const char *name)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    start_paragraph (reader, xml, *name == 'h');
  else if (g_str_equal (name, "span"))
    push_letters (reader, xml, "text", current_letters (reader));
  else if (g_str_equal (name, "s"))
    append_blanks (reader, gh_xml_get_int (xml, "c", 1, 200));
  else if (g_str_equal (name, "tab"))
    append_text (reader, "\t");
  else if (g_str_equal (name, "line-break"))
    append_text (reader, "\n");
  else if (g_str_equal (name, "list"))
    start_list (reader, xml);
  else if (g_str_equal (name, "list-item"))
    start_item (reader, xml);
  else if (g_str_equal (name, "table"))
    {
      if (breaks_page (reader, xml, "table"))
        gh_flow_begin_page (reader->flow);
      gh_flow_start_table (reader->flow);
    }
  else if (g_str_equal (name, "table-row"))
    gh_flow_start_row (reader->flow);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    start_cell (reader, xml, *name == 'c');
}

/* Notes are skipped, since they would part a sentence, but not lost. */
static void
start_in_note (OdtReader *reader, const char *name)
{
  if (g_str_equal (name, "note") && reader->skip == 1 && reader->in_body)
    reader->note = g_string_new (NULL);
  else if (reader->note != NULL && g_str_equal (name, "note-body"))
    reader->note_body = reader->skip;
  else if (reader->note_body > 0)
    gh_notes_append (reader->note, " ");
}

static void
end_in_note (OdtReader *reader)
{
  if (reader->note == NULL)
    return;
  if (reader->skip == reader->note_body)
    reader->note_body = 0;
  if (reader->skip == 1)
    gh_notes_end (reader->notes, &reader->note);
}

static void
start_element (xmlTextReader *xml, const char *name, gpointer data)
{
  OdtReader *reader = data;

  if (reader->skip > 0 || is_skipped (xml, name))
    {
      reader->skip++;
      start_in_note (reader, name);
    }
  else if (reader->in_body)
    start_in_body (reader, xml, name);
  else if (g_str_equal (name, "body"))
    reader->in_body = TRUE;
  else
    gh_odt_styles_start (reader->styles, xml, name, reader->named);
}

static void
end_in_body (OdtReader *reader, const char *name)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    end_paragraph (reader);
  else if (g_str_equal (name, "span"))
    pop_letters (reader);
  else if (g_str_equal (name, "list") && reader->lists->len > 0)
    g_ptr_array_set_size (reader->lists, (int) reader->lists->len - 1);
  else if (g_str_equal (name, "list-item"))
    end_item (reader);
  else if (g_str_equal (name, "table"))
    gh_flow_end_table (reader->flow);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    gh_flow_end_cell (reader->flow);
}

static void
end_element (const char *name, gpointer data)
{
  OdtReader *reader = data;

  if (reader->skip > 0)
    {
      end_in_note (reader);
      reader->skip--;
      if (reader->skip > 0 || !g_str_equal (name, "covered-table-cell"))
        return;
    }
  if (reader->in_body)
    end_in_body (reader, name);
  else
    gh_odt_styles_end (reader->styles, name);
}

/* Runs of blanks in the file are one blank (ISO/IEC 26300-1, 6.1.2). */
static void
take_text (const char *text, gpointer data)
{
  OdtReader *reader = data;
  g_autoptr (GString) folded = g_string_new (NULL);
  gboolean blank = reader->blank;

  if (reader->note_body > 0 && text != NULL)
    gh_notes_append (reader->note, text);
  if (!reader->in_body || reader->skip > 0 || reader->paragraphs->len == 0 || text == NULL)
    return;
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_blank = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';

      if (!is_blank)
        g_string_append_c (folded, *p);
      else if (!blank)
        g_string_append_c (folded, ' ');
      blank = is_blank;
    }
  append_text (reader, folded->str);
  reader->blank = blank;
}

/* --- the package ------------------------------------------------------------------------------ */

static gboolean
visit_part (OdtReader *reader, GhZip *zip, const char *entry, GError **error)
{
  GhXmlVisitor visitor = { start_element, end_element, take_text };
  g_autoptr (GBytes) part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);

  return part != NULL && gh_xml_visit (part, &visitor, reader, error);
}

static gboolean
read_parts (OdtReader *reader, GhZip *zip, GError **error)
{
  gboolean done = TRUE;

  if (gh_zip_has (zip, "styles.xml"))
    {
      reader->named = TRUE;
      done = visit_part (reader, zip, "styles.xml", error);
      reader->named = FALSE;
      reader->in_body = FALSE;
      /* A list of a hostile part may be replaced by one of the next. */
      g_ptr_array_set_size (reader->counting, 0);
    }
  return done && visit_part (reader, zip, "content.xml", error);
}

char *
gh_odt_read_text (GhZip *zip, GPtrArray *notes, GError **error)
{
  g_autoptr (GhFlow) flow = gh_flow_new ();
  g_autoptr (GhOdtStyles) styles = gh_odt_styles_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (list_free);
  g_autoptr (GPtrArray) counting = g_ptr_array_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (Letters));
  OdtReader reader = { .styles = styles,
                       .flow = flow,
                       .lists = lists,
                       .counting = counting,
                       .letters = letters,
                       .paragraphs = paragraphs,
                       .notes = notes };
  gboolean done = gh_odt_check_package (zip, error) && read_parts (&reader, zip, error);

  if (reader.note != NULL)
    g_string_free (reader.note, TRUE);
  return done ? gh_flow_dup_text (flow) : NULL;
}
