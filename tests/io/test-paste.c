/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-paste.h"
#include "gh-proposal.h"

/* Pasted text: what Word, Google Docs, LibreOffice and web pages give, and what nobody should. */

static char *
describe (const GPtrArray *blocks)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (out, "%s%s%d %s|%s", i > 0 ? "\n" : "",
                              gh_block_kind_to_string (block->kind), block->level, block->number,
                              block->text);
      for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
        {
          g_autofree char *cells = g_strjoinv (" ; ", g_ptr_array_index (block->rows, row));

          g_string_append_printf (out, "\n  [%s]", cells);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = gh_paste_read_html (html, -1, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (blocks);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = gh_paste_read_text (text, -1, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (blocks);
  g_assert_cmpstr (found, ==, expected);
}

static const char word[] =
  "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:1\r\nEndFragment:"
  "2\r\n"
  "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\n"
  "xmlns:w=\"urn:schemas-microsoft-com:office:word\">\r\n<head>"
  "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">"
  "<!--[if gte mso "
  "9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
  "<style><!-- p.MsoNormal {margin:0cm; font-size:13.0pt;} --></style></head>"
  "<body lang=VI><!--StartFragment-->\r\n"
  "<h1 style='margin:0'>II. CHỈ TIÊU<o:p></o:p></h1>\r\n"
  "<p class=MsoNormal><b><span style='font-size:14.0pt'>1. Yêu\r\ncầu</span></b><o:p></o:p></p>\r\n"
  "<p class=MsoNormal>Đạt <b>ít nhất</b><span style='mso-spacerun:yes'>&nbsp; </span><i>350</i> "
  "đơn\r\n"
  "vị máu.<a style='mso-comment-reference:A_1'></a><span "
  "class=MsoCommentReference>[A1]</span></p>\r\n"
  "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
  "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·"
  "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
  "Chuẩn bị địa điểm;</p>\r\n"
  "<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'>"
  "<![if !supportLists]><span style='mso-list:Ignore'>b)<span>&nbsp; </span></span><![endif]>"
  "Mời <del>bớt</del><ins>thêm</ins> người.</p>\r\n"
  "<p class=MsoNormal><span style='display:none'>ẩn</span>&nbsp;</p>\r\n"
  "<table class=MsoTableGrid border=1><tr><td><p><b>TT</b></p></td><td><p><b>Đơn vị</b></p></td>"
  "<td><p>Số</p></td></tr>\r\n"
  "<tr><td rowspan=2><p>1</p></td><td colspan=2><p>Trường A</p><p>Trường B</p></td></tr>"
  "<tr><td><p>Trạm C</p></td><td><p>5</p></td></tr></table>\r\n"
  "<!--EndFragment--></body></html>";

static void
test_word (void)
{
  assert_html (word, "heading1 II|CHỈ TIÊU\n"
                     "heading2 1|Yêu cầu\n"
                     "paragraph0 |Đạt **ít nhất** *350* đơn vị máu.\n"
                     "item1 -|Chuẩn bị địa điểm;\n"
                     "item2 b)|Mời thêm người.\n"
                     "table0 |\n"
                     "  [**TT** ; **Đơn vị** ; Số]\n"
                     "  [1 ; Trường A Trường B ; ]\n"
                     "  [ ; Trạm C ; 5]");
}

static void
test_google_docs (void)
{
  assert_html (
    "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-7\">"
    "<p dir=\"ltr\"><span style=\"font-weight:400;font-style:normal\">Sáng </span>"
    "<span style=\"font-weight:700;font-style:normal\">thứ Bảy</span>"
    "<span style=\"font-weight:400;font-style:italic\">, tại hội trường</span></p><br />"
    "<ul style=\"margin:0\"><li dir=\"ltr\" aria-level=\"1\"><p role=\"presentation\">"
    "<span>Đón tiếp</span></p></li><ul><li aria-level=\"2\"><p><span>Nước uống</span></p></li></ul>"
    "<li><p><span>Khám sàng lọc</span></p></li></ul>"
    "<ol><li><p>Một</p></li><li><p>Hai</p><p>tiếp</p></li></ol>"
    "<ol type=a><li>An</li><li>Bình</li><li>Cường</li><li>Dũng</li><li>Đức</li></ol></b>",
    "paragraph0 |Sáng **thứ Bảy***, tại hội trường*\n"
    "item1 -|Đón tiếp\n"
    "item2 +|Nước uống\n"
    "item1 -|Khám sàng lọc\n"
    "item1 1|Một\n"
    "item1 2|Hai\n"
    "paragraph0 |tiếp\n"
    "item1 a)|An\n"
    "item1 b)|Bình\n"
    "item1 c)|Cường\n"
    "item1 d)|Dũng\n"
    "item1 đ)|Đức");
}

/* Parts are numbered as items are, by a list or by the style of a heading. */
static void
test_parts (void)
{
  assert_html (
    "<ol start=2><li style=\"list-style-type:upper-roman\"><p><b>NỘI DUNG</b></p></li></ol>"
    "<ol start=5><li>Năm</li><li value=9>Chín</li></ol>",
    "heading1 II|NỘI DUNG\nitem1 5|Năm\nitem1 9|Chín");
  assert_html ("<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
               "style='mso-list:Ignore'>III.<span>&nbsp; </span></span><![endif]>TỔ CHỨC</h1>",
               "heading1 III|TỔ CHỨC");
}

static void
test_web (void)
{
  /* A feed: divs in divs, pictures for signs, buttons. */
  assert_html (
    "<div class=\"x1\"><div dir=\"auto\" style=\"text-align: start;\">Ngày hội "
    "<img alt=\"🩸\" src=\"https://example.org/1.png\"><a href=\"https://x\">Giọt hồng</a>"
    "</div><div dir=\"auto\">Kính\n mời   cả nhà<br>đến dự.</div></div>"
    "<div><button>Thích</button><script>alert(1)</script></div>",
    "paragraph0 |Ngày hội Giọt hồng\n"
    "paragraph0 |Kính mời cả nhà\n"
    "paragraph0 |đến dự.");
  assert_html ("<table><tr><td><h2>Tin mới</h2></td></tr><tr><td><p>Một</p></td></tr></table>",
               "paragraph0 |Tin mới\nparagraph0 |Một");
  assert_html ("<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>",
               "paragraph0 |Một\nparagraph0 |Hai");
  assert_html ("<h3>Không số</h3><pre>a\nb</pre>",
               "paragraph0 |**Không số**\nparagraph0 |a\nparagraph0 |b");
  assert_html ("một <b>hai</b> ba", "paragraph0 |một **hai** ba");
  assert_html ("  <p> </p> ", "");
  assert_html ("", "");
}

static void
test_text (void)
{
  assert_text ("I. MỤC ĐÍCH\r\n1. Yêu cầu\r\n\r\n- Một\n+ Hai\n  Ba  bốn\n", "heading1 I|MỤC ĐÍCH\n"
                                                                             "item1 1|Yêu cầu\n"
                                                                             "item1 -|Một\n"
                                                                             "item2 +|Hai\n"
                                                                             "paragraph0 |Ba bốn");
  assert_text ("TT\tĐơn vị\n1\tXã A\n\nhết",
               "table0 |\n  [TT ; Đơn vị]\n  [1 ; Xã A]\nparagraph0 |hết");
  assert_text ("me\xCC\x82 \xE2\x80\x8B"
               "x\xC2\xA0y",
               "paragraph0 |mê x y");
  assert_text ("\n \n", "");
}

/* Typed with a font of its own. */
static void
test_legacy (void)
{
  assert_html ("<p style='font-family:\".VnTime\"'>KÕ ho¹ch vËn ®éng hiÕn m¸u t×nh nguyÖn</p>",
               "paragraph0 |Kế hoạch vận động hiến máu tình nguyện");
}

static void
assert_refused (GString *html)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = gh_paste_read_html (html->str, (gssize) html->len, &error);

  g_assert_null (blocks);
  g_assert_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT);
  g_string_truncate (html, 0);
}

