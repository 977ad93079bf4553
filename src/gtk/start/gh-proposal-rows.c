/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-rows.h"

#include <glib/gi18n-lib.h>

#include "gh-label.h"
#include "gh-text.h"

/* One line: either a field of the header, which is emptied when it is not ticked, or an element of
 * an array, which is removed. */
typedef struct
{
  GtkCheckButton *check; /* borrowed from the box */
  char **field;          /* borrowed from the reading, or NULL */
  GPtrArray *array;      /* borrowed from the reading, or NULL */
  gpointer element;

  gboolean out;   /* taken out of the reading; then: */
  char *was;      /* owned: of the field */
  guint position; /* of the element, which is owned */
} Line;

struct _GhProposalRows
{
  GtkBox *box; /* borrowed */
  GhPlanReading *reading;
  GArray *lines;    /* Line */
  GtkWidget *panel; /* borrowed: of the section being filled */
};

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new (text, css_class);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
begin_section (GhProposalRows *rows, const char *title, guint n)
{
  g_autofree char *heading = g_strdup_printf ("%s (%u)", title, n);

  gtk_box_append (rows->box, make_label (n > 0 ? heading : title, "section-title"));
  rows->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (rows->panel, "panel");
  gtk_widget_add_css_class (rows->panel, "proposal");
  gtk_box_append (rows->box, rows->panel);
}

static void
add_line (GhProposalRows *rows, const char *caption, const char *text, Line line)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *plain = gh_text_strip_marks (text);
  g_autofree char *accessible = g_strdup_printf ("%s: %s", caption, plain);
  GtkWidget *label = make_label (caption, "caption");
  GtkWidget *value = make_label (plain, NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  gtk_box_append (GTK_BOX (rows->panel), check);
  line.check = GTK_CHECK_BUTTON (check);
  g_array_append_val (rows->lines, line);
}

static void
add_field (GhProposalRows *rows, const char *caption, char **field)
{
  if (*field != NULL && **field != '\0')
    add_line (rows, caption, *field, (Line){ .field = field });
}

static void
add_header (GhProposalRows *rows)
{
  GhPlan *plan = rows->reading->plan;
  GhCampaign *campaign = rows->reading->campaign;
  g_autofree char *date = gh_plan_issue_line (plan);

  begin_section (rows, _("Header and signature"), 0);
  gtk_box_append (GTK_BOX (rows->panel), make_label (campaign->name, "strong"));
  add_field (rows, _("Superior body"), &plan->parent_issuer);
  add_field (rows, _("Issuer"), &plan->issuer);
  add_field (rows, _("Number"), &plan->number);
  add_field (rows, _("Symbol"), &plan->symbol);
  add_field (rows, _("Place"), &plan->place);
  if (plan->issue_year != 0)
    gtk_box_append (GTK_BOX (rows->panel), make_label (date, "dim-label"));
  add_field (rows, _("Subject"), &plan->title);
  add_field (rows, _("Theme"), &campaign->theme);
  add_field (rows, _("Authority"), &plan->authority);
  add_field (rows, _("Signer’s role"), &plan->signer_role);
  add_field (rows, _("Signer’s post"), &plan->signer_post);
  add_field (rows, _("Signer"), &plan->signer_name);
}

static void
add_bases (GhProposalRows *rows)
{
  GPtrArray *bases = rows->reading->plan->bases;

  if (bases->len == 0)
    return;
  begin_section (rows, _("Legal bases"), bases->len);
  for (guint i = 0; i < bases->len; i++)
    {
      GhBasis *basis = g_ptr_array_index (bases, i);

      add_line (rows, *basis->number != '\0'
                        ? basis->number
                        : _("Basis"), basis->text, (Line){ .array = bases, .element = basis });
    }
}

static void
add_targets (GhProposalRows *rows)
{
  GPtrArray *targets = rows->reading->targets;

  if (targets->len == 0)
    return;
  begin_section (rows, _("Targets"), targets->len);
  for (guint i = 0; i < targets->len; i++)
    {
      GhTarget *target = g_ptr_array_index (targets, i);
      g_autofree char *text = gh_target_format (target);

      add_line (rows, gh_indicator_name (target->indicator), text,
                (Line){ .array = targets, .element = target });
    }
}

