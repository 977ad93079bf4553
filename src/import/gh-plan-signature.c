/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-tail.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define POSTS                                                                                                                 \
  "trưởng ban|phó trưởng ban|phó ban|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng|" \
  "phó hiệu trưởng|bí thư|phó bí thư|tổng giám đốc|phó tổng giám đốc|chánh văn phòng|"             \
  "phó chánh văn phòng|viện trưởng|phó viện trưởng|trưởng phòng|phó trưởng phòng|trưởng khoa|"     \
  "phó trưởng khoa|cục trưởng|phó cục trưởng|chi cục trưởng|thủ trưởng|ủy viên|trưởng|"        \
  "phó trưởng|đội trưởng|chủ nhiệm|phó chủ nhiệm|thường trực|ủy viên thường trực|"            \
  "phó trưởng ban thường trực|chỉ huy trưởng|chính trị viên|chánh thanh tra|quyền giám đốc|"         \
  "phụ trách|tổng thư ký|trưởng đoàn|liên đội trưởng|chủ tịch hội đồng quản trị"

char *
gh_plan_bare_text (const char *text)
{
  return gh_words_slice (text, strlen (text), " ");
}

gboolean
gh_plan_is_authority (const char *text)
{
  static const char *const prefixes[] = { "TM.", "KT.", "TL.",  "TUQ.", "Q.",
                                          "TM ", "KT ", "T/M ", "T/M.", "K/T " };
  g_autofree char *bare = gh_plan_bare_text (text);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (gh_text_begins (bare, prefixes[i]))
      return strlen (bare) < 200 && (gh_words_is_upper (bare) || bare[2] != ' ');
  return FALSE;
}

/* "- Như kính gửi; CHỦ TỊCH": two columns that a PDF file ran into one line. Where the right one
 * begins, 0 if there is none. */
gsize
gh_plan_right_column (const char *text)
{
  gsize length = strlen (text);
  const char *from = length > 160 ? text + length - 160 : text;

  for (const char *p = strchr (from, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *low = NULL;

      if (p == text || strchr (";.:)", p[-1]) == NULL || !gh_words_is_upper (p + 1))
        continue;
      low = gh_words_lower (p + 1);
      if (gh_plan_is_authority (p + 1) || gh_words_begin (low, POSTS) > 0)
        return (gsize) (p + 1 - text);
    }
  return 0;
}

gboolean
gh_plan_is_post (const char *text)
{
  g_autofree char *bare = gh_plan_bare_text (text);
  g_autofree char *low = gh_words_lower (bare);

  return gh_words_is_upper (bare) && strlen (bare) < 160 && gh_words_begin (low, POSTS) > 0;
}

/* A post in small letters, where only a post can stand: "Trưởng ban". */
static gboolean
is_plain_post (const char *text)
{
  g_autofree char *low = gh_words_lower (text);

  return strlen (text) < 70 && gh_words_begin (low, POSTS) > 0 && !strpbrk (text, ";,.(");
}

#define RANKS                                                                                                                   \
  "thiếu tướng|trung tướng|thượng tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|" \
  "trung úy|thiếu úy|bác sĩ|bác sĩ ckii|bác sĩ cki|dược sĩ|thạc sĩ|tiến sĩ|kỹ sư|cử nhân|"            \
  "luật sư|phó giáo sư|giáo sư|thượng tọa|đại đức|linh mục|ông|bà"

/* A person's name: two to six words, each with a capital, degrees and ranks before it allowed. */
gboolean
gh_plan_is_name (const char *text)
{
  g_autofree char *bare = gh_plan_bare_text (text);
  g_autofree char *low = gh_words_lower (bare);
  gsize rank = gh_words_begin (low, RANKS);
  g_auto (GStrv) words = g_strsplit (bare + rank + strspn (bare + rank, " ,.-"), " ", -1);
  guint n = g_strv_length (words);

  if (n < 2 || n > 8 || strlen (bare) > 90 || gh_plan_is_authority (bare))
    return FALSE;
  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && c != ' ' && c != '.' && c != ',' && c != '-' && c != '\'')
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])) && !gh_text_begins (words[i], "-"))
      return FALSE;
  return TRUE;
}

/* Adds to a field of a few lines; what would make it longer goes to the notes. */
static void
append_line (GhPlanTail *tail, char **field, const char *text, gboolean spaced)
{
  g_autofree char *joined = NULL;

  if (strlen (*field) > 600)
    {
      gh_plan_tail_note (tail->tail_note, text);
      return;
    }
  if (**field == '\0')
    {
      gh_plan_set (field, text);
      return;
    }
  joined = g_strconcat (*field, spaced ? " " : "\n", text, NULL);
  gh_plan_set (field, joined);
}

