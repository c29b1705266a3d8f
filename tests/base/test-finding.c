/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/finding-private.h"

#include <scrutiny/error.h>

#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static GVariant *
facts_new (void)
{
  return g_variant_new_parsed ("{'since': <'2024-04'>, 'before': <68.4>, 'after': <90.52>}");
}

static ScrutinyFinding *
shift_new (void)
{
  return scrutiny_finding_new (
      "trend.shift",
      "The level has been higher since {since:period}: {before:.1} before, {after:.1} after.",
      "What changed in the work in {since:period}?", facts_new (), NULL);
}

static void
says_what_it_was_given (void **state)
{
  g_autoptr (ScrutinyFinding) finding = shift_new ();
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *welsh = scrutiny_finding_dup_statement (finding, "cy");
  g_autofree char *question = scrutiny_finding_dup_question (finding, "en");

  assert_string_equal (scrutiny_finding_get_id (finding), "trend.shift");
  assert_string_equal (statement,
                       "The level has been higher since April 2024: 68.4 before, 90.5 after.");
  assert_string_equal (welsh, statement);
  assert_string_equal (question, "What changed in the work in April 2024?");
  assert_null (scrutiny_finding_dup_request (finding, NULL));
  assert_null (scrutiny_finding_get_subject (finding));
  assert_null (scrutiny_finding_get_method (finding));
  assert_int_equal (g_variant_n_children (scrutiny_finding_get_facts (finding)), 3);
}

static void
does_without_question_and_facts (void **state)
{
  g_autoptr (ScrutinyFinding) finding = scrutiny_finding_new ("a.b", "Nothing.", NULL, NULL, NULL);

  assert_null (scrutiny_finding_dup_question (finding, NULL));
  assert_int_equal (g_variant_n_children (scrutiny_finding_get_facts (finding)), 0);
}

static void
changes_one_thing_in_a_copy (void **state)
{
  g_autoptr (ScrutinyFinding) finding = shift_new ();
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new ("trend", "1", NULL, NULL, NULL);
  g_autoptr (ScrutinyFinding) named = scrutiny_finding_copy_with_subject (finding, "within-45");
  g_autoptr (ScrutinyFinding) reached = scrutiny_finding_copy_with_method (named, method);
  g_autoptr (ScrutinyFinding) asked =
      scrutiny_finding_copy_with_request (reached, "Bring the months before {since:period}.", NULL);
  g_autofree char *request = scrutiny_finding_dup_request (asked, NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (asked, NULL);

  assert_string_equal (request, "Bring the months before April 2024.");
  assert_string_equal (scrutiny_finding_get_subject (asked), "within-45");
  assert_string_equal (scrutiny_finding_get_id (asked), "trend.shift");
  assert_ptr_equal (scrutiny_finding_get_method (asked), method);
  assert_ptr_equal (scrutiny_finding_get_facts (asked), scrutiny_finding_get_facts (finding));
  assert_string_equal (statement,
                       "The level has been higher since April 2024: 68.4 before, 90.5 after.");
  assert_null (scrutiny_finding_get_subject (finding));
  assert_null (scrutiny_finding_get_method (named));
  assert_null (scrutiny_finding_dup_request (reached, NULL));
}

static void
takes_things_away_in_a_copy (void **state)
{
  g_autoptr (ScrutinyFinding) finding = shift_new ();
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new ("trend", "1", NULL, NULL, NULL);
  g_autoptr (ScrutinyFinding) named = scrutiny_finding_copy_with_subject (finding, "within-45");
  g_autoptr (ScrutinyFinding) reached = scrutiny_finding_copy_with_method (named, method);
  g_autoptr (ScrutinyFinding) asked = scrutiny_finding_copy_with_request (reached, "Bring.", NULL);
  g_autoptr (ScrutinyFinding) unnamed = scrutiny_finding_copy_with_subject (asked, NULL);
  g_autoptr (ScrutinyFinding) unreached = scrutiny_finding_copy_with_method (unnamed, NULL);
  g_autoptr (ScrutinyFinding) unasked = scrutiny_finding_copy_with_request (unreached, NULL, NULL);

  assert_null (scrutiny_finding_get_subject (unasked));
  assert_null (scrutiny_finding_get_method (unasked));
  assert_null (scrutiny_finding_dup_request (unasked, NULL));
  assert_non_null (scrutiny_finding_get_method (asked));
}

static const struct id {
  const char *id;
  gboolean is_id;
} ids[] = {
  { "a.b", TRUE },
  { "trend.shift", TRUE },
  { "ashcombe.round-numbers", TRUE },
  { "a.b.c2", TRUE },
  { "a.2", TRUE },
  { "a-1.-", TRUE },
  { "shift", FALSE },
  { ".shift", FALSE },
  { "trend.", FALSE },
  { "trend..shift", FALSE },
  { "Trend.shift", FALSE },
  { "trend.Shift", FALSE },
  { "2.shift", FALSE },
  { "-a.shift", FALSE },
  { "trend_a.shift", FALSE },
  { "trend shift.a", FALSE },
  { "trénd.shift", FALSE },
  { " ", FALSE },
  { ".", FALSE },
};

static void
knows_an_id (void **state)
{
  const struct id *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding = scrutiny_finding_new (row->id, "", NULL, NULL, &error);

  assert_int_equal (finding != NULL, row->is_id);
  if (!row->is_id)
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_WORDING));
}

