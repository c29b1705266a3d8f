/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>

#include "indicator/definition-private.h"
#include "support/near.h"

static void
remembers_what_it_came_from (void **state)
{
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new ("Assessed within 45 days");
  g_autoptr (ScrutinyDefinition) two = scrutiny_definition_copy_with (one, "version", "2", NULL);
  g_autoptr (ScrutinyDefinition) three =
      scrutiny_definition_copy_with (two, "exclusions", "re-opened cases", NULL);

  assert_null (scrutiny_definition_get_came_from (one));
  assert_ptr_equal (scrutiny_definition_get_came_from (two), one);
  assert_ptr_equal (scrutiny_definition_get_came_from (three), two);
  assert_null (scrutiny_definition_get_exclusions (two));
  assert_string_equal (scrutiny_definition_get_exclusions (three), "re-opened cases");
  assert_string_equal (scrutiny_definition_get_version (three), "2");
  assert_string_equal (scrutiny_definition_get_text (three), "Assessed within 45 days");
}

static void
a_refused_copy_is_none (void **state)
{
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new ("Assessed within 45 days");
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_definition_copy_with (one, "colour", "x", &error));
  assert_string_equal (
      error->message,
      "Definition: “colour” is not one of its properties; there are text, "
      "numerator, denominator, exclusions, version, from, until, kind, records, of, counted, "
      "measure, dated, segments, scale, level, calendar, holidays, limit, unit, "
      "key, demand, cause, clock-start, clock-stop, clock-pauses, looks-back");
}

static void
is_read_as_it_was_written (void **state)
{
  g_autoptr (ScrutinyDefinition) read =
      scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
          [DEFINITION_TEXT] = "a",
          [DEFINITION_NUMERATOR] = "b",
          [DEFINITION_DENOMINATOR] = "c",
          [DEFINITION_EXCLUSIONS] = "d",
          [DEFINITION_VERSION] = "e",
          [DEFINITION_FROM] = "2024-04",
          [DEFINITION_UNTIL] = "2025-03",
      });

  assert_string_equal (scrutiny_definition_get_text (read), "a");
  assert_string_equal (scrutiny_definition_get_numerator (read), "b");
  assert_string_equal (scrutiny_definition_get_denominator (read), "c");
  assert_string_equal (scrutiny_definition_get_exclusions (read), "d");
  assert_string_equal (scrutiny_definition_get_version (read), "e");
  assert_string_equal (scrutiny_definition_get_from (read), "2024-04");
  assert_string_equal (scrutiny_definition_get_until (read), "2025-03");
  assert_null (scrutiny_definition_get_came_from (read));
}

static void
may_say_nothing (void **state)
{
  g_autoptr (ScrutinyDefinition) read =
      scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){ NULL });

  assert_string_equal (scrutiny_definition_get_text (read), "");
  assert_null (scrutiny_definition_get_numerator (read));
}

/* Every getter gives its own property, and none of it another's. */
static void
each_part_is_its_own (void **state)
{
  const struct {
    DefinitionText text;
    const char *(*get) (ScrutinyDefinition *self);
  } parts[] = {
    { DEFINITION_KIND, scrutiny_definition_get_kind },
    { DEFINITION_RECORDS, scrutiny_definition_get_records },
    { DEFINITION_OF, scrutiny_definition_get_of },
    { DEFINITION_COUNTED, scrutiny_definition_get_counted },
    { DEFINITION_MEASURE, scrutiny_definition_get_measure },
    { DEFINITION_DATED, scrutiny_definition_get_dated },
    { DEFINITION_SEGMENTS, scrutiny_definition_get_segments },
    { DEFINITION_SCALE, scrutiny_definition_get_scale },
    { DEFINITION_LEVEL, scrutiny_definition_get_level },
    { DEFINITION_CALENDAR, scrutiny_definition_get_calendar },
    { DEFINITION_HOLIDAYS, scrutiny_definition_get_holidays },
    { DEFINITION_LIMIT, scrutiny_definition_get_limit },
    { DEFINITION_UNIT, scrutiny_definition_get_unit },
    { DEFINITION_KEY, scrutiny_definition_get_key },
    { DEFINITION_DEMAND, scrutiny_definition_get_demand },
    { DEFINITION_CAUSE, scrutiny_definition_get_cause },
    { DEFINITION_CLOCK_START, scrutiny_definition_get_clock_start },
    { DEFINITION_CLOCK_STOP, scrutiny_definition_get_clock_stop },
    { DEFINITION_CLOCK_PAUSES, scrutiny_definition_get_clock_pauses },
    { DEFINITION_LOOKS_BACK, scrutiny_definition_get_looks_back },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const char *texts[DEFINITION_N_TEXTS] = { [DEFINITION_TEXT] = "x" };
    g_autoptr (ScrutinyDefinition) definition = NULL;

    texts[parts[i].text] = "said";
    definition = scrutiny_definition_new_from_texts (texts);
    for (guint k = 0; k < G_N_ELEMENTS (parts); k++) {
      const char *got = parts[k].get (definition);

      assert_true (k == i ? g_str_equal (got, "said") : got == NULL);
    }
  }
}

