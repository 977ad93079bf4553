/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-news.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "gh-dialogs.h"
#include "gh-label.h"
#include "gh-settings.h"

#define METAINFO "/io/github/giothong/GiotHong/news/metainfo.xml"

int
gh_news_compare_versions (const char *a, const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, ".", -1);
  g_auto (GStrv) right = g_strsplit (b, ".", -1);
  guint n_left = g_strv_length (left);
  guint n_right = g_strv_length (right);

  for (guint i = 0; i < MAX (n_left, n_right); i++)
    {
      gint64 x = i < n_left ? g_ascii_strtoll (left[i], NULL, 10) : 0;
      gint64 y = i < n_right ? g_ascii_strtoll (right[i], NULL, 10) : 0;

      if (x != y)
        return x < y ? -1 : 1;
    }
  return 0;
}

/* --- reading the metainfo ----------------------------------------------------------------------
 */

/* Where the reading stands: paragraphs of releases newer than @since become rows of @box. */
typedef struct
{
  GtkWidget *box;
  const char *since;
  gboolean inside; /* a release that is shown */
  GString *text;   /* of the paragraph that is being read, or NULL */
  guint n;
} Reading;

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_release (Reading *reading, const char *version, const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  g_autofree char *title =
    g_strv_length (parts) == 3
      /* Translators: a version, then day, month and year of its release */
      ? g_strdup_printf (_("Version %s (%s/%s/%s)"), version, parts[2], parts[1], parts[0])
      : g_strdup (version);

  add_label (reading->box, title, "section-title");
  reading->n++;
}

static void
element_started_cb (GMarkupParseContext *context G_GNUC_UNUSED,
                    const char *name,
                    const char **keys,
                    const char **values,
                    gpointer user_data,
                    GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  const char *version = NULL;
  const char *date = "";

  if (g_str_equal (name, "release"))
    {
      for (guint i = 0; keys[i] != NULL; i++)
        if (g_str_equal (keys[i], "version"))
          version = values[i];
        else if (g_str_equal (keys[i], "date"))
          date = values[i];
      reading->inside = version != NULL && (reading->since == NULL ||
                                            gh_news_compare_versions (version, reading->since) > 0);
      if (reading->inside)
        add_release (reading, version, date);
    }
  else if (reading->inside && (g_str_equal (name, "p") || g_str_equal (name, "li")))
    reading->text = g_string_new (g_str_equal (name, "li") ? "• " : "");
}

static void
text_cb (GMarkupParseContext *context G_GNUC_UNUSED,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;

  if (reading->text != NULL)
    {
      g_autofree char *source = g_strstrip (g_strndup (text, length));

      if (*source != '\0')
        g_string_append (reading->text, g_dgettext (GETTEXT_PACKAGE, source));
    }
}

static void
element_ended_cb (GMarkupParseContext *context G_GNUC_UNUSED,
                  const char *name,
                  gpointer user_data,
                  GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;

  if (g_str_equal (name, "release"))
    reading->inside = FALSE;
  else if (reading->text != NULL && (g_str_equal (name, "p") || g_str_equal (name, "li")))
    {
      add_label (reading->box, reading->text->str, NULL);
      g_string_free (reading->text, TRUE);
      reading->text = NULL;
    }
}

/* The number of releases that became rows of @box. */
static guint
read_releases (GtkWidget *box, const char *since)
{
  static const GMarkupParser parser = { element_started_cb, element_ended_cb, text_cb, NULL, NULL };
  Reading reading = { .box = box, .since = since };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (METAINFO, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_markup_parse_context_parse (context, text, (gssize) size, NULL);
  if (reading.text != NULL)
    g_string_free (reading.text, TRUE);
  return reading.n;
}

/* --- the window --------------------------------------------------------------------------------
 */

static void
present (GtkWindow *parent, const char *since)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller;
  GtkWindow *window;

  gtk_widget_add_css_class (box, "dialog-content");
  if (read_releases (box, since) == 0)
    {
      g_object_ref_sink (box);
      g_object_unref (box);
      return;
    }
  window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "title", _("What’s new"),
                         "default-width", 560, "destroy-with-parent", TRUE, NULL);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (window, scroller);
  gh_dialog_close_on_escape (window);
  gtk_window_present (window);
}

void
gh_news_present (GtkWindow *parent)
{
  present (parent, NULL);
}

void
gh_news_greet (GtkWindow *parent)
{
  GhSettings *settings = gh_settings_of (GTK_WIDGET (parent));
  g_autofree char *before = gh_settings_get_string (settings, "start", "version");

  gh_settings_set_string (settings, "start", "version", PACKAGE_VERSION);
  if (before != NULL && gh_news_compare_versions (before, PACKAGE_VERSION) < 0)
    present (parent, before);
}
