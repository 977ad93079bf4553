/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-page.h"

#define GH_TYPE_CALENDAR_PAGE (gh_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (GhCalendarPage, gh_calendar_page, GH, CALENDAR_PAGE, GhPage)
