/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-text.h"

#define SEED 20270406

static void
assert_nfc (const char *input, const char *expected)
{
  g_autofree char *out = gh_text_nfc (input, -1);

  g_assert_cmpstr (out, ==, expected);
}

static void
test_nfc (void)
{
  assert_nfc ("", "");
  assert_nfc ("e\xCC\x82\xCC\xA3", "ệ");
  assert_nfc ("e\xCC\xA3\xCC\x82", "ệ");
  assert_nfc ("một\xC2\xA0hai\xE3\x80\x80"
              "ba",
              "một hai ba");
  assert_nfc ("a\r\nb\rc\vd\xE2\x80\xA8"
              "e",
              "a\nb\nc\nd\ne");
  assert_nfc ("\xEF\xBB\xBFmá\xE2\x80\x8Bu\x07\x7F\tx", "máu\tx");
  assert_nfc ("a\xFFz", "a\xEF\xBF\xBDz");
  assert_nfc ("\xEF\xBF\xBE", "\xEF\xBF\xBD");
  assert_nfc ("“Giọt hồng” – 1…", "“Giọt hồng” – 1…");

  g_autofree char *nul = gh_text_nfc ("a\0b", 3);

  g_assert_cmpstr (nul, ==,
                   "a\xEF\xBF\xBD"
                   "b");
}

static void
test_nfc_hostile (void)
{
  /* Two hundred thousand marks in falling order: ordering them all would take hours. */
  g_autoptr (GString) text = g_string_new ("a");

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "\xCC\x81\xCC\xA3");

  g_autofree char *out = gh_text_nfc (text->str, -1);
  g_autofree char *key = gh_text_fold (text->str);
  g_autofree char *sort = gh_text_sort_key (text->str);

  g_assert_true (g_utf8_validate (out, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (out, -1), <=, 17);
  g_assert_cmpstr (key, ==, "a");
  g_assert_nonnull (sort);
}

static char *
random_bytes (GRand *rand, gsize *length)
{
  *length = (gsize) g_rand_int_range (rand, 0, 60);

  char *bytes = g_malloc (*length + 1);

  for (gsize i = 0; i < *length; i++)
    bytes[i] = (char) g_rand_int_range (rand, 0, 256);
  bytes[*length] = '\0';
  return bytes;
}

/* Code points from all of Unicode, those of Vietnamese more often. */
static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "đ", "Đ", "ặ",  "Ớ",        "oà",       "òa",       "  ",
                                        "“", "–", "12", "\xCC\x81", "\xCC\xA3", "\xCC\x9B", "K" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < n; i++)
    {
      gunichar c = (gunichar) g_rand_int_range (rand, 1, 0x11000);

      if (g_rand_boolean (rand))
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      else if (g_rand_boolean (rand))
        g_string_append_c (text, (char) g_rand_int_range (rand, 32, 127));
      else if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

/* The quick look at plain texts agrees with the long way, which a given length takes. */
static void
test_nfc_quick (void)
{
  const struct
  {
    gunichar first, last;
  } ranges[] = {
    { 1, 0x24F }, { 0x2B0, 0x36F }, { 0x1E00, 0x1EFF }, { 0x2000, 0x2070 }, { 0xFFF0, 0xFFFF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i].first; c <= ranges[i].last; c++)
      {
        g_autoptr (GString) text = g_string_new ("Hiến ");
        g_autofree char *quick = NULL;
        g_autofree char *whole = NULL;

        g_string_append_unichar (text, c);
        g_string_append (text, "a\xCC\x81");
        g_string_append_unichar (text, c);
        for (gsize end = text->len; end > 5;
             end = (gsize) (g_utf8_prev_char (text->str + end) - text->str))
          {
            g_string_truncate (text, end);
            g_free (quick);
            g_free (whole);
            quick = gh_text_nfc (text->str, -1);
            whole = gh_text_nfc (text->str, (gssize) text->len);
            g_assert_cmpstr (quick, ==, whole);
          }
      }
}

static void
test_nfc_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 20000; i++)
    {
      gsize length;
      g_autofree char *bytes = random_bytes (rand, &length);
      g_autofree char *text = random_text (rand);
      g_autofree char *a = gh_text_nfc (bytes, (gssize) length);
      g_autofree char *b = gh_text_nfc (text, -1);
      g_autofree char *again = gh_text_nfc (b, -1);

      g_assert_true (g_utf8_validate (a, -1, NULL));
      g_assert_cmpstr (b, ==, again);
    }
}

