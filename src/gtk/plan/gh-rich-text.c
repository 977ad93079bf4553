/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-rich-text.h"

#include <string.h>

#include "gh-marked.h"

/* Names of the tags that every buffer has. */
#define BOLD    "bold"
#define ITALIC  "italic"
#define MATCH   "match"
#define CURRENT "current-match"

/* Of a chip's tag: the field as it is written, and its key. */
#define RAW "gh-raw"
#define KEY "gh-key"

/* What is not known, as on paper. */
#define BLANK "…"

/* Seen on white as on black; the letters keep their colour, and its contrast. */
static const GdkRGBA chip_colour = { 0.86f, 0.20f, 0.45f, 0.17f };
static const GdkRGBA match_colour = { 1.0f, 0.76f, 0.20f, 0.36f };
static const GdkRGBA current_colour = { 1.0f, 0.72f, 0.30f, 1.0f };
static const GdkRGBA current_letters = { 0.0f, 0.0f, 0.0f, 1.0f };

void
gh_rich_text_prepare (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, BOLD, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, ITALIC, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, MATCH, "background-rgba", &match_colour, NULL);
  gtk_text_buffer_create_tag (buffer, CURRENT, "background-rgba", &current_colour,
                              "foreground-rgba", &current_letters, NULL);
}

static GtkTextTag *
find_tag (const GtkTextIter *iter, const char *name)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (iter);

  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/* --- chips ----------------------------------------------------------------------------------- */

static GtkTextTag *
chip_tag (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *item = tags; item != NULL; item = item->next)
    if (g_object_get_data (item->data, RAW) != NULL)
      return item->data;
  return NULL;
}

const char *
gh_rich_text_chip (const GtkTextIter *iter, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag = chip_tag (iter);

  if (tag == NULL)
    return NULL;
  *start = *end = *iter;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return g_object_get_data (G_OBJECT (tag), KEY);
}

gboolean
gh_rich_text_is_inside (const GtkTextIter *iter, GtkTextIter *start, GtkTextIter *end)
{
  return gh_rich_text_chip (iter, start, end) != NULL && !gtk_text_iter_equal (iter, start);
}

static void
forget_chip_cb (GtkTextTag *tag, gpointer data)
{
  GSList **gone = data;

  if (g_object_get_data (G_OBJECT (tag), RAW) != NULL)
    *gone = g_slist_prepend (*gone, tag);
}

void
gh_rich_text_forget (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autoptr (GSList) gone = NULL;

  gtk_text_tag_table_foreach (table, forget_chip_cb, &gone);
  for (GSList *item = gone; item != NULL; item = item->next)
    gtk_text_tag_table_remove (table, item->data);
}

static GtkTextTag *
new_chip (GtkTextBuffer *buffer, const GhMarkedRun *run)
{
  GtkTextTag *tag =
    gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &chip_colour, NULL);

  g_object_set_data_full (G_OBJECT (tag), RAW, g_strdup (run->text), g_free);
  g_object_set_data_full (G_OBJECT (tag), KEY, g_strdup (run->key), g_free);
  return tag;
}

/* (transfer full) (nullable): one line, never empty */
static char *
chip_value (const GhRichFill *fill, const char *key)
{
  char *value = fill->resolve != NULL && key != NULL ? fill->resolve (key, fill->user_data) : NULL;

  if (value != NULL && *value == '\0')
    {
      g_free (value);
      value = g_strdup (BLANK);
    }
  return value != NULL ? g_strdelimit (value, "\n\r", ' ') : NULL;
}

void
gh_rich_text_insert (GtkTextBuffer *buffer,
                     GtkTextIter *at,
                     const GPtrArray *runs,
                     const GhRichFill *fill)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);
      g_autofree char *value = chip_value (fill, run->key);
      int offset = gtk_text_iter_get_offset (at);
      GtkTextIter start;

      gtk_text_buffer_insert (buffer, at, value != NULL ? value : run->text, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      gh_rich_text_set_style (&start, at, run->bold, run->italic);
      if (value != NULL)
        gtk_text_buffer_apply_tag (buffer, new_chip (buffer, run), &start, at);
    }
}

