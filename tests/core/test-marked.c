/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-marked.h"
#include "gh-text.h"

#define SEED 20270314

/* "b:", "i:", "bi:" before styled letters, "[key]" for fields, "|" between runs. */
static char *
describe (const GPtrArray *runs)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);

      if (i > 0)
        g_string_append_c (out, '|');
      if (run->bold)
        g_string_append_c (out, 'b');
      if (run->italic)
        g_string_append_c (out, 'i');
      if (run->bold || run->italic)
        g_string_append_c (out, ':');
      if (run->key != NULL)
        g_string_append_printf (out, "[%s]", run->key);
      else
        g_string_append (out, run->text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *runs;
  } cases[] = {
    { "", "" },
    { "không dấu", "không dấu" },
    { "**đậm** và *nghiêng*", "b:đậm| và |i:nghiêng" },
    { "***cả hai***", "bi:cả hai" },
    { "**a *b** c*", "b:a |bi:b|i: c" },
    { "**a***b*", "b:a|i:b" },
    { "5 * 3 * 2", "5 * 3 * 2" },
    { "5*3 và 4*2", "5*3 và 4*2" },
    { "một * sao", "một * sao" },
    { "****", "****" },
    { "Năm {{year}}.", "Năm |[year]|." },
    { "{{ year }}{{theme}}", "[year]|[theme]" },
    { "**{{target:donors}} người**", "b:[target:donors]|b: người" },
    { "{{ {{year}}", "{{ |[year]" },
    { "{{}} {{ }} {{a*b}} {x}", "{{}} {{ }} {{a*b}} {x}" },
    { "{{không có}}", "[không có]" },
    { "*a\nb*", "*a\nb*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) runs = gh_marked_parse (cases[i].text);
      g_autofree char *found = describe (runs);

      g_assert_cmpstr (found, ==, cases[i].runs);
    }
}

/* The same text with its marks written as the program writes them. */
static char *
reformat (const char *text)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);

  return gh_marked_format (runs);
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *formatted;
  } cases[] = {
    { "**đậm** và *nghiêng*", "**đậm** và *nghiêng*" },
    { "**a** **b**", "**a b**" },
    { "**a *b** c*", "**a *b** c*" },
    { "**{{year}}**", "**{{year}}**" },
    { "5 * 3", "5 * 3" },
  };
  g_autoptr (GPtrArray) runs = gh_marked_runs_new ();
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *formatted = reformat (cases[i].text);

      g_assert_cmpstr (formatted, ==, cases[i].formatted);
    }
  /* Blanks at the ends stay outside; a figure is not cut. */
  gh_marked_runs_add (runs, "Đạt ", -1, NULL, FALSE, FALSE);
  gh_marked_runs_add (runs, " ba ", -1, NULL, TRUE, FALSE);
  gh_marked_runs_add (runs, "trăm 1", -1, NULL, FALSE, TRUE);
  gh_marked_runs_add (runs, "50 đơn vị", -1, NULL, FALSE, FALSE);
  text = gh_marked_format (runs);
  g_assert_cmpstr (text, ==, "Đạt  **ba** *trăm 150* đơn vị");
}

/* A star that would join the marks costs the style, never a letter. */
static void
test_stars (void)
{
  g_autoptr (GPtrArray) runs = gh_marked_runs_new ();
  g_autofree char *text = NULL;

  gh_marked_runs_add (runs, "chỉ tiêu", -1, NULL, FALSE, TRUE);
  gh_marked_runs_add (runs, "* và ", -1, NULL, FALSE, FALSE);
  gh_marked_runs_add (runs, "đậm", -1, NULL, TRUE, FALSE);
  text = gh_marked_format (runs);
  g_assert_cmpstr (text, ==, "chỉ tiêu* và **đậm**");
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    gsize offset;
    const char *head;
    const char *tail;
    const char *joined;
  } cases[] = {
    { "**ab cd**", 4, "**ab**", " **cd**", "**ab cd**" },
    { "**ab**cd", 6, "**ab**", "cd", "**ab**cd" },
    { "**ab**cd", 4, "**ab**", "cd", "**ab**cd" },
    { "ab", 9, "ab", "", "ab" },
    { "x {{year}} y", 2, "x ", "{{year}} y", "x {{year}} y" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = NULL;
      g_autofree char *tail = NULL;
      g_autofree char *joined = NULL;

      gh_marked_split (cases[i].text, cases[i].offset, &head, &tail);
      g_assert_cmpstr (head, ==, cases[i].head);
      g_assert_cmpstr (tail, ==, cases[i].tail);
      joined = gh_marked_join (head, "", tail);
      g_assert_cmpstr (joined, ==, cases[i].joined);
    }

  g_autofree char *spaced = gh_marked_join ("**a**", " ", "**b**");

  g_assert_cmpstr (spaced, ==, "**a b**");
}

