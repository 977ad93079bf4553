/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** (transfer full): "1.750", "-12.000". Locale-independent. */
char *gh_number_format (gint64 value);

/** (transfer full): @value rounded to @decimals (0..3) with a decimal comma: "168,8", "1.234,5". */
char *gh_number_format_decimal (double value, int decimals);

/** (transfer full): @value with as many decimals as it has, at most 3: "350", "1,68", "0,125": for
 * figures that somebody stated, which no rounding may change. */
char *gh_number_format_exact (double value);

/** (transfer full): "12,5 %" of @part in @whole, one decimal; "–" if @whole is 0. */
char *gh_number_format_percent (gint64 part, gint64 whole);

/** (transfer full): @value (0 or more) in words, first letter in upper case: "Ba mươi lăm triệu":
 * Vietnamese, for the line under a sum of money. */
char *gh_number_in_words (gint64 value);

/**
 * gh_number_parse: reads a figure as Vietnamese offices write it: "1.450" (thousands), "168,8"
 * (decimal), "2,4 ngàn", "1 triệu", "07", "1 000". Surrounding spaces allowed, other words not.
 * Returns: whether it is a number
 */
gboolean gh_number_parse (const char *text, double *value);

/** As gh_number_parse() for a whole number ≥ 0 within int range. */
gboolean gh_number_parse_count (const char *text, gint64 *value);
