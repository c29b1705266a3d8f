/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/look-back.h"

#include "base/columns-builder.h"
#include "base/period-days.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 8

typedef struct {
  const char *key, *date;
} Row;

static ScrutinyTable *
table_of (const Row *rows, gboolean as_numbers)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < MOST && rows[i].date; i++) {
    if (as_numbers)
      columns_builder_add_number (builder, "child", g_ascii_strtod (rows[i].key, NULL));
    else
      columns_builder_add_text (builder, "child", rows[i].key);
    columns_builder_add_text (builder, "date", rows[i].date);
  }

  return columns_builder_end (builder);
}

static gint64
day_of (const char *text)
{
  PeriodDays days;

  assert_true (period_parse_days (text, strlen (text), &days));

  return days.first;
}

/* Asked on 1 April 2024, with 30 days for the first part of the time since. */
static LookBackAsked
asked_of (guint days)
{
  return (LookBackAsked){ days, day_of ("2024-04-01"), day_of ("2024-05-01") };
}

/* By hand. */
static const struct known {
  const char *label;
  guint days;
  Row all[MOST], counted[MOST];
  LookBack want; /* n before, found, n since, found, n first, of earlier */
} known[] = {
  { "one before, one since",
    365,
    { { "1", "2023-06-01" }, { "1", "2023-09-01" } },
    { { "1", "2023-09-01" } },
    { 1, 1, 0, 0, 0, 0 } },
  { "the earlier one is not in the rows",
    365,
    { { "1", "2023-09-01" } },
    { { "1", "2023-09-01" } },
    { 1, 0, 0, 0, 0, 0 } },
  { "another child's does not count",
    365,
    { { "2", "2023-06-01" }, { "1", "2023-09-01" } },
    { { "1", "2023-09-01" } },
    { 1, 0, 0, 0, 0, 0 } },
  { "just within",
    10,
    { { "1", "2023-09-01" }, { "1", "2023-09-11" } },
    { { "1", "2023-09-11" } },
    { 1, 1, 0, 0, 0, 0 } },
  { "a day too long ago",
    10,
    { { "1", "2023-09-01" }, { "1", "2023-09-12" } },
    { { "1", "2023-09-12" } },
    { 1, 0, 0, 0, 0, 0 } },
  { "the same day is not earlier",
    365,
    { { "1", "2023-09-01" }, { "1", "2023-09-01" } },
    { { "1", "2023-09-01" } },
    { 1, 0, 0, 0, 0, 0 } },
  { "of work before the date",
    365,
    { { "1", "2024-03-31" }, { "1", "2024-04-01" } },
    { { "1", "2024-04-01" } },
    { 0, 0, 1, 1, 1, 1 } },
  { "of work since the date",
    365,
    { { "1", "2024-04-01" }, { "1", "2024-04-30" } },
    { { "1", "2024-04-30" } },
    { 0, 0, 1, 1, 1, 0 } },
  { "after the first part",
    365,
    { { "1", "2024-03-31" }, { "1", "2024-05-01" } },
    { { "1", "2024-05-01" } },
    { 0, 0, 1, 1, 0, 0 } },
  { "the latest of several earlier ones, in any order",
    365,
    { { "1", "2024-04-20" }, { "1", "2024-04-10" }, { "1", "2024-03-01" } },
    { { "1", "2024-04-20" } },
    { 0, 0, 1, 1, 1, 0 } },
  { "a row without a date, or a child, is let be",
    365,
    { { "1", "2024-03-01" }, { "1", "" }, { "1", "2024-04-20" } },
    { { "1", "" }, { "1", "2024-04-20" } },
    { 0, 0, 1, 1, 1, 1 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const LookBackAsked asked = asked_of (row->days);

  for (int as_numbers = 0; as_numbers < 2; as_numbers++) {
    g_autoptr (ScrutinyTable) all = table_of (row->all, as_numbers);
    g_autoptr (ScrutinyTable) counted = table_of (row->counted, as_numbers);
    LookBack found;

    assert_true (look_back_count (&asked, all, counted, &found, NULL));
    assert_memory_equal (&found, &row->want, sizeof found);
  }
}

static void
names_what_is_no_date (void **state)
{
  const LookBackAsked asked = asked_of (365);
  const Row rows[MOST] = { { "1", "2024-03-01" }, { "1", "soon" } };
  g_autoptr (ScrutinyTable) table = table_of (rows, FALSE);
  g_autoptr (GError) error = NULL;
  LookBack found;

  (void) state;
  assert_false (look_back_count (&asked, table, table, &found, &error));
  assert_non_null (strstr (error->message, "“soon”"));
}

/* Rows whose child is not known have no child in common. */
static void
knows_nobody_by_a_missing_number (void **state)
{
  const LookBackAsked asked = asked_of (365);
  const Row rows[MOST] = { { "nan", "2024-03-01" }, { "nan", "2024-04-20" } };
  g_autoptr (ScrutinyTable) table = table_of (rows, TRUE);
  LookBack found;

  (void) state;
  assert_true (look_back_count (&asked, table, table, &found, NULL));
  assert_int_equal (found.n_before + found.n_since, 0);
}

static const struct told {
  const char *label;
  LookBack found;
  gboolean may_be;
} told[] = {
  { "many of all", { 237, 131, 367, 357, 76, 58 }, TRUE },
  { "none at all", { 0, 0, 0, 0, 0, 0 }, TRUE },
  { "all found", { 20, 20, 30, 30, 10, 10 }, TRUE },
  { "four before", { 4, 0, 30, 30, 10, 10 }, FALSE },
  { "four not found", { 20, 16, 30, 30, 10, 10 }, FALSE },
  { "four found since", { 20, 20, 30, 4, 0, 0 }, FALSE },
  { "four in the first part", { 20, 20, 30, 30, 4, 0 }, FALSE },
  { "four of these of later work", { 20, 20, 30, 30, 10, 6 }, FALSE },
  { "four after the first part", { 20, 20, 30, 30, 26, 26 }, FALSE },
  { "five are enough", { 5, 5, 10, 5, 5, 5 }, TRUE },
};

static void
tells_of_no_few (void **state)
{
  const struct told *row = *state;

  assert_int_equal (look_back_may_be_told (&row->found, 5), row->may_be);
  assert_true (look_back_may_be_told (&row->found, 1));
}

int
main (void)
{
  struct CMUnitTest tests[2 + LENGTH (known) + LENGTH (told)] = {
    cmocka_unit_test (names_what_is_no_date),
    cmocka_unit_test (knows_nobody_by_a_missing_number),
  };
  size_t n = 2;

  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  add_rows (tests + n, tells_of_no_few, told, LENGTH (told), sizeof *told);

  return cmocka_run_group_tests_name ("challenge/look-back", tests, NULL, NULL);
}
