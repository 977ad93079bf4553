/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-application.h"
#include "gh-platform.h"
#include "gh-setup.h"

static const GOptionEntry options[] = {
  { "safe-drawing", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Draw without the graphics card, where windows stay empty or flicker"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Before GTK begins, which asks for the renderer then. */
static int
options_read_cb (GApplication *application G_GNUC_UNUSED,
                 GVariantDict *given,
                 gpointer user_data G_GNUC_UNUSED)
{
  if (g_variant_dict_contains (given, "safe-drawing"))
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
  return -1;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GhApplication) application = NULL;
  g_autofree char *fonts = gh_platform_dup_data_folder ("interface-fonts");

  gh_platform_set_up_fonts ();
  gh_setup_locale ();
  gh_platform_add_fonts (fonts);
  g_set_application_name ("Giọt Hồng");
  application = gh_application_new ();
  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (options_read_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
