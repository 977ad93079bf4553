/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-pdf-catalog.h"

#include <string.h>

#include "gh-pdf-artifacts.h"

/* An entry of the table of objects: "0000000015 00000 n" and two bytes of line end. */
#define ENTRY_LENGTH 20
/* From the number of a stream's object to its bytes. */
#define MAX_STREAM_HEAD 128

/* The last @needle in @pdf, which has bytes of all kinds; %NULL if none. */
static const char *
find_last (const GByteArray *pdf, const char *needle)
{
  gsize length = strlen (needle);

  for (gsize i = pdf->len; i >= length; i--)
    if (memcmp (pdf->data + i - length, needle, length) == 0)
      return (const char *) pdf->data + i - length;
  return NULL;
}

/* Takes blanks and a number from @p. */
static gboolean
take_number (const char **p, guint64 *value)
{
  char digits[12] = "";
  gsize n;

  *p += strspn (*p, " \r\n\t");
  n = strspn (*p, "0123456789");
  if (n == 0 || n >= sizeof digits)
    return FALSE;
  memcpy (digits, *p, n);
  *p += n;
  return g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT32, value, NULL);
}

/* What the end of the file says. */
typedef struct
{
  guint64 table; /* where the table of objects begins */
  guint64 root;  /* number of the catalogue */
  char *keys;    /* of the trailer, without the ">>" at the end */
} Trailer;

static gboolean
read_trailer (const GByteArray *pdf, Trailer *trailer)
{
  const char *keys = find_last (pdf, "trailer");
  const char *start = find_last (pdf, "startxref");
  const char *root = keys != NULL ? strstr (keys, "/Root") : NULL;
  const char *end;

  if (root == NULL || start == NULL || root > start)
    return FALSE;
  end = g_strrstr_len (keys, start - keys, ">>");
  root += strlen ("/Root");
  start += strlen ("startxref");
  if (end == NULL || !take_number (&root, &trailer->root) || !take_number (&start, &trailer->table))
    return FALSE;
  trailer->keys = g_strndup (keys, (gsize) (end - keys));
  return TRUE;
}

/* The table of objects: @n entries from @entries on, the first is object 0. */
static gboolean
read_table (const GByteArray *pdf, guint64 table, const char **entries, guint64 *n)
{
  const char *p = (const char *) pdf->data + table;
  guint64 first;

  if (table >= pdf->len || !g_str_has_prefix (p, "xref"))
    return FALSE;
  p += strlen ("xref");
  if (!take_number (&p, &first) || !take_number (&p, n) || first != 0)
    return FALSE;
  p += strspn (p, " \r\n");
  *entries = p;
  return *n <= (guint64) ((const char *) pdf->data + pdf->len - p) / ENTRY_LENGTH;
}

/* Where object @object begins, by the table at @table. */
static const char *
find_object (const GByteArray *pdf, guint64 table, guint64 object)
{
  const char *p;
  guint64 n;
  guint64 offset;

  if (!read_table (pdf, table, &p, &n) || object >= n)
    return NULL;
  p += object * ENTRY_LENGTH;
  if (!take_number (&p, &offset) || offset >= pdf->len)
    return NULL;
  return (const char *) pdf->data + offset;
}

/* (transfer full) (nullable): object @object as it stands in the file, from its "<<" up to the
 * ">>" that ends it, which is left out. */
