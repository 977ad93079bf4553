/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-marked.h"
#include "gh-text-private.h"
#include "gh-text.h"

/* Nobody looks for more; it keeps the cost of a text of repetitions in bounds. */
#define NEEDLE_MAX 200

/* --- letters --------------------------------------------------------------------------------- */

/* One letter to compare, and where it stands in the plain text. */
typedef struct
{
  gunichar key; /* 0 = a field, which is like nothing */
  gsize at;
} Letter;

/* What @c is compared by: none for a mark of its own, else one or more letters. */
static gsize
fold_letter (const GhFind *find, gunichar c, gunichar *keys)
{
  gunichar parts[GH_TEXT_MAX_DECOMPOSITION];
  gsize n_parts, n = 0;

  if (c < 0x80)
    {
      keys[0] = g_ascii_isspace ((char) c) ? ' ' : c;
      if (!find->match_case)
        keys[0] = (gunichar) g_ascii_tolower ((char) keys[0]);
      if (!find->match_marks)
        keys[0] = _gh_text_plain_sign (keys[0]);
      return 1;
    }
  if (g_unichar_isspace (c))
    c = ' ';
  if (find->match_marks)
    {
      keys[0] = find->match_case ? c : g_unichar_tolower (c);
      return 1;
    }
  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = parts[i];

      if (g_unichar_ismark (part) || g_unichar_type (part) == G_UNICODE_FORMAT)
        continue;
      if (!find->match_case)
        part = g_unichar_tolower (part);
      keys[n++] = part == 0x110 ? 'D' : _gh_text_plain_sign (part);
    }
  return n;
}

static void
add_letters (GArray *letters, const GhFind *find, const char *text, gsize offset)
{
  gunichar keys[GH_TEXT_MAX_DECOMPOSITION];

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = fold_letter (find, g_utf8_get_char (p), keys);

      for (gsize i = 0; i < n; i++)
        {
          Letter letter = { keys[i], offset + (gsize) (p - text) };

          g_array_append_val (letters, letter);
        }
    }
}

static GArray *
needle_letters (const GhFind *find)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  g_autofree char *clean = gh_text_nfc (find->text != NULL ? find->text : "", -1);

  add_letters (letters, find, clean, 0);
  if (letters->len > NEEDLE_MAX)
    g_array_set_size (letters, 0);
  return letters;
}

static GArray *
text_letters (const GhFind *find, const GPtrArray *runs)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  gsize offset = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);
      Letter field = { 0, offset };

      if (run->key != NULL)
        g_array_append_val (letters, field);
      else
        add_letters (letters, find, run->text, offset);
      offset += strlen (run->text);
    }
  return letters;
}

/* --- matching -------------------------------------------------------------------------------- */

/* Bytes of the plain text. */
typedef struct
{
  gsize start;
  gsize end;
} Match;

static gboolean
is_word (const GArray *letters, guint i)
{
  gunichar key = g_array_index (letters, Letter, i).key;

  return key != 0 && (g_unichar_isalnum (key) || g_unichar_ismark (key));
}

static gboolean
matches_at (const GhFind *find, const GArray *letters, const GArray *needle, guint at)
{
  const Letter *text = &g_array_index (letters, Letter, at);
  guint end = at + needle->len;

  for (guint i = 0; i < needle->len; i++)
    if (text[i].key != g_array_index (needle, Letter, i).key)
      return FALSE;
  /* Whole letters, where one is compared by several. */
  if ((at > 0 && text[-1].at == text[0].at) ||
      (end < letters->len && text[needle->len].at == text[needle->len - 1].at))
    return FALSE;
  return !find->whole_words ||
         ((at == 0 || !is_word (letters, at - 1) || !is_word (letters, at)) &&
          (end == letters->len || !is_word (letters, end) || !is_word (letters, end - 1)));
}

