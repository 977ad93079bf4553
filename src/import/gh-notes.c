/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-notes.h"

#include "gh-text.h"

#define NOTES_MAX 50
#define NOTE_MAX  2000

void
gh_notes_append (GString *note, const char *text)
{
  if (note != NULL && note->len < NOTE_MAX)
    g_string_append (note, text);
}

void
gh_notes_end (GPtrArray *notes, GString **note)
{
  g_autofree char *whole = *note != NULL ? g_string_free (*note, FALSE) : NULL;
  g_autofree char *text = whole != NULL ? gh_text_squeeze (whole) : NULL;

  *note = NULL;
  if (text != NULL && *text != '\0' && notes->len < NOTES_MAX)
    g_ptr_array_add (notes, g_steal_pointer (&text));
}
