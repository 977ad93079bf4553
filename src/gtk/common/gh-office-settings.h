/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-office.h"
#include "gh-settings.h"

/** (transfer full): the office as it was entered on this computer. */
GhOffice *gh_office_load (GhSettings *settings);
void gh_office_save (const GhOffice *office, GhSettings *settings);
