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

/* (transfer full): @text without its spaces. */
static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != ' ')
      g_string_append_c (out, *at);
  return g_string_free (out, FALSE);
}

static void
check_number (GhCheck *check)
{
  const GhPlan *plan = check->plan;
  gboolean no_symbol = is_blank (plan->symbol);

  if (is_blank (plan->number) || no_symbol)
    gh_check_add_at (check, at_issue (check), "missing-number", GH_PART_HEADER,
                     no_symbol ? GH_FIELD_SYMBOL : GH_FIELD_NUMBER, _("Number and symbol"),
                     no_symbol ? _("The plan has no number and symbol. Enter the symbol "
                                   "(for example KH-BCĐ) now and the number when it is issued.")
                               : _("The number of the plan is blank. Enter it when the plan is "
                                   "issued."));
  if (strchr (plan->symbol, ' ') != NULL || strchr (plan->number, ' ') != NULL)
    {
      g_autofree char *number = without_spaces (plan->number);
      g_autofree char *symbol = without_spaces (plan->symbol);
      GhMend mend = gh_mend_begin (check, TRUE);
      GhFinding *finding =
        gh_check_add_at (check, GH_SEVERITY_ERROR, "symbol-spacing", GH_PART_HEADER,
                         strchr (plan->symbol, ' ') != NULL ? GH_FIELD_SYMBOL : GH_FIELD_NUMBER,
                         _("Number and symbol"),
                         _("“%s/%s” has spaces in it. Write number and symbol without "
                           "spaces, for example 05/KH-BCĐ."),
                         plan->number, plan->symbol);

      gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_NUMBER, number);
      gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_SYMBOL, symbol);
      gh_mend_end (&mend, finding, g_strdup_printf (_("Write “%s/%s”"), number, symbol));
    }
}

/* (transfer full): "SÔNG TRÀ" → "Sông Trà". */
static char *
title_case (const char *upper)
{
  GString *out = g_string_new (NULL);
  gboolean first = TRUE;

  for (const char *at = upper; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (out, first ? letter : g_unichar_tolower (letter));
      first = letter == ' ';
    }
  return g_string_free (out, FALSE);
}

/* First name of a level of administration in @upper, and how long it is, or %NULL. */
static const char *
find_level (const char *upper, gsize *length)
{
  static const char *const levels[] = { "THÀNH PHỐ ", "TỈNH ",   "HUYỆN ",   "QUẬN ", "THỊ XÃ ",
                                        "THỊ TRẤN ",  "PHƯỜNG ", "ĐẶC KHU ", "XÃ " };
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *at = strstr (upper, levels[i]);

      if (at == NULL || (at > upper && at[-1] != ' ') || (found != NULL && at > found))
        continue;
      found = at;
      *length = strlen (levels[i]);
    }
  return found;
}

/* (transfer full) (nullable): the administrative unit in the name of a body, as the line of place
 * and date has it: "Sông Trà", but "Phường 8" (a number needs its word). */
static char *
place_in (const char *body)
{
  g_autofree char *upper = gh_text_upper (body);
  g_autofree char *bare = gh_text_squeeze (upper);
  gsize length = 0;
  gsize more = 0;
  const char *level = find_level (bare, &length);
  const char *name = level != NULL ? level + length : "";
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *title = NULL;

  if (*name == '\0' || g_utf8_strlen (name, -1) > 30 || strpbrk (name, ",;-–") != NULL ||
      find_level (name, &more) != NULL)
    return NULL;
  title = title_case (name);
  if (!g_ascii_isdigit (*name) && !g_str_equal (level, "THÀNH PHỐ HỒ CHÍ MINH"))
    return g_steal_pointer (&title);
  word = g_strndup (level, length);
  lower = g_utf8_strdown (g_utf8_next_char (word), -1);
  *g_utf8_next_char (word) = '\0';
  return g_strconcat (word, lower, title, NULL);
}

