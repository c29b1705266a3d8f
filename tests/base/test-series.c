/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/series-private.h"

#include <scrutiny/error.h>

#include "base/timeline-private.h"
#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double rates[] = { 68.4, NAN, 0, 90.5 };

/* Ashcombe, the last two of four: 322 of 357 is 90.2%. */
static const double met[] = { 0, NAN, 3, 322 };
static const double closed[] = { 0, 20, NAN, 357 };

static ScrutinyTimeline *
months (void)
{
  return scrutiny_timeline_new ("2010-01", 4, NULL);
}

static ScrutinySeries *
plain (void)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();

  return scrutiny_series_new (timeline, rates, LENGTH (rates), NULL);
}

static ScrutinySeries *
ratio (void)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();

  return scrutiny_series_new_ratio (timeline, met, LENGTH (met), closed, LENGTH (closed), 100,
                                    NULL);
}

static void
holds_values (void **state)
{
  g_autoptr (ScrutinySeries) series = plain ();
  gsize n_values = 0;
  const double *values = scrutiny_series_get_values (series, &n_values);

  assert_int_equal (n_values, 4);
  assert_int_equal (scrutiny_series_get_n_values (series), 4);
  assert_memory_equal (values, rates, sizeof rates);
  assert_ptr_not_equal (values, rates);
  assert_near (scrutiny_series_get_value (series, 3), 90.5, 0);
  assert_near (scrutiny_series_get_value (series, 1), NAN, 0);
  assert_string_equal (scrutiny_series_get_state (series, 0), "observed");
  assert_string_equal (scrutiny_series_get_state (series, 1), "missing");
  assert_string_equal (scrutiny_series_get_state (series, 2), "observed"); /* zero is a value */
  assert_int_equal (scrutiny_series_get_states (series)[1], SERIES_MISSING);
  assert_string_equal (scrutiny_series_get_unit (series), "");
  assert_int_equal (scrutiny_timeline_get_n_periods (scrutiny_series_get_timeline (series)), 4);
}

static void
has_no_counts_unless_given (void **state)
{
  g_autoptr (ScrutinySeries) series = plain ();
  gsize n_values = 9;

  assert_false (scrutiny_series_has_counts (series));
  assert_near (scrutiny_series_get_scale (series), 0, 0);
  assert_null (scrutiny_series_get_numerators (series, &n_values));
  assert_int_equal (n_values, 0);
  n_values = 9;
  assert_null (scrutiny_series_get_denominators (series, &n_values));
  assert_int_equal (n_values, 0);
  assert_null (scrutiny_series_get_numerator_bytes (series));
  assert_null (scrutiny_series_get_denominator_bytes (series));
}

static void
divides_counts (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio ();
  gsize n_values = 0;

  assert_true (scrutiny_series_has_counts (series));
  assert_near (scrutiny_series_get_scale (series), 100, 0);
  assert_near (scrutiny_series_get_value (series, 0), NAN, 0); /* 0 of 0 */
  assert_near (scrutiny_series_get_value (series, 1), NAN, 0);
  assert_near (scrutiny_series_get_value (series, 2), NAN, 0);
  assert_near (scrutiny_series_get_value (series, 3), 100.0 * 322 / 357, 0);
  assert_string_equal (scrutiny_series_get_state (series, 0), "missing");
  assert_string_equal (scrutiny_series_get_state (series, 3), "observed");
  assert_memory_equal (scrutiny_series_get_numerators (series, &n_values), met, sizeof met);
  assert_int_equal (n_values, 4);
  assert_memory_equal (scrutiny_series_get_denominators (series, &n_values), closed, sizeof closed);
  assert_int_equal (n_values, 4);
  assert_int_equal (g_bytes_get_size (scrutiny_series_get_numerator_bytes (series)), 32);
  assert_int_equal (g_bytes_get_size (scrutiny_series_get_denominator_bytes (series)), 32);
}

static void
lets_a_rate_exceed_its_denominator (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2010", 1, NULL);
  const double many[] = { 30 }, few[] = { 20 };
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, many, 1, few, 1, 1000, NULL);

  assert_near (scrutiny_series_get_value (series, 0), 1500, 0);
}

