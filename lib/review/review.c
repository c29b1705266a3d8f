/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/review.h>

#include <scrutiny/colour-fit.h>
#include <scrutiny/error.h>

#include "base/progress-private.h"
#include "challenge/purpose-record.h"
#include "indicator/outcome-figures.h"
#include "report/further.h"
#include "review/families.h"
#include "review/gathering.h"
#include "review/histories.h"
#include "review/pack-overlap.h"
#include "review/places.h"
#include "review/question-order.h"
#include "review/ready-types.h"
#include "review/reasons-check.h"
#include "review/standard-checks.h"

#include <string.h>

/* A review under way: one step an indicator. */
typedef struct {
  ScrutinyDossier *dossier;
  GPtrArray *checks; /* of ScrutinyCheck */
  ScrutinyProgress *progress;
  Gathering gathering;
  Histories *histories;        /* NULL where no check reads them */
  Places *places;              /* NULL where no check compares them */
  GHashTable *outcome_figures; /* ids of those that show what changes for people */
  guint next;
} Review;

static Review *
review_new (ScrutinyDossier *dossier, GPtrArray *checks, ScrutinyProgress *progress)
{
  Review *self = g_new0 (Review, 1);

  ready_types_make ();
  self->dossier = g_object_ref (dossier);
  self->checks = checks ? g_ptr_array_ref (checks) : standard_checks_new ();
  self->progress = progress ? g_object_ref (progress) : NULL;
  self->outcome_figures = outcome_figures_new (dossier);
  gathering_init (&self->gathering);
  for (guint i = 0; i < self->checks->len; i++) {
    if (!self->histories && standard_checks_reads_history (self->checks->pdata[i]))
      self->histories = histories_new (dossier);
    if (!self->places && standard_checks_compares (self->checks->pdata[i]))
      self->places = places_new (dossier);
  }

  return self;
}

static void
review_free (Review *self)
{
  g_clear_pointer (&self->histories, histories_free);
  g_clear_pointer (&self->places, places_free);
  g_clear_pointer (&self->outcome_figures, g_hash_table_unref);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->progress);
  gathering_clear (&self->gathering);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Review, review_free)

/* FALSE where there is no history, or something is wrong with it: the check says what. */
static gboolean
take_history (Review *self, ReportSection *section, ScrutinyCheck *check)
{
  g_autoptr (ScrutinyResult) history = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!standard_checks_reads_history (check))
    return FALSE;
  history = histories_take (self->histories, self->next, &findings);
  if (history)
    gathering_add_findings (&self->gathering, section, history, findings,
                            scrutiny_check_get_id (check));

  return history != NULL;
}

/* Of a figure without reasons that shows what others’ reasons lead to, none are missing. */
static gboolean
is_its_own_reason (Review *self, ScrutinyIndicator *indicator)
{
  return !scrutiny_indicator_get_chain (indicator) &&
         g_hash_table_contains (self->outcome_figures, scrutiny_indicator_get_id (indicator));
}

static void
run_check (Review *self, ReportSection *section, ScrutinyCheck *check)
{
  g_autoptr (GListStore) store = NULL;

  if (take_history (self, section, check))
    return;
  if (standard_checks_asks_reasons (check) && is_its_own_reason (self, section->indicator))
    return;
  if (standard_checks_tests_reasons (check))
    return reasons_check_review (self->dossier, section, &self->gathering);
  store = scrutiny_check_run (check, section->indicator);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

    if (SCRUTINY_IS_FINDING (item))
      gathering_add_finding (&self->gathering, section, SCRUTINY_FINDING (item));
    else if (SCRUTINY_IS_RESULT (item))
      gathering_add_result (&self->gathering, section, SCRUTINY_RESULT (item),
                            scrutiny_check_get_id (check));
  }
}

/* Which rule would explain a scorecard's statuses. */
static void
fit_scorecard (Review *self, ReportSection *section)
{
  ScrutinyTable *scorecard = scrutiny_dossier_get_scorecard (self->dossier);
  g_autoptr (ScrutinyColourFit) fit = NULL;
  g_autoptr (GError) error = NULL;

  if (scorecard && scrutiny_table_has_column (scorecard, "status")) {
    fit = scrutiny_colour_fit_new (scorecard, &error);
    if (fit)
      gathering_add_result (&self->gathering, section, SCRUTINY_RESULT (fit), "colour.fit");
    else
      gathering_omit (&self->gathering, section, "colour.fit", error->message, NULL);
  }
}

