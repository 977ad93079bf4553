/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-marked.h"
#include "gh-text-private.h"
#include "gh-text.h"

#include <string.h>

/* Marks kept on one letter. Vietnamese needs two; the limit keeps normalisation linear, because
 * ordering a run of marks costs the square of its length. */
#define MAX_MARKS 16

/* Bytes that are composed at once. */
#define COMPOSE_PIECE 1024

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* What a letter from outside becomes before normalisation; 0 = it is dropped. */
static gunichar
clean_char (gunichar c)
{
  if (c == '\n' || c == '\t')
    return c;
  /* Line breaks of Word (VT), pages (FF), old Macintosh files (CR) and Unicode. */
  if (c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  if (is_noncharacter (c))
    return 0xFFFD;

  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_SPACE_SEPARATOR)
    return ' ';
  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
    return 0;
  return c;
}

char *
_gh_text_make_valid (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (g_utf8_validate_len (text, size, NULL))
    return g_strndup (text, size);
  return g_utf8_make_valid (text, (gssize) size);
}

/* g_utf8_normalize() moves the rest of its text at each letter it composes, so a text is given to
 * it in pieces. They are cut before letters below U+0300, which never join the letter before. */
static char *
compose (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *from = text;

  while (*from != '\0')
    {
      const char *to = from;

      while (*to != '\0' && (to - from < COMPOSE_PIECE || g_utf8_get_char (to) >= 0x300))
        to = g_utf8_next_char (to);

      g_autofree char *piece = g_utf8_normalize (from, to - from, G_NORMALIZE_DEFAULT_COMPOSE);

      if (piece != NULL)
        g_string_append (out, piece);
      from = to;
    }
  return g_string_free (out, FALSE);
}

/* Bytes of the letter at @p if it is one that normalisation leaves alone whatever follows: ASCII,
 * the whole letters of Latin and Vietnamese, the quotes and dashes of a word processor; else 0. */
static gsize
plain_letter (const guchar *p)
{
  if ((p[0] >= ' ' && p[0] < 0x7f) || p[0] == '\n' || p[0] == '\t')
    return 1;
  /* U+00C0 to U+017F; ƠơƯư */
  if (p[0] >= 0xc3 && p[0] <= 0xc5 && (p[1] & 0xc0) == 0x80)
    return 2;
  if (p[0] == 0xc6 && (p[1] == 0xa0 || p[1] == 0xa1 || p[1] == 0xaf || p[1] == 0xb0))
    return 2;
  /* U+1E80 to U+1EFF */
  if (p[0] == 0xe1 && (p[1] == 0xba || p[1] == 0xbb) && (p[2] & 0xc0) == 0x80)
    return 3;
  if (p[0] == 0xe2 && p[1] == 0x80 &&
      (p[2] == 0x93 || p[2] == 0x94 || p[2] == 0x98 || p[2] == 0x99 || p[2] == 0x9c ||
       p[2] == 0x9d || p[2] == 0xa6))
    return 3;
  return 0;
}

gboolean
gh_text_is_plain (const char *text)
{
  const guchar *p = (const guchar *) text;
  gsize length;

  while (*p != '\0' && (length = plain_letter (p)) > 0)
    p += length;
  return *p == '\0';
}

char *
gh_text_nfc (const char *text, gssize length)
{
  if (text == NULL)
    return g_strdup ("");
  if (length < 0 && gh_text_is_plain (text))
    return g_strdup (text);

  g_autofree char *valid = _gh_text_make_valid (text, length);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));
  int n_marks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\r' && p[1] == '\n')
        continue;

      gunichar c = clean_char (g_utf8_get_char (p));

      if (c == 0)
        continue;
      n_marks = c >= 0x300 && g_unichar_combining_class (c) != 0 ? n_marks + 1 : 0;
      if (n_marks <= MAX_MARKS)
        g_string_append_unichar (clean, c);
    }

  return compose (clean->str);
}

/* The plain sign that stands for the many quotes and dashes of a word processor. */
gunichar
_gh_text_plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ ’ ‚ ‛ ′ ´ ` */
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case '`':
      return '\'';
    case 0x201C: /* “ ” „ ‟ ″ « » */
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x2010: /* ‐ ‑ ‒ – — ― − */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x111: /* đ, and ð typed for it */
    case 0xF0:
      return 'd';
    default:
      return c;
    }
}

