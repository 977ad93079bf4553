/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-numbering.h"

/* References to a part of the plan itself ("tại mục 1.2", "theo phần III", "Phụ lục 2") that it
 * does not have. What may belong to another document, or to numbers that Word counted and nobody
 * typed, is left alone: a false alarm is worse than a miss. */

/* Levels of numbers that one reference can go through: "II.1.a". */
#define MAX_DEPTH 9

/* --- the numbers of the plan ----------------------------------------------------------------- */

/* (transfer full): in small letters, without marks at its end: "1.2", "a", "iii". */
static char *
bare_number (const char *number)
{
  char *bare = g_utf8_strdown (number, -1);
  gsize length = strlen (bare);

  while (length > 0 && strchr (".)/ ", bare[length - 1]) != NULL)
    length--;
  bare[length] = '\0';
  return bare;
}

/* A number alone, and behind those it stands below: "1", "ii.1". */
static void
add_number (GHashTable *numbers, GPtrArray *above, int level, const char *number)
{
  g_autofree char *bare = bare_number (number);
  g_autofree char *path = g_strdup (bare);

  if (*bare == '\0')
    return;
  level = CLAMP (level, 0, MAX_DEPTH);
  g_ptr_array_set_size (above, level);
  g_hash_table_add (numbers, g_strdup (bare));
  for (int i = level - 1; i >= 0; i--)
    if (above->pdata[i] != NULL)
      {
        char *longer = g_strdup_printf ("%s.%s", (const char *) above->pdata[i], path);

        g_hash_table_add (numbers, g_strdup (longer));
        g_free (path);
        path = longer;
      }
  g_ptr_array_add (above, g_steal_pointer (&bare));
}

/* What a line begins with as if it were counted: "1.2. Thời gian", "a) …". */
static void
add_typed_number (GHashTable *numbers, const char *text)
{
  gsize length = strcspn (text, " \t");
  g_autofree char *word = g_strndup (text, MIN (length, 12));

  if (length > 0 && length < 12 && strchr (".)", word[length - 1]) != NULL)
    g_hash_table_add (numbers, bare_number (word));
}

/* (transfer full): all numbers of the body. @n_counted: (out): headings that are counted;
 * @n_appendices: (out) */
static GHashTable *
collect_numbers (const GhCheck *check, guint *n_counted, guint *n_appendices)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) above = g_ptr_array_new_with_free_func (g_free);

  *n_counted = *n_appendices = 0;
  for (guint i = 0; i < check->resolved->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (check->resolved->blocks, i);
      GhNumber number = gh_number_read (block->number);

      add_typed_number (numbers, block->text);
      if (block->kind == GH_BLOCK_APPENDIX)
        {
          (*n_appendices)++;
          g_ptr_array_set_size (above, 0);
        }
      if ((block->kind != GH_BLOCK_HEADING && block->kind != GH_BLOCK_ITEM) ||
          !gh_number_is_counted (&number))
        continue;
      *n_counted += block->kind == GH_BLOCK_HEADING ? 1 : 0;
      add_number (numbers, above,
                  block->kind == GH_BLOCK_HEADING ? block->level - 1 : block->level + 3,
                  block->number);
    }
  return numbers;
}

/* --- the references -------------------------------------------------------------------------- */

/* "13/KH-BCĐ", but not the "./." at the end of a plan. */
static gboolean
has_symbol (const char *fold)
{
  for (const char *at = fold; (at = strchr (at, '/')) != NULL; at++)
    if (at > fold && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]))
      return TRUE;
  return FALSE;
}

/* The sentence names, or may name, another document. */
static gboolean
is_of_another (const GhPiece *piece, gsize offset)
{
  g_autofree char *fold = gh_check_sentence_fold (piece, offset);

  return has_symbol (fold) ||
         gh_check_has_word (fold,
                            "dieu|luat|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|cong van|"
                            "huong dan|quy che|quy dinh|quy chuan|chuong trinh|de an|phap lenh|"
                            "ke hoach so|van ban|hop dong|bien ban|to trinh|bao cao|bieu mau|"
                            "danh muc|so tay|tai lieu");
}

