/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* One event told in several places: its name and its date have to agree. */

/* A name in quotation marks, with the date beside it. */
typedef struct
{
  const GhPiece *piece;
  gsize offset;             /* of the name in the piece */
  const GhDateMatch *match; /* of the date beside it, or NULL */
  char *name;               /* as written */
  char *fold;               /* folded, usual abbreviations written out, without figures */
  char **words;             /* of @fold */
  GhDateSpan span;          /* empty if none stands beside it */
  char *date;               /* as written, "" if none */
} Mention;

static void
mention_clear (gpointer data)
{
  Mention *mention = data;

  g_free (mention->name);
  g_free (mention->fold);
  g_strfreev (mention->words);
  g_free (mention->date);
}

/* Marks, figures and usual abbreviations do not make another name. */
static char *
name_key (const char *name)
{
  static const char *const short_forms[][2] = {
    { "hmtn", "hien mau tinh nguyen" },
    { "ctd", "chu thap do" },
    { "bcd", "ban chi dao" },
    { "hssv", "hoc sinh sinh vien" },
    { "hs", "hoc sinh" },
    { "sv", "sinh vien" },
    { "tw", "trung uong" },
    { "vn", "viet nam" },
  };
  g_autofree char *fold = gh_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (fold, " ,.;:()/-\"'", -1);
  g_autoptr (GString) key = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (*word == '\0' || g_ascii_isdigit (*word))
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (short_forms); k++)
        if (g_str_equal (word, short_forms[k][0]))
          word = short_forms[k][1];
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, word);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The words before the name say that something else about it is dated: its launch, its review. */
static gboolean
is_other_act (const char *text, gsize name_offset)
{
  gsize start;
  gsize end;
  g_autofree char *before = NULL;
  g_autofree char *fold = NULL;

  gh_check_sentence (text, name_offset, &start, &end);
  before = g_strndup (text + start, name_offset - start);
  fold = gh_text_fold (before);
  return gh_check_has_word (fold, "phat dong|so ket|tong ket|khai mac|be mac|chuan bi|bao cao|"
                                  "ket qua|dang ky|ke hoach|huong ung|chao mung|ky niem|danh sach");
}

/* The date that belongs to a name: in a row its cell of dates, else the next one close behind. */
static const GhDateMatch *
date_of_name (const GhPiece *piece, gsize from, gsize next_name)
{
  const GhDateMatch *found = NULL;
  gsize start;
  gsize end;

  gh_check_sentence (piece->text, from, &start, &end);
  for (guint i = 0; i < piece->dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);

      if (match->offset < from || match->problem != NULL || match->deadline ||
          gh_check_is_citation (piece, match))
        continue;
      if (piece->kind == GH_PIECE_ROW)
        {
          /* The cell of dates is a cell of its own; the date in the name comes before it. */
          if (match->offset > 0 && piece->text[match->offset - 1] == '\t')
            return match;
          continue;
        }
      if (match->offset >= end || match->offset >= next_name || match->offset - from > 60)
        break;
      if (found == NULL)
        found = match;
    }
  return found;
}

static void
add_mention (GArray *mentions, const GhPiece *piece, gsize open, gsize close, gsize next)
{
  Mention mention = { .piece = piece, .offset = open };
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  const GhDateMatch *match;

  mention.name = g_strndup (piece->text + open, close - open);
  mention.fold = name_key (mention.name);
  mention.words = g_strsplit (mention.fold, " ", -1);
  mention.span = empty;
  match = is_other_act (piece->text, open) ? NULL : date_of_name (piece, close, next);
  if (match != NULL)
    {
      mention.match = match;
      mention.span = match->span;
      mention.date = gh_check_date_text (piece, match);
    }
  else
    mention.date = g_strdup ("");
  g_array_append_val (mentions, mention);
}

/* More names than this no plan has; a hostile one does not make the comparison slow. */
#define MENTIONS_MAX 400

static GArray *
collect_mentions (GhCheck *check)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (Mention));

  g_array_set_clear_func (mentions, mention_clear);
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      const char *at = piece->text;

      if (piece->resolved == NULL || piece->live)
        continue;
      while ((at = strstr (at, "“")) != NULL && mentions->len < MENTIONS_MAX)
        {
          const char *open = at + strlen ("“");
          const char *close = strstr (open, "”");
          const char *again = strstr (open, "“");

          if (close == NULL)
            break;
          if ((again == NULL || again > close) && close - open < 300)
            add_mention (mentions, piece, (gsize) (open - piece->text),
                         (gsize) (close - piece->text),
                         again != NULL ? (gsize) (again - piece->text) : G_MAXSIZE);
          at = again != NULL && again < close ? again : close;
        }
    }
  return mentions;
}

