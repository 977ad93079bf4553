/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store.h"

G_DEFINE_QUARK (gh_store_error, gh_store_error)