static void
test_places (void)
{
  const char *text = "a **bé** *{{year}}* c";

  g_assert_cmpuint (gh_marked_to_plain (text, 0), ==, 0);
  g_assert_cmpuint (gh_marked_to_plain (text, 4), ==, 2);
  g_assert_cmpuint (gh_marked_to_plain (text, 3), ==, 2);
  g_assert_cmpuint (gh_marked_to_stored (text, 2), ==, 2); /* before the mark that opens */
  g_assert_cmpuint (gh_marked_to_stored (text, 5), ==, 9); /* behind the one that closes */
  g_assert_cmpuint (gh_marked_to_plain (text, 999), ==, strlen ("a bé {{year}} c"));
  g_assert_cmpuint (gh_marked_to_stored (text, 999), ==, strlen (text));
}

static const char *const pieces[] = {
  "a",    "đ",        "ệ",           " ",       "*",  "**",  "***",      "1",
  "20",   "{{year}}", "{{ theme }}", "{{x y}}", "{{", "}}",  "“",        "e\xCC\x82",
  "🩸", "****",     ".",           "(",       ")",  "máu", "\xC2\xA0", "{",
};

static char *
random_text (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 14); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Plain text of @runs. */
static char *
plain (const GPtrArray *runs)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (out, ((const GhMarkedRun *) g_ptr_array_index (runs, i))->text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_random_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *text = random_text (rand);
      g_autoptr (GPtrArray) runs = gh_marked_parse (text);
      g_autofree char *letters = plain (runs);
      g_autofree char *stripped = gh_text_strip_marks (text);
      g_autofree char *once = gh_marked_format (runs);
      g_autofree char *twice = reformat (once);
      g_autofree char *kept = gh_text_strip_marks (once);
      gsize at;

      g_assert_cmpstr (letters, ==, stripped);
      /* Stars that stood alone may find a partner; nothing else is lost. */
      if (strchr (letters, '*') == NULL)
        {
          g_assert_cmpstr (kept, ==, letters);
          g_assert_cmpstr (twice, ==, once);
          g_assert_true (gh_marked_equal (text, once));
        }
      else
        {
          g_autofree char *a = g_strdelimit (g_strdup (kept), "*", '\1');
          g_autofree char *b = g_strdelimit (g_strdup (letters), "*", '\1');
          g_auto (GStrv) a_parts = g_strsplit (a, "\1", -1);
          g_auto (GStrv) b_parts = g_strsplit (b, "\1", -1);
          g_autofree char *a_letters = g_strjoinv ("", a_parts);
          g_autofree char *b_letters = g_strjoinv ("", b_parts);

          g_assert_cmpstr (a_letters, ==, b_letters);
        }
      at = (gsize) g_rand_int_range (rand, 0, (int) strlen (letters) + 1);
      g_assert_cmpuint (gh_marked_to_plain (text, gh_marked_to_stored (text, at)), ==, at);
    }
}

/* Any runs at all, and splitting and joining them. */
static void
test_random_runs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  static const char *const words[] = { "a", "đ ", " ", "12", "máu", " 3", "🩸", "\xC2\xA0" };

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GPtrArray) runs = gh_marked_runs_new ();

      for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        if (g_rand_int_range (rand, 0, 5) == 0)
          gh_marked_runs_add (runs, "{{year}}", -1, "year", g_rand_boolean (rand),
                              g_rand_boolean (rand));
        else
          gh_marked_runs_add (runs, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], -1,
                              NULL, g_rand_boolean (rand), g_rand_boolean (rand));

      g_autofree char *text = gh_marked_format (runs);
      g_autofree char *letters = plain (runs);
      g_autofree char *kept = gh_text_strip_marks (text);
      g_autofree char *again = reformat (text);
      g_autofree char *head = NULL;
      g_autofree char *tail = NULL;
      gsize at = (gsize) g_rand_int_range (rand, 0, (int) strlen (letters) + 1);

      g_assert_cmpstr (kept, ==, letters);
      g_assert_cmpstr (again, ==, text);
      while (((guchar) letters[at] & 0xC0) == 0x80)
        at--;
      gh_marked_split (text, gh_marked_to_stored (text, at), &head, &tail);

      g_autofree char *joined = gh_marked_join (head, "", tail);
      g_autofree char *joined_letters = gh_text_strip_marks (joined);

      g_assert_cmpstr (joined_letters, ==, letters);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marked/parse", test_parse);
  g_test_add_func ("/marked/format", test_format);
  g_test_add_func ("/marked/stars", test_stars);
  g_test_add_func ("/marked/split", test_split);
  g_test_add_func ("/marked/places", test_places);
  g_test_add_func ("/marked/random-texts", test_random_texts);
  g_test_add_func ("/marked/random-runs", test_random_runs);
  return g_test_run ();
}
