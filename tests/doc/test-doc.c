/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-link.h"
#include "gh-doc-style.h"

#include <string.h>

/* Runs as "text" with "b:" and "i:" before it, parted by "|". */
static char *
describe_runs (const char *marked)
{
  g_autoptr (GPtrArray) runs = gh_doc_runs_parse (marked);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "|" : "", run->bold ? "b:" : "",
                              run->italic ? "i:" : "", run->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_runs (void)
{
  static const struct
  {
    const char *marked;
    const char *runs;
  } cases[] = {
    { "", "" },
    { "chỉ là chữ", "chỉ là chữ" },
    { "từ **350 người** trở lên", "từ |b:350 người| trở lên" },
    { "với thông điệp “*Trao giọt máu*”", "với thông điệp “|i:Trao giọt máu|”" },
    { "***cả hai***", "b:i:cả hai" },
    { "trước **01/02 qua *thư@example.vn***", "trước |b:01/02 qua |b:i:thư@example.vn" },
    { "***thư** và* chữ", "b:i:thư|i: và| chữ" },
    { "5 * 3 * 2", "5 * 3 * 2" },
    { "* Thời gian: **07h30**", "* Thời gian: |b:07h30" },
    { "một * sao", "một * sao" },
    { "**không đóng", "**không đóng" },
    { "*một **hai*", "i:một **hai" },
    { "****bốn****", "****bốn****" },
    { "a\xcc\x81", "á" },
    { "\xff", "\xef\xbf\xbd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *runs = describe_runs (cases[i].marked);

      g_assert_cmpstr (runs, ==, cases[i].runs);
    }
}

/* Whatever stands between asterisks: no letter is lost, and only asterisks go. */
static void
test_runs_keep_letters (void)
{
  static const char *const pieces[] = { "*", "**", "***", " ", "ế", "máu", "\n", "****", "a" };

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) marked = g_string_new (NULL);
      g_autoptr (GString) letters = g_string_new (NULL);
      g_autoptr (GString) kept = g_string_new (NULL);
      g_autoptr (GPtrArray) runs = NULL;

      for (int i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append (marked, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      runs = gh_doc_runs_parse (marked->str);
      for (guint i = 0; i < runs->len; i++)
        g_string_append (kept, ((GhDocRun *) g_ptr_array_index (runs, i))->text);
      g_string_append (letters, marked->str);
      g_string_replace (letters, "*", "", 0);
      g_string_replace (kept, "*", "", 0);
      g_assert_cmpstr (kept->str, ==, letters->str);
    }
}

static void
test_text (void)
{
  g_autoptr (GhDoc) doc = gh_doc_new ("Kế hoạch", "Ban Chỉ đạo");
  GhDocNode *columns = gh_doc_columns_new (0.5);
  GhDocNode *table = gh_doc_table_new (2, 1, NULL);
  g_autofree char *text = NULL;

  g_ptr_array_add (columns->left, gh_doc_paragraph_new (GH_DOC_ISSUER, "BAN CHỈ ĐẠO"));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_MOTTO, "Độc lập"));
  g_ptr_array_add (doc->nodes, columns);
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, "Có **đậm**."));
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, "  "));
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Chỉ\ntiêu");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Xã A");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_NUMBER, "20");
  g_ptr_array_add (doc->nodes, table);
  text = gh_doc_to_text (doc);
  g_assert_cmpstr (text, ==, "BAN CHỈ ĐẠO\n\nĐộc lập\n\nCó đậm.\n\nĐơn vị\tChỉ tiêu\nXã A\t20\n");
}

