/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

#include <string.h>

#include "faulty-plans.h"
#include "gh-fix.h"
#include "gh-text.h"
#include "sample-plan.h"

/* The rule of the dictionary with a dictionary of a few words: every word of the sound plan, and
 * what a test adds. */

typedef struct
{
  GHashTable *words;
  const char *const *suggestions;
} Words;

static gboolean
knows (gpointer data, const char *word)
{
  return g_hash_table_contains (((Words *) data)->words, word);
}

static GStrv
suggest (gpointer data, const char *word G_GNUC_UNUSED)
{
  return g_strdupv ((char **) ((Words *) data)->suggestions);
}

static void
learn (Words *words, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = lower;; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        g_string_append_unichar (word, g_utf8_get_char (at));
      else
        {
          g_hash_table_add (words->words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (*at == '\0')
        break;
    }
}

/* The sound plan with @line put behind its first item. */
static GhDossier *
make_dossier (Words *words, const char *line)
{
  g_autofree char *sound = faulty_plan (NULL);
  g_autoptr (GString) text = g_string_new (sound);
  const char *item = strstr (text->str, "\n- ");

  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  learn (words, sound);
  g_assert_nonnull (item);
  g_string_insert (text, item - text->str + 1, "\n");
  g_string_insert (text, item - text->str + 1, line);
  return sample_plan_read (text->str);
}

static GPtrArray *
check (Words *words, GhDossier *dossier)
{
  GhSpell spell = { knows, suggest, words };
  GPtrArray *all = gh_check_run_with (dossier, gh_day_from_ymd (2027, 1, 4), &spell);

  for (guint i = 0; i < all->len;)
    {
      const GhFinding *finding = g_ptr_array_index (all, i);

      if (g_str_equal (finding->code, "spelling"))
        i++;
      else
        g_ptr_array_remove_index (all, i);
    }
  return all;
}

/* Each line, and the one word of it that must be told (NULL = none). */
static void
test_words (void)
{
  static const struct
  {
    const char *line;
    const char *told;
  } lines[] = {
    { "- Treo khẫu hiệu ở cổng.", "khẫu" },
    { "- Treo khẫu hiệu, khẫu hiệu nữa.", "khẫu" }, /* once a piece */
    { "- Gửi về Plây Krông hoặc khẫu@vidu.vn, khẫu.vn, KH-khẫu.", NULL },
    { "- Mặc áo blouse, xem website, KHẪU, Khẫu.", NULL },
    { "- Treo băng zôn.", "băng zôn" }, /* the list of slips knows it: told once, with its fix */
    { "- Treo băng rôn.", NULL },
    { "", NULL },
  };
  static const char *const none[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      Words words = { NULL, none };
      g_autoptr (GhDossier) dossier = make_dossier (&words, lines[i].line);
      g_autoptr (GPtrArray) findings = NULL;

      learn (&words, "treo hiệu ở cổng nữa gửi về hoặc mặc áo xem băng");
      findings = check (&words, dossier);
      g_test_message ("%s: %u", lines[i].line, findings->len);
      g_assert_cmpuint (findings->len, ==, lines[i].told != NULL ? 1 : 0);
      if (lines[i].told != NULL)
        {
          const GhFinding *finding = g_ptr_array_index (findings, 0);

          g_assert_nonnull (strstr (finding->message, lines[i].told));
          g_assert_nonnull (strstr (finding->quote, lines[i].told));
          g_assert_cmpint (finding->place.part, ==, GH_PART_BLOCK);
          g_assert_cmpuint (finding->place.length, ==, strlen (lines[i].told));
        }
      g_hash_table_unref (words.words);
    }
}

/* "hòa" is right where the dictionary writes "hoà", and the other way round; "hoàn" has no other.
 */
static void
test_tones (void)
{
  static const char *const pairs[][2] = {
    { "hòa", "hoà" }, { "khỏe", "khoẻ" }, { "ủy", "uỷ" },
    { "hoàn", NULL }, { "máu", NULL },    { "thủy", "thuỷ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *other = gh_spell_other_tone (pairs[i][0]);
      g_autofree char *back = pairs[i][1] != NULL ? gh_spell_other_tone (pairs[i][1]) : NULL;

      g_assert_cmpstr (other, ==, pairs[i][1]);
      if (pairs[i][1] != NULL)
        g_assert_cmpstr (back, ==, pairs[i][0]);
    }
}

/* One suggestion is a fix that makes the finding go away; of two the clerk chooses. */
static void
test_fix (void)
{
  static const char *const one[] = { "khẩu", NULL };
  static const char *const two[] = { "khẩu", "khấu", NULL };
  Words words = { NULL, one };
  g_autoptr (GhDossier) dossier = make_dossier (&words, "- Treo **khẫu** hiệu.");
  g_autoptr (GhDossier) mended = NULL;
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) unsure = NULL;

  learn (&words, "treo hiệu khẩu");
  findings = check (&words, dossier);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (((GhFinding *) findings->pdata[0])->fix);
  g_ptr_array_add (fixes, ((GhFinding *) findings->pdata[0])->fix);
  mended = gh_fix_apply (dossier, fixes);
  g_assert_nonnull (mended);
  after = check (&words, mended);
  g_assert_cmpuint (after->len, ==, 0);

  words.suggestions = two;
  unsure = check (&words, dossier);
  g_assert_cmpuint (unsure->len, ==, 1);
  g_assert_null (((GhFinding *) unsure->pdata[0])->fix);
  g_hash_table_unref (words.words);
}

/* What a finding is known by and goes by. */
static void
test_ground (void)
{
  GhFinding finding = { .code = "capitals", .message = (char *) "m", .quote = (char *) "câu" };

  g_assert_cmpstr (gh_finding_get_rule (&finding), ==, "Nghị định 30/2020/NĐ-CP, Phụ lục II");
  g_assert_cmpstr (gh_finding_get_words (&finding), ==, "câu");
  finding.quote = (char *) "";
  finding.code = "weekday-mismatch";
  g_assert_null (gh_finding_get_rule (&finding));
  g_assert_cmpstr (gh_finding_get_words (&finding), ==, "m");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/spelling/words", test_words);
  g_test_add_func ("/core/spelling/tones", test_tones);
  g_test_add_func ("/core/spelling/fix", test_fix);
  g_test_add_func ("/core/spelling/ground", test_ground);
  return g_test_run ();
}
