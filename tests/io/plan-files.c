/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-build.h"
#include "gh-export.h"
#include "gh-proposal.h"

#include <string.h>

/*
 * plan-files OUT [PLAN.txt]: writes plan, summary and calendar in every format of the document tree
 * into the folder OUT: of the plan read from PLAN.txt, or of a made-up one that has every component
 * of the decree. For the tests that open them with other programs.
 */

#define SET(field, text) (g_free (field), (field) = g_strdup (text))

static const char sentence[] =
  "Các đơn vị chủ động tuyên truyền, vận động cán bộ, công chức, viên chức và người lao động đăng "
  "ký tham gia với tinh thần “*Một giọt máu, muôn nghĩa tình*”, phấn đấu mỗi đơn vị **vượt chỉ "
  "tiêu** được giao; kết quả gửi về cơ quan thường trực.";

static void
fill_header (GhPlan *plan)
{
  SET (plan->parent_issuer, "Ủy ban nhân dân huyện Bình An");
  SET (plan->issuer, "Ban Chỉ đạo vận động hiến máu tình nguyện");
  SET (plan->number, "05");
  SET (plan->symbol, "KH-BCĐ");
  SET (plan->place, "Bình An");
  plan->issue_year = 2026;
  plan->issue_month = 12;
  plan->issue_day = 7;
  SET (plan->document_kind, "KẾ HOẠCH");
  SET (plan->title, "Vận động hiến máu tình nguyện dịp Tết Nguyên đán Đinh Mùi và Lễ hội Xuân "
                    "hồng năm 2027 trên địa bàn huyện");
  g_ptr_array_add (plan->bases,
                   gh_basis_new ("Căn cứ Kế hoạch số 12/KH-BCĐ ngày 20/11/2026 của Ban Chỉ đạo "
                                 "vận động hiến máu tình nguyện tỉnh về công tác năm 2027"));
  g_ptr_array_add (plan->bases, gh_basis_new ("Thực hiện Chương trình công tác năm 2027 của Ủy ban "
                                              "nhân dân huyện"));
}

static void
add_block (GhPlan *plan, GhBlockKind kind, int level, const char *number, const char *text)
{
  g_ptr_array_add (plan->blocks, gh_block_new (kind, level, number, text));
}

static void
add_table (GhPlan *plan, int n_columns, int n_rows)
{
  const char *titles[] = { "TT",    "Nội dung", "Thời gian", "Địa điểm", "Số lượng",
                           "Quý I", "Quý II",   "Ghi chú",   NULL };
  const char *texts[] = {
    "1",          "Phát động hưởng ứng chiến dịch tại các xã, thị trấn trong huyện",
    "07/01/2027", "Hội trường huyện",
    "1.250",      "40",
    "35",         "",
    NULL
  };
  GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");

  titles[n_columns] = NULL;
  texts[n_columns] = NULL;
  gh_block_add_row (block, titles);
  for (int i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      texts[0] = number;
      gh_block_add_row (block, texts);
    }
  g_ptr_array_add (plan->blocks, block);
}

/* Lists that Word can number, one that it cannot, and what leads elsewhere. */
static void
fill_lists (GhPlan *plan)
{
  static const char *const letters[] = { "a)", "b)", "c)", "d)", "đ)", "e)" };

  add_block (plan, GH_BLOCK_HEADING, 2, "3", "Phân công");
  add_block (plan, GH_BLOCK_ITEM, 1, "1", "Hội Chữ thập đỏ huyện chủ trì.");
  add_block (plan, GH_BLOCK_ITEM, 1, "2", "Trung tâm Y tế huyện phối hợp.");
  add_block (plan, GH_BLOCK_HEADING, 2, "4", "Các xã, thị trấn");
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    add_block (plan, GH_BLOCK_ITEM, 1, letters[i], "Vận động theo Phụ lục I.");
  add_block (plan, GH_BLOCK_PARAGRAPH, 0, "",
             "Danh sách gửi về hoichuthapdo@binhan.gov.vn hoặc https://binhan.gov.vn/hienmau.");
}

