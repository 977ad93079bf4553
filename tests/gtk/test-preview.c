/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gh-doc-build.h"
#include "gh-export.h"
#include "gh-fonts.h"
#include "gh-page-view.h"
#include "gh-workspace.h"
#include "widgets.h"

/* The preview on the screen is the drawing that is in the PDF: both are turned into pictures of one
 * size, by GTK and by poppler, and compared in cells, as edges of letters differ. */

#define PAGE_PX 600 /* width of a page in the pictures */
#define CELL_PX 6
#define GAP_PX  12 /* around a page in the view */

/* Grey values, 0 = black, of @n_columns by @n_rows cells. */
typedef struct
{
  int n_columns;
  int n_rows;
  double *cells;
} Picture;

static void
picture_clear (Picture *picture)
{
  g_free (picture->cells);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Means of the cells of a grey picture. */
static Picture
reduce (const guchar *grey, int width, int height)
{
  Picture picture = { width / CELL_PX, height / CELL_PX, NULL };

  picture.cells = g_new0 (double, (gsize) (picture.n_columns * picture.n_rows));
  for (int y = 0; y < picture.n_rows * CELL_PX; y++)
    for (int x = 0; x < picture.n_columns * CELL_PX; x++)
      picture.cells[y / CELL_PX * picture.n_columns + x / CELL_PX] +=
        (double) grey[y * width + x] / (CELL_PX * CELL_PX);
  return picture;
}

/* How much of the ink of both pictures stands in the same place: 1 = all of it, 0 = nothing. */
static double
likeness (const Picture *a, const Picture *b)
{
  double same = 0;
  double all = 0;

  for (int row = 0; row < MIN (a->n_rows, b->n_rows); row++)
    for (int column = 0; column < MIN (a->n_columns, b->n_columns); column++)
      {
        double ink_a = 255 - a->cells[row * a->n_columns + column];
        double ink_b = 255 - b->cells[row * b->n_columns + column];

        same += MIN (ink_a, ink_b);
        all += MAX (ink_a, ink_b);
      }
  return all > 0 ? same / all : 0;
}

/* The first page as the widget draws it. */
static Picture
draw_preview (GtkWidget *window, GtkWidget *view)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  int width = gtk_widget_get_width (view);
  int height = PAGE_PX * 842 / 595;
  g_autofree guchar *grey = g_malloc ((gsize) (PAGE_PX * height));

  gdk_paintable_snapshot (paintable, snapshot, width, gtk_widget_get_height (view));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (GTK_NATIVE (window)), node,
    &GRAPHENE_RECT_INIT ((float) (width - PAGE_PX) / 2, GAP_PX, PAGE_PX, (float) height));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, PAGE_PX);
  pixels = g_malloc ((gsize) (PAGE_PX * height * 4));
  gdk_texture_download (texture, pixels, PAGE_PX * 4);
  for (int i = 0; i < PAGE_PX * height; i++)
    grey[i] = pixels[i * 4 + 1];
  return reduce (grey, PAGE_PX, height);
}

/* Reads the grey picture pdftoppm writes: "P5 WIDTH HEIGHT 255" and the bytes. */
static Picture
draw_pdf (const char *pdf, const char *folder, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *width = g_strdup_printf ("%d", PAGE_PX);
  g_autofree char *height = g_strdup_printf ("%d", PAGE_PX * 842 / 595);
  g_autofree char *root = g_build_filename (folder, "page", NULL);
  g_autofree char *path = g_strconcat (root, ".pgm", NULL);
  const char *argv[] = { "pdftoppm",    "-gray", "-singlefile", "-f",   number, "-l", number,
                         "-scale-to-x", width,   "-scale-to-y", height, pdf,    root, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  int n_columns, n_rows, depth, start = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (bytes, "P5 %d %d %d%n", &n_columns, &n_rows, &depth, &start), ==, 3);
  g_assert_cmpuint (length, >=, (gsize) (start + 1 + n_columns * n_rows));
  g_remove (path);
  return reduce ((const guchar *) bytes + start + 1, n_columns, n_rows);
}

