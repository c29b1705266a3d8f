/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/drift.h>

#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printable.h"
#include "base/result-private.h"
#include "base/timeline-private.h"
#include "base/timeline-span.h"
#include "challenge/drift-findings.h"
#include "kernel/paired-counts.h"

#include <math.h>

#define MOST_SHOWN 60 /* characters of a span that a message quotes */

#define METHOD_ID "drift"
#define METHOD_VERSION "1"
#define SOURCE \
  "Definition: log (x/n) is log x - log n; P. McCullagh, J. A. Nelder (1989), Generalized Linear " \
  "Models, 9.2; J. von Neumann et al. (1941), Ann. Math. Stat. 12, 153-162"

#define NO_COUNTS \
  "What is counted and what it is out of are not known: ask for numerator and denominator."
#define TOO_FEW "Fewer than two periods have counts: ask for earlier ones."
#define NOTHING_THERE "A part that is compared has no counts, or is out of nothing: ask for them."
#define SHARED \
  "Year-to-date and rolling figures share data from one period to the next: ask for each period " \
  "by itself."

/**
 * ScrutinyDrift:
 *
 * What of a figure's move comes of what is counted, and what of what it is out of.
 *
 * A rate rises when more is counted, and when there are fewer to count it among. Two spans of
 * periods are set beside each other, of each the counts of a period on average, and the move is
 * split between the two exactly: by logarithms, and in the figure's own unit.
 *
 * Since: 0.1
 */
struct _ScrutinyDrift {
  GObject parent_instance;

  DriftFigures figures;
  char *from, *until; /* the spans as they are written: 2023-04..2024-03 */
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_drift_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyDrift,
                               scrutiny_drift,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_drift_result_init))

static void
scrutiny_drift_finalize (GObject *object)
{
  ScrutinyDrift *self = SCRUTINY_DRIFT (object);

  g_free (self->from);
  g_free (self->until);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_drift_parent_class)->finalize (object);
}

static void
scrutiny_drift_class_init (ScrutinyDriftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_drift_finalize;
}

static GVariant *
parameters_new (const char *before, const char *after)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "before", "s", before ? before : "");
  g_variant_dict_insert (&parameters, "after", "s", after ? after : "");

  return g_variant_dict_end (&parameters);
}

static void
scrutiny_drift_init (ScrutinyDrift *self)
{
  const DriftSpan none = { .numerator = NAN, .denominator = NAN, .value = NAN };

  self->figures = (DriftFigures){ none, none, NAN, { NAN, NAN, NAN, NAN }, NAN, NAN };
  self->method =
      scrutiny_method_new (METHOD_ID, METHOD_VERSION, parameters_new (NULL, NULL), SOURCE, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = NO_COUNTS;
}

static ScrutinyMethod *
scrutiny_drift_get_method (ScrutinyResult *result)
{
  return SCRUTINY_DRIFT (result)->method;
}

static const char *
scrutiny_drift_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_DRIFT (result)->cannot_tell;
}

static GPtrArray *
scrutiny_drift_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_DRIFT (result)->findings);
}

static void
write_span (JsonWriter *writer, const char *key, const char *periods, const DriftSpan *span)
{
  json_writer_key (writer, key);
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "periods", periods);
  json_writer_key (writer, "n_counted");
  json_writer_int (writer, span->n_counted);
  json_writer_member_double (writer, "numerator", span->numerator);
  json_writer_member_double (writer, "denominator", span->denominator);
  json_writer_member_double (writer, "value", span->value);
  json_writer_end_object (writer);
}

static void
write_part (JsonWriter *writer, const char *key, double part, double log_factor)
{
  json_writer_key (writer, key);
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "part", part);
  json_writer_member_double (writer, "log", log_factor);
  json_writer_end_object (writer);
}

static void
scrutiny_drift_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyDrift *self = SCRUTINY_DRIFT (result);

  json_writer_member_string (writer, "schema", "scrutiny.drift/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  write_span (writer, "before", self->from, &self->figures.before);
  write_span (writer, "after", self->until, &self->figures.after);
  write_part (writer, "numerator", scrutiny_drift_get_numerator_part (self),
              self->figures.split.log_numerator);
  write_part (writer, "denominator", scrutiny_drift_get_denominator_part (self),
              self->figures.split.log_denominator);
  json_writer_member_double (writer, "dispersion", self->figures.dispersion);
  json_writer_member_double (writer, "chance", self->figures.chance);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_drift_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_drift_get_method;
  iface->get_cannot_tell = scrutiny_drift_get_cannot_tell;
  iface->dup_findings = scrutiny_drift_dup_findings;
  iface->write_json = scrutiny_drift_write_json;
}

