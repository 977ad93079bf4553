/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

int
main (void)
{
  gtk_init ();
  return 2;
}
