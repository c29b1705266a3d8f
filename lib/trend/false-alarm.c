/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/false-alarm.h"

#include "kernel/individuals.h"
#include "kernel/median.h"
#include "kernel/normal.h"
#include "trend/chart-patterns.h"

#include <math.h>

/* The exact chance takes time with the square of the points. */
#define MOST_FOR_EXACT_CHANCE 500
#define MOST_FOR_SIMULATION 1000
#define N_ON_THE_SPOT 1000
#define SEED 20200611

/* --- Made-up series ---------------------------------------------------------------- */

/* Splitmix64: the state is a counter, so that a seed says all. */
static double
next_normal (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return kernel_normal_quantile (((double) (z >> 11) + 0.5) / 9007199254740992.0);
}

/* A made-up series and the lines through it. */
typedef struct {
  guint n;
  double *values, *centre, *spreads, *work; /* work: 2 n */
  size_t *order;
  KernelSignal *signals;
  uint8_t *marks;
  double width;
  gboolean has_limits;
} Sample;

static void
draw_sample (Sample *self, guint64 *state)
{
  KernelMeanRange ranges;
  double centre, sigma = NAN;
  KernelStatus status;

  for (guint i = 0; i < self->n; i++)
    self->values[i] = next_normal (state);
  status =
      self->has_limits
          ? kernel_individuals (self->n, self->values, NULL, NULL, kernel_constants_exact.sigma, 0,
                                self->work, &centre, &sigma, &ranges)
          : kernel_median (self->n, self->values, NULL, self->work, &centre, NULL);
  g_assert (status == KERNEL_OK);
  for (guint i = 0; i < self->n; i++) {
    self->centre[i] = centre;
    self->spreads[i] = sigma;
  }
}

static gboolean
gives_run_signal (const Sample *self, const Rule *rule)
{
  KernelRuns runs;
  KernelStatus status = kernel_runs (self->n, self->values, self->centre, NULL, NULL, &runs);
  const KernelRunBox box = kernel_run_box (rule->box, runs.useful, runs.chances);

  g_assert (status == KERNEL_OK);
  if (runs.useful < CHART_FEWEST_USEFUL)
    return FALSE;
  if (rule->how == RULE_LONG_RUN)
    return runs.longest > box.longest_max ||
           (runs.longest == box.longest_max && runs.crossings < box.crossings_there);

  return runs.crossings < box.crossings_min ||
         (runs.crossings == box.crossings_min && runs.longest > box.longest_there);
}

static gboolean
gives_count_signal (const Sample *self)
{
  KernelRunCount count;
  size_t least, most;
  KernelStatus status = kernel_run_count (self->n, self->values, self->centre, NULL, &count);

  g_assert (status == KERNEL_OK);

  return chart_patterns_is_odd (&count, &least, &most);
}

static gboolean
gives_signal (const Sample *self, const Rule *rule)
{
  KernelRule pattern = rule->pattern;
  size_t n_signals = 0;

  if (rule->how == RULE_LONG_RUN || rule->how == RULE_FEW_CROSSINGS)
    return gives_run_signal (self, rule);
  if (rule->how == RULE_RUN_COUNT)
    return gives_count_signal (self);
  if (!self->has_limits && rule_needs_limits (rule))
    return FALSE;

  pattern.distance =
      rule->how == RULE_BEYOND_LIMITS ? self->width : pattern.distance * (self->width / 3);
  pattern.reach *= self->width / 3;
  KernelStatus status = kernel_rule (self->n, self->values, self->centre, self->spreads, NULL,
                                     &pattern, self->order, self->signals, self->marks, &n_signals);
  g_assert (status == KERNEL_OK);

  return n_signals > 0;
}

static gboolean
any_signal (const Sample *self, const RuleSet *const *sets, guint n_sets)
{
  for (guint k = 0; k < n_sets; k++) {
    for (guint r = 0; r < sets[k]->n_rules; r++) {
      if (gives_signal (self, &sets[k]->rules[r]))
        return TRUE;
    }
  }

  return FALSE;
}

