/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-write.h"

/* Half points, as Word counts sizes. */
static int
half_points (double pt)
{
  return gh_docx_twips (pt) / 10;
}

static void
write_defaults (xmlTextWriterPtr xml)
{
  gh_docx_put_start (xml, "w:docDefaults");
  gh_docx_put_start (xml, "w:rPrDefault");
  gh_docx_put_start (xml, "w:rPr");
  gh_docx_put_fonts (xml);
  gh_docx_put_value (xml, "w:color", "000000");
  gh_docx_put_value_int (xml, "w:sz", half_points (14));
  gh_docx_put_value_int (xml, "w:szCs", half_points (14));
  gh_docx_put_start (xml, "w:lang");
  gh_docx_put_attribute (xml, "w:val", "vi-VN");
  gh_docx_put_attribute (xml, "w:eastAsia", "vi-VN");
  gh_docx_put_attribute (xml, "w:bidi", "ar-SA");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:pPrDefault");
  gh_docx_put_start (xml, "w:pPr");
  gh_docx_put_start (xml, "w:spacing");
  gh_docx_put_attribute (xml, "w:before", "0");
  gh_docx_put_attribute (xml, "w:after", "0");
  gh_docx_put_attribute (xml, "w:line", "240");
  gh_docx_put_attribute (xml, "w:lineRule", "auto");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
}

static void
begin_style (xmlTextWriterPtr xml, const char *id, const char *name, gboolean is_default)
{
  gh_docx_put_start (xml, "w:style");
  gh_docx_put_attribute (xml, "w:type", "paragraph");
  if (is_default)
    gh_docx_put_attribute (xml, "w:default", "1");
  gh_docx_put_attribute (xml, "w:styleId", id);
  gh_docx_put_value (xml, "w:name", name);
  if (!is_default)
    gh_docx_put_value (xml, "w:basedOn", "Normal");
  gh_docx_put_leaf (xml, "w:qFormat");
}

static const char *
get_justification (GhDocAlign align)
{
  switch (align)
    {
    case GH_ALIGN_CENTRE:
      return "center";
    case GH_ALIGN_RIGHT:
      return "right";
    case GH_ALIGN_JUSTIFY:
      return "both";
    case GH_ALIGN_LEFT:
    default:
      return "left";
    }
}

static void
write_paragraph_properties (xmlTextWriterPtr xml, const GhDocStyle *style)
{

  gh_docx_put_start (xml, "w:pPr");
  if (style->keep_next)
    {
      gh_docx_put_leaf (xml, "w:keepNext");
      gh_docx_put_leaf (xml, "w:keepLines");
    }
  gh_docx_put_leaf (xml, "w:widowControl");
  gh_docx_put_start (xml, "w:spacing");
  gh_docx_put_attribute_int (xml, "w:before", gh_docx_twips (style->before_pt));
  gh_docx_put_attribute_int (xml, "w:after", gh_docx_twips (style->after_pt));
  gh_docx_put_attribute_int (xml, "w:line", gh_docx_twips (style->line * 12));
  gh_docx_put_attribute (xml, "w:lineRule", "auto");
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:ind");
  gh_docx_put_attribute_int (xml, "w:firstLine",
                             gh_docx_twips (GH_MM_TO_PT (style->first_line_mm)));
  gh_docx_put_end (xml);
  gh_docx_put_value (xml, "w:jc", get_justification (style->align));
  /* Of headings alone: LibreOffice would number whatever else has a level in the outline. */
  if (gh_docx_heading_level (style) > 0)
    gh_docx_put_value_int (xml, "w:outlineLvl", style->outline - 1);
  gh_docx_put_end (xml);
}

static void
write_run_properties (xmlTextWriterPtr xml, double size_pt, gboolean bold, gboolean italic)
{
  gh_docx_put_start (xml, "w:rPr");
  gh_docx_put_fonts (xml);
  gh_docx_put_value (xml, "w:b", bold ? "1" : "0");
  gh_docx_put_value (xml, "w:bCs", bold ? "1" : "0");
  gh_docx_put_value (xml, "w:i", italic ? "1" : "0");
  gh_docx_put_value (xml, "w:iCs", italic ? "1" : "0");
  gh_docx_put_value (xml, "w:color", "000000");
  gh_docx_put_value_int (xml, "w:sz", half_points (size_pt));
  gh_docx_put_value_int (xml, "w:szCs", half_points (size_pt));
  gh_docx_put_end (xml);
}

/* The page number, and the line under a component (a paragraph of no height with a border). */
static void
write_helpers (xmlTextWriterPtr xml)
{
  begin_style (xml, "Header", "header", FALSE);
  gh_docx_put_start (xml, "w:pPr");
  gh_docx_put_value (xml, "w:jc", "center");
  gh_docx_put_end (xml);
  write_run_properties (xml, GH_PAGE_NUMBER_SIZE_PT, FALSE, FALSE);
  gh_docx_put_end (xml);

  begin_style (xml, "GhRule", "Đường kẻ", FALSE);
  gh_docx_put_start (xml, "w:pPr");
  gh_docx_put_leaf (xml, "w:keepNext");
  gh_docx_put_start (xml, "w:pBdr");
  gh_docx_put_start (xml, "w:top");
  gh_docx_put_attribute (xml, "w:val", "single");
  gh_docx_put_attribute_int (xml, "w:sz", (int) (GH_RULE_PT * 8));
  gh_docx_put_attribute (xml, "w:space", "0");
  gh_docx_put_attribute (xml, "w:color", "000000");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:spacing");
  gh_docx_put_attribute_int (xml, "w:before", gh_docx_twips (GH_RULE_GAP_PT));
  gh_docx_put_attribute (xml, "w:after", "0");
  gh_docx_put_attribute_int (xml, "w:line", gh_docx_twips (GH_RULE_ROOM_PT - GH_RULE_GAP_PT));
  gh_docx_put_attribute (xml, "w:lineRule", "exact");
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
  write_run_properties (xml, 2, FALSE, FALSE);
  gh_docx_put_end (xml);
}

void
gh_docx_write_styles (GhZipWriter *zip)
{
  GhDocxPart part;

  gh_docx_part_begin (&part);
  gh_docx_put_start (part.xml, "w:styles");
  gh_docx_put_attribute (part.xml, "xmlns:w", GH_DOCX_W_NS);
  write_defaults (part.xml);
  begin_style (part.xml, "Normal", "Normal", TRUE);
  write_run_properties (part.xml, 14, FALSE, FALSE);
  gh_docx_put_end (part.xml);
  for (int role = 0; role < GH_N_DOC_ROLES; role++)
    {
      const GhDocStyle *style = gh_doc_style_get ((GhDocRole) role);

      begin_style (part.xml, style->style_id, style->style_name, FALSE);
      write_paragraph_properties (part.xml, style);
      write_run_properties (part.xml, style->size_pt, style->bold, style->italic);
      gh_docx_put_end (part.xml);
    }
  write_helpers (part.xml);
  gh_docx_put_end (part.xml);
  gh_docx_part_end (&part, zip, "word/styles.xml");
}
