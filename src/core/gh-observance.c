/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-activity.h"

#include <string.h>

#include "gh-lunar.h"
#include "gh-text.h"

/* Longer entries are seasons: they have a name and a window, but are no mark on a day. */
#define MAX_MARK_DAYS 9

#define SUNDAY 7

/* Public holidays after Bộ luật Lao động 2019, Điều 112. Of the five days of Tết the employer
 * chooses one or two before mùng 1; of the two days of 2/9, the day before or the day after: the
 * government says so year by year, hence the day that is sure (2/9) and the usual choice (Tết).
 * The dates of the field's own seasons are the windows seen in guidance of several years; each
 * plan sets its own. */
static const GhObservance observances[] = {
  { "new-year", "Tết Dương lịch", GH_RULE_SOLAR, 1, 1, 0, 0, 1, TRUE, "nam moi duong lich" },
  { "students-day", "Ngày truyền thống học sinh, sinh viên", GH_RULE_SOLAR, 1, 9, 0, 0, 1, FALSE,
    "truyen thong hoc sinh, sinh vien|truyen thong hoc sinh - sinh vien|"
    "truyen thong hoc sinh sinh vien|hoc sinh, sinh vien viet nam|hoc sinh sinh vien viet nam|"
    "hoc sinh - sinh vien viet nam|truyen thong hssv" },
  { "red-sunday", "Chủ nhật Đỏ", GH_RULE_WEEKDAY, 1, SUNDAY, 1, 0, 1, FALSE, "ngay chu nhat do" },
  { "xuan-hong", "Lễ hội Xuân hồng", GH_RULE_LUNAR, 1, 1, 0, -36, 73, FALSE,
    "xuan hong|chien dich tet va le hoi xuan hong" },
  { "tet", "Tết Nguyên đán", GH_RULE_LUNAR, 1, 1, 0, -1, 5, TRUE,
    "tet co truyen|tet am lich|tet ta" },
  { "party-day", "Ngày thành lập Đảng Cộng sản Việt Nam", GH_RULE_SOLAR, 2, 3, 0, 0, 1, FALSE,
    "thanh lap dang" },
  { "doctors-day", "Ngày Thầy thuốc Việt Nam", GH_RULE_SOLAR, 2, 27, 0, 0, 1, FALSE,
    "thay thuoc viet nam|ngay thay thuoc|blouse trang" },
  { "women-day", "Ngày Quốc tế Phụ nữ", GH_RULE_SOLAR, 3, 8, 0, 0, 1, FALSE, "quoc te phu nu" },
  { "youth-union-day", "Ngày thành lập Đoàn TNCS Hồ Chí Minh", GH_RULE_SOLAR, 3, 26, 0, 0, 1, FALSE,
    "thanh lap doan" },
  { "hung-kings", "Giỗ Tổ Hùng Vương", GH_RULE_LUNAR, 3, 10, 0, 0, 1, TRUE,
    "gio to|le hoi den hung|quoc gio" },
  { "blood-day", "Ngày toàn dân hiến máu tình nguyện", GH_RULE_SOLAR, 4, 7, 0, 0, 1, FALSE,
    "toan dan hien mau tinh nguyen|toan dan hien mau|ngay toan dan hmtn|"
    "toan dan tham gia hien mau" },
  { "reunification-day", "Ngày Giải phóng miền Nam, thống nhất đất nước", GH_RULE_SOLAR, 4, 30, 0,
    0, 1, TRUE, "giai phong mien nam|thong nhat dat nuoc|ngay chien thang" },
  { "labour-day", "Ngày Quốc tế Lao động", GH_RULE_SOLAR, 5, 1, 0, 0, 1, TRUE, "quoc te lao dong" },
  { "humanitarian-month", "Tháng Nhân đạo", GH_RULE_SOLAR, 5, 1, 0, 0, 31, FALSE,
    "thang nhan dao" },
  { "summer-drops", "Những giọt máu hồng hè", GH_RULE_SOLAR, 5, 1, 0, 0, 153, FALSE,
    "giot mau hong he|giot hong he" },
  { "red-cross-day", "Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế", GH_RULE_SOLAR, 5, 8, 0, 0, 1,
    FALSE, "chu thap do quoc te|quoc te chu thap do|chu thap do va trang luoi liem do" },
  { "ho-chi-minh-day", "Ngày sinh Chủ tịch Hồ Chí Minh", GH_RULE_SOLAR, 5, 19, 0, 0, 1, FALSE,
    "sinh nhat bac|ngay sinh chu tich ho chi minh" },
  { "children-day", "Ngày Quốc tế Thiếu nhi", GH_RULE_SOLAR, 6, 1, 0, 0, 1, FALSE,
    "quoc te thieu nhi" },
  { "red-journey", "Hành trình Đỏ", GH_RULE_SOLAR, 6, 1, 0, 0, 92, FALSE,
    "chuong trinh hanh trinh do" },
  { "donor-day", "Ngày Thế giới tôn vinh người hiến máu", GH_RULE_SOLAR, 6, 14, 0, 0, 1, FALSE,
    "ton vinh nguoi hien mau|quoc te nguoi hien mau|quoc te hien mau|the gioi nguoi hien mau|"
    "the gioi hien mau|quoc te ton vinh nguoi hien mau" },
  { "invalids-day", "Ngày Thương binh - Liệt sĩ", GH_RULE_SOLAR, 7, 27, 0, 0, 1, FALSE,
    "thuong binh - liet si|thuong binh, liet si|thuong binh liet si" },
  { "trade-union-day", "Ngày thành lập Công đoàn Việt Nam", GH_RULE_SOLAR, 7, 28, 0, 0, 1, FALSE,
    "thanh lap cong doan" },
  { "police-day", "Ngày truyền thống Công an nhân dân", GH_RULE_SOLAR, 8, 19, 0, 0, 1, FALSE,
    "truyen thong cong an|cach mang thang tam" },
  { "national-day", "Quốc khánh", GH_RULE_SOLAR, 9, 2, 0, 0, 1, TRUE, "quoc khanh" },
  { "mid-autumn", "Tết Trung thu", GH_RULE_LUNAR, 8, 15, 0, 0, 1, FALSE, "trung thu" },
  { "youth-federation-day", "Ngày truyền thống Hội Liên hiệp Thanh niên Việt Nam", GH_RULE_SOLAR,
    10, 15, 0, 0, 1, FALSE, "truyen thong hoi lien hiep thanh nien|truyen thong hoi lhtn" },
  { "vietnam-women-day", "Ngày Phụ nữ Việt Nam", GH_RULE_SOLAR, 10, 20, 0, 0, 1, FALSE,
    "phu nu viet nam|thanh lap hoi lien hiep phu nu" },
  { "front-day", "Ngày truyền thống Mặt trận Tổ quốc Việt Nam", GH_RULE_SOLAR, 11, 18, 0, 0, 1,
    FALSE, "truyen thong mat tran|dai doan ket toan dan toc" },
  { "teachers-day", "Ngày Nhà giáo Việt Nam", GH_RULE_SOLAR, 11, 20, 0, 0, 1, FALSE,
    "nha giao viet nam|hien chuong nha giao" },
  { "vietnam-red-cross-day", "Ngày thành lập Hội Chữ thập đỏ Việt Nam", GH_RULE_SOLAR, 11, 23, 0, 0,
    1, FALSE, "thanh lap hoi chu thap do" },
  { "volunteer-day", "Ngày Quốc tế Tình nguyện viên", GH_RULE_SOLAR, 12, 5, 0, 0, 1, FALSE,
    "quoc te tinh nguyen|tinh nguyen quoc te" },
  { "army-day", "Ngày thành lập Quân đội nhân dân Việt Nam", GH_RULE_SOLAR, 12, 22, 0, 0, 1, FALSE,
    "thanh lap quan doi|ngay hoi quoc phong toan dan" },
};

