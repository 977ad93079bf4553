/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-number.h"
#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* A title stands this near to the beginning, or there is none. */
#define HEADER_LINES 40
#define TITLE_CHARS  400

static const char kinds[] = "kế hoạch|kế hoạch liên tịch|kế hoạch phối hợp|phương án|hướng dẫn|"
                            "chương trình|thông báo|dự thảo kế hoạch";

/* Length of the kind of document that @text begins with in capitals: "KẾ HOẠCH". */
static gsize
kind_length (const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize n = gh_words_begin (low, kinds);
  g_autofree char *head = g_strndup (text, n);

  return n > 0 && gh_words_is_upper (head) ? n : 0;
}

static gboolean
is_rule (const char *text)
{
  return !gh_words_any (text);
}

/* "Hà Nội, ngày 05 tháng 3 năm 2025" with blanks for what is left open. */
static gboolean
read_place_line (GhPlan *plan, const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  const char *day = gh_words_find (low, strlen (low), "ngày", NULL);
  const char *month = day != NULL ? gh_words_find (day, strlen (day), "tháng", NULL) : NULL;
  const char *year = month != NULL ? gh_words_find (month, strlen (month), "năm", NULL) : NULL;
  g_autofree char *place = NULL;
  const char *values[3];
  int numbers[3] = { 0, 0, 0 };
  static const int limits[3] = { 31, 12, 9999 };

  if (year == NULL)
    return FALSE;
  values[0] = day + strlen ("ngày");
  values[1] = month + strlen ("tháng");
  values[2] = year + strlen ("năm");
  for (int i = 0; i < 3; i++)
    {
      const char *p = values[i];

      while (*p == ' ' || *p == '.' || *p == '_' || *p == '\001' || gh_text_begins (p, "…"))
        p += gh_text_begins (p, "…") ? strlen ("…") : 1;
      numbers[i] = g_ascii_isdigit (*p) && strspn (p, "0123456789") <= 4 ? atoi (p) : 0;
      p += strspn (p, "0123456789");
      p += strspn (p, " .,\001_");
      while (gh_text_begins (p, "…"))
        p += strlen ("…");
      p += strspn (p, " .\001");
      /* Other words between: a sentence, not the line of issue. */
      if ((i == 0 && p != month) || (i == 1 && p != year) || (i == 2 && *p != '\0') ||
          numbers[i] > limits[i])
        return FALSE;
    }
  place = gh_words_slice (text, (gsize) (day - low), " ,.;-");
  if (g_utf8_strlen (place, -1) > 60)
    return FALSE;
  gh_plan_set (&plan->place, place);
  plan->issue_day = numbers[0];
  plan->issue_month = numbers[1];
  plan->issue_year = numbers[2] >= 1900 ? numbers[2] : 0;
  if (numbers[2] > 0 && numbers[2] < 1900) /* "năm 202…" is no year, but stays to be seen */
    gh_plan_add_note (&plan->header_note, text + (year - low));
  return TRUE;
}

/* "Hòa Bình, ngày 20/11/2025" */
static gboolean
read_short_place_line (GhPlan *plan, const char *text)
{
  g_autoptr (GPtrArray) dates = NULL;
  const GhDateMatch *match;
  const char *behind;
  g_autofree char *place = NULL;

  if (strlen (text) > 100)
    return FALSE;
  dates = gh_date_scan (text, 0);
  if (dates->len != 1)
    return FALSE;
  match = dates->pdata[0];
  behind = text + match->offset;
  behind += gh_text_begins (behind, "ngày") ? strlen ("ngày") : 0;
  /* Hours and weekdays belong to a sentence. */
  if (match->problem != NULL || match->span.precision != GH_PRECISION_DAY || match->offset < 2 ||
      behind[strspn (behind, "0123456789/.- ")] != '\0' ||
      strchr (", ", text[match->offset - 1]) == NULL)
    return FALSE;
  /* A year of two figures is left as it is written: it may be a cut one. */
  if (match->length < 8 || strspn (text + match->offset + match->length - 4, "0123456789") < 4)
    return FALSE;
  place = gh_words_slice (text, match->offset, " ,.;-");
  if (!g_unichar_isupper (g_utf8_get_char (place)) || gh_text_begins (place, "Ngày"))
    return FALSE;
  gh_plan_set (&plan->place, place);
  gh_day_to_ymd (match->span.start, &plan->issue_year, &plan->issue_month, &plan->issue_day);
  return TRUE;
}

