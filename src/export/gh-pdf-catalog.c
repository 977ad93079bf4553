/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-pdf-catalog.h"

#include <string.h>

/* An entry of the table of objects: "0000000015 00000 n" and two bytes of line end. */
#define ENTRY_LENGTH 20

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

/* Where object @object begins, by the table at @table. */
static const char *
find_object (const GByteArray *pdf, guint64 table, guint64 object)
{
  const char *p = (const char *) pdf->data + table;
  guint64 first;
  guint64 n;
  guint64 offset;

  if (table >= pdf->len || !g_str_has_prefix (p, "xref"))
    return NULL;
  p += strlen ("xref");
  if (!take_number (&p, &first) || !take_number (&p, &n) || object < first || object - first >= n)
    return NULL;
  p += strspn (p, " \r\n");
  p += (object - first) * ENTRY_LENGTH;
  if (p + ENTRY_LENGTH > (const char *) pdf->data + pdf->len || !take_number (&p, &offset) ||
      offset >= pdf->len)
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

gboolean
gh_pdf_set_language (GByteArray *pdf, const char *language)
{
  Trailer trailer = { 0 };
  g_autofree char *keys = NULL;
  g_autofree char *catalog = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  gsize offset = pdf->len;
  gsize table;

  /* So that strings in it end. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  if (!read_trailer (pdf, &trailer))
    return FALSE;
  keys = trailer.keys;
  catalog = copy_dictionary (pdf, trailer.table, trailer.root);
  if (catalog == NULL || strstr (catalog, "/Lang") != NULL)
    return FALSE;

  g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n%s   /Lang (%s)\n", trailer.root,
                          catalog, language);
  if (strstr (catalog, "/ViewerPreferences") == NULL)
    g_string_append (update, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  g_string_append (update, ">>\nendobj\n");
  table = offset + update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          trailer.root, offset, keys, trailer.table, table);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
  return TRUE;
}
