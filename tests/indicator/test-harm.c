/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/harm.h>

static void
holds_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("Older people sent home", "back-in-30");
  g_autoptr (ScrutinyHarm) said = scrutiny_harm_copy_with (harm, "how", "home too soon", NULL);
  g_autoptr (ScrutinyHarm) by = scrutiny_harm_copy_with (said, "said_by", "a ward sister", NULL);
  g_autoptr (ScrutinyHarm) dated = scrutiny_harm_copy_with (by, "on", "2024-03", NULL);

  assert_string_equal (scrutiny_harm_get_group (dated), "Older people sent home");
  assert_string_equal (scrutiny_harm_get_measured_by (dated), "back-in-30");
  assert_string_equal (scrutiny_harm_get_how (dated), "home too soon");
  assert_string_equal (scrutiny_harm_get_said_by (dated), "a ward sister");
  assert_string_equal (scrutiny_harm_get_on (dated), "2024-03");
}

static void
need_not_be_measured (void **state)
{
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("Tenants", NULL);
  g_autoptr (ScrutinyHarm) bare = g_object_new (SCRUTINY_TYPE_HARM, NULL);

  assert_null (scrutiny_harm_get_measured_by (harm));
  assert_null (scrutiny_harm_get_how (harm));
  assert_string_equal (scrutiny_harm_get_group (bare), "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_it_was_given),
    cmocka_unit_test (need_not_be_measured),
  };

  return cmocka_run_group_tests_name ("harm", tests, NULL, NULL);
}
