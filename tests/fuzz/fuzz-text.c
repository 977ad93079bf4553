/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a text file, in whatever code. */
#include "config.h"

#include "fuzz-read.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* What begins as a package is for the other targets. */
  if (size == 0 || data[0] != (guint8) 'P' || size < 4 || data[2] != 3)
    gh_fuzz_read (data, size);
  return 0;
}
