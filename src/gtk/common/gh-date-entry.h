/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-date-span.h"

/**
 * GhDateEntry: an entry for a date in any spelling of a Vietnamese office; below it says how it was
 * understood, or why there is no such date. Signal "changed" after each keystroke.
 */
#define GH_TYPE_DATE_ENTRY (gh_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (GhDateEntry, gh_date_entry, GH, DATE_ENTRY, GtkWidget)

GtkWidget *gh_date_entry_new (void);

/** @default_year: of dates typed without one; 0 = such dates are refused */
void gh_date_entry_set_span (GhDateEntry *self, const GhDateSpan *span, int default_year);
/** The same with what was typed, which may be no date. */
void gh_date_entry_set_text (GhDateEntry *self, const char *text, int default_year);
/** What stands there; borrowed. */
const char *gh_date_entry_get_text (GhDateEntry *self);
/** Returns: FALSE if what stands there is no date; an empty entry is an empty span. */
gboolean gh_date_entry_get_span (GhDateEntry *self, GhDateSpan *span);
/** @label: name for a screen reader */
void gh_date_entry_set_label (GhDateEntry *self, const char *label);
