/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* What stands around the body: number, date, place, signature, recipients (Nghị định 30/2020,
 * Phụ lục I, mục II). */

/* What is only wrong at issue is a warning while the plan is a draft. */
static GhSeverity
at_issue (const GhCheck *check)
{
  return check->issued ? GH_SEVERITY_ERROR : GH_SEVERITY_WARNING;
}

static gboolean
is_blank (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static void
check_number (GhCheck *check)
{
  const GhPlan *plan = check->plan;

  if (is_blank (plan->number) || is_blank (plan->symbol))
    gh_check_add_at (check, at_issue (check), "missing-number", GH_ORDER_HEADER,
                     _("Number and symbol"), is_blank (plan->symbol)
                        ? _("The plan has no number and symbol. Enter the symbol "
                                     "(for example KH-BCĐ) now and the number when it is issued.")
                        : _("The number of the plan is blank. Enter it when the plan is "
                                     "issued."));
  if (strchr (plan->symbol, ' ') != NULL || strchr (plan->number, ' ') != NULL)
    gh_check_add_at (check, GH_SEVERITY_ERROR, "symbol-spacing", GH_ORDER_HEADER,
                     _("Number and symbol"),
                        _("“%s/%s” has spaces in it. Write number and symbol without "
                                        "spaces, for example 05/KH-BCĐ."),
                           plan->number, plan->symbol);
}

static void
check_issue_date (GhCheck *check)
{
  const GhPlan *plan = check->plan;

  if (is_blank (plan->place))
    gh_check_add_at (check, at_issue (check), "missing-place", GH_ORDER_HEADER,
                     _("Place and date"), _("The place of issue is blank. Enter the name of the "
                                 "administrative unit where the body sits."));
  if (plan->issue_year == 0 || plan->issue_month == 0 || plan->issue_day == 0)
    gh_check_add_at (check, at_issue (check), "missing-date", GH_ORDER_HEADER,
                     _("Place and date"),
                        _("The date of issue is not complete. Enter day, month and year "
                                 "when the plan is issued."));
  else if (gh_day_from_ymd (plan->issue_year, plan->issue_month, plan->issue_day) == 0)
    gh_check_add_at (check, GH_SEVERITY_ERROR, "impossible-date", GH_ORDER_HEADER,
                     _("Place and date"),
                        _("The date of issue, %d/%d/%d, does not exist. Correct it."),
                           plan->issue_day, plan->issue_month, plan->issue_year);
}

static void
check_recipients (GhCheck *check)
{
  const GPtrArray *recipients = check->plan->recipients;
  gboolean kept = FALSE;

  for (guint i = 0; i < recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (recipients, i);
      g_autofree char *fold = gh_text_fold (recipient->name);

      kept = kept || gh_check_has_word (fold, "luu");
    }
  if (recipients->len == 0 && !check->truncated)
    gh_check_add_at (check, at_issue (check), "missing-recipients", GH_ORDER_RECIPIENTS,
                     _("Recipients"),
                        _("There are no recipients (Nơi nhận). Enter to whom the plan "
                                 "goes."));
  else if (recipients->len > 0 && !kept)
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_ORDER_RECIPIENTS,
                     _("Recipients"),
                        _("The last line of the recipients is missing: “Lưu: VT, …” says "
                                 "where the original is kept."));
}

/* Marks of authority (Điều 13): TM. KT. TL. TUQ. Q. */
static gboolean
has_authority_mark (const char *upper)
{
  static const char *const marks[] = { "TM.", "KT.",  "TL.", "TUQ.", "Q.", "TM ",
                                       "KT ", "TUQ ", "T/M", "K/T",  "T/L" };
  g_auto (GStrv) lines = g_strsplit (upper, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (marks); k++)
      if (g_str_has_prefix (g_strchug (lines[i]), marks[k]))
        return TRUE;
  return FALSE;
}

/* A mark with a letter right behind its full stop, or %NULL: "KT.GIÁM ĐỐC". */
static const char *
tight_mark (const char *upper)
{
  static const char *const marks[] = { "TM.", "KT.", "TL.", "TUQ." };

  for (gsize k = 0; k < G_N_ELEMENTS (marks); k++)
    {
      const char *at = strstr (upper, marks[k]);
      gsize length = strlen (marks[k]);

      if (at != NULL && (at == upper || !g_ascii_isalpha (at[-1])) && at[length] != '\0' &&
          !g_ascii_isspace (at[length]))
        return marks[k];
    }
  return NULL;
}

/*
 * Heads of collectives (committees, people's committees) sign for the collective; deputies sign
 * for the head. The director of an agency signs in his own right.
 */
static void
check_authority (GhCheck *check, const char *authority, const char *role)
{
  g_autofree char *both = g_strconcat (authority, "\n", role, NULL);
  const char *tight = tight_mark (both);
  gboolean marked = has_authority_mark (both);
  gboolean collective = strstr (role, "TRƯỞNG BAN") != NULL || g_str_has_prefix (role, "CHỦ TỊCH");
  gboolean deputy = g_str_has_prefix (role, "PHÓ ");

  if (tight != NULL)
    gh_check_add_at (check, GH_SEVERITY_ERROR, "symbol-spacing", GH_ORDER_SIGNATURE,
                     _("Signature"),
                        _("A space is missing after “%s” in the signature. Put one in."), tight);
  if (*role == '\0' || (!collective && !deputy))
    return;
  if (!marked && !deputy)
    gh_check_add_at (check, GH_SEVERITY_WARNING, "missing-authority", GH_ORDER_SIGNATURE,
                     _("Signature"), _("“%s” signs without saying for whom. Write “TM. …” with "
                                        "the name of the body above it, for example TM. BAN CHỈ "
                                        "ĐẠO."),
                                         role);
  else if (!marked || (g_str_has_prefix (role, "PHÓ TRƯỞNG BAN") && strstr (both, "KT.") == NULL))
    gh_check_add_at (check, GH_SEVERITY_WARNING, "missing-authority", GH_ORDER_SIGNATURE,
                     _("Signature"), _("“%s” signs without “KT.” of the head. Write for example "
                                        "“KT. TRƯỞNG BAN” above it."),
                                         role);
}

static void
check_signature (GhCheck *check)
{
  g_autofree char *authority = gh_text_strip_marks (check->plan->authority);
  g_autofree char *role = gh_text_strip_marks (check->plan->signer_role);
  g_autofree char *upper_authority = gh_text_upper (authority);
  g_autofree char *upper_role = gh_text_upper (g_strstrip (role));

  check_authority (check, upper_authority, upper_role);
  if (check->truncated)
    return;
  if (is_blank (check->plan->signer_name) || is_blank (check->plan->signer_role))
    gh_check_add_at (check, at_issue (check), "missing-signature", GH_ORDER_SIGNATURE,
                     _("Signature"),
                        _("The signature is not complete. Enter the title and the name of "
                                 "the person who signs."));
}

void
gh_check_blanks (GhCheck *check)
{
  check_number (check);
  check_issue_date (check);
  check_recipients (check);
  check_signature (check);
}
