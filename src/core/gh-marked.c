/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-marked.h"

#include <string.h>

/* No key is longer; looking no further keeps the cost linear in a text full of braces. */
#define KEY_MAX 64

#define BOLD   1u
#define ITALIC 2u

/* --- marks ----------------------------------------------------------------------------------- */

/* A mark of one (italic) or two (bold) stars that waits for its partner. */
#define NO_MARK G_MAXSIZE

/* Whether the run of stars at @run ending before @end touches a word on that side. */
static void
judge_stars (const char *text, const char *run, const char *end, gboolean *opens, gboolean *closes)
{
  gboolean between_digits =
    run > text && g_ascii_isdigit (run[-1]) && g_ascii_isdigit (*end) && end - run == 1;

  *opens = *end != '\0' && !g_ascii_isspace (*end) && !between_digits;
  *closes = run > text && !g_ascii_isspace (run[-1]) && !between_digits;
}

/* Pairs @stars at @offset with what waits in @open, or lets them wait. */
static void
pair_stars (GArray *marks, gsize offset, int stars, gsize *open, gboolean opens, gboolean closes)
{
  if (*open != NO_MARK && closes)
    {
      GhMark opener = { *open, stars, TRUE };
      GhMark closer = { offset, stars, FALSE };

      g_array_append_val (marks, opener);
      g_array_append_val (marks, closer);
      *open = NO_MARK;
    }
  else if (opens)
    *open = offset;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const GhMark *first = a;
  const GhMark *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

GArray *
gh_marked_find (const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GhMark));
  gsize italic = NO_MARK, bold = NO_MARK;

  /* Most texts have neither. */
  for (const char *p = text; (p = strpbrk (p, "*\n")) != NULL;)
    {
      gsize n = strspn (p, "*");
      gsize offset = (gsize) (p - text);
      gboolean opens, closes;

      if (n == 0)
        italic = bold = NO_MARK;
      p += MAX (n, 1);
      if (n == 0 || n > 3)
        continue;
      judge_stars (text, text + offset, p, &opens, &closes);
      if (n >= 2)
        pair_stars (marks, offset, 2, &bold, opens, closes);
      if (n != 2)
        pair_stars (marks, offset + (n - 1), 1, &italic, opens, closes);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

/* --- runs ------------------------------------------------------------------------------------ */

static void
run_free (gpointer data)
{
  GhMarkedRun *run = data;

  g_free (run->text);
  g_free (run->key);
  g_free (run);
}

GPtrArray *
gh_marked_runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

void
gh_marked_runs_add (GPtrArray *runs,
                    const char *text,
                    gssize length,
                    const char *key,
                    gboolean bold,
                    gboolean italic)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  GhMarkedRun *run = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;

  if (n == 0)
    return;
  if (run != NULL && key == NULL && run->key == NULL && !run->bold == !bold &&
      !run->italic == !italic)
    {
      g_autofree char *before = run->text;
      g_autofree char *more = g_strndup (text, n);

      run->text = g_strconcat (before, more, NULL);
      return;
    }
  run = g_new0 (GhMarkedRun, 1);
  run->text = g_strndup (text, n);
  run->key = g_strdup (key);
  run->bold = bold != FALSE;
  run->italic = italic != FALSE;
  g_ptr_array_add (runs, run);
}

/* Length of the field at @at, 0 if there is none; its key. */
static gsize
field_at (const char *at, char **key)
{
  const char *close;

  if (at[0] != '{' || at[1] != '{')
    return 0;
  close = g_strstr_len (at + 2, KEY_MAX + 2, "}}");
  if (close == NULL)
    return 0;
  /* "{{ {{year}}" holds a field; it is none. */
  for (const char *p = at + 2; p < close; p++)
    if (*p == '{' || *p == '*' || *p == '\n' || *p == '}')
      return 0;
  *key = g_strstrip (g_strndup (at + 2, (gsize) (close - at - 2)));
  if (**key != '\0')
    return (gsize) (close - at) + 2;
  g_clear_pointer (key, g_free);
  return 0;
}

