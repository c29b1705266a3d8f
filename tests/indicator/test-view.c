/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/error.h>
#include <scrutiny/view.h>

static void
holds_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyView) view =
      scrutiny_view_new ("Neighbours", "against", "The road is full already", NULL);
  g_autoptr (ScrutinyView) dated = scrutiny_view_copy_with (view, "on", "2024-03-14", NULL);
  g_autoptr (ScrutinyView) found = scrutiny_view_copy_with (dated, "source", "minute 62", NULL);

  assert_string_equal (scrutiny_view_get_party (found), "Neighbours");
  assert_string_equal (scrutiny_view_get_way (found), "against");
  assert_string_equal (scrutiny_view_get_words (found), "The road is full already");
  assert_string_equal (scrutiny_view_get_on (found), "2024-03-14");
  assert_string_equal (scrutiny_view_get_source (found), "minute 62");
  assert_null (scrutiny_view_get_on (view));
}

static void
is_undecided_unless_it_says_otherwise (void **state)
{
  g_autoptr (ScrutinyView) view = scrutiny_view_new ("Survivors", NULL, NULL, NULL);
  g_autoptr (ScrutinyView) bare = g_object_new (SCRUTINY_TYPE_VIEW, NULL);

  assert_string_equal (scrutiny_view_get_way (view), "undecided");
  assert_string_equal (scrutiny_view_get_way (bare), "undecided");
  assert_string_equal (scrutiny_view_get_party (bare), "");
  assert_null (scrutiny_view_get_words (bare));
}

static void
refuses_a_way_that_is_none (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_view_new ("Neighbours", "sideways", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "View, way: “sideways” is not one of for, against, higher, "
                                       "lower, undecided");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_it_was_given),
    cmocka_unit_test (is_undecided_unless_it_says_otherwise),
    cmocka_unit_test (refuses_a_way_that_is_none),
  };

  return cmocka_run_group_tests_name ("view", tests, NULL, NULL);
}
