/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-lunar.h"
#include "gh-text.h"

/* Years, names of years and counted things in a text. */

/* What a search has found. */
typedef struct
{
  GhRoll *roll;
  guint slot;
  const GArray *taken;
  const char *text;
  const GMatchInfo *info;
  gsize start; /* of group 1 */
  gsize end;
  char *words; /* owned */
} Found;

typedef void (*FoundFunc) (const Found *found);

static void
search (GhRoll *roll, guint slot, const GArray *taken, GhRollRegex which, FoundFunc func)
{
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (roll->regexes[which], text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      Found found = { roll, slot, taken, text, info, 0, 0, NULL };
      int start, end;

      g_match_info_fetch_pos (info, 1, &start, &end);
      if (start < 0 || gh_roll_is_taken (taken, (gsize) start, (gsize) end))
        continue;
      found.start = (gsize) start;
      found.end = (gsize) end;
      found.words = g_strndup (text + start, (gsize) (end - start));
      func (&found);
      g_free (found.words);
    }
}

/* (transfer full): folded words around what was found, whole ones, at most @before or @behind bytes
 * of them. */
static char *
fold_around (const Found *found, gsize before, gsize behind)
{
  const char *from = found->text + (found->start > before ? found->start - before : 0);
  const char *to = found->text + MIN (found->end + behind, strlen (found->text));
  g_autofree char *words = NULL;

  if (from > found->text && from[-1] != ' ')
    from += strcspn (from, " ");
  from = MIN (from, found->text + found->start);
  while (to > found->text + found->end && *to != '\0' && *to != ' ')
    to--;
  words = before > 0
            ? g_strndup (from, (gsize) (found->text + found->start - from))
            : g_strndup (found->text + found->end, (gsize) (to - found->text) - found->end);
  return gh_text_fold (words);
}

static char *
fold_sentence (const Found *found)
{
  gsize start, end;
  g_autofree char *words = NULL;

  gh_check_sentence (found->text, found->start, &start, &end);
  words = g_strndup (found->text + start, end - start);
  return gh_text_fold (words);
}

static GhRollChange *
add (const Found *found, GhRollGroup group, GhRollRule rule, const char *after)
{
  GhRollChange *change =
    gh_roll_add (found->roll, GH_ROLL_TEXT, group, rule, (int) found->slot, found->words, after);

  change->start = found->start;
  return change;
}

/* Takes @note. */
static void
doubt (GhRollChange *change, char *note)
{
  change->look = TRUE;
  change->wanted = FALSE;
  change->note = note;
}

/* --- years -------------------------------------------------------------------------------------
 */

static gboolean
ends_with_word (const char *fold, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, "|", -1);
  gsize length = strlen (fold);

  for (gsize i = 0; each[i] != NULL; i++)
    {
      gsize n = strlen (each[i]);

      if (g_str_has_suffix (fold, each[i]) && (n == length || fold[length - n - 1] == ' '))
        return TRUE;
    }
  return FALSE;
}

/* "2027 người" is a count. */
static gboolean
is_count (const Found *found)
{
  g_autofree char *behind = fold_around (found, 0, 24);

  return gh_check_has_word (behind, "nguoi|don vi|luot|tui|dong|ml|tin|bai|can bo|doan vien|hoc "
                                    "sinh|ho|gia dinh|suat|chi tieu");
}

static gboolean
is_surely_year (const Found *found)
{
  g_autofree char *before = fold_around (found, 24, 0);

  while (*before != '\0' && strchr (" *(\"'", before[strlen (before) - 1]) != NULL)
    before[strlen (before) - 1] = '\0';
  return g_array_index (found->roll->slots, GhRollSlot, found->slot).name ||
         ends_with_word (before, "nam|nam hoc|xuan|hong|he|thu|dong|tet|chu ky|giai doan|quy|dot|"
                                 "chien dich|khoa|ky|mua|hanh trinh do|nien do");
}

/* "Năm 2026 đã vận động được 1.204 người": another year has other figures. */
static gboolean
tells_result (const Found *found, int year)
{
  g_autofree char *fold = NULL;
  g_autoptr (GString) rest = NULL;
  g_autofree char *own = g_strdup_printf ("%d", year);

  if (year >= found->roll->from)
    return FALSE;
  fold = fold_sentence (found);
  if (gh_text_begins (fold, "ket qua")) /* the heading of such sentences */
    return TRUE;
  rest = g_string_new (fold);
  g_string_replace (rest, own, "", 0);
  return strpbrk (rest->str, "0123456789") != NULL &&
         gh_check_has_word (fold,
                            "ket qua|dat|dat duoc|da van dong|da tiep nhan|tiep nhan duoc|van "
                            "dong duoc|tong so|so voi|vuot|da co|thu duoc|da dat");
}

