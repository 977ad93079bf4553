/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-setup.h"

#include "gh-date-span.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#ifdef G_OS_WIN32
#define LOCALE_CATEGORY LC_CTYPE
#else
#define LOCALE_CATEGORY LC_MESSAGES
#endif

/* gettext translates nothing while the locale for messages is plain "C", and newer C libraries
 * take "C.UTF-8" for the same: then any other UTF-8 locale of the machine serves, for messages
 * alone. */
static void
choose_message_locale (void)
{
  static const char *const names[] = { "vi_VN.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };
  const char *now = setlocale (LOCALE_CATEGORY, NULL);

  if (now != NULL && !g_str_has_prefix (now, "C") && !g_str_equal (now, "POSIX"))
    return;
#ifndef G_OS_WIN32
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_MESSAGES, names[i]) != NULL)
      return;
#else
  (void) names;
#endif
}

static char *
dup_locale_folder (void)
{
  const char *given = g_getenv ("GIOTHONG_LOCALEDIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
#ifdef G_OS_WIN32
  {
    g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);
    g_autofree char *folder = g_build_filename (root, "share", "locale", NULL);

    return g_win32_locale_filename_from_utf8 (folder);
  }
#else
  return g_strdup (GH_LOCALEDIR);
#endif
}

char *
gh_setup_dup_guide_folder (void)
{
  const char *given = g_getenv ("GIOTHONG_GUIDEDIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
#ifdef G_OS_WIN32
  {
    g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);

    return g_build_filename (root, "share", GETTEXT_PACKAGE, "guide", NULL);
  }
#else
  return g_build_filename (GH_PKGDATADIR, "guide", NULL);
#endif
}

char *
gh_setup_dup_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), GETTEXT_PACKAGE, "settings.ini", NULL);
}

static const GhLanguage languages[] = { { "vi", "Tiếng Việt" }, { "en", "English" } };

const GhLanguage *
gh_setup_languages (guint *n)
{
  *n = G_N_ELEMENTS (languages);
  return languages;
}

const char *
gh_setup_get_language (void)
{
  /* Translators: the code of your language: "vi". It also names the folder of the user guide. */
  const char *code = C_ ("language of this translation", "en");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (code, languages[i].code))
      return languages[i].code;
  return "en";
}

void
gh_setup_set_language (const char *code)
{
  g_setenv ("LANGUAGE", code, TRUE);
  /* What was looked up in the language before is forgotten by this. */
  textdomain (GETTEXT_PACKAGE);
}

/* (transfer full) (nullable): what was chosen in the preferences. */
static char *
dup_chosen_language (void)
{
  g_autofree char *path = gh_setup_dup_settings_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_key_file_get_string (file, "interface", "language", NULL);
}

void
gh_setup_locale (void)
{
  const char *chosen = g_getenv ("GIOTHONG_LANGUAGE");
  g_autofree char *preferred = dup_chosen_language ();
  const char *given = g_getenv ("LANGUAGE");
  g_autofree char *folder = dup_locale_folder ();

  if (chosen != NULL && *chosen != '\0')
    g_setenv ("LANGUAGE", chosen, TRUE);
  else if (preferred != NULL && *preferred != '\0')
    g_setenv ("LANGUAGE", preferred, TRUE);
  else if (given == NULL || *given == '\0')
    g_setenv ("LANGUAGE", "vi", TRUE);

  if (setlocale (LC_ALL, "") == NULL || !g_get_charset (NULL))
    setlocale (LC_ALL, "C.UTF-8");
  choose_message_locale ();

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gint64
gh_setup_now (void)
{
  const char *given = g_getenv ("GIOTHONG_TODAY");
  guint32 day = given != NULL ? gh_day_parse_iso (given) : 0;
  int year;
  int month;
  int day_of_month;
  g_autoptr (GDateTime) morning = NULL;

  if (day == 0)
    return g_get_real_time () / G_USEC_PER_SEC;
  gh_day_to_ymd (day, &year, &month, &day_of_month);
  morning = g_date_time_new_local (year, month, day_of_month, 8, 0, 0);
  return morning != NULL ? g_date_time_to_unix (morning) : g_get_real_time () / G_USEC_PER_SEC;
}

guint32
gh_setup_day (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now);

  if (time == NULL)
    return 0;
  return gh_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time));
}
