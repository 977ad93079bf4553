/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-application.h"
#include "gh-setup.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GhApplication) application = NULL;

  gh_setup_locale ();
  g_set_application_name ("Giọt Hồng");
  application = gh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
