/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-page.h"

/** Asks for a units file, reads it as a job, and shows what would be added and changed in a window
 * of its own, which takes it over if the clerk agrees. */
void gh_units_import_start (GhPage *page);