/* Puts another value into the chip between @start and @end; @end follows. */
static void
change_value (GtkTextBuffer *buffer, const GtkTextIter *start, GtkTextIter *end, const char *value)
{
  GtkTextTag *tag = chip_tag (start);
  gboolean bold = gh_rich_text_is_bold (start), italic = gh_rich_text_is_italic (start);
  int from = gtk_text_iter_get_offset (start);
  int old = gtk_text_iter_get_offset (end) - from;
  GtkTextIter first = *start;

  /* The new letters first, so that a caret behind the chip stays behind it. */
  gtk_text_iter_forward_char (&first);
  gtk_text_buffer_insert (buffer, &first, value, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &first, from + 1 + (int) g_utf8_strlen (value, -1));
  gtk_text_buffer_get_iter_at_offset (buffer, end, from + old + (int) g_utf8_strlen (value, -1));
  gtk_text_buffer_delete (buffer, &first, end);
  gtk_text_buffer_get_iter_at_offset (buffer, &first, from);
  gtk_text_buffer_get_iter_at_offset (buffer, end, from + 1);
  gtk_text_buffer_delete (buffer, &first, end);
  gtk_text_buffer_get_iter_at_offset (buffer, &first, from);
  gtk_text_buffer_get_iter_at_offset (buffer, end, from + (int) g_utf8_strlen (value, -1));
  gtk_text_buffer_apply_tag (buffer, tag, &first, end);
  gh_rich_text_set_style (&first, end, bold, italic);
}

void
gh_rich_text_refresh (GtkTextBuffer *buffer, const GhRichFill *fill)
{
  GtkTextIter iter, start, end;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      const char *key = gh_rich_text_chip (&iter, &start, &end);
      g_autofree char *shown = NULL;
      g_autofree char *value = NULL;

      if (key == NULL)
        {
          if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
            break;
          continue;
        }
      shown = gtk_text_iter_get_text (&start, &end);
      value = chip_value (fill, key);
      if (value != NULL && strcmp (value, shown) != 0)
        change_value (buffer, &start, &end, value);
      iter = end;
    }
}

/* --- runs ------------------------------------------------------------------------------------ */

GPtrArray *
gh_rich_text_runs (const GtkTextIter *start, const GtkTextIter *end)
{
  GPtrArray *runs = gh_marked_runs_new ();
  GtkTextIter iter = *start, next, from;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      GtkTextTag *chip = chip_tag (&iter);
      gboolean bold = gh_rich_text_is_bold (&iter), italic = gh_rich_text_is_italic (&iter);

      if (chip != NULL)
        {
          gh_rich_text_chip (&iter, &from, &next);
          gh_marked_runs_add (runs, g_object_get_data (G_OBJECT (chip), RAW), -1,
                              g_object_get_data (G_OBJECT (chip), KEY), bold, italic);
        }
      else
        {
          g_autofree char *text = NULL;

          next = iter;
          gtk_text_iter_forward_to_tag_toggle (&next, NULL);
          if (gtk_text_iter_compare (&next, end) > 0)
            next = *end;
          text = gtk_text_iter_get_text (&iter, &next);
          gh_marked_runs_add (runs, text, -1, NULL, bold, italic);
        }
      iter = next;
    }
  return runs;
}

gboolean
gh_rich_text_is_bold (const GtkTextIter *iter)
{
  return gtk_text_iter_has_tag (iter, find_tag (iter, BOLD));
}

gboolean
gh_rich_text_is_italic (const GtkTextIter *iter)
{
  return gtk_text_iter_has_tag (iter, find_tag (iter, ITALIC));
}

