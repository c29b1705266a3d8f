/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/heaping.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/heaping-shown.h"
#include "kernel/digit-preference.h"
#include "kernel/heaping.h"

#include <glib/gi18n.h>
#include <math.h>

/* Last digits are said to be uneven where that is rarer than this by a smooth spread. */
#define LEVEL 0.01

/* How often that is said where nothing is heaped, at most; by tests/bench/heaping-table.c. */
#define FALSE_ALARM 0.03

/* In standard deviations: once in 200 on one side. */
#define CLEARLY 2.576

/* Fewer cannot tell. */
#define FEWEST_CASES 200
#define NARROWEST_RANGE 30

/* Of the cases, the shortest of which count: a long tail would bend the curve. */
#define SHARE_THAT_COUNTS 0.995

/* The most lengths that a curve is drawn through. */
#define MOST_LENGTHS 4000

/* The curve is drawn through rows and they are spread by it, by turns. */
#define N_TURNS 3

/**
 * ScrutinyHeaping:
 *
 * Whether some last digits are there more often than a smooth spread of lengths gives, as where
 * times are remembered or rounded to 5 or 10.
 *
 * What is to be expected of each digit comes from a smooth curve through all lengths, with the
 * rhythm of the week or the clock, and not from equal shares, which waits do not have.
 *
 * Since: 0.1
 */
struct _ScrutinyHeaping {
  GObject parent_instance;

  PileupAsked asked;
  gboolean has_limit;
  KernelHeaping found; /* all 0 where it cannot tell */
  double n_cases, n_left_out;
  double whipple, myers; /* NaN where a limit was left out, or it cannot tell */
  ScrutinyTable *digits;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_heaping_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyHeaping,
                               scrutiny_heaping,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_heaping_result_init))

enum {
  PROP_VERDICT = 1,
  PROP_N_CASES,
  PROP_P,
  PROP_DIGITS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_heaping_finalize (GObject *object)
{
  ScrutinyHeaping *self = SCRUTINY_HEAPING (object);

  pileup_asked_clear (&self->asked);
  g_clear_object (&self->digits);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_heaping_parent_class)->finalize (object);
}

