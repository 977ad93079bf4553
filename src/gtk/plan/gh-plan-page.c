/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-page.h"

#include <glib/gi18n-lib.h>

#include "gh-block-menu.h"
#include "gh-doc-build.h"
#include "gh-fonts.h"
#include "gh-plan-page-private.h"
#include "gh-rich-bar.h"
#include "gh-settings.h"
#include "gh-toaster.h"

/* Below this the preview takes the editor's place instead of standing beside it, in pixels. */
#define TWO_PANES_WIDTH 975
/* Wait for the end of a burst of changes before the pages are laid out anew … */
#define LAYOUT_DELAY_MS 120
/* … and the plan is checked, a click later. */
#define FINDINGS_DELAY_MS 250

G_DEFINE_FINAL_TYPE (GhPlanPage, gh_plan_page, GH_TYPE_PAGE)

/* --- preview --------------------------------------------------------------------------------- */

void
_gh_plan_page_scroll_preview (GhPlanPage *self, int block)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->preview);
  double top = gh_page_view_mark_source (self->pages, block);
  double visible = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  self->mark = block;
  if (top >= 0 && (top < value || top > value + visible * 0.8))
    gtk_adjustment_set_value (adjustment, MAX (top - visible * 0.25, 0));
}

static void
show_pages (GhPlanPage *self)
{
  const GhSummary *summary = gh_workspace_get_summary (gh_page_get_workspace (GH_PAGE (self)));
  g_autoptr (GhDoc) doc = NULL;
  g_autoptr (GhPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GhFontSet *fonts;

  if (summary == NULL)
    return;
  fonts = gh_fonts_of (GTK_WIDGET (self), &error);
  if (fonts != NULL)
    {
      doc = gh_doc_build_plan (summary);
      pages = gh_layout_run (doc, fonts, NULL, &error);
    }
  gh_page_view_set_pages (self->pages, pages);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_problem), pages == NULL);
  if (pages == NULL)
    gtk_label_set_text (self->preview_problem, error->message);
  if (self->follow >= 0)
    _gh_plan_page_scroll_preview (self, self->follow);
  else
    gh_page_view_mark_source (self->pages, self->mark);
  self->follow = -1;
}

static void
show_findings (GhPlanPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));

  if (workspace != NULL)
    gh_findings_strip_show (self->findings, (GPtrArray *) gh_workspace_get_findings (workspace),
                            gh_workspace_get_ignored (workspace)->len);
}

static void
check (GhPlanPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));

  if (workspace != NULL && gh_workspace_start_check (workspace))
    show_findings (self);
}

/* A line does not change below the pointer while what was typed last is saved by its click. */
static gboolean
findings_cb (gpointer user_data)
{
  GhPlanPage *self = user_data;

  self->findings_timeout = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
checked_cb (GhPlanPage *self)
{
  if (self->findings_timeout == 0)
    show_findings (self);
}

static gboolean
layout_cb (gpointer user_data)
{
  GhPlanPage *self = user_data;

  gint64 begin = g_get_monotonic_time ();

  self->layout_timeout = 0;
  if (gh_page_get_workspace (GH_PAGE (self)) != NULL)
    show_pages (self);
  self->layout_ms = (guint) ((g_get_monotonic_time () - begin) / 1000);
  return G_SOURCE_REMOVE;
}

static void
queue_layout (GhPlanPage *self, guint delay_ms)
{
  /* Pages that take long to lay out leave at least as much time to type in. */
  if (self->layout_timeout == 0)
    self->layout_timeout = g_timeout_add (MAX (delay_ms, 2 * self->layout_ms), layout_cb, self);
}

/* --- parts ----------------------------------------------------------------------------------- */

/* The children of the stack. Only the one on screen follows the workspace; the others are filled
 * when they come to the screen. */
static const char *const PARTS[] = {
  "header", "bases", "targets", "awards", "budget", "body", "recipients", "signature",
};

static void
fill_part (GhPlanPage *self, const char *part)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  guint bit = 0;

  while (bit < G_N_ELEMENTS (PARTS) && g_strcmp0 (PARTS[bit], part) != 0)
    bit++;
  g_return_if_fail (bit < G_N_ELEMENTS (PARTS));
  if (workspace == NULL || gh_workspace_get_dossier (workspace) == NULL ||
      (self->fresh & 1u << bit) != 0)
    return;
  self->fresh |= 1u << bit;
  if (g_str_equal (part, "header"))
    gh_plan_form_show (self->header, workspace);
  else if (g_str_equal (part, "bases"))
    gh_plan_list_show (self->bases, workspace);
  else if (g_str_equal (part, "targets"))
    gh_plan_list_show (self->targets, workspace);
  else if (g_str_equal (part, "awards"))
    gh_plan_list_show (self->awards, workspace);
  else if (g_str_equal (part, "budget"))
    gh_plan_list_show (self->budget, workspace);
  else if (g_str_equal (part, "body"))
    gh_plan_body_show (self->body, workspace);
  else if (g_str_equal (part, "recipients"))
    gh_plan_list_show (self->recipients, workspace);
  else
    gh_plan_form_show (self->signature, workspace);
}

