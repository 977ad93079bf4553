/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "gh-proposal.h"
#include "gh-text.h"

/* A sanitizer makes reading ten to twenty times slower and finds what it finds in the first inputs
 * of a kind; the plain run goes through all of them. The made inputs are the same in both. */
#if defined __SANITIZE_ADDRESS__
#define SLOWER 10
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SLOWER 10
#endif
#endif
#ifndef SLOWER
#define SLOWER 1
#endif
#define N_MUTATIONS   (3000 / SLOWER)
#define N_TRUNCATIONS (40 / SLOWER)
#define N_RANDOM      (500 / SLOWER)
#define BIG           (4u * 1024u * 1024u)
/* Of the texts that cost a careless reader the square of their length. */
#define COSTLY (256u * 1024u / SLOWER)

/* Words of the national motto and of lines that are printed anew from their parts. */
static const char *const printed_anew[] = {
  "cộng", "hòa",  "hoà",  "xã",   "hội",   "chủ",  "nghĩa", "việt", "nam", "độc",  "lập",
  "tự",   "do",   "hạnh", "phúc", "đoàn",  "tncs", "thanh", "niên", "sản", "đảng", "hồ",
  "chí",  "minh", "số",   "ngày", "tháng", "năm",  "nơi",   "nhận", "gửi"
};

typedef struct
{
  GHashTable *counts; /* word → count */
  GPtrArray *order;   /* words as they come */
} Words;

static Words *
words_new (void)
{
  Words *words = g_new0 (Words, 1);

  words->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->order = g_ptr_array_new_with_free_func (g_free);
  return words;
}

static void
words_free (Words *words)
{
  g_hash_table_unref (words->counts);
  g_ptr_array_unref (words->order);
  g_free (words);
}

static void
add_word (Words *words, const char *start, gsize length)
{
  g_autofree char *word = NULL;
  gpointer count;

  while (length > 1 && *start == '0') /* "09" is printed "9", and "9" "09" */
    {
      start++;
      length--;
    }
  word = g_strndup (start, length);
  count = g_hash_table_lookup (words->counts, word);
  g_hash_table_replace (words->counts, g_strdup (word),
                        GINT_TO_POINTER (GPOINTER_TO_INT (count) + 1));
  g_ptr_array_add (words->order, g_steal_pointer (&word));
}

static void
add_words (Words *words, const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "*", -1);
  g_autofree char *text = g_strjoinv ("", parts); /* marks part no words */
  const char *start = NULL;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean inside = g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          add_word (words, start, (gsize) (p - start));
          start = NULL;
        }
    }
  if (start != NULL)
    add_word (words, start, (gsize) (p - start));
}

static gboolean
is_numbering (const char *word)
{
  return strlen (word) <= 2 || strspn (word, "IVXivx") == strlen (word);
}

static gboolean
is_printed_anew (const char *word)
{
  g_autofree char *low = g_utf8_strdown (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (printed_anew); i++)
    if (g_str_equal (low, printed_anew[i]))
      return TRUE;
  return FALSE;
}

/* Body of the plan, in print order. */
static void
add_body (Words *words, const GhPlan *plan)
{
  add_words (words, plan->document_kind);
  add_words (words, plan->title);
  for (guint i = 0; i < plan->bases->len; i++)
    if (!((const GhBasis *) plan->bases->pdata[i])->cited)
      add_words (words, ((const GhBasis *) plan->bases->pdata[i])->text);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];

      add_words (words, block->number);
      add_words (words, block->text);
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        for (char **cell = block->rows->pdata[r]; *cell != NULL; cell++)
          add_words (words, *cell);
    }
}

