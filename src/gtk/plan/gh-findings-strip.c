/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-findings-strip.h"

#include <glib/gi18n-lib.h>

#include "gh-finding-row.h"

struct _GhFindingsStrip
{
  GtkWidget parent_instance;

  /* Template children */
  GtkOverlay *overlay; /* the only child */
  GtkExpander *expander;
  GtkLabel *summary;
  GtkListBox *list;
  GtkMenuButton *fix_all;
  GtkButton *heed;

  /* Owned */
  GPtrArray *findings;
  GtkSizeGroup *places;
  GtkSizeGroup *buttons;

  gboolean stale; /* the lines are not those of @findings */
};

enum
{
  FINDING_ACTIVATED,
  FIX_REQUESTED,
  FIX_ALL_REQUESTED,
  IGNORE_REQUESTED,
  HEED_REQUESTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhFindingsStrip, gh_findings_strip, GTK_TYPE_WIDGET)

static GhFinding *
finding_of (GhFindingsStrip *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return index < self->findings->len ? g_ptr_array_index (self->findings, index) : NULL;
}

static void
fix_clicked_cb (GhFindingsStrip *self, GtkWidget *button)
{
  GhFinding *finding = finding_of (self, button);

  if (finding != NULL)
    g_signal_emit (self, signals[FIX_REQUESTED], 0, finding);
}

static void
ignore_clicked_cb (GhFindingsStrip *self, GtkWidget *button)
{
  GhFinding *finding = finding_of (self, button);

  if (finding != NULL)
    g_signal_emit (self, signals[IGNORE_REQUESTED], 0, finding);
}

/* --- all of a kind --------------------------------------------------------------------------- */

/* What the findings of a code are called among those that can be mended together. */
static const char *
kind_name (const char *code)
{
  static const struct
  {
    const char *code;
    const char *name;
  } names[] = {
    { "spelling", N_("Spelling") },
    { "capitals", N_("Capital letters") },
    { "symbol-spacing", N_("Spaces in number and signature") },
    { "citation-form", N_("Form of citations") },
    { "date-style", N_("Zeros in dates") },
    { "malformed-date", N_("Slips in dates") },
    { "closing-mark", N_("End of the text") },
    { "unbalanced-quotes", N_("Quotation marks") },
    { "layout", N_("Layout and punctuation") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].code, code))
      return _(names[i].name);
  return code;
}

static void
append_kind (GMenu *menu, const char *name, guint n, const char *code)
{
  /* Translators: a kind of findings and how many there are: "Chính tả (5)" */
  g_autofree char *label = g_strdup_printf (_("%s (%u)"), name, n);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "findings.fix-all", "s", code);
  g_menu_append_item (menu, item);
}

/* (transfer full): how many findings of each code can be mended without a doubt. */
static GHashTable *
count_safe (const GPtrArray *findings)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, finding->code));

      if (finding->fix != NULL && finding->fix->safe)
        g_hash_table_insert (counts, (gpointer) finding->code, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* Each kind once, in the order of the list. One finding alone has its own button. */
static void
show_fix_all (GhFindingsStrip *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) whole = g_menu_new ();
  g_autoptr (GHashTable) counts = count_safe (self->findings);
  guint n_kinds = g_hash_table_size (counts);
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (self->findings, i);
      guint n_kind = GPOINTER_TO_UINT (g_hash_table_lookup (counts, finding->code));

      if (n_kind == 0)
        continue;
      append_kind (kinds, kind_name (finding->code), n_kind, finding->code);
      n += n_kind;
      g_hash_table_remove (counts, finding->code);
    }
  append_kind (whole, _("All of these"), n, "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  if (n_kinds > 1)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (whole));
  gtk_menu_button_set_menu_model (self->fix_all, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->fix_all), n > 1);
}

static void
fix_all_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *code)
{
  g_signal_emit (widget, signals[FIX_ALL_REQUESTED], 0, g_variant_get_string (code, NULL));
}

/* --- show ------------------------------------------------------------------------------------ */

static char *
describe (const GPtrArray *findings)
{
  guint n[3] = { 0 };
  g_autofree char *errors = NULL, *warnings = NULL, *hints = NULL;

  for (guint i = 0; i < findings->len; i++)
    n[((const GhFinding *) g_ptr_array_index (findings, i))->severity]++;
  if (findings->len == 0)
    return g_strdup (_("The check found nothing."));
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n[0]), n[0]);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n[1]), n[1]);
  hints = g_strdup_printf (ngettext ("%u hint", "%u hints", n[2]), n[2]);
  /* Translators: errors, warnings, hints of the check */
  return g_strdup_printf (_("Check: %s, %s, %s"), errors, warnings, hints);
}

static void
show_heed (GhFindingsStrip *self, guint n_ignored)
{
  g_autofree char *label =
    g_strdup_printf (ngettext ("Show %u ignored", "Show %u ignored", n_ignored), n_ignored);

  gtk_button_set_label (self->heed, label);
  gtk_widget_set_visible (GTK_WIDGET (self->heed), n_ignored > 0);
}

