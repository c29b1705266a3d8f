/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/discoveries.h>
#include <scrutiny/linkage.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-private.h"
#include "linkage/linkage-direction.h"
#include "linkage/linkage-pack.h"
#include "linkage/linkage-private.h"
#include "trend/panel-run.h"

#include <math.h>
#include <string.h>

/* Of the pairs that stand out, the share that may be chance. */
#define SHARE_BY_CHANCE 0.05

/* Pairs that a table may hold. */
#define MOST_PAIRS 1000000

#define MOST_OF_A_NAME 120
#define BETWEEN_KEYS ", "

/* Columns of texts, and after them of numbers. */
enum {
  INDICATOR,
  OUTCOME,
  STATUS,
  REASON,
  FIRST,
  LAST,
  VERDICT,
  GUARDED,
  DIRECTION,
  N_TEXTS,
};

enum {
  N_VALUES,
  LAG,
  R,
  LOW,
  HIGH,
  SMALLEST,
  P_LEVEL,
  P_CHANGE,
  P,
  FLAGGED,
  FALSE_ALARM,
  N_NUMBERS,
};

static const char *const text_names[N_TEXTS] = {
  "indicator", "outcome", "status", "reason", "first", "last", "verdict", "guarded", "direction",
};

static const char *const number_names[N_NUMBERS] = {
  "n_values", "lag",      "r", "low",     "high",        "smallest_detectable",
  "p_level",  "p_change", "p", "flagged", "false_alarm",
};

/* Which figures are held against which, and the columns in the making. */
typedef struct {
  LinkagePack pack;
  GArray *indicators, *outcomes; /* of guint, places in the pack */
  GArray *starts;                /* of gsize, the first row of each indicator */
  gsize n_rows;
  int max_lag;
  ScrutinyDirection expected;
  char **texts[N_TEXTS];
  double *numbers[N_NUMBERS];
} Job;

static void
job_init (Job *self, ScrutinyLinkageOptions *options)
{
  *self = (Job){
    .indicators = g_array_new (FALSE, FALSE, sizeof (guint)),
    .outcomes = g_array_new (FALSE, FALSE, sizeof (guint)),
    .starts = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .max_lag = options ? scrutiny_linkage_options_get_max_lag (options) : -1,
    .expected = options ? scrutiny_linkage_options_get_expected (options) : SCRUTINY_DIRECTION_NONE,
  };
  linkage_pack_init (&self->pack);
}

