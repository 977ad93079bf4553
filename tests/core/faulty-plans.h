/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Plans for the checker, in the notation of sample-plan.h: a sound one, and faults to put into it.
 */

/**
 * Fault: @find in the sound plan is written as @replace; then @code is found, and @says stands in
 * its message. @replace %NULL: the plan breaks off before @find.
 */
typedef struct
{
  const char *code;
  const char *find;
  const char *replace;
  const char *says;
} Fault;

extern const Fault faults[];
extern const gsize n_faults;

/** (transfer full): the sound plan with @fault in it; %NULL: the sound plan itself. */
char *faulty_plan (const Fault *fault);
/** (transfer full): a text that no clerk would write. */
char *hostile_plan (GRand *rand);
