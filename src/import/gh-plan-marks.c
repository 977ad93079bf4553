/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* Bullets by depth; those of Word's Symbol font are in the private area. */
static const struct
{
  const char *sign;
  int depth;
} bullets[] = {
  { "-", 1 }, { "–", 1 }, { "—", 1 },      { "−", 1 },      { "•", 1 },      { "●", 1 },
  { "▪", 1 }, { "■", 1 }, { "◆", 1 },      { "►", 1 },      { "➢", 1 },      { "✓", 1 },
  { "*", 1 }, { "·", 1 }, { "\uf0b7", 1 }, { "\uf02d", 1 }, { "\uf0a7", 1 }, { "\uf0d8", 1 },
  { "+", 2 }, { "○", 2 }, { "◦", 2 },
};

#define ORGANISATIONS                                                                                                         \
  "ban|bch|bcđ|bcn|bgh|ban chỉ đạo|bảo hiểm xã hội|báo|bệnh viện|bộ|câu lạc bộ|chi bộ|chi cục|"  \
  "chi đoàn|chi hội|clb|công an|công đoàn|công ty|cơ quan|cục|đài|đại học|đảng ủy|đoàn|đội|"     \
  "đơn vị|hiệp hội|hiệu trưởng|học viện|hội|hợp tác xã|huyện đoàn|kho bạc|khoa|lãnh đạo|"    \
  "liên chi đoàn|liên đoàn|liên hiệp|mặt trận|ngân hàng|nhà máy|phòng|phường đoàn|quận đoàn|sở|" \
  "tập đoàn|thành đoàn|thành viên|thị đoàn|thủ trưởng|thường trực|tỉnh đoàn|tòa án|tổ|"        \
  "tổng công ty|tổng cục|trạm y tế|trung tâm|trường|ubmttq|ubnd|ủy ban|văn phòng|viện|vụ|"             \
  "xã đoàn|xí nghiệp|chi nhánh|bộ chỉ huy|ban chỉ huy|nhà trường|trạm|chủ tịch|giám đốc|"          \
  "trưởng|bí thư|đoàn thể|mttq|đại diện|hội đồng|tiểu ban|khối|nhóm|phường|xã|thị trấn|"      \
  "doanh nghiệp|đoàn viên|sinh viên|giáo viên|tổng hội|đảng bộ|ngành"

#define ORGANISATION_VERBS                                                                                                          \
  "ban hành|bố trí|căn cứ|chỉ đạo|chịu trách nhiệm|chủ động|chủ trì|chuẩn bị|có trách nhiệm|cử|" \
  "đăng ký|đề ra|đóng trên|đưa tin|giao|gửi|hướng dẫn|hỗ trợ|là|làm|lập|phân công|phối hợp|"        \
  "phát động|quán triệt|tăng cường|tham gia|tham mưu|theo dõi|thông báo|thực hiện|tiếp nhận|"                \
  "tiếp tục|tổ chức|tổng hợp|trực tiếp|triển khai|tuyên truyền|vận động|xây dựng|yêu cầu|"          \
  "cơ quan thường trực trực tiếp|đảm bảo|bảo đảm|huy động|đôn đốc|kiểm tra"

static GhPlanMark
parse_bullet (const char *text, char **number, int *depth, const char **rest)
{
  const char *p = text;

  /* "*** Title**" is the bullet "*" before bold text. */
  if (gh_text_begins (p, "***") && p[3] == ' ')
    {
      *number = g_strdup ("*");
      *depth = 1;
      *rest = p + 1;
      return GH_PLAN_MARK_BULLET;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i].sign);

      if (!gh_text_begins (p, bullets[i].sign))
        continue;
      /* "*italic*", "**bold**", "-5" and rules of dashes are no bullets. */
      if (bullets[i].sign[0] == '*' && p[n] != ' ')
        return GH_PLAN_MARK_NONE;
      if ((p[n] == bullets[i].sign[0] && n == 1) || g_ascii_isdigit (p[n]) || p[n] == '\0')
        return GH_PLAN_MARK_NONE;
      *number = g_strdup (bullets[i].sign);
      *depth = bullets[i].depth;
      *rest = p + n;
      return GH_PLAN_MARK_BULLET;
    }
  return GH_PLAN_MARK_NONE;
}

static gboolean
text_follows (const char *p)
{
  gunichar c;

  while (*p == '*')
    p++;
  c = g_utf8_get_char (p);
  return *p == ' ' || *p == '\t' || *p == '\0' || g_unichar_isupper (c) || gh_text_begins (p, "“");
}

