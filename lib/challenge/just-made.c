/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/just-made.h>

#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/result-private.h"
#include "kernel/just-made.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEVEL 0.05

/* How often it speaks where nothing is there, at most; by tests/bench/unit-table.c. */
#define FALSE_ALARM 0.05

/* Fewer cannot tell. */
#define FEWEST_EXPECTED 1.0
#define FEWEST_UNITS 20

/**
 * ScrutinyJustMade:
 *
 * Whether more units, such as wards or months, lie just beyond a threshold than their sizes and
 * the spread between them give.
 *
 * A share is a whole number of cases out of another: 19 of 20 is 95% exactly, and no share of
 * 21 is. What is to be expected is therefore worked out for each unit on the shares that its
 * denominator allows.
 *
 * Since: 0.1
 */
struct _ScrutinyJustMade {
  GObject parent_instance;

  double threshold, width; /* percent */
  KernelJustMade found;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_just_made_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyJustMade,
                               scrutiny_just_made,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_just_made_result_init))

enum {
  PROP_VERDICT = 1,
  PROP_N_UNITS,
  PROP_OBSERVED,
  PROP_EXPECTED,
  PROP_P,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
clear (ScrutinyJustMade *self)
{
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);
}

static void
scrutiny_just_made_finalize (GObject *object)
{
  clear (SCRUTINY_JUST_MADE (object));

  G_OBJECT_CLASS (scrutiny_just_made_parent_class)->finalize (object);
}

static void
scrutiny_just_made_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyJustMade *self = SCRUTINY_JUST_MADE (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_string (value, scrutiny_just_made_get_verdict (self));
    break;
  case PROP_N_UNITS:
    g_value_set_double (value, scrutiny_just_made_get_n_units (self));
    break;
  case PROP_OBSERVED:
    g_value_set_double (value, scrutiny_just_made_get_observed (self));
    break;
  case PROP_EXPECTED:
    g_value_set_double (value, scrutiny_just_made_get_expected (self));
    break;
  case PROP_P:
    g_value_set_double (value, scrutiny_just_made_get_p (self));
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
   * ScrutinyJustMade:verdict: (getter get_verdict)
   *
   * `excess`, `none` or `cannot-tell`.
   *
   * Since: 0.1
   */
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "cannot-tell", flags);

  /**
   * ScrutinyJustMade:n-units: (getter get_n_units)
   *
   * Units with a numerator and a denominator.
   *
   * Since: 0.1
   */
  props[PROP_N_UNITS] = number ("n-units", flags);

  /**
   * ScrutinyJustMade:observed: (getter get_observed)
   *
   * Units just beyond the threshold.
   *
   * Since: 0.1
   */
  props[PROP_OBSERVED] = number ("observed", flags);

  /**
   * ScrutinyJustMade:expected: (getter get_expected)
   *
   * Units to be expected there.
   *
   * Since: 0.1
   */
  props[PROP_EXPECTED] = number ("expected", flags);

  /**
   * ScrutinyJustMade:p: (getter get_p)
   *
   * Chance of as many where nobody looks at the threshold.
   *
   * Since: 0.1
   */
  props[PROP_P] = number ("p", flags);
}

