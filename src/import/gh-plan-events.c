/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define HEADER_ROWS 2u

/* Columns of a table of events, -1 where there is none. */
typedef struct
{
  int time;
  int hour;
  int title;
  int round; /* "Đợt" */
  int place;
  int lead;
  gboolean blood; /* a column says how much is to be received */
} Columns;

static const char *
cell (const GhBlock *table, guint row, int column)
{
  const GStrv cells = table->rows->pdata[row];
  guint n = g_strv_length (cells);

  return column >= 0 && (guint) column < n ? cells[column] : "";
}

/* Of the columns "Ngày" and "Thời gian" the second one has the hours. @i: the one that comes later
 */
static gboolean
take_hours (Columns *columns, const GStrv cells, int i, const char *low)
{
  g_autofree char *first = columns->time >= 0 ? gh_words_lower (cells[columns->time]) : NULL;
  gboolean day = gh_words_begin (low, "ngày") > 0;

  if (first == NULL || columns->hour >= 0 ||
      (day ? gh_words_begin (first, "thời gian") : gh_words_begin (first, "ngày")) == 0 ||
      (!day && gh_words_begin (low, "thời gian") == 0))
    return FALSE;
  columns->hour = day ? columns->time : i;
  columns->time = day ? i : columns->time;
  return TRUE;
}

static gboolean
find_columns (const GhBlock *table, guint row, Columns *columns)
{
  static const struct
  {
    gsize offset;
    const char *words;
  } rules[] = {
    { G_STRUCT_OFFSET (Columns, hour), "giờ|thời gian bắt đầu|khung giờ" },
    { G_STRUCT_OFFSET (Columns, time), "thời gian|ngày|thời điểm|ngày, tháng|tiến độ|thời hạn" },
    { G_STRUCT_OFFSET (Columns, place),
      "địa điểm|nơi|địa chỉ|điểm hiến máu|điểm tiếp nhận|điểm lấy máu|điểm" },
    { G_STRUCT_OFFSET (Columns, title),
      "sự kiện|nội dung|hoạt động|tên|công việc|việc|hưởng ứng|chương trình|nhiệm vụ|chủ đề" },
    { G_STRUCT_OFFSET (Columns, round), "đợt|lần|đợt số" },
    { G_STRUCT_OFFSET (Columns, lead),
      "đơn vị|chủ trì|phụ trách|cơ quan|chịu trách nhiệm|thực hiện|bộ phận|người thực hiện|"
      "địa phương|xã|phường|xã, phường|khoa|trường|chi đoàn|chi nhánh|cụm|khối" },
  };
  const GStrv cells = table->rows->pdata[row];

  *columns = (Columns){ -1, -1, -1, -1, -1, -1, FALSE };
  for (int i = 0; cells[i] != NULL && i < 40; i++)
    {
      g_autofree char *head = gh_words_head (cells[i], 120);
      g_autofree char *low = gh_words_lower (head);

      /* "Chỉ tiêu (đơn vị máu)" names no organisation. */
      if (gh_words_has (low, "chỉ tiêu|số lượng|số người|số đơn vị|đơn vị máu|đvm"))
        {
          columns->blood = columns->blood || gh_words_has (low, "máu|đvm|đăng ký|đơn vị|người");
          continue;
        }
      if (take_hours (columns, cells, i, low))
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (rules); k++)
        {
          int *column = G_STRUCT_MEMBER_P (columns, rules[k].offset);

          if (*column >= 0 || !gh_words_has (low, rules[k].words))
            continue;
          *column = i;
          break;
        }
    }
  if (columns->time < 0)
    {
      columns->time = columns->hour;
      columns->hour = -1;
    }
  return columns->time >= 0 &&
         (columns->title >= 0 || columns->lead >= 0 || columns->place >= 0 || columns->round >= 0);
}

static GhDateSpan
read_span (const GhPlanReader *reader, const char *hour, const char *time)
{
  g_autofree char *both = g_strconcat (hour, *hour != '\0' ? ", " : "", time, NULL);
  g_autoptr (GPtrArray) dates = NULL;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  int year = reader->reading->campaign->year;

  if (strlen (both) > 2000)
    return span;
  if (gh_date_span_parse (both, year, &span, NULL))
    return span;
  dates = gh_date_scan (both, year);
  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = dates->pdata[i];

      if (match->problem == NULL)
        return match->span;
    }
  return (GhDateSpan) GH_DATE_SPAN_INIT;
}

/* "Chủ trì: Huyện đoàn" → "Huyện đoàn". */
static char *
read_lead (const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize n = gh_words_begin (low, "chủ trì|đơn vị chủ trì|phụ trách|thực hiện|cơ quan chủ trì");
  const char *p = text + n;

  p += strspn (p, " ");
  if (n > 0 && *p == ':')
    return gh_words_slice (p + 1, strlen (p + 1), " ,;.");
  return g_strdup (text);
}

/* A row without a title of its own: who or where gives its name. */
static char *
read_title (const GhPlanReader *reader,
            guint index,
            const char *title,
            const char *round,
            const char *who)
{
  g_autofree char *context = NULL;

  if (gh_words_any (title))
    return gh_words_slice (title, strlen (title), " ,;");
  context = gh_plan_context_title (reader->plan, index);
  if (g_ascii_isdigit (*round) || (*round != '\0' && strspn (round, "IVX") == strlen (round)))
    return g_strdup_printf ("Đợt %s: %s", round, context);
  if (*round != '\0')
    return g_strdup_printf ("%s: %s", round, context);
  return g_strdup_printf ("%s: %s", context, who);
}

static void
read_row (GhPlanReader *reader, guint index, guint row, const Columns *columns)
{
  const GhBlock *table = reader->plan->blocks->pdata[index];
  GhDateSpan span =
    read_span (reader, cell (table, row, columns->hour), cell (table, row, columns->time));
  const char *place = cell (table, row, columns->place);
  const char *unit = cell (table, row, columns->lead);
  g_autofree char *title = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GhActivity *activity;
  GhActivityKind kind;

  if (gh_date_span_is_empty (&span))
    return;
  title = read_title (reader, index, cell (table, row, columns->title),
                      cell (table, row, columns->round), *unit != '\0' ? unit : place);
  kind = gh_plan_kind_of (title);
  if (kind == GH_ACTIVITY_OTHER && columns->title < 0 && columns->blood)
    kind = GH_ACTIVITY_SESSION;
  activity = gh_activity_new (title, span.before ? GH_ACTIVITY_DEADLINE : kind, &span);
  gh_plan_set (&activity->place, place);
  g_free (activity->lead);
  activity->lead = read_lead (unit);
  for (int i = 0; i < 40 && *cell (table, row, i) != '\0'; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", cell (table, row, i));
  gh_plan_set (&activity->text, text->str);
  gh_plan_add_activity (reader->reading, activity);
}

void
gh_plan_read_event_table (GhPlanReader *reader, guint index)
{
  const GhBlock *table = reader->plan->blocks->pdata[index];
  Columns columns;
  guint row;

  for (row = 0; row < MIN (table->rows->len, HEADER_ROWS); row++)
    if (find_columns (table, row, &columns))
      break;
  if (row >= MIN (table->rows->len, HEADER_ROWS))
    return;
  for (row++; row < MIN (table->rows->len, 500u); row++)
    read_row (reader, index, row, &columns);
}
