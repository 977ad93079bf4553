/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-rich-text.h"
#include "gh-workspace.h"

/** The values of fields in the texts of the plan, from the data that @workspace (nullable) points
 * to when it is asked; it must stay where it is as long as the texts are shown. */
GhRichFill gh_plan_fill (GhWorkspace **workspace);