static char *
copy_dictionary (const GByteArray *pdf, guint64 table, guint64 object)
{
  const char *begin = find_object (pdf, table, object);
  const char *end = begin != NULL ? strstr (begin, "endobj") : NULL;

  begin = end != NULL ? strstr (begin, "<<") : NULL;
  if (begin == NULL || begin > end)
    return NULL;
  while (end > begin && strncmp (end, ">>", 2) != 0)
    end--;
  return end > begin ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

/** Update: what is written once more, behind the file as it is. */
typedef struct
{
  const GByteArray *pdf;
  guint64 table;
  GByteArray *bytes;
  GString *entries; /* of the table of objects */
} Update;

static void
add_bytes (Update *update, const void *bytes, gsize length)
{
  g_byte_array_append (update->bytes, bytes, (guint) length);
}

static void
add_text (Update *update, const char *text)
{
  add_bytes (update, text, strlen (text));
}

static void
begin_object (Update *update, guint64 object)
{
  g_autofree char *head = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n", object);

  g_string_append_printf (update->entries, "%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n", object,
                          update->pdf->len + update->bytes->len);
  add_text (update, head);
}

static void
add_catalog (Update *update, guint64 root, const char *catalog, const char *language)
{
  begin_object (update, root);
  add_text (update, catalog);
  add_text (update, "   /Lang (");
  add_text (update, language);
  add_text (update, ")\n");
  if (strstr (catalog, "/ViewerPreferences") == NULL)
    add_text (update, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  add_text (update, ">>\nendobj\n");
}

/* What follows @key in the dictionary of object @object, which must begin with @begin. */
static gboolean
read_key (const Update *update, guint64 object, const char *begin, const char *key, guint64 *value)
{
  const char *p = find_object (update->pdf, update->table, object);
  const char *end;

  p = p != NULL ? strstr (p, "<<") : NULL;
  if (p == NULL || !g_str_has_prefix (p, begin))
    return FALSE;
  end = strstr (p, ">>");
  p = strstr (p, key);
  if (p == NULL || end == NULL || p > end)
    return FALSE;
  p += strlen (key);
  return take_number (&p, value);
}

/* (transfer full) (nullable): the letters of stream @object, whose length stands in an object of
 * its own. */
static GBytes *
expand_stream (const Update *update, guint64 object)
{
  static const char start[] = "/FlateDecode\n>>\nstream\n";
  const char *p = find_object (update->pdf, update->table, object);
  const char *begin = p != NULL ? strstr (p, start) : NULL;
  const char *end = (const char *) update->pdf->data + update->pdf->len;
  guint64 number;
  guint64 length;

  if (begin == NULL || begin - p > MAX_STREAM_HEAD ||
      !read_key (update, object, "<< /Length ", "/Length", &number))
    return NULL;
  begin += strlen (start);
  p = find_object (update->pdf, update->table, number);
  p = p != NULL ? strstr (p, "obj") : NULL;
  if (p == NULL)
    return NULL;
  p += strlen ("obj");
  if (!take_number (&p, &length) || length > (guint64) (end - begin))
    return NULL;
  return gh_pdf_deflate (begin, (gsize) length, TRUE);
}

/* Writes what page @object draws once more, with what is no text of the document marked. */
static void
add_page (Update *update, guint64 object)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *head = NULL;
  GString *marked;
  guint64 stream;

  if (!read_key (update, object, "<< /Type /Page ", "/Contents", &stream))
    return;
  content = expand_stream (update, stream);
  if (content == NULL)
    return;
  marked = gh_pdf_mark_artifacts (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (marked == NULL)
    return;
  packed = gh_pdf_deflate (marked->str, marked->len, FALSE);
  g_string_free (marked, TRUE);
  begin_object (update, stream);
  head = g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT "\n   /Filter /FlateDecode\n>>\nstream\n",
                          g_bytes_get_size (packed));
  add_text (update, head);
  add_bytes (update, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  add_text (update, "\nendstream\nendobj\n");
}

static void
end_update (Update *update, const Trailer *trailer)
{
  gsize table = update->pdf->len + update->bytes->len;
  g_autofree char *end = g_strdup_printf (
    "xref\n%s%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
    update->entries->str, trailer->keys, trailer->table, table);

  add_text (update, end);
}

gboolean
gh_pdf_complete (GByteArray *pdf, const char *language)
{
  Trailer trailer = { 0 };
  g_autofree char *keys = NULL;
  g_autofree char *catalog = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GString) entries = g_string_new (NULL);
  Update update = { pdf, 0, bytes, entries };
  const char *table;
  guint64 n;

  /* So that strings in it end. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  if (!read_trailer (pdf, &trailer))
    return FALSE;
  keys = trailer.keys;
  catalog = copy_dictionary (pdf, trailer.table, trailer.root);
  if (catalog == NULL || strstr (catalog, "/Lang") != NULL ||
      !read_table (pdf, trailer.table, &table, &n))
    return FALSE;

  update.table = trailer.table;
  add_catalog (&update, trailer.root, catalog, language);
  for (guint64 object = 1; object < n; object++)
    if (object != trailer.root)
      add_page (&update, object);
  end_update (&update, &trailer);
  g_byte_array_append (pdf, bytes->data, bytes->len);
  return TRUE;
}
