/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-kinds.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *icon;
  const char *css_class;
} kinds[GH_N_ACTIVITY_KINDS] = {
  [GH_ACTIVITY_LAUNCH] = { "gh-launch-symbolic", "kind-launch" },
  [GH_ACTIVITY_FESTIVAL] = { "gh-festival-symbolic", "kind-festival" },
  [GH_ACTIVITY_OBSERVANCE] = { "gh-observance-symbolic", "kind-observance" },
  [GH_ACTIVITY_SESSION] = { "gh-session-symbolic", "kind-session" },
  [GH_ACTIVITY_COMMUNICATION] = { "gh-communication-symbolic", "kind-communication" },
  [GH_ACTIVITY_DEADLINE] = { "gh-deadline-symbolic", "kind-deadline" },
  [GH_ACTIVITY_REVIEW] = { "gh-review-symbolic", "kind-review" },
  [GH_ACTIVITY_AWARD] = { "gh-award-symbolic", "kind-award" },
  [GH_ACTIVITY_PREPARATION] = { "gh-preparation-symbolic", "kind-preparation" },
  [GH_ACTIVITY_OTHER] = { "gh-other-symbolic", "kind-other" },
};

const char *
gh_kind_icon (GhActivityKind kind)
{
  g_return_val_if_fail ((guint) kind < GH_N_ACTIVITY_KINDS, kinds[GH_ACTIVITY_OTHER].icon);
  return kinds[kind].icon;
}

const char *
gh_kind_css_class (GhActivityKind kind)
{
  g_return_val_if_fail ((guint) kind < GH_N_ACTIVITY_KINDS, kinds[GH_ACTIVITY_OTHER].css_class);
  return kinds[kind].css_class;
}

GtkWidget *
gh_kind_image_new (GhActivityKind kind)
{
  GtkWidget *image = gtk_image_new_from_icon_name (gh_kind_icon (kind));

  gtk_widget_add_css_class (image, gh_kind_css_class (kind));
  gtk_widget_set_tooltip_text (image, gh_activity_kind_name (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gh_activity_kind_name (kind), -1);
  return image;
}

const char *
gh_activity_state_label (GhActivityState state)
{
  switch (state)
    {
    case GH_ACTIVITY_PLANNED:
      return C_("activity", "Planned");
    case GH_ACTIVITY_DONE:
      return C_("activity", "Done");
    case GH_ACTIVITY_CANCELLED:
      return C_("activity", "Cancelled");
    default:
      g_return_val_if_reached ("");
    }
}

char *
gh_due_text (const GhActivity *activity, guint32 today, const char **css_class)
{
  guint32 last = gh_date_span_last_day (&activity->span);
  guint days;

  *css_class = "";
  switch (gh_activity_due (activity, today))
    {
    case GH_DUE_LATE:
      *css_class = "error";
      days = today - last;
      return g_strdup_printf (ngettext ("%u day overdue", "%u days overdue", days), days);
    case GH_DUE_TODAY:
      *css_class = "warning";
      return g_strdup (last == today ? C_("due", "today") : C_("due", "under way"));
    case GH_DUE_SOON:
      days = (activity->span.before || activity->span.start < today ? last : activity->span.start) -
             today;
      return g_strdup_printf (ngettext ("in %u day", "in %u days", days), days);
    case GH_DUE_LATER:
    case GH_DUE_NONE:
    default:
      return NULL;
    }
}

char *
gh_activity_describe (const GhActivity *activity, guint32 today)
{
  const char *css_class;
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *due = gh_due_text (activity, today, &css_class);

  return g_strdup_printf ("%s, %s, %s, %s", activity->title, *date != '\0' ? date : _("No date"),
                          gh_activity_kind_name (activity->kind),
                          due != NULL ? due : gh_activity_state_label (activity->state));
}