static void
assert_same_fold (const char *a, const char *b)
{
  g_autofree char *key_a = gh_text_fold (a);
  g_autofree char *key_b = gh_text_fold (b);

  g_assert_cmpstr (key_a, ==, key_b);
}

static void
test_fold (void)
{
  assert_same_fold ("Hòa Bình", "Hoà Bình");
  assert_same_fold ("ĐẮK LẮK", "dak lak");
  assert_same_fold ("Ðà Nẵng", "đà nẵng"); /* eth typed for Đ */
  assert_same_fold ("Tru\xCC\x9Bo\xCC\x9Bng", "Trương");
  assert_same_fold ("“Giọt  hồng”", "\"giot hong\"");
  assert_same_fold ("2022 – 2027", "2022 - 2027");
  assert_same_fold ("  a\n\tb ", "a b");
  assert_same_fold (NULL, "");
}

static void
test_fold_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text (rand);
      g_autofree char *key = gh_text_fold (text);
      g_autofree char *again = gh_text_fold (key);
      g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpstr (key, ==, again);
      assert_same_fold (decomposed, composed);
    }
}

static void
assert_order (char *(*make_key) (const char *), const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    for (gsize j = i + 1; names[j] != NULL; j++)
      {
        g_autofree char *a = make_key (names[i]);
        g_autofree char *b = make_key (names[j]);

        if (strcmp (a, b) >= 0)
          g_error ("“%s” does not stand before “%s”", names[i], names[j]);
      }
}

static void
test_sort_dictionary (void)
{
  static const char *const words[] = {
    "",  "2",    "10",    "a",      "à",     "ả",     "ã",  "á",      "ạ",     "ac",  "ă",   "ắ",
    "â", "ấ",    "b",     "ba",     "ba ba", "ba lô", "bà", "bà con", "bác",   "bạc", "ban", "bàn",
    "c", "da",   "Đạt",   "Đặng",   "Đất",   "e",     "ê",  "hoa",    "hòa",   "i",   "o",   "ô",
    "ơ", "Tổ 2", "Tổ 10", "Tổ 10A", "tôi",   "u",     "ư",  "y",      "Ωmega", NULL
  };

  assert_order (gh_text_sort_key, words);
}

static void
test_sort_person (void)
{
  static const char *const names[] = { "Trần Thị An", "Lê Bình", "Phạm Văn Đạt", "Bùi Thị Đặng",
                                       "Trần Hà",     "Lê Hạ",   "Nguyên Hạnh",  "Nguyễn An Hạnh",
                                       "Vũ",          NULL };

  assert_order (gh_text_person_sort_key, names);
}

static void
test_sort_same (void)
{
  g_autofree char *a = gh_text_sort_key ("Xã  HOÀ Bình 07");
  g_autofree char *b = gh_text_sort_key ("xã hòa bình 7");

  g_assert_cmpstr (a, ==, b);
}

/* The reference: the same order, compared step by step without keys. A word of the reference is
 * made of syllables known by their parts. */
typedef struct
{
  int letters[4]; /* places in the alphabet, ended by -1 */
  int tone;       /* 0..5 in dictionary order */
} Syllable;

