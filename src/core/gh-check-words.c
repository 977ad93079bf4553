/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* Spelling: slips of the keyboard and of scanners that are met in committees' papers, and capital
 * letters by Nghị định 30/2020, Phụ lục II. */

/**
 * Slip:
 * @wrong: in lower case where case does not matter, else as written
 * @not_before: (nullable): what may follow so that it is right after all, '|' between
 * @only_before: (nullable): it is wrong only before one of these
 */
typedef struct
{
  const char *wrong;
  const char *right;
  const char *not_before;
  const char *only_before;
} Slip;

static const char aim_words[] =
  " vận động| đạt| có | tiếp nhận| hoàn thành| mỗi| trong| đến| thực hiện| hết| ít nhất| tổ chức|"
  " trên| 1| 2| 3| 4| 5| 6| 7| 8| 9";

static const Slip slips[] = {
  { "phân đầu", "phấn đấu", NULL, NULL },
  { "phân đấu", "phấn đấu", NULL, NULL },
  { "phấn đầu", "phấn đấu", NULL, NULL },
  { "phần đấu", "phấn đấu", NULL, NULL },
  { "phần đầu", "phấn đấu", NULL, aim_words },
  { "cùng cố", "củng cố", " gắng", NULL },
  { "cũng cố", "củng cố", " gắng", NULL },
  { "biouse", "blouse", NULL, NULL },
  { "tiến tiến", "tiên tiến", NULL, NULL },
  { "tiên tiên", "tiên tiến", NULL, NULL },
  { "phối quân", "khối quận", NULL, NULL },
  { "băng zôn", "băng rôn", NULL, NULL },
  { "băng dôn", "băng rôn", NULL, NULL },
  { "bản chỉ tiêu", "bảng chỉ tiêu", NULL, NULL },
  { "tập chung", "tập trung", NULL, NULL },
  { "bổ xung", "bổ sung", NULL, NULL },
  { "xuất xắc", "xuất sắc", NULL, NULL },
  { "suất sắc", "xuất sắc", NULL, NULL },
  { "suất xắc", "xuất sắc", NULL, NULL },
  { "kỹ niệm", "kỷ niệm", NULL, NULL },
  { "triễn khai", "triển khai", NULL, NULL },
  { "triên khai", "triển khai", NULL, NULL },
  { "hổ trợ", "hỗ trợ", NULL, NULL },
  { "sẳn sàng", "sẵn sàng", NULL, NULL },
  { "đãm bảo", "đảm bảo", NULL, NULL },
  { "kế hoạnh", "kế hoạch", NULL, NULL },
  { "chủ tich", "chủ tịch", NULL, NULL },
  { "nghị đinh", "nghị định", NULL, NULL },
  { "quyết đinh", "quyết định", NULL, NULL },
  { "vận đông", "vận động", NULL, NULL },
  { "hoạt đông", "hoạt động", NULL, NULL },
  { "thánh tích", "thành tích", NULL, NULL },
  { "khen thường", "khen thưởng", " xuyên", NULL },
  { "lể hội", "lễ hội", NULL, NULL },
  { "tiếp nhân máu", "tiếp nhận máu", NULL, NULL },
  { "tinh nguyện", "tình nguyện", NULL, NULL },
  { "tình nguyên", "tình nguyện", " vẹn", NULL },
  { "hiên máu", "hiến máu", NULL, NULL },
  { "hiền máu", "hiến máu", NULL, NULL },
  { "hiển máu", "hiến máu", NULL, NULL },
  { "chữ thấp đỏ", "chữ thập đỏ", NULL, NULL },
  { "chử thập đỏ", "chữ thập đỏ", NULL, NULL },
  { "truyên truyền", "tuyên truyền", NULL, NULL },
  { "tuyền truyền", "tuyên truyền", NULL, NULL },
  { "tuyên truyên", "tuyên truyền", NULL, NULL },
  { "hưởng úng", "hưởng ứng", NULL, NULL },
  { "huyêt học", "huyết học", NULL, NULL },
  { "dự trừ kinh phí", "dự trù kinh phí", NULL, NULL },
};

