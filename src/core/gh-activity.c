/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-activity.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "gh-text.h"

/* How many days ahead a thing is "soon". */
#define SOON_DAYS 14

static const char *const kinds[GH_N_ACTIVITY_KINDS] = {
  [GH_ACTIVITY_LAUNCH] = "launch",
  [GH_ACTIVITY_FESTIVAL] = "festival",
  [GH_ACTIVITY_OBSERVANCE] = "observance",
  [GH_ACTIVITY_SESSION] = "session",
  [GH_ACTIVITY_COMMUNICATION] = "communication",
  [GH_ACTIVITY_DEADLINE] = "deadline",
  [GH_ACTIVITY_REVIEW] = "review",
  [GH_ACTIVITY_AWARD] = "award",
  [GH_ACTIVITY_PREPARATION] = "preparation",
  [GH_ACTIVITY_OTHER] = "other",
};

/* The formatter takes NC_() for the beginning of a nested block. */
/* clang-format off */
static const char *const kind_names[GH_N_ACTIVITY_KINDS] = {
  [GH_ACTIVITY_LAUNCH] = NC_("activity kind", "launch"),
  [GH_ACTIVITY_FESTIVAL] = NC_("activity kind", "festival"),
  [GH_ACTIVITY_OBSERVANCE] = NC_("activity kind", "observance"),
  [GH_ACTIVITY_SESSION] = NC_("activity kind", "donation day"),
  [GH_ACTIVITY_COMMUNICATION] = NC_("activity kind", "communication"),
  [GH_ACTIVITY_DEADLINE] = NC_("activity kind", "deadline"),
  [GH_ACTIVITY_REVIEW] = NC_("activity kind", "review"),
  [GH_ACTIVITY_AWARD] = NC_("activity kind", "award"),
  [GH_ACTIVITY_PREPARATION] = NC_("activity kind", "preparation"),
  [GH_ACTIVITY_OTHER] = NC_("activity kind", "other"),
};
/* clang-format on */

static const char *const states[] = {
  [GH_ACTIVITY_PLANNED] = "planned",
  [GH_ACTIVITY_DONE] = "done",
  [GH_ACTIVITY_CANCELLED] = "cancelled",
};

/* Place of @text in @names, -1 if it is not there. */
static int
find_name (const char *const *names, gsize n, const char *text)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (names[i], text) == 0)
      return (int) i;
  return -1;
}

const char *
gh_activity_kind_to_string (GhActivityKind kind)
{
  g_return_val_if_fail (kind < GH_N_ACTIVITY_KINDS, "other");
  return kinds[kind];
}

gboolean
gh_activity_kind_from_string (const char *text, GhActivityKind *kind)
{
  int index = find_name (kinds, G_N_ELEMENTS (kinds), text);

  if (index >= 0 && kind != NULL)
    *kind = (GhActivityKind) index;
  return index >= 0;
}

const char *
gh_activity_kind_name (GhActivityKind kind)
{
  g_return_val_if_fail (kind < GH_N_ACTIVITY_KINDS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "activity kind", kind_names[kind]);
}

const char *
gh_activity_state_to_string (GhActivityState state)
{
  g_return_val_if_fail (state <= GH_ACTIVITY_CANCELLED, "planned");
  return states[state];
}

gboolean
gh_activity_state_from_string (const char *text, GhActivityState *state)
{
  int index = find_name (states, G_N_ELEMENTS (states), text);

  if (index >= 0 && state != NULL)
    *state = (GhActivityState) index;
  return index >= 0;
}

GhActivity *
gh_activity_new (const char *title, GhActivityKind kind, const GhDateSpan *span)
{
  const GhDateSpan none = GH_DATE_SPAN_INIT;
  GhActivity *self = g_new0 (GhActivity, 1);

  self->title = g_strdup (title != NULL ? title : "");
  self->kind = kind;
  self->span = span != NULL ? *span : none;
  self->place = g_strdup ("");
  self->lead = g_strdup ("");
  self->partners = g_strdup ("");
  self->result = g_strdup ("");
  self->text = g_strdup ("");
  return self;
}

GhActivity *
gh_activity_copy (const GhActivity *activity)
{
  GhActivity *copy = g_memdup2 (activity, sizeof *activity);

  copy->title = g_strdup (activity->title);
  copy->place = g_strdup (activity->place);
  copy->lead = g_strdup (activity->lead);
  copy->partners = g_strdup (activity->partners);
  copy->result = g_strdup (activity->result);
  copy->text = g_strdup (activity->text);
  return copy;
}

void
gh_activity_free (GhActivity *activity)
{
  if (activity == NULL)
    return;
  g_free (activity->title);
  g_free (activity->place);
  g_free (activity->lead);
  g_free (activity->partners);
  g_free (activity->result);
  g_free (activity->text);
  g_free (activity);
}

int
gh_activity_compare (gconstpointer a, gconstpointer b)
{
  const GhActivity *x = *(const GhActivity *const *) a;
  const GhActivity *y = *(const GhActivity *const *) b;
  int order = gh_date_span_compare (&x->span, &y->span);

  if (order != 0)
    return order;

  g_autofree char *key_x = gh_text_sort_key (x->title);
  g_autofree char *key_y = gh_text_sort_key (y->title);

  order = strcmp (key_x, key_y);
  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

GhDue
gh_activity_due (const GhActivity *activity, guint32 today)
{
  const GhDateSpan *span = &activity->span;
  guint32 last = gh_date_span_last_day (span);
  guint32 next; /* what is to come: its beginning, or the last day of "trước ngày X" */

  if (activity->state != GH_ACTIVITY_PLANNED || gh_date_span_is_empty (span))
    return GH_DUE_NONE;
  if (last < today)
    return GH_DUE_LATE;
  next = span->before ? last : span->start;
  if (next <= today)
    return GH_DUE_TODAY;
  return next - today <= SOON_DAYS ? GH_DUE_SOON : GH_DUE_LATER;
}
