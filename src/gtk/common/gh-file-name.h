/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** (transfer full): @text, as a file may be called on every system the file may travel to: without
 * letters that Windows refuses and without dots and spaces at the end, cut after a letter when it
 * is too long. Without ending, which comes after it; "_" if nothing is left. */
char *gh_file_name_dup (const char *text);