/* --- Which periods -------------------------------------------------------------------------- */

static gboolean
is_counted (ScrutinySeries *series, gsize i)
{
  return isfinite (scrutiny_series_get_numerators (series, NULL)[i]) &&
         isfinite (scrutiny_series_get_denominators (series, NULL)[i]);
}

/* The last year and the one before; where there are not two, the last period and the first. */
static void
choose_spans (DriftFigures *self, ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const guint n = (guint) scrutiny_series_get_n_values (series);
  const guint year = period_steps_per_year (scrutiny_timeline_get_calendar (timeline));
  guint first = 0, last = n - 1;

  if (year > 1 && n >= 2 * year && scrutiny_timeline_get_n_gaps (timeline) == 0) {
    self->before = (DriftSpan){ .first = n - 2 * year, .end = n - year };
    self->after = (DriftSpan){ .first = n - year, .end = n };
    return;
  }
  while (first < last && !is_counted (series, first))
    first++;
  while (last > first && !is_counted (series, last))
    last--;
  self->before = (DriftSpan){ .first = first, .end = first + 1 };
  self->after = (DriftSpan){ .first = last, .end = last + 1 };
}

static gboolean
read_spans (DriftFigures *self,
            ScrutinySeries *series,
            const char *before,
            const char *after,
            GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autofree char *earlier = printable_dup (before, MOST_SHOWN);
  g_autofree char *later = printable_dup (after, MOST_SHOWN);

  if (!timeline_span_find (timeline, "Before", before, &self->before.first, &self->before.end,
                           error) ||
      !timeline_span_find (timeline, "After", after, &self->after.first, &self->after.end, error))
    return FALSE;
  if (self->before.end <= self->after.first)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, after,
                         "After: “%s” begins before “%s” ends; give two spans that do not overlap, "
                         "the earlier one first",
                         later, earlier);

  return FALSE;
}

static char *
dup_span (ScrutinySeries *series, const DriftSpan *span)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autofree char *first = scrutiny_timeline_dup_text (timeline, span->first);
  g_autofree char *last = scrutiny_timeline_dup_text (timeline, span->end - 1);

  return span->end - span->first > 1 ? g_strdup_printf ("%s..%s", first, last)
                                     : g_steal_pointer (&first);
}

/* --- The split ----------------------------------------------------------------------------------
 */

/* Counts of a period on average, so that a span with a gap has no fewer for that. */
static void
average (DriftSpan *self, ScrutinySeries *series)
{
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  self->numerator = self->denominator = 0;
  for (guint i = self->first; i < self->end; i++) {
    if (!is_counted (series, i))
      continue;
    self->n_counted++;
    self->numerator += numerators[i];
    self->denominator += denominators[i];
  }
  self->numerator /= self->n_counted;
  self->denominator /= self->n_counted;
  self->value = scrutiny_series_get_scale (series) * self->numerator / self->denominator;
}

/* Of spans as long as each other, a period beside its like, so that a season is no scatter. */
static void
tell_chance (DriftFigures *self, ScrutinySeries *series)
{
  const double *denominators = scrutiny_series_get_denominators (series, NULL);
  const guint n = self->before.end - self->before.first;
  KernelPairedCounts pairs;

  if (self->after.end - self->after.first != n ||
      kernel_paired_counts (n, denominators + self->before.first, denominators + self->after.first,
                            &pairs) != KERNEL_OK)
    return;
  self->dispersion = pairs.dispersion;
  self->chance = pairs.chance;
}

static const char *
split (ScrutinyDrift *self, ScrutinySeries *series)
{
  DriftFigures *figures = &self->figures;

  average (&figures->before, series);
  average (&figures->after, series);
  figures->scale = scrutiny_series_get_scale (series);
  if (figures->before.n_counted == 0 || figures->after.n_counted == 0)
    return NOTHING_THERE;
  if (kernel_drift (figures->before.numerator, figures->before.denominator,
                    figures->after.numerator, figures->after.denominator,
                    &figures->split) != KERNEL_OK)
    return NOTHING_THERE;
  tell_chance (figures, series);
  g_ptr_array_unref (self->findings);
  self->findings = drift_findings_new (series, figures, self->method);

  return NULL;
}

