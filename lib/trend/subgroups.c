/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/subgroups.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/table-columns.h"
#include "kernel/subgroup.h"
#include "trend/subgroup-rows.h"

#include <math.h>

/**
 * ScrutinySubgroups:
 *
 * Several observations a period, as they come down to a mean, a standard deviation
 * and a size: all that a chart of means or of standard deviations needs, so that the
 * observations themselves need not be handed over by those who may not.
 *
 * Since: 0.1
 */
struct _ScrutinySubgroups {
  GObject parent_instance;

  ScrutinyTimeline *timeline;
  gsize n;
  double *means;
  double *deviations;
  double *sizes;
};

G_DEFINE_FINAL_TYPE (ScrutinySubgroups, scrutiny_subgroups, G_TYPE_OBJECT)

static void
scrutiny_subgroups_finalize (GObject *object)
{
  ScrutinySubgroups *self = SCRUTINY_SUBGROUPS (object);

  g_clear_object (&self->timeline);
  g_free (self->means);
  g_free (self->deviations);
  g_free (self->sizes);

  G_OBJECT_CLASS (scrutiny_subgroups_parent_class)->finalize (object);
}

static void
scrutiny_subgroups_class_init (ScrutinySubgroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_subgroups_finalize;
}

static void
scrutiny_subgroups_init (ScrutinySubgroups *self)
{
  self->timeline = g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);
}

static ScrutinySubgroups *
subgroups_new (ScrutinyTimeline *timeline, gsize n)
{
  ScrutinySubgroups *self = g_object_new (SCRUTINY_TYPE_SUBGROUPS, NULL);

  g_set_object (&self->timeline, timeline);
  self->n = n;
  self->means = g_new (double, n);
  self->deviations = g_new (double, n);
  self->sizes = g_new (double, n);

  return self;
}

static gboolean
refuse_length (const char *what, gsize got, gsize wanted, GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, what, NULL,
                         "Subgroups: %" G_GSIZE_FORMAT " %s for %" G_GSIZE_FORMAT
                         "; hand in one for each",
                         got, what, wanted);

  return FALSE;
}

static gboolean
refuse_place (gsize row, guint period, gsize n, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", period);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, (guint) row + 1, "period", text,
                         "Subgroups: row %" G_GSIZE_FORMAT ": there is no period %u; they are "
                         "counted from 0, and there are %" G_GSIZE_FORMAT,
                         row + 1, period, n);

  return FALSE;
}

static gboolean
refuse_number (gsize row, const char *what, double number, const char *rule, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  number_format (number, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, (guint) row + 1, what, text,
                         "Subgroups: row %" G_GSIZE_FORMAT ": %s is no %s; %s", row + 1, text, what,
                         rule);

  return FALSE;
}

static gboolean
check_observations (gsize n,
                    const guint *periods,
                    gsize n_periods,
                    const double *observations,
                    gsize n_observations,
                    GError **error)
{
  if (n_periods != n_observations)
    return refuse_length ("periods", n_periods, n_observations, error);

  for (gsize i = 0; i < n_observations; i++) {
    if (periods[i] >= n)
      return refuse_place (i, periods[i], n, error);
    if (isinf (observations[i]))
      return refuse_number (i, "observation", observations[i], "hand in a number, or NaN", error);
  }

  return TRUE;
}

/* Puts the observations of each period side by side, in their order. */
static gsize *
sort_by_period (gsize n, const guint *periods, const double *observations, gsize m, double *sorted)
{
  gsize *ends = g_new0 (gsize, n + 1);

  for (gsize i = 0; i < m; i++)
    ends[periods[i] + 1]++;
  for (gsize k = 0; k < n; k++)
    ends[k + 1] += ends[k];
  for (gsize i = 0; i < m; i++)
    sorted[ends[periods[i]]++] = observations[i];

  return ends; /* ends[k]: where period k ends */
}

