/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-random.h"

#include <cairo-pdf.h>
#include <string.h>

/* What fonts remember of the last layouts must not be seen: pages laid out with fonts that have
 * seen a hundred edits are those of fonts that have seen nothing, to the last byte of their PDF. */

#define N_EDITS 120

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* With tags and links. */
static GByteArray *
print_pages (GhPages *pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GhPagesTagger) tagger = gh_pages_tagger_new (pages, cr);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2027-01-05T08:00:00Z");
  for (guint page = 0; page < gh_pages_get_n_pages (pages); page++)
    {
      gh_pages_tagger_draw (tagger, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return bytes;
}

/* A picture of one page. */
static cairo_surface_t *
draw_page (GhPages *pages, guint page)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;

  gh_pages_get_size (pages, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cr = cairo_create (surface);
  gh_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
look_same (GhPages *pages, guint page, GhPages *others, guint other)
{
  cairo_surface_t *a = draw_page (pages, page);
  cairo_surface_t *b = draw_page (others, other);
  gsize length = (gsize) (cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a));
  gboolean same =
    cairo_image_surface_get_stride (a) == cairo_image_surface_get_stride (b) &&
    cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b) &&
    memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), length) == 0;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return same;
}

static GhDocNode *
random_mention (void)
{
  static const char *const texts[] = {
    "Danh sách tại Phụ lục I.",
    "Danh sách tại **Phụ** lục I, gửi về bcd@xa.example.vn.",
    "Theo Phụ lục II kèm theo; xem https://hienmau.example.vn/lich.",
    "Phụ lục của kế hoạch này.",
  };
  static const char *const heads[] = { "Phụ lục I", "Phụ lục II", "Phụ lục", "PHỤ LỤC 1" };
  const char *text = texts[g_test_rand_int_range (0, (int) G_N_ELEMENTS (texts))];

  if (g_test_rand_int_range (0, 3) == 0)
    return gh_doc_paragraph_new (GH_DOC_APPENDIX_HEAD, heads[g_test_rand_int_range (0, 4)]);
  return gh_doc_paragraph_new (g_test_rand_bit () ? GH_DOC_BODY : GH_DOC_BASIS, text);
}

static void
add_letter (GhDocNode *paragraph)
{
  GhDocRun *run;
  char *text;

  if (paragraph->runs == NULL || paragraph->runs->len == 0)
    return;
  run = g_ptr_array_index (paragraph->runs, 0);
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      run->bold = !run->bold;
      break;
    case 1:
      run->italic = !run->italic;
      break;
    case 2:
      paragraph->role =
        (GhDocRole) g_test_rand_int_range ((int) GH_DOC_KIND, (int) GH_DOC_ITEM + 1);
      break;
    default:
      text = g_strconcat (run->text, g_test_rand_bit () ? "ữ" : " thêm", NULL);
      g_free (run->text);
      run->text = text;
      break;
    }
}

/* What a key press or a click may do to a plan. */
static void
edit (GhDoc *doc)
{
  guint i = doc->nodes->len > 0 ? (guint) g_test_rand_int_range (0, (int) doc->nodes->len) : 0;
  GhDocNode *node = doc->nodes->len > 0 ? g_ptr_array_index (doc->nodes, i) : NULL;
  g_autoptr (GhDoc) other = random_doc (TRUE);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      if (node != NULL)
        g_ptr_array_remove_index (doc->nodes, i);
      return;
    case 1:
      g_ptr_array_insert (doc->nodes, (int) i, random_mention ());
      return;
    case 2:
      if (other->nodes->len > 0 && doc->nodes->len < 24)
        g_ptr_array_insert (doc->nodes, (int) i, g_ptr_array_steal_index (other->nodes, 0));
      return;
    case 3:
      if (node != NULL && node->kind == GH_DOC_TABLE && node->n_columns > 1)
        {
          node->widths[0] /= 2;
          node->widths[1] += node->widths[0];
        }
      return;
    default:
      if (node != NULL && node->kind == GH_DOC_TABLE && node->cells->len > 0)
        node = g_ptr_array_index (node->cells,
                                  (guint) g_test_rand_int_range (0, (int) node->cells->len));
      if (node != NULL && node->kind == GH_DOC_PARAGRAPH)
        add_letter (node);
      return;
    }
}

