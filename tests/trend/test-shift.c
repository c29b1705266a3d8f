/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"
#include "trend/shift-private.h"

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinyShift) shift = g_object_new (SCRUTINY_TYPE_SHIFT, NULL);

  (void) state;
  assert_string_equal (scrutiny_shift_get_at (shift), "");
  assert_string_equal (scrutiny_shift_get_earliest (shift), "");
  assert_string_equal (scrutiny_shift_get_latest (shift), "");
  assert_string_equal (scrutiny_shift_get_kind (shift), "level");
  assert_near (scrutiny_shift_get_change (shift), 0, 0);
}

static void
holds_what_was_found (void **state)
{
  const FoundShift found = {
    3, 2, 5, SHIFT_BOTH, 10, 12, 2, 1, 3, 0.5, -0.5, 0.3, 0.4, 0.6, 1.5, 1.25, "bootstrap",
  };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2024-01", 9, NULL);
  g_autoptr (ScrutinyShift) shift = scrutiny_shift_new_found (timeline, &found);
  static const struct {
    const char *name;
    double wanted;
  } numbers[] = {
    { "before", 10 },        { "after", 12 },          { "change", 2 },
    { "change-low", 1 },     { "change-high", 3 },     { "slope-before", 0.5 },
    { "slope-after", -0.5 }, { "before-error", 0.3 },  { "after-error", 0.4 },
    { "change-error", 0.6 }, { "spread-before", 1.5 }, { "spread-after", 1.25 },
  };
  g_autofree char *at = NULL, *earliest = NULL, *latest = NULL, *kind = NULL;

  (void) state;
  g_object_get (shift, "at", &at, "earliest", &earliest, "latest", &latest, "kind", &kind, NULL);
  assert_string_equal (at, "2024-04");
  assert_string_equal (earliest, "2024-03");
  assert_string_equal (latest, "2024-06");
  assert_string_equal (kind, "both");
  for (gsize k = 0; k < G_N_ELEMENTS (numbers); k++) {
    double got = NAN;
    g_object_get (shift, numbers[k].name, &got, NULL);
    assert_near (got, numbers[k].wanted, 0);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (bare_is_empty),
    cmocka_unit_test (holds_what_was_found),
  };

  return cmocka_run_group_tests_name ("trend/shift", tests, NULL, NULL);
}
