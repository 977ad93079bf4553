/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-outline.h"
#include "gh-proposal.h"
#include "gh-sheet-unit.h"
#include "gh-text.h"

enum
{
  FIELD_ORDER,
  FIELD_NAME,
  FIELD_PARENT,
  FIELD_KIND,
  FIELD_HEADCOUNT,
  FIELD_LAST_YEAR,
  FIELD_CONTACT,
  FIELD_PHONE,
  FIELD_EMAIL,
  FIELD_NOTE,
  N_FIELDS
};

static const GhSheetTitle titles[] = {
  GH_SHEET_UNIT_TITLES (FIELD_ORDER, FIELD_NAME),
  { FIELD_PARENT, "don vi cap tren" },
  { FIELD_PARENT, "cap tren" },
  { FIELD_PARENT, "don vi chu quan" },
  { FIELD_PARENT, "co quan chu quan" },
  { FIELD_PARENT, "don vi quan ly" },
  { FIELD_PARENT, "co quan cap tren" },
  { FIELD_PARENT, "truc thuoc" },
  { FIELD_PARENT, "thuoc" },
  { FIELD_PARENT, "thuoc don vi" },
  { FIELD_PARENT, "khoi" },
  { FIELD_PARENT, "parent" },
  { FIELD_PARENT, "parent unit" },
  { FIELD_PARENT, "~cap tren" },
  { FIELD_KIND, "loai" },
  { FIELD_KIND, "loai don vi" },
  { FIELD_KIND, "loai hinh" },
  { FIELD_KIND, "cap" },
  { FIELD_KIND, "cap don vi" },
  { FIELD_KIND, "kind" },
  { FIELD_KIND, "type" },
  { FIELD_KIND, "level" },
  { FIELD_LAST_YEAR, "last year" },
  { FIELD_LAST_YEAR, "previous year" },
  { FIELD_LAST_YEAR, "nam truoc" },
  { FIELD_LAST_YEAR, "~ket qua nam" },
  { FIELD_LAST_YEAR, "~thuc hien nam" },
  { FIELD_LAST_YEAR, "~nam truoc" },
  { FIELD_LAST_YEAR, "~last year" },
  { FIELD_HEADCOUNT, "headcount" },
  { FIELD_HEADCOUNT, "staff" },
  { FIELD_HEADCOUNT, "members" },
  { FIELD_HEADCOUNT, "employees" },
  { FIELD_HEADCOUNT, "si so" },
  { FIELD_HEADCOUNT, "bien che" },
  { FIELD_HEADCOUNT, "cbccvc" },
  { FIELD_HEADCOUNT, "~quan so" },
  { FIELD_HEADCOUNT, "~so can bo" },
  { FIELD_HEADCOUNT, "~so cbccvc" },
  { FIELD_HEADCOUNT, "~so luong can bo" },
  { FIELD_HEADCOUNT, "~so luong cbccvc" },
  { FIELD_HEADCOUNT, "~tong so nguoi" },
  { FIELD_HEADCOUNT, "~tong so cb" },
  { FIELD_HEADCOUNT, "~so nguoi" },
  { FIELD_HEADCOUNT, "~so lao dong" },
  { FIELD_HEADCOUNT, "~so doan vien" },
  { FIELD_HEADCOUNT, "~so hoi vien" },
  { FIELD_PHONE, "~dien thoai" },
  { FIELD_PHONE, "sdt" },
  { FIELD_PHONE, "so dt" },
  { FIELD_PHONE, "dt" },
  { FIELD_PHONE, "phone" },
  { FIELD_PHONE, "phone number" },
  { FIELD_PHONE, "telephone" },
  { FIELD_PHONE, "tel" },
  { FIELD_PHONE, "mobile" },
  { FIELD_EMAIL, "~email" },
  { FIELD_EMAIL, "e mail" },
  { FIELD_EMAIL, "mail" },
  { FIELD_EMAIL, "~thu dien tu" },
  { FIELD_EMAIL, "hop thu" },
  { FIELD_CONTACT, "contact" },
  { FIELD_CONTACT, "contact person" },
  { FIELD_CONTACT, "dau moi" },
  { FIELD_CONTACT, "lien he" },
  { FIELD_CONTACT, "~nguoi lien he" },
  { FIELD_CONTACT, "~dau moi" },
  { FIELD_CONTACT, "~nguoi phu trach" },
  { FIELD_CONTACT, "~can bo phu trach" },
  { FIELD_NOTE, "ghi chu" },
  { FIELD_NOTE, "note" },
  { FIELD_NOTE, "notes" },
  { FIELD_NOTE, "remarks" },
};

