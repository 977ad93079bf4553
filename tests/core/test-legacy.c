/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-legacy.h"
#include "gh-text.h"

/* The same words as the three codes write them; checked by hand against the tables of UniKey. */
static const struct
{
  const char *tcvn3;
  const char *vni;
  const char *unicode;
} pairs[] = {
  { "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
    "Cộng hòa xã hội chủ nghĩa Việt Nam" },
  { "§éc lËp - Tù do - H¹nh phóc", "Ñoäc laäp - Töï do - Haïnh phuùc",
    "Độc lập - Tự do - Hạnh phúc" },
  { "KÕ ho¹ch hiÕn m¸u t×nh nguyÖn n¨m 2027", "Keá hoaïch hieán maùu tình nguyeän naêm 2027",
    "Kế hoạch hiến máu tình nguyện năm 2027" },
  { "§¬n vÞ, tr\xC2\xAD\xC3\xAA"
    "ng häc, ng\xC2\xAD\xC3\xAA"
    "i ®¨ng ký",
    "Ñôn vò, tröôøng hoïc, ngöôøi ñaêng kyù", "Đơn vị, trường học, người đăng ký" },
  { "ñy ban nh©n d©n thÞ trÊn B¾c S¬n", "uûy ban nhaân daân thò traán Baéc Sôn",
    "ủy ban nhân dân thị trấn Bắc Sơn" },
  { "yªu cÇu ®ñ ®iÒu kiÖn, kÓ c¶ nh÷ng ng\xC2\xAD\xC3\xAA"
    "i lín tuæi",
    "yeâu caàu ñuû ñieàu kieän, keå caû nhöõng ngöôøi lôùn tuoåi",
    "yêu cầu đủ điều kiện, kể cả những người lớn tuổi" },
  { "vÉn, s½n, c¼m, chóng, tr·, gi÷, th¼ng, ®Ô, ý, kü, kú, kû, þ",
    "vaãn, saün, caúm, chuùng, traõ, giöõ, thaúng, ñeã, yù, kyõ, kyø, kyû, î",
    "vẫn, sẵn, cẳm, chúng, trã, giữ, thẳng, đễ, ý, kỹ, kỳ, kỷ, ỵ" },
};

static void
test_convert (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *one = gh_legacy_convert (GH_LEGACY_TCVN3, pairs[i].tcvn3);
      g_autofree char *two = gh_legacy_convert (GH_LEGACY_VNI, pairs[i].vni);
      g_autofree char *clean_one = gh_text_nfc (one, -1);
      g_autofree char *clean_two = gh_text_nfc (two, -1);

      g_assert_cmpstr (clean_one, ==, pairs[i].unicode);
      g_assert_cmpstr (clean_two, ==, pairs[i].unicode);
    }
}

static void
test_capitals (void)
{
  static const char *const cases[][2] = {
    { "KÕ HO¹CH\nSè: 05/KH-BC§", "KẾ HOẠCH\nSố: 05/KH-BCĐ" },
    { "Së Y tÕ\tTØNH B¾C NINH", "Sở Y tế\tTỈNH BẮC NINH" },
    { "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
    { "Tõ UBND huyÖn", "Từ UBND huyện" },
  };
  g_autofree char *vni = gh_legacy_convert (GH_LEGACY_VNI, "KEÁ HOAÏCH; ÑÔN VÒ; TRÖÔØNG");
  g_autofree char *clean = gh_text_nfc (vni, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_legacy_convert (GH_LEGACY_TCVN3, cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
  g_assert_cmpstr (clean, ==, "KẾ HOẠCH; ĐƠN VỊ; TRƯỜNG");
}

static void
test_detect (void)
{
  static const char *const others[] = {
    "",
    "Kế hoạch hiến máu tình nguyện năm 2027 của các đơn vị, trường học",
    "Ke hoach hien mau tinh nguyen nam 2027",
    "Un élève très âgé a été reçu à l'hôpital; où est la clé? Ça va, mère, père, forêt, île.",
    "Müller, Größe, Übung, schön, für, über, Straße, Äpfel, Öl, können",
    "“Quote” – 5 ° §2 ©2027 ®",
    "\xC3\x28 broken",
  };
  g_autofree char *bytes = gh_legacy_from_bytes ((const guint8 *) "\xa7\xac"
                                                                  "n v\xde h\xe9i x\xb7",
                                                 9);

  for (gsize i = 0; i + 2 < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i].unicode);
      g_assert_cmpint (gh_legacy_detect (pairs[i].tcvn3), ==, GH_LEGACY_TCVN3);
      g_assert_cmpint (gh_legacy_detect (pairs[i].vni), ==, GH_LEGACY_VNI);
      g_assert_cmpint (gh_legacy_detect (pairs[i].unicode), ==, GH_LEGACY_NONE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpint (gh_legacy_detect (others[i]), ==, GH_LEGACY_NONE);
  g_assert_cmpstr (bytes, ==, "§¬n vÞ hé");
  g_assert_cmpint (gh_legacy_detect ("TT;§¬n vÞ;Qu©n sè\n1;X· An Hßa;120"), ==, GH_LEGACY_TCVN3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy/convert", test_convert);
  g_test_add_func ("/legacy/capitals", test_capitals);
  g_test_add_func ("/legacy/detect", test_detect);
  return g_test_run ();
}
