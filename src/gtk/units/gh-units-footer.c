/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-footer.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-icon.h"
#include "gh-number.h"

/* "Đã giao 1.200 / 1.250 · còn thiếu 50", with a tick at 0 */
static GtkWidget *
make_total (const GhSummary *summary, GhIndicator indicator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (gh_indicator_name (indicator));
  GtkWidget *figures, *icon, *gap_label;
  g_autofree char *total = gh_cell_count (summary->total.quota[indicator]);
  g_autofree char *text = NULL, *gap_text = NULL, *gap_figure = NULL;
  gint64 gap = 0;
  gint64 target = 0;
  gboolean has_target = gh_summary_quota_gap (summary, indicator, &target, &gap);
  g_autofree char *target_figure = gh_number_format (target);

  gtk_widget_add_css_class (name, "dim-label");
  /* Translators: assigned quota / target */
  text = has_target ? g_strdup_printf (_("assigned %s of %s"), total, target_figure)
                    : g_strdup_printf (_("assigned %s"), total);
  figures = gtk_label_new (text);
  gtk_widget_add_css_class (figures, "numeric");
  gtk_widget_add_css_class (figures, "strong");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figures);

  gap_figure = gh_number_format (ABS (gap));
  if (!has_target)
    gap_text = g_strdup (_("no target set"));
  else if (gap == 0)
    gap_text = g_strdup (_("matches the target"));
  else if (gap > 0)
    gap_text = g_strdup_printf (_("%s still to assign"), gap_figure);
  else
    gap_text = g_strdup_printf (_("%s above the target"), gap_figure);
  icon =
    gh_icon_new (has_target && gap == 0 ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (icon, has_target);
  gap_label = gtk_label_new (gap_text);
  gtk_widget_add_css_class (gap_label, "numeric");
  if (has_target)
    {
      gtk_widget_add_css_class (icon, gap == 0 ? "success" : "warning");
      gtk_widget_add_css_class (gap_label, gap == 0 ? "success" : "warning");
    }
  else
    gtk_widget_add_css_class (gap_label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gap_label);
  return box;
}

/* In several lines where one is too narrow for all columns: the window is as wide as it is. */
static GtkWidget *
make_flow (void)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), GH_N_INDICATORS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 3);
  gtk_widget_set_hexpand (flow, TRUE);
  return flow;
}

void
gh_units_footer_show (GtkBox *footer,
                      const GhSummary *summary,
                      const GhIndicator *indicators,
                      guint n)
{
  GtkWidget *flow;

  g_return_if_fail (GTK_IS_BOX (footer));
  g_return_if_fail (summary != NULL);

  flow = gtk_widget_get_first_child (GTK_WIDGET (footer));
  if (flow != NULL)
    gtk_box_remove (footer, flow);
  flow = make_flow ();
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *total = make_total (summary, indicators[i]);

      gtk_flow_box_append (GTK_FLOW_BOX (flow), total);
      gtk_widget_set_focusable (gtk_widget_get_parent (total), FALSE);
    }
  gtk_box_append (footer, flow);
}
