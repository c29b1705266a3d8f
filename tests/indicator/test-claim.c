/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/claim.h>
#include <scrutiny/error.h>

static void
holds_what_was_said (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyClaim) claim = scrutiny_claim_new (
      "target", "90", "Cabinet, 14 March 2024, minute 62", "2024-03-14", &error);

  assert_null (error);
  assert_string_equal (scrutiny_claim_get_about (claim), "target");
  assert_string_equal (scrutiny_claim_get_text (claim), "90");
  assert_string_equal (scrutiny_claim_get_said_by (claim), "Cabinet, 14 March 2024, minute 62");
  assert_string_equal (scrutiny_claim_get_on (claim), "2024-03-14");
  assert_null (scrutiny_claim_get_source (claim));
  assert_null (scrutiny_claim_get_from (claim));
  assert_null (scrutiny_claim_get_until (claim));
}

static void
may_come_from_nobody (void **state)
{
  g_autoptr (ScrutinyClaim) claim = scrutiny_claim_new ("direction", "", NULL, NULL, NULL);

  assert_string_equal (scrutiny_claim_get_text (claim), "");
  assert_null (scrutiny_claim_get_said_by (claim));
  assert_null (scrutiny_claim_get_on (claim));
}

static void
is_about_something (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_claim_new ("", "90", NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message,
                       "Claim: it is about nothing; say target, status, direction or choice");
}

static void
is_dated_by_copies (void **state)
{
  g_autoptr (ScrutinyClaim) one = scrutiny_claim_new ("target", "90", NULL, NULL, NULL);
  g_autoptr (ScrutinyClaim) two = scrutiny_claim_copy_with (one, "from", "2024-04", NULL);
  g_autoptr (ScrutinyClaim) three = scrutiny_claim_copy_with (two, "until", "2025-03", NULL);
  g_autoptr (ScrutinyClaim) four = scrutiny_claim_copy_with (three, "said_by", "Cabinet", NULL);
  g_autoptr (ScrutinyClaim) five = scrutiny_claim_copy_with (four, "source", "Minutes", NULL);

  assert_string_equal (scrutiny_claim_get_from (five), "2024-04");
  assert_string_equal (scrutiny_claim_get_until (five), "2025-03");
  assert_string_equal (scrutiny_claim_get_said_by (five), "Cabinet");
  assert_string_equal (scrutiny_claim_get_source (five), "Minutes");
  assert_null (scrutiny_claim_get_from (one));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_was_said),
    cmocka_unit_test (may_come_from_nobody),
    cmocka_unit_test (is_about_something),
    cmocka_unit_test (is_dated_by_copies),
  };

  return cmocka_run_group_tests_name ("claim", tests, NULL, NULL);
}