static gboolean
asks_purpose (Review *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (standard_checks_asks_purpose (self->checks->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Which figures say the same, where their histories are read at all. */
static void
look_for_overlap (Review *self, ReportSection *section)
{
  g_autoptr (GPtrArray) findings =
      self->histories ? pack_overlap_dup_findings (self->dossier) : NULL;

  for (guint i = 0; findings && i < findings->len; i++)
    gathering_add_finding (&self->gathering, section, findings->pdata[i]);
}

/* What can only be seen across the pack, or is asked of it once. */
static void
review_pack (Review *self)
{
  ReportSection *section = report_section_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;

  if (self->places)
    places_review (self->places, &self->gathering);
  findings = families_dup_findings (self->gathering.sections);
  fit_scorecard (self, section);
  if (asks_purpose (self))
    purpose_record_ask (self->dossier, findings);
  for (guint i = 0; i < findings->len; i++)
    gathering_add_finding (&self->gathering, section, findings->pdata[i]);
  look_for_overlap (self, section);
  g_ptr_array_insert (self->gathering.sections, 0, section);
}

/* Does one indicator; FALSE when there is none left. */
static gboolean
review_step (Review *self)
{
  const guint n = scrutiny_dossier_get_n_indicators (self->dossier);
  ReportSection *section;

  if (self->next == n)
    return FALSE;

  section = report_section_new (scrutiny_dossier_get_indicator (self->dossier, self->next));
  for (guint i = 0; i < self->checks->len; i++)
    run_check (self, section, self->checks->pdata[i]);
  question_order_keep_of_reasons (section->findings);
  g_ptr_array_add (self->gathering.sections, section);
  self->next++;
  scrutiny_progress_report (self->progress, (double) self->next / n,
                            scrutiny_indicator_get_title (section->indicator));

  return TRUE;
}

static GPtrArray *
collect_questions (GPtrArray *sections)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sections->len; i++) {
    const ReportSection *section = sections->pdata[i];

    for (guint k = 0; k < section->findings->len; k++) {
      g_autofree char *question = scrutiny_finding_dup_question (section->findings->pdata[k], NULL);

      if (question && *question && !further_is (section->findings->pdata[k]))
        g_ptr_array_add (questions, g_object_ref (section->findings->pdata[k]));
    }
  }
  question_order_sort (questions);

  return questions;
}

static ScrutinyReport *
review_end (Review *self)
{
  GPtrArray *questions;

  review_pack (self);
  questions = collect_questions (self->gathering.sections);

  return scrutiny_report_new_take (self->dossier, g_steal_pointer (&self->gathering.sections),
                                   questions, g_steal_pointer (&self->gathering.omissions));
}

/**
 * scrutiny_review:
 * @dossier: what to review
 * @checks: (nullable) (element-type ScrutinyCheck): the checks to make, or `NULL` for the standard
 * ones
 * @progress: (nullable): told how far the review is
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Asks of every figure in a dossier: can it be reproduced, is the colour sound, is the change
 * real, and what is it good for?
 *
 * The list of checks is the whole configuration: take [func@review_dup_checks], leave out
 * what you do not want and add your own. Checks run on the calling thread. What a check
 * could not do is in the report with its reason, never an error; the only error is
 * cancellation.
 *
 * Returns: (transfer full): the report
 *
 * Since: 0.1
 */
ScrutinyReport *
scrutiny_review (ScrutinyDossier *dossier,
                 GPtrArray *checks,
                 ScrutinyProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (Review) review = NULL;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  review = review_new (dossier, checks, progress);
  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  } while (review_step (review));

  return review_end (review);
}

static gboolean
review_step_cb (gpointer data)
{
  GTask *task = data;
  Review *review = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (review_step (review))
    return G_SOURCE_CONTINUE;

  g_task_return_pointer (task, review_end (review), g_object_unref);
  return G_SOURCE_REMOVE;
}

/**
 * scrutiny_review_async:
 * @dossier: what to review
 * @checks: (nullable) (element-type ScrutinyCheck): the checks to make, or `NULL` for the standard
 * ones
 * @progress: (nullable): told how far the review is
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when the report is there
 * @user_data: (closure): what to give to @callback
 *
 * Reviews a dossier one figure at a time from the main loop.
 *
 * The checks still run on the thread that asked, so that one written in JavaScript or Python
 * may be among them; between two figures other sources have their turn.
 *
 * Since: 0.1
 */
void
scrutiny_review_async (ScrutinyDossier *dossier,
                       GPtrArray *checks,
                       ScrutinyProgress *progress,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (SCRUTINY_IS_DOSSIER (dossier));

  task = g_task_new (dossier, cancellable, callback, user_data);
  g_task_set_source_tag (task, scrutiny_review_async);
  g_task_set_task_data (task, review_new (dossier, checks, progress), (GDestroyNotify) review_free);
  source = g_idle_source_new ();
  g_source_set_callback (source, review_step_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * scrutiny_review_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@review_async] began.
 *
 * Returns: (transfer full): the report
 *
 * Since: 0.1
 */
ScrutinyReport *
scrutiny_review_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * scrutiny_review_dup_checks:
 *
 * Gets the standard checks, in the order they are made: `figure`, `records`, `quality`,
 * `colour`, `trend`, `notice`, `drift`, `mix`, `compare`, `composite`, `pileup`, `waits`, `demand`,
 * `because`, `linkage`, `purpose`.
 *
 * Returns: (transfer container) (element-type ScrutinyCheck): the checks
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_review_dup_checks (void)
{
  return standard_checks_new ();
}
