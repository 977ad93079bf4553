/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-workspace.h"

#include "gh-workspace-state.h"

#include <glib/gi18n-lib.h>

#include "gh-checker.h"
#include "gh-setup.h"

/*
 * Invariants: (1) campaign_id is 0 or a campaign that was there after the last change; (2) dossier,
 * summary and findings are all of the same moment: they are dropped together; (3) "changed" comes
 * after the transaction is on disk, never inside of it.
 */

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_CAMPAIGN_ID,
  PROP_LAST_SAVED,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHECKED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GhWorkspace, gh_workspace, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
drop_caches (GhWorkspace *self, GhDossierParts parts)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->summary, gh_summary_free);
  self->stale |= parts;
  if (self->stale == GH_DOSSIER_ALL)
    g_clear_pointer (&self->dossier, gh_dossier_unref);
}

static void
take_label (GhWorkspace *self, char **place, char *label, GParamSpec *property)
{
  g_autofree char *taken = label;

  if (g_strcmp0 (*place, taken) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), property);
}

/* The campaign to show: @wanted if it is there, else the newest, else 0. */
static gint64
find_campaign (GhStore *store, gint64 wanted)
{
  g_autoptr (GPtrArray) campaigns = gh_store_list_campaigns (store, NULL);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    if (((const GhCampaign *) g_ptr_array_index (campaigns, i))->id == wanted)
      return wanted;
  if (campaigns == NULL || campaigns->len == 0)
    return 0;
  return ((const GhCampaign *) g_ptr_array_index (campaigns, 0))->id;
}

static void
set_campaign (GhWorkspace *self, gint64 id)
{
  if (self->campaign_id == id)
    return;
  self->campaign_id = id;
  drop_caches (self, GH_DOSSIER_ALL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMPAIGN_ID]);
}

/* After every change of the file: read the labels, find the campaign, tell everybody. */
static void
settle (GhWorkspace *self, GhDossierParts parts, gint64 wanted_campaign)
{
  drop_caches (self, parts);

  g_object_freeze_notify (G_OBJECT (self));
  take_label (self, &self->undo_label, gh_store_dup_undo_label (self->store),
              properties[PROP_UNDO_LABEL]);
  take_label (self, &self->redo_label, gh_store_dup_redo_label (self->store),
              properties[PROP_REDO_LABEL]);
  if ((parts & GH_DOSSIER_CAMPAIGN) != 0 || wanted_campaign != self->campaign_id)
    set_campaign (self, find_campaign (self->store, wanted_campaign));
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mark_saved (GhWorkspace *self)
{
  gint64 now = gh_workspace_get_now (self);

  if (self->last_saved == now)
    return;
  self->last_saved = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_SAVED]);
}

static void
gh_workspace_finalize (GObject *object)
{
  GhWorkspace *self = GH_WORKSPACE (object);

  drop_caches (self, GH_DOSSIER_ALL);
  g_clear_pointer (&self->store, gh_store_close);
  g_clear_pointer (&self->check, gh_check_run_unref);
  g_clear_pointer (&self->checker, gh_checker_unref);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (gh_workspace_parent_class)->finalize (object);
}

static void
gh_workspace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GhWorkspace *self = GH_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_CAMPAIGN_ID:
      g_value_set_int64 (value, self->campaign_id);
      break;
    case PROP_LAST_SAVED:
      g_value_set_int64 (value, self->last_saved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gh_workspace_class_init (GhWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = gh_workspace_finalize;
  object_class->get_property = gh_workspace_get_property;

  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_CAMPAIGN_ID] =
    g_param_spec_int64 ("campaign-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LAST_SAVED] =
    g_param_spec_int64 ("last-saved", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gh_workspace_init (GhWorkspace *self)
{
  self->checker = gh_checker_new ();
}

GhWorkspace *
_gh_workspace_new (GhStore *store)
{
  GhWorkspace *self = g_object_new (GH_TYPE_WORKSPACE, NULL);

  self->store = store;
  self->undo_label = gh_store_dup_undo_label (store);
  self->redo_label = gh_store_dup_redo_label (store);
  gh_store_take_changes (store); /* what a new workspace begins with is no change of it */
  self->campaign_id = find_campaign (store, 0);
  self->day = gh_workspace_get_today (self);
  return self;
}

GhWorkspace *
gh_workspace_open (const char *path, GhStoreFlags flags, GError **error)
{
  GhStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = gh_store_open (path, flags, gh_setup_now (), error);
  return store != NULL ? _gh_workspace_new (store) : NULL;
}

const char *
gh_workspace_get_path (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  return gh_store_get_path (self->store);
}

GhStore *
gh_workspace_get_store (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  return self->store;
}

gint64
gh_workspace_get_now (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), 0);
  return self->clock != NULL ? self->clock (self->clock_data) : gh_setup_now ();
}

guint32
gh_workspace_get_today (GhWorkspace *self)
{
  return gh_setup_day (gh_workspace_get_now (self));
}

static void
tell_of_day (GhWorkspace *self)
{
  self->day = gh_workspace_get_today (self);
  drop_caches (self, GH_DOSSIER_NOTHING);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
gh_workspace_follow_day (GhWorkspace *self)
{
  g_return_if_fail (GH_IS_WORKSPACE (self));

  if (gh_workspace_get_today (self) != self->day)
    tell_of_day (self);
}

void
gh_workspace_set_clock (GhWorkspace *self, GhClock clock, gpointer user_data)
{
  g_return_if_fail (GH_IS_WORKSPACE (self));
  self->clock = clock;
  self->clock_data = user_data;
  tell_of_day (self);
}

gint64
gh_workspace_get_campaign_id (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), 0);
  return self->campaign_id;
}