static void
job_clear (Job *self)
{
  linkage_pack_clear (&self->pack);
  g_clear_pointer (&self->indicators, g_array_unref);
  g_clear_pointer (&self->outcomes, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  for (guint c = 0; c < N_TEXTS; c++) {
    for (gsize row = 0; self->texts[c] && row < self->n_rows; row++)
      g_free (self->texts[c][row]);
    g_free (self->texts[c]);
  }
  for (guint c = 0; c < N_NUMBERS; c++)
    g_free (self->numbers[c]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* --- Which pairs --------------------------------------------------------------------------------
 */

/* No figure is held against itself. */
static gboolean
count_rows (Job *self, GError **error)
{
  for (guint i = 0; i < self->indicators->len; i++) {
    g_array_append_val (self->starts, self->n_rows);
    for (guint k = 0; k < self->outcomes->len; k++)
      self->n_rows +=
          g_array_index (self->indicators, guint, i) != g_array_index (self->outcomes, guint, k);
    if (self->n_rows > MOST_PAIRS) {
      self->n_rows = 0;
      scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                             "Link: %u figures and %u outcomes; at most %d pairs of them can be "
                             "looked at together",
                             self->indicators->len, self->outcomes->len, MOST_PAIRS);
      return FALSE;
    }
  }

  return TRUE;
}

static void
make_columns (Job *self)
{
  for (guint c = 0; c < N_TEXTS; c++)
    self->texts[c] = g_new0 (char *, self->n_rows + 1);
  for (guint c = 0; c < N_NUMBERS; c++) {
    self->numbers[c] = g_new (double, self->n_rows + 1);
    for (gsize row = 0; row < self->n_rows; row++)
      self->numbers[c][row] = NAN;
  }
}

/* --- One pair -----------------------------------------------------------------------------------
 */

static char *
dup_guarded (const PackAnswer *answer)
{
  GString *labels = g_string_new (NULL);

  for (gsize k = 0; k < answer->found.n_shocks; k++) {
    g_autofree char *label = linked_pair_dup_label (&answer->pair, answer->found.shocks[k]);

    g_string_append_printf (labels, "%s%s", k > 0 ? BETWEEN_KEYS : "", label);
  }

  return g_string_free (labels, FALSE);
}

static char *
dup_period (const LinkedPair *pair, gsize i)
{
  Period period = pair->from;

  period.ordinal += (gint64) i;

  return period_dup_text (&period);
}

/* Whether the two routes say so together, and neither an event nor the season alone: then the
 * larger of their chances.
 */
static double
chance_of (const KernelLinkage *found)
{
  const KernelLagged *level = &found->level, *change = &found->change;
  const gsize apart =
      level->lag > change->lag ? level->lag - change->lag : change->lag - level->lag;

  return level->r * change->r > 0 && apart <= 1 && found->n_shocks == 0 &&
                 found->season == KERNEL_LINKAGE_BESIDE_SEASON
             ? fmax (level->chance, change->chance)
             : 1;
}

static void
keep_numbers (Job *self, gsize row, const KernelLinkage *found)
{
  const double numbers[N_NUMBERS] = {
    [N_VALUES] = (double) found->n_used,
    [LAG] = (double) found->level.lag,
    [R] = found->level.r,
    [LOW] = found->low,
    [HIGH] = found->high,
    [SMALLEST] = found->smallest,
    [P_LEVEL] = found->level.chance,
    [P_CHANGE] = found->change.chance,
    [P] = chance_of (found),
    [FLAGGED] = found->verdict == KERNEL_LINKAGE_MOVES_WITH,
    [FALSE_ALARM] = LINKAGE_FALSE_ALARM,
  };

  for (guint c = 0; c < N_NUMBERS; c++)
    self->numbers[c][row] = numbers[c];
}

static void
keep_answer (Job *self, gsize row, const PackAnswer *answer)
{
  const LinkageSaying saying = { "", "", self->expected, &answer->pair, &answer->found };
  LinkageDirection direction;

  linkage_direction_init (&direction);
  linkage_direction_look (&direction, &answer->pair, &answer->found);
  self->texts[REASON][row] = linkage_dup_cannot_tell (&saying);
  self->texts[STATUS][row] = g_strdup (self->texts[REASON][row] ? "cannot-tell" : "done");
  self->texts[VERDICT][row] = g_strdup (linkage_verdict_name (&answer->found, self->expected));
  self->texts[FIRST][row] = dup_period (&answer->pair, 0);
  self->texts[LAST][row] = dup_period (&answer->pair, answer->pair.n - 1);
  self->texts[GUARDED][row] = dup_guarded (answer);
  self->texts[DIRECTION][row] = direction.reason ? NULL : g_strdup (direction.word);
  keep_numbers (self, row, &answer->found);
}

static void
ask_pair (Job *self, gsize row, guint i, guint k)
{
  g_auto (PackAnswer) answer = { 0 };

  linkage_pack_ask (&self->pack, i, k, self->max_lag, &answer);
  self->texts[INDICATOR][row] = g_strdup (linkage_pack_get (&self->pack, i)->name);
  self->texts[OUTCOME][row] = g_strdup (linkage_pack_get (&self->pack, k)->name);
  if (!answer.refusal) {
    keep_answer (self, row, &answer);
    return;
  }
  self->texts[STATUS][row] = g_strdup ("refused");
  self->texts[REASON][row] = g_steal_pointer (&answer.refusal);
  self->texts[VERDICT][row] = g_strdup ("cannot-tell");
}

/* One figure beside all outcomes. */
static void
ask_indicator (guint at, gpointer data)
{
  Job *self = data;
  const guint i = g_array_index (self->indicators, guint, at);
  gsize row = g_array_index (self->starts, gsize, at);

  for (guint m = 0; m < self->outcomes->len; m++) {
    const guint k = g_array_index (self->outcomes, guint, m);

    if (i != k)
      ask_pair (self, row++, i, k);
  }
}

/* --- The table ----------------------------------------------------------------------------------
 */

static void
add_texts (ScrutinyTable **table, Job *self, guint c)
{
  g_autoptr (ScrutinyTable) before = *table;
  char **texts = g_steal_pointer (&self->texts[c]);

  for (gsize row = 0; row < self->n_rows; row++)
    texts[row] = texts[row] ? texts[row] : g_strdup ("");
  *table = scrutiny_table_copy_with_texts_take (before, text_names[c], texts, NULL);
}

static void
add_numbers (ScrutinyTable **table, Job *self, guint c)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&self->numbers[c]),
                                               self->n_rows * sizeof *self->numbers[c]);

  *table = scrutiny_table_copy_with_doubles (before, number_names[c], bytes, NULL);
}

