/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-flow.h"
#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* A line longer than this is suspected of being a whole plan without line breaks. */
#define RUN_LIMIT 1500
/* A line indented this far stands in the right column. */
#define COLUMN_INDENT 16
/* So many blanks in a row part two columns. */
#define COLUMN_GAP "   "
/* A text with lines of one width was wrapped by a program; its paragraphs are joined again. */
#define WRAP_MIN 50
#define WRAP_MAX 120

GhPlanLine *
gh_plan_line_new (const char *text, guint number, gboolean gap)
{
  GhPlanLine *line = g_new0 (GhPlanLine, 1);

  line->text = g_strdup (text);
  line->number = number;
  line->gap = gap;
  return line;
}

void
gh_plan_line_free (GhPlanLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

const char *
gh_plan_line_text (const GPtrArray *lines, guint i)
{
  return i < lines->len ? ((const GhPlanLine *) lines->pdata[i])->text : "";
}

/* Where a text without line breaks wants one: before these, when a capital follows. */
static gboolean
breaks_before (const char *text, const char *p)
{
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int depth = 0;
  GhPlanMark mark;
  char before = p > text + 1 ? p[-2] : ' ';
  static const char *const starts[] = {
    "KẾ HOẠCH ", "Căn cứ ",         "Nơi nhận",        "TM. ", "KT. ",        "TL. ",
    "TUQ. ",     "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Số: ", "TRƯỞNG BAN ", "PHỤ LỤC "
  };

  if (p == text || p[-1] != ' ')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (gh_text_begins (p, starts[i]))
      {
        /* "Căn cứ" and "Số" also stand inside sentences, behind a comma or a bracket. */
        return strchr (",(:", before) == NULL;
      }
  mark = gh_plan_mark_parse (p, &number, &depth, &rest);
  if (mark == GH_PLAN_MARK_NONE || !g_unichar_isupper (g_utf8_get_char (rest)))
    return FALSE;
  if (mark == GH_PLAN_MARK_BULLET)
    return strchr (".;:", before) != NULL;
  return strchr (",(-", before) == NULL;
}

/* Behind these a new line begins. */
static gsize
breaks_after (const char *p)
{
  static const char *const ends[] = { "CHỦ NGHĨA VIỆT NAM ", "Tự do - Hạnh phúc ", "KẾ HOẠCH ",
                                      "Nơi nhận: " };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (gh_text_begins (p, ends[i]))
      return strlen (ends[i]);
  return 0;
}

static char *
break_run (const char *line)
{
  GString *out = g_string_sized_new (strlen (line) + 256);
  const char *p = line;
  guint marks = 0;

  while (*p != '\0')
    {
      gsize n = breaks_after (p);

      if (breaks_before (line, p))
        {
          g_string_append_c (out, '\n');
          marks++;
        }
      if (n > 0)
        {
          g_string_append_len (out, p, (gssize) n);
          g_string_append_c (out, '\n');
          p += n;
          continue;
        }
      n = (gsize) (g_utf8_next_char (p) - p);
      g_string_append_len (out, p, (gssize) n);
      p += n;
    }
  if (marks < 3) /* a long paragraph, not a plan */
    g_string_assign (out, line);
  return g_string_free (out, FALSE);
}

static guint
count_bold_marks (const char *text)
{
  guint count = 0;

  for (const char *p = text; (p = strstr (p, "**")) != NULL; p += 2)
    count++;
  return count;
}

typedef struct
{
  GPtrArray *lines;
  guint number;
  gboolean gap;
  gboolean page;
  gboolean bold; /* a bold run was opened in a line before and goes on */
} Splitter;

/* Bold that goes on over a line end is closed and opened again, so each line stands by itself. */
static char *
balance_bold (Splitter *splitter, const char *text, gboolean goes_on)
{
  gboolean odd = count_bold_marks (text) % 2 == 1;
  g_autofree char *opened = NULL;

  if (splitter->bold)
    {
      opened = g_strconcat ("**", text, odd ? "" : "**", NULL);
      splitter->bold = !odd && goes_on;
      return g_steal_pointer (&opened);
    }
  if (odd && goes_on)
    {
      splitter->bold = TRUE;
      return g_strconcat (text, "**", NULL);
    }
  return g_strdup (text);
}

static char *
trim_line (const char *text)
{
  const char *start = text;
  gsize n;

  while (*start == ' ' || *start == '\t')
    start++;
  n = strlen (start);
  while (n > 0 && (start[n - 1] == ' ' || start[n - 1] == '\t'))
    n--;
  /* The first cell of a row may be empty. */
  if (start > text && start[-1] == '\t' && memchr (start, '\t', n) != NULL)
    {
      start--;
      n++;
    }
  return g_strndup (start, n);
}

/* Level of a heading that the document or Markdown ("## ") marks; moves @text behind the mark. */
static int
take_heading (const char **text)
{
  const char *p = *text;
  gsize n = strspn (p, "#");

  for (int level = 1; level <= GH_FLOW_HEADINGS; level++)
    {
      const char *label = gh_flow_heading_label (level);

      if (!gh_text_begins (p, label))
        continue;
      p += strlen (label);
      *text = p + strspn (p, " ");
      return level;
    }
  if (n < 1 || n > 6 || p[n] != ' ' || !gh_words_any (p + n))
    return 0;
  *text = p + n + strspn (p + n, " ");
  return MIN ((int) n, GH_FLOW_HEADINGS);
}

static void
take_line (Splitter *splitter, const char *raw, gboolean goes_on)
{
  g_autofree char *trimmed = trim_line (raw);
  g_autofree char *text = NULL;
  const char *start = trimmed;
  int heading = take_heading (&start);
  GhPlanLine *line;

  if (g_str_equal (start, GH_FLOW_PAGE))
    splitter->page = TRUE;
  if (*start == '\0' || g_str_equal (start, GH_FLOW_PAGE))
    {
      splitter->gap = TRUE;
      splitter->bold = FALSE;
      return;
    }
  text = balance_bold (splitter, start, goes_on);
  line = gh_plan_line_new (text, splitter->number, splitter->gap);
  line->heading = heading;
  line->page = splitter->page;
  line->indent = (guint) MIN (strspn (raw, " "), 1000u);
  g_ptr_array_add (splitter->lines, line);
  splitter->gap = FALSE;
  splitter->page = FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t")] == '\0';
}

GPtrArray *
gh_plan_lines_split (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_line_free);
  Splitter splitter = { lines, 0, TRUE, FALSE, FALSE };
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);

  for (guint i = 0; raw[i] != NULL; i++)
    {
      splitter.number = i + 1;
      if (strlen (raw[i]) > RUN_LIMIT)
        {
          g_autofree char *broken = break_run (raw[i]);
          g_auto (GStrv) parts = g_strsplit (broken, "\n", -1);

          for (guint k = 0; parts[k] != NULL; k++)
            if (!is_blank (parts[k]))
              take_line (&splitter, parts[k], FALSE);
        }
      else
        take_line (&splitter, raw[i], !is_blank (raw[i + 1]));
    }
  return lines;
}

