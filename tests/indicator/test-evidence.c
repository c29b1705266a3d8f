/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/evidence.h>

static void
holds_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyEvidence) evidence =
      scrutiny_evidence_new ("Staff survey 2024, question 7", "2024-11");

  assert_string_equal (scrutiny_evidence_get_reference (evidence), "Staff survey 2024, question 7");
  assert_string_equal (scrutiny_evidence_get_date (evidence), "2024-11");
  assert_null (scrutiny_evidence_get_kind (evidence));
}

static void
supports_unless_it_says_otherwise (void **state)
{
  g_autoptr (ScrutinyEvidence) one = scrutiny_evidence_new ("Re-referrals 2024", NULL);
  g_autoptr (ScrutinyEvidence) other =
      scrutiny_evidence_copy_with (one, "bearing", "contradicts", NULL);

  assert_string_equal (scrutiny_evidence_get_bearing (one), "supports");
  assert_string_equal (scrutiny_evidence_get_bearing (other), "contradicts");
  assert_null (scrutiny_evidence_get_date (other));
  assert_null (scrutiny_evidence_get_grade (other));
}

static void
holds_a_grade_in_somebody_s_words (void **state)
{
  g_autoptr (ScrutinyEvidence) one = scrutiny_evidence_new ("Re-referrals 2024", NULL);
  g_autoptr (ScrutinyEvidence) graded =
      scrutiny_evidence_copy_with (one, "grade", "61 of 84 asked; the chair: weak", NULL);

  assert_string_equal (scrutiny_evidence_get_grade (graded), "61 of 84 asked; the chair: weak");
  assert_string_equal (scrutiny_evidence_get_bearing (graded), "supports");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_it_was_given),
    cmocka_unit_test (supports_unless_it_says_otherwise),
    cmocka_unit_test (holds_a_grade_in_somebody_s_words),
  };

  return cmocka_run_group_tests_name ("evidence", tests, NULL, NULL);
}
