/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan.h"

#include <string.h>

#include "gh-names.h"
#include "gh-text.h"

static const char *const state_names[] = { "draft", "for-signature", "issued", "amended" };
static const char *const profile_names[] = { "nd30", "doan" };

GH_DEFINE_ENUM_STRINGS (GhPlanState, gh_plan_state, state_names)
GH_DEFINE_ENUM_STRINGS (GhPlanProfile, gh_plan_profile, profile_names)

/* Every text of a plan, so that copying, freeing and comparing cannot forget one. */
static const gsize text_offsets[] = {
  G_STRUCT_OFFSET (GhPlan, parent_issuer),   G_STRUCT_OFFSET (GhPlan, issuer),
  G_STRUCT_OFFSET (GhPlan, number),          G_STRUCT_OFFSET (GhPlan, symbol),
  G_STRUCT_OFFSET (GhPlan, place),           G_STRUCT_OFFSET (GhPlan, document_kind),
  G_STRUCT_OFFSET (GhPlan, title),           G_STRUCT_OFFSET (GhPlan, header_note),
  G_STRUCT_OFFSET (GhPlan, recipients_note), G_STRUCT_OFFSET (GhPlan, authority),
  G_STRUCT_OFFSET (GhPlan, signer_role),     G_STRUCT_OFFSET (GhPlan, signature_mark),
  G_STRUCT_OFFSET (GhPlan, signer_post),     G_STRUCT_OFFSET (GhPlan, signer_name),
  G_STRUCT_OFFSET (GhPlan, tail_note),
};

#define PLAN_TEXT(plan, i) G_STRUCT_MEMBER (char *, (plan), text_offsets[i])

GhPlan *
gh_plan_new (void)
{
  GhPlan *plan = g_new0 (GhPlan, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    PLAN_TEXT (plan, i) = g_strdup ("");
  plan->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_basis_free);
  plan->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  plan->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_task_free);
  plan->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_recipient_free);
  return plan;
}

static void
copy_parts (GPtrArray *to, const GPtrArray *from, gpointer (*copy) (gconstpointer))
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i)));
}

GhPlan *
gh_plan_copy (const GhPlan *plan)
{
  GhPlan *copy = gh_plan_new ();

  copy->campaign_id = plan->campaign_id;
  copy->state = plan->state;
  copy->profile = plan->profile;
  copy->issue_year = plan->issue_year;
  copy->issue_month = plan->issue_month;
  copy->issue_day = plan->issue_day;
  for (gsize i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      g_free (PLAN_TEXT (copy, i));
      PLAN_TEXT (copy, i) = g_strdup (PLAN_TEXT (plan, i));
    }
  copy_parts (copy->bases, plan->bases, (gpointer (*) (gconstpointer)) gh_basis_copy);
  copy_parts (copy->blocks, plan->blocks, (gpointer (*) (gconstpointer)) gh_block_copy);
  copy_parts (copy->tasks, plan->tasks, (gpointer (*) (gconstpointer)) gh_task_copy);
  copy_parts (copy->recipients, plan->recipients, (gpointer (*) (gconstpointer)) gh_recipient_copy);
  return copy;
}