static void
shares_bytes (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (GBytes) values = g_bytes_new_static (rates, sizeof rates);
  g_autoptr (GBytes) top = g_bytes_new_static (met, sizeof met);
  g_autoptr (GBytes) bottom = g_bytes_new_static (closed, sizeof closed);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new_from_bytes (timeline, values, NULL);
  g_autoptr (ScrutinySeries) counted =
      scrutiny_series_new_ratio_from_bytes (timeline, top, bottom, 100, NULL);
  g_autoptr (ScrutinySeries) expected = ratio ();

  assert_ptr_equal (scrutiny_series_get_bytes (series), values);
  assert_ptr_equal (scrutiny_series_get_numerator_bytes (counted), top);
  assert_ptr_equal (scrutiny_series_get_denominator_bytes (counted), bottom);
  assert_true (scrutiny_series_equal (counted, expected));
}

static void
copies_bytes_that_are_not_aligned (void **state)
{
  _Alignas(double) char odd[2][2 + sizeof rates];
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (ScrutinySeries) expected = ratio ();
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinySeries) counted = NULL;
  g_autoptr (GBytes) values = g_bytes_new_static (odd[0] + 1, sizeof rates);
  g_autoptr (GBytes) top = g_bytes_new_static (odd[0] + 1, sizeof rates);
  g_autoptr (GBytes) bottom = g_bytes_new_static (odd[1] + 2, sizeof closed);

  memcpy (odd[0] + 1, met, sizeof met);
  memcpy (odd[1] + 2, closed, sizeof closed);
  series = scrutiny_series_new_from_bytes (timeline, values, NULL);
  counted = scrutiny_series_new_ratio_from_bytes (timeline, top, bottom, 100, NULL);

  assert_int_equal (((guintptr) scrutiny_series_get_values (series, NULL)) % 8, 0);
  assert_int_equal (((guintptr) scrutiny_series_get_denominators (counted, NULL)) % 8, 0);
  assert_near (scrutiny_series_get_value (series, 3), 322, 0);
  assert_true (scrutiny_series_equal (counted, expected));
}

