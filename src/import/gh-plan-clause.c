/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-clause.h"
#include "gh-plan-words.h"
#include "gh-text.h"

static const struct
{
  GhActivityKind kind;
  const char *words;
} kind_words[] = {
  { GH_ACTIVITY_LAUNCH, "phát động|lễ phát động|ra quân|lễ ra quân|khai mạc|mở màn|"
                        "mít tinh|lễ mít tinh" },
  { GH_ACTIVITY_REVIEW, "sơ kết|tổng kết|đánh giá|rút kinh nghiệm|hội nghị tổng kết|"
                        "hội nghị sơ kết|báo cáo kết quả" },
  { GH_ACTIVITY_AWARD, "tôn vinh|lễ tôn vinh|khen thưởng|tuyên dương|vinh danh|biểu dương|"
                       "tổ chức lễ tôn vinh|tổ chức tôn vinh" },
  { GH_ACTIVITY_PREPARATION,
    "chuẩn bị|họp|khảo sát|tập huấn|xây dựng|rà soát|lập danh sách|đăng ký|ban hành|"
    "tiếp nhận đăng ký|triển khai kế hoạch|thành lập|phân bổ|phân công|tổng hợp danh sách|"
    "vận động đăng ký|công tác chuẩn bị|tham mưu|chốt danh sách|hội nghị triển khai|"
    "tổng duyệt|kiện toàn|phê duyệt|thẩm định|in ấn|thiết kế|mua sắm" },
  { GH_ACTIVITY_SESSION,
    "hiến máu|tiếp nhận máu|ngày hội|ngày hội hiến máu|điểm hiến máu|lấy máu|tiếp nhận|"
    "buổi hiến máu|tổ chức hiến máu|hmtn|thu nhận máu" },
  { GH_ACTIVITY_COMMUNICATION,
    "tuyên truyền|truyền thông|treo băng rôn|phát thanh|đưa tin|công tác tuyên truyền|"
    "tổ chức tuyên truyền|treo|thông tin|thông báo|quảng bá|tuyên truyền, vận động|"
    "nói chuyện|tọa đàm|sinh hoạt chuyên đề" },
  { GH_ACTIVITY_FESTIVAL,
    "lễ hội|chiến dịch|hành trình đỏ|chủ nhật đỏ|chương trình|tháng nhân đạo|phong trào|"
    "những giọt máu hồng|lễ hội xuân hồng|chiến dịch hiến máu|chiến dịch vận động|"
    "phong trào hiến máu|chương trình hiến máu|giọt hồng" },
};

GhActivityKind
gh_plan_kind_of (const char *text)
{
  g_autofree char *head = gh_words_head (text, GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);
  GhActivityKind best = GH_ACTIVITY_OTHER;
  const char *best_at = NULL;
  gsize best_length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      gsize n = 0;
      const char *hit = gh_words_find (low, strlen (low), kind_words[i].words, &n);

      /* "Chào mừng Ngày thành lập Hội": no work to be done. */
      if (hit != NULL && hit - low >= (gssize) strlen ("ngày ") &&
          gh_text_begins (hit, "thành lập") &&
          strncmp (hit - strlen ("ngày "), "ngày ", strlen ("ngày ")) == 0)
        hit = NULL;
      if (hit != NULL && (best_at == NULL || hit < best_at || (hit == best_at && n > best_length)))
        {
          best = kind_words[i].kind;
          best_at = hit;
          best_length = n;
        }
    }
  return best;
}

guint
gh_plan_count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < 100; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

/* Words that only lead to a date. */
static const char *const leads[] = { "vào",
                                     "từ",
                                     "trong",
                                     "ngày",
                                     "lúc",
                                     "đến",
                                     "trước",
                                     "dự kiến",
                                     "thời gian",
                                     "bắt đầu",
                                     "bắt đầu từ",
                                     "vào lúc",
                                     "vào hồi",
                                     "là",
                                     "và",
                                     "đến hết",
                                     "diễn ra",
                                     "được tổ chức",
                                     "cho đến",
                                     "hạn",
                                     "hạn cuối",
                                     "chậm nhất",
                                     "muộn nhất",
                                     "vào các",
                                     "trong buổi sáng",
                                     "trong buổi chiều",
                                     "trong buổi tối",
                                     "vào buổi sáng",
                                     "vào buổi chiều",
                                     "vào buổi tối",
                                     "của",
                                     "được triển khai",
                                     "được tiến hành",
                                     "được",
                                     "trong các",
                                     "các",
                                     "từ nay",
                                     "nhân",
                                     "dịp",
                                     "(từ",
                                     "(ngày",
                                     "chậm nhất là",
                                     "thực hiện",
                                     "tổ chức vào",
                                     "trong vòng",
                                     "trong thời hạn",
                                     "ít nhất",
                                     "tối thiểu",
                                     "không quá",
                                     "sau",
                                     "ngay" };

