/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/enums.h>
#include <scrutiny/statement-kind.h>

/* One word on every surface: the name in files is the nick bindings see. */
static void
names_are_nicks (void **state)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (SCRUTINY_TYPE_STATEMENT_KIND);

  assert_int_equal (kinds->n_values, 11);
  for (guint i = 0; i < kinds->n_values; i++) {
    ScrutinyStatementKind kind = (ScrutinyStatementKind) kinds->values[i].value;
    ScrutinyStatementKind back = (ScrutinyStatementKind) 99;

    assert_string_equal (scrutiny_statement_kind_get_name (kind), kinds->values[i].value_nick);
    assert_true (scrutiny_statement_kind_from_name (kinds->values[i].value_nick, &back));
    assert_int_equal (back, kind);
  }
}

static void
knows_no_other (void **state)
{
  ScrutinyStatementKind kind = SCRUTINY_STATEMENT_KIND_FUNDING;

  assert_false (scrutiny_statement_kind_from_name ("Outcome", &kind));
  assert_false (scrutiny_statement_kind_from_name ("", &kind));
  assert_int_equal (kind, SCRUTINY_STATEMENT_KIND_FUNDING);
  assert_null (scrutiny_statement_kind_get_name ((ScrutinyStatementKind) 11));
  assert_null (scrutiny_statement_kind_get_name ((ScrutinyStatementKind) -1));
}

static void
needs_no_place_for_the_answer (void **state)
{
  assert_true (scrutiny_statement_kind_from_name ("outcome", NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (names_are_nicks),
    cmocka_unit_test (knows_no_other),
    cmocka_unit_test (needs_no_place_for_the_answer),
  };

  return cmocka_run_group_tests_name ("statement-kind", tests, NULL, NULL);
}