static void
add_rest (Words *words, const GhPlan *plan)
{
  const char *fields[] = { plan->header_note,    plan->number,         plan->symbol,
                           plan->place,          plan->authority,      plan->signer_role,
                           plan->signature_mark, plan->signer_post,    plan->signer_name,
                           plan->tail_note,      plan->recipients_note };
  g_autofree char *date =
    g_strdup_printf ("%d %d %d", plan->issue_day, plan->issue_month, plan->issue_year);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_words (words, fields[i]);
  add_words (words, date);
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      add_words (words, ((const GhRecipient *) plan->recipients->pdata[i])->name);
      add_words (words, ((const GhRecipient *) plan->recipients->pdata[i])->purpose);
    }
}

/* Every word of @text stands in @plan as often, and none of its own is put into the body. */
static void
check_nothing_lost (const char *text, gsize length, const GhPlan *plan)
{
  g_autofree char *normal = gh_text_nfc (text, (gssize) length);
  Words *in = words_new ();
  Words *out = words_new ();
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  add_words (in, normal);
  add_body (out, plan);
  add_rest (out, plan);
  g_hash_table_iter_init (&iter, out->counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!is_numbering (key) &&
        GPOINTER_TO_INT (value) > GPOINTER_TO_INT (g_hash_table_lookup (in->counts, key)))
      g_error ("put in: %s %d, read %d, in:\n%.6000s", (char *) key, GPOINTER_TO_INT (value),
               GPOINTER_TO_INT (g_hash_table_lookup (in->counts, key)), normal);
  /* The issuer may be inferred, so it only counts as a place where words may be kept. */
  add_words (out, plan->issuer);
  add_words (out, plan->parent_issuer);
  g_hash_table_iter_init (&iter, in->counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      int missing =
        GPOINTER_TO_INT (value) - GPOINTER_TO_INT (g_hash_table_lookup (out->counts, key));

      if (missing > 0 && !is_numbering (key) && !(missing <= 4 && is_printed_anew (key)))
        g_error ("lost: %s %d times of:\n%.6000s", (char *) key, missing, normal);
    }
  words_free (in);
  words_free (out);
}

/* The body's words come in the order of the text. */
static void
check_order (const char *text, const GhPlan *plan)
{
  g_autofree char *normal = gh_text_nfc (text, -1);
  Words *in = words_new ();
  Words *out = words_new ();
  guint at = 0;

  add_words (in, normal);
  add_body (out, plan);
  for (guint i = 0; i < out->order->len; i++)
    {
      const char *word = out->order->pdata[i];

      while (at < in->order->len && !g_str_equal (in->order->pdata[at], word))
        at++;
      if (at == in->order->len)
        g_error ("“%s” (word %u of the body) is out of order", word, i);
      at++;
    }
  words_free (in);
  words_free (out);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (element-type utf8): names of the plans of a folder, in the same order on every file system, so
 * that the mutations are the same everywhere. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* (element-type utf8): the texts of all plans of the test. */
static GPtrArray *
load_plans (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *shared = g_getenv ("GIOTHONG_SHARED");
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "io", "plans", NULL);
  g_autofree char *seeds = g_build_filename (shared != NULL ? shared : "", "seeds", NULL);
  const char *folders[] = { own, seeds };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GPtrArray) names = list_names (folders[i]);

      for (guint n = 0; n < names->len; n++)
        {
          g_autofree char *path = g_build_filename (folders[i], names->pdata[n], NULL);
          char *text = NULL;

          if (g_file_get_contents (path, &text, NULL, NULL))
            g_ptr_array_add (texts, text);
        }
    }
  g_assert_cmpuint (texts->len, >=, 7);
  return texts;
}

static void
test_plans_whole (void)
{
  g_autoptr (GPtrArray) texts = load_plans ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (texts->pdata[i], -1, 2027);

      check_nothing_lost (texts->pdata[i], strlen (texts->pdata[i]), reading->plan);
      check_order (texts->pdata[i], reading->plan);
      g_assert_cmpuint (reading->plan->blocks->len, >, 5);
    }
}

