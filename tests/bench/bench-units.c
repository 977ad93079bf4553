/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-units FILE: milliseconds that reading a units file takes, and how many units it has. */
#include "config.h"

#include "gh-proposal.h"

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 1 ? argv[1] : "");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GhUnitReading) reading = gh_unit_file_read (file, NULL, &error);
  double elapsed_ms = (double) (g_get_monotonic_time () - start) / 1000;

  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  g_print ("%.3f %u\n", elapsed_ms, reading->rows->len);
  return 0;
}
