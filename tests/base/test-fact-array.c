/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/fact-array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MANY 100

static void
keeps_facts_in_their_order (void **state)
{
  const char *const names[] = { "one", "two", NULL };
  GArray *facts = fact_array_new ();
  g_autoptr (FactList) list = NULL;
  g_autofree char *printed = NULL;

  (void) state;
  fact_array_add_text (facts, "last", "z");
  fact_array_add_count (facts, "count", 7);
  fact_array_add_flag (facts, "flag", TRUE);
  fact_array_add_texts (facts, "all", names);
  list = fact_array_end (facts);
  printed = g_variant_print (fact_list_get_dictionary (list), TRUE);

  assert_string_equal (printed, "{'last': <'z'>, 'count': <int64 7>, 'flag': <true>, "
                                "'all': <['one', 'two']>}");
}

static void
holds_a_value_that_others_hold (void **state)
{
  GVariant *value = g_variant_ref_sink (g_variant_new_string ("shared"));
  GArray *facts = fact_array_new ();
  g_autoptr (FactList) list = NULL;

  (void) state;
  fact_array_add (facts, "one", value);
  fact_array_add (facts, "other", value);
  g_variant_unref (value);
  list = fact_array_end (facts);

  assert_string_equal (g_variant_get_string (fact_list_find (list, "one", 3), NULL), "shared");
  assert_ptr_equal (fact_list_find (list, "one", 3), fact_list_find (list, "other", 5));
}

static void
finds_a_name_as_a_whole (void **state)
{
  g_autoptr (GArray) facts = fact_array_new ();

  (void) state;
  assert_false (fact_array_contains (facts, ""));
  fact_array_add_count (facts, "steps", 1);
  assert_true (fact_array_contains (facts, "steps"));
  assert_false (fact_array_contains (facts, "step"));
}

static void
has_no_most (void **state)
{
  static const char *const names[] = { "a", "b" };
  GArray *facts = fact_array_new ();
  g_autoptr (FactList) list = NULL;

  (void) state;
  for (guint i = 0; i < MANY; i++)
    fact_array_add_count (facts, names[i == MANY - 1], i);
  list = fact_array_end (facts);

  assert_int_equal (list->n, MANY);
  assert_int_equal (g_variant_get_int64 (fact_list_find (list, "b", 1)), MANY - 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (keeps_facts_in_their_order),
    cmocka_unit_test (holds_a_value_that_others_hold),
    cmocka_unit_test (finds_a_name_as_a_whole),
    cmocka_unit_test (has_no_most),
  };

  return cmocka_run_group_tests_name ("base/fact-array", tests, NULL, NULL);
}
