/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/further.h"
#include "support/rows.h"

static const struct kind {
  const char *label, *id, *facts;
  gboolean is_further;
} kinds[] = {
  { "bits", "colour.bits", "@a{sv} {}", TRUE },
  { "both errors", "colour.errors", "@a{sv} {}", TRUE },
  { "a boundary far off", "colour.alarm", "{'on_the_face': <false>}", TRUE },
  { "a boundary at the level", "colour.alarm", "{'on_the_face': <true>}", FALSE },
  { "a fact that is no answer", "colour.alarm", "{'on_the_face': <1.0>}", TRUE },
  { "what decides a status", "colour.flip", "@a{sv} {}", FALSE },
  { "another chart", "trend.baseline", "@a{sv} {}", TRUE },
  { "a shift", "trend.shift", "@a{sv} {}", FALSE },
  { "one of a council's own", "ashcombe.bits", "@a{sv} {}", FALSE },
};

static void
says_where_it_stands (void **state)
{
  const struct kind *row = *state;
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new (row->id, "It rose.", "Why?", g_variant_new_parsed (row->facts), NULL);

  assert_non_null (finding);
  assert_int_equal (further_is (finding), row->is_further);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (kinds)];

  add_rows (tests, says_where_it_stands, kinds, G_N_ELEMENTS (kinds), sizeof *kinds);

  return cmocka_run_group_tests_name ("report/further", tests, NULL, NULL);
}
