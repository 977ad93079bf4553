/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * The only place that uses GtkFileChooserNative and makes message windows. All are modal to the
 * window of @widget and return at once.
 */

/** A message with one button, "Close". @body may be %NULL. */
void gh_dialog_message (GtkWidget *widget, const char *heading, const char *body);

/** As gh_dialog_message() for an error; says nothing of a cancelled job. @error is borrowed. */
void gh_dialog_error (GtkWidget *widget, const char *heading, const GError *error);

/** Called with the index of the button that was pressed, -1 for Esc or closing. */
typedef void (*GhDialogAnswered) (GtkWidget *widget, int button, gpointer user_data);

/**
 * gh_dialog_ask: a question, for what undo cannot take back.
 * @buttons: %NULL-terminated labels with mnemonics, the harmless one first; the last is the
 *   suggested (or, with @destructive, the dangerous) one
 * @user_data: freed with @destroy (may be %NULL) after @answered was called
 */
void gh_dialog_ask (GtkWidget *widget,
                    const char *heading,
                    const char *body,
                    const char *const *buttons,
                    gboolean destructive,
                    GhDialogAnswered answered,
                    gpointer user_data,
                    GDestroyNotify destroy);

/** For windows made without a template: Esc closes them. */
void gh_dialog_close_on_escape (GtkWindow *window);

/** (transfer floating): a wrapped line of text at the left, as dialogs have it; @css_class may be
 * NULL. */
GtkWidget *gh_dialog_label_new (const char *text, const char *css_class);

/** GhFileType: a kind of file for the choosers; tables end with an entry whose name is %NULL. */
typedef struct
{
  const char *name;     /* untranslated (N_()): "Word document (.docx)" */
  const char *suffixes; /* space-separated without dots, the first is added when saving: "docx" */
} GhFileType;

/** Workspaces, plans and tables that can be read, for the open dialogs. */
extern const GhFileType gh_file_types_workspace[];
extern const GhFileType gh_file_types_plan[];
extern const GhFileType gh_file_types_table[];

/** Whether @name ends as files of one of these types do, in capitals or not. */
gboolean gh_file_types_match (const GhFileType *types, const char *name);

/** Called with the file chosen, which has a path; not called when the clerk cancels, nor after the
 * widget that asked has gone: what @user_data points to need not live longer than that. */
typedef void (*GhFileChosen) (GtkWidget *widget, GFile *file, gpointer user_data);

void gh_dialog_open_file (GtkWidget *widget,
                          const char *title,
                          const GhFileType *types,
                          GhFileChosen chosen,
                          gpointer user_data);

/** @name: suggested name with its suffix; the suffix of the chosen type is added if it lacks. */
void gh_dialog_save_file (GtkWidget *widget,
                          const char *title,
                          const char *name,
                          const GhFileType *types,
                          GhFileChosen chosen,
                          gpointer user_data);