static void
assert_equal (GhPages *kept, GhPages *fresh)
{
  g_autofree char *a = gh_pages_dump (kept);
  g_autofree char *b = gh_pages_dump (fresh);
  g_autoptr (GByteArray) kept_bytes = print_pages (kept);
  g_autoptr (GByteArray) fresh_bytes = print_pages (fresh);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpmem (kept_bytes->data, kept_bytes->len, fresh_bytes->data, fresh_bytes->len);
  g_assert_cmpuint (gh_pages_count_missing (kept), ==, gh_pages_count_missing (fresh));
}

static void
test_edits (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = random_doc (TRUE);
  g_autoptr (GhPages) before = NULL;
  guint n_same = 0;

  for (int i = 0; fonts != NULL && i < N_EDITS; i++)
    {
      g_autoptr (GhFontSet) others = open_fonts ();
      g_autoptr (GhPages) kept = NULL;
      g_autoptr (GhPages) fresh = NULL;

      edit (doc);
      kept = gh_layout_run (doc, fonts, NULL, NULL);
      fresh = gh_layout_run (doc, others, NULL, NULL);
      assert_equal (kept, fresh);
      for (guint page = 0; before != NULL && page < gh_pages_get_n_pages (kept) &&
                           page < gh_pages_get_n_pages (before);
           page++)
        if (gh_pages_is_same (kept, page, before, page))
          {
            g_assert_true (look_same (kept, page, before, page));
            n_same++;
          }
      g_clear_pointer (&before, gh_pages_unref);
      before = g_steal_pointer (&kept);
    }
  g_test_message ("%u pages were not changed by an edit", n_same);
  g_assert_true (fonts == NULL || n_same > 20);
}

/* Pages before the change are told to be the same, the page of the change is not. */
static void
test_same_pages (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  g_autoptr (GhPages) before = NULL;
  g_autoptr (GhPages) after = NULL;

  if (fonts == NULL)
    return;
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("Việc thứ %d của Ban Chỉ đạo.", i + 1);

      g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, text));
    }
  before = gh_layout_run (doc, fonts, NULL, NULL);
  gh_doc_node_free (g_ptr_array_index (doc->nodes, 199));
  doc->nodes->pdata[199] = gh_doc_paragraph_new (GH_DOC_BODY, "Việc khác của Ban Chỉ đạo.");
  after = gh_layout_run (doc, fonts, NULL, NULL);
  g_assert_cmpuint (gh_pages_get_n_pages (after), >=, 4);
  g_assert_cmpuint (gh_pages_get_n_pages (after), ==, gh_pages_get_n_pages (before));
  for (guint page = 0; page < gh_pages_get_n_pages (after); page++)
    g_assert_true (gh_pages_is_same (after, page, before, page) ==
                   (page + 1 < gh_pages_get_n_pages (after)));
  g_assert_false (gh_pages_is_same (after, 0, before, 1));
}

/* Pages stay as they are when the fonts have long forgotten their shapes. */
static void
test_forgotten (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = random_doc (TRUE);
  g_autoptr (GhPages) pages = NULL;
  g_autoptr (GByteArray) before = NULL;
  g_autoptr (GByteArray) after = NULL;

  if (fonts == NULL)
    return;
  g_ptr_array_add (doc->nodes, random_mention ());
  pages = gh_layout_run (doc, fonts, NULL, NULL);
  before = print_pages (pages);
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GhDoc) other = random_doc (FALSE);
      g_autoptr (GhPages) others = gh_layout_run (other, fonts, NULL, NULL);

      g_assert_nonnull (others);
    }
  g_clear_pointer (&fonts, gh_font_set_unref);
  after = print_pages (pages);
  g_assert_cmpmem (before->data, before->len, after->data, after->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cache/edits", test_edits);
  g_test_add_func ("/cache/same-pages", test_same_pages);
  g_test_add_func ("/cache/forgotten", test_forgotten);
  return g_test_run ();
}