/* Blocks are added to a body that is in sight, and not frozen by being issued. */
static void
show_add (GhPlanPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = workspace != NULL ? gh_workspace_get_dossier (workspace) : NULL;
  gboolean can_add = dossier != NULL && dossier->plan->state != GH_PLAN_ISSUED &&
                     g_strcmp0 (gtk_stack_get_visible_child_name (self->parts), "body") == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), can_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add", can_add);
}

void
_gh_plan_page_show_part (GhPlanPage *self, const char *part, int block)
{
  fill_part (self, part);
  gtk_stack_set_visible_child_name (self->parts, part);
  gh_plan_outline_select (self->outline, part, block);
  show_add (self);
}

static void
part_activated_cb (GhPlanPage *self, const char *part, int block)
{
  _gh_plan_page_show_part (self, part, block);
  if (block >= 0)
    {
      gh_plan_body_focus_block (self->body, (guint) block);
      _gh_plan_page_scroll_preview (self, block);
    }
}

static void
part_selected_cb (GhPlanPage *self, const char *part, int block)
{
  _gh_plan_page_show_part (self, part, block);
  if (block >= 0)
    {
      gh_plan_body_show_block (self->body, (guint) block);
      _gh_plan_page_scroll_preview (self, block);
    }
}

static void
block_focused_cb (GhPlanPage *self, int block)
{
  gh_plan_outline_select (self->outline, "body", block);
  _gh_plan_page_scroll_preview (self, block);
}

static void
source_activated_cb (GhPlanPage *self, int block)
{
  _gh_plan_page_show_part (self, "body", block);
  gh_plan_body_focus_block (self->body, (guint) block);
}

static void
part_moved_cb (GhPlanPage *self, gint64 id, int before)
{
  _gh_plan_page_show_part (self, "body", before);
  gh_plan_body_move_part (self->body, id, (guint) before);
}

static void
body_left_cb (GhPlanPage *self, gboolean forward)
{
  _gh_plan_page_next_pane (self, forward);
}

/* Somebody types where nothing can be typed. */
static void
tell_locked_action (GtkWidget *widget,
                    const char *name G_GNUC_UNUSED,
                    GVariant *target G_GNUC_UNUSED)
{
  const GhDossier *dossier = gh_workspace_get_dossier (gh_page_get_workspace (GH_PAGE (widget)));

  if (dossier != NULL && dossier->plan->state == GH_PLAN_ISSUED)
    gh_toast_action (widget, _("The plan is issued: its text stays as it was signed."),
                     _("_Amend…"), "win.amend-plan", NULL, NULL);
}