static void
scrutiny_heaping_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyHeaping *self = SCRUTINY_HEAPING (object);

  switch (id) {
  case PROP_VERDICT:
    g_value_set_string (value, scrutiny_heaping_get_verdict (self));
    break;
  case PROP_N_CASES:
    g_value_set_double (value, self->n_cases);
    break;
  case PROP_P:
    g_value_set_double (value, scrutiny_heaping_get_p (self));
    break;
  case PROP_DIGITS:
    g_value_set_object (value, self->digits);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_properties (GParamFlags flags)
{
  /**
   * ScrutinyHeaping:verdict: (getter get_verdict)
   *
   * `heaped`, `none` or `cannot-tell`.
   *
   * Since: 0.1
   */
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "cannot-tell", flags);

  /**
   * ScrutinyHeaping:n-cases: (getter get_n_cases)
   *
   * How many cases count.
   *
   * Since: 0.1
   */
  props[PROP_N_CASES] = g_param_spec_double ("n-cases", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyHeaping:p: (getter get_p)
   *
   * Chance of digits as uneven where nothing is heaped.
   *
   * Since: 0.1
   */
  props[PROP_P] = g_param_spec_double ("p", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  /**
   * ScrutinyHeaping:digits: (getter get_digits)
   *
   * Cases by last digit.
   *
   * Since: 0.1
   */
  props[PROP_DIGITS] = g_param_spec_object ("digits", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
scrutiny_heaping_class_init (ScrutinyHeapingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_heaping_finalize;
  object_class->get_property = scrutiny_heaping_get_property;

  define_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* Cases by whole length from 0 on, as far as they are counted. */
typedef struct {
  double counts[MOST_LENGTHS];
  gsize rows[MOST_LENGTHS]; /* in which each is shown, where few may not be */
  double n_left_out;
} Counted;

/* A row without a length, or of none of these lengths, is left out and counted. */
static void
count_rows (Counted *self, const double *values, gsize n_rows)
{
  for (gsize row = 0; row < n_rows; row++) {
    if (values[row] == floor (values[row]) && values[row] >= 0 && values[row] < MOST_LENGTHS)
      self->counts[(gsize) values[row]]++;
    else
      self->n_left_out++;
  }
}

static double
sum_counts (const double *counts, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += isnan (counts[i]) ? 0 : counts[i];

  return sum;
}

/* The lengths that count: from the shortest there is to the one after most cases end. */
static void
find_range (const Counted *self, gsize *first, gsize *last)
{
  const double n_cases = sum_counts (self->counts, MOST_LENGTHS);
  double sum = 0;

  *first = 0;
  while (*first + 1 < MOST_LENGTHS && self->counts[*first] == 0)
    (*first)++;
  *last = *first;
  for (gsize i = *first; i < MOST_LENGTHS && sum < SHARE_THAT_COUNTS * n_cases; i++) {
    sum += isnan (self->counts[i]) ? 0 : self->counts[i];
    *last = MIN (i + 1, MOST_LENGTHS - 1);
  }
}

/* A pile at the limit is another matter: its lengths take no part. */
static void
leave_out_limit (ScrutinyHeaping *self, Counted *counted)
{
  const gint64 last = pileup_asked_last (&self->asked) + (gint64) self->asked.shape.beyond;

  for (gint64 i = MAX (0, pileup_asked_first (&self->asked)); i <= last && i < MOST_LENGTHS; i++)
    counted->counts[i] = NAN;
}

/* The curve through the lengths from @first to @last.  Where few may not be shown it knows of no
 * more than rows, which are spread by it.
 */
static KernelStatus
draw_curve (ScrutinyHeaping *self, Counted *counted, gsize first, gsize last)
{
  const gsize n = last - first + 1;
  const unsigned period = self->asked.shape.period;
  double *const counts = counted->counts + first;
  g_autofree double *work = g_new (double, kernel_heaping_n_work (n, period));
  g_autofree double *curve = g_new (double, n);
  KernelHeaping found;
  KernelStatus status = KERNEL_OK;

  for (guint turn = 0; turn < N_TURNS && self->asked.disclosure > 0; turn++) {
    status = kernel_heaping ((gint64) first, n, counts, period, curve, work, &found);
    if (status != KERNEL_OK)
      return status;
    heaping_shown_spread (n, counts, counted->rows + first, curve);
  }

  return kernel_heaping ((gint64) first, n, counts, period, NULL, work, &self->found);
}

/* NULL after looking. */
static char *
look (ScrutinyHeaping *self, Counted *counted)
{
  gsize first, last;
  double n;

  if (self->asked.shape.period % 5 == 0)
    return g_strdup_printf ("Lengths in %s come round every five by themselves, which looks like "
                            "heaped fives: ask for days.",
                            self->asked.unit->many);
  if (self->asked.disclosure > 0)
    heaping_shown_init (MOST_LENGTHS, counted->counts, counted->rows, &self->asked,
                        self->has_limit);
  find_range (counted, &first, &last);
  if (self->has_limit)
    leave_out_limit (self, counted);
  n = round (sum_counts (counted->counts + first, last - first + 1));
  if (n < FEWEST_CASES)
    return g_strdup_printf (
        "%.0f cases have a whole length that counts, and %d are needed: ask for "
        "more cases.",
        n, FEWEST_CASES);
  if (last - first <= NARROWEST_RANGE)
    return g_strdup_printf ("Lengths lie from %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT
                            ", too near each other for their last digits to tell: ask for a finer "
                            "unit.",
                            first, last - 1);

  if (draw_curve (self, counted, first, last) != KERNEL_OK)
    return g_strdup ("No smooth curve goes through these lengths: ask for more cases.");

  return NULL;
}

static ScrutinyMethod *
method_new (ScrutinyHeaping *self, ScrutinyTable *table, const char *column)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *hash = NULL;

  if (column)
    g_variant_dict_insert (&dict, "column", "s", column);
  g_variant_dict_insert (&dict, "unit", "s", self->asked.unit->name);
  g_variant_dict_insert (&dict, "period", "x", (gint64) self->asked.shape.period);
  g_variant_dict_insert (&dict, "level", "d", LEVEL);
  if (self->has_limit)
    g_variant_dict_insert (&dict, "threshold", "x", self->asked.limit);
  /* Of few cases by length a hash tells them, to whoever tries one after the other. */
  if (column && self->asked.disclosure == 0) {
    g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
    g_autoptr (ScrutinyTable) alone = scrutiny_table_copy_with_doubles (
        empty, column, scrutiny_table_get_bytes (table, column), NULL);

    hash = columns_dup_hash (alone);
  }

  return scrutiny_method_new ("heaping", "2", g_variant_dict_end (&dict),
                              "K. Pearson (1900), Philosophical Magazine 50, 157-175", hash);
}

/* By equal shares of digits, which nothing is decided by. */
static void
fill_indices (ScrutinyHeaping *self, const Counted *counted)
{
  const gboolean is_told = !self->cannot_tell && !self->has_limit;

  self->whipple = is_told ? kernel_whipple (MOST_LENGTHS, counted->counts) : NAN;
  self->myers = is_told ? kernel_myers (MOST_LENGTHS, counted->counts) : NAN;
}

static void
insert_indices (ScrutinyHeaping *self, GVariantDict *facts)
{
  if (!isnan (self->whipple))
    g_variant_dict_insert (facts, "whipple", "d", self->whipple);
  if (!isnan (self->myers))
    g_variant_dict_insert (facts, "myers", "d", self->myers);
}

static void
insert_digits (const KernelHeaping *found, GVariantDict *facts)
{
  g_variant_dict_insert (facts, "n", "x", (gint64) round (found->n_cases));
  g_variant_dict_insert (facts, "share", "d", 100 * found->multiples_observed / found->n_cases);
  g_variant_dict_insert (facts, "expected", "d", 100 * found->multiples_expected / found->n_cases);
  g_variant_dict_insert (facts, "p", "d", found->p);
  g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

/* The digit that is furthest above what is expected of it, in its own units of chance. */
static gsize
find_digit (const KernelHeaping *found)
{
  double most = -INFINITY;
  gsize digit = 0;

  for (gsize i = 0; i < KERNEL_HEAPING_N_DIGITS; i++) {
    const double above = (found->observed[i] - found->expected[i]) / sqrt (found->expected[i]);

    if (above > most) {
      most = above;
      digit = i;
    }
  }

  return digit;
}

/* Whether 0 and 5 together are further above what is expected than chance takes them. */
static gboolean
has_more_fives (const KernelHeaping *found)
{
  const double share = found->multiples_expected / found->n_cases;
  const double above = found->multiples_observed - found->multiples_expected;

  return above > CLEARLY * sqrt (found->multiples_expected * (1 - share));
}

static void
say_heaped (ScrutinyHeaping *self)
{
  const KernelHeaping *found = &self->found;
  const gsize digit = find_digit (found);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_digits (found, &facts);
  insert_indices (self, &facts);
  g_variant_dict_insert (&facts, "digit", "x", (gint64) digit);
  g_variant_dict_insert (&facts, "digit_share", "d", 100 * found->observed[digit] / found->n_cases);
  g_variant_dict_insert (&facts, "digit_expected", "d",
                         100 * found->expected[digit] / found->n_cases);
  finding_list_add (
      self->findings, self->method, "heaping.digits",
      has_more_fives (found)
          ? N_ ("{share:.1}% of {n:n} lengths end in 0 or 5, where a smooth spread gives "
                "{expected:.1}%.")
          : N_ ("{digit_share:.1}% of {n:n} lengths end in {digit}, where a smooth spread gives "
                "{digit_expected:.1}%."),
      N_ ("Is there work that is done at such intervals, were lengths rounded or remembered, or "
          "were dates filled in later: how is each one recorded?"),
      N_ ("How the start and the end of a case are recorded, by whom and when."), &facts);
}

static void
say_none (ScrutinyHeaping *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_digits (&self->found, &facts);
  insert_indices (self, &facts);
  finding_list_add (self->findings, self->method, "heaping.none",
                    N_ ("{share:.1}% of {n:n} lengths end in 0 or 5, and a smooth spread gives "
                        "{expected:.1}%: last digits are as even as chance leaves them."),
                    NULL, NULL, &facts);
}

/* Where one digit has too few cases to be shown, the others would give it away. */
static ScrutinyTable *
digits_new (const KernelHeaping *found, guint disclosure)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  gboolean is_shown = TRUE;

  for (gsize i = 0; i < KERNEL_HEAPING_N_DIGITS; i++)
    is_shown &= found->observed[i] >= disclosure;
  for (gsize i = 0; found->n_cases > 0 && i < KERNEL_HEAPING_N_DIGITS; i++) {
    columns_builder_add_number (builder, "digit", (double) i);
    columns_builder_add_number (builder, "count", is_shown ? round (found->observed[i]) : NAN);
    columns_builder_add_number (builder, "expected", found->expected[i]);
  }

  return columns_builder_end (builder);
}

/* From what was counted on. */
static void
finish (ScrutinyHeaping *self, Counted *counted, ScrutinyTable *table, const char *column)
{
  self->n_left_out = counted->n_left_out;
  self->cannot_tell = look (self, counted);
  self->n_cases = round (self->found.n_cases);
  fill_indices (self, counted);
  self->digits = digits_new (&self->found, self->asked.disclosure);
  self->method = method_new (self, table, column);
  self->findings = finding_list_new ();
  if (!self->cannot_tell && self->found.p < LEVEL)
    say_heaped (self);
  else if (!self->cannot_tell)
    say_none (self);
}

/* A bare object has looked at no cases. */
static void
scrutiny_heaping_init (ScrutinyHeaping *self)
{
  g_autofree Counted *nothing = g_new0 (Counted, 1);

  if (!pileup_asked_init (&self->asked, 1, NULL, NULL))
    g_return_if_reached ();
  finish (self, nothing, NULL, NULL);
}

static ScrutinyHeaping *
make (ScrutinyTable *table,
      const char *column,
      double threshold,
      gboolean has_limit,
      ScrutinyPileupOptions *options,
      GError **error)
{
  g_autoptr (ScrutinyHeaping) self = g_object_new (SCRUTINY_TYPE_HEAPING, NULL);
  g_autofree Counted *counted = g_new0 (Counted, 1);
  const double *values;

  pileup_asked_clear (&self->asked);
  if (!pileup_asked_init (&self->asked, threshold, options, error))
    return NULL;
  values = columns_need_numbers (table, column, error);
  if (!values)
    return NULL;

  g_clear_pointer (&self->cannot_tell, g_free);
  g_clear_object (&self->digits);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->has_limit = has_limit;
  count_rows (counted, values, scrutiny_table_get_n_rows (table));
  finish (self, counted, table, column);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_heaping_new:
 * @table: a row a case
 * @column: numbers: how long each took
 * @unit: (nullable): what lengths are measured in, see [property@PileupOptions:unit]
 * @error: return location for an error
 *
 * Looks for last digits that are there more often than a smooth spread gives.
 *
 * Whole lengths from 0 to 3,999 count; others are left out and counted. Fewer than 200 cases,
 * or lengths within 30 of each other, cannot tell.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column or a unit that is none and with
 * [error@Scrutiny.Error.MISMATCH] for a column of texts.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyHeaping *
scrutiny_heaping_new (ScrutinyTable *table, const char *column, const char *unit, GError **error)
{
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && column != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scrutiny_pileup_options_set_unit (options, unit);

  return make (table, column, 1, FALSE, options, error);
}

/**
 * scrutiny_heaping_new_with_options:
 * @table: a row a case
 * @column: numbers: how long each took
 * @options: (nullable): the unit and fewest cases that may be shown, or `NULL` for whole days;
 *   what is about a limit means nothing here
 * @error: return location for an error
 *
 * As [ctor@Heaping.new], for those who may see every length, or fewer of them: with a threshold
 * for what may be shown lengths are taken together, and heaping among few cases is not seen.
 *
 * Fails as [ctor@Heaping.new] does.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyHeaping *
scrutiny_heaping_new_with_options (ScrutinyTable *table,
                                   const char *column,
                                   ScrutinyPileupOptions *options,
                                   GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && column != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_PILEUP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (table, column, 1, FALSE, options, error);
}

/**
 * scrutiny_heaping_new_beside_limit:
 * @table: a row a case
 * @column: numbers: how long each took
 * @threshold: the limit, the last length that meets it
 * @options: (nullable): unit and window, or `NULL` for whole days
 * @error: return location for an error
 *
 * As [ctor@Heaping.new], with the lengths left out that hold a pile at a limit and what it was
 * taken from: these are for [class@Pileup].
 *
 * Fails as [ctor@Heaping.new] does, and as [ctor@Pileup.new] does for what makes no sense.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyHeaping *
scrutiny_heaping_new_beside_limit (ScrutinyTable *table,
                                   const char *column,
                                   double threshold,
                                   ScrutinyPileupOptions *options,
                                   GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && column != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_PILEUP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (table, column, threshold, TRUE, options, error);
}

/**
 * scrutiny_heaping_get_verdict: (get-property verdict)
 * @self: a heaping
 *
 * Gets what can be said: `heaped`, where last digits are more uneven than chance and a smooth
 * spread give; `none`; or `cannot-tell`.
 *
 * Returns: (transfer none): the verdict
 *
 * Since: 0.1
 */
const char *
scrutiny_heaping_get_verdict (ScrutinyHeaping *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HEAPING (self), NULL);

  if (self->cannot_tell)
    return "cannot-tell";

  return self->found.p < LEVEL ? "heaped" : "none";
}

/**
 * scrutiny_heaping_get_n_cases: (get-property n-cases)
 * @self: a heaping
 *
 * Gets how many cases count.
 *
 * Returns: the number; 0 where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_heaping_get_n_cases (ScrutinyHeaping *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HEAPING (self), NAN);

  return self->n_cases;
}

/**
 * scrutiny_heaping_get_p: (get-property p)
 * @self: a heaping
 *
 * Gets the chance of last digits as uneven where nothing is heaped.
 *
 * Returns: the chance; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_heaping_get_p (ScrutinyHeaping *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HEAPING (self), NAN);

  return self->cannot_tell ? NAN : self->found.p;
}

/**
 * scrutiny_heaping_get_digits: (get-property digits)
 * @self: a heaping
 *
 * Gets cases by last digit. Columns: `digit`; `count`, NaN where a digit has fewer cases than
 * may be shown; `expected`.
 *
 * Returns: (transfer none): ten rows, or none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_heaping_get_digits (ScrutinyHeaping *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HEAPING (self), NULL);

  return self->digits;
}

static ScrutinyMethod *
scrutiny_heaping_get_method (ScrutinyResult *result)
{
  return SCRUTINY_HEAPING (result)->method;
}

static const char *
scrutiny_heaping_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_HEAPING (result)->cannot_tell;
}

static GPtrArray *
scrutiny_heaping_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_HEAPING (result)->findings);
}

static void
scrutiny_heaping_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyHeaping *self = SCRUTINY_HEAPING (result);
  const gboolean is_few = self->n_left_out > 0 && self->n_left_out < self->asked.disclosure;

  json_writer_member_string (writer, "schema", "scrutiny.heaping/1");
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "verdict", scrutiny_heaping_get_verdict (self));
  json_writer_member_string (writer, "unit", self->asked.unit->name);
  json_writer_member_double (writer, "n", self->n_cases);
  json_writer_member_double (writer, "n_left_out", is_few ? NAN : self->n_left_out);
  json_writer_member_double (writer, "chi_square",
                             self->cannot_tell ? NAN : self->found.chi_square);
  json_writer_member_double (writer, "p", scrutiny_heaping_get_p (self));
  json_writer_member_double (writer, "whipple", self->whipple);
  json_writer_member_double (writer, "myers", self->myers);
  json_writer_key (writer, "digits");
  columns_write_rows (self->digits, writer);
  finding_list_write_json (self->findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
}

static double
scrutiny_heaping_get_chance (ScrutinyResult *result)
{
  return scrutiny_heaping_get_p (SCRUTINY_HEAPING (result));
}

static void
scrutiny_heaping_result_init (ScrutinyResultInterface *iface)
{
  iface->get_chance = scrutiny_heaping_get_chance;
  iface->get_method = scrutiny_heaping_get_method;
  iface->get_cannot_tell = scrutiny_heaping_get_cannot_tell;
  iface->dup_findings = scrutiny_heaping_dup_findings;
  iface->write_json = scrutiny_heaping_write_json;
}