double
false_alarm_simulate (const RuleSet *const *sets,
                      guint n_sets,
                      guint n_points,
                      gboolean has_limits,
                      double width,
                      guint n_series,
                      guint64 seed)
{
  g_autofree double *doubles = g_new (double, 5 * (gsize) n_points);
  g_autofree size_t *order = g_new (size_t, n_points);
  g_autofree KernelSignal *signals = g_new (KernelSignal, n_points);
  g_autofree uint8_t *marks = g_new (uint8_t, n_points);
  Sample sample = { n_points,
                    doubles,
                    doubles + n_points,
                    doubles + 2 * (gsize) n_points,
                    doubles + 3 * (gsize) n_points,
                    order,
                    signals,
                    marks,
                    width,
                    has_limits };
  guint64 state = seed;
  guint n_alarms = 0;

  for (guint i = 0; i < n_series; i++) {
    draw_sample (&sample, &state);
    n_alarms += any_signal (&sample, sets, n_sets);
  }

  return (double) n_alarms / n_series;
}

/* --- What is stored ------------------------------------------------------------------ */

/* Made by tests/bench/false-alarm-table.c: 20,000 series a length, limits three spreads
 * from the mean by the mean moving range; the run chart with its median.
 */
#define N_LENGTHS 12
static const guint lengths[N_LENGTHS] = { 12, 16, 20, 24, 30, 36, 48, 60, 84, 120, 240, 480 };
#define N_STORED 20000

static const struct {
  const char *set;
  double chances[N_LENGTHS];
} stored[] = {
  { "mdc-2018",
    { 0.0470, 0.0837, 0.1166, 0.1537, 0.2052, 0.2599, 0.3503, 0.4376, 0.5645, 0.7155, 0.9282,
      0.9949 } },
  { "mdc-2023",
    { 0.0470, 0.0837, 0.1166, 0.1537, 0.2052, 0.2599, 0.3503, 0.4376, 0.5645, 0.7155, 0.9282,
      0.9949 } },
  { "nelson",
    { 0.0635, 0.1082, 0.1500, 0.1950, 0.2563, 0.3141, 0.4169, 0.5058, 0.6415, 0.7817, 0.9604,
      0.9989 } },
  { "powerbi-spc",
    { 0.1421, 0.2180, 0.2865, 0.3518, 0.4396, 0.5187, 0.6400, 0.7359, 0.8542, 0.9420, 0.9967,
      1.0000 } },
  { "provost-murray-run",
    { 0.1292, 0.2076, 0.3024, 0.3684, 0.4798, 0.5571, 0.6912, 0.7989, 0.9032, 0.9691, 0.9989,
      1.0000 } },
  { "runchart",
    { 0.1173, 0.1975, 0.2826, 0.3588, 0.4615, 0.5432, 0.6794, 0.7819, 0.8938, 0.9655, 0.9987,
      1.0000 } },
  { "western-electric",
    { 0.0510, 0.0844, 0.1157, 0.1519, 0.2015, 0.2462, 0.3317, 0.4105, 0.5386, 0.6868, 0.9124,
      0.9930 } },
  { "wheeler",
    { 0.0362, 0.0607, 0.0802, 0.1061, 0.1433, 0.1803, 0.2483, 0.3135, 0.4234, 0.5668, 0.8250,
      0.9701 } },
};

double
false_alarm_look_up (const char *set, guint n_points)
{
  guint s = 0, k = 1;

  while (s < G_N_ELEMENTS (stored) && !g_str_equal (stored[s].set, set))
    s++;
  if (s == G_N_ELEMENTS (stored) || n_points < lengths[0] || n_points > lengths[N_LENGTHS - 1])
    return NAN;
  while (lengths[k] < n_points)
    k++;

  /* Between two lengths, along the logarithm of the chance of none. */
  const double share = (double) (n_points - lengths[k - 1]) / (lengths[k] - lengths[k - 1]);
  const double low = log1p (-stored[s].chances[k - 1]), high = log1p (-stored[s].chances[k]);

  return -expm1 (low + share * (high - low));
}

