/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/text-record.h"
#include "support/rows.h"

#include <scrutiny/error.h>
#include <scrutiny/evidence.h>

static const struct changed {
  const char *label;
  const char *property;
  const char *value;
  const char *reference, *date, *kind, *bearing; /* afterwards */
} changed[] = {
  { "first text", "reference", "Audit 2", "Audit 2", "2024-11", NULL, "supports" },
  { "text that was empty", "kind", "survey", "Audit 1", "2024-11", "survey", "supports" },
  { "text becomes nothing", "date", NULL, "Audit 1", NULL, NULL, "supports" },
  { "nothing is one thing", "date", "", "Audit 1", NULL, NULL, "supports" },
  { "nothing becomes the empty text", "reference", NULL, "", "2024-11", NULL, "supports" },
  { "one of the choices", "bearing", "contradicts", "Audit 1", "2024-11", NULL, "contradicts" },
  { "nothing becomes the first choice", "bearing", NULL, "Audit 1", "2024-11", NULL, "supports" },
  { "Welsh", "kind", "arolwg tŷ", "Audit 1", "2024-11", "arolwg tŷ", "supports" },
};

static void
same_text (const char *got, const char *want)
{
  if (want)
    assert_string_equal (got, want);
  else
    assert_null (got);
}

static void
copies_with_one_thing_changed (void **state)
{
  const struct changed *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyEvidence) before = scrutiny_evidence_new ("Audit 1", "2024-11");
  g_autoptr (ScrutinyEvidence) after =
      scrutiny_evidence_copy_with (before, row->property, row->value, &error);

  assert_null (error);
  same_text (scrutiny_evidence_get_reference (after), row->reference);
  same_text (scrutiny_evidence_get_date (after), row->date);
  same_text (scrutiny_evidence_get_kind (after), row->kind);
  same_text (scrutiny_evidence_get_bearing (after), row->bearing);
  assert_string_equal (scrutiny_evidence_get_reference (before), "Audit 1");
}

static const struct refused {
  const char *label;
  const char *property;
  const char *value;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "refuses a property there is not", "colour", "red", SCRUTINY_ERROR_NOT_FOUND,
    "Evidence: “colour” is not one of its properties; there are reference, date, kind, bearing, "
    "grade" },
  { "refuses the start of a name", "refer", "x", SCRUTINY_ERROR_NOT_FOUND,
    "Evidence: “refer” is not one of its properties; there are reference, date, kind, bearing, "
    "grade" },
  { "refuses more than a name", "dated", "x", SCRUTINY_ERROR_NOT_FOUND,
    "Evidence: “dated” is not one of its properties; there are reference, date, kind, bearing, "
    "grade" },
  { "refuses what is not a choice", "bearing", "proves", SCRUTINY_ERROR_UNREADABLE,
    "Evidence, bearing: “proves” is not one of supports, contradicts, neutral" },
  { "refuses bytes", "kind", "caf\xe9", SCRUTINY_ERROR_UNREADABLE,
    "Evidence, kind: “caf\xef\xbf\xbd” is not UTF-8 text; convert it first" },
};

static void
refuses_and_says_what_there_is (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyEvidence) before = scrutiny_evidence_new ("Audit 1", NULL);

  assert_null (scrutiny_evidence_copy_with (before, row->property, row->value, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

/* Every object made of texts is valid when bindings make it behind our back. */
static void
is_valid_when_bare (void **state)
{
  g_autoptr (GObject) bare = g_object_new (SCRUTINY_TYPE_EVIDENCE, NULL);
  g_autofree char *reference = NULL;
  g_autofree char *date = NULL;
  g_autofree char *bearing = NULL;

  g_object_get (bare, "reference", &reference, "date", &date, "bearing", &bearing, NULL);
  assert_string_equal (reference, "");
  assert_null (date);
  assert_string_equal (bearing, "supports");
}

static void
reads_as_properties (void **state)
{
  g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new ("Audit 1", "2024-11");
  g_autofree char *reference = NULL;
  g_autofree char *date = NULL;

  g_object_get (evidence, "reference", &reference, "date", &date, NULL);
  assert_string_equal (reference, "Audit 1");
  assert_string_equal (date, "2024-11");
}

static void
makes_bytes_text (void **state)
{
  g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new ("caf\xe9", NULL);

  assert_string_equal (scrutiny_evidence_get_reference (evidence), "caf\xef\xbf\xbd");
}

int
main (void)
{
  struct CMUnitTest tests[3 + G_N_ELEMENTS (changed) + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (reads_as_properties),
    cmocka_unit_test (makes_bytes_text),
  };
  size_t n = 3;

  n += add_rows (tests + n, copies_with_one_thing_changed, changed, G_N_ELEMENTS (changed),
                 sizeof *changed);
  n += add_rows (tests + n, refuses_and_says_what_there_is, refused, G_N_ELEMENTS (refused),
                 sizeof *refused);

  assert_int_equal (n, G_N_ELEMENTS (tests));
  return cmocka_run_group_tests_name ("text-record", tests, NULL, NULL);
}
