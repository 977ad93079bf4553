/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-build-private.h"

#include <string.h>

#include "gh-doc-style.h"
#include "gh-live.h"
#include "gh-number.h"
#include "gh-numbering.h"
#include "gh-text.h"

/* A khoản whose "title" is a whole sentence is one without a title, and upright (Mục II.6.d). */
#define MAX_TITLE_LETTERS 200
/* A table of more columns lies across in its appendix. */
#define MAX_PORTRAIT_COLUMNS 6
/* The header's left column; the right one holds Quốc hiệu at its size on one line. Where the place
 * has a long name the left one gives way, or the date would stand on two lines. */
#define HEADER_LEFT_SHARE     0.44
#define MIN_HEADER_LEFT_SHARE 0.34

#define TEXT_WIDTH_PT GH_MM_TO_PT (GH_PAPER_WIDTH_MM - GH_MARGIN_LEFT_MM - GH_MARGIN_RIGHT_MM)
#define TEXT_WIDTH_ACROSS_PT                                                                       \
  GH_MM_TO_PT (GH_PAPER_HEIGHT_MM - GH_MARGIN_LEFT_MM - GH_MARGIN_RIGHT_MM)

GhDocNode *
gh_doc_build_add (GPtrArray *nodes, GhDocRole role, const char *marked_text)
{
  g_autoptr (GhDocNode) node = gh_doc_paragraph_new (role, marked_text);
  GhDocNode *added;

  if (gh_doc_node_is_empty (node))
    return NULL;
  added = g_steal_pointer (&node);
  g_ptr_array_add (nodes, added);
  return added;
}

static GhDocNode *
add_upper (GPtrArray *nodes, GhDocRole role, const char *text)
{
  g_autofree char *upper = gh_text_upper (text);

  return gh_doc_build_add (nodes, role, upper);
}

/* "1" of a block's number as it is printed before its text: "1. ", "a) ", "- ". */
static char *
join_number (const char *number, const char *text)
{
  gunichar last;

  if (number[0] == '\0')
    return g_strdup (text);
  last = g_utf8_get_char (g_utf8_prev_char (number + strlen (number)));
  return g_strdup_printf (g_unichar_isalnum (last) ? "%s. %s" : "%s %s", number, text);
}

static GhDocNode *
add_numbered (GPtrArray *nodes, GhDocRole role, const GhBlock *block)
{
  g_autofree char *text = join_number (block->number, block->text);
  g_autofree char *prefix = join_number (block->number, "");
  GhDocNode *node = gh_doc_build_add (nodes, role, text);

  if (node != NULL)
    gh_doc_node_set_number (node, block->number, prefix,
                            block->kind == GH_BLOCK_HEADING ? MAX (block->level, 1) : 0);
  return node;
}

