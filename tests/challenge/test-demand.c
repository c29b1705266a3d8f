/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"
#include "support/said.h"

#include <scrutiny/demand.h>
#include <scrutiny/error.h>

#include <string.h>

enum {
  MOST = 400
};

/* So many contacts alike. */
typedef struct {
  const char *kind, *cause, *other;
  gsize n;
} Some;

static ScrutinyTable *
table_of (const Some *some)
{
  const char *kinds[MOST + 1] = { 0 }, *causes[MOST + 1] = { 0 }, *others[MOST + 1] = { 0 };
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = NULL;
  g_autoptr (ScrutinyTable) two = NULL;
  gsize n = 0;

  for (; some->kind; some++)
    for (gsize i = 0; i < some->n; i++, n++) {
      kinds[n] = some->kind;
      causes[n] = some->cause;
      others[n] = some->other;
    }
  one = scrutiny_table_copy_with_texts (empty, "kind", kinds, NULL);
  two = scrutiny_table_copy_with_texts (one, "cause", causes, NULL);

  return scrutiny_table_copy_with_texts (two, "other", others, NULL);
}

static ScrutinyDemand *
demand_of (const Some *some, ScrutinyDemandOptions *options, GError **error)
{
  g_autoptr (ScrutinyTable) table = table_of (some);

  return scrutiny_demand_new (table, "kind", "cause", options, error);
}

/* 100 contacts; both coders of 60. */
static const Some calls[] = {
  { "failure", "no reply", "failure", 20 },
  { "failure", "wrong bill", "value", 5 },
  { "failure", "wrong bill", "", 10 },
  { "value", "new claim", "failure", 10 },
  { "value", "new claim", "value", 25 },
  { "value", "moved home", "", 30 },
  { "", "?", "value", 7 },
  { NULL },
};

/* Wilson's interval by R's prop.test; Goodman's, of four causes, by qnorm (1 - 0.05 / 8). */
static void
counts_kinds_and_causes (void **state)
{
  g_autoptr (ScrutinyDemand) demand = demand_of (calls, NULL, NULL);
  ScrutinyTable *kinds = scrutiny_demand_get_kinds (demand);
  ScrutinyTable *causes = scrutiny_demand_get_causes (demand);

  assert_string_equal (scrutiny_table_get_texts (kinds, "kind")[0], "value");
  assert_near (scrutiny_table_get_doubles (kinds, "share", NULL)[0], 0.65, 1e-15);
  assert_near (scrutiny_table_get_doubles (kinds, "low", NULL)[0], 0.552544432968880, 1e-14);
  assert_near (scrutiny_table_get_doubles (kinds, "high", NULL)[0], 0.736357517569025, 1e-14);
  assert_string_equal (scrutiny_table_get_texts (causes, "cause")[0], "new claim");
  assert_near (scrutiny_table_get_doubles (causes, "count", NULL)[0], 35, 0);
  assert_near (scrutiny_table_get_doubles (causes, "low", NULL)[0], 0.242891, 1e-6);
  assert_near (scrutiny_table_get_doubles (causes, "high", NULL)[0], 0.4747256, 1e-7);
}

static void
asks_about_causes (void **state)
{
  g_autoptr (ScrutinyDemand) demand = demand_of (calls, NULL, NULL);
  g_autofree char *said = dup_said (demand, "demand.causes");
  g_autofree char *few = dup_said (demand, "demand.few");

  assert_string_equal (said,
                       "Of 100 contacts with a kind, most come of “new claim” (“value”, "
                       "between 24% and 47%), “moved home” (“value”, between 20% and 42%) and "
                       "“no reply” (“failure”, between 12% and 32%).");
  assert_string_equal (
      few,
      "100 contacts leave open how many are “value”: between 55% and 74%. To know it to within "
      "5 points takes 350.");
}

