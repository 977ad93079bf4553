/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-legacy.h"
#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"
#include "gh-zip.h"

#define TEXT_LIMIT (4u * 1024u * 1024u)
#define FILE_LIMIT (64u * 1024u * 1024u)

/* A plan that stops in the middle: no recipients, no signature, and no end of a sentence. */
static void
report_truncation (const GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  const GhBlock *last;
  gunichar c;

  if (plan->blocks->len == 0)
    {
      gh_plan_add_problem (reader->reading, 0,
                           g_strdup (_("No text of a plan was found below its header.")));
      return;
    }
  last = plan->blocks->pdata[plan->blocks->len - 1];
  if (plan->recipients->len > 0 || plan->signer_name[0] != '\0' || plan->authority[0] != '\0')
    return;
  c = gh_words_last_char (last->text);
  if (last->kind == GH_BLOCK_HEADING || (last->kind != GH_BLOCK_TABLE && c != '.' && c != '/'))
    {
      g_autofree char *text = gh_words_shorten (last->text, 60);
      guint line = ((const GhPlanLine *) reader->lines->pdata[reader->lines->len - 1])->number;

      /* Translators: %s is the last line of the text */
      gh_plan_add_problem (reader->reading, line,
                           g_strdup_printf (_("The text stops at “%s”, without recipients and "
                                              "signature. Look whether its end is missing."),
                                            text));
    }
}

/* Tells the watcher; FALSE if nobody waits for the reading any more. */
static gboolean
go_on (const GhImportWatch *watch, double fraction, GError **error)
{
  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL)
    watch->progress (fraction, watch->user_data);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

/* How far a reading is before each step: measured on a long plan. */
static gboolean
read_all (GhPlanReader *reader, const GhImportWatch *watch, GError **error)
{
  static const struct
  {
    void (*read) (GhPlanReader *reader);
    double before;
  } steps[] = {
    { gh_plan_read_header, 0.25 }, { gh_plan_find_tail, 0.25 },    { gh_plan_read_bases, 0.3 },
    { gh_plan_read_body, 0.3 },    { gh_plan_read_tail, 0.45 },    { gh_plan_read_campaign, 0.45 },
    { gh_plan_read_cited, 0.5 },   { gh_plan_read_targets, 0.55 }, { gh_plan_read_totals, 0.65 },
    { gh_plan_read_tasks, 0.7 },   { gh_plan_read_calendar, 0.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!go_on (watch, steps[i].before, error))
        return FALSE;
      steps[i].read (reader);
    }
  return go_on (watch, 1, error);
}

/* Signs that look like the stroke and the hyphen of numbers and dates become them, in NFC text:
 * what web pages and PDF files hold in their place. */
static void
plain_signs (char *text)
{
  static const char *const signs[][2] = {
    { "\u2044", "/" }, { "\u2215", "/" }, { "\uff0f", "/" }, { "\u2010", "-" }, { "\u2011", "-" },
  };
  char *to = text;

  for (const char *p = text; *p != '\0';)
    {
      gsize skip = 0;

      for (gsize i = 0; (guchar) *p >= 0xE2u && i < G_N_ELEMENTS (signs) && skip == 0; i++)
        if (gh_text_begins (p, signs[i][0]))
          {
            skip = strlen (signs[i][0]);
            *to++ = signs[i][1][0];
          }
      if (skip == 0)
        {
          *to++ = *p;
          skip = 1;
        }
      p += skip;
    }
  *to = '\0';
}