/* Values, or counts if there are any; the error's code, row and text. */
static const struct refused {
  const char *label;
  gsize n_values, n_tops, n_bottoms;
  double value, top, bottom, scale;
  ScrutinyError code;
  guint row;
  const char *error;
} refused[] = {
  { "an infinite value", 4, 0, 0, INFINITY, 0, 0, 0, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): the value is infinite; where it is not known it is NaN" },
  { "too few values", 3, 0, 0, 1, 0, 0, 0, SCRUTINY_ERROR_MISMATCH, 0,
    "Values: 3; the timeline has 4 periods" },
  { "too many values", 5, 0, 0, 1, 0, 0, 0, SCRUTINY_ERROR_MISMATCH, 0,
    "Values: 5; the timeline has 4 periods" },
  { "too few numerators", 0, 3, 4, 0, 1, 1, 1, SCRUTINY_ERROR_MISMATCH, 0,
    "Numerators: 3; the timeline has 4 periods" },
  { "too many denominators", 0, 4, 5, 0, 1, 1, 1, SCRUTINY_ERROR_MISMATCH, 0,
    "Denominators: 5; the timeline has 4 periods" },
  { "a negative numerator", 0, 4, 4, 0, -1, 5, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): numerator -1; a count is 0 or more, or NaN where it is not known" },
  { "a negative numerator of an unknown", 0, 4, 4, 0, -1, NAN, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): numerator -1; a count is 0 or more, or NaN where it is not known" },
  { "an infinite numerator", 0, 4, 4, 0, INFINITY, 5, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): numerator infinite; a count is 0 or more, or NaN where it is not known" },
  { "a negative denominator", 0, 4, 4, 0, 1, -0.5, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): denominator -0.5; a count is 0 or more, or NaN where it is not known" },
  { "an infinite denominator", 0, 4, 4, 0, 1, INFINITY, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): denominator infinite; a count is 0 or more, or NaN where it is not known" },
  { "something out of nothing", 0, 4, 4, 0, 5, 0, 1, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): numerator 5; the denominator is 0" },
  { "a ratio beyond any double", 0, 4, 4, 0, 1e308, 1, 100, SCRUTINY_ERROR_OUT_OF_RANGE, 3,
    "2010-03 (row 3): the value is infinite; where it is not known it is NaN" },
  { "a scale of 0", 0, 4, 4, 0, 1, 1, 0, SCRUTINY_ERROR_OUT_OF_RANGE, 0,
    "Scale: not a number above 0, such as 100 for a percentage" },
  { "a negative scale", 0, 4, 4, 0, 1, 1, -1, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL },
  { "a scale of NaN", 0, 4, 4, 0, 1, 1, NAN, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL },
  { "an infinite scale", 0, 4, 4, 0, 1, 1, INFINITY, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  double values[5] = { 1, 1, row->value, 1, 1 };
  double tops[5] = { 1, 1, row->top, 1, 1 };
  double bottoms[5] = { 1, 1, row->bottom, 1, 1 };

  if (row->n_values)
    series = scrutiny_series_new (timeline, values, row->n_values, &error);
  else
    series = scrutiny_series_new_ratio (timeline, tops, row->n_tops, bottoms, row->n_bottoms,
                                        row->scale, &error);
  assert_null (series);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_int_equal (scrutiny_error_get_row (error), row->row);
  if (row->error)
    assert_string_equal (error->message, row->error);
}

static void
refuses_parts_of_doubles (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (rates, 31);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_series_new_from_bytes (timeline, bytes, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message,
                       "Values: 31 bytes are not a whole number of doubles of 8 bytes");
  g_clear_error (&error);
  assert_null (scrutiny_series_new_ratio_from_bytes (timeline, bytes, bytes, 1, &error));
  assert_string_equal (error->message,
                       "Numerators: 31 bytes are not a whole number of doubles of 8 bytes");
}

static const struct stated {
  const char *label;
  const char *states[6];
  ScrutinyError code;
  guint row;
  const char *error; /* NULL: accepted */
} stated[] = {
  { "every state", { "provisional", "suppressed", "revised", "observed" }, 0, 0, NULL },
  { "too few states",
    { "observed", "missing" },
    SCRUTINY_ERROR_MISMATCH,
    0,
    "States: 2; the timeline has 4 periods" },
  { "too many states",
    { "observed", "missing", "observed", "observed", "observed" },
    SCRUTINY_ERROR_MISMATCH,
    0,
    "States: 5; the timeline has 4 periods" },
  { "no state",
    { "observed", "missing", "<\0335", "observed" },
    SCRUTINY_ERROR_UNREADABLE,
    3,
    "2010-03 (row 3): “<\xEF\xBF\xBD"
    "5” is not a state; there are observed, missing, suppressed, "
    "provisional and revised" },
  { "missing with a value",
    { "missing", "missing", "observed", "observed" },
    SCRUTINY_ERROR_MISMATCH,
    1,
    "2010-01 (row 1): the state is “missing”, but the value is 68.4" },
  { "suppressed with a value",
    { "observed", "missing", "observed", "suppressed" },
    SCRUTINY_ERROR_MISMATCH,
    4,
    "2010-04 (row 4): the state is “suppressed”, but the value is 90.5" },
  { "revised without a value",
    { "observed", "revised", "observed", "observed" },
    SCRUTINY_ERROR_MISMATCH,
    2,
    "2010-02 (row 2): the state is “revised”, but there is no value" },
};

static void
takes_states (void **state)
{
  const struct stated *row = *state;
  g_autoptr (ScrutinySeries) series = plain ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) copy = scrutiny_series_copy_with_states (series, row->states, &error);

  if (!row->error) {
    assert_null (error);
    for (guint i = 0; i < 4; i++)
      assert_string_equal (scrutiny_series_get_state (copy, i), row->states[i]);
    assert_string_equal (scrutiny_series_get_state (series, 1), "missing");
    assert_ptr_equal (scrutiny_series_get_bytes (copy), scrutiny_series_get_bytes (series));
    return;
  }
  assert_null (copy);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_int_equal (scrutiny_error_get_row (error), row->row);
  assert_string_equal (error->message, row->error);
}

static void
converts_no_value_with_its_unit (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio ();
  g_autoptr (ScrutinySeries) copy = scrutiny_series_copy_with_unit (series, "%");

  assert_string_equal (scrutiny_series_get_unit (copy), "%");
  assert_string_equal (scrutiny_series_get_unit (series), "");
  assert_near (scrutiny_series_get_value (copy, 3), 100.0 * 322 / 357, 0);
  assert_true (scrutiny_series_has_counts (copy));
  assert_string_equal (scrutiny_series_get_hash (copy), scrutiny_series_get_hash (series));
  assert_false (scrutiny_series_equal (copy, series));
}

/* “<5” is 0 to 4, and a bound of something that is not suppressed is none. */
static SeriesColumns
suppressed_columns (double low, double high)
{
  const double values[] = { 7, NAN, NAN, NAN };
  const guint8 states[] = { SERIES_OBSERVED, SERIES_SUPPRESSED, SERIES_MISSING, SERIES_SUPPRESSED };
  const double lows[] = { 6, low, 0, NAN };
  const double highs[] = { 8, high, 4, NAN };

  return (SeriesColumns){
    .values = g_bytes_new (values, sizeof values),
    .states = g_bytes_new (states, sizeof states),
    .lows = g_bytes_new (lows, sizeof lows),
    .highs = g_bytes_new (highs, sizeof highs),
  };
}

