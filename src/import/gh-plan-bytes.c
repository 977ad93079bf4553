/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-plan-private.h"
#include "gh-text.h"
#include "gh-zip.h"

/* A file's bytes → text; or a word on what to do with a file that is none. */

/* How far a file is looked into to tell what it is. */
#define SAMPLE 8192u

gpointer
gh_plan_set_refused (GhImportError code, const char *format, const char *name, GError **error)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  g_set_error_literal (error, GH_IMPORT_ERROR, code, message->str);
  return NULL;
}

static gboolean
begins (const guint8 *data, gsize length, const char *start, gsize n)
{
  return length >= n && memcmp (data, start, n) == 0;
}

/* Whether a name of the old compound files stands in it; they write them in UTF-16. */
static gboolean
has_stream (const guint8 *data, gsize length, const char *name)
{
  gsize n = strlen (name);

  for (gsize at = 0; at + 2 * n <= length; at += 2)
    {
      gsize i = 0;

      while (i < n && data[at + 2 * i] == (guint8) name[i] && data[at + 2 * i + 1] == 0)
        i++;
      if (i == n)
        return TRUE;
    }
  return FALSE;
}

/* Files of Word before 2007, and what Office locks with a password. */
static const char *
explain_compound (const guint8 *data, gsize length)
{
  if (has_stream (data, length, "EncryptedPackage"))
    return _("“%s” is locked with a password. Open it in Word with the password, choose File, "
             "Info, Protect Document, Encrypt with Password, empty the box, save, and try again.");
  if (has_stream (data, length, "WordDocument"))
    return _("“%s” is a document of an old Word (.doc). Open it in Word or LibreOffice, choose "
             "File, Save As, the type “Word Document (.docx)”, and read the new file.");
  return _("“%s” is a file of an old Office, not a plan. If it is a text, open it, save it as "
           ".docx and read the new file.");
}

static gboolean
is_markup (const guint8 *data, gsize length)
{
  gsize at = begins (data, length, "\xEF\xBB\xBF", 3) ? 3 : 0;
  g_autofree char *head = NULL;

  while (at < length && g_ascii_isspace ((char) data[at]))
    at++;
  head = g_ascii_strdown ((const char *) data + at, (gssize) MIN (length - at, 64));
  return gh_text_begins (head, "<?xml") || gh_text_begins (head, "<!doctype") ||
         gh_text_begins (head, "<html") || gh_text_begins (head, "mime-version:");
}

static gboolean
is_picture (const guint8 *data, gsize length)
{
  return begins (data, length, "\x89PNG", 4) || begins (data, length, "\xFF\xD8\xFF", 3) ||
         begins (data, length, "GIF8", 4) || begins (data, length, "II*\0", 4) ||
         begins (data, length, "MM\0*", 4) || begins (data, length, "BM", 2);
}

/* Why a file is no text, and what to do; NULL for what may be one. */
static const char *
explain (const guint8 *data, gsize length)
{
  if (begins (data, length, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return explain_compound (data, length);
  if (begins (data, length, "{\\rtf", 5))
    return _("“%s” is a Rich Text file (.rtf). Open it in Word or LibreOffice, choose File, Save "
             "As, the type “Word Document (.docx)”, and read the new file.");
  if (begins (data, length, "%PDF-", 5))
    return _("“%s” is a PDF, which keeps pages and not their text. Ask for the Word file it was "
             "made from; or open the PDF, copy its text and paste that.");
  if (is_markup (data, length))
    return _("“%s” is a web page. Open it in a browser or in Word, copy the text of the plan and "
             "paste that; or save it from Word as .docx.");
  if (is_picture (data, length) && memchr (data, 0, MIN (length, SAMPLE)) != NULL)
    return _("“%s” is a picture. Only text can be read: ask for the Word file, or type the plan.");
  return NULL;
}

/* UTF-16 that nobody marked: of a Vietnamese text every other byte is mostly 0 or 1 or 0x1E, and
 * each blank and line end is a zero beside a small byte. */
static const char *
guess_utf16 (const guint8 *data, gsize length)
{
  gsize n = MIN (length, SAMPLE) / 2;
  gsize zeros[2] = { 0, 0 };
  gsize signs[2] = { 0, 0 }; /* the other byte is a letter, a blank or a line end */

  if (n < 8 || length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < 2 * n; i++)
    if (data[i] == 0)
      {
        guint8 other = data[i ^ 1u];

        zeros[i & 1u]++;
        signs[i & 1u] +=
          (other >= 32 && other != 127) || other == '\t' || other == '\n' || other == '\r';
      }
  for (gsize side = 0; side < 2; side++)
    if (zeros[side] * 3 > n && zeros[1 - side] == 0 && signs[side] == zeros[side])
      return side == 1 ? "UTF-16LE" : "UTF-16BE";
  return NULL;
}

/* (nullable): the text of a file in UTF-16, which Notepad calls "Unicode". */
static char *
decode_utf16 (const guint8 *data, gsize length)
{
  const char *encoding = guess_utf16 (data, length);
  char *text;
  gsize written = 0;
  gsize skip = 0;

  if (begins (data, length, "\xFF\xFE", 2) || begins (data, length, "\xFE\xFF", 2))
    {
      encoding = data[0] == 0xFF ? "UTF-16LE" : "UTF-16BE";
      skip = 2;
    }
  if (encoding == NULL)
    return NULL;
  length -= (length - skip) % 2;
  text = g_convert_with_fallback ((const char *) data + skip, (gssize) (length - skip), "UTF-8",
                                  encoding, "\uFFFD", NULL, &written, NULL);
  if (text != NULL && strlen (text) < written) /* a zero stands in no text */
    g_clear_pointer (&text, g_free);
  return text;
}

char *
gh_plan_bytes_decode (GBytes *bytes, const char *name, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *reason = explain (data, length);
  char *text;

  if (reason != NULL)
    return gh_plan_set_refused (GH_IMPORT_ERROR_FORMAT, reason, name, error);
  text = decode_utf16 (data, length);
  if (text != NULL)
    return text;
  if (memchr (data, 0, length) != NULL)
    return gh_plan_set_refused (GH_IMPORT_ERROR_FORMAT,
                                /* Translators: %s is the name of a file */
                                _("“%s” is neither a text nor a Word document of today. Open it "
                                  "in Word, save it as .docx and try again."),
                                name, error);
  if (g_utf8_validate ((const char *) data, (gssize) length, NULL))
    return g_strndup ((const char *) data, length);
  return gh_import_decode_bytes (data, length);
}
