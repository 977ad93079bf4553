/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-pdf-artifacts.h"

#include <string.h>

/** Marker: the state while lines are gone through. @loose: lines outside of tags, not yet written.
 */
typedef struct
{
  GString *out;
  GString *loose;
  guint depth;
  guint n_marks;
} Marker;

/* Whether @line, of @length bytes, ends in the operator @name. */
static gboolean
has_operator (const char *line, gsize length, const char *name)
{
  gsize n = strlen (name);

  return length >= n && memcmp (line + length - n, name, n) == 0 &&
         (length == n || line[length - n - 1] == ' ');
}

/* Lines that draw nothing but say how what follows is drawn. */
static gboolean
is_state (const char *line, gsize length)
{
  static const char *const names[] = { "q", "Q", "cm", "gs", "rg", "RG", "g", "G", "w" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (has_operator (line, length, names[i]))
      return TRUE;
  return length == 0;
}

static gsize
get_line_length (const char *text, gsize left)
{
  const char *end = memchr (text, '\n', left);

  return end != NULL ? (gsize) (end - text) : left;
}

/* Writes the lines outside of tags: from the first that draws to the last as an artifact. */
static void
flush_loose (Marker *marker)
{
  const char *text = marker->loose->str;
  gsize from = G_MAXSIZE;
  gsize to = 0;

  for (gsize at = 0; at < marker->loose->len;)
    {
      gsize length = get_line_length (text + at, marker->loose->len - at);

      if (!is_state (text + at, length))
        {
          from = MIN (from, at);
          to = at + length + 1;
        }
      at += length + 1;
    }
  if (from == G_MAXSIZE)
    g_string_append_len (marker->out, text, (gssize) marker->loose->len);
  else
    {
      gboolean letters = strstr (text + from, "BT\n") != NULL;

      g_string_append_len (marker->out, text, (gssize) from);
      g_string_append_printf (marker->out, "/Artifact << /Type /%s >> BDC\n",
                              letters ? "Pagination" : "Layout");
      g_string_append_len (marker->out, text + from, (gssize) (to - from));
      g_string_append (marker->out, "EMC\n");
      g_string_append_len (marker->out, text + to, (gssize) (marker->loose->len - to));
      marker->n_marks++;
    }
  g_string_truncate (marker->loose, 0);
}

GString *
gh_pdf_mark_artifacts (const char *content, gsize length)
{
  Marker marker = { g_string_sized_new (length), g_string_new (NULL), 0, 0 };

  for (gsize at = 0; at < length;)
    {
      gsize n = get_line_length (content + at, length - at);
      gboolean begins = content[at] == '/' && (has_operator (content + at, n, "BDC") ||
                                               has_operator (content + at, n, "BMC"));
      gboolean ends = n == 3 && memcmp (content + at, "EMC", n) == 0;

      if (begins && marker.depth++ == 0)
        flush_loose (&marker);
      g_string_append_len (marker.depth > 0 ? marker.out : marker.loose, content + at, (gssize) n);
      g_string_append_c (marker.depth > 0 ? marker.out : marker.loose, '\n');
      if (ends && marker.depth > 0)
        marker.depth--;
      at += n + 1;
    }
  flush_loose (&marker);
  g_string_free (marker.loose, TRUE);
  if (marker.n_marks > 0 && marker.depth == 0)
    return marker.out;
  g_string_free (marker.out, TRUE);
  return NULL;
}

GBytes *
gh_pdf_deflate (const void *bytes, gsize length, gboolean expand)
{
  g_autoptr (GConverter) converter =
    expand ? G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB))
           : G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GInputStream) source =
    g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (source, converter);
  g_autoptr (GOutputStream) target = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (
        target, converted,
        G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (target));
}
