/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-checker.h"

#include "gh-check.h"
#include "gh-setup.h"
#include "gh-speller.h"

struct _GhChecker
{
  gatomicrefcount ref_count;
  GMutex lock;        /* guards the rest */
  GhSpeller *speller; /* NULL if there is no dictionary */
  gboolean sought;
};

struct _GhCheckRun
{
  gatomicrefcount ref_count;
  GhChecker *checker;
  GhDossier *dossier;
  guint32 today;

  GMutex lock; /* guards the rest */
  GPtrArray *findings;
  gboolean done;
};

GhChecker *
gh_checker_new (void)
{
  GhChecker *self = g_new0 (GhChecker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  return self;
}

void
gh_checker_unref (GhChecker *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->speller, gh_speller_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

GhCheckRun *
gh_check_run_new (GhChecker *self, GhDossier *dossier, guint32 today)
{
  GhCheckRun *run = g_new0 (GhCheckRun, 1);

  g_atomic_ref_count_init (&run->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  run->checker = self;
  run->dossier = gh_dossier_ref (dossier);
  run->today = today;
  g_mutex_init (&run->lock);
  return run;
}

GhCheckRun *
gh_check_run_ref (GhCheckRun *run)
{
  g_atomic_ref_count_inc (&run->ref_count);
  return run;
}

void
gh_check_run_unref (GhCheckRun *run)
{
  if (run == NULL || !g_atomic_ref_count_dec (&run->ref_count))
    return;
  g_clear_pointer (&run->findings, g_ptr_array_unref);
  gh_dossier_unref (run->dossier);
  gh_checker_unref (run->checker);
  g_mutex_clear (&run->lock);
  g_free (run);
}

gboolean
gh_check_run_is_of (const GhCheckRun *run, const GhDossier *dossier, guint32 today)
{
  return run->dossier == dossier && run->today == today;
}

static GPtrArray *
check (GhChecker *self, GhDossier *dossier, guint32 today)
{
  GPtrArray *findings;

  g_mutex_lock (&self->lock);
  if (!self->sought)
    self->speller = gh_setup_new_speller ();
  self->sought = TRUE;
  findings = gh_check_run_with (
    dossier, today, self->speller != NULL ? gh_speller_get_spell (self->speller) : NULL);
  g_mutex_unlock (&self->lock);
  return findings;
}

void
gh_check_run_finish (GhCheckRun *run)
{
  g_mutex_lock (&run->lock);
  if (!run->done)
    run->findings = check (run->checker, run->dossier, run->today);
  run->done = TRUE;
  g_mutex_unlock (&run->lock);
}

GPtrArray *
gh_check_run_steal (GhCheckRun *run)
{
  GPtrArray *findings;

  g_mutex_lock (&run->lock);
  findings = g_steal_pointer (&run->findings);
  g_mutex_unlock (&run->lock);
  return findings;
}
