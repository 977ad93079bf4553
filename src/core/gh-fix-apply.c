/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-fix.h"

#include <string.h>

#include "gh-check.h"

/* Edits of one text stand behind each other, in the order of the text. Removals come behind
 * replacements and numbers (see GhFixKind), so that these find the blocks where they were. */
static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const GhFixEdit *one = *(const GhFixEdit *const *) a;
  const GhFixEdit *two = *(const GhFixEdit *const *) b;
  const GhPlace *p = &one->place;
  const GhPlace *q = &two->place;

  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  if (p->part != q->part)
    return p->part < q->part ? -1 : 1;
  if (p->field != q->field)
    return p->field < q->field ? -1 : 1;
  if (p->index != q->index)
    return p->index < q->index ? -1 : 1;
  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  if (p->column != q->column)
    return p->column < q->column ? -1 : 1;
  return p->start < q->start ? -1 : p->start > q->start;
}

static gboolean
is_same_text (const GhFixEdit *a, const GhFixEdit *b)
{
  return a->kind == b->kind && a->place.part == b->place.part && a->place.field == b->place.field &&
         a->place.index == b->place.index && a->place.row == b->place.row &&
         a->place.column == b->place.column;
}

/* The edits of one text: [first, end) of @edits. */
typedef struct
{
  const GPtrArray *edits;
  guint first;
  guint end;
} Run;

/* The @length bytes @text, which stand at byte @from of the whole text, with the edits made that
 * lie in them; %NULL if these overlap or expect another text. */
static char *
rewrite (const char *text, gsize from, gsize length, const Run *run)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize done = 0; /* bytes of @text */

  for (guint i = run->first; i < run->end; i++)
    {
      const GhFixEdit *edit = g_ptr_array_index (run->edits, i);
      gsize n_old = strlen (edit->old);
      gsize start;

      if (edit->place.start < from || edit->place.start - from + n_old > length)
        continue;
      start = edit->place.start - from;
      if (start < done || strncmp (text + start, edit->old, n_old) != 0)
        return NULL;
      g_string_append_len (out, text + done, (gssize) (start - done));
      g_string_append (out, edit->text);
      done = start + n_old;
    }
  g_string_append_len (out, text + done, (gssize) (length - done));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A sentence that was taken from the text @whole follows it. */
static void
follow_text (char **sentence, const char *whole, const Run *run)
{
  const char *at = **sentence != '\0' ? strstr (whole, *sentence) : NULL;
  char *text =
    at != NULL ? rewrite (*sentence, (gsize) (at - whole), strlen (*sentence), run) : NULL;

  if (text == NULL)
    return;
  g_free (*sentence);
  *sentence = text;
}

static void
follow_all (GhDossier *dossier, const char *whole, const Run *run)
{
  for (guint i = 0; i < dossier->targets->len; i++)
    follow_text (&((GhTarget *) g_ptr_array_index (dossier->targets, i))->text, whole, run);
  for (guint i = 0; i < dossier->activities->len; i++)
    follow_text (&((GhActivity *) g_ptr_array_index (dossier->activities, i))->text, whole, run);
  for (guint i = 0; i < dossier->plan->tasks->len; i++)
    follow_text (&((GhTask *) g_ptr_array_index (dossier->plan->tasks, i))->text, whole, run);
}

static gboolean
replace_in_text (GhDossier *dossier, const Run *run)
{
  const GhFixEdit *edit = g_ptr_array_index (run->edits, run->first);
  const GhFixEdit *last = g_ptr_array_index (run->edits, run->end - 1);
  char **text = gh_place_get_text (&edit->place, dossier->plan);
  g_autofree char *before = text != NULL ? g_strdup (*text) : NULL;
  char *mended;

  if (text == NULL || last->place.start + strlen (last->old) > strlen (before))
    return FALSE;
  mended = rewrite (before, 0, strlen (before), run);
  if (mended == NULL)
    return FALSE;
  g_free (*text);
  *text = mended;
  if (edit->place.part == GH_PART_BLOCK && edit->place.row < 0)
    follow_all (dossier, before, run);
  return TRUE;
}

static gboolean
apply_replacements (GhDossier *dossier, const GPtrArray *edits)
{
  for (Run run = { edits, 0, 0 }; run.first < edits->len; run.first = run.end)
    {
      const GhFixEdit *edit = g_ptr_array_index (edits, run.first);

      for (run.end = run.first + 1; run.end < edits->len; run.end++)
        if (!is_same_text (edit, g_ptr_array_index (edits, run.end)))
          break;
      if (edit->kind == GH_FIX_REPLACE && !replace_in_text (dossier, &run))
        return FALSE;
    }
  return TRUE;
}

static gpointer
element_at (const GPtrArray *array, int index)
{
  return index >= 0 && (guint) index < array->len ? g_ptr_array_index (array, index) : NULL;
}

static gboolean
join_next (GPtrArray *blocks, guint index)
{
  GhBlock *block = g_ptr_array_index (blocks, index);
  const GhBlock *next = index + 1 < blocks->len ? g_ptr_array_index (blocks, index + 1) : NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (next == NULL || next->rows != NULL || block->rows != NULL)
    return FALSE;
  left = g_strchomp (g_strdup (block->text));
  right = g_strchug (g_strdup (next->text));
  g_free (block->text);
  block->text = g_strconcat (left, " ", right, NULL);
  g_ptr_array_remove_index (blocks, index + 1);
  return TRUE;
}

