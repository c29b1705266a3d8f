/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/comparison.h>

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "compare/comparison-figures.h"
#include "compare/comparison-findings.h"
#include "compare/comparison-tables.h"

#include <math.h>

/**
 * ScrutinyComparison:
 *
 * Areas set side by side: which lie further from what all have in common than chance among
 * cases takes them, how widely they are spread, and which places each could have in an order.
 *
 * No order is given without the places that an area could as well have had, and no quartiles
 * where less than half of the variation is more than chance. With figures of fewer than two
 * areas the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyComparison {
  GObject parent_instance;

  ComparisonFigures *figures; /* NULL of a bare one */
  ScrutinyTable *areas, *funnel;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_comparison_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyComparison,
                               scrutiny_comparison,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_comparison_result_init))

static void
scrutiny_comparison_finalize (GObject *object)
{
  ScrutinyComparison *self = SCRUTINY_COMPARISON (object);

  g_clear_pointer (&self->figures, comparison_figures_free);
  g_clear_object (&self->areas);
  g_clear_object (&self->funnel);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_comparison_parent_class)->finalize (object);
}

static void
scrutiny_comparison_class_init (ScrutinyComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_comparison_finalize;
}

static ScrutinyMethod *
method_new (GVariant *parameters, const char *input_hash)
{
  return scrutiny_method_new (
      "compare", "1", parameters,
      "D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202; M. Mogstad and "
      "others (2024), Rev. Econ. Stud. 91, 476-518",
      input_hash);
}

static void
scrutiny_comparison_init (ScrutinyComparison *self)
{
  self->areas = scrutiny_table_new ();
  self->funnel = scrutiny_table_new ();
  self->method = method_new (g_variant_new ("a{sv}", NULL), NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup ("No figures were given: ask for the counts of each area.");
}

static ScrutinyMethod *
scrutiny_comparison_get_method (ScrutinyResult *result)
{
  return SCRUTINY_COMPARISON (result)->method;
}

static const char *
scrutiny_comparison_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_COMPARISON (result)->cannot_tell;
}

static GPtrArray *
scrutiny_comparison_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_COMPARISON (result)->findings);
}

static void
write_dispersion (ScrutinyComparison *self, JsonWriter *writer)
{
  json_writer_key (writer, "dispersion");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "phi", scrutiny_comparison_get_phi (self));
  json_writer_member_double (writer, "tau2", scrutiny_comparison_get_tau2 (self));
  json_writer_key (writer, "n_widened");
  json_writer_int (writer, scrutiny_comparison_get_n_widened (self));
  json_writer_end_object (writer);
}

static void
write_rankability (ScrutinyComparison *self, JsonWriter *writer)
{
  json_writer_key (writer, "rankability");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "share", scrutiny_comparison_get_rankability (self));
  json_writer_member_interval (writer, "interval", scrutiny_comparison_get_rankability_low (self),
                               scrutiny_comparison_get_rankability_high (self));
  json_writer_member_double (writer, "periods_needed",
                             scrutiny_comparison_get_periods_needed (self));
  json_writer_member_double (writer, "between", scrutiny_comparison_get_between (self));
  json_writer_member_interval (writer, "between_interval",
                               scrutiny_comparison_get_between_low (self),
                               scrutiny_comparison_get_between_high (self));
  json_writer_end_object (writer);
}

static void
scrutiny_comparison_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyComparison *self = SCRUTINY_COMPARISON (result);

  json_writer_member_string (writer, "schema", "scrutiny.compare/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "kind", scrutiny_comparison_get_kind (self));
  json_writer_member_double (writer, "scale", scrutiny_comparison_get_scale (self));
  json_writer_key (writer, "n_areas");
  json_writer_int (writer, scrutiny_comparison_get_n_areas (self));
  json_writer_member_double (writer, "centre", scrutiny_comparison_get_centre (self));
  write_dispersion (self, writer);
  write_rankability (self, writer);
  if (self->figures) {
    comparison_tables_write_areas (self->figures, writer);
  } else {
    json_writer_key (writer, "areas");
    json_writer_begin_array (writer);
    json_writer_end_array (writer);
  }
  finding_list_write_json (self->findings, writer);
}

/* That they are so far apart though they differ by chance alone. */
static double
scrutiny_comparison_get_chance (ScrutinyResult *result)
{
  ScrutinyComparison *self = SCRUTINY_COMPARISON (result);

  return self->figures && !self->cannot_tell ? self->figures->chance_alike : NAN;
}