static gboolean
is_law (const Found *found)
{
  g_autofree char *before = fold_around (found, 60, 0);

  return gh_check_has_word (before, "luat|nghi dinh|thong tu|hien phap|nghi quyet");
}

static gboolean
is_near_year (const Found *found, int year)
{
  return year >= found->roll->from - 1 && year <= found->roll->from + 1;
}

/* "giai đoạn 2021 - 2025": stays, and is worth a look when it is over. */
static void
found_long_period (const Found *found, int first, int last)
{
  GhRollChange *change;

  if (last < first || last >= found->roll->to || last < found->roll->from - 1)
    return;
  change = gh_roll_add (found->roll, GH_ROLL_NOTE, GH_ROLL_NAMES, GH_ROLL_RULE_KEPT,
                        (int) found->slot, found->words, found->words);
  change->start = found->start;
  change->note = g_strdup (_("This period is over."));
}

static void
found_year (const Found *found)
{
  int delta = found->roll->to - found->roll->from;
  g_autofree char *second = g_match_info_fetch (found->info, 2);
  int year = (int) g_ascii_strtoll (found->words, NULL, 10);
  int last = second != NULL && *second != '\0' ? (int) g_ascii_strtoll (second, NULL, 10) : year;
  g_autofree char *after = NULL;
  GhRollChange *change;

  if (last != year && last != year + 1)
    {
      found_long_period (found, year, last);
      return;
    }
  if (!is_near_year (found, year) || !is_near_year (found, last) || is_count (found))
    return;
  after = gh_roll_shift_years (found->words, found->roll->from, delta);
  change = add (found, GH_ROLL_NAMES, GH_ROLL_RULE_YEAR, after);
  if (tells_result (found, year))
    doubt (change, g_strdup (_("The sentence tells of a result: write the new figures with it.")));
  else if (is_law (found))
    doubt (change, g_strdup (_("It may be the year of a law.")));
  else if (!is_surely_year (found))
    doubt (change, g_strdup (_("It may be a year or a count.")));
}

/* --- Can Chi -----------------------------------------------------------------------------------
 */

/* As a key: no marks, and i for y ("Tị", "Tỵ"), which leaves all sixty apart. (transfer full) */
static char *
name_key (const char *name)
{
  char *key = gh_text_fold (name);

  g_strdelimit (key, "y", 'i');
  return key;
}

/* In the way of writing of @like: "ĐINH MÙI", "Đinh mùi". Takes and gives @name. */
static char *
write_like (char *name, const char *like)
{
  g_autofree char *upper = gh_text_upper (like);
  g_autofree char *given = name;
  const char *second = strchr (like, ' ');
  char *space = strchr (name, ' ');

  if (g_str_equal (upper, like))
    return gh_text_upper (name);
  if (second != NULL && space != NULL && g_unichar_islower (g_utf8_get_char (second + 1)))
    {
      g_autofree char *lower = g_utf8_strdown (space, -1);

      return g_strdup_printf ("%.*s%s", (int) (space - name), name, lower);
    }
  return g_steal_pointer (&given);
}

static void
found_name (const Found *found)
{
  g_autofree char *key = name_key (found->words);

  for (int k = -1; k <= 1; k++)
    {
      g_autofree char *name = gh_lunar_year_name (found->roll->from + k);
      g_autofree char *mine = name_key (name);
      g_autofree char *after = NULL;

      if (!g_str_equal (key, mine))
        continue;
      after = write_like (gh_lunar_year_name (found->roll->to + k), found->words);
      add (found, GH_ROLL_NAMES, GH_ROLL_RULE_CAN_CHI, after);
      return;
    }
}

/* --- counted -----------------------------------------------------------------------------------
 */

static void
found_anniversary (const Found *found)
{
  int n = (int) g_ascii_strtoll (found->words, NULL, 10);
  int now = n + found->roll->to - found->roll->from;
  g_autofree char *after = g_strdup_printf ("%0*d", (int) strlen (found->words), now);
  GhRollChange *change;

  if (now <= 0)
    return;
  change = add (found, GH_ROLL_ANNIVERSARIES, GH_ROLL_RULE_COUNT, after);
  if (n % 5 == 0 && now % 5 != 0)
    {
      change->look = TRUE;
      change->note = g_strdup (_("It was a round number. Keep the sentence?"));
    }
}

static int
read_roman (const char *text)
{
  static const char letters[] = "IVXLC";
  static const int values[] = { 1, 5, 10, 50, 100 };
  int sum = 0;

  for (int last = 0; *text != '\0'; text++)
    {
      const char *at = strchr (letters, g_ascii_toupper (*text));
      int value = at != NULL ? values[at - letters] : 0;

      sum += value > last ? value - 2 * last : value;
      last = value;
    }
  return sum;
}