static void
knows_the_bounds_of_what_is_suppressed (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();
  SeriesColumns columns = suppressed_columns (0, 4);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new_take (timeline, &columns, NULL);
  double low = -1, high = -1;

  assert_true (scrutiny_series_get_bounds (series, 1, &low, &high));
  assert_near (low, 0, 0);
  assert_near (high, 4, 0);
  for (gsize i = 0; i < 4; i += i ? 1 : 2) {
    assert_false (scrutiny_series_get_bounds (series, i, &low, &high));
    assert_near (low, NAN, 0);
    assert_near (high, NAN, 0);
  }
  assert_true (scrutiny_series_get_bounds (series, 1, NULL, NULL));
}

static void
knows_one_bound_alone (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();
  SeriesColumns columns = suppressed_columns (100, NAN);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new_take (timeline, &columns, NULL);
  double low = -1, high = -1;

  assert_true (scrutiny_series_get_bounds (series, 1, &low, &high));
  assert_near (low, 100, 0);
  assert_near (high, NAN, 0);
}

static void
refuses_bounds_that_are_none (void **state)
{
  static const struct {
    double low, high;
    const char *error;
  } rows[] = {
    { 4, 0, "2010-02 (row 2): lower bound 4; the upper bound lies below it" },
    { -INFINITY, 0,
      "2010-02 (row 2): lower bound infinite; a bound is a number, or NaN where it "
      "is not known" },
    { 0, INFINITY,
      "2010-02 (row 2): upper bound infinite; a bound is a number, or NaN where it "
      "is not known" },
  };
  g_autoptr (ScrutinyTimeline) timeline = months ();

  for (gsize i = 0; i < LENGTH (rows); i++) {
    SeriesColumns columns = suppressed_columns (rows[i].low, rows[i].high);
    g_autoptr (GError) error = NULL;

    assert_null (scrutiny_series_new_take (timeline, &columns, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
    assert_string_equal (error->message, rows[i].error);
    assert_null (columns.values);
  }
}

static void
refuses_half_of_the_counts_and_unknown_codes (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = months ();
  const guint8 codes[] = { 0, 1, 0, 5 };
  SeriesColumns half = { .values = g_bytes_new (rates, sizeof rates),
                         .numerators = g_bytes_new (met, sizeof met),
                         .scale = 1 };
  SeriesColumns other = { .values = g_bytes_new (rates, sizeof rates),
                          .states = g_bytes_new (codes, sizeof codes) };
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_series_new_take (timeline, &half, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (
      error->message,
      "Denominators: none; numerators and denominators come together or not at all");
  g_clear_error (&error);
  assert_null (scrutiny_series_new_take (timeline, &other, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
}

/* SHA-256 of the bytes that series-columns.c documents, by Python's hashlib. */
static void
hashes_as_on_any_machine (void **state)
{
  g_autoptr (ScrutinySeries) series = plain ();
  g_autoptr (ScrutinySeries) counted = ratio ();

  assert_string_equal (scrutiny_series_get_hash (series),
                       "2d1f2f3423c7bc5e31fac9cd1bb868eb618471178770aabf2786296a62f385c6");
  assert_string_equal (scrutiny_series_get_hash (counted),
                       "3b4d51260436fcc68ab4a9c8aac3e14c38cf99fc61362ed736729d404c8a3b57");
  assert_ptr_equal (scrutiny_series_get_hash (series), scrutiny_series_get_hash (series));
}

static void
hashes_every_nan_and_zero_alike (void **state)
{
  static const double others[] = { 68.4, -NAN, -0.0, 90.5 };
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (ScrutinySeries) series = plain ();
  g_autoptr (ScrutinySeries) other = scrutiny_series_new (timeline, others, LENGTH (others), NULL);

  assert_true (scrutiny_series_equal (series, other));
}

static void
tells_series_apart (void **state)
{
  const double values[] = { 68.4, NAN, 0, 90.6 };
  const char *const states[] = { "observed", "suppressed", "observed", "observed", NULL };
  g_autoptr (ScrutinyTimeline) timeline = months ();
  g_autoptr (ScrutinyTimeline) later = scrutiny_timeline_new ("2010-02", 4, NULL);
  g_autoptr (ScrutinyTimeline) years = scrutiny_timeline_new ("2010", 4, NULL);
  g_autoptr (ScrutinySeries) bare = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  g_autoptr (ScrutinySeries) first = plain ();
  g_autoptr (ScrutinySeries) value = scrutiny_series_new (timeline, values, 4, NULL);
  g_autoptr (ScrutinySeries) moved = scrutiny_series_new (later, rates, 4, NULL);
  g_autoptr (ScrutinySeries) yearly = scrutiny_series_new (years, rates, 4, NULL);
  g_autoptr (ScrutinySeries) stated_so = scrutiny_series_copy_with_states (first, states, NULL);
  g_autoptr (ScrutinySeries) counted = ratio ();
  g_autoptr (ScrutinySeries) scaled =
      scrutiny_series_new_ratio (timeline, met, 4, closed, 4, 1, NULL);
  SeriesColumns four = suppressed_columns (0, 4), five = suppressed_columns (0, 5);
  g_autoptr (ScrutinySeries) below_5 = scrutiny_series_new_take (timeline, &four, NULL);
  g_autoptr (ScrutinySeries) below_6 = scrutiny_series_new_take (timeline, &five, NULL);
  ScrutinySeries *all[] = { bare,      first,   value,  moved,   yearly,
                            stated_so, counted, scaled, below_5, below_6 };

  for (gsize i = 0; i < LENGTH (all); i++)
    for (gsize j = 0; j < LENGTH (all); j++)
      assert_int_equal (scrutiny_series_equal (all[i], all[j]), i == j);
}

static gpointer
ask_hash (gpointer series)
{
  return (gpointer) scrutiny_series_get_hash (series);
}

static void
makes_its_hash_once_for_all_threads (void **state)
{
  g_autoptr (ScrutinySeries) series = plain ();
  GThread *threads[8];
  gconstpointer hash;

  for (gsize i = 0; i < LENGTH (threads); i++)
    threads[i] = g_thread_new ("hash", ask_hash, series);
  hash = scrutiny_series_get_hash (series);
  for (gsize i = 0; i < LENGTH (threads); i++)
    assert_ptr_equal (g_thread_join (threads[i]), hash);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinySeries) bare = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  g_autoptr (ScrutinySeries) copy = scrutiny_series_copy_with_unit (bare, "days");
  g_autoptr (ScrutinyTimeline) timeline = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *hash = NULL;
  gsize n_values = 9;
  guint64 n = 9;
  double scale = -1;
  gboolean has_counts = TRUE;

  g_object_get (bare, "timeline", &timeline, "unit", &unit, "n-values", &n, "scale", &scale,
                "has-counts", &has_counts, "hash", &hash, NULL);
  assert_non_null (timeline);
  assert_string_equal (unit, "");
  assert_int_equal (n, 0);
  assert_near (scale, 0, 0);
  assert_false (has_counts);
  assert_int_equal (strlen (hash), 64);
  assert_null (scrutiny_series_get_values (bare, &n_values));
  assert_int_equal (n_values, 0);
  assert_int_equal (g_bytes_get_size (scrutiny_series_get_bytes (bare)), 0);
  assert_string_equal (scrutiny_series_get_unit (copy), "days");
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (holds_values),
    cmocka_unit_test (has_no_counts_unless_given),
    cmocka_unit_test (divides_counts),
    cmocka_unit_test (lets_a_rate_exceed_its_denominator),
    cmocka_unit_test (shares_bytes),
    cmocka_unit_test (copies_bytes_that_are_not_aligned),
    cmocka_unit_test (refuses_parts_of_doubles),
    cmocka_unit_test (converts_no_value_with_its_unit),
    cmocka_unit_test (knows_the_bounds_of_what_is_suppressed),
    cmocka_unit_test (knows_one_bound_alone),
    cmocka_unit_test (refuses_bounds_that_are_none),
    cmocka_unit_test (refuses_half_of_the_counts_and_unknown_codes),
    cmocka_unit_test (hashes_as_on_any_machine),
    cmocka_unit_test (hashes_every_nan_and_zero_alike),
    cmocka_unit_test (tells_series_apart),
    cmocka_unit_test (makes_its_hash_once_for_all_threads),
    cmocka_unit_test (is_valid_when_bare),
  };
  struct CMUnitTest tests[LENGTH (refused) + LENGTH (stated) + LENGTH (others)];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = (struct CMUnitTest){ .name = refused[i].label,
                                      .test_func = refuses,
                                      .initial_state = (void *) &refused[i] };
  for (size_t i = 0; i < LENGTH (stated); i++)
    tests[n++] = (struct CMUnitTest){ .name = stated[i].label,
                                      .test_func = takes_states,
                                      .initial_state = (void *) &stated[i] };
  for (size_t i = 0; i < LENGTH (others); i++)
    tests[n++] = others[i];

  return cmocka_run_group_tests_name ("base/series", tests, NULL, NULL);
}
