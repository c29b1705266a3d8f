/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/phase-suggestion.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "kernel/moving-range.h"
#include "kernel/stable-shift.h"
#include "trend/step-words.h"

#include <math.h>

#define MOST_OF_A_NAME 40
#define WINDOW 21
#define MONTHLY_WINDOW 24 /* whole years */
#define RUN 8
#define MOST_EXCLUDED 3

/**
 * ScrutinyPhaseSuggestion:
 *
 * Where the lines of a chart might be worked out afresh, and the reasons, step by step.
 *
 * It is a suggestion: nothing is applied. Whoever finds it right hands
 * [method@PhaseSuggestion.get_phases] to [method@ChartOptions.set_phases]. New lines make
 * what came before them look ordinary, so a change in the figure should have an
 * explanation in the work before they are drawn.
 *
 * Since: 0.1
 */
struct _ScrutinyPhaseSuggestion {
  GObject parent_instance;

  const char *by;
  char **phases;
  ScrutinyTable *log;
};

G_DEFINE_FINAL_TYPE (ScrutinyPhaseSuggestion, scrutiny_phase_suggestion, G_TYPE_OBJECT)

static void
scrutiny_phase_suggestion_finalize (GObject *object)
{
  ScrutinyPhaseSuggestion *self = SCRUTINY_PHASE_SUGGESTION (object);

  g_strfreev (self->phases);
  g_clear_object (&self->log);

  G_OBJECT_CLASS (scrutiny_phase_suggestion_parent_class)->finalize (object);
}

static void
scrutiny_phase_suggestion_class_init (ScrutinyPhaseSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_phase_suggestion_finalize;
}

static void
scrutiny_phase_suggestion_init (ScrutinyPhaseSuggestion *self)
{
  self->by = "stable-shift";
  self->phases = g_new0 (char *, 1);
  self->log = scrutiny_table_new ();
}

/* The values that are there, and which periods they are of. */
typedef struct {
  ScrutinyTimeline *timeline;
  StepWords words;
  gsize n;
  double *values;
  guint *points;
} Material;

static Material
gather (ScrutinySeries *series)
{
  Material self = { .timeline = scrutiny_series_get_timeline (series) };
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);

  self.words = step_words_get (scrutiny_timeline_get_calendar (self.timeline));
  self.values = g_new (double, n);
  self.points = g_new (guint, n);
  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    self.values[self.n] = values[i];
    self.points[self.n++] = (guint) i;
  }

  return self;
}

/* The columns of the log, and the phases, as they grow. */
typedef struct {
  const Material *material;
  GStrvBuilder *periods, *steps, *reasons, *phases;
} Log;

static void
add_entry (Log *self, gsize at, const char *step, char *reason)
{
  const Material *material = self->material;
  g_autofree char *period =
      at < material->n ? scrutiny_timeline_dup_text (material->timeline, material->points[at])
                       : g_strdup ("");

  g_strv_builder_add (self->periods, period);
  g_strv_builder_add (self->steps, step);
  g_strv_builder_add (self->reasons, reason);
  g_free (reason);
  if (g_str_equal (step, "new-lines"))
    g_strv_builder_add (self->phases, period);
}

static char *
dup_label (const Material *self, gsize at)
{
  return at < self->n ? scrutiny_timeline_dup_label (self->timeline, self->points[at])
                      : g_strdup ("the end");
}

/* “The 8 months from June 2023 on all lie above the average in force” */
static char *
dup_run (const Material *self, const KernelShiftEntry *entry)
{
  g_autofree char *when = dup_label (self, entry->at);

  return g_strdup_printf ("The %u %s from %s on all lie %s the average in force", RUN,
                          self->words.many, when, entry->direction > 0 ? "above" : "below");
}

static void
add_run (Log *self, const KernelShiftEntry *entry, const char *step, const char *rest)
{
  g_autofree char *run = dup_run (self->material, entry);

  add_entry (self, entry->at, step, g_strconcat (run, rest, NULL));
}

static void
add_stable_step (Log *self, const KernelShiftEntry *entry, guint window)
{
  const StepWords words = self->material->words;

  switch (entry->step) {
  case KERNEL_SHIFT_TOO_FEW:
    add_entry (
        self, entry->at, "too-few",
        g_strdup_printf ("Fewer than %u %s: too few for lines of this kind.", window, words.many));
    break;
  case KERNEL_SHIFT_FIRST:
    add_entry (self, entry->at, "first-lines",
               g_strdup_printf ("The first lines come from the first %u %s.", window, words.many));
    break;
  case KERNEL_SHIFT_ONE_SET:
    add_entry (self, entry->at, "end",
               g_strdup_printf ("Fewer than twice %u %s: too few for a second set of lines.",
                                window, words.many));
    break;
  case KERNEL_SHIFT_FEW_LEFT:
    add_entry (self, entry->at, "end",
               g_strdup_printf ("Fewer than %u %s are left from here on: too few for new lines.",
                                window, words.many));
    break;
  case KERNEL_SHIFT_NO_RUN:
    add_entry (self, entry->at, "end",
               g_strdup_printf ("From here on no %u %s in a row lie on one side of the average in "
                                "force.",
                                RUN, words.many));
    break;
  case KERNEL_SHIFT_CAME_BACK:
    add_run (self, entry, "came-back", ", but the figure went back while new lines were made.");
    break;
  case KERNEL_SHIFT_MAY_BE_BACK:
    add_run (self, entry, "may-be-back", ", but at the end the figure may be going back.");
    break;
  case KERNEL_SHIFT_ACCEPTED:
  default:
    add_run (self, entry, "new-lines", ", and it stays there: new lines may start here.");
  }
}

