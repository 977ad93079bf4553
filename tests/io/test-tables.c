/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table readers against hostile files: package by package, and by seeded mutations. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "gh-export-ics.h"
#include "gh-export.h"
#include "gh-outline.h"
#include "gh-proposal.h"
#include "gh-sheet.h"
#include "gh-zip-writer.h"
#include "gh-zip.h"
#include "make-dossier.h"

#define N_MUTATIONS 400

static const char relations[] =
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
  "<Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char workbook_relations[] =
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
  "<Relationship Id='a' Type='x/worksheet' Target='/xl/sheet.xml'/>"
  "<Relationship Id='b' Type='x/sharedStrings' Target='../xl/strings.xml'/></Relationships>";
static const char workbook[] =
  "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
  "<sheets><sheet name='S' r:id='a'/></sheets></workbook>";
static const char strings[] = "<sst><si><t>Đơn vị</t></si><si><r><t>Xã </t></r><rPh><t>zz</t></rPh>"
                              "<r><t>An_x000D_ Hòa</t></r></si></sst>";

static GBytes *
pack (const char *sheet)
{
  g_autoptr (GhZipWriter) writer = gh_zip_writer_new ();
  const struct
  {
    const char *name;
    const char *text;
  } parts[] = {
    { "_rels/.rels", relations },    { "xl/_rels/workbook.xml.rels", workbook_relations },
    { "xl/workbook.xml", workbook }, { "xl/strings.xml", strings },
    { "xl/sheet.xml", sheet },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gh_zip_writer_add (writer, parts[i].name, parts[i].text, strlen (parts[i].text));
  return g_byte_array_free_to_bytes (gh_zip_writer_finish (writer));
}

/* (transfer full): all rows as "row:column=text" joined by blanks, "!" and the code if refused. */
static char *
dump (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhSheetBook) book = gh_sheet_book_open (bytes, "f", &error);
  g_autoptr (GString) text = g_string_new (NULL);
  const GhSheetRow *row;

  if (book != NULL && gh_sheet_book_start (book, 0, &error))
    while ((row = gh_sheet_book_next (book, &error)) != NULL)
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (text, "%s%u:%u=%s%s", text->len > 0 ? " " : "", row->number,
                                row->cells[i].column, row->cells[i].text,
                                row->cells[i].merged ? "*" : "");
  if (error != NULL)
    {
      g_assert_true (error->domain == GH_IMPORT_ERROR);
      g_string_append_printf (text, "!%d", error->code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_sheets (void)
{
  const struct
  {
    const char *rows;
    const char *expected;
  } cases[] = {
    { "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>12</v></c></row>", "1:0=Đơn vị 1:2=12" },
    { "<row><c t='s'><v>1</v></c><c t='inlineStr'><is><t>b</t></is></c></row>",
      "1:0=Xã An Hòa 1:1=b" },
    { "<row r='3'><c r='B3'><f>1+1</f><v>2.50</v></c><c r='C3' t='str'><v>x</v></c></row>",
      "3:1=2.5 3:2=x" },
    { "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "1048576:16383=1" },
    { "<row r='1'/><row r='2'><c r='A2'/></row><row r='4'><c r='A4'><v/></c></row>", "" },
    { "<row r='1'><c r='XFE1'><v>1</v></c></row>", "!0" },
    { "<row r='1'><c r='ZZZZZZZZ99999999999'><v>1</v></c></row>", "!0" },
    { "<row r='1048577'><c><v>1</v></c></row>", "!0" },
    { "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>", "2:0=1!0" },
    { "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "!0" },
    { "<row r='1'><row r='2'><c r='A2'><v>1</v></c></row><c r='A2'><v>1</v></c></row>", "2:0=1" },
    { "<row r='1'><c t='s'><v>99</v></c><c t='s'><v>-1</v></c><c><v>nan</v></c></row>", "" },
    { "<row r='1'><c t='d'><v>2027-03-09T07:30:00</v></c><c t='d'><v/></c>"
      "<c t='d'><v>2027-03-09T99999999:00</v></c><c t='d'><v>  </v></c><c "
      "t='d'><v>mai</v></c></row>",
      "1:0=09/03/2027 1:2=09/03/2027 1:4=mai" },
    { "<row r='1'><c r='A1'><v>1", "!0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet =
        g_strconcat ("<worksheet><x/><sheetData>", cases[i].rows, "</sheetData></worksheet>", NULL);
      g_autoptr (GBytes) bytes = pack (sheet);
      g_autofree char *got = dump (bytes);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_merges (void)
{
  g_autoptr (GBytes) bytes =
    pack ("<worksheet><sheetData><row r='1'><c><v>1</v></c></row>"
          "<row r='2'><c r='C2'><v>2</v></c></row><row r='3'><c r='C3'><v>3</v></c></row>"
          "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"A1:\"/>"
          "<mergeCell ref=\"B5:A4\"/></mergeCells></worksheet>");
  g_autofree char *got = dump (bytes);

  g_assert_cmpstr (got, ==, "1:0=1 1:1=1* 2:0=1* 2:1=1* 2:2=2 3:2=3");
}

static void
test_bombs (void)
{
  g_autoptr (GString) deep = g_string_new ("<worksheet><sheetData><row>");
  g_autoptr (GString) many = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GString) merges = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GBytes) entity =
    pack ("<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
          "<worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData>"
          "</worksheet>");
  g_autoptr (GBytes) deep_bytes = NULL;
  g_autoptr (GBytes) many_bytes = NULL;
  g_autoptr (GBytes) merge_bytes = NULL;
  g_autofree char *got = dump (entity);
  g_autofree char *got_deep = NULL;
  g_autofree char *got_many = NULL;
  g_autofree char *got_merges = NULL;

  g_assert_cmpstr (got, ==, "!0");

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<c>");
  deep_bytes = pack (deep->str);
  got_deep = dump (deep_bytes);
  g_assert_cmpstr (got_deep, ==, "!0");

  for (int i = 0; i < 200002; i++)
    g_string_append_printf (many, "<row><c><v>%d</v></c></row>", i * 7919 % 100003);
  g_string_append (many, "</sheetData></worksheet>");
  many_bytes = pack (many->str);
  got_many = dump (many_bytes);
  g_assert_true (g_str_has_suffix (got_many, "!1"));

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (merges, "<row><c><v>%d</v></c></row>", i * 7919 % 100003);
  g_string_append (merges, "</sheetData><mergeCells>");
  for (int i = 1; i < 20000; i++)
    g_string_append_printf (merges, "<mergeCell ref=\"A%d:XFD1048576\"/>", i);
  g_string_append (merges, "</mergeCells></worksheet>");
  merge_bytes = pack (merges->str);
  got_merges = dump (merge_bytes); /* within its time limit, that is all */
  g_assert_nonnull (strstr (got_merges, "20000:0="));
}

static void
test_csv (void)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a,b\n\"c,\"\"d\",e\n", "1:0=a 1:1=b 2:0=c,\"d 2:1=e" },
    { "a;1,5\r\nb;2,5\r\n", "1:0=a 1:1=1,5 2:0=b 2:1=2,5" },
    { "a\tb\n\n\nc\td", "1:0=a 1:1=b 4:0=c 4:1=d" },
    { "sep=|\na|b,c\n", "2:0=a 2:1=b,c" },
    { "\"x\ny\",1\nz,2\n", "1:0=x\ny 1:1=1 3:0=z 3:1=2" },
    { "\"never closed,1\nb,2\n", "1:0=\"never closed 1:1=1 2:0=b 2:1=2" },
    { "\xef\xbb\xbfĐơn vị,\xc3\xa0\n", "1:0=Đơn vị 1:1=à" },
    { "a\xcc\x80,b\n", "1:0=à 1:1=b" },
    { ",,\n , \n", "" },
    { "sep=", "1:0=sep=" },
    { "sep=\n\n", "1:0=sep=" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autofree char *got = dump (bytes);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_outline (void)
{
  const char *numbers[] = { "", "A", "I", "1", "2", "a)", "-", "II", "1", "B", "I", "1.", "1.1" };
  const int parents[] = { -1, 0, 1, 2, 2, 4, 5, 1, 7, 0, 9, 10, 11 };
  const char *letters[] = { "A", "1", "B", "1", "C", "1", "D", "1" };
  GhOutlineRow rows[G_N_ELEMENTS (numbers)] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    rows[i].number = numbers[i];
  g_assert_true (gh_outline_link (rows, G_N_ELEMENTS (numbers)));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (rows[i].parent, ==, parents[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    rows[i].number = letters[i];
  g_assert_true (gh_outline_link (rows, G_N_ELEMENTS (letters)));
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_assert_cmpint (rows[i].parent, ==, i % 2 == 0 ? -1 : (int) i - 1);

  g_assert_cmpuint (gh_outline_split_number ("I. Khối"), ==, 3);
  g_assert_cmpuint (gh_outline_split_number ("1.2) Xã"), ==, 5);
  g_assert_cmpuint (gh_outline_split_number ("- Tổ"), ==, 2);
  g_assert_cmpuint (gh_outline_split_number ("Xã An"), ==, 0);
  g_assert_cmpuint (gh_outline_split_number ("Công an"), ==, 0);
  g_assert_cmpuint (gh_outline_split_number ("12 Hoàng Diệu"), ==, 0);
  g_assert_cmpuint (gh_outline_split_number ("1."), ==, 0);
}

/* Every reader takes any bytes: it reads, or refuses with an error of the import. */
static void
read_by_all (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *errors[3] = { NULL };
  g_autoptr (GhUnitReading) units = gh_unit_file_read (file, NULL, &errors[0]);
  g_autoptr (GhQuotaReading) quotas = gh_quota_file_read (file, NULL, &errors[1]);
  g_autoptr (GhCalendarReading) calendar = gh_calendar_file_read (file, 2027, NULL, &errors[2]);

  g_assert_true ((units == NULL) == (errors[0] != NULL));
  g_assert_true ((quotas == NULL) == (errors[1] != NULL));
  g_assert_true ((calendar == NULL) == (errors[2] != NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_true (errors[i] == NULL || errors[i]->domain == GH_IMPORT_ERROR);
      g_assert_true (errors[i] == NULL || g_utf8_validate (errors[i]->message, -1, NULL));
      g_clear_error (&errors[i]);
    }
  for (guint i = 0; units != NULL && i < units->rows->len; i++)
    {
      const GhUnitRow *row = g_ptr_array_index (units->rows, i);

      g_assert_true (*row->unit->name != '\0' && g_utf8_validate (row->unit->name, -1, NULL));
      g_assert_cmpint (row->unit->headcount, >=, -1);
    }
  for (guint i = 0; calendar != NULL && i < calendar->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (calendar->activities, i);

      g_assert_true (activity->span.end >= activity->span.start);
    }
}

static void
mutate (GRand *random, GByteArray *bytes)
{
  static const char *const pieces[] = { "<",
                                        ">",
                                        "\"",
                                        "r=\"XFD1048576\"",
                                        "t=\"s\"",
                                        "\n",
                                        ";",
                                        "BEGIN:VEVENT\r\n",
                                        "99999999999999999999",
                                        "\xf0\x9f",
                                        "-" };

  for (int n = g_rand_int_range (random, 1, 6); n > 0 && bytes->len > 4; n--)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      guint length = (guint) g_rand_int_range (random, 1, 40);
      const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
          break;
        case 1:
          g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, length));
          break;
        case 2:
          for (gsize i = 0; piece[i] != '\0' && at + i < bytes->len; i++)
            bytes->data[at + i] = (guint8) piece[i];
          break;
        default:
          {
            guint n_bytes = MIN (bytes->len - at, 200);
            g_autofree guint8 *copy = g_memdup2 (bytes->data + at, n_bytes);

            g_byte_array_append (bytes, copy, n_bytes);
          }
          break;
        }
    }
}

/* (transfer full): the package with one of its parts mutated, or its own bytes. */
static GByteArray *
mutate_package (GRand *random, GBytes *package)
{
  g_autoptr (GhZip) zip = gh_zip_open_bytes (package, "f", NULL);
  g_autoptr (GPtrArray) names = gh_zip_list (zip);
  g_autoptr (GhZipWriter) writer = gh_zip_writer_new ();
  guint chosen = (guint) g_rand_int_range (random, 0, (gint32) names->len);
  GByteArray *result;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) part = gh_zip_read (zip, g_ptr_array_index (names, i), NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
      if (i == chosen)
        mutate (random, bytes);
      gh_zip_writer_add (writer, g_ptr_array_index (names, i), bytes->data, bytes->len);
    }
  result = gh_zip_writer_finish (writer);
  if (g_rand_int_range (random, 0, 8) == 0)
    mutate (random, result);
  return result;
}

static void
test_mutations (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "f.xlsx", NULL);
  g_autofree char *made = g_build_filename (folder, "made.xlsx", NULL);
  g_autoptr (GhDossier) dossier = make_small_dossier ();
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autofree char *ics = gh_export_ics (summary, 1800000000);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20270314);
  const char *csv = "Danh sách\nTT;Đơn vị;Đơn vị cấp trên;Quân số;Chỉ tiêu\nI;Khối xã;;;\n"
                    "1;\"Xã An; Hòa\";;1.200;30\n2;Xã B;;x;-\n;Tổng cộng;;1.200;30\n";
  GhExportOptions options = { .path = made, .today = 2461000 };
  gsize length;

  g_assert_true (gh_export_summary (summary, &options, NULL));
  g_assert_true (g_file_get_contents (made, &bytes, &length, NULL));
  package = g_bytes_new (bytes, length);
  read_by_all (made);
  for (int i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GByteArray) mutant = NULL;

      if (i % 2 == 0)
        mutant = mutate_package (random, package);
      else
        {
          const char *text = i % 4 == 1 ? ics : csv;

          mutant = g_byte_array_new ();
          g_byte_array_append (mutant, (const guint8 *) text, (guint) strlen (text));
          mutate (random, mutant);
        }
      g_assert_true (g_file_set_contents_full (path, (const char *) mutant->data, mutant->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      read_by_all (path);
    }
  g_remove (path);
  g_remove (made);
  g_rmdir (folder);
}

/* Components inside of components by the thousand, written so that a look at the beginnings of the
 * lines alone does not see them: libical would follow them until its stack ends. */
static void
test_deep_calendars (void)
{
  const char *const pairs[][2] = {
    { "BEGIN:VEVENT\r\n", "END:VEVENT\r\n" },
    { "BE\r\n GIN:VEVENT\r\n", "E\r\n\tND:VEVENT\r\n" },
    { "BEGIN;X=1:VEVENT\r\n", "END;X=1:VEVENT\r\n" },
    { "begin;X=1:VEVENT\r\n", "end;X=1:VEVENT\r\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "giothong-deep.ics", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GhCalendarReading) reading = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 400000; k++)
        g_string_append (text, pairs[i][0]);
      for (guint k = 0; k < 400000; k++)
        g_string_append (text, pairs[i][1]);
      g_string_append (text, "END:VCALENDAR\r\n");
      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      reading = gh_calendar_file_read (file, 2027, NULL, &error);
      g_assert_null (reading);
      g_assert_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT);
      g_remove (path);
    }
}

/* 24:00 is an hour of ours and of no calendar. */
static void
test_midnight (void)
{
  g_autoptr (GhDossier) dossier = make_small_dossier ();
  GhDateSpan span = gh_date_span_day (gh_day_from_ymd (2027, 12, 31));
  g_autoptr (GhSummary) summary = NULL;
  g_autofree char *ics = NULL;

  span.start_minute = 23 * 60;
  span.end_minute = 24 * 60;
  g_ptr_array_add (dossier->activities, gh_activity_new ("Trực", GH_ACTIVITY_OTHER, &span));
  summary = gh_summary_new (dossier);
  ics = gh_export_ics (summary, 1800000000);
  g_assert_nonnull (strstr (ics, ":20271231T230000"));
  g_assert_nonnull (strstr (ics, ":20280101T000000"));
  g_assert_null (strstr (ics, "T240000"));
}

/* A chain of units, as only a hostile file has it: its numbers would take memory by the square. */
static void
test_deep_units (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sâu.xlsx", NULL);
  g_autoptr (GhDossier) dossier = make_small_dossier ();
  g_autoptr (GhSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  GhExportOptions options = { .path = path, .today = 2461000 };

  for (gint64 i = 0; i < 20000; i++)
    {
      GhUnit *unit = gh_unit_new ("Tổ");

      unit->id = 1000 + i;
      unit->parent_id = i > 0 ? unit->id - 1 : 0;
      g_ptr_array_add (dossier->units, unit);
    }
  summary = gh_summary_new (dossier);
  g_assert_true (gh_export_summary (summary, &options, &error));
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_write_errors (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "none", "a.xlsx", NULL);
  g_autofree char *wrong = g_build_filename (folder, "a.odt", NULL);
  g_autofree char *good = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GhDossier) dossier = make_small_dossier ();
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GhUnit *unit = g_ptr_array_index (dossier->units, 3);
  GhExportOptions options = { .path = missing, .today = 2461000 };
  g_autoptr (GError) error = NULL;

  g_assert_false (gh_export_summary (summary, &options, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
  g_clear_error (&error);
  options.path = wrong;
  g_assert_false (gh_export_summary (summary, &options, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (gh_export_calendar (summary, &options, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
  g_clear_error (&error);
  options.path = folder;
  g_assert_false (gh_export_write_bytes (folder, "x", 1, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE);
  g_clear_error (&error);

#ifdef G_OS_UNIX
  {
    g_autofree char *link = g_build_filename (folder, "lối tắt.txt", NULL);
    g_autofree char *real = g_build_filename (folder, "thật.txt", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (link);
    g_autofree char *text = NULL;

    g_assert_true (g_file_make_symbolic_link (file, "thật.txt", NULL, NULL));
    g_assert_true (gh_export_write_bytes (link, "x", 1, &error));
    g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
    g_assert_true (g_file_get_contents (real, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "x");
    g_remove (link);
    g_remove (real);
  }
#endif
  options.path = good;
  g_cancellable_cancel (cancelled);
  options.cancellable = cancelled;
  g_assert_false (gh_export_summary (summary, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  options.cancellable = NULL;
  g_free (unit->name);
  unit->name = g_strnfill (40000, 'a'); /* no cell holds it: refused, never cut */
  g_assert_false (gh_export_summary (summary, &options, &error));
  g_assert_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "B15"));
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing was left behind */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/sheets", test_sheets);
  g_test_add_func ("/tables/merges", test_merges);
  g_test_add_func ("/tables/bombs", test_bombs);
  g_test_add_func ("/tables/csv", test_csv);
  g_test_add_func ("/tables/outline", test_outline);
  g_test_add_func ("/tables/mutations", test_mutations);
  g_test_add_func ("/tables/deep-calendars", test_deep_calendars);
  g_test_add_func ("/tables/midnight", test_midnight);
  g_test_add_func ("/tables/deep-units", test_deep_units);
  g_test_add_func ("/tables/write-errors", test_write_errors);
  return g_test_run ();
}
