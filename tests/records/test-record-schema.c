/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-schema.h"

#include "support/rows.h"

static const char *const names[] = { "Ward", "ward", "Opened", "Élan" };

static const struct known {
  const char *label;
  const char *name;
  guint column;
} known[] = {
  { "as published", "Ward", 0 },
  { "as published, beside another in capitals", "ward", 1 },
  { "two differ in case alone", "WARD", RECORD_NO_COLUMN },
  { "one differs in case alone", "OPENED", 2 },
  { "letters beyond ASCII", "élan", 3 },
  { "not there", "Closed", RECORD_NO_COLUMN },
  { "empty", "", RECORD_NO_COLUMN },
};

static void
finds_known_column (void **state)
{
  const struct known *row = *state;
  g_autoptr (RecordSchema) schema = record_schema_new (names, G_N_ELEMENTS (names));

  assert_int_equal (record_schema_find (schema, row->name), row->column);
}

static void
names_its_columns (void **state)
{
  g_autoptr (RecordSchema) schema = record_schema_new (names, 2);
  g_autofree char *said = record_schema_dup_names (schema);

  assert_string_equal (said, "“Ward”, “ward”");
}

static void
counts_names_beyond_twenty (void **state)
{
  const char *many[23];
  g_autoptr (RecordSchema) schema = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = "x";
  schema = record_schema_new (many, G_N_ELEMENTS (many));
  said = record_schema_dup_names (schema);

  assert_true (g_str_has_suffix (said, "“x” and 3 more"));
}

static void
knows_kinds_by_name (void **state)
{
  for (guint i = RECORD_TEXT; i <= RECORD_TRUTH; i++) {
    RecordKind kind;

    assert_true (record_kind_from_name (record_kind_get_name ((RecordKind) i), &kind));
    assert_int_equal (kind, i);
  }
  assert_false (record_kind_from_name ("Number", &(RecordKind){ RECORD_TEXT }));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = add_rows (tests, finds_known_column, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_its_columns);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_names_beyond_twenty);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_kinds_by_name);

  return cmocka_run_group_tests_name ("records/record-schema", tests, NULL, NULL);
}
