/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of 11,000 units against a bare libxlsxwriter program that writes the same cells of
 * its first sheet (the others and the head are a few dozen). */
#include "config.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "gh-export.h"
#include "make-dossier.h"

#define N_UNITS  11000
#define N_BRANCH 40
#define N_RUNS   5
#define N_COUNTS 6

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static double
run_ours (GhDossier *dossier, const char *path)
{
  GhExportOptions options = { .path = path, .today = 2461000, .now = 1800000000 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GError) error = NULL;

  if (!gh_export_summary (summary, &options, &error))
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
write_bare (lxw_worksheet *sheet, guint at, lxw_col_t column, gint64 value, lxw_format *format)
{
  if (value >= 0)
    worksheet_write_number (sheet, at, column, (double) value, format);
  else
    worksheet_write_blank (sheet, at, column, format);
}

static void
write_bare_percent (lxw_worksheet *sheet, guint at, char quota, lxw_format *format, double value)
{
  char formula[128];

  g_snprintf (formula, sizeof formula, "=IF(COUNT(%c%u:%c%u)<2,\"\",IF(%c%u=0,\"\",%c%u/%c%u))",
              quota, at + 1, quota + 1, at + 1, quota, at + 1, quota + 1, at + 1, quota, at + 1);
  worksheet_write_formula_num (sheet, at, (lxw_col_t) (quota - 'A' + 2), formula, format, value);
}

static void
write_bare_sums (lxw_worksheet *sheet, guint at, guint last, lxw_format *format)
{
  static const char columns[] = "CDEGHJKLMNO";
  char formula[64];

  for (const char *column = columns; *column != '\0'; column++)
    {
      g_snprintf (formula, sizeof formula, "=SUM(%c%u:%c%u)", *column, at + 2, *column, last + 1);
      worksheet_write_formula_num (sheet, at, (lxw_col_t) (*column - 'A'), formula, format, 100);
    }
}

static void
write_bare_row (lxw_worksheet *sheet, guint at, const GhSummaryRow *row, lxw_format **formats)
{
  const GhTotals *totals = &row->branch;
  const gint64 counts[] = { totals->came,     totals->deferred, totals->donated,
                            totals->bags_250, totals->bags_350, totals->bags_450 };
  char number[16];

  g_snprintf (number, sizeof number, "%u", at);
  worksheet_write_string (sheet, at, 0, number, formats[0]);
  worksheet_write_string (sheet, at, 1, row->unit->name, formats[row->leaf ? 1 : 2]);
  write_bare_percent (sheet, at, 'D', formats[4], 0.5);
  write_bare_percent (sheet, at, 'G', formats[4], 0.5);
  if (!row->leaf)
    {
      write_bare_sums (sheet, at, at + N_BRANCH - 1, formats[3]);
      return;
    }
  write_bare (sheet, at, 2, totals->headcount, formats[3]);
  write_bare (sheet, at, 3, totals->quota[GH_INDICATOR_REGISTRATIONS], formats[3]);
  write_bare (sheet, at, 4, totals->registered, formats[3]);
  write_bare (sheet, at, 6, totals->quota[GH_INDICATOR_BLOOD_UNITS], formats[3]);
  write_bare (sheet, at, 7, totals->blood_units_tenths / 10, formats[3]);
  for (lxw_col_t i = 0; i < N_COUNTS; i++)
    write_bare (sheet, at, (lxw_col_t) (9 + i), counts[i], formats[3]);
}

static double
run_bare (const GhSummary *summary, const char *path)
{
  static const char *const number_formats[] = { NULL, NULL, NULL, "#,##0", "0.0%" };
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *formats[G_N_ELEMENTS (number_formats)];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      formats[i] = workbook_add_format (workbook);
      format_set_border (formats[i], LXW_BORDER_THIN);
      if (number_formats[i] != NULL)
        format_set_num_format (formats[i], number_formats[i]);
    }
  for (guint i = 0; i < summary->rows->len; i++)
    write_bare_row (sheet, i, &g_array_index (summary->rows, GhSummaryRow, i), formats);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("the bare workbook could not be written");
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *ours = g_build_filename (folder, "ours.xlsx", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.xlsx", NULL);
  g_autoptr (GhDossier) dossier = make_large_dossier (N_UNITS, N_BRANCH, 2);
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  double our_times[N_RUNS];
  double bare_times[N_RUNS];
  double one;
  double other;

  for (int i = 0; i < N_RUNS; i++)
    {
      bare_times[i] = run_bare (summary, bare);
      our_times[i] = run_ours (dossier, ours);
    }
  one = get_median (our_times);
  other = get_median (bare_times);
  g_print (
    "summary: %d units written in %.0f ms, bare libxlsxwriter %.0f ms: ratio %.2f (aim 1.5)\n",
    N_UNITS, one, other, one / other);
  g_unlink (ours);
  g_unlink (bare);
  g_rmdir (folder);
  return 0;
}