static ScrutinyTable *
make_table (Job *self, GError **error)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();

  for (guint c = 0; c < N_TEXTS; c++)
    add_texts (&table, self, c);
  for (guint c = 0; c < N_NUMBERS; c++)
    add_numbers (&table, self, c);

  return scrutiny_discoveries_tabulate (table, number_names[P], NULL, SHARE_BY_CHANCE, error);
}

static ScrutinyTable *
run (Job *self,
     guint n_threads,
     ScrutinyProgress *progress,
     GCancellable *cancellable,
     GError **error)
{
  if (!count_rows (self, error))
    return NULL;
  make_columns (self);
  if (!panel_run (self->indicators->len, n_threads, ask_indicator, self, "pairs", progress,
                  cancellable, error))
    return NULL;

  return make_table (self, error);
}

/* --- From two panels ----------------------------------------------------------------------------
 */

static GPtrArray *
dup_events (ScrutinyLinkageOptions *options)
{
  const char *const *events = options ? scrutiny_linkage_options_get_events (options) : NULL;
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; events && events[i]; i++)
    g_ptr_array_add (spans, g_strdup (events[i]));

  return spans;
}

static char *
dup_name (ScrutinyPanel *panel, guint i)
{
  g_auto (GStrv) key = scrutiny_panel_dup_key (panel, i);
  g_autofree char *name = g_strjoinv (BETWEEN_KEYS, key);

  return printable_dup (name, MOST_OF_A_NAME);
}

static void
add_panel (Job *self, ScrutinyPanel *panel, GArray *places, GPtrArray *events)
{
  for (guint i = 0; i < scrutiny_panel_get_n_series (panel); i++) {
    const guint place = self->pack.figures->len;
    g_autoptr (GError) wrong = NULL;
    g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (panel, i, &wrong);

    linkage_pack_add (&self->pack, dup_name (panel, i), series, events,
                      wrong ? g_strdup (wrong->message) : NULL);
    g_array_append_val (places, place);
  }
}

