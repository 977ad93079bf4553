/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-register.h"

#include "gh-text.h"

GhDocumentNumber *
gh_document_number_new (int number)
{
  GhDocumentNumber *self = g_new0 (GhDocumentNumber, 1);

  self->number = number;
  self->document_kind = g_strdup ("");
  self->title = g_strdup ("");
  return self;
}

void
gh_document_number_free (GhDocumentNumber *number)
{
  if (number == NULL)
    return;
  g_free (number->document_kind);
  g_free (number->title);
  g_free (number);
}

char *
gh_document_number_format (int number)
{
  return g_strdup_printf ("%02d", number);
}

int
gh_document_number_parse (const char *text)
{
  g_autofree char *plain = gh_text_squeeze (text);
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (plain, 10, 1, GH_DOCUMENT_NUMBER_MAX, &number, NULL))
    return 0;
  return (int) number;
}

GhDocumentSeries *
gh_document_series_new (const char *committee, int year)
{
  GhDocumentSeries *series = g_new0 (GhDocumentSeries, 1);

  series->committee = g_strdup (committee);
  series->year = year;
  series->symbol = g_strdup ("");
  series->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_document_number_free);
  return series;
}

void
gh_document_series_free (GhDocumentSeries *series)
{
  if (series == NULL)
    return;
  g_free (series->committee);
  g_free (series->symbol);
  g_ptr_array_unref (series->numbers);
  g_free (series);
}

gboolean
gh_document_series_is_of (const GhDocumentSeries *series, const char *committee, int year)
{
  g_autofree char *ours = gh_text_fold (series->committee);
  g_autofree char *theirs = gh_text_fold (committee);

  return series->year == year && g_str_equal (ours, theirs);
}

void
gh_document_series_add (GhDocumentSeries *series, GhDocumentNumber *number)
{
  guint at = series->numbers->len;

  while (at > 0 &&
         ((const GhDocumentNumber *) g_ptr_array_index (series->numbers, at - 1))->number >
           number->number)
    at--;
  g_ptr_array_insert (series->numbers, (int) at, number);
}

static int
get_number (const GhDocumentSeries *series, guint i)
{
  return ((const GhDocumentNumber *) g_ptr_array_index (series->numbers, i))->number;
}

int
gh_document_series_suggest (const GhDocumentSeries *series)
{
  return series->numbers->len > 0 ? get_number (series, series->numbers->len - 1) + 1 : 1;
}

const GhDocumentNumber *
gh_document_series_find (const GhDocumentSeries *series, int number, gint64 except_campaign)
{
  for (guint i = 0; i < series->numbers->len; i++)
    {
      const GhDocumentNumber *taken = g_ptr_array_index (series->numbers, i);

      if (taken->number == number &&
          (except_campaign == 0 || taken->campaign_id != except_campaign))
        return taken;
    }
  return NULL;
}

static void
append_range (GString *text, int from, int to)
{
  g_string_append_printf (text, "%s%02d", text->len > 0 ? ", " : "", from);
  if (to > from)
    g_string_append_printf (text, "%s%02d", to > from + 1 ? "–" : ", ", to);
}

char *
gh_document_series_list_gaps (const GhDocumentSeries *series)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < series->numbers->len; i++)
    if (get_number (series, i) > get_number (series, i - 1) + 1)
      append_range (text, get_number (series, i - 1) + 1, get_number (series, i) - 1);
  return g_string_free (text, FALSE);
}

char *
gh_document_series_list_duplicates (const GhDocumentSeries *series)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < series->numbers->len; i++)
    if (get_number (series, i) == get_number (series, i - 1) &&
        (i == 1 || get_number (series, i - 2) != get_number (series, i)))
      append_range (text, get_number (series, i), get_number (series, i));
  return g_string_free (text, FALSE);
}
