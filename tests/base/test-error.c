/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>

#include "base/error-private.h"
#include "support/near.h"

static GError *
make_error (void)
{
  GError *error = NULL;

  scrutiny_set_error_at (&error, SCRUTINY_ERROR_UNREADABLE, 14, "Actual", "<5",
                         "%s, row %d: “%s” hides a count", "q4.csv", 14, "<5");
  return error;
}

static void
names_the_cell_it_speaks_of (void **state)
{
  g_autoptr (GError) error = make_error ();

  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "q4.csv, row 14: “<5” hides a count");
  assert_int_equal (scrutiny_error_get_row (error), 14);
  assert_string_equal (scrutiny_error_get_column (error), "Actual");
  assert_string_equal (scrutiny_error_get_value (error), "<5");
}

static void
keeps_its_place_in_a_copy (void **state)
{
  GError *error = make_error ();
  g_autoptr (GError) copy = g_error_copy (error);

  g_error_free (error);
  assert_int_equal (scrutiny_error_get_row (copy), 14);
  assert_string_equal (scrutiny_error_get_column (copy), "Actual");
  assert_string_equal (scrutiny_error_get_value (copy), "<5");
}

static void
keeps_its_place_behind_a_prefix (void **state)
{
  GError *inner = make_error ();
  g_autoptr (GError) outer = NULL;

  g_propagate_prefixed_error (&outer, inner, "council.zip: ");
  assert_string_equal (outer->message, "council.zip: q4.csv, row 14: “<5” hides a count");
  assert_int_equal (scrutiny_error_get_row (outer), 14);
}

static void
has_no_place_when_none_was_given (void **state)
{
  g_autoptr (GError) error = g_error_new (SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT, "too long");

  assert_int_equal (scrutiny_error_get_row (error), 0);
  assert_null (scrutiny_error_get_column (error));
  assert_null (scrutiny_error_get_value (error));
}

/* Reading the private part of an error of another domain would read beyond it. */
static void
has_no_place_when_it_is_of_another_domain (void **state)
{
  g_autoptr (GError) error = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "not there");

  assert_int_equal (scrutiny_error_get_row (error), 0);
  assert_null (scrutiny_error_get_column (error));
  assert_null (scrutiny_error_get_value (NULL));
}

static void
is_not_made_when_nobody_asked (void **state)
{
  scrutiny_set_error_at (NULL, SCRUTINY_ERROR_UNREADABLE, 1, "a", "b", "%s", "c");
}

static void
has_a_code_for_each_member_of_the_enumeration (void **state)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (SCRUTINY_TYPE_ERROR);

  assert_int_equal (codes->n_values, SCRUTINY_ERROR_NOT_BUILT + 1);
  assert_string_equal (g_enum_get_value (codes, SCRUTINY_ERROR_OUT_OF_RANGE)->value_nick,
                       "out-of-range");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (names_the_cell_it_speaks_of),
    cmocka_unit_test (keeps_its_place_in_a_copy),
    cmocka_unit_test (keeps_its_place_behind_a_prefix),
    cmocka_unit_test (has_no_place_when_none_was_given),
    cmocka_unit_test (has_no_place_when_it_is_of_another_domain),
    cmocka_unit_test (is_not_made_when_nobody_asked),
    cmocka_unit_test (has_a_code_for_each_member_of_the_enumeration),
  };

  return cmocka_run_group_tests_name ("base/error", tests, NULL, NULL);
}
