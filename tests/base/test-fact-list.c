/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/fact-list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static GVariant *
facts_new (const char *text)
{
  return g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
}

static void
finds_facts_by_their_whole_name (void **state)
{
  g_autoptr (GVariant) facts = facts_new ("{'n': <int64 4>, 'n_round': <int64 3>, 's': <'x'>}");
  g_autoptr (FactList) list = fact_list_new (facts);

  assert_int_equal (list->n, 3);
  assert_string_equal (list->facts[1].key, "n_round");
  assert_int_equal (g_variant_get_int64 (fact_list_find (list, "n", 1)), 4);
  assert_int_equal (g_variant_get_int64 (fact_list_find (list, "n_round", 7)), 3);
  assert_string_equal (g_variant_get_string (fact_list_find (list, "s}", 1), NULL), "x");
  assert_null (fact_list_find (list, "n_", 2));
  assert_null (fact_list_find (list, "m", 1));
}

static void
gives_the_first_of_two (void **state)
{
  g_autoptr (GVariant) facts = facts_new ("{'n': <int64 1>, 'n': <int64 2>}");
  g_autoptr (FactList) list = fact_list_new (facts);

  assert_int_equal (g_variant_get_int64 (fact_list_find (list, "n", 1)), 1);
}

static void
is_empty_for_no_facts (void **state)
{
  g_autoptr (GVariant) facts = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  g_autoptr (FactList) list = fact_list_new (facts);

  assert_int_equal (list->n, 0);
  assert_null (fact_list_find (list, "", 0));
}

static void
makes_the_dictionary_again (void **state)
{
  const Fact facts[] = {
    { NULL, "s", 1, g_variant_ref_sink (g_variant_new_string ("x")) },
    { NULL, "n", 1, g_variant_ref_sink (g_variant_new_int64 (4)) },
  };
  g_autoptr (FactList) list = fact_list_new_take (facts, G_N_ELEMENTS (facts));
  GVariant *made = fact_list_get_dictionary (list);
  g_autoptr (GVariant) same = facts_new ("{'s': <'x'>, 'n': <int64 4>}");
  g_autoptr (FactList) none = fact_list_new_take (NULL, 0);

  assert_true (g_variant_equal (made, same));
  assert_int_equal (g_variant_get_int64 (fact_list_find (list, "n", 1)), 4);
  assert_ptr_equal (fact_list_get_dictionary (list), made);
  assert_string_equal (g_variant_get_type_string (fact_list_get_dictionary (none)), "a{sv}");
}

/* Asking for its bytes makes a dictionary let go of its children. */
static void
outlives_the_children (void **state)
{
  GVariant *facts = facts_new ("{'n': <'a text that is held'>}");
  g_autoptr (FactList) list = fact_list_new (facts);
  g_variant_get_data (facts);
  g_variant_unref (facts);

  assert_string_equal (g_variant_get_string (fact_list_find (list, "n", 1), NULL),
                       "a text that is held");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (finds_facts_by_their_whole_name),
    cmocka_unit_test (gives_the_first_of_two),
    cmocka_unit_test (is_empty_for_no_facts),
    cmocka_unit_test (makes_the_dictionary_again),
    cmocka_unit_test (outlives_the_children),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