/* Letters of one style; the fields among them become runs of their own. */
static void
add_piece (GPtrArray *runs, const char *text, gsize length, gboolean bold, gboolean italic)
{
  gsize from = 0;
  const char *brace;

  for (gsize i = 0; (brace = memchr (text + i, '{', length - i)) != NULL;)
    {
      g_autofree char *key = NULL;
      gsize n;

      i = (gsize) (brace - text);
      n = field_at (brace, &key);
      if (n == 0)
        {
          i++;
          continue;
        }
      gh_marked_runs_add (runs, text + from, (gssize) (i - from), NULL, bold, italic);
      gh_marked_runs_add (runs, text + i, (gssize) n, key, bold, italic);
      i += n;
      from = i;
    }
  gh_marked_runs_add (runs, text + from, (gssize) (length - from), NULL, bold, italic);
}

GPtrArray *
gh_marked_parse (const char *text)
{
  GPtrArray *runs = gh_marked_runs_new ();
  g_autoptr (GArray) marks = gh_marked_find (text);
  gboolean bold = FALSE, italic = FALSE;
  gsize from = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const GhMark *mark = &g_array_index (marks, GhMark, i);

      add_piece (runs, text + from, mark->offset - from, bold, italic);
      if (mark->stars == 2)
        bold = mark->opens;
      else
        italic = mark->opens;
      from = mark->offset + (gsize) mark->stars;
    }
  add_piece (runs, text + from, strlen (text + from), bold, italic);
  return runs;
}

gsize
gh_marked_length (const GPtrArray *runs)
{
  gsize length = 0;

  for (guint i = 0; i < runs->len; i++)
    length += strlen (((const GhMarkedRun *) g_ptr_array_index (runs, i))->text);
  return length;
}

GPtrArray *
gh_marked_cut (const GPtrArray *runs, gsize start, gsize end)
{
  GPtrArray *part = gh_marked_runs_new ();
  gsize at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);
      gsize n = strlen (run->text);
      gsize from = CLAMP (start, at, at + n) - at;
      gsize to = CLAMP (end, at, at + n) - at;

      if (to > from)
        gh_marked_runs_add (part, run->text + from, (gssize) (to - from),
                            from == 0 && to == n ? run->key : NULL, run->bold, run->italic);
      at += n;
    }
  return part;
}

/* --- writing --------------------------------------------------------------------------------- */

/* A plain text and the style of each byte. */
typedef struct
{
  char *text;
  guint8 *style;
  guint8 *field; /* 1 = byte of a field */
  gsize length;
} Flat;

static void
flat_clear (Flat *flat)
{
  g_free (flat->text);
  g_free (flat->style);
  g_free (flat->field);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flat, flat_clear)

static void
flatten (const GPtrArray *runs, Flat *flat)
{
  gsize at = 0;

  flat->length = gh_marked_length (runs);
  flat->text = g_malloc (flat->length + 1);
  flat->style = g_malloc0 (flat->length + 1);
  flat->field = g_malloc0 (flat->length + 1);
  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);
      gsize n = strlen (run->text);

      memcpy (flat->text + at, run->text, n);
      memset (flat->style + at, (run->bold ? BOLD : 0) | (run->italic ? ITALIC : 0), n);
      memset (flat->field + at, run->key != NULL, n);
      at += n;
    }
  flat->text[at] = '\0';
}

/* Blanks have the style that both their neighbours share; marks do not reach over a line. */
static void
settle_blanks (Flat *flat)
{
  for (gsize i = 0; i < flat->length;)
    {
      gsize n = i;
      guint8 before = i > 0 ? flat->style[i - 1] : 0;
      gboolean line = FALSE;

      for (; n < flat->length && g_ascii_isspace (flat->text[n]) && !flat->field[n]; n++)
        line = line || flat->text[n] == '\n';
      if (n > i)
        memset (flat->style + i, line || n == flat->length ? 0 : before & flat->style[n], n - i);
      i = MAX (n, i + 1);
    }
}

static gboolean
is_figure (const Flat *flat, gsize at)
{
  return g_ascii_isdigit (flat->text[at]) || flat->field[at];
}

/* A single star between two digits is a letter: italic takes the whole figure, unless bold changes
 * there too. */
static void
settle_figures (Flat *flat)
{
  for (gsize i = 1; i < flat->length; i++)
    {
      guint8 before = flat->style[i - 1];

      if ((before ^ flat->style[i]) != ITALIC || !is_figure (flat, i - 1) || !is_figure (flat, i))
        continue;
      if ((before & ITALIC) != 0)
        flat->style[i] |= ITALIC;
      else
        for (gsize k = i; k-- > 0 && is_figure (flat, k) && flat->style[k] == before;)
          flat->style[k] |= ITALIC;
    }
}

