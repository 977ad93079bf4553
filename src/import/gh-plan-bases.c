/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-tail.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* "của Ban Chỉ đạo … về việc …" behind the number. */
static void
read_issuer_and_title (GhBasis *basis, const char *text)
{
  g_autofree char *low = gh_words_lower (text);
  gsize length = strlen (low);
  gsize found = 0;
  const char *of = gh_words_find (low, length, "của", &found);
  const char *about = gh_words_find (low, length, "về việc|về|v/v|ban hành|quy định", NULL);
  gsize end = length;

  if (about != NULL)
    {
      gsize skip = gh_words_begin (about, "về việc|về|v/v");

      end = (gsize) (about - low);
      g_free (basis->title);
      basis->title = gh_words_slice (text + end + skip, length - end - skip, " ,;.:/");
    }
  if (of != NULL && (gsize) (of - low) < MIN (end, 40))
    {
      gsize from = (gsize) (of - low) + found;

      g_free (basis->issuer);
      basis->issuer = gh_words_slice (text + from, end - from, " ,;.:/");
      /* "của Ban Chỉ đạo tỉnh tuyên truyền, vận động …": the title may follow without "về". */
      from = gh_plan_organisation_length (basis->issuer);
      if (from > 0)
        {
          char *name = gh_words_slice (basis->issuer, from, " ,;.:/");

          if (*basis->title == '\0')
            gh_plan_set (&basis->title, basis->issuer + from);
          g_free (basis->issuer);
          basis->issuer = name;
        }
    }
}

/* "số 44/CV-BCĐ của Ban Chỉ đạo tỉnh ngày 24/11/2014": the day of issue behind the issuer; 0 if
 * the clause names none. */
static guint32
find_late_date (const char *text, const GhPlanCitation *citation)
{
  gsize length = MIN (strcspn (text + citation->end, ";\n"), GH_WORDS_WINDOW);
  g_autofree char *behind = gh_words_slice (text + citation->end, length, "");
  g_autofree char *low = gh_words_lower (behind);
  GhPlanCitation *next = gh_plan_citation_find (behind, 0);
  g_autoptr (GPtrArray) dates = NULL;
  const GhDateMatch *match;
  gsize end = strlen (behind);

  if (next != NULL)
    end = next->start;
  gh_plan_citation_free (next);
  dates = gh_date_scan (behind, 0);
  if (dates->len == 0)
    return 0;
  match = dates->pdata[0];
  return match->problem == NULL && match->has_year && match->offset < end &&
             match->span.precision == GH_PRECISION_DAY &&
             gh_text_begins (low + match->offset, "ngày")
           ? match->span.start
           : 0;
}

static GhBasis *
make_basis (const char *text)
{
  GhBasis *basis = gh_basis_new (text);
  GhPlanCitation *citation = gh_plan_citation_find (text, 0);
  g_autofree char *low = gh_words_lower (text);

  if (citation != NULL)
    {
      gh_plan_set (&basis->number, citation->number);
      basis->date = citation->date != 0 ? citation->date : find_late_date (text, citation);
      read_issuer_and_title (basis, text + citation->end);
      gh_plan_citation_free (citation);
    }
  else
    {
      const GhPlanCitation none = { 0 };

      /* "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015": older laws are
       * told by their day. */
      if (gh_words_has (low, "luật|pháp lệnh|bộ luật"))
        basis->date = find_late_date (text, &none);
      read_issuer_and_title (basis, text);
    }
  return basis;
}

/* Whether the words at @text are the introduction: a body that makes the plan. */
static gboolean
is_introduction (const char *text)
{
  g_autofree char *head = NULL;
  g_autofree char *low = NULL;

  text = gh_words_skip (text);
  if (!gh_plan_is_organisation (text))
    return FALSE;
  head = gh_words_head (text, 2 * GH_WORDS_WINDOW);
  low = gh_words_lower (head);
  return gh_words_has (low, "xây dựng|ban hành|tổ chức|triển khai|lập kế hoạch|đề ra|kế hoạch|"
                            "như sau");
}

/* Where the introduction begins in a base that holds both, 0 if it does not. */
static gsize
introduction_offset (const char *text)
{
  static const char *const joins[] = { "; ", ". ", "., ", ";, ", ", " };

  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    for (const char *p = strstr (text, joins[i]); p != NULL; p = strstr (p + 1, joins[i]))
      {
        const char *next = p + strlen (joins[i]);
        g_autofree char *head = NULL;
        g_autofree char *low = NULL;

        if (!g_unichar_isupper (g_utf8_get_char (gh_words_skip (next))) || !is_introduction (next))
          continue;
        /* Behind a mere comma the verb must follow the body itself. */
        head = gh_words_head (next, 2 * GH_WORDS_WINDOW);
        low = gh_words_lower (head);
        if (joins[i][0] == ',' &&
            (gh_plan_organisation_length (next) == 0 ||
             !(strstr (low, "xây dựng") || strstr (low, "ban hành") || strstr (low, "như sau"))))
          continue;
        return (gsize) (next - text);
      }
  return 0;
}

/* Whether line @i goes on with the base @text, whose last line is @last_line. */
static gboolean
base_goes_on (const GhPlanReader *reader, guint i, const GString *text, const char *last_line)
{
  const GhPlanLine *line = reader->lines->pdata[i];
  const char *rest = NULL;
  g_autofree char *number = NULL;
  int depth = 0;

  if (strchr (";.:", (int) gh_words_last_char (text->str)) != NULL || text->len > 4000)
    return FALSE;
  if (gh_words_begins_small (line->text))
    return TRUE;
  if (line->gap || gh_plan_is_basis (line->text) ||
      gh_plan_mark_parse (line->text, &number, &depth, &rest) != GH_PLAN_MARK_NONE)
    return FALSE;
  /* "… Quyết định số 12/QĐ-" ⏎ "UBND …" */
  if (strchr ("-/", (int) gh_words_last_char (last_line)) != NULL)
    return TRUE;
  return gh_plan_is_full_line (last_line, reader->wrap);
}

