/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define GROUPS 6
#define REACH  64u

void
gh_plan_citation_free (GhPlanCitation *citation)
{
  if (citation == NULL)
    return;
  g_free (citation->number);
  g_free (citation);
}

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ' || *p == '\t' || *p == '*')
    p++;
  return p;
}

/* Bytes of a sign that joins the groups of a symbol, 0 if there is none. */
static gsize
joint (const char *p)
{
  if (*p == '/' || *p == '-')
    return 1;
  if (gh_text_begins (p, "–") || gh_text_begins (p, "—"))
    return strlen ("–");
  return 0;
}

/* A group of a symbol: "KH", "BCĐHMTN", "TTg", "QH15", "2013". Its length, 0 if it is none. */
static gsize
group_length (const char *p, gboolean spaced)
{
  const char *start = p;
  guint n_chars = 0;
  gboolean small = FALSE;

  if (g_ascii_isdigit (*p))
    {
      gsize digits = strspn (p, "0123456789");

      return digits == 4 && !spaced && (p[4] == '/' || p[4] == '-') ? 4 : 0;
    }
  if (!g_unichar_isupper (g_utf8_get_char (p)))
    return 0;
  for (; n_chars < 24; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '&' &&
          !(c == '+' && g_unichar_isupper (g_utf8_get_char (p + 1))) &&
          !(c == '.' && g_unichar_isupper (g_utf8_get_char (p + 1))))
        break;
      small = small || g_unichar_islower (c);
    }
  /* "– Hà Nội" behind a symbol is a place; "QyĐ", "TTg" have few small letters. */
  if (small && (spaced || n_chars > 5))
    return 0;
  return (gsize) (p - start);
}

/* The groups of a symbol from @p; returns where they end (@p itself if there are none). */
static const char *
groups_end (const char *p)
{
  const char *end = p;
  gsize n = group_length (p, FALSE);

  for (int i = 0; i < GROUPS && n > 0; i++)
    {
      const char *next;
      gsize sign;

      end = p + n;
      next = skip_spaces (end);
      sign = joint (next);
      if (sign == 0)
        break;
      p = skip_spaces (next + sign);
      n = group_length (p, p != next + sign || next != end);
    }
  return end;
}

/* Dots, ellipses, underscores and blanks left for a number. */
static const char *
skip_blank_number (const char *p)
{
  for (;;)
    {
      if (*p == '.' || *p == '_' || *p == ' ' || *p == '*' || *p == '\t')
        p++;
      else if (gh_text_begins (p, "…"))
        p += strlen ("…");
      else
        return p;
    }
}

gboolean
gh_plan_symbol_parse (const char *text, char **number, char **symbol, const char **rest)
{
  const char *p = skip_blank_number (text);
  gsize digits = strspn (p, "0123456789");
  const char *first = p;
  const char *end;
  gsize sign;

  if (digits > 6)
    return FALSE;
  p += digits;
  if (digits > 0 && g_ascii_isalpha (*p) && joint (p + 1) > 0) /* "12a/KH-…" */
    p++;
  *number = g_strndup (first, (gsize) (p - first));
  p = digits > 0 ? skip_spaces (p) : skip_blank_number (p);
  sign = joint (p);
  p = skip_spaces (p + sign);
  end = groups_end (p);
  if ((end == p && digits == 0 && sign == 0) ||
      (sign == 0 && end > p && !memchr (p, '/', (gsize) (end - p))))
    {
      g_clear_pointer (number, g_free);
      return FALSE;
    }
  if (end == p) /* "Số: …/…" */
    end = skip_blank_number (p);
  *symbol = gh_words_slice (p, (gsize) (end - p), " ._");
  if (!gh_words_any (*symbol))
    (*symbol)[0] = '\0';
  *rest = end;
  return TRUE;
}

