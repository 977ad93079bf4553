/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_choice_cut: lets @choice, a choice of strings, be as narrow as its place: a name that is too
 * long is cut off with dots in its button; the list that it opens shows every name whole.
 *
 * By itself a drop-down is as wide as the longest of its names, and its window with it.
 */
void gh_choice_cut (GtkDropDown *choice);
