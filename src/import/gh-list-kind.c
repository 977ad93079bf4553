/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-list-kind.h"

#include <string.h>

#include "gh-numbering.h"

/* Place of đ in the alphabet. */
#define DD 5
/* Lists that stand at "d)" at the same time; more are no document. */
#define LETTERS_MAX 32

GhListKind *
gh_list_kind_new (void)
{
  GhListKind *kind = g_new0 (GhListKind, 1);

  for (int i = 0; i < GH_LIST_LEVELS; i++)
    {
      kind->start[i] = 1;
      kind->restart[i] = -1;
    }
  gh_list_kind_restart (kind);
  return kind;
}

void
gh_list_kind_free (GhListKind *kind)
{
  if (kind == NULL)
    return;
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    {
      g_free (kind->format[i]);
      g_free (kind->text[i]);
    }
  g_free (kind);
}

void
gh_list_kind_restart (GhListKind *kind)
{
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    kind->count[i] = -1;
}

GhListKind *
gh_list_kind_copy (const GhListKind *kind)
{
  GhListKind *copy = gh_list_kind_new ();

  for (int i = 0; i < GH_LIST_LEVELS; i++)
    gh_list_kind_take_level (copy, kind, i);
  return copy;
}

void
gh_list_kind_take_level (GhListKind *kind, const GhListKind *from, int level)
{
  g_free (kind->format[level]);
  g_free (kind->text[level]);
  kind->format[level] = g_strdup (from->format[level]);
  kind->text[level] = g_strdup (from->text[level]);
  kind->start[level] = from->start[level];
  kind->restart[level] = from->restart[level];
  kind->figures[level] = from->figures[level];
}

void
gh_list_kind_set_next (GhListKind *kind, int level, int number)
{
  kind->first[level] = number;
  kind->has_dd[level] = FALSE;
  kind->count[level] = number - 1;
}

gboolean
gh_list_kind_expects_dd (const GhListKind *kind)
{
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    if (kind->count[i] == DD - 1 && g_strcmp0 (kind->format[i], "lowerLetter") == 0)
      return TRUE;
  return FALSE;
}

void
gh_list_kind_skip_dd (GhListKind *kind)
{
  for (int i = 0; i < GH_LIST_LEVELS; i++)
    if (kind->count[i] == DD - 1)
      kind->has_dd[i] = TRUE;
}

void
gh_list_letters_note (GPtrArray *letters, GhListKind *kind)
{
  g_ptr_array_remove (letters, kind);
  if (!gh_list_kind_expects_dd (kind))
    return;
  if (letters->len >= LETTERS_MAX)
    g_ptr_array_remove_index (letters, 0);
  g_ptr_array_add (letters, kind);
}

void
gh_list_letters_skip (const GPtrArray *letters)
{
  for (guint i = 0; i < letters->len; i++)
    gh_list_kind_skip_dd (letters->pdata[i]);
}

static void
append_roman (GString *out, int n, gboolean small)
{
  g_autofree char *roman = gh_numbering_roman (n);
  g_autofree char *lower = g_ascii_strdown (roman, -1);

  g_string_append (out, small ? lower : roman);
}

/* a, b, c, d, đ, e, g …; a list that begins behind d keeps the letters it has on paper. */
static void
append_small_letter (GString *out, const GhListKind *kind, int level, int n)
{
  const char *letter = NULL;

  if (kind->first[level] < DD)
    letter = gh_numbering_letter (kind->has_dd[level] && n >= DD ? n + 1 : n);
  if (letter != NULL)
    g_string_append (out, letter);
  else
    g_string_append_c (out, (char) ('a' + (n - 1) % 26));
}

static void
append_count (GString *out, const GhListKind *kind, int level, gboolean figures)
{
  const char *format = figures ? "decimal" : kind->format[level];
  int n = kind->count[level] >= 0 ? kind->count[level] : kind->start[level];

  if (g_strcmp0 (format, "upperRoman") == 0)
    append_roman (out, n, FALSE);
  else if (g_strcmp0 (format, "lowerRoman") == 0)
    append_roman (out, n, TRUE);
  else if (g_strcmp0 (format, "upperLetter") == 0 && n >= 1)
    g_string_append_c (out, (char) ('A' + (n - 1) % 26));
  else if (g_strcmp0 (format, "lowerLetter") == 0 && n >= 1)
    append_small_letter (out, kind, level, n);
  else if (g_strcmp0 (format, "decimalZero") == 0)
    g_string_append_printf (out, "%02d", n);
  else
    g_string_append_printf (out, "%d", n);
}

/* A bullet by its sign or, as Word draws it from a symbol font, by its depth. */
static char *
make_bullet (const char *text, int level)
{
  if (text != NULL &&
      (g_str_equal (text, "-") || g_str_equal (text, "+") || g_str_equal (text, "*")))
    return g_strdup (text);
  if (g_strcmp0 (text, "–") == 0 || g_strcmp0 (text, "•") == 0)
    return g_strdup (text);
  return g_strdup (level == 0 ? "-" : "+");
}

static char *
make_label (const GhListKind *kind, int level)
{
  GString *out = NULL;

  if (g_strcmp0 (kind->format[level], "bullet") == 0)
    return make_bullet (kind->text[level], level);
  if (kind->text[level] == NULL || g_strcmp0 (kind->format[level], "none") == 0)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = kind->text[level]; *p != '\0' && out->len < 64; p++)
    {
      int other = p[0] == '%' && p[1] >= '1' && p[1] <= '9' ? p[1] - '1' : -1;

      if (other >= 0)
        {
          append_count (out, kind, other, kind->figures[level]);
          p++;
        }
      else
        g_string_append_c (out, *p);
    }
  if (out->len == 0) /* as of a heading that only hangs on the list */
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return g_string_free (out, FALSE);
}

char *
gh_list_kind_next (GhListKind *kind, int level)
{
  if (level < 0 || level >= GH_LIST_LEVELS)
    return NULL;
  if (kind->count[level] < 0)
    {
      kind->count[level] = kind->first[level] = kind->start[level];
      kind->has_dd[level] = FALSE;
    }
  else if (kind->count[level] < GH_LIST_COUNT_MAX)
    kind->count[level]++;
  for (int i = level + 1; i < GH_LIST_LEVELS; i++)
    if (kind->restart[i] < 0 || level < kind->restart[i])
      kind->count[i] = -1;
  return make_label (kind, level);
}