/* "Tháng Công nhân", "Ngày Doanh nhân": names that end as a lead does. */
static gboolean
ends_with_noun (const char *low)
{
  static const char *const nouns[] = { "công nhân", "doanh nhân", "bệnh nhân", "cá nhân",
                                       "quân nhân", "nạn nhân",   "tư nhân",   "thân nhân" };

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_has_suffix (low, nouns[i]))
      return TRUE;
  return FALSE;
}

/* "… nghỉ hè (trong": a bracket that the date was in goes with its words; one that says more is
 * closed by nobody, and its sign goes. */
static void
strip_bracket (char *title)
{
  char *open = strrchr (title, '(');

  if (open == NULL || strchr (open, ')') != NULL)
    return;
  if (gh_plan_count_letters (open) < 14)
    *open = '\0';
  else
    memmove (open, open + 1, strlen (open));
  g_strchomp (title);
}

/* Takes words that only lead to a date off the end: "… vào", "… từ", "thời gian:". */
void
gh_plan_strip_leads (char *title)
{
  gboolean again = TRUE;

  while (again)
    {
      g_autofree char *low = NULL;
      gsize n = strlen (title);

      again = FALSE;
      while (n > 0 && strchr (" ,;:.-(", title[n - 1]) != NULL)
        title[--n] = '\0';
      while (g_str_has_suffix (title, "–"))
        title[n -= strlen ("–")] = '\0';
      low = gh_words_lower (title);
      for (gsize i = 0; i < G_N_ELEMENTS (leads) && !again; i++)
        {
          gsize k = strlen (leads[i]);

          if (n > k && g_str_has_suffix (low, leads[i]) && low[n - k - 1] == ' ' &&
              !ends_with_noun (low))
            {
              title[n - k - 1] = '\0';
              again = TRUE;
            }
        }
    }
  strip_bracket (title);
}

/* The words before the date, cut to their last clause if they are long. */
char *
gh_plan_clause_before (const GhPlanMoment *moment)
{
  gsize from = moment->from;
  gsize to = moment->match->offset;
  char *title;

  if (to - from > 2 * GH_PLAN_TITLE_CHARS)
    {
      static const char *const cuts[] = { "; ", ". ", ": ", ", " };

      for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
        {
          const char *hit = g_strrstr_len (moment->text + from, (gssize) (to - from), cuts[i]);
          gsize at = hit != NULL ? (gsize) (hit - moment->text) + strlen (cuts[i]) : 0;

          if (hit != NULL && to - at > 24)
            {
              from = at;
              break;
            }
        }
    }
  title = gh_words_slice (moment->text + from, to - from, " ,;:-");
  gh_plan_strip_leads (title);
  return title;
}

/* A bracket whose closing sign was taken off the end gets it again. */
static void
close_bracket (char **text)
{
  const char *open = strrchr (*text, '(');
  char *closed;

  if (open == NULL || strchr (open, ')') != NULL)
    return;
  closed = g_strconcat (*text, ")", NULL);
  g_free (*text);
  *text = closed;
}

/* The words behind the date, up to the end of the clause. */
char *
gh_plan_clause_behind (const GhPlanMoment *moment)
{
  const char *p = moment->text + moment->match->offset + moment->match->length;
  const char *end = moment->text + moment->behind;
  g_autofree char *plain = NULL;
  const char *weekday;

  /* "(thứ Bảy)" belongs to the date. */
  p += strspn (p, " *,:;-");
  if (*p == '(')
    {
      weekday = strchr (p, ')');
      if (weekday != NULL && weekday - p < 40)
        p = weekday + 1;
    }
  p = MIN (p, end);
  plain = gh_words_slice (p, (gsize) (end - p), " ,;:.-)(");
  while (gh_text_begins (plain, "–"))
    {
      char *rest = g_strchug (g_strdup (plain + strlen ("–")));

      g_free (plain);
      plain = rest;
    }
  close_bracket (&plain);
  return g_steal_pointer (&plain);
}
