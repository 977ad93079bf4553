/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-form.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-plain-field.h"
#include "gh-plan-change.h"
#include "gh-plan-fill.h"
#include "gh-plan-form-rows.h"
#include "gh-rich-field.h"
#include "gh-text.h"
#include "gh-toaster.h"

struct _GhPlanForm
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *grid; /* the only child */
  GhWorkspace *workspace;

  /* Borrowed */
  const GhFormRow *rows;
  gsize n_rows;
  GPtrArray *widgets; /* owned array of the rows' borrowed widgets, NULL for heads */

  GhRichFill fill;
  gboolean showing;
};

enum
{
  PROP_0,
  PROP_PART,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GhPlanForm, gh_plan_form, GTK_TYPE_WIDGET)

static const GhFormRow *
row_of (GhPlanForm *self, gpointer widget)
{
  guint index;

  return g_ptr_array_find (self->widgets, widget, &index) ? &self->rows[index] : NULL;
}

/* --- from the plan to the form --------------------------------------------------------------- */

static char *
issue_date_text (const GhPlan *plan)
{
  if (plan->issue_year == 0)
    return g_strdup ("");
  if (plan->issue_month == 0)
    return g_strdup_printf ("%04d", plan->issue_year);
  if (plan->issue_day == 0)
    return g_strdup_printf ("%02d/%04d", plan->issue_month, plan->issue_year);
  return g_strdup_printf ("%02d/%02d/%04d", plan->issue_day, plan->issue_month, plan->issue_year);
}

static guint
choice_of (const GhFormRow *row, const GhDossier *dossier)
{
  if (row->kind == ROW_CONVENTION)
    return dossier->campaign->convention;
  return dossier->campaign->state;
}

static void
show_row (const GhFormRow *row, gpointer widget, const GhDossier *dossier)
{
  g_autofree char *made = NULL;
  const char *text = "";

  switch (row->kind)
    {
    case ROW_SECTION:
      return;
    case ROW_CONVENTION:
    case ROW_CAMPAIGN_STATE:
      gtk_drop_down_set_selected (widget, choice_of (row, dossier));
      return;
    case ROW_PLAN_TEXT:
    case ROW_PLAN_LINES:
    case ROW_PLAN_MARKED:
      text = G_STRUCT_MEMBER (char *, dossier->plan, row->offset);
      break;
    case ROW_CAMPAIGN_TEXT:
      text = G_STRUCT_MEMBER (char *, dossier->campaign, row->offset);
      break;
    case ROW_ISSUE_DATE:
      text = made = issue_date_text (dossier->plan);
      break;
    case ROW_PERIOD:
      text = made = gh_date_span_format (&dossier->campaign->period, GH_DATE_NORMAL);
      break;
    default:
      g_assert_not_reached ();
    }
  gh_field_show (widget, text);
  if (gh_form_row_is_plan_text (row) || row->kind == ROW_ISSUE_DATE)
    gh_field_set_editable (widget, dossier->plan->state != GH_PLAN_ISSUED);
}

void
gh_plan_form_show (GhPlanForm *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;

  g_return_if_fail (GH_IS_PLAN_FORM (self));

  g_set_object (&self->workspace, workspace);
  dossier = gh_workspace_get_dossier (workspace);
  if (dossier == NULL)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < self->n_rows; i++)
    show_row (&self->rows[i], g_ptr_array_index (self->widgets, i), dossier);
  self->showing = FALSE;
}

/* --- from the form to the plan --------------------------------------------------------------- */

typedef struct
{
  const GhFormRow *row;
  const char *text;
  int year, month, day;
  guint choice;
} Entered;

static gboolean
change_plan (GhPlan *plan, gpointer user_data)
{
  const Entered *entered = user_data;
  char **text;

  switch (entered->row->kind)
    {
    case ROW_ISSUE_DATE:
      plan->issue_year = entered->year;
      plan->issue_month = entered->month;
      plan->issue_day = entered->day;
      return TRUE;
    case ROW_PLAN_TEXT:
    case ROW_PLAN_LINES:
    case ROW_PLAN_MARKED:
      text = G_STRUCT_MEMBER_P (plan, entered->row->offset);
      g_free (*text);
      *text = g_strdup (entered->text);
      return TRUE;
    case ROW_CAMPAIGN_TEXT:
    case ROW_PERIOD:
    case ROW_CONVENTION:
    case ROW_CAMPAIGN_STATE:
    case ROW_SECTION:
    default:
      return FALSE;
    }
}

