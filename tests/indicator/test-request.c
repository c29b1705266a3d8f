/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/error.h>
#include <scrutiny/request.h>

static void
is_open_until_something_comes (void **state)
{
  g_autoptr (ScrutinyRequest) asked =
      scrutiny_request_new ("days to first help", "Director of Children’s Services", "12 June");
  g_autoptr (ScrutinyRequest) came = scrutiny_request_copy_with_state (asked, "received", NULL);

  assert_string_equal (scrutiny_request_get_what (came), "days to first help");
  assert_string_equal (scrutiny_request_get_of_whom (came), "Director of Children’s Services");
  assert_string_equal (scrutiny_request_get_by (came), "12 June");
  assert_string_equal (scrutiny_request_get_state (asked), "open");
  assert_string_equal (scrutiny_request_get_state (came), "received");
}

static void
knows_the_states_there_are (void **state)
{
  g_autoptr (ScrutinyRequest) asked = scrutiny_request_new ("the spreadsheet", NULL, NULL);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_request_get_of_whom (asked));
  assert_null (scrutiny_request_get_by (asked));
  assert_null (scrutiny_request_copy_with_state (asked, "done", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "Request, state: “done” is not one of open, received, "
                                       "partly-received, refused, withdrawn");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (is_open_until_something_comes),
    cmocka_unit_test (knows_the_states_there_are),
  };

  return cmocka_run_group_tests_name ("request", tests, NULL, NULL);
}
