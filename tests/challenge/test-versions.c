/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/versions.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "support/near.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

#define MOST 14

static ScrutinyTable *
with_numbers (ScrutinyTable *table, const char *name, const double *values, gsize n)
{
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static ScrutinyTable *
table_new (const double *first, const double *last, gsize n)
{
  return with_numbers (with_numbers (scrutiny_table_new (), "first", first, n), "last", last, n);
}

static char *
dup_said (ScrutinyVersions *versions)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (versions));
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (said, "%s%s%s", i ? " " : "", statement,
                            question && *question ? " ?" : "");
  }

  return g_string_free (said, FALSE);
}

/* By NumPy and SciPy, as in the kernel's test. */
static const struct known {
  const char *label;
  gsize n;
  double first[MOST], last[MOST];
  const char *said;
} known[] = {
  { "eight of them",
    8,
    { 80, 82, 79, 85, 81, 83, 78, 84 },
    { 81, 84, 79.5, 85, 83, 84, 77, 86 },
    "7 of 8 figures differ between “first” and “last”: by 1.19 on average over all, at most by 2 "
    "(row 2). ? On average “last” is 1.011 times “first” (between 1.000 and 1.023, from 8 "
    "figures). ?" },
  { "they agree",
    2,
    { 1, 2 },
    { 1, 2 },
    "“first” and “last” agree in all 2 figures that both have." },
  { "always one way",
    7,
    { 10, 10, 10, 10, 10, 10, 10 },
    { 11, 12, 11, 12, 11, 12, 10 },
    "6 of 7 figures differ between “first” and “last”: by 1.29 on average over all, at most by 2 "
    "(row 2). ? 6 of the 6 that differ rose. Where either way is as likely, so many go one way in "
    "1 of 32 such sets. ? On average “last” is 1.126 times “first” (between 1.058 and 1.200, from "
    "7 "
    "figures). ?" },
  { "five are too few for that",
    5,
    { 10, 10, 10, 10, 10 },
    { 9, 8, 9, 8, 9 },
    "5 of 5 figures differ between “first” and “last”: by 1.4 on average over all, at most by -2 "
    "(row 2). ? On average “last” is 0.859 times “first” (between 0.792 and 0.930, from 5 "
    "figures). ?" },
  { "no ratio to nothing",
    2,
    { 0, 2 },
    { 1, 2 },
    "1 of 2 figures differs between “first” and “last”: by 0.5 on average over all, at most by 1 "
    "(row 1). ?" },
};

static void
sets_side_by_side (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTable) table = table_new (row->first, row->last, row->n);
  g_autoptr (ScrutinyVersions) versions = scrutiny_versions_new (table, "first", "last", NULL);
  g_autofree char *said = dup_said (versions);

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (versions)));
  assert_string_equal (said, row->said);
}

/* What comes later adds to the first by something that has nothing to do with it. */
static void
tells_how_they_go_together (void **state)
{
  static const double added[] = { 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1, 1 };
  double first[12], last[12];

  for (gsize i = 0; i < 12; i++) {
    first[i] = 50 + (double) (i % 4 < 2 ? i / 4 * 2 + i % 2 : i / 4 * 2 + i % 2);
    last[i] = first[i] + added[i];
  }
  g_autoptr (ScrutinyTable) table = table_new (first, last, 12);
  g_autoptr (ScrutinyTable) fewer = table_new (first, last, 11);
  g_autoptr (ScrutinyVersions) versions = scrutiny_versions_new (table, "first", "last", NULL);
  g_autoptr (ScrutinyVersions) few = scrutiny_versions_new (fewer, "first", "last", NULL);
  g_autofree char *said = dup_said (versions);
  g_autofree char *said_of_few = dup_said (few);

  assert_non_null (strstr (said, "goes with “first” by 0.00 and with “last” by 0.51"));
  assert_null (strstr (said_of_few, "goes with"));
  assert_near (scrutiny_versions_get_mean (versions), 0, 1e-15);
  assert_near (scrutiny_versions_get_mean_size (versions), 1, 1e-15);
}

static void
cannot_tell_without_pairs (void **state)
{
  static const double one[] = { 1, NAN }, other[] = { NAN, 1 };
  g_autoptr (ScrutinyTable) table = table_new (one, other, 2);
  g_autoptr (ScrutinyVersions) versions = scrutiny_versions_new (table, "first", "last", NULL);
  g_autoptr (ScrutinyVersions) bare = g_object_new (SCRUTINY_TYPE_VERSIONS, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (versions)));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_int_equal (scrutiny_versions_get_n_pairs (versions), 0);
  assert_true (isnan (scrutiny_versions_get_ratio (versions)));
  assert_non_null (strstr (json, "\"mean\":null"));
}

static void
refuses (void **state)
{
  static const double one[] = { 1, 2 };
  g_autoptr (ScrutinyTable) numbers = table_new (one, one, 2);
  g_autoptr (ScrutinyTable) table = scrutiny_table_copy_with_texts (
      numbers, "text", (const char *const[]){ "a", "b", NULL }, NULL);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_versions_new (table, "first", "final", &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_null (scrutiny_versions_new (table, "text", "last", &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_MISMATCH);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = add_rows (tests, sets_side_by_side, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_how_they_go_together);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cannot_tell_without_pairs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("challenge/versions", tests, NULL, NULL);
}
