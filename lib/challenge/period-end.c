/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/period-end.h>

#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/moment-columns.h"
#include "challenge/month-ends.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEVEL 0.04

/* How often it speaks where nothing is there, at most; by tests/bench/unit-table.c. */
#define FALSE_ALARM 0.05

/* Fewer cannot tell. */
#define FEWEST_MONTHS 12
#define FEWEST_STRETCHES 8

/* Cases at the ends of a stretch of months. */
#define FEWEST_TOLD 5

#define MOST_LAST_DAYS 10

/**
 * ScrutinyPeriodEnd:
 *
 * Whether more cases are closed on the last working days of a month than on others, and whether
 * as many are opened on them.
 *
 * Each month is held against itself: closures on its last working days, less what the same
 * weekdays have in the rest of the months. The first and the last month of the records, which may
 * not be whole, do not count. Months are taken together until 5 cases are closed at their ends, and
 * as many on other days: what is said follows from counts that may be shown. Working days are
 * Mondays to Fridays; bank holidays are not left out.
 *
 * Since: 0.1
 */
struct _ScrutinyPeriodEnd {
  GObject parent_instance;

  guint last_days;
  gsize n_months;
  KernelPeriodEnd closed, opened; /* the second all 0 where it was not asked about */
  gboolean has_opened;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_period_end_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyPeriodEnd,
                               scrutiny_period_end,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_period_end_result_init))

enum {
  PROP_VERDICT = 1,
  PROP_N_MONTHS,
  PROP_OBSERVED,
  PROP_EXPECTED,
  PROP_P,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
clear (ScrutinyPeriodEnd *self)
{
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);
}

static void
scrutiny_period_end_finalize (GObject *object)
{
  clear (SCRUTINY_PERIOD_END (object));

  G_OBJECT_CLASS (scrutiny_period_end_parent_class)->finalize (object);
}

static void
scrutiny_period_end_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyPeriodEnd *self = SCRUTINY_PERIOD_END (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_string (value, scrutiny_period_end_get_verdict (self));
    break;
  case PROP_N_MONTHS:
    g_value_set_double (value, scrutiny_period_end_get_n_months (self));
    break;
  case PROP_OBSERVED:
    g_value_set_double (value, scrutiny_period_end_get_observed (self));
    break;
  case PROP_EXPECTED:
    g_value_set_double (value, scrutiny_period_end_get_expected (self));
    break;
  case PROP_P:
    g_value_set_double (value, scrutiny_period_end_get_p (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyPeriodEnd:verdict: (getter get_verdict)
   *
   * `excess`, `none` or `cannot-tell`.
   *
   * Since: 0.1
   */
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "cannot-tell", flags);

  /**
   * ScrutinyPeriodEnd:n-months: (getter get_n_months)
   *
   * Months that count.
   *
   * Since: 0.1
   */
  props[PROP_N_MONTHS] = number ("n-months", flags);

  /**
   * ScrutinyPeriodEnd:observed: (getter get_observed)
   *
   * Cases closed on the last working days of a month.
   *
   * Since: 0.1
   */
  props[PROP_OBSERVED] = number ("observed", flags);

  /**
   * ScrutinyPeriodEnd:expected: (getter get_expected)
   *
   * Cases that other days of the same weekdays suggest.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = number ("expected", flags);

  /**
   * ScrutinyPeriodEnd:p: (getter get_p)
   *
   * Chance of as many where no day is like another by the calendar.
   *
   * Since: 0.1
   */
  props[PROP_P] = number ("p", flags);
}

static void
scrutiny_period_end_class_init (ScrutinyPeriodEndClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_period_end_finalize;
  object_class->get_property = scrutiny_period_end_get_property;

  define_properties (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static KernelStatus
look (const MonthEnds *months, KernelPeriodEnd *found)
{
  found->n = months->n;

  return months->n < FEWEST_STRETCHES || months->n_months < FEWEST_MONTHS
             ? KERNEL_ERR_TOO_SHORT
             : kernel_period_end (months->n, months->ends, months->totals, months->shares, found);
}

static ScrutinyMethod *
method_new (ScrutinyPeriodEnd *self, const char *closed, const char *opened)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);

  if (closed)
    g_variant_dict_insert (&dict, "closed", "s", closed);
  if (opened)
    g_variant_dict_insert (&dict, "opened", "s", opened);
  g_variant_dict_insert (&dict, "last_days", "x", (gint64) self->last_days);
  g_variant_dict_insert (&dict, "level", "d", LEVEL);
  g_variant_dict_insert (&dict, "fewest", "x", (gint64) FEWEST_TOLD);

  return scrutiny_method_new ("period-end", "3", g_variant_dict_end (&dict),
                              "Student (1908), Biometrika 6, 1-25", NULL);
}

static const char *
verdict_of (ScrutinyPeriodEnd *self)
{
  if (self->cannot_tell)
    return "cannot-tell";

  return self->closed.p < LEVEL ? "excess" : "none";
}

#define CLOSED \
  "{observed:n} cases were closed on the last {last_days} working days of {n} months, where " \
  "their weekdays in the rest of the month suggest about {expected:.0}"

static const char *
statement_of (ScrutinyPeriodEnd *self)
{
  if (!(self->closed.p < LEVEL))
    return N_ (CLOSED ": no more than chance gives.");
  if (!self->has_opened)
    return N_ (CLOSED ".");
  if (self->opened.p < LEVEL)
    return N_ (CLOSED "; {opened:n} were opened on them, where about {opened_expected:.0} would "
                      "be, so that these days are busier at both ends.");

  return N_ (CLOSED "; {opened:n} were opened on them, about as many as their weekdays suggest, "
                    "{opened_expected:.0}.");
}

static void
say (ScrutinyPeriodEnd *self)
{
  const gboolean is_excess = self->closed.p < LEVEL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "observed", "x", (gint64) self->closed.observed);
  g_variant_dict_insert (&facts, "expected", "d", self->closed.expected);
  g_variant_dict_insert (&facts, "n", "x", (gint64) self->n_months);
  g_variant_dict_insert (&facts, "n_stretches", "x", (gint64) self->closed.n);
  g_variant_dict_insert (&facts, "last_days", "x", (gint64) self->last_days);
  g_variant_dict_insert (&facts, "p", "d", self->closed.p);
  g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM);
  if (self->has_opened) {
    g_variant_dict_insert (&facts, "opened", "x", (gint64) self->opened.observed);
    g_variant_dict_insert (&facts, "opened_expected", "d", self->opened.expected);
  }
  finding_list_add (self->findings, self->method,
                    is_excess ? "period-end.excess" : "period-end.none", statement_of (self),
                    is_excess ? N_ ("Is work planned by the month, are cases tidied up before a "
                                    "return, or are they dated to it: what happens on these days?")
                              : NULL,
                    NULL, &facts);
}

