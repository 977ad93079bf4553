/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-proposal-private.h"
#include "gh-text.h"

/* The text that was read, piece by piece in the order of the paper, and where in it each line was
 * understood. Facts bring the sentence they came from; they come in the order of the text, so that
 * looking for the next one begins where the last was found. */

/* Bytes that looking for sentences may read: what a hostile text makes of many facts that are
 * nowhere found. A long plan needs a few MiB. */
#define BUDGET      (64u * 1024u * 1024u)
#define DATE_BUDGET (256u * 1024u) /* of text read for dates, which is slower */
#define CELL_JOINT  " | "
#define BEGINNING   48u

typedef struct
{
  GhProposal *proposal;
  gsize budget;
  gsize date_budget;
  guint cursor; /* passage of the last fact of this group */
} Linker;

static void
passage_free (gpointer data)
{
  GhPassage *passage = data;

  g_free (passage->number);
  g_free (passage->text);
  g_free (passage);
}

static GhPassage *
add_passage (GhProposal *self, GhPassageKind kind, const char *text)
{
  GhPassage *passage;

  if (text == NULL || *text == '\0')
    return NULL;
  passage = g_new0 (GhPassage, 1);
  passage->kind = kind;
  passage->number = g_strdup ("");
  passage->text = gh_text_strip_marks (text);
  g_ptr_array_add (self->passages, passage);
  return passage;
}

static void
add_lines (GhProposal *self, GhPassageKind kind, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_passage (self, kind, lines[i]);
}

static void
add_rows (GhProposal *self, const GhBlock *block)
{
  add_passage (self, GH_PASSAGE_PARAGRAPH, block->text);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv (CELL_JOINT, g_ptr_array_index (block->rows, i));
      g_autofree char *line = g_strdelimit (g_strdup (row), "\n", ' ');

      add_passage (self, GH_PASSAGE_ROW, line);
    }
}

static void
add_block (GhProposal *self, const GhBlock *block)
{
  static const GhPassageKind kinds[] = {
    [GH_BLOCK_HEADING] = GH_PASSAGE_HEADING, [GH_BLOCK_PARAGRAPH] = GH_PASSAGE_PARAGRAPH,
    [GH_BLOCK_ITEM] = GH_PASSAGE_ITEM,       [GH_BLOCK_TABLE] = GH_PASSAGE_ROW,
    [GH_BLOCK_LIVE] = GH_PASSAGE_PARAGRAPH,  [GH_BLOCK_APPENDIX] = GH_PASSAGE_TITLE,
  };
  GhPassage *passage;

  if (block->kind == GH_BLOCK_TABLE)
    {
      add_rows (self, block);
      return;
    }
  passage =
    add_passage (self, kinds[block->kind], *block->text != '\0' ? block->text : block->number);
  if (passage == NULL)
    return;
  passage->level = block->level;
  if (*block->text != '\0')
    {
      g_free (passage->number);
      passage->number = g_strdup (block->number);
    }
}

static void
add_tail (GhProposal *self)
{
  const GhPlan *plan = self->reading->plan;

  for (guint i = 0; i < plan->recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);
      g_autofree char *text = *recipient->purpose != '\0'
                                ? g_strdup_printf ("%s (%s)", recipient->name, recipient->purpose)
                                : g_strdup (recipient->name);

      add_passage (self, GH_PASSAGE_RECIPIENT, text);
    }
  add_lines (self, GH_PASSAGE_RECIPIENT, plan->recipients_note);
  add_passage (self, GH_PASSAGE_SIGNATURE, plan->authority);
  add_passage (self, GH_PASSAGE_SIGNATURE, plan->signer_role);
  add_passage (self, GH_PASSAGE_SIGNATURE, plan->signature_mark);
  add_passage (self, GH_PASSAGE_SIGNATURE, plan->signer_post);
  add_passage (self, GH_PASSAGE_SIGNATURE, plan->signer_name);
  add_lines (self, GH_PASSAGE_PARAGRAPH, plan->tail_note);
}

