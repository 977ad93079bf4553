/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"
#include "gh-job.h"
#include "gh-template.h"