/* Where "Hà Nội, ngày … tháng …" begins in a line that holds more, 0 if it does not. */
static gsize
place_offset (const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  const char *day = strstr (low, ", ngày");
  const char *p = day;

  if (day == NULL || strstr (day, "tháng") == NULL)
    return 0;
  /* Back over the words of the place: each begins with a capital. */
  while (p > low)
    {
      const char *word = p;

      while (word > low && word[-1] != ' ' && word[-1] != '\t')
        word--;
      if (!g_unichar_isupper (g_utf8_get_char (text + (word - low))) || p == word)
        break;
      p = word;
      while (p > low && p[-1] == ' ')
        p--;
      if (p == low)
        return 0;
      p = word - 1;
    }
  return (gsize) (p - low);
}

static gboolean read_number_line (GhPlanReader *reader, const char *text, guint number);

/* The name of the country and the motto, which are printed anew; nothing else may stand beside. */
static gboolean
is_motto (const char *low)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (strlen (low) > 160)
    return FALSE;
  for (const char *p = low; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  g_strchomp (words->str);
  return g_str_equal (words->str, "cộng hòa xã hội chủ nghĩa việt nam") ||
         g_str_equal (words->str, "độc lập tự do hạnh phúc") ||
         g_str_equal (words->str, "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc");
}

/* One piece of the header; what is not understood is kept as a note. @party: set where it is the
 * name of the Party */
static void
read_piece (GhPlanReader *reader, const char *text, GPtrArray *issuers, gboolean *party)
{
  GhPlan *plan = reader->plan;
  g_autofree char *bare = gh_words_slice (text, strlen (text), " ");
  g_autofree char *low = gh_words_lower (bare);

  if (is_rule (bare))
    return;
  if (is_motto (low))
    return;
  if (g_str_equal (low, "đoàn tncs hồ chí minh") ||
      g_str_equal (low, "đoàn thanh niên cộng sản hồ chí minh"))
    {
      plan->profile = GH_PROFILE_UNION;
      return;
    }
  if (gh_plan_is_party_line (bare))
    {
      plan->profile = GH_PROFILE_UNION;
      *party = TRUE;
      return;
    }
  if (read_number_line (reader, bare, 0) ||
      (plan->issue_month == 0 &&
       (read_place_line (plan, bare) || read_short_place_line (plan, bare))))
    return;
  if (gh_words_is_upper (bare) && plan->number[0] == '\0' && plan->symbol[0] == '\0' &&
      strlen (bare) < 200 && strstr (low, "dự thảo") == NULL)
    g_ptr_array_add (issuers, g_strdup (bare));
  else
    gh_plan_add_note (&plan->header_note, bare);
}

/* The first place and day count: a second one is kept in the note. */
static gboolean
take_place (GhPlan *plan, const char *text)
{
  return plan->issue_month == 0 && plan->place[0] == '\0' && read_place_line (plan, text);
}

static gboolean
read_number_line (GhPlanReader *reader, const char *text, guint depth)
{
  GhPlan *plan = reader->plan;
  g_autofree char *low = gh_words_lower (text);
  gsize n = gh_words_begin (low, "số");
  g_autofree char *number = NULL;
  g_autofree char *symbol = NULL;
  const char *rest = NULL;
  gsize place;

  /* The first one counts; a second is told in the note. */
  if (n == 0 || plan->symbol[0] != '\0' || plan->number[0] != '\0' || depth > 0)
    return FALSE;
  n += strspn (text + n, " ");
  n += text[n] == ':' ? 1 : 0;
  if (!gh_plan_symbol_parse (text + n, &number, &symbol, &rest))
    return FALSE;
  /* A word that only begins like a number ("64a)") stays whole, in the note. */
  if (rest > text && g_unichar_isalnum (g_utf8_get_char (rest)) &&
      g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (text, rest))))
    return FALSE;
  gh_plan_set (&plan->number, number);
  gh_plan_set (&plan->symbol, symbol);
  if (strchr (symbol, '/') != NULL && strncmp (symbol, "20", 2) != 0)
    plan->profile = GH_PROFILE_UNION;
  rest += strspn (rest, " .,;");
  place = place_offset (rest);
  if (place > 0 || !take_place (plan, rest))
    {
      g_autofree char *left = g_strndup (rest, place > 0 ? place : strlen (rest));

      if (gh_words_any (left))
        gh_plan_add_note (&plan->header_note, g_strstrip (left));
      if (place > 0 && !take_place (plan, rest + place))
        gh_plan_add_note (&plan->header_note, rest + place);
    }
  return TRUE;
}