const GhObservance *
gh_observances (gsize *n)
{
  if (n != NULL)
    *n = G_N_ELEMENTS (observances);
  return observances;
}

/* The @nth @weekday of a month, counted from its end if negative; 0 if there is none. */
static guint32
nth_weekday (int year, int month, int weekday, int nth)
{
  GhDateSpan span = gh_date_span_month (year, month);
  int day;

  if (gh_date_span_is_empty (&span) || nth == 0)
    return 0;
  if (nth > 0)
    day = (int) span.start + (weekday - gh_day_weekday (span.start) + 7) % 7 + (nth - 1) * 7;
  else
    day = (int) span.end - (gh_day_weekday (span.end) - weekday + 7) % 7 + (nth + 1) * 7;
  return day >= (int) span.start && day <= (int) span.end ? (guint32) day : 0;
}

GhDateSpan
gh_observance_date (const GhObservance *observance, int year)
{
  const GhDateSpan none = GH_DATE_SPAN_INIT;
  GhLunarDate lunar = { year, observance->month, observance->day, FALSE };
  guint32 start = 0;

  switch (observance->rule)
    {
    case GH_RULE_SOLAR:
      start = gh_day_from_ymd (year, observance->month, observance->day);
      break;
    case GH_RULE_LUNAR:
      start = gh_lunar_to_day (&lunar);
      break;
    case GH_RULE_WEEKDAY:
    default:
      start = nth_weekday (year, observance->month, observance->day, observance->nth);
      break;
    }
  if (start == 0 || (int) start + observance->offset_days < 1)
    return none;
  start = (guint32) ((int) start + observance->offset_days);
  return gh_date_span_days (start, start + (guint32) MAX (observance->length_days, 1) - 1);
}

