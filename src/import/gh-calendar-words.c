/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-private.h"

#include <string.h>

#include "gh-text.h"

typedef struct
{
  GhActivityKind kind;
  const char *words; /* folded, '|' between; any of them */
} KindWords;

/* Names of kinds, as our own workbooks and others call them. */
static const KindWords names[] = {
  { GH_ACTIVITY_LAUNCH, "phat dong" },
  { GH_ACTIVITY_FESTIVAL, "le hoi|festival" },
  { GH_ACTIVITY_OBSERVANCE, "ky niem" },
  { GH_ACTIVITY_SESSION, "ngay hien mau|hien mau|tiep nhan" },
  { GH_ACTIVITY_COMMUNICATION, "tuyen truyen|truyen thong" },
  { GH_ACTIVITY_DEADLINE, "han cuoi|thoi han|han " },
  { GH_ACTIVITY_REVIEW, "so ket|tong ket" },
  { GH_ACTIVITY_AWARD, "ton vinh|khen thuong" },
  { GH_ACTIVITY_PREPARATION, "chuan bi|hop|tap huan" },
};

/* What a title says, the more telling words first. */
static const KindWords title_words[] = {
  { GH_ACTIVITY_DEADLINE,
    "han cuoi|han nop|thoi han|gui danh sach|nop danh sach|gui bao cao|nop bao "
    "cao|bao cao ket qua|gui ho so|nop ho so" },
  { GH_ACTIVITY_REVIEW, "so ket|tong ket|rut kinh nghiem" },
  { GH_ACTIVITY_LAUNCH, "phat dong|ra quan|khai mac" },
  { GH_ACTIVITY_AWARD, "ton vinh|khen thuong|tuyen duong" },
  { GH_ACTIVITY_FESTIVAL, "le hoi|ngay hoi|chu nhat do|hanh trinh do" },
  { GH_ACTIVITY_COMMUNICATION, "tuyen truyen|truyen thong" },
  { GH_ACTIVITY_SESSION, "hien mau|tiep nhan mau|lay mau" },
  { GH_ACTIVITY_PREPARATION, "chuan bi|tap huan|hop ban|hop trien khai" },
  { GH_ACTIVITY_OBSERVANCE, "ky niem" },
};

static gboolean
find_words (const KindWords *table, gsize n, const char *text, GhActivityKind *kind)
{
  g_autofree char *folded = gh_text_fold (text);

  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (table[i].words, "|", -1);

      for (guint k = 0; words[k] != NULL; k++)
        if (strstr (folded, words[k]) != NULL)
          {
            *kind = table[i].kind;
            return TRUE;
          }
    }
  return FALSE;
}

GhActivityKind
gh_calendar_guess_kind (const char *kind, const char *title, const GhDateSpan *span)
{
  GhActivityKind found;
  g_autofree char *lower = g_ascii_strdown (kind, -1);

  if (*kind != '\0' && (gh_activity_kind_from_string (lower, &found) ||
                        find_words (names, G_N_ELEMENTS (names), kind, &found)))
    return found;
  if (*kind != '\0' && strstr (lower, "kh") != NULL) /* "Hoạt động khác" */
    return GH_ACTIVITY_OTHER;
  if (span->before)
    return GH_ACTIVITY_DEADLINE;
  if (find_words (title_words, G_N_ELEMENTS (title_words), title, &found))
    return found;
  return GH_ACTIVITY_OTHER;
}

GhActivityState
gh_calendar_guess_state (const char *state)
{
  GhActivityState found;
  g_autofree char *folded = gh_text_fold (state);

  if (gh_activity_state_from_string (folded, &found))
    return found;
  if (gh_text_begins (folded, "da ") || strstr (folded, "hoan thanh") != NULL ||
      strcmp (folded, "xong") == 0)
    return GH_ACTIVITY_DONE;
  if (gh_text_begins (folded, "huy") || gh_text_begins (folded, "hoan ") ||
      gh_text_begins (folded, "khong to chuc") || strcmp (folded, "canceled") == 0)
    return GH_ACTIVITY_CANCELLED;
  return GH_ACTIVITY_PLANNED;
}

/* "7h", "07h30", "07:30", "7g30’" → minutes; moves @text behind it. */
static int
read_hour (const char **text)
{
  const char *at = *text;
  guint hour = 0;
  guint minute = 0;
  guint n = 0;

  for (; g_ascii_isdigit (*at) && n < 2; at++, n++)
    hour = hour * 10 + (guint) (*at - '0');
  if (n == 0 || (*at != 'h' && *at != 'g' && *at != ':'))
    return -1;
  at++;
  for (n = 0; g_ascii_isdigit (*at) && n < 2; at++, n++)
    minute = minute * 10 + (guint) (*at - '0');
  while (*at == '\'' || *at == ' ' || *at == 'p')
    at++;
  if (hour > 24 || minute > 59 || hour * 60 + minute > 24 * 60)
    return -1;
  *text = at;
  return (int) (hour * 60 + minute);
}

gboolean
gh_calendar_parse_hours (const char *text, gint16 *start_minute, gint16 *end_minute)
{
  g_autofree char *folded = gh_text_fold (text);
  const char *at = folded;
  int start;
  int end = -1;

  *start_minute = *end_minute = -1;
  at += gh_text_begins (at, "tu ") ? 3 : gh_text_begins (at, "luc ") ? 4 : 0;
  start = read_hour (&at);
  if (start < 0)
    return FALSE;
  if (*at == '-' || gh_text_begins (at, "den "))
    {
      at += *at == '-' ? 1 : 4;
      at += strspn (at, " ");
      end = read_hour (&at);
      if (end < 0)
        return FALSE;
    }
  if (*at != '\0')
    return FALSE;
  *start_minute = (gint16) start;
  *end_minute = (gint16) (end > start ? end : -1);
  return TRUE;
}
