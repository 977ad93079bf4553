/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"
#include "gh-text.h"

#define FIRST_YEAR  1990
#define LAST_YEAR   2099
#define INTRO_PARTS 12u

/* The year after "năm" in @text: the last one named, 0 if none. */
static int
last_year_named (const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  int year = 0;

  for (const char *p = strstr (low, "năm"); p != NULL; p = strstr (p + 1, "năm"))
    {
      const char *q = p + strlen ("năm");
      int value;

      q += strspn (q, " \001");
      if (strspn (q, "0123456789") != 4)
        continue;
      value = atoi (q);
      if (value >= FIRST_YEAR && value <= LAST_YEAR)
        year = value;
    }
  return year;
}

/* Counts years written anywhere in @text ("2025" as four digits by themselves). */
static void
count_years (const char *text, guint counts[])
{
  for (const char *p = text; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 4)
        {
          int year = atoi (p);

          if (year >= FIRST_YEAR && year <= LAST_YEAR && (p == text || p[-1] != '.'))
            counts[year - FIRST_YEAR]++;
        }
      p += digits > 0 ? digits : 1;
    }
}

static int
most_named_year (const GhPlan *plan)
{
  guint counts[LAST_YEAR - FIRST_YEAR + 1] = { 0 };
  int best = 0;

  for (guint i = 0; i < plan->blocks->len; i++)
    count_years (((const GhBlock *) plan->blocks->pdata[i])->text, counts);
  for (guint i = 0; i < plan->bases->len; i++)
    count_years (((const GhBasis *) plan->bases->pdata[i])->text, counts);
  for (int y = FIRST_YEAR; y <= LAST_YEAR; y++)
    if (counts[y - FIRST_YEAR] > 0 &&
        (best == 0 || counts[y - FIRST_YEAR] >= counts[best - FIRST_YEAR]))
      best = y;
  return best;
}

static int
find_year (const GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  int year = last_year_named (plan->title);
  g_autofree char *low = gh_words_lower (plan->title);

  if (year == 0 && gh_words_has (low, "năm học") && plan->issue_year > 0)
    return plan->issue_year;
  for (guint i = 0; year == 0 && i < MIN (plan->blocks->len, 3u); i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];

      if (block->kind == GH_BLOCK_PARAGRAPH)
        year = last_year_named (block->text);
    }
  if (year == 0)
    year = most_named_year (plan);
  if (year == 0)
    year = plan->issue_year;
  return year > 0 ? year : reader->today_year;
}

/* What stands in quotes at @text, after at most a few signs; %NULL if nothing does. */
static char *
quoted (const char *text)
{
  static const char *const quotes[][2] = { { "“", "”" }, { "\"", "\"" }, { "‘", "’" },
                                           { "«", "»" }, { "”", "”" },   { "''", "''" } };
  const char *p = text + strspn (text, " :*-");

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      const char *end;
      const char *start;

      if (!gh_text_begins (p, quotes[i][0]))
        continue;
      start = p + strlen (quotes[i][0]);
      end = g_strstr_len (start, GH_WORDS_WINDOW, quotes[i][1]);
      if (end != NULL && end > start)
        return gh_words_slice (start, (gsize) (end - start), " .,;");
    }
  return NULL;
}

