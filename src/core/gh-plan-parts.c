/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan.h"

#include "gh-names.h"

/* The parts a plan is made of; the plan itself is in gh-plan.c. */

static const char *const kind_names[] = {
  "heading", "paragraph", "item", "table", "live", "appendix", "page-break",
};

GH_DEFINE_ENUM_STRINGS (GhBlockKind, gh_block_kind, kind_names)

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

GhBasis *
gh_basis_new (const char *text)
{
  GhBasis *basis = g_new0 (GhBasis, 1);

  basis->number = dup_text (NULL);
  basis->issuer = dup_text (NULL);
  basis->title = dup_text (NULL);
  basis->text = dup_text (text);
  return basis;
}

GhBasis *
gh_basis_copy (const GhBasis *basis)
{
  GhBasis *copy = g_memdup2 (basis, sizeof *basis);

  copy->number = g_strdup (basis->number);
  copy->issuer = g_strdup (basis->issuer);
  copy->title = g_strdup (basis->title);
  copy->text = g_strdup (basis->text);
  return copy;
}

void
gh_basis_free (GhBasis *basis)
{
  if (basis == NULL)
    return;
  g_free (basis->number);
  g_free (basis->issuer);
  g_free (basis->title);
  g_free (basis->text);
  g_free (basis);
}

GhBlock *
gh_block_new (GhBlockKind kind, int level, const char *number, const char *text)
{
  GhBlock *block = g_new0 (GhBlock, 1);

  block->kind = kind;
  block->level = level;
  block->number = dup_text (number);
  block->text = dup_text (text);
  block->live = dup_text (NULL);
  block->frozen = dup_text (NULL);
  return block;
}

/* (transfer full): a row as wide as a table may be; what is too much joins the last cell. */
static char **
dup_row (const char *const *cells)
{
  gsize n = g_strv_length ((char **) cells);
  char **row;

  if (n <= GH_BLOCK_MAX_COLUMNS)
    return g_strdupv ((char **) cells);
  row = g_new0 (char *, GH_BLOCK_MAX_COLUMNS + 1);
  for (gsize i = 0; i + 1 < GH_BLOCK_MAX_COLUMNS; i++)
    row[i] = g_strdup (cells[i]);
  row[GH_BLOCK_MAX_COLUMNS - 1] = g_strjoinv (" ", (char **) cells + GH_BLOCK_MAX_COLUMNS - 1);
  return row;
}

void
gh_block_add_row (GhBlock *block, const char *const *cells)
{
  g_return_if_fail (block->kind == GH_BLOCK_TABLE);

  if (block->rows == NULL)
    block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (block->rows, dup_row (cells));
}

GhBlock *
gh_block_copy (const GhBlock *block)
{
  GhBlock *copy = g_memdup2 (block, sizeof *block);

  copy->number = g_strdup (block->number);
  copy->text = g_strdup (block->text);
  copy->live = g_strdup (block->live);
  copy->frozen = g_strdup (block->frozen);
  if (block->rows != NULL)
    {
      copy->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      for (guint i = 0; i < block->rows->len; i++)
        g_ptr_array_add (copy->rows, g_strdupv (g_ptr_array_index (block->rows, i)));
    }
  return copy;
}

static gboolean
rows_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n_rows = a != NULL ? a->len : 0;

  if (n_rows != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!g_strv_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
gh_block_equal (const GhBlock *a, const GhBlock *b)
{
  return a->kind == b->kind && a->level == b->level && g_str_equal (a->number, b->number) &&
         g_str_equal (a->text, b->text) && g_str_equal (a->live, b->live) &&
         g_str_equal (a->frozen, b->frozen) && rows_equal (a->rows, b->rows);
}

void
gh_block_free (GhBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->number);
  g_free (block->text);
  g_free (block->live);
  g_free (block->frozen);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

GhRecipient *
gh_recipient_new (const char *name, const char *purpose)
{
  GhRecipient *recipient = g_new0 (GhRecipient, 1);

  recipient->name = dup_text (name);
  recipient->purpose = dup_text (purpose);
  return recipient;
}

GhRecipient *
gh_recipient_copy (const GhRecipient *recipient)
{
  GhRecipient *copy = g_memdup2 (recipient, sizeof *recipient);

  copy->name = g_strdup (recipient->name);
  copy->purpose = g_strdup (recipient->purpose);
  return copy;
}

void
gh_recipient_free (GhRecipient *recipient)
{
  if (recipient == NULL)
    return;
  g_free (recipient->name);
  g_free (recipient->purpose);
  g_free (recipient);
}

GhTask *
gh_task_new (const char *organisation, const char *text)
{
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  GhTask *task = g_new0 (GhTask, 1);

  task->organisation = dup_text (organisation);
  task->text = dup_text (text);
  task->deadline = empty;
  return task;
}

GhTask *
gh_task_copy (const GhTask *task)
{
  GhTask *copy = g_memdup2 (task, sizeof *task);

  copy->organisation = g_strdup (task->organisation);
  copy->text = g_strdup (task->text);
  return copy;
}

void
gh_task_free (GhTask *task)
{
  if (task == NULL)
    return;
  g_free (task->organisation);
  g_free (task->text);
  g_free (task);
}
