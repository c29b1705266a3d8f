/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include "indicator/definition-private.h"

static void
remembers_what_it_came_from (void **state)
{
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new ("Assessed within 45 days");
  g_autoptr (ScrutinyDefinition) two = scrutiny_definition_copy_with (one, "version", "2", NULL);
  g_autoptr (ScrutinyDefinition) three =
      scrutiny_definition_copy_with (two, "exclusions", "re-opened cases", NULL);

  assert_null (scrutiny_definition_get_came_from (one));
  assert_ptr_equal (scrutiny_definition_get_came_from (two), one);
  assert_ptr_equal (scrutiny_definition_get_came_from (three), two);
  assert_null (scrutiny_definition_get_exclusions (two));
  assert_string_equal (scrutiny_definition_get_exclusions (three), "re-opened cases");
  assert_string_equal (scrutiny_definition_get_version (three), "2");
  assert_string_equal (scrutiny_definition_get_text (three), "Assessed within 45 days");
}

static void
a_refused_copy_is_none (void **state)
{
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new ("Assessed within 45 days");
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_definition_copy_with (one, "colour", "x", &error));
  assert_string_equal (error->message,
                       "Definition: “colour” is not one of its properties; there are text, "
                       "numerator, denominator, exclusions, version, from, until");
}

static void
is_read_as_it_was_written (void **state)
{
  g_autoptr (ScrutinyDefinition) read = scrutiny_definition_new_from_texts (&(DefinitionTexts){
      .text = "a",
      .numerator = "b",
      .denominator = "c",
      .exclusions = "d",
      .version = "e",
      .from = "2024-04",
      .until = "2025-03",
  });

  assert_string_equal (scrutiny_definition_get_text (read), "a");
  assert_string_equal (scrutiny_definition_get_numerator (read), "b");
  assert_string_equal (scrutiny_definition_get_denominator (read), "c");
  assert_string_equal (scrutiny_definition_get_exclusions (read), "d");
  assert_string_equal (scrutiny_definition_get_version (read), "e");
  assert_string_equal (scrutiny_definition_get_from (read), "2024-04");
  assert_string_equal (scrutiny_definition_get_until (read), "2025-03");
  assert_null (scrutiny_definition_get_came_from (read));
}

static void
may_say_nothing (void **state)
{
  g_autoptr (ScrutinyDefinition) read =
      scrutiny_definition_new_from_texts (&(DefinitionTexts){ 0 });

  assert_string_equal (scrutiny_definition_get_text (read), "");
  assert_null (scrutiny_definition_get_numerator (read));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (remembers_what_it_came_from),
    cmocka_unit_test (a_refused_copy_is_none),
    cmocka_unit_test (is_read_as_it_was_written),
    cmocka_unit_test (may_say_nothing),
  };

  return cmocka_run_group_tests_name ("definition", tests, NULL, NULL);
}