/**
 * scrutiny_subgroups_new:
 * @timeline: the periods
 * @periods: (array length=n_periods): for each observation, the position of its period
 *   in @timeline, counted from 0; in any order
 * @n_periods: how many positions
 * @observations: (array length=n_observations): the observations, NaN where missing
 * @n_observations: how many observations
 * @error: return location for an error
 *
 * Sums up observations by period. A period without any has no mean; one with a single
 * observation has no standard deviation.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there is not one period for each
 * observation, and [error@Scrutiny.Error.OUT_OF_RANGE] for a period that is not there
 * or an observation that is infinite.
 *
 * Returns: (transfer full): new subgroups, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySubgroups *
scrutiny_subgroups_new (ScrutinyTimeline *timeline,
                        const guint *periods,
                        gsize n_periods,
                        const double *observations,
                        gsize n_observations,
                        GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const gsize n = scrutiny_timeline_get_n_periods (timeline);
  if (!check_observations (n, periods, n_periods, observations, n_observations, error))
    return NULL;

  ScrutinySubgroups *self = subgroups_new (timeline, n);
  g_autofree double *sorted = g_new (double, n_observations);
  g_autofree gsize *ends = sort_by_period (n, periods, observations, n_observations, sorted);
  for (gsize k = 0, first = 0; k < n; first = ends[k++]) {
    size_t n_used;
    KernelStatus status = kernel_subgroup_summary (ends[k] - first, sorted + first, &self->means[k],
                                                   &self->deviations[k], &n_used);

    g_assert (status == KERNEL_OK);
    self->sizes[k] = (double) n_used;
  }

  return self;
}

static gboolean
check_summary (gsize n,
               const double *means,
               const double *deviations,
               const double *sizes,
               GError **error)
{
  for (gsize i = 0; i < n; i++) {
    if (isinf (means[i]))
      return refuse_number (i, "mean", means[i], "hand in a number, or NaN", error);
    if (isinf (deviations[i]) || deviations[i] < 0)
      return refuse_number (i, "standard deviation", deviations[i],
                            "hand in a number of 0 or more, or NaN", error);
    if (isinf (sizes[i]) || sizes[i] < 0)
      return refuse_number (i, "size", sizes[i], "hand in how many observations there are", error);
  }

  return TRUE;
}

/**
 * scrutiny_subgroups_new_from_summary:
 * @timeline: the periods
 * @means: (array length=n_means): the mean of each period, NaN where missing
 * @n_means: how many means
 * @deviations: (array length=n_deviations): the standard deviation of each period, over
 *   its size less one, NaN where there is none
 * @n_deviations: how many standard deviations
 * @sizes: (array length=n_sizes): how many observations each period has
 * @n_sizes: how many sizes
 * @error: return location for an error
 *
 * Takes what somebody else has summed up.
 *
 * Fails with [error@Scrutiny.Error.MISMATCH] if there is not one of each for each period,
 * and [error@Scrutiny.Error.OUT_OF_RANGE] for a number that is none.
 *
 * Returns: (transfer full): new subgroups, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySubgroups *
scrutiny_subgroups_new_from_summary (ScrutinyTimeline *timeline,
                                     const double *means,
                                     gsize n_means,
                                     const double *deviations,
                                     gsize n_deviations,
                                     const double *sizes,
                                     gsize n_sizes,
                                     GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const gsize n = scrutiny_timeline_get_n_periods (timeline);
  if ((n_means != n && !refuse_length ("means", n_means, n, error)) ||
      (n_deviations != n && !refuse_length ("standard deviations", n_deviations, n, error)) ||
      (n_sizes != n && !refuse_length ("sizes", n_sizes, n, error)) ||
      !check_summary (n, means, deviations, sizes, error))
    return NULL;

  ScrutinySubgroups *self = subgroups_new (timeline, n);
  for (gsize k = 0; k < n; k++) {
    self->means[k] = means[k];
    self->deviations[k] = sizes[k] > 1 ? deviations[k] : NAN;
    self->sizes[k] = sizes[k];
  }

  return self;
}

/**
 * scrutiny_subgroups_new_from_table:
 * @table: a table with one observation a row
 * @period: the column of periods, as often as there are observations of one, in any order
 * @value: the column of observations, NaN where missing
 * @error: return location for an error
 *
 * Sums up the rows of a table by period.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column that is not there,
 * [error@Scrutiny.Error.UNREADABLE] for a text that is no period,
 * [error@Scrutiny.Error.MISMATCH] for one that is no number, and
 * [error@Scrutiny.Error.OUT_OF_RANGE] for an infinite observation.
 *
 * Returns: (transfer full): new subgroups, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySubgroups *
scrutiny_subgroups_new_from_table (ScrutinyTable *table,
                                   const char *period,
                                   const char *value,
                                   GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (period != NULL && value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_auto (SubgroupRows) rows = { 0 };
  g_autoptr (GBytes) values = table_columns_dup_numbers (table, "Subgroups", "value", value, error);
  if (!values || !subgroup_rows_init (&rows, table, period, error))
    return NULL;

  return scrutiny_subgroups_new (rows.timeline, rows.places, rows.n_rows,
                                 g_bytes_get_data (values, NULL), rows.n_rows, error);
}

static double *
dup_ordered (GBytes *column, const gsize *order, gsize n)
{
  const double *numbers = g_bytes_get_data (column, NULL);
  double *ordered = g_new (double, n + 1);

  for (gsize k = 0; k < n; k++)
    ordered[k] = numbers[order[k]];

  return ordered;
}

/**
 * scrutiny_subgroups_new_from_summary_table:
 * @table: a table with one period a row
 * @period: the column of periods, in any order
 * @mean: the column of their means
 * @deviation: the column of their standard deviations, over their sizes less one
 * @size: the column of how many observations they have
 * @error: return location for an error
 *
 * Takes what somebody else has summed up, from a table.
 *
 * Fails as [ctor@Subgroups.new_from_table] does, and with
 * [error@Scrutiny.Error.MISMATCH] for a period that comes twice.
 *
 * Returns: (transfer full): new subgroups, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinySubgroups *
scrutiny_subgroups_new_from_summary_table (ScrutinyTable *table,
                                           const char *period,
                                           const char *mean,
                                           const char *deviation,
                                           const char *size,
                                           GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (period && mean && deviation && size, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_auto (SubgroupRows) rows = { 0 };
  g_autoptr (GBytes) means = table_columns_dup_numbers (table, "Subgroups", "mean", mean, error);
  g_autoptr (GBytes) deviations =
      means ? table_columns_dup_numbers (table, "Subgroups", "deviation", deviation, error) : NULL;
  g_autoptr (GBytes) sizes =
      deviations ? table_columns_dup_numbers (table, "Subgroups", "size", size, error) : NULL;

  if (!sizes || !subgroup_rows_init (&rows, table, period, error))
    return NULL;

  const SubgroupColumn columns[] = { { mean, means }, { deviation, deviations }, { size, sizes } };
  g_autofree gsize *order = subgroup_rows_check (&rows, columns, error)
                                ? subgroup_rows_order (&rows, period, error)
                                : NULL;
  if (!order)
    return NULL;

  const gsize n = rows.n_rows;
  g_autofree double *m = dup_ordered (means, order, n), *d = dup_ordered (deviations, order, n);
  g_autofree double *s = dup_ordered (sizes, order, n);

  return scrutiny_subgroups_new_from_summary (rows.timeline, m, n, d, n, s, n, error);
}

/**
 * scrutiny_subgroups_get_timeline:
 * @self: subgroups
 *
 * Gets the periods.
 *
 * Returns: (transfer none): the timeline
 *
 * Since: 0.1
 */