static void
compares_two_coders (void **state)
{
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (ScrutinyDemand) once = demand_of (calls, NULL, NULL);
  g_autoptr (ScrutinyDemand) demand = NULL;

  scrutiny_demand_options_set_second_coder (options, "other");
  demand = demand_of (calls, options, NULL);
  g_autofree char *said = dup_said (demand, "demand.coders");
  g_autofree char *alone = dup_said (once, "demand.coded-once");
  assert_near (scrutiny_demand_get_kappa (demand), 0.5, 1e-15);
  assert_near (scrutiny_demand_get_adjusted (demand), 0.5, 1e-15);
  assert_near (scrutiny_demand_get_kappa (once), NAN, 0);
  assert_string_equal (said, "Two coders disagree on 1 in 4 of the 60 contacts that both gave a "
                             "kind.");
  assert_string_equal (alone, "0 contacts were given a kind by two people; how far two would agree "
                              "takes 50.");
}

/* A kind that only the second coder knows is a kind like any other. */
static void
takes_a_kind_of_the_second_alone (void **state)
{
  static const Some some[] = {
    { "failure", "x", "failure", 30 },
    { "failure", "x", "other", 10 },
    { "value", "y", "value", 20 },
    { NULL },
  };
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (ScrutinyDemand) demand = NULL;

  scrutiny_demand_options_set_second_coder (options, "other");
  demand = demand_of (some, options, NULL);
  g_autofree char *quiet = dup_said (demand, "demand.coders");
  assert_near (scrutiny_demand_get_adjusted (demand), 2 * 50 / 60. - 1, 1e-15);
  assert_near (scrutiny_demand_get_kappa (demand), (50 / 60. - 1600 / 3600.) / (1 - 1600 / 3600.),
               1e-14);
  assert_null (quiet);
}

/* What is taken together is one kind for both coders. */
static void
takes_small_kinds_together (void **state)
{
  static const Some some[] = {
    { "moved", "a", "moved", 2 },
    { "lost", "b", "lost", 11 },
    { "value", "c", "value", 40 },
    { NULL },
  };
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (ScrutinyDemand) demand = NULL;
  ScrutinyTable *kinds;

  scrutiny_demand_options_set_second_coder (options, "other");
  demand = demand_of (some, options, NULL);
  kinds = scrutiny_demand_get_kinds (demand);
  assert_int_equal (scrutiny_table_get_n_rows (kinds), 2);
  assert_string_equal (scrutiny_table_get_texts (kinds, "kind")[1], "(2 smaller kinds)");
  assert_near (scrutiny_table_get_doubles (kinds, "count", NULL)[1], 13, 0);
  assert_near (scrutiny_demand_get_adjusted (demand), 1, 0);
}

static void
cannot_tell_without_kinds (void **state)
{
  static const Some none[] = { { "", "x", "", 3 }, { NULL } };
  g_autoptr (ScrutinyDemand) demand = demand_of (none, NULL, NULL);
  g_autoptr (ScrutinyDemand) bare = g_object_new (SCRUTINY_TYPE_DEMAND, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (demand)),
                       "No contact has a kind: ask for the contacts, each with its kind and its "
                       "cause.");
  assert_non_null (strstr (json, "\"kappa\":null"));
}

static void
refuses (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of (calls);
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_demand_new (table, "sort", "cause", NULL, &error));
  assert_non_null (strstr (error->message, "Column “sort”: there is none"));
  g_clear_error (&error);
  scrutiny_demand_options_set_second_coder (options, "nobody");
  assert_null (demand_of (calls, options, &error));
  g_clear_error (&error);
  scrutiny_demand_options_set_second_coder (options, NULL);
  scrutiny_demand_options_set_margin (options, 5);
  assert_null (demand_of (calls, options, &error));
  assert_string_equal (error->message, "Demand, margin: 5 is not between 0 and 1; 0.05 is usual");
  g_clear_error (&error);
  scrutiny_demand_options_set_level (options, 0);
  assert_null (demand_of (calls, options, &error));
  assert_string_equal (error->message, "Demand, level: 0 is not between 0 and 1; 0.95 is usual");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (counts_kinds_and_causes),
    cmocka_unit_test (asks_about_causes),
    cmocka_unit_test (compares_two_coders),
    cmocka_unit_test (takes_a_kind_of_the_second_alone),
    cmocka_unit_test (takes_small_kinds_together),
    cmocka_unit_test (cannot_tell_without_kinds),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("challenge/demand", tests, NULL, NULL);
}
