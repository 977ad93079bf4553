/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-numbering.h"

#include <string.h>

/*
 * Which numbers count on where. Levels stand on a stack by rank: a number continues what runs on
 * its rank, begins a series one below, and ends what ran deeper. Headings of a rank are one series;
 * a list of items begins anew with 1 beside them, and a sentence "4." behind the heading "3." goes
 * on with the headings.
 */

/* A block as it stood before the edit. */
typedef struct
{
  guint series;         /* from 1 */
  int rank;             /* as it was counted */
  const GhBlock *scope; /* what the series stands below; only compared */
  char *number;
} Before;

/* A series as it is found afterwards. */
typedef struct
{
  guint old;            /* the series before that it is; 0 = of new blocks only */
  const GhBlock *scope; /* of that one */
  guint n_members;
  gboolean touched; /* has new members, those of two series, or another place */
  gboolean counted;
  int value; /* while counting */
} Series;

struct _GhNumbering
{
  GHashTable *before; /* GhBlock → Before */
  GArray *n_members;  /* guint, by series */
  GHashTable *touched;
};

/* Of a list "1. 2. 3." of items below a heading that is numbered like that, or deeper. */
#define RANK_NESTED 45
/* Lists that stand within others, by the level of their items. */
#define RANK_INNER(level) (50 + 4 * MIN (level, 50))

typedef struct
{
  int rank;
  guint current;
  guint headings;   /* series of the headings of this rank, 0 = none */
  int last;         /* value in current … */
  int last_heading; /* … and in headings */
  gboolean behind_heading;
  const GhBlock *block; /* the last one of this rank: what stands deeper is below it */
} Level;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_free (before->number);
  g_free (before);
}

static gboolean
is_counted (const GhBlock *block, GhNumber *number)
{
  if (block->kind != GH_BLOCK_HEADING && block->kind != GH_BLOCK_ITEM)
    return FALSE;
  *number = gh_number_read (block->number);
  return gh_number_is_counted (number);
}

/* The level of @rank, made if it is not there; *@scope: what it stands below. */
static Level *
enter_level (GArray *levels, int rank, const GhBlock *root, const GhBlock **scope)
{
  Level level = { .rank = rank };
  Level *last;

  while (levels->len > 0 && g_array_index (levels, Level, levels->len - 1).rank > rank)
    g_array_set_size (levels, levels->len - 1);
  if (levels->len == 0 || g_array_index (levels, Level, levels->len - 1).rank < rank)
    g_array_append_val (levels, level);
  last = &g_array_index (levels, Level, levels->len - 1);
  *scope = levels->len > 1 ? g_array_index (levels, Level, levels->len - 2).block : root;
  return last;
}

/* What stands on the stack for an item with an arabic number. */
typedef struct
{
  const Level *nested; /* a list that can go on */
  const Level *beside; /* level of its own rank */
  gboolean below;      /* it stands below a heading that is numbered like it, or deeper */
} Surroundings;

static Surroundings
look_around (const GArray *levels, int rank)
{
  Surroundings around = { NULL, NULL, FALSE };

  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);

      if (level->rank == RANK_NESTED)
        around.nested = level;
      else if (level->rank >= rank && level->headings != 0)
        around.below = TRUE;
      if (level->rank == rank)
        around.beside = level;
    }
  return around;
}

/* How deep a number says that it stands. */
static int
get_rank (const GhBlock *block, const GhNumber *number)
{
  if (block->kind != GH_BLOCK_ITEM || number->depth > 0 || block->level < 2)
    return number->rank;
  return RANK_INNER (block->level) + (number->style == GH_NUMBER_LETTER ? 1 : 0);
}

/* A dash ends the lists within the one before it. */
static void
end_inner (GArray *levels, const GhBlock *block)
{
  while (block->kind == GH_BLOCK_ITEM && levels->len > 0 &&
         g_array_index (levels, Level, levels->len - 1).rank >= RANK_INNER (block->level + 1))
    g_array_set_size (levels, levels->len - 1);
}

/* The same, but items end no heading. */
static int
read_rank (const GArray *levels, const GhBlock *block, const GhNumber *number)
{
  Surroundings around;

  if (block->kind != GH_BLOCK_ITEM || number->depth == 0)
    return get_rank (block, number);
  around = look_around (levels, number->rank);
  if (around.below && number->value == 1)
    return RANK_NESTED;
  if (around.nested == NULL || (number->value != around.nested->last + 1 && around.beside != NULL &&
                                number->value == around.beside->last_heading + 1))
    return number->rank;
  return RANK_NESTED;
}