/* A plan cut anywhere still reads, and loses nothing. */
static void
test_truncated (void)
{
  g_autoptr (GPtrArray) texts = load_plans ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270206);

  for (guint i = 0; i < texts->len; i++)
    for (int k = 0; k < N_TRUNCATIONS; k++)
      {
        const char *text = texts->pdata[i];
        gsize length = (gsize) g_rand_int_range (rand, 0, (gint32) strlen (text) + 1);
        g_autoptr (GhPlanReading) reading = NULL;

        while (length > 0 && ((guchar) text[length] & 0xC0u) == 0x80u)
          length--;
        reading = gh_plan_text_read (text, (gssize) length, 2027);
        check_nothing_lost (text, length, reading->plan);
      }
}

static void
mutate (GRand *rand, GString *text, const GPtrArray *texts)
{
  static const char *const pieces[] = { "\n",          "\t",
                                        "**",          "*",
                                        "- ",          "I. ",
                                        "1.1. ",       "a) ",
                                        "Nơi nhận:\n", "TM. BAN CHỈ ĐẠO\n",
                                        "KẾ HOẠCH\n",  "Căn cứ ",
                                        "; ",          "31/11/2023",
                                        "PHỤ LỤC I\n", "(Để báo cáo)\n",
                                        "“",           "%",
                                        "Số: ",        "|a|b|\n",
                                        "350 người ",  "trước ngày ",
                                        "Thời gian: ", "\n\n\n",
                                        "    ",        "…" };
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len + 1);
  gsize wanted = (gsize) g_rand_int_range (rand, 1, 400);
  gsize n = MIN (wanted, text->len - at);
  const char *other = texts->pdata[g_rand_int_range (rand, 0, (gint32) texts->len)];
  gsize from = (gsize) g_rand_int_range (rand, 0, (gint32) strlen (other));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_erase (text, (gssize) at, (gssize) n);
      break;
    case 1:
      g_string_insert (text, (gssize) at,
                       pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 2:
      g_string_insert_len (text, (gssize) at, other + from,
                           (gssize) MIN (strlen (other) - from, 500));
      break;
    default:
      for (gsize i = 0; i < MIN (n, 3) && at + i < text->len; i++)
        text->str[at + i] = (char) g_rand_int_range (rand, 1, 256);
    }
}

static void
test_mutations (void)
{
  g_autoptr (GPtrArray) texts = load_plans ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (14062027);

  for (int k = 0; k < N_MUTATIONS; k++)
    {
      const char *base = texts->pdata[g_rand_int_range (rand, 0, (gint32) texts->len)];
      g_autoptr (GString) text = g_string_new (base);
      g_autoptr (GhPlanReading) reading = NULL;
      int n = g_rand_int_range (rand, 1, 8);

      while (n-- > 0)
        mutate (rand, text, texts);
      reading = gh_plan_text_read (text->str, (gssize) text->len, 2027);
      check_nothing_lost (text->str, text->len, reading->plan);
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int k = 0; k < N_RANDOM; k++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 0, 3000);
      g_autofree char *bytes = g_malloc (length + 1);
      g_autoptr (GhPlanReading) reading = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_rand_int_range (rand, 0, 256);
      bytes[length] = '\0';
      reading = gh_plan_text_read (bytes, (gssize) length, 2027);
      g_assert_nonnull (reading->plan);
    }
}