/* The whole base from line @i on: lines that go on with it are joined. */
static char *
join_basis (const GhPlanReader *reader, guint *i)
{
  const char *last_line = gh_plan_line_text (reader->lines, *i);
  const char *rest = last_line;
  g_autofree char *number = NULL;
  GString *text;
  int depth = 0;

  gh_plan_mark_parse (last_line, &number, &depth, &rest);
  text = g_string_new (rest);
  for ((*i)++; *i < reader->tail && base_goes_on (reader, *i, text, last_line); (*i)++)
    {
      last_line = gh_plan_line_text (reader->lines, *i);
      gh_plan_append_line (text, last_line);
    }
  return g_string_free (text, FALSE);
}

/* Puts @text in front of the body as a line of its own. */
static void
give_back (GhPlanReader *reader, guint *at, const char *text)
{
  GhPlanLine *before = reader->lines->pdata[*at - 1];
  GhPlanLine *line = gh_plan_line_new (text, before->number, TRUE);

  (*at)--;
  gh_plan_line_free (before);
  reader->lines->pdata[*at] = line;
}

void
gh_plan_read_bases (GhPlanReader *reader)
{
  guint i = reader->body;

  /* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH": who decides stands over the bases of a decision. */
  if (i + 1 < reader->tail && gh_plan_is_post (gh_plan_line_text (reader->lines, i)) &&
      gh_plan_is_basis (gh_plan_line_text (reader->lines, i + 1)))
    gh_plan_add_note (&reader->plan->header_note, gh_plan_line_text (reader->lines, i++));
  /* Before a base gives its second half back to the body, as a line of its own width. */
  reader->wrap = gh_plan_lines_wrap (reader->lines, reader->body, reader->tail);
  while (i < reader->tail && gh_plan_is_basis (gh_plan_line_text (reader->lines, i)))
    {
      guint from = i;
      g_autofree char *joined = join_basis (reader, &i);
      g_autofree char *text = gh_text_squeeze (joined);
      gsize split = introduction_offset (text);
      g_autofree char *low = gh_words_lower (text);
      g_autofree char *head = NULL;

      if (split == 0 && gh_words_has (low, "như sau") && gh_words_last_char (text) == ':')
        {
          i = from; /* base and introduction that cannot be parted: it stays a paragraph */
          break;
        }
      head = g_strndup (text, split > 0 ? split : strlen (text));
      g_ptr_array_add (reader->plan->bases, make_basis (g_strchomp (head)));
      if (split > 0)
        {
          give_back (reader, &i, text + split);
          break;
        }
    }
  reader->body = i;
}

/* A number that a plan cites in its text, with date, is a base too, but not printed as one. */
static void
cite (GhPlan *plan, const char *text, const GhPlanCitation *citation)
{
  gsize start = 0;
  gsize end = 0;
  g_autofree char *sentence = NULL;
  GhBasis *basis;

  g_autofree char *own = g_strdup_printf ("%s/%s", plan->number, plan->symbol);

  if (g_str_equal (own, citation->number)) /* "(Kèm theo Kế hoạch số …)" */
    return;
  for (guint i = 0; i < plan->bases->len; i++)
    if (g_str_equal (((const GhBasis *) plan->bases->pdata[i])->number, citation->number))
      return;
  gh_words_sentence (text, citation->start, &start, &end);
  sentence = gh_words_slice (text + start, end - start, " ");
  basis = gh_basis_new (sentence);
  basis->cited = TRUE;
  basis->date = citation->date;
  gh_plan_set (&basis->number, citation->number);
  if (end > citation->end)
    {
      g_autofree char *behind = g_strndup (text + citation->end, end - citation->end);

      read_issuer_and_title (basis, behind);
    }
  g_ptr_array_add (plan->bases, basis);
}

/* Whether "số" stands before the number at @start. */
static gboolean
is_named_number (const char *text, gsize start)
{
  while (start > 0 && strchr (" :*", text[start - 1]) != NULL)
    start--;
  return start >= strlen ("số") && strncmp (text + start - strlen ("số"), "số", strlen ("số")) == 0;
}

/* @basis: @text is a base: numbers in it count without a date, too. */
static void
cite_all (GhPlan *plan, const char *text, gboolean basis)
{
  gsize from = 0;

  while (plan->bases->len < 200)
    {
      GhPlanCitation *citation = gh_plan_citation_find (text, from);

      if (citation == NULL)
        break;
      from = citation->end;
      if (basis && citation->date == 0)
        citation->date = find_late_date (text, citation);
      if (citation->date != 0 || (basis && is_named_number (text, citation->start)))
        cite (plan, text, citation);
      gh_plan_citation_free (citation);
    }
}

void
gh_plan_read_cited (GhPlanReader *reader)
{
  GhPlan *plan = reader->plan;
  guint n_bases = plan->bases->len;

  /* "Thực hiện Quyết định số … và Hướng dẫn số …": the second one of a base. */
  for (guint i = 0; i < n_bases; i++)
    {
      g_autofree char *text = g_strdup (((const GhBasis *) plan->bases->pdata[i])->text);

      cite_all (plan, text, TRUE);
    }
  for (guint i = 0; i < plan->blocks->len && plan->bases->len < 200; i++)
    cite_all (plan, ((const GhBlock *) plan->blocks->pdata[i])->text, FALSE);
}
