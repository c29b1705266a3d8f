/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/companion.h>

static void
holds_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyCompanion) companion =
      scrutiny_companion_new ("re-referred", "whether they come back");
  g_autoptr (ScrutinyCompanion) asked =
      scrutiny_companion_copy_with (companion, "said-by", "the committee", NULL);

  assert_string_equal (scrutiny_companion_get_measure (asked), "re-referred");
  assert_string_equal (scrutiny_companion_get_why (asked), "whether they come back");
  assert_string_equal (scrutiny_companion_get_said_by (asked), "the committee");
  assert_null (scrutiny_companion_get_said_by (companion));
}

static void
is_nothing_when_bare (void **state)
{
  g_autoptr (ScrutinyCompanion) bare = g_object_new (SCRUTINY_TYPE_COMPANION, NULL);

  assert_string_equal (scrutiny_companion_get_measure (bare), "");
  assert_null (scrutiny_companion_get_why (bare));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_it_was_given),
    cmocka_unit_test (is_nothing_when_bare),
  };

  return cmocka_run_group_tests_name ("companion", tests, NULL, NULL);
}