/* --- Exact chances of runs and crossings --------------------------------------------- */

/* Chance of at least @crossings crossings and no run longer than @longest. */
static double
chance_within (gsize n, gsize longest, gsize crossings, double *work)
{
  double chance = 0;

  if (longest == 0)
    return 0;
  KernelStatus status = kernel_runs_false_alarm (n, longest, crossings, work, &chance);
  g_assert (status == KERNEL_OK);

  return 1 - chance;
}

static double
chance_of_box (gsize n, KernelRunBox box)
{
  g_autofree double *work = g_new (double, 2 * (n + 1));
  const gsize l = box.longest_max, c = box.crossings_min;
  double quiet = chance_within (n, l, c, work);

  /* The corner: fewest crossings with too long a run … */
  if (box.longest_there < l)
    quiet -= chance_within (n, l, c, work) - chance_within (n, l, c + 1, work) -
             chance_within (n, box.longest_there, c, work) +
             chance_within (n, box.longest_there, c + 1, work);
  /* … and the longest run with too few, but for those already taken. */
  if (box.crossings_there > c + 1)
    quiet -= chance_within (n, l, c + 1, work) - chance_within (n, l, box.crossings_there, work) -
             chance_within (n, l - 1, c + 1, work) +
             chance_within (n, l - 1, box.crossings_there, work);

  return 1 - quiet;
}

/* The sets of both rules of one box, whose chance is exact. */
static gboolean
is_exact_set (const RuleSet *set)
{
  return set->n_rules == 2 && set->rules[0].how == RULE_LONG_RUN &&
         set->rules[1].how == RULE_FEW_CROSSINGS;
}

/* --- A chart -------------------------------------------------------------------------- */

/* What is asked of each stretch, and how it was answered. */
typedef struct {
  const ChartDrawing *drawing;
  const RuleSet *const *sets;
  guint n_sets;
  FalseAlarmMemory *memory; /* NULL */
  const char *basis;        /* of the last answer */
} Question;

typedef struct {
  double chance;
  const char *basis;
} Answer;

struct _FalseAlarmMemory {
  GMutex lock;
  GHashTable *answers; /* gint64 to Answer */
};

FalseAlarmMemory *
false_alarm_memory_new (void)
{
  FalseAlarmMemory *self = g_new (FalseAlarmMemory, 1);

  g_mutex_init (&self->lock);
  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
false_alarm_memory_free (FalseAlarmMemory *self)
{
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->answers);
  g_free (self);
}

static gboolean
looks_at_limits_only (const Question *self)
{
  for (guint k = 0; k < self->n_sets; k++) {
    for (guint r = 0; r < self->sets[k]->n_rules; r++) {
      if (self->sets[k]->rules[r].how != RULE_BEYOND_LIMITS)
        return FALSE;
    }
  }

  return TRUE;
}

static double
chance_of_stretch (Question *self, const ChartEstimate *estimate, guint n_points)
{
  const KernelRuns *runs = &estimate->runs;
  const gboolean has_limits = self->drawing->kind != SCRUTINY_CHART_KIND_RUN;
  double chance = NAN;

  if (self->n_sets == 1 && is_exact_set (self->sets[0])) {
    if (runs->useful < CHART_FEWEST_USEFUL || runs->useful > MOST_FOR_EXACT_CHANCE)
      return NAN;
    self->basis = "exact, for points that fall on either side like a fair coin";
    return chance_of_box (
        runs->useful, kernel_run_box (self->sets[0]->rules[0].box, runs->useful, runs->useful - 1));
  }
  if (n_points < CHART_FEWEST_POINTS || n_points > MOST_FOR_SIMULATION)
    return NAN;
  if (estimate->is_known && looks_at_limits_only (self)) {
    self->basis = "exact, for independent normal values and limits that are known";
    return kernel_limits_false_alarm (n_points, self->drawing->width);
  }
  if (self->n_sets == 1 && self->drawing->width == 3)
    chance = false_alarm_look_up (self->sets[0]->name, n_points);
  if (!isnan (chance)) {
    self->basis = "from a stored table: 20,000 made-up series of independent normal values for "
                  "each of 12 lengths, seed 20200611, between them by interpolation";
    return chance;
  }
  self->basis = "from 1,000 made-up series of independent normal values, seed 20200611";

  return false_alarm_simulate (self->sets, self->n_sets, n_points, has_limits, self->drawing->width,
                               N_ON_THE_SPOT, SEED);
}