static gboolean
apply_numbers (GhPlan *plan, const GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const GhFixEdit *edit = g_ptr_array_index (edits, i);
      GhBlock *block = element_at (plan->blocks, edit->place.index);

      if (edit->kind != GH_FIX_NUMBER)
        continue;
      if (block == NULL || !g_str_equal (block->number, edit->old))
        return FALSE;
      g_free (block->number);
      block->number = g_strdup (edit->text);
    }
  return TRUE;
}

/* From the end, so that the indices before it stay true. */
static gboolean
apply_removals (GhPlan *plan, const GPtrArray *edits)
{
  for (guint i = edits->len; i-- > 0;)
    {
      const GhFixEdit *edit = g_ptr_array_index (edits, i);
      guint index = (guint) edit->place.index;

      if (edit->kind == GH_FIX_ADD_RECIPIENT)
        g_ptr_array_add (plan->recipients, gh_recipient_new (edit->text, ""));
      if (edit->kind != GH_FIX_REMOVE_BLOCK && edit->kind != GH_FIX_JOIN_NEXT)
        continue;
      if (edit->place.part != GH_PART_BLOCK || element_at (plan->blocks, edit->place.index) == NULL)
        return FALSE;
      if (edit->kind == GH_FIX_REMOVE_BLOCK)
        g_ptr_array_remove_index (plan->blocks, index);
      else if (!join_next (plan->blocks, index))
        return FALSE;
    }
  return TRUE;
}

/* Plan, targets and activities are its own; the rest is shared. */
static GhDossier *
copy_to_mend (GhDossier *dossier)
{
  GhDossier *copy = gh_dossier_with_plan (dossier, gh_plan_copy (dossier->plan));

  g_ptr_array_unref (copy->targets);
  copy->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_target_free);
  for (guint i = 0; i < dossier->targets->len; i++)
    g_ptr_array_add (copy->targets, gh_target_copy (g_ptr_array_index (dossier->targets, i)));
  g_ptr_array_unref (copy->activities);
  copy->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  for (guint i = 0; i < dossier->activities->len; i++)
    g_ptr_array_add (copy->activities,
                     gh_activity_copy (g_ptr_array_index (dossier->activities, i)));
  return copy;
}

GhDossier *
gh_fix_apply (GhDossier *dossier, const GPtrArray *fixes)
{
  g_autoptr (GhDossier) copy = NULL;
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();

  g_return_val_if_fail (dossier != NULL && fixes != NULL, NULL);

  if (dossier->plan->state == GH_PLAN_ISSUED)
    return NULL;
  for (guint i = 0; i < fixes->len; i++)
    {
      const GhFix *fix = g_ptr_array_index (fixes, i);

      for (guint k = 0; k < fix->edits->len; k++)
        g_ptr_array_add (edits, g_ptr_array_index (fix->edits, k));
    }
  g_ptr_array_sort (edits, compare_edits);
  copy = copy_to_mend (dossier);
  if (!apply_replacements (copy, edits) || !apply_numbers (copy->plan, edits) ||
      !apply_removals (copy->plan, edits))
    return NULL;
  return g_steal_pointer (&copy);
}

/* --- all safe ones --------------------------------------------------------------------------- */

/* Claims the texts @fix changes; FALSE if another one has claimed one of them. */
static gboolean
claim (const GhFix *fix, GHashTable *claimed)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < fix->edits->len; i++)
    {
      const GhFixEdit *edit = g_ptr_array_index (fix->edits, i);
      const GhPlace *place = &edit->place;
      gboolean removes = edit->kind == GH_FIX_REMOVE_BLOCK || edit->kind == GH_FIX_JOIN_NEXT;
      /* Blocks are removed one at a time, so that no index goes stale. */
      char *key = removes ? g_strdup ("")
                          : g_strdup_printf ("%d %d %d %d %d", place->part, place->field,
                                             place->index, place->row, place->column);

      g_ptr_array_add (keys, key);
      if (g_hash_table_contains (claimed, key))
        return FALSE;
    }
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (claimed, g_strdup (g_ptr_array_index (keys, i)));
  return TRUE;
}

/* (transfer container): safe fixes of @findings that do not touch the same text. */
static GPtrArray *
choose_fixes (const GPtrArray *findings, const char *code)
{
  GPtrArray *chosen = g_ptr_array_new ();
  g_autoptr (GHashTable) claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (finding->fix != NULL && finding->fix->safe &&
          (code == NULL || g_str_equal (code, finding->code)) && claim (finding->fix, claimed))
        g_ptr_array_add (chosen, finding->fix);
    }
  return chosen;
}

/* A text has one fix a round; no plan of an office needs as many. */
#define ROUNDS_MAX 100

GhDossier *
gh_fix_apply_safe (GhDossier *dossier, guint32 today, const char *code, guint *n)
{
  g_autoptr (GhDossier) mended = gh_dossier_ref (dossier);

  *n = 0;
  for (int round = 0; round < ROUNDS_MAX; round++)
    {
      g_autoptr (GPtrArray) findings = gh_check_run (mended, today);
      g_autoptr (GPtrArray) fixes = choose_fixes (findings, code);
      GhDossier *next = fixes->len > 0 ? gh_fix_apply (mended, fixes) : NULL;

      if (next == NULL)
        break;
      *n += fixes->len;
      gh_dossier_unref (mended);
      mended = next;
    }
  return g_steal_pointer (&mended);
}