/* (transfer full) (element-type Match) */
static GArray *
find_matches (const GhFind *find, const GArray *needle, const GPtrArray *runs)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GArray) letters = text_letters (find, runs);

  for (guint at = 0; needle->len > 0 && at + needle->len <= letters->len;)
    {
      guint end = at + needle->len;
      Match match;

      if (!matches_at (find, letters, needle, at))
        {
          at++;
          continue;
        }
      match.start = g_array_index (letters, Letter, at).at;
      match.end =
        end < letters->len ? g_array_index (letters, Letter, end).at : gh_marked_length (runs);
      g_array_append_val (matches, match);
      at = end;
    }
  return matches;
}

/* A walk through a text from one match to the next. */
typedef struct
{
  const GArray *marks; /* GhMark */
  guint next;          /* mark that was not passed yet */
  gsize stars;         /* of those that were */
} Walk;

/* Where a byte of the plain text stands in the stored one, behind all marks before it. Bytes are
 * asked for in their order: a long text may have a match in each of its words. */
static gsize
stored_byte (Walk *walk, gsize plain)
{
  for (; walk->next < walk->marks->len; walk->next++)
    {
      const GhMark *mark = &g_array_index (walk->marks, GhMark, walk->next);

      if (mark->offset - walk->stars > plain)
        break;
      walk->stars += (gsize) mark->stars;
    }
  return plain + walk->stars;
}

static GhFindRange
stored_range (Walk *walk, const Match *match)
{
  gsize start = stored_byte (walk, match->start);

  return (GhFindRange){ start, stored_byte (walk, match->end - 1) + 1 - start };
}

static GArray *
find_ranges (const GhFind *find, const GArray *needle, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (GhFindRange));
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);
  g_autoptr (GArray) matches = find_matches (find, needle, runs);
  g_autoptr (GArray) marks = matches->len > 0 ? gh_marked_find (text) : NULL;
  Walk walk = { marks, 0, 0 };

  for (guint i = 0; i < matches->len; i++)
    {
      GhFindRange range = stored_range (&walk, &g_array_index (matches, Match, i));

      g_array_append_val (ranges, range);
    }
  return ranges;
}

GArray *
gh_find_in_text (const GhFind *find, const char *text)
{
  g_autoptr (GArray) needle = needle_letters (find);

  return find_ranges (find, needle, text);
}

/* --- the texts of a plan --------------------------------------------------------------------- */

typedef void (*TextVisitor) (const GhPlace *place, const char *text, gpointer data);

static void
visit_block (const GhBlock *block, int index, TextVisitor visit, gpointer data)
{
  GhPlace place = GH_PLACE_INIT;

  place.part = GH_PART_BLOCK;
  place.index = index;
  if (block->kind != GH_BLOCK_TABLE)
    visit (&place, block->text, data);
  for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
    {
      char **cells = g_ptr_array_index (block->rows, row);

      for (int column = 0; cells[column] != NULL; column++)
        {
          place.row = (int) row;
          place.column = column;
          visit (&place, cells[column], data);
        }
    }
}

static void
visit_recipient (const GhRecipient *recipient, int index, TextVisitor visit, gpointer data)
{
  GhPlace place = GH_PLACE_INIT;

  place.part = GH_PART_RECIPIENT;
  place.index = index;
  visit (&place, recipient->name, data);
  place.column = 1;
  visit (&place, recipient->purpose, data);
}

static void
visit_texts (const GhPlan *plan, TextVisitor visit, gpointer data)
{
  GhPlace place = GH_PLACE_INIT;

  place.field = GH_FIELD_TITLE;
  visit (&place, plan->title, data);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);
      GhPlace at = GH_PLACE_INIT;

      at.part = GH_PART_BASIS;
      at.index = (int) i;
      if (!basis->cited)
        visit (&at, basis->text, data);
    }
  for (guint i = 0; i < plan->blocks->len; i++)
    visit_block (g_ptr_array_index (plan->blocks, i), (int) i, visit, data);
  for (guint i = 0; i < plan->recipients->len; i++)
    visit_recipient (g_ptr_array_index (plan->recipients, i), (int) i, visit, data);
}