static void
fill_body (GhPlan *plan)
{
  static const char *const parts[] = { "MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN" };
  static const char *const numbers[] = { "I", "II", "III" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i == 2)
        add_block (plan, GH_BLOCK_PAGE_BREAK, 0, "", "");
      add_block (plan, GH_BLOCK_HEADING, 1, numbers[i], parts[i]);
      add_block (plan, GH_BLOCK_HEADING, 2, "1", "Yêu cầu chung");
      add_block (plan, GH_BLOCK_PARAGRAPH, 0, "", sentence);
      add_block (plan, GH_BLOCK_ITEM, 1, "-", sentence);
      add_block (plan, GH_BLOCK_ITEM, 2, "+", sentence);
      add_block (plan, GH_BLOCK_HEADING, 2, "2", "Chỉ tiêu & <thời gian>");
      add_block (plan, GH_BLOCK_HEADING, 3, "2.1", "Chỉ tiêu chung");
      add_block (plan, GH_BLOCK_ITEM, 1, "a)", "Tiếp nhận từ 350 đơn vị máu trở lên.");
      if (i == 1)
        add_table (plan, 5, 20);
    }
  fill_lists (plan);
  add_block (plan, GH_BLOCK_PARAGRAPH, 0, "", "Trên đây là kế hoạch của Ban Chỉ đạo./.");
  add_block (plan, GH_BLOCK_APPENDIX, 0, "", "Bảng phân bổ chỉ tiêu");
  add_table (plan, 4, 60);
  add_block (plan, GH_BLOCK_APPENDIX, 0, "", "Lịch tiếp nhận máu theo quý");
  add_table (plan, 8, 30);
}

static void
fill_end (GhPlan *plan)
{
  static const char *const recipients[] = { "Ban Chỉ đạo tỉnh", "Thường trực Huyện ủy, HĐND huyện",
                                            "Các ban, ngành, đoàn thể huyện", "UBND các xã",
                                            "Lưu: VT, Hội CTĐ" };

  for (gsize i = 0; i < G_N_ELEMENTS (recipients); i++)
    g_ptr_array_add (plan->recipients, gh_recipient_new (recipients[i], i == 0 ? "để báo cáo"
                                                                        : i == 3 ? "để thực hiện"
                                                                                 : ""));
  SET (plan->authority, "TM. BAN CHỈ ĐẠO");
  SET (plan->signer_role, "TRƯỞNG BAN");
  SET (plan->signer_post, "PHÓ CHỦ TỊCH UBND HUYỆN");
  SET (plan->signer_name, "Trần Thị Mai");
}

static void
fill_units (GhDossier *dossier)
{
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Đơn vị số %d", i + 1);
      GhUnit *unit = gh_unit_new (name);
      GhResult *result = gh_result_new (i + 1, 0);

      unit->id = i + 1;
      unit->parent_id = i % 6 != 0 ? i - i % 6 + 1 : 0;
      unit->position = i;
      g_ptr_array_add (dossier->units, unit);
      result->donated = 18 + i;
      result->bags_250 = 8 + i;
      result->bags_350 = 10;
      result->bags_450 = 0;
      if (i % 6 != 0)
        g_ptr_array_add (dossier->quotas, gh_quota_new (i + 1, GH_INDICATOR_BLOOD_UNITS, 20 + i));
      if (i % 6 != 0 && i % 4 != 0)
        g_ptr_array_add (dossier->results, result);
      else
        gh_result_free (result);
    }
}