static void
test_same_drawing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("giothong-preview-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sample.giothong", NULL);
  g_autofree char *pdf = g_build_filename (folder, "plan.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GhDoc) doc = NULL;
  g_autoptr (GhPages) pages = NULL;
  GhExportOptions options = { .path = pdf, .today = 2461000, .now = 1800000000 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = g_object_new (GH_TYPE_PAGE_VIEW, NULL);

  if (tool == NULL)
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  workspace = gh_workspace_create (path, "sample", 2027, &error);
  g_assert_no_error (error);
  options.fonts = gh_fonts_of (window, &error);
  g_assert_no_error (error);
  gh_export_plan (gh_workspace_get_summary (workspace), &options, &error);
  g_assert_no_error (error);
  doc = gh_doc_build_plan (gh_workspace_get_summary (workspace));
  pages = gh_layout_run (doc, options.fonts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gh_pages_get_n_pages (pages), >=, 2);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_widget_set_size_request (view, PAGE_PX + 2 * GAP_PX, -1);
  gtk_window_set_default_size (GTK_WINDOW (window), PAGE_PX + 2 * GAP_PX, 700);
  gh_page_view_set_pages (GH_PAGE_VIEW (view), pages);
  gtk_window_present (GTK_WINDOW (window));
  spin (500);
  {
    g_auto (Picture) preview = draw_preview (window, view);
    g_auto (Picture) first = draw_pdf (pdf, folder, 1);
    g_auto (Picture) second = draw_pdf (pdf, folder, 2);

    g_test_message ("preview and page 1: %.3f, preview and page 2: %.3f",
                    likeness (&preview, &first), likeness (&preview, &second));
    g_assert_cmpfloat (likeness (&preview, &first), >, 0.8);
    g_assert_cmpfloat (likeness (&preview, &second), <, 0.6);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&workspace);
  g_remove (pdf);
  g_remove (path);
  g_rmdir (folder);
}

/* The drawings of pages below @node, in order. */
static void
collect_drawings (GskRenderNode *node, GPtrArray *drawings)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_CAIRO_NODE)
    g_ptr_array_add (drawings, gsk_render_node_ref (node));
  else if (type == GSK_TRANSFORM_NODE)
    collect_drawings (gsk_transform_node_get_child (node), drawings);
  else if (type == GSK_CLIP_NODE)
    collect_drawings (gsk_clip_node_get_child (node), drawings);
  else if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect_drawings (gsk_container_node_get_child (node, i), drawings);
}

/* (transfer full) (element-type GskRenderNode): what the view shows of @doc. */
static GPtrArray *
show (GtkWidget *view, const GhDoc *doc, GhFontSet *fonts)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  g_autoptr (GhPages) pages = gh_layout_run (doc, fonts, NULL, NULL);
  GPtrArray *drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gh_page_view_set_pages (GH_PAGE_VIEW (view), pages);
  spin (200);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (view),
                          gtk_widget_get_height (view));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  collect_drawings (node, drawings);
  /* What is out of sight is not drawn. */
  g_assert_cmpuint (drawings->len, <, gh_pages_get_n_pages (pages));
  return drawings;
}

/* Only the page that changed is drawn again. */
static void
test_changed_pages (void)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = g_object_new (GH_TYPE_PAGE_VIEW, NULL);
  GhFontSet *fonts = gh_fonts_of (window, &error);
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_no_error (error);
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *text = g_strdup_printf ("Việc thứ %d của Ban Chỉ đạo.", i + 1);

      g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, text));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 700);
  gtk_window_present (GTK_WINDOW (window));
  spin (300);
  before = show (view, doc, fonts);
  gh_doc_node_free (g_ptr_array_index (doc->nodes, 0));
  doc->nodes->pdata[0] = gh_doc_paragraph_new (GH_DOC_BODY, "Việc khác của Ban Chỉ đạo.");
  after = show (view, doc, fonts);
  g_assert_cmpuint (after->len, >=, 2);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true ((after->pdata[i] == before->pdata[i]) == (i > 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/same-drawing", test_same_drawing);
  g_test_add_func ("/preview/changed-pages", test_changed_pages);
  return g_test_run ();
}
