/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-file-name.h"

#include <glib.h>
#include <string.h>

/* Names have 255 bytes, 143 where folders are encrypted; an ending, a number and what a program
 * writes beside it have to fit, too. */
#define MAX_BYTES 112

char *
gh_file_name_dup (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (name->len + 6 > MAX_BYTES)
        break;
      if (letter < 0x80 && strchr ("/\\:*?\"<>|", (int) letter) != NULL)
        g_string_append_c (name, '-');
      else if (g_unichar_iscntrl (letter))
        g_string_append_c (name, ' ');
      else
        g_string_append_unichar (name, letter);
    }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  g_strchug (name->str);
  return *name->str != '\0' ? g_strdup (name->str) : g_strdup ("_");
}
