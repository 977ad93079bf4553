/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-basis-read.h"

#include "gh-proposal.h"

GhBasis *
gh_basis_read (const char *text)
{
  g_autofree char *plan_text = g_strdup_printf ("KẾ HOẠCH\n\nX\n\n%s\n", text);
  g_autoptr (GhPlanReading) reading = gh_plan_text_read (plan_text, -1, 0);
  const GhBasis *read;
  GhBasis *basis;

  if (reading->plan->bases->len != 1)
    return gh_basis_new (text);
  read = g_ptr_array_index (reading->plan->bases, 0);
  basis = gh_basis_copy (read);
  g_free (basis->text);
  basis->text = g_strdup (text);
  basis->cited = FALSE;
  return basis;
}
