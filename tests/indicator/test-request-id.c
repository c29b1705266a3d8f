/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/request-id.h"

#include "support/rows.h"

/* The digits are the first of the text's SHA-256, as sha256sum gives them. */
static const struct row {
  const char *label, *what, *id;
} rows[] = {
  { "five words at most", "The last two years by month", "the-last-two-years-by-7caf98" },
  { "the full stop at the end is none of it", "The last two years by month.",
    "the-last-two-years-by-7caf98" },
  { "nothing but letters and figures", "Days 1-2: “help”, <b>", "days-1-2-help-b-4f20f1" },
  { "no letter of ours", "ما يلزم", "request-3b0945" },
  { "nothing", "", "request-e3b0c4" },
};

static void
gives_what_is_asked_an_id (void **state)
{
  const struct row *row = *state;
  g_autofree char *id = request_id_new (row->what);
  g_autoptr (ScrutinyRequest) request = scrutiny_request_new (row->what, "x", "y");
  g_autofree char *own = request_id_dup (request);

  assert_string_equal (id, row->id);
  assert_string_equal (own, row->id);
}

static const struct kin {
  const char *label, *id;
  gboolean is_of;
} kins[] = {
  { "the same", "rows-1f", TRUE },
  { "the same of further figures", "rows-1f-2", TRUE },
  { "longer by something else", "rows-1fa", FALSE },
  { "a number with a letter", "rows-1f-2b", FALSE },
  { "a dash alone", "rows-1f-", FALSE },
  { "shorter", "rows", FALSE },
};

static void
knows_what_is_asked_of_further_figures (void **state)
{
  const struct kin *row = *state;

  assert_int_equal (request_id_is_of (row->id, "rows-1f"), row->is_of);
}

/* Ids may hold anything; one with a line break is a line nevertheless. */
static void
names_whatever_is_an_id (void **state)
{
  g_autoptr (GString) about = g_string_new (NULL);

  (void) state;
  request_about_add (about, "a/~\"b");
  request_about_add (about, "c\nd");
  assert_string_equal (about->str, "a/~\"b\nc d");
  assert_true (request_about_names (about->str, "a/~\"b"));
  assert_true (request_about_names (about->str, "c\nd"));
  assert_true (request_about_names (about->str, ""));
  assert_false (request_about_names (about->str, "c"));
  assert_false (request_about_names (NULL, "a"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (kins) + 1];
  size_t n = add_rows (tests, gives_what_is_asked_an_id, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, knows_what_is_asked_of_further_figures, kins, G_N_ELEMENTS (kins),
                 sizeof *kins);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_whatever_is_an_id);

  return cmocka_run_group_tests_name ("indicator/request-id", tests, NULL, NULL);
}
