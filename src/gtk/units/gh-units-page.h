/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-page.h"

#define GH_TYPE_UNITS_PAGE (gh_units_page_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitsPage, gh_units_page, GH, UNITS_PAGE, GhPage)
