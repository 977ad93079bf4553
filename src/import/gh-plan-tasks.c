/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define NAME_CHARS 160

/* Whether a heading of level 1 opens the part that shares the work out. */
static gboolean
opens_tasks (const GhBlock *heading)
{
  g_autofree char *low = gh_words_lower (heading->text);

  return gh_words_has (low, "tổ chức thực hiện|phân công|nhiệm vụ|trách nhiệm|"
                            "phân công nhiệm vụ|phân công thực hiện");
}

/* Whether @text[0, n), before a colon in the part on tasks, can only name who does them: "Kế toán",
 * "PX03"; labels such as "Kinh phí" do not. */
static gboolean
is_post (const char *text, gsize n)
{
  g_autofree char *head = g_strndup (text, n);
  g_autofree char *low = gh_words_lower (head);

  return n >= 3 && g_utf8_strlen (head, -1) <= 36 && g_unichar_isupper (g_utf8_get_char (head)) &&
         gh_words_begin (low,
                         "thời|địa điểm|kinh phí|nội dung|yêu cầu|chỉ tiêu|mục|lưu ý|hồ sơ|đối|"
                         "hình thức|chế độ|công tác|về|tổ chức|thực hiện|truyền thông|tuyên|"
                         "vận động|triển khai|xây|phân|phối|tổng|sơ kết|khen|hiến|đợt|ngày|"
                         "tháng|quý|trước|trong|sau|số|chuẩn|báo cáo|hậu cần|an toàn|tiến độ|"
                         "phương|quyền|quà|điều|giải|cách|kết quả|nguồn|mức|tôn vinh") == 0;
}

/* The name a heading or item begins with: "Đề nghị Công an huyện: …" → "Công an huyện". */
static char *
read_name (const GhBlock *block, gboolean heading)
{
  const char *text = gh_words_skip (block->text);
  g_autofree char *head = gh_words_head (text, GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);
  gsize skip = gh_words_begin (low, "đề nghị|giao|đối với|trách nhiệm của|nhiệm vụ của|giao cho|"
                                    "đề nghị các đồng chí");
  char *colon;
  gsize verb;
  gsize n;

  skip += strspn (low + skip, " \001");
  colon = strchr (head + skip, ':');
  if (!gh_plan_is_organisation (head + skip))
    return colon != NULL && is_post (head + skip, (gsize) (colon - head) - skip)
             ? gh_words_slice (head + skip, (gsize) (colon - head) - skip, " ,.;:")
             : g_strdup ("");
  verb = gh_plan_organisation_length (head + skip);
  n = colon != NULL ? (gsize) (colon - head) - skip : strlen (head + skip);
  if (!heading || n > NAME_CHARS)
    n = colon != NULL && verb == 0 ? n : MIN (n, verb);
  if (n == 0 || n > NAME_CHARS * 2)
    return g_strdup ("");
  return gh_words_slice (head + skip, n, " ,.;:");
}

/* "b) Sở Giáo dục: vận động …" below "2. Các sở, ban, ngành:": the item names its own body; %NULL
 * if it does not. */
static char *
read_part_name (const GhBlock *block)
{
  const char *text = gh_words_skip (block->text);
  const char *colon = strchr (text, ':');
  g_autofree char *name = NULL;
  gsize verb;

  if (block->kind != GH_BLOCK_ITEM || g_ascii_isdigit (block->number[0]) || colon == NULL ||
      (gsize) (colon - text) > NAME_CHARS || !gh_plan_is_organisation (text))
    return NULL;
  verb = gh_plan_organisation_length (text);
  if (verb > 0 && verb < (gsize) (colon - text))
    return NULL;
  name = gh_words_slice (text, (gsize) (colon - text), " ,.;:");
  return gh_words_any (name) ? g_steal_pointer (&name) : NULL;
}

GPtrArray *
gh_plan_organisations (const GhPlan *plan)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strdup ("");
  gboolean in_tasks = FALSE;
  int depth = 0; /* level of the heading that named the body */

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      gboolean numbered = block->number[0] != '\0' && g_ascii_isdigit (block->number[0]);
      gboolean heading = block->kind == GH_BLOCK_HEADING;
      char *part;

      if (block->kind == GH_BLOCK_APPENDIX || (heading && block->level == 1))
        {
          in_tasks = heading && opens_tasks (block);
          depth = 0;
          gh_plan_set (&name, "");
        }
      else if (in_tasks && (heading || (block->kind == GH_BLOCK_ITEM && numbered)) &&
               (depth == 0 || !heading || block->level <= depth ||
                gh_plan_is_organisation (block->text)))
        {
          g_autofree char *read = read_name (block, heading);

          gh_plan_set (&name, read);
          depth = heading ? block->level : 2;
        }
      else if (block->kind == GH_BLOCK_PARAGRAPH && i > 0 &&
               ((const GhBlock *) plan->blocks->pdata[i - 1])->kind == GH_BLOCK_ITEM)
        gh_plan_set (&name, ""); /* a closing paragraph speaks to all */
      part = in_tasks ? read_part_name (block) : NULL;
      g_ptr_array_add (names, part != NULL ? part : g_strdup (name));
    }
  return names;
}

