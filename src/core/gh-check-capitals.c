/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* Capital letters of weekdays and of posts (Nghị định 30/2020, Phụ lục II), and the name of who
 * signs, which takes no degree (Phụ lục I, mục II.7). What is plain wording is in gh-check-words.c.
 */

static GRegex *
regex_new (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static void
report (GhCheck *check, const GhPiece *piece, gsize offset, gsize length, const char *right)
{
  g_autofree char *wrong = g_strndup (piece->text + offset, length);
  GhFinding *finding;
  GhMend mend;
  GhPlace place;

  if (g_str_equal (wrong, right) || (gh_check_find_place (check, piece, offset, length, &place) &&
                                     gh_check_is_told (check, "capitals", &place)))
    return;
  finding = gh_check_add (check, GH_SEVERITY_HINT, "capitals", piece,
                          _("Capital letters: write “%s”, not “%s”."), right, wrong);
  gh_check_point (check, finding, piece, offset, length);
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, offset, length, right);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Write “%s”"), right));
}

/* --- weekdays ----------------------------------------------------------------------------------
 */

/* Whether a sentence, line or cell begins at @offset. */
static gboolean
begins (const char *text, gsize offset)
{
  while (offset > 0 && strchr (" -+", text[offset - 1]) != NULL)
    offset--;
  return offset == 0 || strchr (".?!\n\t", text[offset - 1]) != NULL;
}

/* How far the bracket goes that begins right behind a date, or was begun in it: "25 - 26/4/2024
 * (thứ Năm, thứ Sáu)". */
static gsize
bracket_length (const char *text, const GhDateMatch *match)
{
  const char *behind = text + match->offset + match->length;
  const char *open = g_strrstr_len (text + match->offset, (gssize) match->length, "(");
  gboolean is_open = open != NULL && memchr (open, ')', (gsize) (behind - open)) == NULL;
  const char *at = behind + strspn (behind, " ");
  const char *end = is_open || *at == '(' ? strchr (at, ')') : NULL;

  return end != NULL && end - behind < 120 ? (gsize) (end + 1 - behind) : 0;
}

/* Only beside a date, and not "lần thứ hai" and "năm thứ tư", which count. */
static void
check_weekdays (GhCheck *check, const GhPiece *piece, const GRegex *regex)
{
  for (guint i = 0; i < piece->dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);
      gsize end = match->offset + match->length + bracket_length (piece->text, match);
      g_autofree char *near = g_strndup (piece->text, end);
      g_autoptr (GMatchInfo) info = NULL;

      for (g_regex_match_full (regex, near, -1, (int) match->offset, 0, &info, NULL);
           g_match_info_matches (info); g_match_info_next (info, NULL))
        {
          g_autofree char *wrong = g_match_info_fetch (info, 0);
          g_autofree char *upper = gh_text_upper (wrong);
          g_autofree char *right = gh_mend_weekday_spelling (wrong);
          int start, stop;

          g_match_info_fetch_pos (info, 0, &start, &stop);
          if (right == NULL || g_str_equal (upper, wrong))
            continue;
          if (begins (piece->text, (gsize) start) && gh_text_begins (wrong, "T"))
            *right = 'T';
          report (check, piece, (gsize) start, (gsize) (stop - start), right);
        }
    }
}

/* --- posts -------------------------------------------------------------------------------------
 */

/* The words of a post that begin in a capital: of "Phó Chủ tịch" two, of "Trưởng Ban Chỉ đạo"
 * three. */
static char *
post_spelling (const char *written)
{
  static const char *const capitals[] = { "phó ",       "chủ tịch",     "giám đốc", "hiệu trưởng",
                                          "trưởng ban", "trưởng phòng", "bí thư",   "chỉ đạo" };
  GString *out = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (written, -1);

  for (const char *at = lower; *at != '\0';)
    {
      gsize n = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (capitals); i++)
        if (gh_text_begins (at, capitals[i]))
          n = strlen (capitals[i]);
      if (n > 0)
        {
          g_autofree char *words = g_strndup (at, n);
          g_autofree char *right = gh_text_begin_sentence (words);

          g_string_append (out, right);
        }
      else
        g_string_append_c (out, *at);
      at += MAX (n, 1);
    }
  /* "Trưởng ban" alone is usual; with the name of the committee, that has its own capital. */
  g_string_replace (out, "Trưởng ban Chỉ", "Trưởng Ban Chỉ", 0);
  return g_string_free (out, FALSE);
}

