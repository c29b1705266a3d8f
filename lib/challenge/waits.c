/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/waits.h>

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/wait-findings.h"
#include "challenge/wait-json.h"
#include "challenge/wait-properties.h"
#include "challenge/wait-tables.h"

#include <math.h>

#define METHOD_ID "waits"
#define METHOD_VERSION "1"
#define SOURCE \
  "E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457-481; R. Brookmeyer, J. Crowley " \
  "(1982), Biometrics 38, 29-41"
#define NOTHING "No rows were given: ask for the start and the end of each case."

/**
 * ScrutinyWaits:
 *
 * How long cases take, those that are still open among them.
 *
 * An average of cases that finished leaves out the ones that wait. Here an open case counts
 * for as long as it has lasted: it is known to take at least that (Kaplan and Meier). Beside
 * it stand the finished alone; how long the open ones have been open; whether as many are
 * open as come of how fast cases end and how long they take; and, where a column says which
 * rows are of one case, how long it takes from first start to last end, and how many come
 * back.
 *
 * Times are put together until each row of a table holds 5 cases: a single one could be known.
 *
 * With [property@WaitsOptions:working-days] times are in working days, but for the balance and
 * the time within which a case comes back.
 *
 * Rows without a start, that start after the record ends or end before they start are left
 * out and counted. With fewer than 10 that finished the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyWaits {
  GObject parent_instance;

  WaitReading reading; /* its spans are NULL in a bare one */
  ScrutinyTable *tables[3];
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_waits_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyWaits,
                               scrutiny_waits,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_waits_result_init))

static GParamSpec *props[WAITS_N_PROPERTIES];

static void
scrutiny_waits_finalize (GObject *object)
{
  ScrutinyWaits *self = SCRUTINY_WAITS (object);

  wait_reading_clear (&self->reading);
  for (gsize k = 0; k < G_N_ELEMENTS (self->tables); k++)
    g_clear_object (&self->tables[k]);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_waits_parent_class)->finalize (object);
}

/* One of the numbers, by its property; NaN where nothing can be told. */
static double
number_of (const ScrutinyWaits *self, guint id)
{
  const WaitReading *reading = &self->reading;

  if (self->cannot_tell)
    return NAN;

  const double numbers[] = {
    [WAITS_HALF] = reading->quantiles[0].value,     [WAITS_HALF_LOW] = reading->quantiles[0].low,
    [WAITS_HALF_HIGH] = reading->quantiles[0].high, [WAITS_TAIL] = reading->quantiles[3].value,
    [WAITS_TAIL_LOW] = reading->quantiles[3].low,   [WAITS_TAIL_HIGH] = reading->quantiles[3].high,
    [WAITS_MEAN_FINISHED] = reading->mean,          [WAITS_OPEN_HALF] = reading->open_median,
    [WAITS_BALANCE] = reading->balance.ratio,       [WAITS_END_TO_END] = reading->cases.ratio,
  };

  return numbers[id];
}

static guint
count_of (const ScrutinyWaits *self, guint id)
{
  const gsize counts[] = {
    [WAITS_N_ROWS] = self->reading.n,
    [WAITS_N_FINISHED] = self->reading.n_finished,
    [WAITS_N_OPEN] = self->reading.n_open,
  };

  return (guint) counts[id];
}