static char *
write_flat (const Flat *flat)
{
  GString *out = g_string_sized_new (flat->length + 16);
  guint8 open = 0;

  for (gsize i = 0; i <= flat->length; i++)
    {
      guint8 style = i < flat->length ? flat->style[i] : 0;
      guint8 change = open ^ style;

      /* What opened last closes first, so that others read it, too. */
      if ((change & open & ITALIC) != 0)
        g_string_append_c (out, '*');
      if ((change & BOLD) != 0)
        g_string_append (out, "**");
      if ((change & style & ITALIC) != 0)
        g_string_append_c (out, '*');
      open = style;
      if (i < flat->length)
        g_string_append_c (out, flat->text[i]);
    }
  return g_string_free (out, FALSE);
}

/* Whether @text shows what @flat says; blanks and figures settled. */
static gboolean
says (const char *text, const Flat *flat)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);
  g_auto (Flat) shown = { 0 };

  flatten (runs, &shown);
  return shown.length == flat->length && memcmp (shown.text, flat->text, flat->length) == 0 &&
         memcmp (shown.style, flat->style, flat->length) == 0;
}

char *
gh_marked_format (const GPtrArray *runs)
{
  static const guint8 kept[] = { BOLD | ITALIC, BOLD, ITALIC, 0 };
  g_auto (Flat) flat = { 0 };
  g_autofree guint8 *wanted = NULL;
  char *text = NULL;

  flatten (runs, &flat);
  settle_blanks (&flat);
  settle_figures (&flat);
  settle_blanks (&flat); /* beside what figures took */
  wanted = g_memdup2 (flat.style, flat.length + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      for (gsize k = 0; k < flat.length; k++)
        flat.style[k] = wanted[k] & kept[i];
      g_free (text);
      text = write_flat (&flat);
      if (says (text, &flat))
        break;
    }
  return text;
}

gboolean
gh_marked_equal (const char *a, const char *b)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  first = gh_marked_parse (a);
  second = gh_marked_parse (b);
  one = gh_marked_format (first);
  other = gh_marked_format (second);
  return strcmp (one, other) == 0;
}

/* --- places ---------------------------------------------------------------------------------- */

gsize
gh_marked_to_plain (const char *text, gsize offset)
{
  g_autoptr (GArray) marks = gh_marked_find (text);
  gsize length = strlen (text);
  gsize stars = 0;

  offset = MIN (offset, length);
  for (guint i = 0; i < marks->len; i++)
    {
      const GhMark *mark = &g_array_index (marks, GhMark, i);

      if (mark->offset < offset)
        stars += MIN ((gsize) mark->stars, offset - mark->offset);
    }
  return offset - stars;
}

gsize
gh_marked_to_stored (const char *text, gsize plain)
{
  g_autoptr (GArray) marks = gh_marked_find (text);
  gsize stars = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const GhMark *mark = &g_array_index (marks, GhMark, i);
      gsize at = mark->offset - stars;

      if (at > plain || (at == plain && mark->opens))
        break;
      stars += (gsize) mark->stars;
    }
  return MIN (plain + stars, strlen (text));
}

void
gh_marked_split (const char *text, gsize offset, char **head, char **tail)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);
  gsize at = gh_marked_to_plain (text, offset);
  g_autoptr (GPtrArray) first = gh_marked_cut (runs, 0, at);
  g_autoptr (GPtrArray) second = gh_marked_cut (runs, at, G_MAXSIZE);

  *head = gh_marked_format (first);
  *tail = gh_marked_format (second);
}

char *
gh_marked_join (const char *a, const char *between, const char *b)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (a);
  g_autoptr (GPtrArray) more = gh_marked_parse (b);
  const GhMarkedRun *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  const GhMarkedRun *first = more->len > 0 ? g_ptr_array_index (more, 0) : NULL;

  gh_marked_runs_add (runs, between, -1, NULL,
                      last != NULL && first != NULL && last->bold && first->bold,
                      last != NULL && first != NULL && last->italic && first->italic);
  for (guint i = 0; i < more->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (more, i);

      gh_marked_runs_add (runs, run->text, -1, run->key, run->bold, run->italic);
    }
  return gh_marked_format (runs);
}
