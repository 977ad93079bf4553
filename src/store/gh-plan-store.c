/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-part.h"
#include "gh-text.h"

/* --- bases ---------------------------------------------------------------------------------- */

static gpointer
read_basis (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhBasis *basis = gh_basis_new ("");

  basis->id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &basis->number);
  basis->date = gh_stmt_take_day (stmt);
  gh_stmt_take_into (stmt, &basis->issuer);
  gh_stmt_take_into (stmt, &basis->title);
  gh_stmt_take_into (stmt, &basis->text);
  basis->cited = gh_stmt_take_int (stmt) != 0;
  return basis;
}

static gint64 *
get_basis_id (gpointer row)
{
  return &((GhBasis *) row)->id;
}

static gboolean
write_basis (GhStore *store, gint64 plan_id, gint64 position, gpointer row, GError **error)
{
  GhBasis *basis = row;
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    basis->id == 0 ? "INSERT INTO plan_basis (plan_id, position, number, date, issuer, title,"
                     " text, cited) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                   : "UPDATE plan_basis SET plan_id = ?, position = ?, number = ?, date = ?,"
                     " issuer = ?, title = ?, text = ?, cited = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, plan_id);
  gh_stmt_put_int (stmt, position);
  gh_stmt_put_text (stmt, basis->number);
  gh_stmt_put_day (stmt, basis->date);
  gh_stmt_put_text (stmt, basis->issuer);
  gh_stmt_put_text (stmt, basis->title);
  gh_stmt_put_text (stmt, basis->text);
  gh_stmt_put_int (stmt, basis->cited ? 1 : 0);
  if (basis->id != 0)
    gh_stmt_put_int (stmt, basis->id);
  return gh_store_run_save (store, stmt, &basis->id, error);
}

static const GhPlanPart BASES = {
  "SELECT id, position FROM plan_basis WHERE plan_id = ?",
  "DELETE FROM plan_basis WHERE id = ?",
  get_basis_id,
  write_basis,
  NULL,
  NULL,
  NULL,
};

/* --- tasks ---------------------------------------------------------------------------------- */

static gpointer
read_task (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhTask *task = gh_task_new ("", "");

  task->id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &task->organisation);
  gh_stmt_take_into (stmt, &task->text);
  task->deadline = gh_stmt_take_span (stmt);
  return task;
}

static gint64 *
get_task_id (gpointer row)
{
  return &((GhTask *) row)->id;
}

static gboolean
write_task (GhStore *store, gint64 plan_id, gint64 position, gpointer row, GError **error)
{
  GhTask *task = row;
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    task->id == 0
      ? "INSERT INTO plan_task (plan_id, position, organisation, text, deadline_start,"
        " deadline_end, deadline_precision, deadline_start_minute, deadline_end_minute,"
        " deadline_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE plan_task SET plan_id = ?, position = ?, organisation = ?, text = ?,"
        " deadline_start = ?, deadline_end = ?, deadline_precision = ?,"
        " deadline_start_minute = ?, deadline_end_minute = ?, deadline_before = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, plan_id);
  gh_stmt_put_int (stmt, position);
  gh_stmt_put_text (stmt, task->organisation);
  gh_stmt_put_text (stmt, task->text);
  gh_stmt_put_span (stmt, &task->deadline);
  if (task->id != 0)
    gh_stmt_put_int (stmt, task->id);
  return gh_store_run_save (store, stmt, &task->id, error);
}

static const GhPlanPart TASKS = {
  "SELECT id, position FROM plan_task WHERE plan_id = ?",
  "DELETE FROM plan_task WHERE id = ?",
  get_task_id,
  write_task,
  NULL,
  NULL,
  NULL,
};

/* --- recipients ----------------------------------------------------------------------------- */

static gpointer
read_recipient (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhRecipient *recipient = gh_recipient_new ("", "");

  recipient->id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &recipient->name);
  gh_stmt_take_into (stmt, &recipient->purpose);
  return recipient;
}

static gint64 *
get_recipient_id (gpointer row)
{
  return &((GhRecipient *) row)->id;
}

