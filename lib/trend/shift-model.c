/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-model.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "kernel/normal.h"
#include "kernel/one-break.h"
#include "kernel/student.h"
#include "trend/shift-place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_OF_A_NAME 40
#define N_DRAWS 199
#define N_ORDERS 999
#define POWER_DEVIATE 0.8416212335729143
#define LIKENESS_ERRORS 2
#define MOST_LIKENESS 0.9

/* Of the squares of differences: changes of level are the largest, and not noise. */
#define SHARE_TRIMMED 0.1

/* Longest series whose order is shuffled, in numbers of rows, and the values of each
 * stretch that are drawn again.
 */
#define MOST_SHUFFLED 4000
#define MOST_DRAWN 500

static const ShiftModel *const models[] = {
  &shift_model_mean,     &shift_model_mean_variance, &shift_model_poisson,
  &shift_model_binomial, &shift_model_exponential,   &shift_model_gamma,
  &shift_model_quantile, &shift_model_biweight,      &shift_model_huber,
  &shift_model_one,
};

/* --- What there is, and what it needs -------------------------------------------- */

static gboolean
refuse_value (ScrutinySeries *series, gsize i, double value, const char *what, GError **error)
{
  g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);
  char text[NUMBER_TEXT_SIZE];

  number_show (value, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "model", text,
                         "Model: %s: %s %s; ask for model mean, or leave it to the library", period,
                         text, what);

  return FALSE;
}

static gboolean
check_counts (const ShiftModel *model, ScrutinySeries *series, GError **error)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  const gboolean has_counts = scrutiny_series_has_counts (series);
  const double *counts = has_counts ? scrutiny_series_get_numerators (series, NULL) : values;
  const double *sizes = scrutiny_series_get_denominators (series, NULL);

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (counts[i] < 0)
      return refuse_value (series, i, counts[i], "is below 0 and counts nothing", error);
    if (!has_counts && counts[i] != floor (counts[i]))
      return refuse_value (series, i, counts[i],
                           "is no whole number and so no count; give numerators and denominators",
                           error);
    if (model->needs == SHIFT_NEEDS_SHARES && counts[i] > sizes[i])
      return refuse_value (series, i, counts[i],
                           "is more than its denominator; for a rate ask for model poisson", error);
  }

  return TRUE;
}

static gboolean
check_needs (const ShiftModel *model, ScrutinySeries *series, GError **error)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);

  if (model->needs == SHIFT_NEEDS_SHARES && !scrutiny_series_has_counts (series)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "model", model->name,
                           "Model: %s needs a numerator and a denominator for each value; there "
                           "are values only",
                           model->name);
    return FALSE;
  }
  if (model->needs == SHIFT_NEEDS_COUNTS || model->needs == SHIFT_NEEDS_SHARES)
    return check_counts (model, series, error);
  for (gsize i = 0; i < n && model->needs == SHIFT_NEEDS_TIMES; i++) {
    if (values[i] <= 0)
      return refuse_value (series, i, values[i],
                           "is not above 0, as times between events or until they are over are",
                           error);
  }

  return TRUE;
}

static char *
dup_names (void)
{
  g_autoptr (GString) names = g_string_new ("auto, level-or-line");

  for (gsize k = 0; k < G_N_ELEMENTS (models); k++)
    g_string_append_printf (names, ", %s", models[k]->name);

  return g_strdup (names->str);
}

gboolean
shift_model_find (const char *name,
                  ScrutinySeries *series,
                  const ShiftModel **found,
                  GError **error)
{
  *found = NULL;
  if (!name || g_str_equal (name, "auto") || g_str_equal (name, "level-or-line"))
    return TRUE;
  for (gsize k = 0; k < G_N_ELEMENTS (models); k++) {
    if (!g_str_equal (models[k]->name, name))
      continue;
    *found = models[k];
    return check_needs (models[k], series, error);
  }

  g_autofree char *said = printable_dup (name, MOST_OF_A_NAME);
  g_autofree char *known = dup_names ();
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "model", name,
                         "Model: “%s” is none; there are %s", said, known);

  return FALSE;
}

/* --- For models -------------------------------------------------------------------- */

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
shift_model_share_kept (gsize n)
{
  return n > 0 ? 1 - ceil (SHARE_TRIMMED * (double) n) / (double) n : 0;
}

double
shift_model_mean_kept (gsize n, double *squares)
{
  const gsize n_kept = (gsize) rint (shift_model_share_kept (n) * (double) n);
  double mean = 0;

  qsort (squares, n, sizeof *squares, compare);
  for (gsize i = 0; i < n_kept; i++)
    mean += squares[i] / (double) n_kept;

  return mean;
}