/* As written, without blanks beside its signs. */
static char *
tidy_number (const char *start, gsize length)
{
  g_autofree char *plain = gh_words_slice (start, length, " ");
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (joint (p) > 0)
        c = *p == '/' ? '/' : '-';
      if (c == ' ' &&
          (joint (p + 1) > 0 || (out->len > 0 && strchr ("/-", out->str[out->len - 1]))))
        continue;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* The date right behind a number: ", ngày 17/02/2022". */
static gsize
read_date (const char *text, gsize from, guint32 *date)
{
  const char *p = text + from;
  g_autofree char *piece = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  gsize shift;

  p += strspn (p, " ,;(*");
  shift = (gsize) (p - text) - from;
  piece = g_strndup (p, MIN (strlen (p), REACH));
  if (!g_utf8_validate (piece, -1, NULL))
    {
      const char *bad = piece;

      g_utf8_validate (piece, -1, &bad);
      piece[bad - piece] = '\0';
    }
  if (!gh_text_begins (piece, "ngày") && !gh_text_begins (piece, "Ngày"))
    return from;
  dates = gh_date_scan (piece, 0);
  if (dates->len > 0)
    {
      const GhDateMatch *match = dates->pdata[0];

      if (match->offset <= strlen ("ngày "))
        {
          if (match->span.precision == GH_PRECISION_DAY)
            *date = match->span.start;
          return from + shift + match->offset + match->length;
        }
    }
  return from;
}

static gboolean
is_cited_number (const char *number, const char *symbol, const char *raw, gsize length)
{
  guint capitals = 0;

  if (number[0] == '\0' || memchr (raw, '/', length) == NULL)
    return FALSE;
  for (const char *p = symbol; *p != '\0'; p = g_utf8_next_char (p))
    capitals += g_unichar_isupper (g_utf8_get_char (p)) ? 1 : 0;
  return capitals >= 2;
}

/* "Công văn số 81 ngày 17/9/2025": a number without a symbol is one behind the word for a document
 * and before its day. @i: of the number */
static GhPlanCitation *
find_bare_number (const char *text, gsize i)
{
  gsize digits = strspn (text + i, "0123456789");
  gsize reach = MIN (i, 60u);
  g_autofree char *before = NULL;
  g_autofree char *low = NULL;
  const char *word;
  GhPlanCitation *citation;
  guint32 date = 0;
  gsize end;
  gsize n = 0;

  if (digits > 5)
    return NULL;
  before = gh_words_slice (text + i - reach, reach, " :*");
  low = gh_words_lower (before);
  word = gh_words_find_last (low, strlen (low),
                             "công văn|kế hoạch|quyết định|hướng dẫn|thông báo|"
                             "tờ trình|chỉ thị|văn bản|nghị quyết|thông tư",
                             &n);
  if (word == NULL || !g_str_equal (word + n, " số"))
    return NULL;
  end = read_date (text, i + digits, &date);
  if (date == 0)
    return NULL;
  citation = g_new0 (GhPlanCitation, 1);
  citation->start = i;
  citation->end = end;
  citation->number = g_strndup (text + i, digits);
  citation->date = date;
  return citation;
}

GhPlanCitation *
gh_plan_citation_find (const char *text, gsize from)
{
  for (gsize i = from; text[i] != '\0'; i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *symbol = NULL;
      const char *rest = NULL;
      GhPlanCitation *citation;

      if (!g_ascii_isdigit (text[i]))
        continue;
      if ((i > 0 && strchr ("./-0123456789", text[i - 1]) != NULL) ||
          !gh_plan_symbol_parse (text + i, &number, &symbol, &rest) ||
          !is_cited_number (number, symbol, text + i, (gsize) (rest - text) - i))
        {
          citation = find_bare_number (text, i);
          if (citation != NULL)
            return citation;
          i += strspn (text + i, "0123456789") - 1;
          continue;
        }
      citation = g_new0 (GhPlanCitation, 1);
      citation->start = i;
      citation->number = tidy_number (text + i, (gsize) (rest - text) - i);
      citation->end = read_date (text, (gsize) (rest - text), &citation->date);
      return citation;
    }
  return NULL;
}
