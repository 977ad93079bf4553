/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* A signature stands within so many lines from the end of the plan. */
#define SIGNATURE_LINES 16

#define POSTS                                                                                                                 \
  "trưởng ban|phó trưởng ban|phó ban|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng|" \
  "phó hiệu trưởng|bí thư|phó bí thư|tổng giám đốc|phó tổng giám đốc|chánh văn phòng|"             \
  "phó chánh văn phòng|viện trưởng|phó viện trưởng|trưởng phòng|phó trưởng phòng|trưởng khoa|"     \
  "phó trưởng khoa|cục trưởng|phó cục trưởng|chi cục trưởng|thủ trưởng|ủy viên|trưởng|"        \
  "phó trưởng|đội trưởng|chủ nhiệm|phó chủ nhiệm|thường trực|ủy viên thường trực|"            \
  "phó trưởng ban thường trực|chỉ huy trưởng|chính trị viên|chánh thanh tra|quyền giám đốc|"         \
  "phụ trách|tổng thư ký|trưởng đoàn|liên đội trưởng|chủ tịch hội đồng quản trị"

static char *
bare_text (const char *text)
{
  return gh_words_slice (text, strlen (text), " ");
}

/* "TM.", "KT.", "TL.", "TUQ.", "Q." in front of capitals. */
static gboolean
is_authority (const char *text)
{
  static const char *const prefixes[] = { "TM.", "KT.", "TL.",  "TUQ.", "Q.",
                                          "TM ", "KT ", "T/M ", "T/M.", "K/T " };
  g_autofree char *bare = bare_text (text);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (bare, prefixes[i]))
      return strlen (bare) < 200 && (gh_words_is_upper (bare) || bare[2] != ' ');
  return FALSE;
}

/* "- Như kính gửi; CHỦ TỊCH": two columns that a PDF file ran into one line. Where the right one
 * begins, 0 if there is none. */