typedef struct
{
  const GhFind *find;
  const GArray *needle;
  GArray *places;
} Search;

static void
search_text (const GhPlace *place, const char *text, gpointer data)
{
  Search *search = data;
  g_autoptr (GArray) ranges = NULL;

  if (*text == '\0')
    return;
  ranges = find_ranges (search->find, search->needle, text);
  for (guint i = 0; i < ranges->len; i++)
    {
      const GhFindRange *range = &g_array_index (ranges, GhFindRange, i);
      GhPlace found = *place;

      found.start = range->start;
      found.length = range->length;
      g_array_append_val (search->places, found);
    }
}

GArray *
gh_plan_find (const GhPlan *plan, const GhFind *find)
{
  g_autoptr (GArray) needle = needle_letters (find);
  Search search = { find, needle, g_array_new (FALSE, FALSE, sizeof (GhPlace)) };

  if (needle->len > 0)
    visit_texts (plan, search_text, &search);
  return search.places;
}

/* --- replacing ------------------------------------------------------------------------------- */

typedef struct
{
  const GhFind *find;
  const GArray *needle;
  const char *replacement;
  const GhPlace *only; /* NULL = all */
  GhFix *fix;
  guint n;
} Replacing;

/* Runs are copied from the first to the last, letters of one style gathered: a text of thousands
 * of matches costs no more than its length. */
typedef struct
{
  const GPtrArray *runs; /* GhMarkedRun */
  guint run;             /* that is copied next … */
  gsize at;              /* … from where in it … */
  gsize length;          /* … and its bytes; 0 = not counted yet */
  GPtrArray *fresh;
  GString *letters; /* not yet in @fresh, with the style of … */
  const GhMarkedRun *style;
} Rewrite;

static void
flush_letters (Rewrite *self)
{
  if (self->letters->len > 0)
    gh_marked_runs_add (self->fresh, self->letters->str, (gssize) self->letters->len, NULL,
                        self->style->bold, self->style->italic);
  g_string_set_size (self->letters, 0);
}

static void
add_styled (Rewrite *self, const char *text, gsize length, const GhMarkedRun *style)
{
  if (self->style != NULL &&
      (self->style->bold != style->bold || self->style->italic != style->italic))
    flush_letters (self);
  self->style = style;
  g_string_append_len (self->letters, text, (gssize) length);
}

/* Passes @n bytes of the plain text, copying them if @copied. No match reaches into a field. */
static void
pass (Rewrite *self, gsize n, gboolean copied)
{
  while (n > 0 && self->run < self->runs->len)
    {
      const GhMarkedRun *run = g_ptr_array_index (self->runs, self->run);
      gsize length;

      if (self->length == 0)
        self->length = strlen (run->text);
      length = MIN (n, self->length - self->at);

      if (copied && run->key != NULL)
        {
          flush_letters (self);
          gh_marked_runs_add (self->fresh, run->text, -1, run->key, run->bold, run->italic);
        }
      else if (copied)
        add_styled (self, run->text + self->at, length, run);
      n -= length;
      self->at += length;
      if (self->at < self->length)
        continue;
      self->run++;
      self->at = self->length = 0;
    }
}

/* (transfer full): the text with all @matches replaced, its marks written anew */
static char *
rewrite_runs (const GPtrArray *runs, const GArray *matches, const char *replacement)
{
  g_autoptr (GPtrArray) fresh = gh_marked_runs_new ();
  g_autoptr (GString) letters = g_string_new (NULL);
  Rewrite rewrite = { runs, 0, 0, 0, fresh, letters, NULL };
  gsize from = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      pass (&rewrite, match->start - from, TRUE);
      /* In the style of the first letter that goes. */
      add_styled (&rewrite, replacement, strlen (replacement), runs->pdata[rewrite.run]);
      pass (&rewrite, match->end - match->start, FALSE);
      from = match->end;
    }
  pass (&rewrite, G_MAXSIZE, TRUE);
  flush_letters (&rewrite);
  return gh_marked_format (fresh);
}