static GRegex *
new_regex (const char *words)
{
  /* "tại", "theo" … before it: "3 mục", "hạng mục 2" are no references. */
  g_autofree char *pattern =
    g_strdup_printf ("(?:(?<!\\p{L})(?:[Tt]ại|[Tt]heo|[Ởở]|[Xx]em|[Tt]huộc|[Nn]êu|[Nn]hư)\\s+(?:(?:"
                     "điểm|khoản)\\s+\\S{1,4}\\s+)?)(?:%s)\\s+"
                     "((?:[IVXL]+|\\d{1,2})(?:\\.(?:\\d{1,2}|[a-eđghik]))*)(?![\\p{L}\\d/%%-])",
                     words);

  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/* What "III" or "2" is as a figure, 0 if it is none. */
static int
figure_of (const char *number)
{
  GhNumber read = gh_number_read (number);

  return gh_number_is_counted (&read) && read.depth <= 1 ? read.value : 0;
}

static void
tell (GhCheck *check, const GhPiece *piece, const GMatchInfo *info, gboolean appendix)
{
  g_autofree char *words = NULL;
  GhFinding *finding;
  int start, end;
  const char *from;

  g_match_info_fetch_pos (info, 1, NULL, &end);
  g_match_info_fetch_pos (info, 0, &start, NULL);
  /* Behind the word that leads to it. */
  from = strchr (piece->text + start, ' ');
  from = from != NULL ? from + 1 : piece->text + start;
  words = g_strndup (from, (gsize) (piece->text + end - from));
  if (appendix)
    finding =
      gh_check_add (check, GH_SEVERITY_HINT, "missing-attachment", piece,
                    _("The plan has no “%s”. Add the appendix, or correct the reference."), words);
  else
    finding = gh_check_add (check, GH_SEVERITY_HINT, "duplicate-numbering", piece,
                            _("The plan has no “%s”. Correct the reference, or write what it is "
                              "about."),
                            words);
  gh_check_point (check, finding, piece, (gsize) (from - piece->text),
                  (gsize) (piece->text + end - from));
}

typedef struct
{
  GHashTable *numbers;
  guint n_counted;
  guint n_appendices;
  GRegex *parts;
  GRegex *appendices;
} References;

static void
check_parts (GhCheck *check, const References *refs, const GhPiece *piece)
{
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (refs->parts, piece->text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      g_autofree char *number = g_match_info_fetch (info, 1);
      g_autofree char *bare = bare_number (number);
      int start;

      g_match_info_fetch_pos (info, 0, &start, NULL);
      if (!g_hash_table_contains (refs->numbers, bare) && !is_of_another (piece, (gsize) start))
        tell (check, piece, info, FALSE);
    }
}

static void
check_appendices (GhCheck *check, const References *refs, const GhPiece *piece)
{
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (refs->appendices, piece->text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      g_autofree char *number = g_match_info_fetch (info, 1);
      int start;

      g_match_info_fetch_pos (info, 0, &start, NULL);
      if (figure_of (number) > (int) refs->n_appendices && !is_of_another (piece, (gsize) start))
        tell (check, piece, info, TRUE);
    }
}

void
gh_check_references (GhCheck *check)
{
  References refs = { 0 };

  if (check->truncated)
    return;
  refs.numbers = collect_numbers (check, &refs.n_counted, &refs.n_appendices);
  refs.parts = new_regex ("[Pp]hần|[Mm]ục");
  refs.appendices = new_regex ("[Pp]hụ lục(?: số)?");
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->resolved == NULL || piece->live)
        continue;
      /* With two headings the plan is one that counts its parts. */
      if (refs.n_counted >= 2)
        check_parts (check, &refs, piece);
      /* Where there is none at all, that is told already. */
      if (refs.n_appendices > 0)
        check_appendices (check, &refs, piece);
    }
  g_regex_unref (refs.parts);
  g_regex_unref (refs.appendices);
  g_hash_table_unref (refs.numbers);
}