/* "15/12/2026", "12/2026", "2026" or nothing. */
static gboolean
read_issue_date (const char *text, Entered *entered, char **problem)
{
  GhDateSpan span;

  if (*text == '\0')
    return TRUE;
  if (!gh_date_span_parse (text, 0, &span, problem))
    return FALSE;
  gh_day_to_ymd (span.start, &entered->year, &entered->month, &entered->day);
  if (span.precision == GH_PRECISION_YEAR)
    entered->month = entered->day = 0;
  else if (span.precision == GH_PRECISION_MONTH)
    entered->day = 0;
  else
    return span.precision == GH_PRECISION_DAY;
  return TRUE;
}

static void
refuse (GhPlanForm *self, const char *problem)
{
  gh_toast (GTK_WIDGET (self),
            problem != NULL ? problem : _("This is not a date; write it like 15/12/2026."));
}

static void
save_campaign (GhPlanForm *self, const GhFormRow *row, const char *text, guint choice)
{
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  g_autoptr (GhCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  char **member;

  if (dossier == NULL)
    return;
  campaign = gh_campaign_copy (dossier->campaign);
  if (row->kind == ROW_CAMPAIGN_TEXT)
    {
      member = G_STRUCT_MEMBER_P (campaign, row->offset);
      g_free (*member);
      *member = g_strdup (text);
    }
  else if (row->kind == ROW_CONVENTION)
    campaign->convention = (GhUnitConvention) choice;
  else if (row->kind == ROW_CAMPAIGN_STATE)
    campaign->state = (GhCampaignState) choice;
  else if (*text == '\0')
    campaign->period = (GhDateSpan) GH_DATE_SPAN_INIT;
  else if (!gh_date_span_parse (text, campaign->year, &campaign->period, &problem))
    {
      refuse (self, problem);
      return;
    }
  if (gh_edit_save_campaign (self->workspace, campaign, &error))
    return;
  gh_plan_form_show (self, self->workspace);
  gh_dialog_error (GTK_WIDGET (self), _("The campaign was not changed"), error);
}

static void
committed_cb (GhPlanForm *self, const char *typed, GtkWidget *field)
{
  const GhFormRow *row = row_of (self, field);
  g_autofree char *text = gh_text_nfc (typed, -1);
  g_autofree char *label = NULL;
  g_autofree char *problem = NULL;
  Entered entered = { .row = row, .text = text };

  if (row == NULL || self->workspace == NULL)
    return;
  g_strstrip (text);
  if (row->kind == ROW_CAMPAIGN_TEXT || row->kind == ROW_PERIOD)
    {
      save_campaign (self, row, text, 0);
      return;
    }
  if (row->kind == ROW_ISSUE_DATE && !read_issue_date (text, &entered, &problem))
    {
      refuse (self, problem);
      return;
    }
  /* Translators: name of an edit in undo: "Sửa kế hoạch: Trích yếu" */
  label = g_strdup_printf (_("Edit the plan: %s"), _(row->label));
  if (!gh_plan_change (GTK_WIDGET (self), self->workspace, label, change_plan, &entered))
    gh_plan_form_show (self, self->workspace);
}

static void
selected_cb (GhPlanForm *self, GParamSpec *pspec G_GNUC_UNUSED, GtkDropDown *dropdown)
{
  const GhFormRow *row = row_of (self, dropdown);
  const GhDossier *dossier;
  Entered entered = { .row = row, .choice = gtk_drop_down_get_selected (dropdown) };

  if (self->showing || row == NULL || self->workspace == NULL)
    return;
  dossier = gh_workspace_get_dossier (self->workspace);
  if (dossier == NULL || entered.choice == choice_of (row, dossier))
    return;
  save_campaign (self, row, NULL, entered.choice);
}

/* The field of @place, %NULL if it is not here. */
static GhField *
field_of (GhPlanForm *self, const GhPlace *place)
{
  GhPlan *plan = gh_workspace_get_dossier (self->workspace)->plan;
  char **text = gh_place_get_text (place, plan);
  gsize offset = text != NULL ? (gsize) ((char *) text - (char *) plan) : 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const GhFormRow *row = &self->rows[i];

      if ((text != NULL && gh_form_row_is_plan_text (row) && row->offset == offset) ||
          (place->field == GH_FIELD_ISSUE_DATE && row->kind == ROW_ISSUE_DATE))
        return g_ptr_array_index (self->widgets, i);
    }
  return NULL;
}

