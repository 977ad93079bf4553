/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-tsv.h"
#include "gh-units-table-private.h"

/* Several cells taken together: a rectangle between two cells, of the units in the order shown
 * (heads of groups have no figures of their own and are passed over) and of the columns of quotas.
 */
typedef struct
{
  GPtrArray *units; /* const GhUnitLine, borrowed until the next update */
  guint first;      /* columns, as indices into the table's indicators */
  guint last;
} Range;

static void
range_clear (Range *range)
{
  g_clear_pointer (&range->units, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Range, range_clear)

void
gh_units_entry_free (GhUnitsEntry *entry)
{
  g_free (entry->text);
  g_free (entry);
}

static const GhUnitLine *
line_at (GhUnitsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? gh_row_get_data (gh_units_table_item_row (item)) : NULL;
}

gboolean
gh_units_table_is_leaf (GhUnitsTable *self, guint position)
{
  const GhUnitLine *unit = line_at (self, position);

  return unit != NULL && unit->leaf;
}

static guint
column_of (GhUnitsTable *self, GhIndicator indicator)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (g_array_index (self->indicators, GhIndicator, i) == indicator)
      return i;
  return G_MAXUINT;
}

/* FALSE if no cell was taken, or it is not shown any more. */
static gboolean
get_range (GhUnitsTable *self, Range *range)
{
  guint from = gh_units_table_find_position (self, self->anchor.unit_id);
  guint to = gh_units_table_find_position (self, self->cursor.unit_id);
  guint one = column_of (self, self->anchor.indicator);
  guint other = column_of (self, self->cursor.indicator);

  range->units = g_ptr_array_new ();
  if (from == GTK_INVALID_LIST_POSITION || to == GTK_INVALID_LIST_POSITION || one == G_MAXUINT ||
      other == G_MAXUINT)
    return FALSE;
  range->first = MIN (one, other);
  range->last = MAX (one, other);
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    if (gh_units_table_is_leaf (self, i))
      g_ptr_array_add (range->units, (gpointer) line_at (self, i));
  return range->units->len > 0;
}

static gboolean
is_one_cell (const Range *range)
{
  return range->units->len == 1 && range->first == range->last;
}

/* --- what is taken --------------------------------------------------------------------------- */

static guint
place_hash (gconstpointer key)
{
  const GhUnitsPlace *place = key;

  return g_int64_hash (&place->unit_id) * 31 + place->indicator;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const GhUnitsPlace *one = a, *other = b;

  return one->unit_id == other->unit_id && one->indicator == other->indicator;
}

GHashTable *
gh_units_places_new (void)
{
  return g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
}

gboolean
gh_units_table_is_taken (GhUnitsTable *self, gint64 unit_id, GhIndicator indicator)
{
  const GhUnitsPlace place = { unit_id, indicator };

  return g_hash_table_contains (self->taken, &place);
}

guint
gh_units_table_count_taken (GhUnitsTable *self)
{
  return g_hash_table_size (self->taken);
}

static void
mark_range (GhUnitsTable *self)
{
  g_auto (Range) range = { 0 };
  guint before = g_hash_table_size (self->taken);

  g_hash_table_remove_all (self->taken);
  /* One cell alone has the focus, which shows. */
  if (!place_equal (&self->anchor, &self->cursor) && get_range (self, &range) &&
      !is_one_cell (&range))
    for (guint i = 0; i < range.units->len; i++)
      for (guint j = range.first; j <= range.last; j++)
        {
          const GhUnitLine *unit = g_ptr_array_index (range.units, i);
          const GhUnitsPlace place = { unit->unit_id,
                                       g_array_index (self->indicators, GhIndicator, j) };

          g_hash_table_add (self->taken, g_memdup2 (&place, sizeof place));
        }
  if (before == 0 && g_hash_table_size (self->taken) == 0)
    return;
  gh_units_table_show_taken (self);
  g_signal_emit_by_name (self, "selection-changed");
}

void
gh_units_table_take (GhUnitsTable *self, gint64 unit_id, GhIndicator indicator, gboolean extend)
{
  self->cursor.unit_id = unit_id;
  self->cursor.indicator = indicator;
  if (!extend)
    self->anchor = self->cursor;
  mark_range (self);
}

gboolean
gh_units_table_release (GhUnitsTable *self)
{
  gboolean several = g_hash_table_size (self->taken) > 0;

  self->anchor = self->cursor;
  if (several)
    mark_range (self);
  return several;
}

static gboolean
take_all (GhUnitsTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint first = 0;
  guint last = n;

  while (first < n && !gh_units_table_is_leaf (self, first))
    first++;
  while (last > first && !gh_units_table_is_leaf (self, last - 1))
    last--;
  if (first >= last || self->indicators->len == 0)
    return FALSE;
  self->anchor.unit_id = line_at (self, first)->unit_id;
  self->anchor.indicator = g_array_index (self->indicators, GhIndicator, 0);
  self->cursor.unit_id = line_at (self, last - 1)->unit_id;
  self->cursor.indicator = g_array_index (self->indicators, GhIndicator, self->indicators->len - 1);
  mark_range (self);
  return TRUE;
}

/* --- entries for all of them ----------------------------------------------------------------- */

/* (transfer full): as it is copied: without points between the thousands, "" where it is empty */
static char *
figure_of (const GhUnitLine *unit, GhIndicator indicator)
{
  gint64 quota = unit->cells[indicator].quota;

  return quota < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, quota);
}