static const char *
check (ScrutinySeries *series)
{
  const gsize n = scrutiny_series_get_n_values (series);
  guint n_counted = 0;

  if (!scrutiny_series_has_counts (series))
    return NO_COUNTS;
  if (scrutiny_timeline_get_period (scrutiny_series_get_timeline (series), 0).window !=
      PERIOD_PLAIN)
    return SHARED;
  for (gsize i = 0; i < n; i++)
    n_counted += is_counted (series, i);

  return n_counted < 2 ? TOO_FEW : NULL;
}

/**
 * scrutiny_drift_new:
 * @series: a figure with numerators and denominators
 * @before: (nullable): the earlier periods, such as `2022-04..2023-03` or `2022`
 * @after: (nullable): the later ones; `NULL` for both means the last year and the one before it
 *   or, where there are not two without a gap, the last period and the first
 * @error: return location for an error
 *
 * Splits a move between what is counted and what it is out of.
 *
 * A series without counts, or with counts of one period, is no error: the result
 * [iface@Result] cannot tell. Fails with [error@Scrutiny.Error.MISMATCH] if only one span is
 * given, with [error@Scrutiny.Error.NOT_FOUND] or [error@Scrutiny.Error.UNREADABLE] if a period
 * is not there or is none, and with [error@Scrutiny.Error.OUT_OF_RANGE] if they overlap.
 *
 * Returns: (transfer full): the split
 *
 * Since: 0.1
 */
ScrutinyDrift *
scrutiny_drift_new (ScrutinySeries *series, const char *before, const char *after, GError **error)
{
  g_autoptr (ScrutinyDrift) self = NULL;

  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!before != !after) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "Drift: give both the earlier and the later periods, or neither");
    return NULL;
  }
  self = g_object_new (SCRUTINY_TYPE_DRIFT, NULL);
  self->cannot_tell = check (series);
  if (!self->cannot_tell) {
    if (before && !read_spans (&self->figures, series, before, after, error))
      return NULL;
    if (!before)
      choose_spans (&self->figures, series);
    self->from = dup_span (series, &self->figures.before);
    self->until = dup_span (series, &self->figures.after);
  }
  g_object_unref (self->method);
  self->method = scrutiny_method_new_of_series (
      METHOD_ID, METHOD_VERSION, parameters_new (self->from, self->until), SOURCE, series);
  if (!self->cannot_tell)
    self->cannot_tell = split (self, series);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_drift_get_before:
 * @self: a split
 *
 * Gets what the figure was in the earlier periods taken together.
 *
 * Returns: the value, in the unit of the series; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_before (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.before.value;
}

/**
 * scrutiny_drift_get_after:
 * @self: a split
 *
 * Gets what the figure was in the later periods taken together.
 *
 * Returns: the value, in the unit of the series; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_after (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.after.value;
}

/**
 * scrutiny_drift_get_numerator_part:
 * @self: a split
 *
 * Gets how much of the move comes of what is counted.
 *
 * Returns: the part, in the unit of the series; with that of the denominator the whole move; NaN
 * where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_numerator_part (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.scale * self->figures.split.numerator;
}

/**
 * scrutiny_drift_get_denominator_part:
 * @self: a split
 *
 * Gets how much of the move comes of what the figure is out of.
 *
 * Returns: the part, in the unit of the series; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_denominator_part (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.scale * self->figures.split.denominator;
}

/**
 * scrutiny_drift_get_numerator_log:
 * @self: a split
 *
 * Gets the logarithm of the factor by which what is counted moved.
 *
 * Returns: the logarithm; NaN also where nothing was counted before or after
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_numerator_log (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.split.log_numerator;
}

/**
 * scrutiny_drift_get_denominator_log:
 * @self: a split
 *
 * Gets what the denominator adds to the logarithm of the factor by which the figure moved.
 *
 * Returns: minus the logarithm of its own factor; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_denominator_log (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.split.log_denominator;
}

/**
 * scrutiny_drift_get_dispersion:
 * @self: a split
 *
 * Gets how many times as much what the figure is out of scatters as separate cases would.
 *
 * Periods of the one span are set beside those of the other, so that a season is no scatter.
 *
 * Returns: the dispersion, at least 1; NaN where the spans are not equally long, or have fewer
 * than four pairs of periods
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_dispersion (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.dispersion;
}

/**
 * scrutiny_drift_get_chance:
 * @self: a split
 *
 * Gets how often such scatter alone moves what the figure is out of as far as it moved.
 *
 * Returns: a chance; NaN where [method@Drift.get_dispersion] is
 *
 * Since: 0.1
 */
double
scrutiny_drift_get_chance (ScrutinyDrift *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DRIFT (self), NAN);

  return self->figures.chance;
}
