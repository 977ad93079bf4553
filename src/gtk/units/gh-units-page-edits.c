/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-number.h"
#include "gh-toaster.h"
#include "gh-units-page-private.h"

/* What the clerk enters into the table. */

static gboolean
parse_quota (const char *text, gint64 *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0' || g_strcmp0 (trimmed, "–") == 0 || g_strcmp0 (trimmed, "-") == 0)
    {
      *value = -1;
      return TRUE;
    }
  return gh_number_parse_count (trimmed, value);
}

/* The figures that are stored, after those of an entry that came to nothing. */
static void
show_stored (GhUnitsPage *self)
{
  const GhSummary *summary = gh_workspace_get_summary (_gh_units_page_workspace (self));

  if (summary == NULL)
    return;
  gh_units_table_preview (self->table, summary);
  _gh_units_page_show_totals (self, summary);
}

/* While a figure is typed, its branch and the total against the target follow. */
void
_gh_units_page_quota_typed_cb (GhUnitsPage *self, gint64 unit_id, int indicator, const char *text)
{
  GhDossier *dossier = gh_workspace_get_dossier (_gh_units_page_workspace (self));
  g_autoptr (GhSummary) summary = NULL;
  gint64 value;

  if (text == NULL || dossier == NULL || !parse_quota (text, &value))
    {
      show_stored (self);
      return;
    }
  summary = gh_summary_new_with_quota (dossier, unit_id, (GhIndicator) indicator, value);
  gh_units_table_preview (self->table, summary);
  _gh_units_page_show_totals (self, summary);
}

void
_gh_units_page_quota_entered_cb (GhUnitsPage *self, gint64 unit_id, int indicator, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (!parse_quota (text, &value))
    {
      g_autofree char *message =
        g_strdup_printf (_("“%s” is not a whole number; the quota stays as it was."), text);

      show_stored (self);
      gh_toast (GTK_WIDGET (self), message);
      return;
    }
  if (!gh_edit_set_quota (_gh_units_page_workspace (self), unit_id, (GhIndicator) indicator, value,
                          &error))
    {
      show_stored (self);
      gh_dialog_error (GTK_WIDGET (self), _("The quota was not changed"), error);
    }
}

/* (transfer full) (nullable) (element-type GhQuota); NULL with a message shown */
static GPtrArray *
parse_entries (GhUnitsPage *self, const GPtrArray *entries)
{
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const GhUnitsEntry *entry = g_ptr_array_index (entries, i);
      gint64 value;

      if (!parse_quota (entry->text, &value))
        {
          g_autofree char *message =
            g_strdup_printf (_("“%s” for %s is not a whole number; nothing was changed."),
                             entry->text, entry->unit_name);

          gh_toast (GTK_WIDGET (self), message);
          return NULL;
        }
      g_ptr_array_add (quotas, gh_quota_new (entry->unit_id, entry->indicator, value));
    }
  return g_steal_pointer (&quotas);
}

void
_gh_units_page_quotas_entered_cb (GhUnitsPage *self, GPtrArray *entries, guint left_out)
{
  g_autoptr (GPtrArray) quotas = parse_entries (self, entries);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) message = g_string_new (NULL);

  if (quotas == NULL)
    return;
  if (!gh_edit_set_quotas (_gh_units_page_workspace (self), quotas, &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The quotas were not changed"), error);
      return;
    }
  g_string_append_printf (
    message, ngettext ("%u quota was entered", "%u quotas were entered", quotas->len), quotas->len);
  if (left_out > 0)
    {
      g_string_append (message, ". ");
      g_string_append_printf (message,
                              ngettext ("%u more cell found no place in the table",
                                        "%u more cells found no place in the table", left_out),
                              left_out);
    }
  gh_toast_undo (GTK_WIDGET (self), message->str);
}

void
_gh_units_page_lock_toggled_cb (GhUnitsPage *self, gint64 unit_id, int indicator)
{
  const GhUnitLine *row = gh_units_table_get_selected (self->table);
  g_autoptr (GError) error = NULL;

  if (row == NULL || row->unit_id != unit_id || row->cells[indicator].quota < 0)
    return;
  if (!gh_edit_lock_quota (_gh_units_page_workspace (self), unit_id, (GhIndicator) indicator,
                           !row->cells[indicator].locked, &error))
    gh_dialog_error (GTK_WIDGET (self), _("The quota was not changed"), error);
}
