/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhCNumeric: while it lasts this thread writes numbers with a decimal point. libxlsxwriter prints
 * with the locale of the process: under vi_VN its workbooks would say "168,8" where the format
 * wants "168.8", and Excel would call them damaged.
 */
typedef struct _GhCNumeric GhCNumeric;

GhCNumeric *gh_c_numeric_begin (void);
void gh_c_numeric_end (GhCNumeric *numeric);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCNumeric, gh_c_numeric_end)
