/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live-private.h"

#include <string.h>

#include "gh-text.h"

/* Citations: type, number, symbol, date, issuing body and subject the first time, type, number and
 * symbol later (Nghị định 30/2020, Phụ lục I, mục II.6). */

/* "05/KH-BCĐ" and "5/KH-BCĐ" are one number; the letters count as folded. */
static char *
number_key (const char *number)
{
  g_autofree char *bare = g_strstrip (g_strdup (number));
  const char *from = bare;

  while (*from == '0' && g_ascii_isdigit (from[1]))
    from++;
  return g_utf8_strdown (from, -1);
}

static const GhBasis *
find_basis (const GhPlan *plan, const char *number)
{
  g_autofree char *wanted = number_key (number);

  if (*wanted == '\0')
    return NULL;
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);
      g_autofree char *key = number_key (basis->number);

      if (strcmp (key, wanted) == 0)
        return basis;
    }
  return NULL;
}

/* The words of a basis without "Căn cứ" before and the mark behind them. */
static char *
full_citation (const GhBasis *basis)
{
  static const char *const verbs[] = { "Căn cứ ", "Thực hiện ", "Theo ", "Xét " };
  const char *text = basis->text;
  gsize length;

  while (*text == ' ')
    text++;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (gh_text_begins (text, verbs[i]))
      {
        text += strlen (verbs[i]);
        break;
      }
  length = strlen (text);
  while (length > 0 && strchr (" .;,/", text[length - 1]) != NULL)
    length--;
  return length > 0 ? g_strndup (text, length) : g_strdup_printf ("văn bản số %s", basis->number);
}

/* "Kế hoạch số 13/KH-BCĐ": from the full citation up to its number. */
static char *
short_citation (const GhBasis *basis)
{
  g_autofree char *full = full_citation (basis);
  const char *at = strstr (full, basis->number);

  if (at == NULL)
    return g_strdup_printf ("văn bản số %s", basis->number);
  return g_strndup (full, (gsize) (at - full) + strlen (basis->number));
}

char *
gh_live_cite (const GhLiveFill *fill, const char *number)
{
  const GhBasis *basis = find_basis (fill->summary->dossier->plan, number);

  if (basis == NULL)
    return NULL;
  /* A number that was told with a longer one around it ("113/KH-BCĐ") is another document; what is
   * cited too often in full does less harm than what is not cited at all. */
  if (fill->told != NULL)
    for (const char *at = fill->told->str; (at = strstr (at, basis->number)) != NULL; at++)
      if (at == fill->told->str || !g_ascii_isdigit (at[-1]))
        return short_citation (basis);
  return fill->told != NULL ? full_citation (basis) : short_citation (basis);
}