static void
suggest_stable_shift (Log *log)
{
  const Material *material = log->material;
  const gboolean is_monthly =
      scrutiny_timeline_get_calendar (material->timeline) == SCRUTINY_CALENDAR_MONTH;
  const KernelStableShift how = { is_monthly ? MONTHLY_WINDOW : WINDOW, RUN, MOST_EXCLUDED,
                                  kernel_constants_exact.sigma,
                                  kernel_constants_exact.range_limit };
  g_autofree double *work = g_new (double, 2 * how.window);
  g_autofree uint8_t *used = g_new (uint8_t, how.window);
  g_autofree KernelShiftEntry *entries = g_new (KernelShiftEntry, material->n + 2);
  size_t n_entries = 0;
  KernelStatus status =
      kernel_stable_shift (material->n, material->values, &how, work, used, entries, &n_entries);

  g_assert (status == KERNEL_OK);
  for (size_t i = 0; i < n_entries; i++)
    add_stable_step (log, &entries[i], (guint) how.window);
}

static void
suggest_runs (Log *log)
{
  const Material *material = log->material;
  g_autofree double *work = g_new (double, 2 * material->n);
  g_autofree KernelSustainedRun *runs = g_new (KernelSustainedRun, material->n);
  size_t n_runs = 0;
  KernelStatus status =
      kernel_sustained_runs (material->n, material->values, RUN, RUN, work, runs, &n_runs);

  g_assert (status == KERNEL_OK);
  add_entry (
      log, 0, "first-lines",
      g_strdup_printf ("The first median comes from the first %u %s.", RUN, material->words.many));
  for (size_t i = 0; i < n_runs; i++) {
    g_autofree char *from = dup_label (material, runs[i].first);

    add_entry (log, runs[i].first, "new-lines",
               g_strdup_printf ("%u %s from %s on lie %s the median in force, those on it not "
                                "counted: a new median may start here.",
                                RUN, material->words.many, from,
                                runs[i].direction > 0 ? "above" : "below"));
  }
}

static ScrutinyTable *
with_texts (ScrutinyTable *table, const char *name, GStrvBuilder *texts)
{
  g_auto (GStrv) column = g_strv_builder_end (texts);
  ScrutinyTable *added =
      scrutiny_table_copy_with_texts (table, name, (const char *const *) column, NULL);

  g_object_unref (table);

  return added;
}

/**
 * scrutiny_phase_suggestion_new:
 * @series: the series
 * @by: (nullable): `stable-shift`, the default, or `run-of-n`
 * @error: return location for an error
 *
 * Looks where the lines of a chart might be worked out afresh.
 *
 * By `stable-shift`, eight values in a row on one side of the average start new lines if
 * enough values follow, 21 or for months 24, and the figure does not go back meanwhile. By
 * `run-of-n`, eight values on one side of the median make a new median. Missing values are
 * passed over.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for another @by.
 *
 * Returns: (transfer full): a suggestion, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPhaseSuggestion *
scrutiny_phase_suggestion_new (ScrutinySeries *series, const char *by, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const gboolean by_runs = by && g_str_equal (by, "run-of-n");
  if (by && !by_runs && !g_str_equal (by, "stable-shift")) {
    g_autofree char *said = printable_dup (by, MOST_OF_A_NAME);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "suggest", by,
                           "Suggestions: there are none by “%s”; there are stable-shift, run-of-n",
                           said);
    return NULL;
  }

  ScrutinyPhaseSuggestion *self = g_object_new (SCRUTINY_TYPE_PHASE_SUGGESTION, NULL);
  Material material = gather (series);
  g_autoptr (GStrvBuilder) periods = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new ();
  Log log = { &material, periods, steps, reasons, phases };

  self->by = by_runs ? "run-of-n" : "stable-shift";
  if (by_runs)
    suggest_runs (&log);
  else
    suggest_stable_shift (&log);
  g_strfreev (self->phases);
  self->phases = g_strv_builder_end (phases);
  self->log = with_texts (self->log, "period", periods);
  self->log = with_texts (self->log, "step", steps);
  self->log = with_texts (self->log, "reason", reasons);
  g_free (material.values);
  g_free (material.points);

  return self;
}

/**
 * scrutiny_phase_suggestion_get_by:
 * @self: a suggestion
 *
 * Gets by which method the phases were found.
 *
 * Returns: `stable-shift` or `run-of-n`
 *
 * Since: 0.1
 */
const char *
scrutiny_phase_suggestion_get_by (ScrutinyPhaseSuggestion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PHASE_SUGGESTION (self), NULL);

  return self->by;
}

/**
 * scrutiny_phase_suggestion_get_phases:
 * @self: a suggestion
 *
 * Gets the periods at which new lines might start; none when there is nothing to
 * suggest.
 *
 * Returns: (array zero-terminated=1) (transfer none): the periods, in time
 *
 * Since: 0.1
 */
const char *const *
scrutiny_phase_suggestion_get_phases (ScrutinyPhaseSuggestion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PHASE_SUGGESTION (self), NULL);

  return (const char *const *) self->phases;
}

/**
 * scrutiny_phase_suggestion_get_log:
 * @self: a suggestion
 *
 * Gets what was considered, in its order: `period`, `step` (`first-lines`, `new-lines`,
 * `came-back`, `may-be-back`, `too-few` or `end`) and `reason`, a sentence.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_phase_suggestion_get_log (ScrutinyPhaseSuggestion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PHASE_SUGGESTION (self), NULL);

  return self->log;
}