/* Texts made to cost a careless reader the square of their length: the test's time limit tells. */
static void
test_huge (void)
{
  static const char *const parts[] = { "1. ",
                                       "1.1.\n",
                                       "- a\n",
                                       "Căn cứ ",
                                       "Căn cứ a\n",
                                       "14/6 ",
                                       "350 người đăng ký ",
                                       "“",
                                       "**",
                                       "a\tb\n",
                                       "trước ngày 1/1/2027, ",
                                       "số 1/KH-A ngày 1/1/2027; ",
                                       "chủ đề “",
                                       "a",
                                       "A ",
                                       "KẾ HOẠCH ",
                                       "Nơi nhận:\n",
                                       "Nơi nhận: a\nb\n",
                                       "100% cán bộ, ",
                                       "TM. A\n",
                                       "(",
                                       "ngày ",
                                       "Ban Chỉ đạo, ",
                                       "PHỤ LỤC\n",
                                       "…",
                                       ", ",
                                       "x\n\n",
                                       "I. A\n",
                                       "1.1. Ban:\n- a\n",
                                       "A\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("KẾ HOẠCH\nA\n");
      g_autoptr (GhPlanReading) reading = NULL;

      while (text->len < COSTLY)
        g_string_append (text, parts[i]);
      reading = gh_plan_text_read (text->str, (gssize) text->len, 2027);
      g_assert_nonnull (reading->plan);
      g_test_message ("%s: %u blocks", parts[i], reading->plan->blocks->len);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GhPlanReading) reading = NULL;

  while (text->len <= BIG)
    g_string_append (text, "Vận động hiến máu.\n");
  reading = gh_plan_text_read (text->str, (gssize) text->len, 2027);
  g_assert_cmpuint (reading->problems->len, >, 0);
  g_assert_nonnull (strstr (((GhProblem *) reading->problems->pdata[0])->message, "4 MiB"));
}

static void
test_empty (void)
{
  static const char *const texts[] = {
    "", "\n\n \t\n", "\xEF\xBB\xBF", "*", "KẾ HOẠCH", "Nơi nhận:"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (texts[i], -1, 2027);

      g_assert_cmpint (reading->campaign->year, ==, 2027);
      g_assert_cmpuint (reading->problems->len, >, 0);
    }
}