static void
scrutiny_just_made_class_init (ScrutinyJustMadeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_just_made_finalize;
  object_class->get_property = scrutiny_just_made_get_property;

  define_properties (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static ScrutinyMethod *
method_new (ScrutinyJustMade *self,
            ScrutinyTable *table,
            const char *numerator,
            const char *denominator)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *hash = table ? columns_dup_hash (table) : NULL;

  if (numerator)
    g_variant_dict_insert (&dict, "numerator", "s", numerator);
  if (denominator)
    g_variant_dict_insert (&dict, "denominator", "s", denominator);
  g_variant_dict_insert (&dict, "threshold", "d", self->threshold);
  g_variant_dict_insert (&dict, "width", "d", self->width);
  g_variant_dict_insert (&dict, "level", "d", LEVEL);

  return scrutiny_method_new (
      "just-made", "1", g_variant_dict_end (&dict),
      "A. S. Gerber, N. Malhotra (2008), Quarterly Journal of Political Science 3, 313-326", hash);
}

static const char *
verdict_of (ScrutinyJustMade *self)
{
  if (self->cannot_tell)
    return "cannot-tell";

  return self->found.p < LEVEL ? "excess" : "none";
}

static void
insert_facts (ScrutinyJustMade *self, GVariantDict *facts)
{
  g_variant_dict_insert (facts, "observed", "x", (gint64) self->found.observed);
  g_variant_dict_insert (facts, "expected", "d", self->found.expected);
  g_variant_dict_insert (facts, "n", "x", (gint64) self->found.n_units);
  g_variant_dict_insert (facts, "threshold", "d", self->threshold);
  g_variant_dict_insert (facts, "to", "d", self->threshold + self->width);
  g_variant_dict_insert (facts, "p", "d", self->found.p);
  g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

static void
say (ScrutinyJustMade *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_facts (self, &facts);
  if (self->found.p < LEVEL)
    finding_list_add (
        self->findings, self->method, "just-made.excess",
        N_ ("{observed} of {n} {observed|is|are} from {threshold}% to just under {to}%, where "
            "their sizes and "
            "the spread between them suggest about {expected:.1}."),
        N_ ("Is work arranged so that {threshold}% is met, are some cases not counted, or are "
            "figures settled when the rest is known?"),
        N_ ("For those from {threshold}% to {to}%: each case that was left out, and when and why."),
        &facts);
  else
    finding_list_add (
        self->findings, self->method, "just-made.none",
        N_ ("{observed} of {n} {observed|is|are} from {threshold}% to just under {to}%, and about "
            "{expected:.1} are to be expected: no more than chance puts there."),
        NULL, NULL, &facts);
}

static char *
dup_reason (ScrutinyJustMade *self, KernelStatus status)
{
  char threshold[NUMBER_TEXT_SIZE];

  if (status == KERNEL_OK && self->found.n_units >= FEWEST_UNITS &&
      self->found.expected >= FEWEST_EXPECTED)
    return NULL;
  if (self->found.n_units < FEWEST_UNITS)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " units with a share are too few to say what to "
                            "expect; %d are needed: ask for more of them, or for more periods.",
                            self->found.n_units, FEWEST_UNITS);
  if (status != KERNEL_OK)
    return g_strdup ("Every case of every unit counts, or none does: ask for another figure.");

  return g_strdup_printf ("Fewer than one unit is to be expected just beyond %s%%: ask for more "
                          "units, or take a wider stretch.",
                          number_format (self->threshold, threshold));
}

static gsize
count_units (const double *numerators, const double *denominators, gsize n)
{
  gsize n_units = 0;

  for (gsize i = 0; i < n; i++)
    n_units += !isnan (numerators[i]) && !isnan (denominators[i]) && denominators[i] != 0;

  return n_units;
}

/* From what was found on. */
static void
finish (ScrutinyJustMade *self, KernelStatus status)
{
  self->findings = finding_list_new ();
  self->cannot_tell = dup_reason (self, status);
  if (!self->cannot_tell)
    say (self);
}

static void
scrutiny_just_made_init (ScrutinyJustMade *self)
{
  self->threshold = 90;
  self->width = 2;
  self->method = method_new (self, NULL, NULL, NULL);
  finish (self, KERNEL_ERR_TOO_SHORT);
}

static gboolean
check_stretch (double threshold, double width, GError **error)
{
  char first[NUMBER_TEXT_SIZE], second[NUMBER_TEXT_SIZE];

  if (threshold > 0 && threshold < 100 && width > 0 && threshold + width <= 100)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Threshold and width: %s%% and %s%% are no stretch of shares between "
                         "0%% and 100%%",
                         number_show (threshold, first), number_show (width, second));
  return FALSE;
}

/* Names the row that is no share. */
static void
refuse_row (const double *numerators, const double *denominators, gsize n, GError **error)
{
  char a[NUMBER_TEXT_SIZE], b[NUMBER_TEXT_SIZE];

  for (gsize i = 0; i < n; i++) {
    KernelJustMade found;
    const double pair[] = { numerators[i], 1 }, of[] = { denominators[i], 2 };

    if (kernel_just_made (2, pair, of, 0.5, 0.1, &found) != KERNEL_ERR_DOMAIN)
      continue;
    number_show (numerators[i], a);
    number_show (denominators[i], b);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, i + 1, NULL, NULL,
                           "Row %" G_GSIZE_FORMAT
                           " below the header: %s out of %s is no share of whole numbers",
                           i + 1, a, b);
    return;
  }
}