void
gh_plan_free (GhPlan *plan)
{
  if (plan == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    g_free (PLAN_TEXT (plan, i));
  g_ptr_array_unref (plan->bases);
  g_ptr_array_unref (plan->blocks);
  g_ptr_array_unref (plan->tasks);
  g_ptr_array_unref (plan->recipients);
  g_free (plan);
}

static gboolean
basis_equal (gconstpointer a, gconstpointer b)
{
  const GhBasis *one = a;
  const GhBasis *two = b;

  return one->date == two->date && !one->cited == !two->cited &&
         g_str_equal (one->number, two->number) && g_str_equal (one->issuer, two->issuer) &&
         g_str_equal (one->title, two->title) && g_str_equal (one->text, two->text);
}

static gboolean
block_equal (gconstpointer a, gconstpointer b)
{
  return gh_block_equal (a, b);
}

static gboolean
task_equal (gconstpointer a, gconstpointer b)
{
  const GhTask *one = a;
  const GhTask *two = b;

  return g_str_equal (one->organisation, two->organisation) && g_str_equal (one->text, two->text) &&
         gh_date_span_equal (&one->deadline, &two->deadline);
}

static gboolean
recipient_equal (gconstpointer a, gconstpointer b)
{
  const GhRecipient *one = a;
  const GhRecipient *two = b;

  return g_str_equal (one->name, two->name) && g_str_equal (one->purpose, two->purpose);
}

static gboolean
parts_equal (const GPtrArray *a, const GPtrArray *b, GEqualFunc equal)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
gh_plan_equal (const GhPlan *a, const GhPlan *b)
{
  if (a->state != b->state || a->profile != b->profile || a->issue_year != b->issue_year ||
      a->issue_month != b->issue_month || a->issue_day != b->issue_day)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    if (!g_str_equal (PLAN_TEXT (a, i), PLAN_TEXT (b, i)))
      return FALSE;
  return parts_equal (a->bases, b->bases, basis_equal) &&
         parts_equal (a->blocks, b->blocks, block_equal) &&
         parts_equal (a->tasks, b->tasks, task_equal) &&
         parts_equal (a->recipients, b->recipients, recipient_equal);
}

char *
gh_plan_issue_date_iso (const GhPlan *plan)
{
  if (plan->issue_year == 0)
    return NULL;
  if (plan->issue_month == 0)
    return g_strdup_printf ("%04d", plan->issue_year);
  if (plan->issue_day == 0)
    return g_strdup_printf ("%04d-%02d", plan->issue_year, plan->issue_month);
  return g_strdup_printf ("%04d-%02d-%02d", plan->issue_year, plan->issue_month, plan->issue_day);
}

/* Days below 10 and months 1 and 2 take a leading 0 (Nghị định 30/2020, Phụ lục I, II.4). */
static char *
two_figures (int value, int below)
{
  if (value == 0)
    return g_strdup ("…");
  return g_strdup_printf (value < below ? "%02d" : "%d", value);
}

char *
gh_plan_format_date (const GhPlan *plan)
{
  g_autofree char *day = two_figures (plan->issue_day, 10);
  g_autofree char *month = two_figures (plan->issue_month, 3);
  g_autofree char *year =
    plan->issue_year == 0 ? g_strdup ("…") : g_strdup_printf ("%d", plan->issue_year);

  return g_strdup_printf ("ngày %s tháng %s năm %s", day, month, year);
}

/* Whether the symbol is of the form of the Party and the Youth Union, "KH/ĐTN", which parts kind
 * and office by the stroke: the number stands before it with a hyphen. */
static gboolean
has_union_symbol (const GhPlan *plan)
{
  return strchr (plan->symbol, '/') != NULL;
}

char *
gh_plan_format_number (const GhPlan *plan)
{
  const char *zero = strlen (plan->number) == 1 && g_ascii_isdigit (*plan->number) ? "0" : "";

  return g_strdup_printf ("%s%s%c%s", zero, *plan->number != '\0' ? plan->number : "…",
                          has_union_symbol (plan) ? '-' : '/',
                          *plan->symbol != '\0' ? plan->symbol : "…");
}

char *
gh_plan_issue_line (const GhPlan *plan)
{
  g_autofree char *date = gh_plan_format_date (plan);

  return g_strdup_printf ("%s, %s", *plan->place != '\0' ? plan->place : "…", date);
}

char *
gh_plan_number_line (const GhPlan *plan)
{
  g_autofree char *number = gh_plan_format_number (plan);

  return g_strconcat (has_union_symbol (plan) ? "Số " : "Số: ", number, NULL);
}

gboolean
gh_plan_is_party_line (const char *line)
{
  g_autofree char *upper = gh_text_upper (line);

  return strcmp (g_strstrip (upper), GH_PLAN_PARTY) == 0;
}

gboolean
gh_plan_is_of_party (const GhPlan *plan)
{
  static const char *const bodies[] = { "dang uy", "tinh uy", "thanh uy", "huyen uy",
                                        "quan uy", "chi bo",  "dang bo" };
  g_autofree char *issuer = gh_text_fold (plan->issuer);
  g_auto (GStrv) lines = g_strsplit (plan->header_note, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (gh_plan_is_party_line (*line))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strstr (issuer, bodies[i]) != NULL)
      return TRUE;
  return FALSE;
}
