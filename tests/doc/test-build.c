/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-random.h"
#include "gh-doc-build.h"

#include <string.h>

#define SET(field, text) (g_free (field), (field) = g_strdup (text))

static GhDoc *
build (GhPlan *plan)
{
  g_autoptr (GhDossier) dossier = gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), plan);
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);

  return gh_doc_build_plan (summary);
}

static void
append_role (GString *found, GPtrArray *nodes, GhDocRole role)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *text = gh_doc_node_get_text (node);

      if (node->kind == GH_DOC_PARAGRAPH && node->role == role)
        g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", text);
      append_role (found, node->cells, role);
      append_role (found, node->left, role);
      append_role (found, node->right, role);
    }
}

/* The texts of a role in order, parted by "|". */
static void
assert_role (const GhDoc *doc, GhDocRole role, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  append_role (found, doc->nodes, role);
  g_assert_cmpstr (found->str, ==, expected);
}

static GhDocNode *
find_kind (const GhDoc *doc, GhDocNodeKind kind)
{
  for (guint i = 0; i < doc->nodes->len; i++)
    {
      GhDocNode *node = g_ptr_array_index (doc->nodes, i);

      if (node->kind == kind)
        return node;
    }
  return NULL;
}

static void
test_header (void)
{
  GhPlan *plan = gh_plan_new ();
  g_autoptr (GhDoc) doc = NULL;

  SET (plan->parent_issuer, "Ủy ban nhân dân xã Bình An");
  SET (plan->issuer, "Ban Chỉ đạo hiến máu");
  SET (plan->symbol, "KH-BCĐ");
  SET (plan->document_kind, "Kế hoạch");
  SET (plan->title, "Tổ chức ngày hội **hiến máu**");
  SET (plan->header_note, "HỎA TỐC\nLƯU HÀNH NỘI BỘ");
  doc = build (plan);
  assert_role (doc, GH_DOC_PARENT_ISSUER, "ỦY BAN NHÂN DÂN XÃ BÌNH AN");
  assert_role (doc, GH_DOC_ISSUER, "BAN CHỈ ĐẠO HIẾN MÁU");
  assert_role (doc, GH_DOC_NUMBER, "Số: …/KH-BCĐ");
  assert_role (doc, GH_DOC_KIND, "KẾ HOẠCH");
  assert_role (doc, GH_DOC_TITLE, "Tổ chức ngày hội hiến máu");
  assert_role (doc, GH_DOC_BODY, "HỎA TỐC|LƯU HÀNH NỘI BỘ");
  g_assert_cmpstr (doc->title, ==, "Kế hoạch Tổ chức ngày hội hiến máu");
}

static void
test_union (void)
{
  GhPlan *plan = gh_plan_new ();
  g_autoptr (GhDoc) doc = NULL;

  plan->profile = GH_PROFILE_UNION;
  SET (plan->issuer, "Huyện đoàn Bình An");
  doc = build (plan);
  assert_role (doc, GH_DOC_NATION, "");
  assert_role (doc, GH_DOC_MOTTO, "ĐOÀN TNCS HỒ CHÍ MINH");
}

