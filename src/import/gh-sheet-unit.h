/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-sheet-table.h"

/* What tables of units and tables of their quotas share: how the unit's column is called, and how
 * the name stands in it. */

/** Entries of GhSheetTitle for the running number and for the unit. */
/* clang-format off */
#define GH_SHEET_UNIT_TITLES(order, name) \
  { (order), "tt" }, { (order), "stt" }, { (order), "so tt" }, { (order), "so thu tu" }, \
  { (order), "no" }, { (order), "#" }, { (name), "don vi" }, { (name), "ten don vi" }, \
  { (name), "co quan don vi" }, { (name), "co quan" }, { (name), "ten co quan don vi" }, \
  { (name), "don vi co quan" }, { (name), "don vi tham gia" }, { (name), "ten truong" }, \
  { (name), "truong" }, { (name), "xa phuong" }, { (name), "xa thi tran" }, \
  { (name), "xa phuong thi tran" }, { (name), "dia phuong" }, \
  { (name), "dia phuong don vi" }, { (name), "ten" }, { (name), "name" }, \
  { (name), "unit" }, { (name), "unit name" }, { (name), "organisation" }, \
  { (name), "organization" }, { (name), "don vi duoc giao" }, \
  { (name), "don vi thuc hien" }
/* clang-format on */

/**
 * gh_sheet_read_unit: the unit's name without a running number that stands before it.
 * @number: (out) (transfer full): the running number, "" if there is none
 * @heading: (out): the name stands across the table, whatever the column
 *
 * Returns: (transfer full): "" where the cell only repeats a merged one
 */
char *gh_sheet_read_unit (const GhSheetTable *table,
                          const GhSheetRow *row,
                          char **number,
                          gboolean *heading);
