/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-fix.h"

static const char *const part_names[] = { "header", "basis", "block",    "recipient", "signature",
                                          "target", "quota", "activity", "result" };
static const char *const kind_names[] = { "replace", "number", "remove-block", "join-next",
                                          "add-recipient" };

/* The fields and where their texts are in a plan; 0 = it is no text. */
static const struct
{
  const char *name;
  gsize offset;
} fields[] = {
  [GH_FIELD_NONE] = { "", 0 },
  [GH_FIELD_PARENT_ISSUER] = { "parent-issuer", G_STRUCT_OFFSET (GhPlan, parent_issuer) },
  [GH_FIELD_ISSUER] = { "issuer", G_STRUCT_OFFSET (GhPlan, issuer) },
  [GH_FIELD_NUMBER] = { "number", G_STRUCT_OFFSET (GhPlan, number) },
  [GH_FIELD_SYMBOL] = { "symbol", G_STRUCT_OFFSET (GhPlan, symbol) },
  [GH_FIELD_PLACE] = { "place", G_STRUCT_OFFSET (GhPlan, place) },
  [GH_FIELD_ISSUE_DATE] = { "issue-date", 0 },
  [GH_FIELD_TITLE] = { "title", G_STRUCT_OFFSET (GhPlan, title) },
  [GH_FIELD_HEADER_NOTE] = { "header-note", G_STRUCT_OFFSET (GhPlan, header_note) },
  [GH_FIELD_AUTHORITY] = { "authority", G_STRUCT_OFFSET (GhPlan, authority) },
  [GH_FIELD_SIGNER_ROLE] = { "signer-role", G_STRUCT_OFFSET (GhPlan, signer_role) },
  [GH_FIELD_SIGNER_POST] = { "signer-post", G_STRUCT_OFFSET (GhPlan, signer_post) },
  [GH_FIELD_SIGNER_NAME] = { "signer-name", G_STRUCT_OFFSET (GhPlan, signer_name) },
  [GH_FIELD_TAIL_NOTE] = { "tail-note", G_STRUCT_OFFSET (GhPlan, tail_note) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GH_N_FIELDS);

const char *
gh_part_to_string (GhPart part)
{
  g_return_val_if_fail ((gsize) part < G_N_ELEMENTS (part_names), "");
  return part_names[part];
}

const char *
gh_plan_field_to_string (GhPlanField field)
{
  g_return_val_if_fail ((gsize) field < G_N_ELEMENTS (fields), "");
  return fields[field].name;
}

const char *
gh_fix_kind_to_string (GhFixKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), "");
  return kind_names[kind];
}

static gpointer
element_at (const GPtrArray *array, int index)
{
  return index >= 0 && (guint) index < array->len ? g_ptr_array_index (array, index) : NULL;
}

static char **
block_text (const GhPlace *place, const GhPlan *plan)
{
  GhBlock *block = element_at (plan->blocks, place->index);
  char **cells;

  if (block == NULL || place->row < 0)
    return block != NULL ? &block->text : NULL;
  cells = block->rows != NULL ? element_at (block->rows, place->row) : NULL;
  if (cells == NULL || place->column < 0 || (guint) place->column >= g_strv_length (cells))
    return NULL;
  return &cells[place->column];
}

char **
gh_place_get_text (const GhPlace *place, GhPlan *plan)
{
  GhBasis *basis;
  GhRecipient *recipient;

  switch (place->part)
    {
    case GH_PART_HEADER:
    case GH_PART_SIGNATURE:
      return fields[place->field].offset != 0
               ? &G_STRUCT_MEMBER (char *, plan, fields[place->field].offset)
               : NULL;
    case GH_PART_BASIS:
      basis = element_at (plan->bases, place->index);
      return basis != NULL ? &basis->text : NULL;
    case GH_PART_BLOCK:
      return block_text (place, plan);
    case GH_PART_RECIPIENT:
      recipient = element_at (plan->recipients, place->index);
      if (recipient == NULL)
        return NULL;
      return place->column == 1 ? &recipient->purpose : &recipient->name;
    case GH_PART_TARGET:
    case GH_PART_QUOTA:
    case GH_PART_ACTIVITY:
    case GH_PART_RESULT:
    default:
      return NULL;
    }
}

static void
edit_free (GhFixEdit *edit)
{
  g_free (edit->old);
  g_free (edit->text);
  g_free (edit);
}

GhFix *
gh_fix_new (gboolean safe)
{
  GhFix *fix = g_new0 (GhFix, 1);

  fix->label = g_strdup ("");
  fix->safe = safe;
  fix->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
  return fix;
}

void
gh_fix_add (GhFix *fix, GhFixKind kind, const GhPlace *place, const char *old, const char *text)
{
  GhFixEdit *edit = g_new0 (GhFixEdit, 1);

  edit->kind = kind;
  edit->place = *place;
  edit->old = g_strdup (old != NULL ? old : "");
  edit->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (fix->edits, edit);
}

GhFix *
gh_fix_copy (const GhFix *fix)
{
  GhFix *copy = gh_fix_new (fix->safe);

  g_free (copy->label);
  copy->label = g_strdup (fix->label);
  for (guint i = 0; i < fix->edits->len; i++)
    {
      const GhFixEdit *edit = g_ptr_array_index (fix->edits, i);

      gh_fix_add (copy, edit->kind, &edit->place, edit->old, edit->text);
    }
  return copy;
}

void
gh_fix_free (GhFix *fix)
{
  if (fix == NULL)
    return;
  g_free (fix->label);
  g_ptr_array_unref (fix->edits);
  g_free (fix);
}