gboolean
gh_workspace_set_campaign_id (GhWorkspace *self, gint64 id, GError **error)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), FALSE);

  if (id == self->campaign_id)
    return TRUE;
  if (id == 0 || find_campaign (self->store, id) != id)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      /* Translators: %s is the number of a campaign, such as 12. */
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                   _("There is no campaign with the number %s in this workspace. Choose one from "
                     "the list of campaigns."),
                   number);
      return FALSE;
    }
  set_campaign (self, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

GhDossier *
gh_workspace_load_dossier (GhWorkspace *self, GError **error)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);

  if (self->dossier == NULL && self->campaign_id == 0)
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
        _("There is no campaign in this workspace yet. Make one from a template "
          "or import a plan."));
      return NULL;
    }
  if (self->dossier == NULL)
    self->dossier = gh_store_load_dossier (self->store, self->campaign_id, error);
  else if (self->stale != GH_DOSSIER_NOTHING)
    {
      g_autoptr (GhDossier) old = g_steal_pointer (&self->dossier);

      self->dossier = gh_store_reload_dossier (self->store, old, self->stale, error);
    }
  self->stale = GH_DOSSIER_NOTHING;
  return self->dossier;
}

GhDossier *
gh_workspace_get_dossier (GhWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  GhDossier *dossier = gh_workspace_load_dossier (self, &error);

  if (error != NULL && self->campaign_id != 0)
    g_message ("%s", error->message);
  return dossier;
}

const GhSummary *
gh_workspace_get_summary (GhWorkspace *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self);

  if (self->summary == NULL && dossier != NULL)
    self->summary = gh_summary_new (dossier);
  return self->summary;
}

/* What the clerk has before her: a dossier may have been read after the last look for news. */
static GhMoment
get_moment (GhWorkspace *self, const GhDossier *base)
{
  if (base == NULL && self->stale == GH_DOSSIER_NOTHING)
    base = self->dossier;
  return base != NULL ? base->moment : gh_store_get_moment (self->store);
}

static gboolean
run_func (GhWorkspace *self, const GhEdit *edit, const GhMoment *since, GError **error)
{
  GError *failure = NULL;

  if (edit->func (self->store, edit->user_data, &failure))
    return gh_store_check_meanwhile (self->store, since, edit->reads, error);
  /* What it relies on is gone or otherwise: the clerk is told why. */
  if ((g_error_matches (failure, GH_STORE_ERROR, GH_STORE_ERROR_INVALID) ||
       g_error_matches (failure, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND)) &&
      !gh_store_check_meanwhile (self->store, since, GH_DOSSIER_ALL, error))
    g_error_free (failure);
  else
    g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
run_guarded (GhWorkspace *self, const GhEdit *edit, GError **error)
{
  GhMoment since = get_moment (self, edit->base);

  if (!gh_store_begin (self->store, edit->label, gh_workspace_get_now (self), error))
    return FALSE;
  if (!run_func (self, edit, &since, error))
    {
      gh_store_rollback (self->store);
      return FALSE;
    }
  return gh_store_commit (self->store, error);
}

gboolean
_gh_workspace_run_edit (GhWorkspace *self, const GhEdit *edit, GError **error)
{
  gint64 wanted = self->campaign_id;

  if (!run_guarded (self, edit, error))
    {
      gh_workspace_refresh (self); /* what stood in the way is shown with the message */
      return FALSE;
    }
  if (edit->campaign_id != NULL && *edit->campaign_id != 0)
    wanted = *edit->campaign_id;
  mark_saved (self);
  settle (self, gh_store_take_changes (self->store), wanted);
  return TRUE;
}

gboolean
gh_workspace_edit (GhWorkspace *self,
                   const char *label,
                   GhEditFunc func,
                   gpointer user_data,
                   GError **error)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  return _gh_workspace_run_edit (
    self, &(GhEdit){ .label = label, .func = func, .user_data = user_data }, error);
}

static gboolean
finish_replay (GhWorkspace *self, gboolean done)
{
  if (!done)
    {
      gh_workspace_refresh (self);
      return FALSE;
    }
  mark_saved (self);
  settle (self, gh_store_take_changes (self->store), self->campaign_id);
  return TRUE;
}

gboolean
gh_workspace_undo (GhWorkspace *self, GError **error)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), FALSE);

  return finish_replay (self, gh_store_undo (self->store, gh_workspace_get_now (self), error));
}

gboolean
gh_workspace_redo (GhWorkspace *self, GError **error)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), FALSE);

  return finish_replay (self, gh_store_redo (self->store, gh_workspace_get_now (self), error));
}

const char *
gh_workspace_get_undo_label (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  return self->undo_label;
}

const char *
gh_workspace_get_redo_label (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  return self->redo_label;
}

gboolean
gh_workspace_refresh (GhWorkspace *self)
{
  GhDossierParts parts;

  g_return_val_if_fail (GH_IS_WORKSPACE (self), FALSE);

  if (!gh_store_has_news (self->store))
    return FALSE;
  parts = gh_store_take_changes (self->store);
  if (parts == GH_DOSSIER_NOTHING)
    return FALSE;
  settle (self, parts, self->campaign_id);
  return TRUE;
}
