/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <string.h>

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
  finding->quote = g_strdup ("");
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
  GhFinding *finding;
  va_list arguments;
  char *message;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding = place_finding (check, severity, code, &place, piece->order, piece->where, message);
  gh_check_quote (finding, piece, 0);
  return finding;
}

/* A sentence, or so much of one as a clerk needs to know it again. */
#define MAX_QUOTE 400

static gboolean
ends_sentence (const char *at)
{
  return *at == '\n' || *at == '\t' ||
         (strchr (".;!?", *at) != NULL && (at[1] == ' ' || at[1] == '\0'));
}

void
gh_check_quote (GhFinding *finding, const GhPiece *piece, gsize offset)
{
  const char *text = piece->text;
  const char *begin = text + offset;
  const char *end = text + offset;

  while (begin > text && (gsize) (text + offset - begin) < MAX_QUOTE && !ends_sentence (begin - 1))
    begin--;
  while (*end != '\0' && (gsize) (end - begin) < 2 * MAX_QUOTE && !ends_sentence (end))
    end++;
  if (*end != '\0' && *end != '\n' && *end != '\t' && (gsize) (end - begin) < 2 * MAX_QUOTE)
    end++;
  /* Where it had to be cut, at a whole letter. */
  while (((guchar) *begin & 0xC0) == 0x80)
    begin++;
  while (end > begin && ((guchar) *end & 0xC0) == 0x80)
    end--;
  g_free (finding->quote);
  finding->quote = g_strstrip (g_strndup (begin, (gsize) (end - begin)));
}

static gboolean
overlaps (const GhPlace *a, const GhPlace *b)
{
  return a->part == b->part && a->field == b->field && a->index == b->index && a->row == b->row &&
         a->column == b->column && a->length > 0 && a->start < b->start + b->length &&
         b->start < a->start + a->length;
}

gboolean
gh_check_is_told (const GhCheck *check, const char *code, const GhPlace *place)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const GhFinding *finding = g_array_index (check->findings, Placed, i).finding;

      if (g_str_equal (finding->code, code) && overlaps (&finding->place, place))
        return TRUE;
    }
  return FALSE;
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
