/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal.h"

G_DEFINE_QUARK (gh_import_error, gh_import_error)
