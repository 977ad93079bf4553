/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-office-settings.h"

#define GROUP "office"

GhOffice *
gh_office_load (GhSettings *settings)
{
  GhOffice *office = gh_office_new ();
  int level = gh_settings_get_int (settings, GROUP, "level", GH_OFFICE_LEVEL_UNKNOWN);

  if (level > GH_OFFICE_LEVEL_UNKNOWN && level <= GH_OFFICE_LEVEL_COMPANY)
    office->level = (GhOfficeLevel) level;
  office->deputy_signs = gh_settings_get_int (settings, GROUP, "deputy-signs", FALSE) != 0;
  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    {
      g_autofree char *text =
        gh_settings_get_string (settings, GROUP, gh_office_field_key ((GhOfficeField) i));

      if (text != NULL)
        gh_office_set (office, (GhOfficeField) i, text);
    }
  return office;
}

void
gh_office_save (const GhOffice *office, GhSettings *settings)
{
  gh_settings_set_int (settings, GROUP, "level", (int) office->level);
  gh_settings_set_int (settings, GROUP, "deputy-signs", office->deputy_signs);
  for (int i = 0; i < GH_OFFICE_N_FIELDS; i++)
    gh_settings_set_string (settings, GROUP, gh_office_field_key ((GhOfficeField) i),
                            gh_office_get (office, (GhOfficeField) i));
}
