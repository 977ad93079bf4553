/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out pages: a plan of sixty pages with an annex of a thousand rows, for bench-layout.py to
 * hold against LibreOffice; and a plan as offices write it after a paragraph has changed, against
 * that paragraph alone.
 *
 *   bench-layout OUT.docx */
#include "config.h"

#include <time.h>

#include "gh-export.h"

#define N_ROUNDS 20

static const char sentence[] =
  "Các đơn vị chủ động tuyên truyền, vận động cán bộ, công chức, viên chức và người lao động đăng "
  "ký tham gia hiến máu tình nguyện, phấn đấu hoàn thành chỉ tiêu được giao; kết quả gửi về cơ "
  "quan thường trực Ban Chỉ đạo. ";

static double
now_ms (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static void
add (GhDoc *doc, GhDocRole role, const char *text)
{
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (role, text));
}

/* @n_parts: three parts fill about four pages. */
static GhDoc *
make_plan (int n_parts)
{
  GhDoc *doc = gh_doc_new ("Kế hoạch", "Ban Chỉ đạo");
  g_autofree char *text = g_strconcat (sentence, sentence, NULL);

  add (doc, GH_DOC_KIND, "KẾ HOẠCH");
  add (doc, GH_DOC_TITLE, "Vận động hiến máu tình nguyện năm 2027");
  for (int i = 0; i < n_parts; i++)
    {
      add (doc, GH_DOC_PART, "NỘI DUNG");
      for (int k = 0; k < 4; k++)
        {
          add (doc, GH_DOC_CLAUSE_TITLE, "Yêu cầu");
          add (doc, GH_DOC_BODY, text);
          add (doc, GH_DOC_ITEM, text);
        }
    }
  return doc;
}

static void
add_annex (GhDoc *doc, int n_rows)
{
  GhDocNode *table = gh_doc_table_new (4, 1, NULL);

  g_ptr_array_add (doc->nodes, gh_doc_page_break_new (FALSE));
  add (doc, GH_DOC_APPENDIX_HEAD, "Phụ lục");
  for (int i = 0; i < 4; i++)
    gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
  for (int i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ủy ban nhân dân xã số %d", i + 1);
      g_autofree char *figure = g_strdup_printf ("%d", 20 + i % 70);

      gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, figure);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, name);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_NUMBER, figure);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Hội trường ủy ban");
    }
  g_ptr_array_add (doc->nodes, table);
}

static GhPages *
lay_out (const GhDoc *doc, GhFontSet *fonts)
{
  g_autoptr (GError) error = NULL;
  GhPages *pages = gh_layout_run (doc, fonts, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static void
bench_long (GhFontSet *fonts, const char *path)
{
  g_autoptr (GhDoc) doc = make_plan (33);
  g_autoptr (GhPages) pages = NULL;
  GhExportOptions options = { .path = path };
  g_autoptr (GError) error = NULL;
  double begun;

  add_annex (doc, 1000);
  gh_export_doc_docx (doc, &options, &error);
  g_assert_no_error (error);
  begun = now_ms ();
  pages = lay_out (doc, fonts);
  g_print ("pages %u ms %.1f\n", gh_pages_get_n_pages (pages), now_ms () - begun);
}

/* What one key costs: the letters typed make a new tree, of which one paragraph is new. */
static void
bench_key (GhFontSet *fonts)
{
  double whole = 0;
  double single = 0;
  guint n_pages = 0;

  for (int i = 0; i <= N_ROUNDS; i++)
    {
      g_autoptr (GhDoc) doc = make_plan (4);
      g_autofree char *text = g_strdup_printf ("%s%d", sentence, i);
      GhDocNode *changed = gh_doc_paragraph_new (GH_DOC_BODY, text);
      g_autoptr (GhDoc) one = gh_doc_new ("", "");
      double begun;

      g_ptr_array_add (one->nodes, gh_doc_paragraph_new (GH_DOC_BODY, text));
      gh_doc_node_free (g_ptr_array_index (doc->nodes, 10));
      doc->nodes->pdata[10] = changed;
      begun = now_ms ();
      GhPages *pages = lay_out (doc, fonts);
      /* The first one fills the caches of the fonts. */
      whole += i > 0 ? now_ms () - begun : 0;
      n_pages = gh_pages_get_n_pages (pages);
      gh_pages_unref (pages);
      begun = now_ms ();
      pages = lay_out (one, fonts);
      single += i > 0 ? now_ms () - begun : 0;
      gh_pages_unref (pages);
    }
  g_print ("key %.2f ms of processor time for a plan of %u pages, %.2f ms for the paragraph alone "
           "(a frame is 16.7 ms)\n",
           whole / N_ROUNDS, n_pages, single / N_ROUNDS);
}

int
main (int argc, char *argv[])
{
  const char *folders[] = { "/usr/share/fonts/truetype/croscore", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhFontSet) fonts = gh_font_set_new (folders, &error);

  g_assert_no_error (error);
  g_assert_cmpint (argc, ==, 2);
  bench_key (fonts);
  bench_long (fonts, argv[1]);
  return 0;
}
