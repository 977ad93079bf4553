/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/** (transfer full): "I", "II" … "MMMCMXCIX" for 1..3999, arabic beyond. */
char *gh_numbering_roman (int value);

/** (transfer none) (nullable): the letter of a điểm: "a" for 1, "đ" for 5, "y" for 23; %NULL
 * beyond. */
const char *gh_numbering_letter (int value);

/**
 * gh_numbering_next: the number a new block would have, put at @index of @blocks: one more than the
 * block of the same kind and level before it within the same part, else the first of its kind: "I",
 * "1", "1.1" (or "a)" below headings that use letters), "-" for items. The alphabet of điểm is
 * Vietnamese: a, b, c, d, đ, e, g … (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 *
 * @blocks: (element-type GhBlock)
 * Returns: (transfer full): as GhBlock.number, "" for paragraphs
 */
char *gh_numbering_next (const GPtrArray *blocks, guint index, GhBlockKind kind, int level);
