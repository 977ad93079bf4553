/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

/**
 * sample_plan_read: a dossier from a short notation, one thing a line, so that a test shows the
 * plan it speaks of:
 *   "!number 12", "!symbol …", "!place …", "!date 2027-01-04", "!title …", "!basis …", "!state …",
 *   "!authority …", "!role …", "!post …", "!name …", "!recipient …", "!year 2027", "!theme …"
 *   "!period 2027-01-05 2027-03-05", "!target blood-units 220", "!unit ID PARENT NAME",
 *   "!quota UNIT blood-units 20", "!result UNIT CAME DONATED", "!task WHO|WHAT|2027-01-05"
 *   "!activity KIND 2027-02-27 TITLE", "!session 2027-02-27 EXPECTED NAME"
 *   "!target-text …", "!activity-text …": the sentence the last one came from
 *   "# I|TITLE" "## 1|TITLE" headings, "- TEXT" and "* a)|TEXT" items, "|CELL|CELL" rows of one
 *   table, "@quotas" a live part, "& TITLE" an appendix, anything else a paragraph
 */
GhDossier *sample_plan_read (const char *text);

/** (transfer full): a plan of one item, rolled with everything that is certain. */
char *sample_plan_roll_sentence (const char *sentence, int from, int to);
