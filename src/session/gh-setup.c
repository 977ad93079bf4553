/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-setup.h"

#include "gh-date-span.h"
#include "gh-platform.h"

#include <glib/gi18n-lib.h>

static char *
dup_locale_folder (void)
{
  const char *given = g_getenv ("GIOTHONG_LOCALEDIR");

  return given != NULL && *given != '\0' ? g_strdup (given) : gh_platform_dup_locale_folder ();
}

char *
gh_setup_dup_guide_folder (void)
{
  const char *given = g_getenv ("GIOTHONG_GUIDEDIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  return gh_platform_dup_data_folder ("guide");
}

GhSpeller *
gh_setup_new_speller (void)
{
  const char *given = g_getenv ("GIOTHONG_DICTIONARIES");
  g_autofree char *own = gh_platform_dup_data_folder ("hunspell");
  const char *const folders[] = { given != NULL && *given != '\0' ? given : own, NULL };

  return gh_speller_new (folders);
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
  const char *code = C_("language of this translation", "en");

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

/* The settings are read last: a message that GLib looks up before the catalogues are bound is the
 * end of ours on Windows, and with a language that they have, so that GLib sees that they are
 * there. */
void
gh_setup_locale (void)
{
  const char *chosen = g_getenv ("GIOTHONG_LANGUAGE");
  const char *given = g_getenv ("LANGUAGE");
  const gboolean is_chosen = chosen != NULL && *chosen != '\0';
  g_autofree char *folder = dup_locale_folder ();
  g_autofree char *preferred = NULL;

  if (is_chosen)
    g_setenv ("LANGUAGE", chosen, TRUE);
  else if (given == NULL || *given == '\0')
    g_setenv ("LANGUAGE", "vi", TRUE);

  gh_platform_set_locale ();
  gh_platform_bind_text_domain (GETTEXT_PACKAGE, folder);
  textdomain (GETTEXT_PACKAGE);

  preferred = dup_chosen_language ();
  if (!is_chosen && preferred != NULL && *preferred != '\0')
    gh_setup_set_language (preferred);
}

char *
gh_setup_dup_template_folder (void)
{
  const char *folder = g_getenv ("GIOTHONG_TEMPLATEDIR");

  return folder != NULL ? g_strdup (folder)
                        : g_build_filename (g_get_user_data_dir (), "giothong", "templates", NULL);
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
