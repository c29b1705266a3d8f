/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-kind.h>
#include <scrutiny/enums.h>

#include "support/near.h"

/* Every kind's name is its nick, and leads back to it. */
static void
names_are_nicks (void **state)
{
  GEnumClass *kinds = g_type_class_ref (SCRUTINY_TYPE_CHART_KIND);

  (void) state;
  for (guint i = 0; i < kinds->n_values; i++) {
    const ScrutinyChartKind wanted = (ScrutinyChartKind) kinds->values[i].value;
    ScrutinyChartKind found = (ScrutinyChartKind) 99;

    assert_string_equal (scrutiny_chart_kind_get_name (wanted), kinds->values[i].value_nick);
    assert_true (scrutiny_chart_kind_from_name (kinds->values[i].value_nick, &found));
    assert_int_equal (found, wanted);
  }
  g_type_class_unref (kinds);
}

static void
other_names_are_none (void **state)
{
  ScrutinyChartKind kind = SCRUTINY_CHART_KIND_P;

  (void) state;
  assert_false (scrutiny_chart_kind_from_name ("XmR", &kind));
  assert_false (scrutiny_chart_kind_from_name ("", &kind));
  assert_int_equal (kind, SCRUTINY_CHART_KIND_P);
  assert_true (scrutiny_chart_kind_from_name ("p", NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (names_are_nicks),
    cmocka_unit_test (other_names_are_none),
  };

  return cmocka_run_group_tests_name ("trend/chart-kind", tests, NULL, NULL);
}
