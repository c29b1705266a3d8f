/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

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

static void
says_when_it_was_asked_and_of_what (void **state)
{
  g_autoptr (ScrutinyRequest) bare = scrutiny_request_new ("rows", NULL, NULL);
  g_autoptr (ScrutinyRequest) named = scrutiny_request_copy_with (bare, "id", "rows-1", NULL);
  g_autoptr (ScrutinyRequest) dated =
      scrutiny_request_copy_with (named, "asked_on", "2025-03-12", NULL);
  g_autoptr (ScrutinyRequest) asked = scrutiny_request_copy_with (dated, "about", "a\nb", NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_request_get_id (bare));
  assert_null (scrutiny_request_get_asked_on (bare));
  assert_null (scrutiny_request_get_about (bare));
  assert_string_equal (scrutiny_request_get_id (asked), "rows-1");
  assert_string_equal (scrutiny_request_get_asked_on (asked), "2025-03-12");
  assert_string_equal (scrutiny_request_get_about (asked), "a\nb");
  assert_null (scrutiny_request_copy_with (asked, "polarity", "up", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

static const struct row {
  const char *label, *state;
  gboolean is_outstanding;
} rows[] = {
  { "open", "open", TRUE },
  { "a part came", "partly-received", TRUE },
  { "it came", "received", FALSE },
  { "refused", "refused", FALSE },
  { "withdrawn", "withdrawn", FALSE },
};

static void
is_outstanding_until_it_came (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyRequest) asked = scrutiny_request_new ("rows", NULL, NULL);
  g_autoptr (ScrutinyRequest) now = scrutiny_request_copy_with_state (asked, row->state, NULL);

  assert_int_equal (scrutiny_request_is_outstanding (now), row->is_outstanding);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 3];
  size_t n =
      add_rows (tests, is_outstanding_until_it_came, rows, G_N_ELEMENTS (rows), sizeof *rows);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_open_until_something_comes);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_the_states_there_are);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_when_it_was_asked_and_of_what);

  return cmocka_run_group_tests_name ("request", tests, NULL, NULL);
}