static void
scrutiny_comparison_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_comparison_get_method;
  iface->get_cannot_tell = scrutiny_comparison_get_cannot_tell;
  iface->dup_findings = scrutiny_comparison_dup_findings;
  iface->write_json = scrutiny_comparison_write_json;
  iface->get_chance = scrutiny_comparison_get_chance;
}

static void
fill (ScrutinyComparison *self, const char *hash)
{
  g_clear_pointer (&self->cannot_tell, g_free);
  self->cannot_tell = comparison_findings_dup_cannot_tell (self->figures);
  g_object_unref (self->method);
  self->method = method_new (comparison_settings_dup_parameters (self->figures->settings), hash);
  g_object_unref (self->areas);
  self->areas = comparison_tables_new_areas (self->figures);
  if (self->cannot_tell)
    return;

  g_object_unref (self->funnel);
  self->funnel = comparison_tables_new_funnel (self->figures);
  g_ptr_array_unref (self->findings);
  self->findings = comparison_findings_new (self->figures, self->method);
}

/**
 * scrutiny_comparison_new:
 * @table: a row an area, or of a standardised rate a row an area and age band
 * @area: the column that names areas
 * @numerator: the column of cases or events, or of values
 * @denominator: the column of what they are out of: cases looked at, people, events expected,
 *   or of values their standard errors
 * @options: (nullable): what is compared and how, or `NULL` to leave it to the library
 * @error: return location for an error
 *
 * Sets areas side by side.
 *
 * An area that lacks a number is named in the table of areas and left out, and so is a row that
 * is the sum of all others. Where [property@ComparisonOptions:disclosure] is set, so are areas of
 * few cases, and others from which theirs could be worked out.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column, word or area that is not there;
 * [error@Scrutiny.Error.MISMATCH] for texts where numbers are needed, an area that comes twice,
 * or options that do not go together; and [error@Scrutiny.Error.OUT_OF_RANGE] for a count that
 * cannot be, more cases than were looked at, or a setting that makes no sense.
 *
 * Returns: (transfer full): the comparison, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyComparison *
scrutiny_comparison_new (ScrutinyTable *table,
                         const char *area,
                         const char *numerator,
                         const char *denominator,
                         ScrutinyComparisonOptions *options,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (area != NULL && numerator != NULL && denominator != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_COMPARISON_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ComparisonSettings *settings =
      comparison_settings_new (options, area, numerator, denominator, error);
  ComparisonFigures *figures = settings ? comparison_figures_new (table, settings, error) : NULL;
  if (!figures)
    return NULL;

  ScrutinyComparison *self = g_object_new (SCRUTINY_TYPE_COMPARISON, NULL);
  /* Of few counts a hash tells them, to whoever tries one after the other. */
  const gboolean is_exact = figures->settings->disclosure == 0 && figures->settings->round_to <= 1;
  g_autofree char *hash = is_exact ? columns_dup_hash (table) : NULL;
  self->figures = figures;
  fill (self, hash);

  return self;
}