static void
add_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target)
{
  gh_plan_body_add (GH_PLAN_PAGE (widget)->body, g_variant_get_string (target, NULL));
}

/* --- page ------------------------------------------------------------------------------------ */

static void
gh_plan_page_refresh (GhPage *page)
{
  GhPlanPage *self = GH_PLAN_PAGE (page);
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autofree char *number = NULL;

  if (dossier == NULL)
    return;
  gh_plan_state_button_show (self->state, workspace);
  show_add (self);
  gh_plan_outline_show (self->outline, dossier->plan);
  self->fresh = 0;
  fill_part (self, gtk_stack_get_visible_child_name (self->parts));
  /* What is typed shows at once, what follows from it after the burst. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    check (self);
  else if (self->findings_timeout == 0)
    self->findings_timeout = g_timeout_add (FINDINGS_DELAY_MS, findings_cb, self);
  queue_layout (self, LAYOUT_DELAY_MS);
  _gh_plan_page_search_again (self);
  number = gh_plan_number_line (dossier->plan);
  gh_page_set_status (page, number);
}

static gboolean
gh_plan_page_go_to (GhPage *page, const char *kind, gint64 id)
{
  GhPlanPage *self = GH_PLAN_PAGE (page);
  const GhDossier *dossier = gh_workspace_get_dossier (gh_page_get_workspace (page));
  const GhPlan *plan;

  if (dossier == NULL)
    return FALSE;
  plan = dossier->plan;
  if (g_str_equal (kind, "finding"))
    {
      const GPtrArray *findings = gh_workspace_get_findings (gh_page_get_workspace (page));

      gh_findings_strip_open (self->findings);
      if (id >= 0 && id < findings->len)
        _gh_plan_page_finding_activated_cb (self, g_ptr_array_index (findings, (guint) id));
      return TRUE;
    }
  for (guint i = 0; g_str_equal (kind, "block") && i < plan->blocks->len; i++)
    if (((const GhBlock *) g_ptr_array_index (plan->blocks, i))->id == id)
      {
        part_activated_cb (self, "body", (int) i);
        self->follow = (int) i;
        return TRUE;
      }
  for (guint i = 0; g_str_equal (kind, "recipient") && i < plan->recipients->len; i++)
    if (((const GhRecipient *) g_ptr_array_index (plan->recipients, i))->id == id)
      {
        _gh_plan_page_show_part (self, "recipients", -1);
        gh_plan_list_focus_row (self->recipients, i);
        return TRUE;
      }
  return FALSE;
}

/* Where there is room editor and preview stand side by side; else the toggle swaps them. */
static void
arrange (GhPlanPage *self)
{
  gboolean preview = gtk_toggle_button_get_active (self->preview_toggle);

  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (self->editor, !(self->narrow && preview));
}

/* What was chosen for a window as wide as this one; alone the editor comes first. */
static const char *
preview_key (GhPlanPage *self)
{
  return self->narrow ? "preview-alone" : "preview";
}

static void
toggled_cb (GhPlanPage *self)
{
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "plan", preview_key (self),
                       gtk_toggle_button_get_active (self->preview_toggle));
  arrange (self);
}

