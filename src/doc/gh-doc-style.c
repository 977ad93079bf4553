/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-style.h"

/*
 * Sizes, weight, slant and place of each component: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II
 * (the text) and Mục V (the table of sample letters); the box of the layout diagram in brackets.
 * Where the decree leaves a choice the comment gives its range. First-line indent 1 or 1,27 cm, at
 * least 6 pt between paragraphs, lines from single to 1,5 (Mục II.6.e).
 */
#define INDENT_MM 12.7
#define PARA_PT   6.0
#define LINE      1.1

static const GhDocStyle styles[GH_N_DOC_ROLES] = {
  /* (1) Quốc hiệu: 12–13, upright, bold, IN HOA */
  [GH_DOC_NATION] = { "GhNation", "Quốc hiệu", 12, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 0, 1,
                      GH_RULE_NONE, TRUE, 0 },
  /* (1) Tiêu ngữ: 13–14, upright, bold; line as long as the text; single spacing to Quốc hiệu */
  [GH_DOC_MOTTO] = { "GhMotto", "Tiêu ngữ", 13, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 0, 1,
                     GH_RULE_FULL, TRUE, 0 },
  /* (2) body above: 12–13, upright, not bold, IN HOA */
  [GH_DOC_PARENT_ISSUER] = { "GhParentIssuer", "Cơ quan chủ quản", 12, FALSE, FALSE,
                             GH_ALIGN_CENTRE, 0, 0, 0, 1, GH_RULE_NONE, TRUE, 0 },
  /* (2) issuer: 12–13, upright, bold, IN HOA; line 1/3 to 1/2 of the text */
  [GH_DOC_ISSUER] = { "GhIssuer", "Cơ quan ban hành", 12, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 0, 1,
                      GH_RULE_PART, TRUE, 0 },
  /* (3) number and symbol: 13, upright */
  [GH_DOC_NUMBER] = { "GhNumber", "Số, ký hiệu", 13, FALSE, FALSE, GH_ALIGN_CENTRE, 0, 6, 0, 1,
                      GH_RULE_NONE, TRUE, 0 },
  /* (4) place and date: 13–14, italic */
  [GH_DOC_PLACE_DATE] = { "GhPlaceDate", "Địa danh, thời gian", 13, FALSE, TRUE, GH_ALIGN_CENTRE, 0,
                          6, 0, 1, GH_RULE_NONE, TRUE, 0 },
  /* (5a) kind: 13–14, upright, bold, IN HOA */
  [GH_DOC_KIND] = { "GhKind", "Tên loại văn bản", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 18, 0, 1,
                    GH_RULE_NONE, TRUE, 0 },
  /* (5a) trích yếu: 13–14, upright, bold; line 1/3 to 1/2 of the text */
  [GH_DOC_TITLE] = { "GhTitle", "Trích yếu", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 12, 1,
                     GH_RULE_PART, TRUE, 1 },
  /* (6) căn cứ: 13–14, italic */
  [GH_DOC_BASIS] = { "GhBasis", "Căn cứ", 14, FALSE, TRUE, GH_ALIGN_JUSTIFY, INDENT_MM, PARA_PT, 0,
                     LINE, GH_RULE_NONE, FALSE, 0 },
  /* (6) "I. NỘI DUNG": 13–14, upright, bold */
  [GH_DOC_PART] = { "Heading1", "heading 1", 14, TRUE, FALSE, GH_ALIGN_JUSTIFY, INDENT_MM, PARA_PT,
                    0, LINE, GH_RULE_NONE, TRUE, 1 },
  /* (6) khoản with a title: 13–14, upright, bold */
  [GH_DOC_CLAUSE_TITLE] = { "Heading2", "heading 2", 14, TRUE, FALSE, GH_ALIGN_JUSTIFY, INDENT_MM,
                            PARA_PT, 0, LINE, GH_RULE_NONE, TRUE, 2 },
  [GH_DOC_SUBCLAUSE_TITLE] = { "Heading3", "heading 3", 14, TRUE, FALSE, GH_ALIGN_JUSTIFY,
                               INDENT_MM, PARA_PT, 0, LINE, GH_RULE_NONE, TRUE, 3 },
  /* (6) text: 13–14, upright, justified */
  [GH_DOC_BODY] = { "BodyText", "Body Text", 14, FALSE, FALSE, GH_ALIGN_JUSTIFY, INDENT_MM, PARA_PT,
                    0, LINE, GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_ITEM] = { "GhItem", "Khoản, điểm, gạch đầu dòng", 14, FALSE, FALSE, GH_ALIGN_JUSTIFY,
                    INDENT_MM, PARA_PT, 0, LINE, GH_RULE_NONE, FALSE, 0 },
  /* (9b) "Nơi nhận:": 12, italic, bold, left */
  [GH_DOC_RECIPIENTS_HEAD] = { "GhRecipientsHead", "Nơi nhận", 12, TRUE, TRUE, GH_ALIGN_LEFT, 0, 0,
                               0, 1, GH_RULE_NONE, TRUE, 0 },
  /* (9b) list: 11, upright, left */
  [GH_DOC_RECIPIENT] = { "GhRecipient", "Danh sách nơi nhận", 11, FALSE, FALSE, GH_ALIGN_LEFT, 0, 0,
                         0, 1, GH_RULE_NONE, FALSE, 0 },
  /* (7a) authority and (7b) post, name: 13–14, upright, bold, centred in the right half */
  [GH_DOC_AUTHORITY] = { "GhAuthority", "Quyền hạn, chức vụ", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0,
                         0, 0, 1, GH_RULE_NONE, TRUE, 0 },
  [GH_DOC_SIGNER_POST] = { "GhSignerPost", "Chức vụ khác của người ký", 14, TRUE, FALSE,
                           GH_ALIGN_CENTRE, 0, 0, 0, 1, GH_RULE_NONE, TRUE, 0 },
  [GH_DOC_SIGNATURE_SPACE] = { "GhSignatureSpace", "Chữ ký", 14, FALSE, TRUE, GH_ALIGN_CENTRE, 0, 0,
                               0, 1, GH_RULE_NONE, TRUE, 0 },
  [GH_DOC_SIGNER_NAME] = { "GhSignerName", "Họ tên người ký", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0,
                           0, 0, 1, GH_RULE_NONE, FALSE, 0 },
  /* (PL) "Phụ lục I": 14, upright, bold, centred */
  [GH_DOC_APPENDIX_HEAD] = { "GhAppendixHead", "Phụ lục", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 0,
                             1, GH_RULE_NONE, TRUE, 1 },
  /* (PL) title: 13–14, upright, bold, IN HOA, centred */
  [GH_DOC_APPENDIX_TITLE] = { "GhAppendixTitle", "Tên phụ lục", 14, TRUE, FALSE, GH_ALIGN_CENTRE, 0,
                              0, 0, 1, GH_RULE_NONE, TRUE, 0 },
  /* (PL) "(Kèm theo …)": 13–14, italic, centred */
  [GH_DOC_APPENDIX_NOTE] = { "GhAppendixNote", "Kèm theo văn bản", 14, FALSE, TRUE, GH_ALIGN_CENTRE,
                             0, 0, 6, 1, GH_RULE_NONE, TRUE, 0 },
  /* Tables: the decree is silent; the size of text, 13–14, as long as columns are wide enough */
  [GH_DOC_TABLE_HEAD] = { "GhTableHead", "Đầu bảng", 13, TRUE, FALSE, GH_ALIGN_CENTRE, 0, 0, 0, 1,
                          GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_TABLE_CELL] = { "GhTableCell", "Ô bảng", 13, FALSE, FALSE, GH_ALIGN_LEFT, 0, 0, 0, 1,
                          GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_TABLE_NUMBER] = { "GhTableNumber", "Số liệu trong bảng", 13, FALSE, FALSE, GH_ALIGN_RIGHT,
                            0, 0, 0, 1, GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_TABLE_TOTAL] = { "GhTableTotal", "Dòng cộng", 13, TRUE, FALSE, GH_ALIGN_RIGHT, 0, 0, 0, 1,
                           GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_TABLE_INDEX] = { "GhTableIndex", "Số thứ tự trong bảng", 13, FALSE, FALSE,
                           GH_ALIGN_CENTRE, 0, 0, 0, 1, GH_RULE_NONE, FALSE, 0 },
  [GH_DOC_CAPTION] = { "GhCaption", "Ghi chú bảng", 13, FALSE, TRUE, GH_ALIGN_JUSTIFY, 0, PARA_PT,
                       0, 1, GH_RULE_NONE, FALSE, 0 },
};

