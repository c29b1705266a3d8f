/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/error.h>
#include <scrutiny/proportion.h>

#include <string.h>

static const double EXACT = 4e-16;

static const struct known {
  const char *label;
  double numerator, denominator, level;
  double value, low, high;
  double tolerance;
} known[] = {
  /* PHEindicatormethods' test vector, with 15 digits. */
  { "65 of 100", 65, 100, 0.95, 0.65, .552544432968880, .736357517569025, 5e-15 },
  /* R 4.2.2, prop.test (x, n, conf.level, correct = FALSE). */
  { "8 of 291", 8, 291, 0.95, 0.027491408934707904, 0.013994802464308, 0.053300546365045, 5e-15 },
  /* Ashcombe, quarter 4: 86.7 to 92.9. */
  { "322 of 357", 322, 357, 0.95, 0.90196078431372549, 0.86670260656672, 0.92866054526726, 5e-15 },
  { "322 of 357 at 99.8%", 322, 357, 0.998, 0.90196078431372549, 0.84236208741928, 0.94061530592853,
    5e-15 },
  { "none of 20", 0, 20, 0.95, 0, 0, 0.16112515805282, 5e-15 },
  { "all of 20", 20, 20, 0.95, 1, 1 - 0.16112515805282, 1, 5e-15 },
  { "weighted counts", 2.5, 10, 0.95, 0.25, 0.080947824209994, 0.557818575721450, 5e-15 },
  { "nobody counted", 0, 0, 0.95, NAN, NAN, NAN, 0 },
  { "numerator not known", NAN, 20, 0.95, NAN, NAN, NAN, 0 },
  { "denominator not known", 3, NAN, 0.95, NAN, NAN, NAN, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyProportion) proportion =
      scrutiny_proportion_new (row->numerator, row->denominator, row->level, &error);
  const char *cannot_tell;

  assert_non_null (proportion);
  assert_null (error);
  assert_near (scrutiny_proportion_get_value (proportion), row->value, EXACT);
  assert_near (scrutiny_proportion_get_low (proportion), row->low, row->tolerance);
  assert_near (scrutiny_proportion_get_high (proportion), row->high, row->tolerance);

  cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (proportion));
  assert_int_equal (cannot_tell != NULL, isnan (row->value));
}

static const struct refused {
  const char *label;
  double numerator, denominator, level;
  const char *message;
} refused[] = {
  { "more than all", 30, 29, 0.95,
    "Numerator: 30 out of 29 is not a proportion; ask what each of the two counts" },
  { "less than none", -1, 29, 0.95,
    "Numerator: -1 out of 29 is not a proportion; ask what each of the two counts" },
  { "out of less than none", NAN, -2, 0.95,
    "Numerator: no number out of -2 is not a proportion; ask what each of the two counts" },
  { "out of infinitely many", 1, INFINITY, 0.95,
    "Numerator: 1 out of an infinite number is not a proportion; ask what each of the two counts" },
  { "a level of 0", 1, 2, 0, "Level: 0 is not between 0 and 1; 0.95 is usual" },
  { "a level of 1", 1, 2, 1, "Level: 1 is not between 0 and 1; 0.95 is usual" },
  { "a level in percent", 1, 2, 95, "Level: 95 is not between 0 and 1; 0.95 is usual" },
  { "no level", 1, 2, NAN, "Level: no number is not between 0 and 1; 0.95 is usual" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyProportion) proportion =
      scrutiny_proportion_new (row->numerator, row->denominator, row->level, &error);

  assert_null (proportion);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_string_equal (error->message, row->message);
}

static void
a_surer_interval_is_wider (void **state)
{
  double low = 0.5, high = 0.5;

  for (double level = 0.05; level < 0.999; level += 0.05) {
    g_autoptr (ScrutinyProportion) proportion = scrutiny_proportion_new (50, 100, level, NULL);

    assert_true (scrutiny_proportion_get_low (proportion) < low);
    assert_true (scrutiny_proportion_get_high (proportion) > high);
    low = scrutiny_proportion_get_low (proportion);
    high = scrutiny_proportion_get_high (proportion);
  }
}

static void
a_bare_one_is_valid (void **state)
{
  g_autoptr (ScrutinyProportion) bare = g_object_new (SCRUTINY_TYPE_PROPORTION, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_near (scrutiny_proportion_get_value (bare), NAN, 0);
  assert_near (scrutiny_proportion_get_low (bare), NAN, 0);
  assert_near (scrutiny_proportion_get_high (bare), NAN, 0);
  assert_non_null (strstr (json, "\"value\":null,\"interval\":[null,null]}"));
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinyProportion) proportion = scrutiny_proportion_new (20, 20, 0.95, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (proportion));

  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.proportion/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"level\":0.95"));
  assert_non_null (strstr (json, "\"cannot_tell\":null,\"numerator\":20,\"denominator\":20,"
                                 "\"value\":1,\"interval\":[0.838874841947"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + 3];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_surer_interval_is_wider);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_bare_one_is_valid);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);

  return cmocka_run_group_tests_name ("compare/proportion", tests, NULL, NULL);
}