void
gh_plan_form_select (GhPlanForm *self, const GhPlace *place)
{
  GhField *field;

  g_return_if_fail (GH_IS_PLAN_FORM (self));

  field = field_of (self, place);
  if (field != NULL)
    gh_field_select (field, place->start, place->length);
}

void
gh_plan_form_mark (GhPlanForm *self, const GhPlace *place)
{
  GhField *field;

  g_return_if_fail (GH_IS_PLAN_FORM (self));

  field = field_of (self, place);
  if (field != NULL)
    gh_field_mark (field, place->start, place->length);
}

/* --- making ---------------------------------------------------------------------------------- */

static GtkWidget *
make_drop_down (GhPlanForm *self, const GhFormRow *row)
{
  const char *conventions[] = { _("one bag, whatever its volume"), _("250 ml (350 ml are 1,4)"),
                                _("one donor's turn"), NULL };
  const char *campaign_states[] = { _("in preparation"), _("running"), _("closed"), NULL };
  GtkWidget *dropdown =
    gtk_drop_down_new_from_strings (row->kind == ROW_CONVENTION ? conventions : campaign_states);

  gtk_widget_set_halign (dropdown, GTK_ALIGN_START);
  gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (dropdown, "notify::selected", G_CALLBACK (selected_cb), self);
  return dropdown;
}

static GtkWidget *
make_field (GhPlanForm *self, const GhFormRow *row)
{
  GtkWidget *field;

  if (row->kind != ROW_PLAN_MARKED)
    return gh_plain_field_new (row->kind == ROW_PLAN_LINES, _(row->label));
  field = gh_rich_field_new (_(row->label));
  g_object_set (field, "lines", TRUE, NULL);
  gh_rich_field_set_fill (GH_RICH_FIELD (field), &self->fill);
  return field;
}

static GtkWidget *
make_row (GhPlanForm *self, const GhFormRow *row, int line)
{
  GtkWidget *label = gtk_label_new (_(row->label));
  GtkWidget *widget;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (row->kind == ROW_SECTION)
    {
      gtk_widget_add_css_class (label, "section-title");
      gtk_widget_set_margin_top (label, line > 0 ? 12 : 0);
      gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 2, 1);
      return NULL;
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (row->kind == ROW_CONVENTION || row->kind == ROW_CAMPAIGN_STATE)
    {
      widget = make_drop_down (self, row);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(row->label), -1);
    }
  else
    {
      widget = make_field (self, row);
      if (row->placeholder != NULL)
        g_object_set (widget, "placeholder", _(row->placeholder), NULL);
      if (row->kind == ROW_ISSUE_DATE || row->kind == ROW_PERIOD)
        g_object_set (widget, "whole", TRUE, NULL);
      g_signal_connect_swapped (widget, "committed", G_CALLBACK (committed_cb), self);
      gtk_widget_set_hexpand (widget, TRUE);
    }
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, line, 1, 1);
  return widget;
}

static void
gh_plan_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GhPlanForm *self = GH_PLAN_FORM (object);

  switch (id)
    {
    case PROP_PART:
      if (g_strcmp0 (g_value_get_string (value), "signature") == 0)
        self->rows = gh_form_signature_rows (&self->n_rows);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gh_plan_form_constructed (GObject *object)
{
  GhPlanForm *self = GH_PLAN_FORM (object);

  G_OBJECT_CLASS (gh_plan_form_parent_class)->constructed (object);

  for (guint i = 0; i < self->n_rows; i++)
    g_ptr_array_add (self->widgets, make_row (self, &self->rows[i], (int) i));
}

static void
gh_plan_form_dispose (GObject *object)
{
  GhPlanForm *self = GH_PLAN_FORM (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_plan_form_parent_class)->dispose (object);
}

static void
gh_plan_form_finalize (GObject *object)
{
  g_clear_pointer (&GH_PLAN_FORM (object)->widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_plan_form_parent_class)->finalize (object);
}

static void
gh_plan_form_class_init (GhPlanFormClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = gh_plan_form_constructed;
  object_class->set_property = gh_plan_form_set_property;
  object_class->dispose = gh_plan_form_dispose;
  object_class->finalize = gh_plan_form_finalize;

  properties[PROP_PART] = g_param_spec_string (
    "part", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_plan_form_init (GhPlanForm *self)
{
  self->rows = gh_form_header_rows (&self->n_rows);
  self->widgets = g_ptr_array_new ();
  self->fill = gh_plan_fill (&self->workspace);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