static gboolean
write_recipient (GhStore *store, gint64 plan_id, gint64 position, gpointer row, GError **error)
{
  GhRecipient *recipient = row;
  g_autofree char *fold = gh_text_fold (recipient->name);
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    recipient->id == 0 ? "INSERT INTO plan_recipient (plan_id, position, name, purpose, fold)"
                         " VALUES (?, ?, ?, ?, ?)"
                       : "UPDATE plan_recipient SET plan_id = ?, position = ?, name = ?,"
                         " purpose = ?, fold = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, plan_id);
  gh_stmt_put_int (stmt, position);
  gh_stmt_put_text (stmt, recipient->name);
  gh_stmt_put_text (stmt, recipient->purpose);
  gh_stmt_put_text (stmt, fold);
  if (recipient->id != 0)
    gh_stmt_put_int (stmt, recipient->id);
  return gh_store_run_save (store, stmt, &recipient->id, error);
}

static const GhPlanPart RECIPIENTS = {
  "SELECT id, position FROM plan_recipient WHERE plan_id = ?",
  "DELETE FROM plan_recipient WHERE id = ?",
  get_recipient_id,
  write_recipient,
  NULL,
  NULL,
  NULL,
};

/* --- the plan ------------------------------------------------------------------------------- */

#define HEADER                                                                                     \
  "state, profile, parent_issuer, issuer, number, symbol, place, issue_year, issue_month,"         \
  " issue_day, document_kind, title, header_note, recipients_note, authority, signer_role,"        \
  " signature_mark, signer_post, signer_name, tail_note"

static gboolean
read_header (GhStmt *stmt, GhPlan *plan, GError **error)
{
  if (!gh_stmt_take_enum (stmt, gh_plan_state_from_string, &plan->state, error))
    return FALSE;
  plan->profile =
    g_str_equal (gh_stmt_peek_text (stmt), "doan") ? GH_PROFILE_UNION : GH_PROFILE_ND30;
  gh_stmt_take_into (stmt, &plan->parent_issuer);
  gh_stmt_take_into (stmt, &plan->issuer);
  gh_stmt_take_into (stmt, &plan->number);
  gh_stmt_take_into (stmt, &plan->symbol);
  gh_stmt_take_into (stmt, &plan->place);
  plan->issue_year = (int) gh_stmt_take_int (stmt);
  plan->issue_month = (int) gh_stmt_take_int (stmt);
  plan->issue_day = (int) gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &plan->document_kind);
  gh_stmt_take_into (stmt, &plan->title);
  gh_stmt_take_into (stmt, &plan->header_note);
  gh_stmt_take_into (stmt, &plan->recipients_note);
  gh_stmt_take_into (stmt, &plan->authority);
  gh_stmt_take_into (stmt, &plan->signer_role);
  gh_stmt_take_into (stmt, &plan->signature_mark);
  gh_stmt_take_into (stmt, &plan->signer_post);
  gh_stmt_take_into (stmt, &plan->signer_name);
  gh_stmt_take_into (stmt, &plan->tail_note);
  return TRUE;
}

/* @plan_id: 0 when the campaign has no plan yet. */
static gboolean
load_header (GhStore *store, gint64 campaign_id, GhPlan *plan, gint64 *plan_id, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db, "SELECT id, " HEADER " FROM plan WHERE campaign_id = ?", error);
  GError *failure = NULL;

  *plan_id = 0;
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, campaign_id);
  if (gh_stmt_step (stmt, &failure))
    {
      *plan_id = gh_stmt_take_int (stmt);
      return read_header (stmt, plan, error);
    }
  return gh_db_finish (failure, error);
}

static gboolean
load_parts (GhStore *store, gint64 id, GhPlan *plan, GError **error)
{
  const struct
  {
    GPtrArray **list;
    const char *sql;
    GhStoreReadFunc read;
    GDestroyNotify free_func;
  } parts[] = {
    { &plan->bases,
      "SELECT id, number, date, issuer, title, text, cited FROM plan_basis"
      " WHERE plan_id = ? ORDER BY position, id",
      read_basis, (GDestroyNotify) gh_basis_free },
    { &plan->tasks,
      "SELECT id, organisation, text, deadline_start, deadline_end, deadline_precision,"
      " deadline_start_minute, deadline_end_minute, deadline_before FROM plan_task"
      " WHERE plan_id = ? ORDER BY position, id",
      read_task, (GDestroyNotify) gh_task_free },
    { &plan->recipients,
      "SELECT id, name, purpose FROM plan_recipient WHERE plan_id = ? ORDER BY position, id",
      read_recipient, (GDestroyNotify) gh_recipient_free },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!gh_store_replace_list (
          parts[i].list,
          gh_store_read_list (store, parts[i].sql, &id, parts[i].read, parts[i].free_func, error)))
      return FALSE;
  return gh_store_replace_list (&plan->blocks, gh_plan_blocks_load (store, id, error));
}