static void
add_nation (GPtrArray *nodes, const GhPlan *plan)
{
  if (plan->profile == GH_PROFILE_UNION)
    {
      /* Documents of the Party and of the Youth Union bear its name in the place of Quốc hiệu. */
      gh_doc_build_add (nodes, GH_DOC_MOTTO,
                        gh_plan_is_of_party (plan) ? GH_PLAN_PARTY : "ĐOÀN TNCS HỒ CHÍ MINH");
      return;
    }
  gh_doc_build_add (nodes, GH_DOC_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  gh_doc_build_add (nodes, GH_DOC_MOTTO, "Độc lập - Tự do - Hạnh phúc");
}

static double
share_header (const char *issue_line)
{
  double size = gh_doc_style_get (GH_DOC_PLACE_DATE)->size_pt;
  /* Slanted letters are not quite as wide as upright ones. */
  double need = 1.03 * gh_doc_style_text_width (issue_line, size, FALSE);

  return CLAMP (1 - need / TEXT_WIDTH_PT, MIN_HEADER_LEFT_SHARE, HEADER_LEFT_SHARE);
}

void
gh_doc_build_header (GhDoc *doc, const GhPlan *plan, gboolean numbered)
{
  const char *place = plan->place[0] != '\0' ? plan->place : "…";
  g_autofree char *number = gh_plan_number_line (plan);
  g_autofree char *issued =
    numbered ? gh_plan_issue_line (plan) : g_strdup_printf ("%s, ngày … tháng … năm …", place);
  double share = share_header (issued);
  GhDocNode *names = gh_doc_columns_new (share);
  GhDocNode *dates = gh_doc_columns_new (share);
  GhDocNode *node;

  add_upper (names->left, GH_DOC_PARENT_ISSUER, plan->parent_issuer);
  node = add_upper (names->left, GH_DOC_ISSUER, plan->issuer);
  if (node != NULL && plan->profile == GH_PROFILE_UNION)
    {
      node->bare = TRUE;
      gh_doc_build_add (names->left, GH_DOC_NUMBER, "***");
    }
  add_nation (names->right, plan);

  if (numbered)
    gh_doc_build_add (dates->left, GH_DOC_NUMBER, number);
  gh_doc_build_add (dates->right, GH_DOC_PLACE_DATE, issued);
  g_ptr_array_add (doc->nodes, names);
  g_ptr_array_add (doc->nodes, dates);
}

static void
add_lines (GPtrArray *nodes, GhDocRole role, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    gh_doc_build_add (nodes, role, *line);
}

/* But for the name of the Party, which stands in the header. */
static void
add_header_note (GPtrArray *nodes, const GhPlan *plan)
{
  g_auto (GStrv) lines = g_strsplit (plan->header_note, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (plan->profile != GH_PROFILE_UNION || !gh_plan_is_party_line (*line))
      gh_doc_build_add (nodes, GH_DOC_BODY, *line);
}

/* Whether the text ends like a line of a list already. */
static gboolean
has_end (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && (text[length - 1] == '*' || g_ascii_isspace (text[length - 1])))
    length--;
  return length > 0 && strchr (";.,:!?", text[length - 1]) != NULL;
}

static void
add_bases (GhDoc *doc, const GhPlan *plan)
{
  guint last = 0;

  for (guint i = 0; i < plan->bases->len; i++)
    if (!((const GhBasis *) g_ptr_array_index (plan->bases, i))->cited)
      last = i;
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);
      const char *end = has_end (basis->text) ? "" : i == last ? "." : ";";
      g_autofree char *text = g_strconcat (basis->text, end, NULL);

      if (!basis->cited && basis->text[0] != '\0')
        gh_doc_build_add (doc->nodes, GH_DOC_BASIS, text);
    }
}

static void
add_recipients (GPtrArray *nodes, const GhPlan *plan)
{
  if (plan->recipients->len == 0 && plan->recipients_note[0] == '\0')
    return;
  gh_doc_build_add (nodes, GH_DOC_RECIPIENTS_HEAD, "Nơi nhận:");
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);
      g_autofree char *purpose = recipient->purpose[0] != '\0'
                                   ? g_strdup_printf (" (%s)", recipient->purpose)
                                   : g_strdup ("");
      gboolean ended = recipient->purpose[0] == '\0' && has_end (recipient->name);
      const char *end = ended ? "" : i + 1 == plan->recipients->len ? "." : ";";
      g_autofree char *text = g_strdup_printf ("- %s%s%s", recipient->name, purpose, end);

      gh_doc_build_add (nodes, GH_DOC_RECIPIENT, text);
    }
  add_lines (nodes, GH_DOC_RECIPIENT, plan->recipients_note);
}