/* Abbreviations that lost their đ. */
static const Slip abbreviations[] = {
  { "GDDT", "GDĐT", NULL, NULL },
  { "BCD", "BCĐ", NULL, NULL },
  { "HDND", "HĐND", NULL, NULL },
  { "LDLD", "LĐLĐ", NULL, NULL },
  { "QD-UBND", "QĐ-UBND", NULL, NULL },
  { "QD-BCĐ", "QĐ-BCĐ", NULL, NULL },
  { "các PGD", "các PGĐ", NULL, NULL },
  { "Hội CTD", "Hội CTĐ", NULL, NULL },
  { "Ban Chỉ", "Ban Chỉ đạo", " đạo| Đạo| huy| Huy| đạo,| uỷ| ủy", NULL },
};

static const Slip capitals[] = {
  { "thành Phố", "thành phố", NULL, NULL },
  { "Nguyên Đán", "Nguyên đán", NULL, NULL },
  { "nguyên đán", "Nguyên đán", NULL, NULL },
  { "dịp tết", "dịp Tết", NULL, NULL },
  { "Ban chỉ đạo", "Ban Chỉ đạo", NULL, NULL },
  { "Mặt trận tổ quốc", "Mặt trận Tổ quốc", NULL, NULL },
  { "Ngày thầy thuốc", "Ngày Thầy thuốc", NULL, NULL },
  { "ngày thầy thuốc", "ngày Thầy thuốc", NULL, NULL },
  { "Viện huyết học", "Viện Huyết học", NULL, NULL },
  { "Hội chữ thập đỏ", "Hội Chữ thập đỏ", NULL, NULL },
  { "Lễ Hội Xuân hồng", "Lễ hội Xuân hồng", NULL, NULL },
  { "Lễ hội xuân hồng", "Lễ hội Xuân hồng", NULL, NULL },
  { "Xuân Hồng", "Xuân hồng", NULL, NULL },
  { "Uỷ Ban", "Ủy ban", NULL, NULL },
  { "Ủy Ban", "Ủy ban", NULL, NULL },
  { "các tầng lớp nhân dân", "các tầng lớp Nhân dân", NULL, NULL },
  { "về việc Phát động", "về việc phát động", NULL, NULL },
  { "về việc Tổ chức", "về việc tổ chức", NULL, NULL },
  { "về việc Triển khai", "về việc triển khai", NULL, NULL },
  { "Khoản ", "khoản ", NULL, "1|2|3|4|5|6|7|8|9" },
  { "facebook", "Facebook", ".com", NULL },
  { "zalo", "Zalo", ".me", NULL },
};

static gboolean
is_letter_at (const char *text)
{
  return g_unichar_isalnum (g_utf8_get_char (text));
}

static gboolean
has_prefix_of (const char *text, const char *prefixes)
{
  g_auto (GStrv) all = g_strsplit (prefixes, "|", -1);

  for (gsize i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (text, all[i]))
      return TRUE;
  return FALSE;
}

/* Where @slip stands in @text as whole words, or %NULL. */
static const char *
find_slip (const char *text, const Slip *slip)
{
  gsize length = strlen (slip->wrong);
  gboolean open = g_str_has_suffix (slip->wrong, " ");

  for (const char *at = text; (at = strstr (at, slip->wrong)) != NULL; at += length)
    {
      const char *behind = at + length;

      if (at > text && is_letter_at (g_utf8_prev_char (at)))
        continue;
      if (!open && is_letter_at (behind))
        continue;
      if (slip->not_before != NULL && has_prefix_of (behind, slip->not_before))
        continue;
      if (slip->only_before != NULL && !has_prefix_of (behind, slip->only_before))
        continue;
      return at;
    }
  return NULL;
}