/* (transfer full): @text with what fonts like .VnTimeH draw as capitals in capitals. */
static char *
raise_capitals (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *p = text;
  const char *begin;

  while ((begin = strstr (p, GH_CAPITALS_BEGIN)) != NULL)
    {
      const char *from = begin + strlen (GH_CAPITALS_BEGIN);
      const char *end = strstr (from, GH_CAPITALS_END);
      g_autofree char *part = g_strndup (from, end != NULL ? (gsize) (end - from) : strlen (from));
      g_autofree char *upper = gh_text_upper (part);

      g_string_append_len (out, p, (gssize) (begin - p));
      g_string_append (out, upper);
      p = from + strlen (part) + (end != NULL ? strlen (GH_CAPITALS_END) : 0);
    }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

/* (transfer full): the text in NFC, out of whatever code it was typed in. */
static char *
normalise (GhPlanReading *reading, const char *text, gsize size)
{
  g_autofree char *whole = g_strndup (text, size);
  GhLegacy legacy = gh_legacy_detect (whole);
  g_autofree char *converted = gh_legacy_convert (legacy, whole);
  g_autofree char *raised = raise_capitals (converted);

  if (legacy == GH_LEGACY_NONE)
    return gh_text_nfc (raised, -1);
  /* Translators: %s is "TCVN3 (ABC)" or "VNI" */
  gh_plan_add_problem (reading, 0,
                       g_strdup_printf (_("The text is written in the old code %s, not in "
                                          "Unicode. It was converted: check names and capitals."),
                                        gh_legacy_name (legacy)));
  return gh_text_nfc (raised, -1);
}

static GhPlanReading *
read_text (const char *text,
           gssize length,
           int today_year,
           const GhImportWatch *watch,
           GError **error)
{
  g_autoptr (GhPlanReading) reading = gh_plan_reading_new (today_year);
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *normal = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GhPlanReader reader = { reading, reading->plan, NULL, today_year, 0, 0, 0, FALSE, 0 };

  if (size > TEXT_LIMIT)
    {
      size = TEXT_LIMIT;
      while (size > 0 && ((guchar) text[size] & 0xC0u) == 0x80u)
        size--;
      gh_plan_add_problem (reading, 0,
                           g_strdup (_("The text is longer than 4 MiB, which no plan is. Only its "
                                       "beginning was read.")));
    }
  normal = normalise (reading, text, size);
  plain_signs (normal);
  lines = gh_plan_lines_split (normal);
  reader.lines = lines;
  if (lines->len == 0)
    {
      gh_plan_add_problem (reading, 0, g_strdup (_("The text is empty.")));
      return g_steal_pointer (&reading);
    }
  if (!read_all (&reader, watch, error))
    return NULL;
  report_truncation (&reader);
  return g_steal_pointer (&reading);
}

GhPlanReading *
gh_plan_text_read (const char *text, gssize length, int today_year)
{
  return read_text (text, length, today_year, NULL, NULL);
}

/* What every plan has some of; a text without any of it is something else. */
static gboolean
has_plan_parts (const GhPlanReading *reading)
{
  const GhPlan *plan = reading->plan;

  for (guint i = 0; i < plan->blocks->len; i++)
    if (((const GhBlock *) g_ptr_array_index (plan->blocks, i))->kind == GH_BLOCK_HEADING)
      return TRUE;
  return plan->bases->len > 0 ||
         (plan->blocks->len > 0 &&
          (*plan->title != '\0' || *plan->symbol != '\0' || plan->recipients->len > 0 ||
           reading->targets->len > 0 || reading->activities->len > 0));
}

static GhPlanReading *
check_plan (GhPlanReading *reading, const char *name, GError **error)
{
  g_autoptr (GhPlanReading) owned = reading;

  if (reading == NULL || has_plan_parts (reading))
    return g_steal_pointer (&owned);
  return gh_plan_set_refused (
    GH_IMPORT_ERROR_EMPTY,
    /* Translators: %s is the name of a file */
    _("“%s” holds no text of a plan. Choose the plan itself, as .docx, .odt or .txt."), name,
    error);
}

/* A plan has no footnotes: what stood in them is told. */
static void
report_notes (GhPlanReading *reading, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = gh_text_nfc (notes->pdata[i], -1);
      g_autofree char *shown = gh_words_shorten (text, 200);

      gh_plan_add_problem (reading, 0,
                           /* Translators: %s is the text of a footnote */
                           g_strdup_printf (_("The footnote “%s” was left out, since a plan has "
                                              "none. Write it into the text if it is needed."),
                                            shown));
    }
}

/* What is read, and who waits for it. */
typedef struct
{
  const char *name;
  int year;
  const GhImportWatch *watch;
} Source;

/* A word processor's document. */
static GhPlanReading *
read_package (const Source *source, GBytes *bytes, GError **error)
{
  g_autoptr (GhZip) zip = gh_zip_open_bytes (bytes, source->name, error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  GhPlanReading *reading;

  if (zip == NULL)
    return NULL;
  text = gh_odt_looks_like (zip) ? gh_odt_read_text (zip, notes, error)
                                 : gh_docx_read_text (zip, notes, error);
  if (text == NULL)
    return NULL;
  /* What was in it takes as much room again while the text is read. */
  g_clear_pointer (&zip, gh_zip_free);
  reading = read_text (text, -1, source->year, source->watch, error);
  if (reading != NULL)
    report_notes (reading, notes);
  return reading;
}

static GhPlanReading *
read_bytes (const Source *source, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GhPlanReading *reading = NULL;

  if (length == 0)
    return gh_plan_set_refused (GH_IMPORT_ERROR_EMPTY,
                                /* Translators: %s is the name of a file */
                                _("“%s” is empty."), source->name, error);
  if (gh_zip_looks_like (data, length))
    reading = read_package (source, bytes, error);
  else
    {
      g_autofree char *text = gh_plan_bytes_decode (bytes, source->name, error);

      if (text != NULL)
        reading = read_text (text, -1, source->year, source->watch, error);
    }
  return check_plan (reading, source->name, error);
}

GhPlanReading *
gh_plan_bytes_read (GBytes *bytes, const char *name, int today_year, GError **error)
{
  const Source source = { name, today_year, NULL };

  return read_bytes (&source, bytes, error);
}

GhPlanReading *
gh_plan_file_read_watched (GFile *file, int today_year, const GhImportWatch *watch, GError **error)
{
  GCancellable *cancellable = watch != NULL ? watch->cancellable : NULL;
  g_autoptr (GBytes) bytes = gh_import_load (file, FILE_LIMIT, cancellable, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  const Source source = { name, today_year, watch };

  return bytes != NULL && go_on (watch, 0.05, error) ? read_bytes (&source, bytes, error) : NULL;
}

GhPlanReading *
gh_plan_file_read (GFile *file, int today_year, GCancellable *cancellable, GError **error)
{
  const GhImportWatch watch = { NULL, NULL, cancellable };

  return gh_plan_file_read_watched (file, today_year, &watch, error);
}

GhPlanReading *
gh_plan_pasted_read (const char *text, int today_year, const GhImportWatch *watch, GError **error)
{
  g_autoptr (GhPlanReading) reading = read_text (text, -1, today_year, watch, error);

  if (reading == NULL || has_plan_parts (reading))
    return g_steal_pointer (&reading);
  g_set_error_literal (
    error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY,
    _("No part of a plan was found in this text. Paste the whole plan, from its "
      "head down to the recipients."));
  return NULL;
}
