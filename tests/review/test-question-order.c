/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/question-order.h"
#include "support/near.h"

/* The order that the sheet states; each stands before the next wherever it was found. */
static const char *const order[] = {
  "figure.not-reproduced", "because.contradicted", "because.circular",       "colour.missed",
  "colour.flip",           "colour.mismatch",      "because.ends-at-target", "ashcombe.own",
  "colour.rules",          "trend.ordinary",
};

static ScrutinyFinding *
finding (const char *id, const char *subject)
{
  g_autoptr (ScrutinyFinding) bare = scrutiny_finding_new (id, "It rose.", "Why?", NULL, NULL);

  return scrutiny_finding_copy_with_subject (bare, subject);
}

static void
puts_the_stated_order_right (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = G_N_ELEMENTS (order); i > 0; i--)
    g_ptr_array_add (findings, finding (order[i - 1], ""));
  question_order_sort (findings);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    assert_string_equal (scrutiny_finding_get_id (findings->pdata[i]), order[i]);
}

static void
keeps_ties_in_published_order (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 100; i++) {
    g_autofree char *subject = g_strdup_printf ("%03u", i);

    g_ptr_array_add (findings, finding (i % 2 ? "because.no-answer" : "because.circular", subject));
  }
  question_order_sort (findings);
  for (guint i = 1; i < 100; i++)
    assert_true (g_strcmp0 (scrutiny_finding_get_subject (findings->pdata[i - 1]),
                            scrutiny_finding_get_subject (findings->pdata[i])) < 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (puts_the_stated_order_right),
    cmocka_unit_test (keeps_ties_in_published_order),
  };

  return cmocka_run_group_tests_name ("review/question-order", tests, NULL, NULL);
}