/**
 * scrutiny_comparison_get_kind:
 * @self: a comparison
 *
 * Gets what is compared: `proportion`, `rate`, `ratio`, `standardised` or `value`.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
const char *
scrutiny_comparison_get_kind (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NULL);

  return comparison_kind_get_name (self->figures ? self->figures->settings->kind
                                                 : COMPARISON_PROPORTION);
}

/**
 * scrutiny_comparison_get_scale:
 * @self: a comparison
 *
 * Gets what values are multiplied by.
 *
 * Returns: the factor, 100 for percentages
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_scale (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->settings->scale : 100;
}

/**
 * scrutiny_comparison_get_n_areas:
 * @self: a comparison
 *
 * Gets how many areas could be compared.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
scrutiny_comparison_get_n_areas (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), 0);

  return self->figures ? self->figures->areas->len : 0;
}

/**
 * scrutiny_comparison_get_centre:
 * @self: a comparison
 *
 * Gets what all areas have in common: everything counted over everything it is out of, of ratios
 * 1, of values their mean weighed by how sure each is.
 *
 * Returns: the centre, multiplied by the scale; NaN where there is none
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_centre (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->settings->scale * self->figures->centre : NAN;
}

/**
 * scrutiny_comparison_get_n_widened:
 * @self: a comparison
 *
 * Gets how many areas lie outside 99.8% limits that are widened for how much all of them vary.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
scrutiny_comparison_get_n_widened (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), 0);

  return self->figures ? self->figures->n_widened : 0;
}

/**
 * scrutiny_comparison_get_phi:
 * @self: a comparison
 *
 * Gets how much more areas vary than chance among cases gives: the mean of the squares of their
 * scores, those far out drawn in.
 *
 * Returns: the ratio, 1 if chance alone is at work; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_phi (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->phi : NAN;
}

/**
 * scrutiny_comparison_get_tau2:
 * @self: a comparison
 *
 * Gets the variance between areas that would account for that, on the scale of the scores.
 *
 * Returns: the variance, at least 0; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_tau2 (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->tau2 : NAN;
}

/**
 * scrutiny_comparison_get_between:
 * @self: a comparison
 *
 * Gets the variance between the areas themselves, of values as they are shown.
 *
 * Returns: the variance, at least 0; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_between (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  if (!self->figures)
    return NAN;

  const double scale = self->figures->settings->scale;

  return scale * scale * self->figures->between;
}

/**
 * scrutiny_comparison_get_between_low:
 * @self: a comparison
 *
 * Gets the low end of the variances between areas that fit the figures.
 *
 * Returns: the variance; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_between_low (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  if (!self->figures)
    return NAN;

  const double scale = self->figures->settings->scale;

  return scale * scale * self->figures->between_low;
}

/**
 * scrutiny_comparison_get_between_high:
 * @self: a comparison
 *
 * Gets the high end of the variances between areas that fit the figures.
 *
 * Returns: the variance; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_between_high (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  if (!self->figures)
    return NAN;

  const double scale = self->figures->settings->scale;

  return scale * scale * self->figures->between_high;
}

/**
 * scrutiny_comparison_get_rankability:
 * @self: a comparison
 *
 * Gets which share of the variation is more than chance among cases, for an area of middling size.
 *
 * Returns: the share; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_rankability (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->rankability : NAN;
}

/**
 * scrutiny_comparison_get_periods_needed:
 * @self: a comparison
 *
 * Gets how many such periods, taken together, would make half of the variation more than chance
 * among cases, if each area stayed at its level.
 *
 * Returns: the number of periods, not a whole one, at most 1 where this one does; NaN where no
 *   number does, or it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_periods_needed (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures && isfinite (self->figures->periods_needed) ? self->figures->periods_needed
                                                                   : NAN;
}

/**
 * scrutiny_comparison_get_rankability_low:
 * @self: a comparison
 *
 * Gets the low end of the shares that fit the figures.
 *
 * Returns: the share; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_rankability_low (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->rankability_low : NAN;
}

/**
 * scrutiny_comparison_get_rankability_high:
 * @self: a comparison
 *
 * Gets the high end of the shares that fit the figures.
 *
 * Returns: the share; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_comparison_get_rankability_high (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NAN);

  return self->figures ? self->figures->rankability_high : NAN;
}

/**
 * scrutiny_comparison_get_areas:
 * @self: a comparison
 *
 * Gets the areas, in the order of the table.
 *
 * Columns: `area`; `state`, why it cannot be compared, or empty; `numerator`, `denominator`, of a
 * standardised rate the people who would have had as many events at the rate; `value`, and `low` to
 * `high`, what it could as well have been; the limits `lower95`, `upper95`, `lower998`,
 * `upper998`; `outside95`, `outside998`, 1 above, -1 below, 0 within; `score`, standard errors from
 * the centre; `rank`, from 1 for the largest, and the places it could as well have: `rank_low` to
 * `rank_high` of all areas at once, `rank_low_alone` to `rank_high_alone` of the area by itself;
 * `quartile`, from 1 for the largest, where there are any; `reliability`, which share of its
 * distance from the others is more than chance. With neighbours `neighbours`, their number,
 * `neighbour_value`, `neighbour_outside95`, `neighbour_outside998`; with published values
 * `published`, with published ranks `published_rank`, with published quartiles
 * `published_quartile`. What is not known is NaN.
 *
 * Returns: (transfer none): the areas
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_comparison_get_areas (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NULL);

  return self->areas;
}

/**
 * scrutiny_comparison_get_funnel:
 * @self: a comparison
 *
 * Gets the limits along the sizes of areas, for a drawing.
 *
 * Columns: `denominator`, rising from the smallest to the largest area, `lower95`, `upper95`,
 * `lower998`, `upper998`.
 *
 * Returns: (transfer none): the limits, none where it cannot tell
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_comparison_get_funnel (ScrutinyComparison *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (self), NULL);

  return self->funnel;
}