/**
 * scrutiny_just_made_new:
 * @table: a row a unit, or a unit and a period
 * @numerator: numbers: cases that count
 * @denominator: numbers: cases in all
 * @threshold: percent
 * @width: shares from @threshold up to but without @threshold + @width percent are just beyond
 * @error: return location for an error
 *
 * Looks for more units just beyond a threshold than chance puts there.
 *
 * Rows without a number, or of no cases, are left out. Fewer than 20 units, or fewer than one
 * to be expected, cannot tell.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column that is none;
 * [error@Scrutiny.Error.MISMATCH] for one of texts; and [error@Scrutiny.Error.OUT_OF_RANGE]
 * for a stretch that makes no sense and, naming the row, for what is no share.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyJustMade *
scrutiny_just_made_new (ScrutinyTable *table,
                        const char *numerator,
                        const char *denominator,
                        double threshold,
                        double width,
                        GError **error)
{
  g_autoptr (ScrutinyJustMade) self = NULL;
  const double *numerators, *denominators;
  KernelStatus status;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && numerator != NULL && denominator != NULL,
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_stretch (threshold, width, error))
    return NULL;
  numerators = columns_need_numbers (table, numerator, error);
  denominators = numerators ? columns_need_numbers (table, denominator, error) : NULL;
  if (!denominators)
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_JUST_MADE, NULL);
  clear (self);
  self->threshold = threshold;
  self->width = width;
  status = kernel_just_made (scrutiny_table_get_n_rows (table), numerators, denominators,
                             threshold / 100, width / 100, &self->found);
  if (status == KERNEL_ERR_DOMAIN) {
    refuse_row (numerators, denominators, scrutiny_table_get_n_rows (table), error);
    return NULL;
  }
  self->found.n_units = count_units (numerators, denominators, scrutiny_table_get_n_rows (table));
  self->method = method_new (self, table, numerator, denominator);
  finish (self, status);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_just_made_get_verdict: (get-property verdict)
 * @self: a result
 *
 * Gets what can be said: `excess`, `none` or `cannot-tell`.
 *
 * Returns: (transfer none): the verdict
 *
 * Since: 0.1
 */
const char *
scrutiny_just_made_get_verdict (ScrutinyJustMade *self)
{
  g_return_val_if_fail (SCRUTINY_IS_JUST_MADE (self), NULL);

  return verdict_of (self);
}

/**
 * scrutiny_just_made_get_n_units: (get-property n-units)
 * @self: a result
 *
 * Gets the units with a numerator and a denominator.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_just_made_get_n_units (ScrutinyJustMade *self)
{
  g_return_val_if_fail (SCRUTINY_IS_JUST_MADE (self), NAN);

  return self->cannot_tell ? NAN : (double) self->found.n_units;
}

/**
 * scrutiny_just_made_get_observed: (get-property observed)
 * @self: a result
 *
 * Gets the units just beyond the threshold.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_just_made_get_observed (ScrutinyJustMade *self)
{
  g_return_val_if_fail (SCRUTINY_IS_JUST_MADE (self), NAN);

  return self->cannot_tell ? NAN : self->found.observed;
}

/**
 * scrutiny_just_made_get_expected: (get-property expected)
 * @self: a result
 *
 * Gets the units to be expected there.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_just_made_get_expected (ScrutinyJustMade *self)
{
  g_return_val_if_fail (SCRUTINY_IS_JUST_MADE (self), NAN);

  return self->cannot_tell ? NAN : self->found.expected;
}

/**
 * scrutiny_just_made_get_p: (get-property p)
 * @self: a result
 *
 * Gets the chance of as many where nobody looks at the threshold.
 *
 * Returns: the number; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_just_made_get_p (ScrutinyJustMade *self)
{
  g_return_val_if_fail (SCRUTINY_IS_JUST_MADE (self), NAN);

  return self->cannot_tell ? NAN : self->found.p;
}

static ScrutinyMethod *
scrutiny_just_made_get_method (ScrutinyResult *result)
{
  return SCRUTINY_JUST_MADE (result)->method;
}

static const char *
scrutiny_just_made_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_JUST_MADE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_just_made_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_JUST_MADE (result)->findings);
}

static void
scrutiny_just_made_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyJustMade *self = SCRUTINY_JUST_MADE (result);

  json_writer_member_string (writer, "schema", "scrutiny.just-made/1");
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "verdict", verdict_of (self));
  json_writer_member_double (writer, "threshold", self->threshold);
  json_writer_member_double (writer, "width", self->width);
  json_writer_member_double (writer, "n_units", (double) self->found.n_units);
  json_writer_member_double (writer, "observed", scrutiny_just_made_get_observed (self));
  json_writer_member_double (writer, "expected", scrutiny_just_made_get_expected (self));
  json_writer_member_double (writer, "z", self->cannot_tell ? NAN : self->found.z);
  json_writer_member_double (writer, "p", scrutiny_just_made_get_p (self));
  json_writer_member_double (writer, "likeness", self->cannot_tell ? NAN : self->found.likeness);
  finding_list_write_json (self->findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
}

static void
scrutiny_just_made_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_just_made_get_method;
  iface->get_cannot_tell = scrutiny_just_made_get_cannot_tell;
  iface->dup_findings = scrutiny_just_made_dup_findings;
  iface->write_json = scrutiny_just_made_write_json;
}