/* The last body named is the issuer; those before it are above it. A line that begins with no word
 * for a body goes on with the name before it. */
static void
settle_issuers (GhPlan *plan, GPtrArray *issuers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) above = g_string_new (NULL);

  for (guint i = 0; i < issuers->len; i++)
    {
      const char *name = issuers->pdata[i];

      if (names->len > 0 && !gh_plan_is_organisation (name))
        {
          char *last = names->pdata[names->len - 1];

          names->pdata[names->len - 1] = g_strconcat (last, " ", name, NULL);
          g_free (last);
        }
      else
        g_ptr_array_add (names, g_strdup (name));
    }
  if (names->len == 0)
    return;
  for (guint i = 0; i + 1 < names->len; i++)
    {
      if (above->len > 0)
        g_string_append_c (above, '\n');
      g_string_append (above, names->pdata[i]);
    }
  gh_plan_set (&plan->parent_issuer, above->str);
  gh_plan_set (&plan->issuer, names->pdata[names->len - 1]);
}

/* "TỔ CHỨC HIẾN MÁU TÌNH NGUYỆN TRÊN ĐỊA BÀN XÃ …" over a page of the web; not the last line of
 * "BAN CHỈ ĐẠO VẬN ĐỘNG" ⏎ "HIẾN MÁU TÌNH NGUYỆN". */
static gboolean
is_loud_title (const GhPlanReader *reader, guint i, const char *text)
{
  const GhPlanLine *line = reader->lines->pdata[i];
  const char *before = i > 0 && !line->gap ? gh_plan_line_text (reader->lines, i - 1) : "";
  g_autofree char *low = NULL;

  if (!gh_words_is_upper (text) || strlen (text) > 400 ||
      (gh_words_is_upper (before) && gh_plan_is_organisation (before)))
    return FALSE;
  low = gh_words_lower (text);
  return gh_words_has (low, "hiến máu|hmtn") &&
         gh_words_begin (low, "tổ chức|vận động|phát động|tuyên truyền|triển khai|hưởng ứng|"
                              "ngày hội|hiến máu|chương trình|tham gia") > 0;
}

/* Whether a line is the title of a letter ("V/v phát động …") or of a web page ("Kế hoạch tổ chức
 * ngày hội …"), which have no line of their own for the kind. @kind: length of its words. */
static gboolean
is_bare_title (const char *text, gsize *kind)
{
  const char *p = text;
  g_autofree char *low = NULL;
  gunichar last = gh_words_last_char (text);

  while (gh_text_begins (p, "“") || *p == '"' || *p == ' ' || *p == '(')
    p = g_utf8_next_char (p);
  *kind = 0;
  if (strlen (p) > 400 || last == ':' || last == ';')
    return FALSE;
  low = gh_words_lower (p);
  if (gh_words_begin (low, "v/v|về việc") > 0)
    return TRUE;
  *kind = gh_text_begins (p, "Kế hoạch ") ? strlen ("Kế hoạch") : 0;
  return *kind > 0 && last != '.' &&
         gh_words_begin (low, "kế hoạch tổ chức|kế hoạch tuyên truyền|kế hoạch vận động|"
                              "kế hoạch hiến máu|kế hoạch phát động|kế hoạch triển khai|"
                              "kế hoạch thực hiện|kế hoạch tham gia|kế hoạch hưởng ứng") > 0;
}

