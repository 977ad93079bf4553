/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-tail.h"
#include "gh-plan-words.h"

/* A signature stands within so many lines from the end of the plan. */
#define SIGNATURE_LINES 16

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
      if (gh_plan_is_authority (g_strdelimit (copy, "\t", ' ')) || gh_plan_is_post (copy))
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
add_recipient (GhPlanTail *tail, const char *text)
{
  g_autofree char *name = gh_words_slice (text, strlen (text), " ;.,");
  g_autofree char *purpose = NULL;

  if (!gh_words_any (name))
    return;
  purpose = take_purpose (name);
  g_ptr_array_add (tail->plan->recipients, gh_recipient_new (name, purpose));
}

/* A line that goes on with the recipient before it. */
static void
extend_recipient (GhPlanTail *tail, const char *text, const char *between)
{
  GPtrArray *recipients = tail->plan->recipients;
  GhRecipient *last = recipients->pdata[recipients->len - 1];
  g_autofree char *bare = gh_words_slice (text, strlen (text), " ;.,");
  g_autofree char *joined = NULL;
  g_autofree char *purpose = NULL;

  if (strlen (last->name) > 600)
    {
      add_recipient (tail, text);
      return;
    }
  if (last->purpose[0] != '\0')
    joined = g_strdup_printf ("%s (%s)%s%s", last->name, last->purpose, between, bare);
  else
    joined = g_strconcat (last->name, between, bare, NULL);
  purpose = take_purpose (joined);
  gh_plan_set (&last->name, joined);
  gh_plan_set (&last->purpose, purpose);
}

/* "Lưu: VT" is the last of a list; what a web page has below it is none of the plan's. */
static gboolean
ends_list (const GPtrArray *recipients)
{
  const GhRecipient *last = recipients->len > 0 ? recipients->pdata[recipients->len - 1] : NULL;
  g_autofree char *low = last != NULL ? gh_words_lower (last->name) : NULL;

  return low != NULL && gh_words_begin (low, "lưu") > 0;
}

static void
read_recipient (GhPlanTail *tail, const char *text)
{
  GhPlan *plan = tail->plan;
  const char *rest = text;
  g_autofree char *number = NULL;
  int depth = 0;
  GhPlanMark mark = gh_plan_mark_parse (text, &number, &depth, &rest);
  gunichar last = gh_words_last_char (text);
  gboolean was_open = tail->open;
  const char *between = tail->comma ? ", " : " ";

  if (!gh_words_any (text))
    return;
  tail->comma = last == ',';
  tail->open = last != ';' && last != '.' && last != ')';
  if (mark == GH_PLAN_MARK_NONE && was_open && plan->recipients->len > 0)
    extend_recipient (tail, text, between);
  else if (mark == GH_PLAN_MARK_NONE && (text[0] == '(' || tail->recipients_note->len > 0 ||
                                         (tail->bullets && ends_list (plan->recipients))))
    {
      gh_plan_tail_note (tail->recipients_note, text);
      tail->open = FALSE;
    }
  else
    {
      tail->bullets = tail->bullets || mark == GH_PLAN_MARK_BULLET;
      /* "- A; - B; - Lưu: VT." in one line. */
      g_auto (GStrv) parts = g_strsplit (rest, "; - ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        add_recipient (tail, parts[i]);
    }
}

/* Whether a line below "Nơi nhận" belongs to the signature beside or below it. */
static gboolean
leaves_recipients (const GhPlanTail *tail, const char *text)
{
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int depth = 0;

  if (gh_plan_is_authority (text) || gh_plan_is_post (text))
    return TRUE;
  if (tail->open || tail->plan->recipients->len == 0 ||
      gh_plan_mark_parse (text, &number, &depth, &rest) != GH_PLAN_MARK_NONE)
    return FALSE;
  /* The columns ran into one: the name stands below the last recipient. */
  return (tail->plan->authority[0] != '\0' || tail->plan->signer_role[0] != '\0') &&
         (gh_plan_is_name (text) || text[0] == '(');
}

static void
read_tail_line (GhPlanTail *tail, const char *text)
{
  g_autofree char *bare = gh_plan_bare_text (text);
  gsize right = 0;

  if (is_label (bare))
    {
      char *rest = strchr (bare, ':');

      tail->in_recipients = TRUE;
      tail->open = FALSE;
      right = gh_plan_right_column (bare);
      if (right > 0)
        {
          gh_plan_read_signature_line (tail, bare + right);
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
      gh_plan_read_signature_line (tail, bare);
      return;
    }
  /* "XÁC NHẬN CỦA GIÁM ĐỐC" below the list. */
  if (!tail->open && tail->plan->recipients->len > 0 && gh_words_is_upper (bare) &&
      g_unichar_isalpha (g_utf8_get_char (bare)) && strlen (bare) > 8)
    {
      gh_plan_tail_note (tail->tail_note, bare);
      return;
    }
  right = gh_plan_right_column (bare);
  if (right > 0)
    {
      gh_plan_read_signature_line (tail, bare + right);
      bare[right - 1] = '\0';
    }
  read_recipient (tail, bare);
}

void
gh_plan_read_tail (GhPlanReader *reader)
{
  g_autoptr (GString) recipients_note = g_string_new (NULL);
  g_autoptr (GString) tail_note = g_string_new (NULL);
  GhPlanTail tail = {
    .plan = reader->plan,
    .recipients_note = recipients_note,
    .tail_note = tail_note,
  };
  g_autoptr (GPtrArray) lines =
    gh_plan_lines_uncolumn (reader->lines, reader->tail, reader->appendix);

  for (guint i = 0; i < lines->len; i++)
    read_tail_line (&tail, gh_plan_line_text (lines, i));
  gh_plan_settle_signature (&tail);
  gh_plan_set (&reader->plan->recipients_note, recipients_note->str);
  gh_plan_set (&reader->plan->tail_note, g_strchomp (tail_note->str));
}
