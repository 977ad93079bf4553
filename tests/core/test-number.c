/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-number.h"

static void
test_format (void)
{
  static const struct
  {
    gint64 value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1750, "1.750" },
    { -12000, "-12.000" },
    { 1234567, "1.234.567" },
    { G_MAXINT64, "9.223.372.036.854.775.807" },
    { G_MININT64, "-9.223.372.036.854.775.808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_number_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_format_decimal (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *text;
  } cases[] = {
    { 168.75, 1, "168,8" },   { 1234.5, 1, "1.234,5" }, { 0.25, 1, "0,3" },
    { 2.675, 2, "2,68" },     { -0.01, 1, "0,0" },      { 0.04, 2, "0,04" },
    { 12, 0, "12" },          { 12, 3, "12,000" },      { -1234.56, 1, "-1.234,6" },
    { 999.95, 1, "1.000,0" }, { 0.999, 0, "1" },        { G_MAXDOUBLE * 2, 1, "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_number_format_decimal (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  g_autofree char *huge = gh_number_format_decimal (G_MAXDOUBLE, 0);

  g_assert_nonnull (huge);
}

static void
test_format_exact (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },         { 350, "350" },    { 1.68, "1,68" },     { 168.8, "168,8" },
    { 0.125, "0,125" }, { 1750, "1.750" }, { 2.5, "2,5" },       { 1234.05, "1.234,05" },
    { -0.5, "-0,5" },   { 1.0004, "1" },   { 99.999, "99,999" }, { 1000000, "1.000.000" },
    { 10, "10" },       { 0.0004, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_number_format_exact (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_format_percent (void)
{
  g_autofree char *half = gh_number_format_percent (1, 8);
  g_autofree char *all = gh_number_format_percent (350, 350);
  g_autofree char *none = gh_number_format_percent (5, 0);

  g_assert_cmpstr (half, ==, "12,5 %");
  g_assert_cmpstr (all, ==, "100,0 %");
  g_assert_cmpstr (none, ==, "–");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double value;
  } cases[] = {
    { "1.450", 1450 },
    { "168,8", 168.8 },
    { "2,4 ngàn", 2400 },
    { "1 triệu", 1000000 },
    { "07", 7 },
    { "1 000", 1000 },
    { " 12 ", 12 },
    { "1.234.567", 1234567 },
    { "1.234,5", 1234.5 },
    { "1,450,000", 1450000 },
    { "168.8", 168.8 },
    { "1,234.5", 1234.5 },
    { "0.500", 0.5 },
    { "-3", -3 },
    { "−3", -3 },
    { "1\xC2\xA0"
      "750",
      1750 },
    { "1,5 tỷ", 1500000000 },
    { "3nghìn", 3000 },
    { "1,450", 1.45 },
    { "0", 0 },
    { "0,0005", 0.0005 },
  };
  static const char *const refused[] = {
    "",        " ",   "-",    "ba",    "12 người", "12%",
    "1.45.0",  "1,",  ",5",   ".5",    "1..5",     "1 00",
    "5²",      "½",   "1e5",  "0x10",  "20/18",    "12345678901234567890",
    "1.450.5", "nan", "\xFF", "1 - 2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = -1;

      if (!gh_number_parse (cases[i].text, &value))
        g_error ("“%s” is not read", cases[i].text);
      g_assert_cmpfloat_with_epsilon (value, cases[i].value, 1e-9);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (gh_number_parse (refused[i], NULL))
      g_error ("“%s” is read", refused[i]);
  g_assert_false (gh_number_parse (NULL, NULL));
}

static void
test_parse_count (void)
{
  gint64 value = 0;

  g_assert_true (gh_number_parse_count ("1.450", &value));
  g_assert_cmpint (value, ==, 1450);
  g_assert_true (gh_number_parse_count ("2,4 ngàn", &value));
  g_assert_cmpint (value, ==, 2400);
  g_assert_true (gh_number_parse_count ("2147483647", &value));
  g_assert_false (gh_number_parse_count ("2147483648", &value));
  g_assert_false (gh_number_parse_count ("1,450", &value));
  g_assert_false (gh_number_parse_count ("-1", &value));
  g_assert_false (gh_number_parse_count ("168,8", &value));
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270406);

  for (int i = 0; i < 20000; i++)
    {
      gint64 whole = g_rand_int_range (rand, -(1 << 30), 1 << 30) >> g_rand_int_range (rand, 0, 30);
      int decimals = g_rand_int_range (rand, 0, 4);
      double divisor = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
      double value = (double) whole / divisor;
      g_autofree char *text = gh_number_format (whole);
      g_autofree char *decimal = gh_number_format_decimal (value, decimals);
      double read = 0;

      g_assert_true (gh_number_parse (text, &read));
      g_assert_cmpfloat (read, ==, (double) whole);
      g_assert_true (gh_number_parse (decimal, &read));
      g_assert_cmpfloat_with_epsilon (read, value, 1e-9);
    }
}

static void
test_words (void)
{
  static const struct
  {
    gint64 value;
    const char *words;
  } sums[] = {
    { 0, "Không" },
    { 5, "Năm" },
    { 10, "Mười" },
    { 15, "Mười lăm" },
    { 21, "Hai mươi mốt" },
    { 44, "Bốn mươi tư" },
    { 105, "Một trăm lẻ năm" },
    { 1000, "Một nghìn" },
    { 1005, "Một nghìn không trăm lẻ năm" },
    { 35000000, "Ba mươi lăm triệu" },
    { 10750000, "Mười triệu bảy trăm năm mươi nghìn" },
    { 2000000000, "Hai tỷ" },
    { 1000000100, "Một tỷ một trăm" },
    { 1020300004, "Một tỷ không trăm hai mươi triệu ba trăm nghìn không trăm lẻ bốn" },
    { G_GINT64_CONSTANT (1500000000000), "Một nghìn năm trăm tỷ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *words = gh_number_in_words (sums[i].value);

      g_assert_cmpstr (words, ==, sums[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/format-decimal", test_format_decimal);
  g_test_add_func ("/number/format-exact", test_format_exact);
  g_test_add_func ("/number/format-percent", test_format_percent);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/parse-count", test_parse_count);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/words", test_words);
  return g_test_run ();
}
