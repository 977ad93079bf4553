/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

#include <glib.h>

/** GhBasis: a legal basis (căn cứ). */
typedef struct
{
  gint64 id;
  char *number;   /* "13/KH-BCĐ", "" if none */
  guint32 date;   /* Julian day, 0 = none or impossible */
  char *issuer;   /* "Ban Chỉ đạo … tỉnh", "" */
  char *title;    /* what it is about, without "về việc" */
  char *text;     /* the whole line as printed, with "Căn cứ …" or "Thực hiện …" */
  gboolean cited; /* only cited inside a block; not printed among the bases */
} GhBasis;

GhBasis *gh_basis_new (const char *text);
GhBasis *gh_basis_copy (const GhBasis *basis);
void gh_basis_free (GhBasis *basis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhBasis, gh_basis_free)

/** GhBlockKind: in JSON "heading" "paragraph" "item" "table" "live" "appendix"
 * "page-break".
 */
typedef enum
{
  GH_BLOCK_HEADING,
  GH_BLOCK_PARAGRAPH,
  GH_BLOCK_ITEM,       /* "-", "+", "a)" or "1." with text */
  GH_BLOCK_TABLE,      /* rows, the first is its header */
  GH_BLOCK_LIVE,       /* its text comes from the data: see gh-live.h */
  GH_BLOCK_APPENDIX,   /* heading of an appendix: it and all after it stand after the signature */
  GH_BLOCK_PAGE_BREAK, /* what follows begins a new page; no text */
} GhBlockKind;

const char *gh_block_kind_to_string (GhBlockKind kind);
gboolean gh_block_kind_from_string (const char *text, GhBlockKind *kind);

/**
 * GhBlock: one piece of the plan's body, in order.
 * @level: headings: 1 = "I.", 2 = "1.", 3 = "1.1." or "a)"; items: depth of the dash, from 1;
 *   paragraphs: 0
 * @number: as printed without its closing dot: "I", "1.1", "a)", "-", "*"; "" if none
 * @text: one paragraph, with inline marks **bold**, *italic* and fields {{key}} (gh-live.h)
 * @rows: (nullable) (element-type GStrv): rows of a table; each owned
 * @live: key of a live part, "" otherwise
 * @frozen: key and serial number ("calendar:1") of the live part that this block and its neighbours
 *   with the same words were frozen from; "" otherwise
 */
typedef struct
{
  gint64 id;
  GhBlockKind kind;
  int level;
  char *number;
  char *text;
  GPtrArray *rows;
  char *live;
  char *frozen;
} GhBlock;

GhBlock *gh_block_new (GhBlockKind kind, int level, const char *number, const char *text);
/** Word's own limit: a table of a hostile file may name millions. */
#define GH_BLOCK_MAX_COLUMNS 63
/** @cells: %NULL-terminated, copied; from the 63rd on they are joined into one. Only for tables. */
void gh_block_add_row (GhBlock *block, const char *const *cells);
GhBlock *gh_block_copy (const GhBlock *block);
/** Whether both say the same; their ids do not count. */
gboolean gh_block_equal (const GhBlock *a, const GhBlock *b);
void gh_block_free (GhBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhBlock, gh_block_free)

/** GhRecipient: a line of "Nơi nhận". */
typedef struct
{
  gint64 id;
  char *name;    /* "Ban Chỉ đạo tỉnh", "Lưu: VT, Hội CTĐ" */
  char *purpose; /* "để báo cáo", "" */
} GhRecipient;

GhRecipient *gh_recipient_new (const char *name, const char *purpose);
GhRecipient *gh_recipient_copy (const GhRecipient *recipient);
void gh_recipient_free (GhRecipient *recipient);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhRecipient, gh_recipient_free)

/** GhTask: what an organisation has to do by a plan's part "Tổ chức thực hiện". */
typedef struct
{
  gint64 id;
  char *organisation; /* "Hội Chữ thập đỏ huyện" */
  char *text;
  GhDateSpan deadline; /* empty = none */
} GhTask;

GhTask *gh_task_new (const char *organisation, const char *text);
GhTask *gh_task_copy (const GhTask *task);
void gh_task_free (GhTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhTask, gh_task_free)