static void
read_signature (GhPlanTail *tail, const char *text)
{
  GhPlan *plan = tail->plan;
  g_autofree char *bare = gh_plan_bare_text (text);

  if (!gh_words_any (bare))
    return;
  if (tail->named)
    gh_plan_tail_note (tail->tail_note, bare);
  else if (gh_plan_is_authority (bare) && tail->posts == 0)
    append_line (tail, &plan->authority, bare, FALSE);
  else if ((gh_plan_is_post (bare) || (plan->authority[0] != '\0' && is_plain_post (bare))) &&
           tail->posts == 0 && plan->signature_mark[0] == '\0')
    {
      gh_plan_set (&plan->signer_role, bare);
      tail->posts = 1;
    }
  else if (gh_plan_is_post (bare) && plan->signer_post[0] == '\0')
    {
      gh_plan_set (&plan->signer_post, bare);
      tail->posts = 2;
    }
  else if (gh_plan_is_name (bare) &&
           (!gh_words_is_upper (bare) || tail->posts > 0 ||
            plan->signature_mark[0] != '\0')) /* "(Đã ký)" stands before it */
    {
      gh_plan_set (&plan->signer_name, bare);
      tail->named = TRUE;
    }
  else if (gh_words_is_upper (bare) && plan->signature_mark[0] == '\0')
    {
      /* The name of the body or the post runs over two lines. */
      if (tail->posts == 0)
        append_line (tail, &plan->authority, bare, plan->authority[0] != '\0');
      else
        append_line (tail, tail->posts == 1 ? &plan->signer_role : &plan->signer_post, bare, TRUE);
    }
  else
    append_line (tail, &plan->signature_mark, bare, FALSE);
}

/* "TM. BAN CHỈ ĐẠO TRƯỞNG BAN": the post behind the body it signs for. */
static void
read_capitals (GhPlanTail *tail, const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize n = 0;
  const char *post = gh_words_find_last (low, strlen (low), POSTS, &n);
  g_autofree char *body = NULL;

  if (post != NULL && post - low > 5 && gh_text_begins (post - strlen ("phó "), "phó "))
    post -= strlen ("phó ");
  if (!gh_plan_is_authority (text) || post == NULL || post - low < 6)
    {
      read_signature (tail, text);
      return;
    }
  body = g_strndup (text, (gsize) (post - low));
  read_signature (tail, g_strchomp (body));
  read_signature (tail, text + (post - low));
}

/* "TM. BAN CHỈ ĐẠO TRƯỞNG BAN Nguyễn Văn A" in one line: breaks where a post or a name begins. */
void
gh_plan_read_signature_line (GhPlanTail *tail, const char *text)
{
  g_autofree char *bare = gh_plan_bare_text (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean upper = TRUE;

  if (gh_words_is_upper (bare) || !(gh_plan_is_authority (bare) || gh_words_any (bare)))
    {
      read_signature (tail, bare);
      return;
    }
  words = g_strsplit (bare, " ", -1);
  if (words[0] == NULL || !gh_words_is_upper (words[0]) ||
      (g_str_has_suffix (words[0], ".") && !gh_plan_is_authority (words[0])) || strlen (bare) > 300)
    {
      read_signature (tail, bare);
      return;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      /* "BSCKII." is a degree before a name. */
      gboolean degree = g_str_has_suffix (words[i], ".") && !gh_plan_is_authority (words[i]);
      gboolean capitals = !degree && (gh_words_is_upper (words[i]) || !gh_words_any (words[i]));

      if (upper && !capitals && part->len > 0)
        {
          read_capitals (tail, part->str);
          g_string_truncate (part, 0);
          upper = FALSE;
        }
      if (part->len > 0)
        g_string_append_c (part, ' ');
      g_string_append (part, words[i]);
    }
  read_signature (tail, part->str);
}

void
gh_plan_tail_note (GString *note, const char *text)
{
  if (note->len > 0)
    g_string_append_c (note, '\n');
  g_string_append (note, text);
}

/* The marks of a signature that no post stands before, or far too many of them, are notes. */
void
gh_plan_settle_signature (GhPlanTail *tail)
{
  GhPlan *plan = tail->plan;

  if (plan->signature_mark[0] == '\0' || plan->signer_name[0] != '\0')
    return;
  if (plan->authority[0] != '\0' || plan->signer_role[0] != '\0')
    return;
  g_string_prepend_c (tail->tail_note, '\n');
  g_string_prepend (tail->tail_note, plan->signature_mark);
  gh_plan_set (&plan->signature_mark, "");
}
