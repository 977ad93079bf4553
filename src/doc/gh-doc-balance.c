/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-style.h"

#include <string.h>

/* How centred texts are broken into lines. */

/* The last line is at least this share of the longest, where words are to stay together. */
#define MIN_LAST 0.35
#define STEP_PT  2.0

/* What a chief of office will not see on two lines, beside names. */
static const char *const bound[] = {
  "ban chỉ",    "ban hành",     "ban thường", "ban vận",   "cán bộ",       "chấp hành",
  "chỉ đạo",    "chiến dịch",   "chữ thập",   "công an",   "công chức",    "công đoàn",
  "công nghệ",  "công tác",     "công ty",    "đại học",   "đào tạo",      "địa bàn",
  "đoàn thể",   "doanh nghiệp", "đơn vị",     "động viên", "giáo dục",     "giao thông",
  "hiến máu",   "học sinh",     "hội đồng",   "hưởng ứng", "khoa học",     "lao động",
  "lễ hội",     "liên đoàn",    "lực lượng",  "mặt trận",  "mầm non",      "năm học",
  "người lao",  "nguyên đán",   "ngày hội",   "nhân dân",  "phát động",    "phòng giáo",
  "phong trào", "phổ thông",    "quân sự",    "sinh viên", "tết nguyên",   "thành phố",
  "thanh niên", "thập đỏ",      "thi đua",    "thường vụ", "tiểu học",     "tình nguyện",
  "tổ chức",    "tổ quốc",      "trung học",  "trung tâm", "truyền thông", "tuyên truyền",
  "ủy ban",     "văn hóa",      "vận động",   "viên chức", "việt nam",     "vũ trang",
  "xã hội",     "xuân hồng",    "y tế",
};

/** Word: @width: in points; @bound: a line should not end after it. */
typedef struct
{
  double width;
  gboolean bound;
} Word;

typedef struct
{
  Word *words;
  guint n;
  double space;
} Words;

typedef struct
{
  guint n_lines;
  double longest;
  double last;    /* line */
  guint n_parted; /* words parted from what they are bound to */
} Wrapped;

static gboolean
begins_upper (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

static gboolean
has_lower (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether a line should not end between two words: in what is one word in Vietnamese, in a name,
 * and before the number of a year or a term. A comma after the first parts them. */
static gboolean
is_bound (const char *word, const char *next)
{
  g_autofree char *pair = NULL;
  g_autofree char *lower = NULL;
  gsize length;

  if (*word == '\0' || *next == '\0' || strchr (",;:.)", word[strlen (word) - 1]) != NULL)
    return FALSE;
  if (g_ascii_isdigit (*next))
    return TRUE;
  if (begins_upper (word) && begins_upper (next) && has_lower (word) && has_lower (next))
    return TRUE;
  pair = g_strconcat (word, " ", next, NULL);
  lower = g_utf8_strdown (pair, -1);
  for (length = strlen (lower); length > 0 && strchr (",;:.)", lower[length - 1]) != NULL;)
    lower[--length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (bound); i++)
    if (g_str_equal (bound[i], lower))
      return TRUE;
  return FALSE;
}

static Words
measure_words (const char *text, double size_pt, gboolean bold)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \n", -1);
  Words words = { NULL, g_strv_length (parts), gh_doc_style_text_width (" ", size_pt, bold) };

  words.words = g_new0 (Word, words.n + 1);
  for (guint i = 0; i < words.n; i++)
    {
      words.words[i].width = gh_doc_style_text_width (parts[i], size_pt, bold);
      words.words[i].bound = parts[i + 1] != NULL && is_bound (parts[i], parts[i + 1]);
    }
  return words;
}

static Wrapped
wrap_words (const Words *words, double width_pt)
{
  Wrapped wrapped = { 1, 0, 0, 0 };
  double line = 0;

  for (guint i = 0; i < words->n; i++)
    {
      if (line > 0 && line + words->space + words->words[i].width > width_pt)
        {
          line = 0;
          wrapped.n_lines++;
          wrapped.n_parted += words->words[i - 1].bound ? 1 : 0;
        }
      line += (line > 0 ? words->space : 0) + words->words[i].width;
      wrapped.longest = MAX (wrapped.longest, line);
    }
  wrapped.last = line;
  return wrapped;
}

double
gh_doc_style_wrapped_width (const char *text, double size_pt, gboolean bold, double width_pt)
{
  Words words = measure_words (text, size_pt, bold);
  double longest = wrap_words (&words, width_pt).longest;

  g_free (words.words);
  return MIN (longest, width_pt);
}

/* The room that ơ and ư take beyond o and u. */
static double
add_room (double width, double width_pt)
{
  return MIN (width * 1.02 + 1, width_pt);
}

/* The least width in which there are no more than @n_lines. */
static double
find_least (const Words *words, guint n_lines, double width_pt)
{
  double low = 0;
  double high = width_pt;

  while (high - low > 1)
    {
      double middle = (low + high) / 2;
      Wrapped wrapped = wrap_words (words, middle);

      if (wrapped.n_lines > n_lines || wrapped.longest > middle)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/* A width, and how many words it parts. */
typedef struct
{
  double width;
  guint n_parted;
} Choice;

/* Takes @width if it parts fewer words than @best and leaves no stump of a last line. */
static void
try_width (const Words *words, double width, double width_pt, Choice *best)
{
  double room = add_room (width, width_pt);
  Wrapped exact = wrap_words (words, width);
  Wrapped wide = wrap_words (words, room);
  guint n_parted = MAX (exact.n_parted, wide.n_parted);

  if (n_parted < best->n_parted && MIN (exact.last, wide.last) >= MIN_LAST * wide.longest)
    *best = (Choice){ room, n_parted };
}

double
gh_doc_style_balanced_width (const char *text, double size_pt, gboolean bold, double width_pt)
{
  Words words = measure_words (text, size_pt, bold);
  Wrapped wrapped = wrap_words (&words, width_pt);
  Choice best = { width_pt, wrapped.n_parted };

  /* A word that is broken, or lines the writer broke: left as they are. */
  if (wrapped.n_lines > 1 && wrapped.longest <= width_pt && strchr (text, '\n') == NULL)
    {
      double width = find_least (&words, wrapped.n_lines, width_pt);
      double room = add_room (width, width_pt);

      best = (Choice){ room, MAX (wrap_words (&words, width).n_parted,
                                  wrap_words (&words, room).n_parted) };
      for (; width < width_pt + STEP_PT && best.n_parted > 0; width += STEP_PT)
        try_width (&words, MIN (width, width_pt), width_pt, &best);
    }
  g_free (words.words);
  return best.width;
}