/* Upper case at the front is kept: "Phân đấu" → "Phấn đấu". */
static char *
like (const char *right, const char *wrong)
{
  g_autofree char *first = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (wrong)))
    return g_strdup (right);
  first = g_utf8_strup (right, g_utf8_next_char (right) - right);
  return g_strconcat (first, g_utf8_next_char (right), NULL);
}

static void
check_slips (GhCheck *check, const GhPiece *piece)
{
  g_autofree char *lower = g_utf8_strdown (piece->text, -1);
  /* Vietnamese letters keep their length in lower case; if another does not, quote the lower one.
   */
  const char *written = strlen (lower) == strlen (piece->text) ? piece->text : lower;

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      const char *at = find_slip (lower, &slips[i]);
      g_autofree char *wrong =
        at != NULL ? g_strndup (written + (at - lower), strlen (slips[i].wrong)) : NULL;
      g_autofree char *right = at != NULL ? like (slips[i].right, wrong) : NULL;

      if (at != NULL)
        gh_check_add (check, GH_SEVERITY_ERROR, "spelling", piece,
                      _("“%s” is misspelt. Write “%s”."), wrong, right);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (find_slip (piece->text, &abbreviations[i]) != NULL)
      gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                    _("“%s” is misspelt. Write “%s”."), abbreviations[i].wrong,
                       abbreviations[i].right);
}

static void
check_capitals (GhCheck *check, const GhPiece *piece)
{
  for (gsize i = 0; i < G_N_ELEMENTS (capitals); i++)
    if (find_slip (piece->text, &capitals[i]) != NULL)
      gh_check_add (check, GH_SEVERITY_HINT, "capitals", piece,
                    _("Capital letters: write “%s”, not “%s”."), capitals[i].right,
                       capitals[i].wrong);
}

/* Words that nobody writes twice; others are doubled on purpose in Vietnamese (luôn luôn). */
static gboolean
is_link_word (const char *word)
{
  static const char *const words[] = { "của", "các", "và", "là",   "trong", "cho",  "được",
                                       "với", "tại", "để", "theo", "những", "trên", "đến" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
repeats (char **words, gsize at, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (!g_str_equal (words[at + i], words[at + count + i]))
      return FALSE;
  return TRUE;
}

/* One link word twice, or three to ten words twice, right behind each other. */
static void
check_repeats (GhCheck *check, const GhPiece *piece)
{
  g_autofree char *bare = gh_text_squeeze (piece->text);
  g_auto (GStrv) written = g_strsplit_set (bare, " \t\n", -1);
  g_auto (GStrv) words = g_strdupv (written);
  gsize n = g_strv_length (words);

  for (gsize i = 0; i < n; i++)
    {
      char *fold = g_utf8_strdown (words[i], -1);

      g_free (words[i]);
      words[i] = fold;
      g_strdelimit (fold, ",;.:", ' ');
      g_strchomp (fold);
    }
  for (gsize i = 0; i < n; i++)
    for (gsize count = 1; count <= 10 && i + 2 * count <= n; count++)
      {
        g_autoptr (GString) twice = NULL;

        if (count == 2 || !repeats (words, i, count) || (count == 1 && !is_link_word (words[i])))
          continue;
        /* "1 1 1": columns of figures are not words */
        if (g_ascii_isdigit (*words[i]) || *words[i] == '\0')
          continue;
        twice = g_string_new (written[i]);
        for (gsize k = i + 1; k < i + count; k++)
          g_string_append_printf (twice, " %s", written[k]);
        gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                      _("“%s” stands here twice. Remove one."), twice->str);
        return;
      }
}

void
gh_check_words (GhCheck *check)
{
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->live)
        continue;
      check_slips (check, piece);
      check_capitals (check, piece);
      if (piece->kind != GH_PIECE_ROW)
        check_repeats (check, piece);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (find_slip (check->plan->symbol, &abbreviations[i]) != NULL)
      gh_check_add_at (check, GH_SEVERITY_WARNING, "spelling", GH_ORDER_HEADER,
                       _("Number and symbol"), _("“%s” is misspelt. Write “%s”."),
                                                   abbreviations[i].wrong, abbreviations[i].right);
}
