/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a package, damaged or hostile. */
#include "config.h"

#include "fuzz-read.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gh_fuzz_read (data, size);
  return 0;
}