static const GhSheetSpec spec = {
  .titles = titles,
  .n_titles = G_N_ELEMENTS (titles),
  .n_fields = N_FIELDS,
  .name_field = FIELD_NAME,
  .order_field = FIELD_ORDER,
  .first_numeric = FIELD_HEADCOUNT,
  .n_numeric = 2,
};

/* A row with what it shows of its place in the tree. */
typedef struct
{
  GhUnitRow *row;
  char *number;
  guint indent;
  gboolean group;
  gboolean own; /* its figures are its own beside those of its parts */
} Candidate;

typedef struct
{
  GhUnitReading *reading;
  GhSheetTable *table; /* borrowed */
  GArray *candidates;  /* Candidate */
  guint n_phones;      /* whose leading 0 was put back */
  gint64 total;        /* headcount of the total row, -1 = none */
  guint total_row;
} Reader;

static void
unit_row_free (gpointer data)
{
  GhUnitRow *row = data;

  if (row == NULL)
    return;
  gh_unit_free (row->unit);
  g_free (row->parent);
  g_free (row);
}

void
gh_unit_reading_free (GhUnitReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->rows);
  g_ptr_array_unref (reading->problems);
  g_free (reading);
}

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  unit_row_free (candidate->row);
  g_free (candidate->number);
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* Excel turns 0912345678 into a number and drops its zero. */
static void
read_phone (Reader *reader, const GhSheetRow *row, GhUnit *unit)
{
  const GhCell *cell = gh_sheet_table_get (reader->table, row, FIELD_PHONE);

  take (&unit->phone, gh_sheet_table_dup (reader->table, row, FIELD_PHONE));
  if (cell == NULL || cell->kind != GH_CELL_NUMBER || *unit->phone == '0' ||
      (strlen (unit->phone) != 9 && strlen (unit->phone) != 10))
    return;
  take (&unit->phone, g_strconcat ("0", unit->phone, NULL));
  reader->n_phones++;
}

static gboolean
is_group (Reader *reader, const GhSheetRow *row)
{
  const GhCell *first = &row->cells[0];

  for (guint i = 1; i < row->n_cells; i++)
    if (!row->cells[i].merged)
      return FALSE;
  return first->span >= 3 || (row->n_cells == 1 && reader->table->columns[FIELD_NAME] > 0 &&
                              first->column < (guint) reader->table->columns[FIELD_NAME]);
}

static void
read_own_share (Reader *reader, const GhSheetRow *row)
{
  Candidate *above = &g_array_index (reader->candidates, Candidate, reader->candidates->len - 1);
  GPtrArray *problems = reader->reading->problems;

  above->own = TRUE;
  gh_sheet_table_read_count (reader->table, row, FIELD_HEADCOUNT, &above->row->unit->headcount,
                             problems);
  gh_sheet_table_read_count (reader->table, row, FIELD_LAST_YEAR, &above->row->unit->last_year,
                             problems);
}

