/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-findings-strip.h"

#include <glib/gi18n-lib.h>

struct _GhFindingsStrip
{
  GtkWidget parent_instance;

  /* Template children */
  GtkExpander *expander;
  GtkLabel *summary;
  GtkListBox *list;
};

enum
{
  FINDING_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhFindingsStrip, gh_findings_strip, GTK_TYPE_WIDGET)

static const char *
severity_icon (GhSeverity severity, const char **css_class, const char **name)
{
  switch (severity)
    {
    case GH_SEVERITY_ERROR:
      *css_class = "error";
      *name = C_ ("finding", "Error");
      return "dialog-error-symbolic";
    case GH_SEVERITY_WARNING:
      *css_class = "warning";
      *name = C_ ("finding", "Warning");
      return "dialog-warning-symbolic";
    case GH_SEVERITY_HINT:
    default:
      *css_class = "dim-label";
      *name = C_ ("finding", "Hint");
      return "dialog-information-symbolic";
    }
}

/* All that a row says. */
static char *
spoken_text (const GhFinding *finding)
{
  const char *css_class, *severity;

  severity_icon (finding->severity, &css_class, &severity);
  return g_strdup_printf ("%s: %s, %s", severity, finding->message, finding->where);
}

static GtkWidget *
make_row (const GhFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *css_class, *severity;
  GtkWidget *icon =
    gtk_image_new_from_icon_name (severity_icon (finding->severity, &css_class, &severity));
  GtkWidget *message = gtk_label_new (finding->message);
  GtkWidget *where = gtk_label_new (finding->where);
  char *spoken = spoken_text (finding);

  gtk_widget_add_css_class (icon, css_class);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_set_hexpand (message, TRUE);
  gtk_label_set_xalign (GTK_LABEL (where), 1);
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (where), 28);
  gtk_widget_add_css_class (where, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), where);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "gh-spoken", spoken, g_free);
  return row;
}

/* Most edits change no finding; rows that stay keep the focus and the place of the list. */
static gboolean
is_shown (GhFindingsStrip *self, const GPtrArray *findings)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *spoken = spoken_text (g_ptr_array_index (findings, i));

      if (row == NULL || !g_str_equal (spoken, g_object_get_data (G_OBJECT (row), "gh-spoken")))
        return FALSE;
      row = gtk_widget_get_next_sibling (row);
    }
  return row == NULL && findings->len > 0;
}

static char *
describe (const GPtrArray *findings)
{
  guint n[3] = { 0 };
  g_autofree char *errors = NULL, *warnings = NULL, *hints = NULL;

  for (guint i = 0; i < findings->len; i++)
    n[((const GhFinding *) g_ptr_array_index (findings, i))->severity]++;
  if (findings->len == 0)
    return g_strdup (_ ("The check found nothing."));
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n[0]), n[0]);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n[1]), n[1]);
  hints = g_strdup_printf (ngettext ("%u hint", "%u hints", n[2]), n[2]);
  /* Translators: errors, warnings, hints of the check */
  return g_strdup_printf (_ ("Check: %s, %s, %s"), errors, warnings, hints);
}

void
gh_findings_strip_show (GhFindingsStrip *self, const GPtrArray *findings)
{
  g_autofree char *summary = NULL;
  GtkWidget *row;

  g_return_if_fail (GH_IS_FINDINGS_STRIP (self));

  if (is_shown (self, findings))
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (findings, i)));
  summary = describe (findings);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), findings->len > 0);
  if (findings->len == 0)
    gtk_expander_set_expanded (self->expander, FALSE);
}

void
gh_findings_strip_open (GhFindingsStrip *self)
{
  g_return_if_fail (GH_IS_FINDINGS_STRIP (self));

  gtk_expander_set_expanded (self->expander, TRUE);
}

static void
activated_cb (GhFindingsStrip *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
gh_findings_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_FINDINGS_STRIP);

  G_OBJECT_CLASS (gh_findings_strip_parent_class)->dispose (object);
}

static void
gh_findings_strip_class_init (GhFindingsStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_findings_strip_dispose;

  signals[FINDING_ACTIVATED] =
    g_signal_new ("finding-activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/plan/gh-findings-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, expander);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
gh_findings_strip_init (GhFindingsStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