static void
check_place (GhCheck *check)
{
  GhFinding *finding;
  GhMend mend;
  g_autofree char *place = NULL;

  if (!is_blank (check->plan->place))
    return;
  finding = gh_check_add_at (check, at_issue (check), "missing-place", GH_PART_HEADER,
                             GH_FIELD_PLACE, _("Place and date"),
                             _("The place of issue is blank. Enter the name of the "
                               "administrative unit where the body sits."));
  place = place_in (check->plan->issuer);
  if (place == NULL)
    place = place_in (check->plan->parent_issuer);
  if (place == NULL)
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_PLACE, place);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Enter “%s”"), place));
}

static void
check_issue_date (GhCheck *check)
{
  const GhPlan *plan = check->plan;

  if (plan->issue_year == 0 || plan->issue_month == 0 || plan->issue_day == 0)
    gh_check_add_at (check, at_issue (check), "missing-date", GH_PART_HEADER, GH_FIELD_ISSUE_DATE,
                     _("Place and date"),
                     _("The date of issue is not complete. Enter day, month and year "
                       "when the plan is issued."));
  else if (gh_day_from_ymd (plan->issue_year, plan->issue_month, plan->issue_day) == 0)
    gh_check_add_at (check, GH_SEVERITY_ERROR, "impossible-date", GH_PART_HEADER,
                     GH_FIELD_ISSUE_DATE, _("Place and date"),
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
    gh_check_add_at (check, at_issue (check), "missing-recipients", GH_PART_RECIPIENT,
                     GH_FIELD_NONE, _("Recipients"),
                     _("There are no recipients (Nơi nhận). Enter to whom the plan "
                       "goes."));
  else if (recipients->len > 0 && !kept)
    {
      GhMend mend = gh_mend_begin (check, FALSE);
      GhFinding *finding = gh_check_add_at (
        check, GH_SEVERITY_HINT, "layout", GH_PART_RECIPIENT, GH_FIELD_NONE, _("Recipients"),
        _("The last line of the recipients is missing: “Lưu: VT, …” says "
          "where the original is kept."));

      gh_fix_add (mend.fix, GH_FIX_ADD_RECIPIENT, &finding->place, "", "Lưu: VT");
      gh_mend_end (&mend, finding, g_strdup_printf (_("Add “%s”"), "Lưu: VT"));
    }
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
      if (gh_text_begins (g_strchug (lines[i]), marks[k]))
        return TRUE;
  return FALSE;
}

/* A mark with a letter right behind its full stop, or %NULL: "KT.GIÁM ĐỐC". @behind: where. */
static const char *
tight_mark (const char *upper, gsize *behind)
{
  static const char *const marks[] = { "TM.", "KT.", "TL.", "TUQ." };

  for (gsize k = 0; k < G_N_ELEMENTS (marks); k++)
    {
      const char *at = strstr (upper, marks[k]);
      gsize length = strlen (marks[k]);

      if (at != NULL && (at == upper || !g_ascii_isalpha (at[-1])) && at[length] != '\0' &&
          !g_ascii_isspace (at[length]))
        {
          *behind = (gsize) (at - upper) + length;
          return marks[k];
        }
    }
  return NULL;
}

/* (transfer full): the text of @field with a space behind each of its marks. */
static char *
spaced_marks (const GhCheck *check, GhPlanField field)
{
  GhPlace place = GH_PLACE_INIT;
  char **stored;
  GString *text;

  place.part = GH_PART_SIGNATURE;
  place.field = field;
  stored = gh_place_get_text (&place, (GhPlan *) check->plan);
  text = g_string_new (*stored);
  for (int i = 0; i < 4; i++) /* as many as there are marks */
    {
      g_autofree char *upper = gh_text_upper (text->str);
      gsize behind = 0;

      /* Vietnamese letters keep their length in upper case; if another does not, leave it. */
      if (strlen (upper) == text->len && tight_mark (upper, &behind) != NULL)
        g_string_insert_c (text, (gssize) behind, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
check_tight_mark (GhCheck *check, const char *both)
{
  gsize behind = 0;
  const char *tight = tight_mark (both, &behind);
  g_autofree char *authority = NULL;
  g_autofree char *role = NULL;
  GhFinding *finding;
  GhMend mend;

  if (tight == NULL)
    return;
  finding = gh_check_add_at (
    check, GH_SEVERITY_ERROR, "symbol-spacing", GH_PART_SIGNATURE,
    behind <= strlen (check->plan->authority) ? GH_FIELD_AUTHORITY : GH_FIELD_SIGNER_ROLE,
    _("Signature"), _("A space is missing after “%s” in the signature. Put one in."), tight);
  authority = spaced_marks (check, GH_FIELD_AUTHORITY);
  role = spaced_marks (check, GH_FIELD_SIGNER_ROLE);
  mend = gh_mend_begin (check, TRUE);
  gh_mend_field (&mend, GH_PART_SIGNATURE, GH_FIELD_AUTHORITY, authority);
  gh_mend_field (&mend, GH_PART_SIGNATURE, GH_FIELD_SIGNER_ROLE, role);
  gh_mend_end (&mend, finding, g_strdup (_("Put the space in")));
}

/* Who signs above a blank line of authority: the body, or the head the deputy stands in for. */
static void
mend_authority (GhCheck *check, GhFinding *finding, const char *role, gboolean deputy)
{
  g_autofree char *issuer = gh_text_upper (check->plan->issuer);
  g_autofree char *line = NULL;
  GhMend mend;

  if (*check->plan->authority != '\0' || strchr (role, '\n') != NULL)
    return;
  if (deputy)
    line = g_strconcat ("KT. ", role + strlen ("PHÓ "), NULL);
  else if (strstr (role, "TRƯỞNG BAN") != NULL)
    line = g_strdup ("TM. BAN CHỈ ĐẠO");
  else if (strstr (issuer, "ỦY BAN NHÂN DÂN") != NULL || strstr (issuer, "UBND") != NULL)
    line = g_strdup ("TM. ỦY BAN NHÂN DÂN");
  if (line == NULL)
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_field (&mend, GH_PART_SIGNATURE, GH_FIELD_AUTHORITY, line);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Enter “%s”"), line));
}

/*
 * Heads of collectives (committees, people's committees) sign for the collective; deputies sign
 * for the head. The director of an agency signs in his own right.
 */
static void
check_authority (GhCheck *check, const char *authority, const char *role)
{
  g_autofree char *both = g_strconcat (authority, "\n", role, NULL);
  gboolean marked = has_authority_mark (both);
  gboolean collective = strstr (role, "TRƯỞNG BAN") != NULL || gh_text_begins (role, "CHỦ TỊCH");
  gboolean deputy = gh_text_begins (role, "PHÓ ");
  GhFinding *finding = NULL;

  check_tight_mark (check, both);
  if (*role == '\0' || (!collective && !deputy))
    return;
  if (!marked && !deputy)
    finding = gh_check_add_at (check, GH_SEVERITY_WARNING, "missing-authority", GH_PART_SIGNATURE,
                               GH_FIELD_AUTHORITY, _("Signature"),
                               _("“%s” signs without saying for whom. Write “TM. …” with "
                                 "the name of the body above it, for example TM. BAN CHỈ "
                                 "ĐẠO."),
                               role);
  else if (!marked || (gh_text_begins (role, "PHÓ TRƯỞNG BAN") && strstr (both, "KT.") == NULL))
    finding = gh_check_add_at (check, GH_SEVERITY_WARNING, "missing-authority", GH_PART_SIGNATURE,
                               GH_FIELD_AUTHORITY, _("Signature"),
                               _("“%s” signs without “KT.” of the head. Write for example "
                                 "“KT. TRƯỞNG BAN” above it."),
                               role);
  if (finding != NULL)
    mend_authority (check, finding, role, deputy);
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
    gh_check_add_at (check, at_issue (check), "missing-signature", GH_PART_SIGNATURE,
                     is_blank (check->plan->signer_role) ? GH_FIELD_SIGNER_ROLE
                                                         : GH_FIELD_SIGNER_NAME,
                     _("Signature"),
                     _("The signature is not complete. Enter the title and the name of "
                       "the person who signs."));
}

void
gh_check_blanks (GhCheck *check)
{
  check_number (check);
  check_place (check);
  check_issue_date (check);
  check_recipients (check);
  check_signature (check);
}
