/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-menu.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-live.h"
#include "gh-numbering.h"

static const struct
{
  const char *what;
  GhBlockKind kind;
  int level;
  gboolean new_only; /* a block cannot be turned into it: it would have to lose its text */
  const char *name;
} kinds[] = {
  { "heading1", GH_BLOCK_HEADING, 1, FALSE, N_("Part (I.)") },
  { "heading2", GH_BLOCK_HEADING, 2, FALSE, N_("Clause (1.)") },
  { "heading3", GH_BLOCK_HEADING, 3, FALSE, N_("Sub-clause (1.1.)") },
  { "heading4", GH_BLOCK_HEADING, 4, FALSE, N_("Point (a))") },
  { "paragraph", GH_BLOCK_PARAGRAPH, 0, FALSE, N_("Paragraph") },
  { "item", GH_BLOCK_ITEM, 1, FALSE, N_("Item (-)") },
  { "table", GH_BLOCK_TABLE, 0, TRUE, N_("Table") },
  { "page-break", GH_BLOCK_PAGE_BREAK, 0, TRUE, N_("Page break") },
  { "appendix", GH_BLOCK_APPENDIX, 1, FALSE, N_("Appendix") },
};

GhBlockKind
gh_block_parse_what (const char *what, int *level)
{
  *level = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].what, what) == 0)
      {
        *level = kinds[i].level;
        return kinds[i].kind;
      }
  return g_str_has_prefix (what, "live:") ? GH_BLOCK_LIVE : GH_BLOCK_PARAGRAPH;
}

GhBlock *
gh_block_new_for (const char *what)
{
  int level;
  GhBlockKind kind = gh_block_parse_what (what, &level);
  GhBlock *block = gh_block_new (kind, level, "", kind == GH_BLOCK_APPENDIX ? "Phụ lục" : "");

  if (kind == GH_BLOCK_LIVE)
    {
      g_free (block->live);
      block->live = g_strdup (what + strlen ("live:"));
    }
  else if (kind == GH_BLOCK_TABLE)
    {
      const char *header[] = { "TT", "Nội dung", "Ghi chú", NULL };
      const char *row[] = { "1", "", "", NULL };

      gh_block_add_row (block, header);
      gh_block_add_row (block, row);
    }
  return block;
}

GMenuModel *
gh_block_menu_new (const char *action, gboolean with_live)
{
  GMenu *menu = g_menu_new ();
  gsize n_live;
  const GhLiveKey *keys = gh_live_block_keys (&n_live);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s::%s", action, kinds[i].what);

      if (with_live || !kinds[i].new_only)
        g_menu_append (menu, _(kinds[i].name), detailed);
    }
  if (with_live)
    {
      g_autoptr (GMenu) live = g_menu_new ();

      for (gsize i = 0; i < n_live; i++)
        {
          g_autofree char *detailed = g_strdup_printf ("%s::live:%s", action, keys[i].key);

          g_menu_append (live, _(keys[i].name), detailed);
        }
      g_menu_append_section (menu, _("From the data"), G_MENU_MODEL (live));
    }
  return G_MENU_MODEL (menu);
}

const char *
gh_block_live_name (const char *key)
{
  gsize n;
  const GhLiveKey *keys = gh_live_block_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (strcmp (keys[i].key, key) == 0)
      return _(keys[i].name);
  return key;
}

/* "1.1, 1.2, 1.3" */
static char *
name_style (const char *number)
{
  GhNumber read = gh_number_read (number);
  g_autofree char *second = gh_number_print (number, NULL, 2);
  g_autofree char *third = gh_number_print (number, NULL, 3);

  if (!gh_number_is_counted (&read))
    return g_strdup (number);
  return g_strdup_printf ("%s, %s, %s…", number, second, third);
}

static void
append_numbering (GMenu *menu, const char *const *styles)
{
  g_autoptr (GMenu) numbering = g_menu_new ();

  for (gsize i = 0; styles != NULL && styles[i] != NULL && styles[1] != NULL; i++)
    {
      g_autofree char *name = name_style (styles[i]);
      g_autofree char *detailed = g_strdup_printf ("block.style::%s", styles[i]);

      g_menu_append (numbering, name, detailed);
    }
  g_menu_append (numbering, _("_Renumber"), "block.renumber");
  g_menu_append_submenu (menu, _("_Numbering"), G_MENU_MODEL (numbering));
}

static void
append_hidden (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenuModel *
gh_block_row_menu_new (const GhBlock *block, const char *const *styles)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) add = gh_block_menu_new ("block.add", TRUE);
  g_autoptr (GMenuModel) make = gh_block_menu_new ("block.make", FALSE);
  g_autoptr (GMenu) levels = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  gboolean numbered = block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_ITEM;
  gboolean has_part = block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_APPENDIX;

  g_menu_append_submenu (menu, _("_Add below"), add);
  if (numbered || has_part || block->kind == GH_BLOCK_PARAGRAPH)
    g_menu_append_submenu (menu, _("_Turn into"), make);
  if (numbered)
    append_numbering (menu, styles);
  if (numbered || block->kind == GH_BLOCK_PARAGRAPH)
    {
      g_menu_append (levels, _("_Indent"), "block.indent");
      g_menu_append (levels, _("_Outdent"), "block.outdent");
    }
  g_menu_append (order, _("Move _up"), "block.up");
  g_menu_append (order, _("Move _down"), "block.down");
  g_menu_append (order, _("Du_plicate"), "block.duplicate");
  g_menu_append (order, _("_Remove"), "block.remove");
  if (has_part)
    g_menu_append (order, _("Remove the _whole part"), "block.remove-part");
  append_hidden (order, _("_Freeze to text"), "block.freeze");
  append_hidden (order, _("_Back to automatic"), "block.thaw");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (levels));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}