static void
scrutiny_waits_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyWaits *self = SCRUTINY_WAITS (object);

  if (id >= WAITS_N_ROWS && id <= WAITS_N_OPEN)
    g_value_set_uint (value, count_of (self, id));
  else if (id >= WAITS_HALF && id <= WAITS_END_TO_END)
    g_value_set_double (value, number_of (self, id));
  else if (id >= WAITS_QUANTILES && id <= WAITS_RETURNS)
    g_value_set_object (value, self->tables[id - WAITS_QUANTILES]);
  else if (id == WAITS_UNIT)
    g_value_set_string (value, scrutiny_waits_get_unit (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
scrutiny_waits_class_init (ScrutinyWaitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_waits_finalize;
  object_class->get_property = scrutiny_waits_get_property;

  wait_properties_define (props, flags);
  g_object_class_install_properties (object_class, WAITS_N_PROPERTIES, props);
}

static ScrutinyMethod *
method_new (const WaitReading *reading,
            const char *start,
            const char *end,
            ScrutinyWaitsOptions *options,
            const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);
  const char *name = scrutiny_waits_options_get_key (options);
  const char *working = scrutiny_waits_options_get_working_days (options);
  g_autofree char *until = NULL;

  if (reading->spans) {
    until = wait_spans_dup_until (reading->spans);
    g_variant_dict_insert (&parameters, "start", "s", start);
    g_variant_dict_insert (&parameters, "end", "s", end);
    g_variant_dict_insert (&parameters, "until", "s", until ? until : "");
    g_variant_dict_insert (&parameters, "days", "s",
                           reading->spans->order ? reading->spans->order : "number");
  }
  g_variant_dict_insert (&parameters, "key", "s", name ? name : "");
  g_variant_dict_insert (&parameters, "working_days", "s", working ? working : "");
  g_variant_dict_insert (&parameters, "interval", "s", "log-log");
  g_variant_dict_insert (&parameters, "level", "d", scrutiny_waits_options_get_level (options));
  g_variant_dict_insert (&parameters, "disclosure", "x",
                         (gint64) scrutiny_waits_options_get_disclosure (options));
  g_variant_dict_insert (&parameters, "windows", "x",
                         (gint64) scrutiny_waits_options_get_windows (options));

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_waits_init (ScrutinyWaits *self)
{
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (gsize k = 0; k < G_N_ELEMENTS (self->tables); k++)
    self->tables[k] = scrutiny_table_new ();
  self->method = method_new (&self->reading, "", "", options, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_waits_get_method (ScrutinyResult *result)
{
  return SCRUTINY_WAITS (result)->method;
}

static const char *
scrutiny_waits_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_WAITS (result)->cannot_tell;
}

static GPtrArray *
scrutiny_waits_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_WAITS (result)->findings);
}

static void
scrutiny_waits_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyWaits *self = SCRUTINY_WAITS (result);

  json_writer_member_string (writer, "schema", "scrutiny.waits/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  wait_json_write (&self->reading, self->cannot_tell == NULL, self->tables, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_waits_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_waits_get_method;
  iface->get_cannot_tell = scrutiny_waits_get_cannot_tell;
  iface->dup_findings = scrutiny_waits_dup_findings;
  iface->write_json = scrutiny_waits_write_json;
}

static void
tell (ScrutinyWaits *self)
{
  const WaitReading *reading = &self->reading;

  for (gsize k = 0; k < G_N_ELEMENTS (self->tables); k++)
    g_object_unref (self->tables[k]);
  self->tables[0] = wait_tables_new_quantiles (reading);
  self->tables[1] = wait_tables_new_curve (reading);
  self->tables[2] = wait_tables_new_returns (reading);
  g_ptr_array_unref (self->findings);
  self->findings = wait_findings_new (reading, self->method);
}

/**
 * scrutiny_waits_new:
 * @table: a row for each case, or for each time that one was opened
 * @start: the column of starts: days in any one form, with or without a time, or numbers of days
 * @end: the column of ends, nothing where a case is open
 * @options: (nullable): until when the record is known and what ties rows together; `NULL` for
 *   the documented defaults
 * @error: return location for an error
 *
 * Takes how long cases last, with those that are still open.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not there, with
 * [error@Scrutiny.Error.UNREADABLE] for what is no day, naming the row, or is written in
 * another form than the rest, and with [error@Scrutiny.Error.OUT_OF_RANGE] for settings that
 * make no sense.
 *
 * Returns: (transfer full): how long they take
 *
 * Since: 0.1
 */
ScrutinyWaits *
scrutiny_waits_new (ScrutinyTable *table,
                    const char *start,
                    const char *end,
                    ScrutinyWaitsOptions *options,
                    GError **error)
{
  g_autoptr (ScrutinyWaits) self = NULL;
  g_autoptr (ScrutinyWaitsOptions) defaults = scrutiny_waits_options_new ();
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (start != NULL && end != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_WAITS_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = options ? options : defaults;
  self = g_object_new (SCRUTINY_TYPE_WAITS, NULL);
  if (!wait_reading_init (&self->reading, table, start, end, options, error))
    return NULL;

  g_object_unref (self->method);
  hash = columns_dup_hash (table);
  self->method = method_new (&self->reading, start, end, options, hash);
  g_free (self->cannot_tell);
  self->cannot_tell = wait_findings_dup_cannot_tell (&self->reading);
  if (!self->cannot_tell)
    tell (self);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_waits_get_n_rows: (get-property n-rows)
 * @self: waits
 *
 * Gets how many rows were read.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_waits_get_n_rows (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), 0);

  return count_of (self, WAITS_N_ROWS);
}

/**
 * scrutiny_waits_get_n_finished: (get-property n-finished)
 * @self: waits
 *
 * Gets how many of them have ended.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_waits_get_n_finished (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), 0);

  return count_of (self, WAITS_N_FINISHED);
}

/**
 * scrutiny_waits_get_n_open: (get-property n-open)
 * @self: waits
 *
 * Gets how many have not.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_waits_get_n_open (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), 0);

  return count_of (self, WAITS_N_OPEN);
}

/**
 * scrutiny_waits_get_half: (get-property half)
 * @self: waits
 *
 * Gets within how many days half of all finish.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_half (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_HALF);
}

/**
 * scrutiny_waits_get_half_low: (get-property half-low)
 * @self: waits
 *
 * Gets the low end of the interval of the half.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_half_low (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_HALF_LOW);
}

/**
 * scrutiny_waits_get_half_high: (get-property half-high)
 * @self: waits
 *
 * Gets the high end of the interval of the half, infinite where none is known.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_half_high (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_HALF_HIGH);
}

/**
 * scrutiny_waits_get_tail: (get-property tail)
 * @self: waits
 *
 * Gets how many days 1 in 20 exceeds.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_tail (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_TAIL);
}

/**
 * scrutiny_waits_get_tail_low: (get-property tail-low)
 * @self: waits
 *
 * Gets the low end of the interval of the tail.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_tail_low (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_TAIL_LOW);
}

/**
 * scrutiny_waits_get_tail_high: (get-property tail-high)
 * @self: waits
 *
 * Gets the high end of the interval of the tail, infinite where none is known.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_tail_high (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_TAIL_HIGH);
}

/**
 * scrutiny_waits_get_mean_finished: (get-property mean-finished)
 * @self: waits
 *
 * Gets the mean of those that finished, in which no open one is.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_mean_finished (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_MEAN_FINISHED);
}

/**
 * scrutiny_waits_get_open_half: (get-property open-half)
 * @self: waits
 *
 * Gets how long half of the open ones have been open at least.
 *
 * Returns: days; NaN where it is not known
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_open_half (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_OPEN_HALF);
}

/**
 * scrutiny_waits_get_balance: (get-property balance)
 * @self: waits
 *
 * Gets how many are open for each that would be if cases came and ended as lately.
 *
 * Returns: the ratio; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_balance (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_BALANCE);
}

/**
 * scrutiny_waits_get_end_to_end: (get-property end-to-end)
 * @self: waits
 *
 * Gets how many times as long a whole case takes as one of its rows.
 *
 * Returns: the ratio; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_waits_get_end_to_end (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NAN);

  return number_of (self, WAITS_END_TO_END);
}

/**
 * scrutiny_waits_get_quantiles: (get-property quantiles)
 * @self: waits
 *
 * Gets the times by which shares have finished.
 *
 * Columns: `share`, 0.5, 0.75, 0.9 and 0.95; `days`, with the open ones, and the interval `low`
 * to `high`, missing where so many have not finished and infinite where no end is known; and
 * of the finished alone `finished_days`, `finished_low` and `finished_high`, by ranks.
 *
 * Returns: (transfer none): the rows, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_waits_get_quantiles (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NULL);

  return self->tables[WAITS_QUANTILES - WAITS_QUANTILES];
}

/**
 * scrutiny_waits_get_curve: (get-property curve)
 * @self: waits
 *
 * Gets the share that lasts longer than each time.
 *
 * Columns: `days`; how many had lasted so long, `at_risk`; how many `finished` then; the share
 * that lasts longer, `open_share`, with its interval `low` to `high`, missing once nothing is
 * left.
 *
 * Returns: (transfer none): the rows, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_waits_get_curve (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NULL);

  return self->tables[WAITS_CURVE - WAITS_QUANTILES];
}

/**
 * scrutiny_waits_get_returns: (get-property returns)
 * @self: waits
 *
 * Gets how many cases come back within each time.
 *
 * Columns: `window`, in days; `followed`, how many could be followed for so long after they
 * finished; `returned`, how many of these started again within it; `share`, with Wilson's
 * interval `low` to `high`. No rows unless a column says which rows are of one case.
 *
 * Returns: (transfer none): the rows, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_waits_get_returns (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NULL);

  return self->tables[WAITS_RETURNS - WAITS_QUANTILES];
}

/**
 * scrutiny_waits_get_unit: (get-property unit)
 * @self: waits
 *
 * Gets what times are counted in.
 *
 * Returns: (transfer none): `days` or `working-days`
 *
 * Since: 0.1
 */
const char *
scrutiny_waits_get_unit (ScrutinyWaits *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS (self), NULL);

  return self->reading.spans && self->reading.spans->working ? "working-days" : "days";
}
