/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-recent-row.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-label.h"
#include "gh-meter.h"
#include "gh-number.h"
#include "gh-store.h"
#include "gh-summary.h"

void
gh_recent_free (GhRecent *recent)
{
  if (recent == NULL)
    return;
  g_free (recent->path);
  g_free (recent->campaign);
  g_free (recent->unit);
  g_free (recent);
}

static void
read_figures (GhRecent *recent, const GhSummary *summary)
{
  const GhTarget *target = gh_summary_target (summary, GH_INDICATOR_BLOOD_UNITS);
  GhIndicator indicator = GH_INDICATOR_BLOOD_UNITS;

  if (target == NULL)
    {
      indicator = GH_INDICATOR_DONORS;
      target = gh_summary_target (summary, indicator);
    }
  if (target == NULL)
    return;
  recent->target = (gint64) target->value;
  recent->result_tenths = gh_totals_result_tenths (&summary->total, indicator);
  recent->unit = g_strdup (gh_indicator_name (indicator));
}

GhRecent *
gh_recent_read (const char *path)
{
  g_autoptr (GhRecent) recent = g_new0 (GhRecent, 1);
  g_autoptr (GhStore) store = NULL;
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GhSummary) summary = NULL;

  recent->path = g_strdup (path);
  recent->target = -1;
  recent->result_tenths = -1;
  recent->missing = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (recent->missing)
    return g_steal_pointer (&recent);
  /* What is wrong with a file is said when somebody opens it. */
  store = gh_store_open (path, GH_STORE_READ_ONLY, 0, NULL);
  dossier = store != NULL ? gh_store_load_dossier (store, 0, NULL) : NULL;
  recent->unreadable = store == NULL;
  if (dossier == NULL)
    return g_steal_pointer (&recent);
  recent->campaign = g_strdup (dossier->campaign->name);
  summary = gh_summary_new (dossier);
  read_figures (recent, summary);
  return g_steal_pointer (&recent);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new_line (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  return label;
}

GtkWidget *
gh_recent_row_new (const char *path)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name;
  GtkWidget *figures = make_label (NULL, "caption");
  GtkWidget *meter = gh_meter_new ();
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  char *dot = strrchr (base, '.');

  if (dot != NULL)
    *dot = '\0';
  name = make_label (base, "strong");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_label (shown, "caption"));
  gtk_widget_set_visible (meter, FALSE);
  gtk_box_append (GTK_BOX (box), meter);
  gtk_widget_set_visible (figures, FALSE);
  gtk_box_append (GTK_BOX (box), figures);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, base, -1);
  g_object_set_data (G_OBJECT (row), "gh-name", name);
  g_object_set_data (G_OBJECT (row), "gh-figures", figures);
  g_object_set_data (G_OBJECT (row), "gh-meter", meter);
  g_object_set_data_full (G_OBJECT (row), "gh-path", g_strdup (path), g_free);
  return row;
}

const char *
gh_recent_row_get_path (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "gh-path");
}

static char *
dup_figures (const GhRecent *recent)
{
  g_autofree char *target = gh_number_format (recent->target);
  g_autofree char *result = gh_cell_tenths (recent->result_tenths);
  g_autofree char *percent =
    gh_number_format_percent (MAX (recent->result_tenths, 0), recent->target * 10);

  /* Translators: result, target, what is counted, percent: "512 of 1.200 blood units (42,7 %)" */
  return g_strdup_printf (_("%s of %s %s (%s)"), result, target, recent->unit, percent);
}

void
gh_recent_row_show (GtkWidget *row, const GhRecent *recent)
{
  GtkLabel *name = g_object_get_data (G_OBJECT (row), "gh-name");
  GtkLabel *figures = g_object_get_data (G_OBJECT (row), "gh-figures");
  GhMeter *meter = g_object_get_data (G_OBJECT (row), "gh-meter");
  g_autofree char *text = NULL;

  if (recent->missing)
    text = g_strdup (_("The file is not there now (USB stick? renamed?)"));
  else if (recent->unreadable)
    text = g_strdup (_("The file cannot be read; open it to see why"));
  else if (recent->campaign != NULL && recent->target > 0)
    text = dup_figures (recent);
  if (recent->campaign != NULL)
    {
      g_autofree char *whole =
        g_strdup_printf ("%s · %s", gtk_label_get_text (name), recent->campaign);

      gtk_label_set_text (name, whole);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                      -1);
    }
  if (recent->target > 0)
    gh_meter_set (meter, (double) MAX (recent->result_tenths, 0) / 10 / (double) recent->target,
                  -1);
  gtk_widget_set_visible (GTK_WIDGET (meter), recent->target > 0);
  gtk_label_set_text (figures, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (figures), text != NULL);
}
