/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit.h"

GhUnit *
gh_unit_new (const char *name)
{
  GhUnit *unit = g_new0 (GhUnit, 1);

  unit->name = g_strdup (name != NULL ? name : "");
  unit->kind = g_strdup ("");
  unit->contact = g_strdup ("");
  unit->phone = g_strdup ("");
  unit->email = g_strdup ("");
  unit->note = g_strdup ("");
  unit->headcount = -1;
  unit->last_year = -1;
  return unit;
}

GhUnit *
gh_unit_copy (const GhUnit *unit)
{
  GhUnit *copy = g_memdup2 (unit, sizeof *unit);

  copy->name = g_strdup (unit->name);
  copy->kind = g_strdup (unit->kind);
  copy->contact = g_strdup (unit->contact);
  copy->phone = g_strdup (unit->phone);
  copy->email = g_strdup (unit->email);
  copy->note = g_strdup (unit->note);
  return copy;
}

void
gh_unit_free (GhUnit *unit)
{
  if (unit == NULL)
    return;
  g_free (unit->name);
  g_free (unit->kind);
  g_free (unit->contact);
  g_free (unit->phone);
  g_free (unit->email);
  g_free (unit->note);
  g_free (unit);
}