static void
test_hostile (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 begun;

  for (int i = 0; i < 200000; i++)
    g_string_append (html, "<b>");
  assert_refused (html);
  for (int i = 0; i < 100000; i++)
    g_string_append (html, "<table><tr><td>");
  assert_refused (html);
  for (int i = 0; i < 5000; i++)
    g_string_append (html, "<p>a</p>");
  assert_refused (html);
  g_string_append (html, "<table>");
  for (int i = 0; i < 4000; i++)
    g_string_append (html, "<tr><td colspan=999999 rowspan=99999>a</td></tr>");
  assert_refused (html);
  for (int i = 0; i < 9 * 1024 * 1024; i += 8)
    g_string_append (html, "a b c d ");
  assert_refused (html);
  /* A cell of a million paragraphs. */
  begun = g_get_monotonic_time ();
  g_string_append (html, "<table><tr><td>x<td>");
  while (html->len < 8 * 1024 * 1024 - 16)
    g_string_append (html, "<p>a");
  g_ptr_array_unref (gh_paste_read_html (html->str, (gssize) html->len, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 60 * G_USEC_PER_SEC);
  g_string_truncate (html, 0);
  /* Ends without starts, bytes that are no text, an end in the middle: whatever comes, no crash. */
  g_string_append_len (html, "</td></p>\xFF\0<li>x</ul></ol><td>y</table><tr><td>z<table>", 52);
  g_ptr_array_unref (gh_paste_read_html (html->str, (gssize) html->len, &error));
  g_assert_no_error (error);
}

static void
test_random (void)
{
  static const char *const parts[] = {
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<li>",
    "</li>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<b>",
    "</b>",
    "a",
    " ",
    "<br>",
    "<td rowspan=3>",
    "<h1>",
    "</h1>",
    "<i>",
    "<div>",
    "</div>",
    "&nbsp;",
    "&lt;",
    "*",
    "{{year}}",
    "<span style='mso-list:Ignore'>1.",
    "</span>",
    "<p style='mso-list:l0 level3'>",
    "<pre>",
    "\n",
    "<script>",
    "</script>",
    "<th colspan=2>",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270917);

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autoptr (GPtrArray) blocks = NULL;

      for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append (html, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      blocks = gh_paste_read_html (html->str, -1, NULL);
      g_assert_nonnull (blocks);
      for (guint i = 0; i < blocks->len; i++)
        {
          const GhBlock *block = g_ptr_array_index (blocks, i);

          g_assert_true (g_utf8_validate (block->text, -1, NULL));
          g_assert_true ((block->kind == GH_BLOCK_TABLE) == (block->rows != NULL));
          g_assert_true (block->rows != NULL || *block->text != '\0');
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/word", test_word);
  g_test_add_func ("/paste/google-docs", test_google_docs);
  g_test_add_func ("/paste/parts", test_parts);
  g_test_add_func ("/paste/web", test_web);
  g_test_add_func ("/paste/text", test_text);
  g_test_add_func ("/paste/legacy", test_legacy);
  g_test_add_func ("/paste/hostile", test_hostile);
  g_test_add_func ("/paste/random", test_random);
  return g_test_run ();
}
