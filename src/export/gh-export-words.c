/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-sheet.h"

const char *
gh_export_indicator_words (GhIndicator indicator)
{
  static const char *const words[GH_N_INDICATORS] = {
    [GH_INDICATOR_REGISTRATIONS] = "Người đăng ký",
    [GH_INDICATOR_DONORS] = "Người hiến máu",
    [GH_INDICATOR_BLOOD_UNITS] = "Đơn vị máu",
    [GH_INDICATOR_HEADCOUNT_PERCENT] = "Tỷ lệ cán bộ tham gia",
    [GH_INDICATOR_YEAR_PERCENT] = "Tỷ lệ chỉ tiêu năm",
    [GH_INDICATOR_UNIT_PERCENT] = "Tỷ lệ đơn vị tham gia",
    [GH_INDICATOR_REACH] = "Lượt người được truyền thông",
    [GH_INDICATOR_ORGAN_PLEDGES] = "Người đăng ký hiến mô, tạng",
    [GH_INDICATOR_AWARENESS_PERCENT] = "Tỷ lệ người được tuyên truyền",
    [GH_INDICATOR_VOLUME_PERCENT] = "Tỷ lệ túi máu 350 ml và 450 ml",
    [GH_INDICATOR_ARTICLES] = "Tin, bài",
    [GH_INDICATOR_OTHER] = "Chỉ tiêu khác",
  };

  g_return_val_if_fail ((gsize) indicator < G_N_ELEMENTS (words), "");
  return words[indicator];
}

const char *
gh_export_convention_words (GhUnitConvention convention)
{
  static const char *const words[] = {
    [GH_CONVENTION_BAG] = "một đơn vị máu là một túi máu, không phân biệt thể tích.",
    [GH_CONVENTION_250_ML] =
      ("một đơn vị máu được quy đổi bằng 250 ml (túi 350 ml bằng 1,4 đơn vị; "
       "túi 450 ml bằng 1,8 đơn vị)."),
    [GH_CONVENTION_TURN] = "một đơn vị máu là một lượt người hiến máu.",
  };

  g_return_val_if_fail ((gsize) convention < G_N_ELEMENTS (words), "");
  return words[convention];
}

const char *
gh_export_activity_kind_words (GhActivityKind kind)
{
  /* Without commas: iCalendar parts categories by them. */
  static const char *const words[GH_N_ACTIVITY_KINDS] = {
    [GH_ACTIVITY_LAUNCH] = "Phát động",           [GH_ACTIVITY_FESTIVAL] = "Lễ hội",
    [GH_ACTIVITY_OBSERVANCE] = "Ngày kỷ niệm",    [GH_ACTIVITY_SESSION] = "Ngày hiến máu",
    [GH_ACTIVITY_COMMUNICATION] = "Tuyên truyền", [GH_ACTIVITY_DEADLINE] = "Hạn cuối",
    [GH_ACTIVITY_REVIEW] = "Sơ kết - tổng kết",   [GH_ACTIVITY_AWARD] = "Tôn vinh - khen thưởng",
    [GH_ACTIVITY_PREPARATION] = "Chuẩn bị",       [GH_ACTIVITY_OTHER] = "Hoạt động khác",
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

const char *
gh_export_activity_state_words (GhActivityState state)
{
  static const char *const words[] = {
    [GH_ACTIVITY_PLANNED] = "Dự kiến",
    [GH_ACTIVITY_DONE] = "Đã thực hiện",
    [GH_ACTIVITY_CANCELLED] = "Hủy",
  };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (words), "");
  return words[state];
}