static const struct refused {
  const char *statement, *question, *error;
} refused[] = {
  { "It got worse.", NULL,
    "Finding “a.b”, statement: “worse” is a word the library does not say; say what was seen, "
    "such as rose, fell, higher, lower or changed" },
  { "It fell.", "Who failed?",
    "Finding “a.b”, question: “failed” is a word the library does not say; say what was seen, "
    "such as rose, fell, higher, lower or changed" },
  { "It fell to {x}.", NULL,
    "Finding “a.b”, statement: “x” is not a fact; the facts are: since, before, after" },
  { "It fell.", "Why {since:.1}?",
    "Finding “a.b”, question: {since:.1} cannot show a fact of type “s”" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_finding_new ("a.b", row->statement, row->question, facts_new (), &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_WORDING));
  assert_string_equal (error->message, row->error);
}

static void
refuses_a_request_that_judges (void **state)
{
  g_autoptr (ScrutinyFinding) finding = shift_new ();
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_finding_copy_with_request (finding, "Bring {good}.", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_WORDING));
  assert_true (g_str_has_prefix (error->message, "Finding “trend.shift”, request: “good” is not"));
  g_clear_error (&error);
  assert_null (scrutiny_finding_copy_with_request (finding, "Bring good news.", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_WORDING));
}

static void
refuses_a_fact_of_another_type (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_finding_new ("a.b", "", NULL, g_variant_new_parsed ("{'n': <5>}"), &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "Finding “a.b”: the fact “n” is of type “i”; facts are of "
                                       "type x, d, b, s, as, ad or a(sd)");
}

static void
quotes_a_publisher (void **state)
{
  g_autoptr (ScrutinyFinding) finding = scrutiny_finding_new (
      "colour.noise", "It was shown as {status:q}.", "And that's good for the public because…?",
      g_variant_new_parsed ("{'status': <'On track, improving'>}"), NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);

  assert_string_equal (statement, "It was shown as “On track, improving”.");
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinyFinding) finding = shift_new ();
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new ("trend", "1", NULL, "x", NULL);
  g_autoptr (ScrutinyFinding) named = scrutiny_finding_copy_with_subject (finding, "within-45");
  g_autoptr (ScrutinyFinding) reached = scrutiny_finding_copy_with_method (named, method);
  g_autoptr (GString) out = g_string_new (NULL);
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_begin_array (&writer);
  scrutiny_finding_write_json (finding, &writer);
  scrutiny_finding_write_json (reached, &writer);
  json_writer_end_array (&writer);
#define SHARED \
  "\"statement\":\"The level has been higher since April 2024: 68.4 before, 90.5 after.\"," \
  "\"question\":\"What changed in the work in April 2024?\",\"request\":null," \
  "\"facts\":{\"since\":\"2024-04\",\"before\":68.4,\"after\":90.52},"
  assert_string_equal (
      out->str,
      "[{\"id\":\"trend.shift\",\"subject\":null," SHARED "\"method\":null},"
      "{\"id\":\"trend.shift\",\"subject\":\"within-45\"," SHARED
      "\"method\":{\"name\":\"trend\",\"version\":\"1\",\"parameters\":{},\"source\":\"x\","
      "\"input_hash\":null}}]");
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyFinding) bare = g_object_new (SCRUTINY_TYPE_FINDING, NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (bare, NULL);
  g_autofree char *subject = NULL;
  g_autoptr (GVariant) facts = NULL;
  g_autoptr (ScrutinyMethod) method = NULL;

  g_object_get (bare, "subject", &subject, "facts", &facts, "method", &method, NULL);
  assert_string_equal (scrutiny_finding_get_id (bare), "");
  assert_string_equal (statement, "");
  assert_null (scrutiny_finding_dup_question (bare, NULL));
  assert_null (scrutiny_finding_dup_request (bare, NULL));
  assert_null (subject);
  assert_null (method);
  assert_int_equal (g_variant_n_children (facts), 0);
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (says_what_it_was_given),
    cmocka_unit_test (does_without_question_and_facts),
    cmocka_unit_test (changes_one_thing_in_a_copy),
    cmocka_unit_test (takes_things_away_in_a_copy),
    cmocka_unit_test (refuses_a_request_that_judges),
    cmocka_unit_test (refuses_a_fact_of_another_type),
    cmocka_unit_test (quotes_a_publisher),
    cmocka_unit_test (writes_json),
    cmocka_unit_test (is_valid_when_bare),
  };
  struct CMUnitTest tests[LENGTH (ids) + LENGTH (refused) + LENGTH (others)];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (ids); i++)
    tests[n++] = (struct CMUnitTest){ .name = ids[i].id,
                                      .test_func = knows_an_id,
                                      .initial_state = (void *) &ids[i] };
  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = (struct CMUnitTest){ .name = refused[i].error,
                                      .test_func = refuses,
                                      .initial_state = (void *) &refused[i] };
  for (size_t i = 0; i < LENGTH (others); i++)
    tests[n++] = others[i];

  return cmocka_run_group_tests_name ("base/finding", tests, NULL, NULL);
}
