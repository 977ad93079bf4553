/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-about-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-setup.h"

/* What the program is made of. Names and licences are not translated. */
static const struct
{
  const char *name;
  const char *licence;
  const char *address;
} parts[] = {
  { "GTK", "LGPL-2.1-or-later", "https://www.gtk.org/" },
  { "GLib", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/glib" },
  { "Pango", "LGPL-2.0-or-later", "https://pango.gnome.org/" },
  { "Cairo", "LGPL-2.1-only OR MPL-1.1", "https://cairographics.org/" },
  { "Fontconfig", "MIT", "https://fontconfig.org/" },
  { "SQLite", "blessing (public domain)", "https://sqlite.org/" },
  { "libxlsxwriter", "BSD-2-Clause", "https://libxlsxwriter.github.io/" },
  { "libxml2", "MIT", "https://gitlab.gnome.org/GNOME/libxml2" },
  { "minizip, zlib", "Zlib", "https://zlib.net/" },
  { "libical", "LGPL-2.1-only OR MPL-2.0", "https://libical.github.io/libical/" },
  { "JSON-GLib", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/json-glib" },
  { "Hunspell", "LGPL-2.1+ OR GPL-2.0+ OR MPL-1.1", "https://hunspell.github.io/" },
  { "hunspell-vi", "GPL-2.0-only", "https://github.com/LibreOffice/dictionaries" },
  { "Tinos", "Apache-2.0", "https://fonts.google.com/specimen/Tinos" },
  { "Noto Sans", "OFL-1.1", "https://fonts.google.com/noto/specimen/Noto+Sans" },
  { "Adwaita", "LGPL-3.0-only OR CC-BY-SA-3.0",
    "https://gitlab.gnome.org/GNOME/adwaita-icon-theme" },
};

static GtkWidget *
make_page (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (page, "dialog-content");
  return page;
}

static GtkWidget *
make_program (void)
{
  GtkWidget *page = make_page ();
  GtkWidget *icon = gtk_image_new_from_icon_name (GH_APPLICATION_ID);
  /* Translators: %s is a version */
  g_autofree char *version = g_strdup_printf (_("Version %s"), PACKAGE_VERSION);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 96);
  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (page), icon);
  gtk_box_append (GTK_BOX (page), gh_dialog_label_new ("Giọt Hồng", "page-title"));
  gtk_box_append (GTK_BOX (page), gh_dialog_label_new (version, "dim-label"));
  gtk_box_append (
    GTK_BOX (page),
    gh_dialog_label_new (_("Plans, quotas and calendars of blood donation campaigns"), NULL));
  gtk_box_append (
    GTK_BOX (page),
    gh_dialog_label_new (
      _("Made by the Giọt Hồng developers. Free software under the GNU General Public "
        "License, version 3 or later: it may be used, passed on and changed; it comes "
        "without any warranty."),
      NULL));
  gtk_box_append (
    GTK_BOX (page),
    gh_dialog_label_new (_("The lunar calendar follows the rules of Hồ Ngọc Đức."), NULL));
  gtk_box_append (GTK_BOX (page),
                  gtk_link_button_new_with_label ("https://www.gnu.org/licenses/gpl-3.0.html",
                                                  _("GNU General Public License, version 3")));
  return page;
}

static GtkWidget *
make_licences (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *page = make_page ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_box_append (
    GTK_BOX (page),
    gh_dialog_label_new (_("Giọt Hồng is made with these free programs and fonts:"), NULL));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *link = gtk_link_button_new_with_label (parts[i].address, parts[i].name);

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (grid), link, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), gh_dialog_label_new (parts[i].licence, NULL), 1, (int) i, 1,
                       1);
    }
  gtk_box_append (GTK_BOX (page), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  return scroller;
}

/* --- details -----------------------------------------------------------------------------------
 */

/* For whoever helps; in English, whatever the interface speaks. Names no file of the clerk's. */
static char *
dup_details (GtkWindow *parent)
{
  g_autofree char *system = g_get_os_info ("PRETTY_NAME");
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (parent));

  return g_strdup_printf (
    "Giọt Hồng %s\nSystem: %s\nGTK %u.%u.%u, GLib %u.%u.%u\nDisplay: %s, %s\nLanguage: %s",
    PACKAGE_VERSION, system != NULL ? system : "?", gtk_get_major_version (),
    gtk_get_minor_version (), gtk_get_micro_version (), glib_major_version, glib_minor_version,
    glib_micro_version, G_OBJECT_TYPE_NAME (display),
    renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "?", gh_setup_get_language ());
}

static void
copy_clicked_cb (GtkWidget *button, GtkLabel *details)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), gtk_label_get_text (details));
}

static GtkWidget *
make_details (GtkWindow *parent)
{
  g_autofree char *text = dup_details (parent);
  GtkWidget *page = make_page ();
  GtkWidget *details = gh_dialog_label_new (text, NULL);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));

  gtk_label_set_selectable (GTK_LABEL (details), TRUE);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_clicked_cb), details);
  gtk_box_append (GTK_BOX (page),
                  gh_dialog_label_new (
                    _("When you ask for help, send these lines along. No names and no data of a "
                      "workspace are in them."),
                    NULL));
  gtk_box_append (GTK_BOX (page), details);
  gtk_box_append (GTK_BOX (page), copy);
  return page;
}

void
gh_about_present (GtkWindow *parent)
{
  GtkWindow *window =
    g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "title", _("About Giọt Hồng"),
                  "default-width", 560, "default-height", 460, "destroy-with-parent", TRUE, NULL);
  GtkWidget *notebook = gtk_notebook_new ();

  gtk_notebook_set_show_border (GTK_NOTEBOOK (notebook), FALSE);
  gtk_notebook_append_page (GTK_NOTEBOOK (notebook), make_program (),
                            gtk_label_new (C_("about", "Program")));
  gtk_notebook_append_page (GTK_NOTEBOOK (notebook), make_licences (),
                            gtk_label_new (_("Licences")));
  gtk_notebook_append_page (GTK_NOTEBOOK (notebook), make_details (parent),
                            gtk_label_new (_("Details for help")));
  gtk_window_set_child (window, notebook);
  gh_names_mend (GTK_WIDGET (window));
  gh_dialog_close_on_escape (window);
  gtk_window_present (window);
}
