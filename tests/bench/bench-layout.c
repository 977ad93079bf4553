/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out pages: a plan of sixty pages with an annex of a thousand rows, for bench-layout.py to
 * hold against LibreOffice; and what a key press costs in a plan as offices write it, from the plan
 * to the picture of the page, against the paragraph that was typed in alone. No paragraph and no
 * name stands twice: what is shaped once is kept.
 *
 *   bench-layout OUT.docx */
#include "config.h"

#include <time.h>

#include "gh-doc-build.h"
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

/* (transfer full): a text of its own. */
static char *
make_text (int *n)
{
  return g_strdup_printf ("Việc thứ %d: %s%s", ++*n, sentence, sentence);
}

static void
add_numbered (GhDoc *doc, GhDocRole role, int *n)
{
  g_autofree char *text = make_text (n);

  add (doc, role, text);
}

/* @n_parts: three parts fill about four pages. */
static GhDoc *
make_doc (int n_parts)
{
  GhDoc *doc = gh_doc_new ("Kế hoạch", "Ban Chỉ đạo");
  int n = 0;

  add (doc, GH_DOC_KIND, "KẾ HOẠCH");
  add (doc, GH_DOC_TITLE, "Vận động hiến máu tình nguyện năm 2027");
  for (int i = 0; i < n_parts; i++)
    {
      add (doc, GH_DOC_PART, "NỘI DUNG");
      for (int k = 0; k < 4; k++)
        {
          add (doc, GH_DOC_CLAUSE_TITLE, "Yêu cầu");
          add_numbered (doc, GH_DOC_BODY, &n);
          add_numbered (doc, GH_DOC_ITEM, &n);
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
      g_autofree char *place = g_strdup_printf ("Hội trường thôn số %d", i + 1);

      gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, figure);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, name);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_NUMBER, figure);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, place);
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
  g_autoptr (GhDoc) doc = make_doc (33);
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

static GhSummary *
make_summary (int n_parts, int round)
{
  GhPlan *plan = gh_plan_new ();
  g_autoptr (GhDossier) dossier = gh_dossier_new (gh_campaign_new ("Xuân hồng 2027", 2027), plan);
  int n = 100 * round;

  for (int i = 0; i < n_parts; i++)
    {
      g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "NỘI DUNG"));
      for (int k = 0; k < 8; k++)
        {
          g_autofree char *text = make_text (&n);

          g_ptr_array_add (plan->blocks,
                           gh_block_new (k % 2 == 0 ? GH_BLOCK_PARAGRAPH : GH_BLOCK_ITEM, 1,
                                         k % 2 == 0 ? "" : "-", text));
        }
    }
  return gh_summary_new (dossier);
}

/* Milliseconds of processor time. */
typedef struct
{
  double tree;
  double layout;
  double draw;
} Work;

/* As big as the preview has them, those pages that are not as before. */
static void
draw_changed (GhPages *pages, GhPages *before)
{
  for (guint i = 0; i < gh_pages_get_n_pages (pages); i++)
    if (before == NULL || i >= gh_pages_get_n_pages (before) ||
        !gh_pages_is_same (pages, i, before, i))
      {
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 850);
        cairo_t *cr = cairo_create (surface);

        gh_pages_draw (pages, i, cr);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* Returns the pages; what was before is freed. */
static GhPages *
show (const GhSummary *summary, GhFontSet *fonts, GhPages *before, Work *work)
{
  double begun = now_ms ();
  g_autoptr (GhDoc) doc = gh_doc_build_plan (summary);
  double built = now_ms ();
  GhPages *pages = lay_out (doc, fonts);
  double laid_out = now_ms ();

  draw_changed (pages, before);
  gh_pages_unref (before);
  work->tree += built - begun;
  work->layout += laid_out - built;
  work->draw += now_ms () - laid_out;
  return pages;
}

/* The paragraph that was typed in alone, with letters that nobody has shaped yet. */
static void
show_alone (GhFontSet *fonts, int round, Work *work)
{
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  int n = 50000 + round;
  double begun = now_ms ();
  GhPages *pages;

  add_numbered (doc, GH_DOC_BODY, &n);
  pages = lay_out (doc, fonts);
  work->layout += now_ms () - begun;
  begun = now_ms ();
  draw_changed (pages, NULL);
  work->draw += now_ms () - begun;
  gh_pages_unref (pages);
}

static double
sum (const char *name, const Work *work)
{
  double all = (work->tree + work->layout + work->draw) / N_ROUNDS;

  g_print ("%s: %.2f ms of processor time (tree %.2f, layout %.2f, drawing %.2f)\n", name, all,
           work->tree / N_ROUNDS, work->layout / N_ROUNDS, work->draw / N_ROUNDS);
  return all;
}

/* What one key costs: a plan of which one paragraph is new, and one of which all are. */
static void
bench_key (GhFontSet *fonts)
{
  Work warm = { 0 }, anew = { 0 }, key = { 0 }, alone = { 0 };
  g_autoptr (GhSummary) summary = make_summary (4, 0);
  GhPages *pages = show (summary, fonts, NULL, &warm);
  double whole, single;

  for (int i = 1; i <= N_ROUNDS; i++)
    {
      g_autoptr (GhSummary) other = make_summary (4, i);

      pages = show (other, fonts, pages, &anew);
    }
  pages = show (summary, fonts, pages, &warm);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      GhBlock *block = g_ptr_array_index (summary->dossier->plan->blocks, 10);
      int n = 10000 + i;

      g_free (block->text);
      block->text = make_text (&n);
      pages = show (summary, fonts, pages, &key);
      show_alone (fonts, i, &alone);
    }
  g_print ("key: %u pages\n", gh_pages_get_n_pages (pages));
  sum ("key: every paragraph anew", &anew);
  whole = sum ("key: one paragraph changed", &key);
  single = sum ("key: that paragraph alone", &alone);
  g_print ("key: %.1f times the paragraph alone, %.2f frames of 16.7 ms (aim 2)\n", whole / single,
           whole / (1000.0 / 60));
  gh_pages_unref (pages);
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