/**
 * scrutiny_linkage_tabulate:
 * @indicators: figures, each a series
 * @outcomes: what they may move with, each a series; may be the same panel
 * @options: (nullable): what is said of all pairs, or `NULL` for nothing
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Asks of every figure whether it moves together with every outcome, on as many threads as
 * [property@Panel:threads] of the figures says. The result is the same for any number. What is new
 * in a series each period is found once; of one panel no series is held against itself.
 *
 * There is one row a pair: the keys, joined, as `indicator` and `outcome`; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `first` and `last`; then what
 * [ctor@Linkage.new_of_series] would say: `verdict`, `guarded`, the periods in which alone both
 * moved, `direction`, empty where it was not asked, `n_values`, `lag`, `r`, `low`, `high`,
 * `smallest_detectable`, `p_level` and `p_change` of the two routes; `p`, the larger of these, and
 * 1 where the two do not say the same, or one event or
 * the season alone says it; `flagged`, 1 where they move together; `false_alarm`, how
 * often that is said of two that have nothing to do with each other; `p_adjusted` and `discovery`,
 * see [func@discoveries_tabulate]: of ten thousand pairs hundreds move together by chance. A pair
 * that is refused does not fail the others.
 *
 * Fails with [error@Scrutiny.Error.LIMIT] for more than a million pairs, and if it was stopped.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_linkage_tabulate (ScrutinyPanel *indicators,
                           ScrutinyPanel *outcomes,
                           ScrutinyLinkageOptions *options,
                           ScrutinyProgress *progress,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_auto (Job) job = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_PANEL (indicators), NULL);
  g_return_val_if_fail (SCRUTINY_IS_PANEL (outcomes), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job_init (&job, options);
  events = dup_events (options);
  add_panel (&job, indicators, job.indicators, events);
  if (outcomes == indicators)
    g_array_append_vals (job.outcomes, job.indicators->data, job.indicators->len);
  else
    add_panel (&job, outcomes, job.outcomes, events);

  return run (&job, scrutiny_panel_get_threads (indicators), progress, cancellable, error);
}

/* --- From a dossier -----------------------------------------------------------------------------
 */

static void
add_indicator (Job *self, ScrutinyIndicator *indicator, ScrutinyLinkageOptions *options)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  g_autoptr (GPtrArray) events = dup_events (options);

  linkage_add_events (events, indicator);
  linkage_pack_add (&self->pack, g_strdup (scrutiny_indicator_get_id (indicator)), series, events,
                    series ? linkage_dup_break (indicator, series) : NULL);
}

/* The places in the pack of those that are named, or of all. */
static gboolean
find_places (ScrutinyDossier *dossier, const char *const *ids, GArray *places, GError **error)
{
  const guint n = scrutiny_dossier_get_n_indicators (dossier);

  for (guint i = 0; !ids && i < n; i++)
    g_array_append_val (places, i);
  for (gsize k = 0; ids && ids[k]; k++) {
    ScrutinyIndicator *named = scrutiny_dossier_find_indicator (dossier, ids[k], error);
    guint place = 0;

    if (!named)
      return FALSE;
    while (place < n && scrutiny_dossier_get_indicator (dossier, place) != named)
      place++;
    g_array_append_val (places, place);
  }

  return TRUE;
}

/**
 * scrutiny_linkage_tabulate_dossier:
 * @dossier: a dossier
 * @indicators: (nullable) (array zero-terminated=1): ids of figures, or `NULL` for all
 * @outcomes: (nullable) (array zero-terminated=1): ids of outcomes, or `NULL` for all
 * @options: (nullable): what is said of all pairs, or `NULL` for nothing
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * As [func@Linkage.tabulate], of the indicators of a dossier: periods of the events of both are
 * left out, and one that was defined anew within its periods is refused. `indicator` and `outcome`
 * are their ids.
 *
 * Fails also with [error@Scrutiny.Error.NOT_FOUND] if an id is not there.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_linkage_tabulate_dossier (ScrutinyDossier *dossier,
                                   const char *const *indicators,
                                   const char *const *outcomes,
                                   ScrutinyLinkageOptions *options,
                                   ScrutinyProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_auto (Job) job = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_LINKAGE_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job_init (&job, options);
  if (!find_places (dossier, indicators, job.indicators, error) ||
      !find_places (dossier, outcomes, job.outcomes, error))
    return NULL;
  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++)
    add_indicator (&job, scrutiny_dossier_get_indicator (dossier, i), options);

  return run (&job, 0, progress, cancellable, error);
}
