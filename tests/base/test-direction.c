/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/direction.h>

#include "support/near.h"

static void
has_names (void **state)
{
  (void) state;
  assert_string_equal (scrutiny_direction_get_name (SCRUTINY_DIRECTION_UP), "up");
  assert_string_equal (scrutiny_direction_get_name (SCRUTINY_DIRECTION_DOWN), "down");
  assert_string_equal (scrutiny_direction_get_name (SCRUTINY_DIRECTION_NONE), "none");
  assert_string_equal (scrutiny_direction_get_name ((ScrutinyDirection) 99), "none");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (has_names),
  };

  return cmocka_run_group_tests_name ("base/direction", tests, NULL, NULL);
}