void
gh_doc_build_signature (GhDoc *doc, const GhPlan *plan, gboolean recipients)
{
  GhDocNode *node = gh_doc_columns_new (0.5);
  gboolean signed_by = plan->authority[0] != '\0' || plan->signer_role[0] != '\0' ||
                       plan->signer_post[0] != '\0' || plan->signer_name[0] != '\0';

  if (recipients)
    add_recipients (node->left, plan);
  if (signed_by || plan->signature_mark[0] != '\0')
    {
      add_upper (node->right, GH_DOC_AUTHORITY, plan->authority);
      add_upper (node->right, GH_DOC_AUTHORITY, plan->signer_role);
      g_ptr_array_add (node->right,
                       gh_doc_paragraph_new (GH_DOC_SIGNATURE_SPACE, plan->signature_mark));
      add_upper (node->right, GH_DOC_SIGNER_POST, plan->signer_post);
      gh_doc_build_add (node->right, GH_DOC_SIGNER_NAME, plan->signer_name);
    }
  if (node->left->len + node->right->len > 0)
    g_ptr_array_add (doc->nodes, node);
  else
    gh_doc_node_free (node);
}

static GhDocRole
get_heading_role (const GhBlock *block)
{
  if (block->level >= 2 && g_utf8_strlen (block->text, -1) > MAX_TITLE_LETTERS)
    return GH_DOC_ITEM;
  return block->level <= 1   ? GH_DOC_PART
         : block->level == 2 ? GH_DOC_CLAUSE_TITLE
                             : GH_DOC_SUBCLAUSE_TITLE;
}

static void
add_block (GhDoc *doc, const GhBlock *block, int source, double width_pt)
{
  GhDocNode *node = NULL;

  switch (block->kind)
    {
    case GH_BLOCK_HEADING:
      node = add_numbered (doc->nodes, get_heading_role (block), block);
      break;
    case GH_BLOCK_ITEM:
      node = add_numbered (doc->nodes, GH_DOC_ITEM, block);
      break;
    case GH_BLOCK_TABLE:
      gh_doc_build_add (doc->nodes, GH_DOC_CAPTION, block->text);
      node = block->rows != NULL ? gh_doc_build_table (block->rows, width_pt) : NULL;
      if (node != NULL)
        g_ptr_array_add (doc->nodes, node);
      break;
    case GH_BLOCK_PAGE_BREAK:
      g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
      break;
    case GH_BLOCK_PARAGRAPH:
    case GH_BLOCK_LIVE: /* resolved before; what is left is printed as it is */
    case GH_BLOCK_APPENDIX:
    default:
      node = add_numbered (doc->nodes, GH_DOC_BODY, block);
      break;
    }
  if (node != NULL)
    {
      node->source = source;
      node->level = MAX (block->level - 1, 0);
    }
}

static guint
count_columns (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (rows, i)));
  return n;
}

/* Whether the appendix that begins at block @from has a table too wide for an upright page. */
static gboolean
is_wide (const GPtrArray *blocks, guint from)
{
  for (guint i = from + 1; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (count_columns (block->rows) > MAX_PORTRAIT_COLUMNS)
        return TRUE;
    }
  return FALSE;
}

/* "(Kèm theo Kế hoạch số 05/KH-BCĐ ngày … của …)", Phụ lục I, Mẫu 2.1. */
static char *
format_attached (const GhPlan *plan)
{
  g_autofree char *lower = g_utf8_strdown (plan->document_kind, -1);
  const char *rest = *lower != '\0' ? g_utf8_next_char (lower) : lower;
  g_autofree char *first = g_utf8_strup (lower, rest - lower);
  g_autofree char *number = gh_plan_format_number (plan);
  g_autofree char *date = gh_plan_format_date (plan);

  return g_strdup_printf ("(Kèm theo %s%s số %s %s của %s)", first, rest, number, date,
                          plan->issuer[0] != '\0' ? plan->issuer : "…");
}

static gboolean
begins_folded (const char *text, const char *begin)
{
  g_autofree char *plain = gh_text_strip_marks (text);
  g_autofree char *folded = gh_text_fold (plain);

  return g_str_has_prefix (g_strchug (folded), begin);
}

