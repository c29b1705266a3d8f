/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/calendar.h>
#include <scrutiny/enums.h>

#include "support/near.h"

/* The name in files is the nick of the enumeration, so bindings agree. */
static void
is_named_like_its_nick (void **state)
{
  g_autoptr (GEnumClass) members = g_type_class_ref (SCRUTINY_TYPE_CALENDAR);

  (void) state;
  assert_int_equal (members->n_values, SCRUTINY_CALENDAR_ACADEMIC_YEAR + 1);
  for (guint i = 0; i < members->n_values; i++)
    assert_string_equal (scrutiny_calendar_get_name ((ScrutinyCalendar) members->values[i].value),
                         members->values[i].value_nick);
}

static void
names_what_it_does_not_know (void **state)
{
  (void) state;
  assert_string_equal (scrutiny_calendar_get_name ((ScrutinyCalendar) 99), "unknown");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (is_named_like_its_nick),
    cmocka_unit_test (names_what_it_does_not_know),
  };

  return cmocka_run_group_tests_name ("base/calendar", tests, NULL, NULL);
}
