/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-finding-row.h"

#include <glib/gi18n-lib.h>

static const char *
severity_icon (GhSeverity severity, const char **css_class, const char **name)
{
  switch (severity)
    {
    case GH_SEVERITY_ERROR:
      *css_class = "error";
      *name = C_("finding", "Error");
      return "dialog-error-symbolic";
    case GH_SEVERITY_WARNING:
      *css_class = "warning";
      *name = C_("finding", "Warning");
      return "dialog-warning-symbolic";
    case GH_SEVERITY_HINT:
    default:
      *css_class = "dim-label";
      *name = C_("finding", "Hint");
      return "dialog-information-symbolic";
    }
}

/* Empty where there is no fix, so that the columns stand below each other. */
static GtkWidget *
make_fix (const GhFix *fix, GCallback clicked, gpointer strip)
{
  GtkWidget *button;
  GtkWidget *label;
  g_autofree char *spoken = NULL;

  if (fix == NULL)
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  label = gtk_label_new (fix->label);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* A long message must not squeeze it. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (fix->label, -1), 22));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "finding-fix");
  gtk_widget_set_tooltip_text (button, fix->label);
  spoken = g_strdup_printf (_("Fix: %s"), fix->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, strip);
  return button;
}

static GtkWidget *
make_ignore (const GhFinding *finding, GCallback clicked, gpointer strip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-conceal-symbolic");
  g_autofree char *spoken = g_strdup_printf (_("Ignore here: %s"), finding->message);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_tooltip_text (button, _("Ignore here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, strip);
  return button;
}

/* Translators: before the law that a finding of the check goes by */
#define RULE _("by %s")

/* The sentence, in one line, and the law. */
static char *
describe_ground (const GhFinding *finding)
{
  const char *rule = gh_finding_get_rule (finding);
  g_autofree char *by = rule != NULL ? g_strdup_printf (RULE, rule) : NULL;
  g_autofree char *quote = *finding->quote != '\0' ? g_strdup (finding->quote) : NULL;

  if (quote != NULL)
    g_strdelimit (quote, "\n\t", ' ');
  if (quote != NULL && by != NULL)
    return g_strdup_printf ("%s · %s", by, quote);
  return g_strdup (quote != NULL ? quote : by != NULL ? by : "");
}

/* What is wrong, and below it small where it comes from. */
static GtkWidget *
make_message (const GhFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *message = gtk_label_new (finding->message);
  g_autofree char *text = describe_ground (finding);
  GtkWidget *ground;

  gtk_widget_set_hexpand (box, TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_box_append (GTK_BOX (box), message);
  if (*text == '\0')
    return box;
  ground = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (ground), 0);
  gtk_label_set_ellipsize (GTK_LABEL (ground), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (ground, text);
  gtk_widget_add_css_class (ground, "caption");
  gtk_box_append (GTK_BOX (box), ground);
  return box;
}

static GtkWidget *
make_place (const char *where)
{
  GtkWidget *place = gtk_label_new (where);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (place), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (place), 24);
  gtk_widget_set_tooltip_text (place, where);
  gtk_widget_add_css_class (place, "caption");
  return place;
}

/* As high as each other: Tab goes to the one first whose middle is higher by half a pixel. */
static GtkWidget *
make_buttons (GtkWidget *fix, GtkWidget *ignore)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), fix);
  gtk_box_append (GTK_BOX (box), ignore);
  return box;
}

GtkWidget *
gh_finding_row_new (const GhFinding *finding, const GhFindingRows *rows)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *css_class, *severity;
  GtkWidget *icon =
    gtk_image_new_from_icon_name (severity_icon (finding->severity, &css_class, &severity));
  GtkWidget *message = make_message (finding);
  GtkWidget *place = make_place (finding->where);
  GtkWidget *fix = make_fix (finding->fix, rows->fix_clicked, rows->strip);
  GtkWidget *ignore = make_ignore (finding, rows->ignore_clicked, rows->strip);
  g_autofree char *spoken =
    g_strdup_printf ("%s: %s, %s", severity, finding->message, finding->where);

  gtk_widget_add_css_class (icon, css_class);
  gtk_size_group_add_widget (rows->places, place);
  gtk_size_group_add_widget (rows->buttons, fix);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), make_buttons (fix, ignore));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
