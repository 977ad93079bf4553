/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Enums and their names in JSON and workspace: a table of strings in the order of the enum. */

/** gh_names_find: index of @text among @names, or -1; %NULL is not found. */
static inline int
gh_names_find (const char *const *names, gsize n_names, const char *text)
{
  for (gsize i = 0; text != NULL && i < n_names; i++)
    if (g_str_equal (names[i], text))
      return (int) i;
  return -1;
}

/* Defines PREFIX_to_string() and PREFIX_from_string() over the table. */
#define GH_DEFINE_ENUM_STRINGS(Type, prefix, names)                                                \
  const char *prefix##_to_string (Type value)                                                      \
  {                                                                                                \
    g_return_val_if_fail ((gsize) value < G_N_ELEMENTS (names), names[0]);                         \
    return names[value];                                                                           \
  }                                                                                                \
                                                                                                   \
  gboolean prefix##_from_string (const char *text, Type *value)                                    \
  {                                                                                                \
    int found = gh_names_find (names, G_N_ELEMENTS (names), text);                                 \
                                                                                                   \
    if (found < 0)                                                                                 \
      return FALSE;                                                                                \
    *value = (Type) found;                                                                         \
    return TRUE;                                                                                   \
  }
