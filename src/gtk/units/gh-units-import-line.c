/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-import-line.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-number.h"

void
gh_units_import_line_free (gpointer data)
{
  GhUnitsImportLine *line = data;

  gh_unit_merge_free (line->merge);
  g_free (line);
}

gboolean
gh_units_import_line_can_choose (const GhUnitsImportLine *line)
{
  return line->merge != NULL && line->merge->row != 0 &&
         (line->left_out || line->merge->fate == GH_MERGE_ADDED ||
          line->merge->fate == GH_MERGE_CHANGED);
}

static char *
row_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitsImportLine *line = gh_row_get_data (row);

  if (line->merge == NULL || line->merge->row == 0)
    return NULL;
  return gh_number_format (line->merge->row);
}

static char *
name_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitsImportLine *line = gh_row_get_data (row);

  return g_strdup (line->merge != NULL ? line->merge->after->name : line->problem->where);
}

/* "old → new" where the file changes what is there. */
static char *
change_text (const char *before, const char *after)
{
  if (before == NULL || g_strcmp0 (before, after) == 0)
    return g_strdup (after);
  return g_strdup_printf ("%s → %s", *before != '\0' ? before : "–", after);
}

static char *
kind_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitMerge *merge = ((const GhUnitsImportLine *) gh_row_get_data (row))->merge;

  if (merge == NULL)
    return NULL;
  return change_text (merge->before != NULL ? merge->before->kind : NULL, merge->after->kind);
}

static char *
parent_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitMerge *merge = ((const GhUnitsImportLine *) gh_row_get_data (row))->merge;

  return merge != NULL ? g_strdup (merge->parent) : NULL;
}

static char *
count_text (gint64 before, gint64 after, gboolean is_new)
{
  g_autofree char *old = gh_cell_count (before);
  g_autofree char *new = gh_cell_count (after);

  return change_text (is_new ? NULL : old, new);
}

static char *
headcount_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitMerge *merge = ((const GhUnitsImportLine *) gh_row_get_data (row))->merge;
  const GhUnit *before = merge != NULL ? merge->before : NULL;

  if (merge == NULL)
    return NULL;
  return count_text (before != NULL ? before->headcount : -1, merge->after->headcount,
                     before == NULL);
}

static char *
last_year_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitMerge *merge = ((const GhUnitsImportLine *) gh_row_get_data (row))->merge;
  const GhUnit *before = merge != NULL ? merge->before : NULL;

  if (merge == NULL)
    return NULL;
  return count_text (before != NULL ? before->last_year : -1, merge->after->last_year,
                     before == NULL);
}

static void
append_change (GString *text, const char *what, const char *before, const char *after)
{
  g_autofree char *change = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;
  change = change_text (before, after);
  g_string_append_printf (text, "; %s: %s", what, change);
}

/* What changes that has no column of its own. */
static char *
describe_change (const GhUnit *before, const GhUnit *after)
{
  GString *text = g_string_new (C_("import", "Changed"));

  append_change (text, _("contact person"), before->contact, after->contact);
  append_change (text, _("phone"), before->phone, after->phone);
  append_change (text, _("e-mail"), before->email, after->email);
  append_change (text, _("note"), before->note, after->note);
  return g_string_free (text, FALSE);
}

static char *
fate_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitsImportLine *line = gh_row_get_data (row);

  if (line->merge == NULL)
    return g_strdup (line->problem->message);
  if (line->left_out)
    return g_strdup (C_("import", "Left out"));
  switch (line->merge->fate)
    {
    case GH_MERGE_ADDED:
      return g_strdup (line->merge->row != 0 ? C_("import", "New")
                                             : _("New: other rows name it as their parent"));
    case GH_MERGE_CHANGED:
      return describe_change (line->merge->before, line->merge->after);
    case GH_MERGE_REFUSED:
      return g_strdup (line->merge->reason);
    case GH_MERGE_SAME:
    default:
      return g_strdup (C_("import", "As it is"));
    }
}

static gboolean
is_strong (GhRow *row)
{
  const GhUnitsImportLine *line = gh_row_get_data (row);

  return line->merge != NULL && !line->left_out &&
         (line->merge->fate == GH_MERGE_ADDED || line->merge->fate == GH_MERGE_CHANGED);
}

void
gh_units_import_append_columns (GtkColumnView *view)
{
  const GhColumn columns[] = {
    { .id = "row", .title = _("Row"), .n_chars = 5, .flags = GH_CELL_NUMBER, .text = row_text },
    { .id = "name", .title = _("Unit"), .n_chars = 24, .text = name_text, .strong = is_strong },
    { .id = "kind", .title = _("Kind"), .n_chars = 11, .text = kind_text },
    { .id = "parent", .title = _("Belongs to"), .n_chars = 16, .text = parent_text },
    { .id = "headcount",
      .title = _("Headcount"),
      .n_chars = 12,
      .flags = GH_CELL_NUMBER,
      .text = headcount_text },
    { .id = "last-year",
      .title = _("Last year"),
      .n_chars = 11,
      .flags = GH_CELL_NUMBER,
      .text = last_year_text },
    { .id = "fate", .title = _("What will happen"), .flags = GH_CELL_WRAP, .text = fate_text },
  };

  gh_columns_append (view, columns, G_N_ELEMENTS (columns));
}
