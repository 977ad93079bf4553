/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-body-private.h"
#include "gh-plan-fill.h"

/* What the texts of the body show besides their letters: fields as the data are, words found. */

void
_gh_plan_body_set_fill (GhPlanBody *self, GtkListItem *item)
{
  const GhRichFill fill = gh_plan_fill (&self->workspace);

  gh_block_row_set_fill (GH_BLOCK_ROW (gtk_list_item_get_child (item)), &fill);
}

void
_gh_plan_body_refresh_fields (GhPlanBody *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    gh_block_row_refresh (
      GH_BLOCK_ROW (gtk_list_item_get_child (g_ptr_array_index (self->bound, i))));
}

void
_gh_plan_body_highlight_item (GhPlanBody *self, GtkListItem *item)
{
  gboolean here = self->found.part == GH_PART_BLOCK &&
                  (guint) self->found.index == gtk_list_item_get_position (item);

  gh_block_row_highlight (GH_BLOCK_ROW (gtk_list_item_get_child (item)),
                          self->needle != NULL ? &self->find : NULL, here ? &self->found : NULL);
}

void
gh_plan_body_highlight (GhPlanBody *self, const GhFind *find, const GhPlace *place)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  g_free (self->needle);
  self->needle = find != NULL ? g_strdup (find->text) : NULL;
  if (find != NULL)
    self->find = *find;
  self->find.text = self->needle;
  self->found = place != NULL ? *place : (GhPlace) GH_PLACE_INIT;
  for (guint i = 0; i < self->bound->len; i++)
    _gh_plan_body_highlight_item (self, g_ptr_array_index (self->bound, i));
}
