/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/event.h>

static void
holds_what_happened (void **state)
{
  g_autoptr (ScrutinyEvent) event =
      scrutiny_event_new ("2020-04", "2020-06", "First lockdown", "SI 2020/350");

  assert_string_equal (scrutiny_event_get_from (event), "2020-04");
  assert_string_equal (scrutiny_event_get_until (event), "2020-06");
  assert_string_equal (scrutiny_event_get_text (event), "First lockdown");
  assert_string_equal (scrutiny_event_get_source (event), "SI 2020/350");
}

static void
may_be_over_at_once (void **state)
{
  g_autoptr (ScrutinyEvent) event =
      scrutiny_event_new ("1983-01-31", NULL, "Seat belts required", NULL);

  assert_null (scrutiny_event_get_until (event));
  assert_null (scrutiny_event_get_source (event));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_happened),
    cmocka_unit_test (may_be_over_at_once),
  };

  return cmocka_run_group_tests_name ("event", tests, NULL, NULL);
}
