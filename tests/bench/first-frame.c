/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a program: writes one line when the first window has drawn its first frame, and
 * ends the program there. So both sides of bench-start are measured at the same point, and neither
 * program knows of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>

static void
painted_cb (GdkFrameClock *clock G_GNUC_UNUSED)
{
  fputs ("first frame\n", stdout);
  fflush (stdout);
  _Exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
}