static guint
find_bare_title (const GhPlanReader *reader, gsize *kind)
{
  guint limit = MIN (reader->lines->len, HEADER_LINES / 2);
  guint loud = reader->lines->len;

  for (guint i = 0; i < limit; i++)
    {
      const char *text = gh_plan_line_text (reader->lines, i);
      g_autofree char *bare = gh_words_slice (text, MIN (strlen (text), 600), " ");
      const char *rest = NULL;
      g_autofree char *number = NULL;
      int depth = 0;

      if (is_bare_title (bare, kind))
        return i;
      if (loud == reader->lines->len && is_loud_title (reader, i, bare))
        loud = i;
      if (gh_plan_is_basis (bare) ||
          gh_plan_mark_parse (bare, &number, &depth, &rest) != GH_PLAN_MARK_NONE)
        break;
    }
  *kind = 0;
  return loud;
}

/* Whether the title in line @i is that of a page of the web: the document with its motto and its
 * own title follows below. */
static gboolean
is_page_title (const GhPlanReader *reader, guint i)
{
  gboolean motto = FALSE;

  for (guint k = i + 1; k < MIN (reader->lines->len, i + HEADER_LINES); k++)
    {
      const char *text = gh_plan_line_text (reader->lines, k);
      g_autofree char *bare = gh_words_slice (text, MIN (strlen (text), 600), " ");
      g_autofree char *low = gh_words_lower (bare);

      if (gh_plan_is_basis (bare))
        return FALSE;
      motto = motto || is_motto (low);
      if (motto && kind_length (bare) > 0)
        return TRUE;
    }
  return FALSE;
}

/* The line of the kind of document ("KẾ HOẠCH"), or lines->len. @from: (inout): first line that
 * can be it; where the head of the document begins. */
static guint
find_kind (const GhPlanReader *reader, guint *from, gsize *length)
{
  guint limit = MIN (reader->lines->len, *from + HEADER_LINES);

  for (guint i = *from; i < limit; i++)
    {
      g_autofree char *bare =
        gh_words_slice (gh_plan_line_text (reader->lines, i),
                        MIN (strlen (gh_plan_line_text (reader->lines, i)), 600), " ");

      *length = kind_length (bare);
      if (*length > 0 && *from == 0 && is_page_title (reader, i))
        {
          *from = i + 1;
          return find_kind (reader, from, length);
        }
      if (*length > 0)
        return i;
      if (gh_plan_is_basis (bare))
        break;
    }
  return find_bare_title (reader, length);
}

/* Whether line @i of the header goes on with the title. */
static gboolean
goes_on (const GhPlanReader *reader, guint i, const char *so_far)
{
  const GhPlanLine *line;
  const char *rest = NULL;
  g_autofree char *number = NULL;
  g_autofree char *low = NULL;
  int depth = 0;
  gunichar last;

  if (i >= reader->lines->len)
    return FALSE;
  line = reader->lines->pdata[i];
  if (*so_far == '\0')
    return !gh_text_begins (gh_words_skip (line->text), "Căn cứ") &&
           gh_plan_mark_parse (line->text, &number, &depth, &rest) == GH_PLAN_MARK_NONE;
  last = gh_words_last_char (so_far);
  low = gh_words_lower (line->text);
  /* The motto of the campaign, and what a page of the web says of itself. */
  if (gh_words_begin (gh_words_skip (low), "chủ đề|thông điệp|khẩu hiệu|đăng ngày|ngày đăng|"
                                           "cập nhật|lượt xem|ngày cập nhật") > 0)
    return FALSE;
  if (is_motto (low) || gh_plan_is_basis (line->text) || last == '.' || last == ';' ||
      last == ':' || g_utf8_strlen (line->text, -1) + g_utf8_strlen (so_far, -1) > TITLE_CHARS ||
      gh_text_begins (line->text, "Kính gửi") ||
      gh_plan_mark_parse (line->text, &number, &depth, &rest) != GH_PLAN_MARK_NONE)
    return FALSE;
  if (line->text[0] == '(' || gh_words_begins_small (line->text) ||
      (gh_words_is_upper (so_far) && gh_words_is_upper (line->text)))
    return TRUE;
  last = gh_words_last_char (line->text);
  if (line->gap || last == '.' || last == ';' || last == ':' ||
      gh_words_has (low, "như sau|xây dựng kế hoạch|ban hành kế hoạch|nhằm|để|căn cứ") ||
      g_utf8_strlen (line->text, -1) > 160)
    return FALSE;
  return TRUE;
}