static gsize
find_right_column (const char *text)
{
  gsize length = strlen (text);
  const char *from = length > 160 ? text + length - 160 : text;

  for (const char *p = strchr (from, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *low = NULL;

      if (p == text || strchr (";.:)", p[-1]) == NULL || !gh_words_is_upper (p + 1))
        continue;
      low = gh_words_lower (p + 1);
      if (is_authority (p + 1) || gh_words_begin (low, POSTS) > 0)
        return (gsize) (p + 1 - text);
    }
  return 0;
}

/* A post in capitals: "PHÓ CHỦ TỊCH UBND HUYỆN". */
static gboolean
is_post (const char *text)
{
  g_autofree char *bare = bare_text (text);
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

static gboolean
is_label (const char *text)
{
  g_autofree char *low = NULL;
  gsize n;

  if (strstr (text, "ơi nhận") == NULL && strstr (text, "ƠI NHẬN") == NULL &&
      strstr (text, "ƠI GỬI") == NULL)
    return FALSE;
  low = gh_words_lower (gh_words_skip (text));
  n = gh_words_begin (low, "nơi nhận|nơi gửi");
  if (n == 0)
    return FALSE;
  n += strspn (low + n, " \001");
  return low[n] == '\0' || strchr (":\t-(.", low[n]) != NULL || strstr (low, "    ") != NULL;
}

/* Where a signature without recipients before it begins: the last authority or post near @end. */
static guint
find_signature (const GPtrArray *lines, guint from, guint end)
{
  guint found = end;
  guint limit = end > SIGNATURE_LINES ? end - SIGNATURE_LINES : 0;

  for (guint i = end; i > MAX (from, limit); i--)
    {
      const char *text = gh_plan_line_text (lines, i - 1);
      g_autofree char *copy = NULL;

      if (strlen (text) > 300)
        break;
      copy = g_strdup (text);
      if (is_authority (g_strdelimit (copy, "\t", ' ')) || is_post (copy))
        found = i - 1;
    }
  return found;
}

void
gh_plan_find_tail (GhPlanReader *reader)
{
  const GPtrArray *lines = reader->lines;
  guint end = lines->len;
  guint label = lines->len;

  for (guint i = reader->body; i < lines->len && label == lines->len; i++)
    if (is_label (gh_plan_line_text (lines, i)))
      label = i;
  for (guint i = reader->body; i < lines->len && end == lines->len; i++)
    if ((i > label || label == lines->len) && i > reader->body &&
        gh_plan_is_appendix (gh_plan_line_text (lines, i)))
      end = i;
  reader->has_recipients_label = label < end;
  reader->tail = find_signature (lines, reader->body, MIN (label, end));
  reader->appendix = end;
  if (reader->tail == end && label >= end)
    reader->tail = reader->appendix = lines->len; /* neither: all of it is body */
}

static void
add_note (GString *note, const char *text)
{
  if (note->len > 0)
    g_string_append_c (note, '\n');
  g_string_append (note, text);
}

typedef struct
{
  GhPlan *plan;
  /* Owned: notes grow line by line */
  GString *recipients_note;
  GString *tail_note;
  gboolean in_recipients;
  gboolean open; /* the last recipient may go on in the next line */
  gboolean named;
  guint posts;
} TailReader;

/* Takes a purpose "(để báo cáo)" off the end of @name. */
static char *
take_purpose (char *name)
{
  char *open = strrchr (name, '(');
  g_autofree char *low = NULL;
  gsize n = strlen (name);
  char *purpose;

  if (open == NULL || open == name || name[n - 1] != ')')
    return g_strdup ("");
  low = gh_words_lower (open + 1);
  if (gh_words_begin (low, "để|báo cáo|b/c|bc|b/cáo|chỉ đạo|c/đ|thực hiện|t/h|th|phối hợp|p/h|"
                           "ph|đăng tải|biết|theo dõi|t/d|kiểm tra|triển khai|thay báo cáo|"
                           "đ/biết|báo|chỉ|phối") == 0)
    return g_strdup ("");
  name[n - 1] = '\0';
  purpose = g_strdup (open + 1);
  *open = '\0';
  g_strchomp (name);
  return purpose;
}

static void
add_recipient (TailReader *tail, const char *text)
{
  g_autofree char *name = gh_words_slice (text, strlen (text), " ;.");
  g_autofree char *purpose = NULL;

  if (!gh_words_any (name))
    return;
  purpose = take_purpose (name);
  g_ptr_array_add (tail->plan->recipients, gh_recipient_new (name, purpose));
}

/* A line that goes on with the recipient before it. */
static void
extend_recipient (TailReader *tail, const char *text)
{
  GPtrArray *recipients = tail->plan->recipients;
  GhRecipient *last = recipients->pdata[recipients->len - 1];
  g_autofree char *bare = gh_words_slice (text, strlen (text), " ;.");
  g_autofree char *joined = NULL;
  g_autofree char *purpose = NULL;

  if (strlen (last->name) > 600)
    {
      add_recipient (tail, text);
      return;
    }
  if (last->purpose[0] != '\0')
    joined = g_strdup_printf ("%s (%s) %s", last->name, last->purpose, bare);
  else
    joined = g_strconcat (last->name, " ", bare, NULL);
  purpose = take_purpose (joined);
  gh_plan_set (&last->name, joined);
  gh_plan_set (&last->purpose, purpose);
}

static void
read_recipient (TailReader *tail, const char *text)
{
  GhPlan *plan = tail->plan;
  const char *rest = text;
  g_autofree char *number = NULL;
  int depth = 0;
  GhPlanMark mark = gh_plan_mark_parse (text, &number, &depth, &rest);
  gunichar last = gh_words_last_char (text);
  gboolean was_open = tail->open;

  if (!gh_words_any (text))
    return;
  tail->open = last != ';' && last != '.' && last != ')';
  if (mark == GH_PLAN_MARK_NONE && was_open && plan->recipients->len > 0)
    extend_recipient (tail, text);
  else if (mark == GH_PLAN_MARK_NONE && (text[0] == '(' || tail->recipients_note->len > 0))
    {
      add_note (tail->recipients_note, text);
      tail->open = FALSE;
    }
  else
    {
      /* "- A; - B; - Lưu: VT." in one line. */
      g_auto (GStrv) parts = g_strsplit (rest, "; - ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        add_recipient (tail, parts[i]);
    }
}

/* A person's name: two to six words, each with a capital, degrees before it allowed. */
static gboolean
is_name (const char *text)
{
  g_autofree char *bare = bare_text (text);
  g_auto (GStrv) words = g_strsplit (bare, " ", -1);
  guint n = g_strv_length (words);

  if (n < 2 || n > 8 || strlen (bare) > 90)
    return FALSE;
  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && c != ' ' && c != '.' && c != ',' && c != '-' && c != '\'')
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])) && !g_str_has_prefix (words[i], "-"))
      return FALSE;
  return TRUE;
}

