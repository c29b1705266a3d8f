/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/feature.h>

#include "support/near.h"

#include <string.h>

static void
tells_what_the_build_was_given (void **state)
{
  const char *built_with = g_getenv ("SCRUTINY_BUILT_WITH"); /* by tests/meson.build */

  if (!built_with) {
    print_message ("# SCRUTINY_BUILT_WITH is not set; run this by meson test\n");
    skip ();
  }
  assert_int_equal (scrutiny_has_feature ("records"), strstr (built_with, "records") != NULL);
  assert_int_equal (scrutiny_has_feature ("postgresql"), strstr (built_with, "postgresql") != NULL);
  assert_int_equal (scrutiny_has_feature ("words"), strstr (built_with, "words") != NULL);
  assert_int_equal (scrutiny_has_feature ("xlsx"), strstr (built_with, "xlsx") != NULL);
}

static void
does_not_know_what_it_was_never_told (void **state)
{
  assert_false (scrutiny_has_feature (""));
  assert_false (scrutiny_has_feature ("XLSX"));
  assert_false (scrutiny_has_feature ("xls"));
  assert_false (scrutiny_has_feature ("xlsx "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tells_what_the_build_was_given),
    cmocka_unit_test (does_not_know_what_it_was_never_told),
  };

  return cmocka_run_group_tests_name ("base/feature", tests, NULL, NULL);
}