/* Kinds and levels that the exporters number and indent by. */
static void
test_blocks (void)
{
  static const struct
  {
    const char *line;
    GhBlockKind kind;
    int level;
    const char *number;
  } rows[] = {
    { "II. NỘI DUNG", GH_BLOCK_HEADING, 1, "II" },
    { "**III. Tổ chức thực hiện:**", GH_BLOCK_HEADING, 1, "III" },
    { "IV- TIẾN ĐỘ", GH_BLOCK_HEADING, 1, "IV" },
    { "1. Mục đích", GH_BLOCK_HEADING, 2, "1" },
    { "1.2. Yêu cầu", GH_BLOCK_HEADING, 3, "1.2" },
    { "2.1 Mục tiêu", GH_BLOCK_HEADING, 3, "2.1" },
    { "3/ Chỉ tiêu", GH_BLOCK_HEADING, 2, "3/" },
    { "1. Vận động mọi người tham gia.", GH_BLOCK_ITEM, 1, "1" },
    { "a) Lập danh sách;", GH_BLOCK_ITEM, 1, "a)" },
    { "đ) Kinh phí", GH_BLOCK_HEADING, 3, "đ)" },
    { "- Tuyên truyền", GH_BLOCK_ITEM, 1, "-" },
    { "+ Treo băng rôn", GH_BLOCK_ITEM, 2, "+" },
    { "* **Thời gian:** 7h30", GH_BLOCK_ITEM, 1, "*" },
    { "300 người tham gia", GH_BLOCK_PARAGRAPH, 0, "" },
    { "10/10/2024 là ngày hội", GH_BLOCK_PARAGRAPH, 0, "" },
    { "1.000 lượt người", GH_BLOCK_PARAGRAPH, 0, "" },
    { "*Ghi chú* thêm", GH_BLOCK_PARAGRAPH, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("KẾ HOẠCH\nThử\n\nMở đầu như sau:\n%s\n", rows[i].line);
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (text, -1, 2027);
      const GhBlock *block;

      g_test_message ("%s", rows[i].line);
      g_assert_cmpuint (reading->plan->blocks->len, ==, 2);
      block = reading->plan->blocks->pdata[1];
      g_assert_cmpint (block->kind, ==, rows[i].kind);
      g_assert_cmpint (block->level, ==, rows[i].level);
      g_assert_cmpstr (block->number, ==, rows[i].number);
    }
}

static void
test_number_lines (void)
{
  static const struct
  {
    const char *line;
    const char *number;
    const char *symbol;
  } rows[] = {
    { "Số: /KH - BCĐHMTN", "", "KH - BCĐHMTN" },
    { "Số: 03 /KH-BCĐ", "03", "KH-BCĐ" },
    { "Số 08 /KH – BCĐ", "08", "KH – BCĐ" },
    { "Số 32-KH/ĐTN", "32", "KH/ĐTN" },
    { "Số …-KH/ĐTN", "", "KH/ĐTN" },
    { "Số  232  -KHLT/ĐTN-CĐ", "232", "KHLT/ĐTN-CĐ" },
    { "Số: 36/CĐGDĐT", "36", "CĐGDĐT" },
    { "Số: 123/KH-UBND-VX", "123", "KH-UBND-VX" },
    { "Số: 105- CV/HSV", "105", "CV/HSV" },
    { "Số: 08 KH/HSV-ĐTN-HMTN", "08", "KH/HSV-ĐTN-HMTN" },
    { "Số: …/KH-BCĐ", "", "KH-BCĐ" },
    { "Số: ....../KH-UBND", "", "KH-UBND" },
    { "Số: 225 - KH/TWĐTN-CTTN", "225", "KH/TWĐTN-CTTN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "%s\nHà Nội, ngày … tháng 3 năm 2027\nKẾ HOẠCH\nThử\n\nMột.\n", rows[i].line);
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (text, -1, 2027);

      g_test_message ("%s", rows[i].line);
      g_assert_cmpstr (reading->plan->number, ==, rows[i].number);
      g_assert_cmpstr (reading->plan->symbol, ==, rows[i].symbol);
      g_assert_cmpstr (reading->plan->place, ==, "Hà Nội");
      g_assert_cmpint (reading->plan->issue_month, ==, 3);
      g_assert_cmpint (reading->plan->issue_day, ==, 0);
      g_assert_cmpstr (reading->plan->header_note, ==, "");
    }
}

/* One sentence may hold several targets; how they are worded tells what they are. */
static void
test_target_forms (void)
{
  static const struct
  {
    const char *sentence;
    GhIndicator indicator;
    GhComparator comparator;
    double value;
    double value_to;
  } rows[] = {
    { "Vận động từ 350 người trở lên đăng ký hiến máu.", GH_INDICATOR_REGISTRATIONS,
      GH_COMPARATOR_AT_LEAST, 350, 350 },
    { "Tiếp nhận khoảng 1.450 đơn vị máu.", GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_ABOUT, 1450,
      1450 },
    { "Tiếp nhận 200 – 300 đơn vị máu.", GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_EXACTLY, 200,
      300 },
    { "Phấn đấu có 2,4 ngàn người hiến máu.", GH_INDICATOR_DONORS, GH_COMPARATOR_EXACTLY, 2400,
      2400 },
    { "Vận động tối thiểu 25% cán bộ, viên chức tham gia hiến máu.", GH_INDICATOR_HEADCOUNT_PERCENT,
      GH_COMPARATOR_AT_LEAST, 25, 25 },
    { "Phấn đấu đạt 20% chỉ tiêu cả năm.", GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_EXACTLY, 20,
      20 },
    { "100% các xã, phường tham gia.", GH_INDICATOR_UNIT_PERCENT, GH_COMPARATOR_EXACTLY, 100, 100 },
    { "100% đoàn viên được tuyên truyền về hiến máu.", GH_INDICATOR_AWARENESS_PERCENT,
      GH_COMPARATOR_EXACTLY, 100, 100 },
    { "Tuyên truyền cho trên 5.000 lượt người.", GH_INDICATOR_REACH, GH_COMPARATOR_AT_LEAST, 5000,
      5000 },
    { "Túi máu 350 ml và 450 ml đạt trên 85%.", GH_INDICATOR_VOLUME_PERCENT, GH_COMPARATOR_AT_LEAST,
      85, 85 },
    { "Có ít nhất 10 người đăng ký hiến mô, tạng.", GH_INDICATOR_ORGAN_PLEDGES,
      GH_COMPARATOR_AT_LEAST, 10, 10 },
    { "Đăng ít nhất 12 tin, bài tuyên truyền.", GH_INDICATOR_ARTICLES, GH_COMPARATOR_AT_LEAST, 12,
      12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "KẾ HOẠCH\nHiến máu năm 2027\n\nI. CHỈ TIÊU\n- %s\nII. KHÁC\n", rows[i].sentence);
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (text, -1, 2027);
      const GhTarget *target;

      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpuint (reading->targets->len, ==, 1);
      target = reading->targets->pdata[0];
      g_assert_cmpint (target->indicator, ==, rows[i].indicator);
      g_assert_cmpint (target->comparator, ==, rows[i].comparator);
      g_assert_cmpfloat_with_epsilon (target->value, rows[i].value, 1e-9);
      g_assert_cmpfloat_with_epsilon (target->value_to, rows[i].value_to, 1e-9);
    }
}

/* Figures that are no targets. */
static void
test_no_targets (void)
{
  static const char *const sentences[] = { "Năm 2026 toàn xã đã tiếp nhận 212 đơn vị máu.",
                                           "Người hiến máu từ 18 đến 60 tuổi, nặng từ 42 kg.",
                                           "Hỗ trợ 30.000 đồng/người hiến máu.",
                                           "Liên hệ số 12 đường Lê Lợi, điện thoại 024 3858 7882.",
                                           "Thực hiện Công văn số 12/UBND-VX ngày 01/02/2027.",
                                           "Hiến máu vào ngày 27/3/2027, từ 7h30 đến 11h30." };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("KẾ HOẠCH\nThử năm 2027\n\nI. NỘI DUNG\n- %s\n", sentences[i]);
      g_autoptr (GhPlanReading) reading = gh_plan_text_read (text, -1, 2027);

      g_test_message ("%s", sentences[i]);
      g_assert_cmpuint (reading->targets->len, ==, 0);
    }
}

/* What a .doc, a picture or an empty file is answered with. */
static void
test_files_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    int code;
  } rows[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0", 11, GH_IMPORT_ERROR_FORMAT },
    { "%PDF-1.7 a", 10, GH_IMPORT_ERROR_FORMAT },
    { "PK\003\004abcdefgh", 12, GH_IMPORT_ERROR_FORMAT },
    { "", 0, GH_IMPORT_ERROR_EMPTY },
  };
  g_autofree char *folder = g_dir_make_tmp ("plan-read-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "p.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, rows[i].bytes, (gssize) rows[i].length, NULL));
      g_assert_null (gh_plan_file_read (file, 2027, NULL, &error));
      g_assert_error (error, GH_IMPORT_ERROR, rows[i].code);
    }
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-read/plans-whole", test_plans_whole);
  g_test_add_func ("/plan-read/blocks", test_blocks);
  g_test_add_func ("/plan-read/number-lines", test_number_lines);
  g_test_add_func ("/plan-read/target-forms", test_target_forms);
  g_test_add_func ("/plan-read/no-targets", test_no_targets);
  g_test_add_func ("/plan-read/empty", test_empty);
  g_test_add_func ("/plan-read/files-refused", test_files_refused);
  g_test_add_func ("/plan-read/truncated", test_truncated);
  g_test_add_func ("/plan-read/mutations", test_mutations);
  g_test_add_func ("/plan-read/random-bytes", test_random_bytes);
  g_test_add_func ("/plan-read/huge", test_huge);
  g_test_add_func ("/plan-read/too-long", test_too_long);
  return g_test_run ();
}
