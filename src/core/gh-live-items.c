/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live-private.h"

#include <string.h>

#include "gh-number.h"
#include "gh-text.h"

/* Live parts that are lists: targets and tasks. */

char *
gh_live_target_figure (const GhTarget *target)
{
  g_autofree char *from = gh_number_format_exact (target->value);
  g_autofree char *to = gh_number_format_exact (target->value_to);

  if (target->value_to > target->value)
    return g_strdup_printf ("%s – %s", from, to);
  return g_steal_pointer (&from);
}

/* "ít nhất 350", "từ 200 đến 300", "100%". */
static char *
demand (const GhTarget *target)
{
  static const char *const before[] = { "ít nhất ", "", "không quá ", "khoảng " };
  gboolean percent = gh_indicator_is_percent (target->indicator);
  gboolean all = percent && target->value >= 100;
  const char *sign = percent ? "%" : "";
  g_autofree char *from = gh_number_format_exact (target->value);
  g_autofree char *to = gh_number_format_exact (target->value_to);

  if (target->value_to > target->value)
    return g_strdup_printf ("từ %s đến %s%s", from, to, sign);
  return g_strconcat (all ? "" : before[target->comparator], from, sign, NULL);
}

/* The sentence before and after the demand; "%s" of @after is the basis, or its usual words. */
typedef struct
{
  const char *before;
  const char *after;
  const char *usual_basis;
} Wording;

static const Wording wordings[GH_N_INDICATORS] = {
  [GH_INDICATOR_REGISTRATIONS] = { "vận động ", " người đăng ký hiến máu tình nguyện", "" },
  [GH_INDICATOR_DONORS] = { "vận động ", " người hiến máu tình nguyện", "" },
  [GH_INDICATOR_BLOOD_UNITS] = { "tiếp nhận ", " đơn vị máu", "" },
  [GH_INDICATOR_HEADCOUNT_PERCENT] = { "vận động ", " tham gia hiến máu tình nguyện",
                                       "cán bộ, công chức, viên chức, người lao động" },
  [GH_INDICATOR_YEAR_PERCENT] = { "đạt ", "", "chỉ tiêu tiếp nhận máu cả năm" },
  [GH_INDICATOR_UNIT_PERCENT] = { "có ", " tham gia", "đơn vị được giao chỉ tiêu" },
  [GH_INDICATOR_REACH] = { "tuyên truyền, vận động đến ", " lượt người", "" },
  [GH_INDICATOR_ORGAN_PLEDGES] = { "vận động ", " người đăng ký hiến mô, tạng", "" },
  [GH_INDICATOR_AWARENESS_PERCENT] = { "có ", " được tuyên truyền về hiến máu tình nguyện",
                                       "cán bộ, công chức, viên chức, người lao động" },
  [GH_INDICATOR_VOLUME_PERCENT] = { "có ", " là túi 350 ml và 450 ml", "số túi máu tiếp nhận" },
  [GH_INDICATOR_ARTICLES] = { "đăng, phát ", " tin, bài", "" },
  [GH_INDICATOR_OTHER] = { "đạt ", "", "" },
};

static char *
target_sentence (const GhTarget *target)
{
  const Wording *wording = &wordings[target->indicator];
  gboolean other = target->indicator == GH_INDICATOR_OTHER;
  gboolean percent = gh_indicator_is_percent (target->indicator);
  const char *basis = *target->basis != '\0' ? target->basis : wording->usual_basis;
  const char *unit = other ? target->unit : "";
  g_autofree char *figure = demand (target);
  g_autoptr (GString) text = g_string_new (NULL);

  if (other && *target->text != '\0') /* nobody else knows what is counted */
    return g_strdup (target->text);
  if (*target->owner != '\0')
    g_string_append_printf (text, "%s: ", target->owner);
  g_string_append_printf (text, "%s%s", wording->before, figure);
  if (*unit != '\0')
    g_string_append_printf (text, " %s", unit);
  if ((percent || other) && *basis != '\0')
    g_string_append_printf (text, " %s", basis);
  g_string_append (text, wording->after);
  if (!percent && !other && *target->basis != '\0')
    g_string_append_printf (text, " (%s)", target->basis);
  return gh_text_begin_sentence (text->str);
}