static void
read_title (GhPlanReader *reader, guint at, gsize kind)
{
  GhPlan *plan = reader->plan;
  const char *first = gh_plan_line_text (reader->lines, at);
  g_autofree char *bare = gh_words_slice (first, strlen (first), " ");
  g_autofree char *document_kind = g_strndup (bare, kind);
  g_autoptr (GString) title = g_string_new (NULL);
  guint i = at + 1;

  gh_plan_set (&plan->document_kind, document_kind);
  g_string_append (title, bare + kind + strspn (bare + kind, " :.-"));
  for (; goes_on (reader, i, title->str); i++)
    {
      const char *text = gh_plan_line_text (reader->lines, i);
      g_autofree char *piece = gh_words_slice (text, strlen (text), " ");

      if (is_rule (piece))
        {
          if (title->len > 0)
            break;
          continue;
        }
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append (title, piece);
    }
  while (i < reader->lines->len && is_rule (gh_plan_line_text (reader->lines, i)))
    i++;
  /* "“V/v phát động …": the quotation mark of the whole title */
  if (gh_text_begins (title->str, "“V/v") || gh_text_begins (title->str, "“Về việc"))
    g_string_erase (title, 0, strlen ("“"));
  gh_plan_set (&plan->title, title->str);
  reader->body = i;
}

/* A letter copied column by column has the motto and the day behind its title. */
static void
read_behind_title (GhPlanReader *reader)
{
  GhPlan *plan = reader->plan;

  for (; reader->body < MIN (reader->lines->len, HEADER_LINES); reader->body++)
    {
      const char *text = gh_plan_line_text (reader->lines, reader->body);
      g_autofree char *low = gh_words_lower (text);

      if (!is_motto (low) && !is_rule (text) &&
          (plan->issue_month != 0 ||
           !(read_place_line (plan, text) || read_short_place_line (plan, text))))
        break;
    }
}

/* Without "KẾ HOẠCH": lines that can only be header are taken, from the top. */
static guint
header_only_lines (const GhPlanReader *reader)
{
  guint i;

  for (i = 0; i < MIN (reader->lines->len, HEADER_LINES); i++)
    {
      const char *text = gh_plan_line_text (reader->lines, i);
      g_autofree char *low = gh_words_lower (text);

      if (gh_words_begin (gh_words_skip (low), "số:|số") > 0 && strlen (text) < 120)
        continue;
      if (strstr (low, "cộng hòa xã hội") == NULL && strstr (low, "độc lập - tự do") == NULL &&
          !(strlen (text) < 90 && strstr (low, ", ngày") != NULL && strstr (low, "tháng") != NULL))
        break;
    }
  return i;
}

void
gh_plan_read_header (GhPlanReader *reader)
{
  gsize kind = 0;
  guint from = 0;
  guint at = find_kind (reader, &from, &kind);
  gboolean found = at < reader->lines->len;
  guint end = found ? at : header_only_lines (reader);
  g_autoptr (GPtrArray) pieces = gh_plan_lines_uncolumn (reader->lines, from, end);
  g_autoptr (GPtrArray) issuers = g_ptr_array_new_with_free_func (g_free);
  gboolean party = FALSE;

  for (guint i = 0; i < from; i++)
    if (!is_rule (gh_plan_line_text (reader->lines, i)))
      gh_plan_add_note (&reader->plan->header_note, gh_plan_line_text (reader->lines, i));
  for (guint i = 0; i < pieces->len; i++)
    read_piece (reader, gh_plan_line_text (pieces, i), issuers, &party);
  settle_issuers (reader->plan, issuers);
  /* The name of the issuer says so by itself, and the line is printed for it. */
  if (party && !gh_plan_is_of_party (reader->plan))
    gh_plan_add_note (&reader->plan->header_note, GH_PLAN_PARTY);
  /* "…, ngày … tháng … năm …" is a place left blank. */
  if (!gh_words_any (reader->plan->place))
    gh_plan_set (&reader->plan->place, "");
  reader->body = end;
  if (found)
    {
      read_title (reader, at, kind);
      if (kind == 0)
        read_behind_title (reader);
    }
}