static void
fill_activities (GhDossier *dossier)
{
  for (int i = 0; i < 12; i++)
    {
      GhDateSpan span = gh_date_span_day (gh_day_from_ymd (2027, 1 + i / 3, 3 + 5 * (i % 3)));
      GhActivity *activity =
        gh_activity_new ("Tiếp nhận máu tại trung tâm huyện", GH_ACTIVITY_SESSION, &span);

      activity->span.start_minute = 450;
      activity->span.end_minute = 690;
      SET (activity->place, "Hội trường Ủy ban nhân dân huyện");
      SET (activity->lead, "Hội Chữ thập đỏ huyện");
      SET (activity->partners, "Trung tâm Y tế");
      if (i < 3)
        activity->state = GH_ACTIVITY_DONE;
      g_ptr_array_add (dossier->activities, activity);
    }
}

static GhDossier *
make_dossier (void)
{
  GhPlan *plan = gh_plan_new ();
  GhDossier *dossier = gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), plan);

  fill_header (plan);
  fill_body (plan);
  fill_end (plan);
  fill_units (dossier);
  fill_activities (dossier);
  return dossier;
}

static GhDossier *
read_dossier (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlanReading) reading = gh_plan_file_read (file, 2027, NULL, &error);
  GhDossier *dossier;

  g_assert_no_error (error);
  dossier = gh_dossier_new (gh_campaign_copy (reading->campaign), gh_plan_copy (reading->plan));
  for (guint i = 0; i < reading->activities->len; i++)
    g_ptr_array_add (dossier->activities,
                     gh_activity_copy (g_ptr_array_index (reading->activities, i)));
  return dossier;
}

static void
write_doc (GhDoc *doc, const char *folder, const char *name, GhFontSet *fonts)
{
  static gboolean (*const writers[]) (const GhDoc *, const GhExportOptions *,
                                      GError **) = { gh_export_doc_docx, gh_export_doc_pdf,
                                                     gh_export_doc_text };
  static const char *const endings[] = { "docx", "pdf", "txt" };

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.%s", name, endings[i]);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      GhExportOptions options = { .path = path, .fonts = fonts, .now = 1798761600 };
      g_autoptr (GError) error = NULL;

      writers[i](doc, &options, &error);
      g_assert_no_error (error);
    }
}

static void
write_layout (GhDoc *doc, const char *folder, GhFontSet *fonts)
{
  g_autofree char *path = g_build_filename (folder, "plan.layout", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPages) pages = gh_layout_run (doc, fonts, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = gh_pages_dump (pages);
  g_file_set_contents (path, dump, -1, &error);
  g_assert_no_error (error);
}

/* A table with who signs right under it. */
static GhDoc *
make_signed (void)
{
  GhDoc *doc = gh_doc_new ("", "");
  GhDocNode *table = gh_doc_table_new (1, 1, NULL);
  GhDocNode *columns = gh_doc_columns_new (0.5);

  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
  for (int i = 0; i < 60; i++)
    gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Xã An Hòa");
  g_ptr_array_add (doc->nodes, table);
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_AUTHORITY, "TRƯỞNG BAN"));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNATURE_SPACE, ""));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNER_NAME, "Trần Mai"));
  g_ptr_array_add (doc->nodes, columns);
  return doc;
}

int
main (int argc, char *argv[])
{
  const char *folders[] = { "/usr/share/fonts/truetype/croscore", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhFontSet) fonts = gh_font_set_new (folders, &error);
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GhSummary) summary = NULL;
  g_autoptr (GhDoc) plan = NULL;
  g_autoptr (GhDoc) table = NULL;
  g_autoptr (GhDoc) calendar = NULL;
  g_autoptr (GhDoc) end = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (argc, >=, 2);
  dossier = argc > 2 ? read_dossier (argv[2]) : make_dossier ();
  summary = gh_summary_new (dossier);
  plan = gh_doc_build_plan (summary);
  table = gh_doc_build_summary (summary);
  calendar = gh_doc_build_calendar (summary);
  end = make_signed ();
  write_layout (plan, argv[1], fonts);
  write_doc (plan, argv[1], "plan", fonts);
  write_doc (table, argv[1], "summary", fonts);
  write_doc (calendar, argv[1], "calendar", fonts);
  write_doc (end, argv[1], "signed", fonts);
  return 0;
}