/* A post of a body or person that is named: what is meant in general stays in small letters. */
static const char post_pattern[] =
  "(?<!\\p{L})(?:"
  "[Pp]hó (?:[Cc]hủ tịch|[Gg]iám đốc|[Hh]iệu trưởng|[Tt]rưởng phòng|[Bb]í thư)"
  "(?= (?:UBND|HĐND|\\p{Lu}\\p{Ll}))|"
  "(?<!hó )(?<!ổng )(?:chủ tịch|giám đốc|hiệu trưởng|bí thư)(?= (?:UBND|HĐND|Ủy ban nhân dân|"
  "Hội đồng nhân dân|Sở|Bệnh viện|Trung tâm|Trường|Hội Chữ thập đỏ|Công ty|Đoàn|Đảng ủy|Huyện "
  "ủy|Tỉnh ủy)(?!\\p{L}))|"
  "(?:[Pp]hó )?[Tt]rưởng [Bb]an [Cc]hỉ đạo(?!\\p{L}))";

static void
check_posts (GhCheck *check, const GhPiece *piece, const GRegex *regex)
{
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (regex, piece->text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      g_autofree char *written = g_match_info_fetch (info, 0);
      g_autofree char *right = post_spelling (written);
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      report (check, piece, (gsize) start, (gsize) (end - start), right);
    }
}

/* --- who signs ---------------------------------------------------------------------------------
 */

static const char degree_pattern[] =
  "^\\s*(?:(?:PGS|GS|TSKH|TS|Th\\.?[Ss]|THS|BSCK\\s?I{1,2}|BSCK\\s?[12]|BS|Bs|CK\\s?I{1,2}|CK[12]|"
  "DS|KS|CN|LS|NGƯT|NGND|TTƯT|TTND|NSƯT|NSND|(?:Phó )?[Gg]iáo sư|Tiến s[ĩỹ](?: khoa học)?|Thạc "
  "s[ĩỹ]|Bác s[ĩỹ](?: chuyên khoa I{1,2})?|Dược s[ĩỹ]|Kỹ sư|Cử nhân|Luật sư|Nhà giáo [Ưư]u tú|"
  "Thầy thuốc [Ưư]u tú|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))[\\s.,-]+)+(?=\\p{Lu})";

/* Bodies of the armed forces, of education, health and science may write rank and degree. */
static gboolean
may_have_degree (const GhPlan *plan)
{
  g_autofree char *both = g_strconcat (plan->issuer, " ", plan->parent_issuer, NULL);
  g_autofree char *fold = gh_text_fold (both);

  return gh_check_has_word (fold, "y te|benh vien|giao duc|truong|dai hoc|cao dang|hoc vien|vien|"
                                  "quan su|cong an|bo doi|chi huy|quan khu|quan doi|su doan|trung "
                                  "doan|tieu doan|bien phong|canh sat|khoa hoc|huyet hoc|duoc|mam "
                                  "non|phong kham|bv|dh|thpt|thcs|gd|gddt");
}

static void
check_signer (GhCheck *check)
{
  g_autoptr (GRegex) regex = regex_new (degree_pattern);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *degree = NULL;
  GhFinding *finding;
  GhMend mend;
  int start, end;

  if (may_have_degree (check->plan) || !g_regex_match (regex, check->plan->signer_name, 0, &info) ||
      !g_match_info_fetch_pos (info, 0, &start, &end))
    return;
  degree = g_strstrip (g_match_info_fetch (info, 0));
  finding = gh_check_add_at (
    check, GH_SEVERITY_HINT, "layout", GH_PART_SIGNATURE, GH_FIELD_SIGNER_NAME, _("Signature"),
    _("Who signs is named without title or degree. Leave “%s” out."), degree);
  mend = gh_mend_begin (check, TRUE);
  gh_mend_field (&mend, GH_PART_SIGNATURE, GH_FIELD_SIGNER_NAME, check->plan->signer_name + end);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Leave “%s” out"), degree));
}

void
gh_check_capitals (GhCheck *check)
{
  g_autoptr (GRegex) weekdays =
    regex_new ("(?<!\\p{L})(?<!lần )(?<!năm )(?<!đợt )(?<!buổi )(?<!ngày )(?:(?i)thứ "
               "(?:hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật)(?!\\p{L})");
  g_autoptr (GRegex) posts = regex_new (post_pattern);

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->live)
        continue;
      check_weekdays (check, piece, weekdays);
      check_posts (check, piece, posts);
    }
  check_signer (check);
}