double
shift_model_normal_share (double kept)
{
  const double z = kernel_normal_quantile ((1 + kept) / 2);

  return 1 - 2 * z * exp (-z * z / 2) / sqrt (2 * G_PI) / kept;
}

static double
mean_square_apart (gsize n, const double *values, gsize lag)
{
  g_autofree double *squares = g_new (double, n);

  if (n <= lag + 1)
    return 0;
  for (gsize i = lag; i < n; i++)
    squares[i - lag] = (values[i] - values[i - lag]) * (values[i] - values[i - lag]);
  const double mean = shift_model_mean_kept (n - lag, squares);

  return mean / shift_model_normal_share (shift_model_share_kept (n - lag));
}

void
shift_model_differences (gsize n, const double *values, double *near, double *far)
{
  *near = mean_square_apart (n, values, 1);
  *far = mean_square_apart (n, values, 2);
}

double
shift_model_likeness (gsize n, double near, double far)
{
  const double likeness = near > 0 ? far / near - 1 : 0;

  return likeness > LIKENESS_ERRORS / sqrt ((double) n) ? MIN (likeness, MOST_LIKENESS) : 0;
}

void
shift_model_place_by_drawing (const ModelSearch *self, guint k, FoundShift *shift)
{
  const ShiftPiece *a = &g_array_index (self->search->pieces, ShiftPiece, k - 1);
  const ShiftPiece *b = &g_array_index (self->search->pieces, ShiftPiece, k);
  const gsize before = MIN (a->end - a->first, MOST_DRAWN);
  const gsize after = MIN (b->end - b->first, MOST_DRAWN);
  const gsize first = a->end - before, skipped = first - a->first;
  KernelRows rows = self->by_rows;
  gsize earliest, latest;

  rows.n = before + after;
  rows.rows += first * rows.width;
  rows.least = MIN (self->asked->model->least, MIN (before, after));
  g_autofree double *work = g_new (double, kernel_any_break_n_work (rows.n, rows.width, N_DRAWS));
  g_autofree size_t *order = g_new (size_t, rows.n);
  if (kernel_any_break_interval (&rows, before, self->asked->level, N_DRAWS, self->asked->seed + k,
                                 work, order, &earliest, &latest) != KERNEL_OK) {
    earliest = 1;
    latest = rows.n - 1;
  }
  shift_place_between (self->search, k, skipped + earliest, skipped + latest, shift);
  shift->basis = "bootstrap";
}

/* --- The search ---------------------------------------------------------------------- */

/* A season that may change takes noise along with it: of each year's Januaries, what a line
 * through those around one gives back of that one itself.
 */
static double
share_kept (const ShiftSearch *search)
{
  const double n = search->has_season ? floor (search->n_used / (double) search->asked->season) : 0;
  double taken = 0;

  for (double i = 0; i < n; i++) {
    const double nearest = MIN (SHIFT_SEASON_WINDOW, n),
                 wide = MAX (SHIFT_SEASON_WINDOW - n, 0) / 2;
    const double low = CLAMP (i - floor (nearest / 2), 0, n - nearest), high = low + nearest - 1;
    const double reach = (MAX (i - low, high - i) + wide) * 0.999;
    double w = 0, wx = 0, wxx = 0;
    for (double j = low; j <= high; j++) {
      const double away = fabs (j - i) / MAX (reach, 1e-9);
      const double weight = away < 1 ? pow (1 - away * away * away, 3) : 0;
      w += weight;
      wx += weight * (j - i);
      wxx += weight * (j - i) * (j - i);
    }
    taken += wxx / MAX (w * wxx - wx * wx, 1e-9) / n;
  }

  return CLAMP (1 - taken, 0.2, 1);
}

static void
model_search_init (ModelSearch *self,
                   const ShiftSearch *search,
                   ScrutinySeries *series,
                   const double *scaled)
{
  *self = (ModelSearch){
    .search = search,
    .asked = search->asked,
    .n = search->n_used,
    .scaled = scaled,
    .unit = search->unit,
    .scale = search->has_counts ? scrutiny_series_get_scale (series) : 1,
    .shape = 1,
    .kept = share_kept (search),
    .noise = 1,
    .widening = 1,
    .dispersion = 1,
  };
  self->by_rows = (KernelRows){ .stretch = self->asked->model->stretch,
                                .n = self->n,
                                .width = 2,
                                .least = self->asked->cut.least_level };
  self->asked->model->set_up (self);
  self->by_rows.rows = self->rows;
}