static const char *const vowels[][6] = {
  { "a", "à", "ả", "ã", "á", "ạ" }, { "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ" },
  { "â", "ầ", "ẩ", "ẫ", "ấ", "ậ" }, { "e", "è", "ẻ", "ẽ", "é", "ẹ" },
  { "ê", "ề", "ể", "ễ", "ế", "ệ" }, { "i", "ì", "ỉ", "ĩ", "í", "ị" },
  { "o", "ò", "ỏ", "õ", "ó", "ọ" }, { "ô", "ồ", "ổ", "ỗ", "ố", "ộ" },
  { "ơ", "ờ", "ở", "ỡ", "ớ", "ợ" }, { "u", "ù", "ủ", "ũ", "ú", "ụ" },
  { "ư", "ừ", "ử", "ữ", "ứ", "ự" }, { "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ" },
};
static const int vowel_places[] = { 0, 1, 2, 7, 8, 12, 18, 19, 20, 26, 27, 31 };
static const char *const consonants[] = { "b", "c", "d", "đ", "g", "h", "l", "m", "n", "t", "x" };
static const int consonant_places[] = { 3, 4, 5, 6, 10, 11, 15, 16, 17, 25, 30 };

static void
append_random_syllable (GRand *rand, GString *text, Syllable *syllable)
{
  int n = 0;
  int c = g_rand_int_range (rand, 0, G_N_ELEMENTS (consonants));
  int v = g_rand_int_range (rand, 0, G_N_ELEMENTS (vowels));

  syllable->tone = g_rand_int_range (rand, 0, 6);
  if (g_rand_boolean (rand))
    {
      g_autofree char *upper = gh_text_upper (consonants[c]);

      g_string_append (text, g_rand_boolean (rand) ? upper : consonants[c]);
      syllable->letters[n++] = consonant_places[c];
    }
  g_string_append (text, vowels[v][syllable->tone]);
  syllable->letters[n++] = vowel_places[v];
  if (g_rand_boolean (rand))
    {
      g_string_append (text, "n");
      syllable->letters[n++] = 17;
    }
  syllable->letters[n] = -1;
}

static int
compare_syllables (const Syllable *a, const Syllable *b)
{
  for (int i = 0; i < 4; i++)
    {
      if (a->letters[i] != b->letters[i])
        return a->letters[i] < b->letters[i] ? -1 : 1;
      if (a->letters[i] < 0)
        break;
    }
  return (a->tone > b->tone) - (a->tone < b->tone);
}

static void
test_sort_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 20000; i++)
    {
      Syllable words[2][3];
      int counts[2];
      int expected = 0;
      char *keys[2] = { NULL, NULL };

      for (int side = 0; side < 2; side++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          counts[side] = g_rand_int_range (rand, 0, 4);
          for (int w = 0; w < counts[side]; w++)
            {
              g_string_append (text, w > 0 ? " " : "");
              append_random_syllable (rand, text, &words[side][w]);
            }
          keys[side] = gh_text_sort_key (text->str);
          g_assert_true (g_utf8_validate (keys[side], -1, NULL));
        }
      for (int w = 0; expected == 0 && w < MIN (counts[0], counts[1]); w++)
        expected = compare_syllables (&words[0][w], &words[1][w]);
      if (expected == 0)
        expected = (counts[0] > counts[1]) - (counts[0] < counts[1]);

      int order = strcmp (keys[0], keys[1]);

      g_assert_cmpint ((order > 0) - (order < 0), ==, expected);
      g_free (keys[0]);
      g_free (keys[1]);
    }
}

static void
test_sort_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int i = 0; i < 5000; i++)
    {
      gint32 a = g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 1, 30));
      gint32 b = g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 1, 30));
      g_autofree char *text_a = g_strdup_printf ("Tổ %02d", a);
      g_autofree char *text_b = g_strdup_printf ("Tổ %d", b);
      g_autofree char *key_a = gh_text_sort_key (text_a);
      g_autofree char *key_b = gh_text_sort_key (text_b);
      int order = strcmp (key_a, key_b);

      g_assert_cmpint ((order > 0) - (order < 0), ==, (a > b) - (a < b));
    }
}

