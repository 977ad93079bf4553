/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-page.h"

#define GH_TYPE_PLAN_PAGE (gh_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanPage, gh_plan_page, GH, PLAN_PAGE, GhPage)