/* A committee of the Party, by its name or by the line that was read above the title. */
static void
test_party (void)
{
  static const struct
  {
    const char *issuer;
    const char *note;
    const char *header;
    const char *body;
  } cases[] = {
    { "Đảng ủy phường Trung Sơn", "", "ĐẢNG CỘNG SẢN VIỆT NAM", "" },
    { "Chi bộ Trường Bình An", "Đảng Cộng sản Việt Nam\nHỎA TỐC", "ĐẢNG CỘNG SẢN VIỆT NAM",
      "HỎA TỐC" },
    { "Ban Tuyên giáo", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "" },
    { "Đoàn xã Bình An", "", "ĐOÀN TNCS HỒ CHÍ MINH", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhPlan *plan = gh_plan_new ();
      g_autoptr (GhDoc) doc = NULL;

      plan->profile = GH_PROFILE_UNION;
      SET (plan->issuer, cases[i].issuer);
      SET (plan->header_note, cases[i].note);
      doc = build (plan);
      assert_role (doc, GH_DOC_MOTTO, cases[i].header);
      assert_role (doc, GH_DOC_BODY, cases[i].body);
    }
}

/* What a clerk wrote keeps its end; what has none gets the decree's. */
static void
test_bases (void)
{
  static const char *const texts[] = { "Căn cứ Luật A", "Căn cứ Quyết định B.", "Căn cứ *C*;",
                                       "Theo đề nghị của D" };
  GhPlan *plan = gh_plan_new ();
  GhBasis *cited = gh_basis_new ("Kế hoạch số 1/KH-BCĐ");
  g_autoptr (GhDoc) doc = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (plan->bases, gh_basis_new (texts[i]));
  cited->cited = TRUE;
  g_ptr_array_add (plan->bases, cited);
  doc = build (plan);
  assert_role (doc, GH_DOC_BASIS,
               "Căn cứ Luật A;|Căn cứ Quyết định B.|Căn cứ C;|Theo đề nghị của D.");
}

static void
test_recipients (void)
{
  GhPlan *plan = gh_plan_new ();
  g_autoptr (GhDoc) doc = NULL;

  g_ptr_array_add (plan->recipients, gh_recipient_new ("Ban Chỉ đạo tỉnh", "để báo cáo"));
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Các xã;", ""));
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Lưu: VT", ""));
  SET (plan->recipients_note, "(Để chỉ đạo)");
  SET (plan->signer_role, "Trưởng ban");
  SET (plan->signature_mark, "(đã ký)");
  doc = build (plan);
  assert_role (doc, GH_DOC_RECIPIENT,
               "- Ban Chỉ đạo tỉnh (để báo cáo);|- Các xã;|- Lưu: VT.|(Để chỉ đạo)");
  assert_role (doc, GH_DOC_AUTHORITY, "TRƯỞNG BAN");
  assert_role (doc, GH_DOC_SIGNATURE_SPACE, "(đã ký)");
}

static void
add_block (GhPlan *plan, GhBlockKind kind, int level, const char *number, const char *text)
{
  g_ptr_array_add (plan->blocks, gh_block_new (kind, level, number, text));
}

static void
test_blocks (void)
{
  GhPlan *plan = gh_plan_new ();
  g_autofree char *sentence = g_strnfill (250, 'a');
  g_autoptr (GhDoc) doc = NULL;

  add_block (plan, GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH");
  add_block (plan, GH_BLOCK_HEADING, 2, "1", "Yêu cầu");
  add_block (plan, GH_BLOCK_HEADING, 3, "1.1", "Chung");
  add_block (plan, GH_BLOCK_ITEM, 1, "-", "Gạch");
  add_block (plan, GH_BLOCK_ITEM, 1, "a)", "Điểm");
  add_block (plan, GH_BLOCK_ITEM, 1, "2", "Khoản./.");
  add_block (plan, GH_BLOCK_PARAGRAPH, 0, "", "Đoạn");
  doc = build (plan);
  assert_role (doc, GH_DOC_PART, "I. MỤC ĐÍCH");
  assert_role (doc, GH_DOC_CLAUSE_TITLE, "1. Yêu cầu");
  assert_role (doc, GH_DOC_SUBCLAUSE_TITLE, "1.1. Chung");
  assert_role (doc, GH_DOC_ITEM, "- Gạch|a) Điểm|2. Khoản./.");
  assert_role (doc, GH_DOC_BODY, "Đoạn");
  g_clear_pointer (&doc, gh_doc_free);

  /* A clause without a title is not bold, however it was read. */
  plan = gh_plan_new ();
  add_block (plan, GH_BLOCK_HEADING, 2, "3", sentence);
  doc = build (plan);
  assert_role (doc, GH_DOC_CLAUSE_TITLE, "");
  g_assert_cmpint (((GhDocNode *) g_ptr_array_index (doc->nodes, doc->nodes->len - 1))->source, ==,
                   0);
}

static void
test_table (void)
{
  const char *rows[][4] = { { "TT", "Đơn vị", "Số lượng", NULL },
                            { "1", "Công ty May", "1.250", NULL },
                            { "", "Tổng công ty Gỗ", NULL, NULL },
                            { "", "Tổng cộng:", "1.250", NULL } };
  GhPlan *plan = gh_plan_new ();
  GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GhDoc) doc = NULL;
  const GhDocNode *table;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gh_block_add_row (block, rows[i]);
  g_ptr_array_add (plan->blocks, block);
  doc = build (plan);
  table = find_kind (doc, GH_DOC_TABLE);
  g_assert_cmpuint (table->n_columns, ==, 3);
  g_assert_cmpuint (table->n_header_rows, ==, 1);
  g_assert_cmpuint (table->cells->len, ==, 12);
  assert_role (doc, GH_DOC_TABLE_INDEX, "1|");
  assert_role (doc, GH_DOC_TABLE_NUMBER, "1.250");
  assert_role (doc, GH_DOC_TABLE_TOTAL, "1.250");
  g_assert_cmpfloat (table->widths[0], <, table->widths[1]);
}

static void
test_appendices (void)
{
  const char *wide[] = { "a", "b", "c", "d", "e", "g", "h", "i", NULL };
  GhPlan *plan = gh_plan_new ();
  GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  g_autoptr (GhDoc) doc = NULL;
  guint n_across = 0;
  guint n_breaks = 0;

  SET (plan->document_kind, "KẾ HOẠCH");
  SET (plan->issuer, "Ban Chỉ đạo");
  SET (plan->signer_name, "Trần Thị Mai");
  gh_block_add_row (block, wide);
  add_block (plan, GH_BLOCK_APPENDIX, 0, "", "PHỤ LỤC 01");
  add_block (plan, GH_BLOCK_PARAGRAPH, 0, "", "(Kèm theo Kế hoạch số 1)");
  add_block (plan, GH_BLOCK_APPENDIX, 0, "", "Biểu mẫu");
  g_ptr_array_add (plan->blocks, block);
  doc = build (plan);
  assert_role (doc, GH_DOC_APPENDIX_HEAD, "PHỤ LỤC 01|Phụ lục II");
  assert_role (doc, GH_DOC_APPENDIX_TITLE, "BIỂU MẪU");
  assert_role (doc, GH_DOC_APPENDIX_NOTE,
               "(Kèm theo Kế hoạch số 1)|(Kèm theo Kế hoạch số …/… ngày … tháng … năm … của Ban "
               "Chỉ đạo)");
  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);

      n_breaks += node->kind == GH_DOC_PAGE_BREAK;
      n_across += node->kind == GH_DOC_PAGE_BREAK && node->landscape;
    }
  g_assert_cmpuint (n_breaks, ==, 2);
  g_assert_cmpuint (n_across, ==, 1);
}

