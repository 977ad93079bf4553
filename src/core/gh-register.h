/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The register of documents (sổ đăng ký văn bản đi): each committee numbers its own documents, from
 * 01 every year (Nghị định 30/2020/NĐ-CP, Điều 15). */

/** The largest number that a register takes. */
#define GH_DOCUMENT_NUMBER_MAX 99999

/**
 * GhDocumentNumber: a number that was taken.
 * @id: 0 = it stands in an issued plan of this workspace, but nobody entered it in the register
 * @campaign_id: 0 = a document from elsewhere, or its campaign was deleted
 * @document_kind: "KẾ HOẠCH", ""; @issued_on: Julian day, 0 = not known
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  int number;
  char *document_kind;
  char *title;
  guint32 issued_on;
} GhDocumentNumber;

GhDocumentNumber *gh_document_number_new (int number);
void gh_document_number_free (GhDocumentNumber *number);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocumentNumber, gh_document_number_free)

/** (transfer full): "05", "12": below 10 with a 0 before it (Nghị định 30/2020, Phụ lục I). */
char *gh_document_number_format (int number);
/** The number that @text is, "05" or "5"; 0 if it is none. */
int gh_document_number_parse (const char *text);

/**
 * GhDocumentSeries: the register of one committee in one year.
 * @id: 0 = none was begun yet
 * @symbol: of the document that was entered first, "KH-BCĐ"
 * @numbers: (element-type GhDocumentNumber): ascending; equal ones are told by
 *   gh_document_series_list_duplicates()
 */
typedef struct
{
  gint64 id;
  char *committee;
  int year;
  char *symbol;
  GPtrArray *numbers;
} GhDocumentSeries;

GhDocumentSeries *gh_document_series_new (const char *committee, int year);
void gh_document_series_free (GhDocumentSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocumentSeries, gh_document_series_free)

/** Whether both are names of the same committee: letter case, spaces and marks aside. */
gboolean gh_document_series_is_of (const GhDocumentSeries *series, const char *committee, int year);
/** Keeps the numbers in order. @number is owned from now on. */
void gh_document_series_add (GhDocumentSeries *series, GhDocumentNumber *number);
/** One more than the last; 1 in an empty register. */
int gh_document_series_suggest (const GhDocumentSeries *series);
/** (nullable): who has @number, other than @except_campaign (0 = nobody is excepted); borrowed. */
const GhDocumentNumber *
gh_document_series_find (const GhDocumentSeries *series, int number, gint64 except_campaign);
/** (transfer full): numbers left out between the first and the last: "03, 07–09"; "" = none. */
char *gh_document_series_list_gaps (const GhDocumentSeries *series);
/** (transfer full): numbers that stand there more than once: "05"; "" = none. */
char *gh_document_series_list_duplicates (const GhDocumentSeries *series);