const GhDocStyle *
gh_doc_style_get (GhDocRole role)
{
  g_return_val_if_fail ((guint) role < GH_N_DOC_ROLES, &styles[GH_DOC_BODY]);

  return &styles[role];
}

gboolean
gh_doc_role_is_cell (GhDocRole role)
{
  return role >= GH_DOC_TABLE_HEAD && role <= GH_DOC_TABLE_INDEX;
}

double
gh_doc_style_cell_pad (double width_pt)
{
  return MIN (GH_CELL_PAD_PT, width_pt / 6);
}

double
gh_doc_style_table_size (const GhDocNode *table, double width_pt)
{
  double size = table->n_columns <= 6 ? 13.0 : table->n_columns <= 9 ? 12.0 : 11.0;

  /* No Vietnamese letter of the font is wider than its size. */
  for (guint i = 0; i < table->n_columns; i++)
    {
      double column = table->widths[i] * width_pt;

      size = MIN (size, column - 2 * gh_doc_style_cell_pad (column));
    }
  return MAX (size, 0.5);
}

/* Advances of ' ' to '~' in 1/2048 of the size: Times New Roman, and Tinos, which has the same. */
static const guint16 advances_regular[] = {
  512,  682,  836,  1024, 1024, 1706, 1593, 369,  682,  682,  1024, 1155, 512,  682,  512,  569,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569,  569,  1155, 1155, 1155, 909,
  1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682,  797,  1479, 1251, 1821, 1479, 1479,
  1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682,  569,  682,  961,  1024,
  682,  909,  1024, 909,  1024, 909,  682,  1024, 1024, 569,  569,  1024, 569,  1593, 1024, 1024,
  1024, 1024, 682,  797,  569,  1024, 1024, 1479, 1024, 1024, 909,  983,  410,  983,  1108,
};
static const guint16 advances_bold[] = {
  512,  682,  1137, 1024, 1024, 2048, 1706, 569,  682,  682,  1024, 1167, 512,  682,  512,  569,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682,  682,  1167, 1167, 1167, 1024,
  1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797,  1024, 1593, 1366, 1933, 1479, 1593,
  1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682,  569,  682,  1190, 1024,
  682,  1024, 1139, 909,  1139, 909,  682,  1024, 1139, 569,  682,  1139, 569,  1706, 1139, 1024,
  1139, 1139, 909,  797,  682,  1139, 1024, 1479, 1024, 1024, 909,  807,  451,  807,  1065,
};