/* "ngày     tháng 12": a gap that somebody will fill in by hand. */
static gboolean
is_left_open (const char *text, const char *gap)
{
  static const char *const words[] = { "ngày", "tháng", "năm", "Số:", "Số" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (gap - text) >= n && strncmp (gap - n, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Splits a line at its column gap. @right is %NULL if there is one column. */
static void
split_columns (const char *text, char **left, char **right)
{
  const char *gap = strchr (text, '\t');
  const char *after;

  if (gap == NULL)
    gap = strstr (text, COLUMN_GAP);
  while (gap != NULL && *gap == ' ' && is_left_open (text, gap))
    gap = strstr (gap + strspn (gap, " "), COLUMN_GAP);
  if (gap == NULL)
    {
      *left = g_strdup (text);
      *right = NULL;
      return;
    }
  after = gap + strspn (gap, " \t");
  *left = g_strndup (text, (gsize) (gap - text));
  *right = g_strdup (after);
}

static void
add_column (GPtrArray *lines, const char *text, const GhPlanLine *from)
{
  g_autofree char *squeezed = gh_text_squeeze (text);

  if (*squeezed != '\0')
    g_ptr_array_add (lines, gh_plan_line_new (squeezed, from->number, from->gap));
}

GPtrArray *
gh_plan_lines_uncolumn (const GPtrArray *lines, guint from, guint to)
{
  GPtrArray *first = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_line_free);
  g_autoptr (GPtrArray) second =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_line_free);

  for (guint i = from; i < to && i < lines->len; i++)
    {
      const GhPlanLine *line = lines->pdata[i];
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      split_columns (line->text, &left, &right);
      add_column (right == NULL && line->indent >= COLUMN_INDENT ? second : first, left, line);
      while (right != NULL)
        {
          g_autofree char *rest = g_steal_pointer (&right);
          g_autofree char *cell = NULL;

          split_columns (rest, &cell, &right);
          add_column (second, cell, line);
        }
    }
  g_ptr_array_extend_and_steal (first, g_steal_pointer (&second));
  return first;
}

gboolean
gh_plan_is_closing (gunichar c)
{
  return c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  return (*(const glong *) a > *(const glong *) b) - (*(const glong *) a < *(const glong *) b);
}

glong
gh_plan_lines_wrap (const GPtrArray *lines, guint from, guint to)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (glong));
  glong widest;
  guint full = 0;
  guint open = 0;

  for (guint i = from; i < to; i++)
    {
      glong n = g_utf8_strlen (gh_plan_line_text (lines, i), WRAP_MAX * 8);

      g_array_append_val (widths, n);
    }
  if (widths->len == 0)
    return 0;
  g_array_sort (widths, compare_widths);
  /* A few rows of a table may be wider. */
  widest = g_array_index (widths, glong, widths->len - 1 - widths->len / 12);
  if (widest < WRAP_MIN || widest > WRAP_MAX)
    return 0;
  for (guint i = from; i < to; i++)
    {
      const char *text = gh_plan_line_text (lines, i);

      if (g_utf8_strlen (text, -1) * 10 < widest * 8)
        continue;
      full++;
      open += gh_plan_is_closing (gh_words_last_char (text)) ? 0 : 1;
    }
  return full >= 6 && open * 2 > full ? widest : 0;
}

gboolean
gh_plan_is_full_line (const char *line, glong wrap)
{
  glong n = g_utf8_strlen (line, -1);

  /* @wrap leaves out the widest lines, some of which are only a word wider. */
  return wrap > 0 && n * 10 >= wrap * 8 && n * 8 <= wrap * 9;
}

void
gh_plan_append_line (GString *text, const char *line)
{
  const char *end = text->str + text->len;
  gboolean parted = text->len > 2 && strchr ("-/", end[-1]) != NULL &&
                    g_unichar_isupper (g_utf8_get_char (g_utf8_prev_char (end - 1))) &&
                    g_unichar_isupper (g_utf8_get_char (line));

  if (!parted)
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}