static void
add_activity (GhDossier *dossier, const char *title, GhDateSpan span)
{
  g_ptr_array_add (dossier->activities, gh_activity_new (title, GH_ACTIVITY_OTHER, &span));
}

/* One head for each month although a date of the whole year stands between them, and a line that
 * does not break inside a weekday. */
static void
test_calendar (void)
{
  GhDateSpan none = GH_DATE_SPAN_INIT;
  g_autoptr (GhDossier) dossier =
    gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), gh_plan_new ());
  g_autoptr (GhSummary) summary = NULL;
  g_autoptr (GhDoc) doc = NULL;
  const GhDocNode *table;
  g_autofree char *time = NULL;

  add_activity (dossier, "Không rõ", none);
  add_activity (dossier, "Phát động", gh_date_span_day (gh_day_from_ymd (2027, 1, 5)));
  add_activity (dossier, "Cả năm", gh_date_span_year (2027));
  add_activity (dossier, "Tuyên truyền", gh_date_span_month (2027, 1));
  add_activity (dossier, "Năm sau", gh_date_span_day (gh_day_from_ymd (2028, 1, 5)));
  summary = gh_summary_new (dossier);
  doc = gh_doc_build_calendar (summary);
  assert_role (doc, GH_DOC_PART, "Tháng 01/2027|Cả năm 2027|Tháng 01/2028|Chưa xác định thời gian");
  g_assert_true (find_kind (doc, GH_DOC_PAGE_BREAK)->landscape);
  table = find_kind (doc, GH_DOC_TABLE);
  g_assert_cmpuint (table->cells->len, ==, 3 * table->n_columns);
  time = gh_doc_node_get_text (g_ptr_array_index (table->cells, 2 * table->n_columns));
  g_assert_cmpstr (time, ==, "thứ\u00a0Ba, 05/01/2027");
}

