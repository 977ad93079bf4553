/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/** (transfer full): a legal basis from its printed line, number, date, issuer and title read from
 * it as the reader of whole plans does; @text itself is kept as it is. */
GhBasis *gh_basis_read (const char *text);