static gboolean
finding_equal (const GhFinding *a, const GhFinding *b)
{
  const char *fix_a = a->fix != NULL ? a->fix->label : "";
  const char *fix_b = b->fix != NULL ? b->fix->label : "";

  return a->severity == b->severity && g_str_equal (a->message, b->message) &&
         g_str_equal (a->where, b->where) && g_str_equal (a->quote, b->quote) &&
         g_str_equal (fix_a, fix_b);
}

static gboolean
same_rows (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!finding_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/* Row the keyboard is in, -1 = it is elsewhere. */
static int
focused_row (GhFindingsStrip *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return -1;
  row =
    GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The lines are made when the strip is open: a long plan has many, and they take far longer than
 * the check. The keyboard stays at the line where something was mended, so that one goes on to the
 * next. */
static void
show_rows (GhFindingsStrip *self)
{
  const GhFindingRows shared = { self->places, self->buttons, G_CALLBACK (fix_clicked_cb),
                                 G_CALLBACK (ignore_clicked_cb), self };
  gboolean open = gtk_expander_get_expanded (self->expander);
  int focused = focused_row (self);
  GtkListBoxRow *next;
  GtkWidget *row;

  self->stale = !open;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; open && i < self->findings->len; i++)
    gtk_list_box_append (self->list,
                         gh_finding_row_new (g_ptr_array_index (self->findings, i), &shared));
  next = focused >= 0 ? gtk_list_box_get_row_at_index (self->list,
                                                       MIN (focused, (int) self->findings->len - 1))
                      : NULL;
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}

static void
expanded_cb (GhFindingsStrip *self)
{
  if (self->stale && self->findings != NULL && gtk_expander_get_expanded (self->expander))
    show_rows (self);
}

void
gh_findings_strip_show (GhFindingsStrip *self, GPtrArray *findings, guint n_ignored)
{
  g_autofree char *summary = NULL;
  gboolean same;

  g_return_if_fail (GH_IS_FINDINGS_STRIP (self));

  show_heed (self, n_ignored);
  same = same_rows (self->findings, findings);
  g_ptr_array_ref (findings);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  if (same)
    return;
  show_rows (self);
  show_fix_all (self);
  summary = describe (findings);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), findings->len > 0);
  if (findings->len == 0)
    gtk_expander_set_expanded (self->expander, FALSE);
}

void
gh_findings_strip_open (GhFindingsStrip *self)
{
  g_return_if_fail (GH_IS_FINDINGS_STRIP (self));

  gtk_expander_set_expanded (self->expander, TRUE);
}

/* Delete on a line, as its button. */
static void
ignore_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhFindingsStrip *self = GH_FINDINGS_STRIP (widget);
  int row = focused_row (self);

  if (row >= 0 && (guint) row < self->findings->len)
    g_signal_emit (self, signals[IGNORE_REQUESTED], 0, g_ptr_array_index (self->findings, row));
}

static void
heed_clicked_cb (GhFindingsStrip *self)
{
  g_signal_emit (self, signals[HEED_REQUESTED], 0);
}

static void
activated_cb (GhFindingsStrip *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0, finding_of (self, GTK_WIDGET (row)));
}

static void
gh_findings_strip_dispose (GObject *object)
{
  GtkWidget *content;

  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_FINDINGS_STRIP);
  /* What has no name in the template is not taken away by that. */
  while ((content = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (content);

  G_OBJECT_CLASS (gh_findings_strip_parent_class)->dispose (object);
}

static void
gh_findings_strip_finalize (GObject *object)
{
  GhFindingsStrip *self = GH_FINDINGS_STRIP (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->places);
  g_clear_object (&self->buttons);

  G_OBJECT_CLASS (gh_findings_strip_parent_class)->finalize (object);
}

static void
gh_findings_strip_class_init (GhFindingsStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_findings_strip_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_findings_strip_finalize;

  signals[FINDING_ACTIVATED] = g_signal_new ("finding-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIX_REQUESTED] = g_signal_new ("fix-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIX_ALL_REQUESTED] = g_signal_new ("fix-all-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[IGNORE_REQUESTED] = g_signal_new ("ignore-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[HEED_REQUESTED] =
    g_signal_new ("heed-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "findings.fix-all", "s", fix_all_action);
  gtk_widget_class_install_action (widget_class, "findings.ignore", NULL, ignore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "findings.ignore", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/plan/gh-findings-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, overlay);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, expander);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, list);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, fix_all);
  gtk_widget_class_bind_template_child (widget_class, GhFindingsStrip, heed);
  gtk_widget_class_bind_template_callback (widget_class, heed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
gh_findings_strip_init (GhFindingsStrip *self)
{
  self->places = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->buttons = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
}