static void
read_row (Reader *reader, const GhSheetRow *row)
{
  GPtrArray *problems = reader->reading->problems;
  g_autofree char *number = NULL;
  gboolean heading;
  g_autofree char *name = gh_sheet_read_unit (reader->table, row, &number, &heading);
  const GhCell *cell = gh_sheet_table_get (reader->table, row, FIELD_NAME);
  Candidate candidate = { 0 };
  GhUnit *unit;

  if (reader->candidates->len > 0 && gh_sheet_is_own_share (name))
    {
      read_own_share (reader, row);
      return;
    }
  if (*name == '\0')
    {
      if (cell == NULL || cell->kind != GH_CELL_ERROR)
        gh_sheet_table_report (reader->table, problems, row->number, FIELD_NAME, TRUE,
                               g_strdup (_("The name of the unit is missing; the row was not "
                                           "taken.")));
      else
        gh_sheet_table_report (reader->table, problems, row->number, FIELD_NAME, TRUE,
                               g_strdup_printf (_("The formula has the error %s; the row was not "
                                                  "taken."),
                                                cell->text));
      return;
    }
  if (g_utf8_strlen (name, -1) > 300)
    {
      gh_sheet_table_report (
        reader->table, problems, row->number, FIELD_NAME, TRUE,
        g_strdup (_("This is too long for the name of a unit; the row was not "
                    "taken.")));
      return;
    }
  unit = gh_unit_new (name);
  take (&unit->kind, gh_sheet_table_dup (reader->table, row, FIELD_KIND));
  take (&unit->contact, gh_sheet_table_dup (reader->table, row, FIELD_CONTACT));
  take (&unit->email, gh_sheet_table_dup (reader->table, row, FIELD_EMAIL));
  take (&unit->note, gh_sheet_table_dup (reader->table, row, FIELD_NOTE));
  candidate.group = is_group (reader, row);
  if (!candidate.group)
    {
      gh_sheet_table_read_count (reader->table, row, FIELD_HEADCOUNT, &unit->headcount, problems);
      gh_sheet_table_read_count (reader->table, row, FIELD_LAST_YEAR, &unit->last_year, problems);
      read_phone (reader, row, unit);
    }
  candidate.row = g_new0 (GhUnitRow, 1);
  candidate.row->unit = unit;
  candidate.row->row = row->number;
  candidate.row->parent =
    candidate.group ? g_strdup ("") : gh_sheet_table_dup (reader->table, row, FIELD_PARENT);
  candidate.number = g_steal_pointer (&number);
  candidate.indent = cell != NULL ? cell->indent : 0;
  g_array_append_val (reader->candidates, candidate);
}

/* Where the sum of a column's parts stands in a row above them, the row has no figure of its own.
 */
static void
drop_subtotals (Reader *reader, const GhOutlineRow *outline)
{
  guint n = reader->candidates->len;
  g_autofree gint64 *sums = g_new0 (gint64, n * 2 + 1);
  guint n_dropped = 0;

  for (guint i = n; i-- > 0;)
    {
      const Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);
      GhUnit *unit = candidate->row->unit;
      gint64 *figures[] = { &unit->headcount, &unit->last_year };

      for (gsize k = 0; k < G_N_ELEMENTS (figures); k++)
        {
          gint64 below = sums[i * 2 + k];
          gint64 all = MAX (*figures[k], 0) + below;

          if (below > 0 && *figures[k] == below && !candidate->own)
            {
              all = below;
              *figures[k] = -1;
              n_dropped++;
            }
          if (outline[i].parent >= 0)
            sums[outline[i].parent * 2 + (int) k] += all;
        }
    }
  if (n_dropped > 0)
    gh_sheet_table_report (
      reader->table, reader->reading->problems, reader->table->head_row, -1, FALSE,
      g_strdup_printf (ngettext ("%u subtotal was left out: it is the sum of "
                                 "the rows below it.",
                                 "%u subtotals were left out: they are the sum "
                                 "of the rows below them.",
                                 n_dropped),
                       n_dropped));
}

static void
link_parents (Reader *reader)
{
  guint n = reader->candidates->len;
  g_autofree GhOutlineRow *outline = g_new0 (GhOutlineRow, n + 1);
  gboolean named = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);

      outline[i].number = candidate->number;
      outline[i].indent = candidate->indent;
      outline[i].group = candidate->group;
      named |= *candidate->row->parent != '\0';
    }
  if (named || !gh_outline_link (outline, n))
    return;
  for (guint i = 0; i < n; i++)
    if (outline[i].parent >= 0)
      take (&g_array_index (reader->candidates, Candidate, i).row->parent,
            g_strdup (
              g_array_index (reader->candidates, Candidate, outline[i].parent).row->unit->name));
  drop_subtotals (reader, outline);
}

static void
check_total (Reader *reader)
{
  gint64 sum = 0;

  if (reader->total < 0)
    return;
  for (guint i = 0; i < reader->candidates->len; i++)
    sum += MAX (g_array_index (reader->candidates, Candidate, i).row->unit->headcount, 0);
  if (sum != reader->total)
    gh_sheet_table_report_sum (reader->table, reader->reading->problems, reader->total_row,
                               FIELD_HEADCOUNT, "", (const gint64[]){ reader->total, sum });
}

/* Rows of one parent stand together: it is folded once. */
static const char *
fold_parent (const char *parent, char **last_parent, char **last_folded)
{
  if (g_strcmp0 (parent, *last_parent) != 0)
    {
      take (last_parent, g_strdup (parent));
      take (last_folded, gh_text_fold (parent));
    }
  return *last_folded;
}