/* "với thông điệp “…”", "Chủ đề: …" */
static char *
find_theme (const char *whole)
{
  g_autofree char *text = gh_words_head (whole, 8 * GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (text);
  gsize length = strlen (low);
  const char *p = low;
  gsize n = 0;

  while ((p = gh_words_find (p, length - (gsize) (p - low),
                             "thông điệp|chủ đề|khẩu hiệu hành động|với khẩu hiệu|slogan", &n)) !=
         NULL)
    {
      const char *behind = text + (p - low) + n;
      char *theme;

      /* "thông điệp của chiến dịch là “…”", "với chủ đề năm 2025: “…”" */
      for (int skipped = 0; skipped < 48 && *behind != '\0' && *behind != '.'; skipped++)
        {
          theme = quoted (behind);
          if (theme != NULL)
            return theme;
          behind = g_utf8_next_char (behind);
          if (gh_text_begins (behind, "("))
            break;
        }
      behind = text + (p - low) + n;
      behind += strspn (behind, " *");
      if (*behind == ':' && p - low < 12 && gh_words_any (behind))
        return gh_words_slice (behind + 1, strlen (behind + 1), " .;");
      p += n;
    }
  return NULL;
}

/* "Ngày hội hiến máu “Trao giọt hồng”": the name that a title gives the day; names that every year
 * has ("Chủ nhật Đỏ") are no theme. */
static char *
named_in_title (const char *title)
{
  g_autofree char *low = gh_words_lower (title);
  gsize n = 0;
  const char *event =
    gh_words_find (low, strlen (low), "ngày hội|chương trình|hội thi|phong trào|chiến dịch", &n);
  const char *p = event != NULL ? title + (event - low) + n : "";

  for (guint i = 0; i < 60 && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      g_autofree char *name = quoted (p);
      g_autofree char *small = NULL;

      if (name == NULL)
        continue;
      small = gh_words_lower (name);
      if (gh_words_has (small, "xuân hồng|chủ nhật đỏ|hành trình đỏ|giọt hồng hè|giọt máu hồng|"
                               "giọt máu hồng hè|tháng nhân đạo|toàn dân hiến máu|"
                               "hiến máu tình nguyện|hiến máu nhân đạo"))
        return NULL;
      return g_steal_pointer (&name);
    }
  return NULL;
}

static void
read_theme (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autofree char *theme = find_theme (plan->title);

  for (guint i = 0; theme == NULL && i < plan->blocks->len; i++)
    theme = find_theme (((const GhBlock *) plan->blocks->pdata[i])->text);
  if (theme == NULL)
    theme = named_in_title (plan->title);
  if (theme != NULL && strlen (theme) < 300)
    gh_plan_set (&reader->reading->campaign->theme, theme);
}

/* How well a span in @text suits as the campaign's period; 0 = not at all. */
static int
weigh_period (const GhPlan *plan, guint i, const GhBlock *block, const GhDateMatch *match)
{
  g_autofree char *low = NULL;
  g_autofree char *above = NULL;
  const GhBlock *heading;
  gsize start = 0;
  gsize end = 0;
  gsize length;
  int weight = 0;

  if (match->span.precision != GH_PRECISION_SPAN || match->problem != NULL ||
      match->span.end - match->span.start < 3 || match->span.end - match->span.start > 750)
    return 0;
  gh_words_sentence (block->text, match->offset, &start, &end);
  low = gh_words_lower (block->text);
  length = end - start;
  if (gh_words_has_within (low + start, length,
                           "thành tích|hồ sơ|số liệu|đã|khảo sát|đăng ký|xây dựng kế hoạch|"
                           "tuyên truyền|chuẩn bị|truyền thông|kỷ niệm|nhiệm kỳ|độ tuổi|treo"))
    return 0;
  if (gh_words_has_within (low + start, length,
                           "chiến dịch|phong trào|đợt|chương trình|thời gian thực hiện|"
                           "thời gian triển khai|thời gian tổ chức|hành trình"))
    weight += 2;
  if (gh_words_begin (gh_words_skip (low), "thời gian") > 0)
    weight += 2;
  if (gh_words_has_within (low + start, length, "diễn ra|tiến hành|triển khai|thực hiện|kéo dài"))
    weight += 1;
  heading = gh_plan_heading_above (plan, i, 3);
  if (heading != NULL)
    {
      above = gh_words_lower (heading->text);
      weight += gh_words_has (above, "thời gian") ? 2 : 0;
      weight -= gh_words_has (above, "tiến độ|truyền thông|khen thưởng") ? 2 : 0;
    }
  return weight;
}

static void
read_period (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  GhCampaign *campaign = reader->reading->campaign;
  int best = 1; /* a mere span in a sentence says nothing */

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      g_autoptr (GPtrArray) dates = NULL;

      if (block->kind == GH_BLOCK_TABLE || block->kind == GH_BLOCK_APPENDIX ||
          strlen (block->text) > 4000)
        continue;
      dates = gh_date_scan (block->text, campaign->year);
      for (guint k = 0; k < dates->len; k++)
        {
          int weight = weigh_period (plan, i, block, dates->pdata[k]);

          if (weight <= best)
            continue;
          best = weight;
          campaign->period = ((const GhDateMatch *) dates->pdata[k])->span;
          campaign->period.start_minute = -1;
          campaign->period.end_minute = -1;
        }
    }
}