ScrutinyTimeline *
scrutiny_subgroups_get_timeline (ScrutinySubgroups *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SUBGROUPS (self), NULL);

  return self->timeline;
}

static const double *
lend (ScrutinySubgroups *self, const double *values, gsize *n_values)
{
  if (n_values)
    *n_values = self->n;

  return values;
}

/**
 * scrutiny_subgroups_get_means:
 * @self: subgroups
 * @n_values: (out) (optional): how many there are
 *
 * Gets the mean of each period, NaN where there is none.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the means
 *
 * Since: 0.1
 */
const double *
scrutiny_subgroups_get_means (ScrutinySubgroups *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SUBGROUPS (self), NULL);

  return lend (self, self->means, n_values);
}

/**
 * scrutiny_subgroups_get_deviations:
 * @self: subgroups
 * @n_values: (out) (optional): how many there are
 *
 * Gets the standard deviation of each period, over its size less one; NaN where there
 * is none.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the standard deviations
 *
 * Since: 0.1
 */
const double *
scrutiny_subgroups_get_deviations (ScrutinySubgroups *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SUBGROUPS (self), NULL);

  return lend (self, self->deviations, n_values);
}

/**
 * scrutiny_subgroups_get_sizes:
 * @self: subgroups
 * @n_values: (out) (optional): how many there are
 *
 * Gets how many observations each period has.
 *
 * Returns: (array length=n_values) (transfer none) (nullable): the sizes
 *
 * Since: 0.1
 */
const double *
scrutiny_subgroups_get_sizes (ScrutinySubgroups *self, gsize *n_values)
{
  g_return_val_if_fail (SCRUTINY_IS_SUBGROUPS (self), NULL);

  return lend (self, self->sizes, n_values);
}