/*
 * Alike: the same words but for the last one or two; at least four words and three fifths of the
 * longer name are the same from the beginning. "Ngày hội …" and "Ngày toàn dân …" are two days.
 */
static gboolean
is_variant (const Mention *a, const Mention *b)
{
  guint n_a = g_strv_length (a->words);
  guint n_b = g_strv_length (b->words);
  guint same = 0;

  while (same < n_a && same < n_b && g_str_equal (a->words[same], b->words[same]))
    same++;
  if (same == n_a || same == n_b) /* equal, or a short form of the other */
    return FALSE;
  return same >= 4 && same * 5 >= MAX (n_a, n_b) * 3 && n_a - same <= 2 && n_b - same <= 2;
}

static gboolean
lies_in (const GhDateSpan *inner, const GhDateSpan *outer)
{
  return inner->start >= outer->start && inner->end <= outer->end;
}

/* A day agrees with whatever holds it; of two longer times the vaguer one has to hold the other. */
static gboolean
spans_agree (const GhDateSpan *a, const GhDateSpan *b)
{
  gboolean vague_a = a->precision != GH_PRECISION_DAY && a->precision != GH_PRECISION_SPAN;
  gboolean vague_b = b->precision != GH_PRECISION_DAY && b->precision != GH_PRECISION_SPAN;

  if (a->start == b->start && a->end == b->end)
    return TRUE;
  if (a->start == a->end && lies_in (a, b))
    return TRUE;
  if (b->start == b->end && lies_in (b, a))
    return TRUE;
  return (vague_a && lies_in (b, a)) || (vague_b && lies_in (a, b));
}

static void
compare_mentions (GhCheck *check,
                  const Mention *first,
                  const Mention *later,
                  gboolean *named,
                  gboolean *dated)
{
  gboolean same = g_str_equal (first->fold, later->fold) && g_strv_length (later->words) >= 3;
  gboolean variant = is_variant (first, later);
  GhFinding *finding;
  GhMend mend;

  if (variant && !*named)
    {
      finding = gh_check_add (check, GH_SEVERITY_WARNING, "inconsistent-name", later->piece,
                              _("“%s” is called “%s” in another place. Use one name."),
                              later->name, first->name);
      gh_check_point (check, finding, later->piece, later->offset, strlen (later->name));
      mend = gh_mend_begin (check, FALSE);
      gh_mend_replace (&mend, later->piece, later->offset, strlen (later->name), first->name);
      gh_mend_end (&mend, finding, g_strdup_printf (_("Write “%s”"), first->name));
      *named = TRUE;
    }
  if ((!same && !variant) || gh_date_span_is_empty (&first->span) ||
      gh_date_span_is_empty (&later->span) || spans_agree (&first->span, &later->span) || *dated)
    return;
  finding = gh_check_add (check, GH_SEVERITY_WARNING, "inconsistent-date", later->piece,
                          _("“%s” is dated “%s” here and “%s” in another place. Make them "
                            "agree."),
                          later->name, later->date, first->date);
  gh_check_point_date (check, finding, later->piece, later->match);
  *dated = TRUE;
}

/* Folded words of the sentence, from the last "kỷ niệm" before the date on, which is the one it
 * belongs to. (transfer full) (nullable) */
static char *
fold_commemoration (const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *sentence = gh_check_sentence_fold (piece, match->offset);
  gsize start;
  gsize end;
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;
  const char *at;

  gh_check_sentence (piece->text, match->offset, &start, &end);
  words = g_strndup (piece->text + start, match->offset - start);
  before = gh_text_fold (words);
  at = g_strrstr (before, "ky niem ");
  if (at == NULL)
    at = strstr (sentence, "ky niem ");
  return at != NULL ? g_strdup (at + strlen ("ky niem ")) : NULL;
}

/* "kỷ niệm 70 năm … (27/02/1955 - 27/02/2025)" */
static void
check_anniversary (GhCheck *check, const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *words = NULL;
  const char *at;
  int years;
  int year_1;
  int month_1;
  int day_1;
  int year_2;
  int month_2;
  int day_2;

  if (match->problem != NULL || match->span.precision != GH_PRECISION_SPAN)
    return;
  words = fold_commemoration (piece, match);
  if (words == NULL)
    return;
  at = words;
  years = (int) g_ascii_strtoll (at, NULL, 10);
  at += strspn (at, "0123456789");
  gh_day_to_ymd (match->span.start, &year_1, &month_1, &day_1);
  gh_day_to_ymd (match->span.end, &year_2, &month_2, &day_2);
  if (years <= 0 || !gh_text_begins (at, " nam") || month_1 != month_2 || day_1 != day_2 ||
      year_2 - year_1 == years)
    return;
  gh_check_point_date (check,
                       gh_check_add (check, GH_SEVERITY_WARNING, "inconsistent-date", piece,
                                     _("From %d to %d are %d years, not %d. Correct one of them."),
                                     year_1, year_2, year_2 - year_1, years),
                       piece, match);
}