static void
read_name (GhPlanReader *reader)
{
  static const char *const names[][2] = {
    { "xuân hồng", "Xuân hồng" },
    { "chủ nhật đỏ", "Chủ nhật Đỏ" },
    { "hành trình đỏ", "Hành trình Đỏ" },
    { "giọt hồng hè", "Giọt hồng hè" },
    { "giọt máu hồng hè", "Những giọt máu hồng hè" },
    { "giọt máu hồng", "Giọt máu hồng" },
    { "tháng nhân đạo", "Tháng Nhân đạo" },
    { "toàn dân hiến máu", "Ngày toàn dân hiến máu" },
    { "tôn vinh", "Tôn vinh người hiến máu" },
    { "ngày hội", "Ngày hội hiến máu" },
    { "", "Hiến máu tình nguyện" },
  };
  GhCampaign *campaign = reader->reading->campaign;
  g_autofree char *low = gh_words_lower (reader->plan->title);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (low, names[i][0]) != NULL)
      {
        g_autofree char *name = g_strdup_printf ("%s %d", names[i][1], campaign->year);

        gh_plan_set (&campaign->name, name);
        return;
      }
}

/* The body that makes the plan, from the introduction: "Ban Chỉ đạo … xây dựng kế hoạch". */
static char *
issuer_in (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize n = gh_plan_organisation_length (p);
      g_autofree char *name = gh_words_slice (p, n, " ,.;:");
      const char *bracket = strchr (name, '(');
      const char *comma;

      if (bracket != NULL && bracket > name)
        {
          char *cut = g_strndup (name, (gsize) (bracket - name));

          return g_strchomp (cut);
        }
      if (n > 0 && *name != '\0')
        return g_steal_pointer (&name);
      comma = strpbrk (p, ",.;");
      p = comma != NULL && comma - text < 3 * GH_WORDS_WINDOW ? gh_words_skip (comma + 1) : NULL;
    }
  return NULL;
}

static void
infer_issuer (GhPlanReader *reader)
{
  GhPlan *plan = reader->plan;

  if (plan->issuer[0] != '\0')
    return;
  for (guint i = 0; i < MIN (plan->blocks->len, INTRO_PARTS); i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      g_autofree char *name = NULL;
      g_autofree char *low = NULL;

      if (block->kind != GH_BLOCK_PARAGRAPH)
        break;
      low = gh_words_lower (block->text);
      if (!gh_words_has (low, "kế hoạch|như sau"))
        continue;
      name = issuer_in (gh_words_skip (block->text));
      if (name != NULL && g_utf8_strlen (name, -1) < 160)
        {
          gh_plan_set (&plan->issuer, name);
          return;
        }
    }
  if (gh_text_begins (plan->authority, "TM."))
    {
      g_autofree char *name =
        gh_words_slice (plan->authority + 3, strcspn (plan->authority + 3, "\n"), " ");

      gh_plan_set (&plan->issuer, name);
    }
}

void
gh_plan_read_campaign (GhPlanReader *reader)
{
  GhCampaign *campaign = reader->reading->campaign;

  campaign->year = find_year (reader);
  read_theme (reader);
  read_period (reader);
  read_name (reader);
  infer_issuer (reader);
}
