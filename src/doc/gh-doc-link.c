/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-link.h"

#include <string.h>

#include "gh-text.h"

/* Addresses and appendices that a text names. */

/* How far after "Phụ lục I" the name of another document may stand. */
#define FOREIGN_REACH 60
#define MAX_URI       2000

static void
link_clear (gpointer data)
{
  GhLink *link = data;

  g_clear_pointer (&link->uri, g_free);
  g_clear_pointer (&link->place, g_free);
}

static void
add_link (GArray **links, const char *text, const char *from, const char *to, GhLink link)
{
  if (*links == NULL)
    {
      *links = g_array_new (FALSE, FALSE, sizeof (GhLink));
      g_array_set_clear_func (*links, link_clear);
    }
  link.from = (gsize) (from - text);
  link.to = (gsize) (to - text);
  g_array_append_val (*links, link);
}

static gboolean
is_address_letter (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".-_+@:/%~?&=#", c) != NULL);
}

/* Whether @word, all of ASCII, is an e-mail address: one "@", a dot in what follows. */
static gboolean
is_email (const char *word)
{
  const char *at = strchr (word, '@');
  const char *dot = at != NULL ? strrchr (at, '.') : NULL;

  if (at == NULL || at == word || strchr (at + 1, '@') != NULL || dot == NULL || dot == at + 1 ||
      !g_ascii_isalpha (dot[1]) || dot[2] == '\0')
    return FALSE;
  return word[strcspn (word, ":/%~?&=#")] == '\0';
}

/* Word takes a file for damaged if one of its addresses is malformed or very long. */
static char *
check_uri (char *uri)
{
  const char *fragment = strchr (uri, '#');

  if (strlen (uri) <= MAX_URI && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL) &&
      (fragment == NULL || strchr (fragment + 1, '#') == NULL))
    return uri;
  g_free (uri);
  return NULL;
}

static char *
make_uri (const char *word)
{
  if (is_email (word))
    return check_uri (g_strconcat ("mailto:", word, NULL));
  if (strchr (word, '@') != NULL)
    return NULL;
  if ((gh_text_begins (word, "https://") || g_str_has_prefix (word, "http://")) &&
      strchr (strstr (word, "//") + 2, '.') != NULL)
    return check_uri (g_strdup (word));
  if (gh_text_begins (word, "www.") && strchr (word + 4, '.') != NULL)
    return check_uri (g_strconcat ("http://", word, NULL));
  return NULL;
}

static void
find_addresses (const char *text, GArray **links)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *from = p;
      g_autofree char *word = NULL;
      gsize length;
      GhLink link = { 0 };

      while (is_address_letter (*p))
        p++;
      if (p == from)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      /* What ends the sentence is not of the address. */
      for (length = (gsize) (p - from); length > 0 && strchr (".:?-", from[length - 1]) != NULL;)
        length--;
      word = g_strndup (from, length);
      link.uri = make_uri (word);
      if (link.uri != NULL)
        add_link (links, text, from, from + length, link);
    }
}

/* Whether what follows says that the appendix is another document's. */
static gboolean
is_foreign (const char *rest)
{
  static const char *const documents[] = { "nghi dinh", "thong tu",  "quyet dinh", "luat",
                                           "cong van",  "huong dan", "ke hoach so" };
  g_autofree char *folded = gh_text_fold (rest);
  gsize reach;

  reach = strcspn (folded, ".;");
  folded[MIN (reach, MIN (strlen (folded), FOREIGN_REACH))] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    if (strstr (folded, documents[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The number of the appendix (from 1) that the text at @from names, 0 = none for certain; the end
 * of its name in @to. */
static guint
match_appendix (const char *from, const GPtrArray *appendices, const char **to)
{
  const char *end = from + strlen ("Phụ lục");
  const char *number = end;

  while (*number == ' ' || strncmp (number, "\u00a0", 2) == 0)
    number = g_utf8_next_char (number);
  *to = number + strspn (number, "IVX0123456789");
  if (*to > number && !g_ascii_isalpha (**to))
    for (guint i = 0; i < appendices->len; i++)
      {
        g_autofree char *name = g_strndup (from, (gsize) (*to - from));
        g_autofree char *folded = gh_text_fold (name);
        g_autofree char *head = gh_text_fold (g_ptr_array_index (appendices, i));

        if (g_str_equal (folded, head))
          return i + 1;
      }
  if (*to > number || appendices->len != 1)
    return 0;
  *to = end;
  return 1;
}

static void
find_appendices (const char *text, const GPtrArray *appendices, GArray **links)
{
  const char *p = text;

  while ((p = strstr (p, "hụ lục")) != NULL)
    {
      const char *from = p - 1;
      const char *to = NULL;
      GhLink link = { 0 };
      guint index;

      p += strlen ("hụ lục");
      if (from < text || (*from != 'P' && *from != 'p'))
        continue;
      index = match_appendix (from, appendices, &to);
      if (index == 0 || is_foreign (to))
        continue;
      link.place = gh_link_format_place (index);
      add_link (links, text, from, to, link);
      p = to;
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const GhLink *first = a;
  const GhLink *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

GArray *
gh_link_find (const char *text, const GPtrArray *appendices)
{
  GArray *links = NULL;

  /* Most texts name none: no work for them. */
  if (strchr (text, '@') != NULL || strstr (text, "://") != NULL || strstr (text, "www.") != NULL)
    find_addresses (text, &links);
  if (appendices != NULL && appendices->len > 0)
    find_appendices (text, appendices, &links);
  if (links != NULL)
    g_array_sort (links, compare_links);
  return links;
}

GPtrArray *
gh_link_list_appendices (const GhDoc *doc)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);

      if (node->kind == GH_DOC_PARAGRAPH && node->role == GH_DOC_APPENDIX_HEAD)
        g_ptr_array_add (heads, gh_doc_node_get_text (node));
    }
  return heads;
}

char *
gh_link_format_place (guint index)
{
  return g_strdup_printf ("phu-luc-%u", index);
}
