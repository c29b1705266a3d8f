/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/finding-list.h"
#include "support/near.h"

static GPtrArray *
list_of_one (ScrutinyMethod *method, const char *request)
{
  GPtrArray *findings = finding_list_new ();
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) 3);
  finding_list_add (findings, method, "mix.mix", "{n} parts.", "Which?", request, &facts);

  return findings;
}

static void
says_asks_and_requests (void **state)
{
  g_autoptr (ScrutinyMethod) method =
      scrutiny_method_new ("mix", "1", g_variant_new_parsed ("@a{sv} {}"), "definition", NULL);
  g_autoptr (GPtrArray) findings = list_of_one (method, "The counts of {n} parts.");
  ScrutinyFinding *finding = findings->pdata[0];
  g_autofree char *said = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *asked = scrutiny_finding_dup_question (finding, NULL);
  g_autofree char *wanted = scrutiny_finding_dup_request (finding, NULL);

  assert_int_equal (findings->len, 1);
  assert_string_equal (scrutiny_finding_get_id (finding), "mix.mix");
  assert_string_equal (said, "3 parts.");
  assert_string_equal (asked, "Which?");
  assert_string_equal (wanted, "The counts of 3 parts.");
  assert_ptr_equal (scrutiny_finding_get_method (finding), method);
}

static void
requests_nothing (void **state)
{
  g_autoptr (ScrutinyMethod) method =
      scrutiny_method_new ("mix", "1", g_variant_new_parsed ("@a{sv} {}"), "definition", NULL);
  g_autoptr (GPtrArray) findings = list_of_one (method, NULL);
  g_autofree char *wanted = scrutiny_finding_dup_request (findings->pdata[0], NULL);

  assert_null (wanted);
}

static void
copies_outlive_the_list (void **state)
{
  g_autoptr (ScrutinyMethod) method =
      scrutiny_method_new ("mix", "1", g_variant_new_parsed ("@a{sv} {}"), "definition", NULL);
  GPtrArray *findings = list_of_one (method, NULL);
  g_autoptr (GPtrArray) copy = finding_list_copy (findings);

  g_ptr_array_unref (findings);
  assert_int_equal (copy->len, 1);
  assert_string_equal (scrutiny_finding_get_id (copy->pdata[0]), "mix.mix");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (says_asks_and_requests),
    cmocka_unit_test (requests_nothing),
    cmocka_unit_test (copies_outlive_the_list),
  };

  return cmocka_run_group_tests_name ("base/finding-list", tests, NULL, NULL);
}
