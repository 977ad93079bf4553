/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the workbooks and the calendar of a made-up campaign, and as tables of text what the core
 * says of it, for the Python tests beside it:
 *   write-tables FOLDER small|wide|large */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gh-export.h"
#include "make-dossier.h"

static void
append_figure (GString *text, gint64 figure)
{
  if (figure >= 0)
    g_string_append_printf (text, "\t%" G_GINT64_FORMAT, figure);
  else
    g_string_append (text, "\t");
}

static void
append_totals (GString *text, const char *name, int depth, const GhTotals *totals)
{
  g_string_append_printf (text, "%d\t%s", depth, name);
  append_figure (text, totals->headcount);
  append_figure (text, totals->quota[GH_INDICATOR_REGISTRATIONS]);
  append_figure (text, totals->registered);
  append_figure (text, totals->quota[GH_INDICATOR_BLOOD_UNITS]);
  append_figure (text, totals->blood_units_tenths);
  append_figure (text, totals->donated);
  append_figure (text, totals->bags_250);
  append_figure (text, totals->bags_350);
  append_figure (text, totals->bags_450);
  g_string_append_c (text, '\n');
}

/* What the workbook must say, by the core. */
static void
write_expected (const GhSummary *summary, const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "expected.tsv", NULL);

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);

      append_totals (text, row->unit->name, row->depth, &row->branch);
    }
  append_totals (text, "TỔNG CỘNG", -1, &summary->total);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static gboolean
export_file (GhExportKind kind, const GhSummary *summary, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GhExportOptions options = {
    .path = path,
    .today = gh_day_from_ymd (2027, 3, 5),
    .now = G_GINT64_CONSTANT (1804000000),
  };
  gboolean written = kind == GH_EXPORT_SUMMARY ? gh_export_summary (summary, &options, &error)
                                               : gh_export_calendar (summary, &options, &error);

  if (!written)
    g_printerr ("%s\n", error->message);
  return written;
}

int
main (int argc, char **argv)
{
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GhSummary) summary = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3)
    return 2;
  if (g_str_equal (argv[2], "small"))
    dossier = make_small_dossier ();
  else if (g_str_equal (argv[2], "wide"))
    dossier = make_large_dossier (1200, 3, 1);
  else
    dossier = make_large_dossier (11000, 40, 2);
  summary = gh_summary_new (dossier);
  write_expected (summary, argv[1]);
  return export_file (GH_EXPORT_SUMMARY, summary, argv[1], "summary.xlsx") &&
             export_file (GH_EXPORT_CALENDAR, summary, argv[1], "calendar.xlsx") &&
             export_file (GH_EXPORT_CALENDAR, summary, argv[1], "calendar.ics")
           ? 0
           : 4;
}
