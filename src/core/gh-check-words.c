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
  { "trong nhân dân", "trong Nhân dân", NULL, NULL },
  { "đông đảo nhân dân", "đông đảo Nhân dân", NULL, NULL },
  { "cán bộ và nhân dân", "cán bộ và Nhân dân", NULL, NULL },
  { "về việc Phát động", "về việc phát động", NULL, NULL },
  { "về việc Tổ chức", "về việc tổ chức", NULL, NULL },
  { "về việc Triển khai", "về việc triển khai", NULL, NULL },
  { "tháng giêng", "tháng Giêng", NULL, NULL },
  { "tháng chạp", "tháng Chạp", NULL, NULL },
  { "Cách mạng tháng tám", "Cách mạng tháng Tám", NULL, NULL },
  { "Khoản ", "khoản ", NULL, "1|2|3|4|5|6|7|8|9" },
  { "kế hoạch số ", "Kế hoạch số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "quyết định số ", "Quyết định số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "nghị định số ", "Nghị định số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "thông tư số ", "Thông tư số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "hướng dẫn số ", "Hướng dẫn số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "công văn số ", "Công văn số ", NULL, "0|1|2|3|4|5|6|7|8|9" },
  { "facebook", "Facebook", ".com", NULL },
  { "zalo", "Zalo", ".me", NULL },
  { "Việt nam", "Việt Nam", NULL, NULL },
  { "Hà nội", "Hà Nội", NULL, NULL },
  { "Hải phòng", "Hải Phòng", NULL, NULL },
  { "Đà nẵng", "Đà Nẵng", NULL, NULL },
  { "Cần thơ", "Cần Thơ", NULL, NULL },
  { "Hồ Chí minh", "Hồ Chí Minh", NULL, NULL },
  { "Hồ chí minh", "Hồ Chí Minh", NULL, NULL },
  { "Quảng nam", "Quảng Nam", NULL, NULL },
  { "Nghệ an", "Nghệ An", NULL, NULL },
  { "Thừa Thiên - huế", "Thừa Thiên - Huế", NULL, NULL },
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
    if (gh_text_begins (text, all[i]))
      return TRUE;
  return FALSE;
}

/* Where @slip stands in @text as whole words, from @from on, or %NULL. */
static const char *
find_slip (const char *text, const char *from, const Slip *slip)
{
  gsize length = strlen (slip->wrong);
  gboolean open = g_str_has_suffix (slip->wrong, " ");

  for (const char *at = from; (at = strstr (at, slip->wrong)) != NULL; at += length)
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

/* Every place in @text, the piece's own or that in lower case, where @slip stands is put right. */
static void
mend_slip (GhCheck *check,
           GhFinding *finding,
           const GhPiece *piece,
           const char *text,
           const Slip *slip)
{
  GhMend mend = gh_mend_begin (check, TRUE);
  g_autofree char *label = NULL;
  gsize length = strlen (slip->wrong);

  for (const char *at = text; (at = find_slip (text, at, slip)) != NULL; at += length)
    {
      g_autofree char *right = like (slip->right, piece->text + (at - text));

      gh_mend_replace (&mend, piece, (gsize) (at - text), length, right);
      if (label == NULL)
        label = g_strdup_printf (_("Write “%s”"), g_strchomp (right));
    }
  gh_mend_end (&mend, finding, g_steal_pointer (&label));
}

static void
check_slips (GhCheck *check, const GhPiece *piece)
{
  g_autofree char *lower = g_utf8_strdown (piece->text, -1);
  /* Vietnamese letters keep their length in lower case; if another does not, quote the lower one.
   */
  gboolean even = strlen (lower) == strlen (piece->text);
  const char *written = even ? piece->text : lower;

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      const char *at = find_slip (lower, lower, &slips[i]);
      g_autofree char *wrong =
        at != NULL ? g_strndup (written + (at - lower), strlen (slips[i].wrong)) : NULL;
      g_autofree char *right = at != NULL ? like (slips[i].right, wrong) : NULL;
      GhFinding *finding;

      if (at == NULL)
        continue;
      finding = gh_check_add (check, GH_SEVERITY_ERROR, "spelling", piece,
                              _("“%s” is misspelt. Write “%s”."), wrong, right);
      if (!even)
        continue;
      gh_check_point (check, finding, piece, (gsize) (at - lower), strlen (wrong));
      mend_slip (check, finding, piece, lower, &slips[i]);
    }
}