void
gh_rich_text_toggle (const GtkTextIter *start, const GtkTextIter *end, gboolean bold, gboolean on)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  GtkTextTag *tag = find_tag (start, bold ? BOLD : ITALIC);

  if (on)
    gtk_text_buffer_apply_tag (buffer, tag, start, end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, start, end);
}

void
gh_rich_text_set_style (const GtkTextIter *start,
                        const GtkTextIter *end,
                        gboolean bold,
                        gboolean italic)
{
  gh_rich_text_toggle (start, end, TRUE, bold);
  gh_rich_text_toggle (start, end, FALSE, italic);
}

/* --- places ---------------------------------------------------------------------------------- */

gsize
gh_rich_text_to_plain (const GtkTextIter *iter)
{
  g_autoptr (GPtrArray) runs = NULL;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (gtk_text_iter_get_buffer (iter), &start);
  runs = gh_rich_text_runs (&start, iter);
  return gh_marked_length (runs);
}

void
gh_rich_text_from_plain (GtkTextBuffer *buffer, gsize plain, GtkTextIter *iter)
{
  GtkTextIter next, from;
  gsize left = plain;

  gtk_text_buffer_get_start_iter (buffer, iter);
  while (left > 0 && !gtk_text_iter_is_end (iter))
    {
      GtkTextTag *chip = chip_tag (iter);
      g_autofree char *text = NULL;
      gsize length;

      if (chip != NULL)
        {
          gh_rich_text_chip (iter, &from, &next);
          length = strlen (g_object_get_data (G_OBJECT (chip), RAW));
          if (left < length)
            return;
        }
      else
        {
          next = *iter;
          gtk_text_iter_forward_to_tag_toggle (&next, NULL);
          text = gtk_text_iter_get_text (iter, &next);
          length = strlen (text);
          if (left < length)
            {
              gtk_text_iter_forward_chars (iter, (int) g_utf8_strlen (text, (gssize) left));
              return;
            }
        }
      left -= length;
      *iter = next;
    }
}

/* --- what was found -------------------------------------------------------------------------- */

static void
tag_range (GtkTextBuffer *buffer, const char *marked, const GhFindRange *range, const char *name)
{
  GtkTextIter start, end;

  gh_rich_text_from_plain (buffer, gh_marked_to_plain (marked, range->start), &start);
  gh_rich_text_from_plain (buffer, gh_marked_to_plain (marked, range->start + range->length), &end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &start, &end);
}

void
gh_rich_text_highlight (GtkTextBuffer *buffer,
                        const char *marked,
                        const GhFind *find,
                        gsize current)
{
  g_autoptr (GArray) ranges = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, MATCH, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, CURRENT, &start, &end);
  if (find == NULL)
    return;
  ranges = gh_find_in_text (find, marked);
  for (guint i = 0; i < ranges->len; i++)
    {
      const GhFindRange *range = &g_array_index (ranges, GhFindRange, i);

      tag_range (buffer, marked, range, MATCH);
      if (range->start == current)
        tag_range (buffer, marked, range, CURRENT);
    }
}

PangoAttrList *
gh_rich_text_attributes (GtkTextBuffer *buffer)
{
  PangoAttrList *list = pango_attr_list_new ();
  GtkTextIter iter, next;
  guint at = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      g_autofree char *text = NULL;
      guint end;

      next = iter;
      gtk_text_iter_forward_to_tag_toggle (&next, NULL);
      text = gtk_text_iter_get_text (&iter, &next);
      end = at + (guint) strlen (text);
      for (int italic = 0; italic < 2; italic++)
        if (italic ? gh_rich_text_is_italic (&iter) : gh_rich_text_is_bold (&iter))
          {
            PangoAttribute *attribute = italic ? pango_attr_style_new (PANGO_STYLE_ITALIC)
                                               : pango_attr_weight_new (PANGO_WEIGHT_BOLD);

            attribute->start_index = at;
            attribute->end_index = end;
            pango_attr_list_insert (list, attribute);
          }
      at = end;
      iter = next;
    }
  return list;
}
