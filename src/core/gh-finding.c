/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-finding.h"

static const char *const severity_names[] = { "error", "warning", "hint" };

const char *
gh_severity_to_string (GhSeverity severity)
{
  g_return_val_if_fail ((gsize) severity < G_N_ELEMENTS (severity_names), "error");
  return severity_names[severity];
}

int
gh_finding_get_block (const GhFinding *finding)
{
  return finding->place.part == GH_PART_BLOCK ? finding->place.index : -1;
}

/* Where each kind of finding comes from. The sections are those of the decree's Phụ lục I: II.3 số,
 * ký hiệu; II.4 địa danh và thời gian; II.6 nội dung; II.7 chữ ký; II.9 nơi nhận. */
const char *
gh_finding_get_rule (const GhFinding *finding)
{
#define DECREE "Nghị định 30/2020/NĐ-CP, "
  static const struct
  {
    const char *code;
    const char *rule;
  } rules[] = {
    { "abolished-level", "Luật Tổ chức chính quyền địa phương 2025" },
    { "capitals", DECREE "Phụ lục II" },
    { "citation-form", DECREE "Phụ lục I, mục II.6" },
    { "closing-mark", DECREE "Phụ lục III, mẫu 1.4" },
    { "date-style", DECREE "Phụ lục I, mục II.4" },
    { "duplicate-numbering", DECREE "Phụ lục I, mục II.6" },
    { "empty-section", DECREE "Phụ lục I, mục II.6" },
    { "layout", DECREE "Phụ lục I" },
    { "missing-attachment", DECREE "Phụ lục I, mục III" },
    { "missing-authority", DECREE "Phụ lục I, mục II.7" },
    { "missing-date", DECREE "Phụ lục I, mục II.4" },
    { "missing-number", DECREE "Phụ lục I, mục II.3" },
    { "missing-place", DECREE "Phụ lục I, mục II.4" },
    { "missing-recipients", DECREE "Phụ lục I, mục II.9" },
    { "missing-signature", DECREE "Phụ lục I, mục II.7" },
    { "private-email", "Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15)" },
    { "symbol-spacing", DECREE "Phụ lục I, mục II.3" },
  };
#undef DECREE

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].code, finding->code))
      return rules[i].rule;
  return NULL;
}

const char *
gh_finding_get_words (const GhFinding *finding)
{
  return *finding->quote != '\0' ? finding->quote : finding->message;
}

void
gh_finding_free (GhFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->where);
  g_free (finding->message);
  g_free (finding->quote);
  gh_fix_free (finding->fix);
  g_free (finding);
}
