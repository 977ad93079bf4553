/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F6 and Shift+F6 go from one pane of the plan page to the next: outline, editor, pages, findings.
 * Within the body Tab changes the level of a block, so that there they are the way out. */
#include "config.h"

#include "gh-plan-page-private.h"

typedef enum
{
  OUTLINE,
  EDITOR,
  PAGES,
  FINDINGS,
} Pane;
#define N_PANES (FINDINGS + 1)

static GtkWidget *
get_pane (GhPlanPage *self, Pane pane)
{
  switch (pane)
    {
    case OUTLINE:
      return GTK_WIDGET (self->outline);
    case EDITOR:
      return GTK_WIDGET (self->parts);
    case PAGES:
      return GTK_WIDGET (self->preview);
    case FINDINGS:
    default:
      return GTK_WIDGET (self->findings);
    }
}

/* Of the pane that has the keyboard; above the panes is before the first one. */
static int
find_pane (GhPlanPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (int i = 0; focus != NULL && i < N_PANES; i++)
    if (gtk_widget_is_ancestor (focus, get_pane (self, (Pane) i)))
      return i;
  return -1;
}

static gboolean
enter_pane (GhPlanPage *self, Pane pane)
{
  /* Hidden with a parent of theirs, where the window is narrow. */
  if (!gtk_widget_get_mapped (get_pane (self, pane)))
    return FALSE;
  if (pane == PAGES)
    return gtk_widget_grab_focus (GTK_WIDGET (self->pages));
  return gtk_widget_child_focus (get_pane (self, pane), GTK_DIR_TAB_FORWARD);
}

void
_gh_plan_page_next_pane (GhPlanPage *self, gboolean forward)
{
  int from = find_pane (self);

  if (from < 0)
    from = forward ? N_PANES - 1 : 0;
  for (int i = 1; i < N_PANES; i++)
    if (enter_pane (self, (Pane) ((from + (forward ? i : N_PANES - i)) % N_PANES)))
      return;
}

static gboolean
pane_cb (GtkWidget *widget, GVariant *target, gpointer user_data G_GNUC_UNUSED)
{
  _gh_plan_page_next_pane (GH_PLAN_PAGE (widget), g_variant_get_boolean (target));
  return GDK_EVENT_STOP;
}

void
_gh_plan_page_panes_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, pane_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, pane_cb, "b", FALSE);
}
