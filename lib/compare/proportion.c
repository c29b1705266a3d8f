/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/proportion.h>

#include "base/error-private.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/result-private.h"
#include "kernel/normal.h"
#include "kernel/proportion.h"

#include <math.h>

#define NOT_COUNTED "Nobody was counted: ask for the numerator and the denominator."

/**
 * ScrutinyProportion:
 *
 * A count out of a count, with the interval that as many cases leave open.
 *
 * The interval is Wilson's, without continuity correction. Where a count is missing, or
 * nothing was counted, the value is missing and the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyProportion {
  GObject parent_instance;

  double numerator, denominator, level;
  double low, high;
  ScrutinyMethod *method;
};

static void scrutiny_proportion_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyProportion,
                               scrutiny_proportion,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_proportion_result_init))

static void
scrutiny_proportion_finalize (GObject *object)
{
  ScrutinyProportion *self = SCRUTINY_PROPORTION (object);

  g_clear_object (&self->method);

  G_OBJECT_CLASS (scrutiny_proportion_parent_class)->finalize (object);
}

static void
scrutiny_proportion_class_init (ScrutinyProportionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_proportion_finalize;
}

static ScrutinyMethod *
method_new (double level)
{
  return scrutiny_method_new (
      "proportion", "1", g_variant_new_parsed ("{'interval': <'wilson'>, 'level': <%d>}", level),
      "E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209-212", NULL);
}

static void
scrutiny_proportion_init (ScrutinyProportion *self)
{
  self->numerator = NAN;
  self->denominator = NAN;
  self->level = 0.95;
  self->low = NAN;
  self->high = NAN;
  self->method = method_new (self->level);
}

static ScrutinyMethod *
scrutiny_proportion_get_method (ScrutinyResult *result)
{
  return SCRUTINY_PROPORTION (result)->method;
}

static const char *
scrutiny_proportion_get_cannot_tell (ScrutinyResult *result)
{
  return isnan (scrutiny_proportion_get_value (SCRUTINY_PROPORTION (result))) ? NOT_COUNTED : NULL;
}

static void
scrutiny_proportion_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyProportion *self = SCRUTINY_PROPORTION (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.proportion/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, scrutiny_proportion_get_cannot_tell (result));
  json_writer_member_double (writer, "numerator", self->numerator);
  json_writer_member_double (writer, "denominator", self->denominator);
  json_writer_member_double (writer, "value", scrutiny_proportion_get_value (self));
  json_writer_key (writer, "interval");
  json_writer_begin_array (writer);
  json_writer_double (writer, self->low);
  json_writer_double (writer, self->high);
  json_writer_end_array (writer);
}

static void
scrutiny_proportion_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_proportion_get_method;
  iface->get_cannot_tell = scrutiny_proportion_get_cannot_tell;
  iface->write_json = scrutiny_proportion_write_json;
}

static const char *
text_of (double value, char text[NUMBER_TEXT_SIZE])
{
  if (isfinite (value))
    return number_format (value, text);

  return isnan (value) ? "no number" : "an infinite number";
}

static void
refuse_counts (double numerator, double denominator, GError **error)
{
  char first[NUMBER_TEXT_SIZE], second[NUMBER_TEXT_SIZE];

  text_of (numerator, first);
  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "numerator", isfinite (numerator) ? first : NULL,
      "Numerator: %s out of %s is not a proportion; ask what each of the two counts",
      text_of (numerator, first), text_of (denominator, second));
}

/**
 * scrutiny_proportion_new:
 * @numerator: how many were counted, NaN where it is not known
 * @denominator: out of how many, NaN where it is not known
 * @level: how sure the interval is to be, such as 0.95
 * @error: return location for an error
 *
 * Takes a proportion with its interval.
 *
 * Counts need not be whole numbers: published ones are weighted and rounded. Fails with
 * [error@Scrutiny.Error.OUT_OF_RANGE] if a count is negative or infinite, @numerator is
 * above @denominator, or @level is not between 0 and 1.
 *
 * Returns: (transfer full): the proportion
 *
 * Since: 0.1
 */
ScrutinyProportion *
scrutiny_proportion_new (double numerator, double denominator, double level, GError **error)
{
  g_autoptr (ScrutinyProportion) self = NULL;
  char text[NUMBER_TEXT_SIZE];

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!(level > 0 && level < 1)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", NULL,
                           "Level: %s is not between 0 and 1; 0.95 is usual",
                           text_of (level, text));
    return NULL;
  }

  self = g_object_new (SCRUTINY_TYPE_PROPORTION, NULL);
  g_clear_object (&self->method);
  self->numerator = numerator;
  self->denominator = denominator;
  self->level = level;
  self->method = method_new (level);
  if (denominator < 0 ||
      kernel_wilson (1, &numerator, &denominator, kernel_normal_quantile (0.5 + level / 2),
                     &self->low, &self->high, NULL) != KERNEL_OK) {
    refuse_counts (numerator, denominator, error);
    return NULL;
  }

  return g_steal_pointer (&self);
}

/**
 * scrutiny_proportion_get_value:
 * @self: a proportion
 *
 * Gets the proportion itself.
 *
 * Returns: between 0 and 1, NaN where it is missing
 *
 * Since: 0.1
 */
double
scrutiny_proportion_get_value (ScrutinyProportion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PROPORTION (self), NAN);

  return self->numerator / self->denominator;
}

/**
 * scrutiny_proportion_get_low:
 * @self: a proportion
 *
 * Gets the lower end of the interval.
 *
 * Returns: between 0 and 1, NaN where it is missing
 *
 * Since: 0.1
 */
double
scrutiny_proportion_get_low (ScrutinyProportion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PROPORTION (self), NAN);

  return self->low;
}

/**
 * scrutiny_proportion_get_high:
 * @self: a proportion
 *
 * Gets the upper end of the interval.
 *
 * Returns: between 0 and 1, NaN where it is missing
 *
 * Since: 0.1
 */
double
scrutiny_proportion_get_high (ScrutinyProportion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PROPORTION (self), NAN);

  return self->high;
}