/* NĐ 30/2020, Phụ lục I: each number inside its range, whatever we choose. */
static void
test_ranges (void)
{
  static const struct
  {
    GhDocRole role;
    double from;
    double to;
    gboolean bold;
    gboolean italic;
  } rules[] = {
    { GH_DOC_NATION, 12, 13, TRUE, FALSE },         { GH_DOC_MOTTO, 13, 14, TRUE, FALSE },
    { GH_DOC_PARENT_ISSUER, 12, 13, FALSE, FALSE }, { GH_DOC_ISSUER, 12, 13, TRUE, FALSE },
    { GH_DOC_NUMBER, 13, 13, FALSE, FALSE },        { GH_DOC_PLACE_DATE, 13, 14, FALSE, TRUE },
    { GH_DOC_KIND, 13, 14, TRUE, FALSE },           { GH_DOC_TITLE, 13, 14, TRUE, FALSE },
    { GH_DOC_BASIS, 13, 14, FALSE, TRUE },          { GH_DOC_PART, 13, 14, TRUE, FALSE },
    { GH_DOC_CLAUSE_TITLE, 13, 14, TRUE, FALSE },   { GH_DOC_BODY, 13, 14, FALSE, FALSE },
    { GH_DOC_ITEM, 13, 14, FALSE, FALSE },          { GH_DOC_RECIPIENTS_HEAD, 12, 12, TRUE, TRUE },
    { GH_DOC_RECIPIENT, 11, 11, FALSE, FALSE },     { GH_DOC_AUTHORITY, 13, 14, TRUE, FALSE },
    { GH_DOC_SIGNER_POST, 13, 14, TRUE, FALSE },    { GH_DOC_SIGNER_NAME, 13, 14, TRUE, FALSE },
    { GH_DOC_APPENDIX_HEAD, 14, 14, TRUE, FALSE },  { GH_DOC_APPENDIX_TITLE, 13, 14, TRUE, FALSE },
    { GH_DOC_APPENDIX_NOTE, 13, 14, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const GhDocStyle *style = gh_doc_style_get (rules[i].role);

      g_assert_cmpfloat (style->size_pt, >=, rules[i].from);
      g_assert_cmpfloat (style->size_pt, <=, rules[i].to);
      g_assert_true (style->bold == rules[i].bold);
      g_assert_true (style->italic == rules[i].italic);
      g_assert_cmpfloat (style->line, >=, 1.0);
      g_assert_cmpfloat (style->line, <=, 1.5);
      if (style->align == GH_ALIGN_JUSTIFY)
        g_assert_cmpfloat (style->before_pt + style->after_pt, >=, 6);
    }
  g_assert_true (GH_MARGIN_TOP_MM >= 20 && GH_MARGIN_TOP_MM <= 25);
  g_assert_true (GH_MARGIN_BOTTOM_MM >= 20 && GH_MARGIN_BOTTOM_MM <= 25);
  g_assert_true (GH_MARGIN_LEFT_MM >= 30 && GH_MARGIN_LEFT_MM <= 35);
  g_assert_true (GH_MARGIN_RIGHT_MM >= 15 && GH_MARGIN_RIGHT_MM <= 20);
  g_assert_true (GH_RULE_SHARE >= 1.0 / 3 && GH_RULE_SHARE <= 0.5);
  g_assert_true (GH_PAGE_NUMBER_SIZE_PT >= 13 && GH_PAGE_NUMBER_SIZE_PT <= 14);
}

static void
test_styles_complete (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int role = 0; role < GH_N_DOC_ROLES; role++)
    {
      const GhDocStyle *style = gh_doc_style_get ((GhDocRole) role);

      g_assert_nonnull (style->style_id);
      g_assert_nonnull (style->style_name);
      g_assert_cmpfloat (style->size_pt, >, 0);
      g_assert_true (g_hash_table_add (ids, (gpointer) style->style_id));
    }
}

static void
test_widths (void)
{
  double width = gh_doc_style_text_width ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, TRUE);
  double balanced;
  const char *title = "Vận động hiến máu tình nguyện dịp Tết Nguyên đán và Lễ hội Xuân hồng năm "
                      "2027 trên địa bàn huyện";

  g_assert_cmpfloat_with_epsilon (width, 248.6, 2.5);
  balanced = gh_doc_style_balanced_width (title, 14, TRUE, 453);
  g_assert_cmpfloat (balanced, <, 400);
  g_assert_cmpfloat (balanced, >, gh_doc_style_text_width (title, 14, TRUE) / 2);
  g_assert_cmpfloat (gh_doc_style_balanced_width ("ngắn", 14, TRUE, 453), ==, 453);
  g_assert_cmpfloat (gh_doc_style_wrapped_width (title, 14, TRUE, 453), <=, 453);
}

