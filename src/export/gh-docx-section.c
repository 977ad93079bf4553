/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-write.h"

static void
write_header_reference (xmlTextWriterPtr xml, const char *type, const char *id)
{
  gh_docx_put_start (xml, "w:headerReference");
  gh_docx_put_attribute (xml, "w:type", type);
  gh_docx_put_attribute (xml, "r:id", id);
  gh_docx_put_end (xml);
}

/* Paper, margins and numbering; numbers begin again in each section, and its first page has none.
 */
void
gh_docx_write_section (xmlTextWriterPtr xml, gboolean landscape)
{
  int width = gh_docx_twips (GH_MM_TO_PT (GH_PAPER_WIDTH_MM));
  int height = gh_docx_twips (GH_MM_TO_PT (GH_PAPER_HEIGHT_MM));

  gh_docx_put_start (xml, "w:sectPr");
  write_header_reference (xml, "default", "rId1");
  write_header_reference (xml, "first", "rId2");
  gh_docx_put_value (xml, "w:type", "nextPage");
  gh_docx_put_start (xml, "w:pgSz");
  gh_docx_put_attribute_int (xml, "w:w", landscape ? height : width);
  gh_docx_put_attribute_int (xml, "w:h", landscape ? width : height);
  if (landscape)
    gh_docx_put_attribute (xml, "w:orient", "landscape");
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:pgMar");
  gh_docx_put_attribute_int (xml, "w:top", gh_docx_twips (GH_MM_TO_PT (GH_MARGIN_TOP_MM)));
  gh_docx_put_attribute_int (xml, "w:right", gh_docx_twips (GH_MM_TO_PT (GH_MARGIN_RIGHT_MM)));
  gh_docx_put_attribute_int (xml, "w:bottom", gh_docx_twips (GH_MM_TO_PT (GH_MARGIN_BOTTOM_MM)));
  gh_docx_put_attribute_int (xml, "w:left", gh_docx_twips (GH_MM_TO_PT (GH_MARGIN_LEFT_MM)));
  gh_docx_put_attribute_int (xml, "w:header", gh_docx_twips (GH_MM_TO_PT (GH_PAGE_NUMBER_TOP_MM)));
  gh_docx_put_attribute_int (xml, "w:footer", gh_docx_twips (GH_MM_TO_PT (GH_PAGE_NUMBER_TOP_MM)));
  gh_docx_put_attribute (xml, "w:gutter", "0");
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:pgNumType");
  gh_docx_put_attribute (xml, "w:start", "1");
  gh_docx_put_end (xml);
  gh_docx_put_leaf (xml, "w:titlePg");
  gh_docx_put_end (xml);
}

void
gh_docx_write_seam (xmlTextWriterPtr xml, GhDocxSeam seam, gboolean landscape)
{
  gh_docx_put_start (xml, "w:p");
  gh_docx_put_start (xml, "w:pPr");
  if (seam == GH_DOCX_SEAM_NEW_PAGE || seam == GH_DOCX_SEAM_SIGNATURE)
    gh_docx_put_leaf (xml, "w:keepNext");
  if (seam == GH_DOCX_SEAM_NEW_PAGE)
    gh_docx_put_leaf (xml, "w:pageBreakBefore");
  gh_docx_put_start (xml, "w:spacing");
  gh_docx_put_attribute (xml, "w:before", "0");
  gh_docx_put_attribute (xml, "w:after", "0");
  gh_docx_put_attribute (xml, "w:line", "20");
  gh_docx_put_attribute (xml, "w:lineRule", "exact");
  gh_docx_put_end (xml);
  gh_docx_put_start (xml, "w:rPr");
  gh_docx_put_value_int (xml, "w:sz", 2);
  gh_docx_put_end (xml);
  if (seam == GH_DOCX_SEAM_SECTION)
    gh_docx_write_section (xml, landscape);
  gh_docx_put_end (xml);
  gh_docx_put_end (xml);
}