static guint
get_advance (gunichar c, gboolean bold)
{
  const guint16 *advances = bold ? advances_bold : advances_regular;
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { 0 };

  /* "ế" is as wide as "e"; the horn of ơ and ư is not in the base letter but hardly widens it. */
  if (c >= 0x80)
    g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base));
  else
    base[0] = c;
  if (base[0] >= ' ' && base[0] <= '~')
    return advances[base[0] - ' '];
  if (g_unichar_ismark (c))
    return 0;
  if (c == 0x2026) /* … */
    return 2048;
  if (c == 0x0110) /* Đ */
    return advances['D' - ' '];
  return 1024; /* –, “, ”, đ, and a fair guess for the rest */
}

double
gh_doc_style_text_width (const char *text, double size_pt, gboolean bold)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_advance (g_utf8_get_char (p), bold);
  return width * size_pt / 2048.0;
}

gboolean
gh_doc_node_leads (const GhDocNode *node)
{
  g_autofree char *text = NULL;

  if (node->kind != GH_DOC_PARAGRAPH)
    return FALSE;
  if (gh_doc_style_get (node->role)->keep_next || node->role == GH_DOC_CAPTION)
    return TRUE;
  text = g_strchomp (gh_doc_node_get_text (node));
  return g_str_has_suffix (text, ":");
}

gboolean
gh_doc_role_is_balanced (GhDocRole role)
{
  return gh_doc_style_get (role)->align == GH_ALIGN_CENTRE && !gh_doc_role_is_cell (role);
}
