/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Footnotes and endnotes. A plan has none (Nghị định 30/2020/NĐ-CP knows only its text), so they
 * are handed over apart and the clerk is told what stood in them. Their number and length are
 * limited.
 */

/** Letters of the note that is read; let pass where @note is %NULL. */
void gh_notes_append (GString *note, const char *text);
/** The note ends: adds it to @notes (element-type utf8) if it says anything, and clears it. */
void gh_notes_end (GPtrArray *notes, GString **note);
