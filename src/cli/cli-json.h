/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

/**
 * CliJson: writes one JSON document as text, two spaces a level. Members take a name inside of an
 * object and %NULL inside of an array. Locale-independent; texts are UTF-8.
 */
typedef struct
{
  GString *text;
  int depth;
  gboolean first; /* nothing stands yet in what is open */
} CliJson;

CliJson *cli_json_new (void);
void cli_json_free (CliJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliJson, cli_json_free)

void cli_json_begin (CliJson *json, const char *name, char bracket);
void cli_json_end (CliJson *json, char bracket);
void cli_json_null (CliJson *json, const char *name);
void cli_json_bool (CliJson *json, const char *name, gboolean value);
void cli_json_int (CliJson *json, const char *name, gint64 value);
/** null where nothing is known (below 0). */
void cli_json_count (CliJson *json, const char *name, gint64 value);
/** A count in tenths as a decimal: 1688 → 168.8; null below 0. */
void cli_json_tenths (CliJson *json, const char *name, gint64 tenths);
void cli_json_double (CliJson *json, const char *name, double value);
/** %NULL → null. */
void cli_json_string (CliJson *json, const char *name, const char *value);
/** As cli_json_string(), and "" → null: what was left blank. */
void cli_json_text (CliJson *json, const char *name, const char *value);
/** "2027-02-06", null for 0. */
void cli_json_day (CliJson *json, const char *name, guint32 day);
/** "start" and "end" as ISO dates. */
void cli_json_period (CliJson *json, const GhDateSpan *span);
/** "07:30", null if negative. */
void cli_json_minute (CliJson *json, const char *name, int minute);

/** The document with its line end. */
const char *cli_json_get_text (CliJson *json);