/* Adds to a field of a few lines; what would make it longer goes to the notes. */
static void
append_line (TailReader *tail, char **field, const char *text, gboolean spaced)
{
  g_autofree char *joined = NULL;

  if (strlen (*field) > 600)
    {
      add_note (tail->tail_note, text);
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
read_signature (TailReader *tail, const char *text)
{
  GhPlan *plan = tail->plan;
  g_autofree char *bare = bare_text (text);

  if (!gh_words_any (bare))
    return;
  if (tail->named)
    add_note (tail->tail_note, bare);
  else if (is_authority (bare) && tail->posts == 0)
    append_line (tail, &plan->authority, bare, FALSE);
  else if ((is_post (bare) || (plan->authority[0] != '\0' && is_plain_post (bare))) &&
           tail->posts == 0 && plan->signature_mark[0] == '\0')
    {
      gh_plan_set (&plan->signer_role, bare);
      tail->posts = 1;
    }
  else if (is_post (bare) && plan->signer_post[0] == '\0')
    {
      gh_plan_set (&plan->signer_post, bare);
      tail->posts = 2;
    }
  else if (is_name (bare) && (!gh_words_is_upper (bare) || tail->posts > 0 ||
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
read_capitals (TailReader *tail, const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize n = 0;
  const char *post = gh_words_find_last (low, strlen (low), POSTS, &n);
  g_autofree char *body = NULL;

  if (post != NULL && post - low > 5 && g_str_has_prefix (post - strlen ("phó "), "phó "))
    post -= strlen ("phó ");
  if (!is_authority (text) || post == NULL || post - low < 6)
    {
      read_signature (tail, text);
      return;
    }
  body = g_strndup (text, (gsize) (post - low));
  read_signature (tail, g_strchomp (body));
  read_signature (tail, text + (post - low));
}

/* "TM. BAN CHỈ ĐẠO TRƯỞNG BAN Nguyễn Văn A" in one line: breaks where a post or a name begins. */
static void
read_signature_line (TailReader *tail, const char *text)
{
  g_autofree char *bare = bare_text (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean upper = TRUE;

  if (gh_words_is_upper (bare) || !(is_authority (bare) || gh_words_any (bare)))
    {
      read_signature (tail, bare);
      return;
    }
  words = g_strsplit (bare, " ", -1);
  if (words[0] == NULL || !gh_words_is_upper (words[0]) ||
      (g_str_has_suffix (words[0], ".") && !is_authority (words[0])) || strlen (bare) > 300)
    {
      read_signature (tail, bare);
      return;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      /* "BSCKII." is a degree before a name. */
      gboolean degree = g_str_has_suffix (words[i], ".") && !is_authority (words[i]);
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

/* Whether a line below "Nơi nhận" belongs to the signature beside or below it. */
static gboolean
leaves_recipients (const TailReader *tail, const char *text)
{
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int depth = 0;

  if (is_authority (text) || is_post (text))
    return TRUE;
  if (tail->open || tail->plan->recipients->len == 0 ||
      gh_plan_mark_parse (text, &number, &depth, &rest) != GH_PLAN_MARK_NONE)
    return FALSE;
  /* The columns ran into one: the name stands below the last recipient. */
  return (tail->plan->authority[0] != '\0' || tail->plan->signer_role[0] != '\0') &&
         (is_name (text) || text[0] == '(');
}

static void
read_tail_line (TailReader *tail, const char *text)
{
  g_autofree char *bare = bare_text (text);
  gsize right = 0;

  if (is_label (bare))
    {
      char *rest = strchr (bare, ':');

      tail->in_recipients = TRUE;
      tail->open = FALSE;
      right = find_right_column (bare);
      if (right > 0)
        {
          read_signature_line (tail, bare + right);
          bare[right - 1] = '\0';
        }
      if (rest != NULL && gh_words_any (rest))
        read_recipient (tail, rest + 1 + strspn (rest + 1, " "));
      return;
    }
  if (tail->in_recipients && leaves_recipients (tail, bare))
    tail->in_recipients = FALSE;
  if (!tail->in_recipients)
    {
      read_signature_line (tail, bare);
      return;
    }
  /* "XÁC NHẬN CỦA GIÁM ĐỐC" below the list. */
  if (!tail->open && tail->plan->recipients->len > 0 && gh_words_is_upper (bare) &&
      g_unichar_isalpha (g_utf8_get_char (bare)) && strlen (bare) > 8)
    {
      add_note (tail->tail_note, bare);
      return;
    }
  right = find_right_column (bare);
  if (right > 0)
    {
      read_signature_line (tail, bare + right);
      bare[right - 1] = '\0';
    }
  read_recipient (tail, bare);
}

/* The marks of a signature that no post stands before, or far too many of them, are notes. */
static void
settle_signature (TailReader *tail)
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

void
gh_plan_read_tail (GhPlanReader *reader)
{
  g_autoptr (GString) recipients_note = g_string_new (NULL);
  g_autoptr (GString) tail_note = g_string_new (NULL);
  TailReader tail = { reader->plan, recipients_note, tail_note, FALSE, FALSE, FALSE, 0 };
  g_autoptr (GPtrArray) lines =
    gh_plan_lines_uncolumn (reader->lines, reader->tail, reader->appendix);

  for (guint i = 0; i < lines->len; i++)
    read_tail_line (&tail, gh_plan_line_text (lines, i));
  settle_signature (&tail);
  gh_plan_set (&reader->plan->recipients_note, recipients_note->str);
  gh_plan_set (&reader->plan->tail_note, g_strchomp (tail_note->str));
}
