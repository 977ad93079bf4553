/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-job.h"

/** The data given to gh_job_new(), for the kinds of job that leave something behind. Only while the
 * job is not running. */
gpointer _gh_job_get_data (GhJob *self);
GhJobFunc _gh_job_get_func (GhJob *self);