/* Takes the candidates over; one name under one parent is one unit. */
static void
take_rows (Reader *reader, GHashTable *row_by_key)
{
  g_autofree char *last_parent = NULL;
  g_autofree char *last_folded = NULL;

  for (guint i = 0; i < reader->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (reader->candidates, Candidate, i);
      GhUnitRow *row = candidate->row;
      g_autofree char *name = gh_text_fold (row->unit->name);
      const char *parent = fold_parent (row->parent, &last_parent, &last_folded);
      g_autofree char *key = g_strconcat (parent, "\n", name, NULL);
      gpointer first = g_hash_table_lookup (row_by_key, key);

      if (first != NULL)
        {
          gh_sheet_table_report (reader->table, reader->reading->problems, row->row, FIELD_NAME,
                                 TRUE,
                                 g_strdup_printf (_("“%s” stands in row %u already; this row was "
                                                    "not taken."),
                                                  row->unit->name, GPOINTER_TO_UINT (first)));
          continue;
        }
      if (*parent != '\0' && strcmp (name, parent) == 0)
        {
          gh_sheet_table_report (reader->table, reader->reading->problems, row->row, FIELD_PARENT,
                                 FALSE,
                                 g_strdup (_("The unit names itself as its parent; it was put at "
                                             "the top.")));
          take (&row->parent, g_strdup (""));
        }
      row->unit->position = (int) reader->reading->rows->len;
      g_hash_table_insert (row_by_key, g_steal_pointer (&key), GUINT_TO_POINTER (row->row));
      g_ptr_array_add (reader->reading->rows, g_steal_pointer (&candidate->row));
    }
}

static gboolean
read_table (GhUnitReading *reading,
            GhSheetTable *table,
            GHashTable *row_by_key,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  g_autoptr (GError) failure = NULL;
  Reader reader = { .reading = reading, .table = table, .candidates = candidates, .total = -1 };
  const GhSheetRow *row;

  g_array_set_clear_func (candidates, candidate_clear);
  if (!gh_sheet_book_start (table->book, table->sheet, error))
    return FALSE;
  while ((row = gh_sheet_book_next (table->book, &failure)) != NULL)
    {
      GhSheetRowKind kind = gh_sheet_table_classify (table, row);

      if (row->number % 512 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (kind == GH_SHEET_ROW_UNIT)
        read_row (&reader, row);
      else if (kind == GH_SHEET_ROW_TOTAL)
        {
          gh_sheet_table_read_count (table, row, FIELD_HEADCOUNT, &reader.total, reading->problems);
          reader.total_row = row->number;
        }
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  link_parents (&reader);
  check_total (&reader);
  take_rows (&reader, row_by_key);
  if (reader.n_phones > 0)
    gh_sheet_table_report (
      table, reading->problems, table->head_row, FIELD_PHONE, FALSE,
      g_strdup_printf (ngettext ("The leading 0 of %u telephone number was put "
                                 "back; Excel had dropped it.",
                                 "The leading 0 of %u telephone numbers was "
                                 "put back; Excel had dropped it.",
                                 reader.n_phones),
                       reader.n_phones));
  gh_sheet_table_report_unread (table, reading->problems);
  return TRUE;
}

GhUnitReading *
gh_unit_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GhSheetBook) book = gh_sheet_book_open_file (file, cancellable, error);
  g_autoptr (GhUnitReading) reading = g_new0 (GhUnitReading, 1);
  g_autoptr (GHashTable) row_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tables = NULL;

  reading->rows = g_ptr_array_new_with_free_func (unit_row_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  if (book == NULL)
    return NULL;
  tables = gh_sheet_tables_find (book, &spec, _("“Đơn vị”, “Đơn vị cấp trên”, “Quân số”"), error);
  if (tables == NULL)
    return NULL;
  if (gh_sheet_book_get_note (book) != NULL)
    gh_problems_add (reading->problems, g_strdup (gh_sheet_book_get_name (book)), FALSE,
                     g_strdup (gh_sheet_book_get_note (book)));
  for (guint i = 0; i < tables->len; i++)
    if (!read_table (reading, g_ptr_array_index (tables, i), row_by_key, cancellable, error))
      return NULL;
  if (reading->rows->len == 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY,
                   _("“%s” has column titles, but no unit below them."),
                   gh_sheet_book_get_name (book));
      return NULL;
    }
  return g_steal_pointer (&reading);
}