/* All that an answer depends on where the options are the same. */
static gint64
key_of (const Question *self, const ChartEstimate *estimate, guint n_points)
{
  const gboolean is_run = self->drawing->kind == SCRUTINY_CHART_KIND_RUN;

  return (gint64) n_points << 32 | (gint64) estimate->runs.useful << 2 | is_run << 1 |
         estimate->is_known;
}

static double
recall_stretch (Question *self, const ChartEstimate *estimate, guint n_points)
{
  const gint64 key = key_of (self, estimate, n_points);
  const Answer *known;
  Answer answer;

  g_mutex_lock (&self->memory->lock);
  known = g_hash_table_lookup (self->memory->answers, &key);
  if (known)
    answer = *known;
  g_mutex_unlock (&self->memory->lock);
  if (known) {
    self->basis = answer.basis ? answer.basis : self->basis;
    return answer.chance;
  }

  answer.chance = chance_of_stretch (self, estimate, n_points);
  answer.basis = isnan (answer.chance) ? NULL : self->basis;
  g_mutex_lock (&self->memory->lock);
  g_hash_table_insert (self->memory->answers, g_memdup2 (&key, sizeof key),
                       g_memdup2 (&answer, sizeof answer));
  g_mutex_unlock (&self->memory->lock);

  return answer.chance;
}

static gboolean
is_answerable (ScrutinyChartKind kind)
{
  return kind != SCRUTINY_CHART_KIND_MR && kind != SCRUTINY_CHART_KIND_G &&
         kind != SCRUTINY_CHART_KIND_S && !chart_kind_is_summing (kind);
}

/* NaN, with the reason why as @basis, which may be NULL. */
static double
leave_open (char **basis, char *taken)
{
  if (basis)
    *basis = taken;
  else
    g_free (taken);

  return NAN;
}

double
false_alarm_of_chart (const ChartDrawing *drawing,
                      const ChartLines *lines,
                      const RuleSet *const *sets,
                      guint n_sets,
                      FalseAlarmMemory *memory,
                      char **basis)
{
  Question question = { drawing, sets, n_sets, memory, NULL };
  double quiet = 1;

  if (n_sets == 0 || lines->n == 0)
    return leave_open (basis, g_strdup ("no rules"));
  if (!is_answerable (drawing->kind))
    return leave_open (basis, g_strdup ("not worked out for this kind of chart"));

  for (guint k = 0; k < lines->estimates->len; k++) {
    const ChartEstimate *estimate = &g_array_index (lines->estimates, ChartEstimate, k);
    const double chance = memory ? recall_stretch (&question, estimate, estimate->n_points)
                                 : chance_of_stretch (&question, estimate, estimate->n_points);

    /* Too few points to look at give no signal either. */
    quiet *= isnan (chance) && estimate->n_points < CHART_FEWEST_USEFUL ? 1 : 1 - chance;
  }
  if (isnan (quiet) || !question.basis)
    return leave_open (basis, g_strdup_printf ("not worked out for %u points", lines->n));
  if (basis)
    *basis = lines->estimates->len > 1
                 ? g_strconcat (question.basis, "; each phase by itself", NULL)
                 : g_strdup (question.basis);

  return 1 - quiet;
}
