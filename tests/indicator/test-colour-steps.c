/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-script.h"
#include "support/rows.h"

#include <string.h>

static double
look_up (const char *name, gpointer user_data)
{
  static const struct {
    const char *name;
    double value;
  } row[] = {
    { "value", 89.96 }, { "target", 90 },         { "met", 322 },
    { "all", 357 },     { "tenth", 0.1 },         { "large", 1000000.1 },
    { "below", -8 },    { "infinite", INFINITY }, { "huge", 1e308 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (row); i++) {
    if (strcmp (row[i].name, name) == 0)
      return row[i].value;
  }

  return NAN;
}

static const struct conditions {
  const char *label; /* the condition */
  double holds;
} conditions[] = {
  /* Decimals, as a person works them out. */
  { "0.1 + 0.2 >= 0.3", 1 },
  { "0.1 + 0.2 > 0.3", 0 },
  { "0.1 + 0.2 = 0.3", 1 },
  { "0.3 - 0.1 - 0.2 >= 0", 1 },
  { "0.3 - 0.1 - 0.2 < 0", 0 },
  { "1.1 * 1.1 <= 1.21", 1 },
  { "100 * 83.6 / 100 >= 83.6", 1 },
  { "8.36 * 10 <> 83.6", 0 },
  { "89.99999 >= 90", 0 },
  { "89.9999999999 >= 90", 0 },
  { "90.0000000001 > 90", 1 },
  { "89.99999999999999 >= 90", 1 },
  { "100000000001 - 100000000000 >= 1", 1 },
  { "0 = -0", 1 },
  { "-0.1 < 0", 1 },
  { "- -1 = 1", 1 },
  { "-(1 - 2) = 1", 1 },
  /* Rank and order of signs. */
  { "2 + 3 * 4 = 14", 1 },
  { "(2 + 3) * 4 = 20", 1 },
  { "7 - 2 - 1 = 4", 1 },
  { "24 / 4 / 3 = 2", 1 },
  { "24 ÷ 4 × 3 = 18", 1 },
  { "7 − 2 = 5", 1 },
  { "2 ≥ 2 and 2 ≤ 2 and 2 ≠ 3 and 2 == 2 and 2 != 3", 1 },
  /* Rounding: half away from zero, as decimals. */
  { "round(2.675, 2) = 2.68", 1 },
  { "round(1.005, 2) = 1.01", 1 },
  { "round(0.5) = 1", 1 },
  { "round(1.5) = 2 and round(2.5) = 3", 1 },
  { "round(-2.5) = -3", 1 },
  { "round(2.4999999) = 2", 1 },
  { "round(value, 1) >= 90", 1 },
  { "round(value, 2) >= 90", 0 },
  { "round(100 * met / all, 1) = 90.2", 1 },
  { "round(1234567890123456) = 1234567890123456", 1 },
  { "round(huge, 12) = huge", 1 },
  { "round(0.123456789012, 12) = 0.123456789012", 1 },
  { "abs(below) = 8 and abs(8) = 8", 1 },
  /* Within: both ends count, whatever the size of the numbers. */
  { "81 within 10% of 90", 1 },
  { "99 within 10% of 90", 1 },
  { "80.999 within 10% of 90", 0 },
  { "99.001 within 10% of 90", 0 },
  { "85 within 5 of target", 1 },
  { "95 within 5 of target", 1 },
  { "84.99 within 5 of target", 0 },
  { "90.1 within 0.1 of 90", 1 },
  { "large within tenth of 1000000", 1 },
  { "-7.2 within 10% of below", 1 },
  { "-8.8 within 10% of below", 1 },
  { "-8.9 within 10% of below", 0 },
  { "value within target - 80 of target + 1", 1 },
  { "0 within 10% of 0", 1 },
  /* Unknown, unless the rest settles it. */
  { "absent >= 90", NAN },
  { "absent = absent", NAN },
  { "absent <> 90", NAN },
  { "not absent >= 90", NAN },
  { "absent >= 90 and value >= 1", NAN },
  { "absent >= 90 and value >= 100", 0 },
  { "value >= 100 and absent >= 90", 0 },
  { "absent >= 90 or value >= 1", 1 },
  { "value >= 1 or absent >= 90", 1 },
  { "absent >= 90 or value >= 100", NAN },
  { "value within absent of target", NAN },
  { "value within 5 of absent", NAN },
  { "absent within 5 of target", NAN },
  { "1 / 0 > 5", NAN },
  { "0 / 0 is missing", 1 },
  { "infinite > 5", NAN },
  { "huge * 10 > 5", NAN },
  { "huge * 10 - huge * 10 = 0", NAN },
  { "absent is missing", 1 },
  { "absent is not missing", 0 },
  { "value is missing", 0 },
  { "value is not missing", 1 },
  { "round(absent) is missing and abs(absent) is missing and -absent is missing", 1 },
  /* Logic. */
  { "not 1 > 2", 1 },
  { "not not 1 > 2", 0 },
  { "not (1 > 2 or 2 > 1)", 0 },
  { "1 > 2 and 1 > 2 or 2 > 1", 1 },
  { "2 > 1 or 2 > 1 and 1 > 2", 1 },
  { "(2 > 1 or 2 > 1) and 1 > 2", 0 },
};

static void
holds_or_not_or_is_unknown (void **state)
{
  const struct conditions *row = *state;
  g_autofree char *text = g_strdup_printf ("\"yes\" when %s", row->label);
  g_autoptr (ColourScript) script = colour_script_parse (text, NULL);

  assert_non_null (script);
  assert_near (colour_steps_evaluate ((const ColourStep *) script->steps->data, script->steps->len,
                                      (char *const *) script->names->pdata, look_up, NULL),
               row->holds, 0);
}

static void
nothing_is_unknown (void **state)
{
  assert_near (colour_steps_evaluate (NULL, 0, NULL, look_up, NULL), NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[1 + G_N_ELEMENTS (conditions)] = {
    cmocka_unit_test (nothing_is_unknown),
  };
  size_t n = 1;

  n += add_rows (tests + n, holds_or_not_or_is_unknown, conditions, G_N_ELEMENTS (conditions),
                 sizeof *conditions);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("colour-steps", tests, NULL, NULL);
}
