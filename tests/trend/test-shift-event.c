/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-event.h"

#include <scrutiny/error.h>

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

/* Twelve months from January 2024, a change that dates from April to June. */
static const struct known {
  const char *label, *event, *when, *text;
  gboolean is_at;
} known[] = {
  { "the first month", "2024-04 new team", "2024-04", "new team", TRUE },
  { "the last", "2024-06 new team", "2024-06", "new team", TRUE },
  { "the month before", "2024-03 new team", "2024-03", "new team", FALSE },
  { "the month after", "2024-07 new team", "2024-07", "new team", FALSE },
  { "a day", "2024-06-30 new team", "2024-06-30", "new team", TRUE },
  { "a day outside", "2024-07-01 new team", "2024-07-01", "new team", FALSE },
  { "a span that reaches in", "2023-11..2024-04 moving house", "2023-11..2024-04", "moving house",
    TRUE },
  { "a span that ends before", "2023-11..2024-03 moving house", "2023-11..2024-03", "moving house",
    FALSE },
  { "a row", "@4 new team", "@4", "new team", TRUE },
  { "words of a date", "April 2024 new team", "April 2024", "new team", TRUE },
  { "no words", " 2024-05 ", "2024-05", "2024-05", TRUE },
  { "long before the series", "1999 new law", "1999", "new law", FALSE },
  { "a year around it", "2024 new law", "2024", "new law", TRUE },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-01", 12, NULL);
  const char *const texts[] = { row->event, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = shift_events_read (months, texts, &error);
  const FoundShift shift = { .at = 4, .earliest = 3, .latest = 5 };

  if (error)
    print_error ("%s\n", error->message);
  assert_non_null (events);
  const ShiftEvent *event = events->pdata[0];
  assert_string_equal (event->when, row->when);
  assert_string_equal (event->text, row->text);
  assert_int_equal (shift_event_is_at (event, months, &shift), row->is_at);
}

static void
refuses_what_has_no_date (void **state)
{
  static const char *const texts[] = { "", "new team", "2024-13 new team", "2024-06..2024-01 x",
                                       "@99 new team" };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-01", 12, NULL);

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (texts); k++) {
    const char *const asked[] = { "2024-01 fine", texts[k], NULL };
    g_autoptr (GError) error = NULL;
    assert_null (shift_events_read (months, asked, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
    assert_non_null (strstr (error->message, "does not begin with a date"));
  }
}

static void
takes_none (void **state)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-01", 12, NULL);
  g_autoptr (GPtrArray) events = shift_events_read (months, NULL, NULL);

  (void) state;
  assert_int_equal (events->len, 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_has_no_date);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_none);

  return cmocka_run_group_tests_name ("trend/shift-event", tests, NULL, NULL);
}