static char *
dup_reason (ScrutinyPeriodEnd *self, KernelStatus status)
{
  if (self->n_months < FEWEST_MONTHS)
    return g_strdup_printf ("%" G_GSIZE_FORMAT
                            " whole months are too few; %d are needed: ask for earlier ones.",
                            self->n_months, FEWEST_MONTHS);
  if (self->closed.n < FEWEST_STRETCHES)
    return g_strdup_printf (
        "So few cases are closed on the last days, or on others, that %" G_GSIZE_FORMAT
        " months make %" G_GSIZE_FORMAT " stretches with %d of each, where %d are needed: ask for "
        "earlier ones.",
        self->n_months, self->closed.n, FEWEST_TOLD, FEWEST_STRETCHES);

  return status == KERNEL_OK
             ? NULL
             : g_strdup ("All months end alike, so what is ordinary cannot be told.");
}

/* From what was found on. */
static void
finish (ScrutinyPeriodEnd *self, KernelStatus status)
{
  self->findings = finding_list_new ();
  self->cannot_tell = dup_reason (self, status);
  if (!self->cannot_tell)
    say (self);
}

static void
scrutiny_period_end_init (ScrutinyPeriodEnd *self)
{
  self->last_days = 2;
  self->method = method_new (self, NULL, NULL);
  finish (self, KERNEL_ERR_TOO_SHORT);
}

/* One column after the other, for a case may be open still. */
static gboolean
read (ScrutinyPeriodEnd *self,
      ScrutinyTable *table,
      const char *const *names,
      KernelStatus *status,
      GError **error)
{
  double *moments[2] = { NULL };
  const gsize n_columns = names[1] ? 2 : 1;
  gboolean is_read = moment_columns_read (table, names, n_columns, moments, error);

  for (gsize i = 0; is_read && i < n_columns; i++) {
    g_auto (MonthEnds) months = { 0 };

    if (!month_ends_init (&months, moments[i], scrutiny_table_get_n_rows (table), self->last_days,
                          FEWEST_TOLD)) {
      scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, names[i], NULL,
                             "Column “%s”: its dates lie more than %d years apart", names[i],
                             MONTH_ENDS_MOST_YEARS);
      is_read = FALSE;
    } else if (i == 0) {
      self->n_months = months.n_months;
      *status = look (&months, &self->closed);
    } else {
      self->has_opened = look (&months, &self->opened) == KERNEL_OK;
    }
  }
  g_free (moments[0]);
  g_free (moments[1]);

  return is_read;
}