/* Days of "02 tháng", "3 tuần", "10 ngày" at @at and how far the dates may be off; 0 = none. */
static double
read_length (const char *at, double *slack)
{
  static const struct
  {
    const char *word;
    double days;
    double slack;
  } units[] = { { " thang", 30.4, 16 }, { " tuan", 7, 4 }, { " ngay", 1, 1.5 } };
  gint64 count;

  at += gh_text_begins (at, "vong ") ? strlen ("vong ") : 0;
  count = g_ascii_strtoll (at, NULL, 10);
  at += strspn (at, "0123456789");
  for (gsize i = 0; i < G_N_ELEMENTS (units) && count > 0 && count < 100; i++)
    if (gh_text_begins (at, units[i].word))
      {
        *slack = units[i].slack;
        return (double) count * units[i].days;
      }
  return 0;
}

/* "trong 02 tháng, từ ngày … đến ngày …": the length has to be about that of the dates. */
static void
check_length (GhCheck *check, const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *sentence = NULL;
  double days = (double) (match->span.end - match->span.start + 1);

  if (match->problem != NULL || match->span.precision != GH_PRECISION_SPAN)
    return;
  sentence = gh_check_sentence_fold (piece, match->offset);
  for (const char *at = sentence; (at = strstr (at, "trong ")) != NULL;)
    {
      double slack = 0;
      double said = read_length (at += strlen ("trong "), &slack);
      g_autofree char *date = NULL;

      if (said <= 0 || (days - said <= slack && said - days <= slack))
        continue;
      date = gh_check_date_text (piece, match);
      gh_check_point_date (
        check,
        gh_check_add (check, GH_SEVERITY_WARNING, "inconsistent-date", piece,
                      _("“%s” are %d days, which is not the length the sentence "
                        "gives. Correct one of them."),
                      date, (int) days),
        piece, match);
      return;
    }
}

/* The year in the title becomes that of the campaign, where it stands only once. */
static void
mend_title_year (GhCheck *check, GhFinding *finding, int written, int year)
{
  const char *title = check->plan->title;
  g_autofree char *before = g_strdup_printf ("%d", written);
  const char *at = strstr (title, before);
  g_autofree char *mended = NULL;
  GhMend mend;

  if (at == NULL || strstr (at + 1, before) != NULL)
    return;
  mended = g_strdup_printf ("%.*s%d%s", (int) (at - title), title, year, at + strlen (before));
  mend = gh_mend_begin (check, FALSE);
  gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_TITLE, mended);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to %d"), year));
}

static void
check_title_year (GhCheck *check)
{
  g_autofree char *title = gh_text_fold (check->plan->title);
  int year = check->dossier->campaign->year;
  const char *at = strstr (title, "nam 20");
  int written = at != NULL ? (int) g_ascii_strtoll (at + 4, NULL, 10) : 0;
  GhFinding *finding;

  if (at == NULL || year == 0 || written == year || strstr (at + 4, "nam 20") != NULL ||
      written < 2000 || written > 2099)
    return;
  finding = gh_check_add_at (check, GH_SEVERITY_WARNING, "inconsistent-date", GH_PART_HEADER,
                             GH_FIELD_TITLE, _("Title"),
                             _("The title says %d, but the campaign is of %d. Correct one of "
                               "them."),
                             written, year);
  mend_title_year (check, finding, written, year);
}

void
gh_check_events (GhCheck *check)
{
  g_autoptr (GArray) mentions = collect_mentions (check);

  for (guint i = 0; i < mentions->len; i++)
    {
      gboolean named = FALSE;
      gboolean dated = FALSE;

      for (guint k = 0; k < i; k++)
        compare_mentions (check, &g_array_index (mentions, Mention, k),
                          &g_array_index (mentions, Mention, i), &named, &dated);
    }
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len && piece->resolved != NULL; k++)
        {
          check_anniversary (check, piece, g_ptr_array_index (piece->dates, k));
          check_length (check, piece, g_ptr_array_index (piece->dates, k));
        }
    }
  check_title_year (check);
}