/* Head, title and note; a plan that writes them itself keeps its own words. @index: from 1. */
static void
add_appendix (GhDoc *doc, const GhPlan *plan, guint block_index, int source, guint index, guint n)
{
  const GhBlock *block = g_ptr_array_index (plan->blocks, block_index);
  const GhBlock *next =
    block_index + 1 < plan->blocks->len ? g_ptr_array_index (plan->blocks, block_index + 1) : NULL;
  g_autofree char *roman = gh_numbering_roman ((int) index);
  g_autofree char *head = NULL;
  g_autofree char *note = NULL;
  GhDocNode *node;
  gboolean own = block->number[0] == '\0' && begins_folded (block->text, "phu luc");

  g_ptr_array_add (doc->nodes, gh_doc_page_break_new (is_wide (plan->blocks, block_index)));
  if (own || begins_folded (block->number, "phu luc"))
    head = g_strdup (own ? block->text : block->number);
  else if (block->number[0] != '\0')
    head = g_strconcat ("Phụ lục ", block->number, NULL);
  else
    head = n > 1 ? g_strconcat ("Phụ lục ", roman, NULL) : g_strdup ("Phụ lục");
  node = gh_doc_build_add (doc->nodes, GH_DOC_APPENDIX_HEAD, head);
  if (node != NULL)
    node->source = source;
  if (!own)
    {
      node = add_upper (doc->nodes, GH_DOC_APPENDIX_TITLE, block->text);
      if (node != NULL)
        node->source = source;
    }
  if (next == NULL || !begins_folded (next->text, "(kem theo"))
    {
      note = format_attached (plan);
      gh_doc_build_add (doc->nodes, GH_DOC_APPENDIX_NOTE, note);
    }
}

static guint
count_appendices (const GhPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->blocks->len; i++)
    if (((const GhBlock *) g_ptr_array_index (plan->blocks, i))->kind == GH_BLOCK_APPENDIX)
      n++;
  return n;
}

static void
add_appendices (GhDoc *doc, const GhPlan *plan, guint from, const GArray *sources)
{
  guint n = count_appendices (plan);
  guint index = 0;
  double width = TEXT_WIDTH_PT;

  for (guint i = from; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);
      int source = (int) g_array_index (sources, guint, i);

      if (block->kind == GH_BLOCK_APPENDIX)
        {
          add_appendix (doc, plan, i, source, ++index, n);
          width = is_wide (plan->blocks, i) ? TEXT_WIDTH_ACROSS_PT : TEXT_WIDTH_PT;
        }
      else if (begins_folded (block->text, "(kem theo"))
        {
          GhDocNode *node = gh_doc_build_add (doc->nodes, GH_DOC_APPENDIX_NOTE, block->text);

          if (node != NULL)
            node->source = source;
        }
      else
        add_block (doc, block, source, width);
    }
}

static GhDoc *
build_plan (const GhPlan *plan, const GArray *sources)
{
  g_autofree char *plain = gh_text_strip_marks (plan->title);
  g_autofree char *title = g_strstrip (g_strconcat (plan->document_kind, " ", plain, NULL));
  GhDoc *doc = gh_doc_new (title, plan->issuer);
  guint i = 0;

  gh_doc_build_header (doc, plan, TRUE);
  add_header_note (doc->nodes, plan);
  add_upper (doc->nodes, GH_DOC_KIND, plan->document_kind);
  gh_doc_build_add (doc->nodes, GH_DOC_TITLE, plan->title);
  add_bases (doc, plan);
  for (; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      add_block (doc, block, (int) g_array_index (sources, guint, i), TEXT_WIDTH_PT);
    }
  gh_doc_build_signature (doc, plan, TRUE);
  add_lines (doc->nodes, GH_DOC_BODY, plan->tail_note);
  add_appendices (doc, plan, i, sources);
  return doc;
}

GhDoc *
gh_doc_build_plan (const GhSummary *summary)
{
  g_autoptr (GArray) sources = NULL;
  g_autoptr (GhPlan) plan = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  plan = gh_live_resolve (summary, &sources);
  return build_plan (plan, sources);
}
