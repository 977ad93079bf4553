/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

G_DEFINE_QUARK (gh_export_error, gh_export_error)