/**
 * scrutiny_period_end_new:
 * @table: a row a case
 * @closed: texts: the date on which it was closed
 * @opened: (nullable): texts: the date on which it was opened, for comparison
 * @last_days: how many working days are the end of a month, from 1 to 10
 * @error: return location for an error
 *
 * Looks for more closures at the ends of months than elsewhere.
 *
 * Rows without a date are left out. Fewer than 12 whole months, or stretches of them with enough
 * cases, cannot tell.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column that is none;
 * [error@Scrutiny.Error.MISMATCH] for one of numbers; [error@Scrutiny.Error.UNREADABLE] for
 * what is no date; and [error@Scrutiny.Error.OUT_OF_RANGE] for days that are no end of a
 * month, and dates more than 200 years apart.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPeriodEnd *
scrutiny_period_end_new (ScrutinyTable *table,
                         const char *closed,
                         const char *opened,
                         guint last_days,
                         GError **error)
{
  const char *const names[] = { closed, opened };
  g_autoptr (ScrutinyPeriodEnd) self = NULL;
  KernelStatus status = KERNEL_ERR_TOO_SHORT;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && closed != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (last_days < 1 || last_days > MOST_LAST_DAYS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           "Last days: %u is not from 1 to %d", last_days, MOST_LAST_DAYS);
    return NULL;
  }
  self = g_object_new (SCRUTINY_TYPE_PERIOD_END, NULL);
  clear (self);
  self->last_days = last_days;
  if (!read (self, table, names, &status, error))
    return NULL;
  self->method = method_new (self, closed, opened);
  finish (self, status);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_period_end_get_verdict: (get-property verdict)
 * @self: a result
 *
 * Gets what can be said: `excess`, `none` or `cannot-tell`.
 *
 * Returns: (transfer none): the verdict
 *
 * Since: 0.1
 */
const char *
scrutiny_period_end_get_verdict (ScrutinyPeriodEnd *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PERIOD_END (self), NULL);

  return verdict_of (self);
}

/**
 * scrutiny_period_end_get_n_months: (get-property n-months)
 * @self: a result
 *
 * Gets the months that count.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_period_end_get_n_months (ScrutinyPeriodEnd *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PERIOD_END (self), NAN);

  return self->cannot_tell ? NAN : (double) self->n_months;
}

/**
 * scrutiny_period_end_get_observed: (get-property observed)
 * @self: a result
 *
 * Gets the cases closed on the last working days of a month.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_period_end_get_observed (ScrutinyPeriodEnd *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PERIOD_END (self), NAN);

  return self->cannot_tell ? NAN : self->closed.observed;
}

/**
 * scrutiny_period_end_get_expected: (get-property expected)
 * @self: a result
 *
 * Gets the cases that the share of those days would be.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_period_end_get_expected (ScrutinyPeriodEnd *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PERIOD_END (self), NAN);

  return self->cannot_tell ? NAN : self->closed.expected;
}

/**
 * scrutiny_period_end_get_p: (get-property p)
 * @self: a result
 *
 * Gets the chance of as many where no day is like another by the calendar.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_period_end_get_p (ScrutinyPeriodEnd *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PERIOD_END (self), NAN);

  return self->cannot_tell ? NAN : self->closed.p;
}

static ScrutinyMethod *
scrutiny_period_end_get_method (ScrutinyResult *result)
{
  return SCRUTINY_PERIOD_END (result)->method;
}

static const char *
scrutiny_period_end_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_PERIOD_END (result)->cannot_tell;
}

static GPtrArray *
scrutiny_period_end_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_PERIOD_END (result)->findings);
}

static void
scrutiny_period_end_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyPeriodEnd *self = SCRUTINY_PERIOD_END (result);

  json_writer_member_string (writer, "schema", "scrutiny.period-end/1");
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "verdict", verdict_of (self));
  json_writer_member_double (writer, "n_months", (double) self->n_months);
  json_writer_member_double (writer, "n_stretches", (double) self->closed.n);
  json_writer_member_double (writer, "observed", scrutiny_period_end_get_observed (self));
  json_writer_member_double (writer, "expected", scrutiny_period_end_get_expected (self));
  json_writer_member_double (writer, "p", scrutiny_period_end_get_p (self));
  json_writer_member_double (writer, "opened",
                             self->has_opened && !self->cannot_tell ? self->opened.observed : NAN);
  json_writer_member_double (writer, "opened_expected",
                             self->has_opened ? self->opened.expected : NAN);
  finding_list_write_json (self->findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
}

static void
scrutiny_period_end_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_period_end_get_method;
  iface->get_cannot_tell = scrutiny_period_end_get_cannot_tell;
  iface->dup_findings = scrutiny_period_end_dup_findings;
  iface->write_json = scrutiny_period_end_write_json;
}
