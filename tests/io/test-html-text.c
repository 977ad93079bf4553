/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "gh-html-text.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *html;
    const char *text;
  } cases[] = {
    { "", "" },
    { "chữ trần", "chữ trần" },
    { "<p>Một</p><p>Hai <b>ba</b>\n  bốn</p>", "Một\nHai ba bốn" },
    { "một<br>hai<br/>ba", "một\nhai\nba" },
    { "<div>một</div><div>hai</div>", "một\nhai" },
    { "<h1>KẾ HOẠCH</h1>Về việc", "KẾ HOẠCH\nVề việc" },
    { "<ul><li>một<li>hai</ul>ba", "- một\n- hai\nba" },
    { "<ol><li>một</li><li>hai</li></ol>", "1. một\n2. hai" },
    { "<ol start=\"3\"><li>ba<li>bốn</ol>", "3. ba\n4. bốn" },
    { "<ol type=a><li>một<li>hai</ol>", "a) một\nb) hai" },
    { "<ol><li style='list-style-type:lower-alpha'>một<li style='list-style-type:lower-alpha'>hai"
      "<li value=4>ba<li>bốn</ol>",
      "a) một\nb) hai\nd) ba\nđ) bốn" },
    { "<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>II."
      "<span>&nbsp; </span></span><![endif]>NỘI DUNG</h1>",
      "II. NỘI DUNG" },
    { "<table><tr><td><p>XÃ AN PHÚ<br>BAN CHỈ ĐẠO</p><p>Số: 12/KH</p></td><td><p>CỘNG HÒA XÃ HỘI"
      "</p><p>Độc lập</p></td></tr></table><p>KẾ HOẠCH</p>",
      "XÃ AN PHÚ\nBAN CHỈ ĐẠO\nSố: 12/KH\nCỘNG HÒA XÃ HỘI\nĐộc lập\nKẾ HOẠCH" },
    { "<table><tr><td rowspan=2>1<td>a</tr><tr><td>b</tr></table>", "1\ta\n\tb" },
    { "<p>có <del>bỏ</del><span style='display:none'>ẩn</span>giữ</p>", "có giữ" },
    { "<ol type='I'><li>MỤC ĐÍCH<li>NỘI DUNG</ol>", "I. MỤC ĐÍCH\nII. NỘI DUNG" },
    { "<ol><li>một<ul><li>con</ul></li><li>hai</ol>", "1. một\n+ con\n2. hai" },
    { "<table><tr><th>Ngày<th>Nơi</th></tr><tr><td><p>6/3</p></td><td>xã</td></tr></table>",
      "Ngày\tNơi\n6/3\txã" },
    { "<table><tr><td></td><td>xã</td></tr></table>", "\txã" },
    { "<style>p{color:red}</style><script>if (a<b) x()</script><p>chữ</p>", "chữ" },
    { "<html><head><title>Trang</title></head><body>chữ</body></html>", "chữ" },
    { "<!-- <p>không</p> -->có<!doctype html><?xml x?>", "có" },
    { "Số:&nbsp;12/KH &amp; BC&#272; &lt;&#x1EA1;&gt; &agrave; &khong; 5&6",
      "Số: 12/KH & BCĐ <ạ> à &khong; 5&6" },
    { "3 < 5 và 7 > 6", "3 < 5 và 7 > 6" },
    { "<pre>một\n  hai</pre>", "một\nhai" },
    { "<p class=MsoListParagraph><![if !supportLists]><span>-<span>&nbsp;&nbsp;&nbsp; </span>"
      "</span><![endif]>tiếp nhận</p>",
      "- tiếp nhận" },
    { "Version:0.9\r\nStartHTML:0000\r\n<html><body>chữ</body></html>", "chữ" },
    { "chữ<p", "chữ" },
    { "chữ<!-- dở dang", "chữ" },
    { "</li></ul></td></table></pre>chữ", "chữ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_html_text (cases[i].html, strlen (cases[i].html));

      g_assert_true (g_utf8_validate (text, -1, NULL));
      if (strcmp (text, cases[i].text) != 0)
        g_error ("“%s” gives “%s”, not “%s”", cases[i].html, text, cases[i].text);
    }
}

/* Firefox puts UTF-16 on the clipboard, with or without a mark; bytes may be damaged. */
static void
test_codes (void)
{
  static const char marked[] = "\xff\xfe<\0p\0>\0\xa1\x1e";
  static const char bare[] = "<\0p\0>\0\xa1\x1e";
  static const char broken[] = "<p>a\xff\xfe b";
  g_autofree char *one = gh_html_text (marked, sizeof marked - 1);
  g_autofree char *two = gh_html_text (bare, sizeof bare - 1);
  g_autofree char *three = gh_html_text (broken, sizeof broken - 1);

  g_assert_cmpstr (one, ==, "ạ");
  g_assert_cmpstr (two, ==, "ạ");
  g_assert_true (g_utf8_validate (three, -1, NULL));
  g_assert_nonnull (strstr (three, "b"));
}

/* Whatever it is, it ends, and gives valid text no longer than it may be. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "<",   ">",     "<p",   "</",    "<ol>",    "<li>", "<td>",
                                        "&#1", "&amp",  "<!--", "<pre>", "ạ",       " ",    "\"",
                                        "x=",  "</ol>", "\n",   "\x80",  "<script>" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (int n = g_rand_int_range (rand, 0, 40); n > 0; n--)
        g_string_append (html, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      text = gh_html_text (html->str, html->len);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<ol><li>&");
  {
    g_autofree char *text = gh_html_text (deep->str, deep->len);

    g_assert_cmpuint (strlen (text), <, 8u * 100000u);
  }
  /* One paragraph in a million pieces, and one of which each other piece is nothing. */
  for (guint kind = 0; kind < 2; kind++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autofree char *text = NULL;

      g_string_truncate (deep, 0);
      while (deep->len < 8u * 1024 * 1024 - 16)
        g_string_append (deep, kind == 0 ? "&amp;" : "a <b> </b>");
      text = gh_html_text (deep->str, deep->len);
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 40 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/html-text/cases", test_cases);
  g_test_add_func ("/io/html-text/codes", test_codes);
  g_test_add_func ("/io/html-text/hostile", test_hostile);
  return g_test_run ();
}