gboolean
gh_observance_is_season (const GhObservance *observance)
{
  return observance->length_days > MAX_MARK_DAYS;
}

/* @title: folded */
static gboolean
is_named (const GhObservance *observance, const char *title)
{
  g_autofree char *name = gh_text_fold (observance->name);
  g_auto (GStrv) aliases = g_strsplit (observance->aliases, "|", -1);
  gboolean found = strstr (title, name) != NULL;

  for (gsize i = 0; aliases[i] != NULL && !found; i++)
    found = *aliases[i] != '\0' && strstr (title, aliases[i]) != NULL;
  return found;
}

const GhActivity *
gh_observance_find_activity (const GhObservance *observance, int year, const GPtrArray *activities)
{
  GhDateSpan date = gh_observance_date (observance, year);

  if (gh_observance_is_season (observance))
    {
      date.start = MIN (date.start, gh_day_from_ymd (year, 1, 1));
      date.end = MAX (date.end, gh_day_from_ymd (year, 12, 31));
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *title = NULL;

      if (activity->span.end < date.start || activity->span.start > date.end ||
          gh_date_span_is_empty (&activity->span))
        continue;
      title = gh_text_fold (activity->title);
      if (is_named (observance, title))
        return activity;
    }
  return NULL;
}

static const GhObservance *
find_on (guint32 day, gboolean holidays)
{
  int year, month;

  gh_day_to_ymd (day, &year, &month, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (observances); i++)
    {
      const GhObservance *observance = &observances[i];

      if (observance->holiday != holidays || gh_observance_is_season (observance))
        continue;
      /* Solar days of other months need no arithmetic. */
      if (observance->rule == GH_RULE_SOLAR && observance->month != month)
        continue;

      GhDateSpan span = gh_observance_date (observance, year);

      if (!gh_date_span_is_empty (&span) && span.start <= day && day <= span.end)
        return observance;
    }
  return NULL;
}

const GhObservance *
gh_observance_on (guint32 day)
{
  if (day == 0)
    return NULL;

  const GhObservance *holiday = find_on (day, TRUE);

  return holiday != NULL ? holiday : find_on (day, FALSE);
}

gboolean
gh_day_is_off (guint32 day)
{
  return day != 0 && (gh_day_weekday (day) >= 6 || find_on (day, TRUE) != NULL);
}
