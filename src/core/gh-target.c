/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-target.h"

#include <glib/gi18n-lib.h>

#include "gh-names.h"
#include "gh-number.h"

static const char *const indicator_names[GH_N_INDICATORS] = {
  "registrations",     "donors",         "blood-units", "headcount-percent",
  "year-percent",      "unit-percent",   "reach",       "organ-pledges",
  "awareness-percent", "volume-percent", "articles",    "other",
};

static const char *const comparator_names[] = { "at-least", "exactly", "at-most", "about" };

GH_DEFINE_ENUM_STRINGS (GhIndicator, gh_indicator, indicator_names)
GH_DEFINE_ENUM_STRINGS (GhComparator, gh_comparator, comparator_names)

const char *
gh_indicator_name (GhIndicator indicator)
{
  /* The formatter loses count of columns behind N_(). */
  /* clang-format off */
  static const char *const names[GH_N_INDICATORS] = {
    N_("people registered"),
    N_("donors"),
    N_("blood units"),
    N_("staff taking part (%)"),
    N_("year's quota reached (%)"),
    N_("units taking part (%)"),
    N_("people reached"),
    N_("organ donation pledges"),
    N_("people informed (%)"),
    N_("bags of 350 and 450 ml (%)"),
    N_("news items"),
    N_("other indicator"),
  };
  /* clang-format on */

  g_return_val_if_fail ((gsize) indicator < GH_N_INDICATORS, "");
  return _(names[indicator]);
}

gboolean
gh_indicator_is_percent (GhIndicator indicator)
{
  return indicator == GH_INDICATOR_HEADCOUNT_PERCENT || indicator == GH_INDICATOR_YEAR_PERCENT ||
         indicator == GH_INDICATOR_UNIT_PERCENT || indicator == GH_INDICATOR_AWARENESS_PERCENT ||
         indicator == GH_INDICATOR_VOLUME_PERCENT;
}

GhTarget *
gh_target_new (GhIndicator indicator, GhComparator comparator, double value)
{
  GhTarget *target = g_new0 (GhTarget, 1);

  target->indicator = indicator;
  target->comparator = comparator;
  target->value = value;
  target->value_to = value;
  target->unit = g_strdup ("");
  target->basis = g_strdup ("");
  target->owner = g_strdup ("");
  target->text = g_strdup ("");
  return target;
}

GhTarget *
gh_target_copy (const GhTarget *target)
{
  GhTarget *copy = g_memdup2 (target, sizeof *target);

  copy->unit = g_strdup (target->unit);
  copy->basis = g_strdup (target->basis);
  copy->owner = g_strdup (target->owner);
  copy->text = g_strdup (target->text);
  return copy;
}

void
gh_target_free (GhTarget *target)
{
  if (target == NULL)
    return;
  g_free (target->unit);
  g_free (target->basis);
  g_free (target->owner);
  g_free (target->text);
  g_free (target);
}

/* The unit as the plan words it, or the field's usual word. Document data, not interface text. */
static const char *
target_unit (const GhTarget *target)
{
  static const char *const usual[GH_N_INDICATORS] = {
    "người đăng ký", "người hiến máu", "đơn vị máu", "%", "%",        "%",
    "lượt người",    "người đăng ký",  "%",          "%", "tin, bài", "",
  };

  if (gh_indicator_is_percent (target->indicator))
    return "%";
  return *target->unit != '\0' ? target->unit : usual[target->indicator];
}

static char *
format_range (const GhTarget *target)
{
  g_autofree char *from = gh_number_format_exact (target->value);
  g_autofree char *to = gh_number_format_exact (target->value_to);

  if (target->value_to > target->value)
    return g_strdup_printf ("%s – %s", from, to);
  return g_steal_pointer (&from);
}

char *
gh_target_format (const GhTarget *target)
{
  static const char *const before[] = { "từ ", "", "không quá ", "khoảng " };
  g_autofree char *figure = format_range (target);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *unit = target_unit (target);
  gboolean all = gh_indicator_is_percent (target->indicator) && target->value >= 100;

  /* "từ 100 % trở lên" says nothing: there is no more than all. */
  g_string_append (text, all ? "" : before[target->comparator]);
  g_string_append (text, figure);
  if (*unit != '\0')
    g_string_append_printf (text, " %s", unit);
  if (*target->basis != '\0')
    g_string_append_printf (text, " %s", target->basis);
  if (target->comparator == GH_COMPARATOR_AT_LEAST && !all &&
      !g_str_has_suffix (text->str, "trở lên")) /* "máu thể tích 350 ml trở lên" */
    g_string_append (text, " trở lên");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
