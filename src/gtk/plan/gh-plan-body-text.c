/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"
#include "gh-plan-body-private.h"

/* What the texts of the body show besides their letters: fields as the data are, words found. */

static char *
resolve_cb (const char *key, gpointer user_data)
{
  GhPlanBody *self = user_data;
  const GhSummary *summary =
    self->workspace != NULL ? gh_workspace_get_summary (self->workspace) : NULL;

  return summary != NULL ? gh_live_field_text (summary, key) : NULL;
}

static GPtrArray *
list_cb (gpointer user_data)
{
  GhPlanBody *self = user_data;
  const GhSummary *summary =
    self->workspace != NULL ? gh_workspace_get_summary (self->workspace) : NULL;

  return summary != NULL ? gh_live_list_fields (summary) : NULL;
}

void
_gh_plan_body_set_fill (GhPlanBody *self, GtkListItem *item)
{
  const GhRichFill fill = { resolve_cb, list_cb, self };

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
