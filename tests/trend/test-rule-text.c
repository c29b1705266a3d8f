/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-text.h"

#include "support/near.h"

#include <string.h>

static const struct {
  const char *text, *id;
  RuleHow how;
  KernelRule rule;
} shapes[] = {
  { "2 of 3 beyond 2", "some-beyond", RULE_PATTERN, { .hits = 2, .window = 3, .distance = 2 } },
  { "1 beyond limits", "beyond-limits", RULE_BEYOND_LIMITS, { .hits = 1, .window = 1 } },
  { "1 beyond 2.5 inclusive",
    "beyond-limits",
    RULE_PATTERN,
    { .hits = 1, .window = 1, .distance = 2.5, .inclusive = true } },
  { "8 on one side, tie skips",
    "one-side",
    RULE_PATTERN,
    { .hits = 8, .window = 8, .tie = KERNEL_TIE_SKIPS } },
  { "6 trending tie below mark span",
    "trend",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_TREND,
      .hits = 6,
      .window = 6,
      .tie = KERNEL_TIE_BELOW,
      .mark = KERNEL_MARK_SPAN } },
  { "14 alternating",
    "alternating",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_ALTERNATING, .hits = 14, .window = 14 } },
  { "15  within 1 mark completing",
    "within",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_WITHIN,
      .hits = 15,
      .window = 15,
      .distance = 1,
      .mark = KERNEL_MARK_COMPLETION } },
  { "8 outside 1",
    "outside",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_OUTSIDE, .hits = 8, .window = 8, .distance = 1 } },
  { "2 of 3 beyond 2 up to 3 same side ends beyond gaps skipped mark hits",
    "some-beyond",
    RULE_PATTERN,
    { .hits = 2,
      .window = 3,
      .distance = 2,
      .same_side = true,
      .mark = KERNEL_MARK_BEYOND,
      .reach = 3,
      .ends_beyond = true,
      .skips_missing = true } },
  { "long run", "long-run", RULE_LONG_RUN, { .tie = KERNEL_TIE_SKIPS } },
  { "few crossings", "few-crossings", RULE_FEW_CROSSINGS, { 0 } },
  { "run count", "run-count", RULE_RUN_COUNT, { 0 } },
};

static void
reads_every_shape (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (GError) error = NULL;
    RuleSet *set = rule_text_parse (shapes[i].text, &error);

    assert_null (error);
    assert_string_equal (set->name, shapes[i].text);
    assert_int_equal (set->n_rules, 1);
    const Rule *rule = &set->rules[0];
    assert_string_equal (rule->id, shapes[i].id);
    assert_int_equal (rule->how, shapes[i].how);
    assert_int_equal (rule->pattern.shape, shapes[i].rule.shape);
    assert_int_equal (rule->pattern.hits, shapes[i].rule.hits);
    assert_int_equal (rule->pattern.window, shapes[i].rule.window);
    assert_near (rule->pattern.distance, shapes[i].rule.distance, 0);
    assert_int_equal (rule->pattern.inclusive, shapes[i].rule.inclusive);
    assert_int_equal (rule->pattern.same_side, shapes[i].rule.same_side);
    assert_int_equal (rule->pattern.tie, shapes[i].rule.tie);
    assert_int_equal (rule->pattern.mark, shapes[i].rule.mark);
    assert_near (rule->pattern.reach, shapes[i].rule.reach, 0);
    assert_int_equal (rule->pattern.ends_beyond, shapes[i].rule.ends_beyond);
    assert_int_equal (rule->pattern.skips_missing, shapes[i].rule.skips_missing);
    rule_text_free (set);
  }
}

static void
points_at_what_it_cannot_read (void **state)
{
  static const struct {
    const char *text, *message;
  } rows[] = {
    { "two of 3 beyond 2", "Rule “two of 3 beyond 2”, word 1, “two”: there should be a number of "
                           "points, from 1 to 1000" },
    { "0 trending",
      "Rule “0 trending”, word 1, “0”: there should be a number of points, from 1 to 1000" },
    { "4 of 3 beyond 2",
      "Rule “4 of 3 beyond 2”, word 3, “3”: there should be as many points as are to "
      "lie there, or more" },
    { "2 of 3",
      "Rule “2 of 3” ends too early: there should be “beyond”, “on one side”, “trending”, "
      "“alternating”, “within” or “outside”" },
    { "2 of 3 beyond far",
      "Rule “2 of 3 beyond far”, word 5, “far”: there should be a distance from the "
      "centre in spreads, such as 2" },
    { "15 within -1",
      "Rule “15 within -1”, word 3, “-1”: there should be a distance from the centre in "
      "spreads, such as 2" },
    { "5 of 6 trending",
      "Rule “5 of 6 trending”, word 2, “of”: there should be one number only: every "
      "point counts in this shape" },
    { "8 on side", "Rule “8 on side”, word 3, “side”: there should be “on one side”" },
    { "8 on one side tie maybe", "Rule “8 on one side tie maybe”, word 6, “maybe”: there should be "
                                 "“breaks”, “skips” or “below”" },
    { "8 on one side mark",
      "Rule “8 on one side mark” ends too early: there should be “whole”, “hits”, "
      "“completing” or “span”" },
    { "long run 8", "Rule “long run 8”, word 3, “8”: there should be nothing more" },
  };

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    assert_null (rule_text_parse (rows[i].text, &error));
    assert_string_equal (error->message, rows[i].message);
  }
}

static void
never_reads_beyond_the_end (void **state)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "2",
                                       "2 of",
                                       "8 on",
                                       "8 on one",
                                       "few",
                                       "long",
                                       "1 beyond",
                                       "8 outside",
                                       "1 beyond 1 same",
                                       "1 beyond 1 up" };

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_null (rule_text_parse (texts[i], NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (reads_every_shape),
    cmocka_unit_test (points_at_what_it_cannot_read),
    cmocka_unit_test (never_reads_beyond_the_end),
  };

  return cmocka_run_group_tests_name ("trend/rule-text", tests, NULL, NULL);
}
