/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-private.h"

/* The end of a plan: recipients and signature. */

typedef struct
{
  GhPlan *plan;
  /* Owned: notes grow line by line */
  GString *recipients_note;
  GString *tail_note;
  gboolean in_recipients;
  gboolean open;  /* the last recipient may go on in the next line */
  gboolean comma; /* with which its line ended */
  gboolean named;
  gboolean bullets; /* the recipients stand behind bullets */
  guint posts;
} GhPlanTail;

/** (transfer full): @text without marks and blanks around it. */
char *gh_plan_bare_text (const char *text);
/** "TM.", "KT.", "TL.", "TUQ.", "Q." in front of capitals. */
gboolean gh_plan_is_authority (const char *text);
/** A post in capitals: "PHÓ CHỦ TỊCH UBND HUYỆN". */
gboolean gh_plan_is_post (const char *text);
/** A person's name: two to six words, each with a capital; degrees and ranks may stand before it.
 */
gboolean gh_plan_is_name (const char *text);
/** Where the right one of two columns that ran into one line begins, 0 if there is none:
 * "- Như kính gửi; CHỦ TỊCH". */
gsize gh_plan_right_column (const char *text);
void gh_plan_tail_note (GString *note, const char *text);
/** A line of the signature: "TM. BAN CHỈ ĐẠO TRƯỞNG BAN Nguyễn Văn A" is broken into its parts. */
void gh_plan_read_signature_line (GhPlanTail *tail, const char *text);
/** The marks of a signature that no post stands before become notes. */
void gh_plan_settle_signature (GhPlanTail *tail);
