/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Levels of administration that ended: districts, with their offices, on 01/07/2025 (two levels of
 * local government since then), and towns as units of a district. */

typedef struct
{
  const char *word; /* in lower case */
  const char *instead;
} Level;

static const Level levels[] = {
  { "ubnd huyện", "UBND xã, phường, đặc khu" },
  { "ubnd quận", "UBND xã, phường, đặc khu" },
  { "ubnd thị xã", "UBND xã, phường, đặc khu" },
  { "ubnd thị trấn", "UBND xã, phường, đặc khu" },
  { "ủy ban nhân dân huyện", "Ủy ban nhân dân xã, phường, đặc khu" },
  { "ủy ban nhân dân quận", "Ủy ban nhân dân xã, phường, đặc khu" },
  { "ban chỉ đạo huyện", "Ban Chỉ đạo xã, phường, đặc khu" },
  { "phòng giáo dục và đào tạo", "Sở Giáo dục và Đào tạo, Phòng Văn hóa - Xã hội" },
  { "phòng gd&đt", "Sở GDĐT, Phòng Văn hóa - Xã hội" },
  { "phòng gdđt", "Sở GDĐT, Phòng Văn hóa - Xã hội" },
  { "hđnd huyện", "HĐND xã, phường, đặc khu" },
  { "ban chỉ đạo quận", "Ban Chỉ đạo xã, phường, đặc khu" },
  { "chữ thập đỏ huyện", "Hội Chữ thập đỏ xã, phường" },
  { "chữ thập đỏ quận", "Hội Chữ thập đỏ xã, phường" },
  { "phòng y tế huyện", "Phòng Văn hóa - Xã hội xã, phường" },
  { "phòng y tế quận", "Phòng Văn hóa - Xã hội xã, phường" },
  { "công an huyện", "Công an xã, phường" },
  { "quân sự huyện", "Ban Chỉ huy Quân sự xã, phường" },
  { "địa bàn huyện", "địa bàn xã, phường" },
  { "địa bàn quận", "địa bàn phường" },
  { "cấp huyện", "cấp xã" },
  { "các huyện", "các xã, phường, đặc khu" },
  { "thị trấn", "xã, phường" },
  { "thị xã", "xã, phường" },
  { "huyện đoàn", "Đoàn xã, phường" },
  { "huyện ủy", "Đảng ủy xã, phường" },
  { "quận ủy", "Đảng ủy xã, phường" },
};

static const char *
find_level (const char *lower, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = lower; (at = strstr (at, word)) != NULL; at += length)
    if ((at == lower || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at)))) &&
        !g_unichar_isalpha (g_utf8_get_char (at + length)))
      return at;
  return NULL;
}

/* Each level is told once, where it stands first. */
static void
check_text (GhCheck *check,
            const GhPiece *piece,
            GhPart part,
            GhPlanField field,
            const char *text,
            guint *told)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *at = (*told & (1u << i)) == 0 ? find_level (lower, levels[i].word) : NULL;
      gboolean same_bytes = strlen (lower) == strlen (text);
      g_autofree char *written = NULL;
      g_autofree char *message = NULL;

      if (at == NULL)
        continue;
      written = g_strndup (same_bytes ? text + (at - lower) : at, strlen (levels[i].word));
      *told |= 1u << i;
      message = g_strdup_printf (_("“%s”: this level no longer exists since 01/07/2025. Name the "
                                   "body that took over (%s)."),
                                 written, levels[i].instead);
      if (piece != NULL)
        {
          GhFinding *finding =
            gh_check_add (check, GH_SEVERITY_WARNING, "abolished-level", piece, "%s", message);

          if (same_bytes)
            gh_check_point (check, finding, piece, (gsize) (at - lower), strlen (levels[i].word));
        }
      else
        gh_check_add_at (check, GH_SEVERITY_WARNING, "abolished-level", part, field,
                         _("Header and signature"), "%s", message);
    }
}

void
gh_check_levels (GhCheck *check)
{
  const GhPlan *plan = check->plan;
  const struct
  {
    GhPart part;
    GhPlanField field;
    const char *text;
  } around[] = {
    { GH_PART_HEADER, GH_FIELD_PARENT_ISSUER, plan->parent_issuer },
    { GH_PART_HEADER, GH_FIELD_ISSUER, plan->issuer },
    { GH_PART_SIGNATURE, GH_FIELD_AUTHORITY, plan->authority },
    { GH_PART_SIGNATURE, GH_FIELD_SIGNER_ROLE, plan->signer_role },
    { GH_PART_SIGNATURE, GH_FIELD_SIGNER_POST, plan->signer_post },
  };
  guint told = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (levels) <= 32);
  if (check->effective < gh_day_from_ymd (2025, 7, 1))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    check_text (check, NULL, around[i].part, around[i].field, around[i].text, &told);
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      /* Bases cite documents of bodies that existed when they were written. */
      if (piece->kind != GH_PIECE_BASIS)
        check_text (check, piece, GH_PART_BLOCK, GH_FIELD_NONE, piece->text, &told);
    }
}