/* The same for a block that has its place only now. */
static int
choose_rank (const GArray *levels, const GhBlock *block, const GhNumber *number)
{
  Surroundings around;

  if (block->kind != GH_BLOCK_ITEM || number->depth == 0)
    return get_rank (block, number);
  around = look_around (levels, number->rank);
  if (around.nested != NULL)
    return RANK_NESTED;
  if (!around.below || (around.beside != NULL && !around.beside->behind_heading &&
                        around.beside == &g_array_index (levels, Level, levels->len - 1)))
    return number->rank;
  return RANK_NESTED;
}

/* --- before ---------------------------------------------------------------------------------- */

/* The series that a number continues by what it says; 0 = it begins one. */
static guint
read_series (const Level *level, const GhBlock *block, int value)
{
  if (block->kind == GH_BLOCK_HEADING)
    return level->headings != 0 ? level->headings : level->current;
  if (value == 1)
    return level->last != 1 ? 0 : level->current;
  if (level->headings != 0 && value != level->last + 1 && value == level->last_heading + 1)
    return level->headings;
  return level->current;
}

static void
enter_block (Level *level, const GhBlock *block, guint series, int value)
{
  gboolean heading = block->kind == GH_BLOCK_HEADING;

  level->current = series;
  if (heading)
    level->headings = series;
  level->last = value;
  if (series == level->headings)
    level->last_heading = value;
  level->behind_heading = heading;
  level->block = block;
}

GhNumbering *
gh_numbering_begin (const GPtrArray *blocks)
{
  GhNumbering *self;
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  const GhBlock *root = NULL;
  guint none = 0;

  g_return_val_if_fail (blocks != NULL, NULL);

  self = g_new0 (GhNumbering, 1);
  self->before = g_hash_table_new_full (NULL, NULL, NULL, before_free);
  self->touched = g_hash_table_new (NULL, NULL);
  self->n_members = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_append_val (self->n_members, none);
  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);
      GhNumber number;
      Before *before;
      Level *level;
      const GhBlock *scope;
      guint series;
      int rank;

      if (block->kind == GH_BLOCK_APPENDIX)
        {
          g_array_set_size (levels, 0);
          root = block;
        }
      end_inner (levels, block);
      if (!is_counted (block, &number))
        continue;
      rank = read_rank (levels, block, &number);
      level = enter_level (levels, rank, root, &scope);
      series = level->current != 0 ? read_series (level, block, number.value) : 0;
      if (series == 0)
        {
          series = self->n_members->len;
          g_array_append_val (self->n_members, none);
        }
      g_array_index (self->n_members, guint, series)++;
      enter_block (level, block, series, number.value);
      before = g_new0 (Before, 1);
      before->series = series;
      before->rank = rank;
      before->scope = scope;
      before->number = g_strdup (block->number);
      g_hash_table_insert (self->before, (gpointer) block, before);
    }
  return self;
}

void
gh_numbering_touch (GhNumbering *self, const GhBlock *block)
{
  g_return_if_fail (self != NULL && block != NULL);

  g_hash_table_add (self->touched, (gpointer) block);
}

/* --- after ----------------------------------------------------------------------------------- */

typedef struct
{
  GhNumbering *numbering;
  GPtrArray *blocks;
  GArray *series;  /* Series, from 1 */
  guint *of_block; /* for each block, 0 = it has no number that counts */
  int *ranks;      /* the same */
} Count;

static const Before *
get_before (const GhNumbering *self, const GhBlock *block)
{
  return g_hash_table_contains (self->touched, block) ? NULL
                                                      : g_hash_table_lookup (self->before, block);
}

static guint
add_series (Count *count)
{
  Series series = { 0 };

  g_array_append_val (count->series, series);
  return count->series->len - 1;
}

static const Series *
get_series (const Count *count, guint index)
{
  return &g_array_index (count->series, Series, index);
}

/* The series of @level that a block goes on with; 0 = it begins one. */
static guint
continue_series (const Count *count, const Level *level, const GhBlock *block, const Before *before)
{
  const Series *current = get_series (count, level->current);

  if (block->kind == GH_BLOCK_HEADING)
    return level->headings != 0 ? level->headings : level->current;
  if (before == NULL || current->old == before->series)
    return level->current;
  if (level->headings != 0 && get_series (count, level->headings)->old == before->series)
    return level->headings;
  /* Two lists that what stood between them kept apart become one. */
  return current->old == 0 || current->scope != before->scope ? level->current : 0;
}

static void
join_series (Series *series, const Before *before, const GhBlock *scope)
{
  series->n_members++;
  if (before == NULL)
    series->touched = TRUE;
  else if (series->old == 0)
    {
      series->old = before->series;
      series->scope = before->scope;
    }
  else if (series->old != before->series)
    series->touched = TRUE;
  if (before != NULL && before->scope != scope)
    series->touched = TRUE;
}