static void
add_passages (GhProposal *self)
{
  const GhPlan *plan = self->reading->plan;
  guint appendix = 0;

  add_passage (self, GH_PASSAGE_HEAD, plan->parent_issuer);
  add_passage (self, GH_PASSAGE_HEAD, plan->issuer);
  if (*plan->number != '\0' || *plan->symbol != '\0')
    {
      g_autofree char *number = gh_plan_number_line (plan);

      add_passage (self, GH_PASSAGE_HEAD, number);
    }
  if (*plan->place != '\0' || plan->issue_year != 0)
    {
      g_autofree char *date = gh_plan_issue_line (plan);

      add_passage (self, GH_PASSAGE_HEAD, date);
    }
  add_lines (self, GH_PASSAGE_PARAGRAPH, plan->header_note);
  add_passage (self, GH_PASSAGE_TITLE, plan->document_kind);
  add_passage (self, GH_PASSAGE_TITLE, plan->title);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);

      if (!basis->cited)
        add_passage (self, GH_PASSAGE_BASIS, basis->text);
    }
  while (appendix < plan->blocks->len &&
         ((const GhBlock *) plan->blocks->pdata[appendix])->kind != GH_BLOCK_APPENDIX)
    add_block (self, plan->blocks->pdata[appendix++]);
  add_tail (self);
  for (; appendix < plan->blocks->len; appendix++)
    add_block (self, plan->blocks->pdata[appendix]);
}

/* --- linking ---------------------------------------------------------------------------------- */

static void
link_to (Linker *linker, GhProposalLine *line, guint passage, gsize start, gsize end)
{
  GhPassage *one = g_ptr_array_index (linker->proposal->passages, passage);

  line->passage = (int) passage;
  line->start = start;
  line->end = end;
  linker->cursor = passage;
  one->n_lines++;
}

/* What to look for, and where. */
typedef struct
{
  const char *text;
  int kind;        /* of the passage, -1 = any */
  gboolean begins; /* only where the passage begins with it; then it is about the whole of it */
} Wanted;

static gboolean
find_from (Linker *linker, GhProposalLine *line, const Wanted *wanted, guint from, guint to)
{
  const GPtrArray *passages = linker->proposal->passages;

  for (guint i = from; i < to; i++)
    {
      const GhPassage *passage = g_ptr_array_index (passages, i);
      gsize length = strlen (passage->text);
      const char *found;

      if (linker->budget < length)
        return FALSE;
      linker->budget -= length;
      if (wanted->kind >= 0 && (int) passage->kind != wanted->kind)
        continue;
      found = strstr (passage->text, wanted->text);
      if (found == NULL || (wanted->begins && found != passage->text))
        continue;
      link_to (linker, line, i, (gsize) (found - passage->text),
               wanted->begins ? length : (gsize) (found - passage->text) + strlen (wanted->text));
      return TRUE;
    }
  return FALSE;
}

static gboolean
find (Linker *linker, GhProposalLine *line, const Wanted *wanted)
{
  guint cursor = linker->cursor;

  return *wanted->text != '\0' &&
         (find_from (linker, line, wanted, cursor, linker->proposal->passages->len) ||
          find_from (linker, line, wanted, 0, cursor));
}

/* The passage of @kind that holds @text. */
static gboolean
find_in_kind (Linker *linker, GhProposalLine *line, GhPassageKind kind, const char *text)
{
  g_autofree char *plain = gh_text_strip_marks (text);

  return find (linker, line, &(Wanted){ plain, (int) kind, FALSE });
}

/* The row of a table whose cells that are not empty say @text. */
static gboolean
find_row (Linker *linker, GhProposalLine *line, const char *text)
{
  const GPtrArray *passages = linker->proposal->passages;

  for (guint i = 0; i < passages->len; i++)
    {
      const GhPassage *passage = g_ptr_array_index (passages, i);
      gsize length = strlen (passage->text);
      g_autofree char *cells = NULL;
      g_autofree char *said = NULL;

      if (passage->kind != GH_PASSAGE_ROW)
        continue;
      if (linker->budget < length)
        return FALSE;
      linker->budget -= length;
      cells = g_strdelimit (g_strdup (passage->text), CELL_JOINT, ' ');
      said = gh_text_squeeze (cells);
      if (!g_str_equal (said, text))
        continue;
      link_to (linker, line, i, 0, length);
      return TRUE;
    }
  return FALSE;
}

/* A mark that a slice has cut in two leaves its star, and rows may end earlier than the sentence:
 * then the beginning tells. */
static gboolean
find_sentence (Linker *linker, GhProposalLine *line, const char *sentence)
{
  g_autofree char *lines = g_strdelimit (g_strdup (sentence), "\n", ' ');
  g_autofree char *plain = gh_text_strip_marks (lines);
  g_autofree char *head = NULL;
  char *star;

  if (find (linker, line, &(Wanted){ plain, -1, FALSE }))
    return TRUE;
  star = strchr (plain, '*');
  head = g_strndup (plain, star != NULL ? (gsize) (star - plain) : strlen (plain));
  if (star == NULL && strlen (head) > BEGINNING)
    {
      char *cut = head + BEGINNING;

      while (((guchar) *cut & 0xC0u) == 0x80u)
        cut--;
      *cut = '\0';
    }
  g_strchomp (head);
  return (strlen (head) >= 8 && find (linker, line, &(Wanted){ head, -1, FALSE })) ||
         find_row (linker, line, plain);
}