static void
is_made_of_expressions (void **state)
{
  const struct {
    ScrutinyDefinition *definition;
    const char *kind, *of, *counted, *measure, *level, *dated;
  } made[] = {
    { scrutiny_definition_new_share ("a", "b", "d"), "share", "a", "b", NULL, NULL, "d" },
    { scrutiny_definition_new_count (NULL, "d"), "count", NULL, NULL, NULL, NULL, "d" },
    { scrutiny_definition_new_rate ("a", "b", "c", "d"), "rate", "a", "b", "c", NULL, "d" },
    { scrutiny_definition_new_mean ("a", "c", "d"), "mean", "a", NULL, "c", NULL, "d" },
    { scrutiny_definition_new_median ("a", "c", "d"), "median", "a", NULL, "c", NULL, "d" },
    { scrutiny_definition_new_percentile ("a", "c", 97.5, "d"), "percentile", "a", NULL, "c",
      "97.5", "d" },
    { scrutiny_definition_new_time ("a", "b", "c", FALSE, "d"), "median", "a", NULL,
      "days_between(b, c)", NULL, "d" },
    { scrutiny_definition_new_time ("a", "b", "c", TRUE, "d"), "median", "a", NULL,
      "working_days_between(b, c)", NULL, "d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
    g_autoptr (ScrutinyDefinition) definition = made[i].definition;

    assert_true (scrutiny_definition_is_computed (definition));
    assert_string_equal (scrutiny_definition_get_kind (definition), made[i].kind);
    assert_int_equal (g_strcmp0 (scrutiny_definition_get_of (definition), made[i].of), 0);
    assert_int_equal (g_strcmp0 (scrutiny_definition_get_counted (definition), made[i].counted), 0);
    assert_int_equal (g_strcmp0 (scrutiny_definition_get_measure (definition), made[i].measure), 0);
    assert_int_equal (g_strcmp0 (scrutiny_definition_get_level (definition), made[i].level), 0);
    assert_string_equal (scrutiny_definition_get_dated (definition), made[i].dated);
  }
}

static void
changes_one_part (void **state)
{
  g_autoptr (ScrutinyDefinition) within_45 = scrutiny_definition_new_share ("a", "days <= 45", "d");
  g_autoptr (ScrutinyDefinition) within_30 =
      scrutiny_definition_copy_with (within_45, "counted", "days <= 30", NULL);
  g_autoptr (GError) error = NULL;

  assert_string_equal (scrutiny_definition_get_counted (within_30), "days <= 30");
  assert_string_equal (scrutiny_definition_get_of (within_30), "a");
  assert_ptr_equal (scrutiny_definition_get_came_from (within_30), within_45);
  assert_null (scrutiny_definition_copy_with (within_45, "kind", "ratio", &error));
  assert_string_equal (error->message, "Definition, kind: “ratio” is not one of share, count, "
                                       "rate, mean, median, percentile");
}

static void
is_made_of_values (void **state)
{
  const char *names[] = { "kind", "counted", "scale", NULL };
  const char *values[] = { "share", "days <= 45", "1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDefinition) made = scrutiny_definition_new_from_values (names, values, &error);

  assert_null (error);
  assert_string_equal (scrutiny_definition_get_kind (made), "share");
  assert_string_equal (scrutiny_definition_get_counted (made), "days <= 45");
  assert_string_equal (scrutiny_definition_get_scale (made), "1");
  assert_null (scrutiny_definition_get_came_from (made));

  values[2] = NULL;
  assert_null (scrutiny_definition_new_from_values (names, values, &error));
  assert_string_equal (error->message,
                       "Definition: 3 names for 2 values; give one value for each name");
  g_clear_error (&error);
  values[0] = "ratio";
  assert_null (scrutiny_definition_new_from_values (names, values, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_UNREADABLE);
  g_clear_error (&error);
  names[0] = "colour";
  assert_null (scrutiny_definition_new_from_values (names, values, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_NOT_FOUND);
}

static void
tells_what_was_changed (void **state)
{
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new_share ("a", "days <= 45", "d");
  g_autoptr (ScrutinyDefinition) two =
      scrutiny_definition_copy_with (one, "counted", "days <= 30", NULL);
  g_autoptr (ScrutinyDefinition) three = scrutiny_definition_copy_with (two, "of", NULL, NULL);
  g_autoptr (ScrutinyDefinition) back = scrutiny_definition_copy_with (three, "of", "a", NULL);
  g_auto (GStrv) none = scrutiny_definition_dup_changes (one);
  g_auto (GStrv) both = scrutiny_definition_dup_changes (three);
  g_auto (GStrv) counted = scrutiny_definition_dup_changes (back);
  g_autofree char *said = g_strjoinv (" ", both);

  assert_null (none[0]);
  assert_string_equal (said, "of counted");
  assert_string_equal (counted[0], "counted");
  assert_null (counted[1]);
}

static void
words_alone_are_not_computed (void **state)
{
  g_autoptr (ScrutinyDefinition) words = scrutiny_definition_new ("Assessed within 45 days");

  assert_false (scrutiny_definition_is_computed (words));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (remembers_what_it_came_from),
    cmocka_unit_test (a_refused_copy_is_none),
    cmocka_unit_test (is_read_as_it_was_written),
    cmocka_unit_test (may_say_nothing),
    cmocka_unit_test (each_part_is_its_own),
    cmocka_unit_test (is_made_of_expressions),
    cmocka_unit_test (changes_one_part),
    cmocka_unit_test (is_made_of_values),
    cmocka_unit_test (tells_what_was_changed),
    cmocka_unit_test (words_alone_are_not_computed),
  };

  return cmocka_run_group_tests_name ("definition", tests, NULL, NULL);
}
