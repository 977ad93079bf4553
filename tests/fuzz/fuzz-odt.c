/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content.xml and, behind lines "#part NAME", other parts of an OpenDocument text. */
#include "config.h"

#include "fuzz-read.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gh_fuzz_read_parts (data, size, "content.xml", "application/vnd.oasis.opendocument.text");
  return 0;
}