static GhIndicator
indicator_at (GhUnitsTable *self, guint column)
{
  return g_array_index (self->indicators, GhIndicator, column);
}

static void
add_entry (GPtrArray *entries, const GhUnitLine *unit, GhIndicator indicator, const char *text)
{
  GhUnitsEntry *entry = g_new0 (GhUnitsEntry, 1);

  entry->unit_id = unit->unit_id;
  entry->unit_name = unit->name;
  entry->indicator = indicator;
  entry->text = g_strdup (text);
  g_ptr_array_add (entries, entry);
}

static void
send_entries (GhUnitsTable *self, GPtrArray *entries, guint left_out)
{
  if (entries->len > 0)
    g_signal_emit_by_name (self, "quotas-entered", entries, left_out);
}

static void
fill_with (GhUnitsTable *self, const Range *range, const char *text)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_units_entry_free);

  for (guint i = 0; i < range->units->len; i++)
    for (guint j = range->first; j <= range->last; j++)
      add_entry (entries, g_ptr_array_index (range->units, i), indicator_at (self, j), text);
  send_entries (self, entries, 0);
}

/* The unit above @unit as shown, or NULL. */
static const GhUnitLine *
unit_above (GhUnitsTable *self, const GhUnitLine *unit)
{
  for (guint i = gh_units_table_find_position (self, unit->unit_id); i-- > 0;)
    if (gh_units_table_is_leaf (self, i))
      return line_at (self, i);
  return NULL;
}

/* The first line goes into those below it; a single line takes what stands above it. */
static void
fill_down (GhUnitsTable *self, const Range *range)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_units_entry_free);
  const GhUnitLine *source = g_ptr_array_index (range->units, 0);
  guint first = range->units->len > 1 ? 1 : 0;

  if (first == 0)
    source = unit_above (self, source);
  for (guint i = first; source != NULL && i < range->units->len; i++)
    for (guint j = range->first; j <= range->last; j++)
      {
        g_autofree char *text = figure_of (source, indicator_at (self, j));

        add_entry (entries, g_ptr_array_index (range->units, i), indicator_at (self, j), text);
      }
  send_entries (self, entries, 0);
}

/* The first column goes into those beside it; a single column takes what stands left of it. */
static void
fill_right (GhUnitsTable *self, const Range *range)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_units_entry_free);
  guint source = range->first;
  guint first = range->first + 1;

  if (range->first == range->last)
    {
      first = range->first;
      source = range->first - 1;
    }
  for (guint i = 0; source < self->indicators->len && i < range->units->len; i++)
    {
      const GhUnitLine *unit = g_ptr_array_index (range->units, i);
      g_autofree char *text = figure_of (unit, indicator_at (self, source));

      for (guint j = first; j <= range->last; j++)
        add_entry (entries, unit, indicator_at (self, j), text);
    }
  send_entries (self, entries, 0);
}

static void
copy_range (GhUnitsTable *self, const Range *range)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < range->units->len; i++)
    {
      for (guint j = range->first; j <= range->last; j++)
        {
          g_autofree char *figure =
            figure_of (g_ptr_array_index (range->units, i), indicator_at (self, j));

          gh_tsv_append (text, figure, j == range->first);
        }
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

gboolean
gh_units_table_command (GhUnitsTable *self, GhQuotaCommand command, const char *text)
{
  g_auto (Range) range = { 0 };
  gboolean there = get_range (self, &range);
  gboolean several = there && !is_one_cell (&range);

  switch (command)
    {
    case GH_QUOTA_COMMAND_COPY:
      if (several)
        copy_range (self, &range);
      return several;
    case GH_QUOTA_COMMAND_CLEAR:
      if (several)
        fill_with (self, &range, "");
      return several;
    case GH_QUOTA_COMMAND_FILL:
      if (several)
        fill_with (self, &range, text);
      return several;
    case GH_QUOTA_COMMAND_FILL_DOWN:
      if (there)
        fill_down (self, &range);
      return there;
    case GH_QUOTA_COMMAND_FILL_RIGHT:
      if (there)
        fill_right (self, &range);
      return there;
    case GH_QUOTA_COMMAND_SELECT_ALL:
      return take_all (self);
    case GH_QUOTA_COMMAND_RELEASE:
      return gh_units_table_release (self);
    case GH_QUOTA_COMMAND_SELECT_HERE:
    default:
      return FALSE;
    }
}

void
gh_units_table_paste (GhUnitsTable *self, const char *text)
{
  g_autoptr (GPtrArray) lines = gh_tsv_parse (text);
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_units_entry_free);
  g_auto (Range) range = { 0 };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position;
  guint left_out = 0;

  if (!get_range (self, &range) || lines->len == 0)
    return;
  if (lines->len == 1 && g_strv_length (g_ptr_array_index (lines, 0)) == 1)
    {
      fill_with (self, &range, ((char **) g_ptr_array_index (lines, 0))[0]);
      return;
    }
  position = gh_units_table_find_position (
    self, ((const GhUnitLine *) g_ptr_array_index (range.units, 0))->unit_id);
  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = g_ptr_array_index (lines, i);

      while (position < n && !gh_units_table_is_leaf (self, position))
        position++;
      for (guint j = 0; cells[j] != NULL; j++)
        if (position < n && range.first + j < self->indicators->len)
          add_entry (entries, line_at (self, position), indicator_at (self, range.first + j),
                     cells[j]);
        else
          left_out++;
      position += position < n ? 1 : 0;
    }
  send_entries (self, entries, left_out);
}
