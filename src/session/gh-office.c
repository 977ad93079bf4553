/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-office.h"

#include "gh-text.h"

#include <string.h>

/* What a template writes where a name belongs. */
#define BLANK          "…"
#define BLANK_PROVINCE "tỉnh …"

GhOffice *
gh_office_new (void)
{
  GhOffice *office = g_new0 (GhOffice, 1);

  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    office->fields[i] = g_strdup ("");
  return office;
}

void
gh_office_free (GhOffice *office)
{
  if (office == NULL)
    return;
  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    g_free (office->fields[i]);
  g_free (office);
}

const char *
gh_office_field_key (GhOfficeField field)
{
  static const char *const keys[] = {
    "province",       "parent",      "issuer",      "symbol",    "place",
    "head-authority", "head-role",   "head-post",   "head-name", "deputy-authority",
    "deputy-role",    "deputy-post", "deputy-name",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == GH_OFFICE_N_FIELDS);
  return keys[field];
}

const char *
gh_office_get (const GhOffice *office, GhOfficeField field)
{
  return office->fields[field];
}

void
gh_office_set (GhOffice *office, GhOfficeField field, const char *text)
{
  g_free (office->fields[field]);
  office->fields[field] = g_strstrip (gh_text_nfc (text, -1));
}

const char *
gh_office_level_template (GhOfficeLevel level)
{
  switch (level)
    {
    case GH_OFFICE_LEVEL_COMMUNE:
      return "commune";
    case GH_OFFICE_LEVEL_DISTRICT:
      return "district";
    case GH_OFFICE_LEVEL_DEPARTMENT:
      return "department";
    case GH_OFFICE_LEVEL_SCHOOL:
      return "school";
    case GH_OFFICE_LEVEL_HOSPITAL:
      return "hospital";
    case GH_OFFICE_LEVEL_COMPANY:
      return "donation-day";
    case GH_OFFICE_LEVEL_UNKNOWN:
    case GH_OFFICE_LEVEL_PROVINCE:
    default:
      return NULL;
    }
}

/* --- a plan -------------------------------------------------------------------------------- */

static void
replace (char **text, const char *blank, const char *name)
{
  GString *filled;

  if (*name == '\0' || strstr (blank, BLANK) == NULL || strstr (*text, blank) == NULL)
    return;
  filled = g_string_new (*text);
  g_string_replace (filled, blank, name, 0);
  g_free (*text);
  *text = g_string_free (filled, FALSE);
}

/* The longer blanks first: that of the issuer may hold that of the province. */
static void
fill_text (const GhOffice *office, const GhPlan *plan, char **text)
{
  replace (text, plan->issuer, gh_office_get (office, GH_OFFICE_ISSUER));
  replace (text, plan->parent_issuer, gh_office_get (office, GH_OFFICE_PARENT));
  replace (text, BLANK_PROVINCE, gh_office_get (office, GH_OFFICE_PROVINCE));
}

static void
take (char **target, const char *text)
{
  if (*text == '\0')
    return;
  g_free (*target);
  *target = g_strdup (text);
}

static void
fill_signature (const GhOffice *office, GhPlan *plan)
{
  GhOfficeField first =
    office->deputy_signs ? GH_OFFICE_DEPUTY_AUTHORITY : GH_OFFICE_HEAD_AUTHORITY;

  /* Authority and post belong to the role: they are replaced together, also by nothing. */
  if (*gh_office_get (office, first + 1) != '\0')
    {
      g_free (plan->authority);
      plan->authority = g_strdup (gh_office_get (office, first));
      take (&plan->signer_role, gh_office_get (office, first + 1));
      g_free (plan->signer_post);
      plan->signer_post = g_strdup (gh_office_get (office, first + 2));
    }
  take (&plan->signer_name, gh_office_get (office, first + 3));
}

void
gh_office_fill_plan (const GhOffice *office, GhPlan *plan)
{
  for (guint i = 0; i < plan->bases->len; i++)
    {
      GhBasis *basis = g_ptr_array_index (plan->bases, i);

      fill_text (office, plan, &basis->text);
      fill_text (office, plan, &basis->issuer);
    }
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, i);

      fill_text (office, plan, &block->text);
    }
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      fill_text (office, plan, &recipient->name);
    }
  replace (&plan->parent_issuer, BLANK_PROVINCE, gh_office_get (office, GH_OFFICE_PROVINCE));
  take (&plan->parent_issuer, gh_office_get (office, GH_OFFICE_PARENT));
  take (&plan->issuer, gh_office_get (office, GH_OFFICE_ISSUER));
  take (&plan->symbol, gh_office_get (office, GH_OFFICE_SYMBOL));
  take (&plan->place, gh_office_get (office, GH_OFFICE_PLACE));
  fill_signature (office, plan);
}

gboolean
gh_office_apply (const GhOffice *office, GhStore *store, gint64 campaign_id, GError **error)
{
  g_autoptr (GhPlan) plan = NULL;

  if (office == NULL)
    return TRUE;
  plan = gh_store_load_plan (store, campaign_id, error);
  if (plan == NULL)
    return FALSE;
  gh_office_fill_plan (office, plan);
  return gh_store_save_plan (store, plan, error);
}