/* "I." "IV)" "II -" "A." "a)" "đ)": one sign behind the letters. */
static GhPlanMark
parse_letters (const char *text, char **number, int *depth, const char **rest)
{
  gsize roman = strspn (text, "IVXivx");
  gunichar c = g_utf8_get_char (text);
  gsize n = roman;
  GhPlanMark mark = GH_PLAN_MARK_ROMAN;
  char sign;

  if (roman == 0 || roman > 6 || (g_ascii_islower (text[0]) && text[roman] != ')'))
    {
      if (!g_unichar_isalpha (c))
        return GH_PLAN_MARK_NONE;
      n = (gsize) (g_utf8_next_char (text) - text);
      mark = g_unichar_isupper (c) ? GH_PLAN_MARK_CAPITAL : GH_PLAN_MARK_LETTER;
    }
  else if (g_ascii_islower (text[0]))
    mark = GH_PLAN_MARK_LETTER;
  sign = text[n];
  /* "I - ", "II- ", "III:" */
  if (mark == GH_PLAN_MARK_ROMAN && roman == n)
    {
      const char *dash = text + n + (sign == ' ' ? 1 : 0);

      if ((*dash == '-' || *dash == ':') && (dash[1] == ' ' || sign != ' ') &&
          g_unichar_isupper (g_utf8_get_char (gh_words_skip (dash + 1))))
        {
          *number = g_strndup (text, n);
          *depth = 1;
          *rest = dash + 1;
          return mark;
        }
    }
  if (sign == '\0' || strchr (".)/", sign) == NULL || !text_follows (text + n + 1))
    return GH_PLAN_MARK_NONE;
  /* "Q. GIÁM ĐỐC", "a. " at random: a small letter with a dot needs a blank after it. */
  if (sign != ')' && mark != GH_PLAN_MARK_ROMAN && text[n + 1] != ' ')
    return GH_PLAN_MARK_NONE;
  *number = g_strndup (text, sign == '.' ? n : n + 1);
  *depth = 1;
  *rest = text + n + 1;
  return mark;
}

/* "1." "1)" "1/" "1.1." "1.1" "2.3.1". */
static GhPlanMark
parse_decimal (const char *text, char **number, int *depth, const char **rest)
{
  const char *p = text;
  const char *end = text;
  int parts = 0;

  while (parts < 5)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 0 || digits > 2)
        break;
      parts++;
      end = p + digits;
      if (*end != '.' || !g_ascii_isdigit (end[1]))
        break;
      p = end + 1;
    }
  if (parts == 0 || g_ascii_isdigit (*end) || strspn (p, "0123456789") > 2)
    return GH_PLAN_MARK_NONE;
  *depth = parts;
  if (*end == '.' && text_follows (end + 1))
    {
      *number = g_strndup (text, (gsize) (end - text));
      *rest = end + 1;
      return GH_PLAN_MARK_DECIMAL;
    }
  /* "14/KH-…" is the number of a document. */
  if ((*end == ')' && text_follows (end + 1)) ||
      ((*end == '/' || *end == '-') && parts == 1 && end[1] == ' ' &&
       (*end == '/' || g_unichar_isupper (g_utf8_get_char (gh_words_skip (end + 1))))))
    {
      *number = g_strndup (text, (gsize) (end - text) + 1);
      *rest = end + 1;
      return GH_PLAN_MARK_DECIMAL;
    }
  /* "1.2 Title" without a closing dot. */
  if (parts > 1 && *end == ' ' && g_unichar_isupper (g_utf8_get_char (gh_words_skip (end))))
    {
      *number = g_strndup (text, (gsize) (end - text));
      *rest = end;
      return GH_PLAN_MARK_DECIMAL;
    }
  return GH_PLAN_MARK_NONE;
}

GhPlanMark
gh_plan_mark_parse (const char *text, char **number, int *depth, const char **rest)
{
  GhPlanMark mark = parse_bullet (text, number, depth, rest);
  const char *p = text;
  gsize stars;

  if (mark != GH_PLAN_MARK_NONE)
    {
      while (**rest == ' ' || **rest == '\t')
        (*rest)++;
      return mark;
    }
  /* "**1. Title**": the number stands inside the bold. */
  stars = strspn (p, "*");
  p += stars;
  if (g_ascii_isdigit (*p))
    mark = parse_decimal (p, number, depth, rest);
  else
    mark = parse_letters (p, number, depth, rest);
  if (mark == GH_PLAN_MARK_NONE)
    return mark;
  while (**rest == ' ' || **rest == '\t')
    (*rest)++;
  return mark;
}

gboolean
gh_plan_is_appendix (const char *text)
{
  g_autofree char *bare = gh_words_slice (text, MIN (strlen (text), 200), " ");
  g_autofree char *low = gh_words_lower (bare);
  gsize n = gh_words_begin (low, "phụ lục|phụ lục số|phụ biểu|phụ biểu số");

  if (n == 0 || strlen (bare) > 150)
    return FALSE;
  /* "Phụ lục kèm theo gồm …" is a sentence; a heading is short, in capitals or numbered. */
  if (gh_words_is_upper (bare))
    return TRUE;
  n += strspn (low + n, " :.");
  return low[n] == '\0' || g_ascii_isdigit (low[n]) ||
         (strchr ("IVXA", bare[n]) != NULL && strspn (bare + n, "IVXAB0123456789.: ") >= 1 &&
          !g_ascii_islower (bare[n + 1]));
}

