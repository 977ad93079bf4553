/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-quota.h"

G_DEFINE_QUARK (gh_quota_error, gh_quota_error)