typedef enum
{
  GH_PLAN_DRAFT,         /* "draft" */
  GH_PLAN_FOR_SIGNATURE, /* "for-signature" */
  GH_PLAN_ISSUED,        /* "issued": its text is frozen */
  GH_PLAN_AMENDED,       /* "amended" */
} GhPlanState;

const char *gh_plan_state_to_string (GhPlanState state);
gboolean gh_plan_state_from_string (const char *text, GhPlanState *state);

/** GhPlanProfile: which rules of layout hold. */
typedef enum
{
  GH_PROFILE_ND30,  /* "nd30": Nghị định 30/2020/NĐ-CP */
  GH_PROFILE_UNION, /* "doan": style of Party and Youth Union (no Quốc hiệu) */
} GhPlanProfile;

/** What documents of the Party bear in the place of Quốc hiệu (Hướng dẫn 36-HD/VPTW). */
#define GH_PLAN_PARTY "ĐẢNG CỘNG SẢN VIỆT NAM"

const char *gh_plan_profile_to_string (GhPlanProfile profile);
gboolean gh_plan_profile_from_string (const char *text, GhPlanProfile *profile);

/**
 * GhPlan: the official campaign plan (kế hoạch) as data. Texts are never %NULL.
 * @issue_year, @issue_month, @issue_day: 0 = left blank ("ngày … tháng 12 năm 2024")
 * @number: "03" as written, "" = blank; @symbol: "KH-BCĐ"
 * @document_kind: "KẾ HOẠCH"; @title: trích yếu
 * @header_note: lines above the title that were not understood, one a line
 * @authority: "TM. BAN CHỈ ĐẠO" (7a first line); @signer_role: "TRƯỞNG BAN" (7a);
 *   @signature_mark: what stands for the signature, e.g. "(đã ký)"; @signer_post: post in the host
 *   body "PHÓ CHỦ TỊCH UBND HUYỆN" (7b); @signer_name
 * @recipients_note: lines after the recipients that belong to them, one a line
 * @tail_note: lines after the signature that were not understood, one a line
 */
typedef struct
{
  gint64 campaign_id;
  GhPlanState state;
  GhPlanProfile profile;
  char *parent_issuer;
  char *issuer;
  char *number;
  char *symbol;
  char *place;
  int issue_year;
  int issue_month;
  int issue_day;
  char *document_kind;
  char *title;
  char *header_note;
  GPtrArray *bases;      /* GhBasis */
  GPtrArray *blocks;     /* GhBlock */
  GPtrArray *tasks;      /* GhTask: derived from the blocks on import */
  GPtrArray *recipients; /* GhRecipient */
  char *recipients_note;
  char *authority;
  char *signer_role;
  char *signature_mark;
  char *signer_post;
  char *signer_name;
  char *tail_note;
} GhPlan;

GhPlan *gh_plan_new (void);
GhPlan *gh_plan_copy (const GhPlan *plan);
void gh_plan_free (GhPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPlan, gh_plan_free)
gboolean gh_plan_equal (const GhPlan *a, const GhPlan *b);
/** Whether a body of the Party issues it: by its name, or by what stands above the title. */
gboolean gh_plan_is_of_party (const GhPlan *plan);
/** Whether @line, spaces and capitals apart, is %GH_PLAN_PARTY. */
gboolean gh_plan_is_party_line (const char *line);

/** (transfer full): "2024-12-10", "2024-12" if the day is blank, %NULL if nothing is known. */
char *gh_plan_issue_date_iso (const GhPlan *plan);
/** (transfer full): "ngày 05 tháng 02 năm 2027" by Nghị định 30, blanks as "…". */
char *gh_plan_format_date (const GhPlan *plan);
/** (transfer full): "05/KH-BCĐ" by Nghị định 30, "05-KH/ĐTN" as the Youth Union writes it; blanks
 * as "…". */
char *gh_plan_format_number (const GhPlan *plan);
/** (transfer full): "Vĩnh Thuận, ngày 10 tháng 12 năm 2024" by Nghị định 30, blanks as "…". */
char *gh_plan_issue_line (const GhPlan *plan);
/** (transfer full): "Số: 05/KH-BCĐ" by Nghị định 30, "Số 05-KH/ĐTN" as the Youth Union writes it;
 * blanks as "…". */
char *gh_plan_number_line (const GhPlan *plan);