static void
fold_char (GString *key, gunichar c)
{
  gunichar parts[GH_TEXT_MAX_DECOMPOSITION];
  gunichar sign = _gh_text_plain_sign (c);
  gsize n_parts;

  if (sign != c)
    {
      g_string_append_unichar (key, sign);
      return;
    }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = _gh_text_plain_sign (g_unichar_tolower (parts[i]));

      if (g_unichar_ismark (part) || g_unichar_type (part) == G_UNICODE_FORMAT)
        continue;
      if (!g_unichar_isspace (part))
        g_string_append_unichar (key, part);
      else if (key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
}

char *
gh_text_fold (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = _gh_text_make_valid (text, -1);
  GString *key = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, g_ascii_tolower (*p));
      else
        fold_char (key, g_utf8_get_char (p));
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

gboolean
gh_text_contains_folded (const char *text, const char *needle)
{
  g_autofree char *folded_text = gh_text_fold (text);
  g_autofree char *folded_needle = gh_text_fold (needle);

  return strstr (folded_text, folded_needle) != NULL;
}

char *
gh_text_squeeze (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = _gh_text_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
gh_text_upper (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = _gh_text_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  /* Not g_utf8_strup(): it asks the locale, and Turkish has another capital for i. */
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

char *
gh_text_strip_marks (const char *text)
{
  g_autoptr (GArray) marks = NULL;
  GString *out;
  gsize from = 0;

  if (text == NULL)
    return g_strdup ("");
  marks = gh_marked_find (text);
  out = g_string_sized_new (strlen (text));
  for (guint i = 0; i < marks->len; i++)
    {
      const GhMark *mark = &g_array_index (marks, GhMark, i);

      g_string_append_len (out, text + from, (gssize) (mark->offset - from));
      from = mark->offset + (gsize) mark->stars;
    }
  g_string_append (out, text + from);
  return g_string_free (out, FALSE);
}

/* What the duties of an organisation begin with; a name ("Lập Thạch", "Trực Ninh") goes on in a
 * capital. */
static gboolean
is_common_beginning (const char *text)
{
  static const char *const beginnings[] = {
    "Ban hành",     "Báo cáo",       "Biểu dương", "Bố trí",   "Bảo đảm",  "Cấp",
    "Cử",           "Các",           "Chăm sóc",   "Chỉ đạo",  "Cho phép", "Chủ động",
    "Chủ trì",      "Chuẩn bị",      "Cung cấp",   "Đăng ký",  "Đăng tải", "Đảm bảo",
    "Đề xuất",      "Điều phối",     "Đón tiếp",   "Đôn đốc",  "Đơn vị",   "Gửi",
    "Hỗ trợ",       "Huy động",      "Hướng dẫn",  "Khảo sát", "Kiểm tra", "Lập",
    "Liên hệ",      "Lồng ghép",     "Mở",         "Nộp",      "Phân bổ",  "Phân công",
    "Phát động",    "Phổ biến",      "Phối hợp",   "Quản lý",  "Rà soát",  "Sắp xếp",
    "Tăng cường",   "Tạo điều kiện", "Tham gia",   "Tham mưu", "Theo dõi", "Thông báo",
    "Thực hiện",    "Tiếp nhận",     "Tiếp tục",   "Tổ chức",  "Tổng hợp", "Triển khai",
    "Tuyên truyền", "Tư vấn",        "Vận động",   "Xây dựng",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      const char *behind = text + strlen (beginnings[i]);

      if (gh_text_begins (text, beginnings[i]) && !g_unichar_isalnum (g_utf8_get_char (behind)))
        return *behind != ' ' || !g_unichar_isupper (g_utf8_get_char (behind + 1));
    }
  return FALSE;
}

/* Not g_utf8_strup() and its like, for the reason above. */
static char *
with_first (const char *text, gunichar (*change) (gunichar))
{
  GString *out = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (out, change (g_utf8_get_char (text)));
      g_string_append (out, g_utf8_next_char (text));
    }
  return g_string_free (out, FALSE);
}

char *
gh_text_within_sentence (const char *text)
{
  return is_common_beginning (text) ? with_first (text, g_unichar_tolower) : g_strdup (text);
}

char *
gh_text_begin_sentence (const char *text)
{
  return with_first (text, g_unichar_toupper);
}