/* Where the lines of a text end that is wrapped into its balanced width. */
static char *
balance (const char *text, double size_pt, double width_pt)
{
  double width = gh_doc_style_balanced_width (text, size_pt, TRUE, width_pt);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *lines = g_string_new (words[0]);
  gsize begin = 0;

  g_assert_cmpfloat (width, <=, width_pt);
  for (char **word = words + 1; *word != NULL; word++)
    {
      g_autofree char *line = g_strconcat (lines->str + begin, " ", *word, NULL);

      if (gh_doc_style_text_width (line, size_pt, TRUE) > width)
        begin = lines->len + 1;
      g_string_append_printf (lines, "%c%s", begin > lines->len ? '|' : ' ', *word);
    }
  return g_string_free (lines, FALSE);
}

/* What belongs together stays on one line where that takes no more lines. */
static void
test_balance (void)
{
  static const struct
  {
    const char *text;
    double size_pt;
    double width_pt;
    const char *lines;
  } cases[] = {
    { "BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN NGÀNH GIÁO DỤC", 12, 191,
      "BAN CHỈ ĐẠO VẬN ĐỘNG|HIẾN MÁU TÌNH NGUYỆN|NGÀNH GIÁO DỤC" },
    { "BAN CHỈ ĐẠO VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN XÃ SÔNG TRÀ", 12, 191,
      "BAN CHỈ ĐẠO VẬN ĐỘNG|HIẾN MÁU TÌNH NGUYỆN|XÃ SÔNG TRÀ" },
    { "Vận động hiến máu tình nguyện trong cán bộ, công chức, viên chức, người lao động xã Sông "
      "Trà năm 2027",
      14, 453,
      "Vận động hiến máu tình nguyện trong cán bộ, công chức,|viên chức, người lao động xã Sông "
      "Trà năm 2027" },
    { "ỦY BAN NHÂN DÂN", 12, 70, "ỦY BAN|NHÂN DÂN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = balance (cases[i].text, cases[i].size_pt, cases[i].width_pt);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* "letters>target" of each link in @text. */
static char *
list_links (const char *text, const GPtrArray *appendices)
{
  g_autoptr (GArray) links = gh_link_find (text, appendices);
  GString *list = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GhLink *link = &g_array_index (links, GhLink, i);

      g_string_append_printf (list, "%s%.*s>%s", i > 0 ? " " : "", (int) (link->to - link->from),
                              text + link->from, link->uri != NULL ? link->uri : link->place);
    }
  return g_string_free (list, FALSE);
}

/* What leads elsewhere, and what only looks so. */
static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *links;
  } cases[] = {
    { "Gửi về bcd@songtra.gov.vn, www.songtra.gov.vn.",
      "bcd@songtra.gov.vn>mailto:bcd@songtra.gov.vn "
      "www.songtra.gov.vn>http://www.songtra.gov.vn" },
    { "Theo Phụ lục II; không theo Phụ lục I của Nghị định số 30/2020/NĐ-CP.",
      "Phụ lục II>phu-luc-2" },
    { "Xem https://songtra.gov.vn/a%zz và https://songtra.gov.vn/a#b#c và https://a.vn:99999/.",
      "" },
    { "a@b và @x và x@y@z.vn và http://.", "" },
  };
  g_autoptr (GPtrArray) appendices = g_ptr_array_new ();
  g_autofree char *path = g_strnfill (5000, 'a');
  g_autofree char *text = g_strconcat ("Xem https://songtra.gov.vn/", path, NULL);
  g_autofree char *none = NULL;

  g_ptr_array_add (appendices, (gpointer) "Phụ lục I");
  g_ptr_array_add (appendices, (gpointer) "Phụ lục II");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *links = list_links (cases[i].text, appendices);

      g_assert_cmpstr (links, ==, cases[i].links);
    }
  none = list_links (text, appendices);
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doc/runs", test_runs);
  g_test_add_func ("/doc/runs/keep-letters", test_runs_keep_letters);
  g_test_add_func ("/doc/text", test_text);
  g_test_add_func ("/doc/style/ranges", test_ranges);
  g_test_add_func ("/doc/style/complete", test_styles_complete);
  g_test_add_func ("/doc/style/widths", test_widths);
  g_test_add_func ("/doc/style/balance", test_balance);
  g_test_add_func ("/doc/links", test_links);
  return g_test_run ();
}
