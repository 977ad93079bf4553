/* SPDX-License-Identifier: GPL-3.0-or-later */
/* word/document.xml and, behind lines "#part NAME", other parts of a Word document. */
#include "config.h"

#include "fuzz-read.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gh_fuzz_read_parts (data, size, "word/document.xml", NULL);
  return 0;
}
