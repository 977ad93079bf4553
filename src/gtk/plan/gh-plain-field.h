/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-field.h"

/**
 * GhPlainField: a GhField whose text is shown as it is stored, in one line or several. Enter saves
 * one line, too.
 *
 * Properties: "multiline" (construct only), "whole" (it means nothing before it is complete, as a
 *   date or a figure: not saved in the middle), "label" (accessible name), "placeholder".
 */
#define GH_TYPE_PLAIN_FIELD (gh_plain_field_get_type ())
G_DECLARE_FINAL_TYPE (GhPlainField, gh_plain_field, GH, PLAIN_FIELD, GtkWidget)

GtkWidget *gh_plain_field_new (gboolean multiline, const char *label);