static void
find_span (Linker *linker, GhProposalLine *line, const GhDateSpan *span)
{
  const GPtrArray *passages = linker->proposal->passages;
  int year = linker->proposal->reading->campaign->year;

  for (guint i = 0; i < passages->len && !gh_date_span_is_empty (span); i++)
    {
      const GhPassage *passage = g_ptr_array_index (passages, i);
      g_autoptr (GPtrArray) dates = NULL;
      gsize length = strlen (passage->text);

      if (linker->date_budget < length)
        return;
      linker->date_budget -= length;
      dates = gh_date_scan (passage->text, year);
      for (guint k = 0; k < dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (dates, k);

          if (match->problem != NULL || match->span.start != span->start ||
              match->span.end != span->end)
            continue;
          link_to (linker, line, i, match->offset, match->offset + match->length);
          return;
        }
    }
}

static void
link_head (Linker *linker, GhProposalLine *line)
{
  const GhPlan *plan = linker->proposal->reading->plan;
  const GhCampaign *campaign = linker->proposal->reading->campaign;
  const GhSlot *slot = &line->head->slot;
  g_autofree char *date = NULL;

  if (*line->original[0] == '\0')
    return;
  if (slot->kind == GH_SLOT_SPAN)
    find_span (linker, line, &campaign->period);
  else if (slot->kind == GH_SLOT_ISSUE)
    {
      date = gh_plan_format_date (plan);
      find_in_kind (linker, line, GH_PASSAGE_HEAD, date);
    }
  else if (line->head->of_campaign && slot->offset == G_STRUCT_OFFSET (GhCampaign, theme))
    find_sentence (linker, line, campaign->theme);
  else if (line->head->of_campaign || slot->offset == G_STRUCT_OFFSET (GhPlan, title))
    find_in_kind (linker, line, GH_PASSAGE_TITLE, plan->title);
  else
    find_in_kind (linker, line, line->head->signature ? GH_PASSAGE_SIGNATURE : GH_PASSAGE_HEAD,
                  line->original[0]);
}

/* What a message quotes. */
static void
link_problem (Linker *linker, GhProposalLine *line)
{
  const char *message = ((const GhProblem *) line->element)->message;
  const char *open = strstr (message, "“");
  const char *close = open != NULL ? strstr (open, "”") : NULL;
  g_autofree char *quoted = NULL;

  if (close == NULL)
    return;
  open += strlen ("“");
  quoted = g_strndup (open, (gsize) (close - open));
  if (g_str_has_suffix (quoted, "…"))
    quoted[strlen (quoted) - strlen ("…")] = '\0';
  linker->cursor = 0;
  find (linker, line, &(Wanted){ quoted, -1, FALSE });
}

static void
link_line (Linker *linker, GhProposalLine *line)
{
  const GhBasis *basis = line->element;
  const GhAwardReading *award = line->element;

  if (line->head != NULL)
    link_head (linker, line);
  else if (line->group == GH_PROPOSAL_PROBLEMS)
    link_problem (linker, line);
  else if (line->group == GH_PROPOSAL_BASES && basis->cited)
    find_sentence (linker, line, *basis->text != '\0' ? basis->text : basis->number);
  else if (line->group == GH_PROPOSAL_BASES)
    find_in_kind (linker, line, GH_PASSAGE_BASIS, basis->text);
  else if (line->group == GH_PROPOSAL_TARGETS)
    find_sentence (linker, line, ((const GhTarget *) line->element)->text);
  else if (line->type == &_gh_line_activity)
    find_sentence (linker, line, ((const GhActivity *) line->element)->text);
  else if (line->group == GH_PROPOSAL_TASKS)
    find_sentence (linker, line, ((const GhTask *) line->element)->text);
  else if (line->group == GH_PROPOSAL_AWARDS)
    find (linker, line, &(Wanted){ award->name != NULL ? award->name : "", -1, TRUE });
  else
    find_in_kind (linker, line, GH_PASSAGE_RECIPIENT, ((const GhRecipient *) line->element)->name);
}

void
_gh_proposal_link (GhProposal *self)
{
  Linker linker = { self, BUDGET, DATE_BUDGET, 0 };
  GhProposalGroup group = GH_PROPOSAL_PROBLEMS;

  self->passages = g_ptr_array_new_with_free_func (passage_free);
  add_passages (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->group != group)
        linker.cursor = 0;
      group = line->group;
      link_line (&linker, line);
    }
}
