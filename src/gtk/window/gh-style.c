/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-style.h"

#include <gio/gio.h>

#include "gh-platform.h"

#define RESOURCES        "/io/github/giothong/GiotHong/common/"
#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NO_PREFERENCE    0
#define PREFERS_DARK     1
#define OWN_FONT         "Noto Sans" /* with all Vietnamese letters */

gboolean
gh_style_is_dark (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  gboolean prefer_dark = FALSE;

  if (forced != NULL && *forced != '\0')
    return g_str_has_suffix (forced, ":dark") || g_str_has_suffix (forced, "-dark");
  if (settings == NULL)
    return FALSE;
  g_object_get (settings, "gtk-theme-name", &name, "gtk-application-prefer-dark-theme",
                &prefer_dark, NULL);
  folded = g_ascii_strdown (name != NULL ? name : "", -1);
  return prefer_dark || g_str_has_suffix (folded, "-dark") ||
         g_str_equal (folded, "highcontrastinverse");
}

static void
update_colours (GdkDisplay *display)
{
  GtkCssProvider *provider = g_object_get_data (G_OBJECT (display), "gh-colours");

  gtk_css_provider_load_from_resource (provider, gh_style_is_dark () ? RESOURCES "style-dark.css"
                                                                     : RESOURCES "style-light.css");
}

static GtkCssProvider *
add_provider (GdkDisplay *display)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

/* --- the desktop's choice ----------------------------------------------------------------------
 */

static void
take_colour_scheme (GVariant *value)
{
  g_autoptr (GVariant) scheme = g_variant_ref (value);

  while (g_variant_is_of_type (scheme, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *inner = g_variant_get_variant (scheme);

      g_variant_unref (scheme);
      scheme = inner;
    }
  if (!g_variant_is_of_type (scheme, G_VARIANT_TYPE_UINT32))
    return;
  /* Without a preference there, what GTK's own settings say stays. */
  if (g_variant_get_uint32 (scheme) == NO_PREFERENCE)
    gtk_settings_reset_property (gtk_settings_get_default (), "gtk-application-prefer-dark-theme");
  else
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme",
                  g_variant_get_uint32 (scheme) == PREFERS_DARK, NULL);
}

static void
setting_changed_cb (GDBusConnection *bus G_GNUC_UNUSED,
                    const char *sender G_GNUC_UNUSED,
                    const char *path G_GNUC_UNUSED,
                    const char *interface G_GNUC_UNUSED,
                    const char *signal G_GNUC_UNUSED,
                    GVariant *arguments,
                    gpointer user_data G_GNUC_UNUSED)
{
  const char *name_space;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (arguments, "(&s&sv)", &name_space, &key, &value);
  if (g_str_equal (name_space, "org.freedesktop.appearance") && g_str_equal (key, "color-scheme"))
    take_colour_scheme (value);
}

static void
scheme_read_cb (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GVariant) reply = NULL;

  /* No portal, no such setting: the theme's name decides alone. */
  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (reply != NULL)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (reply, 0);

      take_colour_scheme (value);
    }
}

static void
bus_ready_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    return;
  g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged",
                                      PORTAL_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                      setting_changed_cb, NULL, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", "org.freedesktop.appearance", "color-scheme"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, 1000, NULL,
                          scheme_read_cb, NULL);
}

/* A Windows without the font that it names itself draws boxes for letters: then the one that came
 * with the program serves. */
static void
replace_missing_font (GtkSettings *settings)
{
  g_autofree char *brought = gh_platform_dup_data_folder ("interface-fonts");
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) wanted = NULL;
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontFamily **families = NULL;
  gboolean has_wanted = FALSE;
  gboolean has_own = FALSE;
  int n_families;

  if (!g_file_test (brought, G_FILE_TEST_IS_DIR))
    return;
  g_object_get (settings, "gtk-font-name", &name, NULL);
  wanted = pango_font_description_from_string (name);
  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    {
      const char *family = pango_font_family_get_name (families[i]);

      if (g_ascii_strcasecmp (family, pango_font_description_get_family (wanted)) == 0)
        has_wanted = TRUE;
      has_own |= g_str_equal (family, OWN_FONT);
    }
  g_free (families);
  if (!has_wanted && has_own)
    g_object_set (settings, "gtk-font-name", OWN_FONT " 10", NULL);
}

void
gh_style_init (GdkDisplay *display)
{
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) rules = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), "gh-colours") != NULL)
    return;
  g_object_set_data_full (G_OBJECT (display), "gh-colours", add_provider (display), g_object_unref);
  rules = add_provider (display);
  update_colours (display);
  replace_missing_font (settings);
  gtk_css_provider_load_from_resource (rules, RESOURCES "style.css");
  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (update_colours), display,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_colours), display, G_CONNECT_SWAPPED);
  if (g_getenv ("GTK_THEME") == NULL)
    g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_ready_cb, NULL);
}