/* (transfer full): the same, done on the stored text */
static char *
rewrite_stored (const char *text, const GArray *ranges, const char *replacement)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const GhFindRange *range = &g_array_index (ranges, GhFindRange, i);

      g_string_append_len (out, text + from, (gssize) (range->start - from));
      g_string_append (out, replacement);
      from = range->start + range->length;
    }
  g_string_append (out, text + from);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_same_text (const GhPlace *a, const GhPlace *b)
{
  return a->part == b->part && a->field == b->field && a->index == b->index && a->row == b->row &&
         a->column == b->column;
}

/* Leaves of @matches what is to be replaced; (transfer full): where it is stored. */
static GArray *
choose (const Replacing *self, const char *text, GArray *matches)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (GhFindRange));
  g_autoptr (GArray) marks = gh_marked_find (text);
  Walk walk = { marks, 0, 0 };
  guint kept = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      Match match = g_array_index (matches, Match, i);
      GhFindRange range = stored_range (&walk, &match);

      if (self->only != NULL && range.start != self->only->start)
        continue;
      g_array_index (matches, Match, kept++) = match;
      g_array_append_val (ranges, range);
    }
  g_array_set_size (matches, kept);
  return ranges;
}

/* A change of a few letters where the marks allow it, so that sentences which were taken from the
 * text can follow; else the text as a whole. */
static void
add_edits (Replacing *self,
           const GhPlace *place,
           const char *text,
           const GArray *ranges,
           const char *fresh)
{
  g_autofree char *stored = rewrite_stored (text, ranges, self->replacement);
  GhPlace at = *place;

  if (!gh_marked_equal (stored, fresh))
    {
      gh_fix_add (self->fix, GH_FIX_REPLACE, &at, text, fresh);
      return;
    }
  for (guint i = 0; i < ranges->len; i++)
    {
      const GhFindRange *range = &g_array_index (ranges, GhFindRange, i);
      g_autofree char *old = g_strndup (text + range->start, range->length);

      at.start = range->start;
      at.length = range->length;
      gh_fix_add (self->fix, GH_FIX_REPLACE, &at, old, self->replacement);
    }
}

static void
replace_text (const GhPlace *place, const char *text, gpointer data)
{
  Replacing *self = data;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *fresh = NULL;

  if (*text == '\0' || (self->only != NULL && !is_same_text (place, self->only)))
    return;
  runs = gh_marked_parse (text);
  matches = find_matches (self->find, self->needle, runs);
  if (matches->len == 0)
    return;
  ranges = choose (self, text, matches);
  fresh = rewrite_runs (runs, matches, self->replacement);
  self->n += matches->len;
  if (matches->len > 0 && strcmp (fresh, text) != 0)
    add_edits (self, place, text, ranges, fresh);
}

GhFix *
gh_plan_replace (const GhPlan *plan,
                 const GhFind *find,
                 const char *replacement,
                 const GhPlace *only,
                 guint *n)
{
  g_autoptr (GArray) needle = needle_letters (find);
  g_autofree char *clean = g_strdelimit (gh_text_nfc (replacement, -1), "\n\t", ' ');
  g_autoptr (GhFix) fix = gh_fix_new (FALSE);
  Replacing self = { find, needle, clean, only, fix, 0 };

  if (needle->len > 0)
    visit_texts (plan, replace_text, &self);
  *n = self.n;
  if (fix->edits->len == 0)
    return NULL;
  /* Translators: what undo takes back: words found, words that stand there now */
  g_free (fix->label);
  fix->label = g_strdup_printf (_("Replace “%s” by “%s”"), find->text, clean);
  return g_steal_pointer (&fix);
}
