/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhLunarDate: a day of the Vietnamese lunar calendar (UTC+7), years 1900–2100.
 * @year: lunar year, named by the solar year its Tết falls in
 * @month: 1..12
 * @day: 1..30
 * @leap: the month is a leap month (tháng nhuận)
 *
 * Rules after Hồ Ngọc Đức (meridian 105°E): not the Chinese calendar, which is a day or a month
 * apart in 1968, 1985, 2007, 2030 and 2053.
 */
typedef struct
{
  int year;
  int month;
  int day;
  gboolean leap;
} GhLunarDate;

/** @day: Julian day of #GDate. %FALSE outside of 1900–2100. */
gboolean gh_lunar_from_day (guint32 day, GhLunarDate *lunar);

/** Julian day of #GDate of a lunar day, 0 if there is none such or it is out of 1900–2100. */
guint32 gh_lunar_to_day (const GhLunarDate *lunar);

/** Mùng 1 Tết of a year 1900–2100 as a Julian day, 0 outside. */
guint32 gh_lunar_tet (int year);

/** "Đinh Mùi" (transfer full): Can Chi name of a lunar year. */
char *gh_lunar_year_name (int year);

/** Lunar year whose Can Chi name this is, nearest to @near_year, or 0: "Ất Tỵ" near 2024 → 2025. */
int gh_lunar_year_from_name (const char *name, int near_year);

/** "mùng 9 tháng Giêng", "15/8", "1/6 nhuận" (transfer full), short for calendars: "1/8". */
char *gh_lunar_format (const GhLunarDate *lunar, gboolean short_form);
