/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least a GTK 4 program can do: a window with a word in it. What bench-start measures against.
 */
#include <gtk/gtk.h>

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_title (GTK_WINDOW (window), "bench-empty");
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 720);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("empty"));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
    gtk_application_new ("io.github.giothong.BenchEmpty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
