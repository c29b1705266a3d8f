/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Guards the pass of tests/run.sh under a comma: it must really be under one. */
static void
writes_the_decimal_point_that_was_asked_for (void **state)
{
  const char *wanted = getenv ("SCRUTINY_DECIMAL_POINT");
  char text[8];

  snprintf (text, sizeof text, "%.1f", 0.5);
  if (wanted)
    assert_int_equal (text[1], wanted[0]);
  assert_string_equal (localeconv ()->decimal_point, ((char[]){ text[1], '\0' }));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (writes_the_decimal_point_that_was_asked_for),
  };

  return cmocka_run_group_tests_name ("support/locale", tests, NULL, NULL);
}