static gboolean
arrange_cb (gpointer user_data)
{
  GhPlanPage *self = user_data;

  /* It may have left the window meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return G_SOURCE_REMOVE;
  gtk_toggle_button_set_active (self->preview_toggle,
                                gh_settings_get_int (gh_settings_of (GTK_WIDGET (self)), "plan",
                                                     preview_key (self), !self->narrow) != 0);
  arrange (self);
  return G_SOURCE_REMOVE;
}

void
_gh_plan_page_show_editor (GhPlanPage *self)
{
  if (self->narrow)
    gtk_toggle_button_set_active (self->preview_toggle, FALSE);
}

/* A page of its own width has to lay its child out itself: a layout manager would not ask it. */
static void
gh_plan_page_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
gh_plan_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhPlanPage *self = GH_PLAN_PAGE (widget);
  gboolean narrow = width < TWO_PANES_WIDTH;

  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  if (narrow == self->narrow && self->arranged)
    return;
  self->narrow = narrow;
  self->arranged = TRUE;
  /* Visibility must not change in the middle of an allocation. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, g_object_ref (self), g_object_unref);
}

static void
gh_plan_page_dispose (GObject *object)
{
  GhPlanPage *self = GH_PLAN_PAGE (object);

  g_clear_handle_id (&self->layout_timeout, g_source_remove);
  g_clear_handle_id (&self->findings_timeout, g_source_remove);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (gh_plan_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, state);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, add);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, preview_toggle);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, outline);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, parts);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, editor);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, header);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, bases);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, targets);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, body);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, recipients);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, signature);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, preview);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, pages);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, preview_problem);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, findings);
  gtk_widget_class_bind_template_child (widget_class, GhPlanPage, find);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_left_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "finding_activated_cb",
                                                G_CALLBACK (_gh_plan_page_finding_activated_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "fix_requested_cb",
                                                G_CALLBACK (_gh_plan_page_fix_requested_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "fix_all_requested_cb",
                                                G_CALLBACK (_gh_plan_page_fix_all_requested_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "ignore_requested_cb",
                                                G_CALLBACK (_gh_plan_page_ignore_requested_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "heed_requested_cb",
                                                G_CALLBACK (_gh_plan_page_heed_requested_cb));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "found_cb",
                                                G_CALLBACK (_gh_plan_page_found_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_left_cb",
                                                G_CALLBACK (_gh_plan_page_search_left_cb));
}

static void
gh_plan_page_class_init (GhPlanPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_plan_page_dispose;
  widget_class->measure = gh_plan_page_measure;
  widget_class->size_allocate = gh_plan_page_size_allocate;
  GH_PAGE_CLASS (class)->refresh = gh_plan_page_refresh;
  GH_PAGE_CLASS (class)->go_to = gh_plan_page_go_to;

  g_type_ensure (GH_TYPE_FINDINGS_STRIP);
  g_type_ensure (GH_TYPE_PAGE_VIEW);
  g_type_ensure (GH_TYPE_PLAN_BODY);
  g_type_ensure (GH_TYPE_PLAN_FORM);
  g_type_ensure (GH_TYPE_PLAN_LIST);
  g_type_ensure (GH_TYPE_PLAN_OUTLINE);
  g_type_ensure (GH_TYPE_PLAN_STATE_BUTTON);
  g_type_ensure (GH_TYPE_RICH_BAR);
  _gh_plan_page_search_class_init (widget_class);
  _gh_plan_page_panes_class_init (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/giothong/GiotHong/plan/gh-plan-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "plan.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "plan.tell-locked", NULL, tell_locked_action);
}

/* The lists that few plans need. */
static GhPlanList *
add_list (GhPlanPage *self, const char *part)
{
  GtkWidget *list = g_object_new (GH_TYPE_PLAN_LIST, "part", part, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_widget_add_css_class (list, "page-body");
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), viewport);
  gtk_stack_add_named (self->parts, scrolled, part);
  return GH_PLAN_LIST (list);
}

static void
gh_plan_page_init (GhPlanPage *self)
{
  g_autoptr (GMenuModel) menu = gh_block_menu_new ("plan.add", TRUE);

  self->mark = self->follow = -1;
  self->signals = g_signal_group_new (GH_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "checked", G_CALLBACK (checked_cb), self);
  g_object_bind_property (self, "workspace", self->signals, "target", G_BINDING_SYNC_CREATE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->awards = add_list (self, "awards");
  self->budget = add_list (self, "budget");
  gtk_menu_button_set_menu_model (self->add, menu);
  _gh_plan_page_show_part (self, "header", -1);
}