/* (transfer full) */
static char *
write_roman (int value)
{
  static const struct
  {
    int value;
    const char *text;
  } parts[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (out, parts[i].text);
  return g_string_free (out, FALSE);
}

/* (transfer full) (nullable): the ordinal counted on by @delta. */
static char *
count_on (const char *words, int delta)
{
  static const char *const names[] = { "nhất", "hai", "ba",  "tư",   "năm",
                                       "sáu",  "bảy", "tám", "chín", "mười" };
  g_autofree char *lower = g_utf8_strdown (words, -1);
  int value;

  if (g_ascii_isdigit (*words))
    {
      value = (int) g_ascii_strtoll (words, NULL, 10) + delta;
      return value > 0 ? g_strdup_printf ("%0*d", (int) strlen (words), value) : NULL;
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    if (g_str_equal (lower, names[i]))
      return i + delta >= 0 && i + delta < (int) G_N_ELEMENTS (names) ? g_strdup (names[i + delta])
                                                                      : NULL;
  value = read_roman (words) + delta;
  return value > 0 && value < 400 ? write_roman (value) : NULL;
}

static void
found_ordinal (const Found *found)
{
  g_autofree char *before = fold_around (found, 70, 0);
  g_autofree char *after = count_on (found->words, found->roll->to - found->roll->from);
  GhRollChange *change;

  /* "hiến máu lần thứ 25" is a donor's count. */
  if (after == NULL || ends_with_word (before, "hien mau lan thu|hien lan thu|mau lan thu"))
    return;
  change = add (found, GH_ROLL_ANNIVERSARIES, GH_ROLL_RULE_COUNT, after);
  if (gh_check_has_word (before, "dai hoi|hoi nghi|nghi quyet|ky hop|nhiem ky") ||
      !gh_check_has_word (before, "le hoi|ngay hoi|xuan hong|chien dich|hanh trinh|lien hoan|hoi "
                                  "thi|ky niem|cuoc thi|giai|chuong trinh|chu nhat do"))
    doubt (change, g_strdup (_("It may not be held every year.")));
}

/* What follows "70 năm" where something is counted from its beginning. */
#define BEGINNINGS "(?:ngày|thành lập|truyền thống|giải phóng|cách mạng|quốc khánh|ngày sinh)"

GRegex *
gh_roll_regex_new (GhRollRegex which)
{
  static const char *const patterns[] = {
    /* "số 13/KH-BCĐ", "số 12-KH/TU", "số: …/KH", "3162/QĐ-UBND" */
    "số\\s*:?\\s*[\\d….]{0,8}[\\s-]{0,3}\\p{Lu}{0,6}\\s?/\\s?[\\p{L}\\p{N}]|"
    "(?<![\\d/])\\d{1,5}\\s?/(\\d{4}/)?[\\p{Lu}]{2,}-[\\p{Lu}]",
    "(?<![\\d/.,\\p{L}–-])(\\d{4}(?:\\s?[-–]\\s?(\\d{4}))?)(?![\\d\\p{L}/]|[.,]\\d|-\\p{L})",
    "(?<!\\p{L})((?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ|Canh|Tân|Nhâm|Quý|Quí)\\s+"
    "(?:Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))(?!\\p{L})",
    "(?<=[\\s*])(\\d{1,3})(?=\\**\\s+năm\\s+" BEGINNINGS ")",
    "(?:kỷ|kỉ) niệm(?: lần thứ)?\\s+\\**(\\d{1,3})(?=\\**\\s+năm(?!\\s+" BEGINNINGS "))",
    "lần "
    "thứ\\s+\\**(\\d{1,3}(?!\\**\\s+năm(?!\\s+\\d))|[IVXLC]{1,7}|nhất|hai|ba|tư|năm|sáu|bảy|tám|"
    "chín|mười)(?![\\p{L}\\d])",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (patterns) == GH_N_ROLL_REGEXES);

  return g_regex_new (patterns[which], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

void
gh_roll_words (GhRoll *roll, guint slot, const GArray *taken)
{
  search (roll, slot, taken, GH_ROLL_REGEX_YEAR, found_year);
  search (roll, slot, taken, GH_ROLL_REGEX_NAME, found_name);
  search (roll, slot, taken, GH_ROLL_REGEX_ANNIVERSARY, found_anniversary);
  search (roll, slot, taken, GH_ROLL_REGEX_COMMEMORATED, found_anniversary);
  search (roll, slot, taken, GH_ROLL_REGEX_ORDINAL, found_ordinal);
}