static const char *
basis_documents (void)
{
  return "kế hoạch|quyết định|công văn|chỉ thị|nghị quyết|nghị định|hướng dẫn|chương trình|"
         "thông báo|thông tư|văn bản|luật|kết luận|công điện|quy chế|điều lệ|thư ngỏ|"
         "sự chỉ đạo|ý kiến chỉ đạo|tờ trình|đề án|pháp lệnh|kế hoạch liên tịch";
}

gboolean
gh_plan_is_basis (const char *text)
{
  const char *rest = text;
  g_autofree char *number = NULL;
  g_autofree char *head = NULL;
  g_autofree char *low = NULL;
  int depth = 0;
  gsize n;

  if (gh_plan_mark_parse (text, &number, &depth, &rest) > GH_PLAN_MARK_NONE &&
      !g_str_equal (number, "-") && !g_str_equal (number, "–") && !g_str_equal (number, "+"))
    return FALSE;
  head = gh_words_head (rest, 240);
  low = gh_words_lower (head);
  rest = gh_words_skip (low);
  if (gh_words_begin (rest, "căn cứ") > 0)
    return TRUE;
  n = gh_words_begin (rest, "thực hiện|tiếp tục thực hiện|triển khai|triển khai thực hiện|theo|"
                            "xét|hưởng ứng|xét đề nghị|theo đề nghị|thực hiện theo");
  if (n == 0)
    return FALSE;
  if (gh_words_begin (rest, "xét đề nghị|theo đề nghị|xét nhu cầu") > 0)
    return TRUE;
  rest += n;
  rest += strspn (rest, " ");
  rest += gh_words_begin (rest, "các|nội dung|tinh thần");
  rest += strspn (rest, " ");
  return gh_words_begin (rest, basis_documents ()) > 0;
}

gboolean
gh_plan_is_organisation (const char *text)
{
  g_autofree char *head = NULL;
  g_autofree char *low = NULL;
  const char *p = gh_words_skip (text);
  gsize several;

  head = gh_words_head (p, 120);
  low = gh_words_lower (head);
  p = low;
  p += gh_words_begin (p, "đề nghị|giao|đối với|trách nhiệm của|nhiệm vụ của|mời");
  p += strspn (p, " :");
  several = gh_words_begin (p, "các|lãnh đạo|toàn thể|đồng chí|các đồng chí|mỗi|bch|cán bộ");
  p += several;
  p += strspn (p, " ");
  /* Other matters that begin with the word for a body. */
  if (gh_words_begin (p,
                      "hội nghị|hội thi|hội thảo|hội trường|hội diễn|ban hành|đội ngũ|báo cáo|"
                      "trường hợp|nhóm máu|xã hội hóa|phòng, chống|phòng chống|khối lượng") > 0 ||
      (several == 0 && gh_words_begin (p, "tổ chức") > 0))
    return FALSE;
  return gh_words_begin (p, ORGANISATIONS) > 0;
}

/* Whether the word that ends before @at is one of @words. */
static gboolean
word_before_is (const char *low, gsize at, const char *words)
{
  gsize end = at;
  gsize start;

  while (end > 0 && low[end - 1] == ' ')
    end--;
  start = end;
  while (start > 0 && low[start - 1] != ' ' && end - start < 40)
    start--;
  return end > start && gh_words_has_within (low + start, end - start, words);
}

/* Names hold verbs too: "Ban Chỉ đạo vận động …", "các tổ chức chính trị". */
static gboolean
is_part_of_name (const char *text, const char *low, gsize at)
{
  const char *verb = low + at;

  if (g_unichar_isupper (g_utf8_get_char (text + at)))
    return TRUE;
  if (gh_words_begin (verb, "chỉ đạo") > 0)
    return word_before_is (low, at, "ban|bcđ");
  if (gh_words_begin (verb, "vận động") > 0)
    return word_before_is (low, at, "đạo|bcđ|ban|dân");
  if (gh_words_begin (verb, "tổ chức") > 0)
    return word_before_is (low, at, "ban|các|và|cơ quan|phòng");
  if (gh_words_begin (verb, "kiểm tra|tuyên truyền|huy động|tiếp nhận|tham mưu|làm") > 0)
    return word_before_is (low, at, "ủy ban|ban|đội|tổ|phòng|khoa|trạm");
  return FALSE;
}

gsize
gh_plan_organisation_length (const char *text)
{
  g_autofree char *head = gh_words_head (text, GH_WORDS_WINDOW);
  gsize length = strlen (head);
  g_autofree char *low = NULL;
  gsize from = 0;

  if (!gh_plan_is_organisation (head))
    return 0;
  low = gh_words_lower (head);
  while (from < length)
    {
      gsize n = 0;
      const char *hit = gh_words_find (low + from, length - from, ORGANISATION_VERBS, &n);
      gsize at;

      if (hit == NULL)
        return 0;
      at = (gsize) (hit - low);
      if (at > 0 && !is_part_of_name (text, low, at))
        return at;
      from = at + n;
    }
  return 0;
}