/* Without the marks at its end, so that the list sets its own. */
static char *
trim_end_marks (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (" .;,/", text[length - 1]) != NULL)
    length--;
  return g_strndup (text, length);
}

/* Items of a list end with ";", the last one with ".". */
static void
add_item (GPtrArray *blocks, int level, const char *text, gboolean last)
{
  g_autofree char *bare = trim_end_marks (text);
  g_autofree char *line = g_strconcat (bare, last ? "." : ";", NULL);

  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, level, level == 1 ? "-" : "+", line));
}

void
gh_live_add_targets (const GhSummary *summary, GPtrArray *blocks)
{
  const GPtrArray *targets = summary->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *text = target_sentence (g_ptr_array_index (targets, i));

      add_item (blocks, 1, text, i + 1 == targets->len);
    }
  if (targets->len == 0)
    add_item (blocks, 1, "…", TRUE);
}

/* What an organisation has to do: from the plan's tasks, or from the deadlines of the calendar. */
typedef struct
{
  const char *organisation;
  const char *text;
  const GhDateSpan *deadline;
} Duty;

static GArray *
collect_duties (const GhDossier *dossier)
{
  GArray *duties = g_array_new (FALSE, FALSE, sizeof (Duty));

  for (guint i = 0; i < dossier->plan->tasks->len; i++)
    {
      const GhTask *task = g_ptr_array_index (dossier->plan->tasks, i);
      Duty duty = { task->organisation, task->text, &task->deadline };

      g_array_append_val (duties, duty);
    }
  for (guint i = 0; dossier->plan->tasks->len == 0 && i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      Duty duty = { activity->lead, activity->title, &activity->span };

      if (activity->kind == GH_ACTIVITY_DEADLINE && activity->state != GH_ACTIVITY_CANCELLED &&
          *activity->lead != '\0')
        g_array_append_val (duties, duty);
    }
  return duties;
}

static char *
duty_text (const Duty *duty)
{
  g_autofree char *date = gh_date_span_format (duty->deadline, GH_DATE_PLAN);
  g_autofree char *number = gh_day_format (duty->deadline->end);
  g_autofree char *bare = trim_end_marks (duty->text);

  /* The sentence of an imported plan says its date itself. */
  if (gh_date_span_is_empty (duty->deadline) || strstr (bare, number) != NULL)
    return g_steal_pointer (&bare);
  return g_strdup_printf ("%s (%s)", bare, date);
}

/* The duties from @first on of one organisation: on its line if there is one, else below it. */
static void
add_organisation (GArray *duties, guint first, GPtrArray *blocks)
{
  const char *organisation = g_array_index (duties, Duty, first).organisation;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = NULL;

  for (guint i = first; i < duties->len; i++)
    {
      Duty *duty = &g_array_index (duties, Duty, i);

      if (duty->organisation == NULL || !g_str_equal (duty->organisation, organisation))
        continue;
      g_ptr_array_add (texts, duty_text (duty));
      if (i != first)
        duty->organisation = NULL; /* told */
    }
  if (*organisation == '\0')
    {
      for (guint i = 0; i < texts->len; i++)
        {
          g_autofree char *duty = gh_text_begin_sentence (g_ptr_array_index (texts, i));

          add_item (blocks, 1, duty, TRUE);
        }
      return;
    }
  if (texts->len == 1)
    {
      g_autofree char *duty = gh_text_within_sentence (g_ptr_array_index (texts, 0));

      head = g_strdup_printf ("**%s:** %s", organisation, duty);
      add_item (blocks, 1, head, TRUE);
      return;
    }
  head = g_strdup_printf ("**%s:**", organisation);
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 1, "-", head));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *duty = gh_text_begin_sentence (g_ptr_array_index (texts, i));

      add_item (blocks, 2, duty, i + 1 == texts->len);
    }
}

void
gh_live_add_tasks (const GhSummary *summary, GPtrArray *blocks)
{
  g_autoptr (GArray) duties = collect_duties (summary->dossier);

  for (guint i = 0; i < duties->len; i++)
    if (g_array_index (duties, Duty, i).organisation != NULL)
      add_organisation (duties, i, blocks);
  if (duties->len == 0)
    add_item (blocks, 1, "…", TRUE);
}
