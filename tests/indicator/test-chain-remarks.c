/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/chain-builder.h>

#include "indicator/chain-remarks.h"

static ScrutinyChainBuilder *
builder_of_two (void)
{
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTPUT, "A");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "B");

  return builder;
}

static void
holds_what_is_said_of_a_statement (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = builder_of_two ();
  g_autoptr (ScrutinyView) one = scrutiny_view_new ("Applicants", "for", NULL, NULL);
  g_autoptr (ScrutinyView) other = scrutiny_view_new ("Neighbours", "against", NULL, NULL);
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("Tenants", NULL);
  g_autoptr (ScrutinyCompanion) companion = scrutiny_companion_new ("appeals", NULL);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GPtrArray) harms = NULL;
  g_autoptr (GPtrArray) companions = NULL;
  g_autoptr (GPtrArray) none = NULL;

  scrutiny_chain_builder_add_view (builder, "b", one);
  scrutiny_chain_builder_add_harm (builder, "b", harm);
  scrutiny_chain_builder_add_view (builder, "b", other);
  scrutiny_chain_builder_add_companion (builder, "a", companion);
  chain = scrutiny_chain_builder_end (builder, NULL);
  views = scrutiny_chain_dup_views (chain, "b");
  harms = scrutiny_chain_dup_harms (chain, "b");
  companions = scrutiny_chain_dup_companions (chain, "a");
  none = scrutiny_chain_dup_views (chain, "a");

  assert_int_equal (views->len, 2);
  assert_ptr_equal (views->pdata[0], one);
  assert_ptr_equal (views->pdata[1], other);
  assert_int_equal (harms->len, 1);
  assert_ptr_equal (harms->pdata[0], harm);
  assert_ptr_equal (companions->pdata[0], companion);
  assert_int_equal (none->len, 0);
}

static void
has_none_of_a_statement_that_is_none (void **state)
{
  g_autoptr (ScrutinyChain) chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (GPtrArray) views = scrutiny_chain_dup_views (chain, "a");
  g_autoptr (GPtrArray) harms = scrutiny_chain_dup_harms (chain, "a");
  g_autoptr (GPtrArray) companions = scrutiny_chain_dup_companions (chain, "a");

  assert_int_equal (views->len + harms->len + companions->len, 0);
}

/* What files call the texts are the properties of the objects, all of them. */
static void
names_every_property (void **state)
{
  for (ChainRemark sort = 0; sort < N_REMARKS; sort++) {
    const char *const *texts = chain_remark_names[sort].texts;
    g_autoptr (GTypeClass) klass = g_type_class_ref (chain_remark_get_type (sort));
    g_autofree GParamSpec **properties = NULL;
    guint n;

    properties = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n);
    assert_int_equal (n, g_strv_length ((char **) texts));
    for (guint i = 0; i < n; i++)
      assert_non_null (g_object_class_find_property (G_OBJECT_CLASS (klass), texts[i]));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_is_said_of_a_statement),
    cmocka_unit_test (has_none_of_a_statement_that_is_none),
    cmocka_unit_test (names_every_property),
  };

  return cmocka_run_group_tests_name ("chain-remarks", tests, NULL, NULL);
}
