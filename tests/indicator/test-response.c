/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/response.h>

static void
holds_what_was_answered (void **state)
{
  g_autoptr (ScrutinyResponse) response = scrutiny_response_new (
      "trend.shift", "assessed", "A second team began in April.", "Director", "2024-09-01");

  assert_string_equal (scrutiny_response_get_finding_id (response), "trend.shift");
  assert_string_equal (scrutiny_response_get_subject (response), "assessed");
  assert_string_equal (scrutiny_response_get_text (response), "A second team began in April.");
  assert_string_equal (scrutiny_response_get_said_by (response), "Director");
  assert_string_equal (scrutiny_response_get_on (response), "2024-09-01");
}

static void
may_answer_for_the_pack (void **state)
{
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new ("pack.colours", NULL, "Noted.", NULL, NULL);

  assert_null (scrutiny_response_get_subject (response));
  assert_null (scrutiny_response_get_said_by (response));
  assert_null (scrutiny_response_get_on (response));
}

static void
may_answer_a_request (void **state)
{
  g_autoptr (ScrutinyResponse) said =
      scrutiny_response_new_to_request ("rows-1", "Here they are.", "Director", "2025-06-03");
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_copy_with (said, "reference", "Annex B", NULL);

  (void) state;
  assert_string_equal (scrutiny_response_get_request_id (response), "rows-1");
  assert_string_equal (scrutiny_response_get_finding_id (response), "");
  assert_string_equal (scrutiny_response_get_text (response), "Here they are.");
  assert_string_equal (scrutiny_response_get_said_by (response), "Director");
  assert_string_equal (scrutiny_response_get_on (response), "2025-06-03");
  assert_string_equal (scrutiny_response_get_reference (response), "Annex B");
  assert_null (scrutiny_response_get_reference (said));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_was_answered),
    cmocka_unit_test (may_answer_for_the_pack),
    cmocka_unit_test (may_answer_a_request),
  };

  return cmocka_run_group_tests_name ("response", tests, NULL, NULL);
}