static void
add_activities (GhProposalRows *rows)
{
  GPtrArray *activities = rows->reading->activities;

  if (activities->len == 0)
    return;
  begin_section (rows, _("Calendar"), activities->len);
  for (guint i = 0; i < activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_NORMAL);

      add_line (rows, *date != '\0' ? date
                                    : _("No date"), activity->title,
                                         (Line){ .array = activities, .element = activity });
    }
}

static void
add_awards (GhProposalRows *rows)
{
  GPtrArray *awards = rows->reading->awards;

  if (awards->len == 0)
    return;
  begin_section (rows, _("Award rounds"), awards->len);
  for (guint i = 0; i < awards->len; i++)
    {
      GhAwardReading *award = g_ptr_array_index (awards, i);
      g_autofree char *deadline = gh_date_span_format (&award->deadline, GH_DATE_NORMAL);

      add_line (rows, *deadline != '\0'
                        ? deadline
                        : _("No date"), award->name, (Line){ .array = awards, .element = award });
    }
}

static void
add_recipients (GhProposalRows *rows)
{
  GPtrArray *recipients = rows->reading->plan->recipients;

  if (recipients->len == 0)
    return;
  begin_section (rows, _("Recipients"), recipients->len);
  for (guint i = 0; i < recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (recipients, i);

      add_line (rows, *recipient->purpose != '\0'
                        ? recipient->purpose
                        : _("Recipient"), recipient->name,
                             (Line){ .array = recipients, .element = recipient });
    }
}

static void
add_body (GhProposalRows *rows)
{
  guint n = rows->reading->plan->blocks->len;
  g_autofree char *text = NULL;

  begin_section (rows, _("Body"), 0);
  text = g_strdup_printf (ngettext ("%u part of the text is taken over as it stands.",
                                    "%u parts of the text are taken over as they stand.", n),
                          n);
  gtk_box_append (GTK_BOX (rows->panel), make_label (text, NULL));
}

static void
add_problems (GhProposalRows *rows)
{
  GPtrArray *problems = rows->reading->problems;

  if (problems->len == 0)
    return;
  begin_section (rows, _("Please look at these places"), problems->len);
  for (guint i = 0; i < problems->len; i++)
    {
      const GhProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", problem->where, problem->message);

      gtk_box_append (GTK_BOX (rows->panel), make_label (text, "warning"));
    }
}

GhProposalRows *
gh_proposal_rows_new (GtkBox *box, GhPlanReading *reading)
{
  GhProposalRows *rows = g_new0 (GhProposalRows, 1);

  rows->box = box;
  rows->reading = reading;
  rows->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  add_problems (rows);
  add_header (rows);
  add_bases (rows);
  add_targets (rows);
  add_activities (rows);
  add_awards (rows);
  add_recipients (rows);
  add_body (rows);
  return rows;
}

static void
take_out (Line *line)
{
  if (line->field != NULL)
    {
      line->was = *line->field;
      *line->field = g_strdup ("");
    }
  else if (g_ptr_array_find (line->array, line->element, &line->position))
    g_ptr_array_steal_index (line->array, line->position);
  else
    return;
  line->out = TRUE;
}

static void
put_back (Line *line)
{
  if (!line->out)
    return;
  line->out = FALSE;
  if (line->field == NULL)
    {
      g_ptr_array_insert (line->array, (int) line->position, line->element);
      return;
    }
  g_free (*line->field);
  *line->field = g_steal_pointer (&line->was);
}

void
gh_proposal_rows_apply (GhProposalRows *rows)
{
  g_return_if_fail (rows != NULL);

  for (guint i = 0; i < rows->lines->len; i++)
    {
      Line *line = &g_array_index (rows->lines, Line, i);

      if (!gtk_check_button_get_active (line->check))
        take_out (line);
    }
}

/* The last that was taken out first, so that each finds its position again. */
void
gh_proposal_rows_revert (GhProposalRows *rows)
{
  g_return_if_fail (rows != NULL);

  for (guint i = rows->lines->len; i > 0; i--)
    put_back (&g_array_index (rows->lines, Line, i - 1));
}

void
gh_proposal_rows_free (GhProposalRows *rows)
{
  if (rows == NULL)
    return;
  gh_proposal_rows_revert (rows);
  g_array_unref (rows->lines);
  g_free (rows);
}