static void
test_contains (void)
{
  g_assert_true (gh_text_contains_folded ("Ngày Thầy thuốc Việt Nam", "thay thuoc"));
  g_assert_true (gh_text_contains_folded ("Đặng", ""));
  g_assert_false (gh_text_contains_folded ("Đặng", "dangg"));
}

static void
assert_strip (const char *input, const char *expected)
{
  g_autofree char *out = gh_text_strip_marks (input);

  g_assert_cmpstr (out, ==, expected);
}

static void
test_strip_marks (void)
{
  assert_strip ("ngày **27/03/2025 (Thứ Năm)** nhé", "ngày 27/03/2025 (Thứ Năm) nhé");
  assert_strip ("(*Hội Chữ thập đỏ*)", "(Hội Chữ thập đỏ)");
  assert_strip ("***đậm nghiêng***", "đậm nghiêng");
  assert_strip ("**đậm *nghiêng* đậm**", "đậm nghiêng đậm");
  assert_strip ("5 * 3 = 15", "5 * 3 = 15");
  assert_strip ("5*3 và 4*2", "5*3 và 4*2");
  assert_strip ("* * *", "* * *");
  assert_strip ("*****", "*****");
  assert_strip ("* **Thời gian:** sáng", "* Thời gian: sáng");
  assert_strip ("một *mình", "một *mình");
  assert_strip ("*a\nb*", "*a\nb*");
  assert_strip ("", "");
}

static void
test_squeeze_upper (void)
{
  g_autofree char *squeezed = gh_text_squeeze (" \t Hội  Chữ\n thập đỏ ");
  g_autofree char *upper = gh_text_upper ("Ban Chỉ đạo");

  g_assert_cmpstr (squeezed, ==, "Hội Chữ thập đỏ");
  g_assert_cmpstr (upper, ==, "BAN CHỈ ĐẠO");
}

static void
test_within_sentence (void)
{
  static const char *const cases[][2] = {
    { "Lập danh sách", "lập danh sách" },
    { "Lập Thạch", "Lập Thạch" },
    { "Vận động đoàn viên", "vận động đoàn viên" },
    { "Các xã", "các xã" },
    { "Đơn vị tiếp nhận máu", "đơn vị tiếp nhận máu" },
    { "Trực Ninh", "Trực Ninh" },
    { "Hội Chữ thập đỏ chủ trì", "Hội Chữ thập đỏ chủ trì" },
    { "Gửi", "gửi" },
    { "Vận độngx", "Vận độngx" },
    { "đã viết thường", "đã viết thường" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *within = gh_text_within_sentence (cases[i][0]);
      g_autofree char *again = gh_text_begin_sentence (within);

      g_assert_cmpstr (within, ==, cases[i][1]);
      if (!g_str_equal (within, cases[i][0]))
        g_assert_cmpstr (again, ==, cases[i][0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/nfc", test_nfc);
  g_test_add_func ("/text/nfc/hostile", test_nfc_hostile);
  g_test_add_func ("/text/nfc/quick", test_nfc_quick);
  g_test_add_func ("/text/nfc/property", test_nfc_property);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/property", test_fold_property);
  g_test_add_func ("/text/sort/dictionary", test_sort_dictionary);
  g_test_add_func ("/text/sort/person", test_sort_person);
  g_test_add_func ("/text/sort/same", test_sort_same);
  g_test_add_func ("/text/sort/property", test_sort_property);
  g_test_add_func ("/text/sort/numbers", test_sort_numbers);
  g_test_add_func ("/text/contains", test_contains);
  g_test_add_func ("/text/strip-marks", test_strip_marks);
  g_test_add_func ("/text/squeeze-upper", test_squeeze_upper);
  g_test_add_func ("/text/within-sentence", test_within_sentence);
  return g_test_run ();
}
