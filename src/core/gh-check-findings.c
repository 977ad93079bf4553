/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

/* What the rules have found so far. */

/* A finding with its place, to sort by. */
typedef struct
{
  GhFinding *finding;
  int order;
  guint serial;
} Placed;

void
gh_check_begin_findings (GhCheck *check)
{
  check->findings = g_array_new (FALSE, FALSE, sizeof (Placed));
}

/* Takes @message. */
static GhFinding *
place_finding (GhCheck *check,
               GhSeverity severity,
               const char *code,
               const GhPlace *place,
               int order,
               const char *where,
               char *message)
{
  GhFinding *finding = g_new0 (GhFinding, 1);
  Placed placed = { finding, order, check->findings->len };

  finding->severity = severity;
  finding->code = code;
  finding->place = *place;
  finding->where = g_strdup (where);
  finding->message = message;
  g_array_append_val (check->findings, placed);
  return finding;
}

static int
order_of_part (GhPart part)
{
  if (part == GH_PART_HEADER)
    return GH_ORDER_HEADER;
  if (part == GH_PART_RECIPIENT)
    return GH_ORDER_RECIPIENTS;
  return part == GH_PART_SIGNATURE ? GH_ORDER_SIGNATURE : GH_ORDER_DATA;
}

GhFinding *
gh_check_add_at (GhCheck *check,
                 GhSeverity severity,
                 const char *code,
                 GhPart part,
                 GhPlanField field,
                 const char *where,
                 const char *format,
                 ...)
{
  GhPlace place = GH_PLACE_INIT;
  va_list arguments;
  char *message;

  place.part = part;
  place.field = field;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return place_finding (check, severity, code, &place, order_of_part (part), where, message);
}

GhFinding *
gh_check_add (GhCheck *check,
              GhSeverity severity,
              const char *code,
              const GhPiece *piece,
              const char *format,
              ...)
{
  GhPlace place = gh_check_place (piece);
  va_list arguments;
  char *message;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return place_finding (check, severity, code, &place, piece->order, piece->where, message);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *one = a;
  const Placed *two = b;

  if (one->finding->severity != two->finding->severity)
    return one->finding->severity < two->finding->severity ? -1 : 1;
  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  return one->serial < two->serial ? -1 : one->serial > two->serial;
}

GPtrArray *
gh_check_end_findings (GhCheck *check)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);

  g_array_sort (check->findings, compare_placed);
  for (guint i = 0; i < check->findings->len; i++)
    g_ptr_array_add (findings, g_array_index (check->findings, Placed, i).finding);
  g_clear_pointer (&check->findings, g_array_unref);
  return findings;
}