GhPlan *
gh_store_load_plan (GhStore *store, gint64 campaign_id, GError **error)
{
  g_autoptr (GhPlan) plan = NULL;
  gint64 plan_id = 0;

  g_return_val_if_fail (store != NULL, NULL);

  plan = gh_plan_new ();
  plan->campaign_id = campaign_id;
  if (!load_header (store, campaign_id, plan, &plan_id, error))
    return NULL;
  /* None was written yet: an empty plan. */
  if (plan_id != 0 && !load_parts (store, plan_id, plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static gboolean
find_plan (GhStore *store, gint64 campaign_id, gint64 *plan_id, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db, "SELECT id FROM plan WHERE campaign_id = ?", error);
  GError *failure = NULL;

  *plan_id = 0;
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, campaign_id);
  if (gh_stmt_step (stmt, &failure))
    *plan_id = gh_stmt_take_int (stmt);
  return gh_db_finish (failure, error);
}

static gboolean
write_header (GhStore *store, const GhPlan *plan, gint64 *plan_id, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    *plan_id == 0
      ? "INSERT INTO plan (" HEADER ", campaign_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE plan SET state = ?, profile = ?, parent_issuer = ?, issuer = ?, number = ?,"
        " symbol = ?, place = ?, issue_year = ?, issue_month = ?, issue_day = ?,"
        " document_kind = ?, title = ?, header_note = ?, recipients_note = ?, authority = ?,"
        " signer_role = ?, signature_mark = ?, signer_post = ?, signer_name = ?, tail_note = ?,"
        " campaign_id = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, gh_plan_state_to_string (plan->state));
  gh_stmt_put_text (stmt, plan->profile == GH_PROFILE_UNION ? "doan" : "nd30");
  gh_stmt_put_text (stmt, plan->parent_issuer);
  gh_stmt_put_text (stmt, plan->issuer);
  gh_stmt_put_text (stmt, plan->number);
  gh_stmt_put_text (stmt, plan->symbol);
  gh_stmt_put_text (stmt, plan->place);
  gh_stmt_put_int (stmt, plan->issue_year);
  gh_stmt_put_int (stmt, plan->issue_month);
  gh_stmt_put_int (stmt, plan->issue_day);
  gh_stmt_put_text (stmt, plan->document_kind);
  gh_stmt_put_text (stmt, plan->title);
  gh_stmt_put_text (stmt, plan->header_note);
  gh_stmt_put_text (stmt, plan->recipients_note);
  gh_stmt_put_text (stmt, plan->authority);
  gh_stmt_put_text (stmt, plan->signer_role);
  gh_stmt_put_text (stmt, plan->signature_mark);
  gh_stmt_put_text (stmt, plan->signer_post);
  gh_stmt_put_text (stmt, plan->signer_name);
  gh_stmt_put_text (stmt, plan->tail_note);
  gh_stmt_put_int (stmt, plan->campaign_id);
  if (*plan_id != 0)
    gh_stmt_put_int (stmt, *plan_id);
  return gh_store_run_save (store, stmt, plan_id, error);
}

gboolean
gh_store_save_plan (GhStore *store, GhPlan *plan, GError **error)
{
  gint64 plan_id = 0;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (plan != NULL, FALSE);

  return find_plan (store, plan->campaign_id, &plan_id, error) &&
         write_header (store, plan, &plan_id, error) &&
         gh_plan_part_save (store, &BASES, plan_id, plan->bases, error) &&
         gh_plan_part_save (store, &gh_plan_blocks_part, plan_id, plan->blocks, error) &&
         gh_plan_part_save (store, &TASKS, plan_id, plan->tasks, error) &&
         gh_plan_part_save (store, &RECIPIENTS, plan_id, plan->recipients, error);
}
