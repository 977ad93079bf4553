/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-page.h"

#define GH_TYPE_REPORTS_PAGE (gh_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (GhReportsPage, gh_reports_page, GH, REPORTS_PAGE, GhPage)