/* The first deadline of a text. */
static GhDateSpan
first_deadline (const char *text, int year)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;
  g_autoptr (GPtrArray) dates = gh_date_scan (text, year);

  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = dates->pdata[i];

      if (match->deadline && match->problem == NULL)
        return match->span;
    }
  return span;
}

static void
add_task (GhPlanReader *reader, const GhBlock *block, const char *organisation)
{
  const char *text = gh_words_skip (block->text);
  g_autofree char *task_text = NULL;
  GhTask *task;
  const char *colon;
  gsize n = strlen (organisation);

  /* The name is not said twice. */
  colon = strchr (text, ':');
  if (colon != NULL && (gsize) (colon - text) < n + 40 && block->kind == GH_BLOCK_ITEM &&
      block->number[0] != '-' && gh_words_any (colon))
    text = colon + 1;
  task_text = gh_words_slice (text, strlen (text), " ");
  if (!gh_words_any (task_text))
    return;
  task = gh_task_new (organisation, task_text);
  task->deadline = first_deadline (block->text, reader->reading->campaign->year);
  g_ptr_array_add (reader->plan->tasks, task);
}

/* The end of "thành tích … tính từ … đến …". */
static void
read_award_dates (GhAwardReading *award, const char *text, int year)
{
  g_autoptr (GPtrArray) dates = gh_date_scan (text, year);
  g_autofree char *low = gh_words_lower (text);

  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = dates->pdata[i];
      gsize from = 0;
      gsize to = 0;
      gsize length;

      gh_words_sentence (text, match->offset, &from, &to);
      length = match->offset - from;
      if (match->problem != NULL)
        continue;
      if (match->deadline && gh_words_has_within (low + from, length, "hồ sơ|gửi|đề nghị|nộp"))
        award->deadline = match->span;
      else if (gh_words_has_within (low + from, length, "thành tích|tính từ|tính đến|giai đoạn"))
        award->period = match->span;
    }
}

static char *
read_audience (const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize n = 0;
  gsize length = strlen (low);
  const char *from =
    gh_words_find (low, length, "khen thưởng cho|tặng cho|cho các|cho|đối với", &n);
  const char *to;

  if (from == NULL)
    return g_strdup ("");
  from += n;
  length = MIN (strlen (from), GH_WORDS_WINDOW);
  to = gh_words_find (from, length, "có thành tích|có nhiều|đạt|tiêu biểu|hiến máu", NULL);
  if (to == NULL)
    return g_strdup ("");
  return gh_words_slice (text + (from - low), (gsize) (to - from), " ,.;:");
}

/* "Đợt 1: … khen thưởng cho … hồ sơ trước ngày …" */
static void
read_award (GhPlanReader *reader, const GhBlock *block)
{
  g_autofree char *text = NULL;
  g_autofree char *low = NULL;
  GhAwardReading *award;
  gsize n;

  if (block->kind == GH_BLOCK_TABLE || strlen (block->text) > 6000 ||
      reader->reading->awards->len > 40)
    return;
  text = gh_words_slice (block->text, strlen (block->text), " ");
  low = gh_words_lower (text);
  n = gh_words_begin (low, "đợt");
  if (n == 0 || !gh_words_has (low, "khen thưởng|tôn vinh|biểu dương|hồ sơ"))
    return;
  n += strcspn (text + n, ":.,-(");
  if (n > 60)
    return;
  award = g_new0 (GhAwardReading, 1);
  award->name = gh_words_slice (text, n, " :.,-");
  award->audience = read_audience (text);
  read_award_dates (award, text, reader->reading->campaign->year);
  g_ptr_array_add (reader->reading->awards, award);
}

void
gh_plan_read_tasks (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autoptr (GPtrArray) organisations = gh_plan_organisations (plan);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      const char *organisation = organisations->pdata[i];

      read_award (reader, block);
      if (organisation[0] != '\0' &&
          (block->kind == GH_BLOCK_ITEM || block->kind == GH_BLOCK_PARAGRAPH))
        add_task (reader, block, organisation);
    }
}