/* Slips in which capitals count. */
static void
check_exact (GhCheck *check, const GhPiece *piece, const Slip *table, gsize n, gboolean capital)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *at = find_slip (piece->text, piece->text, &table[i]);
      GhFinding *finding;

      if (at == NULL)
        continue;
      if (capital)
        finding = gh_check_add (check, GH_SEVERITY_HINT, "capitals", piece,
                                _("Capital letters: write “%s”, not “%s”."), table[i].right,
                                table[i].wrong);
      else
        finding =
          gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                        _("“%s” is misspelt. Write “%s”."), table[i].wrong, table[i].right);
      gh_check_point (check, finding, piece, (gsize) (at - piece->text), strlen (table[i].wrong));
      mend_slip (check, finding, piece, piece->text, &table[i]);
    }
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

/* A word of a piece: where it stands, and what it is to be compared by. */
typedef struct
{
  gsize start;
  gsize end;
  char *key;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->key);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, word_clear);
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " \t\n");
      Word word = { (gsize) (at - text), (gsize) (at - text) + length, NULL };

      if (length > 0)
        {
          g_autofree char *written = g_strndup (at, length);

          word.key = g_utf8_strdown (written, -1);
          g_strdelimit (word.key, ",;.:", ' ');
          g_strchomp (word.key);
          g_array_append_val (words, word);
        }
      at += MAX (length, 1);
    }
  return words;
}

static gboolean
repeats (const GArray *words, guint at, guint count)
{
  for (guint i = at; i < at + count; i++)
    if (!g_str_equal (g_array_index (words, Word, i).key,
                      g_array_index (words, Word, i + count).key))
      return FALSE;
  return TRUE;
}

static void
report_repeat (GhCheck *check, const GhPiece *piece, const GArray *words, guint at, guint count)
{
  gsize start = g_array_index (words, Word, at).start;
  gsize end = g_array_index (words, Word, at + count - 1).end;
  gsize again = g_array_index (words, Word, at + count).start;
  g_autofree char *written = g_strndup (piece->text + start, end - start);
  g_autofree char *twice = gh_text_squeeze (written);
  GhMend mend = gh_mend_begin (check, count == 1);
  GhFinding *finding = gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                                     _("“%s” stands here twice. Remove one."), twice);

  gh_check_point (check, finding, piece, start, end - start);
  /* The second one stays, with the mark that may stand behind it. */
  gh_mend_replace (&mend, piece, start, again - start, "");
  gh_mend_end (&mend, finding, g_strdup (_("Remove one of the two")));
}

/* One link word twice, or three to ten words twice, right behind each other. */
static void
check_repeats (GhCheck *check, const GhPiece *piece)
{
  g_autoptr (GArray) words = split_words (piece->text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *key = g_array_index (words, Word, i).key;

      /* "1 1 1": columns of figures are not words */
      if (g_ascii_isdigit (*key) || *key == '\0')
        continue;
      for (guint count = 1; count <= 10 && i + 2 * count <= words->len; count++)
        if (count != 2 && repeats (words, i, count) && (count > 1 || is_link_word (key)))
          {
            report_repeat (check, piece, words, i, count);
            return;
          }
    }
}

/* The symbol is no piece of the text. */
static void
check_symbol (GhCheck *check)
{
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      const char *symbol = check->plan->symbol;
      const char *at = find_slip (symbol, symbol, &abbreviations[i]);
      g_autofree char *right = NULL;
      GhFinding *finding;
      GhMend mend;

      if (at == NULL)
        continue;
      finding =
        gh_check_add_at (check, GH_SEVERITY_WARNING, "spelling", GH_PART_HEADER, GH_FIELD_SYMBOL,
                         _("Number and symbol"), _("“%s” is misspelt. Write “%s”."),
                         abbreviations[i].wrong, abbreviations[i].right);
      right = g_strdup_printf ("%.*s%s%s", (int) (at - symbol), symbol, abbreviations[i].right,
                               at + strlen (abbreviations[i].wrong));
      mend = gh_mend_begin (check, TRUE);
      gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_SYMBOL, right);
      gh_mend_end (&mend, finding, g_strdup_printf (_("Write “%s”"), right));
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
      check_exact (check, piece, abbreviations, G_N_ELEMENTS (abbreviations), FALSE);
      check_exact (check, piece, capitals, G_N_ELEMENTS (capitals), TRUE);
      if (piece->kind != GH_PIECE_ROW)
        check_repeats (check, piece);
    }
  check_symbol (check);
}