static void
model_search_clear (ModelSearch *self)
{
  g_free (self->counts);
  g_free (self->sizes);
  g_free (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ModelSearch, model_search_clear)

static void
set_chance (ModelSearch *self, ShiftSearch *search)
{
  g_autofree double *work =
      g_new (double, kernel_any_break_n_work (self->n, self->by_rows.width, 0));
  g_autofree size_t *order = g_new (size_t, self->n);
  KernelOneBreak one;

  if (self->n * self->by_rows.width <= MOST_SHUFFLED) {
    if (kernel_any_break_chance (&self->by_rows, N_ORDERS, self->asked->seed, work, order,
                                 &search->chance) != KERNEL_OK)
      search->chance = NAN;
  } else if (self->by_rows.stretch == KERNEL_STRETCH_MEAN &&
             kernel_one_break (self->n, self->scaled, self->by_rows.least, &one) == KERNEL_OK) {
    search->chance = one.chance;
  }
}

static void
add_pieces (ModelSearch *self, ShiftSearch *search, const gsize *changes, gsize n_changes)
{
  g_array_set_size (search->pieces, 0);
  for (gsize k = 0; k <= n_changes; k++) {
    ShiftPiece piece = { .first = k ? (guint) changes[k - 1] : 0,
                         .end = k < n_changes ? (guint) changes[k] : (guint) self->n };
    self->asked->model->describe (self, &piece);
    piece.rss = 0;
    for (guint i = piece.first; i < piece.end; i++) {
      const double rest = search->values[i] - piece.mean;
      piece.rss += rest * rest;
      piece.centre += shift_search_time (search, i) / (piece.end - piece.first);
    }
    g_array_append_val (search->pieces, piece);
  }
}

/* Widens what the pieces say by what neighbours share around them, where the model has not. */
static void
describe_shift (const ModelSearch *self, guint k, FoundShift *shift)
{
  const ShiftSearch *search = self->search;
  const ShiftModel *model = self->asked->model;
  const ShiftPiece *a = &g_array_index (search->pieces, ShiftPiece, k - 1);
  const ShiftPiece *b = &g_array_index (search->pieces, ShiftPiece, k);
  const double wide = sqrt (search->widening);
  const guint freedom =
      search->n_used > search->pieces->len ? search->n_used - search->pieces->len : 1;

  shift->at = search->index[b->first];
  shift->kind = model->name_kind ? model->name_kind (self, a, b) : SHIFT_LEVEL;
  shift->before = a->mean;
  shift->after = b->mean;
  shift->change = b->mean - a->mean;
  shift->before_error = a->error * wide;
  shift->after_error = b->error * wide;
  shift->change_error = hypot (shift->before_error, shift->after_error);
  shift->spread_before = a->spread;
  shift->spread_after = b->spread;
  const double reach =
      kernel_student_quantile ((1 + self->asked->level) / 2, freedom) * shift->change_error;
  shift->change_low = shift->change - reach;
  shift->change_high = shift->change + reach;
}

/* The least step half-way whose likelihood ratio exceeds the penalty in four of five series. */
static double
smallest_of (const ModelSearch *self, double penalty)
{
  const ShiftModel *model = self->asked->model;

  if (!model->notice)
    return NAN;

  return (sqrt (penalty) + POWER_DEVIATE) * model->notice (self) * sqrt (self->widening);
}

gboolean
shift_model_cut (const ShiftSearch *search,
                 ScrutinySeries *series,
                 const double *scaled,
                 double penalty,
                 gsize *changes,
                 gsize *n_changes,
                 double *cost)
{
  g_auto (ModelSearch) self = { 0 };

  model_search_init (&self, search, series, scaled);

  return search->asked->model->cut (&self, penalty, changes, n_changes, cost);
}

void
shift_model_look (ShiftSearch *search, ScrutinySeries *series, const double *scaled)
{
  const ShiftAsked *asked = search->asked;
  g_auto (ModelSearch) self = { 0 };
  g_autofree gsize *changes = g_new (gsize, search->n_used);
  gsize n_changes = 0;
  double cost;

  model_search_init (&self, search, series, scaled);
  set_chance (&self, search);
  if (!asked->model->cut (&self, search->penalty, changes, &n_changes, &cost))
    return;
  add_pieces (&self, search, changes, n_changes);
  shift_search_judge_rest (search);
  if (asked->model->settle)
    asked->model->settle (&self);
  add_pieces (&self, search, changes, n_changes);
  search->smallest = smallest_of (&self, search->penalty);
  search->unknown = asked->model->notice ? NULL : asked->model->unknown;
  search->price_widening = self.widening;
  for (guint k = 1; k < search->pieces->len; k++) {
    FoundShift shift = { .spread_before = NAN, .spread_after = NAN };
    asked->model->place (&self, k, &shift);
    describe_shift (&self, k, &shift);
    g_array_append_val (search->found, shift);
  }
}