static void
find_series (Count *count)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  const GhBlock *root = NULL;

  for (guint i = 0; i < count->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (count->blocks, i);
      GhNumber number;
      const Before *before;
      const GhBlock *scope;
      Level *level;
      guint series;

      if (block->kind == GH_BLOCK_APPENDIX)
        {
          g_array_set_size (levels, 0);
          root = block;
        }
      end_inner (levels, block);
      if (!is_counted (block, &number))
        continue;
      before = get_before (count->numbering, block);
      count->ranks[i] = before != NULL ? before->rank : choose_rank (levels, block, &number);
      level = enter_level (levels, count->ranks[i], root, &scope);
      series = level->current != 0 ? continue_series (count, level, block, before) : 0;
      if (series == 0)
        series = add_series (count);
      enter_block (level, block, series, number.value);
      join_series (&g_array_index (count->series, Series, series), before, scope);
      count->of_block[i] = series;
    }
  for (guint i = 1; i < count->series->len; i++)
    {
      Series *series = &g_array_index (count->series, Series, i);

      series->counted =
        series->touched ||
        series->n_members != g_array_index (count->numbering->n_members, guint, series->old);
    }
}

/* The arabic numbers above a block, as they were and as they are. */
typedef struct
{
  const char *was;
  const char *is;
} Parent;

#define MAX_PARENTS 10
/* From here on the ranks are those of lists. */
#define RANK_LISTS 40

/* Of "1.3" below "1": the number of the block that "1" is; NULL where there is none. */
static const Parent *
get_parent (const Parent *parents, const GhNumber *number)
{
  const Parent *parent =
    number->style == GH_NUMBER_ARABIC && number->depth > 1 ? &parents[number->depth - 1] : NULL;

  return parent != NULL && parent->is != NULL ? parent : NULL;
}

static void
end_parents (Parent *parents, int depth)
{
  for (int i = depth; i < MAX_PARENTS; i++)
    parents[i] = (Parent){ NULL, NULL };
}

/* What a block whose series is left alone is called now: its parent may have another number. */
static char *
follow_parent (const GhBlock *block, const GhNumber *number, const Parent *parent)
{
  gsize length = parent != NULL && parent->was != NULL ? strlen (parent->was) : 0;

  if (length == 0 || number->prefix_length != length + 1 ||
      strncmp (block->number, parent->was, length) != 0)
    return g_strdup (block->number);
  return gh_number_print (block->number, parent->is, MAX (number->value, 1));
}

static gboolean
set_numbers (Count *count)
{
  Parent parents[MAX_PARENTS] = { 0 };
  gboolean changed = FALSE;

  for (guint i = 0; i < count->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (count->blocks, i);
      const Before *before = g_hash_table_lookup (count->numbering->before, block);
      Series *series = &g_array_index (count->series, Series, count->of_block[i]);
      const Parent *parent;
      GhNumber number;
      char *printed;

      if (block->kind == GH_BLOCK_APPENDIX)
        memset (parents, 0, sizeof parents);
      if (!is_counted (block, &number))
        continue;
      parent = get_parent (parents, &number);
      printed =
        series->counted
          ? gh_number_print (block->number, parent != NULL ? parent->is : NULL, ++series->value)
          : follow_parent (block, &number, parent);
      changed |= strcmp (printed, block->number) != 0;
      g_free (block->number);
      block->number = printed;
      /* What stands deeper ends; lists below a clause do not end it. */
      if (count->ranks[i] >= RANK_LISTS)
        continue;
      end_parents (parents, number.depth);
      if (number.depth > 0)
        parents[number.depth] = (Parent){ before != NULL ? before->number : NULL, printed };
    }
  return changed;
}

gboolean
gh_numbering_end (GhNumbering *self, GPtrArray *blocks)
{
  Count count = { self, blocks, NULL, NULL, NULL };
  gboolean changed;

  g_return_val_if_fail (self != NULL && blocks != NULL, FALSE);

  count.series = g_array_new (FALSE, TRUE, sizeof (Series));
  count.of_block = g_new0 (guint, blocks->len + 1);
  count.ranks = g_new0 (int, blocks->len + 1);
  add_series (&count);
  find_series (&count);
  changed = set_numbers (&count);
  g_array_unref (count.series);
  g_free (count.of_block);
  g_free (count.ranks);
  g_hash_table_unref (self->before);
  g_hash_table_unref (self->touched);
  g_array_unref (self->n_members);
  g_free (self);
  return changed;
}