/* A branch with figures of its own has a line for them: what stands below it adds up to it. */
static void
test_summary_own_share (void)
{
  g_autoptr (GhDossier) dossier =
    gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), gh_plan_new ());
  g_autoptr (GhSummary) summary = NULL;
  g_autoptr (GhDoc) doc = NULL;
  const GhDocNode *table;
  const char *const expected[] = { "Khối xã 50", "Phần của chính đơn vị 20", "Xã An Hòa 30",
                                   "Tổng cộng 50" };

  for (gint64 i = 1; i <= 2; i++)
    {
      GhUnit *unit = gh_unit_new (i == 1 ? "Khối xã" : "Xã An Hòa");

      unit->id = i;
      unit->parent_id = i - 1;
      g_ptr_array_add (dossier->units, unit);
      g_ptr_array_add (dossier->quotas,
                       gh_quota_new (i, GH_INDICATOR_BLOOD_UNITS, i == 1 ? 20 : 30));
    }
  summary = gh_summary_new (dossier);
  doc = gh_doc_build_summary (summary);
  table = find_kind (doc, GH_DOC_TABLE);
  g_assert_cmpuint (table->cells->len, ==, (G_N_ELEMENTS (expected) + 1) * table->n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint at = (i + 1) * table->n_columns;
      g_autofree char *name = gh_doc_node_get_text (g_ptr_array_index (table->cells, at + 1));
      g_autofree char *quota = gh_doc_node_get_text (g_ptr_array_index (table->cells, at + 2));
      g_autofree char *row = g_strdup_printf ("%s %s", name, quota);

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

/* Place and date stand on one line, level with the number, however long the place's name. */
static void
test_long_place (void)
{
  static const char *const places[] = { "Huế", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu",
                                        "Phường Bình Hưng Hòa" };
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (gsize i = 0; fonts != NULL && i < G_N_ELEMENTS (places); i++)
    {
      GhPlan *plan = gh_plan_new ();
      g_autoptr (GhDoc) doc = NULL;
      g_autoptr (GhPages) pages = NULL;
      g_autoptr (GPtrArray) ops = NULL;
      guint n_dates = 0, n_nations = 0;

      SET (plan->issuer, "Ban Chỉ đạo vận động hiến máu tình nguyện");
      SET (plan->place, places[i]);
      plan->issue_year = 2026;
      plan->issue_month = 12;
      plan->issue_day = 28;
      doc = build (plan);
      pages = gh_layout_run (doc, fonts, NULL, NULL);
      ops = parse_dump (pages);
      for (guint k = 0; k < ops->len; k++)
        {
          const DumpOp *op = g_ptr_array_index (ops, k);

          n_dates += op->role == GH_DOC_PLACE_DATE && strcmp (op->kind, "text") == 0;
          n_nations += op->role == GH_DOC_NATION && strcmp (op->kind, "text") == 0;
        }
      g_assert_cmpuint (n_dates, ==, 1);
      g_assert_cmpuint (n_nations, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build/header", test_header);
  g_test_add_func ("/build/long-place", test_long_place);
  g_test_add_func ("/build/union", test_union);
  g_test_add_func ("/build/party", test_party);
  g_test_add_func ("/build/bases", test_bases);
  g_test_add_func ("/build/recipients", test_recipients);
  g_test_add_func ("/build/blocks", test_blocks);
  g_test_add_func ("/build/table", test_table);
  g_test_add_func ("/build/appendices", test_appendices);
  g_test_add_func ("/build/calendar", test_calendar);
  g_test_add_func ("/build/summary-own-share", test_summary_own_share);
  return g_test_run ();
}
